//! The body of an answer: bytes that are there, or bytes that are still to come.

use bytes::{Bytes, BytesMut};
use http_body_util::{BodyExt as _, Full};

pub type Body = upstream::Body;

/// Of an answer that is read whole: the largest that an integration takes (API Gateway quotas: payload
/// size).
const MOST_BYTES: usize = 10 * 1024 * 1024;

pub fn body_of(bytes: Bytes) -> Body {
    Full::new(bytes)
        .map_err(|never| match never {})
        .boxed_unsync()
}

/// Reads a body to its end, within a bound; fails with what there is to say about it.
pub async fn read_whole(mut body: Body) -> Result<Bytes, String> {
    let mut whole = BytesMut::new();
    while let Some(part) = body.frame().await {
        let part = part.map_err(|error| error.to_string())?;
        let Some(data) = part.data_ref() else {
            continue;
        };
        if whole.len() + data.len() > MOST_BYTES {
            return Err(format!("the answer is longer than {MOST_BYTES} bytes"));
        }
        whole.extend_from_slice(data);
    }
    Ok(whole.freeze())
}
