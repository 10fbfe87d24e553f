//! Takes tags from a role; those that it does not have don't matter.

use model::RoleRecord;
use wire::iam::{UntagRole, UntagRoleRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagRole> for Rooms {
    fn needs(&self, _: &Call, _: &UntagRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagRole>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        tagging::check_gone(&input.tag_keys)?;
        let role = permitted_with::<UntagRole, RoleRecord>(self, &call, &input.role_name, |ask| {
            ask.naming_tags(input.tag_keys.clone())
        })
        .await?;
        role.change(&self.records, |role| {
            tagging::remove(&mut role.tags, &input.tag_keys);
            Ok(())
        })
        .await
    }
}
