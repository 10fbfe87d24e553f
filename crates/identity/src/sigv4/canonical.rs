//! The canonical request: the one text that client and server both make of a request.

use http::HeaderMap;

use super::presented::{Presented, TokenPlace};
use super::uri::{canonical_path, canonical_query};
use super::{PathForm, SignedRequest};

/// Bytes, because header values need not be text.
pub(super) fn request(
    request: &SignedRequest<'_>,
    presented: &Presented,
    form: PathForm,
    token: TokenPlace,
    payload: &str,
) -> Vec<u8> {
    let query = canonical_query(request.query, |name| presented.leaves_out(name, token));
    let mut text = Vec::with_capacity(512);
    text.extend_from_slice(request.method.as_bytes());
    text.push(b'\n');
    text.extend_from_slice(canonical_path(request.path, form).as_bytes());
    text.push(b'\n');
    text.extend_from_slice(query.as_bytes());
    text.push(b'\n');
    for name in presented.signed_headers() {
        write_header(&mut text, request.headers, name);
    }
    text.push(b'\n');
    text.extend_from_slice(presented.signed_headers().join(";").as_bytes());
    text.push(b'\n');
    text.extend_from_slice(payload.as_bytes());
    text
}

/// `name:value,value`: values in the order in which they came.
fn write_header(text: &mut Vec<u8>, headers: &HeaderMap, name: &str) {
    text.extend_from_slice(name.as_bytes());
    text.push(b':');
    for (index, value) in headers.get_all(name).iter().enumerate() {
        if index > 0 {
            text.push(b',');
        }
        write_trimmed(text, value.as_bytes());
    }
    text.push(b'\n');
}

/// Without white space at the ends, and with one space for several inside.
fn write_trimmed(text: &mut Vec<u8>, value: &[u8]) {
    let mut words = value
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    if let Some(first) = words.next() {
        text.extend_from_slice(first);
    }
    for word in words {
        text.push(b' ');
        text.extend_from_slice(word);
    }
}
