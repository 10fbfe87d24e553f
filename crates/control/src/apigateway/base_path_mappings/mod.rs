//! Base path mappings: which API, and which of its stages, the first part of a custom domain's path
//! leads to.

mod create;
mod delete;
mod get;
mod list;
mod update;

use model::{BasePathMapping, DomainNameRecord, RestApiRecord};

use super::failures::bad_request;
use super::records;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// How the empty base path is named (API Gateway API reference, `BasePathMapping`).
const NONE: &str = "(none)";

fn shown(base_path: &str, mapping: &BasePathMapping) -> wire::apigateway::BasePathMapping {
    let base_path = if base_path.is_empty() {
        NONE
    } else {
        base_path
    };
    wire::apigateway::BasePathMapping {
        base_path: Some(base_path.to_owned()),
        rest_api_id: Some(mapping.api_id.clone()),
        stage: mapping.stage.clone(),
    }
}

/// What stands in the way of a second mapping (serverless-domain-manager, issue 179).
fn taken(base_path: &str) -> &'static str {
    if base_path.is_empty() {
        return "Only one base path mapping is allowed if the base path is empty.";
    }
    "Base path already exists for this domain name"
}

/// The key under which a mapping is kept.
fn key(base_path: &str) -> &str {
    if base_path == NONE { "" } else { base_path }
}

/// One part of a path.
fn read_base_path(given: &str) -> Result<String, Refused> {
    let base_path = key(given);
    if base_path.contains('/') {
        return Err(bad_request(
            "API Gateway V1 doesn't support the slash character (/) in base path mappings. To \
             create a multi-level base path mapping, use API Gateway V2.",
        ));
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"$-_.+!*'()".contains(&byte);
    if base_path.bytes().all(allowed) {
        return Ok(base_path.to_owned());
    }
    Err(bad_request(
        "Base path can only contain letters, numbers, and one of $-_.+!*'()",
    ))
}

/// The API, which must be the caller's, and its stage if one is named. Private APIs are behind private
/// domains, and others behind public ones (API Gateway developer guide, "Considerations for private
/// custom domain names").
async fn check(
    rooms: &Rooms,
    call: &Call,
    domain: &DomainNameRecord,
    mapping: &BasePathMapping,
) -> Result<(), Refused> {
    let missing = || bad_request("Invalid REST API identifier specified");
    let api: RestApiRecord = records::read(rooms, call, &mapping.api_id, missing).await?;
    check_kind(domain, &api)?;
    match &mapping.stage {
        Some(stage) if !api.stages.contains_key(stage.as_str()) => {
            Err(bad_request("Invalid stage identifier specified"))
        }
        _ => Ok(()),
    }
}

/// Whether requests to the domain may be led to the API at all.
pub(super) fn check_kind(domain: &DomainNameRecord, api: &RestApiRecord) -> Result<(), Refused> {
    if domain.is_private() == api.endpoint.is_private() {
        return Ok(());
    }
    let (domain, api) = if domain.is_private() {
        ("private", "private")
    } else {
        ("public", "REGIONAL and EDGE")
    };
    Err(bad_request(format!(
        "Only {api} APIs can be mapped to a {domain} custom domain name"
    )))
}
