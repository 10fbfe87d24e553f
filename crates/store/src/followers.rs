//! Feeds the views: what the data plane knows is kept in memory by views, and this brings them
//! every change, in order, and says how far they are.
//!
//! A view is told what is stored now, never what to do; being told twice is harmless.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use model::Kind;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::{Change, Key, Records, Revision, StoreError, Watch};

/// How long to wait before asking a store again that could not answer.
const PAUSE: Duration = Duration::from_millis(200);

/// Something that keeps what it needs of the records in memory.
pub trait View: Send + Sync {
    /// Which kinds it wants to be told of. All records of these kinds are read at the start.
    fn kinds(&self) -> &'static [Kind];

    /// Takes over what is stored now. Changes come in the order of their revisions and perhaps
    /// more than once. Must be quick and do no I/O, since the writer of a change waits for it.
    fn apply(&self, changes: &[Change]);
}

/// The views did not show a write in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the views are at revision {reached} and revision {wanted} was waited for")]
pub struct Lagging {
    pub wanted: Revision,
    pub reached: Revision,
}

/// Owns the task that feeds the views. Dropping it ends the task.
#[derive(Debug)]
pub struct Followers {
    reached: watch::Receiver<Revision>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Followers {
    /// Shows everything that is stored to the views, then keeps following. When this returns, the
    /// views are complete.
    pub async fn start(records: &Records, views: Vec<Arc<dyn View>>) -> Result<Self, StoreError> {
        let mut follower = Follower {
            watch: records.watch(records.revision()),
            records: records.clone(),
            views,
            shown: HashMap::new(),
            reached: watch::Sender::new(Revision::ZERO),
        };
        follower.load().await?;
        let reached = follower.reached.subscribe();
        let task = tokio::spawn(follower.follow());
        Ok(Self {
            reached,
            task: Mutex::new(Some(task)),
        })
    }

    /// Waits until every view shows the revision and all before it.
    pub async fn reached(&self, revision: Revision, deadline: Duration) -> Result<(), Lagging> {
        let mut reached = self.reached.clone();
        let arrival = reached.wait_for(|reached| *reached >= revision);
        if let Ok(Ok(_)) = tokio::time::timeout(deadline, arrival).await {
            return Ok(());
        }
        Err(Lagging {
            wanted: revision,
            reached: *self.reached.borrow(),
        })
    }

    /// Ends the task and waits until it is gone.
    pub async fn stop(&self) {
        let task = self
            .task
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(task) = task {
            task.abort();
            // Being cancelled is the expected end.
            let _cancelled = task.await;
        }
    }
}

impl Drop for Followers {
    fn drop(&mut self) {
        let task = self
            .task
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(task) = task {
            task.abort();
        }
    }
}

struct Follower {
    watch: Watch,
    records: Records,
    views: Vec<Arc<dyn View>>,
    /// The keys that the views hold, so that a reload can tell them what is gone.
    shown: HashMap<Key, Revision>,
    reached: watch::Sender<Revision>,
}

impl Follower {
    async fn follow(mut self) {
        loop {
            match self.watch.next().await {
                Ok(changes) => self.catch_up(changes),
                Err(error) => {
                    tracing::warn!(%error, "the views lost the store and are loaded again");
                    self.load_until_it_works().await;
                }
            }
        }
    }

    async fn load_until_it_works(&mut self) {
        while let Err(error) = self.load().await {
            tracing::error!(%error, "the views could not be loaded");
            tokio::time::sleep(PAUSE).await;
        }
    }

    fn catch_up(&mut self, changes: Vec<Change>) {
        let Some(last) = changes.last().map(|change| change.revision) else {
            return;
        };
        self.show(changes);
        self.reached.send_replace(last);
    }

    /// Brings the views to at least the revision that the store has now. What changes while the
    /// pages are read comes through the watch, perhaps again.
    async fn load(&mut self) -> Result<(), StoreError> {
        let revision = self.records.revision();
        self.watch = self.records.watch(revision);
        let mut met = HashSet::new();
        for kind in self.followed_kinds() {
            self.load_kind(kind, &mut met).await?;
        }
        let gone = self.shown.keys().filter(|key| !met.contains(key));
        let deletions = gone.map(|key| Change {
            key: key.clone(),
            revision,
            value: None,
        });
        let deletions = deletions.collect();
        self.show(deletions);
        self.reached.send_replace(revision);
        Ok(())
    }

    async fn load_kind(&mut self, kind: Kind, met: &mut HashSet<Key>) -> Result<(), StoreError> {
        let mut after: Option<String> = None;
        loop {
            let page = self.records.entries(kind, "", after.as_deref()).await?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            after = Some(last.id.clone());
            let changes = page.into_iter().map(|entry| Change {
                key: Key::new(kind, entry.id),
                revision: entry.version,
                value: Some(entry.value),
            });
            let changes: Vec<Change> = changes.collect();
            met.extend(changes.iter().map(|change| change.key.clone()));
            self.show(changes);
        }
    }

    fn followed_kinds(&self) -> Vec<Kind> {
        let followed = |kind: &Kind| self.views.iter().any(|view| view.kinds().contains(kind));
        Kind::ALL.into_iter().filter(followed).collect()
    }

    /// Shows what is newer than what the views have.
    fn show(&mut self, mut changes: Vec<Change>) {
        let followed = self.followed_kinds();
        changes.retain(|change| followed.contains(&change.key.kind) && self.remember(change));
        if changes.is_empty() {
            return;
        }
        for view in &self.views {
            show_to(view.as_ref(), &changes);
        }
    }

    /// Whether the change is news.
    fn remember(&mut self, change: &Change) -> bool {
        if self
            .shown
            .get(&change.key)
            .is_some_and(|shown| *shown >= change.revision)
        {
            return false;
        }
        match change.value {
            Some(_) => self.shown.insert(change.key.clone(), change.revision),
            None => self.shown.remove(&change.key),
        };
        true
    }
}

fn show_to(view: &dyn View, changes: &[Change]) {
    let kinds = view.kinds();
    let wanted: Vec<Change> = changes
        .iter()
        .filter(|change| kinds.contains(&change.key.kind))
        .cloned()
        .collect();
    if wanted.is_empty() || survives(view, &wanted) {
        return;
    }
    // One change that a view can't take must not hide the others from it.
    for change in &wanted {
        if !survives(view, std::slice::from_ref(change)) {
            tracing::error!(key = %change.key, revision = change.revision.0, "a view panicked on a change");
        }
    }
}

fn survives(view: &dyn View, changes: &[Change]) -> bool {
    catch_unwind(AssertUnwindSafe(|| view.apply(changes))).is_ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

    use bytes::Bytes;

    use super::*;
    use crate::{Expected, Memory, Store};

    const SOON: Duration = Duration::from_secs(10);

    /// A view of what is stored, that panics on a value of its choice.
    #[derive(Default)]
    struct Mirror {
        held: Mutex<BTreeMap<String, Bytes>>,
        shown: Mutex<Vec<Revision>>,
    }

    impl Mirror {
        fn ids(&self) -> Vec<String> {
            self.held.lock().unwrap().keys().cloned().collect()
        }
    }

    impl View for Mirror {
        fn kinds(&self) -> &'static [Kind] {
            &[Kind::Role]
        }

        fn apply(&self, changes: &[Change]) {
            assert!(
                changes
                    .iter()
                    .all(|change| change.value.as_deref() != Some(b"poison"))
            );
            for change in changes {
                assert_eq!(change.key.kind, Kind::Role);
                let id = change.key.id.clone();
                match change.value.clone() {
                    Some(value) => self.held.lock().unwrap().insert(id, value),
                    None => self.held.lock().unwrap().remove(&id),
                };
                self.shown.lock().unwrap().push(change.revision);
            }
        }
    }

    struct Scene {
        engine: Arc<Memory>,
        failures: Arc<AtomicU32>,
        records: Records,
        view: Arc<Mirror>,
    }

    /// Lets the test write bytes to the engine that the records hold, and make it fail.
    struct Shared {
        engine: Arc<Memory>,
        /// How many more lists fail.
        failures: Arc<AtomicU32>,
    }

    impl Store for Shared {
        async fn get(&self, key: &Key) -> Result<Option<crate::Versioned>, StoreError> {
            self.engine.get(key).await
        }
        async fn put(
            &self,
            key: &Key,
            expected: Expected,
            value: Bytes,
        ) -> Result<Revision, StoreError> {
            self.engine.put(key, expected, value).await
        }
        async fn delete(&self, key: &Key, version: Revision) -> Result<Revision, StoreError> {
            self.engine.delete(key, version).await
        }
        async fn list(&self, listing: crate::Listing<'_>) -> Result<Vec<crate::Entry>, StoreError> {
            let fails = |left: u32| left.checked_sub(1);
            match self.failures.fetch_update(Relaxed, Relaxed, fails) {
                Ok(_) => Err(StoreError::TimedOut),
                Err(_) => self.engine.list(listing).await,
            }
        }
        fn watch(&self, from: Revision) -> Watch {
            self.engine.watch(from)
        }
        fn revision(&self) -> Revision {
            self.engine.revision()
        }
    }

    impl Scene {
        fn new() -> Self {
            let engine = Arc::new(Memory::new());
            let failures = Arc::new(AtomicU32::new(0));
            Self {
                records: Records::new(Shared {
                    engine: Arc::clone(&engine),
                    failures: Arc::clone(&failures),
                }),
                engine,
                failures,
                view: Arc::default(),
            }
        }

        async fn put(&self, id: &str, value: &'static str) -> Revision {
            let key = Key::new(Kind::Role, id);
            self.engine
                .put(&key, Expected::Absent, value.into())
                .await
                .unwrap()
        }

        async fn follow(&self) -> Followers {
            let view: Arc<dyn View> = Arc::clone(&self.view) as Arc<dyn View>;
            Followers::start(&self.records, vec![view]).await.unwrap()
        }
    }

    #[tokio::test]
    async fn what_is_stored_is_shown_before_the_start_returns() {
        let scene = Scene::new();
        for number in 0..600 {
            scene.put(&format!("{number:03}"), "x").await;
        }
        let other = Key::new(Kind::Function, "not followed");
        scene
            .engine
            .put(&other, Expected::Absent, "x".into())
            .await
            .unwrap();
        let followers = scene.follow().await;
        assert_eq!(scene.view.ids().len(), 600);
        let revision = scene.records.revision();
        followers.reached(revision, Duration::ZERO).await.unwrap();
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_write_is_shown_when_its_revision_is_reached() {
        let scene = Scene::new();
        let followers = scene.follow().await;
        for number in 0..200 {
            let id = format!("{number:03}");
            let revision = scene.put(&id, "x").await;
            followers.reached(revision, SOON).await.unwrap();
            assert!(scene.view.ids().contains(&id));
        }
        let shown = scene.view.shown.lock().unwrap().clone();
        assert!(shown.is_sorted());
        assert_eq!(shown.len(), 200, "each change once");
    }

    #[tokio::test]
    async fn a_deletion_is_shown() {
        let scene = Scene::new();
        let followers = scene.follow().await;
        let version = scene.put("a", "x").await;
        let key = Key::new(Kind::Role, "a");
        let revision = scene.engine.delete(&key, version).await.unwrap();
        followers.reached(revision, SOON).await.unwrap();
        assert!(scene.view.ids().is_empty());
    }

    #[tokio::test]
    async fn a_revision_of_the_future_is_not_reached() {
        let scene = Scene::new();
        let followers = scene.follow().await;
        let reached = scene.records.revision();
        let wanted = reached.next();
        let outcome = followers.reached(wanted, Duration::from_millis(5)).await;
        assert_eq!(outcome, Err(Lagging { wanted, reached }));
    }

    #[tokio::test]
    async fn a_panic_in_a_view_hides_only_its_own_change() {
        let scene = Scene::new();
        let followers = scene.follow().await;
        scene.put("a", "x").await;
        scene.put("b", "poison").await;
        let last = scene.put("c", "x").await;
        followers.reached(last, SOON).await.unwrap();
        assert_eq!(scene.view.ids(), ["a", "c"]);
    }

    #[tokio::test]
    async fn views_that_fell_behind_are_loaded_again() {
        let scene = Scene::new();
        let version = scene.put("gone", "x").await;
        let followers = scene.follow().await;
        // The follower runs on this thread, so it does not get its turn between these writes.
        let key = Key::new(Kind::Role, "gone");
        scene.engine.delete(&key, version).await.unwrap();
        for number in 0..3000 {
            scene.put(&format!("{number:04}"), "x").await;
        }
        followers
            .reached(scene.records.revision(), SOON)
            .await
            .unwrap();
        let ids = scene.view.ids();
        assert_eq!(ids.len(), 3000);
        assert!(!ids.contains(&"gone".to_owned()));
    }

    #[tokio::test(start_paused = true)]
    async fn views_are_complete_also_after_a_load_that_failed() {
        let scene = Scene::new();
        let version = scene.put("gone", "x").await;
        let followers = scene.follow().await;
        let key = Key::new(Kind::Role, "gone");
        scene.engine.delete(&key, version).await.unwrap();
        for number in 0..3000 {
            scene.put(&format!("{number:04}"), "x").await;
        }
        scene.failures.store(3, Relaxed);
        followers
            .reached(scene.records.revision(), SOON)
            .await
            .unwrap();
        assert_eq!(scene.view.ids().len(), 3000);
        assert_eq!(scene.failures.load(Relaxed), 0);
    }

    #[tokio::test]
    async fn a_stopped_follower_follows_no_more() {
        let scene = Scene::new();
        let followers = scene.follow().await;
        followers.stop().await;
        let revision = scene.put("a", "x").await;
        assert!(followers.reached(revision, SOON).await.is_err());
        assert!(scene.view.ids().is_empty());
    }
}
