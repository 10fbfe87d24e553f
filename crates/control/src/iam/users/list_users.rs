//! Lists the users of an account below a path.

use model::UserRecord;
use wire::iam::{ListUsers, ListUsersRequest, ListUsersResponse};

use super::super::listing_resource;
use super::super::pages::{PageAsk, page};
use super::render::listed;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListUsers> for Rooms {
    fn needs(&self, call: &Call, input: &ListUsersRequest) -> Result<Needs, Refused> {
        let resource = listing_resource(call, "user", input.path_prefix.as_deref());
        Ok(Ask::on("iam:ListUsers", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListUsers>,
    ) -> Result<ListUsersResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let all = self
            .records
            .list::<UserRecord>(&format!("{}/", call.account()))
            .await?;
        let below = all
            .into_iter()
            .filter(|user| user.path.starts_with(prefix))
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(below, |user| user.name.to_ascii_lowercase(), ask)?;
        Ok(ListUsersResponse {
            users: Some(page.items.iter().map(|user| listed(user)).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
