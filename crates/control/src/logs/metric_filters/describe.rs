//! Lists metric filters, of one group or of all.

use model::{LogGroupRecord, MetricFilter};
use wire::logs::{
    DescribeMetricFilters, DescribeMetricFiltersRequest, DescribeMetricFiltersResponse,
    MetricFilter as Shown, MetricTransformation,
};

use super::super::failures::invalid;
use super::super::group::Group;
use super::super::paging::page;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeMetricFilters> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeMetricFiltersRequest) -> Result<Needs, Refused> {
        let name = input.log_group_name.as_deref().unwrap_or_default();
        let group = Group::named(call, name);
        Ok(group.ask("logs:DescribeMetricFilters", "").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeMetricFilters>,
    ) -> Result<DescribeMetricFiltersResponse, Refused> {
        let (input, call) = authorized.into_parts();
        if input.metric_name.is_some() != input.metric_namespace.is_some() {
            return Err(invalid(
                "The metricName and metricNamespace parameters must be specified together.",
            ));
        }
        let groups = if let Some(name) = &input.log_group_name {
            vec![self.log_group(&Group::named(&call, name)).await?]
        } else {
            let prefix = format!("{}/{}/", call.account(), call.region());
            self.records.list::<LogGroupRecord>(&prefix).await?
        };
        let prefix = input.filter_name_prefix.as_deref().unwrap_or_default();
        let of = |given: Option<&String>, own: &str| given.is_none_or(|given| given == own);
        let all = groups.iter().flat_map(|group| {
            let group = &group.record;
            let filters = group.metric_filters.iter();
            filters
                .map(move |(name, filter)| (format!("{}:{name}", group.name), group, name, filter))
        });
        let all = all.filter(|(_, _, name, filter)| {
            name.starts_with(prefix)
                && of(input.metric_name.as_ref(), &filter.metric)
                && of(input.metric_namespace.as_ref(), &filter.namespace)
        });
        let page = page(all, input.next_token.as_deref(), input.limit, |one| &one.0);
        let items = page.items.into_iter();
        Ok(DescribeMetricFiltersResponse {
            metric_filters: Some(
                items
                    .map(|(_, group, name, filter)| shown(group, name, filter))
                    .collect(),
            ),
            next_token: page.next_token,
        })
    }
}

fn shown(group: &LogGroupRecord, name: &str, filter: &MetricFilter) -> Shown {
    let dimensions = (!filter.dimensions.is_empty()).then(|| filter.dimensions.clone());
    Shown {
        filter_name: Some(name.to_owned()),
        filter_pattern: Some(filter.pattern.clone()),
        metric_transformations: Some(vec![MetricTransformation {
            metric_name: filter.metric.clone(),
            metric_namespace: filter.namespace.clone(),
            metric_value: filter.value.clone(),
            default_value: filter.default_value,
            dimensions,
            unit: filter.unit.clone(),
        }]),
        creation_time: Some(filter.created.millis()),
        log_group_name: Some(group.name.clone()),
        apply_on_transformed_logs: Some(false),
        ..Shown::default()
    }
}
