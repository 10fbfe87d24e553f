//! Provisioned concurrency: environments that are ready before anybody calls.
//!
//! AWS: "Configuring provisioned concurrency for a function". What the records ask for is compared
//! with what is there whenever a record changes, and every few seconds; what is missing is started.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use model::FunctionArn;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::environment::StartError;
use crate::event::InvokeError;
use crate::lending::Lender;
use crate::registry::{Registry, Resolved};

const LOOK_EVERY: Duration = Duration::from_secs(5);

/// What is there of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provisioned {
    pub requested: u32,
    /// Environments that are ready, running ones included.
    pub available: u32,
    pub status: ProvisionedStatus,
    /// Why it failed.
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProvisionedStatus {
    InProgress,
    Ready,
    Failed,
}

impl ProvisionedStatus {
    /// As AWS spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "IN_PROGRESS",
            Self::Ready => "READY",
            Self::Failed => "FAILED",
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Provisioning {
    changed: Notify,
    /// Why the last start for an environment key failed.
    failures: Mutex<HashMap<String, String>>,
    /// Ready environments by key, as of the last look.
    ready: Mutex<HashMap<String, usize>>,
}

impl Provisioning {
    /// Records have changed.
    pub(crate) fn look(&self) {
        self.changed.notify_one();
    }

    /// Keeps what is asked for there, until it is dropped.
    pub(crate) async fn keep(&self, registry: &Registry, lender: &Arc<Lender>) {
        loop {
            self.bring_about(registry, lender).await;
            let changed = self.changed.notified();
            // Only the clock or a change goes on; which one does not matter.
            drop(tokio::time::timeout(LOOK_EVERY, changed).await);
        }
    }

    /// None when nothing is asked for this qualifier.
    pub(crate) fn of(&self, registry: &Registry, arn: &FunctionArn) -> Option<Provisioned> {
        let id = model::FunctionRecord::id_of(&arn.account, &arn.region, &arn.name);
        let function = registry.find(&id)?;
        let qualifier = arn.qualifier.as_ref()?.to_string();
        let requested = function.provisioned_concurrency.get(&qualifier)?.requested;
        let resolved = registry.settled(arn).ok()?;
        let key = resolved.environment_key();
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let ready = ready.get(&key).copied().unwrap_or_default();
        let available = u32::try_from(ready).unwrap_or(u32::MAX).min(requested);
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let reason = failures.get(&key).cloned();
        let status = match (&reason, available >= requested) {
            (_, true) => ProvisionedStatus::Ready,
            (Some(_), false) => ProvisionedStatus::Failed,
            (None, false) => ProvisionedStatus::InProgress,
        };
        Some(Provisioned {
            requested,
            available,
            status,
            reason,
        })
    }

    async fn bring_about(&self, registry: &Registry, lender: &Arc<Lender>) {
        let mut floors = HashMap::new();
        let mut wanted: HashMap<String, Resolved> = HashMap::new();
        for (arn, requested) in registry.provisioned() {
            if let Ok(resolved) = registry.settled(&arn) {
                let key = resolved.environment_key();
                *floors.entry(key.clone()).or_insert(0) += usize::try_from(requested).unwrap_or(0);
                wanted.insert(key, resolved);
            }
        }
        for resolved in wanted.values() {
            // Made, so that it can be told how many it keeps.
            drop(lender.pool(resolved).await);
        }
        lender.keep_ready(&floors);
        let mut starts = JoinSet::new();
        for (key, resolved) in wanted {
            let pool = lender.pool(&resolved).await;
            let missing = floors
                .get(&key)
                .map_or(0, |floor| floor.saturating_sub(pool.living()));
            for _ in 0..missing {
                let (lender, key) = (Arc::clone(lender), key.clone());
                let (pool, resolved) = (Arc::clone(&pool), resolved.clone());
                starts.spawn(async move { (key, lender.provision(&pool, &resolved).await) });
            }
            self.note(key, pool.living().saturating_sub(missing));
        }
        while let Some(started) = starts.join_next().await {
            match started {
                Ok((key, Ok(()))) => {
                    self.failed(&key, None);
                    *self.ready().entry(key).or_default() += 1;
                }
                Ok((key, Err(error))) => self.failed(&key, Some(words(&error))),
                Err(error) => tracing::error!(%error, "a provisioned start was lost"),
            }
        }
    }

    fn note(&self, key: String, ready: usize) {
        self.ready().insert(key, ready);
    }

    fn ready(&self) -> std::sync::MutexGuard<'_, HashMap<String, usize>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn failed(&self, key: &str, reason: Option<String>) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        match reason {
            Some(reason) => failures.insert(key.to_owned(), reason),
            None => failures.remove(key),
        };
    }
}

fn words(error: &StartError) -> String {
    match error {
        StartError::Refused(error) => InvokeError::to_string(error),
        // What failed is in the function's log; AWS has one word for it here.
        StartError::Failed(_) => "FUNCTION_ERROR_INIT_FAILURE".to_owned(),
    }
}
