//! Lists the instance profiles that hold a role.

use model::RoleRecord;
use wire::iam::{
    ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest,
    ListInstanceProfilesForRoleResponse,
};

use super::super::instance_profiles::{holding, listed};
use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListInstanceProfilesForRole> for Rooms {
    fn needs(&self, _: &Call, _: &ListInstanceProfilesForRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListInstanceProfilesForRole>,
    ) -> Result<ListInstanceProfilesForRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        permitted::<ListInstanceProfilesForRole, RoleRecord>(self, &call, &input.role_name).await?;
        let holding = holding(&self.records, call.account(), &input.role_name).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(holding, |profile| profile.name.to_ascii_lowercase(), ask)?;
        let mut instance_profiles = Vec::new();
        for profile in &page.items {
            instance_profiles.push(listed(&self.records, profile).await?);
        }
        Ok(ListInstanceProfilesForRoleResponse {
            instance_profiles: Some(instance_profiles),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
