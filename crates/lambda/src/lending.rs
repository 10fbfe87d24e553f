//! An idle environment for a call, or a new one; whichever is there first.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use model::RuntimeName;
use store::Blobs;
use tokio::sync::{OnceCell, Semaphore};

use crate::environment::{Environment, Host, Materials, StartError};
use crate::event::InvokeError;
use crate::folders::Folders;
use crate::layers;
use crate::pool::{Pool, Pools};
use crate::registry::Resolved;
use crate::runtime::{Interpreter, Runtime};

/// Processes that may be starting at one time, per core: more only slow each other down.
const STARTS_PER_CORE: usize = 4;
/// A start that takes longer waits for something else than a core, and must not hold up the others.
const START_COUNTS_FOR: Duration = Duration::from_secs(1);
/// How long a call waits for a process: the longest invocation that it may wait for, and a start.
const LEND_WITHIN: Duration = Duration::from_mins(17);

pub(crate) struct Lender {
    pools: Pools,
    host: Arc<Host>,
    folders: Arc<Folders>,
    blobs: Blobs,
    starts: Semaphore,
    interpreters: Mutex<HashMap<Runtime, Arc<OnceCell<Option<Interpreter>>>>>,
}

impl Lender {
    pub(crate) fn new(host: Arc<Host>, folders: Folders, blobs: Blobs) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            pools: Pools::default(),
            host,
            folders: Arc::new(folders),
            blobs,
            starts: Semaphore::new(cores * STARTS_PER_CORE),
            interpreters: Mutex::default(),
        }
    }

    pub(crate) fn pool(&self, resolved: &Resolved) -> Arc<Pool> {
        self.pools.of(resolved.environment_key())
    }

    pub(crate) async fn lend(
        &self,
        pool: &Pool,
        resolved: &Resolved,
    ) -> Result<Environment, StartError> {
        if let Some(environment) = pool.lend(Instant::now()) {
            return Ok(environment);
        }
        let lent = self.wait_or_start(pool, resolved);
        tokio::time::timeout(LEND_WITHIN, lent)
            .await
            .unwrap_or_else(|_| {
                Err(StartError::Refused(InvokeError::Environment {
                    reason: "no environment was free in time".to_owned(),
                }))
            })
    }

    async fn wait_or_start(
        &self,
        pool: &Pool,
        resolved: &Resolved,
    ) -> Result<Environment, StartError> {
        loop {
            tokio::select! {
                biased;
                () = pool.returned.notified() => {
                    if let Some(environment) = pool.lend(Instant::now()) {
                        return Ok(environment);
                    }
                }
                permit = self.starts.acquire() => {
                    let permit = permit.map_err(|_| StartError::Refused(InvokeError::Draining))?;
                    let start = self.start(resolved);
                    tokio::pin!(start);
                    if let Ok(started) = tokio::time::timeout(START_COUNTS_FOR, &mut start).await {
                        return started;
                    }
                    drop(permit);
                    return start.await;
                }
            }
        }
    }

    async fn start(&self, resolved: &Resolved) -> Result<Environment, StartError> {
        let config = resolved.config();
        let code = self.folders.folder(&config.code.sha256, &self.blobs).await;
        let layers = layers::staged(&self.folders, config, &self.blobs).await;
        let materials = Materials {
            code: code.map_err(StartError::Refused)?,
            interpreter: self.interpreter(&config.runtime).await,
            layers: layers.map_err(StartError::Refused)?,
        };
        Environment::start(&self.host, resolved, &materials).await
    }

    pub(crate) async fn interpreter(&self, name: &RuntimeName) -> Option<Interpreter> {
        let runtime = Runtime::parse(name).ok()?;
        let cell = {
            let known = self.interpreters.lock();
            let mut known = known.unwrap_or_else(PoisonError::into_inner);
            Arc::clone(known.entry(runtime).or_default())
        };
        let found = cell
            .get_or_init(|| Interpreter::find(runtime, &self.host.runtime_dir))
            .await;
        found.clone()
    }

    /// Ends the environments of a function whose key is not among those to keep.
    pub(crate) fn retire(&self, function: &str, keep: &[String]) {
        self.pools.retire(function, keep);
    }

    /// Ends what was idle for long, and removes code that is not among that to keep.
    pub(crate) async fn sweep(&self, now: Instant, code: HashSet<String>) {
        self.pools.sweep(now);
        let folders = Arc::clone(&self.folders);
        match tokio::task::spawn_blocking(move || folders.sweep(&code)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "unused code could not be removed"),
            Err(error) => tracing::error!(%error, "unused code could not be removed"),
        }
    }

    pub(crate) fn close(&self) {
        self.pools.close();
    }
}
