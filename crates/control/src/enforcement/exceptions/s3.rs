//! Where the operations of S3 ask otherwise than the reference says.

use super::{Exceptions, NOT_SERVED};

const NAMED_OTHERWISE: &str = "S3's action for it has another name (S3 user guide, 'Required \
    permissions for Amazon S3 API operations').";
const NO_ABAC: &str = "A bucket's tags decide only where PutBucketAbac has let them, and that is \
    not served.";
const NO_ACCESS_POINTS: &str = "There are no access points here.";

pub(super) const ROWS: Exceptions = Exceptions {
    other_action: &[
        (
            "s3:CompleteMultipartUpload",
            "s3:PutObject",
            NAMED_OTHERWISE,
        ),
        ("s3:CopyObject", "s3:PutObject", NAMED_OTHERWISE),
        ("s3:CreateMultipartUpload", "s3:PutObject", NAMED_OTHERWISE),
        ("s3:DeleteBucketCors", "s3:PutBucketCORS", NAMED_OTHERWISE),
        (
            "s3:DeleteBucketEncryption",
            "s3:PutEncryptionConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:DeleteBucketLifecycle",
            "s3:PutLifecycleConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:DeleteBucketOwnershipControls",
            "s3:PutBucketOwnershipControls",
            NAMED_OTHERWISE,
        ),
        (
            "s3:DeleteBucketTagging",
            "s3:PutBucketTagging",
            NAMED_OTHERWISE,
        ),
        ("s3:DeleteObjects", "s3:DeleteObject", NAMED_OTHERWISE),
        (
            "s3:DeletePublicAccessBlock",
            "s3:PutBucketPublicAccessBlock",
            NAMED_OTHERWISE,
        ),
        (
            "s3:GetBucketAccelerateConfiguration",
            "s3:GetAccelerateConfiguration",
            NAMED_OTHERWISE,
        ),
        ("s3:GetBucketCors", "s3:GetBucketCORS", NAMED_OTHERWISE),
        (
            "s3:GetBucketEncryption",
            "s3:GetEncryptionConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:GetBucketLifecycleConfiguration",
            "s3:GetLifecycleConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:GetBucketNotificationConfiguration",
            "s3:GetBucketNotification",
            NAMED_OTHERWISE,
        ),
        (
            "s3:GetBucketReplication",
            "s3:GetReplicationConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:GetObjectLockConfiguration",
            "s3:GetBucketObjectLockConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:GetPublicAccessBlock",
            "s3:GetBucketPublicAccessBlock",
            NAMED_OTHERWISE,
        ),
        ("s3:HeadBucket", "s3:ListBucket", NAMED_OTHERWISE),
        ("s3:HeadObject", "s3:GetObject", NAMED_OTHERWISE),
        ("s3:ListBuckets", "s3:ListAllMyBuckets", NAMED_OTHERWISE),
        (
            "s3:ListMultipartUploads",
            "s3:ListBucketMultipartUploads",
            NAMED_OTHERWISE,
        ),
        (
            "s3:ListObjectVersions",
            "s3:ListBucketVersions",
            NAMED_OTHERWISE,
        ),
        ("s3:ListObjects", "s3:ListBucket", NAMED_OTHERWISE),
        ("s3:ListObjectsV2", "s3:ListBucket", NAMED_OTHERWISE),
        (
            "s3:ListParts",
            "s3:ListMultipartUploadParts",
            NAMED_OTHERWISE,
        ),
        ("s3:PutBucketCors", "s3:PutBucketCORS", NAMED_OTHERWISE),
        (
            "s3:PutBucketEncryption",
            "s3:PutEncryptionConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:PutBucketLifecycleConfiguration",
            "s3:PutLifecycleConfiguration",
            NAMED_OTHERWISE,
        ),
        (
            "s3:PutPublicAccessBlock",
            "s3:PutBucketPublicAccessBlock",
            NAMED_OTHERWISE,
        ),
        ("s3:UploadPart", "s3:PutObject", NAMED_OTHERWISE),
        ("s3:UploadPartCopy", "s3:PutObject", NAMED_OTHERWISE),
    ],
    unlisted_key: &[(
        "s3:GetObjectLockConfiguration",
        "s3:x-amz-content-sha256",
        "Every request has it; the reference leaves out this action alone.",
    )],
    unset_key: &[
        ("s3:*", "aws:ResourceTag/${TagKey}", NO_ABAC),
        ("s3:*", "s3:BucketTag/${TagKey}", NO_ABAC),
        ("s3:*", "s3:AccessPointTag/${TagKey}", NO_ACCESS_POINTS),
        ("s3:*", "s3:AccessPointNetworkOrigin", NO_ACCESS_POINTS),
        ("s3:*", "s3:DataAccessPointAccount", NO_ACCESS_POINTS),
        ("s3:*", "s3:DataAccessPointArn", NO_ACCESS_POINTS),
        (
            "s3:*",
            "s3:AccessGrantsInstanceArn",
            "There are no access grants here.",
        ),
        (
            "s3:*",
            "s3:TlsVersion",
            "The request of the test comes without TLS.",
        ),
        (
            "s3:*",
            "s3:signatureAge",
            "It comes with presigned addresses, and the request of the test is signed in its header.",
        ),
        (
            "s3:CreateBucket",
            "s3:ResourceAccount",
            "The bucket is nobody's before it is made.",
        ),
        (
            "s3:ListBuckets",
            "s3:ResourceAccount",
            "The list of all buckets is about none of them.",
        ),
        ("s3:*", "s3:x-amz-grant-full-control", NOT_SERVED),
        ("s3:*", "s3:x-amz-grant-read", NOT_SERVED),
        ("s3:*", "s3:x-amz-grant-read-acp", NOT_SERVED),
        ("s3:*", "s3:x-amz-grant-write", NOT_SERVED),
        ("s3:*", "s3:x-amz-grant-write-acp", NOT_SERVED),
        ("s3:*", "s3:x-amz-website-redirect-location", NOT_SERVED),
        (
            "s3:*",
            "s3:x-amz-server-side-encryption-customer-algorithm",
            NOT_SERVED,
        ),
        ("s3:*", "s3:object-lock-event-hold", NOT_SERVED),
        (
            "s3:*",
            "s3:object-lock-event-hold-duration-days",
            NOT_SERVED,
        ),
        ("s3:*", "s3:object-lock-legal-hold", NOT_SERVED),
        ("s3:*", "s3:object-lock-mode", NOT_SERVED),
        (
            "s3:*",
            "s3:object-lock-remaining-retention-days",
            NOT_SERVED,
        ),
        ("s3:*", "s3:object-lock-retain-until-date", NOT_SERVED),
    ],
    ..Exceptions::NONE
};
