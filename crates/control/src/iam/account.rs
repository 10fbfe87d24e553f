//! The record of what an account has as a whole. It is made when it is written first.

use model::{AccountId, IamAccountRecord};
use store::{Records, StoreError, UpdateError};

use super::refusal::Refusal;
use crate::refused::Refused;

pub(super) async fn read(
    records: &Records,
    account: &AccountId,
) -> Result<IamAccountRecord, StoreError> {
    let found = records
        .get::<IamAccountRecord>(&IamAccountRecord::id_of(account))
        .await?;
    Ok(found.map_or_else(
        || IamAccountRecord::new(account.clone()),
        |stored| stored.record,
    ))
}

pub(super) async fn change<T>(
    records: &Records,
    account: &AccountId,
    mut change: impl FnMut(&mut IamAccountRecord) -> Result<T, Refused>,
) -> Result<T, Refused> {
    let id = IamAccountRecord::id_of(account);
    match records.update(&id, &mut change).await {
        Err(UpdateError::NotFound) => {}
        outcome => return told(outcome.map(|updated| updated.output)),
    }
    match records
        .create(&IamAccountRecord::new(account.clone()))
        .await
    {
        Ok(_) | Err(StoreError::Conflict { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let outcome = records.update(&id, &mut change).await;
    told(outcome.map(|updated| updated.output))
}

fn told<T>(outcome: Result<T, UpdateError<Refused>>) -> Result<T, Refused> {
    outcome.map_err(|error| Refused::of_update(error, || Refusal::ConcurrentModification.into()))
}
