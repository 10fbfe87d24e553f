//! Adds tags to a role, or changes them.

use model::RoleRecord;
use wire::iam::{TagRole, TagRoleRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagRole> for Rooms {
    fn needs(&self, _: &Call, _: &TagRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagRole>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let role = permitted_with::<TagRole, RoleRecord>(self, &call, &input.role_name, |ask| {
            ask.bringing_tags(&tags)
        })
        .await?;
        role.change(&self.records, |role| {
            tagging::put(&mut role.tags, &tags).map_err(Refused::from)
        })
        .await
    }
}
