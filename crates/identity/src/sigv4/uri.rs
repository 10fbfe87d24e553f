//! The canonical path and query string.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986.
const STRICT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');
const PATH: &AsciiSet = &STRICT.remove(b'/');

/// How a service takes the path into the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathForm {
    /// Dot segments and doubled slashes go, and the path as sent is encoded once more. Every
    /// service but S3.
    Normalised,
    /// As sent, encoded once. S3 alone.
    AsSent,
}

impl PathForm {
    /// Of a service, by its signing name.
    pub fn of(service: &str) -> Self {
        if matches!(service, "s3" | "s3-outposts" | "s3-object-lambda") {
            Self::AsSent
        } else {
            Self::Normalised
        }
    }
}

pub(super) fn canonical_path(path: &str, form: PathForm) -> String {
    match form {
        PathForm::Normalised => utf8_percent_encode(&normalise(path), PATH).to_string(),
        PathForm::AsSent if path.is_empty() => "/".to_owned(),
        PathForm::AsSent => {
            let sent: Vec<u8> = percent_decode_str(path).collect();
            percent_encoding::percent_encode(&sent, PATH).to_string()
        }
    }
}

/// RFC 3986 section 5.2.4, with empty segments left out. A path that ends in a slash or in a dot
/// segment keeps its last slash.
fn normalise(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                kept.pop();
            }
            name => kept.push(name),
        }
    }
    let folder = matches!(path.rsplit('/').next(), Some("" | "." | ".."));
    let mut normal = String::with_capacity(path.len().saturating_add(1));
    for segment in &kept {
        normal.push('/');
        normal.push_str(segment);
    }
    if normal.is_empty() || folder {
        normal.push('/');
    }
    normal
}

/// Names and values, each decoded and encoded the strict way, in the order of their encoded names,
/// then values. Parameters that `leaves_out` names are not part of it.
pub(super) fn canonical_query(query: &str, leaves_out: impl Fn(&str) -> bool) -> String {
    let mut pairs: Vec<(String, String)> = parameters(query)
        .filter(|(name, _)| !leaves_out(name))
        .map(|(name, value)| (encode(&name), encode(&value)))
        .collect();
    pairs.sort_unstable();
    let mut out = String::with_capacity(query.len());
    for (name, value) in &pairs {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
        out.push_str(value);
    }
    out
}

/// The parameters of a query string, decoded, in the order in which they stand.
pub(super) fn parameters(query: &str) -> impl Iterator<Item = (Decoded<'_>, Decoded<'_>)> {
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        })
}

/// Decoded bytes; text wherever the client sent text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded<'a>(Cow<'a, [u8]>);

impl std::ops::Deref for Decoded<'_> {
    type Target = str;
    /// Empty when the bytes are no text: no parameter of ours has such a name or value.
    fn deref(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Decoded<'_> {
    pub(super) fn into_text(self) -> String {
        String::from_utf8(self.0.into_owned()).unwrap_or_default()
    }
}

/// A plus sign stands for a space, as browsers and `aws-sigv4` have it.
fn decode(text: &str) -> Decoded<'_> {
    if text.contains('+') {
        let spaced = text.replace('+', " ");
        return Decoded(Cow::Owned(percent_decode_str(&spaced).collect()));
    }
    Decoded(percent_decode_str(text).into())
}

fn encode(decoded: &Decoded<'_>) -> String {
    percent_encoding::percent_encode(&decoded.0, STRICT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, normalised: &str, as_sent: &str) {
        assert_eq!(canonical_path(path, PathForm::Normalised), normalised);
        assert_eq!(canonical_path(path, PathForm::AsSent), as_sent);
    }

    #[track_caller]
    fn check_query(query: &str, expected: &str) {
        assert_eq!(
            canonical_query(query, |name| name == "X-Amz-Signature"),
            expected
        );
    }

    #[test]
    fn every_service_but_s3_normalises_and_encodes_again() {
        check("", "/", "/");
        check("/", "/", "/");
        check("/a/b", "/a/b", "/a/b");
        check("//a//b/", "/a/b/", "//a//b/");
        check("/a/./b/../c", "/a/c", "/a/./b/../c");
        check("/a/..", "/", "/a/..");
        check("/../../a", "/a", "/../../a");
        check("/arn%3Aaws", "/arn%253Aaws", "/arn%3Aaws");
        check("/a b", "/a%20b", "/a%20b");
        check("/%zz", "/%25zz", "/%25zz");
    }

    #[test]
    fn parameters_are_sorted_by_their_encoded_form() {
        check_query("", "");
        check_query("b=2&a=1", "a=1&b=2");
        check_query("a=2&a=1&a", "a=&a=1&a=2");
        check_query("a=b=c", "a=b%3Dc");
        check_query("a=x+y&b=%20", "a=x%20y&b=%20");
        check_query("&&a=1&", "a=1");
        check_query("X-Amz-Signature=f&a=1", "a=1");
        check_query("k=%ff&%C3%A9=1", "%C3%A9=1&k=%FF");
    }
}
