//! What is said of a bucket beside its policy: kept as it was put and shown again. Only the block of
//! public access and the default encryption are looked at by anybody here.

mod absent; // what no bucket here has
mod cors;
mod encryption;
mod lifecycle;
mod ownership;
mod public_access;

use model::BucketRecord;
use serde_json::Value;
use wire::Shape;

use super::failures::absent as missing;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub(super) use encryption::default_encryption;
pub(super) use ownership::set_ownership;

/// One kind of configuration, by its name in S3's addresses.
struct Kept {
    name: &'static str,
    /// What a bucket without one is answered.
    code: &'static str,
    message: &'static str,
}

impl Rooms {
    async fn put_configuration<T: Shape>(
        &self,
        kept: &Kept,
        (bucket, expected_owner): (&str, Option<&str>),
        configuration: T,
    ) -> Result<(), Refused> {
        let value = wire::keep(configuration);
        self.change_bucket(bucket, expected_owner, |record| {
            let name = kept.name.to_owned();
            record.configurations.insert(name, value.clone());
            Ok(())
        })
        .await
    }

    async fn get_configuration<T: Shape>(
        &self,
        kept: &Kept,
        (bucket, expected_owner): (&str, Option<&str>),
    ) -> Result<T, Refused> {
        let record = self.bucket(bucket, expected_owner).await?;
        let found = record.configurations.get(kept.name);
        let value = found.ok_or_else(|| missing(kept.code, kept.message, bucket))?;
        wire::kept(value).map_err(Refused::internal)
    }

    async fn delete_configuration(
        &self,
        kept: &Kept,
        (bucket, expected_owner): (&str, Option<&str>),
    ) -> Result<(), Refused> {
        self.change_bucket(bucket, expected_owner, |record| {
            record.configurations.remove(kept.name);
            Ok(())
        })
        .await
    }
}

fn read<T: Shape>(record: &BucketRecord, kept: &Kept) -> Option<T> {
    let value: &Value = record.configurations.get(kept.name)?;
    wire::kept(value).ok()
}
