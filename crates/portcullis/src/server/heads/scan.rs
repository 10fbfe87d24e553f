//! Where requests begin and end in the bytes of an HTTP/1 connection (RFC 9112).
//!
//! A head is looked at once it is whole, but a line feed without its carriage return is refused at
//! once: a reader that is less strict would take it for the end of a line.

use bytes::Bytes;

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
    pub(super) fn feed(&mut self, bytes: &[u8], mut whole: impl FnMut(Bytes)) -> Result<(), usize> {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some(head) = self.head_at_once(rest) {
                at += head.len();
                whole(Bytes::copy_from_slice(head));
                continue;
            }
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

    /// A head that came whole and is in order, as most do. What is not is looked at line by line,
    /// which finds where it must be refused.
    fn head_at_once<'a>(&mut self, rest: &'a [u8]) -> Option<&'a [u8]> {
        if self.state != State::Head || !self.seen.is_empty() {
            return None;
        }
        let is_odd = rest.starts_with(b"\r\n") || self.is_first && rest.starts_with(b"PRI ");
        let (framing, length) = framing(rest).ok().filter(|_| !is_odd)?;
        let head = rest.get(..length)?;
        if head.len() > MOST_HEAD_BYTES {
            return None;
        }
        self.begin_body(framing);
        Some(head)
    }

    fn begin_body(&mut self, framing: Framing) {
        self.is_first = false;
        self.state = match framing {
            Framing::Length(0) => State::Head,
            Framing::Length(length) => State::Body(length),
            Framing::Chunked => {
                self.trailer_bytes = 0;
                State::ChunkSize
            }
        };
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
        whole: &mut impl FnMut(Bytes),
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
        whole: &mut impl FnMut(Bytes),
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
        let head = std::mem::take(&mut self.seen);
        let (framing, _) = framing(&head)?;
        self.begin_body(framing);
        whole(head.into());
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

/// Reads a head up to its empty line: how the body is framed, and the length of the head. A head
/// that is not whole is refused too.
fn framing(bytes: &[u8]) -> Result<(Framing, usize), Refused> {
    let mut lines = Lines { bytes, at: 0 };
    let request = lines.next()?;
    let (mut length, mut chunked, mut hosts) = (None, false, 0);
    loop {
        let line = lines.next()?;
        if line.is_empty() {
            break;
        }
        let (name, value) = field(line)?;
        // Names of other lengths are not compared at all.
        match name.len() {
            14 if name.eq_ignore_ascii_case(b"content-length") => {
                length = only(length, number(value)?)?;
            }
            17 if name.eq_ignore_ascii_case(b"transfer-encoding") => {
                if chunked || !value.eq_ignore_ascii_case(b"chunked") {
                    return Err(Refused);
                }
                chunked = true;
            }
            4 if name.eq_ignore_ascii_case(b"host") => hosts += 1,
            _ => {}
        }
    }
    let is_old = request.ends_with(b"HTTP/1.0");
    let is_tunnel = request.starts_with(b"CONNECT ");
    if hosts > 1 || is_tunnel || (chunked && is_old) {
        return Err(Refused);
    }
    let framing = match (length, chunked) {
        (Some(_), true) => return Err(Refused),
        (None, true) => Framing::Chunked,
        (length, false) => Framing::Length(length.unwrap_or(0)),
    };
    Ok((framing, lines.at))
}

/// A length that no other one stands beside.
fn only(before: Option<u64>, length: u64) -> Result<Option<u64>, Refused> {
    match before {
        Some(_) => Err(Refused),
        None => Ok(Some(length)),
    }
}

/// A name without whitespace around it, and a value without any at its ends. A line that begins
/// with whitespace goes on with the one before, which nobody may send any more (section 5.2).
fn field(line: &[u8]) -> Result<(&[u8], &[u8]), Refused> {
    let length = line.iter().take_while(|byte| is_token(**byte)).count();
    let (name, rest) = line.split_at(length);
    let value = rest.strip_prefix(b":").ok_or(Refused)?;
    if name.is_empty() || memchr::memchr(b'\r', value).is_some() {
        return Err(Refused);
    }
    Ok((name, value.trim_ascii()))
}

/// Bytes that a name may have (section 5.6.2 of RFC 9110).
#[expect(
    clippy::indexing_slicing,
    reason = "the table has a place for every byte, and is made when this is compiled"
)]
const TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        table[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'!' | b'#'
                    | b'$'
                    | b'%'
                    | b'&'
                    | b'\''
                    | b'*'
                    | b'+'
                    | b'-'
                    | b'.'
                    | b'^'
                    | b'_'
                    | b'`'
                    | b'|'
                    | b'~'
            );
        byte += 1;
    }
    table
};

fn is_token(byte: u8) -> bool {
    TOKEN.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Digits and nothing else: no sign, no list.
fn number(value: &[u8]) -> Result<u64, Refused> {
    if value.is_empty() || !value.iter().all(u8::is_ascii_digit) {
        return Err(Refused);
    }
    let text = std::str::from_utf8(value).map_err(|_| Refused)?;
    text.parse().map_err(|_| Refused)
}

/// Lines that end as they must.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lines<'a> {
    /// Without its end, in which no carriage return stands alone.
    fn next(&mut self) -> Result<&'a [u8], Refused> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = memchr::memchr(b'\r', rest).ok_or(Refused)?;
        if rest.get(end + 1) != Some(&b'\n') {
            return Err(Refused);
        }
        self.at += end + 2;
        let line = rest.get(..end).unwrap_or_default();
        if memchr::memchr(b'\n', line).is_some() {
            return Err(Refused);
        }
        Ok(line)
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
