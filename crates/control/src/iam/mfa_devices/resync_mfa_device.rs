//! Looks at two codes of a device whose clock may be off. The codes are as near to the server's time as
//! ever, since no difference is kept.

use model::UserRecord;
use wire::iam::{ResyncMFADevice, ResyncMFADeviceRequest};

use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::held::owned;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ResyncMFADevice> for Rooms {
    fn needs(&self, _: &Call, _: &ResyncMFADeviceRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<ResyncMFADevice>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<ResyncMFADevice, UserRecord>(self, &call, &input.user_name).await?;

        let device = owned(&self.records, user.record(), &input.serial_number).await?;
        let codes = (
            input.authentication_code1.as_str(),
            input.authentication_code2.as_str(),
        );
        if self.identity.take_two_codes(&device, codes, call.now()) {
            Ok(())
        } else {
            Err(Refusal::WrongCode.into())
        }
    }
}
