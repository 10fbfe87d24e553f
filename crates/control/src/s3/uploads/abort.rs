//! Gives an upload up.

use wire::s3::{AbortMultipartUpload, AbortMultipartUploadOutput, AbortMultipartUploadRequest};

use super::super::asks::on_object;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AbortMultipartUpload> for Rooms {
    fn needs(&self, _: &Call, input: &AbortMultipartUploadRequest) -> Result<Needs, Refused> {
        Ok(on_object("s3:AbortMultipartUpload", &input.bucket, &input.key).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<AbortMultipartUpload>,
    ) -> Result<AbortMultipartUploadOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let upload = self.upload(&bucket, &input.key, &input.upload_id).await?;
        self.end_upload(&upload.record).await?;
        Ok(AbortMultipartUploadOutput::default())
    }
}
