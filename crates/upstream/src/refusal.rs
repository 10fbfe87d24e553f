//! Why a call did not go upstream, written as the service's own clients read it.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};
use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode};
use identity::{AccessDenied, AuthenticationFailure, Dialect};
use serde_json::json;

use crate::client::{Body, body_of};
use crate::operation::prefix_of;
use crate::protocol::Protocol;

/// What the caller may read of it is in the texts: none of them holds a secret.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Refused {
    #[error(transparent)]
    Unauthenticated(#[from] AuthenticationFailure),
    #[error(transparent)]
    Denied(#[from] Box<AccessDenied>),
    #[error(
        "{service} is not served by Portcullis, and it knows no endpoint to send the call to: start \
         it with --upstream {service}=URL, or --upstream '*=URL' for every such service"
    )]
    NoEndpoint { service: String },
    #[error("a parameter of the request stands more than once")]
    Ambiguous,
    #[error("the target is no operation of {service}, for which the request is signed")]
    ForeignTarget { service: String },
    #[error("the endpoint {endpoint} that --upstream names can't be reached: {cause}")]
    Unreachable { endpoint: String, cause: String },
    #[error("the endpoint {endpoint} that --upstream names did not answer in time")]
    Late { endpoint: String },
    #[error("the call can't be sent on: {0}")]
    Unsendable(String),
}

/// A refusal before its protocol writes it.
struct Words {
    code: &'static str,
    status: StatusCode,
    message: String,
    is_sender_fault: bool,
}

/// Answers in the protocol in which the request came.
pub fn render(
    refused: &Refused,
    service: &str,
    (parts, body): (&Parts, &[u8]),
    request_id: &str,
) -> Response<Body> {
    let protocol = Protocol::of(service, parts, body);
    let words = words(refused, service, protocol);
    let mut response = match protocol {
        Protocol::Json | Protocol::Rest => as_json(&words, service, protocol),
        Protocol::Query => as_query(&words, service, request_id),
        Protocol::RestXml => as_s3(&words, request_id, &parts.method),
        Protocol::Cbor => as_cbor(&words),
    };
    *response.status_mut() = words.status;
    let id = HeaderValue::from_str(request_id).ok();
    let name = match protocol {
        Protocol::RestXml => HeaderName::from_static("x-amz-request-id"),
        Protocol::Json | Protocol::Query | Protocol::Rest | Protocol::Cbor => {
            HeaderName::from_static("x-amzn-requestid")
        }
    };
    response.headers_mut().extend(id.map(|id| (name, id)));
    response.map(body_of)
}

fn words(refused: &Refused, service: &str, protocol: Protocol) -> Words {
    let message = refused.to_string();
    match refused {
        Refused::Denied(denied) => denied_words(denied, service, protocol),
        Refused::Unauthenticated(failure) => unauthenticated(failure, protocol),
        Refused::NoEndpoint { .. } => Words {
            code: "NotImplemented",
            status: StatusCode::NOT_IMPLEMENTED,
            message,
            is_sender_fault: true,
        },
        Refused::Ambiguous => Words {
            code: "MalformedQueryString",
            status: StatusCode::BAD_REQUEST,
            message,
            is_sender_fault: true,
        },
        Refused::ForeignTarget { .. } => Words {
            code: "UnknownOperationException",
            status: StatusCode::BAD_REQUEST,
            message,
            is_sender_fault: true,
        },
        Refused::Unreachable { .. } | Refused::Unsendable(_) => Words {
            code: "ServiceUnavailable",
            status: StatusCode::SERVICE_UNAVAILABLE,
            message,
            is_sender_fault: false,
        },
        Refused::Late { .. } => Words {
            code: "RequestTimeout",
            status: StatusCode::GATEWAY_TIMEOUT,
            message,
            is_sender_fault: false,
        },
    }
}

/// Each service has its own word for it: SNS says AuthorizationError and writes its prefix in
/// capitals, SQS writes the action in small letters, S3 puts the resource in quotation marks, EC2
/// says UnauthorizedOperation. All as their clients report them.
fn denied_words(denied: &AccessDenied, service: &str, protocol: Protocol) -> Words {
    let explanation = &denied.explanation;
    let (action, resource) = (explanation.action.as_str(), explanation.resource.as_str());
    let shown = match service {
        "sqs" => action.to_ascii_lowercase(),
        "sns" => action.replacen("sns:", "SNS:", 1),
        _ => action.to_owned(),
    };
    let quoted = match service {
        "s3" if resource != "*" => format!("\"{resource}\""),
        _ => resource.to_owned(),
    };
    let message = denied
        .message
        .replace(
            &format!("perform: {action} on resource: {resource}"),
            &format!("perform: {shown} on resource: {quoted}"),
        )
        .replace(
            &format!("the {action} action"),
            &format!("the {shown} action"),
        );
    let (code, status, message) = match (service, protocol) {
        ("ec2", _) => (
            "UnauthorizedOperation",
            StatusCode::FORBIDDEN,
            format!("You are not authorized to perform this operation. {message}"),
        ),
        ("sns", _) => ("AuthorizationError", StatusCode::FORBIDDEN, message),
        ("sqs", Protocol::Json) | (_, Protocol::Rest) => {
            ("AccessDeniedException", StatusCode::FORBIDDEN, message)
        }
        (_, Protocol::Json | Protocol::Cbor) => {
            ("AccessDeniedException", StatusCode::BAD_REQUEST, message)
        }
        (_, Protocol::Query | Protocol::RestXml) => {
            ("AccessDenied", StatusCode::FORBIDDEN, message)
        }
    };
    Words {
        code,
        status,
        message,
        is_sender_fault: true,
    }
}

/// S3 has codes of its own (S3 API reference, "Error responses").
fn unauthenticated(failure: &AuthenticationFailure, protocol: Protocol) -> Words {
    let dialect = match protocol {
        Protocol::Query => Dialect::Query,
        Protocol::RestXml => Dialect::S3,
        Protocol::Json | Protocol::Rest | Protocol::Cbor => Dialect::Json,
    };
    let status = match protocol {
        Protocol::Json | Protocol::Cbor => StatusCode::BAD_REQUEST,
        Protocol::Query | Protocol::RestXml | Protocol::Rest => StatusCode::FORBIDDEN,
    };
    let (code, message) = (failure.code(dialect), failure.message(dialect));
    Words {
        code,
        status,
        message,
        is_sender_fault: true,
    }
}

/// Clients of SQS that once spoke the query protocol read its codes from a header.
fn as_json(words: &Words, service: &str, protocol: Protocol) -> Response<Bytes> {
    let body = match protocol {
        Protocol::Rest => json!({ "Message": words.message }),
        Protocol::Json | Protocol::Query | Protocol::RestXml | Protocol::Cbor => json!({
            "__type": format!("com.amazon.coral.service#{}", words.code),
            "Message": words.message,
        }),
    };
    let content_type = match (protocol, service) {
        (Protocol::Rest, _) => "application/json",
        (_, "dynamodb" | "sqs" | "states") => "application/x-amz-json-1.0",
        _ => "application/x-amz-json-1.1",
    };
    let mut response = respond(body.to_string(), content_type);
    let headers = response.headers_mut();
    if let Ok(code) = HeaderValue::from_str(words.code) {
        headers.insert("x-amzn-errortype", code);
    }
    if service == "sqs" {
        let code = words.code.trim_end_matches("Exception");
        let fault = if words.is_sender_fault {
            "Sender"
        } else {
            "Receiver"
        };
        if let Ok(value) = HeaderValue::from_str(&format!("{code};{fault}")) {
            headers.insert("x-amzn-query-error", value);
        }
    }
    response
}

fn as_query(words: &Words, service: &str, request_id: &str) -> Response<Bytes> {
    let (code, message) = (words.code, escape(&words.message));
    let fault = if words.is_sender_fault {
        "Sender"
    } else {
        "Receiver"
    };
    let body = if service == "ec2" {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>{code}</Code>\
             <Message>{message}</Message></Error></Errors><RequestID>{request_id}</RequestID></Response>"
        )
    } else {
        let prefix = prefix_of(service);
        format!(
            "<ErrorResponse xmlns=\"http://{prefix}.amazonaws.com/doc/\"><Error><Type>{fault}</Type>\
             <Code>{code}</Code><Message>{message}</Message></Error>\
             <RequestId>{request_id}</RequestId></ErrorResponse>"
        )
    };
    respond(body, "text/xml")
}

fn as_s3(words: &Words, request_id: &str, method: &Method) -> Response<Bytes> {
    let (code, message) = (words.code, escape(&words.message));
    let body = if method == Method::HEAD {
        String::new()
    } else {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code>\
             <Message>{message}</Message><RequestId>{request_id}</RequestId>\
             <HostId>{request_id}</HostId></Error>"
        )
    };
    respond(body, "application/xml")
}

/// A map of two texts (RFC 8949, section 3).
fn as_cbor(words: &Words) -> Response<Bytes> {
    let mut body = vec![0xa2];
    for text in ["__type", words.code, "message", &words.message] {
        let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
        body.push(0x79);
        body.extend_from_slice(&length.to_be_bytes());
        body.extend_from_slice(
            text.as_bytes()
                .get(..usize::from(length))
                .unwrap_or_default(),
        );
    }
    let mut response = Response::new(Bytes::from(body));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/cbor"));
    headers.insert("smithy-protocol", HeaderValue::from_static("rpc-v2-cbor"));
    response
}

fn respond(body: String, content_type: &'static str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
