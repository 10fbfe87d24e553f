//! DeleteMethodResponse.

use wire::apigateway::{DeleteMethodResponse, DeleteMethodResponseRequest};

use model::RestApiRecord;

use super::super::failures::{no_resource, no_status_code};
use super::super::methods::Place;
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteMethodResponse> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteMethodResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteMethodResponse>(
            call,
            &[
                &input.rest_api_id,
                &input.resource_id,
                &input.http_method,
                &input.status_code,
            ],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteMethodResponse>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let change = |api: &mut RestApiRecord| {
            let method = place.find_mut(api)?;
            method
                .responses
                .remove(&input.status_code)
                .ok_or_else(no_status_code)
        };
        records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(())
    }
}
