//! Why a saved image is not usable.

use std::io;

#[derive(Debug, thiserror::Error)]
pub enum ImageError {
    #[error("the image is broken: {0}")]
    Broken(String),
    #[error("the image is of a kind that cannot be unpacked: {0}")]
    Unsupported(String),
    #[error("the image holds {0:?}, which leads out of its root")]
    Escapes(String),
    #[error("the image is larger than {0} bytes, uncompressed")]
    TooLarge(u64),
    #[error("the image holds more than {0} files")]
    TooMany(u64),
    #[error("the image's {what} does not have the hash that it should have")]
    Hash { what: &'static str },
    #[error("could not write the image's files: {0}")]
    Io(#[from] io::Error),
}

impl ImageError {
    pub(crate) fn broken(what: impl std::fmt::Display) -> Self {
        Self::Broken(what.to_string())
    }

    /// What reading a stream failed with: its own length, what it holds, or the disk below it.
    pub(crate) fn of_stream(error: io::Error) -> Self {
        let too_long = error.get_ref().and_then(|cause| cause.downcast_ref());
        if let Some(TooLong(most)) = too_long {
            return Self::TooLarge(*most);
        }
        match error.kind() {
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::InvalidData => Self::broken(error),
            _ => Self::Io(error),
        }
    }

    /// A name as an error can show it.
    pub(crate) fn escapes(name: &[u8]) -> Self {
        const LONGEST: usize = 200;
        Self::Escapes(
            String::from_utf8_lossy(name)
                .chars()
                .take(LONGEST)
                .collect(),
        )
    }
}

/// A stream is longer than these bytes, which are all that it may have.
#[derive(Debug, thiserror::Error)]
#[error("a stream is longer than {0} bytes")]
pub(crate) struct TooLong(pub(crate) u64);
