//! SHA-256 as images write it.

use std::io::{self, Read};

use ring::digest::{Context, SHA256, digest};

/// Sixty-four lower-case hex digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digest(String);

impl Digest {
    /// Reads `sha256:HEX`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.strip_prefix("sha256:").and_then(Self::of_hex)
    }

    pub(crate) fn of_hex(text: &str) -> Option<Self> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 64 && text.bytes().all(is_hex)).then(|| Self(text.to_owned()))
    }

    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(hex(digest(&SHA256, bytes).as_ref()))
    }

    pub(crate) fn as_hex(&self) -> &str {
        &self.0
    }
}

/// A stream whose bytes are hashed as they pass.
pub(crate) struct Hashed<R> {
    inner: R,
    context: Context,
}

impl<R: Read> Hashed<R> {
    pub(crate) fn new(inner: R) -> Self {
        let context = Context::new(&SHA256);
        Self { inner, context }
    }

    pub(crate) fn finish(self) -> (R, Digest) {
        (self.inner, Digest(hex(self.context.finish().as_ref())))
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.context.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
