//! The init phase: from a version to a runtime that asks for its first event.
//!
//! AWS: "Understanding the Lambda execution environment lifecycle". A runtime may also be started
//! before it is needed, up to the moment in which it would load the function's code: see
//! docs/decisions/0008.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::debug;
use super::drive::Happened;
use super::failure::{InitFailure, StartFailure};
use super::runtime_api::RuntimeEvent;
use super::start::{Host, Materials, NoProcess, Plan, StartError, micros, runtime_used};
use super::telemetry::Stream;
use super::{Environment, First};
use crate::lines::Lines;
use crate::logs::LogStream;
use crate::pool::Kept as _;
use crate::registry::Resolved;
use crate::report::{self, Platform, Status};

const INIT_WITHIN: Duration = Duration::from_secs(10);

/// A runtime that has started in its own sandbox and has seen nothing of the function's code.
#[derive(Debug)]
pub(crate) struct Spare {
    environment: Environment,
    used: String,
}

impl Spare {
    /// None if the runtime cannot be held, or fails: then a start for a call will say why.
    pub(crate) async fn start(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
    ) -> Option<Self> {
        let plan = Plan::new(host, resolved, materials).ok()?.holding()?;
        let used = runtime_used(resolved, materials.interpreter.as_ref());
        let mut environment = plan.environment().await.ok()?;
        let deadline = tokio::time::Instant::now() + INIT_WITHIN;
        let mut lines = Lines::default();
        match environment.next(deadline, host, &mut lines).await {
            Happened::Told(RuntimeEvent::Held) => {
                environment.api.rest();
                Some(Self { environment, used })
            }
            Happened::Told(_) | Happened::Ended(_) | Happened::TimedOut => None,
        }
    }

    pub(crate) fn is_usable(&self, now: Instant) -> bool {
        self.environment.is_alive() && self.environment.expires() > now
    }

    /// Goes on from here as a start for a call does.
    pub(crate) async fn load(self) -> Result<Environment, StartError> {
        let Self { environment, used } = self;
        environment.load(&used, Instant::now(), INIT_WITHIN).await
    }
}

impl Environment {
    /// Starts a runtime. AWS gives it ten seconds; if they are not enough, it starts once more and
    /// may take as long as an invocation.
    pub(crate) async fn start(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
    ) -> Result<Self, StartError> {
        let timeout = Duration::from_secs(u64::from(resolved.config().timeout_seconds));
        if host.debug(resolved).is_some() {
            return Self::start_within(host, resolved, materials, debug::LIMIT).await;
        }
        match Self::start_within(host, resolved, materials, INIT_WITHIN).await {
            Err(StartError::Failed(mut failure))
                if matches!(failure.kind, InitFailure::TimedOut) =>
            {
                failure.stream.put(host.logs.as_ref(), failure.lines.take());
                Self::start_within(host, resolved, materials, timeout).await
            }
            other => other,
        }
    }

    async fn start_within(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
        limit: Duration,
    ) -> Result<Self, StartError> {
        let began = Instant::now();
        let plan = Plan::new(host, resolved, materials).map_err(StartError::Refused)?;
        let used = runtime_used(resolved, materials.interpreter.as_ref());
        match plan.environment().await {
            Ok(environment) => environment.load(&used, began, limit).await,
            Err(NoProcess::Refused(error)) => Err(StartError::Refused(error)),
            Err(NoProcess::NoProgram(how)) => {
                let mut lines = Lines::default();
                let version = resolved.version.to_string();
                lines.push(Platform::of(resolved.config()).init_start(&used, &version));
                let kind = InitFailure::NoEntrypoint(how);
                Err(failed(kind, began, lines, plan.stream))
            }
        }
    }

    /// Lets the runtime load the function's code and ask for the first event.
    async fn load(
        mut self,
        used: &str,
        began: Instant,
        limit: Duration,
    ) -> Result<Self, StartError> {
        let deadline = tokio::time::Instant::now() + limit;
        let mut lines = Lines::default();
        let version = self.resolved.version.to_string();
        lines.push(Platform::of(self.resolved.config()).init_start(used, &version));
        let host = Arc::clone(&self.host);
        lines.tap(self.api.telemetry(), Stream::Function);
        let record = || report::init_start_record(used, &version);
        self.api.telemetry().platform("platform.initStart", record);
        self.api.release();
        match self.become_ready(deadline, &host, &mut lines).await {
            Ok(()) => {
                let init_micros = micros(began);
                self.tell_init(init_micros);
                self.first = Some(First { init_micros, lines });
                self.api.rest();
                Ok(self)
            }
            Err(kind) => {
                self.drain(&host, &mut lines);
                let stream = Arc::clone(&self.stream);
                Err(failed(kind, began, lines, stream))
            }
        }
    }

    async fn become_ready(
        &mut self,
        deadline: tokio::time::Instant,
        host: &Host,
        lines: &mut Lines,
    ) -> Result<(), InitFailure> {
        let mut runtime_waits = false;
        loop {
            match self.next(deadline, host, lines).await {
                Happened::Told(RuntimeEvent::Ready) => {
                    runtime_waits = true;
                    let record = || report::init_record(None, Status::Success);
                    let telemetry = self.api.telemetry();
                    telemetry.platform("platform.initRuntimeDone", record);
                }
                Happened::Told(RuntimeEvent::InitError(error)) => {
                    return Err(InitFailure::Reported(error));
                }
                // Nothing was asked yet: an answer now is noise.
                Happened::Told(_) => {}
                Happened::Ended(exit) => return Err(InitFailure::Ended(exit)),
                Happened::TimedOut => return Err(InitFailure::TimedOut),
            }
            if let Some(failure) = self.api.extensions().failure() {
                return Err(InitFailure::Extension(failure));
            }
            if runtime_waits && self.api.extensions().are_ready() {
                return Ok(());
            }
        }
    }

    /// The init phase is over: nobody registers or subscribes any more.
    fn tell_init(&self, init_micros: u64) {
        let (extensions, telemetry) = (self.api.extensions(), self.api.telemetry());
        extensions.close();
        for (name, events) in extensions.registered() {
            telemetry.extension(&name, &events);
        }
        let record = || report::init_record(Some(init_micros), Status::Success);
        telemetry.platform("platform.initReport", record);
        telemetry.close();
    }
}

fn failed(kind: InitFailure, began: Instant, lines: Lines, stream: Arc<LogStream>) -> StartError {
    StartError::Failed(Box::new(StartFailure {
        kind,
        took_micros: micros(began),
        lines,
        stream,
    }))
}
