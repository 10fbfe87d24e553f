//! Takes the resource policy away, with all its statements.

use model::FunctionRecord;
use serde_json::Value;
use wire::lambda::{DeleteResourcePolicy, DeleteResourcePolicyRequest};

use super::super::permissions::key;
use super::super::target::Target;
use super::{check_revision, no_policy, target};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteResourcePolicy> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteResourcePolicyRequest) -> Result<Needs, Refused> {
        let target = target(call, &input.resource_arn)?;
        let statements = self.statements(&target);
        Ok(self.ask_for_principals("lambda:DeleteResourcePolicy", &target, &statements))
    }

    async fn handle(&self, authorized: Authorized<DeleteResourcePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = target(&call, &input.resource_arn)?;
        let key = key(&target)?;
        let change = |record: &mut FunctionRecord| {
            let policy = record.policies.get(&key).ok_or_else(no_policy)?;
            check_revision(input.revision_id.as_deref(), Some(policy))?;
            record.policies.remove(&key);
            Ok(())
        };
        self.change_function_or(&target, no_policy, change).await?;
        Ok(())
    }
}

impl Rooms {
    /// The stored statements, as the view of functions knows them.
    fn statements(&self, target: &Target) -> Vec<Value> {
        let found = || {
            let resolved = self.lambda.resolve(&target.unqualified()).ok()?;
            let policy = resolved.function.policies.get(&key(target).ok()?)?;
            let statements = policy.statements.iter();
            let read = statements.map(|one| serde_json::from_str(&one.document));
            read.collect::<Result<_, _>>().ok()
        };
        found().unwrap_or_default()
    }
}
