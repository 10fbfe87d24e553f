//! Tells of the resources of a stack, or in which stack a physical resource is.

use model::{StackRecord, StackResourceRecord};
use store::Stored;
use wire::cloudformation::{
    DescribeStackResources, DescribeStackResourcesInput, DescribeStackResourcesOutput,
};

use super::failures::{no_such_stack, validation};
use super::{exports, found, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// CloudFormation API reference, DescribeStackResources: the first hundred.
const MOST: usize = 100;

impl Handle<DescribeStackResources> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeStackResourcesInput) -> Result<Needs, Refused> {
        let action = "cloudformation:DescribeStackResources";
        let name = input.stack_name.as_deref().unwrap_or("*");
        Ok(found::ask(call, action, name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeStackResources>,
    ) -> Result<DescribeStackResourcesOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = match (&input.stack_name, &input.physical_resource_id) {
            (Some(name), None) => {
                let stack = found::stack(self, &call, name).await?;
                stack.ok_or_else(|| no_such_stack(name))?
            }
            (None, Some(physical)) => {
                let stack = self.stack_of(&call, physical).await?;
                stack.ok_or_else(|| validation(format!("Stack for {physical} does not exist")))?
            }
            (Some(_), Some(_)) => {
                return Err(validation(
                    "Both StackName and PhysicalResourceId were specified",
                ));
            }
            (None, None) => {
                return Err(validation(
                    "Either StackName or PhysicalResourceId must be specified",
                ));
            }
        };
        let wanted = input.logical_resource_id.as_deref();
        let resources = found::resources(self, &stack).await?;
        let resources: Vec<_> = resources
            .into_iter()
            .filter(|found| shown::is_listed(&stack, found))
            .filter(|found| wanted.is_none_or(|id| found.logical_id == id))
            .take(MOST)
            .map(|found| shown::resource(&stack, found))
            .collect();
        if let (Some(id), true) = (wanted, resources.is_empty()) {
            return Err(validation(format!(
                "Resource {id} does not exist for stack {}",
                stack.name
            )));
        }
        Ok(DescribeStackResourcesOutput {
            stack_resources: Some(resources),
        })
    }
}

impl Rooms {
    async fn stack_of(
        &self,
        call: &Call,
        physical: &str,
    ) -> Result<Option<Stored<StackRecord>>, Refused> {
        let prefix = StackResourceRecord::id_of(call.account(), call.region(), "", "");
        let prefix = prefix.trim_end_matches('/').to_owned() + "/";
        let all = self.records.list::<StackResourceRecord>(&prefix).await?;
        let holder = all.into_iter().find(|found| {
            let made = found.made.as_ref();
            made.is_some_and(|made| made.physical_id == physical)
        });
        let Some(holder) = holder else {
            return Ok(None);
        };
        let living = exports::living(self, call.account(), call.region()).await?;
        Ok(living
            .into_iter()
            .find(|stack| stack.unique == holder.stack))
    }
}
