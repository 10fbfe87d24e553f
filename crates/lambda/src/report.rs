//! What the platform itself writes into the log: the lines around what the function printed.
//!
//! The texts are AWS's: "Lambda function logs", "Configuring advanced logging controls" and the
//! recordings of test_lambda.

use std::fmt::Write as _;
use std::time::Duration;

use model::{LogFormat, Timestamp, Version};
use sandbox::Exit;
use serde_json::{Value, json};

use crate::runtime::Shown;

pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}

/// How a function wants the platform's lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Platform {
    format: LogFormat,
    /// Only the JSON format knows levels.
    least: Severity,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    Info,
    Warn,
}

/// Which start of a runtime is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Init {
    /// As `AWS_LAMBDA_INITIALIZATION_TYPE` says it.
    pub(crate) kind: &'static str,
    pub(crate) phase: Phase,
}

/// When it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    Init,
    /// Once more, within the first invocation.
    Invoke,
}

impl Phase {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Init => "init",
            Self::Invoke => "invoke",
        }
    }
}

impl Init {
    fn record(self) -> Value {
        json!({ "initializationType": self.kind, "phase": self.phase.as_str() })
    }
}

/// How an invocation or a start ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status<'a> {
    Success,
    /// The function's own error, which its runtime reported.
    Failed,
    /// The platform found the error, and names its type.
    Error(&'a str),
    Timeout,
}

/// What the REPORT line says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report<'a> {
    pub(crate) request_id: &'a str,
    pub(crate) duration_micros: u64,
    pub(crate) memory_mib: u32,
    pub(crate) used_bytes: u64,
    pub(crate) init_micros: Option<u64>,
    pub(crate) status: Status<'a>,
}

impl Platform {
    pub(crate) fn of(config: &Version) -> Self {
        let least = match config.system_log_level.as_deref() {
            Some("WARN") => Severity::Warn,
            _ => Severity::Info,
        };
        let format = config.log_format;
        Self { format, least }
    }

    pub(crate) fn init_start(
        self,
        init: Init,
        runtime: &Shown,
        function_version: &str,
    ) -> Option<String> {
        match self.format {
            LogFormat::Text if runtime.version.is_empty() => None,
            LogFormat::Text => Some(format!(
                "INIT_START Runtime Version: {}\tRuntime Version ARN: {}\n",
                runtime.version, runtime.arn
            )),
            LogFormat::Json => self.record(
                Severity::Info,
                "platform.initStart",
                &init_start_record(init, runtime, function_version),
            ),
        }
    }

    /// Written only for a start that failed.
    pub(crate) fn init_report(self, init: Init, micros: u64, status: Status<'_>) -> Option<String> {
        match self.format {
            LogFormat::Text => Some(format!(
                "INIT_REPORT Init Duration: {} ms\tPhase: {}{}\n",
                two_decimals(micros),
                init.phase.as_str(),
                status.text()
            )),
            LogFormat::Json => {
                let record = init_record(init, Some(micros), status);
                self.record(Severity::Warn, "platform.initReport", &record)
            }
        }
    }

    pub(crate) fn start(self, request_id: &str, version: &str) -> Option<String> {
        match self.format {
            LogFormat::Text => Some(format!(
                "START RequestId: {request_id} Version: {version}\n"
            )),
            LogFormat::Json => self.record(
                Severity::Info,
                "platform.start",
                &start_record(request_id, version),
            ),
        }
    }

    /// AWS's JSON format has no END record: `platform.report` is the last one.
    pub(crate) fn end(self, request_id: &str) -> Option<String> {
        match self.format {
            LogFormat::Text => Some(format!("END RequestId: {request_id}\n")),
            LogFormat::Json => None,
        }
    }

    pub(crate) fn report(self, report: &Report<'_>) -> Option<String> {
        match self.format {
            LogFormat::Text => Some(text_report(report)),
            LogFormat::Json => {
                let severity = match report.status {
                    Status::Success => Severity::Info,
                    Status::Failed | Status::Error(_) | Status::Timeout => Severity::Warn,
                };
                self.record(severity, "platform.report", &json_report(report))
            }
        }
    }

    /// In the JSON format the report's status says it.
    pub(crate) fn timed_out(self, request_id: &str, seconds: u32) -> Option<String> {
        let at = instant();
        let line = || format!("{at} {request_id} Task timed out after {seconds}.00 seconds\n\n");
        (self.format == LogFormat::Text).then(line)
    }

    /// In the JSON format the report's status says it.
    pub(crate) fn exited(self, request_id: &str, exit: Exit) -> Option<String> {
        let how = exit_text(exit);
        let line = || format!("RequestId: {request_id} Error: {how}\nRuntime.ExitError\n");
        (self.format == LogFormat::Text).then(line)
    }

    fn record(self, severity: Severity, kind: &str, record: &Value) -> Option<String> {
        let line = || {
            format!(
                "{}\n",
                json!({ "time": instant(), "type": kind, "record": record })
            )
        };
        (severity >= self.least).then(line)
    }
}

pub(crate) fn init_start_record(init: Init, runtime: &Shown, function_version: &str) -> Value {
    let mut record = json!({
        "initializationType": init.kind,
        "phase": init.phase.as_str(),
        "runtimeVersion": runtime.version,
        "runtimeVersionArn": runtime.arn,
        "functionVersion": function_version,
    });
    if let Some(record) = record.as_object_mut() {
        record.retain(|_, value| value != "");
    }
    record
}

/// Only telemetry has it for a start that succeeded.
pub(crate) fn init_record(init: Init, micros: Option<u64>, status: Status<'_>) -> Value {
    let mut record = init.record();
    status.add_to(&mut record);
    if let (Some(micros), Some(record)) = (micros, record.as_object_mut()) {
        record.insert(
            "metrics".to_owned(),
            json!({ "durationMs": millis(micros) }),
        );
    }
    record
}

pub(crate) fn start_record(request_id: &str, version: &str) -> Value {
    json!({ "requestId": request_id, "version": version })
}

/// The runtime's part of an invocation: only telemetry has it.
pub(crate) fn runtime_done_record(report: &Report<'_>, produced_bytes: usize) -> Value {
    let metrics = json!({
        "durationMs": millis(report.duration_micros),
        "producedBytes": produced_bytes,
    });
    let mut record = json!({ "requestId": report.request_id, "metrics": metrics });
    report.status.add_to(&mut record);
    record
}

impl Status<'_> {
    /// A function's own error is not marked in the text format.
    fn text(self) -> String {
        match self {
            Self::Success | Self::Failed => String::new(),
            Self::Error(kind) => format!("\tStatus: error\tError Type: {kind}"),
            Self::Timeout => "\tStatus: timeout".to_owned(),
        }
    }

    fn add_to(self, record: &mut Value) {
        let Some(record) = record.as_object_mut() else {
            return;
        };
        let status = match self {
            Self::Success => "success",
            Self::Failed | Self::Error(_) => "error",
            Self::Timeout => "timeout",
        };
        record.insert("status".to_owned(), status.into());
        if let Self::Error(kind) = self {
            record.insert("errorType".to_owned(), kind.into());
        }
    }
}

/// How a process ended, in AWS's words.
pub(crate) fn exit_text(exit: Exit) -> String {
    match exit {
        Exit::Code(0) => "Runtime exited without providing a reason".to_owned(),
        Exit::Code(code) => format!("Runtime exited with error: exit status {code}"),
        Exit::Signal(9) => "Runtime exited with error: signal: killed".to_owned(),
        Exit::Signal(11) => "Runtime exited with error: signal: segmentation fault".to_owned(),
        Exit::Signal(6) => "Runtime exited with error: signal: aborted".to_owned(),
        Exit::Signal(signal) => format!("Runtime exited with error: signal: {signal}"),
    }
}

fn text_report(report: &Report<'_>) -> String {
    let mut line = format!(
        "REPORT RequestId: {}\tDuration: {} ms\tBilled Duration: {} ms\tMemory Size: {} MB\tMax Memory Used: {} MB\t",
        report.request_id,
        two_decimals(report.duration_micros),
        billed_millis(report),
        report.memory_mib,
        used_mib(report),
    );
    if let Some(init) = report.init_micros {
        // Writing to a string cannot fail.
        let _ = write!(line, "Init Duration: {} ms\t", two_decimals(init));
    }
    line.push_str(report.status.text().trim_start_matches('\t'));
    line.push('\n');
    line
}

pub(crate) fn json_report(report: &Report<'_>) -> Value {
    let mut metrics = json!({
        "durationMs": millis(report.duration_micros),
        "billedDurationMs": billed_millis(report),
        "memorySizeMB": report.memory_mib,
        "maxMemoryUsedMB": used_mib(report),
    });
    if let (Some(init), Some(metrics)) = (report.init_micros, metrics.as_object_mut()) {
        metrics.insert("initDurationMs".to_owned(), millis(init).into());
    }
    let mut record = json!({ "requestId": report.request_id, "metrics": metrics });
    report.status.add_to(&mut record);
    record
}

fn billed_millis(report: &Report<'_>) -> u64 {
    (report.duration_micros + report.init_micros.unwrap_or_default()).div_ceil(1000)
}

fn two_decimals(micros: u64) -> String {
    format!("{}.{:02}", micros / 1000, micros % 1000 / 10)
}

fn millis(micros: u64) -> f64 {
    Duration::from_micros(micros).as_secs_f64() * 1000.0
}

fn used_mib(report: &Report<'_>) -> u64 {
    let used = report.used_bytes.div_ceil(1024 * 1024);
    used.min(u64::from(report.memory_mib)).max(1)
}

pub(crate) fn instant() -> String {
    let now = jiff::Timestamp::now();
    now.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Platform = Platform {
        format: LogFormat::Text,
        least: Severity::Info,
    };
    const JSON: Platform = Platform {
        format: LogFormat::Json,
        least: Severity::Info,
    };
    const ONLY_WARNINGS: Platform = Platform {
        format: LogFormat::Json,
        least: Severity::Warn,
    };

    fn fields(status: Status<'_>) -> Report<'_> {
        Report {
            request_id: "id",
            duration_micros: 1234,
            memory_mib: 128,
            used_bytes: 20 * 1024 * 1024,
            init_micros: Some(30_000),
            status,
        }
    }

    const INIT: Init = Init {
        kind: "on-demand",
        phase: Phase::Init,
    };

    fn shown() -> Shown {
        Shown {
            version: "python:3.12.v01".to_owned(),
            arn: "arn".to_owned(),
        }
    }

    #[test]
    fn the_report_of_a_start_says_when_it_was_made() {
        let again = Init {
            phase: Phase::Invoke,
            ..INIT
        };
        for (init, expected) in [
            (
                INIT,
                "INIT_REPORT Init Duration: 1.23 ms\tPhase: init\tStatus: timeout\n",
            ),
            (
                again,
                "INIT_REPORT Init Duration: 1.23 ms\tPhase: invoke\tStatus: timeout\n",
            ),
        ] {
            let line = TEXT.init_report(init, 1234, Status::Timeout);
            assert_eq!(line.as_deref(), Some(expected));
        }
    }

    #[track_caller]
    fn check(status: Status<'_>, expected_end: &str) {
        let start = "REPORT RequestId: id\tDuration: 1.23 ms\tBilled Duration: 32 ms\tMemory Size: 128 MB\tMax Memory Used: 20 MB\tInit Duration: 30.00 ms\t";
        assert_eq!(
            TEXT.report(&fields(status)),
            Some(format!("{start}{expected_end}\n"))
        );
    }

    #[test]
    fn the_report_line_is_awss() {
        check(Status::Success, "");
        check(Status::Failed, "");
        check(Status::Timeout, "Status: timeout");
        check(
            Status::Error("Runtime.ExitError"),
            "Status: error\tError Type: Runtime.ExitError",
        );
    }

    #[track_caller]
    fn check_json(line: Option<String>, kind: &str, record: &Value) {
        let found: Value = serde_json::from_str(&line.unwrap()).unwrap();
        assert_eq!(
            (&found["type"], &found["record"]),
            (&Value::from(kind), record)
        );
        assert!(found["time"].as_str().unwrap().ends_with('Z'));
    }

    #[test]
    fn json_records_are_awss() {
        check_json(
            JSON.start("id", "1"),
            "platform.start",
            &json!({"requestId": "id", "version": "1"}),
        );
        check_json(
            JSON.init_start(INIT, &shown(), "$LATEST"),
            "platform.initStart",
            &json!({"initializationType": "on-demand", "phase": "init", "runtimeVersion": "python:3.12.v01", "runtimeVersionArn": "arn", "functionVersion": "$LATEST"}),
        );
        check_json(
            JSON.report(&fields(Status::Error("Runtime.ExitError"))),
            "platform.report",
            &json!({
                "requestId": "id", "status": "error", "errorType": "Runtime.ExitError",
                "metrics": {
                    "durationMs": 1.234, "billedDurationMs": 32, "memorySizeMB": 128,
                    "maxMemoryUsedMB": 20, "initDurationMs": 30.0,
                },
            }),
        );
        assert_eq!(JSON.end("id"), None);
    }

    #[test]
    fn records_below_the_system_level_are_left_out() {
        assert_eq!(ONLY_WARNINGS.start("id", "1"), None);
        assert_eq!(ONLY_WARNINGS.init_start(INIT, &shown(), "1"), None);
        assert_eq!(ONLY_WARNINGS.report(&fields(Status::Success)), None);
        assert!(ONLY_WARNINGS.report(&fields(Status::Timeout)).is_some());
        assert!(
            ONLY_WARNINGS
                .init_report(INIT, 1, Status::Timeout)
                .is_some()
        );
    }
}
