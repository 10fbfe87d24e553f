//! Why a request to a function URL ended early, and the one place that knows what AWS tells the
//! caller about it. The cause is for the journal and the log.

use identity::invocation::Refused;
use identity::{AssumeRefused, AuthenticationFailure, Dialect};
use journal::StepKind;
use lambda::{InvokeError, Throttle};
use remedy::Remedy;
use serde_json::json;

use crate::response::Reply;

#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error("no function has this URL")]
    UnknownUrl,
    #[error("the request is larger than 6 MB")]
    TooLarge,
    #[error("the body did not arrive: {0}")]
    BodyLost(String),
    #[error("the URL's auth type is AWS_IAM and the request is not signed")]
    Unsigned,
    #[error("the signature was not accepted: {0}")]
    BadSignature(AuthenticationFailure),
    #[error("the function may not be invoked by its URL: {}", .0.explanation.sentence)]
    NotPermitted(Box<Refused>),
    #[error("rate exceeded: {}", .0.as_str())]
    Throttled(Throttle),
    #[error("the function could not be invoked: {0}")]
    NotInvoked(InvokeError),
    #[error("the function failed: {0}")]
    FunctionError(String),
    #[error("the function's answer is no response: {0}")]
    Malformed(String),
    #[error("the request ended in a defect of the server: {0}")]
    Defect(String),
}

/// test_lambda_permission_url_invocation
const FORBIDDEN: &str = "Forbidden. For troubleshooting Function URL authorization issues, see: \
                         https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";
const DENIED: &str = "AccessDeniedException";

impl Refusal {
    /// Which part of the way refused.
    pub(super) const fn layer(&self) -> StepKind {
        match self {
            Self::TooLarge | Self::BodyLost(_) | Self::Defect(_) => StepKind::Arrival,
            Self::UnknownUrl => StepKind::Routing,
            Self::Unsigned | Self::BadSignature(_) => StepKind::Authorizers,
            Self::NotPermitted(_) => StepKind::Invocation,
            Self::Throttled(_) => StepKind::Throttle,
            Self::NotInvoked(_) | Self::FunctionError(_) | Self::Malformed(_) => {
                StepKind::Integrations
            }
        }
    }

    /// The name that the journal has for it.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::UnknownUrl => "UNKNOWN_URL",
            Self::TooLarge => "REQUEST_TOO_LARGE",
            Self::BodyLost(_) => "BODY_LOST",
            Self::Unsigned => "UNSIGNED",
            Self::BadSignature(_) => "BAD_SIGNATURE",
            Self::NotPermitted(_) => "NOT_PERMITTED",
            Self::Throttled(_) => "THROTTLED",
            Self::NotInvoked(_) => "NOT_INVOKED",
            Self::FunctionError(_) => "FUNCTION_ERROR",
            Self::Malformed(_) => "MALFORMED_RESPONSE",
            Self::Defect(_) => "DEFECT",
        }
    }

    /// What would end it, one for each thing in the way, where that is known.
    pub(super) fn remedies(&self) -> Vec<Remedy> {
        match self {
            Self::NotPermitted(refused) => vec![(*refused.fix).clone()],
            Self::NotInvoked(InvokeError::RoleNotAssumable(refused)) => refused.remedies.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The role of the function itself, where Lambda can't become it.
    pub(super) fn unassumable(&self) -> Option<&AssumeRefused> {
        match self {
            Self::NotInvoked(InvokeError::RoleNotAssumable(refused)) => Some(refused),
            _ => None,
        }
    }

    pub(super) fn reply(&self) -> Reply {
        match self {
            // test_lambda_url_non_existing_url
            Self::UnknownUrl => told(403, DENIED, r#"{"Message":null}"#.to_owned()),
            Self::Unsigned | Self::NotPermitted(_) => {
                told(403, DENIED, json!({ "Message": FORBIDDEN }).to_string())
            }
            Self::BadSignature(failure) => {
                let message = failure.message(Dialect::Json);
                let body = json!({ "message": message }).to_string();
                told(403, failure.code(Dialect::Json), body)
            }
            Self::TooLarge => told(
                413,
                "RequestEntityTooLargeException",
                json!({ "Message": "Request Entity Too Large" }).to_string(),
            ),
            Self::BodyLost(_) => told(
                400,
                "BadRequestException",
                json!({ "Message": "Bad Request" }).to_string(),
            ),
            // Lambda developer guide, "Reserved concurrency for function URLs": 429.
            Self::Throttled(throttle) => {
                let (reason, message) = (throttle.as_str(), "Rate Exceeded.");
                let body = json!({"Reason": reason, "Type": "User", "message": message});
                told(429, "TooManyRequestsException", body.to_string())
            }
            // test_lambda_url_invocation_exception
            Self::NotInvoked(_) | Self::FunctionError(_) | Self::Malformed(_) | Self::Defect(_) => {
                Reply::new(502, "Internal Server Error")
            }
        }
    }
}

fn told(status: u16, error_type: &'static str, body: String) -> Reply {
    let mut reply = Reply::new(status, body);
    reply.set("x-amzn-ErrorType", error_type);
    reply
}
