//! API mappings: which stage of which API a base path leads to, be it of one level or of several.

mod create;
mod delete;
mod get;
mod list;
mod update;

use model::{BasePathMapping, DomainNameRecord, RestApiRecord};
use wire::apigatewayv2::ApiMapping;

use super::super::failures::{bad_request, conflict, not_found};
use super::super::{quotas, records};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

fn missing() -> Refused {
    not_found("Invalid API mapping identifier specified")
}

fn shown(key: &str, mapping: &BasePathMapping) -> ApiMapping {
    ApiMapping {
        api_id: mapping.api_id.clone(),
        api_mapping_id: Some(mapping.id(key)),
        api_mapping_key: Some(key.to_owned()),
        stage: mapping.stage.clone().unwrap_or_default(),
    }
}

/// The answers to three operations have the same members, each under a name of its own.
macro_rules! answer {
    ($answer:ident, $key:expr, $mapping:expr) => {{
        let shown = super::shown($key, $mapping);
        $answer {
            api_id: Some(shown.api_id),
            api_mapping_id: shown.api_mapping_id,
            api_mapping_key: shown.api_mapping_key,
            stage: Some(shown.stage),
        }
    }};
}

use answer;

/// By its id, with its key.
fn find<'d>(
    domain: &'d DomainNameRecord,
    id: &str,
) -> Result<(&'d String, &'d BasePathMapping), Refused> {
    let mut mappings = domain.mappings.iter();
    let found = mappings.find(|(key, mapping)| mapping.id(key) == id);
    found.ok_or_else(missing)
}

/// Adds a mapping whose key no other has.
fn add(
    rooms: &Rooms,
    domain: &mut DomainNameRecord,
    (key, mapping): (&String, &BasePathMapping),
) -> Result<(), Refused> {
    if domain.mappings.contains_key(key) {
        return Err(conflict(
            "ApiMapping key already exists for this domain name",
        ));
    }
    quotas::check_mapping(rooms, domain, key)?;
    domain.mappings.insert(key.clone(), mapping.clone());
    Ok(())
}

const LONGEST_KEY: usize = 300;

/// In AWS's order and words (measured by floci, ApiGatewayV2ApiMappingServiceTest, 2026-10-04).
fn check_key(key: &str) -> Result<(), Refused> {
    if key.ends_with('/') {
        return Err(bad_request("API mapping key should not end with a '/'."));
    }
    if key.starts_with('/') || key.contains("//") {
        return Err(bad_request(
            "API mapping key should not start with a '/' or have consecutive '/'s.",
        ));
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"$-_.+!*'(),/".contains(&byte);
    if !key.bytes().all(allowed) {
        return Err(bad_request(
            "An API mapping key may contain only letters, numbers and one of $-_.+!*'(), characters.",
        ));
    }
    if key.len() > LONGEST_KEY {
        return Err(bad_request(
            "ApiMapping key length must be under 300 characters.",
        ));
    }
    Ok(())
}

/// "To configure API mappings with multiple levels, you must use a Regional custom domain name and
/// use the TLS 1.2 security policy." (API Gateway developer guide, "rest-api-mappings")
fn check_levels(domain: &DomainNameRecord, key: &str) -> Result<(), Refused> {
    if !key.contains('/') || domain.security_policy != "TLS_1_0" {
        return Ok(());
    }
    Err(bad_request(
        "Only REGIONAL domain names with a security policy of TLS 1.2 can be managed through the API \
         Gateway V2 API. For TLS 1.0 domain names, please use the API Gateway V1 API to upgrade your \
         security policy to TLS 1.2. Currently, only REST APIs can be attached to a domain name with a \
         security policy of TLS 1.0.",
    ))
}

/// The API must be the caller's and have the stage.
async fn check_target(rooms: &Rooms, call: &Call, api: &str, stage: &str) -> Result<(), Refused> {
    let missing = || bad_request(format!("Invalid API identifier specified: {api}"));
    let found: RestApiRecord = records::read(rooms, call, api, missing).await?;
    if found.stages.contains_key(stage) {
        return Ok(());
    }
    Err(bad_request("Invalid stage identifier specified"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, expected: &str) {
        let said = check_key(key).err().map(|refused| refused.to_string());
        let said = said.unwrap_or_default();
        assert!(
            said.contains(expected) && said.is_empty() == expected.is_empty(),
            "{key}: {said}"
        );
    }

    #[test]
    fn a_key_is_checked_in_awss_order() {
        check("", "");
        check("orders/v1/items", "");
        check("a,b$", "");
        check("/", "should not end with");
        check("a/", "should not end with");
        check("/a", "should not start with");
        check("a//b", "consecutive");
        check("a~b", "may contain only letters");
        check(" a", "may contain only letters");
        check(&"a".repeat(300), "");
        check(&"a".repeat(301), "under 300 characters");
    }
}
