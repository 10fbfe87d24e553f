//! Tells how the deletion of a service-linked role went.

use wire::iam::{
    GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest,
    GetServiceLinkedRoleDeletionStatusResponse,
};

use super::super::account;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetServiceLinkedRoleDeletionStatus> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetServiceLinkedRoleDeletionStatusRequest,
    ) -> Result<Needs, Refused> {
        let role = input
            .deletion_task_id
            .strip_prefix("task/")
            .and_then(|rest| rest.rsplit_once('/'))
            .map(|(role, _)| role)
            .ok_or_else(|| Refusal::NotADeletion(input.deletion_task_id.clone()))?;
        let resource = format!("arn:aws:iam::{}:role/{role}", call.account());
        Ok(Ask::on("iam:GetServiceLinkedRoleDeletionStatus", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetServiceLinkedRoleDeletionStatus>,
    ) -> Result<GetServiceLinkedRoleDeletionStatusResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let account = account::read(&self.records, call.account()).await?;
        if !account.deletions.contains(&input.deletion_task_id) {
            return Err(Refusal::NoSuchDeletion(input.deletion_task_id).into());
        }
        Ok(GetServiceLinkedRoleDeletionStatusResponse {
            status: Some("SUCCEEDED".to_owned()),
            reason: None,
        })
    }
}
