//! Deployments: definitions frozen at a point in time, which stages show.

mod create;
mod delete;
mod get;
mod list;
mod update;

use std::collections::BTreeMap;

use model::{DeploymentRecord, RestApiRecord};
use store::Stored;
use wire::apigateway::{Deployment, MethodSnapshot};

use super::failures::{bad_request, no_deployment};
use super::times;
use crate::refused::Refused;
use crate::rooms::Rooms;

fn shown(deployment: &DeploymentRecord) -> Deployment {
    Deployment {
        id: Some(deployment.id.clone()),
        description: deployment.description.clone(),
        created_date: Some(times::shown(deployment.created)),
        api_summary: None,
    }
}

/// `embed=apisummary`: which methods were deployed, by path and verb.
fn summary(deployment: &DeploymentRecord) -> BTreeMap<String, BTreeMap<String, MethodSnapshot>> {
    let definition = &deployment.definition;
    let with_methods = definition
        .resources
        .values()
        .filter(|resource| !resource.methods.is_empty());
    with_methods
        .filter_map(|resource| {
            let methods = resource.methods.iter().map(|(verb, method)| {
                let snapshot = MethodSnapshot {
                    authorization_type: Some(method.authorization_type.to_string()),
                    api_key_required: Some(method.api_key_required),
                };
                (verb.to_string(), snapshot)
            });
            Some((definition.path_of(&resource.id)?, methods.collect()))
        })
        .collect()
}

fn read_embed(given: Option<Vec<String>>) -> Result<bool, Refused> {
    let mut summary = false;
    for name in given.unwrap_or_default() {
        match name.as_str() {
            "apisummary" => summary = true,
            other => return Err(bad_request(format!("Invalid embed parameter: {other}"))),
        }
    }
    Ok(summary)
}

/// All deployments of an API.
pub(super) async fn of(
    rooms: &Rooms,
    api: &RestApiRecord,
) -> Result<Vec<Stored<DeploymentRecord>>, Refused> {
    let prefix = DeploymentRecord::id_of(&api.account, &api.region, &api.id, "");
    Ok(rooms.records.list(&prefix).await?)
}

pub(super) async fn find(
    rooms: &Rooms,
    api: &RestApiRecord,
    id: &str,
) -> Result<Option<Stored<DeploymentRecord>>, Refused> {
    let id = DeploymentRecord::id_of(&api.account, &api.region, &api.id, id);
    Ok(rooms.records.get(&id).await?)
}

pub(super) async fn read(
    rooms: &Rooms,
    api: &RestApiRecord,
    id: &str,
) -> Result<DeploymentRecord, Refused> {
    match find(rooms, api, id).await? {
        Some(stored) => Ok(stored.record),
        None => Err(no_deployment()),
    }
}

/// For whoever wants to point a stage at it (recorded by
/// `test_update_stage_canary_deployment_validation`).
pub(super) async fn must_exist(
    rooms: &Rooms,
    api: &RestApiRecord,
    id: &str,
) -> Result<(), Refused> {
    match find(rooms, api, id).await? {
        Some(_) => Ok(()),
        None => Err(bad_request("Deployment id does not exist")),
    }
}
