//! Bodies that are still to come: what the head of a request promises of them, and the signatures of
//! chunks (S3 API reference, "Signature Calculations for the Authorization Header: Transferring Payload
//! in Multiple Chunks", also "Including Trailing Headers").

use http::HeaderMap;
use ring::{digest, hmac};

use super::presented::Presented;
use super::signing_key::SigningKeys;
use super::{UNSIGNED_CHUNKS, hex};

const SIGNED_CHUNKS: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
const SIGNED_CHUNKS_AND_TRAILER: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

/// What is known of a body before it is read. Whoever reads it must hold it to that.
#[derive(Debug, Clone)]
pub enum Promised {
    /// Any bytes.
    Anything,
    /// The bytes whose SHA-256 this is, in lower-case hex.
    Hash(String),
    /// Chunks; signed ones have a seal, unless nobody asks for the signature.
    Chunks(Option<ChunkSeal>),
}

impl Promised {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        match content_sha256(headers) {
            Some(word) if word.starts_with("STREAMING-") => Self::Chunks(None),
            Some(hash) if is_hash(hash) => Self::Hash(hash.to_ascii_lowercase()),
            Some(_) | None => Self::Anything,
        }
    }

    /// With what verifies the chunks, if they are signed.
    pub(crate) fn sealed(
        self,
        headers: &HeaderMap,
        presented: &Presented,
        secret: &str,
        keys: &SigningKeys,
    ) -> Self {
        match (self, content_sha256(headers)) {
            (Self::Chunks(_), Some(SIGNED_CHUNKS | SIGNED_CHUNKS_AND_TRAILER)) => {
                Self::Chunks(Some(ChunkSeal {
                    key: keys.derive(secret, presented.credential()),
                    place: format!("{}\n{}", presented.date(), presented.credential().scope()),
                    previous: hex(presented.signature()),
                }))
            }
            (other, _) => other,
        }
    }
}

/// The word or the hash that stands in a canonical request whose body is still to come.
pub(super) fn declared(headers: &HeaderMap) -> Option<&str> {
    let known = |word: &&str| {
        matches!(
            *word,
            SIGNED_CHUNKS | SIGNED_CHUNKS_AND_TRAILER | UNSIGNED_CHUNKS
        ) || is_hash(word)
    };
    content_sha256(headers).filter(known)
}

fn content_sha256(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-amz-content-sha256")?.to_str().ok()
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Verifies chunks in the order in which they come: each signature is made over the one before.
#[derive(Clone)]
pub struct ChunkSeal {
    key: hmac::Key,
    /// Date and scope, a line each.
    place: String,
    previous: String,
}

impl std::fmt::Debug for ChunkSeal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChunkSeal").finish_non_exhaustive()
    }
}

impl ChunkSeal {
    /// Whether the next chunk, of which this is the SHA-256, was signed so.
    pub fn verify(&mut self, chunk: &[u8], signature: &str) -> bool {
        let empty = hex(digest::digest(&digest::SHA256, b"").as_ref());
        let text = format!(
            "AWS4-HMAC-SHA256-PAYLOAD\n{}\n{}\n{empty}\n{}",
            self.place,
            self.previous,
            hex(chunk)
        );
        self.check(&text, signature)
    }

    /// Whether the headers behind the last chunk, each `name:value` and a line feed, were.
    pub fn verify_trailer(&mut self, trailer: &[u8], signature: &str) -> bool {
        let hash = digest::digest(&digest::SHA256, trailer);
        let text = format!(
            "AWS4-HMAC-SHA256-TRAILER\n{}\n{}\n{}",
            self.place,
            self.previous,
            hex(hash.as_ref())
        );
        self.check(&text, signature)
    }

    fn check(&mut self, text: &str, signature: &str) -> bool {
        let Some(given) = unhex(signature) else {
            return false;
        };
        if hmac::verify(&self.key, text.as_bytes(), &given).is_err() {
            return false;
        }
        self.previous = hex(&given);
        true
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use model::Timestamp;

    use super::*;
    use crate::sigv4::{Expected, PathForm, Payload, SignedRequest, verify};

    /// The example of the first of the two pages.
    #[test]
    fn the_chunks_of_awss_example_verify() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("host", "s3.amazonaws.com"),
            ("x-amz-date", "20130524T000000Z"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ("x-amz-content-sha256", SIGNED_CHUNKS),
            ("content-encoding", "aws-chunked"),
            ("x-amz-decoded-content-length", "66560"),
            ("content-length", "66824"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,\
                 SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;\
                 x-amz-decoded-content-length;x-amz-storage-class,\
                 Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            ),
        ] {
            headers.insert(name, value.parse().unwrap());
        }
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        let request = SignedRequest {
            method: "PUT",
            path: "/examplebucket/chunkObject.txt",
            query: "",
            headers: &headers,
            body: Payload::Declared,
        };
        let presented = Presented::read(&request).unwrap();
        let expected = Expected {
            service: "s3",
            region: None,
        };
        let keys = SigningKeys::new();
        presented
            .credential()
            .check(&expected, presented.date())
            .unwrap();
        presented
            .check_time(Timestamp::from_seconds(1_369_353_600))
            .unwrap();
        verify(&request, &presented, PathForm::AsSent, secret, &keys).unwrap();
        let promised = Promised::of(&headers).sealed(&headers, &presented, secret, &keys);
        let Promised::Chunks(Some(mut seal)) = promised else {
            panic!("signed chunks");
        };
        for (length, signature) in [
            (
                65_536,
                "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            ),
            (
                1024,
                "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            ),
            (
                0,
                "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
            ),
        ] {
            let chunk = vec![b'a'; length];
            let hash = digest::digest(&digest::SHA256, &chunk);
            assert!(seal.clone().verify(hash.as_ref(), signature), "{length}");
            assert!(!seal.verify(b"other", signature));
            assert!(seal.verify(hash.as_ref(), signature));
        }
    }
}
