//! Shows a delivery destination.

use wire::logs::{
    GetDeliveryDestination, GetDeliveryDestinationRequest, GetDeliveryDestinationResponse,
};

use super::super::super::settings::arn;
use super::super::{DESTINATION, no_destination, shown_destination};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeliveryDestination> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeliveryDestinationRequest) -> Result<Needs, Refused> {
        let resource = arn(call, DESTINATION, &input.name);
        Ok(Ask::on("logs:GetDeliveryDestination", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDeliveryDestination>,
    ) -> Result<GetDeliveryDestinationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let found = settings.delivery_destinations.get(&input.name);
        let found = found.ok_or_else(no_destination)?;
        Ok(GetDeliveryDestinationResponse {
            delivery_destination: Some(shown_destination(&call, &input.name, found)),
        })
    }
}
