//! AWS::Lambda::LayerVersion

use model::MadeResource;
use serde_json::{Value, json};
use wire::lambda::{DeleteLayerVersion, PublishLayerVersion};

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, fixed};

pub(in super::super) struct LayerVersion;

impl ResourceType for LayerVersion {
    const NAME: &'static str = "AWS::Lambda::LayerVersion";
    const PROPERTIES: &'static [Property] = &[
        fixed("CompatibleArchitectures"),
        fixed("CompatibleRuntimes"),
        fixed("Content").required(),
        fixed("Description"),
        fixed("LayerName"),
        fixed("LicenseInfo"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["LayerVersionArn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
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

fn shown(arn: &str) -> Made {
    Made::new(arn).with("LayerVersionArn", arn)
}
