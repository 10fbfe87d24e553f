//! Stores an object.

use model::Object;
use wire::s3::{PutObject, PutObjectOutput, PutObjectRequest};

use super::super::asks::{CREATES, of_writing};
use super::super::failures::{incomplete_body, refuse_unserved};
use super::super::receiving::{checksum_of, receive};
use super::super::tagging;
use super::conditions::WriteConditions;
use super::given::given;
use super::shown::{checksum_type, made_version, show_checksum};
use super::{check_key, quoted};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::hex;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutObject> for Rooms {
    fn needs(&self, _: &Call, input: &PutObjectRequest) -> Result<Needs, Refused> {
        let (bucket, key) = (input.bucket.as_str(), input.key.as_str());
        let keys = [
            ("s3:x-amz-acl", input.acl.as_deref()),
            ("s3:x-amz-storage-class", input.storage_class.as_deref()),
            (
                "s3:x-amz-server-side-encryption",
                input.server_side_encryption.as_deref(),
            ),
            (
                "s3:x-amz-server-side-encryption-aws-kms-key-id",
                input.ssekms_key_id.as_deref(),
            ),
            CREATES,
            ("s3:if-match", input.if_match.as_deref()),
            ("s3:if-none-match", input.if_none_match.as_deref()),
        ];
        let brought = (input.acl.as_deref(), input.tagging.as_deref());
        Ok(Needs::Permissions(of_writing(
            (bucket, key),
            &keys,
            brought,
        )))
    }

    async fn handle(&self, authorized: Authorized<PutObject>) -> Result<PutObjectOutput, Refused> {
        let (mut input, call) = authorized.into_parts();
        check_key(&input.key)?;
        refuse_unserved(&[(
            "x-amz-write-offset-bytes",
            input.write_offset_bytes.is_some(),
        )])?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let tags = tagging::of_header(input.tagging.as_deref())?;
        let head = given!(input).head(&bucket)?;
        let (matches, none) = (input.if_match.take(), input.if_none_match.take());
        let conditions = WriteConditions::of(&input.key, matches, none)?;
        let upload = call.take_upload().ok_or_else(incomplete_body)?;
        // AWS keeps one of every object, of this kind where the client names none.
        let wanted = Some(::objects::Algorithm::Crc64Nvme);
        let kept = receive(&self.contents, upload, wanted).await?;
        let checksum = checksum_of(&kept);
        let object = Object {
            content: kept.hold.name().to_owned(),
            size: kept.size,
            etag: hex::encode(&kept.md5),
            parts: None,
            checksum: checksum.clone(),
            head: head.clone(),
            tags,
        };
        let mut output = PutObjectOutput {
            e_tag: Some(quoted(&object.etag)),
            checksum_type: checksum.as_ref().map(checksum_type),
            ssekms_key_id: head
                .encryption
                .as_ref()
                .and_then(|kept| kept.key_id.clone()),
            server_side_encryption: head.encryption.map(|kept| kept.algorithm),
            ..PutObjectOutput::default()
        };
        show_checksum!(output, checksum.as_ref());
        let new = (Some(object), call.now());
        let written = self
            .write_version(&bucket, &input.key, new, &conditions)
            .await?;
        kept.hold.keep();
        output.version_id = made_version(bucket.versioning, written.version.as_deref());
        Ok(output)
    }
}
