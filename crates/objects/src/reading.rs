//! A content on its way out: a range of it, piece by piece.

use std::fs::File;
use std::io::ErrorKind;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::Stream;

use crate::contents::Contents;
use crate::{ContentError, blocking, failed};

const PIECE: u64 = 256 * 1024;

/// A content that was opened: it can be read to its end even if it is removed meanwhile.
#[derive(Debug, Clone)]
pub struct Reading {
    file: Arc<File>,
    size: u64,
}

impl Contents {
    /// Opens a content; nothing if it is not there.
    pub async fn read(&self, name: &str) -> Result<Option<Reading>, ContentError> {
        let path = self.home.path(name)?;
        blocking("be read", move || {
            let file = match File::open(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(failed("be read")(error)),
            };
            let size = file.metadata().map_err(failed("be read"))?.len();
            let file = Arc::new(file);
            Ok(Some(Reading { file, size }))
        })
        .await
    }
}

impl Reading {
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The bytes of a range, in pieces; a range beyond the end yields what is there.
    pub fn stream(
        self,
        range: Range<u64>,
    ) -> impl Stream<Item = Result<Bytes, ContentError>> + Send + 'static {
        let range = range.start..range.end.min(self.size);
        futures_util::stream::try_unfold((self, range), |(reading, range)| async move {
            if range.start >= range.end {
                return Ok(None);
            }
            let length = (range.end - range.start).min(PIECE);
            let piece = reading.piece(range.start, length).await?;
            let left = range.start + length..range.end;
            Ok(Some((piece, (reading, left))))
        })
    }

    async fn piece(&self, at: u64, length: u64) -> Result<Bytes, ContentError> {
        let file = Arc::clone(&self.file);
        blocking("be read", move || {
            let length = usize::try_from(length).unwrap_or_default();
            let mut piece = vec![0; length];
            file.read_exact_at(&mut piece, at)
                .map_err(failed("be read"))?;
            Ok(Bytes::from(piece))
        })
        .await
    }

    /// The whole content, if it is not longer than `most` bytes.
    pub async fn whole(self, most: u64) -> Result<Bytes, ContentError> {
        if self.size > most {
            return Err(ContentError::TooLarge(most));
        }
        self.piece(0, self.size).await
    }
}

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt as _;

    use super::*;

    #[tokio::test]
    async fn a_range_comes_in_pieces_even_after_the_content_is_gone() {
        let contents = Contents::ephemeral(10_000_000).unwrap();
        let mut writing = contents.write(None).await.unwrap();
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
        for piece in bytes.chunks(70_000) {
            writing.push(Bytes::copy_from_slice(piece)).await.unwrap();
        }
        let kept = writing.finish().await.unwrap();
        assert_eq!(kept.size, 3_000_000);
        assert_eq!(kept.md5, md5::compute(&bytes).0);
        let reading = contents.read(kept.hold.name()).await.unwrap().unwrap();
        drop(kept);
        for range in [
            0..3_000_000_u64,
            5..6,
            262_143..262_145,
            7..7,
            9..90_000_000,
        ] {
            let pieces: Vec<Bytes> = reading
                .clone()
                .stream(range.clone())
                .try_collect()
                .await
                .unwrap();
            let end = usize::try_from(range.end).unwrap().min(bytes.len());
            let start = usize::try_from(range.start).unwrap();
            assert_eq!(pieces.concat(), bytes[start..end], "{range:?}");
        }
        let short = reading.clone().whole(10).await;
        assert!(matches!(short, Err(ContentError::TooLarge(10))));
        assert_eq!(reading.whole(3_000_000).await.unwrap(), bytes);
    }
}
