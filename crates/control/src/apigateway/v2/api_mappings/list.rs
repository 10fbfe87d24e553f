//! GetApiMappings, in the order of their keys.

use model::BasePathMapping;
use wire::apigatewayv2::{GetApiMappings, GetApiMappingsRequest, GetApiMappingsResponse};

use super::super::super::domain_names;
use super::super::{ask, check_regional, page};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetApiMappings> for Rooms {
    fn needs(&self, call: &Call, input: &GetApiMappingsRequest) -> Result<Needs, Refused> {
        Ok(ask::<GetApiMappings>(call, &[&input.domain_name]).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetApiMappings>,
    ) -> Result<GetApiMappingsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let domain =
            domain_names::find(self, &call, &domain_names::key(&input.domain_name, None)).await?;
        check_regional(&domain.record)?;
        // The empty key has one behind which a page can begin, too.
        let key = |(key, _): &(&String, &BasePathMapping)| format!("/{key}");
        let (most, token) = (input.max_results.as_deref(), input.next_token.as_deref());
        let page = page(&domain.record.mappings, most, token, key)?;
        let items = page.items.into_iter();
        Ok(GetApiMappingsResponse {
            items: Some(items.map(|(key, mapping)| shown(key, mapping)).collect()),
            next_token: page.position,
        })
    }
}
