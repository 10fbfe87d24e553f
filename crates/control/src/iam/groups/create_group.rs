//! Creates a group, in which nobody is yet.

use identity::identifiers::Prefix;
use model::{AttachedPolicies, GroupRecord};
use store::StoreError;
use wire::iam::{CreateGroup, CreateGroupRequest, CreateGroupResponse};

use super::super::account_quotas;
use super::super::entity::Noun;
use super::super::new_id;
use super::super::refusal::Refusal;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateGroup> for Rooms {
    fn needs(&self, call: &Call, input: &CreateGroupRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:group{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.group_name
        );
        Ok(Ask::on("iam:CreateGroup", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateGroup>,
    ) -> Result<CreateGroupResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = GroupRecord {
            account: call.account().clone(),
            name: input.group_name,
            path: input.path.unwrap_or_else(|| "/".to_owned()),
            unique_id: new_id(Prefix::Group)?,
            created: call.now(),
            policies: AttachedPolicies::default(),
        };
        account_quotas::check::<GroupRecord>(&self.records, call.account()).await?;
        match self.records.create(&group).await {
            Ok(_) => Ok(CreateGroupResponse {
                group: Some(render(&group)),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::EntityExists(Noun::Group, group.name).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
