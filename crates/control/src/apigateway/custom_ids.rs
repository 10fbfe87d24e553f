//! Which id a new API gets: a random one, or the one that its `_custom_id_` tag asks for, as
//! LocalStack's users know it.

use std::collections::BTreeMap;

use model::{ApiId, Record, RestApiRecord};
use store::StoreError;

use super::failures::{bad_request, conflict};
use super::ids;
use super::quotas::{Held, check_api};
use super::sizes::Sizes;
use crate::refused::Refused;
use crate::rooms::Rooms;

const TAG: &str = "_custom_id_";

pub(super) fn is_named(tags: &BTreeMap<String, String>) -> bool {
    tags.contains_key(TAG)
}

pub(super) async fn of(rooms: &Rooms, tags: &BTreeMap<String, String>) -> Result<ApiId, Refused> {
    let Some(wanted) = tags.get(TAG) else {
        return random();
    };
    let id = ApiId::new(wanted).map_err(|invalid| bad_request(invalid.to_string()))?;
    match bearers(rooms, &id).await? {
        0 => Ok(id),
        _ => Err(in_use()),
    }
}

/// Keeps a new API. Of two accounts that ask for one id at the same time, neither gets it.
pub(super) async fn create(rooms: &Rooms, api: &RestApiRecord) -> Result<(), Refused> {
    Held::NOTHING.check(&rooms.quotas, api)?;
    Sizes::NOTHING.check(api)?;
    check_api(rooms, api)?;
    let version = rooms.records.create(api).await.map_err(taken)?;
    if is_named(&api.tags) && bearers(rooms, &api.id).await? > 1 {
        rooms
            .records
            .delete::<RestApiRecord>(&Record::id(api), version)
            .await?;
        return Err(in_use());
    }
    Ok(())
}

/// An API is called by its id alone, so that nobody may take one that any account has.
async fn bearers(rooms: &Rooms, id: &ApiId) -> Result<usize, Refused> {
    let apis = rooms.records.list::<RestApiRecord>("").await?;
    Ok(apis.iter().filter(|api| api.id == *id).count())
}

pub(super) fn random() -> Result<ApiId, Refused> {
    ApiId::new(&ids::own(ids::LONG)).map_err(Refused::internal)
}

/// What the store says when somebody else was faster.
fn taken(error: StoreError) -> Refused {
    match error {
        StoreError::Conflict { .. } => in_use(),
        error => error.into(),
    }
}

fn in_use() -> Refused {
    conflict("The specified API identifier is already in use")
}
