//! Tells of one stack, or of all that are not deleted.

use wire::cloudformation::{DescribeStacks, DescribeStacksInput, DescribeStacksOutput};

use super::failures::no_such_stack;
use super::{exports, found, pages, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeStacks> for Rooms {
    /// Who asks for all of them is asked about all of them.
    fn needs(&self, call: &Call, input: &DescribeStacksInput) -> Result<Needs, Refused> {
        let name = input.stack_name.as_deref().unwrap_or("*");
        Ok(found::ask(call, "cloudformation:DescribeStacks", name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeStacks>,
    ) -> Result<DescribeStacksOutput, Refused> {
        let (input, call) = authorized.into_parts();
        if let Some(name) = &input.stack_name {
            let stack = found::stack(self, &call, name).await?;
            let stack = stack.ok_or_else(|| no_such_stack(name))?;
            return Ok(DescribeStacksOutput {
                stacks: Some(vec![shown::stack(stack.record)]),
                next_token: None,
            });
        }
        let mut all = exports::living(self, call.account(), call.region()).await?;
        all.sort_by_key(|stack| std::cmp::Reverse(stack.created));
        let token = input.next_token.as_deref();
        let (page, next_token) = pages::page(all, token, |stack| stack.unique.clone())?;
        let stacks = page.into_iter().map(|stack| shown::stack(stack.record));
        Ok(DescribeStacksOutput {
            stacks: Some(stacks.collect()),
            next_token,
        })
    }
}
