//! Whether a bucket's policy may open it to everybody.

use model::PublicAccess;
use wire::s3::{
    DeletePublicAccessBlock, DeletePublicAccessBlockRequest, GetPublicAccessBlock,
    GetPublicAccessBlockOutput, GetPublicAccessBlockRequest, PublicAccessBlockConfiguration,
    PutPublicAccessBlock, PutPublicAccessBlockRequest,
};

use super::super::asks::on_bucket;
use super::missing;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What is left where a configuration is deleted.
const NOTHING: PublicAccess = PublicAccess {
    configured: false,
    block_public_acls: false,
    ignore_public_acls: false,
    block_public_policy: false,
    restrict_public_buckets: false,
};

impl Handle<GetPublicAccessBlock> for Rooms {
    fn needs(&self, _: &Call, input: &GetPublicAccessBlockRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketPublicAccessBlock", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetPublicAccessBlock>,
    ) -> Result<GetPublicAccessBlockOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let access = bucket.public_access;
        if !access.configured {
            let (code, message) = (
                "NoSuchPublicAccessBlockConfiguration",
                "The public access block configuration was not found",
            );
            return Err(missing(code, message, &bucket.name));
        }
        Ok(GetPublicAccessBlockOutput {
            public_access_block_configuration: Some(PublicAccessBlockConfiguration {
                block_public_acls: Some(access.block_public_acls),
                ignore_public_acls: Some(access.ignore_public_acls),
                block_public_policy: Some(access.block_public_policy),
                restrict_public_buckets: Some(access.restrict_public_buckets),
            }),
        })
    }
}

impl Handle<PutPublicAccessBlock> for Rooms {
    fn needs(&self, _: &Call, input: &PutPublicAccessBlockRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketPublicAccessBlock", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<PutPublicAccessBlock>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let given = input.public_access_block_configuration;
        let access = PublicAccess {
            configured: true,
            block_public_acls: given.block_public_acls == Some(true),
            ignore_public_acls: given.ignore_public_acls == Some(true),
            block_public_policy: given.block_public_policy == Some(true),
            restrict_public_buckets: given.restrict_public_buckets == Some(true),
        };
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            bucket.public_access = access;
            Ok(())
        })
        .await
    }
}

impl Handle<DeletePublicAccessBlock> for Rooms {
    fn needs(&self, _: &Call, input: &DeletePublicAccessBlockRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketPublicAccessBlock", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeletePublicAccessBlock>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        self.change_bucket(&input.bucket, expected, |bucket| {
            bucket.public_access = NOTHING;
            Ok(())
        })
        .await
    }
}
