//! AWS::CDK::Metadata: which constructs made the template. Nothing is made of it.

use model::MadeResource;

use super::super::{Failed, Made, Property, ResourceType, Work, always};

pub(in super::super) struct Metadata;

impl ResourceType for Metadata {
    const NAME: &'static str = "AWS::CDK::Metadata";
    const PROPERTIES: &'static [Property] = &[always("Analytics"), always("Modules")];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        Ok(Made::new(work.stack.unique.clone()))
    }

    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(_: &Work<'_>, _: &MadeResource) -> Result<(), Failed> {
        Ok(())
    }
}
