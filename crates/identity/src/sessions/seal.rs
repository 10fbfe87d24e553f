//! Sealing and opening of session tokens.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::SecureRandom;
use ring::{digest, hmac};

use super::SealedSession;
use crate::identifiers::NoRandomness;

/// Longer tokens are refused unread: policies and tags of a session have at most 2,048 characters,
/// and an identity provider's claims not many more.
const MAX_TOKEN_BYTES: usize = 12_288;
/// First byte of every token, so that the format can change.
const FORMAT: u8 = 2;
/// Bytes of the secret: 40 characters in base64, as AWS's.
const SECRET_BYTES: usize = 30;

/// The two keys that follow from the configured seal.
pub(crate) struct Seal {
    token: LessSafeKey,
    secret: hmac::Key,
}

/// The token is not one of ours, was altered, or belongs to another access key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotOurs;

impl Seal {
    pub(crate) fn new(seal: &[u8; 32]) -> Self {
        let root = hmac::Key::new(hmac::HMAC_SHA256, seal);
        let token = hmac::sign(&root, b"portcullis session token");
        let secret = hmac::sign(&root, b"portcullis session secret");
        Self {
            token: LessSafeKey::new(aes_key(token.as_ref())),
            secret: hmac::Key::new(hmac::HMAC_SHA256, secret.as_ref()),
        }
    }

    pub(crate) fn close(
        &self,
        access_key_id: &str,
        session: &SealedSession,
        random: &dyn SecureRandom,
    ) -> Result<String, NoRandomness> {
        let mut nonce = [0_u8; NONCE_LEN];
        random.fill(&mut nonce).map_err(|_| NoRandomness)?;
        let mut text = serde_json::to_vec(session).map_err(|_| NoRandomness)?;
        self.token
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(access_key_id.as_bytes()),
                &mut text,
            )
            .map_err(|_| NoRandomness)?;
        let mut token = Vec::with_capacity(1 + NONCE_LEN + text.len());
        token.push(FORMAT);
        token.extend_from_slice(&nonce);
        token.extend_from_slice(&text);
        Ok(STANDARD.encode(token))
    }

    pub(crate) fn open(&self, access_key_id: &str, token: &str) -> Result<SealedSession, NotOurs> {
        if token.len() > MAX_TOKEN_BYTES {
            return Err(NotOurs);
        }
        let bytes = STANDARD.decode(token).map_err(|_| NotOurs)?;
        let Some((&FORMAT, rest)) = bytes.split_first() else {
            return Err(NotOurs);
        };
        let Some((nonce, sealed)) = rest.split_first_chunk::<NONCE_LEN>() else {
            return Err(NotOurs);
        };
        let mut sealed = sealed.to_vec();
        let text = self
            .token
            .open_in_place(
                Nonce::assume_unique_for_key(*nonce),
                Aad::from(access_key_id.as_bytes()),
                &mut sealed,
            )
            .map_err(|_| NotOurs)?;
        serde_json::from_slice(text).map_err(|_| NotOurs)
    }

    /// The secret access key that belongs to a token.
    pub(crate) fn secret_of(&self, access_key_id: &str, token: &str) -> String {
        let mut context = hmac::Context::with_key(&self.secret);
        context.update(access_key_id.as_bytes());
        context.update(digest::digest(&digest::SHA256, token.as_bytes()).as_ref());
        let tag = context.sign();
        STANDARD.encode(tag.as_ref().get(..SECRET_BYTES).unwrap_or_default())
    }
}

#[expect(
    clippy::expect_used,
    reason = "AES-256 takes any 32 bytes, and HMAC-SHA256 gives 32"
)]
fn aes_key(bytes: &[u8]) -> UnboundKey {
    UnboundKey::new(&AES_256_GCM, bytes).expect("32 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::{SealedHolder, SessionTag};
    use model::Timestamp;
    use ring::rand::SystemRandom;

    fn session() -> SealedSession {
        let holder = SealedHolder::Role {
            arn: "arn:aws:iam::111111111111:role/r".into(),
            unique_id: "AROAEXAMPLE".into(),
            session: "s".into(),
        };
        let (issued, expires) = (Timestamp::from_seconds(100), Timestamp::from_seconds(1_000));
        SealedSession {
            policy: Some("{}".into()),
            tags: vec![SessionTag {
                key: "team".into(),
                value: "blue".into(),
                transitive: true,
            }],
            ..SealedSession::new(holder, issued, expires)
        }
    }

    fn closed() -> String {
        Seal::new(&[7; 32])
            .close("ASIAX", &session(), &SystemRandom::new())
            .unwrap()
    }

    #[track_caller]
    fn check(seal: u8, access_key_id: &str, token: &str, opens: bool) {
        let opened = Seal::new(&[seal; 32]).open(access_key_id, token);
        assert_eq!(opened, if opens { Ok(session()) } else { Err(NotOurs) });
    }

    #[test]
    fn a_token_opens_only_with_its_key_id_and_its_seal() {
        let token = closed();
        check(7, "ASIAX", &token, true);
        check(7, "ASIAY", &token, false);
        check(8, "ASIAX", &token, false);
    }

    #[test]
    fn a_token_with_any_changed_byte_does_not_open() {
        let token = STANDARD.decode(closed()).unwrap();
        for at in 0..token.len() {
            let mut changed = token.clone();
            changed[at] ^= 1;
            check(7, "ASIAX", &STANDARD.encode(&changed), false);
        }
    }

    #[test]
    fn what_is_no_token_does_not_open() {
        for token in ["", "AQ==", "not base64!", &"A".repeat(MAX_TOKEN_BYTES + 4)] {
            check(7, "ASIAX", token, false);
        }
    }

    #[test]
    fn a_secret_belongs_to_one_token_and_one_key_id() {
        let seal = Seal::new(&[7; 32]);
        let secret = seal.secret_of("ASIAX", "t");
        assert_eq!(secret.len(), 40);
        assert_eq!(secret, seal.secret_of("ASIAX", "t"));
        assert_ne!(secret, seal.secret_of("ASIAX", "u"));
        assert_ne!(secret, seal.secret_of("ASIAY", "t"));
    }
}
