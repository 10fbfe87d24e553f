//! PutIntegration.

use wire::apigateway::{Integration, PutIntegration, PutIntegrationRequest};

use std::collections::BTreeMap;

use model::{PassthroughBehavior, RestApiRecord};
use openapi::rules::DEFAULT_TIMEOUT_MILLIS;

use super::super::failures::{no_resource, refuse_given};
use super::super::methods::Place;
use super::super::{asks, closed, records};
use super::{check, read_timeout, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutIntegration> for Rooms {
    fn needs(&self, call: &Call, input: &PutIntegrationRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<PutIntegration>(
            call,
            &[&input.rest_api_id, &input.resource_id, &input.http_method],
        );
        let role = asks::pass_role(call, input.credentials.as_deref(), Some(&ask))?;
        Ok(Needs::Permissions(
            std::iter::once(ask).chain(role).collect(),
        ))
    }

    async fn handle(&self, authorized: Authorized<PutIntegration>) -> Result<Integration, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        refuse_unserved(&input)?;
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |_, method| {
                let integration = read(&input)?;
                let shown = shown(&integration, &input.resource_id);
                method.integration = Some(integration);
                check(method)?;
                Ok(shown)
            })
        };
        let (_, integration) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(integration)
    }
}

fn refuse_unserved(input: &PutIntegrationRequest) -> Result<(), Refused> {
    refuse_given(input.integration_target.as_ref(), "integrationTarget")
}

fn read(input: &PutIntegrationRequest) -> Result<model::Integration, Refused> {
    let timeout = input
        .timeout_in_millis
        .map(|millis| read_timeout(i64::from(millis)));
    let passthrough = input.passthrough_behavior.as_deref().map(closed);
    Ok(model::Integration {
        kind: closed(&input.type_)?,
        http_method: input.integration_http_method.clone(),
        uri: input.uri.clone(),
        credentials: input.credentials.clone().filter(|role| !role.is_empty()),
        connection_type: input.connection_type.as_deref().map(closed).transpose()?,
        connection_id: input.connection_id.clone(),
        request_parameters: input
            .request_parameters
            .clone()
            .filter(|map| !map.is_empty()),
        request_templates: input
            .request_templates
            .clone()
            .filter(|map| !map.is_empty()),
        passthrough_behavior: passthrough
            .transpose()?
            .unwrap_or(PassthroughBehavior::WhenNoMatch),
        content_handling: input.content_handling.as_deref().map(closed).transpose()?,
        timeout_millis: timeout.transpose()?.unwrap_or(DEFAULT_TIMEOUT_MILLIS),
        response_transfer_mode: input
            .response_transfer_mode
            .as_deref()
            .map(closed)
            .transpose()?,
        cache_namespace: input.cache_namespace.clone(),
        cache_key_parameters: input.cache_key_parameters.clone().unwrap_or_default(),
        insecure_skip_verification: input
            .tls_config
            .as_ref()
            .and_then(|tls| tls.insecure_skip_verification),
        responses: BTreeMap::new(),
    })
}
