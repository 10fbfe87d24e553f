//! A text as a QR code, and the code as a PNG picture: one bit a dot, not compressed.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::refused::Refused;

/// Dots of a module's side, and modules of the quiet zone around (ISO 18004 wants four).
const SCALE: i32 = 4;
const QUIET: i32 = 4;

pub(super) fn png(text: &str) -> Result<Vec<u8>, Refused> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(Refused::internal)?;
    let side = (code.size() + 2 * QUIET) * SCALE;
    let side_bytes = u32::try_from(side)
        .map_err(Refused::internal)?
        .to_be_bytes();
    let header = [&side_bytes[..], &side_bytes, &[1, 0, 0, 0, 0]].concat();
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut picture, *b"IHDR", &header)?;
    chunk(&mut picture, *b"IDAT", &stored(&rows(&code, side)))?;
    chunk(&mut picture, *b"IEND", &[])?;
    Ok(picture)
}

/// Each row begins with the kind of its filter, which is none.
fn rows(code: &QrCode, side: i32) -> Vec<u8> {
    let mut bytes = Vec::new();
    for y in 0..side {
        bytes.push(0);
        for start in (0..side).step_by(8) {
            let byte = (start..start + 8).fold(0_u8, |byte, x| {
                let is_white = !code.get_module(x / SCALE - QUIET, y / SCALE - QUIET);
                byte << 1 | u8::from(is_white)
            });
            bytes.push(byte);
        }
    }
    bytes
}

/// A zlib stream of blocks that are stored as they are (RFC 1950 and 1951).
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(usize::from(u16::MAX)).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    stream.extend(adler32(bytes).to_be_bytes());
    stream
}

fn adler32(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}

fn chunk(picture: &mut Vec<u8>, kind: [u8; 4], contents: &[u8]) -> Result<(), Refused> {
    let length = u32::try_from(contents.len()).map_err(Refused::internal)?;
    let checked = [&kind[..], contents].concat();
    picture.extend(length.to_be_bytes());
    picture.extend(&checked);
    picture.extend(crc32(&checked).to_be_bytes());
    Ok(())
}

fn crc32(bytes: &[u8]) -> u32 {
    let rest = bytes.iter().fold(u32::MAX, |rest, byte| {
        (0..8).fold(rest ^ u32::from(*byte), |rest, _| {
            if rest & 1 == 1 {
                rest >> 1 ^ 0xedb8_8320
            } else {
                rest >> 1
            }
        })
    });
    !rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values that the specifications of PNG and zlib give.
    #[test]
    fn checks_are_those_of_the_specifications() {
        assert_eq!(crc32(b"IEND"), 0xae42_6082);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn a_picture_has_a_quiet_zone_and_a_finder_in_its_corner() {
        let code = QrCode::encode_text("otpauth://totp/a@1?secret=B", QrCodeEcc::Medium).unwrap();
        let side = (code.size() + 2 * QUIET) * SCALE;
        let rows = rows(&code, side);
        let width = usize::try_from(side).unwrap().div_ceil(8) + 1;
        assert!(rows[1..width].iter().all(|byte| *byte == 0xff));
        let finder = &rows[16 * width..17 * width];
        assert_eq!(finder[..4], [0, 0xff, 0xff, 0]);
        let picture = png("otpauth://totp/a@1?secret=B").unwrap();
        assert!(picture.starts_with(b"\x89PNG") && picture.ends_with(&[0xae, 0x42, 0x60, 0x82]));
    }
}
