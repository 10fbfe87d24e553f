//! Deletes an empty bucket.

use model::{BucketRecord, ObjectRecord, Record as _, UploadRecord};
use wire::s3::{DeleteBucket, DeleteBucketRequest};

use super::super::asks::on_bucket;
use super::super::failures::{no_such_bucket, with};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteBucket> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteBucketRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:DeleteBucket", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteBucket>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let expected = input.expected_bucket_owner.as_deref();
        self.bucket(&input.bucket, expected).await?;
        let _naming = self.naming.write().await;
        let found = self.find_bucket(&input.bucket).await?;
        let found = found.ok_or_else(|| no_such_bucket(&input.bucket))?;
        self.check_empty(&found.record).await?;
        self.remove_uploads(&found.record).await?;
        self.records
            .delete::<BucketRecord>(&found.record.id(), found.version)
            .await?;
        Ok(())
    }
}

impl Rooms {
    async fn check_empty(&self, bucket: &BucketRecord) -> Result<(), Refused> {
        let prefix = ObjectRecord::id_of(&bucket.account, &bucket.name, "");
        let first = self.records.page::<ObjectRecord>(&prefix, None, 1).await?;
        let Some(first) = first.first() else {
            return Ok(());
        };
        let is_old = first
            .record
            .current()
            .is_none_or(|version| version.object.is_none())
            || first.record.versions.len() > 1;
        let message = if is_old {
            "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
        } else {
            "The bucket you tried to delete is not empty"
        };
        let fields = [("BucketName", bucket.name.as_str())];
        Err(with("BucketNotEmpty", 409, message, &fields))
    }

    /// Uploads that nobody completed end with their bucket.
    async fn remove_uploads(&self, bucket: &BucketRecord) -> Result<(), Refused> {
        let prefix = UploadRecord::id_of(&bucket.account, &bucket.name, "");
        for upload in self.records.list::<UploadRecord>(&prefix).await? {
            let id = upload.record.id();
            self.records
                .delete::<UploadRecord>(&id, upload.version)
                .await?;
            for part in upload.record.parts.values() {
                self.contents.release(&part.content);
            }
        }
        Ok(())
    }
}
