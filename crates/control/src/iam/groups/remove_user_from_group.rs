//! Takes a user out of a group.

use model::GroupRecord;
use wire::iam::{RemoveUserFromGroup, RemoveUserFromGroupRequest};

use super::super::permitted::permitted;
use super::members::leave;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RemoveUserFromGroup> for Rooms {
    fn needs(&self, _: &Call, _: &RemoveUserFromGroupRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<RemoveUserFromGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group =
            permitted::<RemoveUserFromGroup, GroupRecord>(self, &call, &input.group_name).await?;
        leave(&self.records, group.record(), &input.user_name).await
    }
}
