//! The public keys of OpenID Connect issuers: given in files at the start, or fetched from the issuer
//! when a token of it arrives, and kept for a while.
//!
//! Only issuers that an account has registered are asked, over HTTPS, or over plain HTTP on this
//! machine; an answer is bounded in size and time, and a redirect is not followed. This module must
//! never judge a token.

mod fetch;

use std::collections::HashMap;
use std::sync::{Arc, Mutex as StdMutex, PoisonError};
use std::time::{Duration, Instant};

use identity::web_identity::{KeySet, WebIdentityRefused};
use tokio::sync::Mutex;
use wire::Failure;

use fetch::{Fetch, FetchFailed};

/// How long keys are taken for the issuer's without asking again.
const FRESH: Duration = Duration::from_hours(1);
/// How long after one question the next may follow: tokens with invented key ids must not make us
/// ask at their pace.
const PAUSE: Duration = Duration::from_secs(10);

/// The keys of all issuers.
#[derive(Debug, Default)]
pub struct Issuers {
    /// By the issuer's URL; never fetched.
    given: HashMap<String, Arc<KeySet>>,
    fetched: StdMutex<HashMap<String, Arc<Mutex<Kept>>>>,
    fetch: Fetch,
}

/// What is known of one issuer.
#[derive(Debug, Default)]
struct Kept {
    keys: Option<(Arc<KeySet>, Instant)>,
    asked: Option<Instant>,
}

impl Kept {
    fn usable(&self, key_id: Option<&str>) -> Option<Arc<KeySet>> {
        let (keys, at) = self.keys.as_ref()?;
        let is_known = key_id.is_none_or(|id| keys.has(id));
        (is_known && at.elapsed() < FRESH).then(|| Arc::clone(keys))
    }

    fn may_ask(&self) -> bool {
        self.asked.is_none_or(|at| at.elapsed() >= PAUSE)
    }
}

impl Issuers {
    /// With the keys that whoever runs the server gives, by the issuers' URLs.
    pub fn new(given: impl IntoIterator<Item = (String, KeySet)>) -> Self {
        let given = given.into_iter();
        Self {
            given: given.map(|(url, keys)| (url, Arc::new(keys))).collect(),
            ..Self::default()
        }
    }

    /// The keys among which the one of this id must be. Requests about one issuer wait for each
    /// other, so that it is asked once for all of them.
    pub(crate) async fn keys(
        &self,
        issuer: &str,
        key_id: Option<&str>,
    ) -> Result<Arc<KeySet>, Failure> {
        if let Some(given) = self.given.get(issuer) {
            return Ok(Arc::clone(given));
        }
        let kept = self.kept(issuer);
        let mut kept = kept.lock().await;
        if let Some(keys) = kept.usable(key_id) {
            return Ok(keys);
        }
        if !kept.may_ask() {
            return Err(refuse(&WebIdentityRefused::NoKey));
        }
        kept.asked = Some(Instant::now());
        let keys = Arc::new(self.fetch.keys(issuer).await.map_err(|error| {
            tracing::warn!(issuer, %error, "the keys of an issuer could not be had");
            no_keys(&error)
        })?);
        kept.keys = Some((Arc::clone(&keys), Instant::now()));
        Ok(keys)
    }

    fn kept(&self, issuer: &str) -> Arc<Mutex<Kept>> {
        let mut fetched = self.fetched.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = fetched.entry(issuer.to_owned()).or_default();
        Arc::clone(kept)
    }
}

/// An issuer that can't be reached may be there the next time; one that answers otherwise than the
/// protocol has it will not.
fn no_keys(error: &FetchFailed) -> Failure {
    match error {
        FetchFailed::Unreachable(_) | FetchFailed::Slow => Failure::new(
            "IDPCommunicationError",
            400,
            "The identity provider could not be reached to verify the token",
        ),
        FetchFailed::Unwanted { .. }
        | FetchFailed::Status { .. }
        | FetchFailed::Unreadable(_)
        | FetchFailed::OtherIssuer { .. } => refuse(&WebIdentityRefused::NoKey),
    }
}

fn refuse(refused: &WebIdentityRefused) -> Failure {
    let (code, status) = refused.code();
    Failure::new(code, status, refused.to_string())
}

#[cfg(test)]
mod tests;
