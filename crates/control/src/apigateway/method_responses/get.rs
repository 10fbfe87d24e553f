//! GetMethodResponse.

use wire::apigateway::{GetMethodResponse, GetMethodResponseRequest, MethodResponse};

use super::super::failures::{no_resource, no_status_code};
use super::super::methods::Place;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetMethodResponse> for Rooms {
    fn needs(&self, call: &Call, input: &GetMethodResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetMethodResponse>(
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
        authorized: Authorized<GetMethodResponse>,
    ) -> Result<MethodResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let api = records::read(self, &call, &input.rest_api_id, no_resource).await?;
        let (_, method) = place.find(&api)?;
        let response = method
            .responses
            .get(&input.status_code)
            .ok_or_else(no_status_code)?;
        Ok(shown(&input.status_code, response))
    }
}
