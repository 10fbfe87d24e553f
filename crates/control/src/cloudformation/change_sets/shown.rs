//! Change sets as CloudFormation shows them.

use model::{ChangeAction, ChangeDetail, ChangeSetRecord, ResourceChange};
use wire::cloudformation as aws;

use crate::cloudformation::shown::time;

/// Whether the values of properties are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    Shown,
    Left,
}

pub(super) fn whole(record: &ChangeSetRecord, values: Values) -> aws::DescribeChangeSetOutput {
    let design = &record.design;
    aws::DescribeChangeSetOutput {
        change_set_name: Some(record.name.clone()),
        change_set_id: Some(record.arn()),
        stack_id: Some(record.stack_arn()),
        stack_name: Some(record.stack_name.clone()),
        description: record.description.clone(),
        parameters: Some(
            design
                .shown
                .iter()
                .map(|(key, value)| aws::Parameter {
                    parameter_key: Some(key.clone()),
                    parameter_value: Some(value.clone()),
                    use_previous_value: None,
                    resolved_value: design.ssm.get(value).cloned(),
                })
                .collect::<Vec<_>>(),
        )
        .filter(|list| !list.is_empty()),
        creation_time: Some(time(record.created)),
        execution_status: Some(record.execution.name().to_owned()),
        status: Some(record.status.name().to_owned()),
        status_reason: record.reason.clone(),
        notification_ar_ns: Some(Vec::new()),
        rollback_configuration: Some(aws::RollbackConfiguration::default()),
        capabilities: Some(design.capabilities.clone()),
        tags: Some(
            design
                .tags
                .iter()
                .map(|(key, value)| aws::Tag {
                    key: key.clone(),
                    value: value.clone(),
                })
                .collect::<Vec<_>>(),
        )
        .filter(|list| !list.is_empty()),
        changes: Some(
            record
                .changes
                .iter()
                .map(|found| change(found, values))
                .collect(),
        ),
        include_nested_stacks: Some(false),
        on_stack_failure: record.on_failure.map(|found| found.name().to_owned()),
        ..aws::DescribeChangeSetOutput::default()
    }
}

fn change(change: &ResourceChange, values: Values) -> aws::Change {
    let shows = values == Values::Shown;
    let modifies = change.action == ChangeAction::Modify;
    let mut scope: Vec<String> = Vec::new();
    for detail in &change.details {
        if !scope.contains(&detail.attribute) {
            scope.push(detail.attribute.clone());
        }
    }
    aws::Change {
        type_: Some("Resource".to_owned()),
        hook_invocation_count: None,
        resource_change: Some(aws::ResourceChange {
            policy_action: change.policy.clone(),
            action: Some(change.action.name().to_owned()),
            logical_resource_id: Some(change.logical_id.clone()),
            physical_resource_id: change.physical_id.clone(),
            resource_type: Some(change.kind.clone()),
            replacement: change
                .replacement
                .filter(|_| modifies)
                .map(|found| found.name().to_owned()),
            scope: Some(scope),
            details: Some(
                change
                    .details
                    .iter()
                    .map(|found| detail(found, values))
                    .collect(),
            ),
            before_context: change.before.clone().filter(|_| shows),
            after_context: change.after.clone().filter(|_| shows),
            ..aws::ResourceChange::default()
        }),
    }
}

fn detail(detail: &ChangeDetail, values: Values) -> aws::ResourceChangeDetail {
    let shows = values == Values::Shown && detail.property.is_some();
    let kind = match (&detail.before, &detail.after) {
        (None, _) => "Add",
        (_, None) => "Remove",
        (Some(_), Some(_)) => "Modify",
    };
    let recreation = match detail.recreates {
        Some(true) if detail.is_known => "Always",
        Some(true) => "Conditionally",
        Some(false) | None => "Never",
    };
    aws::ResourceChangeDetail {
        target: Some(aws::ResourceTargetDefinition {
            attribute: Some(detail.attribute.clone()),
            name: detail.property.clone(),
            requires_recreation: Some(recreation.to_owned()),
            path: detail
                .property
                .as_ref()
                .filter(|_| shows)
                .map(|name| format!("/Properties/{name}")),
            before_value: detail.before.clone().filter(|_| shows),
            after_value: detail.after.clone().filter(|_| shows),
            attribute_change_type: shows.then(|| kind.to_owned()),
            ..aws::ResourceTargetDefinition::default()
        }),
        evaluation: Some(if detail.is_known { "Static" } else { "Dynamic" }.to_owned()),
        change_source: Some("DirectModification".to_owned()),
        causing_entity: None,
    }
}

pub(super) fn summary(record: ChangeSetRecord) -> aws::ChangeSetSummary {
    aws::ChangeSetSummary {
        stack_id: Some(record.stack_arn()),
        stack_name: Some(record.stack_name.clone()),
        change_set_id: Some(record.arn()),
        change_set_name: Some(record.name.clone()),
        execution_status: Some(record.execution.name().to_owned()),
        status: Some(record.status.name().to_owned()),
        status_reason: record.reason.clone(),
        creation_time: Some(time(record.created)),
        description: record.description,
        include_nested_stacks: Some(false),
        ..aws::ChangeSetSummary::default()
    }
}
