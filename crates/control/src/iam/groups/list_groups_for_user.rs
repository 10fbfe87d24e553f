//! Lists the groups that a user is in.

use model::UserRecord;
use wire::iam::{ListGroupsForUser, ListGroupsForUserRequest, ListGroupsForUserResponse};

use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use super::members::groups_of;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListGroupsForUser> for Rooms {
    fn needs(&self, _: &Call, _: &ListGroupsForUserRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListGroupsForUser>,
    ) -> Result<ListGroupsForUserResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let user =
            permitted::<ListGroupsForUser, UserRecord>(self, &call, &input.user_name).await?;
        let groups = groups_of(&self.records, user.record()).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(groups, |group| group.name.to_ascii_lowercase(), ask)?;
        Ok(ListGroupsForUserResponse {
            groups: Some(page.items.iter().map(render).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
