//! Lists the instance profiles of a role: there are none, because EC2 is not served.

use model::RoleRecord;
use wire::iam::{
    ListInstanceProfilesForRole, ListInstanceProfilesForRoleRequest,
    ListInstanceProfilesForRoleResponse,
};

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
        Ok(ListInstanceProfilesForRoleResponse {
            instance_profiles: Some(Vec::new()),
            is_truncated: Some(false),
            marker: None,
        })
    }
}
