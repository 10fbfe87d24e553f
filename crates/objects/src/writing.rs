//! A content on its way in: hashed and written piece by piece.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use ring::digest::{Context, SHA256};

use crate::contents::{Contents, Hold, Home};
use crate::{Algorithm, Checksum, ContentError, blocking, failed, hex};

/// What is gathered before it is written.
const PIECE: usize = 1024 * 1024;

/// A content that is not complete. Dropped before its end, it leaves nothing.
pub struct Writing {
    home: Arc<Home>,
    gathered: BytesMut,
    size: u64,
    /// Away while a piece is being written.
    work: Option<Work>,
}

struct Work {
    file: File,
    path: PathBuf,
    sha256: Context,
    md5: md5::Context,
    checksum: Option<Checksum>,
    finished: bool,
}

/// A complete content.
#[derive(Debug)]
pub struct Kept {
    pub hold: Hold,
    pub size: u64,
    pub md5: [u8; 16],
    pub sha256: String,
    /// In base64, if one was asked for.
    pub checksum: Option<(Algorithm, String)>,
}

impl Contents {
    /// Begins a content, and a checksum of it beside its own two.
    pub async fn write(&self, algorithm: Option<Algorithm>) -> Result<Writing, ContentError> {
        let home = Arc::clone(&self.home);
        let path = home.new_unfinished();
        let work = blocking("be written", move || {
            let file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path)
                .map_err(failed("be written"))?;
            Ok(Work {
                file,
                path,
                sha256: Context::new(&SHA256),
                md5: md5::Context::new(),
                checksum: algorithm.map(Algorithm::start),
                finished: false,
            })
        });
        Ok(Writing {
            home,
            gathered: BytesMut::new(),
            size: 0,
            work: Some(work.await?),
        })
    }
}

impl Writing {
    /// How many bytes came so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    pub async fn push(&mut self, bytes: Bytes) -> Result<(), ContentError> {
        self.size = self.size.saturating_add(bytes.len() as u64);
        if self.size > self.home.most_bytes {
            return Err(ContentError::TooLarge(self.home.most_bytes));
        }
        self.gathered.extend_from_slice(&bytes);
        if self.gathered.len() >= PIECE {
            self.flush().await?;
        }
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), ContentError> {
        let piece = self.gathered.split().freeze();
        let mut work = self.take()?;
        let work = blocking("be written", move || {
            work.add(&piece)?;
            Ok(work)
        });
        self.work = Some(work.await?);
        Ok(())
    }

    fn take(&mut self) -> Result<Work, ContentError> {
        let gone = || failed("be written")(std::io::Error::other("an earlier write failed"));
        self.work.take().ok_or_else(gone)
    }

    /// When this returns, the content survives kill -9 and loss of power.
    pub async fn finish(mut self) -> Result<Kept, ContentError> {
        let piece = self.gathered.split().freeze();
        let work = self.take()?;
        let (home, size) = (Arc::clone(&self.home), self.size);
        blocking("be written", move || work.finish(&home, &piece, size)).await
    }
}

impl Work {
    fn add(&mut self, piece: &[u8]) -> Result<(), ContentError> {
        self.sha256.update(piece);
        self.md5.consume(piece);
        if let Some(checksum) = &mut self.checksum {
            checksum.update(piece);
        }
        self.file.write_all(piece).map_err(failed("be written"))
    }

    fn finish(mut self, home: &Arc<Home>, piece: &[u8], size: u64) -> Result<Kept, ContentError> {
        self.add(piece)?;
        self.file.sync_all().map_err(failed("be written"))?;
        let sha256 = hex(self.sha256.clone().finish().as_ref());
        let hold = home.settle(&self.path, &sha256)?;
        self.finished = true;
        let checksum = self.checksum.take();
        Ok(Kept {
            hold,
            size,
            md5: self.md5.clone().finalize().0,
            sha256,
            checksum: checksum.map(|checksum| (checksum.algorithm(), checksum.finish())),
        })
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if !self.finished {
            let _already_gone = fs::remove_file(&self.path);
        }
    }
}
