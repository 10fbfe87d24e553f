//! Deletes a delivery source, unless a delivery uses it.

use model::LogSettingsRecord;
use wire::logs::{DeleteDeliverySource, DeleteDeliverySourceRequest};

use super::super::super::settings::arn;
use super::super::{DESTINATION, conflict, no_source};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDeliverySource> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDeliverySourceRequest) -> Result<Needs, Refused> {
        // The service authorization reference has this type of resource for it.
        let resource = arn(call, DESTINATION, &input.name);
        Ok(Ask::on("logs:DeleteDeliverySource", resource).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteDeliverySource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let delete = |settings: &mut LogSettingsRecord| {
            let removed = settings.delivery_sources.remove(&input.name);
            removed.ok_or_else(no_source)?;
            let mut deliveries = settings.deliveries.values();
            if deliveries.any(|delivery| delivery.source == input.name) {
                return Err(conflict("The delivery source is used by a delivery."));
            }
            Ok(())
        };
        self.change_log_settings(&call, delete).await
    }
}
