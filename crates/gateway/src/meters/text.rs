//! The text format of Prometheus, version 0.0.4: families with their help, one line for each count.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use lambda::{DURATION_BOUNDS, FunctionCounts};

use super::{BOUNDS, Meters, Times};

/// Counts with the labels that tell whose they are, such as `api="a",stage="s"`.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) labels: String,
    pub(crate) meters: Arc<Meters>,
}

/// A text that is being written.
#[derive(Debug, Default)]
pub(crate) struct Text(String);

type Counter = fn(&Meters) -> &AtomicU64;
type Histogram = fn(&Meters) -> &Times;

const COUNTERS: &[(&str, &str, Counter)] = &[
    ("requests_total", "Requests that were answered.", |m| {
        &m.requests
    }),
    (
        "client_errors_total",
        "Requests that were answered with a status of 400 to 499.",
        |m| &m.client_errors,
    ),
    (
        "server_errors_total",
        "Requests that were answered with a status of 500 and above.",
        |m| &m.server_errors,
    ),
    (
        "cache_hits_total",
        "Requests that were answered from the cache of the stage.",
        |m| &m.cache_hits,
    ),
    (
        "cache_misses_total",
        "Requests of cached methods that went to the integration.",
        |m| &m.cache_misses,
    ),
];

const HISTOGRAMS: &[(&str, &str, Histogram)] = &[
    (
        "latency_seconds",
        "Time from the arrival of a request to its answer.",
        |m| &m.latency,
    ),
    (
        "integration_latency_seconds",
        "Time that an integration took to answer.",
        |m| &m.integration_latency,
    ),
];

type FunctionCount = fn(&FunctionCounts) -> u64;

const FUNCTION_COUNTS: &[(&str, &str, &str, FunctionCount)] = &[
    (
        "invocations_total",
        "Invocations that were not throttled.",
        "counter",
        |f| f.invocations,
    ),
    (
        "errors_total",
        "Invocations that ended in an error.",
        "counter",
        |f| f.errors,
    ),
    (
        "throttles_total",
        "Invocations that were refused because too many ran.",
        "counter",
        |f| f.throttles,
    ),
    (
        "concurrent_executions",
        "Invocations that run now.",
        "gauge",
        |f| f.running,
    ),
];

fn function_labels(function: &FunctionCounts) -> String {
    format!(
        "account=\"{}\",region=\"{}\",function=\"{}\"",
        label(&function.account),
        label(&function.region),
        label(&function.name)
    )
}

impl Text {
    /// Writes all families under a prefix, such as `portcullis_api`.
    pub(crate) fn families(&mut self, prefix: &str, all: &[Named]) {
        if all.is_empty() {
            return;
        }
        for (name, help, counter) in COUNTERS {
            let name = format!("{prefix}_{name}");
            self.head(&name, help, "counter");
            for Named { labels, meters } in all {
                self.line(&name, labels, counter(meters).load(Ordering::Relaxed));
            }
        }
        for (name, help, times) in HISTOGRAMS {
            let name = format!("{prefix}_{name}");
            self.head(&name, help, "histogram");
            for Named { labels, meters } in all {
                let times = times(meters);
                let buckets = times.buckets.iter().map(|b| b.load(Ordering::Relaxed));
                let micros = times.micros.load(Ordering::Relaxed);
                self.histogram(&name, labels, (&BOUNDS, buckets, micros));
            }
        }
    }

    /// What functions did.
    pub(crate) fn functions(&mut self, all: &[FunctionCounts]) {
        if all.is_empty() {
            return;
        }
        for (name, help, kind, count) in FUNCTION_COUNTS {
            let name = format!("portcullis_function_{name}");
            self.head(&name, help, kind);
            for function in all {
                self.line(&name, &function_labels(function), count(function));
            }
        }
        let name = "portcullis_function_duration_seconds";
        self.head(name, "Time that invocations took.", "histogram");
        for function in all {
            let buckets = function.durations.iter().copied();
            let times = (&DURATION_BOUNDS[..], buckets, function.micros);
            self.histogram(name, &function_labels(function), times);
        }
    }

    /// A count without labels.
    pub(crate) fn total(&mut self, name: &str, help: &str, meters: &Meters) {
        self.head(name, help, "counter");
        let count = meters.requests.load(Ordering::Relaxed);
        let _written = writeln!(self.0, "{name} {count}");
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }

    fn head(&mut self, name: &str, help: &str, kind: &str) {
        let _written = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn line(&mut self, name: &str, labels: &str, value: impl std::fmt::Display) {
        let _written = writeln!(self.0, "{name}{{{labels}}} {value}");
    }

    fn histogram(
        &mut self,
        name: &str,
        labels: &str,
        (bounds, buckets, micros): (&[u64], impl Iterator<Item = u64>, u64),
    ) {
        let mut count = 0;
        let bucket = format!("{name}_bucket");
        let bounds = bounds.iter().map(|bound| seconds(*bound));
        let bounds = bounds.chain(["+Inf".to_owned()]);
        for (bound, bucket_count) in bounds.zip(buckets) {
            count += bucket_count;
            self.line(&bucket, &format!("{labels},le=\"{bound}\""), count);
        }
        let sum = seconds(micros);
        self.line(&format!("{name}_sum"), labels, sum);
        self.line(&format!("{name}_count"), labels, count);
    }
}

/// Microseconds as seconds, without zeros at the end.
fn seconds(micros: u64) -> String {
    let text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    let text = text.trim_end_matches('0');
    text.strip_suffix('.').unwrap_or(text).to_owned()
}

/// A label's value as the format wants it.
pub(crate) fn label(value: &str) -> String {
    value
        .replace('\\', r"\\")
        .replace('"', r#"\""#)
        .replace('\n', r"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_seconds_in_buckets_that_add_up() {
        let meters = Arc::new(Meters::default());
        for micros in [1_000, 1_001, 40_000_000] {
            meters.latency.add(micros);
        }
        let mut text = Text::default();
        let labels = r#"api="a",stage="s""#.to_owned();
        text.families("p", &[Named { labels, meters }]);
        let text = text.into_string();
        for line in [
            "# TYPE p_requests_total counter",
            "# HELP p_cache_hits_total Requests that were answered from the cache of the stage.",
            r#"p_requests_total{api="a",stage="s"} 0"#,
            r#"p_latency_seconds_bucket{api="a",stage="s",le="0.001"} 1"#,
            r#"p_latency_seconds_bucket{api="a",stage="s",le="0.0025"} 2"#,
            r#"p_latency_seconds_bucket{api="a",stage="s",le="30"} 2"#,
            r#"p_latency_seconds_bucket{api="a",stage="s",le="+Inf"} 3"#,
            r#"p_latency_seconds_sum{api="a",stage="s"} 40.002001"#,
            r#"p_latency_seconds_count{api="a",stage="s"} 3"#,
        ] {
            assert!(text.lines().any(|own| own == line), "{line}\n{text}");
        }
    }

    #[test]
    fn a_label_can_hold_any_text() {
        assert_eq!(label("a\"b\\c\nd"), r#"a\"b\\c\nd"#);
    }
}
