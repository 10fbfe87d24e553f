//! AWS::IAM::AccessKey

use model::MadeResource;
use ring::digest;
use serde_json::{Value, json};
use wire::iam::{CreateAccessKey, DeleteAccessKey, UpdateAccessKey};

use super::super::values::{property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use crate::chosen;

pub(in super::super) struct AccessKey;

/// Of an id, behind its prefix, and of which kind they are.
const LETTERS: usize = 16;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

impl ResourceType for AccessKey {
    const NAME: &'static str = "AWS::IAM::AccessKey";
    const PROPERTIES: &'static [Property] = &[
        fixed("Serial"),
        always("Status"),
        fixed("UserName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id", "SecretAccessKey"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (id, input) = (id(work), work.only(&["UserName"]));
        if work.again {
            // Nobody knows the secret of one that was made before a restart.
            let key = json!({"UserName": work.get("UserName"), "AccessKeyId": id});
            work.call_if_there::<DeleteAccessKey>(key).await?;
        }
        let making = work.call::<CreateAccessKey>(Value::Object(input));
        let made = chosen::with(id, making).await?;
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

/// `AKIA`, and letters and digits that follow from which physical resource it is.
fn id(work: &Work<'_>) -> String {
    let whole = format!(
        "{}/{}/{}",
        work.stack.unique, work.logical_id, work.generation
    );
    let hash = digest::digest(&digest::SHA256, whole.as_bytes());
    let letters = hash.as_ref().iter().take(LETTERS);
    let letters = letters.filter_map(|byte| ALPHABET.get(usize::from(byte % 32)));
    letters.fold("AKIA".to_owned(), |mut id, letter| {
        id.push(char::from(*letter));
        id
    })
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
