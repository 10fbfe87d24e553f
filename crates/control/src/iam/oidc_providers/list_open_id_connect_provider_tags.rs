//! Lists the tags of an OpenID Connect issuer.

use wire::iam::{
    ListOpenIDConnectProviderTags, ListOpenIDConnectProviderTagsRequest,
    ListOpenIDConnectProviderTagsResponse,
};

use super::super::pages::PageAsk;
use super::super::tagging;
use super::checks::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListOpenIDConnectProviderTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListOpenIDConnectProviderTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListOpenIDConnectProviderTags>,
    ) -> Result<ListOpenIDConnectProviderTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<ListOpenIDConnectProviderTags>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask,
        )
        .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&provider.record().tags, ask)?;
        Ok(ListOpenIDConnectProviderTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
