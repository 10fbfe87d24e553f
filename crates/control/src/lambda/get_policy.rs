//! Shows the resource policy of a function, version or alias.

use model::FunctionRecord;
use wire::lambda::{GetPolicy, GetPolicyRequest, GetPolicyResponse};

use super::failures::not_found;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &GetPolicyRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self.ask_function("lambda:GetPolicy", &target).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetPolicy>,
    ) -> Result<GetPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let found = self.records.get::<FunctionRecord>(&target.id()).await?;
        let key = target.qualifier.clone().unwrap_or_default();
        let policy = found.and_then(|stored| stored.record.policies.get(&key).cloned());
        let policy =
            policy.ok_or_else(|| not_found("The resource you requested does not exist."))?;
        Ok(GetPolicyResponse {
            policy: Some(policy.document()),
            revision_id: Some(policy.revision_id),
        })
    }
}
