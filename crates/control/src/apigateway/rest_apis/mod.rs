//! REST APIs: what they are beside their resources, and how they look on the wire.

mod create;
mod delete;
mod export;
mod get;
mod import;
mod import_journal;
mod list;
mod put;
mod reading;
mod update;

use model::{ApiId, ApiKeySource, RestApiRecord};
use policy::{Policy, PolicyType};
use serde_json::Value;
use wire::Operation;
use wire::apigateway::{EndpointConfiguration, RestApi};

use super::failures::bad_request;
use super::times;
use crate::call::Call;
use crate::policy_lint;
use crate::principals::aws_principals;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// An API that was there before: its tags are shown also when there are none.
fn shown(api: &RestApiRecord) -> RestApi {
    let definition = &api.definition;
    let source = definition.api_key_source.unwrap_or(ApiKeySource::Header);
    RestApi {
        id: Some(api.id.to_string()),
        name: Some(api.name.clone()),
        description: api.description.clone(),
        created_date: Some(times::shown(api.created)),
        version: api.version.clone(),
        warnings: filled(&api.warnings),
        binary_media_types: filled(&definition.binary_media_types),
        minimum_compression_size: definition
            .minimum_compression_size
            .and_then(|size| i32::try_from(size).ok()),
        api_key_source: Some(source.to_string()),
        endpoint_configuration: Some(shown_endpoint(&api.endpoint)),
        policy: definition
            .policy
            .as_deref()
            .map(|policy| shown_policy(policy, &arn(api))),
        tags: Some(api.tags.clone()),
        disable_execute_api_endpoint: Some(api.disable_execute_api_endpoint),
        security_policy: api.transport.security_policy.clone(),
        endpoint_access_mode: api
            .transport
            .endpoint_access_mode
            .map(|mode| mode.to_string()),
        root_resource_id: definition.root().map(|root| root.id.clone()),
        ..RestApi::default()
    }
}

/// An API that was just made, or stands in a list.
fn shown_without_empty_tags(api: &RestApiRecord) -> RestApi {
    let shown = shown(api);
    RestApi {
        tags: shown.tags.filter(|tags| !tags.is_empty()),
        ..shown
    }
}

fn filled(list: &[String]) -> Option<Vec<String>> {
    (!list.is_empty()).then(|| list.to_vec())
}

fn shown_endpoint(endpoint: &model::EndpointConfiguration) -> EndpointConfiguration {
    let address = endpoint
        .ip_address_type
        .clone()
        .unwrap_or_else(|| default_address_type(&endpoint.types).to_owned());
    EndpointConfiguration {
        types: Some(endpoint.types.clone()),
        ip_address_type: Some(address),
        vpc_endpoint_ids: filled(&endpoint.vpc_endpoint_ids),
    }
}

/// Recorded by `test_create_rest_api_verify_defaults`.
fn default_address_type(types: &[String]) -> &'static str {
    if is_private(types) {
        "dualstack"
    } else {
        "ipv4"
    }
}

fn is_private(types: &[String]) -> bool {
    types.iter().any(|kind| kind == "PRIVATE")
}

fn read_endpoint(
    given: Option<EndpointConfiguration>,
) -> Result<model::EndpointConfiguration, Refused> {
    let default = model::EndpointConfiguration::default();
    let Some(given) = given else {
        return Ok(default);
    };
    let endpoint = model::EndpointConfiguration {
        types: given
            .types
            .filter(|types| !types.is_empty())
            .unwrap_or(default.types),
        vpc_endpoint_ids: given.vpc_endpoint_ids.unwrap_or_default(),
        ip_address_type: given.ip_address_type,
    };
    check_endpoint(&endpoint)?;
    Ok(endpoint)
}

fn check_endpoint(endpoint: &model::EndpointConfiguration) -> Result<(), Refused> {
    if endpoint.types.len() > 1 {
        return Err(bad_request(
            "Cannot create an api with multiple Endpoint Types.",
        ));
    }
    let private = is_private(&endpoint.types);
    if private && endpoint.ip_address_type.as_deref() == Some("ipv4") {
        return Err(bad_request(
            "Only dualstack ipAddressType is supported for Private APIs.",
        ));
    }
    if !private && !endpoint.vpc_endpoint_ids.is_empty() {
        return Err(bad_request(
            "VPC endpoint IDs can only be specified for PRIVATE APIs",
        ));
    }
    Ok(())
}

/// `arn:aws:execute-api:REGION:ACCOUNT:API`
fn arn(api: &RestApiRecord) -> String {
    let (region, account, id) = (&api.region, &api.account, &api.id);
    format!(
        "arn:{}:execute-api:{region}:{account}:{id}",
        model::PARTITION
    )
}

/// Checks a resource policy. An empty one is none.
fn read_policy(
    rooms: &Rooms,
    call: &Call,
    id: &ApiId,
    text: Option<&str>,
) -> Result<Option<String>, Refused> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let (region, account) = (call.region(), call.account());
    let api = format!(
        "arn:{}:execute-api:{region}:{account}:{id}",
        model::PARTITION
    );
    Policy::parse_for_api(text, &api).map_err(|cause| invalid_policy(call, &cause.to_string()))?;
    match stranger(rooms, call, text) {
        Some(stranger) => Err(invalid_policy(call, &format!("nobody is {stranger}"))),
        None => Ok(Some(text.to_owned())),
    }
}

fn invalid_policy(call: &Call, cause: &str) -> Refused {
    let request_id = call.request_id();
    tracing::info!(request_id, cause, "a resource policy was refused");
    bad_request(
        "Invalid policy document. Please check the policy syntax and ensure that Principals are \
         valid.",
    )
}

/// A role or user of the caller's account that the policy names and that is not there. Who exists in
/// another account is not known here; AWS would refuse there, too.
fn stranger(rooms: &Rooms, call: &Call, policy: &str) -> Option<String> {
    let own = format!("arn:{}:iam::{}:", model::PARTITION, call.account());
    let directory = rooms.identity.directory();
    aws_principals(policy).into_iter().find(|principal| {
        let kind = principal.strip_prefix(&own);
        kind.is_some_and(|rest| {
            (rest.starts_with("role/") && directory.role(principal).is_none())
                || (rest.starts_with("user/") && directory.user(principal).is_none())
        })
    })
}

/// Tells what the lint finds in the resource policy that `O` left on an API, with its short
/// resources written in full.
fn lint_policy<O: Operation>(rooms: &Rooms, call: &Call, api: &RestApiRecord) {
    let policy = api.definition.policy.as_deref();
    let document = policy.and_then(|policy| serde_json::from_str::<Value>(policy).ok());
    let Some(mut document) = document else {
        return;
    };
    expand_resources(&mut document, &arn(api));
    let text = document.to_string();
    policy_lint::tell::<O>(rooms, call, &arn(api), PolicyType::Resource, &text);
}

/// API Gateway shows a policy in one line, its short resources in full, and its quotes escaped
/// once more than JSON asks for, as recorded by `test_create_execute_api_vpc_endpoint`.
fn shown_policy(policy: &str, api: &str) -> String {
    let Ok(mut document) = serde_json::from_str::<Value>(policy) else {
        return policy.to_owned();
    };
    expand_resources(&mut document, api);
    let escaped = Value::String(document.to_string()).to_string();
    escaped
        .strip_prefix('"')
        .and_then(|escaped| escaped.strip_suffix('"'))
        .unwrap_or_default()
        .to_owned()
}

/// The depth is that of a policy which was parsed before it was stored.
fn expand_resources(document: &mut Value, api: &str) {
    match document {
        Value::String(text) => {
            if let Some(path) = text.strip_prefix("execute-api:/") {
                *text = format!("{api}/{path}");
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| expand_resources(item, api)),
        Value::Object(members) => {
            members
                .values_mut()
                .for_each(|value| expand_resources(value, api));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
