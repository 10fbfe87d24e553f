//! Tells what a change set would do.

use wire::cloudformation::{DescribeChangeSet, DescribeChangeSetInput, DescribeChangeSetOutput};

use super::{found, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeChangeSet> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeChangeSetInput) -> Result<Needs, Refused> {
        let action = "cloudformation:DescribeChangeSet";
        let stack = input.stack_name.as_deref();
        Ok(found::ask(call, action, &input.change_set_name, stack).into())
    }

    /// In one page: a template has 500 resources at most.
    async fn handle(
        &self,
        authorized: Authorized<DescribeChangeSet>,
    ) -> Result<DescribeChangeSetOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let values = match input.include_property_values {
            Some(true) => shown::Values::Shown,
            Some(false) | None => shown::Values::Left,
        };
        let named = (input.change_set_name.as_str(), input.stack_name.as_deref());
        let (change_set, _) = found::change_set(self, &call, named).await?;
        Ok(shown::whole(&change_set.record, values))
    }
}
