//! UpdateIntegration.

use wire::apigateway::{Integration, UpdateIntegration, UpdateIntegrationRequest};

use model::{PassthroughBehavior, RestApiRecord};
use openapi::rules::{DEFAULT_TIMEOUT_MILLIS, invalid_timeout};

use super::super::failures::{
    NO_CONTENT_TYPE, NO_PARAMETER, bad_request, no_integration, no_resource,
};
use super::super::methods::Place;
use super::super::patch::{self, Patch};
use super::super::{asks, closed, closed_if_given, records};
use super::{check, read_timeout, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateIntegration> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateIntegrationRequest) -> Result<Needs, Refused> {
        let labels = [
            input.rest_api_id.as_str(),
            &input.resource_id,
            &input.http_method,
        ];
        let ask = asks::ask::<UpdateIntegration>(call, &labels);
        let mut asks = vec![ask.clone()];
        for patch in input.patch_operations.iter().flatten() {
            if patch.path.as_deref() == Some("/credentials") {
                asks.extend(asks::pass_role(call, patch.value.as_deref(), Some(&ask))?);
            }
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateIntegration>,
    ) -> Result<Integration, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |_, method| {
                let integration = method.integration.as_mut().ok_or_else(no_integration)?;
                patches
                    .iter()
                    .try_for_each(|patch| apply(integration, patch))?;
                let shown = shown(integration, &input.resource_id);
                check(method)?;
                Ok(shown)
            })
        };
        let (_, integration) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(integration)
    }
}

fn apply(integration: &mut model::Integration, patch: &Patch) -> Result<(), Refused> {
    match patch.parts().as_slice() {
        ["httpMethod"] => integration.http_method = patch.replacement()?,
        ["uri"] => integration.uri = patch.replacement()?,
        ["type"] => integration.kind = closed(&patch.replacement()?.unwrap_or_default())?,
        ["credentials"] => integration.credentials = patch.optional()?,
        ["connectionType"] => {
            integration.connection_type = closed_if_given(patch.replacement()?.as_deref())?;
        }
        ["connectionId"] => integration.connection_id = patch.replacement()?,
        ["passthroughBehavior"] => {
            integration.passthrough_behavior = closed_if_given(patch.replacement()?.as_deref())?
                .unwrap_or(PassthroughBehavior::WhenNoMatch);
        }
        ["contentHandling"] => {
            integration.content_handling = closed_if_given(patch.optional()?.as_deref())?;
        }
        ["responseTransferMode"] => {
            integration.response_transfer_mode = closed_if_given(patch.replacement()?.as_deref())?;
        }
        ["timeoutInMillis"] => integration.timeout_millis = timeout(patch)?,
        ["cacheNamespace"] => integration.cache_namespace = patch.replacement()?,
        ["cacheKeyParameters", rest @ ..] => {
            let name = patch.item_or_value(rest)?;
            patch.item(&mut integration.cache_key_parameters, name)?;
        }
        ["tlsConfig", "insecureSkipVerification"] => {
            integration.insecure_skip_verification = Some(patch.switch()?);
        }
        ["requestParameters", name] => {
            let parameters = &mut integration.request_parameters;
            patch.entry_of(parameters, name, NO_PARAMETER, |source| {
                Ok(source.to_owned())
            })?;
        }
        ["requestTemplates", content_type] => {
            let templates = &mut integration.request_templates;
            patch.entry_of(templates, content_type, NO_CONTENT_TYPE, |text| {
                Ok(text.to_owned())
            })?;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

fn timeout(patch: &Patch) -> Result<u32, Refused> {
    match patch.replacement()? {
        None => Ok(DEFAULT_TIMEOUT_MILLIS),
        Some(text) => {
            let millis = text.parse().map_err(|_| bad_request(invalid_timeout()))?;
            read_timeout(millis)
        }
    }
}
