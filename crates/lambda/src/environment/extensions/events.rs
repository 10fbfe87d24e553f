//! What extensions are told: AWS's two events.

use bytes::Bytes;
use serde_json::json;

use crate::environment::runtime_api::Work;

/// Why an environment ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::environment) enum Shutdown {
    /// It is not needed any more.
    Spindown,
    /// An invocation took too long.
    Timeout,
    /// The runtime or an extension failed.
    Failure,
}

pub(in crate::environment) fn invoke(work: &Work) -> Bytes {
    let event = json!({
        "eventType": "INVOKE",
        "deadlineMs": work.deadline_millis,
        "requestId": work.request_id,
        "invokedFunctionArn": work.invoked_arn,
        "tracing": { "type": "X-Amzn-Trace-Id", "value": work.trace },
    });
    event.to_string().into()
}

impl Shutdown {
    pub(in crate::environment) fn event(self, deadline_millis: i64) -> Bytes {
        let reason = match self {
            Self::Spindown => "spindown",
            Self::Timeout => "timeout",
            Self::Failure => "failure",
        };
        let event = json!({
            "eventType": "SHUTDOWN",
            "shutdownReason": reason,
            "deadlineMs": deadline_millis,
        });
        event.to_string().into()
    }
}
