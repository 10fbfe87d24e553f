//! ImportApiKeys: keys from a file, which may name the plans that they are for ("API Gateway API
//! key file format", developer guide).
//!
//! A key whose value is there already is written over. What can't be imported is a warning, and
//! with `failonwarnings` an error before anything is stored.

use wire::apigateway::{ApiKeyIds, ImportApiKeys, ImportApiKeysRequest};

use std::collections::HashSet;

use model::{ApiKeyRecord, Record as _};

use super::super::failures::bad_request;
use super::super::{asks, ids, quotas, usage_plan_keys, usage_plans};
use super::csv::{self, Row};
use super::{all, check_value, create, read_description, read_name};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ImportApiKeys> for Rooms {
    fn needs(&self, call: &Call, _input: &ImportApiKeysRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<ImportApiKeys>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<ImportApiKeys>) -> Result<ApiKeyIds, Refused> {
        let (input, call) = authorized.into_parts();
        if input.format != "csv" {
            return Err(bad_request(
                "Invalid format specified. Must be one of: [csv]",
            ));
        }
        let text = std::str::from_utf8(&input.body);
        let text = text.map_err(|_| bad_request("The file is not UTF-8 text"))?;
        let (rows, mut warnings) =
            check(self, &call, csv::read(text).map_err(bad_request)?).await?;
        if input.fail_on_warnings == Some(true) && !warnings.is_empty() {
            return Err(bad_request(format!(
                "Warnings found during import: {}",
                warnings.join("; ")
            )));
        }
        check_room(self, &call, &rows).await?;
        let mut ids = Vec::new();
        for row in rows {
            let id = keep(self, &call, &row).await?;
            for plan in &row.plans {
                let added = usage_plan_keys::add(self, &call, plan, &id).await;
                if let Err(Refused::Failure(failure)) = added {
                    warnings.push(failure.message);
                } else {
                    added?;
                }
            }
            ids.push(id);
        }
        Ok(ApiKeyIds {
            ids: Some(ids),
            warnings: Some(warnings),
        })
    }
}

/// The rows that can be kept, and what is wrong with the others or with the plans that they name.
async fn check(
    rooms: &Rooms,
    call: &Call,
    rows: Vec<Row>,
) -> Result<(Vec<Row>, Vec<String>), Refused> {
    let plans = usage_plans::all(rooms, call).await?;
    let (mut good, mut warnings) = (Vec::new(), Vec::new());
    for mut row in rows {
        if let Err(Refused::Failure(failure)) = check_row(&row) {
            warnings.push(format!("Line {}: {}", row.line, failure.message));
            continue;
        }
        row.plans.retain(|id| {
            let known = plans.iter().any(|plan| plan.id == *id);
            if !known {
                warnings.push(format!(
                    "Line {}: Invalid Usage Plan ID specified: {id}",
                    row.line
                ));
            }
            known
        });
        good.push(row);
    }
    Ok((good, warnings))
}

/// A file with more new keys than the account may still have is refused before any is stored.
async fn check_room(rooms: &Rooms, call: &Call, rows: &[Row]) -> Result<(), Refused> {
    let keys = all(rooms, call).await?;
    let known: HashSet<_> = keys.iter().map(|key| key.value.as_str()).collect();
    let named: HashSet<_> = rows.iter().map(|row| row.key.as_str()).collect();
    let more = named.difference(&known).count();
    quotas::check_more::<ApiKeyRecord>(rooms, keys.len(), more)
}

fn check_row(row: &Row) -> Result<(), Refused> {
    read_name(Some(&row.name))?;
    read_description(Some(&row.description))?;
    check_value(&row.key)
}

async fn keep(rooms: &Rooms, call: &Call, row: &Row) -> Result<String, Refused> {
    let keys = all(rooms, call).await?;
    let Some(known) = keys.into_iter().find(|key| key.value == row.key) else {
        let key = ApiKeyRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            id: ids::new(ids::LONG),
            value: row.key.clone(),
            name: read_name(Some(&row.name))?,
            customer_id: None,
            description: read_description(Some(&row.description))?,
            enabled: row.enabled,
            created: call.now(),
            updated: call.now(),
            stage_keys: Vec::new(),
            tags: std::collections::BTreeMap::new(),
        };
        create::save(rooms, call, &key).await?;
        return Ok(key.id);
    };
    let change = |key: &mut ApiKeyRecord| {
        key.name = read_name(Some(&row.name))?;
        key.description = read_description(Some(&row.description))?;
        key.enabled = row.enabled;
        key.updated = call.now();
        Ok(key.id.clone())
    };
    let updated = rooms.records.update(&known.record.id(), change).await;
    let gone = || Refused::internal("a key went away while it was imported");
    updated
        .map(|updated| updated.output)
        .map_err(|error| Refused::of_update(error, gone))
}
