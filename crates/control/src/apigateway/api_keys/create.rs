//! CreateApiKey.

use wire::apigateway::{ApiKey, CreateApiKey, CreateApiKeyRequest, StageKey};

use model::ApiKeyRecord;
use store::Stored;

use super::super::failures::{conflict, no_stage, not_served};
use super::super::{asks, ids, quotas, records, tags};
use super::{Value, check_value, read_description, read_name, shown_briefly};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// As many letters and digits as AWS's own values have.
const VALUE: usize = 40;

impl Handle<CreateApiKey> for Rooms {
    fn needs(&self, call: &Call, input: &CreateApiKeyRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateApiKey>(call, &[]);
        let asks = asks::with_tags(call, ask, input.tags.as_ref());
        Ok(Needs::Permissions(asks))
    }

    async fn handle(&self, authorized: Authorized<CreateApiKey>) -> Result<ApiKey, Refused> {
        let (input, call) = authorized.into_parts();
        let key = read(self, &call, input).await?;
        save(self, &call, &key).await?;
        Ok(shown_briefly(&key, Value::Shown))
    }
}

async fn read(
    rooms: &Rooms,
    call: &Call,
    input: CreateApiKeyRequest,
) -> Result<ApiKeyRecord, Refused> {
    let name = read_name(input.name.as_deref())?;
    let value = input.value.filter(|value| !value.is_empty());
    if let Some(value) = &value {
        check_value(value)?;
    }
    let description = read_description(input.description.as_deref())?;
    if input.generate_distinct_id == Some(false) {
        return Err(not_served("generateDistinctId: false"));
    }
    let tags = input.tags.unwrap_or_default();
    tags::check(&tags)?;
    let stage_keys = read_stage_keys(rooms, call, input.stage_keys.unwrap_or_default()).await?;
    Ok(ApiKeyRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        id: ids::own(ids::LONG),
        value: value.unwrap_or_else(new_value),
        name,
        customer_id: input.customer_id.filter(|id| !id.is_empty()),
        description,
        enabled: input.enabled.unwrap_or(false),
        created: call.now(),
        updated: call.now(),
        stage_keys,
        tags: crate::tags::marked(tags),
    })
}

pub(super) fn new_value() -> String {
    let half = VALUE / 2;
    ids::new(half) + &ids::new(half)
}

async fn read_stage_keys(
    rooms: &Rooms,
    call: &Call,
    given: Vec<StageKey>,
) -> Result<Vec<String>, Refused> {
    let mut keys = Vec::new();
    for key in given {
        let (api, stage) = (
            key.rest_api_id.unwrap_or_default(),
            key.stage_name.unwrap_or_default(),
        );
        let record = records::read(rooms, call, &api, no_stage).await?;
        if !record.stages.contains_key(stage.as_str()) {
            return Err(no_stage());
        }
        keys.push(format!("{api}/{stage}"));
    }
    Ok(keys)
}

/// Of two keys that are made with one value at the same time, neither stays.
pub(super) async fn save(rooms: &Rooms, call: &Call, key: &ApiKeyRecord) -> Result<(), Refused> {
    let keys = super::all(rooms, call).await?;
    if bearers(&keys, &key.value) > 0 {
        return Err(exists());
    }
    quotas::check_more::<ApiKeyRecord>(rooms, keys.len(), 1)?;
    let version = rooms.records.create(key).await?;
    if bearers(&super::all(rooms, call).await?, &key.value) > 1 {
        let id = model::Record::id(key);
        rooms.records.delete::<ApiKeyRecord>(&id, version).await?;
        return Err(exists());
    }
    Ok(())
}

fn bearers(keys: &[Stored<ApiKeyRecord>], value: &str) -> usize {
    keys.iter().filter(|key| key.value == value).count()
}

fn exists() -> Refused {
    conflict("API Key already exists")
}
