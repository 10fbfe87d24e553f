//! Sealing and opening of session tokens.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use model::AccountId;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::SecureRandom;
use ring::{digest, hmac};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::SealedSession;
use crate::identifiers::NoRandomness;

/// Longer tokens are refused unread: policies and tags of a session have at most 2,048 characters,
/// and an identity provider's claims not many more.
const MAX_TOKEN_BYTES: usize = 12_288;
/// First byte of every token, so that the format can change.
const FORMAT: u8 = 2;
/// Bytes of the secret: 40 characters in base64, as AWS's.
const SECRET_BYTES: usize = 30;

/// The keys that follow from the configured seal.
pub(crate) struct Seal {
    token: LessSafeKey,
    message: LessSafeKey,
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
        let message = hmac::sign(&root, b"portcullis authorization message");
        Self {
            message: LessSafeKey::new(aes_key(message.as_ref())),
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
        let text = serde_json::to_vec(session).map_err(|_| NoRandomness)?;
        let token = close_under(&self.token, access_key_id.as_bytes(), text, random)?;
        Ok(STANDARD.encode(token))
    }

    pub(crate) fn open(&self, access_key_id: &str, token: &str) -> Result<SealedSession, NotOurs> {
        if token.len() > MAX_TOKEN_BYTES {
            return Err(NotOurs);
        }
        let bytes = STANDARD.decode(token).map_err(|_| NotOurs)?;
        let text = open_under(&self.token, access_key_id.as_bytes(), &bytes)?;
        serde_json::from_slice(&text).map_err(|_| NotOurs)
    }

    /// Anything else that is to be opened here only, bound to its purpose.
    pub(crate) fn close_remembered(
        &self,
        purpose: &str,
        value: &impl Serialize,
        random: &dyn SecureRandom,
    ) -> Result<String, NoRandomness> {
        let text = serde_json::to_vec(value).map_err(|_| NoRandomness)?;
        let sealed = close_under(&self.token, purpose.as_bytes(), text, random)?;
        Ok(STANDARD.encode(sealed))
    }

    pub(crate) fn open_remembered<T: DeserializeOwned>(
        &self,
        purpose: &str,
        sealed: &str,
    ) -> Result<T, NotOurs> {
        let bytes = STANDARD.decode(sealed).map_err(|_| NotOurs)?;
        let text = open_under(&self.token, purpose.as_bytes(), &bytes)?;
        serde_json::from_slice(&text).map_err(|_| NotOurs)
    }

    /// What was decided about a call of this account, for DecodeAuthorizationMessage.
    pub(crate) fn close_message(
        &self,
        account: &AccountId,
        text: Vec<u8>,
        random: &dyn SecureRandom,
    ) -> Result<String, NoRandomness> {
        let sealed = close_under(&self.message, account.as_str().as_bytes(), text, random)?;
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Messages about calls of other accounts don't open.
    pub(crate) fn open_message(
        &self,
        account: &AccountId,
        message: &str,
    ) -> Result<String, NotOurs> {
        let bytes = URL_SAFE_NO_PAD.decode(message).map_err(|_| NotOurs)?;
        let text = open_under(&self.message, account.as_str().as_bytes(), &bytes)?;
        String::from_utf8(text).map_err(|_| NotOurs)
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

fn close_under(
    key: &LessSafeKey,
    bound_to: &[u8],
    mut text: Vec<u8>,
    random: &dyn SecureRandom,
) -> Result<Vec<u8>, NoRandomness> {
    let mut nonce = [0_u8; NONCE_LEN];
    random.fill(&mut nonce).map_err(|_| NoRandomness)?;
    let sealing = Nonce::assume_unique_for_key(nonce);
    key.seal_in_place_append_tag(sealing, Aad::from(bound_to), &mut text)
        .map_err(|_| NoRandomness)?;
    let mut sealed = Vec::with_capacity(1 + NONCE_LEN + text.len());
    sealed.push(FORMAT);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&text);
    Ok(sealed)
}

fn open_under(key: &LessSafeKey, bound_to: &[u8], sealed: &[u8]) -> Result<Vec<u8>, NotOurs> {
    let Some((&FORMAT, rest)) = sealed.split_first() else {
        return Err(NotOurs);
    };
    let Some((nonce, sealed)) = rest.split_first_chunk::<NONCE_LEN>() else {
        return Err(NotOurs);
    };
    let mut sealed = sealed.to_vec();
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let text = key
        .open_in_place(nonce, Aad::from(bound_to), &mut sealed)
        .map_err(|_| NotOurs)?;
    Ok(text.to_vec())
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
