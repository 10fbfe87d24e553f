//! Events of log groups and of IoT rules.

use serde_json::json;

use super::{Event, Grant, Target, permission};
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, reference, sub, truthy};

impl Translator<'_> {
    pub(super) fn logs_event(
        &self,
        event: &Event<'_>,
        target: &Target,
    ) -> Result<Vec<Made>, Problem> {
        let group = event.needed("LogGroupName")?.clone();
        let source = sub(
            &self.arn("logs", "log-group:${__LogGroupName__}:*"),
            json!({ "__LogGroupName__": group }),
        );
        let grant = Grant {
            principal: "logs.amazonaws.com",
            source_arn: Some(source),
            ..Grant::default()
        };
        let permission = permission(event, target, grant);
        let filter = Made::new(
            &event.id,
            "AWS::Logs::SubscriptionFilter",
            target.attributes.clone(),
        )
        .depends_on(json!([permission.id]))
        .with("LogGroupName", group)
        .with("FilterPattern", event.needed("FilterPattern")?.clone())
        .with("DestinationArn", target.arn.clone());
        Ok(vec![permission, filter])
    }

    pub(super) fn iot_event(
        &self,
        event: &Event<'_>,
        target: &Target,
    ) -> Result<Vec<Made>, Problem> {
        let source = sub(
            &self.arn("iot", "rule/${RuleName}"),
            json!({ "RuleName": reference(&event.id) }),
        );
        let grant = Grant {
            principal: "iot.amazonaws.com",
            source_arn: Some(source),
            source_account: Some(sub("${AWS::AccountId}", Json::Null)),
            ..Grant::default()
        };
        let mut payload = json!({
            "Sql": event.needed("Sql")?,
            "RuleDisabled": false,
            "Actions": [{ "Lambda": { "FunctionArn": target.arn } }],
        });
        let version = event.given("AwsIotSqlVersion").filter(truthy);
        if let (Some(version), Some(payload)) = (version, payload.as_object_mut()) {
            payload.insert("AwsIotSqlVersion".to_owned(), version);
        }
        let rule = Made::new(&event.id, "AWS::IoT::TopicRule", target.attributes.clone())
            .with("TopicRulePayload", payload);
        Ok(vec![permission(event, target, grant), rule])
    }
}
