//! Deletes a service-linked role. No service of AWS is here to use it, so that this succeeds at once;
//! the answer names a task all the same.

use model::RoleRecord;
use uuid::Uuid;
use wire::iam::{
    DeleteServiceLinkedRole, DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse,
};

use super::super::account;
use super::super::entity::Noun;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::is_service_linked;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteServiceLinkedRole> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteServiceLinkedRoleRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteServiceLinkedRole>,
    ) -> Result<DeleteServiceLinkedRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role =
            permitted::<DeleteServiceLinkedRole, RoleRecord>(self, &call, &input.role_name).await?;
        if !is_service_linked(role.record()) {
            return Err(Refusal::NoSuchEntity(Noun::Role, input.role_name).into());
        }
        let record = role.record();
        let deletion_task_id = format!("task{}{}/{}", record.path, record.name, Uuid::new_v4());
        role.delete(&self.records).await?;
        account::change(&self.records, call.account(), |account| {
            remember(&mut account.deletions, &deletion_task_id);
            Ok(())
        })
        .await?;
        Ok(DeleteServiceLinkedRoleResponse {
            deletion_task_id: Some(deletion_task_id),
        })
    }
}

/// Older tasks are forgotten.
const MOST_TASKS: usize = 100;

fn remember(tasks: &mut Vec<String>, task: &str) {
    tasks.push(task.to_owned());
    let old = tasks.len().saturating_sub(MOST_TASKS);
    tasks.drain(..old);
}
