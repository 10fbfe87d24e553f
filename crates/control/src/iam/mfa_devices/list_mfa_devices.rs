//! Lists the devices of a user, or of the caller.

use model::{MfaDeviceRecord, UserRecord};
use wire::iam::{ListMFADevices, ListMFADevicesRequest, ListMFADevicesResponse};

use super::super::name_or_own;
use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use super::held::devices_of;
use super::render::listed;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListMFADevices> for Rooms {
    fn needs(&self, _: &Call, _: &ListMFADevicesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListMFADevices>,
    ) -> Result<ListMFADevicesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<ListMFADevices, UserRecord>(self, &call, &name).await?;

        let devices = devices_of(&self.records, user.record()).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(devices, MfaDeviceRecord::arn, ask)?;
        Ok(ListMFADevicesResponse {
            mfa_devices: Some(
                page.items
                    .iter()
                    .filter_map(|device| listed(&name, device))
                    .collect(),
            ),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
