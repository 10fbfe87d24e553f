//! A certificate that has nothing but its validity, and a key that is none.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// `SEQUENCE { SEQUENCE { version, serial, SEQUENCE {}, SEQUENCE {}, SEQUENCE { 250101000000Z,
/// 350101000000Z } } }`
pub(crate) fn certificate() -> String {
    let time = |text: &str| [&[0x17, 13], text.as_bytes()].concat();
    let sequence = |contents: &[u8]| {
        let length = u8::try_from(contents.len()).unwrap();
        [&[0x30, length], contents].concat()
    };
    let validity = [time("250101000000Z"), time("350101000000Z")].concat();
    let signed = [
        vec![0xa0, 3, 2, 1, 2],
        vec![2, 1, 7],
        sequence(&[]),
        sequence(&[]),
        sequence(&validity),
    ]
    .concat();
    let der = sequence(&sequence(&signed));
    let body = STANDARD.encode(der);
    format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n")
}

pub(crate) fn private_key() -> String {
    certificate().replace("CERTIFICATE", "PRIVATE KEY")
}
