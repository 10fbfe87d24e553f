//! PutIntegrationResponse.

use wire::apigateway::{
    IntegrationResponse, PutIntegrationResponse, PutIntegrationResponseRequest,
};

use model::RestApiRecord;

use super::super::failures::{no_integration, no_resource};
use super::super::integrations::check;
use super::super::methods::Place;
use super::super::{asks, closed_if_given, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutIntegrationResponse> for Rooms {
    fn needs(&self, call: &Call, input: &PutIntegrationResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<PutIntegrationResponse>(
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
        authorized: Authorized<PutIntegrationResponse>,
    ) -> Result<IntegrationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |_, method| {
                let integration = method.integration.as_mut().ok_or_else(no_integration)?;
                let response = model::IntegrationResponse {
                    selection_pattern: input.selection_pattern.clone(),
                    response_parameters: input
                        .response_parameters
                        .clone()
                        .filter(|map| !map.is_empty()),
                    response_templates: input
                        .response_templates
                        .clone()
                        .filter(|map| !map.is_empty()),
                    content_handling: closed_if_given(input.content_handling.as_deref())?,
                };
                let shown = shown(&input.status_code, &response);
                integration
                    .responses
                    .insert(input.status_code.clone(), response);
                check(method)?;
                Ok(shown)
            })
        };
        let (_, response) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(response)
    }
}
