//! Lists the tags of a role.

use model::RoleRecord;
use wire::iam::{ListRoleTags, ListRoleTagsRequest, ListRoleTagsResponse};

use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListRoleTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListRoleTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListRoleTags>,
    ) -> Result<ListRoleTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<ListRoleTags, RoleRecord>(self, &call, &input.role_name).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&role.record().tags, ask)?;
        Ok(ListRoleTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
