//! Signing keys: four HMACs from the secret, the same for a whole day, service and region.

use quick_cache::sync::Cache;
use ring::{digest, hmac};

use super::expected::Credential;

/// One for each key, day, region and service that was seen lately.
const MOST_KEYS: usize = 1024;

/// Derived keys, kept under a hash of what they come from, so that no secret is held twice.
pub(crate) struct SigningKeys {
    derived: Cache<[u8; 32], hmac::Key>,
}

impl SigningKeys {
    pub(crate) fn new() -> Self {
        Self {
            derived: Cache::new(MOST_KEYS),
        }
    }

    pub(super) fn derive(&self, secret: &str, credential: &Credential) -> hmac::Key {
        let name = name(secret, credential);
        if let Some(key) = self.derived.get(&name) {
            return key;
        }
        let key = derive(secret, credential);
        self.derived.insert(name, key.clone());
        key
    }
}

fn name(secret: &str, credential: &Credential) -> [u8; 32] {
    let mut hash = digest::Context::new(&digest::SHA256);
    for part in [
        secret,
        &credential.date,
        &credential.region,
        &credential.service,
    ] {
        hash.update(&part.len().to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut name = [0; 32];
    name.copy_from_slice(hash.finish().as_ref());
    name
}

fn derive(secret: &str, credential: &Credential) -> hmac::Key {
    let start = format!("AWS4{secret}");
    let parts = [
        credential.date.as_str(),
        &credential.region,
        &credential.service,
        "aws4_request",
    ];
    let start = hmac::Key::new(hmac::HMAC_SHA256, start.as_bytes());
    parts.iter().fold(start, |key, part| {
        hmac::Key::new(
            hmac::HMAC_SHA256,
            hmac::sign(&key, part.as_bytes()).as_ref(),
        )
    })
}
