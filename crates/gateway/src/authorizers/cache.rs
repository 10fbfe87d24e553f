//! What an authorizer remembers: policies, never decisions, so that each method is decided anew.
//!
//! Keys are digests, so that no token stays in memory.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use quick_cache::sync::Cache;
use ring::digest;

use super::Verdict;

/// Verdicts that one authorizer of one stage remembers.
const MOST_ENTRIES: usize = 10_000;

pub(super) type Key = [u8; digest::SHA256_OUTPUT_LEN];

#[derive(Clone)]
struct Entry {
    verdict: Arc<Verdict>,
    expires: Instant,
}

/// Made on the first entry, since most authorizers of an idle server are never called.
pub(super) struct Verdicts {
    ttl: Duration,
    entries: OnceLock<Cache<Key, Entry>>,
}

impl std::fmt::Debug for Verdicts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verdicts")
            .field("ttl", &self.ttl)
            .finish_non_exhaustive()
    }
}

impl Verdicts {
    /// A time to live of zero remembers nothing.
    pub(super) fn new(ttl: Duration) -> Self {
        Self {
            ttl,
            entries: OnceLock::new(),
        }
    }

    pub(super) fn ttl(&self) -> Duration {
        self.ttl
    }

    pub(super) fn get(&self, key: &Key, now: Instant) -> Option<Arc<Verdict>> {
        let entry = self.entries.get()?.get(key)?;
        (now < entry.expires).then_some(entry.verdict)
    }

    pub(super) fn put(&self, key: Key, verdict: Arc<Verdict>, now: Instant) {
        if self.ttl.is_zero() {
            return;
        }
        let entries = self.entries.get_or_init(|| Cache::new(MOST_ENTRIES));
        let expires = now + self.ttl;
        entries.insert(key, Entry { verdict, expires });
    }

    /// What is remembered still, and for how long.
    pub(super) fn kept(&self, now: Instant) -> Vec<(Arc<Verdict>, Duration)> {
        let Some(entries) = self.entries.get() else {
            return Vec::new();
        };
        let kept = entries.iter().map(|(_, entry)| entry);
        kept.filter(|entry| now < entry.expires)
            .map(|entry| (entry.verdict, entry.expires - now))
            .collect()
    }

    pub(super) fn clear(&self) {
        if let Some(entries) = self.entries.get() {
            entries.clear();
        }
    }
}

/// All sources together. Lengths keep `["ab", "c"]` and `["a", "bc"]` apart.
pub(super) fn key(identity: &[String]) -> Key {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in identity {
        context.update(&part.len().to_be_bytes());
        context.update(part.as_bytes());
    }
    let mut key = Key::default();
    key.copy_from_slice(context.finish().as_ref());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict() -> Arc<Verdict> {
        let answer = br#"{"principalId":"p","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}"#;
        Arc::new(Verdict::parse(answer).unwrap())
    }

    #[test]
    fn a_verdict_is_remembered_until_it_expires() {
        let verdicts = Verdicts::new(Duration::from_mins(5));
        let now = Instant::now();
        let one = key(&["token".to_owned()]);
        assert!(verdicts.get(&one, now).is_none());
        verdicts.put(one, verdict(), now);
        assert!(verdicts.get(&one, now + Duration::from_secs(299)).is_some());
        assert!(verdicts.get(&one, now + Duration::from_mins(5)).is_none());
        assert!(verdicts.get(&key(&["other".to_owned()]), now).is_none());
        let kept = verdicts.kept(now + Duration::from_secs(100));
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].1, Duration::from_secs(200));
        assert!(verdicts.kept(now + Duration::from_mins(5)).is_empty());
        verdicts.clear();
        assert!(verdicts.get(&one, now).is_none());
    }

    #[test]
    fn a_time_to_live_of_zero_remembers_nothing() {
        let verdicts = Verdicts::new(Duration::ZERO);
        let now = Instant::now();
        verdicts.put(key(&[]), verdict(), now);
        assert!(verdicts.get(&key(&[]), now).is_none());
    }

    #[test]
    fn sources_do_not_run_into_each_other() {
        let key = |parts: [&str; 2]| key(&parts.map(str::to_owned));
        assert_ne!(key(["ab", "c"]), key(["a", "bc"]));
    }
}
