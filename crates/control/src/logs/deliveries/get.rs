//! Shows a delivery.

use wire::logs::{GetDelivery, GetDeliveryRequest, GetDeliveryResponse};

use super::super::settings::arn;
use super::{DELIVERY, no_delivery, shown_delivery};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDelivery> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeliveryRequest) -> Result<Needs, Refused> {
        Ok(Ask::on("logs:GetDelivery", arn(call, DELIVERY, &input.id)).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDelivery>,
    ) -> Result<GetDeliveryResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let delivery = settings.deliveries.get(&input.id).ok_or_else(no_delivery)?;
        Ok(GetDeliveryResponse {
            delivery: Some(shown_delivery(&call, &input.id, delivery)),
        })
    }
}
