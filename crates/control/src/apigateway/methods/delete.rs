//! DeleteMethod.

use wire::apigateway::{DeleteMethod, DeleteMethodRequest};

use model::RestApiRecord;

use super::super::failures::no_resource;
use super::super::{asks, records};
use super::Place;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteMethod> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteMethodRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteMethod>(
            call,
            &[&input.rest_api_id, &input.resource_id, &input.http_method],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteMethod>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let change = |api: &mut RestApiRecord| {
            let (verb, _) = place.find(api)?;
            if let Some(resource) = api.definition.resources.get_mut(&input.resource_id) {
                resource.methods.remove(&verb);
            }
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(())
    }
}
