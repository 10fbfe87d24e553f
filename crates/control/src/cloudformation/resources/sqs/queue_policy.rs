//! AWS::SQS::QueuePolicy: the policy of some queues.

use serde_json::json;

use super::super::foreign::SQS;
use super::super::resource_policy::PolicyHolders;
use super::super::{Failed, Work};

pub(in super::super) struct QueuePolicy;

impl PolicyHolders for QueuePolicy {
    const NAME: &'static str = "AWS::SQS::QueuePolicy";
    const HOLDERS: &'static str = "Queues";

    async fn give(work: &Work<'_>, url: &str, document: &str) -> Result<(), Failed> {
        let input = json!({"QueueUrl": url, "Attributes": {"Policy": document}});
        SQS.call(work, "SetQueueAttributes", input).await?;
        Ok(())
    }

    async fn take(work: &Work<'_>, url: &str) -> Result<(), Failed> {
        let input = json!({"QueueUrl": url, "Attributes": {"Policy": ""}});
        SQS.call_if_there(work, "SetQueueAttributes", input).await?;
        Ok(())
    }
}
