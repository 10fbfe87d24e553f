//! Shows the resource policy of a function, version or alias.

use model::FunctionRecord;
use wire::lambda::{GetResourcePolicy, GetResourcePolicyRequest, GetResourcePolicyResponse};

use super::super::permissions::key;
use super::{no_policy, target};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetResourcePolicy> for Rooms {
    fn needs(&self, call: &Call, input: &GetResourcePolicyRequest) -> Result<Needs, Refused> {
        let target = target(call, &input.resource_arn)?;
        Ok(self
            .ask_function("lambda:GetResourcePolicy", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetResourcePolicy>,
    ) -> Result<GetResourcePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = target(&call, &input.resource_arn)?;
        let key = key(&target)?;
        let found = self.records.get::<FunctionRecord>(&target.id()).await?;
        let policy = found.and_then(|stored| stored.record.policies.get(&key).cloned());
        let policy = policy.ok_or_else(no_policy)?;
        Ok(GetResourcePolicyResponse {
            policy: Some(policy.document()),
            revision_id: Some(policy.revision_id),
        })
    }
}
