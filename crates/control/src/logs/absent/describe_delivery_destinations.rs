//! Lists delivery destinations: there are none.

use wire::logs::{
    DescribeDeliveryDestinations, DescribeDeliveryDestinationsRequest,
    DescribeDeliveryDestinationsResponse,
};

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
        authorized.into_parts();
        Ok(DescribeDeliveryDestinationsResponse {
            delivery_destinations: Some(Vec::new()),
            next_token: None,
        })
    }
}
