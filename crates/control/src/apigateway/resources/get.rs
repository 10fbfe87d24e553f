//! GetResource.

use wire::apigateway::{GetResource, GetResourceRequest, Resource};

use super::super::failures::no_resource;
use super::super::{asks, records};
use super::{Embed, find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetResource> for Rooms {
    fn needs(&self, call: &Call, input: &GetResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetResource>(
            call,
            &[&input.rest_api_id, &input.resource_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetResource>) -> Result<Resource, Refused> {
        let (input, call) = authorized.into_parts();
        let embed = Embed::read(input.embed)?;
        let api = records::read(self, &call, &input.rest_api_id, no_resource).await?;
        let resource = find(&api.definition, &input.resource_id)?;
        Ok(shown(&api.definition, resource, embed))
    }
}
