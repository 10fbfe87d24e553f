//! AWS Signature Version 4: what a request claims, what it should have been signed with, and
//! whether both agree.
//!
//! The steps are those of the IAM user guide, "Create a signed AWS API request": canonical request,
//! string to sign, signing key, signature, in the header form and in the query (presigned) form.
//! This module must never learn whose key it is; it is given the secret.

mod canonical;
mod chunks;
mod expected;
mod failure;
mod moment;
mod presented;
mod sign;
mod signing_key;
mod uri;

use http::HeaderMap;
use ring::{digest, hmac};

pub use chunks::{ChunkSeal, Promised};
pub use expected::{ClaimedScope, Expected, claimed_scope};
pub use failure::{AuthenticationFailure, Dialect};
pub use sign::{SignError, SigningKey, sign};
pub use uri::PathForm;

pub(crate) use presented::Presented;
pub(crate) use signing_key::SigningKeys;

/// A request as it came over the wire. With HTTP/2 the rim puts `:authority` in as `host`.
#[derive(Debug, Clone, Copy)]
pub struct SignedRequest<'a> {
    pub method: &'a str,
    /// Still percent-encoded.
    pub path: &'a str,
    /// Still percent-encoded, without the question mark.
    pub query: &'a str,
    pub headers: &'a HeaderMap,
    pub body: Payload<'a>,
}

#[derive(Debug, Clone, Copy)]
pub enum Payload<'a> {
    Bytes(&'a [u8]),
    /// The SHA-256 of a body that was read elsewhere.
    Hash([u8; 32]),
    /// The body is still to come: what the head says of it is signed, and whoever reads it holds it
    /// to [`Promised`].
    Declared,
}

/// Whether the signature is the one that `secret` makes.
pub(crate) fn verify(
    request: &SignedRequest<'_>,
    presented: &Presented,
    form: PathForm,
    secret: &str,
    keys: &SigningKeys,
) -> Result<(), AuthenticationFailure> {
    check_headers(request.headers, presented, form)?;
    let payload = payload(request, presented, form)?;
    let key = keys.derive(secret, presented.credential());
    let mut expected = None;
    for token in presented.token_places() {
        let canonical = canonical::request(request, presented, form, *token, &payload);
        let string_to_sign = string_to_sign(presented, &canonical);
        if hmac::verify(&key, string_to_sign.as_bytes(), presented.signature()).is_ok() {
            return Ok(());
        }
        expected.get_or_insert((canonical, string_to_sign));
    }
    let (canonical, string_to_sign) = expected.unwrap_or_default();
    Err(AuthenticationFailure::Mismatch {
        canonical_request: String::from_utf8_lossy(&canonical).into_owned(),
        string_to_sign,
    })
}

/// Headers say what S3 is to do: with `x-amz-copy-source` whoever was given an address to write to
/// could read with the eyes of whoever signed it, so that one which is not signed ends the request
/// (S3 API reference, "Authenticating Requests": all headers that begin with `x-amz-` are signed). What
/// the body is stands in the canonical request in any case.
fn check_headers(
    headers: &HeaderMap,
    presented: &Presented,
    form: PathForm,
) -> Result<(), AuthenticationFailure> {
    if form != PathForm::AsSent {
        return Ok(());
    }
    let signed = presented.signed_headers();
    let names = headers.keys().map(http::HeaderName::as_str);
    let is_unsigned = |name: &&str| {
        name.starts_with("x-amz-")
            && *name != "x-amz-content-sha256"
            && !signed.iter().any(|signed| signed == name)
    };
    let mut unsigned: Vec<&str> = names.filter(is_unsigned).collect();
    if unsigned.is_empty() {
        return Ok(());
    }
    unsigned.sort_unstable();
    Err(AuthenticationFailure::UnsignedHeaders(unsigned.join(", ")))
}

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";
/// A body in chunks with a checksum behind it, none of them signed; S3 alone takes it.
const UNSIGNED_CHUNKS: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

/// The last line of the canonical request. S3 has words of its own for bodies that are not signed:
/// chunks with a checksum behind them, and whatever comes to a presigned address (S3 API reference,
/// "Authenticating Requests: Using Query Parameters").
fn payload(
    request: &SignedRequest<'_>,
    presented: &Presented,
    form: PathForm,
) -> Result<String, AuthenticationFailure> {
    let named = request.headers.get("x-amz-content-sha256");
    let is_s3 = form == PathForm::AsSent;
    match named.and_then(|value| value.to_str().ok()) {
        Some(UNSIGNED_CHUNKS) if is_s3 => Ok(UNSIGNED_CHUNKS.to_owned()),
        None if is_s3 && presented.is_presigned() => Ok(UNSIGNED_PAYLOAD.to_owned()),
        Some(_) if is_s3 && matches!(request.body, Payload::Declared) => {
            let declared = chunks::declared(request.headers);
            declared.map_or_else(|| payload_hash(request), |word| Ok(word.to_owned()))
        }
        Some(_) | None => payload_hash(request),
    }
}

/// It is always the hash of what came, unless the client says that the body is not signed; then that
/// word is signed in its place.
fn payload_hash(request: &SignedRequest<'_>) -> Result<String, AuthenticationFailure> {
    let named = request
        .headers
        .get("x-amz-content-sha256")
        .and_then(|value| value.to_str().ok());
    match named {
        Some(UNSIGNED_PAYLOAD) => return Ok(UNSIGNED_PAYLOAD.to_owned()),
        Some(name) if name.starts_with("STREAMING-") => {
            return Err(AuthenticationFailure::Unsupported(name.to_owned()));
        }
        Some(_) | None => {}
    }
    Ok(match request.body {
        Payload::Bytes(bytes) => hex(digest::digest(&digest::SHA256, bytes).as_ref()),
        Payload::Hash(hash) => hex(&hash),
        // Nothing was said of it, so it must be empty.
        Payload::Declared => payload_digest(b""),
    })
}

fn string_to_sign(presented: &Presented, canonical: &[u8]) -> String {
    format!(
        "{ALGORITHM}\n{}\n{}\n{}",
        presented.date(),
        presented.credential().scope(),
        hex(digest::digest(&digest::SHA256, canonical).as_ref())
    )
}

/// The SHA-256 of a body, as `x-amz-content-sha256` says it.
pub fn payload_digest(body: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, body).as_ref())
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| DIGITS.get(usize::from(nibble)))
        .map(|digit| char::from(*digit))
        .collect()
}

#[cfg(test)]
mod tests;
