//! Deletes a policy.

use model::LogSettingsRecord;
use wire::logs::{DeleteResourcePolicy, DeleteResourcePolicyRequest};

use super::super::failures::{not_found, refuse_unserved};
use super::id;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteResourcePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteResourcePolicyRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DeleteResourcePolicy").into())
    }

    async fn handle(&self, authorized: Authorized<DeleteResourcePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("resourceArn", input.resource_arn.is_some()),
            ("expectedRevisionId", input.expected_revision_id.is_some()),
        ])?;
        let name = input.policy_name.unwrap_or_default();
        let missing = || not_found(&format!("Policy with name [{name}] does not exist."));
        let change = |record: &mut LogSettingsRecord| {
            let removed = record.resource_policies.remove(&name);
            removed.map(drop).ok_or_else(missing)
        };
        let updated = self.records.update(&id(&call), change).await;
        updated.map_err(|error| Refused::of_update(error, missing))?;
        Ok(())
    }
}
