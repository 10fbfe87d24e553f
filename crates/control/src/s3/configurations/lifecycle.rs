//! When objects expire: kept, and nothing expires by it.

use wire::s3::{
    BucketLifecycleConfiguration, DeleteBucketLifecycle, DeleteBucketLifecycleRequest,
    GetBucketLifecycleConfiguration, GetBucketLifecycleConfigurationOutput,
    GetBucketLifecycleConfigurationRequest, PutBucketLifecycleConfiguration,
    PutBucketLifecycleConfigurationOutput, PutBucketLifecycleConfigurationRequest,
};

use super::super::asks::on_bucket;
use super::super::failures::malformed_xml;
use super::Kept;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const LIFECYCLE: Kept = Kept {
    name: "lifecycle",
    code: "NoSuchLifecycleConfiguration",
    message: "The lifecycle configuration does not exist",
};
/// S3 API reference, PutBucketLifecycleConfiguration: what holds where nothing is said.
const DEFAULT_MINIMUM: &str = "all_storage_classes_128K";

impl Handle<GetBucketLifecycleConfiguration> for Rooms {
    fn needs(
        &self,
        _: &Call,
        input: &GetBucketLifecycleConfigurationRequest,
    ) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetLifecycleConfiguration", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketLifecycleConfiguration>,
    ) -> Result<GetBucketLifecycleConfigurationOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        let kept: BucketLifecycleConfiguration = self.get_configuration(&LIFECYCLE, place).await?;
        Ok(GetBucketLifecycleConfigurationOutput {
            rules: Some(kept.rules),
            transition_default_minimum_object_size: Some(DEFAULT_MINIMUM.to_owned()),
        })
    }
}

impl Handle<PutBucketLifecycleConfiguration> for Rooms {
    fn needs(
        &self,
        _: &Call,
        input: &PutBucketLifecycleConfigurationRequest,
    ) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutLifecycleConfiguration", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutBucketLifecycleConfiguration>,
    ) -> Result<PutBucketLifecycleConfigurationOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        let configuration = input.lifecycle_configuration.ok_or_else(malformed_xml)?;
        self.put_configuration(&LIFECYCLE, place, configuration)
            .await?;
        Ok(PutBucketLifecycleConfigurationOutput {
            transition_default_minimum_object_size: Some(DEFAULT_MINIMUM.to_owned()),
        })
    }
}

impl Handle<DeleteBucketLifecycle> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteBucketLifecycleRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutLifecycleConfiguration", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteBucketLifecycle>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        self.delete_configuration(&LIFECYCLE, place).await
    }
}
