//! The records of this server as the landscape that [`check::coverage`] looks at.

use std::collections::{BTreeMap, HashMap};

use check::coverage::{
    Api, Definition, Document, Function, Landscape, Membership, Permission, Role, Scope, Session,
    Stage, Standing, Text, Unknown, User,
};
use identity::Organization;
use journal::SessionLimits;
use model::{
    AttachedPolicies, DeploymentRecord, FunctionRecord, GroupRecord, PolicyRecord, Qualifier,
    Record, RestApiRecord, RoleRecord, UserRecord,
};
use policy::Context;
use store::{Records, StoreError};

use super::{Rooms, access};

/// Everything that this server holds, as it is now.
pub(super) async fn of_server(rooms: &Rooms) -> Result<Landscape, StoreError> {
    let directory = rooms.identity.directory();
    let lasting = rooms.journal.sessions().lasting(access::now());
    of(&rooms.records, directory.organization(), &lasting).await
}

async fn of(
    records: &Records,
    organization: Option<&Organization>,
    sessions: &[SessionLimits],
) -> Result<Landscape, StoreError> {
    let apis = all::<RestApiRecord>(records).await?;
    let deployments = deployments(records).await?;
    let functions = all::<FunctionRecord>(records).await?;
    let held = Held {
        policies: all::<PolicyRecord>(records).await?,
        groups: all::<GroupRecord>(records).await?,
    };
    let roles = all::<RoleRecord>(records).await?;
    let users = all::<UserRecord>(records).await?;
    Ok(Landscape {
        scope: Scope::Whole,
        apis: apis.iter().map(|api| of_api(api, &deployments)).collect(),
        functions: functions.iter().map(of_function).collect(),
        roles: roles.iter().map(|role| held.role(role)).collect(),
        users: users.iter().map(|user| held.user(user)).collect(),
        sessions: sessions.iter().map(|one| held.session(one)).collect(),
        members: organization.map(members).unwrap_or_default(),
        keys: keys(),
    })
}

/// What the organization says of each of its accounts.
fn members(organization: &Organization) -> BTreeMap<String, Membership> {
    let members = organization.members().map(|(account, path)| {
        let membership = Membership {
            organization: organization.id().to_owned(),
            path: path.to_owned(),
            service_control: organization.service_control(account),
            role_control: organization.resource_control(account.as_str(), "sts:AssumeRole"),
        };
        (account.to_string(), membership)
    });
    members.collect()
}

async fn all<R: Record>(records: &Records) -> Result<Vec<R>, StoreError> {
    let found = records.list::<R>("").await?;
    Ok(found.into_iter().map(|stored| stored.record).collect())
}

type Deployments = HashMap<(String, String), Definition>;

async fn deployments(records: &Records) -> Result<Deployments, StoreError> {
    let all = all::<DeploymentRecord>(records).await?;
    let all = all.into_iter().map(|deployment| {
        let key = (deployment.api_id.to_string(), deployment.id.clone());
        (key, Definition::of(&deployment.definition))
    });
    Ok(all.collect())
}

fn of_api(api: &RestApiRecord, deployments: &Deployments) -> Api {
    let stages = api.stages.values().map(|stage| {
        let key = (api.id.to_string(), stage.deployment_id.clone());
        Stage {
            name: stage.name.to_string(),
            variables: Ok(stage.variables.clone()),
            // A stage whose deployment is gone serves nothing.
            definition: Some(deployments.get(&key).cloned().unwrap_or_default()),
        }
    });
    Api {
        arn: format!(
            "arn:{}:execute-api:{}:{}:{}",
            model::PARTITION,
            api.region,
            api.account,
            api.id
        ),
        account: api.account.to_string(),
        name: api.name.clone(),
        definition: Definition::of(&api.definition),
        stages: stages.collect(),
    }
}

fn of_function(record: &FunctionRecord) -> Function {
    let versions = record
        .versions
        .keys()
        .map(|number| Qualifier::Version(*number));
    let aliases = record.aliases.keys().cloned().map(Qualifier::Alias);
    let policies = record.policies.iter().filter_map(|(key, policy)| {
        let qualifier = match key.as_str() {
            "" => None,
            named => Some(Qualifier::new(named).ok()?),
        };
        let permissions = policy.statements.iter().map(|statement| Permission {
            sid: statement.sid.clone(),
            statement: Ok(statement.document.clone()),
        });
        Some((qualifier, permissions.collect()))
    });
    Function {
        arn: record.arn(),
        qualifiers: Some(versions.chain(aliases).collect()),
        policies: policies.collect(),
    }
}

/// The policies that roles and users can have attached.
struct Held {
    policies: Vec<PolicyRecord>,
    groups: Vec<GroupRecord>,
}

impl Held {
    fn role(&self, role: &RoleRecord) -> Role {
        let owner = format!("role {}", role.name);
        Role {
            arn: role.arn(),
            trust: Ok(role.trust.clone()),
            standing: self.standing(&role.policies, &owner, &role.tags),
        }
    }

    /// A user has the policies of its groups, too.
    fn user(&self, user: &UserRecord) -> User {
        let owner = format!("user {}", user.name);
        let mut standing = self.standing(&user.policies, &owner, &user.tags);
        for id in &user.groups {
            let group = self.groups.iter().find(|group| group.unique_id == *id);
            let Some(group) = group else { continue };
            let owner = format!("group {}", group.name);
            standing
                .policies
                .extend(self.documents(&group.policies, &owner));
        }
        User {
            arn: user.arn(),
            standing,
        }
    }

    /// A session has what its token says, beside what its role or user has.
    fn session(&self, limits: &SessionLimits) -> Session {
        let inline = limits.policy.iter().map(|text| Document {
            name: "session policy".to_owned(),
            text: Ok(text.clone()),
        });
        let managed = limits.policy_arns.iter().map(|arn| self.managed(arn));
        Session {
            arn: limits.session.clone(),
            holder: limits.holder.clone(),
            made: made(limits.issued),
            policies: inline.chain(managed).collect(),
            tags: limits.tags.iter().cloned().collect(),
        }
    }

    fn standing(
        &self,
        attached: &AttachedPolicies,
        owner: &str,
        tags: &BTreeMap<String, String>,
    ) -> Standing {
        Standing {
            policies: self.documents(attached, owner),
            boundary: attached
                .boundary
                .as_ref()
                .map(|arn| self.managed(arn.as_str())),
            tags: tags.clone(),
        }
    }

    fn documents(&self, attached: &AttachedPolicies, owner: &str) -> Vec<Document> {
        let inline = attached.inline.iter().map(|(name, document)| Document {
            name: format!("inline policy {name} of {owner}"),
            text: Ok(document.clone()),
        });
        let managed = attached
            .managed
            .iter()
            .map(|arn| self.managed(arn.as_str()));
        inline.chain(managed).collect()
    }

    fn managed(&self, arn: &str) -> Document {
        Document {
            name: arn.to_owned(),
            text: self.text(arn),
        }
    }

    fn text(&self, arn: &str) -> Text {
        if let Some(aws) = identity::aws_managed_policy(arn) {
            return Ok(aws.document.to_owned());
        }
        let policy = self.policies.iter().find(|policy| policy.arn() == arn);
        policy
            .and_then(|policy| policy.versions.get(&policy.default_version))
            .map(|version| version.document.clone())
            .ok_or_else(|| Unknown(format!("the policy {arn} is not there")))
    }
}

fn made(at: model::Timestamp) -> String {
    let at = jiff::Timestamp::from_second(at.seconds());
    at.map(|at| at.to_string()).unwrap_or_default()
}

/// Keys that every request has.
fn keys() -> Context {
    let now = jiff::Timestamp::now();
    let mut keys = Context::new();
    keys.set("aws:EpochTime", now.as_second().to_string());
    let whole = jiff::Timestamp::from_second(now.as_second());
    if let Ok(whole) = whole {
        keys.set("aws:CurrentTime", whole.to_string());
    }
    keys
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use check::coverage::{State, Way, analyse};
    use identity::invocation::{Invoker, grant};
    use identity::{AuthMode, Identity, Permissions, RootKey};
    use model::{AccountId, Region, Timestamp};
    use serde_json::{Value, json};
    use store::{Followers, Memory, View};

    use super::*;

    const ACCOUNT: &str = "111111111111";
    const GATEWAY: &str = "apigateway.amazonaws.com";

    fn record<R: serde::de::DeserializeOwned>(value: Value) -> R {
        serde_json::from_value(value).unwrap()
    }

    fn function(name: &str, grants: &[(&str, Value)]) -> FunctionRecord {
        let arn = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:{name}");
        let mut policies = serde_json::Map::new();
        for (at, (qualifier, condition)) in grants.iter().enumerate() {
            let on = if qualifier.is_empty() {
                arn.clone()
            } else {
                format!("{arn}:{qualifier}")
            };
            let statement = json!({
                "Sid": format!("s{at}"), "Effect": "Allow", "Action": "lambda:InvokeFunction",
                "Principal": { "Service": GATEWAY }, "Resource": on, "Condition": condition,
            });
            let policy = policies
                .entry((*qualifier).to_owned())
                .or_insert_with(|| json!({ "revision_id": "r", "statements": [] }));
            let statements = policy["statements"].as_array_mut().unwrap();
            statements.push(json!({ "sid": format!("s{at}"), "document": statement.to_string() }));
        }
        let version = json!({
            "description": "", "runtime": "python3.12", "handler": "main.handler",
            "role": format!("arn:aws:iam::{ACCOUNT}:role/worker"),
            "code": { "sha256": "00", "size": 1 }, "timeout_seconds": 3, "memory_mib": 128,
            "ephemeral_storage_mib": 512, "architecture": "x86_64", "log_format": "Text",
            "tracing_mode": "PassThrough", "modified": 0, "revision_id": "r",
        });
        let alias = json!({ "description": "", "version": "$LATEST", "revision_id": "r" });
        record(json!({
            "account": ACCOUNT, "region": "us-east-1", "name": name, "latest": version,
            "next_version": 1, "aliases": { "live": alias }, "policies": policies,
        }))
    }

    fn role(name: &str, trusted: &str, resource: &str) -> RoleRecord {
        let trust = json!({ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
            "Principal": { "Service": trusted }, "Action": "sts:AssumeRole" }] });
        let policy = json!({ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",
            "Action": "lambda:Invoke*", "Resource": resource }] });
        record(json!({
            "account": ACCOUNT, "name": name, "path": "/", "unique_id": format!("AROA{name}"),
            "created": 0, "trust": trust.to_string(), "max_session_seconds": 3600,
            "policies": { "inline": { "p": policy.to_string() } },
        }))
    }

    /// `GET` and `POST /pets` in two stages, called as credentials say.
    fn api(function: &str, credentials: Option<&str>) -> (RestApiRecord, DeploymentRecord) {
        let uri = format!(
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
             arn:aws:lambda:us-east-1:{ACCOUNT}:function:{function}/invocations"
        );
        let method = json!({ "authorization_type": "NONE", "integration": {
            "kind": "AWS_PROXY", "http_method": "POST", "uri": uri, "credentials": credentials,
            "passthrough_behavior": "WHEN_NO_MATCH", "timeout_millis": 29_000,
        } });
        let definition = json!({
            "resources": {
                "r": { "id": "r", "path_part": "" },
                "p": { "id": "p", "parent_id": "r", "path_part": "pets",
                    "methods": { "GET": method, "POST": method } },
            },
            "authorizers": { "x1": { "id": "x1", "name": "guard", "kind": "TOKEN", "uri": uri } },
        });
        let stage =
            |name: &str| json!({ "name": name, "deployment_id": "d1", "created": 0, "updated": 0 });
        let api = json!({
            "account": ACCOUNT, "region": "us-east-1", "id": "api1", "name": "pets", "created": 0,
            "definition": definition,
            "stages": { "prod": stage("prod"), "dev": stage("dev") },
        });
        let deployment = json!({
            "account": ACCOUNT, "region": "us-east-1", "api_id": "api1", "id": "d1", "created": 0,
            "definition": definition,
        });
        (record(api), record(deployment))
    }

    /// What the analysis says of each edge is what the gate says when the call is made.
    async fn check(
        function_record: FunctionRecord,
        roles: Vec<RoleRecord>,
        called: &str,
        credentials: Option<&str>,
    ) {
        check_in(None, function_record, roles, called, credentials).await;
    }

    /// The same in an account of an organization.
    async fn check_in(
        organization: Option<&Value>,
        function_record: FunctionRecord,
        roles: Vec<RoleRecord>,
        called: &str,
        credentials: Option<&str>,
    ) {
        let organization = || {
            let text = organization.map(Value::to_string)?;
            Some(Organization::read(&text).unwrap())
        };
        let records = Records::new(Memory::new());
        let (api, deployment) = api(called, credentials);
        records.create(&api).await.unwrap();
        records.create(&deployment).await.unwrap();
        records.create(&function_record).await.unwrap();
        for role in &roles {
            records.create(role).await.unwrap();
        }
        let account = AccountId::new(ACCOUNT).unwrap();
        let identity = Arc::new(Identity::new(identity::Config {
            account: account.clone(),
            region: Region::new("us-east-1").unwrap(),
            root_key: RootKey {
                id: "k".to_owned(),
                secret: "s".to_owned(),
            },
            seal: [0; 32],
            auth: AuthMode::Strict,
            permissions: Permissions::Enforce,
        }));
        if let Some(joined) = organization() {
            identity.join(joined);
        }
        let organization = organization();
        let views: Vec<Arc<dyn View>> = vec![Arc::clone(&identity) as _];
        let _followers = Followers::start(&records, views).await.unwrap();
        let coverage = analyse(&of(&records, organization.as_ref(), &[]).await.unwrap());
        assert_eq!(coverage.edges.len(), 7);
        let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
        for edge in &coverage.edges {
            let invoker = match &edge.way {
                Way::ResourcePolicy { source_arn } => Invoker::Service {
                    principal: GATEWAY,
                    source_arn,
                    source_account: &account,
                },
                Way::Role { arn } => Invoker::Role {
                    principal: GATEWAY,
                    role_arn: arn,
                },
                Way::Caller | Way::Unknown => panic!("{edge:?}"),
            };
            let target = edge.function.as_ref().unwrap();
            let granted = grant(&identity, &invoker, target, now);
            let said = matches!(edge.state, State::Granted | State::WiderThanNeeded);
            assert_eq!(said, granted.is_ok(), "{edge:?} {granted:?}");
            if let (Err(refused), Some(nearest)) = (&granted, &edge.nearest) {
                let told = refused.explanation.nearest.as_ref().unwrap();
                let names = |nearest: &policy::Nearest| {
                    let failing = nearest.failing.iter();
                    failing.map(|it| it.element.clone()).collect::<Vec<_>>()
                };
                assert_eq!((told.place, &told.source), (nearest.place, &nearest.source));
                assert_eq!(names(told), names(nearest));
            }
        }
    }

    #[tokio::test]
    async fn the_analysis_says_what_the_gate_says() {
        let source = |rest: &str| {
            json!({ "ArnLike": {
            "AWS:SourceArn": format!("arn:aws:execute-api:us-east-1:{ACCOUNT}:api1/{rest}") } })
        };
        let grants = [
            source("*/GET/pets"),
            source("prod/*/pets"),
            source("*"),
            source("authorizers/x1"),
            source("test-invoke-stage/POST/pets"),
            json!({}),
            json!({ "StringEquals": { "aws:SourceAccount": ACCOUNT } }),
            json!({ "StringEquals": { "aws:SourceAccount": "999999999999" } }),
            json!({ "DateGreaterThan": { "aws:CurrentTime": "2001-01-01T00:00:00Z" } }),
            json!({ "DateLessThan": { "aws:CurrentTime": "2001-01-01T00:00:00Z" } }),
            json!({ "Bool": { "aws:PrincipalIsAWSService": "true" } }),
        ];
        for grant in &grants {
            for called in ["pets", "pets:live", "pets:$LATEST"] {
                for on in ["", "live"] {
                    check(
                        function("pets", &[(on, grant.clone())]),
                        Vec::new(),
                        called,
                        None,
                    )
                    .await;
                }
            }
        }
    }

    #[tokio::test]
    async fn so_it_is_for_roles() {
        let invoker = format!("arn:aws:iam::{ACCOUNT}:role/invoker");
        for trusted in [GATEWAY, "lambda.amazonaws.com"] {
            for resource in [
                "*",
                "arn:aws:lambda:us-east-1:111111111111:function:pets",
                "arn:aws:lambda:us-east-1:111111111111:function:pets:live",
            ] {
                for called in ["pets", "pets:live"] {
                    let roles = vec![role("invoker", trusted, resource)];
                    check(function("pets", &[]), roles, called, Some(&invoker)).await;
                }
            }
        }
        check(function("pets", &[]), Vec::new(), "pets", Some(&invoker)).await;
    }

    /// The account in a unit with one service control and one resource control policy.
    fn organization(service: &Value, resource: &Value) -> Value {
        let policy = |id: &str, kind: &str, statement: &Value| {
            json!({ "Id": id, "Type": kind, "Content": {
                "Version": "2012-10-17", "Statement": statement } })
        };
        json!({
            "Id": "o-exampleorg1", "ManagementAccountId": "999999999999",
            "Policies": [
                policy("p-service11", "SERVICE_CONTROL_POLICY", service),
                policy("p-resource1", "RESOURCE_CONTROL_POLICY", resource),
            ],
            "Root": {
                "Id": "r-ab12", "Policies": [],
                "Accounts": [{ "Id": "999999999999", "Policies": [] }],
                "OrganizationalUnits": [{
                    "Id": "ou-ab12-11111111", "Policies": ["p-service11", "p-resource1"],
                    "Accounts": [{ "Id": ACCOUNT, "Policies": [] }],
                }],
            },
        })
    }

    #[tokio::test]
    async fn so_it_is_under_control_policies() {
        let invoker = format!("arn:aws:iam::{ACCOUNT}:role/invoker");
        let services = [
            json!({ "Effect": "Allow", "Action": "*", "Resource": "*" }),
            json!({ "Effect": "Allow", "Action": "sts:*", "Resource": "*" }),
            json!({ "Effect": "Allow", "Action": ["sts:*", "lambda:*"], "Resource": "*" }),
        ];
        let none =
            json!({ "Effect": "Deny", "Principal": "*", "Action": "logs:*", "Resource": "*" });
        let closed = json!({ "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole",
            "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-exampleorg1" } } });
        for service in &services {
            for resource in [&none, &closed] {
                let organization = organization(service, resource);
                let roles = vec![role("invoker", GATEWAY, "*")];
                let record = function("pets", &[]);
                check_in(Some(&organization), record, roles, "pets", Some(&invoker)).await;
            }
        }
    }

    #[tokio::test]
    async fn a_source_of_the_organization_is_known_as_one() {
        let all = json!({ "Effect": "Allow", "Action": "*", "Resource": "*" });
        let none =
            json!({ "Effect": "Deny", "Principal": "*", "Action": "logs:*", "Resource": "*" });
        let organization = organization(&all, &none);
        for id in ["o-exampleorg1", "o-somebodyelse"] {
            for key in ["aws:SourceOrgID", "aws:ResourceOrgID", "aws:PrincipalOrgID"] {
                let grant = json!({ "StringEquals": { key: id } });
                let record = function("pets", &[("", grant)]);
                check_in(Some(&organization), record, Vec::new(), "pets", None).await;
            }
        }
    }

    #[tokio::test]
    async fn a_boundary_limits_what_a_role_may() {
        let invoker = format!("arn:aws:iam::{ACCOUNT}:role/invoker");
        for boundary in [
            "arn:aws:iam::aws:policy/AdministratorAccess",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
        ] {
            let mut role = role("invoker", GATEWAY, "*");
            role.policies.boundary = Some(model::Arn::new(boundary).unwrap());
            check(function("pets", &[]), vec![role], "pets", Some(&invoker)).await;
        }
    }
}
