//! AWS::Lambda::CodeSigningConfig

use model::{MadeResource, PARTITION};
use ring::digest;
use serde_json::{Value, json};
use wire::Operation as _;
use wire::lambda::{
    CreateCodeSigningConfig, DeleteCodeSigningConfig, GetCodeSigningConfig, TagResource,
    UntagResource, UpdateCodeSigningConfig,
};
use wire::schema::OperationSchema;

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use crate::chosen;
use crate::hex;

pub(in super::super) struct CodeSigningConfig;

/// Of an id, behind `csc-`.
const DIGITS: usize = 17;
const MEMBERS: [&str; 3] = ["AllowedPublishers", "CodeSigningPolicies", "Description"];

impl ResourceType for CodeSigningConfig {
    const NAME: &'static str = "AWS::Lambda::CodeSigningConfig";
    const PROPERTIES: &'static [Property] = &[
        always("AllowedPublishers").required(),
        always("CodeSigningPolicies"),
        always("Description"),
        always("Tags"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["CodeSigningConfigArn", "CodeSigningConfigId"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateCodeSigningConfig::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (id, arn) = identity(work);
        let sought = json!({"CodeSigningConfigArn": arn});
        if work.again
            && work
                .call_if_there::<GetCodeSigningConfig>(sought)
                .await?
                .is_some()
        {
            return Ok(shown(&arn, &id));
        }
        let mut input = work.only(&MEMBERS);
        let tags = work.tags();
        if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(tags));
        }
        let making = work.call::<CreateCodeSigningConfig>(Value::Object(input));
        let made = chosen::with(id, making).await?;
        let config = made.get("CodeSigningConfig").cloned().unwrap_or_default();
        Ok(shown(
            &text_of(&config, "CodeSigningConfigArn"),
            &text_of(&config, "CodeSigningConfigId"),
        ))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let arn = &before.physical_id;
        let mut input = work.only(&MEMBERS);
        input.entry("Description").or_insert(json!(""));
        input
            .entry("CodeSigningPolicies")
            .or_insert(json!({"UntrustedArtifactOnDeployment": "Warn"}));
        input.insert("CodeSigningConfigArn".to_owned(), json!(arn));
        work.call::<UpdateCodeSigningConfig>(Value::Object(input))
            .await?;
        let (gone, set) = work.tag_changes(before);
        if !gone.is_empty() {
            work.call::<UntagResource>(json!({"Resource": arn, "TagKeys": gone}))
                .await?;
        }
        if !set.is_empty() {
            work.call::<TagResource>(json!({"Resource": arn, "Tags": set}))
                .await?;
        }
        let id = arn.rsplit(':').next().unwrap_or_default();
        Ok(shown(arn, id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"CodeSigningConfigArn": made.physical_id});
        work.call_if_there::<DeleteCodeSigningConfig>(input).await?;
        Ok(())
    }
}

/// The id, of `csc-` and 17 digits as Lambda's own, and the ARN.
fn identity(work: &Work<'_>) -> (String, String) {
    let whole = format!(
        "{}/{}/{}",
        work.stack.unique, work.logical_id, work.generation
    );
    let hash = digest::digest(&digest::SHA256, whole.as_bytes());
    let mut digits = hex::encode(hash.as_ref());
    digits.truncate(DIGITS);
    let id = format!("csc-{digits}");
    let (account, region) = (&work.stack.account, &work.stack.region);
    let arn = format!("arn:{PARTITION}:lambda:{region}:{account}:code-signing-config:{id}");
    (id, arn)
}

fn shown(arn: &str, id: &str) -> Made {
    Made::new(arn)
        .with("CodeSigningConfigArn", arn)
        .with("CodeSigningConfigId", id)
}
