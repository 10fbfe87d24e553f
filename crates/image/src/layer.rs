//! One layer as a stream of entries: uncompressed on the way, counted and hashed.

use std::io::{self, BufReader, Read};

use flate2::read::MultiGzDecoder;

use crate::digest::{Digest, Hashed};
use crate::error::{ImageError, TooLong};
use crate::tar::{Entries, Entry, Skip};
use crate::zstd::{self, Frames};

type Source<'a> = Hashed<Bounded<Box<dyn Read + 'a>>>;

pub(crate) struct Layer<'a> {
    entries: Entries<Source<'a>>,
}

impl<'a> Layer<'a> {
    /// `most` is how long it may be, uncompressed.
    pub(crate) fn open(content: impl Read + 'a, most: u64) -> Result<Self, ImageError> {
        const GZIP: [u8; 2] = [0x1f, 0x8b];
        const BUFFER: usize = 64 * 1024;
        let mut content = BufReader::with_capacity(BUFFER, content);
        let mut start = Vec::new();
        let beginning = content.by_ref().take(4).read_to_end(&mut start);
        beginning.map_err(ImageError::of_stream)?;
        let is_zstd = zstd::is_start(&start);
        let is_gzip = start.starts_with(&GZIP);
        let whole = io::Cursor::new(start).chain(content);
        let inner: Box<dyn Read + 'a> = if is_gzip {
            Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(whole)))
        } else if is_zstd {
            Box::new(Frames::new(whole))
        } else {
            Box::new(whole)
        };
        let left = most;
        Ok(Self {
            entries: Entries::new(Hashed::new(Bounded { inner, left, most })),
        })
    }

    pub(crate) fn next(&mut self) -> Result<Option<Entry>, ImageError> {
        self.entries.next()
    }

    /// Writes the content of the present entry, all of it.
    pub(crate) fn copy(&mut self, file: &mut impl io::Write) -> Result<(), ImageError> {
        io::copy(&mut self.entries, file).map_err(ImageError::of_stream)?;
        Ok(())
    }

    /// Reads to the end, which proves the hash. Gives how many bytes are left for other layers.
    pub(crate) fn finish(self, expected: &Digest) -> Result<u64, ImageError> {
        let mut source = self.entries.into_source();
        io::copy(&mut source, &mut io::sink()).map_err(ImageError::of_stream)?;
        let (bounded, found) = source.finish();
        if found == *expected {
            Ok(bounded.left)
        } else {
            Err(ImageError::Hash { what: "layer" })
        }
    }
}

/// A stream that fails when it turns out longer than it may be.
struct Bounded<R> {
    inner: R,
    left: u64,
    most: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.left.checked_sub(read as u64);
        self.left = left.ok_or_else(|| io::Error::other(TooLong(self.most)))?;
        Ok(read)
    }
}

impl Skip for Source<'_> {
    fn skip(&mut self, bytes: u64) -> io::Result<()> {
        let skipped = io::copy(&mut self.by_ref().take(bytes), &mut io::sink())?;
        if skipped == bytes {
            Ok(())
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }
}
