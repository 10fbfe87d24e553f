//! What an invocation leaves in the log: the platform's lines around what the function printed.
//!
//! The texts are AWS's: "Lambda function logs" and the recordings of test_lambda.

use std::fmt::Write as _;
use std::time::Duration;

use model::{LogEvent, LogFormat, Timestamp};

/// CloudWatch Logs takes no longer event, in bytes.
const MAX_LINE_BYTES: usize = 256 * 1024;
/// What one invocation may keep in memory before its lines are handed on, in bytes.
const MAX_HELD_BYTES: usize = 1024 * 1024;
/// What `LogType=Tail` returns, in bytes.
const TAIL_BYTES: usize = 4096;

pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}

/// The lines of one invocation, cut where the function broke them.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    events: Vec<LogEvent>,
    held: usize,
    /// Output without its line break yet, per stream.
    partial: [Vec<u8>; 2],
}

/// Where output came from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stream {
    Out = 0,
    Err = 1,
}

impl Lines {
    pub(crate) fn push(&mut self, message: String) {
        self.held += message.len();
        self.events.push(LogEvent { at: now(), message });
    }

    /// Takes bytes as they were read.
    pub(crate) fn printed(&mut self, stream: Stream, bytes: &[u8]) {
        let Some(partial) = self.partial.get_mut(stream as usize) else {
            return;
        };
        let mut whole = Vec::new();
        for byte in bytes {
            if *byte == b'\n' || partial.len() >= MAX_LINE_BYTES {
                whole.push(String::from_utf8_lossy(partial).into_owned());
                partial.clear();
            }
            if *byte != b'\n' {
                partial.push(*byte);
            }
        }
        // AWS keeps the line break of what a function prints.
        for line in whole {
            self.push(format!("{line}\n"));
        }
    }

    /// Output that ended without a line break is a line too.
    pub(crate) fn finish(&mut self) {
        for index in 0..self.partial.len() {
            let Some(partial) = self.partial.get_mut(index) else {
                continue;
            };
            if !partial.is_empty() {
                let line = String::from_utf8_lossy(partial).into_owned();
                partial.clear();
                self.push(line);
            }
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.held >= MAX_HELD_BYTES
    }

    pub(crate) fn take(&mut self) -> Vec<LogEvent> {
        self.held = 0;
        std::mem::take(&mut self.events)
    }

    /// The last bytes of what is held, from a character's start.
    pub(crate) fn tail(&self) -> String {
        let mut text = String::new();
        for event in self.events.iter().rev().take(TAIL_BYTES) {
            let ended = if event.message.ends_with('\n') {
                ""
            } else {
                "\n"
            };
            text.insert_str(0, &format!("{}{ended}", event.message));
            if text.len() >= TAIL_BYTES {
                break;
            }
        }
        let mut start = text.len().saturating_sub(TAIL_BYTES);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        text.split_off(start)
    }
}

/// What the REPORT line says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report<'a> {
    pub(crate) request_id: &'a str,
    pub(crate) duration_micros: u64,
    pub(crate) memory_mib: u32,
    pub(crate) used_bytes: u64,
    pub(crate) init_micros: Option<u64>,
    /// `success`, `error` or `timeout`.
    pub(crate) status: &'a str,
    pub(crate) trace: Option<&'a str>,
}

/// The first record of a JSON log.
pub(crate) fn init_start(runtime_version: &str, function_version: &str) -> String {
    platform(
        "platform.initStart",
        &serde_json::json!({
            "initializationType": "on-demand",
            "phase": "init",
            "runtimeVersion": runtime_version,
            "functionVersion": function_version,
        }),
    )
}

pub(crate) fn start(format: LogFormat, request_id: &str, version: &str) -> String {
    match format {
        LogFormat::Text => format!("START RequestId: {request_id} Version: {version}\n"),
        LogFormat::Json => platform(
            "platform.start",
            &serde_json::json!({ "requestId": request_id, "version": version }),
        ),
    }
}

/// AWS's JSON format has no END record: `platform.report` is the last one.
pub(crate) fn end(format: LogFormat, request_id: &str) -> Option<String> {
    match format {
        LogFormat::Text => Some(format!("END RequestId: {request_id}\n")),
        LogFormat::Json => None,
    }
}

pub(crate) fn report(format: LogFormat, report: &Report<'_>) -> String {
    match format {
        LogFormat::Text => text_report(report),
        LogFormat::Json => json_report(report),
    }
}

pub(crate) fn timed_out(request_id: &str, seconds: u32) -> String {
    let at = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S.%3fZ");
    format!("{at} {request_id} Task timed out after {seconds}.00 seconds\n\n")
}

fn text_report(report: &Report<'_>) -> String {
    let millis = |micros: u64| format!("{}.{:02}", micros / 1000, micros % 1000 / 10);
    let billed = (report.duration_micros + report.init_micros.unwrap_or_default()).div_ceil(1000);
    let mut line = format!(
        "REPORT RequestId: {}\tDuration: {} ms\tBilled Duration: {billed} ms\tMemory Size: {} MB\tMax Memory Used: {} MB\t",
        report.request_id,
        millis(report.duration_micros),
        report.memory_mib,
        used_mib(report),
    );
    if let Some(init) = report.init_micros {
        // Writing to a string cannot fail.
        let _ = write!(line, "Init Duration: {} ms\t", millis(init));
    }
    if let Some(trace) = report.trace {
        let _ = write!(line, "\nXRAY TraceId: {trace}\t");
    }
    if report.status == "timeout" {
        let _ = write!(line, "Status: timeout");
    }
    line.push('\n');
    line
}

fn json_report(report: &Report<'_>) -> String {
    let millis = |micros: u64| Duration::from_micros(micros).as_secs_f64() * 1000.0;
    let billed = (report.duration_micros + report.init_micros.unwrap_or_default()).div_ceil(1000);
    let mut metrics = serde_json::json!({
        "durationMs": millis(report.duration_micros),
        "billedDurationMs": billed,
        "memorySizeMB": report.memory_mib,
        "maxMemoryUsedMB": used_mib(report),
    });
    if let (Some(init), Some(metrics)) = (report.init_micros, metrics.as_object_mut()) {
        metrics.insert("initDurationMs".to_owned(), millis(init).into());
    }
    platform(
        "platform.report",
        &serde_json::json!({
            "requestId": report.request_id, "metrics": metrics, "status": report.status,
        }),
    )
}

fn used_mib(report: &Report<'_>) -> u64 {
    report
        .used_bytes
        .div_ceil(1024 * 1024)
        .min(u64::from(report.memory_mib))
        .max(1)
}

fn platform(kind: &str, record: &serde_json::Value) -> String {
    let time = jiff::Timestamp::now()
        .strftime("%Y-%m-%dT%H:%M:%S.%3fZ")
        .to_string();
    format!(
        "{}\n",
        serde_json::json!({ "time": time, "type": kind, "record": record })
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pieces: &[&str], expected: &[&str]) {
        let mut lines = Lines::default();
        for piece in pieces {
            lines.printed(Stream::Out, piece.as_bytes());
        }
        lines.finish();
        let found: Vec<String> = lines
            .take()
            .into_iter()
            .map(|event| event.message)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_what_ends_in_a_line_break() {
        check(&["a\nb\n"], &["a\n", "b\n"]);
        check(&["a", "b\nc"], &["ab\n", "c"]);
        check(&["\n"], &["\n"]);
        check(&[], &[]);
    }

    #[test]
    fn an_endless_line_is_cut() {
        let long = "x".repeat(MAX_LINE_BYTES + 1);
        let mut lines = Lines::default();
        lines.printed(Stream::Err, long.as_bytes());
        lines.finish();
        assert_eq!(lines.take().len(), 2);
    }

    #[test]
    fn the_tail_is_the_end_of_the_log() {
        let mut lines = Lines::default();
        lines.push("START\n".to_owned());
        lines.push("é".repeat(3000));
        lines.push("END\n".to_owned());
        let tail = lines.tail();
        assert!(
            tail.len() <= TAIL_BYTES && tail.ends_with("é\nEND\n"),
            "{}",
            tail.len()
        );
    }

    #[test]
    fn the_report_line_is_awss() {
        let fields = Report {
            request_id: "id",
            duration_micros: 1234,
            memory_mib: 128,
            used_bytes: 20 * 1024 * 1024,
            init_micros: Some(30_000),
            status: "success",
            trace: None,
        };
        assert_eq!(
            report(LogFormat::Text, &fields),
            "REPORT RequestId: id\tDuration: 1.23 ms\tBilled Duration: 32 ms\tMemory Size: 128 MB\tMax Memory Used: 20 MB\tInit Duration: 30.00 ms\t\n"
        );
    }
}
