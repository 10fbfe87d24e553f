//! `aws-chunked`: pieces with their length in front, each signed or none, and headers behind the last
//! (S3 API reference, "Signature Calculations for the Authorization Header: Transferring Payload in
//! Multiple Chunks").

use bytes::{Buf as _, Bytes, BytesMut};
use identity::ChunkSeal;
use ring::digest::{Context, SHA256};
use wire::Failure;

use super::super::failures::incomplete_body;

/// The longest line that is read: a length and a signature, or a header of a checksum.
const LONGEST_LINE: usize = 2048;
/// Headers behind the last chunk.
const MOST_TRAILERS: usize = 16;

/// Takes chunks apart as they come.
pub(super) struct Chunks {
    buffer: BytesMut,
    state: State,
    seal: Option<ChunkSeal>,
    hash: Context,
    signature: String,
    trailers: Vec<(String, String)>,
    /// Bytes of white space that came when all was there.
    behind_all: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Length,
    Data {
        left: u64,
    },
    /// The line feed behind a chunk.
    Behind,
    Trailers,
    /// The signature of the headers was right: nothing but an empty line may follow.
    Signed,
    Done,
}

impl Chunks {
    pub(super) fn new(seal: Option<ChunkSeal>) -> Self {
        Self {
            buffer: BytesMut::new(),
            state: State::Length,
            seal,
            hash: Context::new(&SHA256),
            signature: String::new(),
            trailers: Vec::new(),
            behind_all: 0,
        }
    }

    /// The content in what came.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<Vec<Bytes>, Failure> {
        self.buffer.extend_from_slice(bytes);
        let mut content = Vec::new();
        loop {
            match self.state {
                State::Data { left } => {
                    let Some(piece) = self.piece(left) else {
                        return Ok(content);
                    };
                    content.push(piece);
                }
                State::Length | State::Behind | State::Trailers | State::Signed => {
                    let Some(line) = self.line()? else {
                        return Ok(content);
                    };
                    self.step(&line)?;
                }
                State::Done => {
                    self.behind_all += self.buffer.len();
                    let is_clean = self.buffer.iter().all(u8::is_ascii_whitespace)
                        && self.behind_all <= LONGEST_LINE;
                    self.buffer.clear();
                    return if is_clean {
                        Ok(content)
                    } else {
                        Err(malformed())
                    };
                }
            }
        }
    }

    /// The headers behind the chunks, once all are there.
    pub(super) fn finish(self) -> Result<Vec<(String, String)>, Failure> {
        match self.state {
            State::Done => Ok(self.trailers),
            // A client may leave out the empty line at the end.
            State::Trailers if self.buffer.is_empty() && self.seal.is_none() => Ok(self.trailers),
            State::Signed if self.buffer.is_empty() => Ok(self.trailers),
            State::Length
            | State::Data { .. }
            | State::Behind
            | State::Trailers
            | State::Signed => Err(incomplete_body()),
        }
    }

    fn piece(&mut self, left: u64) -> Option<Bytes> {
        if self.buffer.is_empty() {
            return None;
        }
        let length = usize::try_from(left).unwrap_or(usize::MAX);
        let piece = self.buffer.split_to(length.min(self.buffer.len())).freeze();
        self.hash.update(&piece);
        let left = left - piece.len() as u64;
        self.state = if left == 0 {
            State::Behind
        } else {
            State::Data { left }
        };
        Some(piece)
    }

    fn line(&mut self) -> Result<Option<String>, Failure> {
        let end = self.buffer.iter().position(|byte| *byte == b'\n');
        let Some(end) = end.filter(|end| *end <= LONGEST_LINE) else {
            let is_long = self.buffer.len() > LONGEST_LINE;
            return if is_long { Err(malformed()) } else { Ok(None) };
        };
        let line = self.buffer.split_to(end);
        self.buffer.advance(1);
        let line = std::str::from_utf8(&line).map_err(|_| malformed())?;
        Ok(Some(line.trim_end_matches('\r').to_owned()))
    }

    fn step(&mut self, line: &str) -> Result<(), Failure> {
        match self.state {
            State::Length => self.begin(line),
            State::Behind if line.is_empty() => {
                self.verify()?;
                self.state = State::Length;
                Ok(())
            }
            State::Trailers => self.trailer(line),
            State::Signed if line.is_empty() => {
                self.state = State::Done;
                Ok(())
            }
            State::Behind | State::Signed | State::Data { .. } | State::Done => Err(malformed()),
        }
    }

    /// `1000;chunk-signature=…`
    fn begin(&mut self, line: &str) -> Result<(), Failure> {
        let (length, rest) = line.split_once(';').unwrap_or((line, ""));
        let left = length_of(length.trim()).ok_or_else(malformed)?;
        let signature = rest.trim().strip_prefix("chunk-signature=");
        signature
            .unwrap_or_default()
            .clone_into(&mut self.signature);
        self.hash = Context::new(&SHA256);
        if left > 0 {
            self.state = State::Data { left };
            return Ok(());
        }
        self.verify()?;
        self.state = State::Trailers;
        Ok(())
    }

    fn verify(&mut self) -> Result<(), Failure> {
        let Some(seal) = &mut self.seal else {
            return Ok(());
        };
        let hash = std::mem::replace(&mut self.hash, Context::new(&SHA256)).finish();
        if seal.verify(hash.as_ref(), &self.signature) {
            Ok(())
        } else {
            Err(mismatch())
        }
    }

    fn trailer(&mut self, line: &str) -> Result<(), Failure> {
        if line.is_empty() {
            // Signed headers end with their signature.
            if self.seal.is_some() && !self.trailers.is_empty() {
                return Err(mismatch());
            }
            self.state = State::Done;
            return Ok(());
        }
        let (name, value) = line.split_once(':').ok_or_else(malformed)?;
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_owned());
        if name == "x-amz-trailer-signature" {
            let lines = self.trailers.iter();
            let lines: Vec<String> = lines
                .map(|(name, value)| format!("{name}:{value}\n"))
                .collect();
            let signed = lines.concat();
            let seal = self.seal.take();
            if seal.is_some_and(|mut seal| !seal.verify_trailer(signed.as_bytes(), &value)) {
                return Err(mismatch());
            }
            self.state = State::Signed;
            return Ok(());
        }
        if self.trailers.len() >= MOST_TRAILERS {
            return Err(malformed());
        }
        self.trailers.push((name, value));
        Ok(())
    }
}

/// Hexadecimal digits, and no sign in front of them.
fn length_of(digits: &str) -> Option<u64> {
    let is_plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_plain
        .then(|| u64::from_str_radix(digits, 16).ok())
        .flatten()
}

fn malformed() -> Failure {
    Failure::new(
        "InvalidChunkSizeError",
        400,
        "The chunks of the body are not those of aws-chunked",
    )
}

fn mismatch() -> Failure {
    Failure::new(
        "SignatureDoesNotMatch",
        403,
        "The request signature we calculated does not match the signature you provided. Check your \
         key and signing method.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The content, and what trails it.
    type Read<'a> = (&'a str, &'a [(&'a str, &'a str)]);

    /// However the body is cut, the same comes of it.
    #[track_caller]
    fn check(body: &str, expected: Result<Read<'_>, &str>) {
        for cut in [1, 2, 3, 7, body.len().max(1)] {
            let mut chunks = Chunks::new(None);
            let mut content = Vec::new();
            let fed = body.as_bytes().chunks(cut).try_for_each(|piece| {
                content.extend(chunks.feed(piece)?.concat());
                Ok::<_, Failure>(())
            });
            let found = fed.and_then(|()| chunks.finish());
            match expected {
                Ok((text, trailers)) => {
                    let found = found.unwrap();
                    let found: Vec<_> = found
                        .iter()
                        .map(|(n, v)| (n.as_str(), v.as_str()))
                        .collect();
                    assert_eq!(found, trailers, "{body} by {cut}");
                    assert_eq!(String::from_utf8(content).unwrap(), text);
                }
                Err(code) => assert_eq!(found.unwrap_err().code, code, "{body} by {cut}"),
            }
        }
    }

    #[test]
    fn chunks_are_put_together_whatever_their_cuts() {
        let crc = ("x-amz-checksum-crc32", "AAAAAA==");
        check(
            "3\r\nabc\r\n2\r\nde\r\n0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n",
            Ok(("abcde", &[crc])),
        );
        check(
            "3;chunk-signature=0\r\nabc\r\n0;chunk-signature=1\r\n\r\n",
            Ok(("abc", &[])),
        );
        check("0\r\n\r\n", Ok(("", &[])));
        check(
            "1\r\na\r\n0\r\nX-Amz-Checksum-Crc32:AAAAAA==\r\n",
            Ok(("a", &[crc])),
        );
    }

    #[test]
    fn what_ends_early_or_is_no_chunk_is_refused() {
        check("", Err("IncompleteBody"));
        check("3\r\nab", Err("IncompleteBody"));
        check("3\r\nabc\r\n", Err("IncompleteBody"));
        check("z\r\nabc\r\n", Err("InvalidChunkSizeError"));
        check("3\r\nabcd\r\n0\r\n\r\n", Err("InvalidChunkSizeError"));
        check("0\r\n\r\nmore", Err("InvalidChunkSizeError"));
        check(&"1".repeat(5000), Err("InvalidChunkSizeError"));
        check("+3\r\nabc\r\n0\r\n\r\n", Err("InvalidChunkSizeError"));
        let blank = format!("0\r\n\r\n{}", "\r\n".repeat(LONGEST_LINE));
        check(&blank, Err("InvalidChunkSizeError"));
    }

    #[test]
    fn nothing_stands_behind_the_signature_of_the_trailers() {
        let end = "0\r\na:1\r\nx-amz-trailer-signature:0\r\n";
        check(&format!("{end}\r\n"), Ok(("", &[("a", "1")])));
        check(end, Ok(("", &[("a", "1")])));
        check(&format!("{end}b:2\r\n\r\n"), Err("InvalidChunkSizeError"));
    }
}
