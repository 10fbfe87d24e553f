//! AWS::IAM::AccessKey

use model::MadeResource;
use serde_json::{Value, json};
use wire::iam::{CreateAccessKey, DeleteAccessKey, UpdateAccessKey};

use super::super::values::{property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct AccessKey;

impl ResourceType for AccessKey {
    const NAME: &'static str = "AWS::IAM::AccessKey";
    const PROPERTIES: &'static [Property] = &[
        fixed("Serial"),
        always("Status"),
        fixed("UserName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id", "SecretAccessKey"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let input = work.only(&["UserName"]);
        let made = work.call::<CreateAccessKey>(Value::Object(input)).await?;
        let key = made.get("AccessKey").cloned().unwrap_or_default();
        let made = shown(
            &text_of(&key, "AccessKeyId"),
            &text_of(&key, "SecretAccessKey"),
        );
        if work.get("Status").is_some_and(|status| status != "Active") {
            let set = set_status(work, &made.physical_id).await;
            set.map_err(|failed| failed.leaving(made.clone()))?;
        }
        Ok(made)
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        set_status(work, &before.physical_id).await?;
        let secret = property(&before.attributes, "SecretAccessKey");
        Ok(shown(&before.physical_id, &secret))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let user = property(&made.properties, "UserName");
        let input = json!({"UserName": user, "AccessKeyId": made.physical_id});
        work.call_if_there::<DeleteAccessKey>(input).await?;
        Ok(())
    }
}

async fn set_status(work: &Work<'_>, id: &str) -> Result<(), Failed> {
    let status = work.text("Status").unwrap_or_else(|| "Active".to_owned());
    let input = json!({"UserName": work.get("UserName"), "AccessKeyId": id, "Status": status});
    work.call::<UpdateAccessKey>(input).await?;
    Ok(())
}

fn shown(id: &str, secret: &str) -> Made {
    Made::new(id).with("Id", id).with("SecretAccessKey", secret)
}
