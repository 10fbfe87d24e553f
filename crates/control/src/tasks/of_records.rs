//! One task for each record of some kinds: it begins with its record, anew when that changes, and ends with it.
//!
//! A task that panics begins again after a while, so that one bad run is not the last. What a task does must bear
//! that it is ended between any two of its waits.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use futures_util::FutureExt as _;
use model::Kind;
use store::{Change, Key, StoreError, View};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::Tasks;

/// What goes on for as long as a record says so.
pub trait RecordTask: Clone + Send + Sync + 'static {
    /// What it works with: there later than the records are, and not kept alive by those who wait for it.
    type Room: Send + Sync + 'static;

    /// The kinds of the records.
    const KINDS: &'static [Kind];

    /// What the log says of tasks that are not done when the server ends, up to "at the end of the drain".
    const UNFINISHED: &'static str;

    /// How long a task that panicked is left alone.
    const AFTER_PANIC: Duration = Duration::from_secs(5);

    /// The task of a record that was written; `None` for one that has none, or is gone.
    fn of(change: &Change) -> Result<Option<Self>, StoreError>;

    /// Goes on until `stop`, or until there is nothing more to do.
    fn run(self, room: Arc<Self::Room>, stop: CancellationToken)
    -> impl Future<Output = ()> + Send;
}

/// A view that holds the tasks. Shared behind an `Arc`; [`RecordTasks::drain`] ends it.
pub struct RecordTasks<T: RecordTask> {
    /// There once the server is; tasks wait for it.
    room: watch::Sender<Option<Weak<T::Room>>>,
    running: Mutex<HashMap<Key, CancellationToken>>,
    tasks: Tasks,
}

impl<T: RecordTask> Default for RecordTasks<T> {
    fn default() -> Self {
        Self {
            room: watch::Sender::new(None),
            running: Mutex::default(),
            tasks: Tasks::default(),
        }
    }
}

impl<T: RecordTask> RecordTasks<T> {
    /// Lets the tasks begin.
    pub fn lead_to(&self, room: &Arc<T::Room>) {
        self.room.send_replace(Some(Arc::downgrade(room)));
    }

    /// Begins nothing more, and lets what is under way be finished for as long as `within`.
    pub async fn drain(&self, within: Duration) {
        self.tasks.drain(within, T::UNFINISHED).await;
    }

    fn take_over(&self, change: &Change) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = running.remove(&change.key) {
            before.cancel();
        }
        match T::of(change) {
            Ok(Some(task)) => {
                running.insert(change.key.clone(), self.begin(change.key.clone(), task));
            }
            Ok(None) => {}
            Err(error) => {
                tracing::error!(key = %change.key, %error, "a record can't be read, and its task ended");
            }
        }
    }

    fn begin(&self, key: Key, task: T) -> CancellationToken {
        let stop = self.tasks.stop().child_token();
        let (room, stopped) = (self.room.subscribe(), stop.clone());
        self.tasks.spawn(keep(key, task, room, stopped));
        stop
    }
}

impl<T: RecordTask> View for RecordTasks<T> {
    fn kinds(&self) -> &'static [Kind] {
        T::KINDS
    }

    fn apply(&self, changes: &[Change]) {
        for change in changes {
            self.take_over(change);
        }
    }
}

async fn keep<T: RecordTask>(
    key: Key,
    task: T,
    mut room: watch::Receiver<Option<Weak<T::Room>>>,
    stop: CancellationToken,
) {
    while let Some(room) = found(&mut room, &stop).await {
        let run = task.clone().run(room, stop.clone());
        if AssertUnwindSafe(run).catch_unwind().await.is_ok() {
            return;
        }
        tracing::error!(%key, "the task of a record panicked, and will begin again");
        stop.run_until_cancelled(tokio::time::sleep(T::AFTER_PANIC))
            .await;
    }
}

/// Waits for the room; `None` if there is no point in waiting any longer.
async fn found<R>(
    room: &mut watch::Receiver<Option<Weak<R>>>,
    stop: &CancellationToken,
) -> Option<Arc<R>> {
    let there = stop.run_until_cancelled(room.wait_for(Option::is_some));
    let found = there.await?.ok()?;
    found.as_ref().and_then(Weak::upgrade)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use bytes::Bytes;
    use store::Revision;
    use tokio::sync::mpsc;

    use super::*;

    const SOON: Duration = Duration::from_secs(10);

    /// What the tasks tell, and how many of them are still to panic.
    struct Board {
        told: mpsc::UnboundedSender<String>,
        panics: AtomicU32,
    }

    /// Tells its text when it begins and when it was told to stop; "idle" has no task, "dull" ends at once.
    #[derive(Clone)]
    struct Tell(String);

    impl RecordTask for Tell {
        type Room = Board;
        const KINDS: &'static [Kind] = &[Kind::Rule];
        const UNFINISHED: &'static str = "tellers were still telling";
        const AFTER_PANIC: Duration = Duration::from_millis(1);

        fn of(change: &Change) -> Result<Option<Self>, StoreError> {
            let text = change.value.as_deref().map(String::from_utf8_lossy);
            let text = text.filter(|text| text != "idle");
            Ok(text.map(|text| Self(text.into_owned())))
        }

        async fn run(self, board: Arc<Board>, stop: CancellationToken) {
            board.told.send(format!("{} began", self.0)).unwrap();
            let left = |left: u32| left.checked_sub(1);
            let panics = board
                .panics
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, left);
            assert!(panics.is_err(), "as planned");
            if self.0 == "dull" {
                return;
            }
            stop.cancelled().await;
            board.told.send(format!("{} ended", self.0)).unwrap();
        }
    }

    struct Scene {
        tasks: RecordTasks<Tell>,
        board: Arc<Board>,
        told: mpsc::UnboundedReceiver<String>,
    }

    impl Scene {
        fn new(panics: u32) -> Self {
            let (sender, told) = mpsc::unbounded_channel();
            let board = Board {
                told: sender,
                panics: AtomicU32::new(panics),
            };
            Self {
                tasks: RecordTasks::default(),
                board: Arc::new(board),
                told,
            }
        }

        fn started(panics: u32) -> Self {
            let scene = Self::new(panics);
            scene.tasks.lead_to(&scene.board);
            scene
        }

        fn write(&self, id: &str, value: Option<&'static str>) {
            self.tasks.apply(&[Change {
                key: Key::new(Kind::Rule, id),
                revision: Revision::ZERO,
                value: value.map(|text| Bytes::from_static(text.as_bytes())),
            }]);
        }

        async fn hears(&mut self, expected: &str) {
            let told = tokio::time::timeout(SOON, self.told.recv()).await;
            assert_eq!(told.unwrap().unwrap(), expected);
        }
    }

    #[tokio::test]
    async fn a_task_waits_for_its_room_and_begins() {
        let mut scene = Scene::new(0);
        scene.write("a", Some("a"));
        tokio::task::yield_now().await;
        assert!(scene.told.try_recv().is_err());
        scene.tasks.lead_to(&scene.board);
        scene.hears("a began").await;
    }

    #[tokio::test]
    async fn a_record_that_changes_ends_its_task_and_has_another() {
        let mut scene = Scene::started(0);
        scene.write("a", Some("one"));
        scene.hears("one began").await;
        scene.write("a", Some("two"));
        let (first, second) = (scene.told.recv().await, scene.told.recv().await);
        let mut both = [first.unwrap(), second.unwrap()];
        both.sort();
        assert_eq!(both, ["one ended", "two began"]);
    }

    #[tokio::test]
    async fn a_record_that_is_gone_or_idle_ends_its_task() {
        for value in [None, Some("idle")] {
            let mut scene = Scene::started(0);
            scene.write("a", Some("one"));
            scene.hears("one began").await;
            scene.write("a", value);
            scene.hears("one ended").await;
            scene.tasks.drain(SOON).await;
            assert!(scene.told.try_recv().is_err());
        }
    }

    #[tokio::test]
    async fn a_task_that_panics_begins_again_and_its_neighbours_go_on() {
        let mut scene = Scene::started(1);
        scene.write("a", Some("one"));
        scene.hears("one began").await;
        scene.hears("one began").await;
        scene.write("b", Some("two"));
        scene.hears("two began").await;
    }

    #[tokio::test]
    async fn a_task_that_is_done_does_not_begin_again() {
        let mut scene = Scene::started(0);
        scene.write("a", Some("dull"));
        scene.hears("dull began").await;
        scene.tasks.drain(SOON).await;
        assert!(scene.told.try_recv().is_err());
    }

    #[tokio::test]
    async fn a_drain_ends_all_and_waits_for_them() {
        let mut scene = Scene::started(0);
        scene.write("a", Some("one"));
        scene.hears("one began").await;
        scene.tasks.drain(SOON).await;
        assert_eq!(scene.told.try_recv().unwrap(), "one ended");
    }

    #[tokio::test]
    async fn a_drain_does_not_wait_for_a_room_that_never_comes() {
        let scene = Scene::new(0);
        scene.write("a", Some("one"));
        let began = std::time::Instant::now();
        scene.tasks.drain(SOON).await;
        assert!(began.elapsed() < SOON);
    }
}
