//! Work that its caller does itself while it waits, and that goes on without the caller when it stops
//! waiting: an invocation costs no way from one task to another, and is never cut short.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::future::{BoxFuture, FutureExt as _};
use tokio::runtime::Handle;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

/// Gives `None` if the work panicked.
pub(crate) struct Lasting<T: Send + 'static> {
    /// Absent once it is done.
    work: Option<BoxFuture<'static, std::thread::Result<T>>>,
    /// Who waits for the end of what goes on, and of what is done here.
    tasks: TaskTracker,
    _counted: TaskTrackerToken,
}

impl<T: Send + 'static> Lasting<T> {
    pub(crate) fn new(work: impl Future<Output = T> + Send + 'static, tasks: &TaskTracker) -> Self {
        Self {
            work: Some(AssertUnwindSafe(work).catch_unwind().boxed()),
            tasks: tasks.clone(),
            _counted: tasks.token(),
        }
    }
}

impl<T: Send + 'static> Future for Lasting<T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let Some(work) = &mut self.work else {
            return Poll::Ready(None);
        };
        let done = ready!(work.as_mut().poll(context));
        self.work = None;
        Poll::Ready(done.ok())
    }
}

impl<T: Send + 'static> Drop for Lasting<T> {
    fn drop(&mut self) {
        if let (Some(work), Ok(runtime)) = (self.work.take(), Handle::try_current()) {
            // The tracker is who waits for it.
            drop(self.tasks.spawn_on(work, &runtime));
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn work_is_done_by_whoever_waits_for_it() {
        let tasks = TaskTracker::new();
        let waits = tokio::spawn({
            let tasks = tasks.clone();
            async move {
                let own = tokio::task::id();
                let done = Lasting::new(async { tokio::task::id() }, &tasks).await;
                assert_eq!(done, Some(own));
            }
        });
        waits.await.unwrap();
        assert!(tasks.is_empty());
    }

    #[tokio::test]
    async fn work_goes_on_when_nobody_waits_any_more() {
        let tasks = TaskTracker::new();
        let (go, gone) = oneshot::channel::<()>();
        let (tell, told) = oneshot::channel();
        let work = async move {
            let end = gone.await.map(|()| "done");
            drop(tell.send(end));
        };
        let mut lasting = Lasting::new(work, &tasks);
        assert!((&mut lasting).now_or_never().is_none());
        drop(lasting);
        assert_eq!(tasks.len(), 1);
        go.send(()).unwrap();
        assert_eq!(told.await.unwrap(), Ok("done"));
        tasks.close();
        tasks.wait().await;
    }

    #[tokio::test]
    async fn a_panic_is_the_end_of_the_work_alone() {
        let tasks = TaskTracker::new();
        let work: BoxFuture<'static, ()> = async { panic!("as asked") }.boxed();
        assert_eq!(Lasting::new(work, &tasks).await, None);
    }
}
