//! Takes a device from a user.

use model::UserRecord;
use wire::iam::{DeactivateMFADevice, DeactivateMFADeviceRequest};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::held::{change, owned};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeactivateMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &DeactivateMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeactivateMFADevice>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<DeactivateMFADevice, UserRecord>(self, &call, &name).await?;

        let device = owned(&self.records, user.record(), &input.serial_number).await?;
        change(&self.records, &device, |device| {
            device.assignment = None;
            Ok(())
        })
        .await
    }
}
