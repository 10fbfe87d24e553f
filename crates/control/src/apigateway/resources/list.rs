//! GetResources, in the order of their paths.

use wire::apigateway::{GetResources, GetResourcesRequest, Resources};

use super::super::failures::no_api;
use super::super::{asks, pages, records};
use super::{Embed, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetResources> for Rooms {
    fn needs(&self, call: &Call, input: &GetResourcesRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetResources>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<GetResources>) -> Result<Resources, Refused> {
        let (input, call) = authorized.into_parts();
        let embed = Embed::read(input.embed)?;
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let definition = &api.definition;
        let mut resources: Vec<_> = definition
            .resources
            .values()
            .filter_map(|resource| Some((definition.path_of(&resource.id)?, resource)))
            .collect();
        resources.sort_by(|left, right| left.0.cmp(&right.0));
        let page = pages::cut(
            resources,
            input.limit,
            input.position.as_deref(),
            |(path, _)| path.clone(),
        )?;
        let items = page
            .items
            .iter()
            .map(|(_, resource)| shown(definition, resource, embed));
        Ok(Resources {
            items: Some(items.collect()),
            position: page.position,
        })
    }
}
