//! An idle environment for a call, or a new one; whichever is there first.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use model::{RuntimeName, Version};
use store::Blobs;
use tokio::sync::{OnceCell, Semaphore, SemaphorePermit};
use tokio_util::task::TaskTracker;

use crate::environment::{Environment, Host, Materials, Purpose, Spare, StartError, StartFailure};
use crate::event::InvokeError;
use crate::folders::{Folder, Folders};
use crate::hot;
use crate::images::Images;
use crate::layers;
use crate::pool::{Living, Pool, Pools};
use crate::registry::Resolved;
use crate::runtime::{Interpreter, Runtime};
use crate::spares::Spares;

/// Processes that may be starting at one time, per core: more only slow each other down.
const STARTS_PER_CORE: usize = 4;
/// A start that takes longer waits for something else than a core, and must not hold up the others.
const START_COUNTS_FOR: Duration = Duration::from_secs(1);
/// How often a call that needs the only environment looks whether there is one.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// How long a runtime that started ahead waits at least.
const SPARE_FOR: Duration = Duration::from_mins(1);
/// Zips that are unpacked at once before somebody waits for them.
const UNPACKED_AHEAD: usize = 2;
/// How long a call waits for a process: the longest invocation that it may wait for, and a start.
const LEND_WITHIN: Duration = Duration::from_mins(17);

pub(crate) struct Lender {
    pools: Pools,
    host: Arc<Host>,
    folders: Arc<Folders>,
    blobs: Blobs,
    images: Arc<Images>,
    starts: Semaphore,
    ahead: Arc<Semaphore>,
    spares: Spares,
    keep_for: Duration,
    /// Starts that nobody waits for.
    tasks: TaskTracker,
    interpreters: Mutex<HashMap<Runtime, Arc<OnceCell<Option<Interpreter>>>>>,
}

impl Lender {
    pub(crate) fn new(
        host: Arc<Host>,
        (folders, images): (Arc<Folders>, Arc<Images>),
        blobs: Blobs,
        (keep_for, spares): (Duration, usize),
    ) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            pools: Pools::new(keep_for),
            host,
            folders,
            images,
            blobs,
            starts: Semaphore::new(cores * STARTS_PER_CORE),
            ahead: Arc::new(Semaphore::new(UNPACKED_AHEAD)),
            spares: Spares::new(spares),
            keep_for,
            tasks: TaskTracker::new(),
            interpreters: Mutex::default(),
        }
    }

    /// The environments of a version; of code in a folder of the host, those that have its present
    /// state.
    pub(crate) async fn pool(&self, resolved: &Resolved) -> Arc<Pool> {
        let key = resolved.environment_key();
        let Some(folder) = resolved.config().code_folder.clone() else {
            return self.pools.of(key);
        };
        let looked = tokio::task::spawn_blocking(move || hot::fingerprint(folder.as_ref())).await;
        let state = match looked {
            Ok(Ok(state)) => state,
            // A start will say what is wrong with it.
            Ok(Err(_)) | Err(_) => 0,
        };
        let current = format!("{key}:{state:016x}");
        self.pools.retire(&key, std::slice::from_ref(&current));
        self.pools.of(current)
    }

    pub(crate) async fn lend(
        self: &Arc<Self>,
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
        self: &Arc<Self>,
        pool: &Pool,
        resolved: &Resolved,
    ) -> Result<Environment, StartError> {
        let key = resolved.environment_key();
        let lent = match self.spares.take(&key, Instant::now()) {
            Some(spare) => self.load_spare(pool, resolved, spare).await,
            None => self.wait_or_start_anew(pool, resolved).await,
        };
        // Not beside it: the call has the processors first.
        self.prepare_spare(key, resolved);
        lent
    }

    async fn load_spare(
        &self,
        pool: &Pool,
        resolved: &Resolved,
        spare: Spare,
    ) -> Result<Environment, StartError> {
        let living = pool.count();
        let loaded = match spare.load().await {
            Err(StartError::Failed(failure)) if failure.may_be_tried_again() => {
                self.start_again(resolved, failure).await
            }
            loaded => loaded,
        };
        loaded.map(|environment| environment.counted(living))
    }

    async fn wait_or_start_anew(
        &self,
        pool: &Pool,
        resolved: &Resolved,
    ) -> Result<Environment, StartError> {
        let alone = self.host.debug(resolved).is_some();
        loop {
            tokio::select! {
                biased;
                () = pool.returned.notified() => {
                    if let Some(environment) = pool.lend(Instant::now()) {
                        return Ok(environment);
                    }
                }
                // Two environments of a function cannot have one debugger.
                () = tokio::time::sleep(LOOK_EVERY), if alone && pool.living() > 0 => {}
                permits = self.turn(pool), if !alone || pool.living() == 0 => {
                    let permits = permits?;
                    let living = if alone { pool.count_first() } else { Some(pool.count()) };
                    // None: another call was faster, and its environment will be free.
                    if let Some(living) = living {
                        let purpose = Purpose::OnDemand;
                        return self.start_in_turn(living, resolved, permits, purpose).await;
                    }
                }
            }
        }
    }

    /// A version that has had a cold start may have another one soon.
    fn prepare_spare(self: &Arc<Self>, key: String, resolved: &Resolved) {
        let is_plain =
            resolved.config().code_folder.is_none() && self.host.debug(resolved).is_none();
        if !is_plain || self.tasks.is_closed() || !self.spares.reserve(&key, Instant::now()) {
            return;
        }
        let (lender, resolved) = (Arc::clone(self), resolved.clone());
        self.tasks.spawn(async move {
            match lender.start_spare(&resolved).await {
                Some(spare) if !lender.tasks.is_closed() => lender.spares.put(&key, spare),
                Some(_) | None => lender.spares.give_up(&key),
            }
        });
    }

    async fn start_spare(&self, resolved: &Resolved) -> Option<Spare> {
        let _permit = self.starts.acquire().await.ok()?;
        let materials = self.materials(resolved, Purpose::OnDemand).await.ok()?;
        Spare::start(&self.host, resolved, &materials).await
    }

    /// Starts an environment that is to be ready before it is asked for, and keeps it.
    pub(crate) async fn provision(
        &self,
        pool: &Pool,
        resolved: &Resolved,
    ) -> Result<(), StartError> {
        let permits = self.turn(pool).await?;
        let purpose = Purpose::Provisioned;
        let living = pool.count();
        let environment = self
            .start_in_turn(living, resolved, permits, purpose)
            .await?;
        pool.give_back(environment);
        Ok(())
    }

    /// Waits until a process may start: first among the calls of this version, then among all.
    async fn turn<'a>(&'a self, pool: &'a Pool) -> Result<[SemaphorePermit<'a>; 2], StartError> {
        let draining = |_| StartError::Refused(InvokeError::Draining);
        let own = pool.queue.acquire().await.map_err(draining)?;
        let common = self.starts.acquire().await.map_err(draining)?;
        Ok([own, common])
    }

    /// A start that takes long makes way for others.
    async fn start_in_turn(
        &self,
        living: Living,
        resolved: &Resolved,
        permits: [SemaphorePermit<'_>; 2],
        purpose: Purpose,
    ) -> Result<Environment, StartError> {
        let start = self.start(resolved, purpose);
        tokio::pin!(start);
        let in_time = tokio::time::timeout(START_COUNTS_FOR, &mut start).await;
        drop(permits);
        let started = match in_time {
            Ok(started) => started,
            Err(_) => start.await,
        };
        started.map(|environment| environment.counted(living))
    }

    /// Says how many environments each pool keeps ready.
    pub(crate) fn keep_ready(&self, floors: &HashMap<String, usize>) {
        self.pools.provision(floors);
    }

    async fn start(
        &self,
        resolved: &Resolved,
        purpose: Purpose,
    ) -> Result<Environment, StartError> {
        let materials = self.materials(resolved, purpose).await;
        let materials = materials.map_err(StartError::Refused)?;
        Environment::start(&self.host, resolved, &materials).await
    }

    /// A runtime that started ahead has failed with the function's code.
    async fn start_again(
        &self,
        resolved: &Resolved,
        failure: Box<StartFailure>,
    ) -> Result<Environment, StartError> {
        let materials = self.materials(resolved, Purpose::OnDemand).await;
        let materials = materials.map_err(StartError::Refused)?;
        Environment::start_again(&self.host, resolved, &materials, failure).await
    }

    async fn materials(
        &self,
        resolved: &Resolved,
        purpose: Purpose,
    ) -> Result<Materials, InvokeError> {
        let config = resolved.config();
        Ok(Materials {
            code: self.code(config).await?,
            interpreter: match &config.runtime {
                Some(name) => self.interpreter(name).await,
                None => None,
            },
            layers: layers::staged(&self.folders, config, &self.blobs).await?,
            purpose,
        })
    }

    async fn code(&self, config: &Version) -> Result<Arc<Folder>, InvokeError> {
        if config.image.is_some() {
            return self.images.folder(&config.code.sha256).await;
        }
        let Some(name) = &config.code_folder else {
            return self.folders.folder(&config.code.sha256, &self.blobs).await;
        };
        let folder = hot::permitted(self.host.hot_reload_root.as_deref(), name);
        let folder = folder.map_err(|refused| InvokeError::CodeUnavailable {
            reason: refused.to_string(),
        })?;
        Ok(Folder::of_host(folder))
    }

    /// Unpacks a version's zip before its first call waits for that. Only a head start: where too many
    /// are under way, or it fails, the call does it, and says what is wrong.
    pub(crate) fn unpack_ahead(self: &Arc<Self>, version: &Version) {
        if version.code_folder.is_some() || version.image.is_some() {
            return;
        }
        let Ok(turn) = Arc::clone(&self.ahead).try_acquire_owned() else {
            return;
        };
        let (lender, sha256) = (Arc::clone(self), version.code.sha256.clone());
        self.tasks.spawn(async move {
            if let Err(error) = lender.folders.folder(&sha256, &lender.blobs).await {
                tracing::debug!(%error, "code could not be unpacked ahead");
            }
            drop(turn);
        });
    }

    pub(crate) async fn interpreter(&self, name: &RuntimeName) -> Option<Interpreter> {
        let runtime = Runtime::parse(name).ok()?;
        let cell = {
            let known = self.interpreters.lock();
            let mut known = known.unwrap_or_else(PoisonError::into_inner);
            Arc::clone(known.entry(runtime).or_default())
        };
        let found = cell
            .get_or_init(|| async {
                let found = Interpreter::find(runtime, &self.host.runtime_dir).await;
                if let Some(other) = found.as_ref().filter(|found| !found.exact) {
                    let version = other.version.as_str();
                    tracing::warn!(runtime = %name, version, "another version of the language runs it");
                }
                found
            })
            .await;
        found.clone()
    }

    /// Ends the environments of a function whose key is not among those to keep.
    pub(crate) fn retire(&self, function: &str, keep: &[String]) {
        self.pools.retire(function, keep);
        self.spares.retire(function, keep);
    }

    /// Ends what was idle for long, and removes code that is not among that to keep.
    pub(crate) async fn sweep(&self, now: Instant, code: HashSet<String>) {
        self.pools.sweep(now);
        // Where each call is to find a cold start, runtimes that started ahead are kept all the same.
        self.spares.sweep(now, self.keep_for.max(SPARE_FOR));
        let folders = Arc::clone(&self.folders);
        match tokio::task::spawn_blocking(move || folders.sweep(&code)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "unused code could not be removed"),
            Err(error) => tracing::error!(%error, "unused code could not be removed"),
        }
    }

    /// Waits for the starts that nobody waits for.
    pub(crate) async fn ended(&self) {
        self.tasks.wait().await;
    }

    /// Ends all that is idle, and starts nothing more.
    pub(crate) fn close(&self) {
        self.tasks.close();
        self.starts.close();
        self.pools.close();
        self.spares.close();
    }
}
