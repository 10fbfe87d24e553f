//! Whole requests through a real gateway, a real identity and real policies. Only the functions'
//! answers are made up; their grants are not.

mod access_logs;
mod authorizers;
mod backends;
mod button;
mod cache;
mod cognito;
mod compression;
mod gate;
mod hands;
mod http;
mod limits;
mod metrics;
mod policies;
mod private;
mod proxy;
mod records;
mod refusals;
mod services;
mod shapes;
mod speed;
mod stages;
mod streaming;
mod throttles;
mod traces;
mod usage_plans;

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::http::{Method as Verb, Request, Response};
use bytes::Bytes;
use futures_util::future::BoxFuture;
use http_body_util::{BodyExt as _, Full};
use identity::invocation::{Grant, InvokedBy};
use identity::web_identity::KeySet;
use identity::{AuthMode, Identity, Permissions, RootKey};
use journal::{Entry, Journal};
use lambda::{
    Completion, Event, FunctionError, InvokeError, LogBatch, LogSink, Outcome, Part, Streamed,
};
use model::*;
use serde_json::{Value, json};
use store::{Change, Key, Revision, View};

use hands::Hands;

pub(crate) use self::records::function_record;
use crate::{Addressed, Clock, Config, Functions, Gateway, Peer};

pub(super) const ACCOUNT: &str = "111111111111";
pub(super) const REGION: &str = "us-east-1";
pub(super) const API: &str = "api1234567";

pub(super) fn account() -> AccountId {
    AccountId::new(ACCOUNT).unwrap()
}

pub(super) fn region() -> Region {
    Region::new(REGION).unwrap()
}

/// `name` or `name:qualifier`.
pub(super) fn function_arn(name: &str) -> String {
    format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}")
}

pub(super) fn uri_of(function: &str) -> String {
    format!("arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function}/invocations")
}

const WITH_HEAD: &str = "application/vnd.awslambda.http-integration-response";

/// What a made-up function does.
#[derive(Clone)]
pub(super) enum Answer {
    Payload(String),
    Failure(String),
    Error(InvokeError),
    /// Chunks, and the error at the end.
    Stream(Vec<String>, Option<&'static str>),
    /// A streamed answer without a head: its type, and its one chunk.
    Plain(&'static str, &'static str),
    Never,
    Panic,
}

/// Who was let through to which function with what.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) function: String,
    pub(super) by: String,
    pub(super) payload: Vec<u8>,
    pub(super) later: bool,
}

#[derive(Clone, Default)]
pub(super) struct Answers {
    answers: Arc<Mutex<HashMap<String, Answer>>>,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl Answers {
    fn note(&self, grant: &Grant, event: &Event, later: bool) -> Answer {
        let by = match grant.caller() {
            InvokedBy::Service {
                principal,
                source_arn,
            } => {
                format!("{principal} {}", source_arn.as_deref().unwrap_or("-"))
            }
            InvokedBy::Caller(caller) => caller.arn(),
            InvokedBy::Anonymous => "anonymous".to_owned(),
        };
        let call = Call {
            function: grant.function().to_string(),
            by,
            payload: event.payload.to_vec(),
            later,
        };
        self.calls.lock().unwrap().push(call);
        let name = grant.function().name.to_string();
        let answers = self.answers.lock().unwrap();
        answers
            .get(&name)
            .cloned()
            .unwrap_or_else(|| Answer::Payload("{}".to_owned()))
    }
}

impl Functions for Answers {
    fn invoke(&self, grant: Grant, event: Event) -> BoxFuture<'_, Result<Outcome, InvokeError>> {
        let answer = self.note(&grant, &event, false);
        Box::pin(async move {
            let (payload, error) = match answer {
                Answer::Payload(text) => (text, None),
                Answer::Failure(message) => (
                    json!({"errorMessage": message, "errorType": "Exception"}).to_string(),
                    Some(FunctionError::Unhandled),
                ),
                Answer::Error(error) => return Err(error),
                Answer::Never | Answer::Plain(..) | Answer::Stream(..) => {
                    std::future::pending().await
                }
                Answer::Panic => panic!("a defect"),
            };
            Ok(Outcome {
                request_id: "11111111-2222-4333-8444-555555555555".to_owned(),
                executed_version: "$LATEST".to_owned(),
                payload: payload.into(),
                error,
                log_tail: None,
                duration_micros: 1,
                init_micros: None,
                runtime: "".into(),
            })
        })
    }

    fn invoke_streamed(
        &self,
        grant: Grant,
        event: Event,
    ) -> BoxFuture<'_, Result<Streamed, InvokeError>> {
        let answer = self.note(&grant, &event, false);
        Box::pin(async move {
            let (sender, parts) = tokio::sync::mpsc::channel(16);
            let (content_type, chunks, error) = match answer {
                Answer::Stream(chunks, error) => (Some(WITH_HEAD.to_owned()), chunks, error),
                Answer::Plain(kind, text) => (Some(kind.to_owned()), vec![text.to_owned()], None),
                Answer::Payload(text) => (None, vec![text], None),
                Answer::Error(error) => return Err(error),
                Answer::Failure(_) | Answer::Never | Answer::Panic => std::future::pending().await,
            };
            for chunk in chunks {
                sender.try_send(Part::Chunk(chunk.into())).unwrap();
            }
            let end = Completion {
                error: error.map(Bytes::from),
                log_tail: None,
                duration_micros: 1,
                init_micros: None,
            };
            sender.try_send(Part::Complete(Box::new(end))).unwrap();
            Ok(Streamed {
                request_id: "11111111-2222-4333-8444-555555555555".to_owned(),
                executed_version: "$LATEST".to_owned(),
                content_type,
                parts,
            })
        })
    }

    fn enqueue(&self, grant: Grant, event: Event) -> BoxFuture<'_, Result<String, InvokeError>> {
        self.note(&grant, &event, true);
        Box::pin(async { Ok("later".to_owned()) })
    }
}

#[derive(Default)]
pub(super) struct Lines(Mutex<Vec<LogBatch>>);

impl LogSink for Lines {
    fn put(&self, batch: LogBatch) {
        self.0.lock().unwrap().push(batch);
    }
}

/// A gateway with everything that it needs, and a definition that is being written.
pub(super) struct House {
    pub(super) gateway: Arc<Gateway>,
    pub(super) identity: Arc<Identity>,
    pub(super) functions: Answers,
    pub(super) journal: Arc<Journal>,
    pub(super) lines: Arc<Lines>,
    pub(super) definition: ApiDefinition,
    pub(super) variables: BTreeMap<String, String>,
    pub(super) logging: Option<&'static str>,
    /// Further settings of the stage's methods.
    pub(super) settings: BTreeMap<String, MethodSettings>,
    pub(super) clock: Arc<Hands>,
    /// What else the stage's record says.
    pub(super) of_stage: Box<dyn Fn(&mut Stage) + Send + Sync>,
}

impl House {
    pub(super) fn new() -> Self {
        Self::with(Permissions::Enforce)
    }

    pub(super) fn with(permissions: Permissions) -> Self {
        Self::of_account(permissions, None)
    }

    /// With limits of the account, or with AWS's own.
    pub(super) fn of_account(permissions: Permissions, limits: Option<ThrottleLimits>) -> Self {
        Self::built(permissions, limits, BTreeMap::new())
    }

    /// With the keys of user pools.
    pub(super) fn with_issuers(issuers: BTreeMap<String, KeySet>) -> Self {
        Self::built(Permissions::Enforce, None, issuers)
    }

    fn built(
        permissions: Permissions,
        limits: Option<ThrottleLimits>,
        issuers: BTreeMap<String, KeySet>,
    ) -> Self {
        let clock = Hands::new();
        let identity = Arc::new(Identity::new(identity::Config {
            account: account(),
            region: region(),
            root_key: RootKey {
                id: "AKIAROOT000000000000".to_owned(),
                secret: "root-secret".to_owned(),
            },
            seal: [7; 32],
            auth: AuthMode::Strict,
            permissions,
        }));
        let functions = Answers::default();
        let journal = Arc::new(Journal::new(100));
        let lines = Arc::new(Lines::default());
        let config = Config {
            authorizer_timeout: Duration::from_millis(50),
            body_timeout: Duration::from_millis(50),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            issuers,
            ..Config::new(account(), region())
        };
        let config = Config {
            account_throttle: limits.unwrap_or(config.account_throttle),
            ..config
        };
        let gateway = Gateway::new(
            config,
            Arc::clone(&identity),
            functions.clone(),
            Arc::clone(&journal),
            Arc::clone(&lines) as Arc<dyn LogSink>,
        );
        let root = Resource {
            id: "root".to_owned(),
            parent_id: None,
            path_part: String::new(),
            methods: BTreeMap::new(),
        };
        Self {
            gateway,
            identity,
            functions,
            journal,
            lines,
            definition: ApiDefinition {
                resources: BTreeMap::from([("root".to_owned(), root)]),
                ..ApiDefinition::default()
            },
            variables: BTreeMap::new(),
            logging: None,
            settings: BTreeMap::new(),
            clock,
            of_stage: Box::new(|_| {}),
        }
    }

    /// Adds `VERB /path`, with the resources on the way.
    pub(super) fn method(&mut self, route: &str, method: Method) -> &mut Self {
        let (verb, path) = route.split_once(' ').unwrap();
        let mut id = "root".to_owned();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let next = format!("{id}-{part}");
            let parent = std::mem::replace(&mut id, next.clone());
            self.definition
                .resources
                .entry(next.clone())
                .or_insert(Resource {
                    id: next,
                    parent_id: Some(parent),
                    path_part: part.to_owned(),
                    methods: BTreeMap::new(),
                });
        }
        let resource = self.definition.resources.get_mut(&id).unwrap();
        resource.methods.insert(verb.parse().unwrap(), method);
        self
    }

    pub(super) fn answer(&self, function: &str, answer: Answer) -> &Self {
        self.functions
            .answers
            .lock()
            .unwrap()
            .insert(function.to_owned(), answer);
        self
    }

    pub(super) fn calls(&self) -> Vec<Call> {
        std::mem::take(&mut self.functions.calls.lock().unwrap())
    }

    /// Puts the definition on the stage `prod`, as the store would tell it.
    pub(super) fn deploy(&mut self) -> &mut Self {
        let (deployment, stage) = self.parts();
        let api = self.record(stage);
        self.gateway.apply(&[change(&api), change(&deployment)]);
        self
    }

    /// The deployment, and the stage that shows it.
    pub(super) fn parts(&self) -> (DeploymentRecord, Stage) {
        let deployment = DeploymentRecord {
            account: account(),
            region: region(),
            api_id: ApiId::new(API).unwrap(),
            id: "dep123".to_owned(),
            description: None,
            created: Timestamp::default(),
            definition: self.definition.clone(),
        };
        let name = StageName::new("prod").unwrap();
        let settings = self
            .logging
            .map(|level| ("*/*".to_owned(), settings(level)));
        let mut stage = Stage {
            name,
            deployment_id: "dep123".to_owned(),
            description: None,
            variables: self.variables.clone(),
            created: Timestamp::default(),
            updated: Timestamp::default(),
            tracing_enabled: false,
            cache_cluster_enabled: false,
            cache_cluster_size: None,
            canary: None,
            client_certificate_id: None,
            documentation_version: None,
            method_settings: settings.into_iter().chain(self.settings.clone()).collect(),
            access_log_destination: None,
            access_log_format: None,
            tags: BTreeMap::new(),
        };
        (self.of_stage)(&mut stage);
        (deployment, stage)
    }

    pub(super) fn record(&self, stage: Stage) -> RestApiRecord {
        RestApiRecord {
            account: account(),
            region: region(),
            id: ApiId::new(API).unwrap(),
            name: "test".to_owned(),
            description: None,
            version: None,
            created: Timestamp::default(),
            endpoint: EndpointConfiguration::default(),
            transport: model::Transport::default(),
            disable_execute_api_endpoint: false,
            tags: BTreeMap::new(),
            warnings: Vec::new(),
            definition: self.definition.clone(),
            documentation: model::Documentation::default(),
            stages: BTreeMap::from([(stage.name.clone(), stage)]),
        }
    }

    /// Stores a function whose resource policies are given by qualifier.
    pub(super) fn function(&self, name: &str, policies: &[(&str, Value)]) -> &Self {
        self.function_of(ACCOUNT, name, policies)
    }

    pub(super) fn function_of(&self, owner: &str, name: &str, policies: &[(&str, Value)]) -> &Self {
        let record = function_record(owner, name, policies);
        self.identity.apply(&[change(&record)]);
        self
    }

    pub(super) fn role(&self, name: &str, trusted: &str, policy: Option<Value>) -> &Self {
        let trust = json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": trusted}, "Action": "sts:AssumeRole"
        }]});
        let record = RoleRecord {
            account: account(),
            name: name.to_owned(),
            path: "/".to_owned(),
            unique_id: "AROA0000000000000000".to_owned(),
            created: Timestamp::default(),
            description: None,
            max_session_seconds: 3600,
            trust: trust.to_string(),
            policies: inline(policy),
            tags: BTreeMap::new(),
            last_used: None,
        };
        self.identity.apply(&[change(&record)]);
        self
    }

    pub(super) fn user(&self, owner: &str, name: &str, policy: Option<Value>) -> &Self {
        let record = UserRecord {
            account: AccountId::new(owner).unwrap(),
            name: name.to_owned(),
            path: "/".to_owned(),
            unique_id: "AIDA0000000000000000".to_owned(),
            created: Timestamp::default(),
            policies: inline(policy),
            access_keys: vec![AccessKey {
                id: key_id(owner, name),
                secret: format!("secret-of-{name}"),
                status: KeyStatus::Active,
                created: Timestamp::default(),
            }],
            tags: BTreeMap::new(),
            groups: Vec::new(),
            credentials: model::UserCredentials::default(),
        };
        self.identity.apply(&[change(&record)]);
        self
    }

    pub(super) fn cloudwatch_role(&self, arn: &str) -> &Self {
        let record = AccountSettingsRecord {
            account: account(),
            region: region(),
            cloudwatch_role_arn: Some(arn.to_owned()),
        };
        self.gateway.apply(&[change(&record)]);
        self
    }

    pub(super) fn last(&self) -> Arc<Entry> {
        self.journal.last().unwrap()
    }

    pub(super) async fn get(&self, path: &str) -> Reply {
        self.send(request(Verb::GET, path)).await
    }

    pub(super) async fn send(&self, request: Request<Full<Bytes>>) -> Reply {
        let path = request.uri().path_and_query().unwrap().as_str();
        let addressed = crate::address("api1234567.execute-api.us-east-1.localhost", path);
        self.send_to(addressed.unwrap(), request).await
    }

    pub(super) async fn send_to(
        &self,
        addressed: Addressed,
        request: Request<Full<Bytes>>,
    ) -> Reply {
        self.send_from(peer(), addressed, request).await
    }

    pub(super) async fn send_from(
        &self,
        peer: Peer,
        addressed: Addressed,
        request: Request<Full<Bytes>>,
    ) -> Reply {
        Reply::of(self.gateway.serve(addressed, request, peer).await).await
    }
}

pub(super) fn peer() -> Peer {
    Peer {
        ip: IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7)),
        tls: true,
        protocol: ::http::Version::HTTP_11,
        certificate: None,
        asked_for: None,
        vpc_endpoint: None,
        encryption: None,
    }
}

/// An answer as a client reads it.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: ::http::HeaderMap,
    pub(super) body: Bytes,
}

impl Reply {
    async fn of(response: Response<crate::Body>) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    #[track_caller]
    pub(super) fn is(&self, status: u16, error_type: Option<&str>, body: &str) {
        let seen = (self.status, self.header("x-amzn-errortype"), self.text());
        assert_eq!(seen, (status, error_type, body.to_owned()));
        assert!(self.header("x-amzn-requestid").is_some());
        assert!(self.header("x-amz-apigw-id").is_some());
    }
}

pub(super) fn change<R: Record>(record: &R) -> Change {
    Change {
        key: Key::new(R::KIND, record.id()),
        revision: Revision(1),
        value: Some(serde_json::to_vec(record).unwrap().into()),
    }
}

fn inline(policy: Option<Value>) -> AttachedPolicies {
    AttachedPolicies {
        inline: policy
            .into_iter()
            .map(|p| ("p".to_owned(), p.to_string()))
            .collect(),
        ..AttachedPolicies::default()
    }
}

pub(super) fn key_id(owner: &str, name: &str) -> String {
    format!("AKIA{owner}{name}")
}

pub(super) fn settings(level: &str) -> MethodSettings {
    MethodSettings {
        metrics_enabled: false,
        logging_level: Some(level.to_owned()),
        data_trace_enabled: true,
        throttling_burst_limit: 5_000,
        throttling_rate_limit: 10_000.0,
        caching_enabled: false,
        cache_ttl_seconds: 0,
        cache_data_encrypted: false,
        require_authorization_for_cache_control: false,
        unauthorized_cache_control_header_strategy: String::new(),
    }
}

pub(super) fn request(verb: Verb, path: &str) -> Request<Full<Bytes>> {
    Request::builder()
        .method(verb)
        .uri(format!("/prod{path}"))
        .header("host", format!("{API}.execute-api.us-east-1.localhost"))
        .body(Full::default())
        .unwrap()
}

pub(super) fn with_header(
    mut request: Request<Full<Bytes>>,
    name: &'static str,
    value: &str,
) -> Request<Full<Bytes>> {
    request.headers_mut().append(name, value.parse().unwrap());
    request
}

pub(super) fn with_body(request: Request<Full<Bytes>>, body: &str) -> Request<Full<Bytes>> {
    let (parts, _) = request.into_parts();
    Request::from_parts(parts, Full::from(body.to_owned()))
}

/// A statement of a function's resource policy, as AddPermission composes it.
pub(super) fn grant(function: &str, source_arn: &str) -> Value {
    json!({
        "Sid": "s", "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"},
        "Action": "lambda:InvokeFunction", "Resource": function,
        "Condition": {"ArnLike": {"AWS:SourceArn": source_arn}}
    })
}

/// A grant to everything of the API.
pub(super) fn open(function: &str) -> Value {
    grant(
        &function_arn(function),
        &format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/*"),
    )
}

pub(super) fn allow(action: &str, resource: &str) -> Value {
    json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": action, "Resource": resource}
    ]})
}

pub(super) fn method(integration: Integration) -> Method {
    Method {
        authorization_type: AuthorizationType::None,
        authorizer_id: None,
        authorization_scopes: Vec::new(),
        api_key_required: false,
        operation_name: None,
        request_parameters: None,
        request_models: None,
        request_validator_id: None,
        responses: ["200", "201", "400", "404", "500"]
            .map(|status| (status.to_owned(), MethodResponse::default()))
            .into(),
        integration: Some(integration),
    }
}

pub(super) fn iam(integration: Integration) -> Method {
    Method {
        authorization_type: AuthorizationType::Iam,
        ..method(integration)
    }
}

pub(super) fn custom(authorizer: &str, integration: Integration) -> Method {
    Method {
        authorization_type: AuthorizationType::Custom,
        authorizer_id: Some(authorizer.to_owned()),
        ..method(integration)
    }
}

pub(super) fn integration(kind: IntegrationKind) -> Integration {
    Integration {
        kind,
        http_method: Some("POST".to_owned()),
        uri: None,
        credentials: None,
        connection_type: None,
        connection_id: None,
        request_parameters: None,
        request_templates: None,
        passthrough_behavior: PassthroughBehavior::WhenNoMatch,
        content_handling: None,
        timeout_millis: 50,
        cache_namespace: None,
        cache_key_parameters: Vec::new(),
        insecure_skip_verification: None,
        response_transfer_mode: None,
        responses: BTreeMap::new(),
    }
}

pub(super) fn proxy(function: &str) -> Integration {
    Integration {
        uri: Some(uri_of(function)),
        ..integration(IntegrationKind::AwsProxy)
    }
}

/// A MOCK that answers 200 with a fixed body.
pub(super) fn mock(body: &str) -> Integration {
    Integration {
        request_templates: templates(r#"{"statusCode": 200}"#),
        responses: BTreeMap::from([(
            "200".to_owned(),
            IntegrationResponse {
                response_templates: templates(body),
                ..IntegrationResponse::default()
            },
        )]),
        ..integration(IntegrationKind::Mock)
    }
}

/// A map of templates, or the same as an optional one.
pub(super) fn templates<T: From<BTreeMap<String, String>>>(json: &str) -> T {
    BTreeMap::from([("application/json".to_owned(), json.to_owned())]).into()
}

pub(super) fn authorizer(kind: AuthorizerKind, source: Option<&str>) -> Authorizer {
    Authorizer {
        id: "auth01".to_owned(),
        name: "auth".to_owned(),
        kind,
        uri: Some(uri_of(&function_arn("auth"))),
        credentials: None,
        identity_source: source.map(str::to_owned),
        identity_validation_expression: None,
        ttl_seconds: Some(0),
        auth_type: None,
        provider_arns: Vec::new(),
    }
}

pub(super) const INTERNAL: (u16, Option<&str>, &str) = (
    500,
    Some("InternalServerErrorException"),
    r#"{"message": "Internal server error"}"#,
);
