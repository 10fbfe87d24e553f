//! Lists the resources of a stack.

use wire::cloudformation::{ListStackResources, ListStackResourcesInput, ListStackResourcesOutput};

use super::failures::no_such_stack;
use super::{found, pages, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListStackResources> for Rooms {
    fn needs(&self, call: &Call, input: &ListStackResourcesInput) -> Result<Needs, Refused> {
        let action = "cloudformation:ListStackResources";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListStackResources>,
    ) -> Result<ListStackResourcesOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.ok_or_else(|| no_such_stack(&input.stack_name))?;
        let mut resources = found::resources(self, &stack).await?;
        resources.retain(|found| shown::is_listed(&stack, found));
        let token = input.next_token.as_deref();
        let (page, next_token) = pages::page(resources, token, |found| found.logical_id.clone())?;
        let summaries = page.into_iter().map(shown::resource_summary);
        Ok(ListStackResourcesOutput {
            stack_resource_summaries: Some(summaries.collect()),
            next_token,
        })
    }
}
