//! Takes tags from a virtual device; those that it does not have don't matter.

use wire::iam::{UntagMFADevice, UntagMFADeviceRequest};

use super::super::tagging;
use super::held::permitted_device;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &UntagMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagMFADevice>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let device = permitted_device::<UntagMFADevice>(self, &call, &input.serial_number, |ask| {
            ask.naming_tags(input.tag_keys.clone())
        })
        .await?;

        device
            .change(&self.records, |device| {
                tagging::remove(&mut device.tags, &input.tag_keys);
                Ok(())
            })
            .await
    }
}
