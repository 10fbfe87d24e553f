//! The access control lists of a bucket, as they are where ownership makes them void: the owner has
//! full control, and nothing else can be put.

use wire::s3::{
    GetBucketAcl, GetBucketAclOutput, GetBucketAclRequest, Grant, Grantee, PutBucketAcl,
    PutBucketAclRequest,
};

use super::super::asks::{on_bucket, with};
use super::super::failures::no_acls;
use super::{canonical_id, owner};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetBucketAcl> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketAclRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketAcl", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketAcl>,
    ) -> Result<GetBucketAclOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        Ok(GetBucketAclOutput {
            owner: Some(owner(bucket.account.as_str())),
            grants: Some(vec![full_control(bucket.account.as_str())]),
        })
    }
}

impl Handle<PutBucketAcl> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketAclRequest) -> Result<Needs, Refused> {
        let ask = on_bucket("s3:PutBucketAcl", &input.bucket);
        Ok(with(ask, &[("s3:x-amz-acl", input.acl.as_deref())]).into())
    }

    async fn handle(&self, authorized: Authorized<PutBucketAcl>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        self.bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        match input.acl.as_deref() {
            Some("private" | "bucket-owner-full-control") => Ok(()),
            Some(_) | None => Err(no_acls()),
        }
    }
}

pub(in super::super) fn full_control(account: &str) -> Grant {
    Grant {
        grantee: Some(Grantee {
            display_name: None,
            email_address: None,
            id: Some(canonical_id(account)),
            type_: "CanonicalUser".to_owned(),
            uri: None,
        }),
        permission: Some("FULL_CONTROL".to_owned()),
    }
}
