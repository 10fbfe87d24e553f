//! Names a place that logs are to be delivered to: refused by name.

use wire::logs::{
    PutDeliveryDestination, PutDeliveryDestinationRequest, PutDeliveryDestinationResponse,
};

use super::super::failures::refuse_unserved;
use super::arn;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutDeliveryDestination> for Rooms {
    fn needs(&self, call: &Call, input: &PutDeliveryDestinationRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let resource = arn(call, "delivery-destination", &input.name);
        let ask = Ask::on("logs:PutDeliveryDestination", resource);
        let config = input.delivery_destination_configuration.as_ref();
        let ask = match config {
            Some(config) => ask.key(
                "logs:DeliveryDestinationResourceArn",
                config.destination_resource_arn.clone(),
            ),
            None => ask,
        };
        Ok(ask.bringing_tags(&tags).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutDeliveryDestination>,
    ) -> Result<PutDeliveryDestinationResponse, Refused> {
        authorized.into_parts();
        refuse_unserved(&[("A delivery destination", true)])?;
        Ok(PutDeliveryDestinationResponse::default())
    }
}
