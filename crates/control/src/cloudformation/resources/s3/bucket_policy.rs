//! AWS::S3::BucketPolicy

use model::MadeResource;
use serde_json::{Value, json};
use wire::s3::{DeleteBucketPolicy, GetBucketPolicy, PutBucketPolicy};

use super::super::values::property;
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct BucketPolicy;

impl ResourceType for BucketPolicy {
    const NAME: &'static str = "AWS::S3::BucketPolicy";
    const PROPERTIES: &'static [Property] = &[
        fixed("Bucket").required(),
        always("PolicyDocument").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let bucket = work.required("Bucket")?;
        let place = json!({"Bucket": bucket});
        let found = match work.call::<GetBucketPolicy>(place).await {
            Ok(_) => true,
            Err(failed) if failed.code == HandlerCode::NotFound => false,
            Err(failed) => return Err(failed),
        };
        if found && !work.again {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                "The bucket policy already exists on bucket ".to_owned() + &bucket + ".",
            ));
        }
        put(work).await?;
        Ok(Made::new(bucket))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"Bucket": property(&made.properties, "Bucket")});
        work.call_if_there::<DeleteBucketPolicy>(input).await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>) -> Result<(), Failed> {
    let mut input = work.only(&["Bucket"]);
    let document = work.get("PolicyDocument").cloned();
    input.insert("Policy".to_owned(), document.unwrap_or_default());
    work.call::<PutBucketPolicy>(Value::Object(input)).await?;
    Ok(())
}
