//! The rooms, put together and served: configuration -> engines -> services -> listeners -> drain.

mod access; // who may ask what is beside the AWS APIs
mod browser; // what browsers must be told
mod did; // what a role or a user did
mod handshake; // TLS, and who the client is
mod heads; // framing, strictly
mod internal; // what is beside the AWS APIs
mod landscape; // the records as an analysis sees them
mod links; // the way into the console
mod listener; // HTTP and HTTPS on one port
mod map; // who may call what
mod planes; // which plane is a request for?
mod questions; // what would happen, if
mod record; // what the traffic needed
mod rooms; // engines and services
mod rows; // requests as rows of a list
mod services; // what integrations reach of AWS
mod spelling; // of headers in answers
mod sweeping; // what no record names any more
mod telemetry; // spans for a collector
mod traced; // inputs and outputs of steps
mod why; // what stands around a request that was refused

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use identity::web_identity::KeySet;
use identity::{Organization, RootKey};
use model::{AccountId, Region};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use upstream::{Credentials, Endpoint};

use crate::certificates::{self, Authority};
use crate::data_dir::DataDir;
use crate::function_options::FunctionOptions;
use crate::settings::{self, Up};

pub(crate) use internal::SIGNING_NAME;
pub(crate) use rooms::Rooms;

/// How long a stopping server waits for what is running.
const DRAIN_WITHIN: Duration = Duration::from_secs(30);

/// What a server is started with, checked.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) listen: SocketAddr,
    /// `None` keeps nothing.
    pub(crate) data: Option<std::path::PathBuf>,
    pub(crate) account: AccountId,
    pub(crate) region: Region,
    pub(crate) auth: identity::AuthMode,
    pub(crate) permissions: identity::Permissions,
    pub(crate) function_url_permissions: identity::invocation::UrlPermissions,
    pub(crate) isolation: sandbox::Isolation,
    pub(crate) network: sandbox::Network,
    /// Keys of OpenID Connect issuers, by the issuers' URLs.
    pub(crate) oidc_keys: Vec<(String, KeySet)>,
    /// How much an account's APIs may be asked in a region.
    pub(crate) account_throttle: model::ThrottleLimits,
    /// Whom custom domains with mutual TLS trust.
    pub(crate) truststores: Vec<settings::Truststore>,
    /// Of API Gateway, where they are others than AWS's.
    pub(crate) quotas: Vec<control::QuotaSetting>,
    /// Whom callers of what is private come through.
    pub(crate) vpc_endpoints: Vec<gateway::VpcEndpoint>,
    /// The quota of integration time-outs.
    pub(crate) max_integration_timeout: u32,
    pub(crate) organization: Option<OrganizationFile>,
    /// Whether what goes in and out of each step is kept.
    pub(crate) traces: bool,
    /// Where the spans of requests go.
    pub(crate) collector: Option<telemetry::Collector>,
    /// Where the services are that are not served here.
    pub(crate) upstream: Vec<Endpoint>,
    /// What calls to them are signed with.
    pub(crate) upstream_credentials: Option<Credentials>,
    /// Before a failed event is tried again for the first time.
    pub(crate) async_retry: Duration,
    /// How long functions without work are kept.
    pub(crate) function_keep_alive: Duration,
    /// How Lambda's control plane treats updates and VPCs.
    pub(crate) functions: control::FunctionSettings,
    /// Runtimes that are started before they are needed.
    pub(crate) function_spares: usize,
    /// Whether templates are judged before they become stacks.
    pub(crate) guard: control::Guard,
    /// The most bytes of an object in S3.
    pub(crate) most_object_bytes: u64,
    /// Where functions may have their code in a folder.
    pub(crate) hot_reload_root: Option<std::path::PathBuf>,
    pub(crate) function_options: FunctionOptions,
    /// Names of functions under a debugger, with its port.
    pub(crate) debug_functions: Vec<(String, Option<u16>)>,
}

/// A file that describes an organization.
#[derive(Debug, Clone)]
pub(crate) struct OrganizationFile {
    path: std::path::PathBuf,
    text: String,
}

impl OrganizationFile {
    fn open(path: &std::path::Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the organization in {}", path.display()))?;
        Ok(Self {
            path: path.to_owned(),
            text,
        })
    }

    pub(crate) fn read(&self) -> anyhow::Result<Organization> {
        Organization::read(&self.text)
            .with_context(|| format!("the organization in {}", self.path.display()))
    }
}

impl Options {
    pub(crate) fn from_command(up: &Up) -> anyhow::Result<Self> {
        Ok(Self {
            listen: up.listen,
            data: if up.ephemeral {
                None
            } else {
                Some(up.data.resolve()?)
            },
            account: up.account.clone(),
            region: up.region.clone(),
            auth: match up.auth {
                settings::Auth::Strict => identity::AuthMode::Strict,
                settings::Auth::Open => identity::AuthMode::Open,
            },
            permissions: match up.permissions {
                settings::Permissions::Enforce => identity::Permissions::Enforce,
                settings::Permissions::Report => identity::Permissions::Report,
            },
            function_url_permissions: up.url_permissions(),
            account_throttle: model::ThrottleLimits {
                rate: up.account_rate_limit,
                burst: up.account_burst_limit,
            },
            truststores: up.truststore.clone(),
            quotas: up.quota.clone(),
            vpc_endpoints: up.vpc_endpoint.clone(),
            max_integration_timeout: up.max_integration_timeout,
            isolation: up.isolation.into(),
            network: match up.function_network {
                settings::FunctionNetwork::Host => sandbox::Network::Host,
                settings::FunctionNetwork::Isolated => sandbox::Network::Isolated,
            },
            oidc_keys: up
                .oidc_keys
                .iter()
                .map(settings::KeyFile::read)
                .collect::<anyhow::Result<_>>()?,
            organization: up
                .organization
                .as_deref()
                .map(OrganizationFile::open)
                .transpose()?,
            traces: up.traces,
            collector: up
                .otlp
                .as_deref()
                .map(|url| telemetry::Collector::at(url, &up.otlp_header, up.otlp_ca.as_deref()))
                .transpose()?,
            upstream_credentials: upstream_credentials(&up.upstream)?,
            upstream: up.upstream.clone(),
            async_retry: Duration::from_secs_f64(up.async_retry_seconds),
            function_keep_alive: Duration::from_secs_f64(up.function_keep_alive_seconds),
            functions: control::FunctionSettings {
                update: Duration::from_secs_f64(up.function_update_seconds),
                vpc: match up.function_vpc {
                    settings::FunctionVpc::Refuse => control::VpcConfigs::Refuse,
                    settings::FunctionVpc::Ignore => control::VpcConfigs::Keep,
                },
            },
            function_spares: up.function_spares,
            guard: if up.guard {
                control::Guard::On
            } else {
                control::Guard::Off
            },
            most_object_bytes: up.s3_max_object_mib.saturating_mul(1024 * 1024),
            hot_reload_root: up.hot_reload_root.clone(),
            function_options: up.function_options.clone(),
            debug_functions: up.debug_function.clone(),
        })
    }
}

/// From the environment, so that they stand in no list of processes. AWS takes no call without.
fn upstream_credentials(endpoints: &[Endpoint]) -> anyhow::Result<Option<Credentials>> {
    let variable = |name: &str| std::env::var(format!("PORTCULLIS_UPSTREAM_{name}")).ok();
    let credentials = Credentials::of(
        variable("ACCESS_KEY_ID"),
        variable("SECRET_ACCESS_KEY"),
        variable("SESSION_TOKEN"),
    )
    .context("PORTCULLIS_UPSTREAM_ACCESS_KEY_ID and its like")?;
    let to_aws = endpoints.iter().find(|endpoint| endpoint.is_aws());
    if let (Some(endpoint), None) = (to_aws, &credentials) {
        anyhow::bail!(
            "--upstream {endpoint} needs PORTCULLIS_UPSTREAM_ACCESS_KEY_ID and \
             PORTCULLIS_UPSTREAM_SECRET_ACCESS_KEY: AWS takes no call that is signed with others"
        );
    }
    Ok(credentials)
}

/// A server that answers.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) root_key: RootKey,
    pub(crate) level: sandbox::Level,
    /// The certificate that clients of HTTPS must trust.
    pub(crate) authority: std::path::PathBuf,
    rooms: Rooms,
    listening: tokio::task::JoinHandle<()>,
    sweeping: tokio::task::JoinHandle<()>,
    stop: CancellationToken,
    exporter: Option<Exporter>,
    /// Last, so that the directory outlives whoever uses it.
    _data: DataDir,
}

/// Starts everything; when this returns, the server answers.
pub(crate) async fn start(options: Options) -> anyhow::Result<Running> {
    let data = match &options.data {
        Some(path) => DataDir::open(path.clone())?,
        None => DataDir::ephemeral()?,
    };
    // Bound before anything is opened: a taken port is the most common failure, and the rooms must
    // know the port that functions find the server at.
    let socket = TcpListener::bind(options.listen).await.with_context(|| {
        format!(
            "cannot listen on {} (portcullis status tells whether a server runs there, --listen \
                 takes another port)",
            options.listen
        )
    })?;
    let address = socket.local_addr()?;
    let root_key = data.root_key()?;
    control::raise_timeout_quota(options.max_integration_timeout);
    let level = tokio::task::spawn_blocking(move || sandbox::probe(options.isolation)).await??;
    let rooms = Rooms::open(&options, &data, address, &root_key, &level).await?;
    let authority = Authority::open(&data)?;
    let certificate = authority.certificate.clone();
    let stop = CancellationToken::new();
    let planes = planes::Planes::new(&rooms, &options, &level, address);
    let gateway = std::sync::Arc::clone(&rooms.gateway);
    let authority = authority.serving(move |name| certificates::Served::of(&gateway, name));
    let terms = std::sync::Arc::clone(&rooms.gateway);
    let tls = handshake::Tls::new(authority, terms, &options.truststores)?;
    let listening = listener::serve(socket, tls, planes, stop.clone());
    let sweeping = sweeping::keep_clean(rooms.records.clone(), rooms.blobs.clone());
    Ok(Running {
        address,
        root_key,
        level,
        authority: certificate,
        exporter: options
            .collector
            .map(|collector| Exporter::start(collector, &rooms)),
        rooms,
        listening: tokio::spawn(listening),
        sweeping: tokio::spawn(sweeping),
        stop,
        _data: data,
    })
}

impl Running {
    /// What is enforced of an organization, in one line; none without one.
    pub(crate) fn organization(&self) -> Option<String> {
        let directory = self.rooms.identity.directory();
        directory.organization().map(|organization| {
            format!(
                "{}: {} service and {} resource control policies are enforced in {} accounts",
                organization.id(),
                organization.service_control_policies(),
                organization.resource_control_policies(),
                organization.accounts()
            )
        })
    }

    /// Signs one browser in to the console, once.
    pub(crate) fn console_link(&self) -> Option<String> {
        let now = model::Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
        let seat = self.rooms.identity.root_seat(now);
        let link = self.rooms.console.link(seat, now)?;
        Some(format!("{}{}", self.endpoint(), link.path()))
    }

    /// Where calls of services go that are not served here, in one line; none without any.
    pub(crate) fn upstream(&self) -> Option<String> {
        let endpoints = self.rooms.upstream.endpoints();
        let texts: Vec<String> = endpoints.iter().map(ToString::to_string).collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    }

    /// Where clients of this machine find the server.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", reachable(self.address))
    }

    /// Takes no more connections, lets running requests and invocations end, keeps what they wrote.
    pub(crate) async fn drain(self) {
        self.stop.cancel();
        self.sweeping.abort();
        if tokio::time::timeout(DRAIN_WITHIN, self.listening)
            .await
            .is_err()
        {
            tracing::warn!("connections were still open at the end of the drain");
        }
        self.rooms.drain(DRAIN_WITHIN).await;
        if let Some(exporter) = self.exporter {
            exporter.drain().await;
        }
    }
}

/// Sends spans until everything else has ended.
struct Exporter {
    running: tokio::task::JoinHandle<()>,
    stop: CancellationToken,
}

impl Exporter {
    fn start(collector: telemetry::Collector, rooms: &Rooms) -> Self {
        let stop = CancellationToken::new();
        let journal = std::sync::Arc::clone(&rooms.journal);
        let running = telemetry::export(collector, journal, stop.clone());
        Self {
            running: tokio::spawn(running),
            stop,
        }
    }

    async fn drain(self) {
        self.stop.cancel();
        if tokio::time::timeout(DRAIN_WITHIN, self.running)
            .await
            .is_err()
        {
            tracing::warn!("the collector took too long for the last spans");
        }
    }
}

/// An address that means "all of this machine's" is reached by its loopback.
pub(crate) fn reachable(address: SocketAddr) -> SocketAddr {
    match address {
        SocketAddr::V4(v4) if v4.ip().is_unspecified() => {
            (std::net::Ipv4Addr::LOCALHOST, v4.port()).into()
        }
        SocketAddr::V6(v6) if v6.ip().is_unspecified() => {
            (std::net::Ipv6Addr::LOCALHOST, v6.port()).into()
        }
        other => other,
    }
}
