//! Whether a bucket is there, and where.

use wire::Failure;
use wire::s3::{HeadBucket, HeadBucketOutput, HeadBucketRequest};

use super::super::asks::on_bucket;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<HeadBucket> for Rooms {
    fn needs(&self, _: &Call, input: &HeadBucketRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:ListBucket", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<HeadBucket>,
    ) -> Result<HeadBucketOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        if bucket.account != *call.account() && bucket.policy.is_none() {
            return Err(Failure::new("Forbidden", 403, "Forbidden").into());
        }
        Ok(HeadBucketOutput {
            bucket_region: Some(bucket.region.to_string()),
            bucket_arn: Some(bucket.arn()),
            access_point_alias: Some(false),
            ..HeadBucketOutput::default()
        })
    }
}
