//! Tells what happened to a stack and its resources, the newest first.

use wire::cloudformation::{
    DescribeStackEvents, DescribeStackEventsInput, DescribeStackEventsOutput,
};

use super::failures::stack_does_not_exist;
use super::{found, pages, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeStackEvents> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeStackEventsInput) -> Result<Needs, Refused> {
        let action = "cloudformation:DescribeStackEvents";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeStackEvents>,
    ) -> Result<DescribeStackEventsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.ok_or_else(|| stack_does_not_exist(&input.stack_name))?;
        let resources = found::resources(self, &stack).await?;
        let events = shown::events(&stack, resources);
        let token = input.next_token.as_deref();
        let (events, next_token) = pages::page(events, token, |event| event.event_id.clone())?;
        Ok(DescribeStackEventsOutput {
            stack_events: Some(events),
            next_token,
        })
    }
}
