//! AWS::SNS::Topic, with the subscriptions that stand in it.

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value, json};

use super::super::query::{SNS, one};
use super::super::values::{items, text, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Topic;

/// Attributes, with what a topic has that does not say it (SNS API reference, SetTopicAttributes).
const ATTRIBUTES: [(&str, &str); 7] = [
    ("ArchivePolicy", "{}"),
    ("ContentBasedDeduplication", "false"),
    ("DisplayName", ""),
    ("FifoThroughputScope", "Topic"),
    ("KmsMasterKeyId", ""),
    ("SignatureVersion", "1"),
    ("TracingConfig", "PassThrough"),
];

impl ResourceType for Topic {
    const NAME: &'static str = "AWS::SNS::Topic";
    const PROPERTIES: &'static [Property] = &[
        always("ArchivePolicy"),
        always("ContentBasedDeduplication"),
        always("DisplayName"),
        always("FifoThroughputScope"),
        fixed("FifoTopic"),
        always("KmsMasterKeyId"),
        always("SignatureVersion"),
        always("Subscription").holding(&["Endpoint", "Protocol"]),
        always("Tags"),
        fixed("TopicName"),
        always("TracingConfig"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["TopicArn", "TopicName"];

    /// SNS gives the topic that there is to whoever makes the same again.
    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = name(work);
        let mut parameters = vec![("Name".to_owned(), name.clone())];
        let mut given: Vec<(&str, String)> = ATTRIBUTES
            .iter()
            .filter_map(|(name, _)| Some((*name, text(work.get(name)?))))
            .collect();
        if is_fifo(work) {
            given.push(("FifoTopic", "true".to_owned()));
        }
        for (at, (name, value)) in given.into_iter().enumerate() {
            let entry = format!("Attributes.entry.{}", at + 1);
            parameters.push((format!("{entry}.key"), name.to_owned()));
            parameters.push((format!("{entry}.value"), value));
        }
        parameters.extend(tags(&work.tags()));
        let made = SNS.call(work, "CreateTopic", &parameters).await?;
        let arn = made.text("TopicArn").unwrap_or_default();
        let made = shown(&arn);
        match subscribe(work, &arn, &BTreeSet::new()).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let arn = &before.physical_id;
        for (name, default) in ATTRIBUTES {
            let now = work.get(name);
            if before.properties.get(name) != now {
                let value = now.map_or_else(|| default.to_owned(), text);
                let parameters = [
                    ("TopicArn".to_owned(), arn.clone()),
                    ("AttributeName".to_owned(), name.to_owned()),
                    ("AttributeValue".to_owned(), value),
                ];
                SNS.call(work, "SetTopicAttributes", &parameters).await?;
            }
        }
        let (had, has) = (
            subscriptions(&before.properties),
            subscriptions(work.properties),
        );
        subscribe(work, arn, &had).await?;
        unsubscribe(work, arn, had.difference(&has)).await?;
        let (gone, set) = work.tag_changes(before);
        if !gone.is_empty() {
            let mut parameters = vec![("ResourceArn".to_owned(), arn.clone())];
            let keys = gone.into_iter().enumerate();
            parameters.extend(keys.map(|(at, key)| (format!("TagKeys.member.{}", at + 1), key)));
            SNS.call(work, "UntagResource", &parameters).await?;
        }
        if !set.is_empty() {
            let mut parameters = vec![("ResourceArn".to_owned(), arn.clone())];
            parameters.extend(tags(&set));
            SNS.call(work, "TagResource", &parameters).await?;
        }
        Ok(shown(arn))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let arn = &made.physical_id;
        unsubscribe(work, arn, subscriptions(&made.properties).iter()).await?;
        let parameters = [("TopicArn".to_owned(), arn.clone())];
        SNS.call_if_there(work, "DeleteTopic", &parameters).await?;
        Ok(())
    }
}

fn is_fifo(work: &Work<'_>) -> bool {
    work.text("FifoTopic").as_deref() == Some("true")
}

/// Of FIFO topics it ends with `.fifo`.
fn name(work: &Work<'_>) -> String {
    let ending = if is_fifo(work) { ".fifo" } else { "" };
    let given = work.text("TopicName");
    given.unwrap_or_else(|| work.own_name(256 - ending.len()) + ending)
}

fn tags(tags: &std::collections::BTreeMap<String, String>) -> Vec<(String, String)> {
    let tags = tags.iter().enumerate();
    tags.flat_map(|(at, (key, value))| {
        let member = format!("Tags.member.{}", at + 1);
        [
            (format!("{member}.Key"), key.clone()),
            (format!("{member}.Value"), value.clone()),
        ]
    })
    .collect()
}

/// Protocol and endpoint of each.
fn subscriptions(properties: &Map<String, Value>) -> BTreeSet<(String, String)> {
    let listed = items(properties.get("Subscription")).iter();
    listed
        .map(|one| (text_of(one, "Protocol"), text_of(one, "Endpoint")))
        .collect()
}

/// Those that are new.
async fn subscribe(
    work: &Work<'_>,
    arn: &str,
    had: &BTreeSet<(String, String)>,
) -> Result<(), Failed> {
    for (protocol, endpoint) in subscriptions(work.properties).difference(had) {
        let parameters = [
            one("TopicArn", &json!(arn)),
            one("Protocol", &json!(protocol)),
            one("Endpoint", &json!(endpoint)),
        ];
        SNS.call(work, "Subscribe", &parameters).await?;
    }
    Ok(())
}

/// To subscribe once more gives the subscription that there is.
async fn unsubscribe(
    work: &Work<'_>,
    arn: &str,
    gone: impl Iterator<Item = &(String, String)> + Send,
) -> Result<(), Failed> {
    for (protocol, endpoint) in gone {
        let parameters = [
            one("TopicArn", &json!(arn)),
            one("Protocol", &json!(protocol)),
            one("Endpoint", &json!(endpoint)),
            one("ReturnSubscriptionArn", &json!("true")),
        ];
        let found = SNS.call_if_there(work, "Subscribe", &parameters).await?;
        if let Some(subscription) = found.and_then(|found| found.text("SubscriptionArn")) {
            let parameters = [("SubscriptionArn".to_owned(), subscription)];
            SNS.call_if_there(work, "Unsubscribe", &parameters).await?;
        }
    }
    Ok(())
}

fn shown(arn: &str) -> Made {
    let name = arn.rsplit(':').next().unwrap_or_default();
    Made::new(arn).with("TopicArn", arn).with("TopicName", name)
}
