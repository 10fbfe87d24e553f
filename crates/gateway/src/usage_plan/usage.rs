//! What one key used of one plan: counted here, kept by whoever asks for what is unsaved.

use std::collections::btree_map::Entry;
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::{Day, Quota, UsageRecord};

/// How long the days are remembered: longer than any period, and than the 90 days that GetUsage
/// can be asked for.
const DAYS_KEPT: Day = 100;

/// The lock is held for a look-up and an addition, and each key of each plan has its own.
#[derive(Debug)]
pub(crate) struct Usage(Mutex<Counts>);

#[derive(Debug)]
struct Counts {
    record: UsageRecord,
    /// How often something was counted, and what of that is kept.
    counted: u64,
    saved: u64,
}

/// Counts that are not kept yet.
#[derive(Debug, Clone)]
pub struct UnsavedUsage {
    pub record: UsageRecord,
    pub(super) counted: u64,
}

impl Usage {
    pub(super) fn new(record: UsageRecord) -> Self {
        Self(Mutex::new(Counts {
            record,
            counted: 0,
            saved: 0,
        }))
    }

    /// Counts a request, unless the period's requests are used up.
    pub(super) fn count(&self, quota: Option<&Quota>, today: Day) -> bool {
        let mut counts = self.lock();
        if let Some(quota) = quota {
            let period = quota.period_of(today);
            let limit = counts.record.limit(quota, &period);
            if counts.record.used(period) >= limit {
                return false;
            }
        }
        counts.add(today);
        true
    }

    /// Takes over what is stored. The counts here are never behind it, but after a start.
    pub(super) fn learn(&self, stored: &UsageRecord) {
        let mut counts = self.lock();
        for (day, used) in &stored.days {
            let own = counts.record.days.entry(*day).or_default();
            *own = (*own).max(*used);
        }
        counts.record.grant = stored.grant;
    }

    pub(super) fn unsaved(&self) -> Option<UnsavedUsage> {
        let counts = self.lock();
        (counts.counted > counts.saved).then(|| UnsavedUsage {
            record: counts.record.clone(),
            counted: counts.counted,
        })
    }

    pub(super) fn saved(&self, counted: u64) {
        let mut counts = self.lock();
        counts.saved = counts.saved.max(counted);
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn add(&mut self, today: Day) {
        self.counted += 1;
        match self.record.days.entry(today) {
            Entry::Occupied(mut used) => *used.get_mut() += 1,
            Entry::Vacant(day) => {
                day.insert(1);
                self.record.days = self.record.days.split_off(&(today - DAYS_KEPT));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use model::{AccountId, QuotaPeriod, Region, UsageGrant};

    use super::*;

    fn record(days: &[(Day, u64)]) -> UsageRecord {
        UsageRecord {
            account: AccountId::new("111111111111").unwrap(),
            region: Region::new("us-east-1").unwrap(),
            plan_id: "plan".to_owned(),
            key_id: "key".to_owned(),
            days: days.iter().copied().collect(),
            grant: None,
        }
    }

    fn quota(limit: u32, period: QuotaPeriod) -> Quota {
        Quota {
            limit,
            offset: 0,
            period,
        }
    }

    fn counted(usage: &Usage, quota: &Quota, today: Day, asked: usize) -> usize {
        let asked = (0..asked).filter(|_| usage.count(Some(quota), today));
        asked.count()
    }

    #[test]
    fn a_period_has_its_requests_and_no_more() {
        let usage = Usage::new(record(&[]));
        let daily = quota(3, QuotaPeriod::Day);
        assert_eq!(counted(&usage, &daily, 7, 9), 3);
        assert_eq!(counted(&usage, &daily, 8, 9), 3);
        // The days 3 to 9 are one week: six of its requests are used.
        assert_eq!(counted(&usage, &quota(8, QuotaPeriod::Week), 9, 9), 2);
        assert_eq!(counted(&usage, &quota(8, QuotaPeriod::Week), 10, 9), 8);
    }

    #[test]
    fn a_grant_stands_in_the_place_of_the_limit() {
        let usage = Usage::new(record(&[(7, 3)]));
        let daily = quota(3, QuotaPeriod::Day);
        let grant = UsageGrant {
            period: 7,
            limit: 5,
        };
        usage.learn(&UsageRecord {
            grant: Some(grant),
            ..record(&[])
        });
        assert_eq!(counted(&usage, &daily, 7, 9), 2);
        assert_eq!(counted(&usage, &daily, 8, 9), 3);
    }

    #[test]
    fn what_is_stored_is_never_counted_twice() {
        let usage = Usage::new(record(&[(7, 3)]));
        assert!(usage.count(None, 7));
        usage.learn(&record(&[(7, 3), (6, 2)]));
        let unsaved = usage.unsaved().unwrap();
        assert_eq!(unsaved.record.days, BTreeMap::from([(6, 2), (7, 4)]));
        assert!(usage.count(None, 7));
        usage.saved(unsaved.counted);
        let unsaved = usage.unsaved().unwrap();
        assert_eq!(unsaved.record.days.get(&7), Some(&5));
        usage.saved(unsaved.counted);
        assert!(usage.unsaved().is_none());
    }

    #[test]
    fn old_days_are_forgotten() {
        let usage = Usage::new(record(&[(1, 1), (50, 1)]));
        assert!(usage.count(None, 140));
        let days = usage.unsaved().unwrap().record.days;
        assert_eq!(days.into_keys().collect::<Vec<_>>(), [50, 140]);
    }

    #[test]
    fn many_at_once_get_exactly_the_quota() {
        let usage = Arc::new(Usage::new(record(&[])));
        let takers = (0..8).map(|_| {
            let usage = Arc::clone(&usage);
            std::thread::spawn(move || counted(&usage, &quota(1000, QuotaPeriod::Month), 7, 1000))
        });
        let takers: Vec<_> = takers.collect();
        let all: usize = takers.into_iter().map(|taker| taker.join().unwrap()).sum();
        assert_eq!(all, 1000);
    }
}
