//! Bodies that travel compressed: what callers send is unpacked on arrival, and answers are packed
//! where the API and the caller want it.
//!
//! "Payload compression for REST APIs", developer guide: gzip, deflate and identity; an answer is
//! packed after all mappings if it has `minimumCompressionSize`, if the caller names a coding, and
//! if the integration named none. Unpacking is bounded by the largest body that a caller may send.

use std::io::{Read as _, Write as _};

use bytes::Bytes;
use flate2::Compression;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::exchange::Exchange;
use crate::response::Reply;

/// Bodies above this are packed and unpacked aside, so that other requests go on.
const LARGE: usize = 32 * 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    Gzip,
    Deflate,
}

impl Coding {
    fn of(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => Some(Self::Gzip),
            "deflate" => Some(Self::Deflate),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
        }
    }
}

/// Why a body can't be unpacked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unreadable {
    #[error("the coding {0} is not known")]
    Unknown(String),
    #[error("the body is not {0}")]
    Broken(&'static str),
    #[error("the body is too large when it is unpacked")]
    TooLarge,
}

/// What `Content-Encoding` says of a request's body; `None` if it is as it is.
pub(crate) fn of_request(named: Option<&str>) -> Result<Option<Coding>, Unreadable> {
    let named = named.map(str::trim).unwrap_or_default();
    if named.is_empty() || named.eq_ignore_ascii_case("identity") {
        return Ok(None);
    }
    let known = Coding::of(named);
    known
        .map(Some)
        .ok_or_else(|| Unreadable::Unknown(named.to_owned()))
}

/// The body as it was before it was packed, of at most `most` bytes.
pub(crate) async fn unpack(body: Bytes, coding: Coding, most: usize) -> Result<Bytes, Unreadable> {
    aside(body.len(), move || unpacked(&body, coding, most))
        .await
        .unwrap_or(Err(Unreadable::Broken(coding.name())))
}

pub(crate) fn unpacked(body: &[u8], coding: Coding, most: usize) -> Result<Bytes, Unreadable> {
    let bound = most as u64 + 1;
    let mut text = Vec::new();
    let read = match coding {
        Coding::Gzip => MultiGzDecoder::new(body).take(bound).read_to_end(&mut text),
        Coding::Deflate if is_zlib(body) => {
            ZlibDecoder::new(body).take(bound).read_to_end(&mut text)
        }
        Coding::Deflate => DeflateDecoder::new(body).take(bound).read_to_end(&mut text),
    };
    read.map_err(|_| Unreadable::Broken(coding.name()))?;
    if text.len() > most {
        return Err(Unreadable::TooLarge);
    }
    Ok(text.into())
}

/// Many senders of `deflate` leave out the frame that it should have (RFC 9110, section 8.4.1.2).
fn is_zlib(body: &[u8]) -> bool {
    match body {
        [first, second, ..] => {
            first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0
        }
        _ => true,
    }
}

/// Packs an answer if API, caller and answer want it.
pub(crate) async fn pack(exchange: &Exchange, reply: Reply) -> Reply {
    let stage = exchange.stage.as_deref();
    let Some(least) = stage.and_then(|stage| stage.minimum_compression_size) else {
        return reply;
    };
    let accepted = exchange.request.headers.last("accept-encoding");
    let Some(coding) = accepted.as_deref().and_then(chosen) else {
        return reply;
    };
    if reply.body.len() < least || reply.body.is_empty() || reply.get("content-encoding").is_some()
    {
        return reply;
    }
    let body = reply.body.clone();
    let packed = aside(body.len(), move || packed(&body, coding)).await;
    let Some(Ok(packed)) = packed else {
        return reply;
    };
    let mut reply = reply;
    reply.body = packed.into();
    reply.set("Content-Encoding", coding.name());
    reply
}

fn packed(body: &[u8], coding: Coding) -> std::io::Result<Vec<u8>> {
    match coding {
        Coding::Gzip => {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(body)?;
            encoder.finish()
        }
        Coding::Deflate => {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(body)?;
            encoder.finish()
        }
    }
}

/// The coding of the greatest weight, the first of equal ones; a star names none ("without an
/// explicit specification … API Gateway does not compress the payload").
fn chosen(accepted: &str) -> Option<Coding> {
    let mut best: Option<(Option<Coding>, f32)> = None;
    for item in accepted.split(',') {
        let mut parts = item.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.trim().parse().ok());
        let weight: f32 = weight.unwrap_or(1.0);
        let coding = Coding::of(name);
        if coding.is_none() && !name.eq_ignore_ascii_case("identity") {
            continue;
        }
        if weight > 0.0 && best.is_none_or(|(_, before)| weight > before) {
            best = Some((coding, weight));
        }
    }
    best.and_then(|(coding, _)| coding)
}

/// Runs what takes long beside the requests. `None` if it ended in a panic.
async fn aside<T: Send + 'static>(
    bytes: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    if bytes < LARGE {
        return Some(work());
    }
    tokio::task::spawn_blocking(work).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accepted: &str, expected: Option<Coding>) {
        assert_eq!(chosen(accepted), expected, "{accepted}");
    }

    #[test]
    fn the_caller_chooses_by_weight() {
        check("gzip", Some(Coding::Gzip));
        check("deflate, gzip", Some(Coding::Deflate));
        check("gzip;q=0.5, deflate;q=0.8", Some(Coding::Deflate));
        check("br;q=1.0, gzip;q=0.8, *;q=0.1", Some(Coding::Gzip));
        check("identity, gzip;q=0.5", None);
        check("gzip;q=0", None);
        check("*", None);
        check("br", None);
        check("", None);
    }

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let text = "a small text ".repeat(100);
        for coding in [Coding::Gzip, Coding::Deflate] {
            let small = packed(text.as_bytes(), coding).unwrap();
            assert!(small.len() < text.len() / 4);
            let again = unpacked(&small, coding, text.len()).unwrap();
            assert_eq!(again, text.as_bytes());
        }
        let mut bare = flate2::write::DeflateEncoder::new(Vec::new(), Compression::fast());
        bare.write_all(text.as_bytes()).unwrap();
        let bare = bare.finish().unwrap();
        assert_eq!(unpacked(&bare, Coding::Deflate, 9_999).unwrap(), text);
    }

    #[test]
    fn a_bomb_is_not_unpacked_beyond_the_bound() {
        let bomb = packed(&vec![0; 4_000_000], Coding::Gzip).unwrap();
        assert!(bomb.len() < 10_000);
        let fault = unpacked(&bomb, Coding::Gzip, 1_000_000).unwrap_err();
        assert_eq!(fault, Unreadable::TooLarge);
    }

    #[test]
    fn what_is_not_packed_as_said_is_an_error() {
        for (named, body, expected) in [
            ("gzip", "plain", Unreadable::Broken("gzip")),
            ("deflate", "plain", Unreadable::Broken("deflate")),
        ] {
            let coding = of_request(Some(named)).unwrap().unwrap();
            assert_eq!(unpacked(body.as_bytes(), coding, 99), Err(expected));
        }
        let unknown = Err(Unreadable::Unknown("br".to_owned()));
        assert_eq!(of_request(Some("br")), unknown);
        assert_eq!(of_request(Some("Identity")), Ok(None));
        assert_eq!(of_request(None), Ok(None));
    }
}
