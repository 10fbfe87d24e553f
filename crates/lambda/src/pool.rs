//! Idle environments, by version. The most recently used one is lent first, so that those that are
//! too many grow old and retire.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, Semaphore};

use crate::environment::Environment;

/// Calls of one version that wait for a start at the same time as those of others.
const STARTS_IN_QUEUE: usize = 16;

/// What a pool must know of what it keeps.
pub(crate) trait Kept {
    fn is_alive(&self) -> bool;
    /// When it may no longer be lent.
    fn expires(&self) -> Instant;
    fn last_used(&self) -> Instant;
}

#[derive(Debug)]
pub(crate) struct Pools<E = Environment> {
    by_key: Mutex<HashMap<String, Arc<Pool<E>>>>,
    /// How long an environment without work is kept; with zero none is, and each call finds a cold
    /// start.
    keep_for: Duration,
}

/// The environments of one version of one function that wait for work.
#[derive(Debug)]
pub(crate) struct Pool<E = Environment> {
    idle: Mutex<Vec<E>>,
    /// Somebody gave an environment back.
    pub(crate) returned: Notify,
    /// The version is gone: what comes back is not kept.
    retired: AtomicBool,
    /// Whether what comes back is kept at all.
    keeps: bool,
    /// How many are kept however long they have been idle: provisioned concurrency.
    floor: AtomicUsize,
    /// Environments that exist or are starting, lent ones included.
    living: Arc<AtomicUsize>,
    /// Places in the queue for starts: a burst of calls of one version must not keep the others from
    /// starting.
    pub(crate) queue: Semaphore,
}

/// One environment of a pool, for as long as it exists.
#[derive(Debug)]
pub(crate) struct Living(Arc<AtomicUsize>);

impl Drop for Living {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl<E> Pool<E> {
    fn new(keeps: bool) -> Self {
        Self {
            idle: Mutex::default(),
            returned: Notify::new(),
            retired: AtomicBool::new(false),
            keeps,
            floor: AtomicUsize::new(0),
            living: Arc::default(),
            queue: Semaphore::new(STARTS_IN_QUEUE),
        }
    }
}

impl<E: Kept> Pools<E> {
    pub(crate) fn new(keep_for: Duration) -> Self {
        let by_key = Mutex::default();
        Self { by_key, keep_for }
    }

    pub(crate) fn of(&self, key: String) -> Arc<Pool<E>> {
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Arc::new(Pool::new(!self.keep_for.is_zero()));
        Arc::clone(pools.entry(key).or_insert_with(new))
    }

    /// Says how many environments each pool keeps ready; those that are not named keep none.
    pub(crate) fn provision(&self, floors: &HashMap<String, usize>) {
        let pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, pool) in pools.iter() {
            let floor = floors.get(key).copied().unwrap_or_default();
            pool.floor.store(floor, Ordering::Release);
        }
    }

    /// Ends the pools of a function that are not among those to keep, with all they hold.
    pub(crate) fn retire(&self, function: &str, keep: &[String]) {
        let prefix = format!("{function}:");
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = pools.extract_if(|key, _| key.starts_with(&prefix) && !keep.contains(key));
        let gone: Vec<Arc<Pool<E>>> = gone.map(|(_, pool)| pool).collect();
        drop(pools);
        for pool in gone {
            pool.close();
        }
    }

    /// Ends the environments that have been idle for long or whose credentials expire, and forgets
    /// pools that nobody uses.
    pub(crate) fn sweep(&self, now: Instant) {
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let gone: Vec<E> = pools
            .values()
            .flat_map(|pool| pool.expired(now, self.keep_for))
            .collect();
        // Only this map gives pools out, and it is locked: one that is held here alone stays so.
        pools.retain(|_, pool| Arc::strong_count(pool) > 1 || !pool.is_empty() || pool.floor() > 0);
        drop(pools);
        drop(gone);
    }

    pub(crate) fn close(&self) {
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<Arc<Pool<E>>> = pools.drain().map(|(_, pool)| pool).collect();
        drop(pools);
        for pool in all {
            pool.close();
        }
    }
}

impl<E: Kept> Pool<E> {
    /// An environment that can run the next event now.
    pub(crate) fn lend(&self, now: Instant) -> Option<E> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(environment) = idle.pop() {
            if environment.expires() > now && environment.is_alive() {
                return Some(environment);
            }
        }
        None
    }

    /// Keeps it for the next call, unless its version is gone.
    pub(crate) fn give_back(&self, environment: E) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // Looked at under the lock, which `close` takes after it has set the mark.
        if self.retired.load(Ordering::Acquire) || !(self.keeps || self.floor() > 0) {
            return;
        }
        idle.push(environment);
        drop(idle);
        self.returned.notify_one();
    }

    fn close(&self) {
        self.retired.store(true, Ordering::Release);
        let gone = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        drop(gone);
    }

    fn is_empty(&self) -> bool {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.is_empty()
    }

    /// One more environment is about to exist.
    pub(crate) fn count(&self) -> Living {
        self.living.fetch_add(1, Ordering::AcqRel);
        Living(Arc::clone(&self.living))
    }

    /// As [`Pool::count`], but only if there is none yet.
    pub(crate) fn count_first(&self) -> Option<Living> {
        let first = self
            .living
            .compare_exchange(0, 1, Ordering::AcqRel, Ordering::Acquire);
        first.is_ok().then(|| Living(Arc::clone(&self.living)))
    }

    pub(crate) fn living(&self) -> usize {
        self.living.load(Ordering::Acquire)
    }

    fn floor(&self) -> usize {
        self.floor.load(Ordering::Acquire)
    }

    fn expired(&self, now: Instant, keep_for: Duration) -> Vec<E> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut spare = self.living().saturating_sub(self.floor());
        let old = |environment: &mut E| {
            let is_idle = spare > 0 && environment.last_used() + keep_for <= now;
            spare = spare.saturating_sub(usize::from(is_idle));
            environment.expires() <= now || is_idle
        };
        idle.extract_if(.., old).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Copy)]
    struct Fake {
        number: u32,
        alive: bool,
        expires: Instant,
        last_used: Instant,
    }

    impl Kept for Fake {
        fn is_alive(&self) -> bool {
            self.alive
        }

        fn expires(&self) -> Instant {
            self.expires
        }

        fn last_used(&self) -> Instant {
            self.last_used
        }
    }

    const HOUR: Duration = Duration::from_hours(1);
    const IDLE_FOR: Duration = Duration::from_mins(10);

    fn fake(number: u32, now: Instant) -> Fake {
        Fake {
            number,
            alive: true,
            expires: now + HOUR,
            last_used: now,
        }
    }

    fn pools(kept: &[Fake]) -> Pools<Fake> {
        let pools = Pools::new(IDLE_FOR);
        let pool = pools.of("f:1:r".to_owned());
        for fake in kept {
            std::mem::forget(pool.count());
            pool.give_back(*fake);
        }
        pools
    }

    #[track_caller]
    fn check(pools: &Pools<Fake>, now: Instant, expected: &[u32]) {
        let pool = pools.of("f:1:r".to_owned());
        let lent: Vec<u32> = std::iter::from_fn(|| pool.lend(now))
            .map(|fake| fake.number)
            .collect();
        assert_eq!(lent, expected);
    }

    #[test]
    fn the_last_one_used_is_lent_first_and_a_dead_one_never() {
        let now = Instant::now();
        let dead = Fake {
            alive: false,
            ..fake(2, now)
        };
        check(&pools(&[fake(1, now), dead, fake(3, now)]), now, &[3, 1]);
    }

    #[test]
    fn one_whose_credentials_end_is_not_lent() {
        let now = Instant::now();
        check(&pools(&[fake(1, now)]), now + HOUR, &[]);
    }

    #[test]
    fn one_that_was_idle_for_long_retires() {
        let now = Instant::now();
        let later = now + IDLE_FOR;
        let pools = pools(&[fake(1, now), fake(2, later)]);
        pools.sweep(later);
        check(&pools, later, &[2]);
    }

    #[test]
    fn provisioned_ones_stay_however_idle_they_are() {
        let now = Instant::now();
        let pools = pools(&[fake(1, now), fake(2, now), fake(3, now)]);
        pools.provision(&HashMap::from([("f:1:r".to_owned(), 2)]));
        pools.sweep(now + IDLE_FOR);
        check(&pools, now, &[3, 2]);
    }

    #[test]
    fn nothing_is_kept_where_each_call_is_to_find_a_cold_start() {
        let pools = Pools::new(Duration::ZERO);
        let now = Instant::now();
        pools.of("f:1:r".to_owned()).give_back(fake(1, now));
        check(&pools, now, &[]);
    }

    #[test]
    fn a_pool_that_nobody_uses_is_forgotten() {
        let now = Instant::now();
        let pools = pools(&[fake(1, now)]);
        pools.sweep(now + IDLE_FOR);
        assert!(pools.by_key.lock().unwrap().is_empty());
    }

    #[test]
    fn nothing_is_kept_for_a_version_that_is_gone() {
        let now = Instant::now();
        let pools = pools(&[fake(1, now)]);
        let old = pools.of("f:1:r".to_owned());
        pools.retire("f", &["f:1:s".to_owned()]);
        old.give_back(fake(2, now));
        assert!(old.is_empty());
        check(&pools, now, &[]);
    }
}
