//! CreateResource.

use wire::apigateway::{CreateResource, CreateResourceRequest, Resource};

use std::collections::BTreeMap;

use model::RestApiRecord;

use super::super::failures::no_resource;
use super::super::{asks, ids, records};
use super::{Embed, check_place, find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateResource> for Rooms {
    fn needs(&self, call: &Call, input: &CreateResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<CreateResource>(
            call,
            &[&input.rest_api_id, &input.parent_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<CreateResource>) -> Result<Resource, Refused> {
        let (input, call) = authorized.into_parts();
        let change = |api: &mut RestApiRecord| {
            let definition = &mut api.definition;
            let parent = find(definition, &input.parent_id)?;
            check_place(definition, parent, &input.path_part, None)?;
            let resource = model::Resource {
                id: ids::own(ids::SHORT),
                parent_id: Some(input.parent_id.clone()),
                path_part: input.path_part.clone(),
                methods: BTreeMap::new(),
            };
            definition
                .resources
                .insert(resource.id.clone(), resource.clone());
            Ok(shown(definition, &resource, Embed::Names))
        };
        let (_, resource) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(resource)
    }
}
