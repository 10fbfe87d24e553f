//! Tells of one resource of a stack.

use model::StackResourceRecord;
use wire::cloudformation::{
    DescribeStackResource, DescribeStackResourceInput, DescribeStackResourceOutput,
};

use super::failures::validation;
use super::{found, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeStackResource> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeStackResourceInput) -> Result<Needs, Refused> {
        let action = "cloudformation:DescribeStackResource";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeStackResource>,
    ) -> Result<DescribeStackResourceOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack
            .ok_or_else(|| validation(format!("Stack '{}' does not exist", input.stack_name)))?;
        let id = StackResourceRecord::id_of(
            &stack.account,
            &stack.region,
            &stack.unique,
            &input.logical_resource_id,
        );
        let resource = self.records.get::<StackResourceRecord>(&id).await?;
        let resource = resource
            .filter(|found| shown::is_listed(&stack, found))
            .ok_or_else(|| {
                validation(format!(
                    "Resource {} does not exist for stack {}",
                    input.logical_resource_id, stack.name
                ))
            })?;
        Ok(DescribeStackResourceOutput {
            stack_resource_detail: Some(shown::resource_detail(&stack, resource.record)),
        })
    }
}
