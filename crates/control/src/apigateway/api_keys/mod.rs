//! API keys: what callers send to be known by, each with a value that is unique in the account.

mod create;
mod csv;
mod delete;
mod get;
mod import;
mod list;
mod update;

use model::ApiKeyRecord;
use store::Stored;
use wire::apigateway::ApiKey;

use super::failures::{bad_request, no_api_key};
use super::times;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

const MOST_NAME: usize = 1024;
const MOST_DESCRIPTION: usize = 125_000;
const LEAST_VALUE: usize = 20;
const MOST_VALUE: usize = 128;

/// Whether an answer shows the key's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    Shown,
    Hidden,
}

impl Value {
    fn asked(include: Option<bool>) -> Self {
        if include == Some(true) {
            Self::Shown
        } else {
            Self::Hidden
        }
    }
}

fn shown(key: &ApiKeyRecord, value: Value) -> ApiKey {
    ApiKey {
        id: Some(key.id.clone()),
        value: (value == Value::Shown).then(|| key.value.clone()),
        name: key.name.clone(),
        customer_id: key.customer_id.clone(),
        description: key.description.clone(),
        enabled: Some(key.enabled),
        created_date: Some(times::shown(key.created)),
        last_updated_date: Some(times::shown(key.updated)),
        stage_keys: Some(key.stage_keys.clone()),
        tags: Some(key.tags.clone()),
    }
}

/// As it is shown by who makes or lists it: without tags when there are none.
fn shown_briefly(key: &ApiKeyRecord, value: Value) -> ApiKey {
    let shown = shown(key, value);
    ApiKey {
        tags: shown.tags.filter(|tags| !tags.is_empty()),
        ..shown
    }
}

/// All keys of the account, the newest first.
pub(super) async fn all(rooms: &Rooms, call: &Call) -> Result<Vec<Stored<ApiKeyRecord>>, Refused> {
    let prefix = ApiKeyRecord::id_of(call.account(), call.region(), "");
    let mut keys = rooms.records.list::<ApiKeyRecord>(&prefix).await?;
    keys.sort_by(|left, right| {
        right
            .created
            .cmp(&left.created)
            .then(left.id.cmp(&right.id))
    });
    Ok(keys)
}

pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    id: &str,
) -> Result<Stored<ApiKeyRecord>, Refused> {
    let id = ApiKeyRecord::id_of(call.account(), call.region(), id);
    let found = rooms.records.get(&id).await?;
    found.ok_or_else(no_api_key)
}

/// An empty name is none, as recorded by `test_create_api_key_with_invalid_name`.
fn read_name(name: Option<&str>) -> Result<Option<String>, Refused> {
    let name = name.filter(|name| !name.is_empty());
    if name.is_some_and(|name| name.chars().count() > MOST_NAME) {
        return Err(bad_request(format!(
            "Invalid API Key name, can be at most {MOST_NAME} characters."
        )));
    }
    Ok(name.map(str::to_owned))
}

fn read_description(text: Option<&str>) -> Result<Option<String>, Refused> {
    let text = text.filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > MOST_DESCRIPTION) {
        return Err(bad_request("Invalid API Key description specified."));
    }
    Ok(text.map(str::to_owned))
}

fn check_value(value: &str) -> Result<(), Refused> {
    let length = value.chars().count();
    if length < LEAST_VALUE {
        return Err(bad_request(format!(
            "API Key value should be at least {LEAST_VALUE} characters"
        )));
    }
    if length > MOST_VALUE {
        return Err(bad_request(format!(
            "API Key value exceeds maximum size of {MOST_VALUE} characters"
        )));
    }
    Ok(())
}

/// For the fuzz targets.
pub(super) fn read_stranger(text: &str) {
    let _rows = csv::read(text);
}
