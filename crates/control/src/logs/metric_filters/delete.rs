//! Takes a metric filter from a group.

use model::LogGroupRecord;
use wire::logs::{DeleteMetricFilter, DeleteMetricFilterRequest};

use super::super::failures::not_found;
use super::super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteMetricFilter> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteMetricFilterRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:DeleteMetricFilter", "").into())
    }

    async fn handle(&self, authorized: Authorized<DeleteMetricFilter>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        group.check_length()?;
        let change = |record: &mut LogGroupRecord| {
            let removed = record.metric_filters.remove(&input.filter_name);
            let missing = || not_found("The specified metric filter does not exist.");
            removed.map(drop).ok_or_else(missing)
        };
        self.change_group(&group, change).await
    }
}
