//! Uploads in parts: begun, sent part by part in any order, and put together or given up.

mod abort;
mod complete;
mod create;
mod list;
mod part;
mod part_copy;
mod parts;

use model::{BucketRecord, Part, UploadRecord};
use objects::Kept;
use store::Stored;

use super::failures::{invalid_argument, no_such_upload};
use super::receiving::checksum_of;
use crate::call::Call;
use crate::hex;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// S3 user guide, "Amazon S3 multipart upload limits".
const MOST_PARTS: i32 = 10_000;

impl Rooms {
    /// An upload is found by its id, for the key that it was begun for.
    async fn upload(
        &self,
        bucket: &BucketRecord,
        key: &str,
        upload: &str,
    ) -> Result<Stored<UploadRecord>, Refused> {
        let id = UploadRecord::id_of(&bucket.account, &bucket.name, upload);
        let found = self.records.get::<UploadRecord>(&id).await?;
        let found = found.filter(|found| found.record.key == key);
        found.ok_or_else(|| no_such_upload(upload))
    }

    /// A part takes the place of an earlier one of its number.
    async fn keep_part(
        &self,
        record: &UploadRecord,
        number: i32,
        kept: Kept,
        call: &Call,
    ) -> Result<Part, Refused> {
        let part = Part {
            content: kept.hold.name().to_owned(),
            size: kept.size,
            etag: hex::encode(&kept.md5),
            modified: call.now(),
            checksum: checksum_of(&kept),
        };
        let number = u32::try_from(number).unwrap_or_default();
        let id = model::Record::id(record);
        let updated = self.records.update(&id, |record: &mut UploadRecord| {
            Ok::<_, Refused>(record.parts.insert(number, part.clone()))
        });
        let missing = || no_such_upload(&record.upload);
        let updated = updated.await;
        let updated = updated.map_err(|error| Refused::of_update(error, missing))?;
        kept.hold.keep();
        if let Some(before) = updated.output {
            self.contents.release(&before.content);
        }
        Ok(part)
    }
}

fn check_number(number: i32) -> Result<(), Refused> {
    if (1..=MOST_PARTS).contains(&number) {
        return Ok(());
    }
    let message = "Part number must be an integer between 1 and 10000, inclusive";
    Err(invalid_argument(message, "partNumber", &number.to_string()))
}

/// Which checksum the parts of an upload have.
fn algorithm(record: &UploadRecord) -> Option<objects::Algorithm> {
    let checksum = record.checksum.as_ref()?;
    objects::Algorithm::from_name(&checksum.algorithm)
}
