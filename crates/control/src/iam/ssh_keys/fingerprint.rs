//! The fingerprint of a public key: MD5 of its bytes, which are base64 in both forms.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// `None` if this is neither `ssh-rsa …` nor PEM.
pub(super) fn fingerprint(body: &str) -> Option<String> {
    let encoded: String = if body.trim_start().starts_with("-----BEGIN") {
        body.lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("-----"))
            .collect()
    } else {
        body.strip_prefix("ssh-rsa ")?
            .split(' ')
            .next()?
            .trim()
            .to_owned()
    };
    let bytes = STANDARD
        .decode(encoded)
        .ok()
        .filter(|bytes| !bytes.is_empty())?;
    let pairs: Vec<String> = md5::compute(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Some(pairs.join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_count_and_not_how_they_are_written() {
        let expected = Some("90:01:50:98:3c:d2:4f:b0:d6:96:3f:7d:28:e1:7f:72".to_owned());
        let pem = "-----BEGIN PUBLIC KEY-----\nYW\nJj\n-----END PUBLIC KEY-----\n";
        for body in ["ssh-rsa YWJj ann@home", "ssh-rsa YWJj", pem] {
            assert_eq!(fingerprint(body), expected, "{body}");
        }
        for body in ["", "ssh-rsa", "ssh-rsa !", "ssh-dss YWJj"] {
            assert_eq!(fingerprint(body), None, "{body}");
        }
    }
}
