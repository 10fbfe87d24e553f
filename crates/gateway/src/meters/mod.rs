//! Counts of what APIs answered, for monitoring systems: how many requests, how many of them failed,
//! how long they took.
//!
//! Every stage has its own, and every method whose settings ask for detailed metrics, as CloudWatch
//! has it ("Amazon API Gateway dimensions and metrics"). There are as many as there are stages and
//! methods: no caller can make more of them.

mod text;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::exchange::Exchange;

pub(crate) use text::{Named, Text, label};

/// Upper bounds of the buckets of times, in microseconds.
const BOUNDS: [u64; 12] = [
    1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000,
    30_000_000,
];

#[derive(Debug, Default)]
pub(crate) struct Meters {
    requests: AtomicU64,
    client_errors: AtomicU64,
    server_errors: AtomicU64,
    cache_hits: AtomicU64,
    cache_misses: AtomicU64,
    latency: Times,
    integration_latency: Times,
}

/// How long something took, by buckets.
#[derive(Debug, Default)]
struct Times {
    /// One more than there are bounds: the last is for what took longer.
    buckets: [AtomicU64; BOUNDS.len() + 1],
    micros: AtomicU64,
}

impl Times {
    fn add(&self, micros: u64) {
        let at = BOUNDS.iter().take_while(|bound| micros > **bound).count();
        if let Some(bucket) = self.buckets.get(at) {
            add(bucket, 1);
        }
        add(&self.micros, micros);
    }
}

impl Meters {
    pub(crate) fn is_unused(&self) -> bool {
        self.requests.load(Ordering::Relaxed) == 0
    }

    fn count(&self, exchange: &Exchange, status: u16) {
        add(&self.requests, 1);
        match status {
            400..=499 => add(&self.client_errors, 1),
            500.. => add(&self.server_errors, 1),
            _ => {}
        }
        match exchange.remembered {
            Some(true) => add(&self.cache_hits, 1),
            Some(false) => add(&self.cache_misses, 1),
            None => {}
        }
        self.latency.add(u64::from(exchange.steps.elapsed_micros()));
        if let Some(called) = &exchange.integration {
            self.integration_latency.add(u64::from(called.micros));
        }
    }
}

/// Counts an answer for its stage, and for its method where it has its own.
pub(crate) fn count(exchange: &Exchange, elsewhere: &Meters, status: u16) {
    let Some(stage) = &exchange.stage else {
        return elsewhere.count(exchange, status);
    };
    stage.meters.count(exchange, status);
    let endpoint = exchange.endpoint.as_deref();
    if let Some(own) = endpoint.and_then(|endpoint| endpoint.meters.as_ref()) {
        own.count(exchange, status);
    }
}

/// Those of before go on counting.
pub(crate) fn kept(before: Option<&Arc<Meters>>) -> Arc<Meters> {
    before.map_or_else(Arc::default, Arc::clone)
}

fn add(counter: &AtomicU64, more: u64) {
    counter.fetch_add(more, Ordering::Relaxed);
}
