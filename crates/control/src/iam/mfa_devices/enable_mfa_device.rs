//! Gives a device to a user who has proved to hold it by two codes, one after the other.

use model::{MfaAssignment, MfaHolder, UserRecord};
use wire::iam::{EnableMFADevice, EnableMFADeviceRequest};

use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::held::{change, devices_of, found};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<EnableMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &EnableMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<EnableMFADevice>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let user = permitted::<EnableMFADevice, UserRecord>(self, &call, &name).await?;

        let device = found(&self.records, call.account(), &input.serial_number).await?;
        let others = devices_of(&self.records, user.record()).await?;
        if others.len() >= MOST_DEVICES {
            let (name, most) = ("MFADevicesPerUser", MOST_DEVICES);
            return Err(Refusal::Quota { name, most }.into());
        }
        let codes = (
            input.authentication_code1.as_str(),
            input.authentication_code2.as_str(),
        );
        if !self.identity.take_two_codes(&device, codes, call.now()) {
            return Err(Refusal::WrongCode.into());
        }
        let assignment = MfaAssignment {
            holder: MfaHolder::User(user.record().unique_id.clone()),
            enabled: call.now(),
        };
        change(&self.records, &device, |device| {
            if device.assignment.is_some() {
                return Err(Refusal::DeviceInUse);
            }
            device.assignment = Some(assignment.clone());
            Ok(())
        })
        .await
    }
}

/// Devices of one user (IAM quotas).
const MOST_DEVICES: usize = 8;
