//! GetMethod.

use wire::apigateway::{GetMethod, GetMethodRequest, Method};

use super::super::failures::no_resource;
use super::super::{asks, records};
use super::{Place, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetMethod> for Rooms {
    fn needs(&self, call: &Call, input: &GetMethodRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetMethod>(
            call,
            &[&input.rest_api_id, &input.resource_id, &input.http_method],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetMethod>) -> Result<Method, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let api = records::read(self, &call, &input.rest_api_id, no_resource).await?;
        let (verb, method) = place.find(&api)?;
        Ok(shown(verb, method, &input.resource_id))
    }
}
