//! Another name for something that is stored under its name.

use store::{Records, StoreError};

use super::entity::Named;
use super::permitted::Permitted;
use super::refusal::Refusal;
use crate::refused::Refused;

/// The name is the record's id, so that what has another name is another record. The new one is
/// there before the old one goes: a fault in between leaves both rather than none. `adopt` takes
/// the new name into the record where only the case of letters or the path changes.
pub(super) async fn rename<R: Named>(
    records: &Records,
    old: Permitted<R>,
    renamed: R,
    adopt: impl Fn(&mut R, &R),
) -> Result<(), Refused> {
    if renamed.id() == old.record().id() {
        return old
            .change(records, |record| {
                adopt(record, &renamed);
                Ok(())
            })
            .await;
    }
    let version = match records.create(&renamed).await {
        Ok(version) => version,
        Err(StoreError::Conflict { .. }) => {
            return Err(Refusal::EntityExists(R::NOUN, renamed.name().to_owned()).into());
        }
        Err(error) => return Err(error.into()),
    };
    if let Err(refused) = old.delete(records).await {
        records.delete::<R>(&renamed.id(), version).await?;
        return Err(refused);
    }
    Ok(())
}
