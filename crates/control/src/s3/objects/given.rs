//! What a client gives with an object, beside its bytes: the same members of three operations.

use std::collections::BTreeMap;

use model::{BucketRecord, Encryption, ObjectHead};

use super::super::configurations::default_encryption;
use super::super::failures::{invalid_argument, no_acls, with};
use crate::refused::Refused;

/// The members that PutObject, CopyObject and CreateMultipartUpload share.
#[derive(Debug, Default)]
pub(in super::super) struct Given {
    pub(in super::super) acl: Option<String>,
    pub(in super::super) headers: [(&'static str, Option<String>); 6],
    pub(in super::super) metadata: Option<BTreeMap<String, String>>,
    pub(in super::super) storage_class: Option<String>,
    pub(in super::super) encryption: Option<String>,
    pub(in super::super) key_id: Option<String>,
}

/// Takes them out of an input, and refuses by name what of them is not served.
macro_rules! given {
    ($input:ident) => {{
        $crate::s3::failures::refuse_unserved(&[
            (
                "x-amz-grant-full-control",
                $input.grant_full_control.is_some(),
            ),
            ("x-amz-grant-read", $input.grant_read.is_some()),
            ("x-amz-grant-read-acp", $input.grant_read_acp.is_some()),
            ("x-amz-grant-write-acp", $input.grant_write_acp.is_some()),
            (
                "x-amz-server-side-encryption-customer-algorithm",
                $input.sse_customer_algorithm.is_some() || $input.sse_customer_key.is_some(),
            ),
            (
                "x-amz-server-side-encryption-context",
                $input.ssekms_encryption_context.is_some(),
            ),
            (
                "x-amz-website-redirect-location",
                $input.website_redirect_location.is_some(),
            ),
            (
                "x-amz-object-lock-mode",
                $input.object_lock_mode.is_some() || $input.object_lock_retain_until_date.is_some(),
            ),
            (
                "x-amz-object-lock-legal-hold",
                $input.object_lock_legal_hold_status.is_some()
                    || $input.object_lock_event_hold.is_some(),
            ),
        ])?;
        $crate::s3::objects::given::Given {
            acl: $input.acl.take(),
            headers: [
                ("content-type", $input.content_type.take()),
                ("cache-control", $input.cache_control.take()),
                ("content-disposition", $input.content_disposition.take()),
                ("content-encoding", $input.content_encoding.take()),
                ("content-language", $input.content_language.take()),
                ("expires", $input.expires.take()),
            ],
            metadata: $input.metadata.take(),
            storage_class: $input.storage_class.take(),
            encryption: $input.server_side_encryption.take(),
            key_id: $input.ssekms_key_id.take(),
        }
    }};
}

pub(in super::super) use given;

/// The most bytes of names and values (S3 user guide, "Working with object metadata").
const MOST_METADATA: usize = 2048;
const STORAGE_CLASSES: [&str; 6] = [
    "STANDARD",
    "REDUCED_REDUNDANCY",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER_IR",
];
const ENCRYPTIONS: [&str; 3] = ["AES256", "aws:kms", "aws:kms:dsse"];

impl Given {
    pub(in super::super) fn head(self, bucket: &BucketRecord) -> Result<ObjectHead, Refused> {
        match self.acl.as_deref() {
            None | Some("bucket-owner-full-control") => {}
            Some(_) => return Err(no_acls()),
        }
        let metadata = self.metadata.unwrap_or_default();
        check_metadata(&metadata)?;
        Ok(ObjectHead {
            headers: headers(self.headers),
            metadata,
            storage_class: storage_class(self.storage_class)?,
            encryption: Some(encryption(bucket, self.encryption, self.key_id)?),
        })
    }
}

/// How the body was sent is no encoding of the object.
fn headers(given: [(&'static str, Option<String>); 6]) -> BTreeMap<String, String> {
    let mut headers = BTreeMap::new();
    for (name, value) in given {
        let Some(mut value) = value else { continue };
        if name == "content-encoding" {
            let kept = value.split(',').map(str::trim);
            let kept = kept.filter(|encoding| !encoding.is_empty() && *encoding != "aws-chunked");
            value = kept.collect::<Vec<_>>().join(",");
        }
        if !value.is_empty() {
            headers.insert(name.to_owned(), value);
        }
    }
    headers
        .entry("content-type".to_owned())
        .or_insert_with(|| "binary/octet-stream".to_owned());
    headers
}

fn check_metadata(metadata: &BTreeMap<String, String>) -> Result<(), Refused> {
    let size: usize = metadata
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    if size <= MOST_METADATA {
        return Ok(());
    }
    let message = "Your metadata headers exceed the maximum allowed metadata size";
    let (size, most) = (size.to_string(), MOST_METADATA.to_string());
    let fields = [("Size", size.as_str()), ("MaxSizeAllowed", most.as_str())];
    Err(with("MetadataTooLarge", 400, message, &fields))
}

/// Classes whose objects must be restored before they are read are not here.
fn storage_class(class: Option<String>) -> Result<Option<String>, Refused> {
    match class.as_deref() {
        None | Some("STANDARD") => Ok(None),
        Some(name) if STORAGE_CLASSES.contains(&name) => Ok(class),
        Some(name @ ("GLACIER" | "DEEP_ARCHIVE" | "OUTPOSTS" | "SNOW" | "EXPRESS_ONEZONE")) => {
            let message = format!("The storage class {name} is not supported by Portcullis.");
            Err(with("NotImplemented", 501, &message, &[]))
        }
        Some(name) => {
            let message = "The storage class you specified is not valid";
            Err(with(
                "InvalidStorageClass",
                400,
                message,
                &[("StorageClassRequested", name)],
            ))
        }
    }
}

fn encryption(
    bucket: &BucketRecord,
    algorithm: Option<String>,
    key_id: Option<String>,
) -> Result<Encryption, Refused> {
    let Some(algorithm) = algorithm else {
        return Ok(default_encryption(bucket));
    };
    if !ENCRYPTIONS.contains(&algorithm.as_str()) {
        let message = "The encryption method specified is not supported";
        let name = "x-amz-server-side-encryption";
        return Err(invalid_argument(message, name, &algorithm));
    }
    Ok(Encryption { algorithm, key_id })
}
