//! How objects are encrypted that say nothing of it themselves: shown with each of them, and done by
//! nobody here.

use model::{BucketRecord, Encryption};
use wire::s3::{
    DeleteBucketEncryption, DeleteBucketEncryptionRequest, GetBucketEncryption,
    GetBucketEncryptionOutput, GetBucketEncryptionRequest, PutBucketEncryption,
    PutBucketEncryptionRequest, ServerSideEncryptionByDefault, ServerSideEncryptionConfiguration,
    ServerSideEncryptionRule,
};

use super::super::asks::on_bucket;
use super::Kept;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const ENCRYPTION: Kept = Kept {
    name: "encryption",
    code: "ServerSideEncryptionConfigurationNotFoundError",
    message: "The server side encryption configuration was not found",
};
/// S3 user guide, "Setting default server-side encryption behavior": every bucket has it.
const SSE_S3: &str = "AES256";

/// What an object of the bucket gets that asks for nothing.
pub(in super::super) fn default_encryption(bucket: &BucketRecord) -> Encryption {
    let kept = super::read::<ServerSideEncryptionConfiguration>(bucket, &ENCRYPTION);
    let rule = kept.and_then(|kept| kept.rules.into_iter().next());
    let default = rule.and_then(|rule| rule.apply_server_side_encryption_by_default);
    match default {
        Some(default) => Encryption {
            algorithm: default.sse_algorithm,
            key_id: default.kms_master_key_id,
        },
        None => Encryption {
            algorithm: SSE_S3.to_owned(),
            key_id: None,
        },
    }
}

impl Handle<GetBucketEncryption> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketEncryptionRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetEncryptionConfiguration", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketEncryption>,
    ) -> Result<GetBucketEncryptionOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let kept = super::read::<ServerSideEncryptionConfiguration>(&bucket, &ENCRYPTION);
        Ok(GetBucketEncryptionOutput {
            server_side_encryption_configuration: Some(kept.unwrap_or_else(by_default)),
        })
    }
}

fn by_default() -> ServerSideEncryptionConfiguration {
    ServerSideEncryptionConfiguration {
        rules: vec![ServerSideEncryptionRule {
            apply_server_side_encryption_by_default: Some(ServerSideEncryptionByDefault {
                sse_algorithm: SSE_S3.to_owned(),
                kms_master_key_id: None,
            }),
            bucket_key_enabled: Some(false),
            ..ServerSideEncryptionRule::default()
        }],
    }
}

impl Handle<PutBucketEncryption> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketEncryptionRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutEncryptionConfiguration", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<PutBucketEncryption>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        let configuration = input.server_side_encryption_configuration;
        self.put_configuration(&ENCRYPTION, place, configuration)
            .await
    }
}

impl Handle<DeleteBucketEncryption> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteBucketEncryptionRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutEncryptionConfiguration", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteBucketEncryption>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        self.delete_configuration(&ENCRYPTION, place).await
    }
}
