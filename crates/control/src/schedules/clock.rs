//! All timers of a server: each enabled rule and schedule has one, and one that changes gets another.
//!
//! Times that passed while the server was not there are not made up for.

use std::sync::Arc;
use std::time::Duration;

use model::{Kind, RuleRecord, ScheduleRecord, Timestamp};
use store::{Change, StoreError};
use tokio_util::sync::CancellationToken;

use super::Expression;
use super::run::{run_rule, run_schedule};
use crate::clock::now;
use crate::control::Control;
use crate::tasks::{RecordTask, RecordTasks};

/// A timer looks at the clock at least as often, so that a clock that is set does not leave it behind.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

pub type Schedules = RecordTasks<Timed>;

/// What has its times, and is enabled.
#[derive(Debug, Clone)]
pub enum Timed {
    Rule(RuleRecord),
    Schedule(ScheduleRecord),
}

impl RecordTask for Timed {
    type Room = Control;

    const KINDS: &'static [Kind] = &[Kind::Rule, Kind::Schedule];
    const UNFINISHED: &'static str = "schedules were still running";

    fn of(change: &Change) -> Result<Option<Self>, StoreError> {
        if change.key.kind == Kind::Rule {
            let rule = change.record::<RuleRecord>()?;
            return Ok(rule.filter(|rule| rule.enabled).map(Self::Rule));
        }
        let schedule = change.record::<ScheduleRecord>()?;
        let enabled = schedule.filter(|schedule| schedule.enabled);
        Ok(enabled.map(Self::Schedule))
    }

    async fn run(self, control: Arc<Control>, stop: CancellationToken) {
        keep_time(&control, &self, &stop).await;
    }
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
