//! The records of this server as the landscape that [`check::coverage`] looks at.

use std::collections::{BTreeMap, HashMap};

use check::coverage::{
    Api, Definition, Document, Function, Landscape, Permission, Role, Scope, Stage, Standing, Text,
    Unknown, User,
};
use model::{
    AttachedPolicies, DeploymentRecord, FunctionRecord, GroupRecord, PolicyRecord, Qualifier,
    Record, RestApiRecord, RoleRecord, UserRecord,
};
use policy::Context;
use store::StoreError;

use super::Rooms;

/// Everything as it is now.
pub(super) async fn of(rooms: &Rooms) -> Result<Landscape, StoreError> {
    let apis = all::<RestApiRecord>(rooms).await?;
    let deployments = deployments(rooms).await?;
    let functions = all::<FunctionRecord>(rooms).await?;
    let held = Held {
        policies: all::<PolicyRecord>(rooms).await?,
        groups: all::<GroupRecord>(rooms).await?,
    };
    let roles = all::<RoleRecord>(rooms).await?;
    let users = all::<UserRecord>(rooms).await?;
    Ok(Landscape {
        scope: Scope::Whole,
        apis: apis.iter().map(|api| of_api(api, &deployments)).collect(),
        functions: functions.iter().map(of_function).collect(),
        roles: roles.iter().map(|role| held.role(role)).collect(),
        users: users.iter().map(|user| held.user(user)).collect(),
        keys: keys(),
    })
}

async fn all<R: Record>(rooms: &Rooms) -> Result<Vec<R>, StoreError> {
    let found = rooms.records.list::<R>("").await?;
    Ok(found.into_iter().map(|stored| stored.record).collect())
}

type Deployments = HashMap<(String, String), Definition>;

async fn deployments(rooms: &Rooms) -> Result<Deployments, StoreError> {
    let all = all::<DeploymentRecord>(rooms).await?;
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
            service_control: Vec::new(),
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
