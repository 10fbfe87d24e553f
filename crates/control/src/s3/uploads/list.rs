//! Lists the uploads that are neither completed nor given up.

use std::collections::BTreeSet;

use model::UploadRecord;
use wire::s3::{
    CommonPrefix, ListMultipartUploads, ListMultipartUploadsOutput, ListMultipartUploadsRequest,
    MultipartUpload,
};

use super::super::asks::on_bucket;
use super::super::buckets::owner;
use super::super::listings::Spelling;
use super::super::times;
use super::create::type_of;
use super::parts::initiator;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// S3 API reference, ListMultipartUploads.
const MOST: i32 = 1000;

impl Handle<ListMultipartUploads> for Rooms {
    fn needs(&self, _: &Call, input: &ListMultipartUploadsRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:ListBucketMultipartUploads", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListMultipartUploads>,
    ) -> Result<ListMultipartUploadsOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let spelling = Spelling::of(input.encoding_type.as_deref())?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let prefix = UploadRecord::id_of(&bucket.account, &bucket.name, "");
        let all = self.records.list::<UploadRecord>(&prefix).await?;
        let mut all: Vec<UploadRecord> = all.into_iter().map(|found| found.record).collect();
        all.retain(|upload| is_wanted(upload, &input));
        all.sort_by(|a, b| (&a.key, a.created, &a.upload).cmp(&(&b.key, b.created, &b.upload)));
        let mut prefixes = BTreeSet::new();
        if let Some(delimiter) = input.delimiter.as_deref().filter(|text| !text.is_empty()) {
            let from = input.prefix.as_deref().unwrap_or_default().len();
            all.retain(|upload| {
                let rest = upload.key.get(from..).unwrap_or_default();
                let Some(end) = rest.find(delimiter) else {
                    return true;
                };
                let end = from + end + delimiter.len();
                prefixes.insert(upload.key.get(..end).unwrap_or_default().to_owned());
                false
            });
        }
        let most = input.max_uploads.unwrap_or(MOST).clamp(0, MOST);
        let is_truncated = all.len() > usize::try_from(most).unwrap_or_default();
        all.truncate(usize::try_from(most).unwrap_or_default());
        let last = all.last().filter(|_| is_truncated);
        let prefixes = prefixes.into_iter().map(|prefix| CommonPrefix {
            prefix: Some(spelling.spell(&prefix)),
        });
        Ok(ListMultipartUploadsOutput {
            next_key_marker: last.map(|last| spelling.spell(&last.key)),
            next_upload_id_marker: last.map(|last| last.upload.clone()),
            common_prefixes: Some(prefixes.collect()),
            uploads: Some(all.iter().map(|upload| shown(upload, spelling)).collect()),
            bucket: Some(bucket.name),
            key_marker: Some(spelling.spell(input.key_marker.as_deref().unwrap_or_default())),
            upload_id_marker: Some(input.upload_id_marker.unwrap_or_default()),
            prefix: Some(spelling.spell(input.prefix.as_deref().unwrap_or_default())),
            delimiter: input.delimiter.map(|text| spelling.spell(&text)),
            max_uploads: Some(most),
            is_truncated: Some(is_truncated),
            encoding_type: input.encoding_type,
            request_charged: None,
        })
    }
}

/// Below the prefix, and behind the markers.
fn is_wanted(upload: &UploadRecord, input: &ListMultipartUploadsRequest) -> bool {
    let prefix = input.prefix.as_deref().unwrap_or_default();
    let key_marker = input.key_marker.as_deref().unwrap_or_default();
    let upload_marker = input.upload_id_marker.as_deref().unwrap_or_default();
    let is_behind = upload.key.as_str() > key_marker
        || (upload.key == key_marker
            && !upload_marker.is_empty()
            && upload.upload.as_str() > upload_marker);
    upload.key.starts_with(prefix) && (key_marker.is_empty() || is_behind)
}

fn shown(upload: &UploadRecord, spelling: Spelling) -> MultipartUpload {
    let checksum = upload.checksum.as_ref();
    MultipartUpload {
        upload_id: Some(upload.upload.clone()),
        key: Some(spelling.spell(&upload.key)),
        initiated: Some(times::shown(upload.created)),
        storage_class: Some("STANDARD".to_owned()),
        owner: Some(owner(upload.account.as_str())),
        initiator: Some(initiator(upload)),
        checksum_algorithm: checksum.map(|kind| kind.algorithm.clone()),
        checksum_type: checksum.map(|kind| type_of(kind).to_owned()),
        version_id: None,
    }
}
