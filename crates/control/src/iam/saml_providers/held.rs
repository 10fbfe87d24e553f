//! SAML identity providers as they are found, and what all operations on them share.

use model::{AccountId, Arn, SamlProviderRecord, Timestamp};
use store::{Records, StoreError, Stored};
use wire::Operation;

use super::super::permitted::{Permitted, decide};
use super::super::refusal::Refusal;
use super::super::unserved;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// A hundred years: what AWS tells where the metadata does not end earlier.
const VALID_SECONDS: i64 = 36_525 * 86_400;

pub(super) fn valid_until(now: Timestamp) -> Timestamp {
    Timestamp::from_seconds(now.seconds() + VALID_SECONDS)
}

pub(super) fn refuse_encryption(mode: bool, key: bool) -> Result<(), Refusal> {
    unserved(&[("AssertionEncryptionMode", mode), ("PrivateKey", key)])
}

pub(super) async fn permitted_provider<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Permitted<SamlProviderRecord>, Refused> {
    let found = find(&rooms.records, call.account(), arn).await?;
    decide::<O, _>(rooms, call, found, arn, complete)?
        .ok_or_else(|| Refusal::NoSuchManifest(arn.to_owned()).into())
}

async fn find(
    records: &Records,
    account: &AccountId,
    arn: &str,
) -> Result<Option<Stored<SamlProviderRecord>>, StoreError> {
    let parsed = Arn::new(arn).ok();
    let name = parsed
        .as_ref()
        .and_then(|arn| arn.resource().strip_prefix("saml-provider/"));
    let Some(name) = name else {
        return Ok(None);
    };
    let id = SamlProviderRecord::id_of(account, name);
    let found = records.get::<SamlProviderRecord>(&id).await?;
    Ok(found.filter(|provider| provider.arn() == arn))
}
