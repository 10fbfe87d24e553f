//! GetIntegration.

use wire::apigateway::{GetIntegration, GetIntegrationRequest, Integration};

use super::super::failures::{no_integration, no_resource};
use super::super::methods::Place;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetIntegration> for Rooms {
    fn needs(&self, call: &Call, input: &GetIntegrationRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetIntegration>(
            call,
            &[&input.rest_api_id, &input.resource_id, &input.http_method],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetIntegration>) -> Result<Integration, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let api = records::read(self, &call, &input.rest_api_id, no_resource).await?;
        let (_, method) = place.find(&api)?;
        let integration = method.integration.as_ref().ok_or_else(no_integration)?;
        Ok(shown(integration, &input.resource_id))
    }
}
