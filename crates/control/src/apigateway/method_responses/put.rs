//! PutMethodResponse.

use wire::apigateway::{MethodResponse, PutMethodResponse, PutMethodResponseRequest};

use model::RestApiRecord;

use super::super::failures::{conflict, no_resource};
use super::super::methods::Place;
use super::super::{asks, records};
use super::{check, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutMethodResponse> for Rooms {
    fn needs(&self, call: &Call, input: &PutMethodResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<PutMethodResponse>(
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
        authorized: Authorized<PutMethodResponse>,
    ) -> Result<MethodResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |definition, method| {
                if method.responses.contains_key(&input.status_code) {
                    return Err(conflict("Response already exists for this resource"));
                }
                let response = model::MethodResponse {
                    response_parameters: input
                        .response_parameters
                        .clone()
                        .filter(|map| !map.is_empty()),
                    response_models: input.response_models.clone().filter(|map| !map.is_empty()),
                };
                check(definition, &response)?;
                let shown = shown(&input.status_code, &response);
                method.responses.insert(input.status_code.clone(), response);
                Ok(shown)
            })
        };
        let (_, response) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(response)
    }
}
