//! Lists the delivery sources, all or those that are named.

use wire::logs::{
    DescribeDeliverySources, DescribeDeliverySourcesRequest, DescribeDeliverySourcesResponse,
};

use super::super::super::paging::page;
use super::super::shown_source;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeDeliverySources> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeDeliverySourcesRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeDeliverySources").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeDeliverySources>,
    ) -> Result<DescribeDeliverySourcesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let of = input.resource_arns;
        let all = settings.delivery_sources.iter();
        let all = all.filter(|(_, one)| of.as_ref().is_none_or(|of| of.contains(&one.resource)));
        let page = page(all, input.next_token.as_deref(), input.limit, |one| one.0);
        let shown = page.items.into_iter();
        let shown = shown.map(|(name, one)| shown_source(&call, name, one));
        Ok(DescribeDeliverySourcesResponse {
            delivery_sources: Some(shown.collect()),
            next_token: page.next_token,
        })
    }
}
