//! DeleteResource: the resource and what stands below it.

use wire::apigateway::{DeleteResource, DeleteResourceRequest};

use model::RestApiRecord;

use super::super::failures::{bad_request, no_resource};
use super::super::{asks, records};
use super::{family, find};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteResource> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteResource>(
            call,
            &[&input.rest_api_id, &input.resource_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let change = |api: &mut RestApiRecord| {
            let definition = &mut api.definition;
            if find(definition, &input.resource_id)?.parent_id.is_none() {
                return Err(bad_request("Root resource cannot be deleted."));
            }
            for id in family(definition, &input.resource_id) {
                definition.resources.remove(&id);
            }
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(())
    }
}
