//! Gives a group another name or path. Members and policies stay.

use model::GroupRecord;
use wire::iam::{UpdateGroup, UpdateGroupRequest};

use super::super::permitted::permitted;
use super::super::renaming::rename;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateGroup> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateGroupRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateGroup>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = permitted::<UpdateGroup, GroupRecord>(self, &call, &input.group_name).await?;
        let path = input.new_path.as_deref().unwrap_or(&group.record().path);
        let name = input.new_group_name.as_deref().unwrap_or(&input.group_name);
        let renamed = GroupRecord {
            path: path.to_owned(),
            name: name.to_owned(),
            ..group.record().clone()
        };
        Ask::on("iam:UpdateGroup", renamed.arn()).put_to(&self.identity, call.caller())?;
        rename(&self.records, group, renamed, |group, renamed| {
            group.path.clone_from(&renamed.path);
            group.name.clone_from(&renamed.name);
        })
        .await
    }
}
