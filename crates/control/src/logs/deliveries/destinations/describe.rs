//! Lists the delivery destinations, all or those that are named.

use wire::logs::{
    DescribeDeliveryDestinations, DescribeDeliveryDestinationsRequest,
    DescribeDeliveryDestinationsResponse,
};

use super::super::super::paging::page;
use super::super::shown_destination;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeDeliveryDestinations> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeDeliveryDestinationsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeDeliveryDestinations").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeDeliveryDestinations>,
    ) -> Result<DescribeDeliveryDestinationsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let of = input.names;
        let all = settings.delivery_destinations.iter();
        let all = all.filter(|(name, _)| of.as_ref().is_none_or(|of| of.contains(name)));
        let page = page(all, input.next_token.as_deref(), input.limit, |one| one.0);
        let shown = page.items.into_iter();
        let shown = shown.map(|(name, one)| shown_destination(&call, name, one));
        Ok(DescribeDeliveryDestinationsResponse {
            delivery_destinations: Some(shown.collect()),
            next_token: page.next_token,
        })
    }
}
