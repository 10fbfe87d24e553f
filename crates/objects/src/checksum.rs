//! The checksums that clients send with an object and ask for with it (S3 user guide, "Checking object
//! integrity").

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::digest;

/// The algorithms that S3 knows for a whole content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    Crc32,
    Crc32c,
    Crc64Nvme,
    Sha1,
    Sha256,
}

impl Algorithm {
    pub const ALL: [Self; 5] = [
        Self::Crc32,
        Self::Crc32c,
        Self::Crc64Nvme,
        Self::Sha1,
        Self::Sha256,
    ];

    /// As S3 writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|algorithm| algorithm.name().eq_ignore_ascii_case(name))
    }

    /// Whether the checksum of a whole follows from those of its parts, so that clients may send one
    /// for the whole of an upload in parts.
    pub fn is_linear(self) -> bool {
        match self {
            Self::Crc32 | Self::Crc32c | Self::Crc64Nvme => true,
            Self::Sha1 | Self::Sha256 => false,
        }
    }

    pub fn start(self) -> Checksum {
        let state = match self {
            Self::Crc32 => State::Crc32(crc32fast::Hasher::new()),
            Self::Crc32c => State::Table(&CRC32C, 0xffff_ffff),
            Self::Crc64Nvme => State::Table(&CRC64_NVME, u64::MAX),
            Self::Sha1 => State::Digest(Box::new(digest::Context::new(
                &digest::SHA1_FOR_LEGACY_USE_ONLY,
            ))),
            Self::Sha256 => State::Digest(Box::new(digest::Context::new(&digest::SHA256))),
        };
        Checksum {
            algorithm: self,
            state,
        }
    }

    /// Of bytes that are there, in base64.
    pub fn of(self, bytes: &[u8]) -> String {
        let mut checksum = self.start();
        checksum.update(bytes);
        checksum.finish()
    }
}

/// A checksum that is being made.
#[derive(Clone)]
pub struct Checksum {
    algorithm: Algorithm,
    state: State,
}

#[derive(Clone)]
enum State {
    Crc32(crc32fast::Hasher),
    /// A reflected polynomial's table, and what was counted so far.
    Table(&'static [u64; 256], u64),
    Digest(Box<digest::Context>),
}

impl Checksum {
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.state {
            State::Crc32(hasher) => hasher.update(bytes),
            State::Table(table, value) => {
                for byte in bytes {
                    let index = usize::from((*value & 0xff) as u8 ^ byte);
                    let entry = table.get(index).copied().unwrap_or_default();
                    *value = (*value >> 8) ^ entry;
                }
            }
            State::Digest(context) => context.update(bytes),
        }
    }

    /// In base64, as S3's headers have it.
    pub fn finish(self) -> String {
        match self.state {
            State::Crc32(hasher) => STANDARD.encode(hasher.finalize().to_be_bytes()),
            State::Table(_, value) if self.algorithm == Algorithm::Crc32c => {
                let value = u32::try_from(value & 0xffff_ffff).unwrap_or_default();
                STANDARD.encode((!value).to_be_bytes())
            }
            State::Table(_, value) => STANDARD.encode((!value).to_be_bytes()),
            State::Digest(context) => STANDARD.encode(context.finish()),
        }
    }
}

/// Castagnoli's polynomial, reflected.
static CRC32C: [u64; 256] = table(0x82f6_3b78);
/// The polynomial of the NVM Express specification, reflected.
static CRC64_NVME: [u64; 256] = table(0x9a6c_9329_ac4b_c9b5);

#[expect(
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where iterators can't be"
)]
const fn table(polynomial: u64) -> [u64; 256] {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        let mut value = index as u64;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 {
                (value >> 1) ^ polynomial
            } else {
                value >> 1
            };
            bit += 1;
        }
        table[index] = value;
        index += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check values of the CRC catalogue for `123456789`, and the digests of FIPS 180.
    #[test]
    fn checksums_are_those_of_their_catalogues() {
        let check = |algorithm: Algorithm, bytes: &[u8]| {
            assert_eq!(
                algorithm.of(b"123456789"),
                STANDARD.encode(bytes),
                "{algorithm:?}"
            );
        };
        check(Algorithm::Crc32, &0xcbf4_3926_u32.to_be_bytes());
        check(Algorithm::Crc32c, &0xe306_9283_u32.to_be_bytes());
        check(
            Algorithm::Crc64Nvme,
            &0xae8b_1486_0a79_9888_u64.to_be_bytes(),
        );
        assert_eq!(Algorithm::Sha1.of(b""), "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");
        assert_eq!(
            Algorithm::Sha256.of(b""),
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn algorithms_are_found_by_their_names() {
        for algorithm in Algorithm::ALL {
            assert_eq!(
                Algorithm::from_name(&algorithm.name().to_lowercase()),
                Some(algorithm)
            );
        }
        assert_eq!(Algorithm::from_name("MD5"), None);
    }
}
