//! Adds tags to a virtual device, or changes them.

use wire::iam::{TagMFADevice, TagMFADeviceRequest};

use super::super::tagging;
use super::held::permitted_device;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &TagMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagMFADevice>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let device = permitted_device::<TagMFADevice>(self, &call, &input.serial_number, |ask| {
            ask.bringing_tags(&tags)
        })
        .await?;

        device
            .change(&self.records, |device| {
                tagging::put(&mut device.tags, &tags).map_err(Refused::from)
            })
            .await
    }
}
