//! The execution log: what API Gateway says about a request, line by line, in its own words.
//!
//! Lines are kept only if somebody will read them: TestInvokeMethod, a stage whose logging is on, or
//! whoever asked for traces. Secrets are masked before they get here or by the functions here, never later.

use std::borrow::Cow;
use std::fmt::Write as _;

use journal::{TraceLine, mask};
use model::{LogEvent, Timestamp};

use crate::clock;

/// AWS cuts a line at this many bytes of text.
const MOST_BYTES: usize = 1024;
/// A trace shows more of a message.
const MOST_TRACED_BYTES: usize = 4096;
const TRUNCATED: &str = " [TRUNCATED]";

/// What a stage's `loggingLevel` lets through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    #[default]
    Off,
    Error,
    Info,
}

/// What a stage logs of a method.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Logging {
    pub(crate) level: Level,
    pub(crate) data: bool,
}

impl Level {
    pub(crate) fn of(name: Option<&str>) -> Self {
        match name {
            Some("INFO") => Self::Info,
            Some("ERROR") => Self::Error,
            _ => Self::Off,
        }
    }
}

/// The lines so far; nothing but an id while nobody wants them.
#[derive(Debug, Default)]
pub(crate) struct ExecutionLog {
    level: Level,
    /// Whether headers and bodies are told, too: `dataTraceEnabled`.
    data: bool,
    /// Whether everything is kept, whatever the stage logs.
    traced: bool,
    begun: bool,
    lines: Vec<Line>,
    /// What no line may show, and what it shows instead.
    hidden: Vec<(String, String)>,
}

#[derive(Debug)]
struct Line {
    at: Timestamp,
    text: String,
    /// Whether the log has it, too, and not only the trace.
    logged: bool,
}

impl ExecutionLog {
    /// All that there is to tell, for the test button.
    pub(crate) fn complete() -> Self {
        Self {
            level: Level::Info,
            data: true,
            ..Self::default()
        }
    }

    /// What the stage logs and, where traces are on, all the rest for the trace alone.
    pub(crate) fn of_request(traced: bool) -> Self {
        Self {
            traced,
            ..Self::default()
        }
    }

    /// From here on the secret is masked wherever it stands, in bodies too.
    pub(crate) fn hide(&mut self, secret: &str) {
        if self.is_wanted() {
            self.hidden.push((secret.to_owned(), mask::secret(secret)));
        }
    }

    /// Raises the level once the method, and with it the stage's settings, are known.
    pub(crate) fn raise(&mut self, logging: Logging) {
        self.level = self.level.max(logging.level);
        self.data |= logging.data;
    }

    /// Whether anybody will read a line.
    pub(crate) fn is_wanted(&self) -> bool {
        self.traced || self.is_logged()
    }

    /// Whether the stage's log gets anything.
    pub(crate) fn is_logged(&self) -> bool {
        self.level != Level::Off
    }

    pub(crate) fn is_traced(&self) -> bool {
        self.traced
    }

    /// Says that the request is told of; false the second time.
    pub(crate) fn begin(&mut self) -> bool {
        !std::mem::replace(&mut self.begun, true)
    }

    /// A line of the ordinary course of a request.
    pub(crate) fn info(&mut self, line: impl FnOnce() -> String) {
        self.tell(self.level >= Level::Info, line);
    }

    /// A line that repeats what was sent.
    pub(crate) fn data(&mut self, line: impl FnOnce() -> String) {
        self.tell(self.data && self.level >= Level::Info, line);
    }

    /// A line about a failure.
    pub(crate) fn error(&mut self, line: impl FnOnce() -> String) {
        self.tell(self.level >= Level::Error, line);
    }

    /// What AWS's log never says.
    pub(crate) fn trace(&mut self, line: impl FnOnce() -> String) {
        self.tell(false, line);
    }

    fn tell(&mut self, logged: bool, line: impl FnOnce() -> String) {
        if logged || self.traced {
            self.push(&line(), logged);
        }
    }

    fn push(&mut self, line: &str, logged: bool) {
        let mut line = Cow::Borrowed(line);
        for (secret, masked) in &self.hidden {
            if line.contains(secret.as_str()) {
                line = Cow::Owned(line.replace(secret.as_str(), masked));
            }
        }
        let most = if self.traced {
            MOST_TRACED_BYTES
        } else {
            MOST_BYTES
        };
        self.lines.push(Line {
            at: clock::now(),
            text: truncated(&line, most).into_owned(),
            logged,
        });
    }

    fn logged(&self) -> impl Iterator<Item = (Timestamp, Cow<'_, str>)> {
        let lines = self.lines.iter().filter(|line| line.logged);
        lines.map(|line| (line.at, truncated(&line.text, MOST_BYTES)))
    }

    /// As the trace has it.
    pub(crate) fn to_trace(&self) -> Vec<TraceLine> {
        let lines = self.lines.iter().map(|line| TraceLine {
            at: line.at,
            text: line.text.clone(),
        });
        lines.collect()
    }

    /// As TestInvokeMethod answers it.
    pub(crate) fn to_text(&self, request_id: &str) -> String {
        let mut text = format!("Execution log for request {request_id}\n");
        for (at, line) in self.logged() {
            // Writing into a String can't fail.
            let _written = writeln!(text, "{} : {line}", clock::log_format(at));
        }
        text
    }

    /// As the stage's log stream gets it.
    pub(crate) fn to_events(&self, request_id: &str) -> Vec<LogEvent> {
        self.logged()
            .map(|(at, line)| LogEvent {
                at,
                message: format!("({request_id}) {line}"),
            })
            .collect()
    }
}

fn truncated(line: &str, most: usize) -> Cow<'_, str> {
    if line.len() <= most {
        return Cow::Borrowed(line);
    }
    let (kept, _) = line.split_at(line.floor_char_boundary(most));
    Cow::Owned(format!("{kept}{TRUNCATED}"))
}

/// `{name=value, name=value}`, as Java prints a map, with secret headers masked.
pub(crate) fn map<'a, V: AsRef<str>>(
    pairs: impl IntoIterator<Item = (&'a str, V)>,
    secret: &[&str],
) -> String {
    let mut text = String::from("{");
    for (at, (name, value)) in pairs.into_iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(name);
        text.push('=');
        text.push_str(&mask::header(name, value.as_ref(), secret));
    }
    text.push('}');
    text
}

/// A body as the log shows it: binary bytes are not text.
pub(crate) fn body(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Borrowed("[Binary Data]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_at_one_kilobyte() {
        let mut log = ExecutionLog::complete();
        log.info(|| "x".repeat(2000));
        log.info(|| "é".repeat(600));
        let events = log.to_events("rid");
        assert_eq!(
            events[0].message,
            format!("(rid) {} [TRUNCATED]", "x".repeat(1024))
        );
        assert_eq!(
            events[1].message,
            format!("(rid) {} [TRUNCATED]", "é".repeat(512))
        );
    }

    #[test]
    fn a_level_lets_through_what_is_at_least_as_grave() {
        for (level, expected) in [(Level::Off, 0), (Level::Error, 1), (Level::Info, 2)] {
            let mut log = ExecutionLog::default();
            log.raise(Logging { level, data: false });
            log.data(|| "data".to_owned());
            log.info(|| "course".to_owned());
            log.error(|| "failure".to_owned());
            assert_eq!(log.to_events("rid").len(), expected, "{level:?}");
        }
    }

    /// A trace has everything; the stage's log has what its level lets through, as long as ever.
    #[test]
    fn a_trace_tells_more_than_the_log() {
        for (level, data, expected) in [
            (Level::Off, false, 0),
            (Level::Error, true, 1),
            (Level::Info, false, 2),
            (Level::Info, true, 3),
        ] {
            let mut log = ExecutionLog::of_request(true);
            log.raise(Logging { level, data });
            log.hide("secret");
            log.data(|| format!("secret {}", "x".repeat(5000)));
            log.info(|| "course".to_owned());
            log.error(|| "failure".to_owned());
            log.trace(|| "for the trace".to_owned());
            let events = log.to_events("rid");
            assert_eq!(events.len(), expected, "{level:?} {data}");
            assert!(events.iter().all(|event| event.message.len() < 1100));
            let trace = log.to_trace();
            assert_eq!(trace.len(), 4);
            assert!((4096..4200).contains(&trace[0].text.len()));
            assert!(trace[0].text.starts_with("****** x"));
        }
        let mut quiet = ExecutionLog::of_request(false);
        quiet.trace(|| panic!("nobody reads it"));
        assert!(!quiet.is_wanted());
    }

    #[test]
    fn secrets_are_masked_but_for_the_last_six() {
        let shown = map(
            [
                ("Authorization", "Bearer abcdef"),
                ("Token", "1234567890"),
                ("a", "b"),
            ],
            &["token"],
        );
        assert_eq!(
            shown,
            "{Authorization=*******abcdef, Token=****567890, a=b}"
        );
    }
}
