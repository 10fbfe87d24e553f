//! The head of a streamed answer: metadata as JSON, then eight null bytes, then the body ("Set up a
//! Lambda proxy integration with payload response streaming", API Gateway developer guide; "Configuring
//! a Lambda function to stream responses", Lambda developer guide).

use bytes::{Bytes, BytesMut};
use lambda::Part;
use tokio::sync::mpsc::Receiver;

const DELIMITER: [u8; 8] = [0; 8];
/// The delimiter stands within so many bytes.
const MOST_BYTES: usize = 16 * 1024;

/// Why an answer has no head.
#[derive(Debug)]
pub(crate) enum Headless {
    /// The function failed, with this error as JSON.
    Failed(Bytes),
    NoDelimiter,
}

/// What stands before the delimiter, and what was read behind it; the rest stays on its way.
pub(crate) async fn read(parts: &mut Receiver<Part>) -> Result<(Bytes, Bytes), Headless> {
    let mut seen = BytesMut::new();
    while let Some(part) = parts.recv().await {
        match part {
            Part::Chunk(bytes) => seen.extend_from_slice(&bytes),
            Part::Complete(end) => {
                return Err(end.error.map_or(Headless::NoDelimiter, Headless::Failed));
            }
        }
        let window = DELIMITER.len();
        if let Some(at) = seen.windows(window).position(|bytes| bytes == DELIMITER) {
            let metadata = seen.split_to(at).freeze();
            return Ok((metadata, seen.freeze().slice(window..)));
        }
        if seen.len() > MOST_BYTES {
            break;
        }
    }
    Err(Headless::NoDelimiter)
}
