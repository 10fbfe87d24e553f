//! Deletes a managed policy that nobody uses and that has one version.

use wire::iam::{DeletePolicy, DeletePolicyRequest};

use super::super::managed::{Usage, Uses};
use super::super::permitted::permitted_own_policy;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeletePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DeletePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeletePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let policy =
            permitted_own_policy::<DeletePolicy>(self, &call, &input.policy_arn, |ask| ask).await?;
        let usage = Usage::count(&self.records, call.account()).await?;
        if usage.of(&input.policy_arn) != Uses::default() {
            return Err(Refusal::PolicyInUse.into());
        }
        if policy.record().versions.len() > 1 {
            return Err(Refusal::VersionsLeft.into());
        }
        policy.delete(&self.records).await
    }
}
