//! Deletes up to a thousand objects; each is decided for itself.

use model::BucketRecord;
use wire::s3::{
    DeleteObjects, DeleteObjectsOutput, DeleteObjectsRequest, DeletedObject, Error,
    ObjectIdentifier,
};

use super::super::asks::{complete, on_version};
use super::super::failures::{malformed_xml, refuse_unserved};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::trail::tell_of_part;

/// S3 API reference, DeleteObjects.
const MOST_KEYS: usize = 1000;
/// Denials with a fix in the journal.
const MOST_TOLD: usize = 20;

impl Handle<DeleteObjects> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteObjectsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteObjects>,
    ) -> Result<DeleteObjectsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("x-amz-mfa", input.mfa.is_some())])?;
        let objects = input.delete.objects;
        if objects.is_empty() || objects.len() > MOST_KEYS {
            return Err(malformed_xml());
        }
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let is_quiet = input.delete.quiet == Some(true);
        let (mut deleted, mut errors) = (Vec::new(), Vec::new());
        let mut denials = Vec::new();
        for object in objects {
            match self.delete_one(&call, &bucket, &object).await {
                Ok(done) if !is_quiet => deleted.push(done),
                Ok(_) => {}
                Err(refused) => {
                    denials.extend(refused.denied().map(|(denied, _)| denied));
                    errors.push(told(refused, object)?);
                }
            }
        }
        // The answer is a success, and tells no reasons.
        let mut denials = denials.into_iter().take(MOST_TOLD);
        if let Some(first) = denials.next() {
            tell_of_part::<DeleteObjects>(self, &call, &first.and(denials));
        }
        Ok(DeleteObjectsOutput {
            deleted: Some(deleted),
            errors: Some(errors),
            request_charged: None,
        })
    }
}

impl Rooms {
    async fn delete_one(
        &self,
        call: &Call,
        bucket: &BucketRecord,
        object: &ObjectIdentifier,
    ) -> Result<DeletedObject, Refused> {
        refuse_unserved(&[
            ("ETag", object.e_tag.is_some()),
            ("LastModifiedTime", object.last_modified_time.is_some()),
            ("Size", object.size.is_some()),
        ])?;
        let actions = ("s3:DeleteObject", "s3:DeleteObjectVersion");
        let version = object.version_id.as_deref();
        let place = (bucket.name.as_str(), object.key.as_str());
        let resource = format!("{}/{}", bucket.name, object.key);
        let ask = complete(self, on_version(actions, place, version), &resource).await?;
        ask.put_to(&self.identity, call.caller())?;
        let done = self
            .delete_version(bucket, &object.key, version, call.now())
            .await?;
        let named = version.is_some();
        Ok(DeletedObject {
            key: Some(object.key.clone()),
            version_id: object.version_id.clone(),
            delete_marker: done.is_marker.then_some(true),
            delete_marker_version_id: done.version.filter(|_| done.is_marker || !named),
        })
    }
}

/// What went wrong with one object is told of it; a fault of ours is told of all.
fn told(refused: Refused, object: ObjectIdentifier) -> Result<Error, Refused> {
    let (code, message) = match refused {
        Refused::Denied(denied) => ("AccessDenied".to_owned(), denied.message),
        Refused::Failure(failure) => (failure.code.into_owned(), failure.message),
        other => return Err(other),
    };
    Ok(Error {
        key: Some(object.key),
        version_id: object.version_id,
        code: Some(code),
        message: Some(message),
    })
}
