//! The execution log: what API Gateway says about a request, line by line, in its own words.
//!
//! Lines are kept only if somebody will read them: TestInvokeMethod, or a stage whose logging is
//! on. Secrets are masked before they get here or by the functions here, never later.

use std::borrow::Cow;
use std::fmt::Write as _;

use journal::mask;
use model::{LogEvent, Timestamp};

use crate::clock;

/// AWS cuts a line at this many bytes of text.
const MOST_BYTES: usize = 1024;
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
    lines: Vec<(Timestamp, String)>,
    /// What no line may show, and what it shows instead.
    hidden: Vec<(String, String)>,
}

impl ExecutionLog {
    /// All that there is to tell, for the test button.
    pub(crate) fn complete() -> Self {
        Self {
            level: Level::Info,
            data: true,
            lines: Vec::new(),
            hidden: Vec::new(),
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

    pub(crate) fn is_wanted(&self) -> bool {
        self.level != Level::Off
    }

    /// A line of the ordinary course of a request.
    pub(crate) fn info(&mut self, line: impl FnOnce() -> String) {
        if self.level >= Level::Info {
            self.push(&line());
        }
    }

    /// A line that repeats what was sent.
    pub(crate) fn data(&mut self, line: impl FnOnce() -> String) {
        if self.data {
            self.info(line);
        }
    }

    /// A line about a failure.
    pub(crate) fn error(&mut self, line: impl FnOnce() -> String) {
        if self.level >= Level::Error {
            self.push(&line());
        }
    }

    fn push(&mut self, line: &str) {
        let mut line = Cow::Borrowed(line);
        for (secret, masked) in &self.hidden {
            if line.contains(secret.as_str()) {
                line = Cow::Owned(line.replace(secret.as_str(), masked));
            }
        }
        self.lines.push((clock::now(), truncated(&line)));
    }

    /// As TestInvokeMethod answers it.
    pub(crate) fn to_text(&self, request_id: &str) -> String {
        let mut text = format!("Execution log for request {request_id}\n");
        for (at, line) in &self.lines {
            // Writing into a String can't fail.
            let _written = writeln!(text, "{} : {line}", clock::log_format(*at));
        }
        text
    }

    /// As the stage's log stream gets it.
    pub(crate) fn to_events(&self, request_id: &str) -> Vec<LogEvent> {
        self.lines
            .iter()
            .map(|(at, line)| LogEvent {
                at: *at,
                message: format!("({request_id}) {line}"),
            })
            .collect()
    }
}

fn truncated(line: &str) -> String {
    if line.len() <= MOST_BYTES {
        return line.to_owned();
    }
    let (kept, _) = line.split_at(line.floor_char_boundary(MOST_BYTES));
    format!("{kept}{TRUNCATED}")
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
