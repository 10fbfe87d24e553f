//! Events of resources that are told whom to notify: buckets of S3, user pools of Cognito.

use serde_json::json;

use super::{Event, Grant, Target, permission};
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, at, attribute, choice, get, listed, map_at, no_value, reference};

/// Attributes of a resource that stay when it is written anew.
const STAY: [&str; 8] = [
    "Type",
    "DependsOn",
    "DeletionPolicy",
    "UpdatePolicy",
    "Condition",
    "UpdateReplacePolicy",
    "Metadata",
    "Properties",
];

impl Translator<'_> {
    pub(super) fn bucket_event(
        &mut self,
        event: &Event<'_>,
        target: &Target,
    ) -> Result<Vec<Made>, Problem> {
        let id = self.named(
            event,
            "Bucket",
            "S3 events must reference an S3 bucket in the same template.",
        )?;
        let grant = Grant {
            principal: "s3.amazonaws.com",
            source_account: Some(reference("AWS::AccountId")),
            ..Grant::default()
        };
        let permission = permission(event, target, grant);
        let kinds = listed(event.needed("Events")?);
        let filter = event.given("Filter");
        let notices = kinds.into_iter().map(|kind| {
            let mut notice = json!({ "Function": target.arn, "Event": kind });
            if let (Some(filter), Some(notice)) = (&filter, notice.as_object_mut()) {
                notice.insert("Filter".to_owned(), filter.clone());
            }
            match target.condition() {
                Some(condition) => choice(condition, notice, no_value()),
                None => notice,
            }
        });
        let notices: Vec<Json> = notices.collect();
        self.edit(&id, |bucket| {
            match target.condition() {
                Some(condition) => depend_by_tag(bucket, &permission.id, condition),
                None => depend(bucket, &permission.id),
            }
            notify(bucket, notices);
        });
        Ok(vec![permission])
    }

    pub(super) fn pool_event(
        &mut self,
        event: &Event<'_>,
        target: &Target,
    ) -> Result<Vec<Made>, Problem> {
        let id = self.named(
            event,
            "UserPool",
            "Cognito events must reference a Cognito UserPool in the same template.",
        )?;
        let grant = Grant {
            principal: "cognito-idp.amazonaws.com",
            source_arn: Some(attribute(&id, "Arn")),
            prefix: Some(format!("{}Cognito", target.id)),
            ..Grant::default()
        };
        let permission = permission(event, target, grant);
        let triggers = listed(event.needed("Trigger")?);
        let mut twice = None;
        self.edit(&id, |pool| {
            let properties = pool
                .as_object_mut()
                .and_then(|pool| map_at(pool, "Properties"));
            let config = properties.and_then(|properties| map_at(properties, "LambdaConfig"));
            let Some(config) = config else { return };
            for trigger in triggers.iter().filter_map(Json::as_str) {
                if config
                    .insert(trigger.to_owned(), target.arn.clone())
                    .is_some()
                {
                    twice = Some(trigger.to_owned());
                }
            }
        });
        match twice {
            Some(trigger) => Err(event.problem(format!(
                "Cognito trigger \"{trigger}\" defined multiple times."
            ))),
            None => Ok(vec![permission]),
        }
    }

    /// The id of the resource that a property refers to.
    fn named(&self, event: &Event<'_>, property: &str, otherwise: &str) -> Result<String, Problem> {
        let id = get(event.needed(property)?, "Ref").and_then(Json::as_str);
        let id = id.filter(|id| self.resource(id).is_some());
        id.map(str::to_owned)
            .ok_or_else(|| event.problem(otherwise))
    }

    /// Changes a resource of CloudFormation's, in the source and in what it becomes.
    fn edit(&mut self, id: &str, change: impl FnOnce(&mut Json)) {
        let Some(resource) = self.resources_mut().and_then(|all| all.get_mut(id)) else {
            return;
        };
        change(resource);
        let mut edited = resource.clone();
        if let Some(members) = edited.as_object_mut() {
            members.retain(|name, _| STAY.contains(&name.as_str()));
        }
        self.out.insert(id.to_owned(), edited);
    }
}

fn depend(resource: &mut Json, on: &str) {
    let Some(members) = resource.as_object_mut() else {
        return;
    };
    let mut needed = at(members, "DependsOn").map(listed).unwrap_or_default();
    if !needed.contains(&json!(on)) {
        needed.push(json!(on));
    }
    members.insert("DependsOn".to_owned(), Json::Array(needed));
}

/// A tag refers to the permission, since a dependency can't be conditional.
fn depend_by_tag(resource: &mut Json, on: &str, condition: &Json) {
    let properties = resource
        .as_object_mut()
        .and_then(|members| map_at(members, "Properties"));
    let Some(properties) = properties else { return };
    let mut tags = at(properties, "Tags").map(listed).unwrap_or_default();
    tags.push(json!({
        "Key": format!("sam:ConditionalDependsOn:{on}"),
        "Value": choice(condition, reference(on), json!("no dependency")),
    }));
    properties.insert("Tags".to_owned(), Json::Array(tags));
}

fn notify(bucket: &mut Json, notices: Vec<Json>) {
    let properties = bucket
        .as_object_mut()
        .and_then(|members| map_at(members, "Properties"));
    let config = properties.and_then(|properties| map_at(properties, "NotificationConfiguration"));
    let Some(config) = config else { return };
    let mut all = at(config, "LambdaConfigurations")
        .map(listed)
        .unwrap_or_default();
    for notice in notices {
        if !all.contains(&notice) {
            all.push(notice);
        }
    }
    config.insert("LambdaConfigurations".to_owned(), Json::Array(all));
}
