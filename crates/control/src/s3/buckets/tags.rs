//! The tags of a bucket.

use wire::s3::{
    DeleteBucketTagging, DeleteBucketTaggingRequest, GetBucketTagging, GetBucketTaggingOutput,
    GetBucketTaggingRequest, PutBucketTagging, PutBucketTaggingRequest,
};

use super::super::asks::on_bucket;
use super::super::failures::absent;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::take_marks;

impl Handle<GetBucketTagging> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketTaggingRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketTagging", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketTagging>,
    ) -> Result<GetBucketTaggingOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        if bucket.tags.is_empty() {
            let message = "The TagSet does not exist";
            return Err(absent("NoSuchTagSet", message, &bucket.name));
        }
        Ok(GetBucketTaggingOutput {
            tag_set: Some(tagging::shown(bucket.tags)),
        })
    }
}

impl Handle<PutBucketTagging> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketTaggingRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketTagging", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<PutBucketTagging>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let tags = tagging::of_bucket(input.tagging.tag_set)?;
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            let marks = take_marks(&mut bucket.tags);
            bucket.tags.clone_from(&tags);
            bucket.tags.extend(marks);
            Ok(())
        })
        .await
    }
}

impl Handle<DeleteBucketTagging> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteBucketTaggingRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketTagging", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteBucketTagging>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            bucket.tags = take_marks(&mut bucket.tags);
            Ok(())
        })
        .await
    }
}
