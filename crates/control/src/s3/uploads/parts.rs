//! Lists the parts of an upload.

use model::{Part, UploadRecord};
use wire::s3::{Initiator, ListParts, ListPartsOutput, ListPartsRequest, Part as ShownPart};

use super::super::asks::on_object;
use super::super::buckets::owner;
use super::super::objects::shown::show_checksum;
use super::super::objects::{quoted, size};
use super::super::times;
use super::create::type_of;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// S3 API reference, ListParts.
const MOST: i32 = 1000;

impl Handle<ListParts> for Rooms {
    fn needs(&self, _: &Call, input: &ListPartsRequest) -> Result<Needs, Refused> {
        Ok(on_object("s3:ListMultipartUploadParts", &input.bucket, &input.key).into())
    }

    async fn handle(&self, authorized: Authorized<ListParts>) -> Result<ListPartsOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let record = self
            .upload(&bucket, &input.key, &input.upload_id)
            .await?
            .record;
        let marker = input.part_number_marker.unwrap_or_default();
        let after = u32::try_from(marker).unwrap_or_default();
        let most = input.max_parts.unwrap_or(MOST).clamp(0, MOST);
        let mut left = record.parts.range(after.saturating_add(1)..);
        let page = left
            .by_ref()
            .take(usize::try_from(most).unwrap_or_default());
        let parts: Vec<ShownPart> = page.map(|(number, part)| shown(*number, part)).collect();
        let is_truncated = left.next().is_some();
        let last = parts.last().and_then(|part| part.part_number);
        let checksum = record.checksum.clone();
        Ok(ListPartsOutput {
            initiator: Some(initiator(&record)),
            owner: Some(owner(record.account.as_str())),
            checksum_type: checksum.as_ref().map(|kind| type_of(kind).to_owned()),
            checksum_algorithm: checksum.map(|kind| kind.algorithm),
            storage_class: record.head.storage_class.or(Some("STANDARD".to_owned())),
            bucket: Some(record.bucket),
            key: Some(record.key),
            upload_id: Some(record.upload),
            part_number_marker: Some(marker),
            next_part_number_marker: Some(last.unwrap_or_default()),
            max_parts: Some(most),
            is_truncated: Some(is_truncated),
            parts: Some(parts),
            ..ListPartsOutput::default()
        })
    }
}

pub(super) fn initiator(record: &UploadRecord) -> Initiator {
    Initiator {
        id: Some(record.initiator.clone()),
        display_name: None,
    }
}

fn shown(number: u32, part: &Part) -> ShownPart {
    let mut shown = ShownPart {
        part_number: i32::try_from(number).ok(),
        last_modified: Some(times::shown(part.modified)),
        e_tag: Some(quoted(&part.etag)),
        size: Some(size(part.size)),
        ..ShownPart::default()
    };
    show_checksum!(shown, part.checksum.as_ref());
    shown
}
