//! UpdateRestApi.

use wire::apigateway::{RestApi, UpdateRestApi, UpdateRestApiRequest};

use model::RestApiRecord;
use openapi::rules::{INVALID_COMPRESSION_SIZE, validate_compression_size};

use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, no_api};
use super::super::patch::{self, Op, Patch};
use super::super::transport::{self, known_policy};
use super::super::{asks, closed, closed_if_given, records};
use super::{check_endpoint, default_address_type, is_private, lint_policy, read_policy, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateRestApi> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateRestApiRequest) -> Result<Needs, Refused> {
        let update = asks::ask::<UpdateRestApi>(call, &[&input.rest_api_id]);
        let patches = input.patch_operations.as_ref();
        let update = [
            (Key::ApiName, "/name"),
            (Key::DisableExecuteApiEndpoint, "/disableExecuteApiEndpoint"),
            (Key::EndpointType, "/endpointConfiguration/types"),
            (Key::SecurityPolicy, "/securityPolicy"),
        ]
        .into_iter()
        .fold(update, |ask, (key, path)| {
            condition_keys::patched(ask, key, patches, path)
        });
        let mut asks = vec![update];
        let mut patches = input.patch_operations.iter().flatten();
        if patches.any(|patch| patch.path.as_deref() == Some("/policy")) {
            asks.push(asks::manage_policy(call, Some(&input.rest_api_id)));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(&self, authorized: Authorized<UpdateRestApi>) -> Result<RestApi, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            patches
                .iter()
                .try_for_each(|patch| apply(self, &call, api, patch))?;
            check_endpoint(&api.endpoint)?;
            let policy = api.transport.security_policy.as_deref();
            transport::check(policy, api.transport.endpoint_access_mode, &api.endpoint)
        };
        let (api, ()) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        if patches.iter().any(|patch| patch.path == "/policy") {
            lint_policy::<UpdateRestApi>(self, &call, &api);
        }
        Ok(shown(&api))
    }
}

fn apply(
    rooms: &Rooms,
    call: &Call,
    api: &mut RestApiRecord,
    patch: &Patch,
) -> Result<(), Refused> {
    let definition = &mut api.definition;
    match patch.parts().as_slice() {
        ["name"] => {
            api.name = patch
                .replacement()?
                .ok_or_else(|| bad_request("API name cannot be an empty string"))?;
        }
        // Recorded: a description can be removed, though the documentation knows `replace` alone.
        ["description"] => api.description = patch.optional()?,
        ["version"] => api.version = patch.replacement()?,
        ["apiKeySource"] => {
            let source = patch.replacement()?;
            definition.api_key_source = source.as_deref().map(closed).transpose()?;
        }
        ["minimumCompressionSize"] => {
            let size = patch.replacement()?;
            definition.minimum_compression_size = size.as_deref().map(compression).transpose()?;
        }
        ["disableExecuteApiEndpoint"] => api.disable_execute_api_endpoint = patch.switch()?,
        ["policy"] => {
            let policy = patch.replacement()?;
            definition.policy = read_policy(rooms, call, &api.id, policy.as_deref())?;
        }
        ["binaryMediaTypes", kind] => patch.item(&mut definition.binary_media_types, kind)?,
        ["endpointConfiguration", rest @ ..] => endpoint(&mut api.endpoint, patch, rest)?,
        ["endpointAccessMode"] => {
            let mode = closed_if_given(patch.replacement()?.as_deref())?;
            api.transport.endpoint_access_mode = mode;
        }
        ["securityPolicy"] => {
            let policy = patch.replacement()?;
            if let Some(policy) = &policy {
                known_policy(policy)?;
            }
            api.transport.security_policy = policy;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

fn compression(size: &str) -> Result<u32, Refused> {
    let size = size
        .parse()
        .map_err(|_| bad_request(INVALID_COMPRESSION_SIZE))?;
    validate_compression_size(size).map_err(bad_request)
}

fn endpoint(
    endpoint: &mut model::EndpointConfiguration,
    patch: &Patch,
    rest: &[&str],
) -> Result<(), Refused> {
    match rest {
        // What is replaced is named or numbered; there is only one.
        ["types", _] => {
            patch.only(&[Op::Replace])?;
            endpoint.types = vec![endpoint_type(patch)?];
            if is_private(&endpoint.types) {
                endpoint.ip_address_type = None;
            }
        }
        ["ipAddressType"] => {
            patch.only(&[Op::Replace])?;
            endpoint.ip_address_type = Some(address_type(endpoint, patch)?);
        }
        ["vpcEndpointIds", rest @ ..] => {
            patch.only(&[Op::Add, Op::Remove])?;
            let id = patch.item_or_value(rest)?;
            patch.item(&mut endpoint.vpc_endpoint_ids, id)?;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

fn endpoint_type(patch: &Patch) -> Result<String, Refused> {
    match patch.filled() {
        Some(kind @ ("EDGE" | "REGIONAL" | "PRIVATE")) => Ok(kind.to_owned()),
        _ => Err(bad_request(
            "Invalid EndpointTypes specified. Valid options are EDGE, REGIONAL, PRIVATE",
        )),
    }
}

fn address_type(endpoint: &model::EndpointConfiguration, patch: &Patch) -> Result<String, Refused> {
    match patch.filled() {
        Some(kind @ ("ipv4" | "dualstack")) => Ok(kind.to_owned()),
        None => Ok(default_address_type(&endpoint.types).to_owned()),
        Some(_) => Err(bad_request(
            "Invalid ipAddressType specified. Valid options are ipv4, dualstack",
        )),
    }
}
