//! Calls of services that are not here: decided as every other, and answered by the endpoint that `--upstream` names.
//! Without one the call is refused with the flag that it wants.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, header};
use serde_json::Value;

use super::values::text_of;
use super::{Failed, HandlerCode, Work};
use crate::body::read_whole;
use crate::control::{Inside, Told};
use crate::tags;

/// A service of AWS's JSON protocol.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foreign {
    /// The signing name.
    pub(super) service: &'static str,
    /// As the SDK for Java names it.
    name: &'static str,
    /// Before the operation in `x-amz-target`.
    target: &'static str,
    version: &'static str,
}

pub(super) const DYNAMODB: Foreign = Foreign {
    service: "dynamodb",
    name: "DynamoDb",
    target: "DynamoDB_20120810",
    version: "1.0",
};
pub(super) const EVENTS: Foreign = Foreign {
    service: "events",
    name: "EventBridge",
    target: "AWSEvents",
    version: "1.1",
};
pub(super) const SQS: Foreign = Foreign {
    service: "sqs",
    name: "Sqs",
    target: "AmazonSQS",
    version: "1.0",
};

/// How often, and how long apart, something is looked at that takes its time.
const LOOKS: u32 = 300;
const PAUSE: Duration = Duration::from_millis(200);

impl Foreign {
    pub(super) async fn call(
        self,
        work: &Work<'_>,
        operation: &str,
        input: Value,
    ) -> Result<Value, Failed> {
        let request = self.request(work, operation, &input);
        let request = request.map_err(|error| Failed::plainly(error.to_string()))?;
        let answer = work.control.call(Inside {
            caller: work.by.caller.clone(),
            service: self.service.to_owned(),
            region: work.by.region.clone(),
            request,
            told: Told::Every,
        });
        // EventBridge's rules may be ours.
        let answer = tags::marking(work.marks(), answer);
        let (parts, body) = answer.await.into_parts();
        let body = read_whole(body).await.map_err(Failed::plainly)?;
        let read: Value = serde_json::from_slice(&body).unwrap_or_default();
        if parts.status.is_success() {
            return Ok(read);
        }
        let id = parts.headers.get("x-amzn-requestid");
        let id = id.and_then(|id| id.to_str().ok()).unwrap_or_default();
        Err(self.failed(&parts, &read, id))
    }

    /// The same where it is as good that there is nothing.
    pub(super) async fn call_if_there(
        self,
        work: &Work<'_>,
        operation: &str,
        input: Value,
    ) -> Result<Option<Value>, Failed> {
        match self.call(work, operation, input).await {
            Ok(output) => Ok(Some(output)),
            Err(failed) if failed.code == HandlerCode::NotFound => Ok(None),
            Err(failed) => Err(failed),
        }
    }

    /// The host is this server's, which addresses in answers name then.
    fn request(
        self,
        work: &Work<'_>,
        operation: &str,
        input: &Value,
    ) -> Result<Request<Bytes>, http::Error> {
        let host = work.by.endpoint.split_once("://").map(|(_, host)| host);
        Request::post("/")
            .header(header::HOST, host.unwrap_or(&work.by.endpoint))
            .header(
                header::CONTENT_TYPE,
                format!("application/x-amz-json-{}", self.version),
            )
            .header("x-amz-target", format!("{}.{operation}", self.target))
            .body(Bytes::from(input.to_string()))
    }

    fn failed(self, parts: &http::response::Parts, read: &Value, id: &str) -> Failed {
        let (status, name) = (parts.status.as_u16(), self.name);
        let legacy = parts.headers.get("x-amzn-query-error");
        let legacy = legacy.and_then(|value| value.to_str().ok()?.split(';').next());
        let own = text_of(read, "__type");
        let own = own.rsplit('#').next().unwrap_or_default();
        let mut message = text_of(read, "message");
        if message.is_empty() {
            message = text_of(read, "Message");
        }
        let code = match legacy.unwrap_or(own) {
            code if code.contains("NonExistentQueue") || code.contains("QueueDoesNotExist") => {
                HandlerCode::NotFound
            }
            code => HandlerCode::of(code, status),
        };
        Failed::handler(
            code,
            format!(
                "{message} (Service: {name}, Status Code: {status}, Request ID: {id}) (SDK Attempt Count: 1)"
            ),
        )
    }
}

/// Waits for the next look at something that is not done, unless there were enough or the stack does something else.
pub(super) async fn pause(work: &Work<'_>, looks: u32, what: &str) -> Result<(), Failed> {
    if looks >= LOOKS {
        let message = format!("{what} did not stabilize in time");
        return Err(Failed::handler(HandlerCode::NotStabilized, message));
    }
    tokio::select! {
        () = tokio::time::sleep(PAUSE) => Ok(()),
        () = work.cancelled.cancelled() => Err(Failed::plainly("Resource operation cancelled")),
    }
}
