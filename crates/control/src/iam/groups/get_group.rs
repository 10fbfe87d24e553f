//! Tells about a group and who is in it.

use model::GroupRecord;
use wire::iam::{GetGroup, GetGroupRequest, GetGroupResponse};

use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use super::super::users::listed;
use super::members::members;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetGroup> for Rooms {
    fn needs(&self, _: &Call, _: &GetGroupRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<GetGroup>) -> Result<GetGroupResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = permitted::<GetGroup, GroupRecord>(self, &call, &input.group_name).await?;
        let members = members(&self.records, group.record()).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(members, |user| user.name.to_ascii_lowercase(), ask)?;
        Ok(GetGroupResponse {
            group: Some(render(group.record())),
            users: Some(page.items.iter().map(listed).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
