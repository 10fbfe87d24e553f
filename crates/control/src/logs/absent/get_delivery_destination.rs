//! Shows a delivery destination: there is none.

use wire::logs::{
    GetDeliveryDestination, GetDeliveryDestinationRequest, GetDeliveryDestinationResponse,
};

use super::super::failures::not_found;
use super::arn;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeliveryDestination> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeliveryDestinationRequest) -> Result<Needs, Refused> {
        let resource = arn(call, "delivery-destination", &input.name);
        Ok(Ask::on("logs:GetDeliveryDestination", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDeliveryDestination>,
    ) -> Result<GetDeliveryDestinationResponse, Refused> {
        authorized.into_parts();
        Err(not_found(
            "Requested Delivery Destination does not exist in this account.",
        ))
    }
}
