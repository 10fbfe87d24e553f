//! Tells whose a device is and since when.

use model::UserRecord;
use wire::iam::{GetMFADevice, GetMFADeviceRequest, GetMFADeviceResponse};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::time;
use super::held::owned;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &GetMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetMFADevice>,
    ) -> Result<GetMFADeviceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<GetMFADevice, UserRecord>(self, &call, &name).await?;

        let device = owned(&self.records, user.record(), &input.serial_number).await?;
        Ok(GetMFADeviceResponse {
            user_name: Some(name),
            serial_number: Some(input.serial_number),
            enable_date: device
                .assignment
                .as_ref()
                .map(|assignment| time(assignment.enabled)),
            certifications: None,
        })
    }
}
