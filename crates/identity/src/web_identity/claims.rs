//! What a verified token says.

use model::Timestamp;
use serde_json::{Map, Value};

use super::refusal::WebIdentityRefused;

/// How far the issuer's clock may be ahead.
const SKEW_SECONDS: i64 = 300;

pub(super) struct Claims<'a> {
    claims: &'a Map<String, Value>,
}

impl<'a> Claims<'a> {
    /// Of a token whose signature was verified.
    pub(super) fn new(claims: &'a Map<String, Value>) -> Self {
        Self { claims }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.claims.get(name)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.claims.iter()
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str().filter(|text| !text.is_empty())
    }

    pub(super) fn required(&self, name: &'static str) -> Result<&'a str, WebIdentityRefused> {
        self.text(name)
            .ok_or(WebIdentityRefused::MissingClaim(name))
    }

    pub(super) fn check_times(&self, now: Timestamp) -> Result<(), WebIdentityRefused> {
        let now = now.seconds();
        let expires = self.seconds("exp")?;
        let expires = expires.ok_or(WebIdentityRefused::MissingClaim("exp"))?;
        if expires <= now {
            return Err(WebIdentityRefused::Expired { now, expires });
        }
        let issued = self.seconds("iat")?;
        let issued = issued.ok_or(WebIdentityRefused::MissingClaim("iat"))?;
        for (claim, time) in [("iat", Some(issued)), ("nbf", self.seconds("nbf")?)] {
            if time.is_some_and(|time| time > now.saturating_add(SKEW_SECONDS)) {
                return Err(WebIdentityRefused::NotYet { claim });
            }
        }
        Ok(())
    }

    /// NumericDate (RFC 7519, section 2): seconds, perhaps with a fraction, which is cut off.
    fn seconds(&self, name: &'static str) -> Result<Option<i64>, WebIdentityRefused> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        let whole = value.as_i64().or_else(|| {
            let seconds = value.as_f64().filter(|s| s.abs() < 1e15)?;
            format!("{seconds:.0}").parse().ok()
        });
        whole.map(Some).ok_or(WebIdentityRefused::NotAToken)
    }

    /// The one audience by which the provider's registration is asked: `azp` where it stands, and
    /// where `aud` has several values it must (IAM user guide, "Create an OpenID Connect (OIDC)
    /// identity provider in IAM").
    pub(super) fn audience(&self, client_ids: &[String]) -> Result<&'a str, WebIdentityRefused> {
        let audiences = self.texts("aud");
        let audience = match (self.text("azp"), audiences.as_slice()) {
            (_, []) => return Err(WebIdentityRefused::MissingClaim("aud")),
            (Some(party), _) => Some(party),
            (None, [only]) => Some(*only),
            (None, _) => None,
        };
        audience
            .filter(|audience| client_ids.iter().any(|id| id == audience))
            .ok_or(WebIdentityRefused::WrongAudience)
    }

    /// A claim that is a text or a list of texts.
    fn texts(&self, name: &str) -> Vec<&'a str> {
        match self.get(name) {
            Some(Value::String(text)) => vec![text],
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The keys of "Available keys for AWS OIDC federation" (IAM user guide), each behind the name
    /// of the provider.
    pub(super) fn condition_keys(
        &self,
        provider: &str,
        audience: &str,
        subject: &str,
    ) -> Vec<(String, Vec<String>)> {
        let texts = |name| self.texts(name).into_iter().map(str::to_owned).collect();
        [
            ("aud", vec![audience.to_owned()]),
            ("sub", vec![subject.to_owned()]),
            ("oaud", texts("aud")),
            ("azp", texts("azp")),
            ("amr", texts("amr")),
            ("email", texts("email")),
        ]
        .into_iter()
        .filter(|(_, values): &(_, Vec<String>)| !values.is_empty())
        .map(|(name, values)| (format!("{provider}:{name}"), values))
        .collect()
    }
}
