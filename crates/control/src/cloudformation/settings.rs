//! What is set of a stack without changing what is in it: its policy, and whether it can be deleted.

use std::convert::Infallible;

use model::{Record as _, StackRecord};
use wire::cloudformation::{
    GetStackPolicy, GetStackPolicyInput, GetStackPolicyOutput, SetStackPolicy, SetStackPolicyInput,
    UpdateTerminationProtection, UpdateTerminationProtectionInput,
    UpdateTerminationProtectionOutput,
};

use super::failures::{no_such_stack, refuse_unserved, stack_does_not_exist, validation};
use super::found;
use super::stack_policy::StackPolicy;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<SetStackPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &SetStackPolicyInput) -> Result<Needs, Refused> {
        let ask = found::ask(call, "cloudformation:SetStackPolicy", &input.stack_name);
        Ok(match &input.stack_policy_url {
            Some(url) => ask.key("cloudformation:StackPolicyUrl", url.clone()).into(),
            None => ask.into(),
        })
    }

    async fn handle(&self, authorized: Authorized<SetStackPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.ok_or_else(|| no_such_stack(&input.stack_name))?;
        if input.stack_policy_body.is_some() && input.stack_policy_url.is_some() {
            return Err(validation(
                "You cannot specify both StackPolicyURL and StackPolicyBody",
            ));
        }
        refuse_unserved(&[("StackPolicyURL", input.stack_policy_url.is_some())])?;
        let policy = input
            .stack_policy_body
            .ok_or_else(|| validation("StackPolicyBody must be specified"))?;
        StackPolicy::parse(&policy).map_err(|wrong| validation(wrong.to_string()))?;
        let set = |record: &mut StackRecord| {
            record.policy = Some(policy.clone());
            Ok::<_, Refused>(())
        };
        let updated = self.records.update(&stack.id(), set).await;
        updated.map_err(|error| Refused::of_update(error, || no_such_stack(&input.stack_name)))?;
        Ok(())
    }
}

impl Handle<GetStackPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &GetStackPolicyInput) -> Result<Needs, Refused> {
        let action = "cloudformation:GetStackPolicy";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetStackPolicy>,
    ) -> Result<GetStackPolicyOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.ok_or_else(|| no_such_stack(&input.stack_name))?;
        Ok(GetStackPolicyOutput {
            stack_policy_body: stack.record.policy,
        })
    }
}

impl Handle<UpdateTerminationProtection> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &UpdateTerminationProtectionInput,
    ) -> Result<Needs, Refused> {
        let action = "cloudformation:UpdateTerminationProtection";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateTerminationProtection>,
    ) -> Result<UpdateTerminationProtectionOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.filter(|stack| !stack.is_deleted());
        let stack = stack.ok_or_else(|| stack_does_not_exist(&input.stack_name))?;
        if stack.parent.is_some() {
            return Err(validation(format!(
                "Updating termination protection on a nested stack [{}] is not allowed, update its root stack instead",
                stack.arn()
            )));
        }
        let set = |record: &mut StackRecord| {
            record.termination_protection = input.enable_termination_protection;
            Ok::<_, Infallible>(())
        };
        let updated = self.records.update(&stack.id(), set).await;
        updated.map_err(|error| match error {
            store::UpdateError::Store(error) => Refused::from(error),
            store::UpdateError::NotFound => stack_does_not_exist(&input.stack_name),
            store::UpdateError::Refused(never) => match never {},
        })?;
        Ok(UpdateTerminationProtectionOutput {
            stack_id: Some(stack.arn()),
        })
    }
}
