//! The contents of objects: files named by their own SHA-256, written as they come and read in parts.
//!
//! A content is there as long as somebody holds it: whoever writes gets a [`Hold`], and what nobody
//! holds any more is removed at once. An object of any size passes through a bounded piece of memory.
//! This crate must never know a bucket, a key or a caller, and never keep a record.

mod checksum; // what clients check contents with
mod contents; // the directory, and who holds what
mod reading;
mod writing;

pub use checksum::{Algorithm, Checksum};
pub use contents::{Contents, Hold};
pub use reading::Reading;
pub use writing::{Kept, Writing};

use std::fmt::Write as _;

#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    #[error("a content's name is 64 lower-case hex digits")]
    Name,
    #[error("the content is longer than {0} bytes")]
    TooLarge(u64),
    #[error("the directory of contents could not {doing}")]
    Io {
        doing: &'static str,
        #[source]
        source: std::io::Error,
    },
}

fn failed(doing: &'static str) -> impl FnOnce(std::io::Error) -> ContentError {
    move |source| ContentError::Io { doing, source }
}

/// Runs what waits for the disk where waiting is allowed.
async fn blocking<T: Send + 'static>(
    doing: &'static str,
    work: impl FnOnce() -> Result<T, ContentError> + Send + 'static,
) -> Result<T, ContentError> {
    let joined = tokio::task::spawn_blocking(work).await;
    joined.map_err(|error| failed(doing)(std::io::Error::other(error)))?
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
