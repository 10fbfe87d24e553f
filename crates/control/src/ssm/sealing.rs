//! SecureStrings at rest: AES-256-GCM under a key of the data directory, bound to the parameter's ARN,
//! so that no value stands in a record in clear and none opens under another name.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use ring::rand::{SecureRandom as _, SystemRandom};

use crate::refused::Refused;
use crate::rooms::Rooms;

impl Rooms {
    pub(super) fn seal_value(&self, arn: &str, value: &str) -> Result<String, Refused> {
        let mut nonce = [0; NONCE_LEN];
        let failed = |_| Refused::internal("a value could not be sealed");
        SystemRandom::new().fill(&mut nonce).map_err(failed)?;
        let mut bytes = value.as_bytes().to_vec();
        self.parameter_key()?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(arn),
                &mut bytes,
            )
            .map_err(failed)?;
        Ok(STANDARD.encode([nonce.as_slice(), &bytes].concat()))
    }

    pub(super) fn open_value(&self, arn: &str, sealed: &str) -> Result<String, Refused> {
        let damaged = || Refused::internal(format!("the value of {arn} can't be opened"));
        let mut bytes = STANDARD.decode(sealed).map_err(|_| damaged())?;
        let (nonce, text) = bytes.split_at_mut_checked(NONCE_LEN).ok_or_else(damaged)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| damaged())?;
        let opened = self
            .parameter_key()?
            .open_in_place(nonce, Aad::from(arn), text);
        let opened = opened.map_err(|_| damaged())?;
        String::from_utf8(opened.to_vec()).map_err(|_| damaged())
    }

    fn parameter_key(&self) -> Result<LessSafeKey, Refused> {
        let seal = hmac::Key::new(hmac::HMAC_SHA256, &self.identity.config().seal);
        let key = hmac::sign(&seal, b"values of parameters");
        let key = UnboundKey::new(&AES_256_GCM, key.as_ref());
        let key = key.map_err(|_| Refused::internal("the key of parameters has another length"))?;
        Ok(LessSafeKey::new(key))
    }
}
