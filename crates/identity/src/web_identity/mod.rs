//! Who an OpenID Connect provider says that somebody is: the token of AssumeRoleWithWebIdentity.
//!
//! A [`Token`] is a stranger's text and says only where its keys are to be found. With the provider
//! that IAM knows and with that provider's keys it becomes a [`WebIdentity`], the proof that
//! [`crate::Assumer::WebIdentity`] asks for. This module fetches nothing and looks at no clock.

mod claims;
mod keys;
mod refusal;
mod tags;
mod token;

use std::sync::Arc;

use model::{AccountId, OidcProviderRecord, Timestamp};
use policy::Context;

use crate::sessions::{Federation, SessionTag};
use crate::{Caller, Identity};

pub use keys::{KeySet, UnreadableKeys};
pub use refusal::WebIdentityRefused;
pub use token::Token;

/// An issuer that an account has registered as a provider.
#[derive(Debug, Clone)]
pub struct Issuer {
    /// As the token spells it, such as `https://accounts.example.com`.
    url: String,
    provider: Arc<OidcProviderRecord>,
}

impl Issuer {
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Somebody whom a registered provider knows. Only [`WebIdentity::verify`] makes one.
#[derive(Debug, Clone)]
pub struct WebIdentity {
    provider_arn: String,
    subject: String,
    audience: String,
    federation: Federation,
    tags: Vec<SessionTag>,
    source_identity: Option<String>,
    request: Context,
}

impl WebIdentity {
    /// Checks the signature and the claims. `request` has the condition keys of the call.
    pub fn verify(
        token: &Token<'_>,
        issuer: &Issuer,
        keys: &KeySet,
        request: Context,
        now: Timestamp,
    ) -> Result<Self, WebIdentityRefused> {
        let claims = token.verify(keys)?;
        let name = issuer.provider.url.as_str();
        claims.check_times(now)?;
        let audience = claims.audience(&issuer.provider.client_ids)?.to_owned();
        let subject = claims.required("sub")?.to_owned();
        let federation = Federation {
            provider: issuer.provider.arn(),
            keys: claims.condition_keys(name, &audience, &subject),
        };
        check_size(&federation)?;
        Ok(Self {
            provider_arn: issuer.provider.arn(),
            federation,
            tags: tags::of(&claims)?,
            source_identity: tags::source_identity(&claims)?,
            subject,
            audience,
            request,
        })
    }

    pub fn provider_arn(&self) -> &str {
        &self.provider_arn
    }

    /// The claim `sub`.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The one audience that the provider's registration knows.
    pub fn audience(&self) -> &str {
        &self.audience
    }

    /// What the token's claim `https://aws.amazon.com/tags` gives the session.
    pub fn tags(&self) -> &[SessionTag] {
        &self.tags
    }

    pub(crate) fn source_identity(&self) -> Option<&str> {
        self.source_identity.as_deref()
    }

    pub(crate) fn federation(&self) -> &Federation {
        &self.federation
    }

    /// The keys of the request, and those of the provider's word, which win.
    pub(crate) fn context(&self) -> Context {
        let mut context = self.request.clone();
        for (key, values) in &self.federation.keys {
            context.set_many(key.clone(), values.clone());
        }
        context
    }
}

impl Identity {
    /// Who calls without a signature: nobody, with the keys of the request.
    pub fn nobody(&self) -> Caller {
        Caller::nobody(self.config.account.clone())
    }

    /// The provider that the token names, if the account of the role has registered it.
    pub fn issuer_of(
        &self,
        token: &Token<'_>,
        account: &AccountId,
    ) -> Result<Issuer, WebIdentityRefused> {
        let url = token.issuer()?;
        let directory = self.directory();
        let provider = provider_name(url).and_then(|name| {
            let arn = format!("arn:aws:iam::{account}:oidc-provider/{name}");
            directory.oidc_provider(&arn)
        });
        let provider = provider.ok_or_else(|| WebIdentityRefused::NoProvider {
            issuer: url.to_owned(),
        })?;
        Ok(Issuer {
            url: url.to_owned(),
            provider: Arc::clone(provider),
        })
    }
}

/// What a session keeps of a token travels in its own token beside policies and tags, which has room
/// for this much: a session with more would never open again.
const MOST_KEPT_BYTES: usize = 4_096;

fn check_size(federation: &Federation) -> Result<(), WebIdentityRefused> {
    let values = federation
        .keys
        .iter()
        .flat_map(|(key, values)| std::iter::once(key).chain(values));
    // With what JSON puts around each text, and as if every character had to be escaped by two.
    let kept: usize = values.map(|text| 2 * text.len() + 4).sum();
    if kept > MOST_KEPT_BYTES {
        return Err(WebIdentityRefused::TooLarge);
    }
    Ok(())
}

/// The issuer as ARNs and condition keys have it. Plain HTTP is for issuers on this machine.
fn provider_name(issuer: &str) -> Option<&str> {
    if let Some(name) = issuer.strip_prefix("https://") {
        return Some(name);
    }
    issuer
        .strip_prefix("http://")
        .filter(|_| is_loopback(issuer))
}

/// Whether a URL begins with `http://` and names this machine. One with a user before its host
/// (`http://localhost:x@elsewhere`) never does, whatever it looks like.
pub fn is_loopback(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("http://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if authority.contains('@') {
        return false;
    }
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let address: Option<std::net::IpAddr> = host.parse().ok();
    host == "localhost" || address.is_some_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests;
