//! Reads and changes the one record that an API with all its parts is.

use model::{ApiId, RestApiRecord};
use store::Stored;

use super::quotas::Held;
use super::sizes::Sizes;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The caller's API of that id.
pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    id: &str,
) -> Result<Option<Stored<RestApiRecord>>, Refused> {
    match key(call, id) {
        Some(key) => Ok(rooms.records.get(&key).await?),
        None => Ok(None),
    }
}

/// The same; what AWS says when there is none depends on the operation.
pub(super) async fn read(
    rooms: &Rooms,
    call: &Call,
    id: &str,
    missing: impl FnOnce() -> Refused,
) -> Result<RestApiRecord, Refused> {
    match find(rooms, call, id).await? {
        Some(stored) => Ok(stored.record),
        None => Err(missing()),
    }
}

/// Changes the record, or leaves it as it was if the change is refused or goes past a quota.
pub(super) async fn change<T>(
    rooms: &Rooms,
    call: &Call,
    id: &str,
    missing: impl FnOnce() -> Refused,
    mut change: impl FnMut(&mut RestApiRecord) -> Result<T, Refused>,
) -> Result<(RestApiRecord, T), Refused> {
    let Some(key) = key(call, id) else {
        return Err(missing());
    };
    let within_quotas = |api: &mut RestApiRecord| {
        let (held, sizes) = (Held::by(api), Sizes::of(api));
        let output = change(api)?;
        held.check(&rooms.quotas, api)?;
        sizes.check(api)?;
        Ok(output)
    };
    match rooms.records.update(&key, within_quotas).await {
        Ok(updated) => Ok((updated.stored.record, updated.output)),
        Err(error) => Err(Refused::of_update(error, missing)),
    }
}

fn key(call: &Call, id: &str) -> Option<String> {
    let id = ApiId::new(id).ok()?;
    Some(RestApiRecord::id_of(call.account(), call.region(), &id))
}
