//! An issuer's public keys (RFC 7517), and the signatures that they verify.
//!
//! RSA and elliptic curves only: with a shared secret everybody who can verify could also sign.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256,
    RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde_json::Value;

/// AWS takes up to 100 RSA keys and 100 elliptic ones.
const MOST_KEYS: usize = 200;

/// JSON Web Algorithms (RFC 7518, section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rs256,
    Rs384,
    Rs512,
    Ps256,
    Es256,
    Es384,
}

impl Algorithm {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "RS384" => Some(Self::Rs384),
            "RS512" => Some(Self::Rs512),
            "PS256" => Some(Self::Ps256),
            "ES256" => Some(Self::Es256),
            "ES384" => Some(Self::Es384),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
        }
    }

    fn rsa(self) -> Option<&'static RsaParameters> {
        match self {
            Self::Rs256 => Some(&RSA_PKCS1_2048_8192_SHA256),
            Self::Rs384 => Some(&RSA_PKCS1_2048_8192_SHA384),
            Self::Rs512 => Some(&RSA_PKCS1_2048_8192_SHA512),
            Self::Ps256 => Some(&RSA_PSS_2048_8192_SHA256),
            Self::Es256 | Self::Es384 => None,
        }
    }
}

#[derive(Debug, Clone, thiserror::Error)]
#[error("the key set can't be read: {0}")]
pub struct UnreadableKeys(String);

/// What an issuer publishes at its `jwks_uri`.
#[derive(Debug, Clone, Default)]
pub struct KeySet {
    keys: Vec<Key>,
}

#[derive(Debug, Clone)]
pub(super) struct Key {
    id: Option<String>,
    /// The one algorithm that the key is for, where the issuer says so.
    algorithm: Option<String>,
    material: Material,
}

#[derive(Debug, Clone)]
enum Material {
    Rsa {
        modulus: Vec<u8>,
        exponent: Vec<u8>,
    },
    /// Uncompressed points.
    P256(Vec<u8>),
    P384(Vec<u8>),
}

#[derive(Deserialize)]
struct Listed {
    keys: Vec<Value>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    n: Option<String>,
    e: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl KeySet {
    /// Keys that are not for signatures, or of a kind that is not taken, are left out.
    pub fn read(text: &[u8]) -> Result<Self, UnreadableKeys> {
        let listed: Listed =
            serde_json::from_slice(text).map_err(|error| UnreadableKeys(error.to_string()))?;
        if listed.keys.len() > MOST_KEYS {
            let message = format!("it has more than {MOST_KEYS} keys");
            return Err(UnreadableKeys(message));
        }
        let keys = listed.keys.into_iter().filter_map(|key| {
            let key: Jwk = serde_json::from_value(key).ok()?;
            key.into_key()
        });
        Ok(Self {
            keys: keys.collect(),
        })
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether a key has this id: when none has, the issuer may have changed its keys.
    pub fn has(&self, key_id: &str) -> bool {
        self.keys
            .iter()
            .any(|key| key.id.as_deref() == Some(key_id))
    }

    /// The key that a token names; every key that could be the one, where it names none.
    pub(super) fn for_token<'k>(
        &'k self,
        algorithm: Algorithm,
        key_id: Option<&'k str>,
    ) -> impl Iterator<Item = &'k Key> {
        self.keys.iter().filter(move |key| {
            let is_named = key_id.is_none_or(|id| key.id.as_deref() == Some(id));
            let is_for_it = key
                .algorithm
                .as_deref()
                .is_none_or(|own| own == algorithm.name());
            is_named && is_for_it && key.material.suits(algorithm)
        })
    }
}

impl Jwk {
    fn into_key(self) -> Option<Key> {
        if self
            .purpose
            .as_deref()
            .is_some_and(|purpose| purpose != "sig")
        {
            return None;
        }
        let material = match (self.kty.as_str(), self.crv.as_deref()) {
            ("RSA", _) => Material::Rsa {
                modulus: decoded(self.n?)?,
                exponent: decoded(self.e?)?,
            },
            ("EC", Some("P-256")) => Material::P256(point(self.x?, self.y?, 32)?),
            ("EC", Some("P-384")) => Material::P384(point(self.x?, self.y?, 48)?),
            _ => return None,
        };
        Some(Key {
            id: self.kid,
            algorithm: self.alg,
            material,
        })
    }
}

impl Material {
    fn suits(&self, algorithm: Algorithm) -> bool {
        match self {
            Self::Rsa { .. } => algorithm.rsa().is_some(),
            Self::P256(_) => algorithm == Algorithm::Es256,
            Self::P384(_) => algorithm == Algorithm::Es384,
        }
    }
}

impl Key {
    pub(super) fn verify(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        match &self.material {
            Material::Rsa { modulus, exponent } => algorithm.rsa().is_some_and(|parameters| {
                let key = RsaPublicKeyComponents {
                    n: modulus,
                    e: exponent,
                };
                key.verify(parameters, message, signature).is_ok()
            }),
            Material::P256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
                .verify(message, signature)
                .is_ok(),
            Material::P384(point) => UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point)
                .verify(message, signature)
                .is_ok(),
        }
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is taken out of an option"
)]
fn decoded(text: String) -> Option<Vec<u8>> {
    let bytes = URL_SAFE_NO_PAD.decode(&text).ok()?;
    // Big-endian numbers without the zeros that some issuers write in front.
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    Some(bytes.into_iter().skip(zeros).collect())
}

fn point(x: String, y: String, length: usize) -> Option<Vec<u8>> {
    let mut point = vec![4];
    for coordinate in [x, y] {
        let bytes = URL_SAFE_NO_PAD.decode(coordinate).ok()?;
        if bytes.len() != length {
            return None;
        }
        point.extend(bytes);
    }
    Some(point)
}
