//! AWS::Logs::LogGroup

use model::{MadeResource, PARTITION};
use serde_json::{Value, json};
use wire::logs::{
    CreateLogGroup, DeleteLogGroup, DeleteRetentionPolicy, PutRetentionPolicy, TagResource,
    UntagResource,
};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct LogGroup;

impl ResourceType for LogGroup {
    const NAME: &'static str = "AWS::Logs::LogGroup";
    const PROPERTIES: &'static [Property] = &[
        fixed("LogGroupClass"),
        fixed("LogGroupName"),
        always("RetentionInDays"),
        always("Tags"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("LogGroupName", 512);
        let mut input = work.only(&["LogGroupClass"]);
        input.insert("logGroupName".to_owned(), json!(name));
        let tags = work.tags();
        if !tags.is_empty() {
            input.insert("tags".to_owned(), json!(tags));
        }
        work.call_once::<CreateLogGroup>(Value::Object(input))
            .await?;
        let made = shown(work, &name);
        match set_retention(work, &name, None).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        set_retention(work, name, before.properties.get("RetentionInDays")).await?;
        let (gone, set) = work.tag_changes(before);
        let arn = arn(work, name);
        if !gone.is_empty() {
            work.call::<UntagResource>(json!({"resourceArn": arn, "tagKeys": gone}))
                .await?;
        }
        if !set.is_empty() {
            work.call::<TagResource>(json!({"resourceArn": arn, "tags": set}))
                .await?;
        }
        Ok(shown(work, name))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"logGroupName": made.physical_id});
        work.call_if_there::<DeleteLogGroup>(input).await?;
        Ok(())
    }
}

async fn set_retention(work: &Work<'_>, name: &str, before: Option<&Value>) -> Result<(), Failed> {
    match (before, work.get("RetentionInDays")) {
        (before, after) if before == after => {}
        (_, Some(days)) => {
            let input = json!({"logGroupName": name, "retentionInDays": days});
            work.call::<PutRetentionPolicy>(input).await?;
        }
        (_, None) => {
            work.call_if_there::<DeleteRetentionPolicy>(json!({"logGroupName": name}))
                .await?;
        }
    }
    Ok(())
}

fn arn(work: &Work<'_>, name: &str) -> String {
    let (account, region) = (&work.stack.account, &work.stack.region);
    format!("arn:{PARTITION}:logs:{region}:{account}:log-group:{name}")
}

/// The ARN that templates are given means the group with all that is in it.
fn shown(work: &Work<'_>, name: &str) -> Made {
    Made::new(name).with("Arn", arn(work, name) + ":*")
}
