//! Lists deliveries: there are none.

use wire::logs::{DescribeDeliveries, DescribeDeliveriesRequest, DescribeDeliveriesResponse};

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
        authorized.into_parts();
        Ok(DescribeDeliveriesResponse {
            deliveries: Some(Vec::new()),
            next_token: None,
        })
    }
}
