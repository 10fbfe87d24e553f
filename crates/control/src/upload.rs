//! The body of a call that its operation reads as it comes, and what the head of the request says of
//! it.

use http::HeaderMap;
use http::request::Parts;
use identity::Promised;
use objects::Algorithm;

use crate::body::Body;

pub(crate) struct Upload {
    pub(crate) body: Body,
    pub(crate) promised: Promised,
    /// Of the content, without what chunks add to it.
    pub(crate) length: Option<u64>,
    /// In base64.
    pub(crate) md5: Option<String>,
    pub(crate) checksum: Declared,
    /// The headers that come behind the body.
    pub(crate) trailer: Option<String>,
}

/// What the head says of a checksum beside the MD5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Declared {
    Nothing,
    /// It is to be made, and comes behind the body if at all.
    Algorithm(Algorithm),
    Value(Algorithm, String),
    /// By the name of a header that has no meaning here.
    Unknown(String),
    /// More than one.
    Several,
}

impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Upload")
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

impl Upload {
    pub(crate) fn of(parts: &Parts, body: Body, promised: Promised) -> Self {
        let headers = &parts.headers;
        let length = match promised {
            Promised::Chunks(_) => text(headers, "x-amz-decoded-content-length"),
            Promised::Anything | Promised::Hash(_) => text(headers, "content-length"),
        };
        let known = hyper::body::Body::size_hint(&body).exact();
        Self {
            length: length.and_then(|length| length.parse().ok()).or(known),
            md5: text(headers, "content-md5").map(str::to_owned),
            checksum: Declared::of(headers),
            trailer: text(headers, "x-amz-trailer").map(str::to_owned),
            body,
            promised,
        }
    }
}

const PREFIX: &str = "x-amz-checksum-";

impl Declared {
    /// `x-amz-checksum-crc32: …`, or the name of the algorithm in one of two headers, or in the name of
    /// the trailer.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let values = headers.iter().filter_map(|(name, value)| {
            let algorithm = name.as_str().strip_prefix(PREFIX)?;
            let is_value = !matches!(algorithm, "algorithm" | "mode" | "type");
            is_value.then_some((algorithm, value))
        });
        let mut found = Self::Nothing;
        for (name, value) in values {
            if found != Self::Nothing {
                return Self::Several;
            }
            found = match (Algorithm::from_name(name), value.to_str()) {
                (Some(algorithm), Ok(value)) => Self::Value(algorithm, value.to_owned()),
                _ => Self::Unknown(format!("{PREFIX}{name}")),
            };
        }
        if found != Self::Nothing {
            return found;
        }
        let trailer = text(headers, "x-amz-trailer").and_then(|name| name.strip_prefix(PREFIX));
        let named = trailer
            .or_else(|| text(headers, "x-amz-sdk-checksum-algorithm"))
            .or_else(|| text(headers, "x-amz-checksum-algorithm"));
        match named.map(|name| (name, Algorithm::from_name(name))) {
            None => Self::Nothing,
            Some((_, Some(algorithm))) => Self::Algorithm(algorithm),
            Some((name, None)) => Self::Unknown(name.to_owned()),
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
