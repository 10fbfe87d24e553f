//! AWS::ApiGateway::Account: the role that writes the execution logs of all APIs of a region.

use model::MadeResource;
use serde_json::json;
use wire::apigateway::{GetAccount, UpdateAccount};

use super::super::naming::short_name;
use super::super::values::{property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::patches::Patches;

pub(in super::super) struct Account;

const ROLE: &str = "CloudWatchRoleArn";

impl ResourceType for Account {
    const NAME: &'static str = "AWS::ApiGateway::Account";
    const PROPERTIES: &'static [Property] = &[always(ROLE)];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        if let Some(role) = work.text(ROLE) {
            set(work, &role).await?;
        }
        Ok(shown(&short_name(work)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        set(work, &work.text(ROLE).unwrap_or_default()).await?;
        Ok(shown(&before.physical_id))
    }

    /// A role that somebody else set meanwhile stays.
    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let role = property(&made.properties, ROLE);
        let account = work.call::<GetAccount>(json!({})).await?;
        if !role.is_empty() && text_of(&account, "cloudwatchRoleArn") == role {
            set(work, "").await?;
        }
        Ok(())
    }
}

async fn set(work: &Work<'_>, role: &str) -> Result<(), Failed> {
    let mut patches = Patches::default();
    patches.replace("/cloudwatchRoleArn", role);
    work.call::<UpdateAccount>(json!({"patchOperations": patches.list()}))
        .await?;
    Ok(())
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
