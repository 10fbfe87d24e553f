//! Lists stacks, also those that were deleted in the last 90 days.

use model::StackRecord;
use wire::cloudformation::{ListStacks, ListStacksInput, ListStacksOutput};

use super::{pages, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListStacks> for Rooms {
    fn needs(&self, _: &Call, _: &ListStacksInput) -> Result<Needs, Refused> {
        Ok(Ask::anything("cloudformation:ListStacks").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListStacks>,
    ) -> Result<ListStacksOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = StackRecord::id_of(call.account(), call.region(), "");
        let mut all = self.records.list::<StackRecord>(&prefix).await?;
        let wanted = input.stack_status_filter.unwrap_or_default();
        all.retain(|stack| {
            wanted.is_empty() || wanted.iter().any(|name| name == stack.status.name())
        });
        all.sort_by_key(|stack| std::cmp::Reverse(stack.created));
        let token = input.next_token.as_deref();
        let (page, next_token) = pages::page(all, token, |stack| stack.unique.clone())?;
        let summaries = page.into_iter().map(|stack| shown::summary(stack.record));
        Ok(ListStacksOutput {
            stack_summaries: Some(summaries.collect()),
            next_token,
        })
    }
}
