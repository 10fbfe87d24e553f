//! Begins an upload in parts.

use std::collections::BTreeMap;

use model::{UploadChecksum, UploadRecord};
use objects::Algorithm;
use wire::Failure;
use wire::s3::{CreateMultipartUpload, CreateMultipartUploadOutput, CreateMultipartUploadRequest};

use super::super::asks::{PREPARES, of_writing};
use super::super::failures::invalid_request;
use super::super::objects::check_key;
use super::super::objects::given::given;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateMultipartUpload> for Rooms {
    fn needs(&self, _: &Call, input: &CreateMultipartUploadRequest) -> Result<Needs, Refused> {
        let (bucket, key) = (input.bucket.as_str(), input.key.as_str());
        let keys = [
            PREPARES,
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
        ];
        let brought = (input.acl.as_deref(), input.tagging.as_deref());
        Ok(Needs::Permissions(of_writing(
            (bucket, key),
            &keys,
            brought,
        )))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateMultipartUpload>,
    ) -> Result<CreateMultipartUploadOutput, Refused> {
        let (mut input, call) = authorized.into_parts();
        check_key(&input.key)?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let checksum = checksum(&input)?;
        let tags = tagging::of_header(input.tagging.as_deref())?;
        let head = given!(input).head(&bucket)?;
        let record = UploadRecord {
            account: bucket.account.clone(),
            bucket: bucket.name.clone(),
            upload: uuid::Uuid::new_v4().simple().to_string(),
            key: input.key.clone(),
            created: call.now(),
            initiator: call.caller().arn(),
            head,
            tags,
            checksum,
            parts: BTreeMap::new(),
        };
        let _naming = self.naming.read().await;
        self.bucket(&input.bucket, None).await?;
        self.records.create(&record).await?;
        let encryption = record.head.encryption;
        let checksum = record.checksum;
        Ok(CreateMultipartUploadOutput {
            bucket: Some(record.bucket),
            key: Some(record.key),
            upload_id: Some(record.upload),
            checksum_type: checksum
                .as_ref()
                .map(|checksum| type_of(checksum).to_owned()),
            checksum_algorithm: checksum.map(|checksum| checksum.algorithm),
            ssekms_key_id: encryption.as_ref().and_then(|kept| kept.key_id.clone()),
            server_side_encryption: encryption.map(|kept| kept.algorithm),
            ..CreateMultipartUploadOutput::default()
        })
    }
}

pub(super) fn type_of(checksum: &UploadChecksum) -> &'static str {
    if checksum.composite {
        "COMPOSITE"
    } else {
        "FULL_OBJECT"
    }
}

/// S3 user guide, "Checking object integrity", "Full object and composite checksum types": CRC64NVME
/// knows no composite, the hashes nothing else, and the others are composite where nothing is said.
fn checksum(input: &CreateMultipartUploadRequest) -> Result<Option<UploadChecksum>, Refused> {
    let Some(name) = input.checksum_algorithm.as_deref() else {
        return Ok(None);
    };
    let Some(algorithm) = Algorithm::from_name(name) else {
        let message = format!("The checksum {name} is not supported by Portcullis.");
        return Err(Failure::new("NotImplemented", 501, message).into());
    };
    let by_default = algorithm != Algorithm::Crc64Nvme;
    let composite = match input.checksum_type.as_deref() {
        None => by_default,
        Some("COMPOSITE") if by_default => true,
        Some("FULL_OBJECT") if algorithm.is_linear() => false,
        Some(kind) => {
            let algorithm = algorithm.name();
            return Err(invalid_request(format!(
                "The {kind} checksum type cannot be used with the {algorithm} checksum algorithm."
            )));
        }
    };
    Ok(Some(UploadChecksum {
        algorithm: algorithm.name().to_owned(),
        composite,
    }))
}
