//! AWS::ECR::Repository: a record without images, which `cdk bootstrap` makes. Its policies are kept in the stack alone, since
//! nobody can push or pull.

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::ecr::{
    CreateRepository, DeleteRepository, PutImageScanningConfiguration, PutImageTagMutability,
    TagResource, UntagResource,
};
use wire::schema::OperationSchema;

use super::super::values::{pairs, property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Repository;

impl ResourceType for Repository {
    const NAME: &'static str = "AWS::ECR::Repository";
    const PROPERTIES: &'static [Property] = &[
        always("EmptyOnDelete"),
        fixed("EncryptionConfiguration"),
        always("ImageScanningConfiguration"),
        always("ImageTagMutability"),
        always("LifecyclePolicy").holding(&["LifecyclePolicyText", "RegistryId"]),
        fixed("RepositoryName"),
        always("RepositoryPolicyText"),
        always("Tags"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "RepositoryUri"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateRepository::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.text("RepositoryName");
        let name = name.unwrap_or_else(|| work.own_name(256).to_ascii_lowercase());
        let mut input: Map<String, Value> = work.only(&[
            "EncryptionConfiguration",
            "ImageScanningConfiguration",
            "ImageTagMutability",
        ]);
        input.insert("repositoryName".to_owned(), json!(name));
        let tags = work.tags();
        if !tags.is_empty() {
            input.insert("tags".to_owned(), json!(pairs(&tags)));
        }
        let made = work
            .call_once::<CreateRepository>(Value::Object(input))
            .await?;
        let made = made.unwrap_or_default();
        let made = made.get("repository").cloned().unwrap_or_default();
        Ok(shown(work, &name, &text_of(&made, "repositoryUri")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let arn = property(&before.attributes, "Arn");
        set_settings(work, before).await?;
        let (gone, set) = work.tag_changes(before);
        if !gone.is_empty() {
            let input = json!({"resourceArn": arn, "tagKeys": gone});
            work.call::<UntagResource>(input).await?;
        }
        if !set.is_empty() {
            let input = json!({"resourceArn": arn, "tags": pairs(&set)});
            work.call::<TagResource>(input).await?;
        }
        Ok(shown(
            work,
            &before.physical_id,
            &property(&before.attributes, "RepositoryUri"),
        ))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"repositoryName": made.physical_id, "force": true});
        work.call_if_there::<DeleteRepository>(input).await?;
        Ok(())
    }
}

async fn set_settings(work: &Work<'_>, before: &MadeResource) -> Result<(), Failed> {
    let name = &before.physical_id;
    let was = |property: &str| before.properties.get(property);
    if was("ImageTagMutability") != work.get("ImageTagMutability") {
        let mutability = work.text("ImageTagMutability");
        let input = json!({
            "repositoryName": name,
            "imageTagMutability": mutability.unwrap_or_else(|| "MUTABLE".to_owned()),
        });
        work.call::<PutImageTagMutability>(input).await?;
    }
    if was("ImageScanningConfiguration") != work.get("ImageScanningConfiguration") {
        let scanning = work.get("ImageScanningConfiguration").cloned();
        let input = json!({
            "repositoryName": name,
            "imageScanningConfiguration": scanning.unwrap_or_else(|| json!({"scanOnPush": false})),
        });
        work.call::<PutImageScanningConfiguration>(input).await?;
    }
    Ok(())
}

fn shown(work: &Work<'_>, name: &str, uri: &str) -> Made {
    let (account, region) = (&work.stack.account, &work.stack.region);
    let partition = model::PARTITION;
    let uri = match uri {
        // Made before a restart.
        "" => format!("{account}.dkr.ecr.{region}.amazonaws.com/{name}"),
        uri => uri.to_owned(),
    };
    let arn = format!("arn:{partition}:ecr:{region}:{account}:repository/{name}");
    Made::new(name).with("Arn", arn).with("RepositoryUri", uri)
}
