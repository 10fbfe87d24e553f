//! Lists the deliveries, all or those of some sources.

use wire::logs::{DescribeDeliveries, DescribeDeliveriesRequest, DescribeDeliveriesResponse};

use super::super::paging::page;
use super::shown_delivery;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeDeliveries> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeDeliveriesRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeDeliveries").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeDeliveries>,
    ) -> Result<DescribeDeliveriesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let of = input.delivery_source_names;
        let all = settings.deliveries.iter();
        let all = all.filter(|(_, one)| of.as_ref().is_none_or(|of| of.contains(&one.source)));
        let page = page(all, input.next_token.as_deref(), input.limit, |one| one.0);
        let shown = page.items.into_iter();
        let shown = shown.map(|(id, delivery)| shown_delivery(&call, id, delivery));
        Ok(DescribeDeliveriesResponse {
            deliveries: Some(shown.collect()),
            next_token: page.next_token,
        })
    }
}
