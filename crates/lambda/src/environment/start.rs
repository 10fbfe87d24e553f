//! From a version to a running process: the role is assumed, the files and variables are laid out,
//! the process starts in the sandbox, and its runtime asks for the first event.
//!
//! AWS: "Understanding the Lambda execution environment lifecycle".

use std::borrow::Cow;
use std::collections::HashMap;
use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use identity::{Assumer, Identity, Session, SessionAsk};
use model::{FileSystemUse, Version};
use sandbox::{Bind, Child, GuestListener, Level, Network, SandboxError, Spec, Streams, Tmp};
use tokio::io::unix::AsyncFd;
use tokio_util::task::TaskTracker;

use super::Environment;
use super::command::{Command, Places, WRAPPER, has_java_client};
use super::container;
use super::debug::Debug;
use super::extensions::{self, About, Extensions, Shutdown};
use super::failure::{NO_ENTRYPOINT, StartFailure};
use super::output::{Aside, Output};
use super::process::{Folder as TmpFolder, Process};
use super::runtime_api::RuntimeApi;
use super::telemetry::{Telemetry, Ways};
use super::variables::{Ingredients, addresses};
use crate::bootstrap;
use crate::courier::Courier;
use crate::event::InvokeError;
use crate::folders::Folder;
use crate::logs::{LogSink, LogStream};
use crate::registry::Resolved;
use crate::report::{self, Init, Phase};
use crate::runtime::{Interpreter, Runtime, Shown};

/// Service principal that execution roles trust.
const LAMBDA: &str = "lambda.amazonaws.com";
/// Every role allows sessions of one hour.
const SESSION_SECONDS: u32 = 3600;
/// An environment retires before its credentials do, with the longest invocation in between.
const RETIRE_AFTER: Duration = Duration::from_mins(44);
const MIB: u64 = 1024 * 1024;
pub(super) const TASK_ROOT: &str = "/var/task";
pub(super) const RUNTIME_DIR: &str = "/var/runtime";
const LAYERS: &str = "/opt";
const LANGUAGE: &str = "/var/lang";
/// Tells our bootstraps to wait before they load the function's code. They forget it at once.
const HOLD: &str = "_PORTCULLIS_HOLD";
/// Where AWS has the Runtime API (test_introspection_invoke).
const PLATFORM: Ipv4Addr = Ipv4Addr::new(169, 254, 100, 1);
const API_PORT: u16 = 9001;
const ENDPOINT_PORT: u16 = 4566;

/// Where SDKs look for their configuration, in the home of the user that functions run as.
const SDK_CONFIG: &str = "/home/sbx_user1051/.aws/config";

/// How functions are told where this server's AWS APIs are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EndpointTold {
    /// By `AWS_ENDPOINT_URL`, which every SDK reads.
    #[default]
    Variable,
    /// By a configuration file in the home, as far as the runtime's SDK finds it there without a
    /// variable that names the home (Python, Node, Java): the environment is then AWS's to the letter.
    File,
}

/// The content of that file.
pub(crate) fn sdk_config() -> String {
    format!("[default]\nendpoint_url = http://127.0.0.1:{ENDPOINT_PORT}\n")
}

/// What every start needs of this server.
pub(crate) struct Host {
    pub(crate) level: Level,
    pub(crate) network: Network,
    /// Where this server's AWS APIs listen.
    pub(crate) endpoint: SocketAddr,
    /// What a function in the host's network uses as `AWS_ENDPOINT_URL`.
    pub(crate) endpoint_url: String,
    /// Holds the bootstraps.
    pub(crate) runtime_dir: PathBuf,
    /// Where functions write temporary files if they cannot have a file system of their own.
    pub(crate) tmp_dir: PathBuf,
    pub(crate) identity: Arc<Identity>,
    pub(crate) logs: Arc<dyn LogSink>,
    pub(crate) courier: Arc<dyn Courier>,
    /// How functions are told where this server's AWS APIs are.
    pub(crate) endpoint_told: EndpointTold,
    /// A configuration file for SDKs that says it.
    pub(crate) sdk_config: PathBuf,
    /// Which folders of the host are file systems that functions may use, by their ARNs.
    pub(crate) file_systems: HashMap<String, PathBuf>,
    /// Where the folders lie that a function may have as its code.
    pub(crate) hot_reload_root: Option<PathBuf>,
    /// Functions that are debugged, with the port at which a debugger is waited for.
    pub(crate) debug: HashMap<String, Option<u16>>,
    /// Processes that are about to end.
    pub(crate) ends: TaskTracker,
}

impl std::fmt::Debug for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Host")
            .field("level", &self.level)
            .finish_non_exhaustive()
    }
}

impl Host {
    fn isolates_network(&self) -> bool {
        self.network == Network::Isolated && self.level.network_namespace
    }

    /// Where a function that is not under a debugger finds this server.
    pub(crate) fn endpoint_of_functions(&self) -> String {
        if self.isolates_network() {
            return format!("http://127.0.0.1:{ENDPOINT_PORT}");
        }
        self.endpoint_url.clone()
    }
}

/// What a version needs to run.
#[derive(Debug, Clone)]
pub(crate) struct Materials {
    pub(crate) code: Arc<Folder>,
    /// None for a runtime that the function brings, or when the host has none.
    pub(crate) interpreter: Option<Interpreter>,
    /// What the process finds in `/opt`.
    pub(crate) layers: Option<Arc<Folder>>,
    pub(crate) purpose: Purpose,
}

/// What an environment is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    OnDemand,
    /// It is to be ready before somebody calls.
    Provisioned,
}

impl Purpose {
    /// As `AWS_LAMBDA_INITIALIZATION_TYPE` says it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::OnDemand => "on-demand",
            Self::Provisioned => "provisioned-concurrency",
        }
    }
}

impl Purpose {
    pub(super) const fn init(self, phase: Phase) -> Init {
        Init {
            kind: self.as_str(),
            phase,
        }
    }
}

impl Materials {
    /// Programs of the layers, or of the image, that run beside the runtime.
    fn external(&self, config: &Version) -> Vec<String> {
        if config.image.is_some() {
            return container::external(&self.code);
        }
        let layers = self.layers.as_ref();
        layers.map_or_else(Vec::new, |folder| extensions::external(folder.path()))
    }
}

/// Why there is no environment.
#[derive(Debug)]
pub(crate) enum StartError {
    /// Nothing ran: an answer of the service.
    Refused(InvokeError),
    /// The function's own code or runtime failed: an answer of the function.
    Failed(Box<StartFailure>),
}

pub(super) fn micros(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX)
}

/// A session of the function's execution role.
pub(crate) fn assume(host: &Host, resolved: &Resolved) -> Result<Session, InvokeError> {
    let role = resolved.config().role.as_str();
    let name = session_name(resolved.function.name.as_str());
    let ask = SessionAsk::new(&name, SESSION_SECONDS);
    host.identity
        .assume_role(&Assumer::Service(LAMBDA), role, &ask, report::now())
        .map_err(|refused| InvokeError::RoleNotAssumable(Box::new(refused)))
}

/// The function's name; one of a single letter is too short for a session, and AWS lengthens it
/// (test_assume_role: `y@lambda_function`).
fn session_name(function: &str) -> Cow<'_, str> {
    if function.len() < 2 {
        return format!("{function}@lambda_function").into();
    }
    function.into()
}

/// Named `YYYY/MM/DD/[VERSION]` and 32 hex digits.
fn stream(resolved: &Resolved, session: &Session) -> LogStream {
    let function = &resolved.function;
    let day = jiff::Timestamp::now().strftime("%Y/%m/%d");
    let id = uuid::Uuid::new_v4().simple();
    LogStream {
        caller: session.caller.clone(),
        account: function.account.clone(),
        region: function.region.clone(),
        group: resolved.log_group(),
        name: format!("{day}/[{}]{id}", resolved.version),
    }
}

/// Which runtime really runs.
pub(super) fn runtime_used(resolved: &Resolved, interpreter: Option<&Interpreter>) -> String {
    let runtime = resolved.config().runtime_text();
    match interpreter {
        Some(found) if found.exact => format!("{runtime} (interpreter {})", found.version),
        Some(found) => {
            format!(
                "{runtime} (interpreter {}: the host has no {runtime})",
                found.version
            )
        }
        None => runtime.to_owned(),
    }
}

/// Why there is no process.
pub(super) enum NoProcess {
    Refused(InvokeError),
    /// The function's own program is missing or is none.
    NoProgram {
        kind: &'static str,
        how: String,
    },
}

/// Everything one start is about.
pub(super) struct Plan<'a> {
    pub(super) host: &'a Arc<Host>,
    pub(super) resolved: &'a Resolved,
    pub(super) materials: &'a Materials,
    session: Session,
    pub(super) stream: Arc<LogStream>,
    /// The extensions that start with the runtime, by name.
    pub(super) external: Vec<String>,
    /// Whether the runtime waits before it loads the function's code.
    holds: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn new(
        host: &'a Arc<Host>,
        resolved: &'a Resolved,
        materials: &'a Materials,
    ) -> Result<Self, InvokeError> {
        let session = assume(host, resolved)?;
        Ok(Self {
            host,
            resolved,
            materials,
            stream: Arc::new(stream(resolved, &session)),
            session,
            external: materials.external(resolved.config()),
            holds: false,
        })
    }

    /// The same, with a runtime that waits before it loads the function's code. None if it is one
    /// that cannot.
    pub(super) fn holding(self) -> Option<Self> {
        let config = self.resolved.config();
        let waits = matches!(
            Runtime::of(config),
            Ok(Runtime::Python { .. } | Runtime::Node { .. } | Runtime::Ruby { .. })
        );
        let own = config.environment.as_ref();
        let is_plain =
            self.external.is_empty() && !own.is_some_and(|own| own.contains_key(WRAPPER));
        (waits && is_plain).then_some(Self {
            holds: true,
            ..self
        })
    }

    pub(super) async fn environment(&self) -> Result<Environment, NoProcess> {
        let tmp = self.tmp().map_err(|error| broken(&error))?;
        let spec = self.spec(tmp.as_ref()).map_err(NoProcess::Refused)?;
        let child = self.spawn(spec).await?;
        self.attach(child, tmp).map_err(|error| broken(&error))
    }

    /// A directory of the host's, where the process cannot have one in memory.
    fn tmp(&self) -> std::io::Result<Option<TmpFolder>> {
        if self.host.level.own_root() {
            return Ok(None);
        }
        let path = self.host.tmp_dir.join(uuid::Uuid::new_v4().to_string());
        TmpFolder::prepare(path, &self.host.level).map(Some)
    }

    /// Starting blocks for the milliseconds that the walls take to build.
    async fn spawn(&self, spec: Spec) -> Result<Child, NoProcess> {
        let host = Arc::clone(self.host);
        let names_endpoint = spec.env.iter().any(|(name, _)| name == "AWS_ENDPOINT_URL");
        let knows_endpoint = names_endpoint || self.endpoint_file().is_some();
        let started = tokio::task::spawn_blocking(move || {
            sandbox::spawn_with(&spec, &host.level, |listening| {
                addresses(listening, &host, knows_endpoint)
            })
        });
        let started = started.await.map_err(|error| broken(&error))?;
        started.map_err(|error| self.no_process(&error))
    }

    /// A program that the function brings and that cannot be started is the function's failure.
    fn no_process(&self, error: &SandboxError) -> NoProcess {
        let config = self.resolved.config();
        if let Some(image) = config.image.as_ref().filter(|_| error.is_program_failure()) {
            return container::no_program(image, error);
        }
        let brings_program = Runtime::of(config) == Ok(Runtime::Provided);
        if !error.is_program_failure() || !brings_program {
            return broken(error);
        }
        let how = if self.materials.code.path().join("bootstrap").exists() {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            let cause = cause.unwrap_or_default().to_lowercase();
            format!("fork/exec {TASK_ROOT}/bootstrap: {cause}")
        } else {
            format!("Couldn't find valid bootstrap(s): [{TASK_ROOT}/bootstrap /opt/bootstrap]")
        };
        let kind = NO_ENTRYPOINT;
        NoProcess::NoProgram { kind, how }
    }

    fn attach(&self, mut child: Child, tmp: Option<TmpFolder>) -> std::io::Result<Environment> {
        let output = child.stdout.take();
        let output = output.ok_or_else(|| std::io::Error::other("the process has no output"))?;
        let telemetry = Arc::new(Telemetry::new(self.ways(&mut child)));
        let aside = Aside::new(child.stderr.take(), &telemetry)?;
        let mut listeners = std::mem::take(&mut child.listeners).into_iter();
        let api = listeners.next();
        let api = api.ok_or_else(|| std::io::Error::other("the process has no Runtime API"))?;
        let endpoint = listeners.next().map(serve_on).transpose()?;
        let ended = child.pidfd().try_clone_to_owned()?;
        Ok(Environment {
            ended: watch_end(ended)?,
            api: RuntimeApi::serve(
                serve_on(api)?,
                endpoint.map(|listener| (listener, self.host.endpoint)),
                Extensions::new(self.about(), self.external.clone()),
                telemetry,
            ),
            output: Output::new(output)?,
            aside,
            process: Process::new(child, tmp, self.host.ends.clone()),
            resolved: self.resolved.clone(),
            stream: Arc::clone(&self.stream),
            folders: (
                Arc::clone(&self.materials.code),
                self.materials.layers.clone(),
            ),
            expires: Instant::now() + RETIRE_AFTER,
            last_used: Instant::now(),
            busy_until: tokio::time::Instant::now(),
            ending: Shutdown::Spindown,
            host: Arc::clone(self.host),
            debugged: self.debug().is_some(),
            purpose: self.materials.purpose,
            used: runtime_used(self.resolved, self.materials.interpreter.as_ref()).into(),
            shown: self.shown(),
            living: None,
            first: None,
        })
    }

    pub(super) fn shown(&self) -> Shown {
        let runtime = self.resolved.config().runtime.as_ref();
        let region = &self.resolved.function.region;
        Shown::of(runtime, region, self.materials.interpreter.as_ref())
    }

    /// The configuration file that tells an SDK the endpoint, where it is not told by a variable.
    fn endpoint_file(&self) -> Option<Bind> {
        let reads_files = matches!(
            Runtime::of(self.resolved.config()),
            Ok(Runtime::Python { .. } | Runtime::Node { .. } | Runtime::Java { .. })
        );
        let by_file = self.host.endpoint_told == EndpointTold::File;
        let is_usable = by_file && self.isolates_network() && self.host.level.own_root();
        (is_usable && reads_files).then(|| Bind::new(&self.host.sdk_config, SDK_CONFIG))
    }

    fn debug(&self) -> Option<Debug> {
        self.host.debug(self.resolved)
    }

    /// A debugger is outside.
    fn isolates_network(&self) -> bool {
        self.host.isolates_network() && self.debug().is_none()
    }

    fn ways(&self, child: &mut Child) -> Ways {
        if self.isolates_network() {
            Ways::Sockets(Mutex::new(std::mem::take(&mut child.sockets)))
        } else {
            Ways::Host
        }
    }

    fn about(&self) -> About {
        let function = &self.resolved.function;
        About {
            function: function.name.to_string(),
            version: self.resolved.version.to_string(),
            handler: match &self.resolved.config().image {
                Some(image) => image.handler().unwrap_or_default().to_owned(),
                None => self.resolved.config().handler.clone(),
            },
            account: function.account.to_string(),
        }
    }

    fn spec(&self, tmp: Option<&TmpFolder>) -> Result<Spec, InvokeError> {
        let config = self.resolved.config();
        let mut spec = match &config.image {
            Some(image) => self.container(image)?,
            None => self.managed(tmp)?,
        };
        spec.read_write = self.file_systems()?;
        if self.holds {
            spec.env.push((HOLD.into(), "1".into()));
        }
        // On AWS both streams are one, so that their lines keep their order. Beside extensions the
        // second one is theirs.
        spec.streams = if self.external.is_empty() {
            Streams::Joined
        } else {
            Streams::Apart
        };
        let bytes = u64::from(config.ephemeral_storage_mib) * MIB;
        spec.tmp = tmp.map_or(Tmp::Memory { bytes }, |folder| {
            let host = folder.path().to_owned();
            Tmp::Directory { host, bytes }
        });
        spec.listeners.push(listener(PLATFORM, API_PORT));
        if self.isolates_network() {
            spec.listeners
                .push(listener(Ipv4Addr::LOCALHOST, ENDPOINT_PORT));
            spec.sockets = if self.external.is_empty() { 1 } else { 6 };
        }
        spec.network = if self.debug().is_some() {
            Network::Host
        } else {
            self.host.network
        };
        spec.memory_bytes = u64::from(config.memory_mib) * MIB;
        Ok(spec)
    }

    /// With a runtime of this host, or one that a zip brings.
    fn managed(&self, tmp: Option<&TmpFolder>) -> Result<Spec, InvokeError> {
        let config = self.resolved.config();
        self.check_client()?;
        let (level, interpreter) = (&self.host.level, self.materials.interpreter.as_ref());
        let task = Bind::new(self.materials.code.path(), TASK_ROOT);
        let runtime = Bind::new(&self.host.runtime_dir, RUNTIME_DIR);
        let task_root = task.seen_at(level).to_owned();
        let runtime_dir = runtime.seen_at(level).to_owned();
        let installed = interpreter.map(|found| (found, installation(found, level)));
        let language = installed
            .as_ref()
            .map(|(found, place)| (*found, place.seen.as_path()));
        let layers = self.materials.layers.as_ref();
        let layers = layers.map(|folder| Bind::new(folder.path(), LAYERS));
        let opt = layers.as_ref().map(|bind| bind.seen_at(level).to_owned());
        let mut command = Command::of(
            config,
            &Places {
                task_root: &task_root,
                runtime_dir: &runtime_dir,
                language,
                bootstrap: self.bootstrap(&task_root, opt.as_deref()),
            },
        )?;
        if let Some(debug) = self.debug() {
            debug.announce(self.resolved.function.name.as_str());
            command.args.splice(0..0, debug.argument());
        }
        if let Some(opt) = opt.filter(|_| !self.external.is_empty()) {
            command = command.beside_extensions(&opt.join(extensions::FOLDER));
        }
        let mut spec = Spec::new(command.program);
        spec.args = command.args;
        spec.read_only.extend([task, runtime]);
        spec.read_only
            .extend(installed.into_iter().flat_map(|(_, place)| place.binds));
        spec.read_only.extend(layers);
        spec.read_only.extend(self.endpoint_file());
        spec.env = self.variables((&task_root, &runtime_dir), tmp);
        spec.env.extend(self.debug().and_then(Debug::variable));
        spec.working_directory = task_root;
        Ok(spec)
    }

    /// Where the process sees its code and its runtime decides what some variables say.
    pub(super) fn variables(
        &self,
        (task_root, runtime_dir): (&Path, &Path),
        tmp: Option<&TmpFolder>,
    ) -> Vec<(OsString, OsString)> {
        let ingredients = Ingredients {
            resolved: self.resolved,
            session: &self.session,
            stream: &self.stream,
            purpose: self.materials.purpose,
            platform: if self.isolates_network() {
                PLATFORM
            } else {
                Ipv4Addr::LOCALHOST
            },
            task_root,
            runtime_dir,
            tmp: tmp.map(TmpFolder::path),
        };
        ingredients.variables()
    }

    /// The folders of this host that the function may write to.
    fn file_systems(&self) -> Result<Vec<Bind>, InvokeError> {
        let uses = self.resolved.config().file_systems.iter();
        let bind = |used: &FileSystemUse| {
            let folder = self.host.file_systems.get(&used.arn);
            let folder = folder.ok_or_else(|| InvokeError::Environment {
                reason: format!(
                    "the file system {} is not here: start the server with \
                     --function-file-system {}=DIR",
                    used.arn, used.arn
                ),
            })?;
            Ok(Bind::new(folder, &used.mount))
        };
        uses.map(bind).collect()
    }
}

impl Plan<'_> {
    /// A Java function brings the client that runs it.
    fn check_client(&self) -> Result<(), InvokeError> {
        let config = self.resolved.config();
        let is_java = matches!(Runtime::of(config), Ok(Runtime::Java { .. }));
        let layers = self.materials.layers.as_ref();
        let layers = layers.map(|folder| folder.path());
        if !is_java || has_java_client(self.materials.code.path(), layers) {
            return Ok(());
        }
        Err(InvokeError::RuntimeUnavailable {
            runtime: config.runtime_text().to_owned(),
            reason: "the function must bring AWS's runtime interface client \
                     (aws-lambda-java-runtime-interface-client) in its lib folder or in a layer"
                .to_owned(),
        })
    }

    /// A program that the function brings itself may lie in a layer instead.
    fn bootstrap(&self, task_root: &Path, opt: Option<&Path>) -> PathBuf {
        const NAME: &str = "bootstrap";
        let own = self.materials.code.path().join(NAME).exists();
        let layers = self.materials.layers.as_ref();
        let in_layer = layers.is_some_and(|folder| folder.path().join(NAME).exists());
        match opt.filter(|_| in_layer && !own) {
            Some(opt) => opt.join(NAME),
            None => task_root.join(NAME),
        }
    }
}

fn broken(error: &dyn std::fmt::Display) -> NoProcess {
    NoProcess::Refused(InvokeError::Environment {
        reason: error.to_string(),
    })
}

/// Where an interpreter's own directory is shown.
struct Installation {
    binds: Vec<Bind>,
    /// As the process sees it.
    seen: PathBuf,
}

/// AWS's interpreters live in `/var/lang`, and so do those of this host, wherever they really are:
/// they find their libraries by where they are started from.
fn installation(interpreter: &Interpreter, level: &Level) -> Installation {
    let prefix = &interpreter.prefix;
    // An interpreter that lies in the root itself cannot be shown as a whole.
    if prefix.parent().is_none() || !level.own_root() {
        return Installation {
            binds: Vec::new(),
            seen: prefix.clone(),
        };
    }
    let mut binds = vec![Bind::new(prefix, LANGUAGE)];
    binds.extend(java_settings(prefix));
    // Ruby knows the places of its libraries from when it was built.
    if interpreter.script == bootstrap::RUBY && !prefix.starts_with("/usr") {
        binds.push(Bind::same(prefix));
    }
    Installation {
        binds,
        seen: LANGUAGE.into(),
    }
}

/// Some systems keep the settings of a Java in `/etc`, and links to them in its home.
fn java_settings(prefix: &Path) -> Option<Bind> {
    const FILE: &str = "security/java.security";
    let places = ["conf", "lib", "jre/lib"].map(|place| prefix.join(place).join(FILE));
    let found = places
        .iter()
        .find_map(|place| std::fs::canonicalize(place).ok())?;
    let settings = found.parent()?.parent()?;
    settings.starts_with("/etc").then(|| Bind::same(settings))
}

fn listener(address: Ipv4Addr, port: u16) -> GuestListener {
    GuestListener {
        address: SocketAddr::from((address, port)),
    }
}

#[expect(
    deprecated,
    reason = "its safe successor is unsafe; an owned descriptor stays open as long as it is watched"
)]
fn watch_end(pidfd: OwnedFd) -> std::io::Result<AsyncFd<OwnedFd>> {
    AsyncFd::new(pidfd)
}

fn serve_on(listener: std::net::TcpListener) -> std::io::Result<tokio::net::TcpListener> {
    listener.set_nonblocking(true)?;
    tokio::net::TcpListener::from_std(listener)
}
