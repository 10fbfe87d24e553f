//! Buckets, their objects, and uploads in parts. The bytes of an object are elsewhere, under the name of
//! their SHA-256.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Region, Timestamp};

/// A bucket with everything that is said of it. Its name is unique among all accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BucketRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    pub created: Timestamp,
    #[serde(default)]
    pub versioning: Option<Versioning>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub policy: Option<String>,
    #[serde(default)]
    pub public_access: PublicAccess,
    /// What is kept as it was put and acted on by nobody, by its name in S3's addresses, such as
    /// `lifecycle`.
    #[serde(default)]
    pub configurations: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Versioning {
    Enabled,
    Suspended,
}

/// S3 user guide, "Blocking public access to your Amazon S3 storage": new buckets block all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "AWS has four independent switches"
)]
pub struct PublicAccess {
    /// Without a configuration nothing is blocked.
    pub configured: bool,
    pub block_public_acls: bool,
    pub ignore_public_acls: bool,
    pub block_public_policy: bool,
    pub restrict_public_buckets: bool,
}

impl Default for PublicAccess {
    fn default() -> Self {
        Self {
            configured: true,
            block_public_acls: true,
            ignore_public_acls: true,
            block_public_policy: true,
            restrict_public_buckets: true,
        }
    }
}

impl BucketRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{name}")
    }

    pub fn arn(&self) -> String {
        format!("arn:{}:s3:::{}", crate::PARTITION, self.name)
    }
}

impl Record for BucketRecord {
    const KIND: Kind = Kind::Bucket;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}

/// One key of a bucket with all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectRecord {
    pub account: AccountId,
    pub bucket: String,
    pub key: String,
    /// The oldest first; the last is the current one. Never empty.
    pub versions: Vec<ObjectVersion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectVersion {
    /// None where it was made without versioning, which S3 calls `null`.
    pub id: Option<String>,
    pub modified: Timestamp,
    /// None for a delete marker.
    pub object: Option<Object>,
}

/// What is known of an object beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    /// The name of its content.
    pub content: String,
    pub size: u64,
    /// Without quotes.
    pub etag: String,
    #[serde(default)]
    pub parts: Option<u32>,
    #[serde(default)]
    pub checksum: Option<ObjectChecksum>,
    pub head: ObjectHead,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// What comes back with an object as it was given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectHead {
    /// `content-type` and its like, by their names in lower case.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    /// None for the standard one.
    #[serde(default)]
    pub storage_class: Option<String>,
    /// As it was asked for; nothing is encrypted by it.
    #[serde(default)]
    pub encryption: Option<Encryption>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encryption {
    pub algorithm: String,
    #[serde(default)]
    pub key_id: Option<String>,
}

/// In base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectChecksum {
    pub algorithm: String,
    pub value: String,
    /// Made over the checksums of parts.
    #[serde(default)]
    pub composite: bool,
}

impl ObjectRecord {
    pub fn id_of(account: &AccountId, bucket: &str, key: &str) -> String {
        format!("{account}/{bucket}/{key}")
    }

    pub fn current(&self) -> Option<&ObjectVersion> {
        self.versions.last()
    }

    /// The version of an id, where `null` is the one without.
    pub fn version(&self, id: &str) -> Option<&ObjectVersion> {
        let named = (id != "null").then_some(id);
        let mut versions = self.versions.iter();
        versions.find(|version| version.id.as_deref() == named)
    }
}

impl Record for ObjectRecord {
    const KIND: Kind = Kind::Object;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.bucket, &self.key)
    }
}

/// An upload in parts that is neither completed nor given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadRecord {
    pub account: AccountId,
    pub bucket: String,
    pub upload: String,
    pub key: String,
    pub created: Timestamp,
    /// The ARN of whoever began it.
    pub initiator: String,
    pub head: ObjectHead,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub checksum: Option<UploadChecksum>,
    #[serde(default)]
    pub parts: BTreeMap<u32, Part>,
}

/// Which checksum the parts and the whole have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadChecksum {
    pub algorithm: String,
    pub composite: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub content: String,
    pub size: u64,
    pub etag: String,
    pub modified: Timestamp,
    #[serde(default)]
    pub checksum: Option<ObjectChecksum>,
}

impl UploadRecord {
    pub fn id_of(account: &AccountId, bucket: &str, upload: &str) -> String {
        format!("{account}/{bucket}/{upload}")
    }
}

impl Record for UploadRecord {
    const KIND: Kind = Kind::Upload;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.bucket, &self.upload)
    }
}
