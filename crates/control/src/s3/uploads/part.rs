//! Takes in one part.

use wire::s3::{UploadPart, UploadPartOutput, UploadPartRequest};

use super::super::asks::{PREPARES, on_object, with};
use super::super::failures::{incomplete_body, refuse_unserved};
use super::super::objects::quoted;
use super::super::objects::shown::show_checksum;
use super::super::receiving::receive;
use super::{algorithm, check_number};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UploadPart> for Rooms {
    fn needs(&self, _: &Call, input: &UploadPartRequest) -> Result<Needs, Refused> {
        let ask = on_object("s3:PutObject", &input.bucket, &input.key);
        Ok(with(ask, &[PREPARES]).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UploadPart>,
    ) -> Result<UploadPartOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[(
            "x-amz-server-side-encryption-customer-algorithm",
            input.sse_customer_algorithm.is_some() || input.sse_customer_key.is_some(),
        )])?;
        check_number(input.part_number)?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let record = self
            .upload(&bucket, &input.key, &input.upload_id)
            .await?
            .record;
        let upload = call.take_upload().ok_or_else(incomplete_body)?;
        let kept = receive(&self.contents, upload, algorithm(&record)).await?;
        let part = self
            .keep_part(&record, input.part_number, kept, &call)
            .await?;
        let encryption = record.head.encryption;
        let mut output = UploadPartOutput {
            e_tag: Some(quoted(&part.etag)),
            ssekms_key_id: encryption.as_ref().and_then(|kept| kept.key_id.clone()),
            server_side_encryption: encryption.map(|kept| kept.algorithm),
            ..UploadPartOutput::default()
        };
        show_checksum!(output, part.checksum.as_ref());
        Ok(output)
    }
}
