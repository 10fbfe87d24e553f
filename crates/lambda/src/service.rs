//! The room's front: one function from a grant to an outcome, and the life of the whole.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use identity::Identity;
use identity::invocation::Grant;
use model::{FunctionArn, FunctionRecord, Qualifier, RecursiveLoop, RuntimeName, Version};
use store::{Blobs, Change, Records};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::admission::{Admission, Admitted};
use crate::asynchronous::Queue;
use crate::bootstrap;
use crate::counts::{Counts, FunctionCounts};
use crate::courier::Courier;
use crate::environment::{self, Call, EndpointTold, Environment, Host, StartError};
use crate::event::{Event, InvokeError, MAX_EVENT_BYTES, Outcome};
use crate::folders::Folders;
use crate::hot::{self, HotReloadRefused};
use crate::images::{Engine, ImageRefused, Images, TakenImage};
use crate::lasting::Lasting;
use crate::lending::Lender;
use crate::lineage::Lineage;
use crate::logs::LogSink;
use crate::pool::Pool;
use crate::provisioning::{Provisioned, Provisioning};
use crate::random;
use crate::registry::{Registry, Resolved};
use crate::report;
use crate::runtime::Interpreter;
use crate::stream::{self, Sink, Streamed};

const SWEEP_EVERY: Duration = Duration::from_secs(15);
/// How often a call moves on because the process it was lent had just ended.
const MAX_LENDINGS: usize = 5;
/// How long the kernel may take to end processes when the server stops.
const END_WITHIN: Duration = Duration::from_secs(5);

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
    /// How long an environment without work is kept; with zero each call finds a cold start. AWS
    /// keeps them for some minutes and names no number.
    pub keep_for: Duration,
    /// Runtimes that are started before they are needed, of all versions together.
    pub spares: usize,
    /// Where the folders lie that a function may have as its code.
    pub hot_reload_root: Option<PathBuf>,
    /// How functions are told where this server is.
    pub endpoint_told: EndpointTold,
    /// In whose stores container images are looked for, the first one first.
    pub image_engines: Vec<Engine>,
    /// Which folders of the host are file systems that functions may use, by their ARNs.
    pub file_systems: HashMap<String, PathBuf>,
    /// Functions that are debugged, by name, with the port at which a debugger is waited for.
    pub debug: HashMap<String, Option<u16>>,
}

impl Config {
    /// AWS's pace, nothing started ahead, no local folders, no debugger.
    pub fn new(endpoint: Endpoint, level: sandbox::Level, scratch: PathBuf) -> Self {
        Self {
            endpoint,
            level,
            network: sandbox::Network::Isolated,
            scratch,
            retry_after: Duration::from_mins(1),
            keep_for: Duration::from_mins(10),
            spares: 0,
            hot_reload_root: None,
            endpoint_told: EndpointTold::default(),
            image_engines: vec![Engine::Podman, Engine::Docker],
            file_systems: HashMap::new(),
            debug: HashMap::new(),
        }
    }
}

/// The rooms and doors that this room works with.
pub struct Neighbours {
    pub identity: Arc<Identity>,
    /// Where accepted events are kept until they are done.
    pub records: Records,
    /// Where code is kept.
    pub blobs: Blobs,
    pub logs: Arc<dyn LogSink>,
    pub courier: Arc<dyn Courier>,
}

/// Runs functions. Shared behind an `Arc`.
pub struct Lambda {
    registry: Registry,
    admission: Arc<Admission>,
    lender: Arc<Lender>,
    images: Arc<Images>,
    provisioning: Provisioning,
    host: Arc<Host>,
    queue: Queue,
    retry_after: Duration,
    counts: Counts,
    tasks: TaskTracker,
    /// No further try, sweep or pause.
    stop: CancellationToken,
    /// No invocation goes on.
    abort: CancellationToken,
}

impl Lambda {
    /// Prepares the scratch directory and starts the sweeper. Must run inside a tokio runtime.
    pub fn start(config: Config, neighbours: Neighbours) -> std::io::Result<Arc<Self>> {
        let runtime_dir = bootstrap::write(&config.scratch)?;
        let sdk_config = config.scratch.join("sdk-config");
        std::fs::write(&sdk_config, environment::sdk_config())?;
        std::fs::set_permissions(&sdk_config, std::fs::Permissions::from_mode(0o644))?;
        let host = Arc::new(Host {
            endpoint_told: config.endpoint_told,
            sdk_config,
            level: config.level,
            network: config.network,
            endpoint: config.endpoint.address,
            endpoint_url: config.endpoint.url,
            runtime_dir,
            tmp_dir: config.scratch.join("tmp"),
            identity: neighbours.identity,
            logs: neighbours.logs,
            courier: neighbours.courier,
            hot_reload_root: config.hot_reload_root,
            file_systems: config.file_systems,
            debug: config.debug,
            ends: TaskTracker::new(),
        });
        let folders = Arc::new(Folders::open(config.scratch.join("code"))?);
        let images = Arc::new(Images::new(
            Arc::clone(&folders),
            config.scratch,
            (config.image_engines, host.level.own_root()),
        ));
        let lambda = Arc::new(Self {
            registry: Registry::default(),
            admission: Arc::default(),
            lender: Arc::new(Lender::new(
                Arc::clone(&host),
                (folders, Arc::clone(&images)),
                neighbours.blobs,
                (config.keep_for, config.spares),
            )),
            images,
            provisioning: Provisioning::default(),
            host,
            queue: Queue::new(neighbours.records),
            retry_after: config.retry_after,
            counts: Counts::default(),
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
            abort: CancellationToken::new(),
        });
        lambda.tasks.spawn(Arc::clone(&lambda).sweep());
        lambda.tasks.spawn(Arc::clone(&lambda).provision());
        Ok(lambda)
    }

    /// Runs the function that the grant names and waits for its answer. The invocation goes on if
    /// the caller stops waiting, as on AWS.
    pub async fn invoke(
        self: &Arc<Self>,
        grant: Grant,
        event: Event,
    ) -> Result<Outcome, InvokeError> {
        let event = checked(event, MAX_EVENT_BYTES)?;
        if self.is_draining() {
            return Err(InvokeError::Draining);
        }
        let lambda = Arc::clone(self);
        let abort = self.abort.clone();
        let work = async move {
            let run = lambda.run(grant.function(), &event, None);
            let outcome = abort.run_until_cancelled(run).await;
            outcome.ok_or(InvokeError::Draining)?
        };
        let outcome = Lasting::new(work, &self.tasks).await;
        outcome.unwrap_or(Err(InvokeError::Lost))
    }

    /// Like [`Self::invoke`], but gives the answer back as soon as the function begins it.
    pub async fn invoke_streamed(
        self: &Arc<Self>,
        grant: Grant,
        event: Event,
    ) -> Result<Streamed, InvokeError> {
        let event = with_id(checked(event, MAX_EVENT_BYTES)?);
        let request_id = event.request_id.clone().unwrap_or_default();
        let lambda = Arc::clone(self);
        let (sink, reader) = stream::open();
        let running = self.spawn(async move {
            let outcome = lambda.run(grant.function(), &event, Some(&sink)).await?;
            sink.finish(outcome).await;
            Ok(())
        })?;
        let ended = async {
            let ended = running.await.map_err(|_| InvokeError::Lost)?;
            ended.ok_or(InvokeError::Draining)?
        };
        reader.answer(request_id, ended).await
    }

    /// What functions did since the start.
    pub fn counts(&self) -> Vec<FunctionCounts> {
        self.counts.all()
    }

    /// What an ARN names, without running it.
    pub fn resolve(&self, arn: &FunctionArn) -> Result<Resolved, InvokeError> {
        self.registry.resolve(arn)
    }

    /// What is there of the provisioned concurrency of a qualifier, if it has one.
    pub fn provisioned(&self, arn: &FunctionArn) -> Option<Provisioned> {
        self.provisioning.of(&self.registry, arn)
    }

    /// Where functions find this server's APIs; one in a network of its own has them at a port of its own.
    pub fn endpoint_of_functions(&self) -> String {
        self.host.endpoint_of_functions()
    }

    /// Makes a version's code ready for its first call, while nobody waits.
    pub fn unpack_ahead(&self, version: &Version) {
        self.lender.unpack_ahead(version);
    }

    /// The image of this name in the store of a container engine, unpacked. It stays as long as the
    /// result is held, or a version has it.
    pub async fn take_image(&self, uri: &str) -> Result<TakenImage, ImageRefused> {
        self.images.take(uri).await
    }

    /// Whether a function may use this file system.
    pub fn has_file_system(&self, arn: &str) -> bool {
        self.host.file_systems.contains_key(arn)
    }

    /// The folder of the host that a function may have as its code.
    pub fn hot_folder(&self, name: &str) -> Result<PathBuf, HotReloadRefused> {
        hot::permitted(self.host.hot_reload_root.as_deref(), name)
    }

    /// The interpreter that functions of this runtime get here, if there is one.
    pub async fn interpreter(&self, name: &RuntimeName) -> Option<Interpreter> {
        self.lender.interpreter(name).await
    }

    /// Lets running invocations end, for as long as `within`, then ends every process.
    pub async fn drain(&self, within: Duration) {
        self.tasks.close();
        // The sweeper and queued retries end with the token; invocations end by themselves.
        self.stop.cancel();
        if tokio::time::timeout(within, self.tasks.wait())
            .await
            .is_err()
        {
            tracing::warn!("invocations were still running at the end of the drain");
        }
        self.abort.cancel();
        self.lender.close();
        self.host.ends.close();
        let ended = async {
            self.tasks.wait().await;
            self.lender.ended().await;
            self.host.ends.wait().await;
        };
        if tokio::time::timeout(END_WITHIN, ended).await.is_err() {
            tracing::error!("processes of functions could not be ended");
        }
    }

    pub(crate) fn queue(&self) -> &Queue {
        &self.queue
    }

    pub(crate) fn host(&self) -> &Arc<Host> {
        &self.host
    }

    pub(crate) fn is_draining(&self) -> bool {
        self.tasks.is_closed()
    }

    pub(crate) const fn retry_after(&self) -> Duration {
        self.retry_after
    }

    /// Waits, and says whether there is a point in going on.
    pub(crate) async fn pause(&self, pause: Duration) -> bool {
        let paused = self.stop.run_until_cancelled(tokio::time::sleep(pause));
        paused.await.is_some()
    }

    /// Work that ends without a result if the server cannot wait for it.
    pub(crate) fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<tokio::task::JoinHandle<Option<T>>, InvokeError> {
        if self.tasks.is_closed() {
            return Err(InvokeError::Draining);
        }
        let abort = self.abort.clone();
        let work = async move { abort.run_until_cancelled(work).await };
        Ok(self.tasks.spawn(work))
    }

    /// Resolve, admit, lend, run, give back.
    pub(crate) async fn run(
        &self,
        arn: &FunctionArn,
        event: &Event,
        sink: Option<&Sink>,
    ) -> Result<Outcome, InvokeError> {
        let resolved = self.registry.resolve(arn)?;
        let counted = self.counts.begin(arn);
        let ended = self.run_resolved(&resolved, event, sink).await;
        if let Some(counted) = counted {
            counted.ended(&ended);
        }
        ended
    }

    async fn run_resolved(
        &self,
        resolved: &Resolved,
        event: &Event,
        sink: Option<&Sink>,
    ) -> Result<Outcome, InvokeError> {
        if let Some(sink) = sink {
            sink.runs(&resolved.version.to_string());
        }
        let event = &in_chain(event, resolved)?;
        let limit = self.registry.limit(resolved);
        let admitted = self.admission.admit(&limit);
        let admitted = admitted.map_err(InvokeError::Throttled)?;
        let request_id = event.request_id.clone().unwrap_or_else(new_request_id);
        let pool = self.lender.pool(resolved).await;
        for _ in 0..MAX_LENDINGS {
            let environment = match self.lender.lend(&pool, resolved).await {
                Ok(environment) => environment.called_as(resolved),
                Err(StartError::Refused(error)) => return Err(error),
                Err(StartError::Failed(failure)) => {
                    return Ok(failure.into_outcome((resolved, &self.host), event, &request_id));
                }
            };
            let call = Call {
                event,
                request_id: &request_id,
                sink,
            };
            let Ok(finished) = environment.invoke(&call, &self.host).await else {
                continue;
            };
            if let Some(environment) = finished.reusable {
                self.keep(environment, &pool, admitted);
            }
            return Ok(finished.outcome);
        }
        Err(InvokeError::Environment {
            reason: "the runtime ended again and again".to_owned(),
        })
    }

    /// Gives an environment back when its extensions are done; until then it counts as running.
    fn keep(&self, environment: Environment, pool: &Arc<Pool>, admitted: Admitted) {
        if environment.is_settled() {
            pool.give_back(environment);
            return;
        }
        let pool = Arc::clone(pool);
        let settling = self.spawn(async move {
            if let Some(environment) = environment.settle().await {
                pool.give_back(environment);
            }
            drop(admitted);
        });
        // A server that is stopping ends the environment now.
        drop(settling);
    }

    async fn provision(self: Arc<Self>) {
        let keeping = self.provisioning.keep(&self.registry, &self.lender);
        let _: Option<()> = self.stop.run_until_cancelled(keeping).await;
    }

    async fn sweep(self: Arc<Self>) {
        let sweeping = async {
            let start = tokio::time::Instant::now() + SWEEP_EVERY;
            let mut tick = tokio::time::interval_at(start, SWEEP_EVERY);
            loop {
                tick.tick().await;
                self.lender
                    .sweep(Instant::now(), self.registry.code())
                    .await;
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
            self.lender.retire(&id, &keep);
        }
        self.provisioning.look();
    }
}

impl std::fmt::Debug for Lambda {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lambda")
            .field("level", &self.host.level)
            .finish_non_exhaustive()
    }
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

/// The event with its trace continued, unless the function has gone round in a loop.
fn in_chain(event: &Event, resolved: &Resolved) -> Result<Event, InvokeError> {
    let trace = event.trace.clone().unwrap_or_else(new_trace);
    let lineage = Lineage::continued(&trace, &resolved.invoked_arn);
    if lineage.is_a_loop() && resolved.function.recursive_loop == RecursiveLoop::Terminate {
        return Err(InvokeError::Recursive);
    }
    Ok(Event {
        trace: Some(lineage.trace),
        ..event.clone()
    })
}

/// `Root=1-TIME-ID;Parent=ID;Sampled=0`, as AWS makes one for a caller that brought none.
fn new_trace() -> String {
    let (high, low) = random::uuid().as_u64_pair();
    let parent = random::uuid().as_u64_pair().0;
    format!(
        "Root=1-{:08x}-{high:016x}{:08x};Parent={parent:016x};Sampled=0",
        report::now().seconds(),
        low & 0xffff_ffff
    )
}

/// AWS takes no event for an empty object.
pub(crate) fn checked(event: Event, limit: usize) -> Result<Event, InvokeError> {
    let bytes = event.payload.len();
    if bytes == 0 {
        let payload = bytes::Bytes::from_static(b"{}");
        return Ok(Event { payload, ..event });
    }
    if bytes > limit {
        return Err(InvokeError::RequestTooLarge { bytes, limit });
    }
    let invalid = |reason: String| InvokeError::InvalidJson { reason };
    let text = std::str::from_utf8(&event.payload).map_err(|error| invalid(error.to_string()))?;
    serde_json::from_str::<serde::de::IgnoredAny>(text)
        .map_err(|error| invalid(error.to_string()))?;
    Ok(event)
}

fn with_id(event: Event) -> Event {
    let request_id = event.request_id.clone().unwrap_or_else(new_request_id);
    Event {
        request_id: Some(request_id),
        ..event
    }
}

pub(crate) fn new_request_id() -> String {
    random::uuid().to_string()
}
