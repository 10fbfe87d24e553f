//! How an event reads: `TIME LEVEL target: message name=value …`.
//!
//! Every request writes one, so it goes straight into the line's buffer, and the second that a line
//! shares with the one before is not written out anew.

use std::cell::RefCell;
use std::fmt::{self, Write as _};
use std::time::{SystemTime, UNIX_EPOCH};

use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

/// Whether the reader is a terminal that shows colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colours {
    Shown,
    None,
}

impl Colours {
    pub(super) fn of(is_terminal: bool) -> Self {
        if is_terminal { Self::Shown } else { Self::None }
    }
}

/// The format of `--log-format text`. The house opens no spans, so none are written.
pub(super) struct Plain {
    colours: Colours,
}

impl Plain {
    pub(super) fn new(colours: Colours) -> Self {
        Self { colours }
    }
}

impl<S, N> FormatEvent<S, N> for Plain
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        _: &FmtContext<'_, S, N>,
        mut out: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        write_time(&mut out, SystemTime::now())?;
        out.write_str(level(*event.metadata().level(), self.colours))?;
        out.write_str(event.metadata().target())?;
        out.write_char(':')?;
        let mut fields = Fields {
            out: &mut out,
            result: Ok(()),
        };
        event.record(&mut fields);
        fields.result?;
        out.write_char('\n')
    }
}

/// The level as wide as the widest, between blanks.
fn level(level: Level, colours: Colours) -> &'static str {
    match (level, colours) {
        (Level::ERROR, Colours::None) => " ERROR ",
        (Level::WARN, Colours::None) => "  WARN ",
        (Level::INFO, Colours::None) => "  INFO ",
        (Level::DEBUG, Colours::None) => " DEBUG ",
        (Level::TRACE, Colours::None) => " TRACE ",
        (Level::ERROR, Colours::Shown) => " \x1b[31mERROR\x1b[0m ",
        (Level::WARN, Colours::Shown) => "  \x1b[33mWARN\x1b[0m ",
        (Level::INFO, Colours::Shown) => "  \x1b[32mINFO\x1b[0m ",
        (Level::DEBUG, Colours::Shown) => " \x1b[34mDEBUG\x1b[0m ",
        (Level::TRACE, Colours::Shown) => " \x1b[35mTRACE\x1b[0m ",
    }
}

/// The message first, then `name=value`; text in quotes, with what would end a line escaped.
struct Fields<'w, 'b> {
    out: &'w mut Writer<'b>,
    result: fmt::Result,
}

impl Fields<'_, '_> {
    fn write(&mut self, field: &Field, value: fmt::Arguments<'_>) {
        self.name(field);
        self.then(|out| OneLine { out }.write_fmt(value));
    }

    fn name(&mut self, field: &Field) {
        self.then(|out| out.write_char(' '));
        let name = field.name();
        if name != "message" {
            self.then(|out| out.write_str(name));
            self.then(|out| out.write_char('='));
        }
    }

    fn number(&mut self, field: &Field, digits: &Digits) {
        self.name(field);
        self.then(|out| out.write_str(digits.as_str()));
    }

    fn then(&mut self, write: impl FnOnce(&mut Writer<'_>) -> fmt::Result) {
        if self.result.is_ok() {
            self.result = write(self.out);
        }
    }
}

/// Text in which nothing is escaped, neither where it stands alone nor in quotes.
fn is_plain(text: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
    text.bytes().all(plain)
}

/// A number's decimal digits.
struct Digits {
    bytes: [u8; 20],
    count: usize,
}

impl Digits {
    /// Filled up with zeros to `least`.
    fn of(mut number: u64, least: usize) -> Self {
        let mut bytes = [b'0'; 20];
        let mut count = 0;
        for place in bytes.iter_mut().rev() {
            if number == 0 && count >= least {
                break;
            }
            *place = b'0' + u8::try_from(number % 10).unwrap_or_default();
            number /= 10;
            count += 1;
        }
        Self { bytes, count }
    }

    fn as_str(&self) -> &str {
        let digits = self
            .bytes
            .get(self.bytes.len() - self.count..)
            .unwrap_or_default();
        std::str::from_utf8(digits).unwrap_or_default()
    }
}

/// Text that can't end its line or speak to a terminal: what is displayed (`%error`) may repeat what
/// a stranger said. Quoted text has nothing left to escape.
struct OneLine<'w, 'b> {
    out: &'w mut Writer<'b>,
}

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if is_plain(text) {
            return self.out.write_str(text);
        }
        let mut rest = text;
        while let Some(at) = rest.find(char::is_control) {
            let (plain, from) = rest.split_at(at);
            self.out.write_str(plain)?;
            let mut letters = from.chars();
            if let Some(control) = letters.next() {
                write!(self.out, "{}", control.escape_debug())?;
            }
            rest = letters.as_str();
        }
        self.out.write_str(rest)
    }
}

impl Visit for Fields<'_, '_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.write(field, format_args!("{value:?}"));
    }

    /// As its debug form, in quotes.
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "message" || !is_plain(value) {
            return self.record_debug(field, &value);
        }
        self.name(field);
        self.then(|out| out.write_char('"'));
        self.then(|out| out.write_str(value));
        self.then(|out| out.write_char('"'));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.number(field, &Digits::of(value, 1));
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.write(field, format_args!("{value}"));
    }

    /// With what led to it: the first of them rarely says that a disk is full.
    fn record_error(&mut self, field: &Field, value: &(dyn std::error::Error + 'static)) {
        let mut told = value.to_string();
        let causes = std::iter::successors(value.source(), |cause| cause.source());
        for cause in causes.map(ToString::to_string) {
            // Some say their cause themselves.
            if !told.ends_with(&cause) {
                told.push_str(": ");
                told.push_str(&cause);
            }
        }
        self.write(field, format_args!("{told:?}"));
    }
}

/// `2026-01-31T10:11:12`, of the second that was last asked for.
#[derive(Default)]
struct Second {
    since_epoch: u64,
    text: String,
}

thread_local! {
    static LAST: RefCell<Second> = RefCell::default();
}

/// `2026-01-31T10:11:12.123456Z`, as RFC 3339 has it.
fn write_time(out: &mut impl fmt::Write, now: SystemTime) -> fmt::Result {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    LAST.with_borrow_mut(|last| {
        if last.text.is_empty() || last.since_epoch != since.as_secs() {
            last.since_epoch = since.as_secs();
            last.text = second(since.as_secs());
        }
        out.write_str(&last.text)
    })?;
    out.write_char('.')?;
    out.write_str(Digits::of(since.subsec_micros().into(), 6).as_str())?;
    out.write_char('Z')
}

fn second(since_epoch: u64) -> String {
    let time = i64::try_from(since_epoch)
        .ok()
        .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
        .unwrap_or_default();
    time.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl std::io::Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl MakeWriter<'_> for Kept {
        type Writer = Self;
        fn make_writer(&self) -> Self {
            self.clone()
        }
    }

    /// What is behind the time.
    #[track_caller]
    fn check(colours: Colours, say: impl FnOnce(), expected: &str) {
        let kept = Kept::default();
        let log = tracing_subscriber::fmt()
            .event_format(Plain::new(colours))
            .with_writer(kept.clone())
            .finish();
        tracing::subscriber::with_default(log, say);
        let line = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
        assert_eq!(line.get(27..), Some(expected));
    }

    #[test]
    fn a_line_has_the_level_the_target_the_message_and_the_fields() {
        check(
            Colours::None,
            || {
                tracing::info!(target: "room", path = "/a b", status = 200_u16, took = -1, "answered");
            },
            "  INFO room: answered path=\"/a b\" status=200 took=-1\n",
        );
    }

    #[test]
    fn errors_and_displayed_values_are_fields_too() {
        let error = std::io::Error::other("gone");
        let error: &(dyn std::error::Error + 'static) = &error;
        check(
            Colours::Shown,
            || tracing::warn!(target: "room", error, id = %"x-1", is_new = true, "odd"),
            "  \x1b[33mWARN\x1b[0m room: odd error=\"gone\" id=x-1 is_new=true\n",
        );
    }

    #[test]
    fn an_error_is_told_with_its_causes() {
        #[derive(Debug, thiserror::Error)]
        #[error("nothing was written")]
        struct Unwritten(#[source] std::io::Error);

        let error = Unwritten(std::io::Error::other("the disk is\nfull"));
        let error: &(dyn std::error::Error + 'static) = &error;
        check(
            Colours::None,
            || tracing::error!(target: "room", error, "bad"),
            " ERROR room: bad error=\"nothing was written: the disk is\\nfull\"\n",
        );
    }

    #[test]
    fn nobody_can_begin_a_line_of_his_own() {
        check(
            Colours::None,
            || tracing::error!(target: "room", path = "/\n1999 \x1b[31m", "bad"),
            " ERROR room: bad path=\"/\\n1999 \\u{1b}[31m\"\n",
        );
        check(
            Colours::None,
            || tracing::warn!(target: "room", error = %"a\n1999 \u{9b}31m", "bad\r{}", "\n"),
            "  WARN room: bad\\r\\n error=a\\n1999 \\u{9b}31m\n",
        );
    }

    #[test]
    fn numbers_have_their_digits() {
        for (number, least, expected) in [
            (0, 1, "0"),
            (7, 1, "7"),
            (120, 1, "120"),
            (7, 6, "000007"),
            (u64::MAX, 1, "18446744073709551615"),
        ] {
            assert_eq!(Digits::of(number, least).as_str(), expected);
        }
    }

    #[test]
    fn times_are_of_their_own_second() {
        for (seconds, micros, expected) in [
            (0, 0, "1970-01-01T00:00:00.000000Z"),
            (1_769_854_272, 123_456, "2026-01-31T10:11:12.123456Z"),
            (1_769_854_272, 7, "2026-01-31T10:11:12.000007Z"),
            (1_769_854_273, 999_999, "2026-01-31T10:11:13.999999Z"),
        ] {
            let mut out = String::new();
            let since = Duration::from_secs(seconds) + Duration::from_micros(micros);
            write_time(&mut out, UNIX_EPOCH + since).unwrap();
            assert_eq!(out, expected);
        }
    }
}
