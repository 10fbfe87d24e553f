//! GetBasePathMappings, in the order of their paths.

use wire::apigateway::{BasePathMappings, GetBasePathMappings, GetBasePathMappingsRequest};

use super::super::{asks, domain_names, pages};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetBasePathMappings> for Rooms {
    fn needs(&self, call: &Call, input: &GetBasePathMappingsRequest) -> Result<Needs, Refused> {
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(asks::needs::<GetBasePathMappings>(call, &[&domain_key]))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBasePathMappings>,
    ) -> Result<BasePathMappings, Refused> {
        let (input, call) = authorized.into_parts();
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &domain_key).await?;
        let mappings = domain.mappings.iter();
        // The empty path has a key behind which a page can begin, too.
        let key = |(path, _): &(&String, &model::BasePathMapping)| format!("/{path}");
        let page = pages::cut(mappings, input.limit, input.position.as_deref(), key)?;
        let mappings = page.items.into_iter();
        Ok(BasePathMappings {
            position: page.position,
            items: Some(
                mappings
                    .map(|(path, mapping)| shown(path, mapping))
                    .collect(),
            ),
        })
    }
}
