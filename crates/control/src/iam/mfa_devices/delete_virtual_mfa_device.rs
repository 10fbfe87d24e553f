//! Deletes a virtual device that nobody holds.

use wire::iam::{DeleteVirtualMFADevice, DeleteVirtualMFADeviceRequest};

use super::super::refusal::Refusal;
use super::held::permitted_device;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteVirtualMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteVirtualMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteVirtualMFADevice>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let device =
            permitted_device::<DeleteVirtualMFADevice>(self, &call, &input.serial_number, |ask| {
                ask
            })
            .await?;

        if device.record().assignment.is_some() {
            return Err(Refusal::DeviceHeld.into());
        }
        device.delete(&self.records).await
    }
}
