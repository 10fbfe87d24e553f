//! Puts a user into a group, whose policies are the user's from then on.

use model::GroupRecord;
use wire::iam::{AddUserToGroup, AddUserToGroupRequest};

use super::super::permitted::permitted;
use super::members::join;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AddUserToGroup> for Rooms {
    fn needs(&self, _: &Call, _: &AddUserToGroupRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<AddUserToGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<AddUserToGroup, GroupRecord>(self, &call, &input.group_name).await?;
        join(&self.records, group.record(), &input.user_name).await
    }
}
