//! The answers themselves, bounded by the size of the stage's cache cluster.
//!
//! They live in memory alone: nothing of them is written anywhere, whether `dataEncrypted` asks for
//! it or not.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::key::Key;
use crate::response::Reply;

/// The largest answer that is kept ("Cache settings for REST APIs").
const MOST_ANSWER_BYTES: usize = 1_048_576;
/// For which so many entries room is made at first.
const USUAL_ENTRIES: usize = 1_000;
/// What an entry takes beside its answer.
const ENTRY_BYTES: usize = 256;

/// Made on the first answer, since most stages of an idle server are never called.
pub(crate) struct StageCache {
    size: String,
    entries: OnceLock<Cache<Key, Entry, Bytes>>,
}

#[derive(Clone)]
struct Entry {
    reply: Arc<Reply>,
    expires: Instant,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<Key, Entry> for Bytes {
    fn weight(&self, _: &Key, entry: &Entry) -> u64 {
        bytes(&entry.reply) as u64
    }
}

impl StageCache {
    /// `size` is the cluster's, in gigabytes.
    pub(crate) fn new(size: &str) -> Self {
        Self {
            size: size.to_owned(),
            entries: OnceLock::new(),
        }
    }

    pub(crate) fn size(&self) -> &str {
        &self.size
    }

    pub(super) fn get(&self, key: &Key, now: Instant) -> Option<Reply> {
        let entries = self.entries.get()?;
        let entry = entries.get(key)?;
        if now < entry.expires {
            return Some(Reply::clone(&entry.reply));
        }
        entries.remove(key);
        None
    }

    pub(super) fn put(&self, key: Key, reply: &Reply, expires: Instant) {
        if reply.body.len() > MOST_ANSWER_BYTES {
            return;
        }
        let entries = self
            .entries
            .get_or_init(|| Cache::with_weighter(USUAL_ENTRIES, capacity(&self.size), Bytes));
        let reply = Arc::new(reply.clone());
        entries.insert(key, Entry { reply, expires });
    }

    pub(crate) fn clear(&self) {
        if let Some(entries) = self.entries.get() {
            entries.clear();
        }
    }
}

impl std::fmt::Debug for StageCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StageCache")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

fn bytes(reply: &Reply) -> usize {
    let headers = reply.headers.iter();
    let headers: usize = headers.map(|(name, value)| name.len() + value.len()).sum();
    ENTRY_BYTES + headers + reply.body.len()
}

/// `1.6` gigabytes in bytes. Sizes are checked where they are stored.
fn capacity(size: &str) -> u64 {
    const SMALLEST: u64 = 500_000_000;
    let (whole, part) = size.split_once('.').unwrap_or((size, "0"));
    let whole: Option<u64> = whole.parse().ok();
    let tenths: Option<u64> = part.get(..1).and_then(|tenth| tenth.parse().ok());
    match (whole, tenths) {
        (Some(whole), Some(tenths)) => (whole * 10 + tenths) * 100_000_000,
        _ => SMALLEST,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn key(n: u8) -> Key {
        [n; 32]
    }

    #[test]
    fn an_answer_is_remembered_until_it_expires() {
        let cache = StageCache::new("0.5");
        let now = Instant::now();
        cache.put(key(1), &Reply::new(200, "a"), now + Duration::from_secs(5));
        assert_eq!(cache.get(&key(1), now), Some(Reply::new(200, "a")));
        assert_eq!(cache.get(&key(2), now), None);
        assert_eq!(cache.get(&key(1), now + Duration::from_secs(5)), None);
        cache.put(key(1), &Reply::new(200, "a"), now + Duration::from_secs(5));
        cache.clear();
        assert_eq!(cache.get(&key(1), now), None);
    }

    #[test]
    fn an_answer_above_one_mebibyte_is_not_kept() {
        let cache = StageCache::new("0.5");
        let (now, later) = (Instant::now(), Instant::now() + Duration::from_secs(9));
        cache.put(
            key(1),
            &Reply::new(200, vec![0; MOST_ANSWER_BYTES + 1]),
            later,
        );
        assert_eq!(cache.get(&key(1), now), None);
        cache.put(key(1), &Reply::new(200, vec![0; MOST_ANSWER_BYTES]), later);
        assert!(cache.get(&key(1), now).is_some());
    }

    #[test]
    fn a_cache_holds_no_more_than_its_cluster_could() {
        let cache = StageCache::new("0.5");
        let later = Instant::now() + Duration::from_mins(1);
        let body = bytes::Bytes::from(vec![0; MOST_ANSWER_BYTES]);
        for n in 0..1_000_u32 {
            let mut key = key(0);
            key[..4].copy_from_slice(&n.to_be_bytes());
            cache.put(key, &Reply::new(200, body.clone()), later);
        }
        let entries = cache.entries.get().unwrap();
        assert!(entries.weight() <= 500_000_000, "{}", entries.weight());
        assert!(entries.len() > 100, "{}", entries.len());
    }

    #[test]
    fn the_sizes_are_gigabytes() {
        assert_eq!(capacity("0.5"), 500_000_000);
        assert_eq!(capacity("58.2"), 58_200_000_000);
        assert_eq!(capacity("237"), 237_000_000_000);
    }
}
