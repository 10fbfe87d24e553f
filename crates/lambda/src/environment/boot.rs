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
use super::start::{Host, Materials, NoProcess, Plan, Purpose, StartError, micros, runtime_used};
use super::telemetry::Stream;
use super::{Environment, First, Shutdown};
use crate::lines::Lines;
use crate::pool::Kept as _;
use crate::registry::Resolved;
use crate::report::{self, Init, Phase, Platform, Status};

const INIT_WITHIN: Duration = Duration::from_secs(10);
/// "The time limit is 130 seconds or the configured function timeout, whichever is higher."
const PROVISIONED_WITHIN: Duration = Duration::from_secs(130);

/// A runtime that has started in its own sandbox and has seen nothing of the function's code.
#[derive(Debug)]
pub(crate) struct Spare(Environment);

impl Spare {
    /// None if the runtime cannot be held, or fails: then a start for a call will say why.
    pub(crate) async fn start(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
    ) -> Option<Self> {
        let plan = Plan::new(host, resolved, materials).ok()?.holding()?;
        let mut environment = plan.environment().await.ok()?;
        let deadline = tokio::time::Instant::now() + INIT_WITHIN;
        let mut lines = Lines::default();
        match environment.next(deadline, host, &mut lines).await {
            Happened::Told(RuntimeEvent::Held) => {
                environment.api.rest();
                Some(Self(environment))
            }
            Happened::Told(_) | Happened::Ended(_) | Happened::TimedOut => None,
        }
    }

    pub(crate) fn is_usable(&self, now: Instant) -> bool {
        self.0.is_alive() && self.0.expires() > now
    }

    /// Goes on from here as a start for a call does.
    pub(crate) async fn load(self) -> Result<Environment, StartError> {
        self.0.load(Attempt::first(INIT_WITHIN)).await
    }
}

/// One start of a runtime.
#[derive(Debug, Clone, Copy)]
struct Attempt {
    began: Instant,
    limit: Duration,
    phase: Phase,
}

impl Attempt {
    fn first(limit: Duration) -> Self {
        Self {
            began: Instant::now(),
            limit,
            phase: Phase::Init,
        }
    }

    fn again(limit: Duration) -> Self {
        Self {
            phase: Phase::Invoke,
            ..Self::first(limit)
        }
    }
}

impl Environment {
    /// Starts a runtime. AWS gives it ten seconds; one that fails is started once more.
    pub(crate) async fn start(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
    ) -> Result<Self, StartError> {
        if host.debug(resolved).is_some() {
            let attempt = Attempt::first(debug::LIMIT);
            return Self::start_within(host, resolved, materials, attempt).await;
        }
        let limit = match materials.purpose {
            Purpose::OnDemand => INIT_WITHIN,
            Purpose::Provisioned => timeout(resolved).max(PROVISIONED_WITHIN),
        };
        let attempt = Attempt::first(limit);
        match Self::start_within(host, resolved, materials, attempt).await {
            Err(StartError::Failed(failure)) if failure.may_be_tried_again() => {
                Self::start_again(host, resolved, materials, failure).await
            }
            other => other,
        }
    }

    /// "Lambda retries the Init phase at the time of the first function invocation with the
    /// configured function timeout": what is left of it is the invocation's.
    pub(crate) async fn start_again(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
        failure: Box<StartFailure>,
    ) -> Result<Self, StartError> {
        failure.into_log((resolved, host));
        let attempt = Attempt::again(timeout(resolved));
        Self::start_within(host, resolved, materials, attempt).await
    }

    async fn start_within(
        host: &Arc<Host>,
        resolved: &Resolved,
        materials: &Materials,
        attempt: Attempt,
    ) -> Result<Self, StartError> {
        let plan = Plan::new(host, resolved, materials).map_err(StartError::Refused)?;
        match plan.environment().await {
            Ok(environment) => environment.load(attempt).await,
            Err(NoProcess::Refused(error)) => Err(StartError::Refused(error)),
            Err(NoProcess::NoProgram { kind, how }) => {
                let mut lines = Lines::default();
                let version = resolved.version.to_string();
                let used = runtime_used(resolved, materials.interpreter.as_ref());
                let init = materials.purpose.init(attempt.phase);
                let shown = plan.shown();
                lines.push(Platform::of(resolved.config()).init_start(init, &shown, &version));
                Err(StartError::Failed(Box::new(StartFailure {
                    kind: InitFailure::NoEntrypoint { kind, how },
                    init,
                    used: used.into(),
                    took_micros: micros(attempt.began),
                    lines,
                    stream: plan.stream,
                })))
            }
        }
    }

    /// Lets the runtime load the function's code and ask for the first event.
    async fn load(mut self, attempt: Attempt) -> Result<Self, StartError> {
        let deadline = tokio::time::Instant::now() + attempt.limit;
        let mut lines = Lines::default();
        let version = self.resolved.version.to_string();
        let init = self.purpose.init(attempt.phase);
        lines.push(Platform::of(self.resolved.config()).init_start(init, &self.shown, &version));
        let host = Arc::clone(&self.host);
        lines.tap(self.api.telemetry(), Stream::Function);
        let record = || report::init_start_record(init, &self.shown, &version);
        self.api.telemetry().platform("platform.initStart", record);
        self.api.release();
        match self.become_ready(deadline, &host, (init, &mut lines)).await {
            Ok(()) => {
                let init_micros = micros(attempt.began);
                self.tell_init(init, init_micros);
                self.first = Some(First::of(attempt, init_micros, lines));
                self.api.rest();
                Ok(self)
            }
            Err(kind) => {
                self.ending = Shutdown::Failure;
                self.drain(&host, &mut lines);
                Err(StartError::Failed(Box::new(StartFailure {
                    kind,
                    init,
                    used: Arc::clone(&self.used),
                    took_micros: micros(attempt.began),
                    lines,
                    stream: Arc::clone(&self.stream),
                })))
            }
        }
    }

    async fn become_ready(
        &mut self,
        deadline: tokio::time::Instant,
        host: &Host,
        (init, lines): (Init, &mut Lines),
    ) -> Result<(), InitFailure> {
        let mut runtime_waits = false;
        loop {
            match self.next(deadline, host, lines).await {
                Happened::Told(RuntimeEvent::Ready) => {
                    runtime_waits = true;
                    let record = || report::init_record(init, None, Status::Success);
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
    fn tell_init(&self, init: Init, init_micros: u64) {
        let (extensions, telemetry) = (self.api.extensions(), self.api.telemetry());
        extensions.close();
        for (name, events) in extensions.registered() {
            telemetry.extension(&name, &events);
        }
        let record = || report::init_record(init, Some(init_micros), Status::Success);
        telemetry.platform("platform.initReport", record);
        telemetry.close();
    }
}

impl First {
    fn of(attempt: Attempt, init_micros: u64, lines: Lines) -> Self {
        let (init_micros, spent) = match attempt.phase {
            Phase::Init => (Some(init_micros), Duration::ZERO),
            Phase::Invoke => (None, attempt.began.elapsed()),
        };
        Self {
            init_micros,
            lines,
            spent,
        }
    }
}

fn timeout(resolved: &Resolved) -> Duration {
    Duration::from_secs(u64::from(resolved.config().timeout_seconds))
}
