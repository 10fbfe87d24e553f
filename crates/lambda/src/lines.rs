//! The lines of one invocation, cut where the function broke them, or where its runtime framed them.
//!
//! What is held is bounded: whoever reads hands the lines on when there are many, so that a function
//! may print as much as it likes.

use std::sync::Arc;

use model::LogEvent;

use crate::environment::{Stream, Telemetry};
use crate::report;

/// CloudWatch Logs takes no longer event, in bytes.
const MAX_LINE_BYTES: usize = 256 * 1024;
/// What one invocation may keep in memory before its lines are handed on, in bytes.
const MAX_HELD_BYTES: usize = 1024 * 1024;
/// What `LogType=Tail` returns, in bytes.
const TAIL_BYTES: usize = 4096;
/// How AWS's managed runtimes mark a message that may hold line breaks: these bytes, one for its
/// level, four for its length, eight for its time, then the message.
const FRAME: [u8; 3] = [0xa5, 0x5a, 0x00];
const FRAME_HEAD_BYTES: usize = 16;

/// How the shell that starts extensions frames the news that one of them has ended.
const ENDED: [u8; 4] = [0xa5, 0x5a, 0x00, 0xff];

#[derive(Debug, Default)]
pub(crate) struct Lines {
    events: Vec<LogEvent>,
    held: usize,
    /// Output that is not a whole line yet.
    partial: Vec<u8>,
    /// The end of what was handed on.
    earlier: String,
    /// Who else wants to know what is printed.
    tap: Option<(Arc<Telemetry>, Stream)>,
    /// Extensions that have ended: their names and their exit statuses.
    ended: Vec<(String, String)>,
}

/// What stands at the start of bytes that were printed.
enum Piece {
    /// A line or a message, and how many bytes it took.
    Whole(String, usize),
    Incomplete,
}

impl Lines {
    /// From here on what is printed goes to a stream of telemetry too.
    pub(crate) fn tap(&mut self, telemetry: &Arc<Telemetry>, stream: Stream) {
        self.tap = Some((Arc::clone(telemetry), stream));
    }

    /// Takes over what somebody else has printed.
    pub(crate) fn take_over(&mut self, events: Vec<LogEvent>) {
        for event in events {
            self.held += event.message.len();
            self.events.push(event);
        }
    }

    /// Extensions whose end was told since this was asked last.
    pub(crate) fn ended(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.ended)
    }

    pub(crate) fn push(&mut self, message: impl Into<Option<String>>) {
        if let Some(message) = message.into() {
            self.held += message.len();
            let at = report::now();
            self.events.push(LogEvent { at, message });
        }
    }

    /// Takes bytes as they were read.
    pub(crate) fn printed(&mut self, bytes: &[u8]) {
        let mut bytes_so_far = std::mem::take(&mut self.partial);
        bytes_so_far.extend_from_slice(bytes);
        let mut rest = bytes_so_far.as_slice();
        while let Piece::Whole(message, length) = piece(rest) {
            if rest.starts_with(&ENDED) {
                self.ended.extend(message.split_once(' ').map(owned));
            } else if message != "\n" {
                // A blank line that was printed is no event; one that a runtime framed is.
                self.print(message);
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        self.partial.extend_from_slice(rest);
    }

    /// Output that ended without a line break is a line too.
    pub(crate) fn finish(&mut self) {
        let partial = std::mem::take(&mut self.partial);
        if !partial.is_empty() {
            self.print(String::from_utf8_lossy(&partial).into_owned());
        }
    }

    fn print(&mut self, message: String) {
        if let Some((telemetry, stream)) = &self.tap {
            telemetry.line(*stream, &message);
        }
        self.push(message);
    }

    pub(crate) fn is_full(&self) -> bool {
        self.held >= MAX_HELD_BYTES
    }

    /// Takes what is there while more is to come.
    pub(crate) fn hand_on(&mut self) -> Vec<LogEvent> {
        self.earlier = self.tail();
        self.take()
    }

    pub(crate) fn take(&mut self) -> Vec<LogEvent> {
        self.held = 0;
        std::mem::take(&mut self.events)
    }

    /// Takes a line back.
    pub(crate) fn withdraw(&mut self, message: &str) {
        self.events.retain(|event| event.message != message);
    }

    /// The last bytes of the log, from a character's start.
    pub(crate) fn tail(&self) -> String {
        let mut length = 0;
        let is_missing = |event: &&LogEvent| {
            let more = length < TAIL_BYTES;
            length += event.message.len() + 1;
            more
        };
        let last: Vec<&LogEvent> = self.events.iter().rev().take_while(is_missing).collect();
        let mut text = self.earlier.clone();
        for event in last.into_iter().rev() {
            text.push_str(&event.message);
            if !event.message.ends_with('\n') {
                text.push('\n');
            }
        }
        let mut start = text.len().saturating_sub(TAIL_BYTES);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        text.split_off(start)
    }
}

fn owned((name, status): (&str, &str)) -> (String, String) {
    (name.to_owned(), status.to_owned())
}

fn piece(bytes: &[u8]) -> Piece {
    if bytes.starts_with(&FRAME)
        && let Some(piece) = framed(bytes)
    {
        return piece;
    }
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let within = bytes.get(..MAX_LINE_BYTES).unwrap_or(bytes);
    // AWS keeps the line break of what a function prints.
    let broken = within
        .iter()
        .position(|byte| *byte == b'\n')
        .map(|at| at + 1);
    let line = broken.and_then(|end| within.get(..end)).unwrap_or(within);
    // A frame may follow on text that has no line break yet.
    let frame = line
        .windows(FRAME.len())
        .skip(1)
        .position(|part| part == FRAME);
    match frame.map(|at| at + 1).or(broken) {
        Some(end) => Piece::Whole(text(line.get(..end).unwrap_or_default()), end),
        None if within.len() == MAX_LINE_BYTES => Piece::Whole(text(within), MAX_LINE_BYTES),
        None => Piece::Incomplete,
    }
}

/// A framed message; none when the length is one that no runtime would state.
fn framed(bytes: &[u8]) -> Option<Piece> {
    let Some(stated) = bytes.get(4..8) else {
        return Some(Piece::Incomplete);
    };
    let length = usize::try_from(u32::from_be_bytes(stated.try_into().ok()?)).ok()?;
    if length > MAX_LINE_BYTES {
        return None;
    }
    let end = FRAME_HEAD_BYTES + length;
    Some(match bytes.get(FRAME_HEAD_BYTES..end) {
        Some(message) => Piece::Whole(String::from_utf8_lossy(message).into_owned(), end),
        None => Piece::Incomplete,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(lines: &mut Lines) -> Vec<String> {
        let events = lines.take().into_iter();
        events.map(|event| event.message).collect()
    }

    #[track_caller]
    fn check(pieces: &[&[u8]], expected: &[&str]) {
        let mut lines = Lines::default();
        for piece in pieces {
            lines.printed(piece);
        }
        lines.finish();
        assert_eq!(messages(&mut lines), expected);
    }

    fn frame(message: &str) -> Vec<u8> {
        let mut bytes = vec![0xa5, 0x5a, 0x00, 0x17];
        bytes.extend(u32::try_from(message.len()).unwrap().to_be_bytes());
        bytes.extend([0; 8]);
        bytes.extend(message.as_bytes());
        bytes
    }

    #[test]
    fn a_line_is_what_ends_in_a_line_break() {
        check(&[b"a\nb\n"], &["a\n", "b\n"]);
        check(&[b"a", b"b\nc"], &["ab\n", "c"]);
        check(&[b"\na\n\nb\n"], &["a\n", "b\n"]);
        check(&[b"another\rline\n"], &["another\rline\n"]);
        check(&[], &[]);
    }

    #[test]
    fn a_framed_message_keeps_its_line_breaks() {
        let framed = frame("one\ntwo");
        check(
            &[b"before\n", &framed, b"after\n"],
            &["before\n", "one\ntwo", "after\n"],
        );
        check(&[b"no break", &framed], &["no break", "one\ntwo"]);
        let (head, rest) = framed.split_at(6);
        check(&[head, rest], &["one\ntwo"]);
        check(&[&frame("")], &[""]);
    }

    #[test]
    fn a_frame_that_no_runtime_would_write_is_text() {
        check(
            &[&[0xa5, 0x5a, 0, 3, 255, 0, 0, 0, b'x', b'\n']],
            &["\u{fffd}Z\0\u{3}\u{fffd}\0\0\0x\n"],
        );
    }

    #[test]
    fn the_end_of_an_extension_is_no_line() {
        let mut bytes = frame("watcher 3");
        bytes[3] = 0xff;
        let mut lines = Lines::default();
        lines.printed(&bytes);
        lines.finish();
        assert_eq!(messages(&mut lines), [""; 0]);
        assert_eq!(lines.ended(), [("watcher".to_owned(), "3".to_owned())]);
    }

    #[test]
    fn an_endless_line_is_cut() {
        let long = "x".repeat(MAX_LINE_BYTES + 1);
        let mut lines = Lines::default();
        lines.printed(long.as_bytes());
        lines.finish();
        assert_eq!(lines.take().len(), 2);
    }

    #[test]
    fn the_tail_is_the_end_of_the_log_also_of_what_was_handed_on() {
        let mut lines = Lines::default();
        lines.push("START\n".to_owned());
        lines.push("é".repeat(3000));
        lines.push("middle\n".to_owned());
        assert_eq!(lines.hand_on().len(), 3);
        lines.push("END\n".to_owned());
        let tail = lines.tail();
        assert!(tail.len() <= TAIL_BYTES, "{}", tail.len());
        assert!(tail.starts_with('é') && tail.ends_with("é\nmiddle\nEND\n"));
    }
}
