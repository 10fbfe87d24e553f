//! Copies an object: the same bytes under another name, or with other things said of them.

use model::{BucketRecord, Object, ObjectHead};
use wire::s3::{CopyObject, CopyObjectOutput, CopyObjectRequest, CopyObjectResult};

use super::super::asks::{CREATES, of_writing};
use super::super::failures::{invalid_argument, invalid_request, refuse_unserved};
use super::super::{tagging, times};
use super::conditions::{ReadConditions, WriteConditions};
use super::given::given;
use super::shown::{checksum_type, made_version, show_checksum};
use super::{Found, Source, check_key, needs_of_source, quoted};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CopyObject> for Rooms {
    fn needs(&self, _: &Call, input: &CopyObjectRequest) -> Result<Needs, Refused> {
        let (bucket, key) = (input.bucket.as_str(), input.key.as_str());
        let keys = [
            ("s3:x-amz-acl", input.acl.as_deref()),
            ("s3:x-amz-copy-source", Some(input.copy_source.as_str())),
            (
                "s3:x-amz-metadata-directive",
                input.metadata_directive.as_deref(),
            ),
            (
                "s3:x-amz-object-annotation-directive",
                input.annotation_directive.as_deref(),
            ),
            ("s3:x-amz-storage-class", input.storage_class.as_deref()),
            (
                "s3:x-amz-server-side-encryption",
                input.server_side_encryption.as_deref(),
            ),
            (
                "s3:x-amz-server-side-encryption-aws-kms-key-id",
                input.ssekms_key_id.as_deref(),
            ),
            CREATES,
            ("s3:if-match", input.if_match.as_deref()),
            ("s3:if-none-match", input.if_none_match.as_deref()),
        ];
        let brought = (input.acl.as_deref(), input.tagging.as_deref());
        let mut asks = of_writing((bucket, key), &keys, brought);
        asks.insert(1, needs_of_source(&input.copy_source)?);
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<CopyObject>,
    ) -> Result<CopyObjectOutput, Refused> {
        let (mut input, call) = authorized.into_parts();
        check_key(&input.key)?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let source = Source::read(&input.copy_source)?;
        let found = self.copied(&call, &source, &mut input).await?;
        let object = object(&mut input, &bucket, &source, found.object.clone())?;
        let (matches, none) = (input.if_match.take(), input.if_none_match.take());
        let conditions = WriteConditions::of(&input.key, matches, none)?;
        let hold = self.contents.hold(&object.content);
        let hold = hold.ok_or_else(|| Refused::internal("the content of the source is gone"))?;
        let mut result = CopyObjectResult {
            e_tag: Some(quoted(&object.etag)),
            last_modified: Some(times::shown(call.now())),
            checksum_type: object.checksum.as_ref().map(checksum_type),
            ..CopyObjectResult::default()
        };
        show_checksum!(result, object.checksum.as_ref());
        let encryption = object.head.encryption.clone();
        let new = (Some(object), call.now());
        let written = self
            .write_version(&bucket, &input.key, new, &conditions)
            .await?;
        hold.keep();
        Ok(CopyObjectOutput {
            copy_object_result: Some(result),
            copy_source_version_id: found.version.id,
            version_id: made_version(bucket.versioning, written.version.as_deref()),
            ssekms_key_id: encryption.as_ref().and_then(|kept| kept.key_id.clone()),
            server_side_encryption: encryption.map(|kept| kept.algorithm),
            ..CopyObjectOutput::default()
        })
    }
}

impl Rooms {
    async fn copied(
        &self,
        call: &Call,
        source: &Source,
        input: &mut CopyObjectRequest,
    ) -> Result<Found, Refused> {
        let expected = input.expected_source_bucket_owner.as_deref();
        let bucket = self.bucket(&source.bucket, expected).await?;
        let version = source.version.as_deref();
        let found = self.object(call, &bucket, &source.key, version).await?;
        let conditions = ReadConditions {
            matches: input.copy_source_if_match.take(),
            matches_none: input.copy_source_if_none_match.take(),
            modified_since: input.copy_source_if_modified_since,
            unmodified_since: input.copy_source_if_unmodified_since,
        };
        conditions.check_source(&found)?;
        Ok(found)
    }
}

/// The copy, with what the directives say of metadata and tags.
fn object(
    input: &mut CopyObjectRequest,
    bucket: &BucketRecord,
    source: &Source,
    object: Object,
) -> Result<Object, Refused> {
    refuse_unserved(&[(
        "x-amz-copy-source-server-side-encryption-customer-algorithm",
        input.copy_source_sse_customer_algorithm.is_some(),
    )])?;
    let replaces = replaces(
        "x-amz-metadata-directive",
        input.metadata_directive.as_deref(),
    )?;
    let changes_storage = input.storage_class.is_some() || input.server_side_encryption.is_some();
    let is_itself = source.bucket == input.bucket && source.key == input.key;
    if is_itself && source.version.is_none() && !replaces && !changes_storage {
        return Err(invalid_request(
            "This copy request is illegal because it is trying to copy an object to itself without \
             changing the object's metadata, storage class, website redirect location or \
             encryption attributes.",
        ));
    }
    let given = given!(input).head(bucket)?;
    let head = if replaces {
        given
    } else {
        ObjectHead {
            headers: object.head.headers,
            metadata: object.head.metadata,
            ..given
        }
    };
    let directive = input.tagging_directive.as_deref();
    let tags = if self::replaces("x-amz-tagging-directive", directive)? {
        tagging::of_header(input.tagging.as_deref())?
    } else {
        object.tags
    };
    Ok(Object {
        head,
        tags,
        parts: None,
        ..object
    })
}

fn replaces(name: &str, directive: Option<&str>) -> Result<bool, Refused> {
    match directive {
        None | Some("COPY") => Ok(false),
        Some("REPLACE") => Ok(true),
        Some(other) => Err(invalid_argument("Unknown metadata directive.", name, other)),
    }
}
