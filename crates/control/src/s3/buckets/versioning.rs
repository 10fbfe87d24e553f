//! Whether a bucket keeps the versions of its objects.

use model::Versioning;
use wire::s3::{
    GetBucketVersioning, GetBucketVersioningOutput, GetBucketVersioningRequest,
    PutBucketVersioning, PutBucketVersioningRequest,
};

use super::super::asks::on_bucket;
use super::super::failures::{malformed_xml, refuse_unserved};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetBucketVersioning> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketVersioningRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketVersioning", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketVersioning>,
    ) -> Result<GetBucketVersioningOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let status = bucket.versioning.map(|versioning| match versioning {
            Versioning::Enabled => "Enabled".to_owned(),
            Versioning::Suspended => "Suspended".to_owned(),
        });
        Ok(GetBucketVersioningOutput {
            status,
            ..GetBucketVersioningOutput::default()
        })
    }
}

impl Handle<PutBucketVersioning> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketVersioningRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketVersioning", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<PutBucketVersioning>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let configuration = input.versioning_configuration;
        let mfa = configuration.mfa_delete.as_deref() == Some("Enabled");
        refuse_unserved(&[("MfaDelete", mfa)])?;
        let versioning = match configuration.status.as_deref() {
            Some("Enabled") => Versioning::Enabled,
            Some("Suspended") => Versioning::Suspended,
            Some(_) | None => return Err(malformed_xml()),
        };
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            bucket.versioning = Some(versioning);
            Ok(())
        })
        .await
    }
}
