//! AWS::SNS::TopicPolicy: the policy of some topics.

use serde_json::{Value, json};

use super::super::query::{SNS, one};
use super::super::resource_policy::PolicyHolders;
use super::super::{Failed, Work};

pub(in super::super) struct TopicPolicy;

impl PolicyHolders for TopicPolicy {
    const NAME: &'static str = "AWS::SNS::TopicPolicy";
    const HOLDERS: &'static str = "Topics";

    async fn give(work: &Work<'_>, arn: &str, document: &str) -> Result<(), Failed> {
        let parameters = policy(arn, document);
        SNS.call(work, "SetTopicAttributes", &parameters).await?;
        Ok(())
    }

    async fn take(work: &Work<'_>, arn: &str) -> Result<(), Failed> {
        let usual = usual(arn, &work.stack.account).to_string();
        let parameters = policy(arn, &usual);
        SNS.call_if_there(work, "SetTopicAttributes", &parameters)
            .await?;
        Ok(())
    }
}

/// A topic without a policy of its own lets its owner do everything (SNS developer guide, "Default topic policy").
fn usual(arn: &str, account: &str) -> Value {
    json!({
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
    })
}

fn policy(arn: &str, document: &str) -> [(String, String); 3] {
    [
        one("TopicArn", &json!(arn)),
        one("AttributeName", &json!("Policy")),
        one("AttributeValue", &json!(document)),
    ]
}
