//! Lists the virtual devices of an account, with those who hold them.

use model::{MfaDeviceRecord, UserRecord};
use store::Stored;
use wire::iam::{
    ListVirtualMFADevices, ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse,
};

use super::super::pages::{PageAsk, page};
use super::held::is_held_by;
use super::render::virtual_device;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListVirtualMFADevices> for Rooms {
    fn needs(&self, _: &Call, _: &ListVirtualMFADevicesRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:ListVirtualMFADevices").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListVirtualMFADevices>,
    ) -> Result<ListVirtualMFADevicesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = format!("{}/", call.account());
        let devices = self.records.list::<MfaDeviceRecord>(&prefix).await?;
        let users = self.records.list::<UserRecord>(&prefix).await?;
        let wanted = devices
            .into_iter()
            .filter(|device| match input.assignment_status.as_deref() {
                Some("Assigned") => device.assignment.is_some(),
                Some("Unassigned") => device.assignment.is_none(),
                _ => true,
            })
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(
            wanted,
            |device| format!("{}{}", device.path, device.name),
            ask,
        )?;
        let render = |device: &Stored<MfaDeviceRecord>| {
            let holder = users.iter().find(|user| is_held_by(device, user));
            virtual_device(device, holder.map(|user| &user.record))
        };
        Ok(ListVirtualMFADevicesResponse {
            virtual_mfa_devices: Some(page.items.iter().map(render).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
