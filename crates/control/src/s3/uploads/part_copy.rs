//! Makes a part of what is there already, or of a range of it.

use futures_util::TryStreamExt as _;
use wire::s3::{CopyPartResult, UploadPartCopy, UploadPartCopyOutput, UploadPartCopyRequest};

use super::super::asks::{PREPARES, on_object, with};
use super::super::failures::{invalid_argument, refuse_unserved};
use super::super::objects::shown::show_checksum;
use super::super::objects::{Source, needs_of_source, quoted};
use super::super::times;
use super::{algorithm, check_number};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UploadPartCopy> for Rooms {
    fn needs(&self, _: &Call, input: &UploadPartCopyRequest) -> Result<Needs, Refused> {
        let source = Some(input.copy_source.as_str());
        let ask = on_object("s3:PutObject", &input.bucket, &input.key);
        Ok(Needs::Permissions(vec![
            with(ask, &[PREPARES, ("s3:x-amz-copy-source", source)]),
            needs_of_source(&input.copy_source)?,
        ]))
    }

    async fn handle(
        &self,
        authorized: Authorized<UploadPartCopy>,
    ) -> Result<UploadPartCopyOutput, Refused> {
        let (input, call) = authorized.into_parts();
        check_unserved(&input)?;
        check_number(input.part_number)?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let record = self
            .upload(&bucket, &input.key, &input.upload_id)
            .await?
            .record;
        let source = Source::read(&input.copy_source)?;
        let expected = input.expected_source_bucket_owner.as_deref();
        let from = self.bucket(&source.bucket, expected).await?;
        let version = source.version.as_deref();
        let found = self.object(&call, &from, &source.key, version).await?;
        let range = range(input.copy_source_range.as_deref(), found.object.size)?;
        let reading = self.contents.read(&found.object.content).await?;
        let reading =
            reading.ok_or_else(|| Refused::internal("the content of the source is gone"))?;
        let mut writing = self.contents.write(algorithm(&record)).await?;
        let mut pieces = Box::pin(reading.stream(range));
        while let Some(piece) = pieces.try_next().await? {
            writing.push(piece).await?;
        }
        let kept = writing.finish().await?;
        let part = self
            .keep_part(&record, input.part_number, kept, &call)
            .await?;
        let mut result = CopyPartResult {
            e_tag: Some(quoted(&part.etag)),
            last_modified: Some(times::shown(part.modified)),
            ..CopyPartResult::default()
        };
        show_checksum!(result, part.checksum.as_ref());
        Ok(UploadPartCopyOutput {
            copy_part_result: Some(result),
            copy_source_version_id: found.version.id,
            ..UploadPartCopyOutput::default()
        })
    }
}

fn check_unserved(input: &UploadPartCopyRequest) -> Result<(), Refused> {
    let conditions = input.copy_source_if_match.is_some()
        || input.copy_source_if_none_match.is_some()
        || input.copy_source_if_modified_since.is_some()
        || input.copy_source_if_unmodified_since.is_some();
    refuse_unserved(&[
        ("x-amz-copy-source-if-match", conditions),
        (
            "x-amz-server-side-encryption-customer-algorithm",
            input.sse_customer_algorithm.is_some()
                || input.copy_source_sse_customer_algorithm.is_some(),
        ),
    ])
}

/// S3 API reference, UploadPartCopy: both ends stand in it, and lie within the source.
fn range(header: Option<&str>, size: u64) -> Result<std::ops::Range<u64>, Refused> {
    let Some(header) = header else {
        return Ok(0..size);
    };
    let ends = header
        .strip_prefix("bytes=")
        .and_then(|ends| ends.split_once('-'));
    let ends = ends
        .and_then(|(first, last)| Some((first.parse::<u64>().ok()?, last.parse::<u64>().ok()?)));
    match ends {
        Some((first, last)) if first <= last && last < size => Ok(first..last + 1),
        Some(_) | None => {
            let message = format!("Range specified is not valid for source object of size: {size}");
            Err(invalid_argument(
                &message,
                "x-amz-copy-source-range",
                header,
            ))
        }
    }
}
