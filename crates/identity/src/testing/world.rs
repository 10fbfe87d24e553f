//! Two accounts with whatever a test puts into them.

use std::collections::BTreeMap;

use model::{
    AccessKey, AccountId, Arn, AttachedPolicies, Code, FunctionArn, FunctionRecord, KeyStatus,
    LogFormat, PermissionStatement, PolicyRecord, PolicyVersion, Record, RecursiveLoop, Region,
    ResourcePolicy, RoleRecord, RuntimeName, Timestamp, UserRecord, Version,
};
use serde_json::Value;
use store::{Change, Key, Revision, View};

use crate::{AuthMode, Config, Identity, Permissions, RootKey};

pub(crate) const ACCOUNT: &str = "111111111111";
pub(crate) const OTHER_ACCOUNT: &str = "222222222222";
pub(crate) const ROOT_ID: &str = "AKIAROOTROOTROOTROOT";
pub(crate) const ROOT_SECRET: &str = "rootrootrootrootrootrootrootrootrootroot";
/// 2015-08-30T12:36:00Z
pub(crate) const NOW: Timestamp = Timestamp::from_seconds(1_440_938_160);

pub(crate) struct World {
    pub(crate) identity: Identity,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(AuthMode::Strict, Permissions::Enforce)
    }

    pub(crate) fn with(auth: AuthMode, permissions: Permissions) -> Self {
        let identity = Identity::new(Config {
            account: AccountId::new(ACCOUNT).unwrap(),
            region: Region::new("us-east-1").unwrap(),
            root_key: RootKey {
                id: ROOT_ID.into(),
                secret: ROOT_SECRET.into(),
            },
            seal: [9; 32],
            auth,
            permissions,
        });
        Self { identity }
    }

    pub(crate) fn put<R: Record>(self, record: &R) -> Self {
        self.change(
            R::KIND,
            record.id(),
            Some(serde_json::to_vec(record).unwrap()),
        );
        self
    }

    pub(crate) fn delete<R: Record>(&self, record: &R) {
        self.change(R::KIND, record.id(), None);
    }

    pub(crate) fn change(&self, kind: model::Kind, id: String, value: Option<Vec<u8>>) {
        self.identity.apply(&[Change {
            key: Key::new(kind, id),
            revision: Revision(1),
            value: value.map(Into::into),
        }]);
    }

    /// A function with resource policies: pairs of a qualifier's key and a statement.
    pub(crate) fn function(self, arn: &str, grants: &[(&str, Value)]) -> Self {
        self.put(&function(arn, grants))
    }
}

pub(crate) fn role(arn: &str, trust: &Value, inline: &[(&str, Value)]) -> RoleRecord {
    let (account, path, name) = parts(arn, "role");
    RoleRecord {
        account,
        unique_id: format!("AROA{}", name.to_uppercase()),
        name,
        path,
        created: NOW,
        description: None,
        max_session_seconds: 3600,
        trust: document(std::slice::from_ref(trust)),
        policies: attached(inline),
        tags: BTreeMap::new(),
        last_used: None,
    }
}

pub(crate) fn user(arn: &str, keys: &[AccessKey], inline: &[(&str, Value)]) -> UserRecord {
    let (account, path, name) = parts(arn, "user");
    UserRecord {
        account,
        unique_id: format!("AIDA{}", name.to_uppercase()),
        name,
        path,
        created: NOW,
        policies: attached(inline),
        access_keys: keys.to_vec(),
        tags: BTreeMap::new(),
        groups: Vec::new(),
        credentials: model::UserCredentials::default(),
    }
}

pub(crate) fn key(id: &str, status: KeyStatus) -> AccessKey {
    AccessKey {
        id: id.into(),
        secret: format!("secret of {id}"),
        status,
        created: NOW,
    }
}

pub(crate) fn managed_policy(arn: &str, document: &str) -> PolicyRecord {
    let (account, path, name) = parts(arn, "policy");
    let version = PolicyVersion {
        document: document.into(),
        created: NOW,
    };
    PolicyRecord {
        account,
        unique_id: format!("ANPA{}", name.to_uppercase()),
        name,
        path,
        created: NOW,
        updated: NOW,
        description: None,
        versions: [(1, version)].into(),
        default_version: 1,
        next_version: 2,
        tags: BTreeMap::new(),
    }
}

fn attached(inline: &[(&str, Value)]) -> AttachedPolicies {
    AttachedPolicies {
        inline: inline
            .iter()
            .map(|(name, statement)| {
                (
                    (*name).to_owned(),
                    document(std::slice::from_ref(statement)),
                )
            })
            .collect(),
        managed: Vec::new(),
        boundary: None,
    }
}

fn document(statements: &[Value]) -> String {
    serde_json::json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

/// Account, path and name of an IAM ARN.
fn parts(arn: &str, kind: &str) -> (AccountId, String, String) {
    let arn = Arn::new(arn).unwrap();
    let resource = arn.resource().strip_prefix(kind).unwrap();
    let (path, name) = resource.rsplit_once('/').unwrap();
    let account = AccountId::new(arn.account()).unwrap();
    (account, format!("{path}/"), name.to_owned())
}

fn function(arn: &str, grants: &[(&str, Value)]) -> FunctionRecord {
    let arn = FunctionArn::parse(arn).unwrap();
    let mut policies: BTreeMap<String, ResourcePolicy> = BTreeMap::new();
    for (index, (qualifier, statement)) in grants.iter().enumerate() {
        let policy = policies.entry((*qualifier).to_owned()).or_default();
        policy.statements.push(PermissionStatement {
            sid: index.to_string(),
            document: statement.to_string(),
        });
    }
    FunctionRecord {
        account: arn.account,
        region: arn.region,
        name: arn.name,
        latest: version(),
        versions: BTreeMap::new(),
        next_version: 1,
        aliases: BTreeMap::new(),
        policies,
        tags: BTreeMap::new(),
        reserved_concurrency: None,
        urls: BTreeMap::new(),
        code_signing: None,
        event_invoke_configs: BTreeMap::new(),
        provisioned_concurrency: BTreeMap::new(),
        recursive_loop: RecursiveLoop::default(),
        last_update: None,
    }
}

fn version() -> Version {
    Version {
        description: String::new(),
        runtime: Some(RuntimeName::new("python3.12").unwrap()),
        handler: "m.h".into(),
        role: Arn::new("arn:aws:iam::111111111111:role/exec").unwrap(),
        code: Code {
            sha256: "00".into(),
            size: 1,
        },
        environment: None,
        timeout_seconds: 3,
        memory_mib: 128,
        ephemeral_storage_mib: 512,
        architecture: "x86_64".into(),
        log_format: LogFormat::Text,
        log_group: None,
        application_log_level: None,
        system_log_level: None,
        tracing_mode: "PassThrough".into(),
        layers: Vec::new(),
        kms_key: None,
        snap_start: model::SnapStart::default(),
        runtime_updates: model::RuntimeUpdates::default(),
        code_folder: None,
        dead_letter_target: None,
        image: None,
        file_systems: Vec::new(),
        vpc: None,
        modified: NOW,
        revision_id: "r".into(),
    }
}
