//! AWS::Events::Rule: at the endpoint that is configured for EventBridge, or one of the server's own schedules.

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::events::PutTargets;
use wire::schema::OperationSchema;

use super::super::foreign::EVENTS;
use super::super::values::{items, pairs, property, text, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed, put};

pub(in super::super) struct Rule;

impl ResourceType for Rule {
    const NAME: &'static str = "AWS::Events::Rule";
    const PROPERTIES: &'static [Property] = &[
        always("Description"),
        fixed("EventBusName"),
        always("EventPattern"),
        fixed("Name"),
        always("RoleArn"),
        always("ScheduleExpression"),
        always("State"),
        always("Tags"),
        always("Targets"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "RuleName"];
    const MODEL: Option<&'static OperationSchema> = Some(PutTargets::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("Name", 64);
        let tags = work.tags();
        let mut input = rule(work, &name);
        if !tags.is_empty() {
            put(&mut input, "Tags", json!(pairs(&tags)));
        }
        let made = EVENTS.call(work, "PutRule", input).await?;
        let made = shown(&name, &text_of(&made, "RuleArn"));
        match put_targets(work, &name).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        EVENTS.call(work, "PutRule", rule(work, name)).await?;
        put_targets(work, name).await?;
        let has = targets(work.properties);
        let mut gone = targets(&before.properties);
        gone.retain(|id| !has.contains(id));
        remove_targets(work, (name, work.get("EventBusName")), &gone).await?;
        let arn = property(&before.attributes, "Arn");
        let (gone, set) = work.tag_changes(before);
        if !gone.is_empty() {
            let input = json!({"ResourceARN": arn, "TagKeys": gone});
            EVENTS.call(work, "UntagResource", input).await?;
        }
        if !set.is_empty() {
            let input = json!({"ResourceARN": arn, "Tags": pairs(&set)});
            EVENTS.call(work, "TagResource", input).await?;
        }
        Ok(shown(name, &arn))
    }

    /// A rule goes only without its targets.
    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let name = &made.physical_id;
        let bus = made.properties.get("EventBusName");
        remove_targets(work, (name, bus), &targets(&made.properties)).await?;
        let input = on_bus(json!({"Name": name}), bus);
        EVENTS.call_if_there(work, "DeleteRule", input).await?;
        Ok(())
    }
}

fn on_bus(mut input: Value, bus: Option<&Value>) -> Value {
    if let Some(bus) = bus {
        put(&mut input, "EventBusName", bus.clone());
    }
    input
}

fn rule(work: &Work<'_>, name: &str) -> Value {
    let mut input = work.only(&[
        "Description",
        "EventBusName",
        "RoleArn",
        "ScheduleExpression",
        "State",
    ]);
    input.insert("Name".to_owned(), json!(name));
    let pattern = work.get("EventPattern").map(|pattern| json!(text(pattern)));
    input.extend(pattern.map(|pattern| ("EventPattern".to_owned(), pattern)));
    Value::Object(input)
}

async fn put_targets(work: &Work<'_>, name: &str) -> Result<(), Failed> {
    let targets = work.list("Targets");
    if targets.is_empty() {
        return Ok(());
    }
    let input = on_bus(
        json!({"Rule": name, "Targets": targets}),
        work.get("EventBusName"),
    );
    let answer = EVENTS.call(work, "PutTargets", input).await?;
    match items(answer.get("FailedEntries")).first() {
        Some(failed) => Err(Failed::plainly(text_of(failed, "ErrorMessage"))),
        None => Ok(()),
    }
}

fn targets(properties: &Map<String, Value>) -> BTreeSet<String> {
    let targets = items(properties.get("Targets")).iter();
    targets.map(|target| text_of(target, "Id")).collect()
}

async fn remove_targets(
    work: &Work<'_>,
    (name, bus): (&str, Option<&Value>),
    ids: &BTreeSet<String>,
) -> Result<(), Failed> {
    if ids.is_empty() {
        return Ok(());
    }
    let input = on_bus(json!({"Rule": name, "Ids": ids}), bus);
    EVENTS.call_if_there(work, "RemoveTargets", input).await?;
    Ok(())
}

fn shown(name: &str, arn: &str) -> Made {
    Made::new(name).with("Arn", arn).with("RuleName", name)
}
