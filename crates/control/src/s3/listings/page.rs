//! One page of a bucket's keys.

use model::{BucketRecord, ObjectRecord};
use wire::s3::{CommonPrefix, Object};

use super::super::asks::with;
use super::super::buckets::owner;
use super::super::failures::invalid_argument;
use super::super::objects::shown::{checksum_type, storage_class};
use super::super::objects::{quoted, size};
use super::super::times;
use super::Spelling;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The most of a page (S3 API reference, ListObjectsV2).
pub(super) const MOST: i32 = 1000;
/// Records that are read at once.
const READ: usize = 256;
/// Behind every key that begins as what stands before it.
const LAST: char = char::MAX;

/// What of a bucket is wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted<'a> {
    pub(super) prefix: &'a str,
    pub(super) delimiter: Option<&'a str>,
    /// Keys come behind this one.
    pub(super) after: &'a str,
    pub(super) most: usize,
}

/// What policies may ask of a list: its prefix, its delimiter and how long it may be.
pub(super) fn asked(
    ask: Ask,
    (prefix, delimiter, most): (Option<&str>, Option<&str>, Option<i32>),
) -> Ask {
    let most = most.map(|most| most.to_string());
    let keys = [
        ("s3:prefix", prefix),
        ("s3:delimiter", delimiter),
        ("s3:max-keys", most.as_deref()),
    ];
    with(ask, &keys)
}

/// A key, or everything below a prefix as one.
#[derive(Debug)]
pub(super) enum Item {
    Key(Box<ObjectRecord>),
    Prefix(String),
}

#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) items: Vec<Item>,
    pub(super) is_truncated: bool,
}

impl Page {
    /// Where the next page begins behind.
    pub(super) fn last(&self) -> Option<&str> {
        self.items.last().map(|item| match item {
            Item::Key(record) => record.key.as_str(),
            Item::Prefix(prefix) => prefix.as_str(),
        })
    }
}

pub(super) fn most(asked: Option<i32>, name: &str) -> Result<i32, Refused> {
    match asked {
        None => Ok(MOST),
        Some(most) if most >= 0 => Ok(most.min(MOST)),
        Some(most) => {
            let message = "Argument maxKeys must be an integer between 0 and 2147483647";
            Err(invalid_argument(message, name, &most.to_string()))
        }
    }
}

impl Rooms {
    /// Keys whose records `shows` says yes to.
    pub(super) async fn page_of(
        &self,
        bucket: &BucketRecord,
        wanted: &Wanted<'_>,
        shows: impl Fn(&ObjectRecord) -> bool,
    ) -> Result<Page, Refused> {
        let id = |key: &str| ObjectRecord::id_of(&bucket.account, &bucket.name, key);
        let prefix = id(wanted.prefix);
        let mut after = begin(wanted).map(|after| id(&after));
        let mut page = Page::default();
        if wanted.most == 0 {
            return Ok(page);
        }
        loop {
            let read = self
                .records
                .page::<ObjectRecord>(&prefix, after.as_deref(), READ)
                .await?;
            let is_last = read.len() < READ;
            for found in read {
                let record = found.record;
                if after
                    .as_deref()
                    .is_some_and(|after| id(&record.key).as_str() <= after)
                    || !shows(&record)
                {
                    continue;
                }
                if page.items.len() == wanted.most {
                    page.is_truncated = true;
                    return Ok(page);
                }
                after = Some(id(&record.key));
                if let Some(common) = common_prefix(&record.key, wanted) {
                    after = Some(id(&format!("{common}{LAST}")));
                    page.items.push(Item::Prefix(common));
                } else {
                    page.items.push(Item::Key(Box::new(record)));
                }
            }
            if is_last {
                return Ok(page);
            }
        }
    }
}

/// A marker that ends with the delimiter may be a prefix that was listed: what is below it was too.
fn begin(wanted: &Wanted<'_>) -> Option<String> {
    if wanted.after.is_empty() {
        return None;
    }
    let below = wanted
        .delimiter
        .filter(|delimiter| !delimiter.is_empty() && wanted.after.ends_with(delimiter));
    Some(match below {
        Some(_) if wanted.after.len() > wanted.prefix.len() => format!("{}{LAST}", wanted.after),
        _ => wanted.after.to_owned(),
    })
}

fn common_prefix(key: &str, wanted: &Wanted<'_>) -> Option<String> {
    let delimiter = wanted.delimiter.filter(|delimiter| !delimiter.is_empty())?;
    let rest = key.get(wanted.prefix.len()..)?;
    let end = rest.find(delimiter)? + delimiter.len();
    key.get(..wanted.prefix.len() + end).map(str::to_owned)
}

/// The current versions, without what was deleted.
pub(super) fn is_current(record: &ObjectRecord) -> bool {
    record
        .current()
        .is_some_and(|version| version.object.is_some())
}

/// The objects and prefixes of a page of current versions.
pub(super) fn shown(
    page: Page,
    spelling: Spelling,
    with_owner: WithOwner,
) -> (Vec<Object>, Vec<CommonPrefix>) {
    let (mut objects, mut prefixes) = (Vec::new(), Vec::new());
    for item in page.items {
        match item {
            Item::Prefix(prefix) => prefixes.push(CommonPrefix {
                prefix: Some(spelling.spell(&prefix)),
            }),
            Item::Key(record) => objects.extend(shown_object(&record, spelling, with_owner)),
        }
    }
    (objects, prefixes)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WithOwner {
    Yes,
    No,
}

fn shown_object(
    record: &ObjectRecord,
    spelling: Spelling,
    with_owner: WithOwner,
) -> Option<Object> {
    let version = record.current()?;
    let object = version.object.as_ref()?;
    let checksum = object.checksum.as_ref();
    Some(Object {
        key: Some(spelling.spell(&record.key)),
        last_modified: Some(times::shown(version.modified)),
        e_tag: Some(quoted(&object.etag)),
        checksum_algorithm: checksum.map(|checksum| vec![checksum.algorithm.clone()]),
        checksum_type: checksum.map(checksum_type),
        size: Some(size(object.size)),
        storage_class: Some(storage_class(object)),
        owner: (with_owner == WithOwner::Yes).then(|| owner(record.account.as_str())),
        restore_status: None,
    })
}
