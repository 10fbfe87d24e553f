//! What API Gateway refuses in a definition, in its own words: the same rules for imports and for single operations.
//!
//! Nothing here changes what it checks, and nothing here knows whether a function or a role exists: AWS finds that out at
//! the invocation.

mod authorizer;
mod integration;
mod mappings;
mod path;

pub use authorizer::{INVALID_AUTHORIZER_TTL, validate_authorizer};
pub use integration::{
    DEFAULT_TIMEOUT_MILLIS, invalid_timeout, raise_timeout_quota, validate_integration,
};
pub use mappings::{validate_gateway_response, validate_mappings, validate_request_parameters};
pub use path::{second_variable, validate_parent, validate_path_part, variable_of};

/// Recorded for UpdateRestApi.
pub const INVALID_COMPRESSION_SIZE: &str =
    "Invalid minimum compression size, must be between 0 and 10485760";

/// Bytes from which on an answer is compressed.
pub fn validate_compression_size(size: i64) -> Result<u32, String> {
    match u32::try_from(size) {
        Ok(size) if size <= 10_485_760 => Ok(size),
        _ => Err(INVALID_COMPRESSION_SIZE.to_owned()),
    }
}

/// A status code as API Gateway takes it: `[1-5]\d\d`.
pub fn is_status(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_and_sizes_have_their_bounds() {
        for (text, expected) in [
            ("200", true),
            ("599", true),
            ("600", false),
            ("20", false),
            ("2XX", false),
            ("default", false),
        ] {
            assert_eq!(is_status(text), expected, "{text}");
        }
        for (size, fits) in [
            (0, true),
            (10_485_760, true),
            (10_485_761, false),
            (-1, false),
        ] {
            assert_eq!(validate_compression_size(size).is_ok(), fits, "{size}");
        }
    }
}
