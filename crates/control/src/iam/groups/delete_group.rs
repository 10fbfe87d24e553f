//! Deletes a group that nobody is in and that nothing hangs on.

use model::GroupRecord;
use wire::iam::{DeleteGroup, DeleteGroupRequest};

use super::super::hanging::check_bare;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::members::{forget, members};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteGroup> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteGroupRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = permitted::<DeleteGroup, GroupRecord>(self, &call, &input.group_name).await?;
        let record = group.record().clone();
        if !members(&self.records, &record).await?.is_empty() {
            return Err(Refusal::UsersInGroup.into());
        }
        check_bare(&record)?;
        group.delete(&self.records).await?;
        forget(&self.records, &record).await
    }
}
