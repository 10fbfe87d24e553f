//! Puts a version of a managed policy in force, wherever it is attached.

use model::PolicyRecord;
use wire::iam::{SetDefaultPolicyVersion, SetDefaultPolicyVersionRequest};

use super::super::managed::version_number;
use super::super::permitted::permitted_own_policy;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<SetDefaultPolicyVersion> for Rooms {
    fn needs(&self, _: &Call, _: &SetDefaultPolicyVersionRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<SetDefaultPolicyVersion>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let policy = permitted_own_policy::<SetDefaultPolicyVersion>(
            self,
            &call,
            &input.policy_arn,
            |ask| ask,
        )
        .await?;
        let set = |policy: &mut PolicyRecord| {
            policy.default_version = version_number(policy, &input.version_id)?;
            policy.updated = call.now();
            Ok(())
        };
        policy.change(&self.records, set).await
    }
}
