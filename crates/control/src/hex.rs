//! Bytes as hexadecimal digits.

use std::fmt::Write as _;

/// In lower case.
pub(crate) fn encode(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

/// `None` if these are no pairs of digits.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded() {
        assert_eq!(encode(&[0, 255, 16]), "00ff10");
        assert_eq!(decode("00ff10"), Some(vec![0, 255, 16]));
    }

    #[test]
    fn what_is_not_hexadecimal_is_nothing() {
        for text in ["0", "0g", "é0"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
