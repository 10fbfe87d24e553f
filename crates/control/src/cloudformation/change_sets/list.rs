//! Lists the change sets of a stack.

use model::ChangeSetRecord;
use wire::cloudformation::{ListChangeSets, ListChangeSetsInput, ListChangeSetsOutput};

use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::cloudformation::failures::stack_does_not_exist;
use crate::cloudformation::{found, pages};
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListChangeSets> for Rooms {
    fn needs(&self, call: &Call, input: &ListChangeSetsInput) -> Result<Needs, Refused> {
        let action = "cloudformation:ListChangeSets";
        Ok(found::ask(call, action, &input.stack_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListChangeSets>,
    ) -> Result<ListChangeSetsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = found::stack(self, &call, &input.stack_name).await?;
        let stack = stack.ok_or_else(|| stack_does_not_exist(&input.stack_name))?;
        let prefix = ChangeSetRecord::id_of(call.account(), call.region(), &stack.unique, "");
        let all = self.records.list::<ChangeSetRecord>(&prefix).await?;
        let token = input.next_token.as_deref();
        let (page, next_token) = pages::page(all, token, |found| found.name.clone())?;
        let summaries = page.into_iter().map(|found| shown::summary(found.record));
        Ok(ListChangeSetsOutput {
            summaries: Some(summaries.collect()),
            next_token,
        })
    }
}
