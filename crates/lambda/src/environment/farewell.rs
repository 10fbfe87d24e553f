//! The shutdown phase: extensions are told, the runtime is asked, and what is left is ended.
//!
//! AWS: "Shutdown phase". It takes two seconds at most with external extensions, half a second with
//! internal ones, and no time without. The end of the runtime is the end of its environment, so that
//! the runtime is asked when the extensions are done.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::extensions::{Grace, Shutdown};
use super::output::{Aside, Output};
use super::process::Process;
use super::runtime_api::RuntimeApi;
use super::{Environment, Host};
use crate::folders::Folder;
use crate::lines::Lines;
use crate::logs::LogStream;
use crate::report;

/// How often an environment that ends is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// What is left of an environment when its owner has let go of it.
struct Leaving {
    process: Process,
    api: RuntimeApi,
    output: Output,
    aside: Aside,
    stream: Arc<LogStream>,
    host: Arc<Host>,
    _folders: (Arc<Folder>, Option<Arc<Folder>>),
}

impl Drop for Environment {
    fn drop(&mut self) {
        let Some(grace) = self.api.extensions().grace() else {
            return;
        };
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        let leaving = Leaving {
            process: self.process.take(),
            api: self.api.take(),
            output: self.output.take(),
            aside: std::mem::take(&mut self.aside),
            stream: Arc::clone(&self.stream),
            host: Arc::clone(&self.host),
            _folders: self.folders.clone(),
        };
        let ends = self.host.ends.clone();
        ends.spawn_on(leaving.say_farewell(self.ending, grace), &runtime);
    }
}

impl Leaving {
    async fn say_farewell(mut self, reason: Shutdown, grace: Grace) {
        let until = Instant::now() + grace.time();
        let millis = i64::try_from(grace.time().as_millis()).unwrap_or_default();
        let event = reason.event(report::now().millis().saturating_add(millis));
        let mut lines = Lines::default();
        self.api.telemetry().flush();
        if self.api.extensions().tell_shutdown(&event) {
            self.wait(until, &mut lines, |leaving| {
                leaving.api.extensions().are_done()
            })
            .await;
        }
        self.process.terminate();
        self.wait(until, &mut lines, |_| false).await;
        lines.finish();
        self.stream.put(self.host.logs.as_ref(), lines.take());
    }

    /// Until it is enough, the process has ended, or the time is over.
    async fn wait(&mut self, until: Instant, lines: &mut Lines, is_enough: impl Fn(&Self) -> bool) {
        while self.process.is_alive() && Instant::now() < until {
            self.output.drain(lines);
            self.aside.drain(lines, self.api.extensions());
            if is_enough(self) {
                return;
            }
            if lines.is_full() {
                self.stream.put(self.host.logs.as_ref(), lines.hand_on());
            }
            // The time is up, or there is nothing to serve any more: both mean to look again.
            drop(tokio::time::timeout(LOOK_EVERY, self.api.serve_on()).await);
        }
        self.output.drain(lines);
        self.aside.drain(lines, self.api.extensions());
    }
}
