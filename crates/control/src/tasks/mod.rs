//! Work that goes on beside the calls: every task is told when the server stops, and waited for.

mod of_records; // one for each record of a kind

use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use of_records::{RecordTask, RecordTasks};

/// The owner of tasks that may finish what is under way when the server stops.
#[derive(Default)]
pub(crate) struct Tasks {
    tracker: TaskTracker,
    stop: CancellationToken,
}

impl Tasks {
    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.tracker.spawn(task);
    }

    /// Cancelled when nothing more is to be begun.
    pub(crate) fn stop(&self) -> &CancellationToken {
        &self.stop
    }

    /// Asks all tasks to stop, and waits for as long as `within`; the log tells `who` was not done by then.
    pub(crate) async fn drain(&self, within: Duration, who: &str) {
        self.stop.cancel();
        self.tracker.close();
        let ended = tokio::time::timeout(within, self.tracker.wait());
        if ended.await.is_err() {
            tracing::warn!("{who} at the end of the drain");
        }
    }
}
