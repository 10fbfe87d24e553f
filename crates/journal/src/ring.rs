//! The journal itself: the last entries, within bounds of number and of memory.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{Entry, Sessions, Uses};

/// Entries that a reader copies before it lets writers in again.
const AT_A_TIME: usize = 128;

/// What the journal keeps at most; the older entries go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub entries: usize,
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            entries: 10_000,
            bytes: 64 * 1024 * 1024,
        }
    }
}

/// The last entries. Writers and readers hold its lock for moments only: entries are weighed,
/// compared and dropped outside of it.
#[derive(Debug)]
pub struct Journal {
    limits: Limits,
    ring: Mutex<Ring>,
    uses: Uses,
    sessions: Sessions,
}

#[derive(Debug, Default)]
struct Ring {
    kept: VecDeque<Kept>,
    bytes: usize,
    /// The number of the oldest entry that is kept; each entry has the next number.
    first: u64,
}

#[derive(Debug)]
struct Kept {
    entry: Arc<Entry>,
    weight: usize,
}

impl Default for Journal {
    fn default() -> Self {
        Self::within(Limits::default())
    }
}

impl Journal {
    /// A journal of so many entries and the usual bound of memory.
    pub fn new(capacity: usize) -> Self {
        Self::within(Limits {
            entries: capacity,
            ..Limits::default()
        })
    }

    pub fn within(limits: Limits) -> Self {
        Self {
            limits,
            ring: Mutex::default(),
            uses: Uses::default(),
            sessions: Sessions::default(),
        }
    }

    pub fn record(&self, entry: Entry) {
        let weight = entry.weight();
        let kept = Kept {
            entry: Arc::new(entry),
            weight,
        };
        let mut evicted = Evicted::default();
        self.lock().push(kept, self.limits, &mut evicted);
    }

    pub fn len(&self) -> usize {
        self.lock().kept.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The newest entry of a request.
    pub fn last(&self) -> Option<Arc<Entry>> {
        self.newest_first().find(|entry| !entry.is_aside())
    }

    /// The newest entry of a request that was refused, or would have been.
    pub fn last_refused(&self) -> Option<Arc<Entry>> {
        let refused = |entry: &Arc<Entry>| entry.is_refused() && !entry.is_aside();
        self.newest_first().find(refused)
    }

    /// The newest entry of that request.
    pub fn find(&self, request_id: &str) -> Option<Arc<Entry>> {
        self.newest_first()
            .find(|entry| entry.request_id == request_id)
    }

    /// At most `limit` entries, the newest first.
    pub fn recent(&self, limit: usize) -> Vec<Arc<Entry>> {
        self.newest_first().take(limit).collect()
    }

    /// At most `limit` entries that are newer than that of a request, the newest first; where the
    /// request is not known any more, as [`Self::recent`].
    pub fn since(&self, limit: usize, request_id: &str) -> Vec<Arc<Entry>> {
        self.newest_first()
            .take_while(|entry| entry.request_id != request_id)
            .take(limit)
            .collect()
    }

    /// At most `limit` entries that fit, the newest first.
    pub fn matching(&self, limit: usize, fits: impl Fn(&Entry) -> bool) -> Vec<Arc<Entry>> {
        self.newest_first()
            .filter(|entry| fits(entry))
            .take(limit)
            .collect()
    }

    /// At most `limit` entries from a number on, the oldest first, and the number to go on from.
    /// Numbers count all entries since the start; without one it begins with the next entry.
    pub fn after(&self, number: Option<u64>, limit: usize) -> (Vec<Arc<Entry>>, u64) {
        let ring = self.lock();
        let Some(number) = number else {
            return (Vec::new(), ring.next());
        };
        let skipped = number.saturating_sub(ring.first);
        let start = usize::try_from(skipped)
            .unwrap_or(usize::MAX)
            .min(ring.kept.len());
        let end = start.saturating_add(limit).min(ring.kept.len());
        let kept = ring.kept.range(start..end);
        let entries = kept.map(|kept| Arc::clone(&kept.entry)).collect();
        (entries, ring.first.saturating_add(end as u64))
    }

    /// What roles and users were allowed and did.
    pub fn uses(&self) -> &Uses {
        &self.uses
    }

    /// The policies that sessions were given.
    pub fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.uses.clear();
        self.sessions.clear();
        let mut ring = self.lock();
        let next = ring.next();
        let old = std::mem::take(&mut *ring);
        ring.first = next;
        drop(ring);
        drop(old);
    }

    /// What is evicted while the iterator runs is left out, and nothing comes twice.
    fn newest_first(&self) -> impl Iterator<Item = Arc<Entry>> {
        let mut before = u64::MAX;
        std::iter::from_fn(move || {
            let (page, oldest) = self.lock().page(before);
            before = oldest;
            (!page.is_empty()).then_some(page)
        })
        .flatten()
    }

    fn lock(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Carries what was evicted out of the lock: usually one entry, for which nothing is allocated.
#[derive(Default)]
struct Evicted {
    one: Option<Kept>,
    more: Vec<Kept>,
}

impl Evicted {
    fn add(&mut self, kept: Kept) {
        match self.one {
            None => self.one = Some(kept),
            Some(_) => self.more.push(kept),
        }
    }
}

impl Ring {
    fn next(&self) -> u64 {
        self.first.saturating_add(self.kept.len() as u64)
    }

    fn push(&mut self, kept: Kept, limits: Limits, evicted: &mut Evicted) {
        self.bytes = self.bytes.saturating_add(kept.weight);
        self.kept.push_back(kept);
        while self.kept.len() > limits.entries || self.bytes > limits.bytes {
            let Some(oldest) = self.kept.pop_front() else {
                return;
            };
            self.bytes = self.bytes.saturating_sub(oldest.weight);
            self.first = self.first.saturating_add(1);
            evicted.add(oldest);
        }
    }

    /// The newest entries before a number, newest first, and the number of the last of them.
    fn page(&self, before: u64) -> (Vec<Arc<Entry>>, u64) {
        let end = before.min(self.next()).saturating_sub(self.first);
        let end = usize::try_from(end)
            .unwrap_or(usize::MAX)
            .min(self.kept.len());
        let start = end.saturating_sub(AT_A_TIME);
        let page = self.kept.range(start..end).rev();
        let page = page.map(|kept| Arc::clone(&kept.entry)).collect();
        (page, self.first.saturating_add(start as u64))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use model::Timestamp;

    use super::*;
    use crate::{Outcome, PermissionsMode, Recorder, Request};

    fn entry(id: &str, path: &str) -> Entry {
        let request = Request {
            request_id: id.to_owned(),
            api_id: "api".into(),
            stage: "prod".into(),
            method: "GET".into(),
            path: path.to_owned(),
            source_ip: None,
            started: Timestamp::default(),
            permissions_mode: PermissionsMode::Enforce,
        };
        Recorder::start(request, Instant::now()).finish(200, Outcome::Answered)
    }

    fn ids(entries: &[Arc<Entry>]) -> Vec<&str> {
        entries
            .iter()
            .map(|entry| entry.request_id.as_str())
            .collect()
    }

    #[test]
    fn the_newest_come_first_and_the_oldest_go_first() {
        let journal = Journal::new(3);
        assert!(journal.is_empty() && journal.last().is_none());
        for id in ["1", "2", "3", "4"] {
            journal.record(entry(id, "/"));
        }
        assert_eq!(journal.len(), 3);
        assert_eq!(journal.last().unwrap().request_id, "4");
        assert_eq!(ids(&journal.recent(9)), ["4", "3", "2"]);
        assert_eq!(ids(&journal.recent(2)), ["4", "3"]);
        assert_eq!(
            ids(&journal.matching(1, |entry| entry.request_id.as_str() < "4")),
            ["3"]
        );
        assert!(journal.find("1").is_none());
        assert_eq!(journal.find("2").unwrap().request_id, "2");
    }

    #[test]
    fn a_search_goes_through_all_pages() {
        let journal = Journal::new(1000);
        for number in 0..1500 {
            journal.record(entry(&number.to_string(), "/"));
        }
        assert_eq!(journal.recent(usize::MAX).len(), 1000);
        assert!(journal.find("500").is_some());
        assert!(journal.find("499").is_none());
    }

    #[test]
    fn large_entries_take_the_room_of_many() {
        let limits = Limits {
            entries: 100,
            bytes: 20_000,
        };
        let journal = Journal::within(limits);
        for number in 0..100 {
            journal.record(entry(&number.to_string(), &"x".repeat(4000)));
        }
        assert!((3..=4).contains(&journal.len()), "{}", journal.len());
        let ring = journal.lock();
        assert!(ring.bytes <= limits.bytes);
        assert_eq!(
            ring.bytes,
            ring.kept.iter().map(|kept| kept.weight).sum::<usize>()
        );
    }

    #[test]
    fn a_follower_gets_each_entry_once_as_long_as_it_is_kept() {
        let journal = Journal::new(3);
        let (_, mut next) = journal.after(None, 9);
        let follow = |next: &mut u64, limit| {
            let (entries, after) = journal.after(Some(*next), limit);
            *next = after;
            ids(&entries).join(" ")
        };
        journal.record(entry("1", "/"));
        journal.record(entry("2", "/"));
        assert_eq!(follow(&mut next, 1), "1");
        assert_eq!(follow(&mut next, 9), "2");
        assert_eq!(follow(&mut next, 9), "");
        for id in ["3", "4", "5", "6"] {
            journal.record(entry(id, "/"));
        }
        assert_eq!(follow(&mut next, 9), "4 5 6");
        journal.clear();
        journal.record(entry("7", "/"));
        assert_eq!(follow(&mut next, 9), "7");
    }

    #[test]
    fn a_hundred_thousand_refusals_stay_within_the_bounds() {
        let limits = Limits::default();
        let journal = Journal::within(limits);
        let forms = crate::Forms {
            cloudformation: Some("x".repeat(700)),
            terraform: Some("x".repeat(500)),
            ..crate::Forms::default()
        };
        for number in 0..100_000 {
            let mut entry = entry(&number.to_string(), "/prod/pets");
            entry.outcome = Outcome::refused(crate::Refusal {
                layer: crate::StepKind::Invocation,
                kind: "API_CONFIGURATION_ERROR".into(),
                cause: "x".repeat(300),
                fix: Some("x".repeat(400)),
                forms: Some(Box::new(forms.clone())),
            });
            journal.record(entry);
        }
        let ring = journal.lock();
        assert!(ring.kept.len() <= limits.entries && ring.bytes <= limits.bytes);
        assert!(
            ring.bytes > ring.kept.len() * 1900,
            "what forms hold counts"
        );
        drop(ring);
        assert_eq!(journal.last_refused().unwrap().request_id, "99999");
    }

    #[test]
    fn a_journal_without_room_keeps_nothing() {
        let journal = Journal::new(0);
        journal.record(entry("1", "/"));
        assert!(journal.is_empty() && journal.recent(1).is_empty());
    }

    #[test]
    fn what_is_cleared_is_gone() {
        let journal = Journal::new(10);
        journal.record(entry("1", "/"));
        journal.clear();
        assert!(journal.is_empty() && journal.find("1").is_none());
        journal.record(entry("2", "/"));
        assert_eq!(ids(&journal.recent(9)), ["2"]);
    }

    #[test]
    fn writers_and_readers_at_the_same_time_lose_nothing() {
        let journal = Journal::new(4000);
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let journal = &journal;
                scope.spawn(move || {
                    for number in 0..1000 {
                        journal.record(entry(&format!("{writer}/{number}"), "/"));
                    }
                });
            }
            scope.spawn(|| {
                for _ in 0..100 {
                    let seen = journal.recent(usize::MAX);
                    let mut ids = ids(&seen);
                    let count = ids.len();
                    ids.sort_unstable();
                    ids.dedup();
                    assert_eq!(ids.len(), count, "nothing comes twice");
                }
            });
        });
        assert_eq!(journal.len(), 4000);
        assert!(journal.find("3/0").is_some());
    }
}
