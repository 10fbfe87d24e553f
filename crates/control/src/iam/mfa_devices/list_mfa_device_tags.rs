//! Lists the tags of a virtual device.

use wire::iam::{ListMFADeviceTags, ListMFADeviceTagsRequest, ListMFADeviceTagsResponse};

use super::super::pages::PageAsk;
use super::super::tagging;
use super::held::permitted_device;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListMFADeviceTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListMFADeviceTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListMFADeviceTags>,
    ) -> Result<ListMFADeviceTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let device =
            permitted_device::<ListMFADeviceTags>(self, &call, &input.serial_number, |ask| ask)
                .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&device.record().tags, ask)?;
        Ok(ListMFADeviceTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
