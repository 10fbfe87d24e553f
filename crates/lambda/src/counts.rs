//! Counts of what functions did, for monitoring systems: invocations, errors, throttles, durations,
//! and how many run now ("Using CloudWatch metrics with Lambda", developer guide).

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use model::FunctionArn;

use crate::event::{InvokeError, Outcome};

/// Upper bounds of the buckets of durations, in microseconds.
pub const DURATION_BOUNDS: [u64; 12] = [
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    1_000_000,
    5_000_000,
    30_000_000,
    900_000_000,
];
/// Functions that are counted; whoever makes more finds the further ones uncounted.
const MOST_FUNCTIONS: usize = 10_000;

/// What one function did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionCounts {
    pub account: String,
    pub region: String,
    pub name: String,
    pub invocations: u64,
    /// Invocations that ended in an error of the function.
    pub errors: u64,
    /// Invocations that were refused because too many ran.
    pub throttles: u64,
    pub running: u64,
    /// By [`DURATION_BOUNDS`]; the last is for what took longer.
    pub durations: [u64; DURATION_BOUNDS.len() + 1],
    /// All durations together.
    pub micros: u64,
}

#[derive(Debug, Default)]
pub(crate) struct Counts(Mutex<HashMap<String, Arc<Counter>>>);

#[derive(Debug)]
pub(crate) struct Counter {
    account: String,
    region: String,
    name: String,
    invocations: AtomicU64,
    errors: AtomicU64,
    throttles: AtomicU64,
    running: AtomicU64,
    durations: [AtomicU64; DURATION_BOUNDS.len() + 1],
    micros: AtomicU64,
}

/// An invocation that runs.
#[derive(Debug)]
pub(crate) struct Counted {
    counter: Arc<Counter>,
    began: Instant,
}

impl Counts {
    /// Of a function that exists. `None` if there are too many to count.
    pub(crate) fn begin(&self, function: &FunctionArn) -> Option<Counted> {
        let id = format!("{}/{}/{}", function.account, function.region, function.name);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST_FUNCTIONS && !all.contains_key(&id) {
            return None;
        }
        let counter = Arc::clone(all.entry(id).or_insert_with(|| Counter::of(function)));
        counter.running.fetch_add(1, Ordering::Relaxed);
        Some(Counted {
            counter,
            began: Instant::now(),
        })
    }

    pub(crate) fn all(&self) -> Vec<FunctionCounts> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut told: Vec<FunctionCounts> = all.values().map(|counter| counter.told()).collect();
        told.sort_by(|one, other| {
            let key = |counts: &FunctionCounts| (counts.account.clone(), counts.name.clone());
            key(one).cmp(&key(other))
        });
        told
    }
}

impl Counter {
    fn of(function: &FunctionArn) -> Arc<Self> {
        Arc::new(Self {
            account: function.account.to_string(),
            region: function.region.to_string(),
            name: function.name.to_string(),
            invocations: AtomicU64::default(),
            errors: AtomicU64::default(),
            throttles: AtomicU64::default(),
            running: AtomicU64::default(),
            durations: Default::default(),
            micros: AtomicU64::default(),
        })
    }

    fn told(&self) -> FunctionCounts {
        let read = |count: &AtomicU64| count.load(Ordering::Relaxed);
        FunctionCounts {
            account: self.account.clone(),
            region: self.region.clone(),
            name: self.name.clone(),
            invocations: read(&self.invocations),
            errors: read(&self.errors),
            throttles: read(&self.throttles),
            running: read(&self.running),
            durations: self.durations.each_ref().map(read),
            micros: read(&self.micros),
        }
    }

    fn took(&self, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let at = DURATION_BOUNDS
            .iter()
            .take_while(|bound| micros > **bound)
            .count();
        if let Some(bucket) = self.durations.get(at) {
            bucket.fetch_add(1, Ordering::Relaxed);
        }
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }
}

impl Counted {
    /// "Throttled requests … don't count as invocations."
    pub(crate) fn ended(&self, how: &Result<Outcome, InvokeError>) {
        let add = |count: &AtomicU64| {
            count.fetch_add(1, Ordering::Relaxed);
        };
        match how {
            Err(InvokeError::Throttled(_)) => add(&self.counter.throttles),
            Err(_) => {
                add(&self.counter.invocations);
                add(&self.counter.errors);
            }
            Ok(outcome) => {
                add(&self.counter.invocations);
                if outcome.error.is_some() {
                    add(&self.counter.errors);
                }
                self.counter.took(self.began.elapsed());
            }
        }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.counter.running.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::FunctionError;

    fn outcome(error: Option<FunctionError>) -> Outcome {
        Outcome {
            request_id: String::new(),
            executed_version: String::new(),
            payload: bytes::Bytes::new(),
            error,
            log_tail: None,
            duration_micros: 1,
            init_micros: None,
            runtime: "".into(),
        }
    }

    #[test]
    fn what_ends_is_counted_by_how_it_ended() {
        let counts = Counts::default();
        let arn = FunctionArn::parse("arn:aws:lambda:us-east-1:111111111111:function:f").unwrap();
        let ends = [
            Ok(outcome(None)),
            Ok(outcome(Some(FunctionError::Unhandled))),
            Err(InvokeError::Lost),
        ];
        for end in ends {
            counts.begin(&arn).unwrap().ended(&end);
        }
        let running = counts.begin(&arn).unwrap();
        let told = counts.all().remove(0);
        let seen = (told.invocations, told.errors, told.throttles, told.running);
        assert_eq!(seen, (3, 2, 0, 1));
        assert_eq!(told.durations.iter().sum::<u64>(), 2);
        drop(running);
        assert_eq!(counts.all().remove(0).running, 0);
    }
}
