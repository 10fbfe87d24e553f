//! Deletes a version that is not in force.

use model::PolicyRecord;
use wire::iam::{DeletePolicyVersion, DeletePolicyVersionRequest};

use super::super::managed::version_number;
use super::super::permitted::permitted_own_policy;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeletePolicyVersion> for Rooms {
    fn needs(&self, _: &Call, _: &DeletePolicyVersionRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeletePolicyVersion>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let policy =
            permitted_own_policy::<DeletePolicyVersion>(self, &call, &input.policy_arn, |ask| ask)
                .await?;
        let delete = |policy: &mut PolicyRecord| {
            let number = version_number(policy, &input.version_id)?;
            if number == policy.default_version {
                return Err(Refusal::DefaultVersion.into());
            }
            policy.versions.remove(&number);
            policy.updated = call.now();
            Ok(())
        };
        policy.change(&self.records, delete).await
    }
}
