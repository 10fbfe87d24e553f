//! Lists delivery sources: there are none.

use wire::logs::{
    DescribeDeliverySources, DescribeDeliverySourcesRequest, DescribeDeliverySourcesResponse,
};

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
        authorized.into_parts();
        Ok(DescribeDeliverySourcesResponse {
            delivery_sources: Some(Vec::new()),
            next_token: None,
        })
    }
}
