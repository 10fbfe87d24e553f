//! One invocation in a ready environment: from the offered event to an outcome.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use model::{LogEvent, LogFormat};
use sandbox::{Exit, MemoryLimit};

use super::drive::Happened;
use super::runtime_api::{RuntimeEvent, Work};
use super::start::{InitFailure, StartFailure, micros};
use super::{Environment, First};
use crate::event::{Event, FunctionError, MAX_ANSWER_BYTES, Outcome};
use crate::registry::Resolved;
use crate::report::{self, Lines, Report};

/// What is left of an environment after an invocation.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) outcome: Outcome,
    pub(crate) events: Vec<LogEvent>,
    /// Absent when the process is gone or must go.
    pub(crate) reusable: Option<Environment>,
}

/// How an invocation ended.
enum End {
    Answered(Bytes),
    /// The function's own error.
    Failed(Bytes),
    TooLarge(usize),
    Ended(Exit),
    TimedOut,
}

impl Environment {
    /// Runs one event. Gives the event back, in `Err`, when the process ended before it took it.
    pub(crate) async fn invoke(
        mut self,
        event: &Event,
        request_id: &Arc<str>,
        memory: &MemoryLimit,
    ) -> Result<Finished, Gone> {
        let first = self.first.take();
        let (init, mut lines) = match first {
            Some(First { init_micros, lines }) => (Some(init_micros), lines),
            None => (None, Lines::default()),
        };
        let began = Instant::now();
        let format = self.resolved.config().log_format;
        lines.push(report::start(
            format,
            request_id,
            &self.resolved.version.to_string(),
        ));
        self.output.drain(&mut lines);
        let timeout = Duration::from_secs(u64::from(self.resolved.config().timeout_seconds));
        let trace = event.trace.clone().unwrap_or_else(new_trace);
        self.api
            .offer(self.work(event, request_id, trace, timeout))
            .map_err(|_| Gone)?;
        let deadline = tokio::time::Instant::now() + timeout;
        let end = self.end(request_id, deadline, memory, &mut lines).await?;
        self.output.drain(&mut lines);
        Ok(self.finish(
            end,
            event,
            &Timing {
                request_id,
                began,
                init,
            },
            lines,
        ))
    }

    fn work(&self, event: &Event, id: &Arc<str>, trace: String, timeout: Duration) -> Work {
        let millis = i64::try_from(timeout.as_millis()).unwrap_or(i64::MAX);
        Work {
            request_id: Arc::clone(id),
            deadline_millis: report::now().millis().saturating_add(millis),
            invoked_arn: self.resolved.invoked_arn.to_string(),
            trace,
            client_context: event.client_context.clone(),
            payload: event.payload.clone(),
        }
    }

    async fn end(
        &mut self,
        request_id: &str,
        deadline: tokio::time::Instant,
        memory: &MemoryLimit,
        lines: &mut Lines,
    ) -> Result<End, Gone> {
        loop {
            match self.next(deadline, memory, lines).await {
                Happened::Told(RuntimeEvent::Response(answer)) => return Ok(End::Answered(answer)),
                Happened::Told(RuntimeEvent::ResponseTooLarge(size)) => {
                    return Ok(End::TooLarge(size));
                }
                Happened::Told(RuntimeEvent::Error(error)) => return Ok(End::Failed(error)),
                Happened::Told(RuntimeEvent::Ready | RuntimeEvent::InitError(_)) => {}
                Happened::Ended(_) if !self.api.is_running(request_id) => return Err(Gone),
                Happened::Ended(exit) => return Ok(End::Ended(exit)),
                Happened::TimedOut => {
                    self.kill();
                    return Ok(End::TimedOut);
                }
            }
        }
    }

    fn finish(
        mut self,
        end: End,
        event: &Event,
        timing: &Timing<'_>,
        mut lines: Lines,
    ) -> Finished {
        let request_id = timing.request_id;
        let used_bytes = self.child.peak_memory().unwrap_or_default();
        let timeout = self.resolved.config().timeout_seconds;
        let survives = matches!(end, End::Answered(_) | End::Failed(_) | End::TooLarge(_));
        lines.finish();
        let status = end.describe(request_id, timeout, &mut lines);
        let (payload, error) = end.payload(request_id, timeout);
        let duration_micros = micros(timing.began);
        log_end(
            &self.resolved,
            &mut lines,
            &Report {
                request_id,
                duration_micros,
                memory_mib: self.resolved.config().memory_mib,
                used_bytes,
                init_micros: timing.init,
                status,
                trace: None,
            },
        );
        let outcome = Outcome {
            request_id: request_id.to_string(),
            executed_version: self.resolved.version.to_string(),
            payload,
            error,
            log_tail: event.log_tail.then(|| lines.tail()),
            duration_micros,
            init_micros: timing.init,
        };
        self.last_used = Instant::now();
        Finished {
            outcome,
            events: lines.take(),
            reusable: survives.then_some(self),
        }
    }
}

/// The process ended before it took the event: the event has not run.
#[derive(Debug)]
pub(crate) struct Gone;

struct Timing<'a> {
    request_id: &'a Arc<str>,
    began: Instant,
    init: Option<u64>,
}

fn log_end(resolved: &Resolved, lines: &mut Lines, fields: &Report<'_>) {
    let format = resolved.config().log_format;
    if let Some(end) = report::end(format, fields.request_id) {
        lines.push(end);
    }
    lines.push(report::report(format, fields));
}

/// `Root=1-TIME-ID;Parent=ID;Sampled=0`, as AWS makes one for a caller that brought none.
fn new_trace() -> String {
    let id = uuid::Uuid::new_v4().simple().to_string();
    let parent = uuid::Uuid::new_v4().simple().to_string();
    let (id, parent) = (
        id.get(..24).unwrap_or_default(),
        parent.get(..16).unwrap_or_default(),
    );
    format!(
        "Root=1-{:08x}-{id};Parent={parent};Sampled=0",
        report::now().seconds()
    )
}

impl End {
    /// Adds the platform's own line, and names the status for the report.
    fn describe(&self, request_id: &str, timeout: u32, lines: &mut Lines) -> &'static str {
        match self {
            Self::Answered(_) => "success",
            Self::Failed(_) | Self::TooLarge(_) => "error",
            Self::TimedOut => {
                lines.push(report::timed_out(request_id, timeout));
                "timeout"
            }
            Self::Ended(exit) => {
                let how = exit_text(*exit);
                lines.push(format!(
                    "RequestId: {request_id} Error: {how}\nRuntime.ExitError\n"
                ));
                "error"
            }
        }
    }

    fn payload(self, request_id: &str, timeout: u32) -> (Bytes, Option<FunctionError>) {
        let unhandled = Some(FunctionError::Unhandled);
        match self {
            Self::Answered(answer) => (answer, None),
            Self::Failed(error) => (error, unhandled),
            Self::TooLarge(size) => (too_large(size), unhandled),
            Self::Ended(exit) => (exit_error(request_id, exit), unhandled),
            Self::TimedOut => (timeout_error(request_id, timeout), unhandled),
        }
    }
}

impl StartFailure {
    /// The answer of a function whose runtime never became ready.
    pub(crate) fn into_outcome(
        mut self,
        resolved: &Resolved,
        event: &Event,
        request_id: &Arc<str>,
    ) -> (Outcome, Vec<LogEvent>) {
        let config = resolved.config();
        let timeout = config.timeout_seconds;
        let (payload, status) = match self.kind {
            InitFailure::Reported(error) => (error, "error"),
            InitFailure::Ended(exit) => (exit_error(request_id, exit), "error"),
            InitFailure::TimedOut => (timeout_error(request_id, timeout), "timeout"),
        };
        let version = resolved.version.to_string();
        self.lines.finish();
        if config.log_format == LogFormat::Text {
            self.lines
                .push(format!("INIT_REPORT Phase: init\tStatus: {status}\n"));
        }
        self.lines
            .push(report::start(config.log_format, request_id, &version));
        log_end(
            resolved,
            &mut self.lines,
            &Report {
                request_id,
                duration_micros: 0,
                memory_mib: config.memory_mib,
                used_bytes: 0,
                init_micros: None,
                status,
                trace: None,
            },
        );
        let outcome = Outcome {
            request_id: request_id.to_string(),
            executed_version: version,
            payload,
            error: Some(FunctionError::Unhandled),
            log_tail: event.log_tail.then(|| self.lines.tail()),
            duration_micros: 0,
            init_micros: None,
        };
        (outcome, self.lines.take())
    }
}

fn exit_text(exit: Exit) -> String {
    match exit {
        Exit::Code(0) => "Runtime exited without providing a reason".to_owned(),
        Exit::Code(code) => format!("Runtime exited with error: exit status {code}"),
        Exit::Signal(9) => "Runtime exited with error: signal: killed".to_owned(),
        Exit::Signal(11) => "Runtime exited with error: signal: segmentation fault".to_owned(),
        Exit::Signal(6) => "Runtime exited with error: signal: aborted".to_owned(),
        Exit::Signal(signal) => format!("Runtime exited with error: signal: {signal}"),
    }
}

fn exit_error(request_id: &str, exit: Exit) -> Bytes {
    platform_error(
        "Runtime.ExitError",
        &format!("RequestId: {request_id} Error: {}", exit_text(exit)),
    )
}

fn timeout_error(request_id: &str, seconds: u32) -> Bytes {
    let message =
        format!("RequestId: {request_id} Error: Task timed out after {seconds}.00 seconds");
    platform_error("Sandbox.Timedout", &message)
}

fn too_large(size: usize) -> Bytes {
    let message = format!(
        "Response payload size ({size} bytes) exceeded maximum allowed payload size ({MAX_ANSWER_BYTES} bytes)."
    );
    platform_error("Function.ResponseSizeTooLarge", &message)
}

/// In the order in which AWS writes the two members.
fn platform_error(kind: &str, message: &str) -> Bytes {
    let (kind, message) = (
        serde_json::Value::from(kind),
        serde_json::Value::from(message),
    );
    format!(r#"{{"errorType":{kind},"errorMessage":{message}}}"#).into()
}
