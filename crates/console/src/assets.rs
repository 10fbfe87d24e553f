//! The pages: built files, compressed when they were built, with a strict policy around them.

use std::io::Read as _;

use bytes::Bytes;
use flate2::read::GzDecoder;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};

use crate::answer::{empty, protect, refuse};
use crate::generated::ASSETS;

/// A built file.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Below `/console`.
    pub(crate) path: &'static str,
    pub(crate) kind: &'static str,
    /// Compressed with gzip, which every browser takes on every kind of connection.
    pub(crate) gzip: &'static [u8],
    /// The digest of the file as it was built.
    pub(crate) digest: &'static str,
}

pub(crate) fn answer(path: &str, asked: &HeaderMap) -> Response<Bytes> {
    let path = if path == "/" { "/index.html" } else { path };
    let Some(asset) = ASSETS.iter().find(|asset| asset.path == path) else {
        return refuse(StatusCode::NOT_FOUND, "the console has no such page");
    };
    let tag = format!("\"{}\"", asset.digest);
    if asked
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        let mut unchanged = empty(StatusCode::NOT_MODIFIED);
        describe(&mut unchanged, asset, &tag);
        return unchanged;
    }
    let mut response = if takes_gzip(asked) {
        let mut response = Response::new(Bytes::from_static(asset.gzip));
        let gzip = HeaderValue::from_static("gzip");
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, gzip);
        response
    } else {
        Response::new(unpacked(asset))
    };
    describe(&mut response, asset, &tag);
    response
}

fn describe(response: &mut Response<Bytes>, asset: &Asset, tag: &str) {
    protect(response);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    // The name of a file below `assets` holds its digest.
    let keep = if asset.path.starts_with("/assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| {
        accepted
            .split(',')
            .any(|one| one.trim().starts_with("gzip"))
    })
}

fn unpacked(asset: &Asset) -> Bytes {
    let mut whole = Vec::new();
    // The bytes were packed by the build, and a test unpacks each.
    match GzDecoder::new(asset.gzip).read_to_end(&mut whole) {
        Ok(_) => Bytes::from(whole),
        Err(_) => Bytes::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn every_file_unpacks_to_what_was_built() {
        assert!(ASSETS.iter().any(|asset| asset.path == "/index.html"));
        for asset in ASSETS {
            let digest = ring::digest::digest(&ring::digest::SHA256, &unpacked(asset));
            let mut hex = String::new();
            for byte in digest.as_ref() {
                write!(hex, "{byte:02x}").unwrap();
            }
            assert_eq!(hex, asset.digest, "{}", asset.path);
        }
    }

    #[test]
    fn the_console_adds_less_than_a_megabyte() {
        let bytes: usize = ASSETS.iter().map(|asset| asset.gzip.len()).sum();
        assert!(bytes < 1_000_000, "{bytes} bytes");
    }

    #[test]
    fn a_client_without_gzip_gets_the_plain_file() {
        let mut asked = HeaderMap::new();
        let plain = answer("/", &asked);
        assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
        assert!(plain.body().starts_with(b"<!doctype html>"));
        asked.insert(
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("br, gzip"),
        );
        let packed = answer("/", &asked);
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "gzip");
        asked.insert(
            header::IF_NONE_MATCH,
            packed.headers()[header::ETAG].clone(),
        );
        assert_eq!(answer("/", &asked).status(), StatusCode::NOT_MODIFIED);
    }
}
