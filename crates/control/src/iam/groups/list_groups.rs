//! Lists the groups of an account below a path.

use model::GroupRecord;
use wire::iam::{ListGroups, ListGroupsRequest, ListGroupsResponse};

use super::super::listing_resource;
use super::super::pages::{PageAsk, page};
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListGroups> for Rooms {
    fn needs(&self, call: &Call, input: &ListGroupsRequest) -> Result<Needs, Refused> {
        let resource = listing_resource(call, "group", input.path_prefix.as_deref());
        Ok(Ask::on("iam:ListGroups", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListGroups>,
    ) -> Result<ListGroupsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let all = self
            .records
            .list::<GroupRecord>(&format!("{}/", call.account()))
            .await?;
        let below = all
            .into_iter()
            .filter(|group| group.path.starts_with(prefix))
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(below, |group| group.name.to_ascii_lowercase(), ask)?;
        Ok(ListGroupsResponse {
            groups: Some(page.items.iter().map(|group| render(group)).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
