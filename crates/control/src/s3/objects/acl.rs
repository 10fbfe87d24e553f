//! The access control list of an object: its bucket's owner has full control, and nobody else is on it.

use wire::s3::{GetObjectAcl, GetObjectAclOutput, GetObjectAclRequest};

use super::super::asks::on_version;
use super::super::buckets::acl::full_control;
use super::super::buckets::owner;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetObjectAcl> for Rooms {
    fn needs(&self, _: &Call, input: &GetObjectAclRequest) -> Result<Needs, Refused> {
        let actions = ("s3:GetObjectAcl", "s3:GetObjectVersionAcl");
        let place = (input.bucket.as_str(), input.key.as_str());
        Ok(on_version(actions, place, input.version_id.as_deref()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetObjectAcl>,
    ) -> Result<GetObjectAclOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        self.object(&call, &bucket, &input.key, version).await?;
        Ok(GetObjectAclOutput {
            owner: Some(owner(bucket.account.as_str())),
            grants: Some(vec![full_control(bucket.account.as_str())]),
            request_charged: None,
        })
    }
}
