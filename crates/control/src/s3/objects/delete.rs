//! Deletes an object, or one version of it.

use wire::s3::{DeleteObject, DeleteObjectOutput, DeleteObjectRequest};

use super::super::asks::{on_version, with};
use super::super::failures::refuse_unserved;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteObject> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteObjectRequest) -> Result<Needs, Refused> {
        let actions = ("s3:DeleteObject", "s3:DeleteObjectVersion");
        let place = (input.bucket.as_str(), input.key.as_str());
        let ask = on_version(actions, place, input.version_id.as_deref());
        Ok(with(ask, &[("s3:if-match", input.if_match.as_deref())]).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteObject>,
    ) -> Result<DeleteObjectOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("x-amz-mfa", input.mfa.is_some()),
            ("If-Match", input.if_match.is_some()),
            (
                "x-amz-if-match-last-modified-time",
                input.if_match_last_modified_time.is_some(),
            ),
            ("x-amz-if-match-size", input.if_match_size.is_some()),
        ])?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let deleted = self
            .delete_version(&bucket, &input.key, version, call.now())
            .await?;
        Ok(DeleteObjectOutput {
            delete_marker: deleted.is_marker.then_some(true),
            version_id: deleted.version,
            request_charged: None,
        })
    }
}
