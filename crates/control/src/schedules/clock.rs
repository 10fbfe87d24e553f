//! All timers of a server: each enabled rule and schedule has one, and one that changes gets another.
//!
//! Times that passed while the server was not there are not made up for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use model::{Kind, RuleRecord, ScheduleRecord, Timestamp};
use store::{Change, View};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::Expression;
use super::run::{run_rule, run_schedule};
use crate::control::Control;

/// A timer looks at the clock at least as often, so that a clock that is set does not leave it behind.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

/// Shared behind an `Arc`; [`Schedules::drain`] ends it.
pub struct Schedules {
    /// There once the server is; timers wait for it.
    control: watch::Sender<Option<Weak<Control>>>,
    running: Mutex<HashMap<(Kind, String), CancellationToken>>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

/// What has its times.
#[derive(Debug, Clone)]
enum Timed {
    Rule(RuleRecord),
    Schedule(ScheduleRecord),
}

impl Default for Schedules {
    fn default() -> Self {
        Self {
            control: watch::Sender::new(None),
            running: Mutex::default(),
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
        }
    }
}

impl Schedules {
    /// Lets the timers begin.
    pub fn lead_to(&self, control: &Arc<Control>) {
        self.control.send_replace(Some(Arc::downgrade(control)));
    }

    /// Runs nothing more, and lets what runs be handed over for as long as `within`.
    pub async fn drain(&self, within: Duration) {
        self.stop.cancel();
        self.tasks.close();
        if tokio::time::timeout(within, self.tasks.wait())
            .await
            .is_err()
        {
            tracing::warn!("schedules were still running at the end of the drain");
        }
    }

    fn start(&self, timed: Timed) -> CancellationToken {
        let stop = self.stop.child_token();
        let mut control = self.control.subscribe();
        let stopped = stop.clone();
        self.tasks.spawn(async move {
            let there = stopped.run_until_cancelled(control.wait_for(Option::is_some));
            let found = there.await.and_then(Result::ok);
            let found = found.and_then(|found| found.as_ref().and_then(Weak::upgrade));
            if let Some(control) = found {
                keep_time(&control, &timed, &stopped).await;
            }
        });
        stop
    }

    fn take_over(&self, change: &Change) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (change.key.kind, change.key.id.clone());
        if let Some(before) = running.remove(&key) {
            before.cancel();
        }
        match timed(change) {
            Ok(Some(timed)) => {
                running.insert(key, self.start(timed));
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a schedule can't be read"),
        }
    }
}

/// What is enabled.
fn timed(change: &Change) -> Result<Option<Timed>, store::StoreError> {
    if change.key.kind == Kind::Rule {
        let rule = change.record::<RuleRecord>()?;
        return Ok(rule.filter(|rule| rule.enabled).map(Timed::Rule));
    }
    let schedule = change.record::<ScheduleRecord>()?;
    let enabled = schedule.filter(|schedule| schedule.enabled);
    Ok(enabled.map(Timed::Schedule))
}

async fn keep_time(control: &Arc<Control>, timed: &Timed, stop: &CancellationToken) {
    let mut after = now();
    while let Some(next) = timed.next(after) {
        if stop.run_until_cancelled(until(next)).await.is_none() {
            return;
        }
        match timed {
            Timed::Rule(rule) => run_rule(control.rooms(), rule, next).await,
            Timed::Schedule(schedule) => run_schedule(control.rooms(), schedule, next).await,
        }
        after = next.max(now());
    }
}

async fn until(next: Timestamp) {
    loop {
        let left = next.millis().saturating_sub(now().millis());
        let Some(left) = u64::try_from(left).ok().filter(|left| *left > 0) else {
            return;
        };
        tokio::time::sleep(Duration::from_millis(left).min(LONGEST_SLEEP)).await;
    }
}

impl Timed {
    fn next(&self, after: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Rule(rule) => Expression::parse(&rule.expression)?.next(rule.since, after),
            Self::Schedule(schedule) => {
                let start = schedule.start.unwrap_or(schedule.modified);
                // The beginning itself is a time of a rate, and may be one of a cron expression.
                let before = Timestamp::from_millis(start.millis().saturating_sub(1));
                let after = after.max(before);
                let next = Expression::parse(&schedule.expression)?.next(start, after)?;
                let is_over = schedule.end.is_some_and(|end| next > end);
                (!is_over).then_some(next)
            }
        }
    }
}

fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}

impl View for Schedules {
    fn kinds(&self) -> &'static [Kind] {
        &[Kind::Rule, Kind::Schedule]
    }

    fn apply(&self, changes: &[Change]) {
        for change in changes {
            self.take_over(change);
        }
    }
}
