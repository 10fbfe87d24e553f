//! Deletes a delivery destination: there is none.

use wire::logs::{DeleteDeliveryDestination, DeleteDeliveryDestinationRequest};

use super::super::failures::not_found;
use super::arn;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDeliveryDestination> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteDeliveryDestinationRequest,
    ) -> Result<Needs, Refused> {
        let resource = arn(call, "delivery-destination", &input.name);
        Ok(Ask::on("logs:DeleteDeliveryDestination", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteDeliveryDestination>,
    ) -> Result<(), Refused> {
        authorized.into_parts();
        Err(not_found(
            "Requested Delivery Destination does not exist in this account.",
        ))
    }
}
