//! X.509 certificates as texts: whether they are ones, and when they end.
//!
//! Only what stands before the end of validity is walked over. Nothing is verified here.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use model::Timestamp;

const SEQUENCE: u8 = 0x30;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
/// The version, which old certificates leave out.
const VERSION: u8 = 0xa0;

/// When a certificate in PEM form ends; `None` if this is not one.
pub(crate) fn expiry(pem: &str) -> Option<Timestamp> {
    let bytes = block(pem, "CERTIFICATE")?;
    let certificate = Der(&bytes).enter(SEQUENCE)?;
    let mut signed = certificate.enter(SEQUENCE)?;
    if signed.tag() == Some(VERSION) {
        signed.skip()?;
    }
    for _serial_algorithm_issuer in 0..3 {
        signed.skip()?;
    }
    let mut validity = signed.enter(SEQUENCE)?;
    validity.skip()?;
    time(validity)
}

pub(super) fn is_private_key(pem: &str) -> bool {
    ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"]
        .iter()
        .any(|label| block(pem, label).is_some())
}

/// The bytes of the first block with this label.
fn block(pem: &str, label: &str) -> Option<Vec<u8>> {
    let (_, rest) = pem.split_once(&format!("-----BEGIN {label}-----"))?;
    let (body, _) = rest.split_once(&format!("-----END {label}-----"))?;
    let body: String = body.split_whitespace().collect();
    STANDARD.decode(body).ok().filter(|bytes| !bytes.is_empty())
}

/// What is left of a DER encoding.
#[derive(Clone, Copy)]
struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    fn tag(self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The contents of the first element, and what follows it.
    fn split(self) -> Option<(&'a [u8], &'a [u8])> {
        let (&first, rest) = self.0.get(1..)?.split_first()?;
        let (length, rest) = if first < 0x80 {
            (usize::from(first), rest)
        } else {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            if digits.len() > 4 {
                return None;
            }
            let length = digits
                .iter()
                .fold(0_usize, |length, digit| length << 8 | usize::from(*digit));
            (length, rest)
        };
        rest.split_at_checked(length)
    }

    fn enter(self, tag: u8) -> Option<Self> {
        let (contents, _) = self.split().filter(|_| self.tag() == Some(tag))?;
        Some(Self(contents))
    }

    fn skip(&mut self) -> Option<()> {
        self.0 = self.split()?.1;
        Some(())
    }
}

/// RFC 5280, section 4.1.2.5: two digits of a year are of 1950 to 2049.
fn time(der: Der<'_>) -> Option<Timestamp> {
    let (contents, _) = der.split()?;
    let text = std::str::from_utf8(contents).ok()?;
    let text = match der.tag()? {
        UTC_TIME if text.get(..2)? < "50" => format!("20{text}"),
        UTC_TIME => format!("19{text}"),
        GENERALIZED_TIME => text.to_owned(),
        _ => return None,
    };
    let civil = DateTime::strptime("%Y%m%d%H%M%SZ", text).ok()?;
    let zoned = civil.to_zoned(TimeZone::UTC).ok()?;
    Some(Timestamp::from_seconds(zoned.timestamp().as_second()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iam::testing::{certificate, private_key};

    #[test]
    fn the_end_of_a_certificate_is_read() {
        let expected = Timestamp::from_seconds(2_051_222_400);
        assert_eq!(expiry(&certificate()), Some(expected));
    }

    #[test]
    fn what_is_no_certificate_is_none() {
        let whole = certificate();
        let key = private_key();
        for text in ["", "body", "-----BEGIN CERTIFICATE-----", &key] {
            assert_eq!(expiry(text), None, "{text}");
        }
        assert!(is_private_key(&key) && !is_private_key(&whole));
        for end in [0, 1, 2, 9, 20] {
            let cut = STANDARD.encode(&block(&whole, "CERTIFICATE").unwrap()[..end]);
            let pem = format!("-----BEGIN CERTIFICATE-----{cut}-----END CERTIFICATE-----");
            assert_eq!(expiry(&pem), None, "{end}");
        }
    }
}
