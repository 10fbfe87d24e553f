//! Seeds as people and devices read them: base32 (RFC 4648) without padding.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Each five bytes are eight letters; a seed has a multiple of five bytes.
pub(super) fn base32(bytes: &[u8]) -> String {
    bytes.chunks(5).flat_map(letters).collect()
}

fn letters(chunk: &[u8]) -> impl Iterator<Item = char> {
    let bits = (0..5).fold(0_u64, |bits, at| {
        bits << 8 | u64::from(chunk.get(at).copied().unwrap_or(0))
    });
    let count = (chunk.len() * 8).div_ceil(5);
    (0..count).filter_map(move |at| {
        let five = usize::try_from(bits >> (35 - 5 * at) & 31).ok()?;
        LETTERS.get(five).map(|letter| char::from(*letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, section 10, without the padding.
    #[test]
    fn texts_are_encoded_as_in_the_rfc() {
        for (text, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(text.as_bytes()), expected);
        }
    }
}
