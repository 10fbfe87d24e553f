//! The three parts of a JSON Web Token (RFC 7519, RFC 7515).
//!
//! The bytes are a stranger's: sizes are bounded before anything is read, and what the claims say is
//! handed out only against the issuer's keys, but for the issuer's own name.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::claims::Claims;
use super::keys::{Algorithm, KeySet};
use super::refusal::WebIdentityRefused::{self, NotAToken};

/// STS API reference: WebIdentityToken has at most 20,000 characters.
const MAX_BYTES: usize = 20_000;

pub struct Token<'a> {
    /// What is signed: header and claims as they stand.
    signed: &'a str,
    signature: Vec<u8>,
    algorithm: Algorithm,
    key_id: Option<String>,
    claims: Map<String, Value>,
}

/// Members that are not named here say nothing of how to verify; `crit` says that they do, so a
/// token that has it is refused.
#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    crit: Option<Value>,
}

/// Claims with a name that stands twice are refused, as RFC 7519, section 4, allows: who reads the first
/// and who reads the last would take the token for two people's.
struct Claimed(Map<String, Value>);

impl<'de> Deserialize<'de> for Claimed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Once)
    }
}

struct Once;

impl<'de> Visitor<'de> for Once {
    type Value = Claimed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("claims")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Claimed, A::Error> {
        let mut claims = Map::new();
        while let Some((name, value)) = from.next_entry()? {
            if claims.insert(name, value).is_some() {
                return Err(A::Error::custom("a claim stands twice"));
            }
        }
        Ok(Claimed(claims))
    }
}

impl<'a> Token<'a> {
    /// Reads a token and believes nothing of it. Unsigned ones, and those signed with a shared
    /// secret, are none.
    pub fn read(text: &'a str) -> Result<Self, WebIdentityRefused> {
        if text.len() > MAX_BYTES {
            return Err(NotAToken);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(NotAToken)?;
        let (header, claims) = signed.split_once('.').ok_or(NotAToken)?;
        let header: Header = json(header)?;
        if header.crit.is_some() {
            return Err(NotAToken);
        }
        Ok(Self {
            signed,
            signature: bytes(signature)?,
            algorithm: Algorithm::named(&header.alg).ok_or(NotAToken)?,
            key_id: header.kid,
            claims: json::<Claimed>(claims)?.0,
        })
    }

    /// Who the token says has made it: enough to look for the keys that prove it, and no more.
    pub fn issuer(&self) -> Result<&str, WebIdentityRefused> {
        let issuer = self.claims.get("iss").and_then(Value::as_str);
        issuer.ok_or(WebIdentityRefused::MissingClaim("iss"))
    }

    /// The key that the token says it is signed with.
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    pub(super) fn verify(&self, keys: &KeySet) -> Result<Claims<'_>, WebIdentityRefused> {
        let message = self.signed.as_bytes();
        let candidates: Vec<_> = keys.for_token(self.algorithm, self.key_id()).collect();
        if candidates.is_empty() {
            return Err(WebIdentityRefused::NoKey);
        }
        let fits = |key: &&super::keys::Key| key.verify(self.algorithm, message, &self.signature);
        if candidates.iter().any(fits) {
            Ok(Claims::new(&self.claims))
        } else {
            Err(WebIdentityRefused::WrongSignature)
        }
    }
}

fn bytes(part: &str) -> Result<Vec<u8>, WebIdentityRefused> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| NotAToken)
}

fn json<T: for<'de> Deserialize<'de>>(part: &str) -> Result<T, WebIdentityRefused> {
    serde_json::from_slice(&bytes(part)?).map_err(|_| NotAToken)
}
