//! UpdateMethodResponse.

use wire::apigateway::{MethodResponse, UpdateMethodResponse, UpdateMethodResponseRequest};

use model::RestApiRecord;

use super::super::failures::{
    NO_CONTENT_TYPE, NO_PARAMETER, bad_request, no_resource, no_status_code,
};
use super::super::methods::Place;
use super::super::patch::{self, Patch};
use super::super::{asks, records};
use super::{check, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateMethodResponse> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateMethodResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateMethodResponse>(
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
        authorized: Authorized<UpdateMethodResponse>,
    ) -> Result<MethodResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |definition, method| {
                let response = method
                    .responses
                    .get_mut(&input.status_code)
                    .ok_or_else(no_status_code)?;
                patches
                    .iter()
                    .try_for_each(|patch| apply(response, patch))?;
                check(definition, response)?;
                Ok(shown(&input.status_code, response))
            })
        };
        let (_, response) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(response)
    }
}

fn apply(response: &mut model::MethodResponse, patch: &Patch) -> Result<(), Refused> {
    match patch.parts().as_slice() {
        ["responseParameters", name] => patch.entry_of(
            &mut response.response_parameters,
            name,
            NO_PARAMETER,
            |required| {
                required
                    .parse()
                    .map_err(|_| bad_request("Response parameter required must be true or false"))
            },
        ),
        ["responseModels", content_type] => patch.entry_of(
            &mut response.response_models,
            content_type,
            NO_CONTENT_TYPE,
            |model| Ok(model.to_owned()),
        ),
        _ => Err(patch.invalid_path()),
    }
}
