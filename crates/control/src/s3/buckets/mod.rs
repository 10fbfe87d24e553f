//! Buckets: their names, their records, and who owns them.

pub(super) mod acl;
mod create;
mod delete;
mod head;
mod list;
mod location;
pub(super) mod names;
mod policy;
mod tags;
mod versioning;

use model::BucketRecord;
use ring::digest::{SHA256, digest};
use store::Stored;
use wire::s3::Owner;

use super::failures::{access_denied, no_such_bucket};
use crate::hex;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Rooms {
    /// A bucket of whatever account: names are unique among all.
    pub(crate) async fn find_bucket(
        &self,
        name: &str,
    ) -> Result<Option<Stored<BucketRecord>>, Refused> {
        let id = BucketRecord::id_of(&self.account, name);
        if let Some(found) = self.records.get::<BucketRecord>(&id).await? {
            return Ok(Some(found));
        }
        let all = self.records.list::<BucketRecord>("").await?;
        Ok(all.into_iter().find(|bucket| bucket.record.name == name))
    }

    /// The bucket that a request is for, if it belongs to whom the request expects.
    pub(super) async fn bucket(
        &self,
        name: &str,
        expected_owner: Option<&str>,
    ) -> Result<BucketRecord, Refused> {
        let found = self.find_bucket(name).await?;
        let bucket = found.ok_or_else(|| no_such_bucket(name))?.record;
        match expected_owner {
            Some(expected) if expected != bucket.account.as_str() => {
                Err(access_denied("Access Denied"))
            }
            Some(_) | None => Ok(bucket),
        }
    }

    pub(super) async fn change_bucket<T>(
        &self,
        name: &str,
        expected_owner: Option<&str>,
        mut change: impl FnMut(&mut BucketRecord) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let bucket = self.bucket(name, expected_owner).await?;
        let id = model::Record::id(&bucket);
        let updated = self.records.update(&id, &mut change).await;
        let updated =
            updated.map_err(|error| Refused::of_update(error, || no_such_bucket(name)))?;
        Ok(updated.output)
    }
}

/// AWS gives each account a canonical id of 64 hex digits that says nothing of it.
pub(super) fn canonical_id(account: &str) -> String {
    hex::encode(digest(&SHA256, format!("canonical user of {account}").as_bytes()).as_ref())
}

pub(super) fn owner(account: &str) -> Owner {
    Owner {
        id: Some(canonical_id(account)),
        display_name: None,
    }
}
