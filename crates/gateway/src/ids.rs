//! Names for requests, unique and not secret.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lambda::random;

/// A UUID of version 4, as `x-amzn-RequestId` has it.
pub(crate) fn request_id() -> String {
    let id = uuid::Builder::from_random_bytes(random()).into_uuid();
    let mut text = uuid::Uuid::encode_buffer();
    id.hyphenated().encode_lower(&mut text).to_owned()
}

/// Sixteen characters of base64, as `x-amz-apigw-id` has them.
pub(crate) fn extended_id() -> String {
    STANDARD.encode(random::<11>())
}

/// `Root=1-SECONDS-RANDOM`, the X-Ray trace id of a request that brought none.
pub(crate) fn trace_root(seconds: i64) -> String {
    format!("Root=1-{seconds:08x}-{}", hex(&random::<12>()))
}

/// The id of a segment of a trace.
pub(crate) fn trace_parent() -> String {
    hex(&random::<8>())
}

/// A number from 0 up to 100, which it never is.
pub(crate) fn percent() -> f64 {
    f64::from(u32::from_be_bytes(random())) / (f64::from(u32::MAX) + 1.0) * 100.0
}

/// Two lower-case digits for each byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 0xf));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_shape_of_awss() {
        let id = request_id();
        assert_eq!((id.len(), id.as_bytes()[14]), (36, b'4'), "{id}");
        let extended = extended_id();
        assert_eq!(
            (extended.len(), extended.ends_with('=')),
            (16, true),
            "{extended}"
        );
        assert!(trace_root(0x1234).starts_with("Root=1-00001234-"));
        assert_eq!(trace_root(1).len(), 40);
    }

    #[test]
    fn ids_do_not_repeat_across_pages() {
        let ids: std::collections::HashSet<String> = (0..1000).map(|_| request_id()).collect();
        assert_eq!(ids.len(), 1000);
    }
}
