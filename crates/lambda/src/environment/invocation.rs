//! One invocation in a ready environment: from the offered event to an outcome.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use sandbox::Exit;

use super::debug;
use super::drive::Happened;
use super::extensions::Failure;
use super::failure::{EXIT_ERROR, exit_error, extension_error, timeout_error, too_large};
use super::runtime_api::{RuntimeEvent, Work};
use super::start::micros;
use super::telemetry::Stream;
use super::{Environment, Host, Shutdown};
use crate::event::{Event, FunctionError, Outcome};
use crate::lines::Lines;
use crate::report::{self, Platform, Report, Status};
use crate::stream::Sink;

/// One event on its way through an environment.
pub(crate) struct Call<'a> {
    pub(crate) event: &'a Event,
    pub(crate) request_id: &'a str,
    /// Where the answer goes while it is written, if somebody reads it then.
    pub(crate) sink: Option<&'a Sink>,
}

/// What is left of an environment after an invocation.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) outcome: Outcome,
    /// Absent when the process is gone or must go.
    pub(crate) reusable: Option<Environment>,
}

/// How an invocation ended.
enum End {
    Answered(Bytes),
    /// The function's own error.
    Failed(Bytes),
    TooLarge,
    Ended(Exit),
    TimedOut,
    /// An extension failed, and the environment with it.
    Extension(Failure),
}

/// The process ended before it took the event: the event has not run.
#[derive(Debug)]
pub(crate) struct Gone;

struct Timing<'a> {
    request_id: &'a str,
    began: Instant,
    init: Option<u64>,
}

impl Environment {
    /// Runs one event, and writes what it left in the log.
    pub(crate) async fn invoke(mut self, call: &Call<'_>, host: &Host) -> Result<Finished, Gone> {
        let request_id = call.request_id;
        let (init, mut lines, spent) = match self.first.take() {
            Some(first) => (first.init_micros, first.lines, first.spent),
            None => (None, Lines::default(), Duration::ZERO),
        };
        self.drain(host, &mut lines);
        let now = Instant::now();
        let began = now.checked_sub(spent).unwrap_or(now);
        let platform = Platform::of(self.resolved.config());
        let start = platform.start(request_id, &self.resolved.version.to_string());
        lines.push(start.clone());
        lines.tap(self.api.telemetry(), Stream::Function);
        let record = || report::start_record(request_id, &self.resolved.version.to_string());
        self.api.telemetry().platform("platform.start", record);
        let timeout = self.timeout().saturating_sub(spent);
        self.api.offer(self.work(call, timeout));
        let deadline = tokio::time::Instant::now() + timeout;
        self.busy_until = deadline;
        let Some(end) = self.end(deadline, host, &mut lines).await else {
            lines.withdraw(&start.unwrap_or_default());
            self.stream.put(host.logs.as_ref(), lines.take());
            return Err(Gone);
        };
        self.drain(host, &mut lines);
        let timing = Timing {
            request_id,
            began,
            init,
        };
        Ok(self.finish(end, call.event, &timing, (host, lines)))
    }

    fn timeout(&self) -> Duration {
        if self.debugged {
            return debug::LIMIT;
        }
        Duration::from_secs(u64::from(self.resolved.config().timeout_seconds))
    }

    fn work(&self, call: &Call<'_>, timeout: Duration) -> Work {
        let event = call.event;
        let millis = i64::try_from(timeout.as_millis()).unwrap_or(i64::MAX);
        Work {
            request_id: call.request_id.to_owned(),
            deadline_millis: report::now().millis().saturating_add(millis),
            invoked_arn: self.resolved.invoked_arn.to_string(),
            trace: event.trace.clone().unwrap_or_default(),
            client_context: event.client_context.clone(),
            payload: event.payload.clone(),
            sink: call.sink.cloned(),
        }
    }

    /// How it ends; nothing if the process ended before it took the event.
    async fn end(
        &mut self,
        deadline: tokio::time::Instant,
        host: &Host,
        lines: &mut Lines,
    ) -> Option<End> {
        loop {
            match self.next(deadline, host, lines).await {
                Happened::Told(RuntimeEvent::Response(answer)) => {
                    return Some(End::Answered(answer));
                }
                Happened::Told(RuntimeEvent::ResponseTooLarge) => {
                    return Some(End::TooLarge);
                }
                Happened::Told(RuntimeEvent::Error(error)) => return Some(End::Failed(error)),
                Happened::Told(
                    RuntimeEvent::Held | RuntimeEvent::Ready | RuntimeEvent::InitError(_),
                ) => {}
                Happened::Told(RuntimeEvent::Extensions) => {
                    if let Some(failure) = self.api.extensions().failure() {
                        self.ending = Shutdown::Failure;
                        return Some(End::Extension(failure));
                    }
                }
                Happened::Ended(exit) => {
                    self.ending = Shutdown::Failure;
                    return self.api.was_taken().then_some(End::Ended(exit));
                }
                Happened::TimedOut => {
                    self.ending = Shutdown::Timeout;
                    // Extensions are told first, see `farewell`.
                    if self.api.extensions().grace().is_none() {
                        self.process.kill();
                    }
                    return Some(End::TimedOut);
                }
            }
        }
    }

    fn finish(
        mut self,
        end: End,
        event: &Event,
        timing: &Timing<'_>,
        (host, mut lines): (&Host, Lines),
    ) -> Finished {
        let request_id = timing.request_id;
        let config = self.resolved.config();
        let platform = Platform::of(config);
        let duration_micros = micros(timing.began);
        lines.finish();
        match end {
            End::TimedOut => lines.push(platform.timed_out(request_id, config.timeout_seconds)),
            End::Ended(exit) => lines.push(platform.exited(request_id, exit)),
            End::Answered(_) | End::Failed(_) | End::TooLarge | End::Extension(_) => {}
        }
        lines.push(platform.end(request_id));
        self.last_used = Instant::now();
        let status = end.status();
        let report = Report {
            request_id,
            duration_micros,
            memory_mib: self.resolved.config().memory_mib,
            used_bytes: self.process.peak_memory(self.last_used),
            init_micros: timing.init,
            status,
        };
        lines.push(platform.report(&report));
        self.tell_end(&report, end.produced());
        let survives = end.leaves_a_runtime();
        let (payload, error) = end.payload(request_id, self.resolved.config().timeout_seconds);
        let outcome = Outcome {
            request_id: request_id.to_owned(),
            executed_version: self.resolved.version.to_string(),
            payload,
            error,
            log_tail: event.log_tail.then(|| lines.tail()),
            duration_micros,
            init_micros: timing.init,
            runtime: Arc::clone(&self.used),
        };
        self.stream.put(host.logs.as_ref(), lines.take());
        self.api.rest();
        Finished {
            outcome,
            reusable: survives.then_some(self),
        }
    }
}

impl Environment {
    fn tell_end(&self, report: &Report<'_>, produced_bytes: usize) {
        let telemetry = self.api.telemetry();
        let done = || report::runtime_done_record(report, produced_bytes);
        telemetry.platform("platform.runtimeDone", done);
        telemetry.platform("platform.report", || report::json_report(report));
    }
}

impl End {
    fn produced(&self) -> usize {
        match self {
            Self::Answered(bytes) | Self::Failed(bytes) => bytes.len(),
            Self::TooLarge | Self::Ended(_) | Self::TimedOut | Self::Extension(_) => 0,
        }
    }

    const fn leaves_a_runtime(&self) -> bool {
        matches!(self, Self::Answered(_) | Self::Failed(_) | Self::TooLarge)
    }

    fn status(&self) -> Status<'_> {
        match self {
            Self::Answered(_) => Status::Success,
            Self::Failed(_) => Status::Failed,
            Self::TooLarge => Status::Error("Function.ResponseSizeTooLarge"),
            Self::TimedOut => Status::Timeout,
            Self::Ended(_) => Status::Error(EXIT_ERROR),
            Self::Extension(failure) => Status::Error(&failure.kind),
        }
    }

    fn payload(self, request_id: &str, timeout: u32) -> (Bytes, Option<FunctionError>) {
        let unhandled = Some(FunctionError::Unhandled);
        match self {
            Self::Answered(answer) => (answer, None),
            Self::Failed(error) => (error, unhandled),
            Self::TooLarge => (too_large(), unhandled),
            Self::Ended(exit) => (exit_error(request_id, exit), unhandled),
            Self::Extension(failure) => (extension_error(request_id, &failure), unhandled),
            Self::TimedOut => (timeout_error(request_id, timeout), unhandled),
        }
    }
}
