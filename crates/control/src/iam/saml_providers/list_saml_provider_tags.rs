//! Lists the tags of a SAML identity provider.

use wire::iam::{ListSAMLProviderTags, ListSAMLProviderTagsRequest, ListSAMLProviderTagsResponse};

use super::super::pages::PageAsk;
use super::super::tagging;
use super::held::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListSAMLProviderTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListSAMLProviderTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListSAMLProviderTags>,
    ) -> Result<ListSAMLProviderTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<ListSAMLProviderTags>(
            self,
            &call,
            &input.saml_provider_arn,
            |ask| ask,
        )
        .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&provider.record().tags, ask)?;
        Ok(ListSAMLProviderTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
