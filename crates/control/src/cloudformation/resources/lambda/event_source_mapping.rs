//! AWS::Lambda::EventSourceMapping

use model::{MadeResource, PARTITION};
use serde_json::{Value, json};
use wire::Operation as _;
use wire::lambda::{
    CreateEventSourceMapping, DeleteEventSourceMapping, ListEventSourceMappings, TagResource,
    UntagResource, UpdateEventSourceMapping,
};
use wire::schema::OperationSchema;

use super::super::values::{items, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct EventSourceMapping;

/// What can be changed, with what a mapping has that does not say it.
const CHANGEABLE: [(&str, &str); 18] = [
    ("BatchSize", "10"),
    ("BisectBatchOnFunctionError", "null"),
    ("DestinationConfig", "null"),
    ("DocumentDBEventSourceConfig", "null"),
    ("Enabled", "true"),
    ("FilterCriteria", "{}"),
    ("FunctionName", "null"),
    ("FunctionResponseTypes", "[]"),
    ("KmsKeyArn", "null"),
    ("MaximumBatchingWindowInSeconds", "0"),
    ("MaximumRecordAgeInSeconds", "null"),
    ("MaximumRetryAttempts", "null"),
    ("MetricsConfig", "null"),
    ("ParallelizationFactor", "null"),
    ("ProvisionedPollerConfig", "null"),
    ("ScalingConfig", "{}"),
    ("SourceAccessConfigurations", "null"),
    ("TumblingWindowInSeconds", "null"),
];

/// What makes another mapping of it, beside what only CreateEventSourceMapping takes.
const CREATED: [&str; 8] = [
    "AmazonManagedKafkaEventSourceConfig",
    "EventSourceArn",
    "Queues",
    "SelfManagedEventSource",
    "SelfManagedKafkaEventSourceConfig",
    "StartingPosition",
    "StartingPositionTimestamp",
    "Topics",
];

impl ResourceType for EventSourceMapping {
    const NAME: &'static str = "AWS::Lambda::EventSourceMapping";
    const PROPERTIES: &'static [Property] = &[
        fixed("AmazonManagedKafkaEventSourceConfig"),
        always("BatchSize"),
        always("BisectBatchOnFunctionError"),
        always("DestinationConfig"),
        always("DocumentDBEventSourceConfig"),
        always("Enabled"),
        fixed("EventSourceArn"),
        always("FilterCriteria"),
        always("FunctionName").required(),
        always("FunctionResponseTypes"),
        always("KmsKeyArn"),
        always("MaximumBatchingWindowInSeconds"),
        always("MaximumRecordAgeInSeconds"),
        always("MaximumRetryAttempts"),
        always("MetricsConfig"),
        always("ParallelizationFactor"),
        always("ProvisionedPollerConfig"),
        fixed("Queues"),
        always("ScalingConfig"),
        fixed("SelfManagedEventSource"),
        fixed("SelfManagedKafkaEventSourceConfig"),
        always("SourceAccessConfigurations"),
        fixed("StartingPosition"),
        fixed("StartingPositionTimestamp"),
        always("Tags"),
        fixed("Topics"),
        always("TumblingWindowInSeconds"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["EventSourceMappingArn", "Id"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateEventSourceMapping::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        if work.again
            && let Some(found) = find(work).await?
        {
            return Ok(shown(work, &found));
        }
        let mut input = work.only(&CHANGEABLE.map(|(name, _)| name));
        input.extend(work.only(&CREATED));
        let tags = work.tags();
        if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(tags));
        }
        let made = work
            .call::<CreateEventSourceMapping>(Value::Object(input))
            .await?;
        Ok(shown(work, &text_of(&made, "UUID")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut input = serde_json::Map::new();
        for (name, default) in CHANGEABLE {
            let now = work.get(name);
            if before.properties.get(name) == now {
                continue;
            }
            let default = || serde_json::from_str(default).unwrap_or_default();
            let value = now.cloned().unwrap_or_else(default);
            if !value.is_null() {
                input.insert(name.to_owned(), value);
            }
        }
        if !input.is_empty() {
            input.insert("UUID".to_owned(), json!(id));
            work.call::<UpdateEventSourceMapping>(Value::Object(input))
                .await?;
        }
        set_tags(work, before).await?;
        Ok(shown(work, id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"UUID": made.physical_id});
        work.call_if_there::<DeleteEventSourceMapping>(input)
            .await?;
        Ok(())
    }
}

/// A source is mapped to a function once.
async fn find(work: &Work<'_>) -> Result<Option<String>, Failed> {
    let input = work.only(&["EventSourceArn", "FunctionName"]);
    let listed = work
        .call_if_there::<ListEventSourceMappings>(Value::Object(input))
        .await?
        .unwrap_or_default();
    let mut ids = items(listed.get("EventSourceMappings"))
        .iter()
        .map(|mapping| text_of(mapping, "UUID"));
    Ok(ids.next())
}

async fn set_tags(work: &Work<'_>, before: &MadeResource) -> Result<(), Failed> {
    let (gone, set) = work.tag_changes(before);
    let arn = arn(work, &before.physical_id);
    if !gone.is_empty() {
        work.call::<UntagResource>(json!({"Resource": arn, "TagKeys": gone}))
            .await?;
    }
    if !set.is_empty() {
        work.call::<TagResource>(json!({"Resource": arn, "Tags": set}))
            .await?;
    }
    Ok(())
}

fn arn(work: &Work<'_>, id: &str) -> String {
    let (account, region) = (&work.stack.account, &work.stack.region);
    format!("arn:{PARTITION}:lambda:{region}:{account}:event-source-mapping:{id}")
}

fn shown(work: &Work<'_>, id: &str) -> Made {
    Made::new(id)
        .with("Id", id)
        .with("EventSourceMappingArn", arn(work, id))
}
