//! Deletes a delivery source: there is none.

use wire::logs::{DeleteDeliverySource, DeleteDeliverySourceRequest};

use super::super::failures::not_found;
use super::arn;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDeliverySource> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDeliverySourceRequest) -> Result<Needs, Refused> {
        // The service authorization reference has this type of resource for it.
        let resource = arn(call, "delivery-destination", &input.name);
        Ok(Ask::on("logs:DeleteDeliverySource", resource).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteDeliverySource>) -> Result<(), Refused> {
        authorized.into_parts();
        Err(not_found(
            "Requested Delivery Source does not exist in this account.",
        ))
    }
}
