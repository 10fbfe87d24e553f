//! Lists every version of a bucket's objects, the newest of a key first.

use model::{ObjectRecord, ObjectVersion as Version};
use wire::s3::{
    CommonPrefix, DeleteMarkerEntry, ListObjectVersions, ListObjectVersionsOutput,
    ListObjectVersionsRequest, ObjectVersion,
};

use super::super::asks::on_bucket;
use super::super::buckets::owner;
use super::super::objects::shown::{checksum_type, storage_class};
use super::super::objects::{quoted, size};
use super::super::times;
use super::page::{Item, Page, Wanted, most};
use super::{Spelling, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListObjectVersions> for Rooms {
    fn needs(&self, _: &Call, input: &ListObjectVersionsRequest) -> Result<Needs, Refused> {
        let ask = on_bucket("s3:ListBucketVersions", &input.bucket);
        let (prefix, delimiter) = (input.prefix.as_deref(), input.delimiter.as_deref());
        Ok(page::asked(ask, (prefix, delimiter, input.max_keys)).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListObjectVersions>,
    ) -> Result<ListObjectVersionsOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let spelling = Spelling::of(input.encoding_type.as_deref())?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let most = most(input.max_keys, "max-keys")?;
        let wanted = Wanted {
            prefix: input.prefix.as_deref().unwrap_or_default(),
            delimiter: input.delimiter.as_deref(),
            after: input.key_marker.as_deref().unwrap_or_default(),
            most: usize::try_from(most).unwrap_or_default(),
        };
        let mut list = List::new(usize::try_from(most).unwrap_or_default(), spelling);
        // A page may have ended between two versions of a key.
        if let (Some(key), Some(version)) = (&input.key_marker, &input.version_id_marker) {
            let id = ObjectRecord::id_of(&bucket.account, &bucket.name, key);
            if let Some(found) = self.records.get::<ObjectRecord>(&id).await? {
                list.add_behind(&found.record, version);
            }
        }
        let page = self.page_of(&bucket, &wanted, |_| true).await?;
        list.add_page(page);
        let (next_key, next_version) = list.next.clone().unzip();
        Ok(ListObjectVersionsOutput {
            is_truncated: Some(list.next.is_some()),
            key_marker: Some(spelling.spell(input.key_marker.as_deref().unwrap_or_default())),
            version_id_marker: Some(input.version_id_marker.unwrap_or_default()),
            next_key_marker: next_key.map(|key| spelling.spell(&key)),
            next_version_id_marker: next_version.filter(|version| !version.is_empty()),
            versions: Some(list.versions),
            delete_markers: Some(list.markers),
            name: Some(bucket.name),
            prefix: Some(spelling.spell(input.prefix.as_deref().unwrap_or_default())),
            delimiter: input.delimiter.map(|text| spelling.spell(&text)),
            max_keys: Some(most),
            common_prefixes: Some(list.prefixes),
            encoding_type: input.encoding_type,
            request_charged: None,
        })
    }
}

/// What is listed so far, and where the next page begins if there is one.
struct List {
    most: usize,
    spelling: Spelling,
    versions: Vec<ObjectVersion>,
    markers: Vec<DeleteMarkerEntry>,
    prefixes: Vec<CommonPrefix>,
    /// The last key and version that were listed, once there is more.
    next: Option<(String, String)>,
    last: (String, String),
}

impl List {
    fn new(most: usize, spelling: Spelling) -> Self {
        Self {
            most,
            spelling,
            versions: Vec::new(),
            markers: Vec::new(),
            prefixes: Vec::new(),
            next: None,
            last: (String::new(), String::new()),
        }
    }

    /// Nothing is added once there is more than the page holds.
    fn is_full(&mut self) -> bool {
        let count = self.versions.len() + self.markers.len() + self.prefixes.len();
        if count >= self.most && self.next.is_none() && self.most > 0 {
            self.next = Some(self.last.clone());
        }
        count >= self.most
    }

    fn add_page(&mut self, page: Page) {
        let is_truncated = page.is_truncated;
        for item in page.items {
            if self.next.is_some() {
                return;
            }
            match item {
                Item::Key(record) => self.add_all(&record, record.versions.len()),
                Item::Prefix(prefix) => {
                    if !self.is_full() {
                        self.last = (prefix.clone(), String::new());
                        self.prefixes.push(CommonPrefix {
                            prefix: Some(self.spelling.spell(&prefix)),
                        });
                    }
                }
            }
        }
        if is_truncated && self.next.is_none() {
            self.next = Some(self.last.clone());
        }
    }

    fn add_behind(&mut self, record: &ObjectRecord, version: &str) {
        let mut all = record.versions.iter();
        if let Some(place) = all.position(|kept| id_of(kept) == version) {
            self.add_all(record, place);
        }
    }

    /// The first so many, the newest first.
    fn add_all(&mut self, record: &ObjectRecord, count: usize) {
        let newest = record.versions.len().saturating_sub(1);
        let versions = record.versions.iter().enumerate().take(count).rev();
        for (place, version) in versions {
            if self.is_full() {
                return;
            }
            self.last = (record.key.clone(), id_of(version));
            self.add(record, version, place == newest);
        }
    }

    fn add(&mut self, record: &ObjectRecord, version: &Version, is_latest: bool) {
        let key = Some(self.spelling.spell(&record.key));
        let owner = Some(owner(record.account.as_str()));
        let last_modified = Some(times::shown(version.modified));
        let Some(object) = &version.object else {
            self.markers.push(DeleteMarkerEntry {
                owner,
                key,
                version_id: Some(id_of(version)),
                is_latest: Some(is_latest),
                last_modified,
            });
            return;
        };
        let checksum = object.checksum.as_ref();
        self.versions.push(ObjectVersion {
            e_tag: Some(quoted(&object.etag)),
            checksum_algorithm: checksum.map(|checksum| vec![checksum.algorithm.clone()]),
            checksum_type: checksum.map(checksum_type),
            size: Some(size(object.size)),
            storage_class: Some(storage_class(object)),
            key,
            version_id: Some(id_of(version)),
            is_latest: Some(is_latest),
            last_modified,
            owner,
            restore_status: None,
        });
    }
}

fn id_of(version: &Version) -> String {
    version.id.clone().unwrap_or_else(|| "null".to_owned())
}
