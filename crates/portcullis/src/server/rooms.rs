//! Engines and services, opened in the order in which they need each other.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use console::Console;
use control::Control;
use gateway::Gateway;
use identity::{Identity, RootKey};
use journal::Journal;
use lambda::Lambda;
use model::Timestamp;
use objects::Contents;
use store::{Blobs, Followers, Memory, Records, Sqlite, View};
use upstream::Upstream;

use super::services::InProcess;
use super::{Options, access, reachable};
use crate::data_dir::DataDir;

/// AWS ends a live tail after three hours (CloudWatch Logs API reference, "StartLiveTail").
const LIVE_TAIL: Duration = Duration::from_hours(3);

/// Everything that answers.
#[derive(Clone)]
pub(crate) struct Rooms {
    pub(crate) records: Records,
    pub(crate) blobs: Blobs,
    pub(crate) contents: Contents,
    pub(crate) followers: Arc<Followers>,
    pub(crate) identity: Arc<Identity>,
    pub(crate) lambda: Arc<Lambda>,
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) control: Arc<Control>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) console: Arc<Console>,
    pub(crate) upstream: Arc<Upstream>,
    /// Since when sessions are seen.
    pub(crate) started: Timestamp,
    event_sources: Arc<control::EventSources>,
    schedules: Arc<control::Schedules>,
    logs: Arc<control::logs::Engine>,
    usage: Arc<control::UsageKeeper>,
    stacks: Arc<control::Stacks>,
}

impl Rooms {
    pub(crate) async fn open(
        options: &Options,
        data: &DataDir,
        address: SocketAddr,
        root_key: &RootKey,
        level: &sandbox::Level,
    ) -> anyhow::Result<Self> {
        let (records, blobs) = engines(options, data)?;
        let contents = contents(options, data, &records).await?;
        let identity = identity(options, data, root_key)?;
        let journal = Arc::<Journal>::default();
        let (asked, seen) = (Arc::clone(&identity), Arc::clone(&journal));
        let logs = control::logs::Engine::start(records.clone(), asked, seen);
        let sink: Arc<dyn lambda::LogSink> = Arc::clone(&logs) as _;
        let services = Arc::new(InProcess::default());
        let neighbours = lambda::Neighbours {
            identity: Arc::clone(&identity),
            records: records.clone(),
            blobs: blobs.clone(),
            logs: Arc::clone(&sink),
            courier: Arc::clone(&services) as _,
        };
        let config = lambda_config(options, data, reachable(address), level);
        let lambda = Lambda::start(config, neighbours)?;
        logs.connect(&lambda);
        let gateway = Gateway::new(
            gateway_config(options),
            Arc::clone(&identity),
            Arc::clone(&lambda),
            Arc::clone(&journal),
            sink,
        );
        let event_sources = Arc::new(control::EventSources::default());
        let schedules = Arc::new(control::Schedules::default());
        let views = views(&identity, &lambda, &gateway, (&event_sources, &schedules));
        let followers = Arc::new(Followers::start(&records, views).await?);
        lambda.resume().await?;
        let usage = control::UsageKeeper::start(records.clone(), Arc::clone(&gateway));
        let upstream = upstream(options);
        let stacks = Arc::<control::Stacks>::default();
        let control = Arc::new(Control::new(control::Rooms {
            records: records.clone(),
            followers: Arc::clone(&followers),
            blobs: blobs.clone(),
            contents: contents.clone(),
            naming: Arc::default(),
            identity: Arc::clone(&identity),
            lambda: Arc::clone(&lambda),
            gateway: Arc::clone(&gateway),
            usage: Arc::clone(&usage),
            journal: Arc::clone(&journal),
            upstream: Arc::clone(&upstream),
            issuers: issuers(options),
            functions: options.functions,
            quotas: Arc::new(control::Quotas::new(options.quotas.iter().copied())),
            live_tail: LIVE_TAIL,
            stacks: Arc::clone(&stacks),
            guard: options.guard,
            account: options.account.clone(),
            region: options.region.clone(),
        }));
        let console = Arc::new(Console::new(Arc::clone(&identity)));
        schedules.lead_to(&control);
        introduce(&control, &event_sources, &gateway, services);
        gateway.traces().turn(options.traces);
        control.resume_stacks().await?;
        Ok(Self {
            records,
            blobs,
            contents,
            followers,
            identity,
            lambda,
            gateway,
            control,
            journal,
            console,
            upstream,
            started: access::now(),
            event_sources,
            schedules,
            logs,
            usage,
            stacks,
        })
    }

    /// Lets invocations end, and their logs and what was counted be written.
    pub(crate) async fn drain(&self, within: Duration) {
        self.stacks.drain(within).await;
        self.schedules.drain(within).await;
        self.event_sources.drain(within).await;
        self.lambda.drain(within).await;
        self.usage.drain(within).await;
        self.logs.drain(within).await;
    }
}

/// Functions, queues and integrations call AWS's APIs through the control plane.
fn introduce(
    control: &Arc<Control>,
    event_sources: &control::EventSources,
    gateway: &Gateway,
    services: Arc<InProcess>,
) {
    services.lead_to(control);
    event_sources.lead_to(control);
    gateway.reach(services);
}

/// Whoever must see a write before it is acknowledged.
fn views(
    identity: &Arc<Identity>,
    lambda: &Arc<Lambda>,
    gateway: &Arc<Gateway>,
    (event_sources, schedules): (&Arc<control::EventSources>, &Arc<control::Schedules>),
) -> Vec<Arc<dyn View>> {
    vec![
        Arc::clone(identity) as _,
        Arc::clone(lambda) as _,
        Arc::clone(gateway) as _,
        Arc::clone(event_sources) as _,
        Arc::clone(schedules) as _,
    ]
}

fn issuers(options: &Options) -> Arc<control::Issuers> {
    Arc::new(control::Issuers::new(options.oidc_keys.clone()))
}

fn upstream(options: &Options) -> Arc<Upstream> {
    let credentials = options.upstream_credentials.clone();
    Arc::new(Upstream::new(options.upstream.clone(), credentials))
}

fn gateway_config(options: &Options) -> gateway::Config {
    gateway::Config {
        account_throttle: options.account_throttle,
        function_url_permissions: options.function_url_permissions,
        vpc_endpoints: options
            .vpc_endpoints
            .iter()
            .cloned()
            .map(Arc::new)
            .collect(),
        issuers: options.oidc_keys.iter().cloned().collect(),
        ..gateway::Config::new(options.account.clone(), options.region.clone())
    }
}

fn identity(
    options: &Options,
    data: &DataDir,
    root_key: &RootKey,
) -> anyhow::Result<Arc<Identity>> {
    let identity = Arc::new(Identity::new(identity::Config {
        account: options.account.clone(),
        region: options.region.clone(),
        root_key: root_key.clone(),
        seal: data.seal()?,
        auth: options.auth,
        permissions: options.permissions,
    }));
    if let Some(file) = &options.organization {
        identity.join(file.read()?);
    }
    Ok(identity)
}

fn engines(options: &Options, data: &DataDir) -> anyhow::Result<(Records, Blobs)> {
    if options.data.is_none() {
        return Ok((Records::new(Memory::new()), Blobs::ephemeral()?));
    }
    // The engine locks the directory, so it comes before the blobs that another server may hold.
    let records = Records::new(Sqlite::open(data.records())?);
    Ok((records, Blobs::open(data.blobs())?))
}

async fn contents(
    options: &Options,
    data: &DataDir,
    records: &Records,
) -> anyhow::Result<Contents> {
    let most = options.most_object_bytes;
    if options.data.is_none() {
        return Ok(Contents::ephemeral(most)?);
    }
    let contents = Contents::open(data.objects(), most)?;
    control::s3::adopt(records, &contents).await?;
    Ok(contents)
}

fn lambda_config(
    options: &Options,
    data: &DataDir,
    address: SocketAddr,
    level: &sandbox::Level,
) -> lambda::Config {
    lambda::Config {
        endpoint: lambda::Endpoint {
            address,
            url: format!("http://{address}"),
        },
        level: level.clone(),
        network: options.network,
        scratch: data.scratch(),
        retry_after: options.async_retry,
        keep_for: options.function_keep_alive,
        spares: options.function_spares,
        hot_reload_root: options.hot_reload_root.clone(),
        endpoint_told: options.function_options.endpoint_told(),
        image_engines: options.function_options.engines(),
        file_systems: options.function_options.file_systems(),
        debug: options.debug_functions.iter().cloned().collect(),
    }
}
