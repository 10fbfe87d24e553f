//! UpdateIntegrationResponse.

use wire::apigateway::{
    IntegrationResponse, UpdateIntegrationResponse, UpdateIntegrationResponseRequest,
};

use model::RestApiRecord;

use super::super::failures::{
    NO_CONTENT_TYPE, NO_PARAMETER, no_integration, no_resource, no_status_code,
};
use super::super::integrations::check;
use super::super::methods::Place;
use super::super::patch::{self, Patch};
use super::super::{asks, closed_if_given, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateIntegrationResponse> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &UpdateIntegrationResponseRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateIntegrationResponse>(
            call,
            &[
                &input.rest_api_id,
                &input.resource_id,
                &input.http_method,
                &input.status_code,
            ],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateIntegrationResponse>,
    ) -> Result<IntegrationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |_, method| {
                let integration = method.integration.as_mut().ok_or_else(no_integration)?;
                let response = integration
                    .responses
                    .get_mut(&input.status_code)
                    .ok_or_else(no_status_code)?;
                patches
                    .iter()
                    .try_for_each(|patch| apply(response, patch))?;
                let shown = shown(&input.status_code, response);
                check(method)?;
                Ok(shown)
            })
        };
        let (_, response) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(response)
    }
}

fn apply(response: &mut model::IntegrationResponse, patch: &Patch) -> Result<(), Refused> {
    match patch.parts().as_slice() {
        ["selectionPattern"] => response.selection_pattern = patch.replacement()?,
        ["contentHandling"] => {
            response.content_handling = closed_if_given(patch.replacement()?.as_deref())?;
        }
        ["responseParameters", name] => {
            let parameters = &mut response.response_parameters;
            patch.entry_of(parameters, name, NO_PARAMETER, |source| {
                Ok(source.to_owned())
            })?;
        }
        ["responseTemplates", content_type] => {
            let templates = &mut response.response_templates;
            patch.entry_of(templates, content_type, NO_CONTENT_TYPE, |text| {
                Ok(text.to_owned())
            })?;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}
