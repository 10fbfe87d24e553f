//! Amazon S3, as far as artifacts of deployments need it: buckets, objects, uploads in parts, and the
//! policies that decide who may read and write them.
//!
//! What is said of an object is a record; its bytes are a file of the `objects` room. An object passes
//! through as it comes and goes. Access control lists are void here, as in every bucket that AWS makes
//! today, and nothing acts on lifecycle rules, CORS rules or encryption settings: they are kept and
//! shown. What is not kept is refused by name.

mod address; // whose is a request, and where is its bucket?
mod asks; // what must be allowed?

mod buckets;
mod configurations;
mod listings;
mod objects;
mod receiving; // a body on its way in
mod uploads;

mod entrance; // for other services
mod failures;
mod policy_status;
mod tagging;
mod times;

#[cfg(test)]
mod tests;

use wire::s3::{
    AbortMultipartUpload, CompleteMultipartUpload, CopyObject, CreateBucket, CreateMultipartUpload,
    DeleteBucket, DeleteBucketCors, DeleteBucketEncryption, DeleteBucketLifecycle,
    DeleteBucketOwnershipControls, DeleteBucketPolicy, DeleteBucketTagging, DeleteObject,
    DeleteObjectTagging, DeleteObjects, DeletePublicAccessBlock, GetBucketAccelerateConfiguration,
    GetBucketAcl, GetBucketCors, GetBucketEncryption, GetBucketLifecycleConfiguration,
    GetBucketLocation, GetBucketLogging, GetBucketNotificationConfiguration,
    GetBucketOwnershipControls, GetBucketPolicy, GetBucketPolicyStatus, GetBucketReplication,
    GetBucketRequestPayment, GetBucketTagging, GetBucketVersioning, GetBucketWebsite, GetObject,
    GetObjectAcl, GetObjectAttributes, GetObjectLockConfiguration, GetObjectTagging,
    GetPublicAccessBlock, HeadBucket, HeadObject, ListBuckets, ListMultipartUploads,
    ListObjectVersions, ListObjects, ListObjectsV2, ListParts, PutBucketAcl, PutBucketCors,
    PutBucketEncryption, PutBucketLifecycleConfiguration, PutBucketOwnershipControls,
    PutBucketPolicy, PutBucketTagging, PutBucketVersioning, PutObject, PutObjectTagging,
    PutPublicAccessBlock, UploadPart, UploadPartCopy,
};

use crate::operations::operations;

pub(crate) use address::{
    is_host, is_named_by_host, is_signed_before, path_style, set_request_keys,
};
pub(crate) use asks::complete;
pub(crate) use entrance::{Addressed, Place, place_of_url};
pub use entrance::{AdoptError, adopt};
pub(crate) use failures::incomplete_body;
pub(crate) use receiving::{check_document, read_chunks};

operations! {
    AbortMultipartUpload,
    CompleteMultipartUpload,
    CopyObject,
    CreateBucket,
    CreateMultipartUpload,
    DeleteBucket,
    DeleteBucketCors,
    DeleteBucketEncryption,
    DeleteBucketLifecycle,
    DeleteBucketOwnershipControls,
    DeleteBucketPolicy,
    DeleteBucketTagging,
    DeleteObject,
    DeleteObjectTagging,
    DeleteObjects,
    DeletePublicAccessBlock,
    GetBucketAccelerateConfiguration,
    GetBucketAcl,
    GetBucketCors,
    GetBucketEncryption,
    GetBucketLifecycleConfiguration,
    GetBucketLogging,
    GetBucketNotificationConfiguration,
    GetBucketOwnershipControls,
    GetBucketPolicy,
    GetBucketPolicyStatus,
    GetBucketReplication,
    GetBucketRequestPayment,
    GetBucketTagging,
    GetBucketVersioning,
    GetBucketWebsite,
    GetObjectAcl,
    GetObjectAttributes,
    GetObjectLockConfiguration,
    GetObjectTagging,
    GetPublicAccessBlock,
    HeadBucket,
    HeadObject,
    ListBuckets,
    ListMultipartUploads,
    ListObjectVersions,
    ListObjects,
    ListObjectsV2,
    ListParts,
    PutBucketAcl,
    PutBucketCors,
    PutBucketEncryption,
    PutBucketLifecycleConfiguration,
    PutBucketOwnershipControls,
    PutBucketPolicy,
    PutBucketTagging,
    PutBucketVersioning,
    PutObject,
    PutObjectTagging,
    PutPublicAccessBlock,
    UploadPart,
    UploadPartCopy,
    @stream GetBucketLocation,
    @stream GetObject,
}

/// For the fuzz targets.
pub(crate) fn read_stranger(text: &str) {
    let _source = objects::Source::read(text);
    let _tags = tagging::of_header(Some(text));
    let _range = objects::range(Some(text), 1 << 20);
    let _place = place_of_url(text);
    policy_status::is_public(text);
}
