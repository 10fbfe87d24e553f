//! CreateRestApi: an empty API, or a copy of another one.

use wire::apigateway::{CreateRestApi, CreateRestApiRequest, GetRestApi, RestApi};

use std::collections::BTreeMap;

use model::{ApiDefinition, Documentation, RestApiRecord, Transport};

use super::super::asks::{self, Before};
use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, no_api};
use super::super::{closed, closed_if_given, custom_ids, defaults, records, tags, transport};
use super::{lint_policy, read_endpoint, read_policy, shown_without_empty_tags};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateRestApi> for Rooms {
    fn needs(&self, call: &Call, input: &CreateRestApiRequest) -> Result<Needs, Refused> {
        let create = asks::ask::<CreateRestApi>(call, &[]);
        let create = condition_keys::request(create, Key::ApiName, [&input.name]);
        let disabled = input.disable_execute_api_endpoint;
        let create = condition_keys::request(create, Key::DisableExecuteApiEndpoint, disabled);
        let endpoint = input.endpoint_configuration.as_ref();
        let types = endpoint.and_then(|endpoint| endpoint.types.as_ref());
        let create =
            condition_keys::request(create, Key::EndpointType, types.into_iter().flatten());
        let create = condition_keys::request(create, Key::SecurityPolicy, &input.security_policy);
        let mut asks = asks::with_tags(call, create, input.tags.as_ref());
        if let Some(source) = &input.clone_from {
            asks.push(asks::ask::<GetRestApi>(call, &[source]));
        }
        if input.policy.is_some() {
            asks.push(asks::manage_policy(call, None));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(&self, authorized: Authorized<CreateRestApi>) -> Result<RestApi, Refused> {
        let (input, call) = authorized.into_parts();
        let (record, before) = begin(self, &call, input).await?;
        let before = Before::copied(before);
        asks::permit_definition(self, &call, &before, &record.definition)?;
        custom_ids::create(self, &record).await?;
        lint_policy::<CreateRestApi>(self, &call, &record);
        Ok(shown_without_empty_tags(&record))
    }
}

/// The new record, and what of its definition needs no permission to pass roles on.
async fn begin(
    rooms: &Rooms,
    call: &Call,
    input: CreateRestApiRequest,
) -> Result<(RestApiRecord, ApiDefinition), Refused> {
    let (settings, tags) = check(&input)?;
    let id = custom_ids::of(rooms, &tags).await?;
    let mut definition = match &input.clone_from {
        Some(source) => {
            let missing = || no_api(call, source);
            records::read(rooms, call, source, missing)
                .await?
                .definition
        }
        None => defaults::definition(),
    };
    if let Some(types) = input.binary_media_types {
        definition.binary_media_types = types;
    }
    definition.minimum_compression_size =
        settings.compression.or(definition.minimum_compression_size);
    if let Some(source) = &input.api_key_source {
        definition.api_key_source = Some(closed(source)?);
    }
    // The caller was asked for the permission to attach this one already.
    let policy = read_policy(rooms, call, &id, input.policy.as_deref())?;
    let before = ApiDefinition {
        policy: policy.clone(),
        ..ApiDefinition::default()
    };
    definition.policy = policy.or(definition.policy);
    let record = RestApiRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        id,
        name: input.name,
        description: input.description,
        version: input.version,
        created: call.now(),
        endpoint: settings.endpoint,
        transport: settings.transport,
        disable_execute_api_endpoint: input.disable_execute_api_endpoint.unwrap_or(false),
        tags: crate::tags::marked(tags),
        warnings: Vec::new(),
        definition,
        documentation: Documentation::default(),
        stages: BTreeMap::new(),
    };
    Ok((record, before))
}

struct Settings {
    endpoint: model::EndpointConfiguration,
    transport: Transport,
    compression: Option<u32>,
}

/// The order is that of `test_create_rest_api_private_type`.
fn check(input: &CreateRestApiRequest) -> Result<(Settings, BTreeMap<String, String>), Refused> {
    if input.description.as_deref() == Some("") {
        return Err(bad_request("Description cannot be an empty string"));
    }
    let compression = input
        .minimum_compression_size
        .map(|size| openapi::rules::validate_compression_size(i64::from(size)).map_err(bad_request))
        .transpose()?;
    let endpoint = read_endpoint(input.endpoint_configuration.clone())?;
    let mode = closed_if_given(input.endpoint_access_mode.as_deref())?;
    let transport = Transport {
        security_policy: input.security_policy.clone().filter(|it| !it.is_empty()),
        endpoint_access_mode: mode,
    };
    transport::check(transport.security_policy.as_deref(), mode, &endpoint)?;
    let tags = input.tags.clone().unwrap_or_default();
    tags::check(&tags)?;
    let settings = Settings {
        endpoint,
        transport,
        compression,
    };
    Ok((settings, tags))
}
