//! The room's front: one function from a grant to an outcome, and the life of the whole.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use identity::Identity;
use identity::invocation::Grant;
use model::{FunctionArn, FunctionName, FunctionRecord, Qualifier, RuntimeName, Version};
use store::{Blobs, Change};
use tokio::sync::{OnceCell, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::admission::Admission;
use crate::asynchronous::{self, Accepted, QUEUE_BOUND};
use crate::code;
use crate::environment::{Environment, Host, StartError};
use crate::event::{Event, InvokeError, MAX_ASYNC_EVENT_BYTES, MAX_EVENT_BYTES, Outcome, Throttle};
use crate::logs::{LogBatch, LogSink};
use crate::pool::{Pool, Pools};
use crate::registry::{Registry, Resolved};
use crate::runtime::{Interpreter, Runtime};

/// Processes that may be starting at one time, per core: more only slow each other down.
const STARTS_PER_CORE: usize = 4;
/// How long a call waits for a process: the longest invocation that it may wait for, and a start.
const START_WITHIN: Duration = Duration::from_mins(17);
const SWEEP_EVERY: Duration = Duration::from_secs(15);
/// How often a call moves on because the process it was lent had just ended.
const MAX_LENDINGS: usize = 5;

/// How functions reach this server.
#[derive(Debug, Clone)]
pub struct Endpoint {
    pub address: SocketAddr,
    /// Such as `http://127.0.0.1:4566`.
    pub url: String,
}

#[derive(Debug)]
pub struct Config {
    pub endpoint: Endpoint,
    /// From [`sandbox::probe`].
    pub level: sandbox::Level,
    pub network: sandbox::Network,
    /// A directory of this server alone, for unpacked code and bootstraps.
    pub scratch: PathBuf,
    /// Pause before the second try of an asynchronous event; the third waits twice as long.
    /// AWS: one minute.
    pub retry_after: Duration,
}

/// Runs functions. Shared behind an `Arc`.
pub struct Lambda {
    registry: Registry,
    admission: Arc<Admission>,
    pools: Pools,
    host: Arc<Host>,
    blobs: Blobs,
    logs: Arc<dyn LogSink>,
    scratch: PathBuf,
    starts: Semaphore,
    queue: Arc<Semaphore>,
    interpreters: std::sync::Mutex<HashMap<Runtime, Arc<OnceCell<Option<Interpreter>>>>>,
    retry_after: Duration,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Lambda {
    /// Prepares the scratch directory and starts the sweeper. Must run inside a tokio runtime.
    pub fn start(
        config: Config,
        identity: Arc<Identity>,
        blobs: Blobs,
        logs: Arc<dyn LogSink>,
    ) -> std::io::Result<Arc<Self>> {
        let runtime_dir = write_bootstraps(&config.scratch)?;
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let lambda = Arc::new(Self {
            registry: Registry::default(),
            admission: Arc::default(),
            pools: Pools::default(),
            host: Arc::new(Host {
                level: config.level,
                network: config.network,
                endpoint: config.endpoint.address,
                endpoint_url: config.endpoint.url,
                runtime_dir,
                identity,
            }),
            blobs,
            logs,
            scratch: config.scratch,
            starts: Semaphore::new(cores * STARTS_PER_CORE),
            queue: Arc::new(Semaphore::new(QUEUE_BOUND)),
            interpreters: std::sync::Mutex::default(),
            retry_after: config.retry_after,
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
        });
        lambda.tasks.spawn(Arc::clone(&lambda).sweep());
        Ok(lambda)
    }

    /// Runs the function that the grant names and waits for its answer. The invocation goes on if
    /// the caller stops waiting, as on AWS.
    pub async fn invoke(
        self: &Arc<Self>,
        grant: Grant,
        event: Event,
    ) -> Result<Outcome, InvokeError> {
        check_event(&event, MAX_EVENT_BYTES)?;
        let lambda = Arc::clone(self);
        let running = self.spawn(async move { lambda.run(grant.function(), &event).await })?;
        running.await.map_err(|_| InvokeError::Lost)?
    }

    /// Accepts an event for later, and gives its request id.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a grant is used up by the call it permits"
    )]
    pub fn enqueue(self: &Arc<Self>, grant: Grant, event: Event) -> Result<String, InvokeError> {
        check_event(&event, MAX_ASYNC_EVENT_BYTES)?;
        self.registry.resolve(grant.function())?;
        let place = Arc::clone(&self.queue).try_acquire_owned();
        let place = place.map_err(|_| InvokeError::Throttled(Throttle::Account))?;
        let request_id = event.request_id.clone().unwrap_or_else(new_request_id);
        let event = Event {
            request_id: Some(request_id.clone()),
            ..event
        };
        let accepted = Accepted {
            arn: grant.function().clone(),
            event,
            place,
        };
        let delivery = asynchronous::deliver(Arc::clone(self), accepted);
        let stop = self.stop.clone();
        self.spawn(async move { stop.run_until_cancelled(delivery).await })?;
        Ok(request_id)
    }

    /// What an ARN names, without running it.
    pub fn resolve(&self, arn: &FunctionArn) -> Result<Resolved, InvokeError> {
        self.registry.resolve(arn)
    }

    /// The interpreter that functions of this runtime get here, if there is one.
    pub async fn interpreter(&self, name: &RuntimeName) -> Option<Interpreter> {
        let runtime = Runtime::parse(name).ok()?;
        let cell = {
            let mut known = self
                .interpreters
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            Arc::clone(known.entry(runtime).or_default())
        };
        cell.get_or_init(|| Interpreter::find(runtime))
            .await
            .clone()
    }

    /// Lets running invocations end, for as long as `within`, then ends every process.
    pub async fn drain(&self, within: Duration) {
        self.tasks.close();
        let patience = tokio::time::timeout(within, async {
            // The sweeper and queued retries end with the token; invocations end by themselves.
            self.stop.cancel();
            self.tasks.wait().await;
        });
        if patience.await.is_err() {
            tracing::warn!("invocations were still running at the end of the drain");
        }
        end(self.pools.close());
    }

    pub(crate) const fn retry_after(&self) -> Duration {
        self.retry_after
    }

    fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<tokio::task::JoinHandle<T>, InvokeError> {
        if self.tasks.is_closed() {
            return Err(InvokeError::Draining);
        }
        Ok(self.tasks.spawn(work))
    }

    /// Resolve, admit, lend, run, give back.
    pub(crate) async fn run(
        &self,
        arn: &FunctionArn,
        event: &Event,
    ) -> Result<Outcome, InvokeError> {
        let resolved = self.registry.resolve(arn)?;
        let admitted = self
            .admission
            .admit(self.registry.limit(&resolved.function));
        let _admitted = admitted.map_err(InvokeError::Throttled)?;
        let request_id: Arc<str> = event
            .request_id
            .clone()
            .unwrap_or_else(new_request_id)
            .into();
        let pool = self.pools.of(resolved.environment_key());
        for _ in 0..MAX_LENDINGS {
            let environment = match self.lend(&pool, &resolved).await {
                Ok(environment) => environment,
                Err(StartError::Refused(error)) => return Err(error),
                Err(StartError::Failed(failure)) => {
                    let (caller, stream) =
                        (failure.caller.clone(), Arc::clone(&failure.log_stream));
                    let (outcome, events) = failure.into_outcome(&resolved, event, &request_id);
                    self.log(&resolved, (caller, stream), events);
                    return Ok(outcome);
                }
            };
            let log_to = (
                environment.caller.clone(),
                Arc::clone(&environment.log_stream),
            );
            let environment = environment.called_as(&resolved);
            let Ok(finished) = environment
                .invoke(event, &request_id, &self.host.level.memory)
                .await
            else {
                continue;
            };
            self.log(&resolved, log_to, finished.events);
            end(finished
                .reusable
                .and_then(|environment| pool.give_back(environment)));
            return Ok(finished.outcome);
        }
        Err(InvokeError::Environment {
            reason: "the runtime ended again and again".to_owned(),
        })
    }

    /// An idle environment, or a new one; whichever is there first.
    async fn lend(&self, pool: &Pool, resolved: &Resolved) -> Result<Environment, StartError> {
        let too_long = || {
            StartError::Refused(InvokeError::Environment {
                reason: "no start was free in time".to_owned(),
            })
        };
        let wait = async {
            loop {
                if let Some(environment) = pool.lend() {
                    return Ok(environment);
                }
                tokio::select! {
                    biased;
                    () = pool.returned.notified() => {}
                    permit = self.starts.acquire() => {
                        let _permit = permit.map_err(|_| StartError::Refused(InvokeError::Draining))?;
                        return self.start_environment(resolved).await;
                    }
                }
            }
        };
        tokio::time::timeout(START_WITHIN, wait)
            .await
            .map_err(|_| too_long())?
    }

    async fn start_environment(&self, resolved: &Resolved) -> Result<Environment, StartError> {
        let code = self.code(resolved).await.map_err(StartError::Refused)?;
        let interpreter = self.interpreter(&resolved.config().runtime).await;
        Environment::start(&self.host, resolved, &code, interpreter.as_ref()).await
    }

    /// The unpacked zip, shared by all versions with the same content.
    async fn code(&self, resolved: &Resolved) -> Result<PathBuf, InvokeError> {
        let sha256 = resolved.config().code.sha256.clone();
        let folder = self.scratch.join("code").join(&sha256);
        if folder.is_dir() {
            return Ok(folder);
        }
        let unavailable = |reason: String| InvokeError::CodeUnavailable { reason };
        let zip = self
            .blobs
            .get(&sha256)
            .await
            .map_err(|error| unavailable(error.to_string()))?;
        let zip = zip.ok_or_else(|| unavailable("its zip is gone".to_owned()))?;
        let target = folder.clone();
        let unpacked = tokio::task::spawn_blocking(move || code::unpack(&zip, &target)).await;
        unpacked
            .map_err(|error| unavailable(error.to_string()))?
            .map_err(|error| unavailable(error.to_string()))?;
        Ok(folder)
    }

    fn log(
        &self,
        resolved: &Resolved,
        (caller, stream): (identity::Caller, Arc<str>),
        events: Vec<model::LogEvent>,
    ) {
        let function = &resolved.function;
        self.logs.put(LogBatch {
            caller,
            account: function.account.clone(),
            region: function.region.clone(),
            group: log_group(&function.name, resolved.config()),
            stream: stream.to_string(),
            events,
        });
    }

    async fn sweep(self: Arc<Self>) {
        let sweeping = async {
            let mut tick = tokio::time::interval(SWEEP_EVERY);
            loop {
                tick.tick().await;
                end(self.pools.expired(Instant::now()));
            }
        };
        let _: Option<()> = self.stop.run_until_cancelled(sweeping).await;
    }
}

impl store::View for Lambda {
    fn kinds(&self) -> &'static [model::Kind] {
        &[model::Kind::Function]
    }

    fn apply(&self, changes: &[Change]) {
        for id in self.registry.apply(changes) {
            let keep = self
                .registry
                .find(&id)
                .as_ref()
                .map(current_keys)
                .unwrap_or_default();
            end(self.pools.retire(&id, &keep));
        }
    }
}

impl std::fmt::Debug for Lambda {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lambda")
            .field("host", &self.host)
            .finish_non_exhaustive()
    }
}

/// `/aws/lambda/NAME`, or what the logging configuration says.
pub(crate) fn log_group(name: &FunctionName, config: &Version) -> String {
    config
        .log_group
        .clone()
        .unwrap_or_else(|| format!("/aws/lambda/{name}"))
}

/// The keys of all environments that may still be lent.
fn current_keys(function: &Arc<FunctionRecord>) -> Vec<String> {
    let published = function
        .versions
        .keys()
        .map(|number| Qualifier::Version(*number));
    let versions: Vec<Qualifier> = published.chain([Qualifier::Latest]).collect();
    let key = |version| {
        let invoked_arn = function.arn();
        Resolved {
            function: Arc::clone(function),
            version,
            invoked_arn,
        }
        .environment_key()
    };
    versions.into_iter().map(key).collect()
}

fn check_event(event: &Event, limit: usize) -> Result<(), InvokeError> {
    let bytes = event.payload.len();
    if bytes > limit {
        return Err(InvokeError::RequestTooLarge { bytes, limit });
    }
    serde_json::from_slice::<serde::de::IgnoredAny>(&event.payload)
        .map(|_| ())
        .map_err(|error| InvokeError::InvalidJson {
            reason: error.to_string(),
        })
}

fn new_request_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Ending a process takes a moment; it is done where waiting harms nobody.
fn end(environments: impl IntoIterator<Item = Environment>) {
    let environments: Vec<Environment> = environments.into_iter().collect();
    if environments.is_empty() {
        return;
    }
    match tokio::runtime::Handle::try_current() {
        Ok(runtime) => drop(runtime.spawn_blocking(move || drop(environments))),
        Err(_) => drop(environments),
    }
}

fn write_bootstraps(scratch: &std::path::Path) -> std::io::Result<PathBuf> {
    let folder = scratch.join("runtime");
    std::fs::create_dir_all(&folder)?;
    std::fs::create_dir_all(scratch.join("code"))?;
    std::fs::write(
        folder.join("bootstrap.py"),
        include_str!("bootstrap/bootstrap.py"),
    )?;
    std::fs::write(
        folder.join("bootstrap.cjs"),
        include_str!("bootstrap/bootstrap.cjs"),
    )?;
    Ok(folder)
}
