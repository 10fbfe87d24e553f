//! Lists the roles of an account below a path.

use model::RoleRecord;
use wire::iam::{ListRoles, ListRolesRequest, ListRolesResponse};

use super::super::listing_resource;
use super::super::pages::{PageAsk, page};
use super::render::listed;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListRoles> for Rooms {
    fn needs(&self, call: &Call, input: &ListRolesRequest) -> Result<Needs, Refused> {
        let resource = listing_resource(call, "role", input.path_prefix.as_deref());
        Ok(Ask::on("iam:ListRoles", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListRoles>,
    ) -> Result<ListRolesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let all = self
            .records
            .list::<RoleRecord>(&format!("{}/", call.account()))
            .await?;
        let below = all
            .into_iter()
            .filter(|role| role.path.starts_with(prefix))
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(below, |role| role.name.to_ascii_lowercase(), ask)?;
        Ok(ListRolesResponse {
            roles: Some(page.items.iter().map(|role| listed(role)).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
