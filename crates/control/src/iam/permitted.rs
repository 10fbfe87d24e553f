//! The proof that the caller may do an operation to something stored.
//!
//! The ARN of a role or user holds its path, and the tags of a resource are condition keys: both
//! stand in the record only. So these operations read the record first and decide about what it
//! says. Nothing here may hand out a record, or its absence, before the decision.

use model::{AccountId, PolicyRecord};
use store::{Records, StoreError, Stored};
use wire::Operation;

use super::entity::{Named, Subject};
use super::managed::{self, Managed};
use super::refusal::Refusal;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::uses;

/// A record that the caller may do the operation to.
#[derive(Debug)]
pub(super) struct Permitted<R> {
    stored: Stored<R>,
}

impl<R: Subject> Permitted<R> {
    pub(super) fn record(&self) -> &R {
        &self.stored.record
    }

    pub(super) fn into_record(self) -> R {
        self.stored.record
    }

    pub(super) async fn change<T>(
        &self,
        records: &Records,
        change: impl FnMut(&mut R) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let updated = records.update(&self.stored.record.id(), change).await;
        updated
            .map(|updated| updated.output)
            .map_err(|error| Refused::of_update(error, || Refusal::ConcurrentModification.into()))
    }

    /// Deletes it as it was when it was looked at.
    pub(super) async fn delete(self, records: &Records) -> Result<(), Refused> {
        let id = self.stored.record.id();
        match records.delete::<R>(&id, self.stored.version).await {
            Ok(_) => Ok(()),
            Err(StoreError::Conflict { .. }) => Err(Refusal::ConcurrentModification.into()),
            Err(error) => Err(error.into()),
        }
    }
}

/// What has that name in the caller's account.
pub(super) async fn permitted<O: Operation, E: Named>(
    rooms: &Rooms,
    call: &Call,
    name: &str,
) -> Result<Permitted<E>, Refused> {
    permitted_with::<O, E>(rooms, call, name, |ask| ask).await
}

/// The same, with the condition keys that the request brings.
pub(super) async fn permitted_with<O: Operation, E: Named>(
    rooms: &Rooms,
    call: &Call,
    name: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Permitted<E>, Refused> {
    let found = find::<E>(&rooms.records, call.account(), name).await?;
    let absent = format!("arn:aws:iam::{}:{}/{name}", call.account(), E::NOUN);
    decide::<O, E>(rooms, call, found, &absent, complete)?
        .ok_or_else(|| Refusal::NoSuchEntity(E::NOUN, name.to_owned()).into())
}

/// The managed policy of that ARN: the caller's, or one of AWS.
pub(super) async fn permitted_policy<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
) -> Result<Managed<Permitted<PolicyRecord>>, Refused> {
    permitted_policy_with::<O>(rooms, call, arn, |ask| ask).await
}

pub(super) async fn permitted_policy_with<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Managed<Permitted<PolicyRecord>>, Refused> {
    let parsed = managed::parse_arn(arn)?;
    let found = managed::find(&rooms.records, call.account(), &parsed).await?;
    let (own, aws) = match found {
        Some(Managed::Own(stored)) => (Some(stored), None),
        Some(Managed::Aws(policy)) => (None, Some(policy)),
        None => (None, None),
    };
    let own = decide::<O, PolicyRecord>(rooms, call, own, arn, complete)?;
    own.map(Managed::Own)
        .or(aws.map(Managed::Aws))
        .ok_or_else(|| Refusal::NoSuchPolicy(arn.to_owned()).into())
}

/// The caller's own policy of that ARN; those of AWS nobody can change.
pub(super) async fn permitted_own_policy<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Permitted<PolicyRecord>, Refused> {
    match permitted_policy_with::<O>(rooms, call, arn, complete).await? {
        Managed::Own(policy) => Ok(policy),
        Managed::Aws(_) => Err(Refusal::ForeignPolicy.into()),
    }
}

/// Asks for the operation on what was found, or on the ARN that it would have had.
pub(super) fn decide<O: Operation, R: Subject>(
    rooms: &Rooms,
    call: &Call,
    found: Option<Stored<R>>,
    absent: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Option<Permitted<R>>, Refused> {
    let resource = found
        .as_ref()
        .map_or_else(|| absent.to_owned(), |stored| stored.record.arn());
    let mut ask = Ask::on(action::<O>(), resource);
    if let Some(stored) = &found {
        ask = about(ask, &stored.record);
    }
    let ask = complete(ask);
    ask.put_to(&rooms.identity, call.caller())?;
    uses::note(&rooms.journal, call.caller(), ask.action(), ask.resources());
    Ok(found.map(|stored| Permitted { stored }))
}

pub(super) fn action<O: Operation>() -> String {
    format!("iam:{}", O::NAME)
}

/// The condition keys that follow from the record.
fn about<R: Subject>(ask: Ask, record: &R) -> Ask {
    let mut ask = ask.tagged(record.tags());
    for (key, value) in record.tags() {
        ask = ask.key_where_listed(format!("iam:ResourceTag/{key}"), value.clone());
    }
    match record.boundary() {
        Some(boundary) => ask.key_where_listed("iam:PermissionsBoundary", boundary),
        None => ask,
    }
}

/// Names are unique without regard to case, and found only as they are written.
pub(super) async fn find<E: Named>(
    records: &Records,
    account: &AccountId,
    name: &str,
) -> Result<Option<Stored<E>>, StoreError> {
    let found = records.get::<E>(&E::id_of(account, name)).await?;
    Ok(found.filter(|stored| stored.record.name() == name))
}
