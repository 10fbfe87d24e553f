//! One request, top to bottom.

use std::any::Any;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use http::{HeaderMap, Request, Response};
use identity::invocation::UrlPermissions;
use identity::web_identity::KeySet;
use identity::{Identity, Permissions};
use journal::{Journal, PermissionsMode, Recorder, StepKind, Traces};
use lambda::{FunctionCounts, LogSink};
use model::{AccountId, ApiDefinition, Kind, MethodVerb, Region, RestApiRecord, ThrottleLimits};
use store::{Change, View};

use crate::address::{self, Addressed};
use crate::arrival;
use crate::authorization::{self, Matched, Permitted};
use crate::authorizers::{self, Guard, Remembered};
use crate::beside::Beside;
use crate::body::Body;
use crate::cache;
use crate::clock::{Clock, SystemClock};
use crate::completion;
use crate::compression;
use crate::deployment::{self, CompileError, Deployments, Endpoint, Stage};
use crate::domains::{Asking, Domains};
use crate::exchange::{Exchange, Incoming, Peer};
use crate::execution_log::ExecutionLog;
use crate::function_url::FunctionUrls;
use crate::integrations::{Clients, Reached, Services};
use crate::invocation::Functions;
use crate::meters::{self, Meters};
use crate::private_domain;
use crate::refusal::Refusal;
use crate::response::Reply;
use crate::routing;
use crate::throttle::{self, Limits};
use crate::usage_plan::{self, Plans, UnsavedUsage};
use crate::validation;
use crate::vpc_endpoint::VpcEndpoint;

#[derive(Debug, Clone)]
pub struct Config {
    pub account: AccountId,
    pub region: Region,
    /// How long a Lambda authorizer may take; AWS gives it 10 seconds.
    pub authorizer_timeout: Duration,
    /// How long the body of a request may take to arrive.
    pub body_timeout: Duration,
    /// How much an account may ask for in a region. AWS's own limits guard a region that many
    /// share, so they are not held against the one who runs this server unless one is set here; the
    /// other is AWS's then.
    pub account_throttle: ThrottleLimits,
    /// Whom callers of private APIs and domains come through, the first that has their address.
    pub vpc_endpoints: Vec<Arc<VpcEndpoint>>,
    /// The keys of Cognito user pools, by the addresses of their issuers.
    pub issuers: BTreeMap<String, KeySet>,
    pub function_url_permissions: UrlPermissions,
    /// What throttles and quotas go by.
    pub clock: Arc<dyn Clock>,
}

impl Config {
    /// AWS's own limits.
    pub fn new(account: AccountId, region: Region) -> Self {
        Self {
            account,
            region,
            authorizer_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(30),
            account_throttle: ThrottleLimits::default(),
            vpc_endpoints: Vec::new(),
            issuers: BTreeMap::new(),
            function_url_permissions: UrlPermissions::default(),
            clock: Arc::new(SystemClock),
        }
    }

    fn account_limits(&self) -> Limits {
        Limits::of(&self.account_throttle, throttle::ACCOUNT)
    }

    fn enforced_account_limits(&self) -> Option<Limits> {
        let is_set = self.account_throttle != ThrottleLimits::default();
        is_set.then(|| self.account_limits())
    }
}

/// A request that nobody has looked at, as far as it tells whom it is for.
#[derive(Debug, Clone, Copy)]
pub struct Knock<'a> {
    pub host: &'a str,
    pub path_and_query: &'a str,
    pub headers: &'a HeaderMap,
    pub vpc_endpoint: Option<&'a VpcEndpoint>,
}

/// The data plane. Shared behind an `Arc`.
pub struct Gateway {
    pub(crate) config: Config,
    pub(crate) identity: Arc<Identity>,
    pub(crate) functions: Box<dyn Functions>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) traces: Traces,
    pub(crate) logs: Arc<dyn LogSink>,
    pub(crate) deployments: Deployments,
    pub(crate) domains: Domains,
    pub(crate) urls: FunctionUrls,
    pub(crate) plans: Plans,
    /// From when the times of token buckets are counted.
    started: Instant,
    pub(crate) http: Clients,
    services: Reached,
    pub(crate) beside: Beside,
    /// Counts of what was for no stage.
    pub(crate) elsewhere: Meters,
}

impl Gateway {
    pub fn new(
        config: Config,
        identity: Arc<Identity>,
        functions: impl Functions + 'static,
        journal: Arc<Journal>,
        logs: Arc<dyn LogSink>,
    ) -> Arc<Self> {
        let (limits, enforced) = (config.account_limits(), config.enforced_account_limits());
        Arc::new(Self {
            started: config.clock.instant(),
            config,
            identity,
            functions: Box::new(functions),
            journal,
            traces: Traces::default(),
            logs,
            deployments: Deployments::new(enforced),
            domains: Domains::default(),
            urls: FunctionUrls::default(),
            plans: Plans::new(limits),
            http: Clients::default(),
            services: Reached::new(),
            beside: Beside::default(),
            elsewhere: Meters::default(),
        })
    }

    /// Says where calls of integrations with AWS services go. The control plane answers some of them and
    /// is made after the gateway, so this is said once it is there; a second saying changes nothing.
    pub fn reach(&self, services: Arc<dyn Services>) {
        // The first one stays.
        let _: Result<(), _> = self.services.set(services);
    }

    pub(crate) fn services(&self) -> Option<&dyn Services> {
        self.services.get().map(AsRef::as_ref)
    }

    /// Which API a request is for, if it is for one: by an execute-api address, or by a custom
    /// domain.
    pub fn address(&self, knock: Knock<'_>) -> Option<Addressed> {
        let Knock { host, headers, .. } = knock;
        let path = knock.path_and_query.split('?').next().unwrap_or_default();
        if address::is_of_endpoint(host) {
            let api = headers.get("x-apigw-api-id")?.to_str().ok()?;
            return Some(address::by_header(api, path));
        }
        address::address(host, path).or_else(|| {
            self.domains.address(Asking {
                host,
                path,
                headers,
                vpc_endpoint: knock.vpc_endpoint.map(|endpoint| endpoint.id.as_str()),
            })
        })
    }

    /// How many APIs there are of a kind, deployed or not.
    pub fn count_apis(&self, is_of_kind: impl Fn(&RestApiRecord) -> bool) -> usize {
        self.deployments.count(is_of_kind)
    }

    /// The VPC endpoint that an address stands for, where the operator named one.
    pub fn vpc_endpoint(&self, address: IpAddr) -> Option<Arc<VpcEndpoint>> {
        let mut endpoints = self.config.vpc_endpoints.iter();
        endpoints.find(|it| it.contains(address)).cloned()
    }

    /// Always answers. The listener found which API is addressed, by [`crate::address`].
    pub async fn serve<B>(
        &self,
        addressed: Addressed,
        request: Request<B>,
        peer: Peer,
    ) -> Response<Body>
    where
        B: hyper::body::Body + Send + Unpin,
        B::Data: Send,
        B::Error: std::fmt::Display,
    {
        let arrived = Instant::now();
        let (incoming, complete) =
            arrival::receive(&self.config, addressed, request, peer, arrived).await;
        let mut exchange = self.exchange(incoming, ExecutionLog::of_request(self.traces.is_on()));
        let outcome = match complete {
            Ok(()) => safely(self.answer(&mut exchange)).await,
            Err(refusal) => Err(refusal),
        };
        let outcome = match outcome {
            Ok(reply) => Ok(compression::pack(&exchange, reply).await),
            Err(refusal) => Err(refusal),
        };
        completion::finish(self, exchange, outcome)
    }

    async fn answer(&self, exchange: &mut Exchange) -> Result<Reply, Refusal> {
        let stage = self.find_stage(exchange)?;
        arrival::check_for(&stage, &exchange.request)?;
        check_connection(exchange, &stage)?;
        check_certificate(exchange)?;
        private_domain::check(exchange)?;
        let matched = find_route(exchange, stage)?;
        completion::hide_secrets(exchange);
        let guard = &matched.endpoint.guard;
        exchange.identified = authorizers::identify(self, exchange, guard).await?;
        let permitted = authorization::permit(self, exchange, &matched)?;
        usage_plan::admit(self, exchange, &matched.stage, &permitted)?;
        completion::log_start(exchange);
        self.invoke(exchange, &permitted).await
    }

    /// The part that the test button has in common with a call.
    pub(crate) async fn invoke(
        &self,
        exchange: &mut Exchange,
        permitted: &Permitted,
    ) -> Result<Reply, Refusal> {
        validation::validate(exchange, &permitted.endpoint().validation)?;
        cache::answer(self, exchange, permitted).await
    }

    pub(crate) fn exchange(&self, incoming: Incoming, log: ExecutionLog) -> Exchange {
        let permissions_mode = match self.identity.config().permissions {
            Permissions::Enforce => PermissionsMode::Enforce,
            Permissions::Report => PermissionsMode::Report,
        };
        let recorded = arrival::recorded(&incoming, permissions_mode);
        let arrived = incoming.arrived;
        Exchange::new(incoming, Recorder::start(recorded, arrived), log)
    }

    /// For token buckets: nanoseconds since the start.
    pub(crate) fn nanos(&self) -> u64 {
        let since = self
            .config
            .clock
            .instant()
            .saturating_duration_since(self.started);
        u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
    }

    fn find_stage(&self, exchange: &mut Exchange) -> Result<Arc<Stage>, Refusal> {
        let addressed = &exchange.request.addressed;
        let missing = || Refusal::UnknownStage(self.deployments.instead_of(addressed));
        let stage = self.deployments.find(addressed).ok_or_else(missing)?;
        exchange.note(StepKind::Deployment, "the stage is deployed");
        exchange.stage = Some(Arc::clone(&stage));
        Ok(stage)
    }

    /// What goes into the steps of requests and what comes out, where somebody asked for it.
    pub fn traces(&self) -> &Traces {
        &self.traces
    }

    /// What the authorizers of a stage remember.
    pub fn remembered(&self, api: &str, stage: &str) -> Vec<Remembered> {
        let now = Instant::now();
        let mut found = Vec::new();
        for stage in self.deployments.all_of(api, stage) {
            for guard in stage.authorizers.values() {
                if let Guard::Lambda(authorizer) = guard {
                    found.extend(authorizer.all_remembered(now));
                }
            }
        }
        found
    }

    /// Forgets what the authorizers of a stage remember.
    pub fn flush_authorizers_cache(&self, api: &str, stage: &str) {
        for stage in self.deployments.all_of(api, stage) {
            for guard in stage.authorizers.values() {
                if let Guard::Lambda(authorizer) = guard {
                    authorizer.forget();
                }
            }
        }
    }

    /// Forgets the answers that a stage remembers.
    pub fn flush_cache(&self, api: &str, stage: &str) {
        for stage in self.deployments.all_of(api, stage) {
            if let Some(cache) = &stage.cache {
                cache.clear();
            }
        }
    }

    /// What was counted, in the text format of Prometheus: for each stage, for each method that has
    /// detailed metrics, and for each function.
    pub fn metrics(&self, functions: &[FunctionCounts]) -> String {
        let mut text = meters::Text::default();
        let stages = self.deployments.meters();
        text.families("portcullis_api", &stages.stages);
        text.families("portcullis_api_method", &stages.methods);
        text.total(
            "portcullis_unrouted_requests_total",
            "Requests that were for no stage.",
            &self.elsewhere,
        );
        text.functions(functions);
        text.into_string()
    }

    /// How much an account may ask for in a region, as AWS tells it.
    pub fn account_throttle(&self) -> ThrottleLimits {
        let limits = self.config.account_limits();
        ThrottleLimits {
            rate: Some(limits.rate),
            burst: i32::try_from(limits.burst).ok(),
        }
    }

    /// What keys used of their plans and nobody kept yet.
    pub fn unsaved_usage(&self) -> Vec<UnsavedUsage> {
        self.plans.unsaved()
    }

    /// Says that this much is kept.
    pub fn usage_saved(&self, usage: &UnsavedUsage) {
        self.plans.saved(usage);
    }

    /// Waits until so much was counted that it should be kept now.
    pub async fn usage_pressed(&self) {
        self.plans.pressed().await;
    }

    /// Does this deployment compile? What only its calls can settle is no error; see
    /// [`Gateway::unserved`].
    pub fn check(definition: &ApiDefinition) -> Result<(), CompileError> {
        deployment::check(definition)
    }

    /// What a definition asks for and is not served yet: `VERB /path: reason`, and authorizers by
    /// their ids. Calls that need it are refused.
    pub fn unserved(definition: &ApiDefinition) -> BTreeMap<String, CompileError> {
        deployment::unserved(definition)
    }
}

impl View for Gateway {
    fn kinds(&self) -> &'static [Kind] {
        &[
            Kind::RestApi,
            Kind::Deployment,
            Kind::AccountSettings,
            Kind::DomainName,
            Kind::AccessAssociation,
            Kind::Function,
            Kind::ApiKey,
            Kind::UsagePlan,
            Kind::Usage,
            Kind::ClientCertificate,
            Kind::VpcLink,
        ]
    }

    fn apply(&self, changes: &[Change]) {
        self.deployments.apply(changes);
        self.domains.apply(changes);
        self.urls.apply(changes);
        self.plans.apply(changes);
        self.beside.apply(changes);
    }
}

/// Where only connections that were made for the host itself will do, another name in the handshake
/// ends the request (API Gateway developer guide, "Endpoint access mode"). Plain HTTP, which AWS has
/// not, names no host but this one.
fn check_connection(exchange: &Exchange, stage: &Stage) -> Result<(), Refusal> {
    let request = &exchange.request;
    let addressed = &request.addressed;
    let strict = match addressed.domain {
        Some(_) => addressed.strict,
        None => stage.is_strict,
    };
    let Some(peer) = request.peer().filter(|peer| strict && peer.tls) else {
        return Ok(());
    };
    let host = request.host().to_ascii_lowercase();
    let host = host
        .rsplit_once(':')
        .map_or(host.as_str(), |(name, _)| name);
    let asked = peer.asked_for.as_deref();
    if asked == Some(host) {
        return Ok(());
    }
    let asked = asked.unwrap_or("no host");
    Err(Refusal::NotReachable(format!(
        "the connection was made for {asked}, and the request is for {host}"
    )))
}

/// Where a custom domain asks for a certificate, nobody passes without one that it trusts, whatever
/// address of this server they connected to.
fn check_certificate(exchange: &mut Exchange) -> Result<(), Refusal> {
    let Some(domain) = exchange.request.addressed.mutual_tls.clone() else {
        return Ok(());
    };
    let peer = exchange.request.peer();
    let shown = peer.and_then(|peer| peer.certificate.as_ref());
    let shown = shown.filter(|shown| shown.domain == *domain);
    let reason = match shown.map(|shown| &shown.distrusted) {
        Some(None) => {
            exchange.note(StepKind::Authorizers, "the client's certificate is trusted");
            return Ok(());
        }
        Some(Some(reason)) => reason.clone(),
        None => format!("the connection was not made with a client certificate for {domain}"),
    };
    Err(Refusal::ClientCertificate(reason))
}

/// Which method? What it logs and remembers of the request is known from here on.
fn find_route(exchange: &mut Exchange, stage: Arc<Stage>) -> Result<Matched, Refusal> {
    let routes = stage
        .routes
        .as_ref()
        .map_err(|error| Refusal::Misconfigured(error.clone().into()))?;
    let request = &exchange.request;
    let path = &request.addressed.path;
    let found = request
        .verb
        .as_str()
        .parse::<MethodVerb>()
        .ok()
        .filter(|verb| *verb != MethodVerb::Any)
        .and_then(|verb| routing::find(routes, verb, path))
        .ok_or_else(|| Refusal::NoRoute {
            verb: request.verb.to_string(),
            path: request.path(),
        })?;
    let endpoint = Arc::clone(found.target);
    exchange.path_parameters = found.into_owned();
    enter(exchange, &endpoint);
    let extended_id = &exchange.request.extended_id;
    exchange
        .log
        .info(|| format!("Extended Request Id: {extended_id}"));
    Ok(Matched { stage, endpoint })
}

/// The exchange is about this method now.
pub(crate) fn enter(exchange: &mut Exchange, endpoint: &Arc<Endpoint>) {
    exchange.note(StepKind::Routing, endpoint.served.clone());
    exchange.log.raise(endpoint.logging);
    exchange.endpoint = Some(Arc::clone(endpoint));
}

/// A panic ends this request and nothing else.
pub(crate) async fn safely<T>(
    answer: impl Future<Output = Result<T, Refusal>>,
) -> Result<T, Refusal> {
    AssertUnwindSafe(answer)
        .catch_unwind()
        .await
        .unwrap_or_else(|panic| Err(Refusal::Defect(panic_text(panic.as_ref()))))
}

pub(crate) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned())
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gateway")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}
