//! DeleteIntegration.

use wire::apigateway::{DeleteIntegration, DeleteIntegrationRequest};

use model::RestApiRecord;

use super::super::failures::{no_integration, no_resource};
use super::super::methods::Place;
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteIntegration> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteIntegrationRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteIntegration>(
            call,
            &[&input.rest_api_id, &input.resource_id, &input.http_method],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteIntegration>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let change = |api: &mut RestApiRecord| {
            place
                .find_mut(api)?
                .integration
                .take()
                .ok_or_else(no_integration)
        };
        records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(())
    }
}
