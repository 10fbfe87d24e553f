//! Objects: what is known of them, their versions, and their bytes.

mod acl;
mod attributes;
mod conditions;
mod copy;
mod delete;
mod delete_many;
mod get;
pub(super) mod given;
mod head;
mod put;
pub(super) mod shown;
mod source;
mod tags;
pub(super) mod versions;

pub(super) use get::range;
pub(super) use source::{Source, needs_of_source};

use model::{BucketRecord, Object, ObjectRecord, ObjectVersion};

use super::asks::{complete, on_bucket};
use super::failures::{no_such_key, no_such_version, with};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// A version with its object.
pub(super) struct Found {
    pub(super) version: ObjectVersion,
    pub(super) object: Object,
}

impl Rooms {
    /// The object of a key, in the version that is named or in the current one.
    pub(super) async fn object(
        &self,
        call: &Call,
        bucket: &BucketRecord,
        key: &str,
        version: Option<&str>,
    ) -> Result<Found, Refused> {
        let id = ObjectRecord::id_of(&bucket.account, &bucket.name, key);
        let found = self.records.get::<ObjectRecord>(&id).await?;
        let chosen = match (&found, version) {
            (None, Some(version)) => return Err(no_such_version(key, version)),
            (None, None) => return self.missing(call, bucket, key).await,
            (Some(record), Some(version)) => record.record.version(version),
            (Some(record), None) => record.record.current(),
        };
        let Some(chosen) = chosen.cloned() else {
            return Err(no_such_version(key, version.unwrap_or_default()));
        };
        match (chosen.object.clone(), version) {
            (Some(object), _) => Ok(Found {
                version: chosen,
                object,
            }),
            (None, None) => self.missing(call, bucket, key).await,
            (None, Some(_)) => {
                let message = "The specified method is not allowed against this resource.";
                Err(with(
                    "MethodNotAllowed",
                    405,
                    message,
                    &[("ResourceType", "DeleteMarker")],
                ))
            }
        }
    }

    /// Only who may list the bucket learns that a key is not there (S3 API reference, GetObject,
    /// "Permissions").
    async fn missing<T>(
        &self,
        call: &Call,
        bucket: &BucketRecord,
        key: &str,
    ) -> Result<T, Refused> {
        let ask = on_bucket("s3:ListBucket", &bucket.name);
        let ask = complete(self, ask, &bucket.name).await?;
        ask.put_to(&self.identity, call.caller())?;
        Err(no_such_key(key))
    }
}

/// The longest key (S3 user guide, "Naming Amazon S3 objects").
const LONGEST_KEY: usize = 1024;

pub(super) fn check_key(key: &str) -> Result<(), Refused> {
    if key.len() <= LONGEST_KEY {
        return Ok(());
    }
    let (length, most) = (key.len().to_string(), LONGEST_KEY.to_string());
    let fields = [("Size", length.as_str()), ("MaxSizeAllowed", most.as_str())];
    Err(with(
        "KeyTooLongError",
        400,
        "Your key is too long",
        &fields,
    ))
}

/// In quotation marks, as headers and documents have it.
pub(super) fn quoted(etag: &str) -> String {
    format!("\"{etag}\"")
}

pub(super) fn size(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// Conditions on a write, for whoever writes.
pub(super) fn write_conditions(
    key: &str,
    matches: Option<String>,
    matches_none: Option<String>,
) -> Result<conditions::WriteConditions, Refused> {
    conditions::WriteConditions::of(key, matches, matches_none)
}
