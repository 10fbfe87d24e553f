//! AWS::Lambda::LayerVersion

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::MadeResource;
use ring::digest;
use serde_json::{Value, json};
use wire::lambda::{DeleteLayerVersion, GetLayerVersion, ListLayerVersions, PublishLayerVersion};

use super::super::objects;
use super::super::values::{items, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, fixed, put};

pub(in super::super) struct LayerVersion;

impl ResourceType for LayerVersion {
    const NAME: &'static str = "AWS::Lambda::LayerVersion";
    const PROPERTIES: &'static [Property] = &[
        fixed("CompatibleArchitectures"),
        fixed("CompatibleRuntimes"),
        fixed("Content")
            .holding(&["S3Bucket", "S3Key", "S3ObjectVersion"])
            .required(),
        fixed("Description"),
        fixed("LayerName"),
        fixed("LicenseInfo"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["LayerVersionArn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        if work.again
            && let Some(arn) = find(work).await?
        {
            return Ok(shown(&arn));
        }
        let mut input = work.only(&[
            "CompatibleArchitectures",
            "CompatibleRuntimes",
            "Content",
            "Description",
            "LicenseInfo",
        ]);
        input.insert("LayerName".to_owned(), json!(work.name("LayerName", 140)));
        let published = work
            .call::<PublishLayerVersion>(Value::Object(input))
            .await?;
        Ok(shown(&text_of(&published, "LayerVersionArn")))
    }

    /// Every change needs a new version.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let Some((layer, number)) = made.physical_id.rsplit_once(':') else {
            return Ok(());
        };
        let input = json!({"LayerName": layer, "VersionNumber": number});
        work.call_if_there::<DeleteLayerVersion>(input).await?;
        Ok(())
    }
}

/// The last version of the layer, if it is of the same content.
async fn find(work: &Work<'_>) -> Result<Option<String>, Failed> {
    let name = json!({"LayerName": work.name("LayerName", 140)});
    let listed = work
        .call_if_there::<ListLayerVersions>(name.clone())
        .await?;
    let listed = listed.unwrap_or_default();
    let Some(last) = items(listed.get("LayerVersions")).first() else {
        return Ok(None);
    };
    let mut place = name;
    put(&mut place, "VersionNumber", text_of(last, "Version"));
    let version = work.call::<GetLayerVersion>(place).await?;
    let content = work.get("Content").cloned().unwrap_or_default();
    let location = json!({
        "Bucket": content.get("S3Bucket"),
        "Key": content.get("S3Key"),
        "Version": content.get("S3ObjectVersion").cloned().unwrap_or(json!("")),
    });
    let bytes = objects::read(work, &location).await?;
    let hash = STANDARD.encode(digest::digest(&digest::SHA256, &bytes));
    let kept = version.get("Content").cloned().unwrap_or_default();
    let is_same = text_of(&kept, "CodeSha256") == hash;
    Ok(is_same.then(|| text_of(last, "LayerVersionArn")))
}

fn shown(arn: &str) -> Made {
    Made::new(arn).with("LayerVersionArn", arn)
}
