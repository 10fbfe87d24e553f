//! From a version to a running process: the role is assumed, the files and variables are laid out,
//! the process starts in the sandbox, and its runtime asks for the first event.
//!
//! AWS: "Understanding the Lambda execution environment lifecycle" and "Defined runtime environment
//! variables".

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use identity::{Assumer, Identity, Session, SessionAsk};
use model::{LogFormat, Version};
use sandbox::{Bind, Child, Exit, GuestListener, Level, Network, Spec, Tmp};
use tokio::io::unix::AsyncFd;

use super::drive::Happened;
use super::output::Output;
use super::runtime_api::{RuntimeApi, RuntimeEvent};
use super::{Environment, First};
use crate::event::InvokeError;
use crate::registry::Resolved;
use crate::report::{self, Lines};
use crate::runtime::{Interpreter, Runtime};

/// Service principal that execution roles trust.
const LAMBDA: &str = "lambda.amazonaws.com";
/// Every role allows sessions of one hour.
const SESSION_SECONDS: u32 = 3600;
/// An environment retires before its credentials do, with the longest invocation in between.
const RETIRE_AFTER: Duration = Duration::from_mins(44);
const INIT_WITHIN: Duration = Duration::from_secs(10);
const MIB: u64 = 1024 * 1024;
const TASK_ROOT: &str = "/var/task";
const RUNTIME_DIR: &str = "/var/runtime";
const API_PORT: u16 = 9001;
const ENDPOINT_PORT: u16 = 4566;

/// What every start needs of this server.
#[derive(Debug)]
pub(crate) struct Host {
    pub(crate) level: Level,
    pub(crate) network: Network,
    /// Where this server's AWS APIs listen.
    pub(crate) endpoint: SocketAddr,
    /// What a function in the host's network uses as `AWS_ENDPOINT_URL`.
    pub(crate) endpoint_url: String,
    /// Holds the bootstraps.
    pub(crate) runtime_dir: PathBuf,
    pub(crate) identity: Arc<Identity>,
}

impl Host {
    fn isolates_network(&self) -> bool {
        self.network == Network::Isolated && self.level.network_namespace
    }
}

/// Why there is no environment.
#[derive(Debug)]
pub(crate) enum StartError {
    /// Nothing ran: an answer of the service.
    Refused(InvokeError),
    /// The function's own code or runtime failed: an answer of the function.
    Failed(StartFailure),
}

/// How the start of a runtime failed, as the caller reads it.
#[derive(Debug)]
pub(crate) struct StartFailure {
    pub(crate) kind: InitFailure,
    pub(crate) lines: Lines,
    pub(crate) caller: identity::Caller,
    pub(crate) log_stream: Arc<str>,
}

#[derive(Debug)]
pub(crate) enum InitFailure {
    /// The runtime's own words.
    Reported(Bytes),
    Ended(Exit),
    TimedOut,
}

impl Environment {
    /// Starts a runtime. AWS gives it ten seconds; if they are not enough, it starts once more and
    /// may take as long as an invocation.
    pub(crate) async fn start(
        host: &Arc<Host>,
        resolved: &Resolved,
        code: &Path,
        interpreter: Option<&Interpreter>,
    ) -> Result<Self, StartError> {
        let timeout = Duration::from_secs(u64::from(resolved.config().timeout_seconds));
        match Self::start_within(host, resolved, (code, interpreter), INIT_WITHIN).await {
            Err(StartError::Failed(StartFailure {
                kind: InitFailure::TimedOut,
                ..
            })) => Self::start_within(host, resolved, (code, interpreter), timeout).await,
            other => other,
        }
    }

    async fn start_within(
        host: &Arc<Host>,
        resolved: &Resolved,
        (code, interpreter): (&Path, Option<&Interpreter>),
        limit: Duration,
    ) -> Result<Self, StartError> {
        let began = Instant::now();
        let session = assume(host, resolved).map_err(StartError::Refused)?;
        let log_stream = stream_name(resolved);
        let plan = Plan {
            host,
            resolved,
            session: &session,
            log_stream: &log_stream,
        };
        let child = plan
            .spawn(code, interpreter)
            .await
            .map_err(StartError::Refused)?;
        let mut environment = plan.attach(child).map_err(StartError::Refused)?;
        let mut lines = Lines::default();
        lines.push(init_line(resolved, interpreter));
        let deadline = tokio::time::Instant::now() + limit;
        let failed = loop {
            match environment
                .next(deadline, &host.level.memory, &mut lines)
                .await
            {
                Happened::Told(RuntimeEvent::Ready) => {
                    environment.first = Some(First {
                        init_micros: micros(began),
                        lines,
                    });
                    return Ok(environment);
                }
                Happened::Told(RuntimeEvent::InitError(error)) => {
                    break InitFailure::Reported(error);
                }
                // Nothing was asked yet: an answer now is noise.
                Happened::Told(_) => {}
                Happened::Ended(exit) => break InitFailure::Ended(exit),
                Happened::TimedOut => break InitFailure::TimedOut,
            }
        };
        environment.output.drain(&mut lines);
        let caller = session.caller;
        Err(StartError::Failed(StartFailure {
            kind: failed,
            lines,
            caller,
            log_stream,
        }))
    }
}

pub(super) fn micros(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX)
}

fn assume(host: &Host, resolved: &Resolved) -> Result<Session, InvokeError> {
    let role = resolved.config().role.as_str();
    let ask = SessionAsk::new(resolved.function.name.as_str(), SESSION_SECONDS);
    host.identity
        .assume_role(&Assumer::Service(LAMBDA), role, &ask, report::now())
        .map_err(|refused| InvokeError::RoleNotAssumable {
            role: role.to_owned(),
            reason: refused.to_string(),
        })
}

/// `YYYY/MM/DD/[VERSION]` and 32 hex digits.
fn stream_name(resolved: &Resolved) -> Arc<str> {
    let day = jiff::Timestamp::now().strftime("%Y/%m/%d");
    format!(
        "{day}/[{}]{}",
        resolved.version,
        uuid::Uuid::new_v4().simple()
    )
    .into()
}

fn init_line(resolved: &Resolved, interpreter: Option<&Interpreter>) -> String {
    let runtime = &resolved.config().runtime;
    let used = match interpreter {
        Some(found) if found.exact => format!("{runtime} (interpreter {})", found.version),
        Some(found) => {
            format!(
                "{runtime} (interpreter {}: the host has no {runtime})",
                found.version
            )
        }
        None => runtime.to_string(),
    };
    match resolved.config().log_format {
        LogFormat::Text => format!("INIT_START Runtime Version: {used}\n"),
        LogFormat::Json => report::init_start(&used, &resolved.version.to_string()),
    }
}

/// Everything one start is about.
struct Plan<'a> {
    host: &'a Arc<Host>,
    resolved: &'a Resolved,
    session: &'a Session,
    log_stream: &'a Arc<str>,
}

impl Plan<'_> {
    /// Starting blocks for the milliseconds that the walls take to build.
    async fn spawn(
        &self,
        code: &Path,
        interpreter: Option<&Interpreter>,
    ) -> Result<Child, InvokeError> {
        let spec = self.spec(code, interpreter)?;
        let (host, isolated) = (Arc::clone(self.host), self.host.isolates_network());
        let started = tokio::task::spawn_blocking(move || {
            sandbox::spawn_with(&spec, &host.level, |addresses| {
                addresses_env(addresses, &host, isolated)
            })
        });
        let failed = |reason: String| InvokeError::Environment { reason };
        let child = started.await.map_err(|error| failed(error.to_string()))?;
        child.map_err(|error| failed(error.to_string()))
    }

    fn attach(&self, mut child: Child) -> Result<Environment, InvokeError> {
        let failed = |reason: &str| InvokeError::Environment {
            reason: reason.to_owned(),
        };
        let broken = |error: std::io::Error| InvokeError::Environment {
            reason: error.to_string(),
        };
        let (Some(out), Some(err)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(failed("the process has no output"));
        };
        let mut listeners = std::mem::take(&mut child.listeners).into_iter();
        let api = listeners
            .next()
            .ok_or_else(|| failed("the process has no Runtime API"))?;
        let endpoint = listeners
            .next()
            .map(|listener| serve_on(listener).map(|l| (l, self.host.endpoint)));
        let ended: OwnedFd = child.pidfd().try_clone_to_owned().map_err(broken)?;
        Ok(Environment {
            ended: watch_end(ended).map_err(broken)?,
            api: RuntimeApi::serve(
                serve_on(api).map_err(broken)?,
                endpoint.transpose().map_err(broken)?,
            ),
            output: Output::new(out, err).map_err(broken)?,
            child,
            resolved: self.resolved.clone(),
            caller: self.session.caller.clone(),
            log_stream: Arc::clone(self.log_stream),
            expires: Instant::now() + RETIRE_AFTER,
            last_used: Instant::now(),
            first: None,
        })
    }

    fn spec(&self, code: &Path, interpreter: Option<&Interpreter>) -> Result<Spec, InvokeError> {
        let config = self.resolved.config();
        let level = &self.host.level;
        let task = Bind::new(code, TASK_ROOT);
        let runtime = Bind::new(&self.host.runtime_dir, RUNTIME_DIR);
        let (task_root, runtime_root) = (
            task.seen_at(level).to_owned(),
            runtime.seen_at(level).to_owned(),
        );
        let (program, args) = self.command(&task_root, &runtime_root, interpreter)?;
        let mut spec = Spec::new(program);
        spec.args = args;
        spec.read_only.extend([task, runtime]);
        spec.read_only.extend(interpreter.and_then(installation));
        spec.env = self.environment(config, &task_root, &runtime_root);
        spec.working_directory = task_root;
        spec.tmp = Tmp::Memory {
            bytes: u64::from(config.ephemeral_storage_mib) * MIB,
        };
        spec.listeners.push(listener(API_PORT));
        if self.host.isolates_network() {
            spec.listeners.push(listener(ENDPOINT_PORT));
        }
        spec.network = self.host.network;
        spec.memory_bytes = u64::from(config.memory_mib) * MIB;
        Ok(spec)
    }

    fn command(
        &self,
        task_root: &Path,
        runtime_root: &Path,
        interpreter: Option<&Interpreter>,
    ) -> Result<(PathBuf, Vec<OsString>), InvokeError> {
        let config = self.resolved.config();
        let unavailable = |reason: &str| InvokeError::RuntimeUnavailable {
            runtime: config.runtime.to_string(),
            reason: reason.to_owned(),
        };
        let runtime =
            Runtime::parse(&config.runtime).map_err(|error| unavailable(&error.to_string()))?;
        let missing =
            || unavailable("no interpreter of this language is on the PATH of the server");
        match runtime {
            Runtime::Provided => Ok((task_root.join("bootstrap"), Vec::new())),
            Runtime::Python { .. } => {
                let program = interpreter.ok_or_else(missing)?.program.clone();
                let script = runtime_root.join("bootstrap.py");
                Ok((program, vec!["-I".into(), "-S".into(), script.into()]))
            }
            Runtime::Node { .. } => {
                let program = interpreter.ok_or_else(missing)?.program.clone();
                // V8 collects garbage in time only if it knows how much there is to use.
                let heap = format!("--max-old-space-size={}", config.memory_mib * 9 / 10);
                let script = runtime_root.join("bootstrap.cjs");
                Ok((program, vec![heap.into(), script.into()]))
            }
        }
    }

    fn environment(
        &self,
        config: &Version,
        task_root: &Path,
        runtime_root: &Path,
    ) -> Vec<(OsString, OsString)> {
        let function = &self.resolved.function;
        let credentials = &self.session.credentials;
        let log_group = crate::service::log_group(&function.name, config);
        let text = |path: &Path| path.display().to_string();
        let mut variables: Vec<(&str, String)> = vec![
            ("AWS_ACCESS_KEY_ID", credentials.access_key_id.clone()),
            (
                "AWS_SECRET_ACCESS_KEY",
                credentials.secret_access_key.clone(),
            ),
            ("AWS_SESSION_TOKEN", credentials.session_token.clone()),
            ("AWS_DEFAULT_REGION", function.region.to_string()),
            ("AWS_REGION", function.region.to_string()),
            (
                "AWS_EXECUTION_ENV",
                format!("AWS_Lambda_{}", config.runtime),
            ),
            ("AWS_LAMBDA_FUNCTION_NAME", function.name.to_string()),
            (
                "AWS_LAMBDA_FUNCTION_VERSION",
                self.resolved.version.to_string(),
            ),
            (
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                config.memory_mib.to_string(),
            ),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand".to_owned()),
            ("AWS_LAMBDA_LOG_GROUP_NAME", log_group),
            ("AWS_LAMBDA_LOG_STREAM_NAME", self.log_stream.to_string()),
            ("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR".to_owned()),
            ("LAMBDA_TASK_ROOT", text(task_root)),
            ("LAMBDA_RUNTIME_DIR", text(runtime_root)),
            ("LANG", "en_US.UTF-8".to_owned()),
            (
                "LD_LIBRARY_PATH",
                format!("/lib64:/usr/lib64:{0}:{0}/lib:/opt/lib", text(task_root)),
            ),
            ("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin".to_owned()),
            ("TZ", ":UTC".to_owned()),
            ("_HANDLER", config.handler.clone()),
        ];
        variables.extend(log_variables(config));
        let own = config
            .environment
            .iter()
            .map(|(name, value)| (name.into(), value.into()));
        own.chain(
            variables
                .into_iter()
                .map(|(name, value)| (name.into(), value.into())),
        )
        .collect()
    }
}

fn log_variables(config: &Version) -> Vec<(&'static str, String)> {
    if config.log_format == LogFormat::Text {
        return vec![("AWS_LAMBDA_LOG_FORMAT", "Text".to_owned())];
    }
    let level = config
        .application_log_level
        .clone()
        .unwrap_or_else(|| "INFO".to_owned());
    vec![
        ("AWS_LAMBDA_LOG_FORMAT", "JSON".to_owned()),
        ("AWS_LAMBDA_LOG_LEVEL", level),
    ]
}

/// The interpreter's own directory, unless the system's directories hold it anyway.
fn installation(interpreter: &Interpreter) -> Option<Bind> {
    let prefix = &interpreter.prefix;
    (!prefix.starts_with("/usr") && prefix.parent().is_some()).then(|| Bind::same(prefix))
}

fn listener(port: u16) -> GuestListener {
    GuestListener {
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
    }
}

fn addresses_env(
    addresses: &[SocketAddr],
    host: &Host,
    isolated: bool,
) -> Vec<(OsString, OsString)> {
    let api = addresses
        .first()
        .map(ToString::to_string)
        .unwrap_or_default();
    let endpoint = match addresses.get(1) {
        Some(address) if isolated => format!("http://{address}"),
        _ => host.endpoint_url.clone(),
    };
    [
        ("AWS_LAMBDA_RUNTIME_API", api),
        ("AWS_ENDPOINT_URL", endpoint),
    ]
    .map(|(name, value)| (name.into(), value.into()))
    .to_vec()
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
