//! The tags of an object.

use wire::s3::{
    DeleteObjectTagging, DeleteObjectTaggingOutput, DeleteObjectTaggingRequest, GetObjectTagging,
    GetObjectTaggingOutput, GetObjectTaggingRequest, PutObjectTagging, PutObjectTaggingOutput,
    PutObjectTaggingRequest,
};

use super::super::asks::on_version;
use super::super::tagging;
use super::shown::version_id;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetObjectTagging> for Rooms {
    fn needs(&self, _: &Call, input: &GetObjectTaggingRequest) -> Result<Needs, Refused> {
        let actions = ("s3:GetObjectTagging", "s3:GetObjectVersionTagging");
        let place = (input.bucket.as_str(), input.key.as_str());
        Ok(on_version(actions, place, input.version_id.as_deref()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetObjectTagging>,
    ) -> Result<GetObjectTaggingOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let found = self.object(&call, &bucket, &input.key, version).await?;
        Ok(GetObjectTaggingOutput {
            version_id: version_id(&found.version),
            tag_set: Some(tagging::shown(found.object.tags)),
        })
    }
}

impl Handle<PutObjectTagging> for Rooms {
    fn needs(&self, _: &Call, input: &PutObjectTaggingRequest) -> Result<Needs, Refused> {
        let actions = ("s3:PutObjectTagging", "s3:PutObjectVersionTagging");
        let place = (input.bucket.as_str(), input.key.as_str());
        let ask = on_version(actions, place, input.version_id.as_deref());
        Ok(bringing(ask, &input.tagging.tag_set).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutObjectTagging>,
    ) -> Result<PutObjectTaggingOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::of_object(input.tagging.tag_set)?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let found = self.object(&call, &bucket, &input.key, version).await?;
        self.change_object(&bucket, &input.key, version, |object| {
            object.tags.clone_from(&tags);
        })
        .await?;
        Ok(PutObjectTaggingOutput {
            version_id: version_id(&found.version),
        })
    }
}

impl Handle<DeleteObjectTagging> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteObjectTaggingRequest) -> Result<Needs, Refused> {
        let actions = ("s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging");
        let place = (input.bucket.as_str(), input.key.as_str());
        Ok(on_version(actions, place, input.version_id.as_deref()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteObjectTagging>,
    ) -> Result<DeleteObjectTaggingOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let found = self.object(&call, &bucket, &input.key, version).await?;
        self.change_object(&bucket, &input.key, version, |object| object.tags.clear())
            .await?;
        Ok(DeleteObjectTaggingOutput {
            version_id: version_id(&found.version),
        })
    }
}

fn bringing(ask: Ask, set: &[wire::s3::Tag]) -> Ask {
    let ask = set.iter().fold(ask, |ask, tag| {
        ask.key_where_listed(format!("s3:RequestObjectTag/{}", tag.key), &tag.value)
    });
    let keys = set.iter().map(|tag| tag.key.clone()).collect();
    ask.keys("s3:RequestObjectTagKeys", keys)
}
