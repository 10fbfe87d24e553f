//! AWS::SQS::Queue

use model::{MadeResource, PARTITION};
use serde_json::{Map, Value, json};

use super::super::foreign::SQS;
use super::super::values::{text, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Queue;

/// Attributes, with what a queue has that does not say it (SQS API reference, SetQueueAttributes).
const ATTRIBUTES: [(&str, &str); 14] = [
    ("ContentBasedDeduplication", "false"),
    ("DeduplicationScope", "queue"),
    ("DelaySeconds", "0"),
    ("FifoQueue", "true"),
    ("FifoThroughputLimit", "perQueue"),
    ("KmsDataKeyReusePeriodSeconds", "300"),
    ("KmsMasterKeyId", ""),
    ("MaximumMessageSize", "262144"),
    ("MessageRetentionPeriod", "345600"),
    ("ReceiveMessageWaitTimeSeconds", "0"),
    ("RedriveAllowPolicy", ""),
    ("RedrivePolicy", ""),
    ("SqsManagedSseEnabled", "true"),
    ("VisibilityTimeout", "30"),
];

impl ResourceType for Queue {
    const NAME: &'static str = "AWS::SQS::Queue";
    const PROPERTIES: &'static [Property] = &[
        always("ContentBasedDeduplication"),
        always("DeduplicationScope"),
        always("DelaySeconds"),
        fixed("FifoQueue"),
        always("FifoThroughputLimit"),
        always("KmsDataKeyReusePeriodSeconds"),
        always("KmsMasterKeyId"),
        always("MaximumMessageSize"),
        always("MessageRetentionPeriod"),
        fixed("QueueName"),
        always("ReceiveMessageWaitTimeSeconds"),
        always("RedriveAllowPolicy"),
        always("RedrivePolicy"),
        always("SqsManagedSseEnabled"),
        always("Tags"),
        always("VisibilityTimeout"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "QueueName", "QueueUrl"];

    /// SQS gives the queue that there is to whoever makes the same again.
    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = name(work);
        let attributes: Map<String, Value> = ATTRIBUTES
            .iter()
            .filter_map(|(name, _)| Some(((*name).to_owned(), json!(text(work.get(name)?)))))
            // "false" is what the API refuses to hear.
            .filter(|(name, value)| name != "FifoQueue" || value == "true")
            .collect();
        let mut input = json!({"QueueName": name, "Attributes": attributes});
        let tags = work.tags();
        if !tags.is_empty() {
            super::super::put(&mut input, "tags", json!(tags));
        }
        let made = SQS.call(work, "CreateQueue", input).await?;
        Ok(shown(work, &text_of(&made, "QueueUrl")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let url = &before.physical_id;
        let mut changed = Map::new();
        for (name, default) in ATTRIBUTES {
            let now = work.get(name);
            if before.properties.get(name) != now {
                let value = now.map_or_else(|| default.to_owned(), text);
                changed.insert(name.to_owned(), json!(value));
            }
        }
        if !changed.is_empty() {
            let input = json!({"QueueUrl": url, "Attributes": changed});
            SQS.call(work, "SetQueueAttributes", input).await?;
        }
        let (gone, set) = work.tag_changes(before);
        if !gone.is_empty() {
            let input = json!({"QueueUrl": url, "TagKeys": gone});
            SQS.call(work, "UntagQueue", input).await?;
        }
        if !set.is_empty() {
            let input = json!({"QueueUrl": url, "Tags": set});
            SQS.call(work, "TagQueue", input).await?;
        }
        let mut same = Made::new(url);
        same.attributes.clone_from(&before.attributes);
        Ok(same)
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"QueueUrl": made.physical_id});
        SQS.call_if_there(work, "DeleteQueue", input).await?;
        Ok(())
    }
}

/// Of FIFO queues it ends with `.fifo`.
fn name(work: &Work<'_>) -> String {
    let ending = if work.text("FifoQueue").as_deref() == Some("true") {
        ".fifo"
    } else {
        ""
    };
    let given = work.text("QueueName");
    given.unwrap_or_else(|| work.own_name(80 - ending.len()) + ending)
}

fn shown(work: &Work<'_>, url: &str) -> Made {
    let name = url.rsplit('/').next().unwrap_or_default();
    let (account, region) = (&work.stack.account, &work.stack.region);
    let arn = format!("arn:{PARTITION}:sqs:{region}:{account}:{name}");
    Made::new(url)
        .with("Arn", arn)
        .with("QueueName", name)
        .with("QueueUrl", url)
}
