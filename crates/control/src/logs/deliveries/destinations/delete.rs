//! Deletes a delivery destination, unless a delivery uses it.

use model::LogSettingsRecord;
use wire::logs::{DeleteDeliveryDestination, DeleteDeliveryDestinationRequest};

use super::super::super::settings::arn;
use super::super::{DESTINATION, conflict, no_destination};
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
        let resource = arn(call, DESTINATION, &input.name);
        Ok(Ask::on("logs:DeleteDeliveryDestination", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteDeliveryDestination>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let resource = arn(&call, DESTINATION, &input.name);
        let delete = |settings: &mut LogSettingsRecord| {
            let removed = settings.delivery_destinations.remove(&input.name);
            removed.ok_or_else(no_destination)?;
            let mut deliveries = settings.deliveries.values();
            if deliveries.any(|delivery| delivery.destination == resource) {
                return Err(conflict("The delivery destination is used by a delivery."));
            }
            Ok(())
        };
        self.change_log_settings(&call, delete).await
    }
}
