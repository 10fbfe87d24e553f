//! AWS::ECR::Repository: a record in the stack alone. `cdk bootstrap` makes one for images; nothing can be pushed to
//! it here.

use model::{MadeResource, PARTITION};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Repository;

impl ResourceType for Repository {
    const NAME: &'static str = "AWS::ECR::Repository";
    const PROPERTIES: &'static [Property] = &[
        always("EmptyOnDelete"),
        fixed("EncryptionConfiguration"),
        always("ImageScanningConfiguration"),
        always("ImageTagMutability"),
        always("LifecyclePolicy"),
        fixed("RepositoryName"),
        always("RepositoryPolicyText"),
        always("Tags"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "RepositoryUri"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.text("RepositoryName");
        let name = name.unwrap_or_else(|| work.own_name(256).to_ascii_lowercase());
        Ok(shown(work, &name))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(shown(work, &before.physical_id))
    }

    async fn delete(_: &Work<'_>, _: &MadeResource) -> Result<(), Failed> {
        Ok(())
    }
}

fn shown(work: &Work<'_>, name: &str) -> Made {
    let (account, region) = (&work.stack.account, &work.stack.region);
    Made::new(name)
        .with(
            "Arn",
            format!("arn:{PARTITION}:ecr:{region}:{account}:repository/{name}"),
        )
        .with(
            "RepositoryUri",
            format!("{account}.dkr.ecr.{region}.amazonaws.com/{name}"),
        )
}
