//! How a start or an invocation fails, in the words that AWS answers with.
//!
//! The texts are those of the recordings of test_lambda (TestLambdaErrors, timeouts).

use std::sync::Arc;

use bytes::Bytes;
use sandbox::Exit;
use serde_json::Value;

use super::extensions::Failure;
use super::{Host, Purpose};
use crate::event::{Event, FunctionError, MAX_ANSWER_BYTES, Outcome};
use crate::lines::Lines;
use crate::logs::LogStream;
use crate::registry::Resolved;
use crate::report::{Init, Phase, Platform, Report, Status, exit_text};

pub(super) const EXIT_ERROR: &str = "Runtime.ExitError";
pub(super) const NO_ENTRYPOINT: &str = "Runtime.InvalidEntrypoint";
pub(super) const NO_DIRECTORY: &str = "Runtime.InvalidWorkingDir";

/// A runtime that never became ready.
#[derive(Debug)]
pub(crate) struct StartFailure {
    pub(super) kind: InitFailure,
    /// Which start it was.
    pub(super) init: Init,
    /// Which runtime it was.
    pub(super) used: Arc<str>,
    pub(super) took_micros: u64,
    pub(super) lines: Lines,
    pub(super) stream: Arc<LogStream>,
}

/// How the start of a runtime failed, as the caller reads it.
#[derive(Debug)]
pub(super) enum InitFailure {
    /// The runtime's own words.
    Reported(Bytes),
    Ended(Exit),
    TimedOut,
    /// The function's own program is missing or is none.
    NoEntrypoint {
        kind: &'static str,
        how: String,
    },
    /// An extension failed, and the environment with it.
    Extension(Failure),
}

impl StartFailure {
    /// A program that is not there is not there the second time either, and what is provisioned is
    /// not started for a call.
    pub(crate) fn may_be_tried_again(&self) -> bool {
        let is_first = self.init == Purpose::OnDemand.init(Phase::Init);
        is_first && !matches!(self.kind, InitFailure::NoEntrypoint { .. })
    }

    /// Writes what was printed, and how the start ended.
    pub(crate) fn into_log(mut self, (resolved, host): (&Resolved, &Host)) {
        self.report(resolved);
        self.stream.put(host.logs.as_ref(), self.lines.take());
    }

    fn report(&mut self, resolved: &Resolved) {
        let kind = self.kind.error_type();
        let line = Platform::of(resolved.config()).init_report(
            self.init,
            self.took_micros,
            self.kind.status(&kind),
        );
        self.lines.finish();
        self.lines.push(line);
    }

    /// The answer of a function whose runtime never became ready; what it printed goes to its log.
    pub(crate) fn into_outcome(
        mut self,
        (resolved, host): (&Resolved, &Host),
        event: &Event,
        request_id: &str,
    ) -> Outcome {
        let config = resolved.config();
        let platform = Platform::of(config);
        let version = resolved.version.to_string();
        self.report(resolved);
        let kind = self.kind.error_type();
        let status = self.kind.status(&kind);
        self.lines.push(platform.start(request_id, &version));
        self.lines.push(platform.end(request_id));
        self.lines.push(platform.report(&Report {
            request_id,
            duration_micros: self.took_micros,
            memory_mib: config.memory_mib,
            used_bytes: 0,
            init_micros: None,
            status,
        }));
        let outcome = Outcome {
            request_id: request_id.to_owned(),
            executed_version: version,
            payload: self.kind.payload(request_id, config.timeout_seconds),
            error: Some(FunctionError::Unhandled),
            log_tail: event.log_tail.then(|| self.lines.tail()),
            duration_micros: self.took_micros,
            init_micros: None,
            runtime: self.used,
        };
        self.stream.put(host.logs.as_ref(), self.lines.take());
        outcome
    }
}

impl InitFailure {
    fn status<'a>(&self, kind: &'a str) -> Status<'a> {
        match self {
            Self::TimedOut => Status::Timeout,
            Self::Reported(_) | Self::Ended(_) | Self::NoEntrypoint { .. } | Self::Extension(_) => {
                Status::Error(kind)
            }
        }
    }

    fn error_type(&self) -> String {
        match self {
            Self::Reported(error) => reported_type(error),
            Self::Ended(_) => EXIT_ERROR.to_owned(),
            Self::TimedOut => "Sandbox.Timedout".to_owned(),
            Self::NoEntrypoint { kind, .. } => (*kind).to_owned(),
            Self::Extension(failure) => failure.kind.clone(),
        }
    }

    fn payload(self, request_id: &str, timeout: u32) -> Bytes {
        match self {
            Self::Reported(error) => error,
            Self::Ended(exit) => exit_error(request_id, exit),
            Self::TimedOut => timeout_error(request_id, timeout),
            Self::NoEntrypoint { kind, how } => {
                platform_error(kind, &format!("RequestId: {request_id} Error: {how}"))
            }
            Self::Extension(failure) => extension_error(request_id, &failure),
        }
    }
}

/// The type in the runtime's own report, which a stranger wrote.
fn reported_type(error: &[u8]) -> String {
    const LONGEST: usize = 200;
    let error: Option<Value> = serde_json::from_slice(error).ok();
    let kind = error
        .as_ref()
        .and_then(|error| error.get("errorType")?.as_str());
    let plain = kind
        .unwrap_or("Runtime.Unknown")
        .chars()
        .filter(|c| !c.is_control());
    plain.take(LONGEST).collect()
}

pub(super) fn exit_error(request_id: &str, exit: Exit) -> Bytes {
    let how = exit_text(exit);
    platform_error(EXIT_ERROR, &format!("RequestId: {request_id} Error: {how}"))
}

pub(super) fn extension_error(request_id: &str, failure: &Failure) -> Bytes {
    let message = format!("RequestId: {request_id} Error: {}", failure.message);
    platform_error(&failure.kind, &message)
}

pub(super) fn timeout_error(request_id: &str, seconds: u32) -> Bytes {
    let message =
        format!("RequestId: {request_id} Error: Task timed out after {seconds}.00 seconds");
    platform_error("Sandbox.Timedout", &message)
}

pub(super) fn too_large() -> Bytes {
    let message = format!(
        "Response payload size exceeded maximum allowed payload size ({MAX_ANSWER_BYTES} bytes)."
    );
    platform_error("Function.ResponseSizeTooLarge", &message)
}

/// In the order in which AWS writes the two members.
fn platform_error(kind: &str, message: &str) -> Bytes {
    let (kind, message) = (Value::from(kind), Value::from(message));
    format!(r#"{{"errorType":{kind},"errorMessage":{message}}}"#).into()
}
