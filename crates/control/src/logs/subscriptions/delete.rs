//! Ends a subscription.

use model::LogGroupRecord;
use wire::logs::{DeleteSubscriptionFilter, DeleteSubscriptionFilterRequest};

use super::super::failures::not_found;
use super::super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteSubscriptionFilter> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteSubscriptionFilterRequest,
    ) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:DeleteSubscriptionFilter", "").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteSubscriptionFilter>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let change = |record: &mut LogGroupRecord| {
            let removed = record.subscriptions.remove(&input.filter_name);
            let missing = || not_found("The specified subscription filter does not exist.");
            removed.map(drop).ok_or_else(missing)
        };
        self.change_group(&group, change).await
    }
}
