//! Puts the parts together.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::TryStreamExt as _;
use model::{Object, ObjectChecksum, Part, Record as _, UploadRecord};
use objects::{Algorithm, Kept};
use wire::Failure;
use wire::s3::{
    CompleteMultipartUpload, CompleteMultipartUploadOutput, CompleteMultipartUploadRequest,
    CompletedPart,
};

use super::super::asks::{CREATES, on_object, with};
use super::super::failures::{malformed_xml, no_such_upload, refuse_unserved, with as failure};
use super::super::objects::quoted;
use super::super::objects::shown::{checksum_type, made_version, show_checksum};
use super::super::objects::versions::Written;
use super::algorithm;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::hex;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// S3 user guide, "Amazon S3 multipart upload limits": of every part but the last.
const LEAST_PART: u64 = 5 * 1024 * 1024;

impl Handle<CompleteMultipartUpload> for Rooms {
    fn needs(&self, _: &Call, input: &CompleteMultipartUploadRequest) -> Result<Needs, Refused> {
        let ask = on_object("s3:PutObject", &input.bucket, &input.key);
        let keys = [
            CREATES,
            ("s3:if-match", input.if_match.as_deref()),
            ("s3:if-none-match", input.if_none_match.as_deref()),
        ];
        Ok(with(ask, &keys).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CompleteMultipartUpload>,
    ) -> Result<CompleteMultipartUploadOutput, Refused> {
        let (mut input, call) = authorized.into_parts();
        refuse_unserved(&[(
            "x-amz-server-side-encryption-customer-algorithm",
            input.sse_customer_algorithm.is_some() || input.sse_customer_key.is_some(),
        )])?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let upload = self.upload(&bucket, &input.key, &input.upload_id).await?;
        let record = &upload.record;
        let named = input.multipart_upload.take().and_then(|given| given.parts);
        let parts = chosen(record, &named.unwrap_or_default())?;
        let kept = self.put_together(record, &parts).await?;
        let object = object(record, &parts, &kept);
        check_given(&input, &object)?;
        let (matches, none) = (input.if_match.take(), input.if_none_match.take());
        let conditions = super::super::objects::write_conditions(&input.key, matches, none)?;
        let mut output = shown(&call, record, &object);
        let new = (Some(object), call.now());
        let written: Written = self
            .write_version(&bucket, &input.key, new, &conditions)
            .await?;
        kept.hold.keep();
        self.end_upload(record).await?;
        output.version_id = made_version(bucket.versioning, written.version.as_deref());
        Ok(output)
    }
}

impl Rooms {
    async fn put_together(&self, record: &UploadRecord, parts: &[&Part]) -> Result<Kept, Refused> {
        let whole = record.checksum.as_ref().is_some_and(|kind| !kind.composite);
        let wanted = match algorithm(record) {
            None => Some(Algorithm::Crc64Nvme),
            found => found.filter(|_| whole),
        };
        let mut writing = self.contents.write(wanted).await?;
        for part in parts {
            let reading = self.contents.read(&part.content).await?;
            let reading =
                reading.ok_or_else(|| Refused::internal("the content of a part is gone"))?;
            let mut pieces = Box::pin(reading.stream(0..part.size));
            while let Some(piece) = pieces.try_next().await? {
                writing.push(piece).await?;
            }
        }
        Ok(writing.finish().await?)
    }

    /// Nothing is left of an upload but what was made of it.
    pub(super) async fn end_upload(&self, record: &UploadRecord) -> Result<(), Refused> {
        let id = record.id();
        let Some(found) = self.records.get::<UploadRecord>(&id).await? else {
            return Err(no_such_upload(&record.upload));
        };
        self.records
            .delete::<UploadRecord>(&id, found.version)
            .await?;
        for part in found.record.parts.values() {
            self.contents.release(&part.content);
        }
        Ok(())
    }
}

/// The parts that the client names, in the order of their numbers.
fn chosen<'a>(record: &'a UploadRecord, named: &[CompletedPart]) -> Result<Vec<&'a Part>, Refused> {
    if named.is_empty() {
        return Err(malformed_xml());
    }
    let mut parts: Vec<&Part> = Vec::with_capacity(named.len());
    let mut before = 0;
    for given in named {
        let number = given.part_number.unwrap_or_default();
        if number <= before {
            let message = "The list of parts was not in ascending order. Parts must be ordered by \
                           part number.";
            return Err(Failure::new("InvalidPartOrder", 400, message).into());
        }
        before = number;
        let part = u32::try_from(number)
            .ok()
            .and_then(|number| record.parts.get(&number));
        let etag = given.e_tag.as_deref().unwrap_or_default().trim_matches('"');
        let part = part.filter(|part| part.etag == etag);
        parts.push(part.ok_or_else(|| invalid_part(record, number, etag))?);
    }
    let all_but_last = parts.iter().zip(named).rev().skip(1).rev();
    for (part, given) in all_but_last {
        if part.size < LEAST_PART {
            return Err(too_small(given.part_number.unwrap_or_default(), part));
        }
    }
    Ok(parts)
}

fn invalid_part(record: &UploadRecord, number: i32, etag: &str) -> Refused {
    let message = "One or more of the specified parts could not be found.  The part may not have been \
                   uploaded, or the specified entity tag may not match the part's entity tag.";
    let number = number.to_string();
    let fields = [
        ("UploadId", record.upload.as_str()),
        ("PartNumber", &number),
        ("ETag", etag),
    ];
    failure("InvalidPart", 400, message, &fields)
}

fn too_small(number: i32, part: &Part) -> Refused {
    let message = "Your proposed upload is smaller than the minimum allowed size";
    let (number, size, least) = (
        number.to_string(),
        part.size.to_string(),
        LEAST_PART.to_string(),
    );
    let fields = [
        ("ProposedSize", size.as_str()),
        ("MinSizeAllowed", &least),
        ("PartNumber", &number),
        ("ETag", &part.etag),
    ];
    failure("EntityTooSmall", 400, message, &fields)
}

/// The tag is the MD5 of the parts' MD5s with their count, a composite checksum likewise
/// (S3 user guide, "Checking object integrity").
fn object(record: &UploadRecord, parts: &[&Part], kept: &Kept) -> Object {
    let count = parts.len();
    let digests: Vec<u8> = parts
        .iter()
        .filter_map(|part| hex::decode(&part.etag))
        .flatten()
        .collect();
    let etag = format!("{}-{count}", hex::encode(&md5::compute(digests).0));
    let made = kept
        .checksum
        .clone()
        .map(|(algorithm, value)| ObjectChecksum {
            algorithm: algorithm.name().to_owned(),
            value,
            composite: false,
        });
    Object {
        content: kept.hold.name().to_owned(),
        size: kept.size,
        etag,
        parts: u32::try_from(count).ok(),
        checksum: made.or_else(|| composite(record, parts)),
        head: record.head.clone(),
        tags: record.tags.clone(),
    }
}

fn composite(record: &UploadRecord, parts: &[&Part]) -> Option<ObjectChecksum> {
    let algorithm = algorithm(record)?;
    let values = parts.iter().map(|part| {
        let value = &part.checksum.as_ref()?.value;
        STANDARD.decode(value).ok()
    });
    let values: Vec<Vec<u8>> = values.collect::<Option<_>>()?;
    Some(ObjectChecksum {
        algorithm: algorithm.name().to_owned(),
        value: format!("{}-{}", algorithm.of(&values.concat()), parts.len()),
        composite: true,
    })
}

/// What the client says of the whole must be so.
fn check_given(input: &CompleteMultipartUploadRequest, object: &Object) -> Result<(), Refused> {
    let size = input
        .mpu_object_size
        .and_then(|size| u64::try_from(size).ok());
    if size.is_some_and(|size| size != object.size) {
        let message = "The provided 'x-amz-mp-object-size' header value does not match the size of \
                       the object.";
        return Err(Failure::new("InvalidRequest", 400, message).into());
    }
    let Some(checksum) = &object.checksum else {
        return Ok(());
    };
    let given = match Algorithm::from_name(&checksum.algorithm) {
        Some(Algorithm::Crc32) => &input.checksum_crc32,
        Some(Algorithm::Crc32c) => &input.checksum_crc32_c,
        Some(Algorithm::Crc64Nvme) => &input.checksum_crc64_nvme,
        Some(Algorithm::Sha1) => &input.checksum_sha1,
        Some(Algorithm::Sha256) => &input.checksum_sha256,
        None => &None,
    };
    if given.as_ref().is_some_and(|given| *given != checksum.value) {
        let message = format!(
            "The {} you specified did not match the calculated checksum.",
            checksum.algorithm
        );
        return Err(Failure::new("BadDigest", 400, message).into());
    }
    Ok(())
}

fn shown(call: &Call, record: &UploadRecord, object: &Object) -> CompleteMultipartUploadOutput {
    let encryption = object.head.encryption.clone();
    let mut output = CompleteMultipartUploadOutput {
        location: Some(format!(
            "{}/{}/{}",
            call.endpoint(),
            record.bucket,
            record.key
        )),
        bucket: Some(record.bucket.clone()),
        key: Some(record.key.clone()),
        e_tag: Some(quoted(&object.etag)),
        checksum_type: object.checksum.as_ref().map(checksum_type),
        ssekms_key_id: encryption.as_ref().and_then(|kept| kept.key_id.clone()),
        server_side_encryption: encryption.map(|kept| kept.algorithm),
        ..CompleteMultipartUploadOutput::default()
    };
    show_checksum!(output, object.checksum.as_ref());
    output
}
