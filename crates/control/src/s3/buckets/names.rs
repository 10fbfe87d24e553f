//! What a bucket may be called (S3 user guide, "General purpose bucket naming rules").

use std::net::Ipv4Addr;

use super::super::failures::with;
use crate::refused::Refused;

const PREFIXES: [&str; 3] = ["xn--", "sthree-", "amzn-s3-demo-"];
const SUFFIXES: [&str; 6] = [
    "-s3alias",
    "--ol-s3",
    ".mrap",
    "--x-s3",
    "--table-s3",
    "-an",
];

pub(in super::super) fn check(name: &str) -> Result<(), Refused> {
    if is_valid(name) {
        return Ok(());
    }
    let message = "The specified bucket is not valid.";
    Err(with(
        "InvalidBucketName",
        400,
        message,
        &[("BucketName", name)],
    ))
}

fn is_valid(name: &str) -> bool {
    let is_edge = |byte: Option<u8>| {
        byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let allowed = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.')
    };
    (3..=63).contains(&name.len())
        && name.bytes().all(allowed)
        && is_edge(name.bytes().next())
        && is_edge(name.bytes().next_back())
        && !name.contains("..")
        && name.parse::<Ipv4Addr>().is_err()
        && !PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        && !SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_the_rules() {
        for name in [
            "abc",
            "a-b.c1",
            "cdk-hnb659fds-assets-111111111111-us-east-1",
            "0.0",
        ] {
            assert!(is_valid(name), "{name}");
        }
        let long = "a".repeat(64);
        for name in [
            "ab",
            &long,
            "Abc",
            "a_b",
            "-ab",
            "ab.",
            "a..b",
            "192.168.5.4",
            "xn--abc",
            "a/b",
            "abc-s3alias",
            "",
        ] {
            assert!(!is_valid(name), "{name}");
        }
    }
}
