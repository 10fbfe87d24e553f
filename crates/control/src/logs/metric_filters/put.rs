//! Puts a metric filter on a group.

use model::{LogGroupRecord, MetricFilter};
use wire::logs::{PutMetricFilter, PutMetricFilterRequest};

use super::super::failures::{invalid, limit_exceeded, refuse_unserved};
use super::super::group::Group;
use super::super::pattern::Pattern;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of one group ("CloudWatch Logs quotas").
const MOST_FILTERS: usize = 100;

impl Handle<PutMetricFilter> for Rooms {
    fn needs(&self, call: &Call, input: &PutMetricFilterRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:PutMetricFilter", "").into())
    }

    async fn handle(&self, authorized: Authorized<PutMetricFilter>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        refuse_unserved(&[
            (
                "applyOnTransformedLogs",
                input.apply_on_transformed_logs == Some(true),
            ),
            (
                "fieldSelectionCriteria",
                input.field_selection_criteria.is_some(),
            ),
            (
                "emitSystemFieldDimensions",
                input.emit_system_field_dimensions.is_some(),
            ),
        ])?;
        Pattern::parse(&input.filter_pattern)?;
        let transformation = input.metric_transformations.into_iter().next();
        let transformation = transformation.ok_or_else(|| invalid("No metric is named."))?;
        let filter = MetricFilter {
            pattern: input.filter_pattern,
            namespace: transformation.metric_namespace,
            metric: transformation.metric_name,
            value: transformation.metric_value,
            default_value: transformation.default_value,
            unit: transformation.unit,
            dimensions: transformation.dimensions.unwrap_or_default(),
            created: call.now(),
        };
        let change = |record: &mut LogGroupRecord| {
            let filters = &mut record.metric_filters;
            filters.insert(input.filter_name.clone(), filter.clone());
            if filters.len() > MOST_FILTERS {
                return Err(limit_exceeded());
            }
            Ok(())
        };
        self.change_group(&group, change).await
    }
}
