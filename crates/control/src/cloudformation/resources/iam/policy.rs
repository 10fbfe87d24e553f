//! AWS::IAM::Policy: the same inline policy of some roles, users and groups.

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::iam::{
    DeleteGroupPolicy, DeleteRolePolicy, DeleteUserPolicy, PutGroupPolicy, PutRolePolicy,
    PutUserPolicy,
};

use super::super::naming::short_name;
use super::super::values::property;
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::attachments::texts;

pub(in super::super) struct Policy;

impl ResourceType for Policy {
    const NAME: &'static str = "AWS::IAM::Policy";
    const PROPERTIES: &'static [Property] = &[
        always("Groups"),
        always("PolicyDocument").required(),
        always("PolicyName").required(),
        always("Roles"),
        always("Users"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let bearers = bearers(work.properties);
        if bearers.is_empty() {
            return Err(Failed::plainly(
                "At least one of [Groups,Roles,Users] must be non-empty.",
            ));
        }
        let id = short_name(work);
        let rest = give(work, &bearers).await;
        rest.map_err(|failed| failed.leaving(shown(&id)))?;
        Ok(shown(&id))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let (had, has) = (bearers(&before.properties), bearers(work.properties));
        give(work, &has).await?;
        let (old, new) = (
            property(&before.properties, "PolicyName"),
            work.required("PolicyName")?,
        );
        let gone = had
            .into_iter()
            .filter(|bearer| old != new || !has.contains(bearer));
        take(work, &old, &gone.collect()).await?;
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let name = property(&made.properties, "PolicyName");
        take(work, &name, &bearers(&made.properties)).await
    }
}

/// Who has the policy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Bearer {
    Group(String),
    Role(String),
    User(String),
}

fn bearers(properties: &Map<String, Value>) -> BTreeSet<Bearer> {
    let groups = texts(properties, "Groups").into_iter().map(Bearer::Group);
    let roles = texts(properties, "Roles").into_iter().map(Bearer::Role);
    let users = texts(properties, "Users").into_iter().map(Bearer::User);
    groups.chain(roles).chain(users).collect()
}

async fn give(work: &Work<'_>, bearers: &BTreeSet<Bearer>) -> Result<(), Failed> {
    let (name, document) = (work.get("PolicyName"), work.get("PolicyDocument"));
    for bearer in bearers {
        let input = |member: &str, who: &str| json!({member: who, "PolicyName": name, "PolicyDocument": document});
        match bearer {
            Bearer::Group(who) => work.call::<PutGroupPolicy>(input("GroupName", who)).await?,
            Bearer::Role(who) => work.call::<PutRolePolicy>(input("RoleName", who)).await?,
            Bearer::User(who) => work.call::<PutUserPolicy>(input("UserName", who)).await?,
        };
    }
    Ok(())
}

async fn take(work: &Work<'_>, name: &str, bearers: &BTreeSet<Bearer>) -> Result<(), Failed> {
    for bearer in bearers {
        let input = |member: &str, who: &str| json!({member: who, "PolicyName": name});
        match bearer {
            Bearer::Group(who) => {
                let input = input("GroupName", who);
                work.call_if_there::<DeleteGroupPolicy>(input).await?
            }
            Bearer::Role(who) => {
                let input = input("RoleName", who);
                work.call_if_there::<DeleteRolePolicy>(input).await?
            }
            Bearer::User(who) => {
                let input = input("UserName", who);
                work.call_if_there::<DeleteUserPolicy>(input).await?
            }
        };
    }
    Ok(())
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
