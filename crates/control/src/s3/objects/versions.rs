//! How versions come and go (S3 user guide, "How S3 Versioning works"): with versioning each write adds
//! one, without it the write replaces what S3 calls the null version.

use model::{BucketRecord, Object, ObjectRecord, ObjectVersion, Timestamp, Versioning};
use store::{StoreError, UpdateError};

use super::super::failures::{no_such_bucket, no_such_version};
use super::conditions::WriteConditions;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What a write made of a key.
pub(in super::super) struct Written {
    pub(in super::super) version: Option<String>,
    pub(in super::super) is_marker: bool,
}

/// What became of one version.
pub(in super::super) struct Deleted {
    /// Of the version that was removed, or of the marker that was made.
    pub(in super::super) version: Option<String>,
    pub(in super::super) is_marker: bool,
}

impl Rooms {
    /// Adds or replaces a version; its content is held by the record from now on.
    pub(in super::super) async fn write_version(
        &self,
        bucket: &BucketRecord,
        key: &str,
        (object, now): (Option<Object>, Timestamp),
        conditions: &WriteConditions,
    ) -> Result<Written, Refused> {
        // The bucket can't go away meanwhile.
        let _naming = self.naming.read().await;
        let bucket = self
            .find_bucket(&bucket.name)
            .await?
            .ok_or_else(|| no_such_bucket(&bucket.name))?
            .record;
        let version = ObjectVersion {
            id: (bucket.versioning == Some(Versioning::Enabled)).then(new_version),
            modified: now,
            object,
        };
        let id = ObjectRecord::id_of(&bucket.account, &bucket.name, key);
        loop {
            let change = |record: &mut ObjectRecord| {
                conditions.check(record.current())?;
                Ok(add(record, version.clone()))
            };
            let dropped = match self.records.update(&id, change).await {
                Ok(updated) => updated.output,
                Err(UpdateError::NotFound) => {
                    conditions.check(None)?;
                    let record = ObjectRecord {
                        account: bucket.account.clone(),
                        bucket: bucket.name.clone(),
                        key: key.to_owned(),
                        versions: vec![version.clone()],
                    };
                    match self.records.create(&record).await {
                        Ok(_) => Vec::new(),
                        // Somebody was faster, so that there is one to update.
                        Err(StoreError::Conflict { .. }) => continue,
                        Err(error) => return Err(error.into()),
                    }
                }
                Err(UpdateError::Refused(refused)) => return Err(refused),
                Err(UpdateError::Store(error)) => return Err(error.into()),
            };
            self.let_go(&dropped);
            return Ok(Written {
                version: version.id,
                is_marker: version.object.is_none(),
            });
        }
    }

    /// Removes one version, or makes a marker where a bucket keeps versions. What is not there was
    /// deleted already.
    pub(in super::super) async fn delete_version(
        &self,
        bucket: &BucketRecord,
        key: &str,
        version: Option<&str>,
        now: Timestamp,
    ) -> Result<Deleted, Refused> {
        match (version, bucket.versioning) {
            (Some(version), _) => self.remove_version(bucket, key, version).await,
            (None, None) => {
                let removed = self.remove_version(bucket, key, "null").await?;
                Ok(Deleted {
                    version: None,
                    ..removed
                })
            }
            (None, Some(_)) => {
                let nothing = WriteConditions::default();
                let written = self
                    .write_version(bucket, key, (None, now), &nothing)
                    .await?;
                let version = written.version.unwrap_or_else(|| "null".to_owned());
                Ok(Deleted {
                    version: Some(version),
                    is_marker: written.is_marker,
                })
            }
        }
    }

    async fn remove_version(
        &self,
        bucket: &BucketRecord,
        key: &str,
        version: &str,
    ) -> Result<Deleted, Refused> {
        let id = ObjectRecord::id_of(&bucket.account, &bucket.name, key);
        let nothing = Deleted {
            version: Some(version.to_owned()),
            is_marker: false,
        };
        loop {
            let Some(found) = self.records.get::<ObjectRecord>(&id).await? else {
                return Ok(nothing);
            };
            let Some(gone) = found.record.version(version).cloned() else {
                return Ok(nothing);
            };
            let mut left = found.record.clone();
            left.versions.retain(|kept| kept.id != gone.id);
            let written = if left.versions.is_empty() {
                self.records
                    .delete::<ObjectRecord>(&id, found.version)
                    .await
            } else {
                self.records.replace(&left, found.version).await
            };
            match written {
                Ok(_) => {
                    let is_marker = gone.object.is_none();
                    self.let_go(&[gone]);
                    return Ok(Deleted {
                        version: Some(version.to_owned()),
                        is_marker,
                    });
                }
                Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Changes what is said of one version.
    pub(in super::super) async fn change_object<T>(
        &self,
        bucket: &BucketRecord,
        key: &str,
        version: Option<&str>,
        mut change: impl FnMut(&mut Object) -> T,
    ) -> Result<T, Refused> {
        let id = ObjectRecord::id_of(&bucket.account, &bucket.name, key);
        let missing = || no_such_version(key, version.unwrap_or("null"));
        let updated = self.records.update(&id, |record: &mut ObjectRecord| {
            let chosen = match version {
                None => record.versions.last_mut(),
                Some(version) => {
                    let named = (version != "null").then_some(version);
                    let mut versions = record.versions.iter_mut();
                    versions.find(|kept| kept.id.as_deref() == named)
                }
            };
            let object = chosen.and_then(|version| version.object.as_mut());
            object.map(&mut change).ok_or_else(missing)
        });
        let updated = updated.await;
        let updated = updated.map_err(|error| Refused::of_update(error, missing))?;
        Ok(updated.output)
    }

    fn let_go(&self, versions: &[ObjectVersion]) {
        let objects = versions
            .iter()
            .filter_map(|version| version.object.as_ref());
        for object in objects {
            self.contents.release(&object.content);
        }
    }
}

/// A version without an id takes the place of the other without one. Returns what is no longer there.
fn add(record: &mut ObjectRecord, version: ObjectVersion) -> Vec<ObjectVersion> {
    let mut dropped = Vec::new();
    if version.id.is_none() {
        let (old, kept) = std::mem::take(&mut record.versions)
            .into_iter()
            .partition(|other| other.id.is_none());
        (dropped, record.versions) = (old, kept);
    }
    record.versions.push(version);
    dropped
}

/// 32 characters, as AWS's are.
fn new_version() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}
