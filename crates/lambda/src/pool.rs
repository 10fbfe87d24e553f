//! Idle environments, by version. The most recently used one is lent first, so that those that are
//! too many grow old and retire.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use crate::environment::Environment;

/// AWS keeps an idle environment for some minutes and names no number.
const IDLE_FOR: Duration = Duration::from_mins(10);

#[derive(Debug, Default)]
pub(crate) struct Pools {
    by_key: Mutex<HashMap<String, Arc<Pool>>>,
}

/// The environments of one version of one function that wait for work.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    idle: Mutex<Vec<Environment>>,
    /// Somebody gave an environment back.
    pub(crate) returned: Notify,
    /// The version is gone: what comes back is not kept.
    retired: AtomicBool,
}

impl Pools {
    pub(crate) fn of(&self, key: String) -> Arc<Pool> {
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(pools.entry(key).or_default())
    }

    /// Takes the pools of a function that are not among those to keep, with all they hold.
    pub(crate) fn retire(&self, function: &str, keep: &[String]) -> Vec<Environment> {
        let prefix = format!("{function}:");
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = pools.extract_if(|key, _| key.starts_with(&prefix) && !keep.contains(key));
        let gone: Vec<Arc<Pool>> = gone.map(|(_, pool)| pool).collect();
        drop(pools);
        gone.iter().flat_map(|pool| pool.close()).collect()
    }

    /// Takes the environments that have been idle for long or whose credentials expire.
    pub(crate) fn expired(&self, now: Instant) -> Vec<Environment> {
        let pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<Arc<Pool>> = pools.values().map(Arc::clone).collect();
        drop(pools);
        all.iter().flat_map(|pool| pool.expired(now)).collect()
    }

    pub(crate) fn close(&self) -> Vec<Environment> {
        let mut pools = self.by_key.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<Arc<Pool>> = pools.drain().map(|(_, pool)| pool).collect();
        drop(pools);
        all.iter().flat_map(|pool| pool.close()).collect()
    }
}

impl Pool {
    /// An environment that can run the next event now.
    pub(crate) fn lend(&self) -> Option<Environment> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(environment) = idle.pop() {
            if environment.expires > Instant::now() && environment.is_alive() {
                return Some(environment);
            }
        }
        None
    }

    /// Keeps it for the next call; hands it back if it is not to be kept.
    pub(crate) fn give_back(&self, environment: Environment) -> Option<Environment> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // Looked at under the lock, which `close` takes after it has set the mark.
        if self.retired.load(Ordering::Acquire) {
            return Some(environment);
        }
        idle.push(environment);
        drop(idle);
        self.returned.notify_one();
        None
    }

    fn close(&self) -> Vec<Environment> {
        self.retired.store(true, Ordering::Release);
        std::mem::take(&mut self.idle.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn expired(&self, now: Instant) -> Vec<Environment> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let old = |environment: &mut Environment| {
            environment.expires <= now || environment.last_used + IDLE_FOR <= now
        };
        idle.extract_if(.., old).collect()
    }
}
