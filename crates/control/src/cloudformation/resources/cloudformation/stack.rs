//! AWS::CloudFormation::Stack: a stack in a stack.

use std::time::Duration;

use model::{MadeResource, StackRecord, StackStatus};
use serde_json::{Map, Value, json};
use store::StoreError;
use wire::cloudformation::{CreateStack, DeleteStack, UpdateStack};

use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::waiting::{broken, until_settled};

pub(in super::super) struct Stack;

/// A child without a time-out of its own may take as long as a custom resource of its may.
const MOST: Duration = Duration::from_hours(24);
const NO_UPDATES: &str = "No updates are to be performed.";

impl ResourceType for Stack {
    const NAME: &'static str = "AWS::CloudFormation::Stack";
    const PROPERTIES: &'static [Property] = &[
        always("NotificationARNs"),
        always("Parameters"),
        always("Tags"),
        always("TemplateURL").required(),
        always("TimeoutInMinutes"),
    ];
    /// `Outputs.Name`
    const ATTRIBUTES: &'static [&'static str] = &["*"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.own_name(128);
        let mut input = submission(work, &name);
        input.extend(work.only(&["TimeoutInMinutes"]));
        // What failed is told before it goes: the parent deletes it.
        input.insert("OnFailure".to_owned(), json!("DO_NOTHING"));
        if !work.again || found(work, &name).await?.is_none() {
            work.call::<CreateStack>(Value::Object(input)).await?;
        }
        adopt(work, &name).await?;
        let child = settled(work, &name).await?;
        if child.status == StackStatus::CreateComplete {
            return Ok(made(&child));
        }
        let reason = child.reason.as_deref().unwrap_or_default();
        let message = format!(
            "Embedded stack {} was not successfully created: {reason}",
            child.arn()
        );
        Err(Failed::plainly(message).leaving(made(&child)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = name_of(&before.physical_id);
        let input = submission(work, &name);
        match work.call::<UpdateStack>(Value::Object(input)).await {
            Err(failed) if !failed.message.starts_with(NO_UPDATES) => return Err(failed),
            Ok(_) | Err(_) => {}
        }
        let child = settled(work, &name).await?;
        if matches!(
            child.status,
            StackStatus::UpdateComplete | StackStatus::CreateComplete
        ) {
            return Ok(made(&child));
        }
        Err(Failed::plainly(format!(
            "Embedded stack {} was not successfully updated. Currently in {} with reason: {}",
            child.arn(),
            child.status.name(),
            child.reason.as_deref().unwrap_or_default()
        )))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let name = name_of(&made.physical_id);
        work.call::<DeleteStack>(json!({"StackName": made.physical_id}))
            .await?;
        let id = id(work, &name);
        let gone = until_settled(work, MOST, &id);
        let left = gone
            .await
            .map_err(|over| over.failed(|| "The stack did not go in time.".to_owned()))?;
        match left {
            None => Ok(()),
            Some(child) => Err(Failed::plainly(format!(
                "Embedded stack {} was not successfully deleted: {}",
                child.arn(),
                child.reason.as_deref().unwrap_or_default()
            ))),
        }
    }
}

fn submission(work: &Work<'_>, name: &str) -> Map<String, Value> {
    let mut input = work.only(&["TemplateURL", "NotificationARNs"]);
    let parameters = work.get("Parameters").and_then(Value::as_object);
    let parameters = parameters.into_iter().flatten().map(|(key, value)| {
        // A list stands for its items.
        let value = match value {
            Value::Array(items) => {
                let texts = items.iter().filter_map(Value::as_str);
                json!(texts.collect::<Vec<_>>().join(","))
            }
            other => other.clone(),
        };
        json!({"ParameterKey": key, "ParameterValue": value})
    });
    input.insert("Parameters".to_owned(), parameters.collect());
    input.insert("StackName".to_owned(), json!(name));
    input.insert("Capabilities".to_owned(), json!(work.stack.capabilities));
    input.insert("Tags".to_owned(), json!(work.tag_list()));
    input
}

/// `arn:…:stack/NAME/UNIQUE`
fn name_of(arn: &str) -> String {
    arn.split('/').nth(1).unwrap_or(arn).to_owned()
}

fn id(work: &Work<'_>, name: &str) -> String {
    StackRecord::id_of(work.by.caller.account(), &work.by.region, name)
}

async fn found(work: &Work<'_>, name: &str) -> Result<Option<StackRecord>, Failed> {
    let rooms = work.control.rooms();
    let child = rooms.records.get::<StackRecord>(&id(work, name)).await;
    Ok(child
        .map_err(|error: StoreError| broken(&error))?
        .map(|child| child.record))
}

/// Writes whose child it is.
async fn adopt(work: &Work<'_>, name: &str) -> Result<(), Failed> {
    let rooms = work.control.rooms();
    let parent = found(work, &work.stack.name).await?;
    let root = parent.and_then(|parent| parent.root);
    let set = |child: &mut StackRecord| {
        child.parent = Some(work.stack.arn.clone());
        child.root = Some(root.clone().unwrap_or_else(|| work.stack.arn.clone()));
        Ok::<_, Failed>(())
    };
    match rooms.records.update(&id(work, name), set).await {
        Ok(_) | Err(store::UpdateError::NotFound) => Ok(()),
        Err(store::UpdateError::Refused(failed)) => Err(failed),
        Err(store::UpdateError::Store(error)) => Err(broken(&error)),
    }
}

async fn settled(work: &Work<'_>, name: &str) -> Result<StackRecord, Failed> {
    let id = id(work, name);
    let settled = until_settled(work, MOST, &id);
    let child = settled
        .await
        .map_err(|over| over.failed(|| format!("Embedded stack {name} did not end in time.")))?;
    child.ok_or_else(|| Failed::plainly(format!("Embedded stack {name} was deleted.")))
}

fn made(child: &StackRecord) -> Made {
    let mut made = Made::new(child.arn());
    for output in &child.outputs {
        made = made.with(&format!("Outputs.{}", output.key), output.value.clone());
    }
    made
}
