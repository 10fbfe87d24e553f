//! Tells about a managed policy, and how often it is used.

use wire::iam::{GetPolicy, GetPolicyRequest, GetPolicyResponse, Policy};

use super::super::managed::{Managed, Usage, render, render_aws};
use super::super::permitted::permitted_policy;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &GetPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetPolicy>,
    ) -> Result<GetPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let policy = permitted_policy::<GetPolicy>(self, &call, &input.policy_arn).await?;
        let usage = Usage::count(&self.records, call.account()).await?;
        let uses = usage.of(&input.policy_arn);
        let policy = match policy {
            Managed::Own(policy) => Policy {
                description: policy.record().description.clone(),
                tags: Some(tagging::render(&policy.record().tags)),
                ..render(policy.record(), uses)
            },
            Managed::Aws(policy) => Policy {
                tags: Some(Vec::new()),
                ..render_aws(policy, uses)
            },
        };
        Ok(GetPolicyResponse {
            policy: Some(policy),
        })
    }
}
