//! Ends a delivery; its source and its destination stay.

use model::LogSettingsRecord;
use wire::logs::{DeleteDelivery, DeleteDeliveryRequest};

use super::super::settings::arn;
use super::{DELIVERY, no_delivery};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDelivery> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDeliveryRequest) -> Result<Needs, Refused> {
        Ok(Ask::on("logs:DeleteDelivery", arn(call, DELIVERY, &input.id)).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteDelivery>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let delete = |settings: &mut LogSettingsRecord| {
            let removed = settings.deliveries.remove(&input.id);
            removed.map(drop).ok_or_else(no_delivery)
        };
        self.change_log_settings(&call, delete).await
    }
}
