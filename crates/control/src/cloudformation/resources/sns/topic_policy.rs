//! AWS::SNS::TopicPolicy: the policy of some topics.

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value, json};

use super::super::naming::short_name;
use super::super::query::{SNS, one};
use super::super::values::{text, texts};
use super::super::{Failed, Made, Property, ResourceType, Work, always};

pub(in super::super) struct TopicPolicy;

impl ResourceType for TopicPolicy {
    const NAME: &'static str = "AWS::SNS::TopicPolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument").required(),
        always("Topics").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = short_name(work);
        match put(work).await {
            Ok(()) => Ok(shown(&id)),
            Err(failed) => Err(failed.leaving(shown(&id))),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        let has = topics(work.properties);
        let gone = topics(&before.properties);
        take(work, gone.difference(&has)).await?;
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        take(work, topics(&made.properties).iter()).await
    }
}

fn topics(properties: &Map<String, Value>) -> BTreeSet<String> {
    texts(properties.get("Topics")).into_iter().collect()
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let document = work.get("PolicyDocument").map(text).unwrap_or_default();
    for arn in topics(work.properties) {
        let parameters = policy(&arn, &document);
        SNS.call(work, "SetTopicAttributes", &parameters).await?;
    }
    Ok(())
}

/// A topic without one of its own lets its owner do everything (SNS developer guide, "Default topic policy").
async fn take(work: &Work<'_>, topics: impl Iterator<Item = &String> + Send) -> Result<(), Failed> {
    let account = &work.stack.account;
    for arn in topics {
        let own = json!({
            "Version": "2008-10-17",
            "Id": "__default_policy_ID",
            "Statement": [{
                "Sid": "__default_statement_ID",
                "Effect": "Allow",
                "Principal": {"AWS": "*"},
                "Action": [
                    "SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission",
                    "SNS:RemovePermission", "SNS:DeleteTopic", "SNS:Subscribe",
                    "SNS:ListSubscriptionsByTopic", "SNS:Publish",
                ],
                "Resource": arn,
                "Condition": {"StringEquals": {"AWS:SourceOwner": account}},
            }],
        });
        let parameters = policy(arn, &own.to_string());
        SNS.call_if_there(work, "SetTopicAttributes", &parameters)
            .await?;
    }
    Ok(())
}

fn policy(arn: &str, document: &str) -> [(String, String); 3] {
    [
        one("TopicArn", &json!(arn)),
        one("AttributeName", &json!("Policy")),
        one("AttributeValue", &json!(document)),
    ]
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
