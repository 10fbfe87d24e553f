//! Lists the subscriptions of a group.

use model::SubscriptionFilter;
use wire::logs::{
    DescribeSubscriptionFilters, DescribeSubscriptionFiltersRequest,
    DescribeSubscriptionFiltersResponse, SubscriptionFilter as Shown,
};

use super::super::group::Group;
use super::super::paging::page;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeSubscriptionFilters> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DescribeSubscriptionFiltersRequest,
    ) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:DescribeSubscriptionFilters", "").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeSubscriptionFilters>,
    ) -> Result<DescribeSubscriptionFiltersResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        let record = self.log_group(&group).await?.record;
        let prefix = input.filter_name_prefix.as_deref().unwrap_or_default();
        let all = record.subscriptions.iter();
        let all = all.filter(|(name, _)| name.starts_with(prefix));
        let page = page(all, input.next_token.as_deref(), input.limit, |one| one.0);
        let shown = |(name, filter): (&String, &SubscriptionFilter)| Shown {
            filter_name: Some(name.clone()),
            log_group_name: Some(record.name.clone()),
            filter_pattern: Some(filter.pattern.clone()),
            destination_arn: Some(filter.destination.clone()),
            distribution: Some(filter.distribution.clone()),
            apply_on_transformed_logs: Some(false),
            creation_time: Some(filter.created.millis()),
            ..Shown::default()
        };
        Ok(DescribeSubscriptionFiltersResponse {
            subscription_filters: Some(page.items.into_iter().map(shown).collect()),
            next_token: page.next_token,
        })
    }
}
