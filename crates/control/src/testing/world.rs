//! One server's rooms around a `Control`, and a client that signs in the open mode.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use identity::{AuthMode, Identity, Permissions, RootKey};
use model::{
    AccessKey, AccountId, AttachedPolicies, KeyStatus, Region, RoleRecord, Timestamp, UserRecord,
};
use serde_json::Value;
use store::{Blobs, Followers, Memory, Records, View};
use upstream::Upstream;

use crate::{Control, FunctionSettings, Issuers, Peer, Rooms, logs};

pub(crate) const ACCOUNT: &str = "111111111111";
pub(crate) const REGION: &str = "us-east-1";
pub(crate) const ROOT_KEY: &str = "AKIAROOTROOTROOTROOT";
pub(crate) const ROOT_SECRET: &str = "rootrootrootrootrootrootrootrootrootroot";
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["lambda.amazonaws.com","apigateway.amazonaws.com"]},"Action":"sts:AssumeRole"}]}"#;

pub(crate) struct World {
    pub(crate) control: Control,
    pub(crate) records: Records,
    pub(crate) engine: Arc<logs::Engine>,
    pub(crate) identity: Arc<Identity>,
    pub(crate) contents: objects::Contents,
    pub(crate) gateway: Arc<gateway::Gateway>,
    _place: tempfile::TempDir,
}

/// An answer as a client reads it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    #[track_caller]
    pub(crate) fn ok(self) -> Value {
        assert!(
            (200..300).contains(&self.status),
            "{} {}",
            self.status,
            self.text()
        );
        self.json()
    }
}

/// Runs functions in a folder, with nobody where they look for the server.
fn functions_below(place: &Path, neighbours: ::lambda::Neighbours) -> Arc<::lambda::Lambda> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 9));
    let url = format!("http://{address}");
    let level = sandbox::probe(sandbox::Isolation::Auto).unwrap();
    let usual = ::lambda::Config::new(
        ::lambda::Endpoint { address, url },
        level,
        place.join("scratch"),
    );
    let config = ::lambda::Config {
        retry_after: Duration::from_millis(20),
        ..usual
    };
    ::lambda::Lambda::start(config, neighbours).unwrap()
}

/// Who is known before anybody was made: the root.
fn known(account: &AccountId, region: &Region, auth: AuthMode) -> Arc<Identity> {
    Arc::new(Identity::new(identity::Config {
        account: account.clone(),
        region: region.clone(),
        root_key: RootKey {
            id: ROOT_KEY.into(),
            secret: ROOT_SECRET.into(),
        },
        seal: [7; 32],
        auth,
        permissions: Permissions::Enforce,
    }))
}

impl World {
    /// A server with the role `worker`, which Lambda and API Gateway may become.
    pub(crate) async fn new() -> Self {
        Self::with(AuthMode::Open).await
    }

    /// The same where every call must be signed with a known key, such as that of the root.
    pub(crate) async fn strict() -> Self {
        Self::with(AuthMode::Strict).await
    }

    async fn with(auth: AuthMode) -> Self {
        Self::beside(auth, Arc::default()).await
    }

    /// With endpoints of services that are not served here.
    pub(crate) async fn beside(auth: AuthMode, upstream: Arc<Upstream>) -> Self {
        let settled_at_once = FunctionSettings {
            update: Duration::ZERO,
            ..FunctionSettings::default()
        };
        Self::built(auth, upstream, settled_at_once).await
    }

    /// With settings of functions of its own.
    pub(crate) async fn set_to(functions: FunctionSettings) -> Self {
        Self::built(AuthMode::Open, Arc::default(), functions).await
    }

    async fn built(auth: AuthMode, upstream: Arc<Upstream>, functions: FunctionSettings) -> Self {
        let account = AccountId::new(ACCOUNT).unwrap();
        let region = Region::new(REGION).unwrap();
        let identity = known(&account, &region, auth);
        let place = tempfile::tempdir().unwrap();
        let records = Records::new(Memory::new());
        let blobs = Blobs::ephemeral().unwrap();
        let contents = objects::Contents::ephemeral(64 * 1024 * 1024).unwrap();
        let journal: Arc<journal::Journal> = Arc::default();
        let engine = engine(&records, &identity, &journal);
        let sink = Arc::clone(&engine) as Arc<dyn ::lambda::LogSink>;
        let neighbours = ::lambda::Neighbours {
            identity: Arc::clone(&identity),
            records: records.clone(),
            blobs: blobs.clone(),
            logs: Arc::clone(&sink),
            courier: Arc::new(::lambda::NoCourier),
        };
        let lambda = functions_below(place.path(), neighbours);
        engine.connect(&lambda);
        let gateway = gateway::Gateway::new(
            gateway::Config::new(account.clone(), region.clone()),
            Arc::clone(&identity),
            Arc::clone(&lambda),
            Arc::clone(&journal),
            sink,
        );
        let views: Vec<Arc<dyn View>> = vec![
            Arc::clone(&identity) as Arc<dyn View>,
            Arc::clone(&lambda) as Arc<dyn View>,
            Arc::clone(&gateway) as Arc<dyn View>,
        ];
        let followers = Arc::new(Followers::start(&records, views).await.unwrap());
        let served = Arc::clone(&gateway);
        let control = Control::new(Rooms {
            records: records.clone(),
            followers,
            blobs,
            contents: contents.clone(),
            naming: Arc::default(),
            identity: Arc::clone(&identity),
            lambda,
            usage: crate::UsageKeeper::start(records.clone(), Arc::clone(&gateway)),
            gateway,
            journal,
            upstream,
            issuers: Arc::new(Issuers::default()),
            functions,
            quotas: Arc::default(),
            live_tail: Duration::ZERO,
            stacks: Arc::default(),
            guard: crate::Guard::Off,
            account,
            region,
        });
        let world = Self {
            control,
            records,
            engine,
            identity,
            contents,
            gateway: served,
            _place: place,
        };
        world.role("worker", TRUST).await;
        world
    }

    /// Puts a role of the default account into the records.
    pub(crate) async fn role(&self, name: &str, trust: &str) {
        let record = RoleRecord {
            account: AccountId::new(ACCOUNT).unwrap(),
            name: name.to_owned(),
            path: "/".into(),
            unique_id: format!("AROA{}", name.to_uppercase()),
            created: Timestamp::default(),
            description: None,
            last_used: None,
            trust: trust.to_owned(),
            max_session_seconds: 3600,
            policies: AttachedPolicies::default(),
            tags: BTreeMap::new(),
        };
        let revision = self.records.create(&record).await.unwrap();
        self.control.show(revision).await;
    }

    /// Gives a role an inline policy that allows an action on everything.
    pub(crate) async fn allow(&self, role: &str, policy: &str, action: &str) {
        let id = RoleRecord::id_of(&AccountId::new(ACCOUNT).unwrap(), role);
        let document = format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"{action}","Resource":"*"}}]}}"#
        );
        let change = |record: &mut RoleRecord| {
            record
                .policies
                .inline
                .insert(policy.to_owned(), document.clone());
            Ok::<_, ()>(())
        };
        let updated = self.records.update(&id, change).await.unwrap();
        self.control.show(updated.stored.version).await;
    }

    /// Puts a user with one key, who may do nothing, into the records.
    pub(crate) async fn user(&self, name: &str, (key, secret): (&str, &str)) {
        let record = UserRecord {
            account: AccountId::new(ACCOUNT).unwrap(),
            name: name.to_owned(),
            path: "/".into(),
            unique_id: format!("AIDA{}", name.to_uppercase()),
            created: Timestamp::default(),
            policies: AttachedPolicies::default(),
            access_keys: vec![AccessKey {
                id: key.to_owned(),
                secret: secret.to_owned(),
                status: KeyStatus::Active,
                created: Timestamp::default(),
            }],
            tags: BTreeMap::new(),
            groups: Vec::new(),
            credentials: model::UserCredentials::default(),
        };
        let revision = self.records.create(&record).await.unwrap();
        self.control.show(revision).await;
    }

    /// Lets a user do one thing under one condition, and nothing else.
    pub(crate) async fn let_user(&self, name: &str, action: &str, (key, value): (&str, &str)) {
        let operator = match key {
            "aws:SourceIp" => "IpAddress",
            "aws:SecureTransport" => "Bool",
            _ => "StringEquals",
        };
        let document = serde_json::json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Action": action, "Resource": "*", "Condition": {operator: {key: value}},
        }]});
        let id = UserRecord::id_of(&AccountId::new(ACCOUNT).unwrap(), name);
        let change = |record: &mut UserRecord| {
            record
                .policies
                .inline
                .insert("one".to_owned(), document.to_string());
            Ok::<_, ()>(())
        };
        let updated = self.records.update(&id, change).await.unwrap();
        self.control.show(updated.stored.version).await;
    }

    /// A JSON 1.1 call, as the clients of CloudWatch Logs make it.
    pub(crate) async fn target(&self, service: &str, target: &str, input: &Value) -> Answer {
        let request = Request::post("/")
            .header("x-amz-target", target)
            .header("content-type", "application/x-amz-json-1.1");
        let request = signed(request, ACCOUNT, service);
        self.send(request.body(Bytes::from(input.to_string())).unwrap())
            .await
    }

    /// A rest-json call; `Value::Null` sends no body.
    pub(crate) async fn rest(&self, service: &str, line: &str, input: &Value) -> Answer {
        self.rest_as(ACCOUNT, service, line, input).await
    }

    /// The same by another key; an unknown key of twelve digits is the root of that account.
    pub(crate) async fn rest_as(
        &self,
        key: &str,
        service: &str,
        line: &str,
        input: &Value,
    ) -> Answer {
        let (method, path) = line.split_once(' ').unwrap();
        let body = match input {
            Value::Null => Bytes::new(),
            Value::String(raw) => Bytes::from(raw.clone()),
            input => Bytes::from(input.to_string()),
        };
        let request = Request::builder().method(method).uri(path);
        let request = signed(request, key, service);
        self.send(request.body(body).unwrap()).await
    }

    /// A call of the query protocol.
    pub(crate) async fn query(&self, service: &str, form: &str) -> Answer {
        let request =
            Request::post("/").header("content-type", "application/x-www-form-urlencoded");
        let request = signed(request, ACCOUNT, service);
        self.send(request.body(Bytes::from(form.to_owned())).unwrap())
            .await
    }

    pub(crate) async fn send(&self, request: Request<Bytes>) -> Answer {
        let peer = Peer {
            ip: IpAddr::V4(Ipv4Addr::LOCALHOST),
            tls: false,
            tls_version: None,
        };
        let (parts, body) = self.control.handle(request, peer).await.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
        }
    }
}

/// What the open mode asks of an unknown key: the form of a signature, and nothing more.
fn signed(request: http::request::Builder, key: &str, service: &str) -> http::request::Builder {
    let now = jiff::Timestamp::now();
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={key}/{}/{REGION}/{service}/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={}",
        now.strftime("%Y%m%d"),
        "0".repeat(64)
    );
    request
        .header("host", "127.0.0.1:4566")
        .header("x-amz-date", now.strftime("%Y%m%dT%H%M%SZ").to_string())
        .header("authorization", authorization)
}

/// A zip of files, base64 as clients send it.
pub(crate) fn zip_of(files: &[(&str, &str)]) -> String {
    use base64::Engine as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().unix_permissions(0o755);
    for (name, text) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn engine(
    records: &Records,
    identity: &Arc<Identity>,
    journal: &Arc<journal::Journal>,
) -> Arc<logs::Engine> {
    logs::Engine::start(records.clone(), Arc::clone(identity), Arc::clone(journal))
}
