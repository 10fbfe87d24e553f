//! AWS::SQS::QueuePolicy: the policy of some queues.

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value, json};

use super::super::foreign::SQS;
use super::super::naming::short_name;
use super::super::values::{text, texts};
use super::super::{Failed, Made, Property, ResourceType, Work, always};

pub(in super::super) struct QueuePolicy;

impl ResourceType for QueuePolicy {
    const NAME: &'static str = "AWS::SQS::QueuePolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument").required(),
        always("Queues").required(),
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
        let has = queues(work.properties);
        let gone = queues(&before.properties);
        take(work, gone.difference(&has)).await?;
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        take(work, queues(&made.properties).iter()).await
    }
}

fn queues(properties: &Map<String, Value>) -> BTreeSet<String> {
    texts(properties.get("Queues")).into_iter().collect()
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let document = work.get("PolicyDocument").map(text).unwrap_or_default();
    for url in queues(work.properties) {
        let input = json!({"QueueUrl": url, "Attributes": {"Policy": document}});
        SQS.call(work, "SetQueueAttributes", input).await?;
    }
    Ok(())
}

async fn take(work: &Work<'_>, queues: impl Iterator<Item = &String> + Send) -> Result<(), Failed> {
    for url in queues {
        let input = json!({"QueueUrl": url, "Attributes": {"Policy": ""}});
        SQS.call_if_there(work, "SetQueueAttributes", input).await?;
    }
    Ok(())
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
