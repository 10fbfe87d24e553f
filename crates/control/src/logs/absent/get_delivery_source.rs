//! Shows a delivery source: there is none.

use wire::logs::{GetDeliverySource, GetDeliverySourceRequest, GetDeliverySourceResponse};

use super::super::failures::not_found;
use super::arn;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeliverySource> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeliverySourceRequest) -> Result<Needs, Refused> {
        let resource = arn(call, "delivery-source", &input.name);
        Ok(Ask::on("logs:GetDeliverySource", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDeliverySource>,
    ) -> Result<GetDeliverySourceResponse, Refused> {
        authorized.into_parts();
        Err(not_found(
            "Requested Delivery Source does not exist in this account.",
        ))
    }
}
