//! What an issuer's record may hold, and the proof that the caller may touch it.

use model::{AccountId, Arn, OidcProviderRecord};
use store::{Records, StoreError, Stored};
use wire::Operation;

use super::super::permitted::{Permitted, decide};
use super::super::refusal::Refusal;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

const MOST_THUMBPRINTS: usize = 5;
const MOST_CLIENT_IDS: usize = 100;

/// The URL without its scheme. It must be of `https` and have no query (IAM API reference,
/// CreateOpenIDConnectProvider). A port, of which AWS advises against, is kept, and so is a slash at
/// the end: issuers such as Auth0's have one in their tokens, and AWS compares the whole.
pub(super) fn issuer(url: &str) -> Result<&str, Refusal> {
    let issuer = url.strip_prefix("https://").unwrap_or_default();
    let host = issuer.split('/').next().unwrap_or_default();
    if host.is_empty() || issuer.contains(['?', '#', ' ']) {
        return Err(Refusal::NotAnIssuer);
    }
    Ok(issuer)
}

pub(super) fn check_thumbprints(thumbprints: &[String]) -> Result<(), Refusal> {
    if thumbprints.len() > MOST_THUMBPRINTS {
        return Err(Refusal::TooManyThumbprints);
    }
    Ok(())
}

pub(super) fn check_client_ids(client_ids: &[String]) -> Result<(), Refusal> {
    if client_ids.len() > MOST_CLIENT_IDS {
        let (name, most) = ("ClientIdsPerOpenIdConnectProvider", MOST_CLIENT_IDS);
        return Err(Refusal::Quota { name, most });
    }
    Ok(())
}

pub(super) async fn permitted_provider<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Permitted<OidcProviderRecord>, Refused> {
    let found = find(&rooms.records, call.account(), arn).await?;
    decide::<O, _>(rooms, call, found, arn, complete)?
        .ok_or_else(|| Refusal::NoSuchIssuer(arn.to_owned()).into())
}

async fn find(
    records: &Records,
    account: &AccountId,
    arn: &str,
) -> Result<Option<Stored<OidcProviderRecord>>, StoreError> {
    let parsed = Arn::new(arn).ok();
    let url = parsed
        .as_ref()
        .and_then(|arn| arn.resource().strip_prefix("oidc-provider/"));
    let Some(url) = url else {
        return Ok(None);
    };
    let id = OidcProviderRecord::id_of(account, url);
    let found = records.get::<OidcProviderRecord>(&id).await?;
    Ok(found.filter(|provider| provider.arn() == arn))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_an_https_url_without_query() {
        for (url, expected) in [
            ("https://example.com", Some("example.com")),
            ("https://example.com/a/b/", Some("example.com/a/b/")),
            ("https://tenant.example.com/", Some("tenant.example.com/")),
            (
                "https://localhost:8080/realms/x",
                Some("localhost:8080/realms/x"),
            ),
            ("http://example.com", None),
            ("example.com", None),
            ("https://", None),
            ("https://example.com/?a=b", None),
        ] {
            assert_eq!(issuer(url).ok(), expected, "{url}");
        }
    }
}
