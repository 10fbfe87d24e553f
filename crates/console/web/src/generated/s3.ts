// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of s3, as crates/wire describes it.
import type { Kind, Operation } from "../aws/operation";

export interface Bucket {
  Name?: string;
  CreationDate?: string;
  BucketRegion?: string;
  BucketArn?: string;
}

export interface BucketInfo {
  DataRedundancy?: "SingleAvailabilityZone" | "SingleLocalZone";
  Type?: "Directory";
}

export interface CommonPrefix {
  Prefix?: string;
}

export interface CreateBucketConfiguration {
  LocationConstraint?: "af-south-1" | "ap-east-1" | "ap-east-2" | "ap-northeast-1" | "ap-northeast-2" | "ap-northeast-3" | "ap-south-1" | "ap-south-2" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-southeast-4" | "ap-southeast-5" | "ap-southeast-6" | "ap-southeast-7" | "ca-central-1" | "ca-west-1" | "cn-north-1" | "cn-northwest-1" | "EU" | "eu-central-1" | "eu-central-2" | "eu-north-1" | "eu-south-1" | "eu-south-2" | "eu-west-1" | "eu-west-2" | "eu-west-3" | "il-central-1" | "me-central-1" | "me-south-1" | "mx-central-1" | "sa-east-1" | "us-east-2" | "us-gov-east-1" | "us-gov-west-1" | "us-west-1" | "us-west-2";
  Location?: LocationInfo;
  Bucket?: BucketInfo;
  Tags?: Array<Tag>;
}

export interface CreateBucketOutput {
  Location?: string;
  BucketArn?: string;
}

export interface CreateBucketRequest {
  ACL?: "private" | "public-read" | "public-read-write" | "authenticated-read";
  Bucket: string;
  CreateBucketConfiguration?: CreateBucketConfiguration;
  GrantFullControl?: string;
  GrantRead?: string;
  GrantReadACP?: string;
  GrantWrite?: string;
  GrantWriteACP?: string;
  ObjectLockEnabledForBucket?: boolean;
  ObjectOwnership?: "BucketOwnerPreferred" | "ObjectWriter" | "BucketOwnerEnforced";
  BucketNamespace?: "account-regional" | "global";
}

export interface DeleteBucketRequest {
  Bucket: string;
  ExpectedBucketOwner?: string;
}

export interface DeleteObjectOutput {
  DeleteMarker?: boolean;
  VersionId?: string;
  RequestCharged?: "requester";
}

export interface DeleteObjectRequest {
  Bucket: string;
  Key: string;
  MFA?: string;
  VersionId?: string;
  RequestPayer?: "requester";
  BypassGovernanceRetention?: boolean;
  ExpectedBucketOwner?: string;
  IfMatch?: string;
  IfMatchLastModifiedTime?: string;
  IfMatchSize?: number;
}

export interface GetBucketPolicyOutput {
  Policy?: string;
}

export interface GetBucketPolicyRequest {
  Bucket: string;
  ExpectedBucketOwner?: string;
}

export interface GetObjectOutput {
  Body?: Uint8Array | string;
  DeleteMarker?: boolean;
  AcceptRanges?: string;
  Expiration?: string;
  Restore?: string;
  LastModified?: string;
  ContentLength?: number;
  ETag?: string;
  ChecksumCRC32?: string;
  ChecksumCRC32C?: string;
  ChecksumCRC64NVME?: string;
  ChecksumSHA1?: string;
  ChecksumSHA256?: string;
  ChecksumSHA512?: string;
  ChecksumMD5?: string;
  ChecksumXXHASH64?: string;
  ChecksumXXHASH3?: string;
  ChecksumXXHASH128?: string;
  ChecksumType?: "COMPOSITE" | "FULL_OBJECT";
  MissingMeta?: number;
  VersionId?: string;
  CacheControl?: string;
  ContentDisposition?: string;
  ContentEncoding?: string;
  ContentLanguage?: string;
  ContentRange?: string;
  ContentType?: string;
  Expires?: string;
  WebsiteRedirectLocation?: string;
  ServerSideEncryption?: "AES256" | "aws:fsx" | "aws:backup" | "aws:kms" | "aws:kms:dsse";
  Metadata?: Record<string, string>;
  SSECustomerAlgorithm?: string;
  SSECustomerKeyMD5?: string;
  SSEKMSKeyId?: string;
  BucketKeyEnabled?: boolean;
  StorageClass?: "STANDARD" | "REDUCED_REDUNDANCY" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "GLACIER" | "DEEP_ARCHIVE" | "OUTPOSTS" | "GLACIER_IR" | "SNOW" | "EXPRESS_ONEZONE" | "FSX_OPENZFS" | "FSX_ONTAP" | "AWS_BACKUP_WARM" | "AWS_BACKUP_LOW_COST_WARM";
  RequestCharged?: "requester";
  ReplicationStatus?: "COMPLETE" | "PENDING" | "FAILED" | "REPLICA" | "COMPLETED";
  PartsCount?: number;
  TagCount?: number;
  ObjectLockMode?: "GOVERNANCE" | "COMPLIANCE";
  ObjectLockRetainUntilDate?: string;
  ObjectLockLegalHoldStatus?: "ON" | "OFF";
  ObjectLockEventHold?: "ON" | "OFF";
  ObjectLockEventHoldDurationDays?: number;
  ObjectLockEventHoldDurationYears?: number;
}

export interface GetObjectRequest {
  Bucket: string;
  IfMatch?: string;
  IfModifiedSince?: string;
  IfNoneMatch?: string;
  IfUnmodifiedSince?: string;
  Key: string;
  Range?: string;
  ResponseCacheControl?: string;
  ResponseContentDisposition?: string;
  ResponseContentEncoding?: string;
  ResponseContentLanguage?: string;
  ResponseContentType?: string;
  ResponseExpires?: string;
  VersionId?: string;
  SSECustomerAlgorithm?: string;
  SSECustomerKey?: string;
  SSECustomerKeyMD5?: string;
  RequestPayer?: "requester";
  PartNumber?: number;
  ExpectedBucketOwner?: string;
  ChecksumMode?: "ENABLED";
}

export interface ListBucketsOutput {
  Buckets?: Array<Bucket>;
  Owner?: Owner;
  ContinuationToken?: string;
  Prefix?: string;
}

export interface ListBucketsRequest {
  MaxBuckets?: number;
  ContinuationToken?: string;
  Prefix?: string;
  BucketRegion?: string;
}

export interface ListObjectsV2Output {
  IsTruncated?: boolean;
  Contents?: Array<Object>;
  Name?: string;
  Prefix?: string;
  Delimiter?: string;
  MaxKeys?: number;
  CommonPrefixes?: Array<CommonPrefix>;
  EncodingType?: "url";
  KeyCount?: number;
  ContinuationToken?: string;
  NextContinuationToken?: string;
  StartAfter?: string;
  RequestCharged?: "requester";
}

export interface ListObjectsV2Request {
  Bucket: string;
  Delimiter?: string;
  EncodingType?: "url";
  MaxKeys?: number;
  Prefix?: string;
  ContinuationToken?: string;
  FetchOwner?: boolean;
  StartAfter?: string;
  RequestPayer?: "requester";
  ExpectedBucketOwner?: string;
  OptionalObjectAttributes?: Array<"RestoreStatus">;
}

export interface LocationInfo {
  Type?: "AvailabilityZone" | "LocalZone";
  Name?: string;
}

export interface Object {
  Key?: string;
  LastModified?: string;
  ETag?: string;
  ChecksumAlgorithm?: Array<"CRC32" | "CRC32C" | "SHA1" | "SHA256" | "CRC64NVME" | "SHA512" | "MD5" | "XXHASH64" | "XXHASH3" | "XXHASH128">;
  ChecksumType?: "COMPOSITE" | "FULL_OBJECT";
  Size?: number;
  StorageClass?: "STANDARD" | "REDUCED_REDUNDANCY" | "GLACIER" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "DEEP_ARCHIVE" | "OUTPOSTS" | "GLACIER_IR" | "SNOW" | "EXPRESS_ONEZONE" | "FSX_OPENZFS" | "FSX_ONTAP" | "AWS_BACKUP_WARM" | "AWS_BACKUP_LOW_COST_WARM";
  Owner?: Owner;
  RestoreStatus?: RestoreStatus;
}

export interface Owner {
  DisplayName?: string;
  ID?: string;
}

export interface PutObjectOutput {
  Expiration?: string;
  ETag?: string;
  ChecksumCRC32?: string;
  ChecksumCRC32C?: string;
  ChecksumCRC64NVME?: string;
  ChecksumSHA1?: string;
  ChecksumSHA256?: string;
  ChecksumSHA512?: string;
  ChecksumMD5?: string;
  ChecksumXXHASH64?: string;
  ChecksumXXHASH3?: string;
  ChecksumXXHASH128?: string;
  ChecksumType?: "COMPOSITE" | "FULL_OBJECT";
  ServerSideEncryption?: "AES256" | "aws:fsx" | "aws:backup" | "aws:kms" | "aws:kms:dsse";
  VersionId?: string;
  SSECustomerAlgorithm?: string;
  SSECustomerKeyMD5?: string;
  SSEKMSKeyId?: string;
  SSEKMSEncryptionContext?: string;
  BucketKeyEnabled?: boolean;
  Size?: number;
  RequestCharged?: "requester";
}

export interface PutObjectRequest {
  ACL?: "private" | "public-read" | "public-read-write" | "authenticated-read" | "aws-exec-read" | "bucket-owner-read" | "bucket-owner-full-control";
  Body?: Uint8Array | string;
  Bucket: string;
  CacheControl?: string;
  ContentDisposition?: string;
  ContentEncoding?: string;
  ContentLanguage?: string;
  ContentLength?: number;
  ContentMD5?: string;
  ContentType?: string;
  ChecksumAlgorithm?: "CRC32" | "CRC32C" | "SHA1" | "SHA256" | "CRC64NVME" | "SHA512" | "MD5" | "XXHASH64" | "XXHASH3" | "XXHASH128";
  ChecksumCRC32?: string;
  ChecksumCRC32C?: string;
  ChecksumCRC64NVME?: string;
  ChecksumSHA1?: string;
  ChecksumSHA256?: string;
  ChecksumSHA512?: string;
  ChecksumMD5?: string;
  ChecksumXXHASH64?: string;
  ChecksumXXHASH3?: string;
  ChecksumXXHASH128?: string;
  Expires?: string;
  IfMatch?: string;
  IfNoneMatch?: string;
  GrantFullControl?: string;
  GrantRead?: string;
  GrantReadACP?: string;
  GrantWriteACP?: string;
  Key: string;
  WriteOffsetBytes?: number;
  Metadata?: Record<string, string>;
  ServerSideEncryption?: "AES256" | "aws:fsx" | "aws:backup" | "aws:kms" | "aws:kms:dsse";
  StorageClass?: "STANDARD" | "REDUCED_REDUNDANCY" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "GLACIER" | "DEEP_ARCHIVE" | "OUTPOSTS" | "GLACIER_IR" | "SNOW" | "EXPRESS_ONEZONE" | "FSX_OPENZFS" | "FSX_ONTAP" | "AWS_BACKUP_WARM" | "AWS_BACKUP_LOW_COST_WARM";
  WebsiteRedirectLocation?: string;
  SSECustomerAlgorithm?: string;
  SSECustomerKey?: string;
  SSECustomerKeyMD5?: string;
  SSEKMSKeyId?: string;
  SSEKMSEncryptionContext?: string;
  BucketKeyEnabled?: boolean;
  RequestPayer?: "requester";
  Tagging?: string;
  ObjectLockMode?: "GOVERNANCE" | "COMPLIANCE";
  ObjectLockRetainUntilDate?: string;
  ObjectLockLegalHoldStatus?: "ON" | "OFF";
  ObjectLockEventHold?: "ON" | "OFF";
  ObjectLockEventHoldDurationDays?: number;
  ObjectLockEventHoldDurationYears?: number;
  ExpectedBucketOwner?: string;
}

export interface RestoreStatus {
  IsRestoreInProgress?: boolean;
  RestoreExpiryDate?: string;
}

export interface Tag {
  Key: string;
  Value: string;
}

const kinds: Record<string, Kind> = {
  BucketKeyEnabled: "boolean",
  Buckets: "list",
  ChecksumAlgorithm: "flat",
  CommonPrefixes: "flat",
  ContentLength: "number",
  Contents: "flat",
  DeleteMarker: "boolean",
  IsRestoreInProgress: "boolean",
  IsTruncated: "boolean",
  KeyCount: "number",
  MaxKeys: "number",
  Metadata: "map",
  MissingMeta: "number",
  ObjectLockEventHoldDurationDays: "number",
  ObjectLockEventHoldDurationYears: "number",
  PartsCount: "number",
  Size: "number",
  TagCount: "number",
};

export const createBucket: Operation<CreateBucketRequest, CreateBucketOutput> = {
  service: "s3",
  name: "CreateBucket",
  method: "PUT",
  uri: "/{Bucket}",
  places: { ACL: ["header", "x-amz-acl"], Bucket: ["uri", "Bucket"], CreateBucketConfiguration: ["payload", ""], GrantFullControl: ["header", "x-amz-grant-full-control"], GrantRead: ["header", "x-amz-grant-read"], GrantReadACP: ["header", "x-amz-grant-read-acp"], GrantWrite: ["header", "x-amz-grant-write"], GrantWriteACP: ["header", "x-amz-grant-write-acp"], ObjectLockEnabledForBucket: ["header", "x-amz-bucket-object-lock-enabled"], ObjectOwnership: ["header", "x-amz-object-ownership"], BucketNamespace: ["header", "x-amz-bucket-namespace"] },
  answers: { Location: ["header", "Location"], BucketArn: ["header", "x-amz-bucket-arn"] },
  kinds,
};

export const deleteBucket: Operation<DeleteBucketRequest, Record<string, never>> = {
  service: "s3",
  name: "DeleteBucket",
  method: "DELETE",
  uri: "/{Bucket}",
  places: { Bucket: ["uri", "Bucket"], ExpectedBucketOwner: ["header", "x-amz-expected-bucket-owner"] },
  kinds,
};

export const deleteObject: Operation<DeleteObjectRequest, DeleteObjectOutput> = {
  service: "s3",
  name: "DeleteObject",
  method: "DELETE",
  uri: "/{Bucket}/{Key+}",
  places: { Bucket: ["uri", "Bucket"], Key: ["uri", "Key"], MFA: ["header", "x-amz-mfa"], VersionId: ["querystring", "versionId"], RequestPayer: ["header", "x-amz-request-payer"], BypassGovernanceRetention: ["header", "x-amz-bypass-governance-retention"], ExpectedBucketOwner: ["header", "x-amz-expected-bucket-owner"], IfMatch: ["header", "If-Match"], IfMatchLastModifiedTime: ["header", "x-amz-if-match-last-modified-time"], IfMatchSize: ["header", "x-amz-if-match-size"] },
  answers: { DeleteMarker: ["header", "x-amz-delete-marker"], VersionId: ["header", "x-amz-version-id"], RequestCharged: ["header", "x-amz-request-charged"] },
  kinds,
};

export const getBucketPolicy: Operation<GetBucketPolicyRequest, GetBucketPolicyOutput> = {
  service: "s3",
  name: "GetBucketPolicy",
  method: "GET",
  uri: "/{Bucket}?policy",
  places: { Bucket: ["uri", "Bucket"], ExpectedBucketOwner: ["header", "x-amz-expected-bucket-owner"] },
  answers: { Policy: ["payload", ""] },
  kinds,
};

export const getObject: Operation<GetObjectRequest, GetObjectOutput> = {
  service: "s3",
  name: "GetObject",
  method: "GET",
  uri: "/{Bucket}/{Key+}",
  places: { Bucket: ["uri", "Bucket"], IfMatch: ["header", "If-Match"], IfModifiedSince: ["header", "If-Modified-Since"], IfNoneMatch: ["header", "If-None-Match"], IfUnmodifiedSince: ["header", "If-Unmodified-Since"], Key: ["uri", "Key"], Range: ["header", "Range"], ResponseCacheControl: ["querystring", "response-cache-control"], ResponseContentDisposition: ["querystring", "response-content-disposition"], ResponseContentEncoding: ["querystring", "response-content-encoding"], ResponseContentLanguage: ["querystring", "response-content-language"], ResponseContentType: ["querystring", "response-content-type"], ResponseExpires: ["querystring", "response-expires"], VersionId: ["querystring", "versionId"], SSECustomerAlgorithm: ["header", "x-amz-server-side-encryption-customer-algorithm"], SSECustomerKey: ["header", "x-amz-server-side-encryption-customer-key"], SSECustomerKeyMD5: ["header", "x-amz-server-side-encryption-customer-key-MD5"], RequestPayer: ["header", "x-amz-request-payer"], PartNumber: ["querystring", "partNumber"], ExpectedBucketOwner: ["header", "x-amz-expected-bucket-owner"], ChecksumMode: ["header", "x-amz-checksum-mode"] },
  answers: { Body: ["payload", ""], DeleteMarker: ["header", "x-amz-delete-marker"], AcceptRanges: ["header", "accept-ranges"], Expiration: ["header", "x-amz-expiration"], Restore: ["header", "x-amz-restore"], LastModified: ["header", "Last-Modified"], ContentLength: ["header", "Content-Length"], ETag: ["header", "ETag"], ChecksumCRC32: ["header", "x-amz-checksum-crc32"], ChecksumCRC32C: ["header", "x-amz-checksum-crc32c"], ChecksumCRC64NVME: ["header", "x-amz-checksum-crc64nvme"], ChecksumSHA1: ["header", "x-amz-checksum-sha1"], ChecksumSHA256: ["header", "x-amz-checksum-sha256"], ChecksumSHA512: ["header", "x-amz-checksum-sha512"], ChecksumMD5: ["header", "x-amz-checksum-md5"], ChecksumXXHASH64: ["header", "x-amz-checksum-xxhash64"], ChecksumXXHASH3: ["header", "x-amz-checksum-xxhash3"], ChecksumXXHASH128: ["header", "x-amz-checksum-xxhash128"], ChecksumType: ["header", "x-amz-checksum-type"], MissingMeta: ["header", "x-amz-missing-meta"], VersionId: ["header", "x-amz-version-id"], CacheControl: ["header", "Cache-Control"], ContentDisposition: ["header", "Content-Disposition"], ContentEncoding: ["header", "Content-Encoding"], ContentLanguage: ["header", "Content-Language"], ContentRange: ["header", "Content-Range"], ContentType: ["header", "Content-Type"], Expires: ["header", "Expires"], WebsiteRedirectLocation: ["header", "x-amz-website-redirect-location"], ServerSideEncryption: ["header", "x-amz-server-side-encryption"], Metadata: ["headers", "x-amz-meta-"], SSECustomerAlgorithm: ["header", "x-amz-server-side-encryption-customer-algorithm"], SSECustomerKeyMD5: ["header", "x-amz-server-side-encryption-customer-key-MD5"], SSEKMSKeyId: ["header", "x-amz-server-side-encryption-aws-kms-key-id"], BucketKeyEnabled: ["header", "x-amz-server-side-encryption-bucket-key-enabled"], StorageClass: ["header", "x-amz-storage-class"], RequestCharged: ["header", "x-amz-request-charged"], ReplicationStatus: ["header", "x-amz-replication-status"], PartsCount: ["header", "x-amz-mp-parts-count"], TagCount: ["header", "x-amz-tagging-count"], ObjectLockMode: ["header", "x-amz-object-lock-mode"], ObjectLockRetainUntilDate: ["header", "x-amz-object-lock-retain-until-date"], ObjectLockLegalHoldStatus: ["header", "x-amz-object-lock-legal-hold"], ObjectLockEventHold: ["header", "x-amz-object-lock-event-hold"], ObjectLockEventHoldDurationDays: ["header", "x-amz-object-lock-event-hold-duration-days"], ObjectLockEventHoldDurationYears: ["header", "x-amz-object-lock-event-hold-duration-years"] },
  kinds,
};

export const listBuckets: Operation<ListBucketsRequest, ListBucketsOutput> = {
  service: "s3",
  name: "ListBuckets",
  method: "GET",
  uri: "/",
  places: { MaxBuckets: ["querystring", "max-buckets"], ContinuationToken: ["querystring", "continuation-token"], Prefix: ["querystring", "prefix"], BucketRegion: ["querystring", "bucket-region"] },
  kinds,
};

export const listObjectsV2: Operation<ListObjectsV2Request, ListObjectsV2Output> = {
  service: "s3",
  name: "ListObjectsV2",
  method: "GET",
  uri: "/{Bucket}?list-type=2",
  places: { Bucket: ["uri", "Bucket"], Delimiter: ["querystring", "delimiter"], EncodingType: ["querystring", "encoding-type"], MaxKeys: ["querystring", "max-keys"], Prefix: ["querystring", "prefix"], ContinuationToken: ["querystring", "continuation-token"], FetchOwner: ["querystring", "fetch-owner"], StartAfter: ["querystring", "start-after"], RequestPayer: ["header", "x-amz-request-payer"], ExpectedBucketOwner: ["header", "x-amz-expected-bucket-owner"], OptionalObjectAttributes: ["header", "x-amz-optional-object-attributes"] },
  answers: { RequestCharged: ["header", "x-amz-request-charged"] },
  kinds,
};

export const putObject: Operation<PutObjectRequest, PutObjectOutput> = {
  service: "s3",
  name: "PutObject",
  method: "PUT",
  uri: "/{Bucket}/{Key+}",
  places: { ACL: ["header", "x-amz-acl"], Body: ["payload", ""], Bucket: ["uri", "Bucket"], CacheControl: ["header", "Cache-Control"], ContentDisposition: ["header", "Content-Disposition"], ContentEncoding: ["header", "Content-Encoding"], ContentLanguage: ["header", "Content-Language"], ContentLength: ["header", "Content-Length"], ContentMD5: ["header", "Content-MD5"], ContentType: ["header", "Content-Type"], ChecksumAlgorithm: ["header", "x-amz-sdk-checksum-algorithm"], ChecksumCRC32: ["header", "x-amz-checksum-crc32"], ChecksumCRC32C: ["header", "x-amz-checksum-crc32c"], ChecksumCRC64NVME: ["header", "x-amz-checksum-crc64nvme"], ChecksumSHA1: ["header", "x-amz-checksum-sha1"], ChecksumSHA256: ["header", "x-amz-checksum-sha256"], ChecksumSHA512: ["header", "x-amz-checksum-sha512"], ChecksumMD5: ["header", "x-amz-checksum-md5"], ChecksumXXHASH64: ["header", "x-amz-checksum-xxhash64"], ChecksumXXHASH3: ["header", "x-amz-checksum-xxhash3"], ChecksumXXHASH128: ["header", "x-amz-checksum-xxhash128"], Expires: ["header", "Expires"], IfMatch: ["header", "If-Match"], IfNoneMatch: ["header", "If-None-Match"], GrantFullControl: ["header", "x-amz-grant-full-control"], GrantRead: ["header", "x-amz-grant-read"], GrantReadACP: ["header", "x-amz-grant-read-acp"], GrantWriteACP: ["header", "x-amz-grant-write-acp"], Key: ["uri", "Key"], WriteOffsetBytes: ["header", "x-amz-write-offset-bytes"], Metadata: ["headers", "x-amz-meta-"], ServerSideEncryption: ["header", "x-amz-server-side-encryption"], StorageClass: ["header", "x-amz-storage-class"], WebsiteRedirectLocation: ["header", "x-amz-website-redirect-location"], SSECustomerAlgorithm: ["header", "x-amz-server-side-encryption-customer-algorithm"], SSECustomerKey: ["header", "x-amz-server-side-encryption-customer-key"], SSECustomerKeyMD5: ["header", "x-amz-server-side-encryption-customer-key-MD5"], SSEKMSKeyId: ["header", "x-amz-server-side-encryption-aws-kms-key-id"], SSEKMSEncryptionContext: ["header", "x-amz-server-side-encryption-context"], BucketKeyEnabled: ["header", "x-amz-server-side-encryption-bucket-key-enabled"], RequestPayer: ["header", "x-amz-request-payer"], Tagging: ["header", "x-amz-tagging"], ObjectLockMode: ["header", "x-amz-object-lock-mode"], ObjectLockRetainUntilDate: ["header", "x-amz-object-lock-retain-until-date"], ObjectLockLegalHoldStatus: ["header", "x-amz-object-lock-legal-hold"], ObjectLockEventHold: ["header", "x-amz-object-lock-event-hold"], ObjectLockEventHoldDurationDays: ["header", "x-amz-object-lock-event-hold-duration-days"], ObjectLockEventHoldDurationYears: ["header", "x-amz-object-lock-event-hold-duration-years"], ExpectedBucketOwner: ["header", "x-amz-expected-bucket-owner"] },
  answers: { Expiration: ["header", "x-amz-expiration"], ETag: ["header", "ETag"], ChecksumCRC32: ["header", "x-amz-checksum-crc32"], ChecksumCRC32C: ["header", "x-amz-checksum-crc32c"], ChecksumCRC64NVME: ["header", "x-amz-checksum-crc64nvme"], ChecksumSHA1: ["header", "x-amz-checksum-sha1"], ChecksumSHA256: ["header", "x-amz-checksum-sha256"], ChecksumSHA512: ["header", "x-amz-checksum-sha512"], ChecksumMD5: ["header", "x-amz-checksum-md5"], ChecksumXXHASH64: ["header", "x-amz-checksum-xxhash64"], ChecksumXXHASH3: ["header", "x-amz-checksum-xxhash3"], ChecksumXXHASH128: ["header", "x-amz-checksum-xxhash128"], ChecksumType: ["header", "x-amz-checksum-type"], ServerSideEncryption: ["header", "x-amz-server-side-encryption"], VersionId: ["header", "x-amz-version-id"], SSECustomerAlgorithm: ["header", "x-amz-server-side-encryption-customer-algorithm"], SSECustomerKeyMD5: ["header", "x-amz-server-side-encryption-customer-key-MD5"], SSEKMSKeyId: ["header", "x-amz-server-side-encryption-aws-kms-key-id"], SSEKMSEncryptionContext: ["header", "x-amz-server-side-encryption-context"], BucketKeyEnabled: ["header", "x-amz-server-side-encryption-bucket-key-enabled"], Size: ["header", "x-amz-object-size"], RequestCharged: ["header", "x-amz-request-charged"] },
  kinds,
};
