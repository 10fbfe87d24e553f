//! Where requests begin and end in the bytes of an HTTP/1 connection (RFC 9112).
//!
//! A head is looked at once it is whole, but a line feed without its carriage return is refused at
//! once: a reader that is less strict would take it for the end of a line.

/// Beyond this the HTTP library has refused a head already.
const MOST_HEAD_BYTES: usize = 128 * 1024;
/// Of a chunk's size with its extensions, and of all trailers.
const MOST_LINE_BYTES: usize = 8 * 1024;
/// Hexadecimal digits of a chunk's size.
const MOST_SIZE_DIGITS: usize = 15;
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n";

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Head,
    Body(u64),
    ChunkSize,
    ChunkData(u64),
    ChunkEnd,
    Trailer,
    /// HTTP/2, or what the library refuses by itself.
    Unwatched,
}

/// How the body of a request is framed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Framing {
    Length(u64),
    Chunked,
}

#[derive(Debug)]
pub(super) struct Scanner {
    state: State,
    /// What was seen of the head, or of the line, that is being read.
    seen: Vec<u8>,
    /// Of the trailers of a chunked body.
    trailer_bytes: usize,
    is_first: bool,
}

impl Default for Scanner {
    fn default() -> Self {
        Self {
            state: State::Head,
            seen: Vec::new(),
            trailer_bytes: 0,
            is_first: true,
        }
    }
}

/// It must not be read on.
#[derive(Debug)]
struct Refused;

impl Scanner {
    /// Reads on. Whole heads are handed over; the error is the place of the first byte that must
    /// not be handed on.
    pub(super) fn feed(
        &mut self,
        bytes: &[u8],
        mut whole: impl FnMut(Vec<u8>),
    ) -> Result<(), usize> {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            match self.state {
                State::Unwatched => return Ok(()),
                State::Body(left) => at += self.skip(left, rest.len(), State::Body, State::Head),
                State::ChunkData(left) => {
                    at += self.skip(left, rest.len(), State::ChunkData, State::ChunkEnd);
                }
                State::Head | State::ChunkSize | State::ChunkEnd | State::Trailer => {
                    let taken = self.take_line(rest);
                    at += taken;
                    self.end_line(taken, rest, &mut whole)
                        .map_err(|Refused| at.saturating_sub(1))?;
                }
            }
        }
        Ok(())
    }

    /// Goes over content.
    fn skip(&mut self, left: u64, there: usize, more: fn(u64) -> State, then: State) -> usize {
        let now = usize::try_from(left).unwrap_or(usize::MAX).min(there);
        let left = left - now as u64;
        self.state = if left == 0 { then } else { more(left) };
        now
    }

    /// Takes up to the end of a line, or all.
    fn take_line(&mut self, rest: &[u8]) -> usize {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        self.seen.extend_from_slice(rest.get(..end).unwrap_or(rest));
        end
    }

    fn end_line(
        &mut self,
        taken: usize,
        rest: &[u8],
        whole: &mut impl FnMut(Vec<u8>),
    ) -> Result<(), Refused> {
        let is_line = taken > 0 && rest.get(taken - 1) == Some(&b'\n');
        if is_line && !self.seen.ends_with(b"\r\n") {
            return Err(Refused);
        }
        if self.state == State::Head {
            return self.end_head_line(is_line, whole);
        }
        if self.seen.len() > MOST_LINE_BYTES {
            return Err(Refused);
        }
        if !is_line {
            return Ok(());
        }
        let line = std::mem::take(&mut self.seen);
        let line = line.strip_suffix(b"\r\n").unwrap_or(&line);
        self.state = match self.state {
            State::ChunkEnd => ended(line)?,
            State::Trailer => self.trailer(line)?,
            State::ChunkSize
            | State::Head
            | State::Body(_)
            | State::ChunkData(_)
            | State::Unwatched => chunk(line)?,
        };
        Ok(())
    }

    fn end_head_line(
        &mut self,
        is_line: bool,
        whole: &mut impl FnMut(Vec<u8>),
    ) -> Result<(), Refused> {
        if self.is_first && self.seen.starts_with(PREFACE) || self.seen.len() > MOST_HEAD_BYTES {
            self.state = State::Unwatched;
            self.seen = Vec::new();
            return Ok(());
        }
        if !is_line {
            return Ok(());
        }
        // "A server … SHOULD ignore at least one empty line received prior to the request-line."
        if self.seen == b"\r\n" {
            self.seen.clear();
            return Ok(());
        }
        if !self.seen.ends_with(b"\r\n\r\n") {
            return Ok(());
        }
        self.is_first = false;
        let head = std::mem::take(&mut self.seen);
        self.state = match framing(&head)? {
            Framing::Length(0) => State::Head,
            Framing::Length(length) => State::Body(length),
            Framing::Chunked => {
                self.trailer_bytes = 0;
                State::ChunkSize
            }
        };
        whole(head);
        Ok(())
    }

    fn trailer(&mut self, line: &[u8]) -> Result<State, Refused> {
        if line.is_empty() {
            return Ok(State::Head);
        }
        self.trailer_bytes += line.len();
        if self.trailer_bytes > MOST_LINE_BYTES {
            return Err(Refused);
        }
        field(line)?;
        Ok(State::Trailer)
    }
}

/// Behind the content of a chunk stands nothing but the end of the line.
fn ended(line: &[u8]) -> Result<State, Refused> {
    if line.is_empty() {
        return Ok(State::ChunkSize);
    }
    Err(Refused)
}

/// `1f` or `1f;extension`, without any whitespace before the semicolon.
fn chunk(line: &[u8]) -> Result<State, Refused> {
    let digits = line.iter().take_while(|byte| byte.is_ascii_hexdigit());
    let digits = digits.count();
    let (size, rest) = line.split_at(digits);
    let is_extension = rest.first().is_none_or(|byte| *byte == b';');
    if !(1..=MOST_SIZE_DIGITS).contains(&digits) || !is_extension || rest.contains(&b'\r') {
        return Err(Refused);
    }
    let size = std::str::from_utf8(size).map_err(|_| Refused)?;
    let size = u64::from_str_radix(size, 16).map_err(|_| Refused)?;
    Ok(if size == 0 {
        State::Trailer
    } else {
        State::ChunkData(size)
    })
}

/// Looks at a whole head, which ends in an empty line.
fn framing(head: &[u8]) -> Result<Framing, Refused> {
    let mut lines = Lines(head);
    let request = lines.next().ok_or(Refused)?;
    let (mut length, mut chunked, mut hosts) = (None, false, 0);
    for line in lines {
        let (name, value) = field(line)?;
        if name.eq_ignore_ascii_case(b"content-length") {
            if length.replace(number(value)?).is_some() {
                return Err(Refused);
            }
        } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
            if chunked || !value.eq_ignore_ascii_case(b"chunked") {
                return Err(Refused);
            }
            chunked = true;
        } else if name.eq_ignore_ascii_case(b"host") {
            hosts += 1;
        }
    }
    let is_old = request.ends_with(b"HTTP/1.0");
    let is_tunnel = request.starts_with(b"CONNECT ");
    if hosts > 1 || is_tunnel || request.contains(&b'\r') || (chunked && is_old) {
        return Err(Refused);
    }
    match (length, chunked) {
        (Some(_), true) => Err(Refused),
        (None, true) => Ok(Framing::Chunked),
        (length, false) => Ok(Framing::Length(length.unwrap_or(0))),
    }
}

/// A name without whitespace around it, and a value without any at its ends. A line that begins
/// with whitespace goes on with the one before, which nobody may send any more (section 5.2).
fn field(line: &[u8]) -> Result<(&[u8], &[u8]), Refused> {
    let colon = memchr::memchr(b':', line).ok_or(Refused)?;
    let (name, value) = line.split_at(colon);
    let value = value.get(1..).unwrap_or_default().trim_ascii();
    let is_name = !name.is_empty() && name.iter().all(|byte| is_token(*byte));
    if !is_name || value.contains(&b'\r') {
        return Err(Refused);
    }
    Ok((name, value))
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Digits and nothing else: no sign, no list.
fn number(value: &[u8]) -> Result<u64, Refused> {
    if value.is_empty() || !value.iter().all(u8::is_ascii_digit) {
        return Err(Refused);
    }
    let text = std::str::from_utf8(value).map_err(|_| Refused)?;
    text.parse().map_err(|_| Refused)
}

/// Lines up to the empty one.
struct Lines<'a>(&'a [u8]);

impl<'a> Iterator for Lines<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let end = memchr::memchr(b'\n', self.0)?;
        let (line, rest) = self.0.split_at(end + 1);
        self.0 = rest;
        let line = line.strip_suffix(b"\r\n").unwrap_or(line);
        (!line.is_empty()).then_some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many heads there are, or where it is refused. The pieces that the bytes come in make no
    /// difference.
    #[track_caller]
    fn check(sent: &str, expected: Result<usize, usize>) {
        for size in [1, 2, 3, 7, sent.len().max(1)] {
            let mut scanner = Scanner::default();
            let mut heads = 0;
            let mut before = 0;
            let mut seen = Ok(());
            for piece in sent.as_bytes().chunks(size) {
                seen = scanner
                    .feed(piece, |_| heads += 1)
                    .map_err(|at| before + at);
                before += piece.len();
                if seen.is_err() {
                    break;
                }
            }
            assert_eq!(seen.map(|()| heads), expected, "{sent:?} by {size}");
        }
    }

    #[track_caller]
    fn refused(sent: &str) {
        let mut scanner = Scanner::default();
        assert!(scanner.feed(sent.as_bytes(), |_| {}).is_err(), "{sent:?}");
    }

    const HOST: &str = "Host: a\r\n";

    #[test]
    fn requests_follow_each_other() {
        check("GET / HTTP/1.1\r\nHost: a\r\n\r\n", Ok(1));
        check("\r\nGET / HTTP/1.1\r\n\r\nGET / HTTP/1.0\r\n\r\n", Ok(2));
        check(
            "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\na\nbGET / HTTP/1.1\r\n\r\n",
            Ok(2),
        );
        check(
            "POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\na\nb\r\nA;x=y\r\n0123456789\r\n0\r\nT: x\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            Ok(2),
        );
        check("GET / HTTP/1.1\r\nEmpty:\r\n\r\n", Ok(1));
    }

    #[test]
    fn http_2_is_not_looked_at() {
        check("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\n\n\n", Ok(0));
    }

    #[test]
    fn a_line_feed_alone_is_refused_where_it_stands() {
        check("GET / HTTP/1.1\nHost: a\n\n", Err(14));
        check("GET / HTTP/1.1\r\nHost: a\n\r\n", Err(23));
        check(
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\n\r\n",
            Err(48),
        );
    }

    #[test]
    fn two_lengths_are_refused() {
        for fields in [
            "Content-Length: 1\r\nContent-Length: 1\r\n",
            "Content-Length: 1\r\nContent-Length: 2\r\n",
            "Content-Length: 1, 1\r\n",
            "Content-Length: +1\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 0x1\r\n",
            "Content-Length:\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: identity\r\n",
        ] {
            refused(&format!("POST / HTTP/1.1\r\n{HOST}{fields}\r\n"));
        }
    }

    #[test]
    fn what_two_readers_may_read_differently_is_refused() {
        for fields in [
            "X: a\r\n b\r\n",
            "X : a\r\n",
            " X: a\r\n",
            "X\r\n",
            ": a\r\n",
            "X: a\rb\r\n",
            "Host: b\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Transfer\u{b}Encoding: chunked\r\n",
        ] {
            refused(&format!("POST / HTTP/1.1\r\n{HOST}{fields}\r\n"));
        }
        refused("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n");
        refused("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    #[test]
    fn a_chunk_is_what_it_says() {
        let start = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        for body in [
            "3\r\nabcd\r\n",
            "g\r\n",
            "\r\n",
            "-1\r\n",
            "0x1\r\n",
            "1 \r\n",
            " 1\r\n",
            "1 ;a\r\n",
            "fffffffffffffffff\r\n",
            "3\r\nabc\n",
            "0\r\nT : x\r\n\r\n",
            "0\r\n T: x\r\n\r\n",
        ] {
            refused(&format!("{start}{body}"));
        }
        refused(&format!("{start}1;{}", "x".repeat(MOST_LINE_BYTES)));
    }
}
