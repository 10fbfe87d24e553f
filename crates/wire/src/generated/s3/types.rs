// Written by `cargo xtask codegen`. Do not edit.
//! The inputs and outputs of the implemented operations.

use super::schema;
use crate::masked::Masked;
use crate::timestamp::Timestamp;
use crate::{
    document::{Document, Members, Mismatch, Shape},
    operation::Operation,
    schema::OperationSchema,
};
use bytes::Bytes;
use std::collections::BTreeMap;
use std::fmt;

#[derive(Clone, Copy, Debug)]
pub struct AbortMultipartUpload;

impl Operation for AbortMultipartUpload {
    type Input = AbortMultipartUploadRequest;
    type Output = AbortMultipartUploadOutput;
    const NAME: &'static str = "AbortMultipartUpload";
    const SCHEMA: &'static OperationSchema = &schema::ABORT_MULTIPART_UPLOAD;
}

#[derive(Clone, Copy, Debug)]
pub struct CompleteMultipartUpload;

impl Operation for CompleteMultipartUpload {
    type Input = CompleteMultipartUploadRequest;
    type Output = CompleteMultipartUploadOutput;
    const NAME: &'static str = "CompleteMultipartUpload";
    const SCHEMA: &'static OperationSchema = &schema::COMPLETE_MULTIPART_UPLOAD;
}

#[derive(Clone, Copy, Debug)]
pub struct CopyObject;

impl Operation for CopyObject {
    type Input = CopyObjectRequest;
    type Output = CopyObjectOutput;
    const NAME: &'static str = "CopyObject";
    const SCHEMA: &'static OperationSchema = &schema::COPY_OBJECT;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateBucket;

impl Operation for CreateBucket {
    type Input = CreateBucketRequest;
    type Output = CreateBucketOutput;
    const NAME: &'static str = "CreateBucket";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_BUCKET;
}

#[derive(Clone, Copy, Debug)]
pub struct CreateMultipartUpload;

impl Operation for CreateMultipartUpload {
    type Input = CreateMultipartUploadRequest;
    type Output = CreateMultipartUploadOutput;
    const NAME: &'static str = "CreateMultipartUpload";
    const SCHEMA: &'static OperationSchema = &schema::CREATE_MULTIPART_UPLOAD;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucket;

impl Operation for DeleteBucket {
    type Input = DeleteBucketRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucket";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketCors;

impl Operation for DeleteBucketCors {
    type Input = DeleteBucketCorsRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucketCors";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET_CORS;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketEncryption;

impl Operation for DeleteBucketEncryption {
    type Input = DeleteBucketEncryptionRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucketEncryption";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET_ENCRYPTION;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketLifecycle;

impl Operation for DeleteBucketLifecycle {
    type Input = DeleteBucketLifecycleRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucketLifecycle";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET_LIFECYCLE;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketOwnershipControls;

impl Operation for DeleteBucketOwnershipControls {
    type Input = DeleteBucketOwnershipControlsRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucketOwnershipControls";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET_OWNERSHIP_CONTROLS;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketPolicy;

impl Operation for DeleteBucketPolicy {
    type Input = DeleteBucketPolicyRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucketPolicy";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteBucketTagging;

impl Operation for DeleteBucketTagging {
    type Input = DeleteBucketTaggingRequest;
    type Output = ();
    const NAME: &'static str = "DeleteBucketTagging";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_BUCKET_TAGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteObject;

impl Operation for DeleteObject {
    type Input = DeleteObjectRequest;
    type Output = DeleteObjectOutput;
    const NAME: &'static str = "DeleteObject";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_OBJECT;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteObjectTagging;

impl Operation for DeleteObjectTagging {
    type Input = DeleteObjectTaggingRequest;
    type Output = DeleteObjectTaggingOutput;
    const NAME: &'static str = "DeleteObjectTagging";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_OBJECT_TAGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct DeleteObjects;

impl Operation for DeleteObjects {
    type Input = DeleteObjectsRequest;
    type Output = DeleteObjectsOutput;
    const NAME: &'static str = "DeleteObjects";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_OBJECTS;
}

#[derive(Clone, Copy, Debug)]
pub struct DeletePublicAccessBlock;

impl Operation for DeletePublicAccessBlock {
    type Input = DeletePublicAccessBlockRequest;
    type Output = ();
    const NAME: &'static str = "DeletePublicAccessBlock";
    const SCHEMA: &'static OperationSchema = &schema::DELETE_PUBLIC_ACCESS_BLOCK;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketAccelerateConfiguration;

impl Operation for GetBucketAccelerateConfiguration {
    type Input = GetBucketAccelerateConfigurationRequest;
    type Output = GetBucketAccelerateConfigurationOutput;
    const NAME: &'static str = "GetBucketAccelerateConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_ACCELERATE_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketAcl;

impl Operation for GetBucketAcl {
    type Input = GetBucketAclRequest;
    type Output = GetBucketAclOutput;
    const NAME: &'static str = "GetBucketAcl";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_ACL;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketCors;

impl Operation for GetBucketCors {
    type Input = GetBucketCorsRequest;
    type Output = GetBucketCorsOutput;
    const NAME: &'static str = "GetBucketCors";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_CORS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketEncryption;

impl Operation for GetBucketEncryption {
    type Input = GetBucketEncryptionRequest;
    type Output = GetBucketEncryptionOutput;
    const NAME: &'static str = "GetBucketEncryption";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_ENCRYPTION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketLifecycleConfiguration;

impl Operation for GetBucketLifecycleConfiguration {
    type Input = GetBucketLifecycleConfigurationRequest;
    type Output = GetBucketLifecycleConfigurationOutput;
    const NAME: &'static str = "GetBucketLifecycleConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_LIFECYCLE_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketLocation;

impl Operation for GetBucketLocation {
    type Input = GetBucketLocationRequest;
    type Output = GetBucketLocationOutput;
    const NAME: &'static str = "GetBucketLocation";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_LOCATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketLogging;

impl Operation for GetBucketLogging {
    type Input = GetBucketLoggingRequest;
    type Output = GetBucketLoggingOutput;
    const NAME: &'static str = "GetBucketLogging";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_LOGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketNotificationConfiguration;

impl Operation for GetBucketNotificationConfiguration {
    type Input = GetBucketNotificationConfigurationRequest;
    type Output = NotificationConfiguration;
    const NAME: &'static str = "GetBucketNotificationConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_NOTIFICATION_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketOwnershipControls;

impl Operation for GetBucketOwnershipControls {
    type Input = GetBucketOwnershipControlsRequest;
    type Output = GetBucketOwnershipControlsOutput;
    const NAME: &'static str = "GetBucketOwnershipControls";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_OWNERSHIP_CONTROLS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketPolicy;

impl Operation for GetBucketPolicy {
    type Input = GetBucketPolicyRequest;
    type Output = GetBucketPolicyOutput;
    const NAME: &'static str = "GetBucketPolicy";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketPolicyStatus;

impl Operation for GetBucketPolicyStatus {
    type Input = GetBucketPolicyStatusRequest;
    type Output = GetBucketPolicyStatusOutput;
    const NAME: &'static str = "GetBucketPolicyStatus";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_POLICY_STATUS;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketReplication;

impl Operation for GetBucketReplication {
    type Input = GetBucketReplicationRequest;
    type Output = GetBucketReplicationOutput;
    const NAME: &'static str = "GetBucketReplication";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_REPLICATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketRequestPayment;

impl Operation for GetBucketRequestPayment {
    type Input = GetBucketRequestPaymentRequest;
    type Output = GetBucketRequestPaymentOutput;
    const NAME: &'static str = "GetBucketRequestPayment";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_REQUEST_PAYMENT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketTagging;

impl Operation for GetBucketTagging {
    type Input = GetBucketTaggingRequest;
    type Output = GetBucketTaggingOutput;
    const NAME: &'static str = "GetBucketTagging";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_TAGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketVersioning;

impl Operation for GetBucketVersioning {
    type Input = GetBucketVersioningRequest;
    type Output = GetBucketVersioningOutput;
    const NAME: &'static str = "GetBucketVersioning";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_VERSIONING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetBucketWebsite;

impl Operation for GetBucketWebsite {
    type Input = GetBucketWebsiteRequest;
    type Output = GetBucketWebsiteOutput;
    const NAME: &'static str = "GetBucketWebsite";
    const SCHEMA: &'static OperationSchema = &schema::GET_BUCKET_WEBSITE;
}

#[derive(Clone, Copy, Debug)]
pub struct GetObject;

impl Operation for GetObject {
    type Input = GetObjectRequest;
    type Output = GetObjectOutput;
    const NAME: &'static str = "GetObject";
    const SCHEMA: &'static OperationSchema = &schema::GET_OBJECT;
}

#[derive(Clone, Copy, Debug)]
pub struct GetObjectAcl;

impl Operation for GetObjectAcl {
    type Input = GetObjectAclRequest;
    type Output = GetObjectAclOutput;
    const NAME: &'static str = "GetObjectAcl";
    const SCHEMA: &'static OperationSchema = &schema::GET_OBJECT_ACL;
}

#[derive(Clone, Copy, Debug)]
pub struct GetObjectAttributes;

impl Operation for GetObjectAttributes {
    type Input = GetObjectAttributesRequest;
    type Output = GetObjectAttributesOutput;
    const NAME: &'static str = "GetObjectAttributes";
    const SCHEMA: &'static OperationSchema = &schema::GET_OBJECT_ATTRIBUTES;
}

#[derive(Clone, Copy, Debug)]
pub struct GetObjectLockConfiguration;

impl Operation for GetObjectLockConfiguration {
    type Input = GetObjectLockConfigurationRequest;
    type Output = GetObjectLockConfigurationOutput;
    const NAME: &'static str = "GetObjectLockConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::GET_OBJECT_LOCK_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct GetObjectTagging;

impl Operation for GetObjectTagging {
    type Input = GetObjectTaggingRequest;
    type Output = GetObjectTaggingOutput;
    const NAME: &'static str = "GetObjectTagging";
    const SCHEMA: &'static OperationSchema = &schema::GET_OBJECT_TAGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct GetPublicAccessBlock;

impl Operation for GetPublicAccessBlock {
    type Input = GetPublicAccessBlockRequest;
    type Output = GetPublicAccessBlockOutput;
    const NAME: &'static str = "GetPublicAccessBlock";
    const SCHEMA: &'static OperationSchema = &schema::GET_PUBLIC_ACCESS_BLOCK;
}

#[derive(Clone, Copy, Debug)]
pub struct HeadBucket;

impl Operation for HeadBucket {
    type Input = HeadBucketRequest;
    type Output = HeadBucketOutput;
    const NAME: &'static str = "HeadBucket";
    const SCHEMA: &'static OperationSchema = &schema::HEAD_BUCKET;
}

#[derive(Clone, Copy, Debug)]
pub struct HeadObject;

impl Operation for HeadObject {
    type Input = HeadObjectRequest;
    type Output = HeadObjectOutput;
    const NAME: &'static str = "HeadObject";
    const SCHEMA: &'static OperationSchema = &schema::HEAD_OBJECT;
}

#[derive(Clone, Copy, Debug)]
pub struct ListBuckets;

impl Operation for ListBuckets {
    type Input = ListBucketsRequest;
    type Output = ListBucketsOutput;
    const NAME: &'static str = "ListBuckets";
    const SCHEMA: &'static OperationSchema = &schema::LIST_BUCKETS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListMultipartUploads;

impl Operation for ListMultipartUploads {
    type Input = ListMultipartUploadsRequest;
    type Output = ListMultipartUploadsOutput;
    const NAME: &'static str = "ListMultipartUploads";
    const SCHEMA: &'static OperationSchema = &schema::LIST_MULTIPART_UPLOADS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListObjectVersions;

impl Operation for ListObjectVersions {
    type Input = ListObjectVersionsRequest;
    type Output = ListObjectVersionsOutput;
    const NAME: &'static str = "ListObjectVersions";
    const SCHEMA: &'static OperationSchema = &schema::LIST_OBJECT_VERSIONS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListObjects;

impl Operation for ListObjects {
    type Input = ListObjectsRequest;
    type Output = ListObjectsOutput;
    const NAME: &'static str = "ListObjects";
    const SCHEMA: &'static OperationSchema = &schema::LIST_OBJECTS;
}

#[derive(Clone, Copy, Debug)]
pub struct ListObjectsV2;

impl Operation for ListObjectsV2 {
    type Input = ListObjectsV2Request;
    type Output = ListObjectsV2Output;
    const NAME: &'static str = "ListObjectsV2";
    const SCHEMA: &'static OperationSchema = &schema::LIST_OBJECTS_V2;
}

#[derive(Clone, Copy, Debug)]
pub struct ListParts;

impl Operation for ListParts {
    type Input = ListPartsRequest;
    type Output = ListPartsOutput;
    const NAME: &'static str = "ListParts";
    const SCHEMA: &'static OperationSchema = &schema::LIST_PARTS;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketAcl;

impl Operation for PutBucketAcl {
    type Input = PutBucketAclRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketAcl";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_ACL;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketCors;

impl Operation for PutBucketCors {
    type Input = PutBucketCorsRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketCors";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_CORS;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketEncryption;

impl Operation for PutBucketEncryption {
    type Input = PutBucketEncryptionRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketEncryption";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_ENCRYPTION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketLifecycleConfiguration;

impl Operation for PutBucketLifecycleConfiguration {
    type Input = PutBucketLifecycleConfigurationRequest;
    type Output = PutBucketLifecycleConfigurationOutput;
    const NAME: &'static str = "PutBucketLifecycleConfiguration";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_LIFECYCLE_CONFIGURATION;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketOwnershipControls;

impl Operation for PutBucketOwnershipControls {
    type Input = PutBucketOwnershipControlsRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketOwnershipControls";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_OWNERSHIP_CONTROLS;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketPolicy;

impl Operation for PutBucketPolicy {
    type Input = PutBucketPolicyRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketPolicy";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_POLICY;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketTagging;

impl Operation for PutBucketTagging {
    type Input = PutBucketTaggingRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketTagging";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_TAGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct PutBucketVersioning;

impl Operation for PutBucketVersioning {
    type Input = PutBucketVersioningRequest;
    type Output = ();
    const NAME: &'static str = "PutBucketVersioning";
    const SCHEMA: &'static OperationSchema = &schema::PUT_BUCKET_VERSIONING;
}

#[derive(Clone, Copy, Debug)]
pub struct PutObject;

impl Operation for PutObject {
    type Input = PutObjectRequest;
    type Output = PutObjectOutput;
    const NAME: &'static str = "PutObject";
    const SCHEMA: &'static OperationSchema = &schema::PUT_OBJECT;
}

#[derive(Clone, Copy, Debug)]
pub struct PutObjectTagging;

impl Operation for PutObjectTagging {
    type Input = PutObjectTaggingRequest;
    type Output = PutObjectTaggingOutput;
    const NAME: &'static str = "PutObjectTagging";
    const SCHEMA: &'static OperationSchema = &schema::PUT_OBJECT_TAGGING;
}

#[derive(Clone, Copy, Debug)]
pub struct PutPublicAccessBlock;

impl Operation for PutPublicAccessBlock {
    type Input = PutPublicAccessBlockRequest;
    type Output = ();
    const NAME: &'static str = "PutPublicAccessBlock";
    const SCHEMA: &'static OperationSchema = &schema::PUT_PUBLIC_ACCESS_BLOCK;
}

#[derive(Clone, Copy, Debug)]
pub struct UploadPart;

impl Operation for UploadPart {
    type Input = UploadPartRequest;
    type Output = UploadPartOutput;
    const NAME: &'static str = "UploadPart";
    const SCHEMA: &'static OperationSchema = &schema::UPLOAD_PART;
}

#[derive(Clone, Copy, Debug)]
pub struct UploadPartCopy;

impl Operation for UploadPartCopy {
    type Input = UploadPartCopyRequest;
    type Output = UploadPartCopyOutput;
    const NAME: &'static str = "UploadPartCopy";
    const SCHEMA: &'static OperationSchema = &schema::UPLOAD_PART_COPY;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortIncompleteMultipartUpload {
    pub days_after_initiation: Option<i32>,
}

impl Shape for AbortIncompleteMultipartUpload {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            days_after_initiation: members.take("DaysAfterInitiation")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DaysAfterInitiation", self.days_after_initiation);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortMultipartUploadOutput {
    pub request_charged: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for AbortMultipartUploadOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            request_charged: members.take("RequestCharged")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RequestCharged", self.request_charged);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortMultipartUploadRequest {
    pub bucket: String,
    pub key: String,
    pub upload_id: String,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub if_match_initiated_time: Option<Timestamp>,
}

impl Shape for AbortMultipartUploadRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            upload_id: members.take("UploadId")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            if_match_initiated_time: members.take("IfMatchInitiatedTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("UploadId", self.upload_id);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("IfMatchInitiatedTime", self.if_match_initiated_time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessControlPolicy {
    pub grants: Option<Vec<Grant>>,
    pub owner: Option<Owner>,
}

impl Shape for AccessControlPolicy {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            grants: members.take("Grants")?,
            owner: members.take("Owner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Grants", self.grants);
        members.put("Owner", self.owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessControlTranslation {
    pub owner: String,
}

impl Shape for AccessControlTranslation {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            owner: members.take("Owner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Owner", self.owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockedEncryptionTypes {
    pub encryption_type: Option<Vec<String>>,
}

impl Shape for BlockedEncryptionTypes {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            encryption_type: members.take("EncryptionType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("EncryptionType", self.encryption_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bucket {
    pub name: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub bucket_region: Option<String>,
    pub bucket_arn: Option<String>,
}

impl Shape for Bucket {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            creation_date: members.take("CreationDate")?,
            bucket_region: members.take("BucketRegion")?,
            bucket_arn: members.take("BucketArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("CreationDate", self.creation_date);
        members.put("BucketRegion", self.bucket_region);
        members.put("BucketArn", self.bucket_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BucketInfo {
    pub data_redundancy: Option<String>,
    pub type_: Option<String>,
}

impl Shape for BucketInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            data_redundancy: members.take("DataRedundancy")?,
            type_: members.take("Type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DataRedundancy", self.data_redundancy);
        members.put("Type", self.type_);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BucketLifecycleConfiguration {
    pub rules: Vec<LifecycleRule>,
}

impl Shape for BucketLifecycleConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rules: members.take("Rules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rules", self.rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CORSConfiguration {
    pub cors_rules: Vec<CORSRule>,
}

impl Shape for CORSConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            cors_rules: members.take("CORSRules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CORSRules", self.cors_rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CORSRule {
    pub id: Option<String>,
    pub allowed_headers: Option<Vec<String>>,
    pub allowed_methods: Vec<String>,
    pub allowed_origins: Vec<String>,
    pub expose_headers: Option<Vec<String>>,
    pub max_age_seconds: Option<i32>,
}

impl Shape for CORSRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("ID")?,
            allowed_headers: members.take("AllowedHeaders")?,
            allowed_methods: members.take("AllowedMethods")?,
            allowed_origins: members.take("AllowedOrigins")?,
            expose_headers: members.take("ExposeHeaders")?,
            max_age_seconds: members.take("MaxAgeSeconds")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ID", self.id);
        members.put("AllowedHeaders", self.allowed_headers);
        members.put("AllowedMethods", self.allowed_methods);
        members.put("AllowedOrigins", self.allowed_origins);
        members.put("ExposeHeaders", self.expose_headers);
        members.put("MaxAgeSeconds", self.max_age_seconds);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checksum {
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
}

impl Shape for Checksum {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            checksum_type: members.take("ChecksumType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("ChecksumType", self.checksum_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommonPrefix {
    pub prefix: Option<String>,
}

impl Shape for CommonPrefix {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            prefix: members.take("Prefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Prefix", self.prefix);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CompleteMultipartUploadOutput {
    pub location: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub expiration: Option<String>,
    pub e_tag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub server_side_encryption: Option<String>,
    pub version_id: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
}

impl fmt::Debug for CompleteMultipartUploadOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CompleteMultipartUploadOutput")
            .field("location", &self.location)
            .field("bucket", &self.bucket)
            .field("key", &self.key)
            .field("expiration", &self.expiration)
            .field("e_tag", &self.e_tag)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("checksum_type", &self.checksum_type)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("version_id", &self.version_id)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_charged", &self.request_charged)
            .finish()
    }
}

impl Shape for CompleteMultipartUploadOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            location: members.take("Location")?,
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            expiration: members.take("Expiration")?,
            e_tag: members.take("ETag")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            checksum_type: members.take("ChecksumType")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            version_id: members.take("VersionId")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Location", self.location);
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("Expiration", self.expiration);
        members.put("ETag", self.e_tag);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("ChecksumType", self.checksum_type);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("VersionId", self.version_id);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CompleteMultipartUploadRequest {
    pub bucket: String,
    pub key: String,
    pub multipart_upload: Option<CompletedMultipartUpload>,
    pub upload_id: String,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub mpu_object_size: Option<i64>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
}

impl fmt::Debug for CompleteMultipartUploadRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CompleteMultipartUploadRequest")
            .field("bucket", &self.bucket)
            .field("key", &self.key)
            .field("multipart_upload", &self.multipart_upload)
            .field("upload_id", &self.upload_id)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("checksum_type", &self.checksum_type)
            .field("mpu_object_size", &self.mpu_object_size)
            .field("request_payer", &self.request_payer)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field("if_match", &self.if_match)
            .field("if_none_match", &self.if_none_match)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .finish()
    }
}

impl Shape for CompleteMultipartUploadRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            multipart_upload: members.take("MultipartUpload")?,
            upload_id: members.take("UploadId")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            checksum_type: members.take("ChecksumType")?,
            mpu_object_size: members.take("MpuObjectSize")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            if_match: members.take("IfMatch")?,
            if_none_match: members.take("IfNoneMatch")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("MultipartUpload", self.multipart_upload);
        members.put("UploadId", self.upload_id);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("ChecksumType", self.checksum_type);
        members.put("MpuObjectSize", self.mpu_object_size);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("IfMatch", self.if_match);
        members.put("IfNoneMatch", self.if_none_match);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompletedMultipartUpload {
    pub parts: Option<Vec<CompletedPart>>,
}

impl Shape for CompletedMultipartUpload {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            parts: members.take("Parts")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Parts", self.parts);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompletedPart {
    pub e_tag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub part_number: Option<i32>,
}

impl Shape for CompletedPart {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            e_tag: members.take("ETag")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            part_number: members.take("PartNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ETag", self.e_tag);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("PartNumber", self.part_number);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    pub http_error_code_returned_equals: Option<String>,
    pub key_prefix_equals: Option<String>,
}

impl Shape for Condition {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            http_error_code_returned_equals: members.take("HttpErrorCodeReturnedEquals")?,
            key_prefix_equals: members.take("KeyPrefixEquals")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "HttpErrorCodeReturnedEquals",
            self.http_error_code_returned_equals,
        );
        members.put("KeyPrefixEquals", self.key_prefix_equals);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CopyObjectOutput {
    pub copy_object_result: Option<CopyObjectResult>,
    pub expiration: Option<String>,
    pub copy_source_version_id: Option<String>,
    pub version_id: Option<String>,
    pub server_side_encryption: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
}

impl fmt::Debug for CopyObjectOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CopyObjectOutput")
            .field("copy_object_result", &self.copy_object_result)
            .field("expiration", &self.expiration)
            .field("copy_source_version_id", &self.copy_source_version_id)
            .field("version_id", &self.version_id)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field(
                "ssekms_encryption_context",
                &self.ssekms_encryption_context.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_charged", &self.request_charged)
            .finish()
    }
}

impl Shape for CopyObjectOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            copy_object_result: members.take("CopyObjectResult")?,
            expiration: members.take("Expiration")?,
            copy_source_version_id: members.take("CopySourceVersionId")?,
            version_id: members.take("VersionId")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            ssekms_encryption_context: members.take("SSEKMSEncryptionContext")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CopyObjectResult", self.copy_object_result);
        members.put("Expiration", self.expiration);
        members.put("CopySourceVersionId", self.copy_source_version_id);
        members.put("VersionId", self.version_id);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("SSEKMSEncryptionContext", self.ssekms_encryption_context);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CopyObjectRequest {
    pub acl: Option<String>,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub copy_source: String,
    pub copy_source_if_match: Option<String>,
    pub copy_source_if_modified_since: Option<Timestamp>,
    pub copy_source_if_none_match: Option<String>,
    pub copy_source_if_unmodified_since: Option<Timestamp>,
    pub expires: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write_acp: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub key: String,
    pub metadata: Option<BTreeMap<String, String>>,
    pub metadata_directive: Option<String>,
    pub tagging_directive: Option<String>,
    pub annotation_directive: Option<String>,
    pub server_side_encryption: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub copy_source_sse_customer_algorithm: Option<String>,
    pub copy_source_sse_customer_key: Option<String>,
    pub copy_source_sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub expected_source_bucket_owner: Option<String>,
}

impl fmt::Debug for CopyObjectRequest {
    #[expect(clippy::too_many_lines, reason = "a line for each member")]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CopyObjectRequest")
            .field("acl", &self.acl)
            .field("bucket", &self.bucket)
            .field("cache_control", &self.cache_control)
            .field("checksum_algorithm", &self.checksum_algorithm)
            .field("content_disposition", &self.content_disposition)
            .field("content_encoding", &self.content_encoding)
            .field("content_language", &self.content_language)
            .field("content_type", &self.content_type)
            .field("copy_source", &self.copy_source)
            .field("copy_source_if_match", &self.copy_source_if_match)
            .field(
                "copy_source_if_modified_since",
                &self.copy_source_if_modified_since,
            )
            .field("copy_source_if_none_match", &self.copy_source_if_none_match)
            .field(
                "copy_source_if_unmodified_since",
                &self.copy_source_if_unmodified_since,
            )
            .field("expires", &self.expires)
            .field("grant_full_control", &self.grant_full_control)
            .field("grant_read", &self.grant_read)
            .field("grant_read_acp", &self.grant_read_acp)
            .field("grant_write_acp", &self.grant_write_acp)
            .field("if_match", &self.if_match)
            .field("if_none_match", &self.if_none_match)
            .field("key", &self.key)
            .field("metadata", &self.metadata)
            .field("metadata_directive", &self.metadata_directive)
            .field("tagging_directive", &self.tagging_directive)
            .field("annotation_directive", &self.annotation_directive)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("storage_class", &self.storage_class)
            .field("website_redirect_location", &self.website_redirect_location)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field(
                "ssekms_encryption_context",
                &self.ssekms_encryption_context.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field(
                "copy_source_sse_customer_algorithm",
                &self.copy_source_sse_customer_algorithm,
            )
            .field(
                "copy_source_sse_customer_key",
                &self.copy_source_sse_customer_key.as_ref().map(|_| Masked),
            )
            .field(
                "copy_source_sse_customer_key_md5",
                &self.copy_source_sse_customer_key_md5,
            )
            .field("request_payer", &self.request_payer)
            .field("tagging", &self.tagging)
            .field("object_lock_mode", &self.object_lock_mode)
            .field(
                "object_lock_retain_until_date",
                &self.object_lock_retain_until_date,
            )
            .field(
                "object_lock_legal_hold_status",
                &self.object_lock_legal_hold_status,
            )
            .field("object_lock_event_hold", &self.object_lock_event_hold)
            .field(
                "object_lock_event_hold_duration_days",
                &self.object_lock_event_hold_duration_days,
            )
            .field(
                "object_lock_event_hold_duration_years",
                &self.object_lock_event_hold_duration_years,
            )
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field(
                "expected_source_bucket_owner",
                &self.expected_source_bucket_owner,
            )
            .finish()
    }
}

impl Shape for CopyObjectRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            acl: members.take("ACL")?,
            bucket: members.take("Bucket")?,
            cache_control: members.take("CacheControl")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            content_disposition: members.take("ContentDisposition")?,
            content_encoding: members.take("ContentEncoding")?,
            content_language: members.take("ContentLanguage")?,
            content_type: members.take("ContentType")?,
            copy_source: members.take("CopySource")?,
            copy_source_if_match: members.take("CopySourceIfMatch")?,
            copy_source_if_modified_since: members.take("CopySourceIfModifiedSince")?,
            copy_source_if_none_match: members.take("CopySourceIfNoneMatch")?,
            copy_source_if_unmodified_since: members.take("CopySourceIfUnmodifiedSince")?,
            expires: members.take("Expires")?,
            grant_full_control: members.take("GrantFullControl")?,
            grant_read: members.take("GrantRead")?,
            grant_read_acp: members.take("GrantReadACP")?,
            grant_write_acp: members.take("GrantWriteACP")?,
            if_match: members.take("IfMatch")?,
            if_none_match: members.take("IfNoneMatch")?,
            key: members.take("Key")?,
            metadata: members.take("Metadata")?,
            metadata_directive: members.take("MetadataDirective")?,
            tagging_directive: members.take("TaggingDirective")?,
            annotation_directive: members.take("AnnotationDirective")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            storage_class: members.take("StorageClass")?,
            website_redirect_location: members.take("WebsiteRedirectLocation")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            ssekms_encryption_context: members.take("SSEKMSEncryptionContext")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            copy_source_sse_customer_algorithm: members.take("CopySourceSSECustomerAlgorithm")?,
            copy_source_sse_customer_key: members.take("CopySourceSSECustomerKey")?,
            copy_source_sse_customer_key_md5: members.take("CopySourceSSECustomerKeyMD5")?,
            request_payer: members.take("RequestPayer")?,
            tagging: members.take("Tagging")?,
            object_lock_mode: members.take("ObjectLockMode")?,
            object_lock_retain_until_date: members.take("ObjectLockRetainUntilDate")?,
            object_lock_legal_hold_status: members.take("ObjectLockLegalHoldStatus")?,
            object_lock_event_hold: members.take("ObjectLockEventHold")?,
            object_lock_event_hold_duration_days: members
                .take("ObjectLockEventHoldDurationDays")?,
            object_lock_event_hold_duration_years: members
                .take("ObjectLockEventHoldDurationYears")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            expected_source_bucket_owner: members.take("ExpectedSourceBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ACL", self.acl);
        members.put("Bucket", self.bucket);
        members.put("CacheControl", self.cache_control);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ContentDisposition", self.content_disposition);
        members.put("ContentEncoding", self.content_encoding);
        members.put("ContentLanguage", self.content_language);
        members.put("ContentType", self.content_type);
        members.put("CopySource", self.copy_source);
        members.put("CopySourceIfMatch", self.copy_source_if_match);
        members.put(
            "CopySourceIfModifiedSince",
            self.copy_source_if_modified_since,
        );
        members.put("CopySourceIfNoneMatch", self.copy_source_if_none_match);
        members.put(
            "CopySourceIfUnmodifiedSince",
            self.copy_source_if_unmodified_since,
        );
        members.put("Expires", self.expires);
        members.put("GrantFullControl", self.grant_full_control);
        members.put("GrantRead", self.grant_read);
        members.put("GrantReadACP", self.grant_read_acp);
        members.put("GrantWriteACP", self.grant_write_acp);
        members.put("IfMatch", self.if_match);
        members.put("IfNoneMatch", self.if_none_match);
        members.put("Key", self.key);
        members.put("Metadata", self.metadata);
        members.put("MetadataDirective", self.metadata_directive);
        members.put("TaggingDirective", self.tagging_directive);
        members.put("AnnotationDirective", self.annotation_directive);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("StorageClass", self.storage_class);
        members.put("WebsiteRedirectLocation", self.website_redirect_location);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("SSEKMSEncryptionContext", self.ssekms_encryption_context);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put(
            "CopySourceSSECustomerAlgorithm",
            self.copy_source_sse_customer_algorithm,
        );
        members.put(
            "CopySourceSSECustomerKey",
            self.copy_source_sse_customer_key,
        );
        members.put(
            "CopySourceSSECustomerKeyMD5",
            self.copy_source_sse_customer_key_md5,
        );
        members.put("RequestPayer", self.request_payer);
        members.put("Tagging", self.tagging);
        members.put("ObjectLockMode", self.object_lock_mode);
        members.put(
            "ObjectLockRetainUntilDate",
            self.object_lock_retain_until_date,
        );
        members.put(
            "ObjectLockLegalHoldStatus",
            self.object_lock_legal_hold_status,
        );
        members.put("ObjectLockEventHold", self.object_lock_event_hold);
        members.put(
            "ObjectLockEventHoldDurationDays",
            self.object_lock_event_hold_duration_days,
        );
        members.put(
            "ObjectLockEventHoldDurationYears",
            self.object_lock_event_hold_duration_years,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put(
            "ExpectedSourceBucketOwner",
            self.expected_source_bucket_owner,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyObjectResult {
    pub e_tag: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub checksum_type: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for CopyObjectResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            e_tag: members.take("ETag")?,
            last_modified: members.take("LastModified")?,
            checksum_type: members.take("ChecksumType")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ETag", self.e_tag);
        members.put("LastModified", self.last_modified);
        members.put("ChecksumType", self.checksum_type);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyPartResult {
    pub e_tag: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for CopyPartResult {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            e_tag: members.take("ETag")?,
            last_modified: members.take("LastModified")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ETag", self.e_tag);
        members.put("LastModified", self.last_modified);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBucketConfiguration {
    pub location_constraint: Option<String>,
    pub location: Option<LocationInfo>,
    pub bucket: Option<BucketInfo>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateBucketConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            location_constraint: members.take("LocationConstraint")?,
            location: members.take("Location")?,
            bucket: members.take("Bucket")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LocationConstraint", self.location_constraint);
        members.put("Location", self.location);
        members.put("Bucket", self.bucket);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBucketOutput {
    pub location: Option<String>,
    pub bucket_arn: Option<String>,
}

impl Shape for CreateBucketOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            location: members.take("Location")?,
            bucket_arn: members.take("BucketArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Location", self.location);
        members.put("BucketArn", self.bucket_arn);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBucketRequest {
    pub acl: Option<String>,
    pub bucket: String,
    pub create_bucket_configuration: Option<CreateBucketConfiguration>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write: Option<String>,
    pub grant_write_acp: Option<String>,
    pub object_lock_enabled_for_bucket: Option<bool>,
    pub object_ownership: Option<String>,
    pub bucket_namespace: Option<String>,
}

impl Shape for CreateBucketRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            acl: members.take("ACL")?,
            bucket: members.take("Bucket")?,
            create_bucket_configuration: members.take("CreateBucketConfiguration")?,
            grant_full_control: members.take("GrantFullControl")?,
            grant_read: members.take("GrantRead")?,
            grant_read_acp: members.take("GrantReadACP")?,
            grant_write: members.take("GrantWrite")?,
            grant_write_acp: members.take("GrantWriteACP")?,
            object_lock_enabled_for_bucket: members.take("ObjectLockEnabledForBucket")?,
            object_ownership: members.take("ObjectOwnership")?,
            bucket_namespace: members.take("BucketNamespace")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ACL", self.acl);
        members.put("Bucket", self.bucket);
        members.put(
            "CreateBucketConfiguration",
            self.create_bucket_configuration,
        );
        members.put("GrantFullControl", self.grant_full_control);
        members.put("GrantRead", self.grant_read);
        members.put("GrantReadACP", self.grant_read_acp);
        members.put("GrantWrite", self.grant_write);
        members.put("GrantWriteACP", self.grant_write_acp);
        members.put(
            "ObjectLockEnabledForBucket",
            self.object_lock_enabled_for_bucket,
        );
        members.put("ObjectOwnership", self.object_ownership);
        members.put("BucketNamespace", self.bucket_namespace);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CreateMultipartUploadOutput {
    pub abort_date: Option<Timestamp>,
    pub abort_rule_id: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub upload_id: Option<String>,
    pub server_side_encryption: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
    pub version_id: Option<String>,
}

impl fmt::Debug for CreateMultipartUploadOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreateMultipartUploadOutput")
            .field("abort_date", &self.abort_date)
            .field("abort_rule_id", &self.abort_rule_id)
            .field("bucket", &self.bucket)
            .field("key", &self.key)
            .field("upload_id", &self.upload_id)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field(
                "ssekms_encryption_context",
                &self.ssekms_encryption_context.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_charged", &self.request_charged)
            .field("checksum_algorithm", &self.checksum_algorithm)
            .field("checksum_type", &self.checksum_type)
            .field("version_id", &self.version_id)
            .finish()
    }
}

impl Shape for CreateMultipartUploadOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            abort_date: members.take("AbortDate")?,
            abort_rule_id: members.take("AbortRuleId")?,
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            upload_id: members.take("UploadId")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            ssekms_encryption_context: members.take("SSEKMSEncryptionContext")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_charged: members.take("RequestCharged")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_type: members.take("ChecksumType")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AbortDate", self.abort_date);
        members.put("AbortRuleId", self.abort_rule_id);
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("UploadId", self.upload_id);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("SSEKMSEncryptionContext", self.ssekms_encryption_context);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestCharged", self.request_charged);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumType", self.checksum_type);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct CreateMultipartUploadRequest {
    pub acl: Option<String>,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub expires: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write_acp: Option<String>,
    pub key: String,
    pub metadata: Option<BTreeMap<String, String>>,
    pub server_side_encryption: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_payer: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
}

impl fmt::Debug for CreateMultipartUploadRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreateMultipartUploadRequest")
            .field("acl", &self.acl)
            .field("bucket", &self.bucket)
            .field("cache_control", &self.cache_control)
            .field("content_disposition", &self.content_disposition)
            .field("content_encoding", &self.content_encoding)
            .field("content_language", &self.content_language)
            .field("content_type", &self.content_type)
            .field("expires", &self.expires)
            .field("grant_full_control", &self.grant_full_control)
            .field("grant_read", &self.grant_read)
            .field("grant_read_acp", &self.grant_read_acp)
            .field("grant_write_acp", &self.grant_write_acp)
            .field("key", &self.key)
            .field("metadata", &self.metadata)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("storage_class", &self.storage_class)
            .field("website_redirect_location", &self.website_redirect_location)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field(
                "ssekms_encryption_context",
                &self.ssekms_encryption_context.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_payer", &self.request_payer)
            .field("tagging", &self.tagging)
            .field("object_lock_mode", &self.object_lock_mode)
            .field(
                "object_lock_retain_until_date",
                &self.object_lock_retain_until_date,
            )
            .field(
                "object_lock_legal_hold_status",
                &self.object_lock_legal_hold_status,
            )
            .field("object_lock_event_hold", &self.object_lock_event_hold)
            .field(
                "object_lock_event_hold_duration_days",
                &self.object_lock_event_hold_duration_days,
            )
            .field(
                "object_lock_event_hold_duration_years",
                &self.object_lock_event_hold_duration_years,
            )
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field("checksum_algorithm", &self.checksum_algorithm)
            .field("checksum_type", &self.checksum_type)
            .finish()
    }
}

impl Shape for CreateMultipartUploadRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            acl: members.take("ACL")?,
            bucket: members.take("Bucket")?,
            cache_control: members.take("CacheControl")?,
            content_disposition: members.take("ContentDisposition")?,
            content_encoding: members.take("ContentEncoding")?,
            content_language: members.take("ContentLanguage")?,
            content_type: members.take("ContentType")?,
            expires: members.take("Expires")?,
            grant_full_control: members.take("GrantFullControl")?,
            grant_read: members.take("GrantRead")?,
            grant_read_acp: members.take("GrantReadACP")?,
            grant_write_acp: members.take("GrantWriteACP")?,
            key: members.take("Key")?,
            metadata: members.take("Metadata")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            storage_class: members.take("StorageClass")?,
            website_redirect_location: members.take("WebsiteRedirectLocation")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            ssekms_encryption_context: members.take("SSEKMSEncryptionContext")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_payer: members.take("RequestPayer")?,
            tagging: members.take("Tagging")?,
            object_lock_mode: members.take("ObjectLockMode")?,
            object_lock_retain_until_date: members.take("ObjectLockRetainUntilDate")?,
            object_lock_legal_hold_status: members.take("ObjectLockLegalHoldStatus")?,
            object_lock_event_hold: members.take("ObjectLockEventHold")?,
            object_lock_event_hold_duration_days: members
                .take("ObjectLockEventHoldDurationDays")?,
            object_lock_event_hold_duration_years: members
                .take("ObjectLockEventHoldDurationYears")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_type: members.take("ChecksumType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ACL", self.acl);
        members.put("Bucket", self.bucket);
        members.put("CacheControl", self.cache_control);
        members.put("ContentDisposition", self.content_disposition);
        members.put("ContentEncoding", self.content_encoding);
        members.put("ContentLanguage", self.content_language);
        members.put("ContentType", self.content_type);
        members.put("Expires", self.expires);
        members.put("GrantFullControl", self.grant_full_control);
        members.put("GrantRead", self.grant_read);
        members.put("GrantReadACP", self.grant_read_acp);
        members.put("GrantWriteACP", self.grant_write_acp);
        members.put("Key", self.key);
        members.put("Metadata", self.metadata);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("StorageClass", self.storage_class);
        members.put("WebsiteRedirectLocation", self.website_redirect_location);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("SSEKMSEncryptionContext", self.ssekms_encryption_context);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestPayer", self.request_payer);
        members.put("Tagging", self.tagging);
        members.put("ObjectLockMode", self.object_lock_mode);
        members.put(
            "ObjectLockRetainUntilDate",
            self.object_lock_retain_until_date,
        );
        members.put(
            "ObjectLockLegalHoldStatus",
            self.object_lock_legal_hold_status,
        );
        members.put("ObjectLockEventHold", self.object_lock_event_hold);
        members.put(
            "ObjectLockEventHoldDurationDays",
            self.object_lock_event_hold_duration_days,
        );
        members.put(
            "ObjectLockEventHoldDurationYears",
            self.object_lock_event_hold_duration_years,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumType", self.checksum_type);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefaultRetention {
    pub mode: Option<String>,
    pub days: Option<i32>,
    pub years: Option<i32>,
    pub default_event_hold: Option<EventHoldDuration>,
}

impl Shape for DefaultRetention {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mode: members.take("Mode")?,
            days: members.take("Days")?,
            years: members.take("Years")?,
            default_event_hold: members.take("DefaultEventHold")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Mode", self.mode);
        members.put("Days", self.days);
        members.put("Years", self.years);
        members.put("DefaultEventHold", self.default_event_hold);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delete {
    pub objects: Vec<ObjectIdentifier>,
    pub quiet: Option<bool>,
}

impl Shape for Delete {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            objects: members.take("Objects")?,
            quiet: members.take("Quiet")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Objects", self.objects);
        members.put("Quiet", self.quiet);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketCorsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketCorsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketEncryptionRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketEncryptionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketLifecycleRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketLifecycleRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketOwnershipControlsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketOwnershipControlsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketPolicyRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketTaggingRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketTaggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMarkerEntry {
    pub owner: Option<Owner>,
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub is_latest: Option<bool>,
    pub last_modified: Option<Timestamp>,
}

impl Shape for DeleteMarkerEntry {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            owner: members.take("Owner")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            is_latest: members.take("IsLatest")?,
            last_modified: members.take("LastModified")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Owner", self.owner);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("IsLatest", self.is_latest);
        members.put("LastModified", self.last_modified);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMarkerReplication {
    pub status: Option<String>,
}

impl Shape for DeleteMarkerReplication {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectOutput {
    pub delete_marker: Option<bool>,
    pub version_id: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for DeleteObjectOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delete_marker: members.take("DeleteMarker")?,
            version_id: members.take("VersionId")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DeleteMarker", self.delete_marker);
        members.put("VersionId", self.version_id);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectRequest {
    pub bucket: String,
    pub key: String,
    pub mfa: Option<String>,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub expected_bucket_owner: Option<String>,
    pub if_match: Option<String>,
    pub if_match_last_modified_time: Option<Timestamp>,
    pub if_match_size: Option<i64>,
}

impl Shape for DeleteObjectRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            mfa: members.take("MFA")?,
            version_id: members.take("VersionId")?,
            request_payer: members.take("RequestPayer")?,
            bypass_governance_retention: members.take("BypassGovernanceRetention")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            if_match: members.take("IfMatch")?,
            if_match_last_modified_time: members.take("IfMatchLastModifiedTime")?,
            if_match_size: members.take("IfMatchSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("MFA", self.mfa);
        members.put("VersionId", self.version_id);
        members.put("RequestPayer", self.request_payer);
        members.put(
            "BypassGovernanceRetention",
            self.bypass_governance_retention,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("IfMatch", self.if_match);
        members.put("IfMatchLastModifiedTime", self.if_match_last_modified_time);
        members.put("IfMatchSize", self.if_match_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectTaggingOutput {
    pub version_id: Option<String>,
}

impl Shape for DeleteObjectTaggingOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectTaggingRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteObjectTaggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectsOutput {
    pub deleted: Option<Vec<DeletedObject>>,
    pub request_charged: Option<String>,
    pub errors: Option<Vec<Error>>,
}

impl Shape for DeleteObjectsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            deleted: members.take("Deleted")?,
            request_charged: members.take("RequestCharged")?,
            errors: members.take("Errors")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Deleted", self.deleted);
        members.put("RequestCharged", self.request_charged);
        members.put("Errors", self.errors);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectsRequest {
    pub bucket: String,
    pub delete: Delete,
    pub mfa: Option<String>,
    pub request_payer: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_algorithm: Option<String>,
}

impl Shape for DeleteObjectsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            delete: members.take("Delete")?,
            mfa: members.take("MFA")?,
            request_payer: members.take("RequestPayer")?,
            bypass_governance_retention: members.take("BypassGovernanceRetention")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Delete", self.delete);
        members.put("MFA", self.mfa);
        members.put("RequestPayer", self.request_payer);
        members.put(
            "BypassGovernanceRetention",
            self.bypass_governance_retention,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePublicAccessBlockRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeletePublicAccessBlockRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletedObject {
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub delete_marker: Option<bool>,
    pub delete_marker_version_id: Option<String>,
}

impl Shape for DeletedObject {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            delete_marker: members.take("DeleteMarker")?,
            delete_marker_version_id: members.take("DeleteMarkerVersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("DeleteMarker", self.delete_marker);
        members.put("DeleteMarkerVersionId", self.delete_marker_version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Destination {
    pub bucket: String,
    pub account: Option<String>,
    pub storage_class: Option<String>,
    pub access_control_translation: Option<AccessControlTranslation>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
    pub replication_time: Option<ReplicationTime>,
    pub metrics: Option<Metrics>,
}

impl Shape for Destination {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            account: members.take("Account")?,
            storage_class: members.take("StorageClass")?,
            access_control_translation: members.take("AccessControlTranslation")?,
            encryption_configuration: members.take("EncryptionConfiguration")?,
            replication_time: members.take("ReplicationTime")?,
            metrics: members.take("Metrics")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Account", self.account);
        members.put("StorageClass", self.storage_class);
        members.put("AccessControlTranslation", self.access_control_translation);
        members.put("EncryptionConfiguration", self.encryption_configuration);
        members.put("ReplicationTime", self.replication_time);
        members.put("Metrics", self.metrics);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptionConfiguration {
    pub replica_kms_key_id: Option<String>,
}

impl Shape for EncryptionConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            replica_kms_key_id: members.take("ReplicaKmsKeyID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ReplicaKmsKeyID", self.replica_kms_key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Error {
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Shape for Error {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            code: members.take("Code")?,
            message: members.take("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("Code", self.code);
        members.put("Message", self.message);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorDocument {
    pub key: String,
}

impl Shape for ErrorDocument {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventBridgeConfiguration {}

impl Shape for EventBridgeConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventHoldDuration {
    pub days: Option<i32>,
    pub years: Option<i32>,
}

impl Shape for EventHoldDuration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            days: members.take("Days")?,
            years: members.take("Years")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Days", self.days);
        members.put("Years", self.years);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExistingObjectReplication {
    pub status: String,
}

impl Shape for ExistingObjectReplication {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterRule {
    pub name: Option<String>,
    pub value: Option<String>,
}

impl Shape for FilterRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            name: members.take("Name")?,
            value: members.take("Value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Name", self.name);
        members.put("Value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAccelerateConfigurationOutput {
    pub status: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for GetBucketAccelerateConfigurationOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAccelerateConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for GetBucketAccelerateConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            request_payer: members.take("RequestPayer")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("RequestPayer", self.request_payer);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAclOutput {
    pub owner: Option<Owner>,
    pub grants: Option<Vec<Grant>>,
}

impl Shape for GetBucketAclOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            owner: members.take("Owner")?,
            grants: members.take("Grants")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Owner", self.owner);
        members.put("Grants", self.grants);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAclRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketAclRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketCorsOutput {
    pub cors_rules: Option<Vec<CORSRule>>,
}

impl Shape for GetBucketCorsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            cors_rules: members.take("CORSRules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CORSRules", self.cors_rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketCorsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketCorsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketEncryptionOutput {
    pub server_side_encryption_configuration: Option<ServerSideEncryptionConfiguration>,
}

impl Shape for GetBucketEncryptionOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_side_encryption_configuration: members
                .take("ServerSideEncryptionConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ServerSideEncryptionConfiguration",
            self.server_side_encryption_configuration,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketEncryptionRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketEncryptionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLifecycleConfigurationOutput {
    pub rules: Option<Vec<LifecycleRule>>,
    pub transition_default_minimum_object_size: Option<String>,
}

impl Shape for GetBucketLifecycleConfigurationOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rules: members.take("Rules")?,
            transition_default_minimum_object_size: members
                .take("TransitionDefaultMinimumObjectSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rules", self.rules);
        members.put(
            "TransitionDefaultMinimumObjectSize",
            self.transition_default_minimum_object_size,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLifecycleConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketLifecycleConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLocationOutput {
    pub location_constraint: Option<String>,
}

impl Shape for GetBucketLocationOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            location_constraint: members.take("LocationConstraint")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LocationConstraint", self.location_constraint);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLocationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketLocationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLoggingOutput {
    pub logging_enabled: Option<LoggingEnabled>,
}

impl Shape for GetBucketLoggingOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            logging_enabled: members.take("LoggingEnabled")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("LoggingEnabled", self.logging_enabled);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLoggingRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketLoggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketNotificationConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketNotificationConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketOwnershipControlsOutput {
    pub ownership_controls: Option<OwnershipControls>,
}

impl Shape for GetBucketOwnershipControlsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            ownership_controls: members.take("OwnershipControls")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("OwnershipControls", self.ownership_controls);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketOwnershipControlsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketOwnershipControlsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyOutput {
    pub policy: Option<String>,
}

impl Shape for GetBucketPolicyOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy: members.take("Policy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Policy", self.policy);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyStatusOutput {
    pub policy_status: Option<PolicyStatus>,
}

impl Shape for GetBucketPolicyStatusOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            policy_status: members.take("PolicyStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PolicyStatus", self.policy_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyStatusRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketPolicyStatusRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketReplicationOutput {
    pub replication_configuration: Option<ReplicationConfiguration>,
}

impl Shape for GetBucketReplicationOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            replication_configuration: members.take("ReplicationConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ReplicationConfiguration", self.replication_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketReplicationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketReplicationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketRequestPaymentOutput {
    pub payer: Option<String>,
}

impl Shape for GetBucketRequestPaymentOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            payer: members.take("Payer")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Payer", self.payer);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketRequestPaymentRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketRequestPaymentRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketTaggingOutput {
    pub tag_set: Option<Vec<Tag>>,
}

impl Shape for GetBucketTaggingOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tag_set: members.take("TagSet")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TagSet", self.tag_set);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketTaggingRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketTaggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketVersioningOutput {
    pub status: Option<String>,
    pub mfa_delete: Option<String>,
}

impl Shape for GetBucketVersioningOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
            mfa_delete: members.take("MFADelete")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        members.put("MFADelete", self.mfa_delete);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketVersioningRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketVersioningRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketWebsiteOutput {
    pub redirect_all_requests_to: Option<RedirectAllRequestsTo>,
    pub index_document: Option<IndexDocument>,
    pub error_document: Option<ErrorDocument>,
    pub routing_rules: Option<Vec<RoutingRule>>,
}

impl Shape for GetBucketWebsiteOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            redirect_all_requests_to: members.take("RedirectAllRequestsTo")?,
            index_document: members.take("IndexDocument")?,
            error_document: members.take("ErrorDocument")?,
            routing_rules: members.take("RoutingRules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("RedirectAllRequestsTo", self.redirect_all_requests_to);
        members.put("IndexDocument", self.index_document);
        members.put("ErrorDocument", self.error_document);
        members.put("RoutingRules", self.routing_rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketWebsiteRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketWebsiteRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAclOutput {
    pub owner: Option<Owner>,
    pub grants: Option<Vec<Grant>>,
    pub request_charged: Option<String>,
}

impl Shape for GetObjectAclOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            owner: members.take("Owner")?,
            grants: members.take("Grants")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Owner", self.owner);
        members.put("Grants", self.grants);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAclRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetObjectAclRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAttributesOutput {
    pub delete_marker: Option<bool>,
    pub last_modified: Option<Timestamp>,
    pub version_id: Option<String>,
    pub request_charged: Option<String>,
    pub e_tag: Option<String>,
    pub checksum: Option<Checksum>,
    pub object_parts: Option<GetObjectAttributesParts>,
    pub storage_class: Option<String>,
    pub object_size: Option<i64>,
}

impl Shape for GetObjectAttributesOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delete_marker: members.take("DeleteMarker")?,
            last_modified: members.take("LastModified")?,
            version_id: members.take("VersionId")?,
            request_charged: members.take("RequestCharged")?,
            e_tag: members.take("ETag")?,
            checksum: members.take("Checksum")?,
            object_parts: members.take("ObjectParts")?,
            storage_class: members.take("StorageClass")?,
            object_size: members.take("ObjectSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DeleteMarker", self.delete_marker);
        members.put("LastModified", self.last_modified);
        members.put("VersionId", self.version_id);
        members.put("RequestCharged", self.request_charged);
        members.put("ETag", self.e_tag);
        members.put("Checksum", self.checksum);
        members.put("ObjectParts", self.object_parts);
        members.put("StorageClass", self.storage_class);
        members.put("ObjectSize", self.object_size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAttributesParts {
    pub total_parts_count: Option<i32>,
    pub part_number_marker: Option<i32>,
    pub next_part_number_marker: Option<i32>,
    pub max_parts: Option<i32>,
    pub is_truncated: Option<bool>,
    pub parts: Option<Vec<ObjectPart>>,
}

impl Shape for GetObjectAttributesParts {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            total_parts_count: members.take("TotalPartsCount")?,
            part_number_marker: members.take("PartNumberMarker")?,
            next_part_number_marker: members.take("NextPartNumberMarker")?,
            max_parts: members.take("MaxParts")?,
            is_truncated: members.take("IsTruncated")?,
            parts: members.take("Parts")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TotalPartsCount", self.total_parts_count);
        members.put("PartNumberMarker", self.part_number_marker);
        members.put("NextPartNumberMarker", self.next_part_number_marker);
        members.put("MaxParts", self.max_parts);
        members.put("IsTruncated", self.is_truncated);
        members.put("Parts", self.parts);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct GetObjectAttributesRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub max_parts: Option<i32>,
    pub part_number_marker: Option<i32>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub object_attributes: Vec<String>,
}

impl fmt::Debug for GetObjectAttributesRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("GetObjectAttributesRequest")
            .field("bucket", &self.bucket)
            .field("key", &self.key)
            .field("version_id", &self.version_id)
            .field("max_parts", &self.max_parts)
            .field("part_number_marker", &self.part_number_marker)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field("request_payer", &self.request_payer)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field("object_attributes", &self.object_attributes)
            .finish()
    }
}

impl Shape for GetObjectAttributesRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            max_parts: members.take("MaxParts")?,
            part_number_marker: members.take("PartNumberMarker")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            object_attributes: members.take("ObjectAttributes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("MaxParts", self.max_parts);
        members.put("PartNumberMarker", self.part_number_marker);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("ObjectAttributes", self.object_attributes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectLockConfigurationOutput {
    pub object_lock_configuration: Option<ObjectLockConfiguration>,
}

impl Shape for GetObjectLockConfigurationOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            object_lock_configuration: members.take("ObjectLockConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ObjectLockConfiguration", self.object_lock_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectLockConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetObjectLockConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct GetObjectOutput {
    pub body: Option<Bytes>,
    pub delete_marker: Option<bool>,
    pub accept_ranges: Option<String>,
    pub expiration: Option<String>,
    pub restore: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub content_length: Option<i64>,
    pub e_tag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub missing_meta: Option<i32>,
    pub version_id: Option<String>,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_range: Option<String>,
    pub content_type: Option<String>,
    pub expires: Option<String>,
    pub website_redirect_location: Option<String>,
    pub server_side_encryption: Option<String>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub storage_class: Option<String>,
    pub request_charged: Option<String>,
    pub replication_status: Option<String>,
    pub parts_count: Option<i32>,
    pub tag_count: Option<i32>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
}

impl fmt::Debug for GetObjectOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("GetObjectOutput")
            .field("body", &self.body)
            .field("delete_marker", &self.delete_marker)
            .field("accept_ranges", &self.accept_ranges)
            .field("expiration", &self.expiration)
            .field("restore", &self.restore)
            .field("last_modified", &self.last_modified)
            .field("content_length", &self.content_length)
            .field("e_tag", &self.e_tag)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("checksum_type", &self.checksum_type)
            .field("missing_meta", &self.missing_meta)
            .field("version_id", &self.version_id)
            .field("cache_control", &self.cache_control)
            .field("content_disposition", &self.content_disposition)
            .field("content_encoding", &self.content_encoding)
            .field("content_language", &self.content_language)
            .field("content_range", &self.content_range)
            .field("content_type", &self.content_type)
            .field("expires", &self.expires)
            .field("website_redirect_location", &self.website_redirect_location)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("metadata", &self.metadata)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("storage_class", &self.storage_class)
            .field("request_charged", &self.request_charged)
            .field("replication_status", &self.replication_status)
            .field("parts_count", &self.parts_count)
            .field("tag_count", &self.tag_count)
            .field("object_lock_mode", &self.object_lock_mode)
            .field(
                "object_lock_retain_until_date",
                &self.object_lock_retain_until_date,
            )
            .field(
                "object_lock_legal_hold_status",
                &self.object_lock_legal_hold_status,
            )
            .field("object_lock_event_hold", &self.object_lock_event_hold)
            .field(
                "object_lock_event_hold_duration_days",
                &self.object_lock_event_hold_duration_days,
            )
            .field(
                "object_lock_event_hold_duration_years",
                &self.object_lock_event_hold_duration_years,
            )
            .finish()
    }
}

impl Shape for GetObjectOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            body: members.take("Body")?,
            delete_marker: members.take("DeleteMarker")?,
            accept_ranges: members.take("AcceptRanges")?,
            expiration: members.take("Expiration")?,
            restore: members.take("Restore")?,
            last_modified: members.take("LastModified")?,
            content_length: members.take("ContentLength")?,
            e_tag: members.take("ETag")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            checksum_type: members.take("ChecksumType")?,
            missing_meta: members.take("MissingMeta")?,
            version_id: members.take("VersionId")?,
            cache_control: members.take("CacheControl")?,
            content_disposition: members.take("ContentDisposition")?,
            content_encoding: members.take("ContentEncoding")?,
            content_language: members.take("ContentLanguage")?,
            content_range: members.take("ContentRange")?,
            content_type: members.take("ContentType")?,
            expires: members.take("Expires")?,
            website_redirect_location: members.take("WebsiteRedirectLocation")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            metadata: members.take("Metadata")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            storage_class: members.take("StorageClass")?,
            request_charged: members.take("RequestCharged")?,
            replication_status: members.take("ReplicationStatus")?,
            parts_count: members.take("PartsCount")?,
            tag_count: members.take("TagCount")?,
            object_lock_mode: members.take("ObjectLockMode")?,
            object_lock_retain_until_date: members.take("ObjectLockRetainUntilDate")?,
            object_lock_legal_hold_status: members.take("ObjectLockLegalHoldStatus")?,
            object_lock_event_hold: members.take("ObjectLockEventHold")?,
            object_lock_event_hold_duration_days: members
                .take("ObjectLockEventHoldDurationDays")?,
            object_lock_event_hold_duration_years: members
                .take("ObjectLockEventHoldDurationYears")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Body", self.body);
        members.put("DeleteMarker", self.delete_marker);
        members.put("AcceptRanges", self.accept_ranges);
        members.put("Expiration", self.expiration);
        members.put("Restore", self.restore);
        members.put("LastModified", self.last_modified);
        members.put("ContentLength", self.content_length);
        members.put("ETag", self.e_tag);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("ChecksumType", self.checksum_type);
        members.put("MissingMeta", self.missing_meta);
        members.put("VersionId", self.version_id);
        members.put("CacheControl", self.cache_control);
        members.put("ContentDisposition", self.content_disposition);
        members.put("ContentEncoding", self.content_encoding);
        members.put("ContentLanguage", self.content_language);
        members.put("ContentRange", self.content_range);
        members.put("ContentType", self.content_type);
        members.put("Expires", self.expires);
        members.put("WebsiteRedirectLocation", self.website_redirect_location);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("Metadata", self.metadata);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("StorageClass", self.storage_class);
        members.put("RequestCharged", self.request_charged);
        members.put("ReplicationStatus", self.replication_status);
        members.put("PartsCount", self.parts_count);
        members.put("TagCount", self.tag_count);
        members.put("ObjectLockMode", self.object_lock_mode);
        members.put(
            "ObjectLockRetainUntilDate",
            self.object_lock_retain_until_date,
        );
        members.put(
            "ObjectLockLegalHoldStatus",
            self.object_lock_legal_hold_status,
        );
        members.put("ObjectLockEventHold", self.object_lock_event_hold);
        members.put(
            "ObjectLockEventHoldDurationDays",
            self.object_lock_event_hold_duration_days,
        );
        members.put(
            "ObjectLockEventHoldDurationYears",
            self.object_lock_event_hold_duration_years,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct GetObjectRequest {
    pub bucket: String,
    pub if_match: Option<String>,
    pub if_modified_since: Option<Timestamp>,
    pub if_none_match: Option<String>,
    pub if_unmodified_since: Option<Timestamp>,
    pub key: String,
    pub range: Option<String>,
    pub response_cache_control: Option<String>,
    pub response_content_disposition: Option<String>,
    pub response_content_encoding: Option<String>,
    pub response_content_language: Option<String>,
    pub response_content_type: Option<String>,
    pub response_expires: Option<Timestamp>,
    pub version_id: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub part_number: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_mode: Option<String>,
}

impl fmt::Debug for GetObjectRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("GetObjectRequest")
            .field("bucket", &self.bucket)
            .field("if_match", &self.if_match)
            .field("if_modified_since", &self.if_modified_since)
            .field("if_none_match", &self.if_none_match)
            .field("if_unmodified_since", &self.if_unmodified_since)
            .field("key", &self.key)
            .field("range", &self.range)
            .field("response_cache_control", &self.response_cache_control)
            .field(
                "response_content_disposition",
                &self.response_content_disposition,
            )
            .field("response_content_encoding", &self.response_content_encoding)
            .field("response_content_language", &self.response_content_language)
            .field("response_content_type", &self.response_content_type)
            .field("response_expires", &self.response_expires)
            .field("version_id", &self.version_id)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field("request_payer", &self.request_payer)
            .field("part_number", &self.part_number)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field("checksum_mode", &self.checksum_mode)
            .finish()
    }
}

impl Shape for GetObjectRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            if_match: members.take("IfMatch")?,
            if_modified_since: members.take("IfModifiedSince")?,
            if_none_match: members.take("IfNoneMatch")?,
            if_unmodified_since: members.take("IfUnmodifiedSince")?,
            key: members.take("Key")?,
            range: members.take("Range")?,
            response_cache_control: members.take("ResponseCacheControl")?,
            response_content_disposition: members.take("ResponseContentDisposition")?,
            response_content_encoding: members.take("ResponseContentEncoding")?,
            response_content_language: members.take("ResponseContentLanguage")?,
            response_content_type: members.take("ResponseContentType")?,
            response_expires: members.take("ResponseExpires")?,
            version_id: members.take("VersionId")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            request_payer: members.take("RequestPayer")?,
            part_number: members.take("PartNumber")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            checksum_mode: members.take("ChecksumMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("IfMatch", self.if_match);
        members.put("IfModifiedSince", self.if_modified_since);
        members.put("IfNoneMatch", self.if_none_match);
        members.put("IfUnmodifiedSince", self.if_unmodified_since);
        members.put("Key", self.key);
        members.put("Range", self.range);
        members.put("ResponseCacheControl", self.response_cache_control);
        members.put(
            "ResponseContentDisposition",
            self.response_content_disposition,
        );
        members.put("ResponseContentEncoding", self.response_content_encoding);
        members.put("ResponseContentLanguage", self.response_content_language);
        members.put("ResponseContentType", self.response_content_type);
        members.put("ResponseExpires", self.response_expires);
        members.put("VersionId", self.version_id);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("RequestPayer", self.request_payer);
        members.put("PartNumber", self.part_number);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("ChecksumMode", self.checksum_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectTaggingOutput {
    pub version_id: Option<String>,
    pub tag_set: Option<Vec<Tag>>,
}

impl Shape for GetObjectTaggingOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            version_id: members.take("VersionId")?,
            tag_set: members.take("TagSet")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("VersionId", self.version_id);
        members.put("TagSet", self.tag_set);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectTaggingRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for GetObjectTaggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            request_payer: members.take("RequestPayer")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("RequestPayer", self.request_payer);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPublicAccessBlockOutput {
    pub public_access_block_configuration: Option<PublicAccessBlockConfiguration>,
}

impl Shape for GetPublicAccessBlockOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            public_access_block_configuration: members.take("PublicAccessBlockConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "PublicAccessBlockConfiguration",
            self.public_access_block_configuration,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPublicAccessBlockRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetPublicAccessBlockRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grant {
    pub grantee: Option<Grantee>,
    pub permission: Option<String>,
}

impl Shape for Grant {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            grantee: members.take("Grantee")?,
            permission: members.take("Permission")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Grantee", self.grantee);
        members.put("Permission", self.permission);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grantee {
    pub display_name: Option<String>,
    pub email_address: Option<String>,
    pub id: Option<String>,
    pub type_: String,
    pub uri: Option<String>,
}

impl Shape for Grantee {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            display_name: members.take("DisplayName")?,
            email_address: members.take("EmailAddress")?,
            id: members.take("ID")?,
            type_: members.take("Type")?,
            uri: members.take("URI")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DisplayName", self.display_name);
        members.put("EmailAddress", self.email_address);
        members.put("ID", self.id);
        members.put("Type", self.type_);
        members.put("URI", self.uri);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadBucketOutput {
    pub bucket_arn: Option<String>,
    pub bucket_location_type: Option<String>,
    pub bucket_location_name: Option<String>,
    pub bucket_region: Option<String>,
    pub access_point_alias: Option<bool>,
}

impl Shape for HeadBucketOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket_arn: members.take("BucketArn")?,
            bucket_location_type: members.take("BucketLocationType")?,
            bucket_location_name: members.take("BucketLocationName")?,
            bucket_region: members.take("BucketRegion")?,
            access_point_alias: members.take("AccessPointAlias")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("BucketArn", self.bucket_arn);
        members.put("BucketLocationType", self.bucket_location_type);
        members.put("BucketLocationName", self.bucket_location_name);
        members.put("BucketRegion", self.bucket_region);
        members.put("AccessPointAlias", self.access_point_alias);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadBucketRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for HeadBucketRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct HeadObjectOutput {
    pub delete_marker: Option<bool>,
    pub accept_ranges: Option<String>,
    pub expiration: Option<String>,
    pub restore: Option<String>,
    pub archive_status: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub content_length: Option<i64>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub e_tag: Option<String>,
    pub missing_meta: Option<i32>,
    pub version_id: Option<String>,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub content_range: Option<String>,
    pub expires: Option<String>,
    pub website_redirect_location: Option<String>,
    pub server_side_encryption: Option<String>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub storage_class: Option<String>,
    pub request_charged: Option<String>,
    pub replication_status: Option<String>,
    pub parts_count: Option<i32>,
    pub tag_count: Option<i32>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
}

impl fmt::Debug for HeadObjectOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("HeadObjectOutput")
            .field("delete_marker", &self.delete_marker)
            .field("accept_ranges", &self.accept_ranges)
            .field("expiration", &self.expiration)
            .field("restore", &self.restore)
            .field("archive_status", &self.archive_status)
            .field("last_modified", &self.last_modified)
            .field("content_length", &self.content_length)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("checksum_type", &self.checksum_type)
            .field("e_tag", &self.e_tag)
            .field("missing_meta", &self.missing_meta)
            .field("version_id", &self.version_id)
            .field("cache_control", &self.cache_control)
            .field("content_disposition", &self.content_disposition)
            .field("content_encoding", &self.content_encoding)
            .field("content_language", &self.content_language)
            .field("content_type", &self.content_type)
            .field("content_range", &self.content_range)
            .field("expires", &self.expires)
            .field("website_redirect_location", &self.website_redirect_location)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("metadata", &self.metadata)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("storage_class", &self.storage_class)
            .field("request_charged", &self.request_charged)
            .field("replication_status", &self.replication_status)
            .field("parts_count", &self.parts_count)
            .field("tag_count", &self.tag_count)
            .field("object_lock_mode", &self.object_lock_mode)
            .field(
                "object_lock_retain_until_date",
                &self.object_lock_retain_until_date,
            )
            .field(
                "object_lock_legal_hold_status",
                &self.object_lock_legal_hold_status,
            )
            .field("object_lock_event_hold", &self.object_lock_event_hold)
            .field(
                "object_lock_event_hold_duration_days",
                &self.object_lock_event_hold_duration_days,
            )
            .field(
                "object_lock_event_hold_duration_years",
                &self.object_lock_event_hold_duration_years,
            )
            .finish()
    }
}

impl Shape for HeadObjectOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            delete_marker: members.take("DeleteMarker")?,
            accept_ranges: members.take("AcceptRanges")?,
            expiration: members.take("Expiration")?,
            restore: members.take("Restore")?,
            archive_status: members.take("ArchiveStatus")?,
            last_modified: members.take("LastModified")?,
            content_length: members.take("ContentLength")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            checksum_type: members.take("ChecksumType")?,
            e_tag: members.take("ETag")?,
            missing_meta: members.take("MissingMeta")?,
            version_id: members.take("VersionId")?,
            cache_control: members.take("CacheControl")?,
            content_disposition: members.take("ContentDisposition")?,
            content_encoding: members.take("ContentEncoding")?,
            content_language: members.take("ContentLanguage")?,
            content_type: members.take("ContentType")?,
            content_range: members.take("ContentRange")?,
            expires: members.take("Expires")?,
            website_redirect_location: members.take("WebsiteRedirectLocation")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            metadata: members.take("Metadata")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            storage_class: members.take("StorageClass")?,
            request_charged: members.take("RequestCharged")?,
            replication_status: members.take("ReplicationStatus")?,
            parts_count: members.take("PartsCount")?,
            tag_count: members.take("TagCount")?,
            object_lock_mode: members.take("ObjectLockMode")?,
            object_lock_retain_until_date: members.take("ObjectLockRetainUntilDate")?,
            object_lock_legal_hold_status: members.take("ObjectLockLegalHoldStatus")?,
            object_lock_event_hold: members.take("ObjectLockEventHold")?,
            object_lock_event_hold_duration_days: members
                .take("ObjectLockEventHoldDurationDays")?,
            object_lock_event_hold_duration_years: members
                .take("ObjectLockEventHoldDurationYears")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DeleteMarker", self.delete_marker);
        members.put("AcceptRanges", self.accept_ranges);
        members.put("Expiration", self.expiration);
        members.put("Restore", self.restore);
        members.put("ArchiveStatus", self.archive_status);
        members.put("LastModified", self.last_modified);
        members.put("ContentLength", self.content_length);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("ChecksumType", self.checksum_type);
        members.put("ETag", self.e_tag);
        members.put("MissingMeta", self.missing_meta);
        members.put("VersionId", self.version_id);
        members.put("CacheControl", self.cache_control);
        members.put("ContentDisposition", self.content_disposition);
        members.put("ContentEncoding", self.content_encoding);
        members.put("ContentLanguage", self.content_language);
        members.put("ContentType", self.content_type);
        members.put("ContentRange", self.content_range);
        members.put("Expires", self.expires);
        members.put("WebsiteRedirectLocation", self.website_redirect_location);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("Metadata", self.metadata);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("StorageClass", self.storage_class);
        members.put("RequestCharged", self.request_charged);
        members.put("ReplicationStatus", self.replication_status);
        members.put("PartsCount", self.parts_count);
        members.put("TagCount", self.tag_count);
        members.put("ObjectLockMode", self.object_lock_mode);
        members.put(
            "ObjectLockRetainUntilDate",
            self.object_lock_retain_until_date,
        );
        members.put(
            "ObjectLockLegalHoldStatus",
            self.object_lock_legal_hold_status,
        );
        members.put("ObjectLockEventHold", self.object_lock_event_hold);
        members.put(
            "ObjectLockEventHoldDurationDays",
            self.object_lock_event_hold_duration_days,
        );
        members.put(
            "ObjectLockEventHoldDurationYears",
            self.object_lock_event_hold_duration_years,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct HeadObjectRequest {
    pub bucket: String,
    pub if_match: Option<String>,
    pub if_modified_since: Option<Timestamp>,
    pub if_none_match: Option<String>,
    pub if_unmodified_since: Option<Timestamp>,
    pub key: String,
    pub range: Option<String>,
    pub response_cache_control: Option<String>,
    pub response_content_disposition: Option<String>,
    pub response_content_encoding: Option<String>,
    pub response_content_language: Option<String>,
    pub response_content_type: Option<String>,
    pub response_expires: Option<Timestamp>,
    pub version_id: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub part_number: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_mode: Option<String>,
}

impl fmt::Debug for HeadObjectRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("HeadObjectRequest")
            .field("bucket", &self.bucket)
            .field("if_match", &self.if_match)
            .field("if_modified_since", &self.if_modified_since)
            .field("if_none_match", &self.if_none_match)
            .field("if_unmodified_since", &self.if_unmodified_since)
            .field("key", &self.key)
            .field("range", &self.range)
            .field("response_cache_control", &self.response_cache_control)
            .field(
                "response_content_disposition",
                &self.response_content_disposition,
            )
            .field("response_content_encoding", &self.response_content_encoding)
            .field("response_content_language", &self.response_content_language)
            .field("response_content_type", &self.response_content_type)
            .field("response_expires", &self.response_expires)
            .field("version_id", &self.version_id)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field("request_payer", &self.request_payer)
            .field("part_number", &self.part_number)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field("checksum_mode", &self.checksum_mode)
            .finish()
    }
}

impl Shape for HeadObjectRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            if_match: members.take("IfMatch")?,
            if_modified_since: members.take("IfModifiedSince")?,
            if_none_match: members.take("IfNoneMatch")?,
            if_unmodified_since: members.take("IfUnmodifiedSince")?,
            key: members.take("Key")?,
            range: members.take("Range")?,
            response_cache_control: members.take("ResponseCacheControl")?,
            response_content_disposition: members.take("ResponseContentDisposition")?,
            response_content_encoding: members.take("ResponseContentEncoding")?,
            response_content_language: members.take("ResponseContentLanguage")?,
            response_content_type: members.take("ResponseContentType")?,
            response_expires: members.take("ResponseExpires")?,
            version_id: members.take("VersionId")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            request_payer: members.take("RequestPayer")?,
            part_number: members.take("PartNumber")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            checksum_mode: members.take("ChecksumMode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("IfMatch", self.if_match);
        members.put("IfModifiedSince", self.if_modified_since);
        members.put("IfNoneMatch", self.if_none_match);
        members.put("IfUnmodifiedSince", self.if_unmodified_since);
        members.put("Key", self.key);
        members.put("Range", self.range);
        members.put("ResponseCacheControl", self.response_cache_control);
        members.put(
            "ResponseContentDisposition",
            self.response_content_disposition,
        );
        members.put("ResponseContentEncoding", self.response_content_encoding);
        members.put("ResponseContentLanguage", self.response_content_language);
        members.put("ResponseContentType", self.response_content_type);
        members.put("ResponseExpires", self.response_expires);
        members.put("VersionId", self.version_id);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("RequestPayer", self.request_payer);
        members.put("PartNumber", self.part_number);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("ChecksumMode", self.checksum_mode);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndexDocument {
    pub suffix: String,
}

impl Shape for IndexDocument {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            suffix: members.take("Suffix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Suffix", self.suffix);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Initiator {
    pub id: Option<String>,
    pub display_name: Option<String>,
}

impl Shape for Initiator {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("ID")?,
            display_name: members.take("DisplayName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ID", self.id);
        members.put("DisplayName", self.display_name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LambdaFunctionConfiguration {
    pub id: Option<String>,
    pub lambda_function_arn: String,
    pub events: Vec<String>,
    pub filter: Option<NotificationConfigurationFilter>,
}

impl Shape for LambdaFunctionConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("Id")?,
            lambda_function_arn: members.take("LambdaFunctionArn")?,
            events: members.take("Events")?,
            filter: members.take("Filter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Id", self.id);
        members.put("LambdaFunctionArn", self.lambda_function_arn);
        members.put("Events", self.events);
        members.put("Filter", self.filter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleExpiration {
    pub date: Option<Timestamp>,
    pub days: Option<i32>,
    pub expired_object_delete_marker: Option<bool>,
}

impl Shape for LifecycleExpiration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            date: members.take("Date")?,
            days: members.take("Days")?,
            expired_object_delete_marker: members.take("ExpiredObjectDeleteMarker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Date", self.date);
        members.put("Days", self.days);
        members.put(
            "ExpiredObjectDeleteMarker",
            self.expired_object_delete_marker,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleRule {
    pub expiration: Option<LifecycleExpiration>,
    pub id: Option<String>,
    pub prefix: Option<String>,
    pub filter: Option<LifecycleRuleFilter>,
    pub status: String,
    pub transitions: Option<Vec<Transition>>,
    pub noncurrent_version_transitions: Option<Vec<NoncurrentVersionTransition>>,
    pub noncurrent_version_expiration: Option<NoncurrentVersionExpiration>,
    pub abort_incomplete_multipart_upload: Option<AbortIncompleteMultipartUpload>,
}

impl Shape for LifecycleRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            expiration: members.take("Expiration")?,
            id: members.take("ID")?,
            prefix: members.take("Prefix")?,
            filter: members.take("Filter")?,
            status: members.take("Status")?,
            transitions: members.take("Transitions")?,
            noncurrent_version_transitions: members.take("NoncurrentVersionTransitions")?,
            noncurrent_version_expiration: members.take("NoncurrentVersionExpiration")?,
            abort_incomplete_multipart_upload: members.take("AbortIncompleteMultipartUpload")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Expiration", self.expiration);
        members.put("ID", self.id);
        members.put("Prefix", self.prefix);
        members.put("Filter", self.filter);
        members.put("Status", self.status);
        members.put("Transitions", self.transitions);
        members.put(
            "NoncurrentVersionTransitions",
            self.noncurrent_version_transitions,
        );
        members.put(
            "NoncurrentVersionExpiration",
            self.noncurrent_version_expiration,
        );
        members.put(
            "AbortIncompleteMultipartUpload",
            self.abort_incomplete_multipart_upload,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleRuleAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub object_size_greater_than: Option<i64>,
    pub object_size_less_than: Option<i64>,
}

impl Shape for LifecycleRuleAndOperator {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            prefix: members.take("Prefix")?,
            tags: members.take("Tags")?,
            object_size_greater_than: members.take("ObjectSizeGreaterThan")?,
            object_size_less_than: members.take("ObjectSizeLessThan")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Prefix", self.prefix);
        members.put("Tags", self.tags);
        members.put("ObjectSizeGreaterThan", self.object_size_greater_than);
        members.put("ObjectSizeLessThan", self.object_size_less_than);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleRuleFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub object_size_greater_than: Option<i64>,
    pub object_size_less_than: Option<i64>,
    pub and: Option<LifecycleRuleAndOperator>,
}

impl Shape for LifecycleRuleFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            prefix: members.take("Prefix")?,
            tag: members.take("Tag")?,
            object_size_greater_than: members.take("ObjectSizeGreaterThan")?,
            object_size_less_than: members.take("ObjectSizeLessThan")?,
            and: members.take("And")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Prefix", self.prefix);
        members.put("Tag", self.tag);
        members.put("ObjectSizeGreaterThan", self.object_size_greater_than);
        members.put("ObjectSizeLessThan", self.object_size_less_than);
        members.put("And", self.and);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketsOutput {
    pub buckets: Option<Vec<Bucket>>,
    pub owner: Option<Owner>,
    pub continuation_token: Option<String>,
    pub prefix: Option<String>,
}

impl Shape for ListBucketsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            buckets: members.take("Buckets")?,
            owner: members.take("Owner")?,
            continuation_token: members.take("ContinuationToken")?,
            prefix: members.take("Prefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Buckets", self.buckets);
        members.put("Owner", self.owner);
        members.put("ContinuationToken", self.continuation_token);
        members.put("Prefix", self.prefix);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketsRequest {
    pub max_buckets: Option<i32>,
    pub continuation_token: Option<String>,
    pub prefix: Option<String>,
    pub bucket_region: Option<String>,
}

impl Shape for ListBucketsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            max_buckets: members.take("MaxBuckets")?,
            continuation_token: members.take("ContinuationToken")?,
            prefix: members.take("Prefix")?,
            bucket_region: members.take("BucketRegion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MaxBuckets", self.max_buckets);
        members.put("ContinuationToken", self.continuation_token);
        members.put("Prefix", self.prefix);
        members.put("BucketRegion", self.bucket_region);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMultipartUploadsOutput {
    pub bucket: Option<String>,
    pub key_marker: Option<String>,
    pub upload_id_marker: Option<String>,
    pub next_key_marker: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub next_upload_id_marker: Option<String>,
    pub max_uploads: Option<i32>,
    pub is_truncated: Option<bool>,
    pub uploads: Option<Vec<MultipartUpload>>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for ListMultipartUploadsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key_marker: members.take("KeyMarker")?,
            upload_id_marker: members.take("UploadIdMarker")?,
            next_key_marker: members.take("NextKeyMarker")?,
            prefix: members.take("Prefix")?,
            delimiter: members.take("Delimiter")?,
            next_upload_id_marker: members.take("NextUploadIdMarker")?,
            max_uploads: members.take("MaxUploads")?,
            is_truncated: members.take("IsTruncated")?,
            uploads: members.take("Uploads")?,
            common_prefixes: members.take("CommonPrefixes")?,
            encoding_type: members.take("EncodingType")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("KeyMarker", self.key_marker);
        members.put("UploadIdMarker", self.upload_id_marker);
        members.put("NextKeyMarker", self.next_key_marker);
        members.put("Prefix", self.prefix);
        members.put("Delimiter", self.delimiter);
        members.put("NextUploadIdMarker", self.next_upload_id_marker);
        members.put("MaxUploads", self.max_uploads);
        members.put("IsTruncated", self.is_truncated);
        members.put("Uploads", self.uploads);
        members.put("CommonPrefixes", self.common_prefixes);
        members.put("EncodingType", self.encoding_type);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMultipartUploadsRequest {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub key_marker: Option<String>,
    pub max_uploads: Option<i32>,
    pub prefix: Option<String>,
    pub upload_id_marker: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for ListMultipartUploadsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            delimiter: members.take("Delimiter")?,
            encoding_type: members.take("EncodingType")?,
            key_marker: members.take("KeyMarker")?,
            max_uploads: members.take("MaxUploads")?,
            prefix: members.take("Prefix")?,
            upload_id_marker: members.take("UploadIdMarker")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            request_payer: members.take("RequestPayer")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Delimiter", self.delimiter);
        members.put("EncodingType", self.encoding_type);
        members.put("KeyMarker", self.key_marker);
        members.put("MaxUploads", self.max_uploads);
        members.put("Prefix", self.prefix);
        members.put("UploadIdMarker", self.upload_id_marker);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("RequestPayer", self.request_payer);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectVersionsOutput {
    pub is_truncated: Option<bool>,
    pub key_marker: Option<String>,
    pub version_id_marker: Option<String>,
    pub next_key_marker: Option<String>,
    pub next_version_id_marker: Option<String>,
    pub versions: Option<Vec<ObjectVersion>>,
    pub delete_markers: Option<Vec<DeleteMarkerEntry>>,
    pub name: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub max_keys: Option<i32>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for ListObjectVersionsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            is_truncated: members.take("IsTruncated")?,
            key_marker: members.take("KeyMarker")?,
            version_id_marker: members.take("VersionIdMarker")?,
            next_key_marker: members.take("NextKeyMarker")?,
            next_version_id_marker: members.take("NextVersionIdMarker")?,
            versions: members.take("Versions")?,
            delete_markers: members.take("DeleteMarkers")?,
            name: members.take("Name")?,
            prefix: members.take("Prefix")?,
            delimiter: members.take("Delimiter")?,
            max_keys: members.take("MaxKeys")?,
            common_prefixes: members.take("CommonPrefixes")?,
            encoding_type: members.take("EncodingType")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("IsTruncated", self.is_truncated);
        members.put("KeyMarker", self.key_marker);
        members.put("VersionIdMarker", self.version_id_marker);
        members.put("NextKeyMarker", self.next_key_marker);
        members.put("NextVersionIdMarker", self.next_version_id_marker);
        members.put("Versions", self.versions);
        members.put("DeleteMarkers", self.delete_markers);
        members.put("Name", self.name);
        members.put("Prefix", self.prefix);
        members.put("Delimiter", self.delimiter);
        members.put("MaxKeys", self.max_keys);
        members.put("CommonPrefixes", self.common_prefixes);
        members.put("EncodingType", self.encoding_type);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectVersionsRequest {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub key_marker: Option<String>,
    pub max_keys: Option<i32>,
    pub prefix: Option<String>,
    pub version_id_marker: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
    pub optional_object_attributes: Option<Vec<String>>,
}

impl Shape for ListObjectVersionsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            delimiter: members.take("Delimiter")?,
            encoding_type: members.take("EncodingType")?,
            key_marker: members.take("KeyMarker")?,
            max_keys: members.take("MaxKeys")?,
            prefix: members.take("Prefix")?,
            version_id_marker: members.take("VersionIdMarker")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            request_payer: members.take("RequestPayer")?,
            optional_object_attributes: members.take("OptionalObjectAttributes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Delimiter", self.delimiter);
        members.put("EncodingType", self.encoding_type);
        members.put("KeyMarker", self.key_marker);
        members.put("MaxKeys", self.max_keys);
        members.put("Prefix", self.prefix);
        members.put("VersionIdMarker", self.version_id_marker);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("RequestPayer", self.request_payer);
        members.put("OptionalObjectAttributes", self.optional_object_attributes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsOutput {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub next_marker: Option<String>,
    pub contents: Option<Vec<Object>>,
    pub name: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub max_keys: Option<i32>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for ListObjectsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            is_truncated: members.take("IsTruncated")?,
            marker: members.take("Marker")?,
            next_marker: members.take("NextMarker")?,
            contents: members.take("Contents")?,
            name: members.take("Name")?,
            prefix: members.take("Prefix")?,
            delimiter: members.take("Delimiter")?,
            max_keys: members.take("MaxKeys")?,
            common_prefixes: members.take("CommonPrefixes")?,
            encoding_type: members.take("EncodingType")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("IsTruncated", self.is_truncated);
        members.put("Marker", self.marker);
        members.put("NextMarker", self.next_marker);
        members.put("Contents", self.contents);
        members.put("Name", self.name);
        members.put("Prefix", self.prefix);
        members.put("Delimiter", self.delimiter);
        members.put("MaxKeys", self.max_keys);
        members.put("CommonPrefixes", self.common_prefixes);
        members.put("EncodingType", self.encoding_type);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsRequest {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub marker: Option<String>,
    pub max_keys: Option<i32>,
    pub prefix: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub optional_object_attributes: Option<Vec<String>>,
}

impl Shape for ListObjectsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            delimiter: members.take("Delimiter")?,
            encoding_type: members.take("EncodingType")?,
            marker: members.take("Marker")?,
            max_keys: members.take("MaxKeys")?,
            prefix: members.take("Prefix")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            optional_object_attributes: members.take("OptionalObjectAttributes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Delimiter", self.delimiter);
        members.put("EncodingType", self.encoding_type);
        members.put("Marker", self.marker);
        members.put("MaxKeys", self.max_keys);
        members.put("Prefix", self.prefix);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("OptionalObjectAttributes", self.optional_object_attributes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsV2Output {
    pub is_truncated: Option<bool>,
    pub contents: Option<Vec<Object>>,
    pub name: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub max_keys: Option<i32>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub key_count: Option<i32>,
    pub continuation_token: Option<String>,
    pub next_continuation_token: Option<String>,
    pub start_after: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for ListObjectsV2Output {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            is_truncated: members.take("IsTruncated")?,
            contents: members.take("Contents")?,
            name: members.take("Name")?,
            prefix: members.take("Prefix")?,
            delimiter: members.take("Delimiter")?,
            max_keys: members.take("MaxKeys")?,
            common_prefixes: members.take("CommonPrefixes")?,
            encoding_type: members.take("EncodingType")?,
            key_count: members.take("KeyCount")?,
            continuation_token: members.take("ContinuationToken")?,
            next_continuation_token: members.take("NextContinuationToken")?,
            start_after: members.take("StartAfter")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("IsTruncated", self.is_truncated);
        members.put("Contents", self.contents);
        members.put("Name", self.name);
        members.put("Prefix", self.prefix);
        members.put("Delimiter", self.delimiter);
        members.put("MaxKeys", self.max_keys);
        members.put("CommonPrefixes", self.common_prefixes);
        members.put("EncodingType", self.encoding_type);
        members.put("KeyCount", self.key_count);
        members.put("ContinuationToken", self.continuation_token);
        members.put("NextContinuationToken", self.next_continuation_token);
        members.put("StartAfter", self.start_after);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsV2Request {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub max_keys: Option<i32>,
    pub prefix: Option<String>,
    pub continuation_token: Option<String>,
    pub fetch_owner: Option<bool>,
    pub start_after: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub optional_object_attributes: Option<Vec<String>>,
}

impl Shape for ListObjectsV2Request {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            delimiter: members.take("Delimiter")?,
            encoding_type: members.take("EncodingType")?,
            max_keys: members.take("MaxKeys")?,
            prefix: members.take("Prefix")?,
            continuation_token: members.take("ContinuationToken")?,
            fetch_owner: members.take("FetchOwner")?,
            start_after: members.take("StartAfter")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            optional_object_attributes: members.take("OptionalObjectAttributes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Delimiter", self.delimiter);
        members.put("EncodingType", self.encoding_type);
        members.put("MaxKeys", self.max_keys);
        members.put("Prefix", self.prefix);
        members.put("ContinuationToken", self.continuation_token);
        members.put("FetchOwner", self.fetch_owner);
        members.put("StartAfter", self.start_after);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("OptionalObjectAttributes", self.optional_object_attributes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPartsOutput {
    pub abort_date: Option<Timestamp>,
    pub abort_rule_id: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub upload_id: Option<String>,
    pub part_number_marker: Option<i32>,
    pub next_part_number_marker: Option<i32>,
    pub max_parts: Option<i32>,
    pub is_truncated: Option<bool>,
    pub parts: Option<Vec<Part>>,
    pub initiator: Option<Initiator>,
    pub owner: Option<Owner>,
    pub storage_class: Option<String>,
    pub request_charged: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for ListPartsOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            abort_date: members.take("AbortDate")?,
            abort_rule_id: members.take("AbortRuleId")?,
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            upload_id: members.take("UploadId")?,
            part_number_marker: members.take("PartNumberMarker")?,
            next_part_number_marker: members.take("NextPartNumberMarker")?,
            max_parts: members.take("MaxParts")?,
            is_truncated: members.take("IsTruncated")?,
            parts: members.take("Parts")?,
            initiator: members.take("Initiator")?,
            owner: members.take("Owner")?,
            storage_class: members.take("StorageClass")?,
            request_charged: members.take("RequestCharged")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_type: members.take("ChecksumType")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("AbortDate", self.abort_date);
        members.put("AbortRuleId", self.abort_rule_id);
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("UploadId", self.upload_id);
        members.put("PartNumberMarker", self.part_number_marker);
        members.put("NextPartNumberMarker", self.next_part_number_marker);
        members.put("MaxParts", self.max_parts);
        members.put("IsTruncated", self.is_truncated);
        members.put("Parts", self.parts);
        members.put("Initiator", self.initiator);
        members.put("Owner", self.owner);
        members.put("StorageClass", self.storage_class);
        members.put("RequestCharged", self.request_charged);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumType", self.checksum_type);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ListPartsRequest {
    pub bucket: String,
    pub key: String,
    pub max_parts: Option<i32>,
    pub part_number_marker: Option<i32>,
    pub upload_id: String,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
}

impl fmt::Debug for ListPartsRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ListPartsRequest")
            .field("bucket", &self.bucket)
            .field("key", &self.key)
            .field("max_parts", &self.max_parts)
            .field("part_number_marker", &self.part_number_marker)
            .field("upload_id", &self.upload_id)
            .field("request_payer", &self.request_payer)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .finish()
    }
}

impl Shape for ListPartsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            max_parts: members.take("MaxParts")?,
            part_number_marker: members.take("PartNumberMarker")?,
            upload_id: members.take("UploadId")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("MaxParts", self.max_parts);
        members.put("PartNumberMarker", self.part_number_marker);
        members.put("UploadId", self.upload_id);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocationInfo {
    pub type_: Option<String>,
    pub name: Option<String>,
}

impl Shape for LocationInfo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            type_: members.take("Type")?,
            name: members.take("Name")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Type", self.type_);
        members.put("Name", self.name);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoggingEnabled {
    pub target_bucket: String,
    pub target_grants: Option<Vec<TargetGrant>>,
    pub target_prefix: String,
    pub target_object_key_format: Option<TargetObjectKeyFormat>,
}

impl Shape for LoggingEnabled {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            target_bucket: members.take("TargetBucket")?,
            target_grants: members.take("TargetGrants")?,
            target_prefix: members.take("TargetPrefix")?,
            target_object_key_format: members.take("TargetObjectKeyFormat")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TargetBucket", self.target_bucket);
        members.put("TargetGrants", self.target_grants);
        members.put("TargetPrefix", self.target_prefix);
        members.put("TargetObjectKeyFormat", self.target_object_key_format);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metrics {
    pub status: String,
    pub event_threshold: Option<ReplicationTimeValue>,
}

impl Shape for Metrics {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
            event_threshold: members.take("EventThreshold")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        members.put("EventThreshold", self.event_threshold);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultipartUpload {
    pub upload_id: Option<String>,
    pub key: Option<String>,
    pub initiated: Option<Timestamp>,
    pub storage_class: Option<String>,
    pub owner: Option<Owner>,
    pub initiator: Option<Initiator>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for MultipartUpload {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            upload_id: members.take("UploadId")?,
            key: members.take("Key")?,
            initiated: members.take("Initiated")?,
            storage_class: members.take("StorageClass")?,
            owner: members.take("Owner")?,
            initiator: members.take("Initiator")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_type: members.take("ChecksumType")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("UploadId", self.upload_id);
        members.put("Key", self.key);
        members.put("Initiated", self.initiated);
        members.put("StorageClass", self.storage_class);
        members.put("Owner", self.owner);
        members.put("Initiator", self.initiator);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumType", self.checksum_type);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoncurrentVersionExpiration {
    pub noncurrent_days: Option<i32>,
    pub newer_noncurrent_versions: Option<i32>,
}

impl Shape for NoncurrentVersionExpiration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            noncurrent_days: members.take("NoncurrentDays")?,
            newer_noncurrent_versions: members.take("NewerNoncurrentVersions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NoncurrentDays", self.noncurrent_days);
        members.put("NewerNoncurrentVersions", self.newer_noncurrent_versions);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoncurrentVersionTransition {
    pub noncurrent_days: Option<i32>,
    pub storage_class: Option<String>,
    pub newer_noncurrent_versions: Option<i32>,
}

impl Shape for NoncurrentVersionTransition {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            noncurrent_days: members.take("NoncurrentDays")?,
            storage_class: members.take("StorageClass")?,
            newer_noncurrent_versions: members.take("NewerNoncurrentVersions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("NoncurrentDays", self.noncurrent_days);
        members.put("StorageClass", self.storage_class);
        members.put("NewerNoncurrentVersions", self.newer_noncurrent_versions);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotificationConfiguration {
    pub topic_configurations: Option<Vec<TopicConfiguration>>,
    pub queue_configurations: Option<Vec<QueueConfiguration>>,
    pub lambda_function_configurations: Option<Vec<LambdaFunctionConfiguration>>,
    pub event_bridge_configuration: Option<EventBridgeConfiguration>,
}

impl Shape for NotificationConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            topic_configurations: members.take("TopicConfigurations")?,
            queue_configurations: members.take("QueueConfigurations")?,
            lambda_function_configurations: members.take("LambdaFunctionConfigurations")?,
            event_bridge_configuration: members.take("EventBridgeConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TopicConfigurations", self.topic_configurations);
        members.put("QueueConfigurations", self.queue_configurations);
        members.put(
            "LambdaFunctionConfigurations",
            self.lambda_function_configurations,
        );
        members.put("EventBridgeConfiguration", self.event_bridge_configuration);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotificationConfigurationFilter {
    pub key: Option<S3KeyFilter>,
}

impl Shape for NotificationConfigurationFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    pub key: Option<String>,
    pub last_modified: Option<Timestamp>,
    pub e_tag: Option<String>,
    pub checksum_algorithm: Option<Vec<String>>,
    pub checksum_type: Option<String>,
    pub size: Option<i64>,
    pub storage_class: Option<String>,
    pub owner: Option<Owner>,
    pub restore_status: Option<RestoreStatus>,
}

impl Shape for Object {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            last_modified: members.take("LastModified")?,
            e_tag: members.take("ETag")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_type: members.take("ChecksumType")?,
            size: members.take("Size")?,
            storage_class: members.take("StorageClass")?,
            owner: members.take("Owner")?,
            restore_status: members.take("RestoreStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("LastModified", self.last_modified);
        members.put("ETag", self.e_tag);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumType", self.checksum_type);
        members.put("Size", self.size);
        members.put("StorageClass", self.storage_class);
        members.put("Owner", self.owner);
        members.put("RestoreStatus", self.restore_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectIdentifier {
    pub key: String,
    pub version_id: Option<String>,
    pub e_tag: Option<String>,
    pub last_modified_time: Option<Timestamp>,
    pub size: Option<i64>,
}

impl Shape for ObjectIdentifier {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            e_tag: members.take("ETag")?,
            last_modified_time: members.take("LastModifiedTime")?,
            size: members.take("Size")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("ETag", self.e_tag);
        members.put("LastModifiedTime", self.last_modified_time);
        members.put("Size", self.size);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectLockConfiguration {
    pub object_lock_enabled: Option<String>,
    pub rule: Option<ObjectLockRule>,
}

impl Shape for ObjectLockConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            object_lock_enabled: members.take("ObjectLockEnabled")?,
            rule: members.take("Rule")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ObjectLockEnabled", self.object_lock_enabled);
        members.put("Rule", self.rule);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectLockRule {
    pub default_retention: Option<DefaultRetention>,
}

impl Shape for ObjectLockRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            default_retention: members.take("DefaultRetention")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DefaultRetention", self.default_retention);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectPart {
    pub part_number: Option<i32>,
    pub size: Option<i64>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for ObjectPart {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            part_number: members.take("PartNumber")?,
            size: members.take("Size")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PartNumber", self.part_number);
        members.put("Size", self.size);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectVersion {
    pub e_tag: Option<String>,
    pub checksum_algorithm: Option<Vec<String>>,
    pub checksum_type: Option<String>,
    pub size: Option<i64>,
    pub storage_class: Option<String>,
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub is_latest: Option<bool>,
    pub last_modified: Option<Timestamp>,
    pub owner: Option<Owner>,
    pub restore_status: Option<RestoreStatus>,
}

impl Shape for ObjectVersion {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            e_tag: members.take("ETag")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_type: members.take("ChecksumType")?,
            size: members.take("Size")?,
            storage_class: members.take("StorageClass")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            is_latest: members.take("IsLatest")?,
            last_modified: members.take("LastModified")?,
            owner: members.take("Owner")?,
            restore_status: members.take("RestoreStatus")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ETag", self.e_tag);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumType", self.checksum_type);
        members.put("Size", self.size);
        members.put("StorageClass", self.storage_class);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("IsLatest", self.is_latest);
        members.put("LastModified", self.last_modified);
        members.put("Owner", self.owner);
        members.put("RestoreStatus", self.restore_status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Owner {
    pub display_name: Option<String>,
    pub id: Option<String>,
}

impl Shape for Owner {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            display_name: members.take("DisplayName")?,
            id: members.take("ID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("DisplayName", self.display_name);
        members.put("ID", self.id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnershipControls {
    pub rules: Vec<OwnershipControlsRule>,
}

impl Shape for OwnershipControls {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rules: members.take("Rules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rules", self.rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnershipControlsRule {
    pub object_ownership: String,
}

impl Shape for OwnershipControlsRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            object_ownership: members.take("ObjectOwnership")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ObjectOwnership", self.object_ownership);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    pub part_number: Option<i32>,
    pub last_modified: Option<Timestamp>,
    pub e_tag: Option<String>,
    pub size: Option<i64>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for Part {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            part_number: members.take("PartNumber")?,
            last_modified: members.take("LastModified")?,
            e_tag: members.take("ETag")?,
            size: members.take("Size")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PartNumber", self.part_number);
        members.put("LastModified", self.last_modified);
        members.put("ETag", self.e_tag);
        members.put("Size", self.size);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionedPrefix {
    pub partition_date_source: Option<String>,
}

impl Shape for PartitionedPrefix {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            partition_date_source: members.take("PartitionDateSource")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("PartitionDateSource", self.partition_date_source);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyStatus {
    pub is_public: Option<bool>,
}

impl Shape for PolicyStatus {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            is_public: members.take("IsPublic")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("IsPublic", self.is_public);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicAccessBlockConfiguration {
    pub block_public_acls: Option<bool>,
    pub ignore_public_acls: Option<bool>,
    pub block_public_policy: Option<bool>,
    pub restrict_public_buckets: Option<bool>,
}

impl Shape for PublicAccessBlockConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            block_public_acls: members.take("BlockPublicAcls")?,
            ignore_public_acls: members.take("IgnorePublicAcls")?,
            block_public_policy: members.take("BlockPublicPolicy")?,
            restrict_public_buckets: members.take("RestrictPublicBuckets")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("BlockPublicAcls", self.block_public_acls);
        members.put("IgnorePublicAcls", self.ignore_public_acls);
        members.put("BlockPublicPolicy", self.block_public_policy);
        members.put("RestrictPublicBuckets", self.restrict_public_buckets);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketAclRequest {
    pub acl: Option<String>,
    pub access_control_policy: Option<AccessControlPolicy>,
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write: Option<String>,
    pub grant_write_acp: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketAclRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            acl: members.take("ACL")?,
            access_control_policy: members.take("AccessControlPolicy")?,
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            grant_full_control: members.take("GrantFullControl")?,
            grant_read: members.take("GrantRead")?,
            grant_read_acp: members.take("GrantReadACP")?,
            grant_write: members.take("GrantWrite")?,
            grant_write_acp: members.take("GrantWriteACP")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ACL", self.acl);
        members.put("AccessControlPolicy", self.access_control_policy);
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("GrantFullControl", self.grant_full_control);
        members.put("GrantRead", self.grant_read);
        members.put("GrantReadACP", self.grant_read_acp);
        members.put("GrantWrite", self.grant_write);
        members.put("GrantWriteACP", self.grant_write_acp);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketCorsRequest {
    pub bucket: String,
    pub cors_configuration: CORSConfiguration,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketCorsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            cors_configuration: members.take("CORSConfiguration")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("CORSConfiguration", self.cors_configuration);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketEncryptionRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub server_side_encryption_configuration: ServerSideEncryptionConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketEncryptionRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            server_side_encryption_configuration: members
                .take("ServerSideEncryptionConfiguration")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put(
            "ServerSideEncryptionConfiguration",
            self.server_side_encryption_configuration,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketLifecycleConfigurationOutput {
    pub transition_default_minimum_object_size: Option<String>,
}

impl Shape for PutBucketLifecycleConfigurationOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            transition_default_minimum_object_size: members
                .take("TransitionDefaultMinimumObjectSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "TransitionDefaultMinimumObjectSize",
            self.transition_default_minimum_object_size,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketLifecycleConfigurationRequest {
    pub bucket: String,
    pub checksum_algorithm: Option<String>,
    pub lifecycle_configuration: Option<BucketLifecycleConfiguration>,
    pub expected_bucket_owner: Option<String>,
    pub transition_default_minimum_object_size: Option<String>,
}

impl Shape for PutBucketLifecycleConfigurationRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            lifecycle_configuration: members.take("LifecycleConfiguration")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            transition_default_minimum_object_size: members
                .take("TransitionDefaultMinimumObjectSize")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("LifecycleConfiguration", self.lifecycle_configuration);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put(
            "TransitionDefaultMinimumObjectSize",
            self.transition_default_minimum_object_size,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketOwnershipControlsRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub ownership_controls: OwnershipControls,
    pub checksum_algorithm: Option<String>,
}

impl Shape for PutBucketOwnershipControlsRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            ownership_controls: members.take("OwnershipControls")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("OwnershipControls", self.ownership_controls);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketPolicyRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub confirm_remove_self_bucket_access: Option<bool>,
    pub policy: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketPolicyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            confirm_remove_self_bucket_access: members.take("ConfirmRemoveSelfBucketAccess")?,
            policy: members.take("Policy")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put(
            "ConfirmRemoveSelfBucketAccess",
            self.confirm_remove_self_bucket_access,
        );
        members.put("Policy", self.policy);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketTaggingRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub tagging: Tagging,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketTaggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            tagging: members.take("Tagging")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("Tagging", self.tagging);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketVersioningRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub mfa: Option<String>,
    pub versioning_configuration: VersioningConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketVersioningRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            mfa: members.take("MFA")?,
            versioning_configuration: members.take("VersioningConfiguration")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("MFA", self.mfa);
        members.put("VersioningConfiguration", self.versioning_configuration);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct PutObjectOutput {
    pub expiration: Option<String>,
    pub e_tag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub server_side_encryption: Option<String>,
    pub version_id: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub size: Option<i64>,
    pub request_charged: Option<String>,
}

impl fmt::Debug for PutObjectOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PutObjectOutput")
            .field("expiration", &self.expiration)
            .field("e_tag", &self.e_tag)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("checksum_type", &self.checksum_type)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("version_id", &self.version_id)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field(
                "ssekms_encryption_context",
                &self.ssekms_encryption_context.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("size", &self.size)
            .field("request_charged", &self.request_charged)
            .finish()
    }
}

impl Shape for PutObjectOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            expiration: members.take("Expiration")?,
            e_tag: members.take("ETag")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            checksum_type: members.take("ChecksumType")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            version_id: members.take("VersionId")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            ssekms_encryption_context: members.take("SSEKMSEncryptionContext")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            size: members.take("Size")?,
            request_charged: members.take("RequestCharged")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Expiration", self.expiration);
        members.put("ETag", self.e_tag);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("ChecksumType", self.checksum_type);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("VersionId", self.version_id);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("SSEKMSEncryptionContext", self.ssekms_encryption_context);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("Size", self.size);
        members.put("RequestCharged", self.request_charged);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct PutObjectRequest {
    pub acl: Option<String>,
    pub body: Option<Bytes>,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_length: Option<i64>,
    pub content_md5: Option<String>,
    pub content_type: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub expires: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write_acp: Option<String>,
    pub key: String,
    pub write_offset_bytes: Option<i64>,
    pub metadata: Option<BTreeMap<String, String>>,
    pub server_side_encryption: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_payer: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
    pub expected_bucket_owner: Option<String>,
}

impl fmt::Debug for PutObjectRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PutObjectRequest")
            .field("acl", &self.acl)
            .field("body", &self.body)
            .field("bucket", &self.bucket)
            .field("cache_control", &self.cache_control)
            .field("content_disposition", &self.content_disposition)
            .field("content_encoding", &self.content_encoding)
            .field("content_language", &self.content_language)
            .field("content_length", &self.content_length)
            .field("content_md5", &self.content_md5)
            .field("content_type", &self.content_type)
            .field("checksum_algorithm", &self.checksum_algorithm)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("expires", &self.expires)
            .field("if_match", &self.if_match)
            .field("if_none_match", &self.if_none_match)
            .field("grant_full_control", &self.grant_full_control)
            .field("grant_read", &self.grant_read)
            .field("grant_read_acp", &self.grant_read_acp)
            .field("grant_write_acp", &self.grant_write_acp)
            .field("key", &self.key)
            .field("write_offset_bytes", &self.write_offset_bytes)
            .field("metadata", &self.metadata)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("storage_class", &self.storage_class)
            .field("website_redirect_location", &self.website_redirect_location)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field(
                "ssekms_encryption_context",
                &self.ssekms_encryption_context.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_payer", &self.request_payer)
            .field("tagging", &self.tagging)
            .field("object_lock_mode", &self.object_lock_mode)
            .field(
                "object_lock_retain_until_date",
                &self.object_lock_retain_until_date,
            )
            .field(
                "object_lock_legal_hold_status",
                &self.object_lock_legal_hold_status,
            )
            .field("object_lock_event_hold", &self.object_lock_event_hold)
            .field(
                "object_lock_event_hold_duration_days",
                &self.object_lock_event_hold_duration_days,
            )
            .field(
                "object_lock_event_hold_duration_years",
                &self.object_lock_event_hold_duration_years,
            )
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .finish()
    }
}

impl Shape for PutObjectRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            acl: members.take("ACL")?,
            body: members.take("Body")?,
            bucket: members.take("Bucket")?,
            cache_control: members.take("CacheControl")?,
            content_disposition: members.take("ContentDisposition")?,
            content_encoding: members.take("ContentEncoding")?,
            content_language: members.take("ContentLanguage")?,
            content_length: members.take("ContentLength")?,
            content_md5: members.take("ContentMD5")?,
            content_type: members.take("ContentType")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            expires: members.take("Expires")?,
            if_match: members.take("IfMatch")?,
            if_none_match: members.take("IfNoneMatch")?,
            grant_full_control: members.take("GrantFullControl")?,
            grant_read: members.take("GrantRead")?,
            grant_read_acp: members.take("GrantReadACP")?,
            grant_write_acp: members.take("GrantWriteACP")?,
            key: members.take("Key")?,
            write_offset_bytes: members.take("WriteOffsetBytes")?,
            metadata: members.take("Metadata")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            storage_class: members.take("StorageClass")?,
            website_redirect_location: members.take("WebsiteRedirectLocation")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            ssekms_encryption_context: members.take("SSEKMSEncryptionContext")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_payer: members.take("RequestPayer")?,
            tagging: members.take("Tagging")?,
            object_lock_mode: members.take("ObjectLockMode")?,
            object_lock_retain_until_date: members.take("ObjectLockRetainUntilDate")?,
            object_lock_legal_hold_status: members.take("ObjectLockLegalHoldStatus")?,
            object_lock_event_hold: members.take("ObjectLockEventHold")?,
            object_lock_event_hold_duration_days: members
                .take("ObjectLockEventHoldDurationDays")?,
            object_lock_event_hold_duration_years: members
                .take("ObjectLockEventHoldDurationYears")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ACL", self.acl);
        members.put("Body", self.body);
        members.put("Bucket", self.bucket);
        members.put("CacheControl", self.cache_control);
        members.put("ContentDisposition", self.content_disposition);
        members.put("ContentEncoding", self.content_encoding);
        members.put("ContentLanguage", self.content_language);
        members.put("ContentLength", self.content_length);
        members.put("ContentMD5", self.content_md5);
        members.put("ContentType", self.content_type);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("Expires", self.expires);
        members.put("IfMatch", self.if_match);
        members.put("IfNoneMatch", self.if_none_match);
        members.put("GrantFullControl", self.grant_full_control);
        members.put("GrantRead", self.grant_read);
        members.put("GrantReadACP", self.grant_read_acp);
        members.put("GrantWriteACP", self.grant_write_acp);
        members.put("Key", self.key);
        members.put("WriteOffsetBytes", self.write_offset_bytes);
        members.put("Metadata", self.metadata);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("StorageClass", self.storage_class);
        members.put("WebsiteRedirectLocation", self.website_redirect_location);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("SSEKMSEncryptionContext", self.ssekms_encryption_context);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestPayer", self.request_payer);
        members.put("Tagging", self.tagging);
        members.put("ObjectLockMode", self.object_lock_mode);
        members.put(
            "ObjectLockRetainUntilDate",
            self.object_lock_retain_until_date,
        );
        members.put(
            "ObjectLockLegalHoldStatus",
            self.object_lock_legal_hold_status,
        );
        members.put("ObjectLockEventHold", self.object_lock_event_hold);
        members.put(
            "ObjectLockEventHoldDurationDays",
            self.object_lock_event_hold_duration_days,
        );
        members.put(
            "ObjectLockEventHoldDurationYears",
            self.object_lock_event_hold_duration_years,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectTaggingOutput {
    pub version_id: Option<String>,
}

impl Shape for PutObjectTaggingOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectTaggingRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub tagging: Tagging,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for PutObjectTaggingRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            key: members.take("Key")?,
            version_id: members.take("VersionId")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            tagging: members.take("Tagging")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            request_payer: members.take("RequestPayer")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("Key", self.key);
        members.put("VersionId", self.version_id);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("Tagging", self.tagging);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put("RequestPayer", self.request_payer);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutPublicAccessBlockRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub public_access_block_configuration: PublicAccessBlockConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutPublicAccessBlockRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            public_access_block_configuration: members.take("PublicAccessBlockConfiguration")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put(
            "PublicAccessBlockConfiguration",
            self.public_access_block_configuration,
        );
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueConfiguration {
    pub id: Option<String>,
    pub queue_arn: String,
    pub events: Vec<String>,
    pub filter: Option<NotificationConfigurationFilter>,
}

impl Shape for QueueConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("Id")?,
            queue_arn: members.take("QueueArn")?,
            events: members.take("Events")?,
            filter: members.take("Filter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Id", self.id);
        members.put("QueueArn", self.queue_arn);
        members.put("Events", self.events);
        members.put("Filter", self.filter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Redirect {
    pub host_name: Option<String>,
    pub http_redirect_code: Option<String>,
    pub protocol: Option<String>,
    pub replace_key_prefix_with: Option<String>,
    pub replace_key_with: Option<String>,
}

impl Shape for Redirect {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            host_name: members.take("HostName")?,
            http_redirect_code: members.take("HttpRedirectCode")?,
            protocol: members.take("Protocol")?,
            replace_key_prefix_with: members.take("ReplaceKeyPrefixWith")?,
            replace_key_with: members.take("ReplaceKeyWith")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("HostName", self.host_name);
        members.put("HttpRedirectCode", self.http_redirect_code);
        members.put("Protocol", self.protocol);
        members.put("ReplaceKeyPrefixWith", self.replace_key_prefix_with);
        members.put("ReplaceKeyWith", self.replace_key_with);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedirectAllRequestsTo {
    pub host_name: String,
    pub protocol: Option<String>,
}

impl Shape for RedirectAllRequestsTo {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            host_name: members.take("HostName")?,
            protocol: members.take("Protocol")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("HostName", self.host_name);
        members.put("Protocol", self.protocol);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaModifications {
    pub status: String,
}

impl Shape for ReplicaModifications {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationConfiguration {
    pub role: String,
    pub rules: Vec<ReplicationRule>,
}

impl Shape for ReplicationConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            role: members.take("Role")?,
            rules: members.take("Rules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Role", self.role);
        members.put("Rules", self.rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRule {
    pub id: Option<String>,
    pub priority: Option<i32>,
    pub prefix: Option<String>,
    pub filter: Option<ReplicationRuleFilter>,
    pub status: String,
    pub source_selection_criteria: Option<SourceSelectionCriteria>,
    pub existing_object_replication: Option<ExistingObjectReplication>,
    pub destination: Destination,
    pub delete_marker_replication: Option<DeleteMarkerReplication>,
}

impl Shape for ReplicationRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("ID")?,
            priority: members.take("Priority")?,
            prefix: members.take("Prefix")?,
            filter: members.take("Filter")?,
            status: members.take("Status")?,
            source_selection_criteria: members.take("SourceSelectionCriteria")?,
            existing_object_replication: members.take("ExistingObjectReplication")?,
            destination: members.take("Destination")?,
            delete_marker_replication: members.take("DeleteMarkerReplication")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ID", self.id);
        members.put("Priority", self.priority);
        members.put("Prefix", self.prefix);
        members.put("Filter", self.filter);
        members.put("Status", self.status);
        members.put("SourceSelectionCriteria", self.source_selection_criteria);
        members.put(
            "ExistingObjectReplication",
            self.existing_object_replication,
        );
        members.put("Destination", self.destination);
        members.put("DeleteMarkerReplication", self.delete_marker_replication);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRuleAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ReplicationRuleAndOperator {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            prefix: members.take("Prefix")?,
            tags: members.take("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Prefix", self.prefix);
        members.put("Tags", self.tags);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRuleFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub and: Option<ReplicationRuleAndOperator>,
}

impl Shape for ReplicationRuleFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            prefix: members.take("Prefix")?,
            tag: members.take("Tag")?,
            and: members.take("And")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Prefix", self.prefix);
        members.put("Tag", self.tag);
        members.put("And", self.and);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationTime {
    pub status: String,
    pub time: ReplicationTimeValue,
}

impl Shape for ReplicationTime {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
            time: members.take("Time")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        members.put("Time", self.time);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationTimeValue {
    pub minutes: Option<i32>,
}

impl Shape for ReplicationTimeValue {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            minutes: members.take("Minutes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Minutes", self.minutes);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreStatus {
    pub is_restore_in_progress: Option<bool>,
    pub restore_expiry_date: Option<Timestamp>,
}

impl Shape for RestoreStatus {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            is_restore_in_progress: members.take("IsRestoreInProgress")?,
            restore_expiry_date: members.take("RestoreExpiryDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("IsRestoreInProgress", self.is_restore_in_progress);
        members.put("RestoreExpiryDate", self.restore_expiry_date);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRule {
    pub condition: Option<Condition>,
    pub redirect: Redirect,
}

impl Shape for RoutingRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            condition: members.take("Condition")?,
            redirect: members.take("Redirect")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Condition", self.condition);
        members.put("Redirect", self.redirect);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3KeyFilter {
    pub filter_rules: Option<Vec<FilterRule>>,
}

impl Shape for S3KeyFilter {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            filter_rules: members.take("FilterRules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("FilterRules", self.filter_rules);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct ServerSideEncryptionByDefault {
    pub sse_algorithm: String,
    pub kms_master_key_id: Option<String>,
}

impl fmt::Debug for ServerSideEncryptionByDefault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ServerSideEncryptionByDefault")
            .field("sse_algorithm", &self.sse_algorithm)
            .field(
                "kms_master_key_id",
                &self.kms_master_key_id.as_ref().map(|_| Masked),
            )
            .finish()
    }
}

impl Shape for ServerSideEncryptionByDefault {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            sse_algorithm: members.take("SSEAlgorithm")?,
            kms_master_key_id: members.take("KMSMasterKeyID")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SSEAlgorithm", self.sse_algorithm);
        members.put("KMSMasterKeyID", self.kms_master_key_id);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerSideEncryptionConfiguration {
    pub rules: Vec<ServerSideEncryptionRule>,
}

impl Shape for ServerSideEncryptionConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            rules: members.take("Rules")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Rules", self.rules);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerSideEncryptionRule {
    pub apply_server_side_encryption_by_default: Option<ServerSideEncryptionByDefault>,
    pub bucket_key_enabled: Option<bool>,
    pub blocked_encryption_types: Option<BlockedEncryptionTypes>,
}

impl Shape for ServerSideEncryptionRule {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            apply_server_side_encryption_by_default: members
                .take("ApplyServerSideEncryptionByDefault")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            blocked_encryption_types: members.take("BlockedEncryptionTypes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put(
            "ApplyServerSideEncryptionByDefault",
            self.apply_server_side_encryption_by_default,
        );
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("BlockedEncryptionTypes", self.blocked_encryption_types);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimplePrefix {}

impl Shape for SimplePrefix {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        Members::of(document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Members(Members::new())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceSelectionCriteria {
    pub sse_kms_encrypted_objects: Option<SseKmsEncryptedObjects>,
    pub replica_modifications: Option<ReplicaModifications>,
}

impl Shape for SourceSelectionCriteria {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            sse_kms_encrypted_objects: members.take("SseKmsEncryptedObjects")?,
            replica_modifications: members.take("ReplicaModifications")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SseKmsEncryptedObjects", self.sse_kms_encrypted_objects);
        members.put("ReplicaModifications", self.replica_modifications);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SseKmsEncryptedObjects {
    pub status: String,
}

impl Shape for SseKmsEncryptedObjects {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Status", self.status);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

impl Shape for Tag {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            key: members.take("Key")?,
            value: members.take("Value")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Key", self.key);
        members.put("Value", self.value);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tagging {
    pub tag_set: Vec<Tag>,
}

impl Shape for Tagging {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            tag_set: members.take("TagSet")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("TagSet", self.tag_set);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetGrant {
    pub grantee: Option<Grantee>,
    pub permission: Option<String>,
}

impl Shape for TargetGrant {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            grantee: members.take("Grantee")?,
            permission: members.take("Permission")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Grantee", self.grantee);
        members.put("Permission", self.permission);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetObjectKeyFormat {
    pub simple_prefix: Option<SimplePrefix>,
    pub partitioned_prefix: Option<PartitionedPrefix>,
}

impl Shape for TargetObjectKeyFormat {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            simple_prefix: members.take("SimplePrefix")?,
            partitioned_prefix: members.take("PartitionedPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("SimplePrefix", self.simple_prefix);
        members.put("PartitionedPrefix", self.partitioned_prefix);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicConfiguration {
    pub id: Option<String>,
    pub topic_arn: String,
    pub events: Vec<String>,
    pub filter: Option<NotificationConfigurationFilter>,
}

impl Shape for TopicConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            id: members.take("Id")?,
            topic_arn: members.take("TopicArn")?,
            events: members.take("Events")?,
            filter: members.take("Filter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Id", self.id);
        members.put("TopicArn", self.topic_arn);
        members.put("Events", self.events);
        members.put("Filter", self.filter);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transition {
    pub date: Option<Timestamp>,
    pub days: Option<i32>,
    pub storage_class: Option<String>,
}

impl Shape for Transition {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            date: members.take("Date")?,
            days: members.take("Days")?,
            storage_class: members.take("StorageClass")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Date", self.date);
        members.put("Days", self.days);
        members.put("StorageClass", self.storage_class);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UploadPartCopyOutput {
    pub copy_source_version_id: Option<String>,
    pub copy_part_result: Option<CopyPartResult>,
    pub server_side_encryption: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
    pub version_id: Option<String>,
}

impl fmt::Debug for UploadPartCopyOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UploadPartCopyOutput")
            .field("copy_source_version_id", &self.copy_source_version_id)
            .field("copy_part_result", &self.copy_part_result)
            .field("server_side_encryption", &self.server_side_encryption)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_charged", &self.request_charged)
            .field("version_id", &self.version_id)
            .finish()
    }
}

impl Shape for UploadPartCopyOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            copy_source_version_id: members.take("CopySourceVersionId")?,
            copy_part_result: members.take("CopyPartResult")?,
            server_side_encryption: members.take("ServerSideEncryption")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_charged: members.take("RequestCharged")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("CopySourceVersionId", self.copy_source_version_id);
        members.put("CopyPartResult", self.copy_part_result);
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestCharged", self.request_charged);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UploadPartCopyRequest {
    pub bucket: String,
    pub copy_source: String,
    pub copy_source_if_match: Option<String>,
    pub copy_source_if_modified_since: Option<Timestamp>,
    pub copy_source_if_none_match: Option<String>,
    pub copy_source_if_unmodified_since: Option<Timestamp>,
    pub copy_source_range: Option<String>,
    pub key: String,
    pub part_number: i32,
    pub upload_id: String,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub copy_source_sse_customer_algorithm: Option<String>,
    pub copy_source_sse_customer_key: Option<String>,
    pub copy_source_sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub expected_source_bucket_owner: Option<String>,
}

impl fmt::Debug for UploadPartCopyRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UploadPartCopyRequest")
            .field("bucket", &self.bucket)
            .field("copy_source", &self.copy_source)
            .field("copy_source_if_match", &self.copy_source_if_match)
            .field(
                "copy_source_if_modified_since",
                &self.copy_source_if_modified_since,
            )
            .field("copy_source_if_none_match", &self.copy_source_if_none_match)
            .field(
                "copy_source_if_unmodified_since",
                &self.copy_source_if_unmodified_since,
            )
            .field("copy_source_range", &self.copy_source_range)
            .field("key", &self.key)
            .field("part_number", &self.part_number)
            .field("upload_id", &self.upload_id)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "copy_source_sse_customer_algorithm",
                &self.copy_source_sse_customer_algorithm,
            )
            .field(
                "copy_source_sse_customer_key",
                &self.copy_source_sse_customer_key.as_ref().map(|_| Masked),
            )
            .field(
                "copy_source_sse_customer_key_md5",
                &self.copy_source_sse_customer_key_md5,
            )
            .field("request_payer", &self.request_payer)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .field(
                "expected_source_bucket_owner",
                &self.expected_source_bucket_owner,
            )
            .finish()
    }
}

impl Shape for UploadPartCopyRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            bucket: members.take("Bucket")?,
            copy_source: members.take("CopySource")?,
            copy_source_if_match: members.take("CopySourceIfMatch")?,
            copy_source_if_modified_since: members.take("CopySourceIfModifiedSince")?,
            copy_source_if_none_match: members.take("CopySourceIfNoneMatch")?,
            copy_source_if_unmodified_since: members.take("CopySourceIfUnmodifiedSince")?,
            copy_source_range: members.take("CopySourceRange")?,
            key: members.take("Key")?,
            part_number: members.take("PartNumber")?,
            upload_id: members.take("UploadId")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            copy_source_sse_customer_algorithm: members.take("CopySourceSSECustomerAlgorithm")?,
            copy_source_sse_customer_key: members.take("CopySourceSSECustomerKey")?,
            copy_source_sse_customer_key_md5: members.take("CopySourceSSECustomerKeyMD5")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
            expected_source_bucket_owner: members.take("ExpectedSourceBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Bucket", self.bucket);
        members.put("CopySource", self.copy_source);
        members.put("CopySourceIfMatch", self.copy_source_if_match);
        members.put(
            "CopySourceIfModifiedSince",
            self.copy_source_if_modified_since,
        );
        members.put("CopySourceIfNoneMatch", self.copy_source_if_none_match);
        members.put(
            "CopySourceIfUnmodifiedSince",
            self.copy_source_if_unmodified_since,
        );
        members.put("CopySourceRange", self.copy_source_range);
        members.put("Key", self.key);
        members.put("PartNumber", self.part_number);
        members.put("UploadId", self.upload_id);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put(
            "CopySourceSSECustomerAlgorithm",
            self.copy_source_sse_customer_algorithm,
        );
        members.put(
            "CopySourceSSECustomerKey",
            self.copy_source_sse_customer_key,
        );
        members.put(
            "CopySourceSSECustomerKeyMD5",
            self.copy_source_sse_customer_key_md5,
        );
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        members.put(
            "ExpectedSourceBucketOwner",
            self.expected_source_bucket_owner,
        );
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UploadPartOutput {
    pub server_side_encryption: Option<String>,
    pub e_tag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
    pub version_id: Option<String>,
}

impl fmt::Debug for UploadPartOutput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UploadPartOutput")
            .field("server_side_encryption", &self.server_side_encryption)
            .field("e_tag", &self.e_tag)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field(
                "ssekms_key_id",
                &self.ssekms_key_id.as_ref().map(|_| Masked),
            )
            .field("bucket_key_enabled", &self.bucket_key_enabled)
            .field("request_charged", &self.request_charged)
            .field("version_id", &self.version_id)
            .finish()
    }
}

impl Shape for UploadPartOutput {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            server_side_encryption: members.take("ServerSideEncryption")?,
            e_tag: members.take("ETag")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            ssekms_key_id: members.take("SSEKMSKeyId")?,
            bucket_key_enabled: members.take("BucketKeyEnabled")?,
            request_charged: members.take("RequestCharged")?,
            version_id: members.take("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("ServerSideEncryption", self.server_side_encryption);
        members.put("ETag", self.e_tag);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("SSEKMSKeyId", self.ssekms_key_id);
        members.put("BucketKeyEnabled", self.bucket_key_enabled);
        members.put("RequestCharged", self.request_charged);
        members.put("VersionId", self.version_id);
        Document::Members(members)
    }
}

#[derive(Clone, Default, PartialEq)]
pub struct UploadPartRequest {
    pub body: Option<Bytes>,
    pub bucket: String,
    pub content_length: Option<i64>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32_c: Option<String>,
    pub checksum_crc64_nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub key: String,
    pub part_number: i32,
    pub upload_id: String,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl fmt::Debug for UploadPartRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UploadPartRequest")
            .field("body", &self.body)
            .field("bucket", &self.bucket)
            .field("content_length", &self.content_length)
            .field("content_md5", &self.content_md5)
            .field("checksum_algorithm", &self.checksum_algorithm)
            .field("checksum_crc32", &self.checksum_crc32)
            .field("checksum_crc32_c", &self.checksum_crc32_c)
            .field("checksum_crc64_nvme", &self.checksum_crc64_nvme)
            .field("checksum_sha1", &self.checksum_sha1)
            .field("checksum_sha256", &self.checksum_sha256)
            .field("checksum_sha512", &self.checksum_sha512)
            .field("checksum_md5", &self.checksum_md5)
            .field("checksum_xxhash64", &self.checksum_xxhash64)
            .field("checksum_xxhash3", &self.checksum_xxhash3)
            .field("checksum_xxhash128", &self.checksum_xxhash128)
            .field("key", &self.key)
            .field("part_number", &self.part_number)
            .field("upload_id", &self.upload_id)
            .field("sse_customer_algorithm", &self.sse_customer_algorithm)
            .field(
                "sse_customer_key",
                &self.sse_customer_key.as_ref().map(|_| Masked),
            )
            .field("sse_customer_key_md5", &self.sse_customer_key_md5)
            .field("request_payer", &self.request_payer)
            .field("expected_bucket_owner", &self.expected_bucket_owner)
            .finish()
    }
}

impl Shape for UploadPartRequest {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            body: members.take("Body")?,
            bucket: members.take("Bucket")?,
            content_length: members.take("ContentLength")?,
            content_md5: members.take("ContentMD5")?,
            checksum_algorithm: members.take("ChecksumAlgorithm")?,
            checksum_crc32: members.take("ChecksumCRC32")?,
            checksum_crc32_c: members.take("ChecksumCRC32C")?,
            checksum_crc64_nvme: members.take("ChecksumCRC64NVME")?,
            checksum_sha1: members.take("ChecksumSHA1")?,
            checksum_sha256: members.take("ChecksumSHA256")?,
            checksum_sha512: members.take("ChecksumSHA512")?,
            checksum_md5: members.take("ChecksumMD5")?,
            checksum_xxhash64: members.take("ChecksumXXHASH64")?,
            checksum_xxhash3: members.take("ChecksumXXHASH3")?,
            checksum_xxhash128: members.take("ChecksumXXHASH128")?,
            key: members.take("Key")?,
            part_number: members.take("PartNumber")?,
            upload_id: members.take("UploadId")?,
            sse_customer_algorithm: members.take("SSECustomerAlgorithm")?,
            sse_customer_key: members.take("SSECustomerKey")?,
            sse_customer_key_md5: members.take("SSECustomerKeyMD5")?,
            request_payer: members.take("RequestPayer")?,
            expected_bucket_owner: members.take("ExpectedBucketOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("Body", self.body);
        members.put("Bucket", self.bucket);
        members.put("ContentLength", self.content_length);
        members.put("ContentMD5", self.content_md5);
        members.put("ChecksumAlgorithm", self.checksum_algorithm);
        members.put("ChecksumCRC32", self.checksum_crc32);
        members.put("ChecksumCRC32C", self.checksum_crc32_c);
        members.put("ChecksumCRC64NVME", self.checksum_crc64_nvme);
        members.put("ChecksumSHA1", self.checksum_sha1);
        members.put("ChecksumSHA256", self.checksum_sha256);
        members.put("ChecksumSHA512", self.checksum_sha512);
        members.put("ChecksumMD5", self.checksum_md5);
        members.put("ChecksumXXHASH64", self.checksum_xxhash64);
        members.put("ChecksumXXHASH3", self.checksum_xxhash3);
        members.put("ChecksumXXHASH128", self.checksum_xxhash128);
        members.put("Key", self.key);
        members.put("PartNumber", self.part_number);
        members.put("UploadId", self.upload_id);
        members.put("SSECustomerAlgorithm", self.sse_customer_algorithm);
        members.put("SSECustomerKey", self.sse_customer_key);
        members.put("SSECustomerKeyMD5", self.sse_customer_key_md5);
        members.put("RequestPayer", self.request_payer);
        members.put("ExpectedBucketOwner", self.expected_bucket_owner);
        Document::Members(members)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersioningConfiguration {
    pub mfa_delete: Option<String>,
    pub status: Option<String>,
}

impl Shape for VersioningConfiguration {
    fn from_document(document: Document) -> Result<Self, Mismatch> {
        let mut members = Members::of(document)?;
        Ok(Self {
            mfa_delete: members.take("MFADelete")?,
            status: members.take("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Members::new();
        members.put("MFADelete", self.mfa_delete);
        members.put("Status", self.status);
        Document::Members(members)
    }
}
