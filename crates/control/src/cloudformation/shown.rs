//! Records as CloudFormation shows them.

use model::{ResourceStatus, StackEvent, StackRecord, StackResourceRecord, StackStatus, Timestamp};
use wire::cloudformation as aws;

const UNCHECKED: &str = "NOT_CHECKED";

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds since 1970 are far below 2^53"
)]
pub(super) fn time(at: Timestamp) -> wire::Timestamp {
    wire::Timestamp(at.millis() as f64 / 1000.0)
}

pub(super) fn stack(record: StackRecord) -> aws::Stack {
    let design = record.design.clone();
    aws::Stack {
        stack_id: Some(record.arn()),
        stack_name: record.name,
        change_set_id: design.change_set_id.clone(),
        description: design.description,
        parameters: Some(
            design
                .shown
                .iter()
                .map(|(key, value)| parameter(key, value, &design.ssm))
                .collect(),
        ),
        creation_time: time(record.created),
        deletion_time: record.deleted.map(time),
        last_updated_time: record.updated.map(time),
        rollback_configuration: Some(aws::RollbackConfiguration::default()),
        stack_status: record.status.name().to_owned(),
        stack_status_reason: record.reason,
        disable_rollback: Some(record.disable_rollback),
        notification_ar_ns: Some(design.notification_arns),
        timeout_in_minutes: record
            .timeout_minutes
            .and_then(|minutes| i32::try_from(minutes).ok()),
        capabilities: Some(design.capabilities).filter(|list| !list.is_empty()),
        outputs: Some(
            record
                .outputs
                .into_iter()
                .map(|output| aws::Output {
                    output_key: Some(output.key),
                    output_value: Some(output.value),
                    description: output.description,
                    export_name: output.export,
                })
                .collect::<Vec<_>>(),
        )
        .filter(|list| !list.is_empty()),
        role_arn: design.role_arn,
        tags: Some(
            design
                .tags
                .into_iter()
                .map(|(key, value)| aws::Tag { key, value })
                .collect(),
        ),
        enable_termination_protection: Some(record.termination_protection),
        parent_id: record.parent,
        root_id: record.root,
        drift_information: Some(aws::StackDriftInformation {
            stack_drift_status: UNCHECKED.to_owned(),
            last_check_timestamp: None,
        }),
        ..aws::Stack::default()
    }
}

/// A parameter that names a key of SSM is shown with the value that it had there.
fn parameter(
    key: &str,
    value: &str,
    ssm: &std::collections::BTreeMap<String, String>,
) -> aws::Parameter {
    aws::Parameter {
        parameter_key: Some(key.to_owned()),
        parameter_value: Some(value.to_owned()),
        use_previous_value: None,
        resolved_value: ssm.get(value).cloned(),
    }
}

pub(super) fn summary(record: StackRecord) -> aws::StackSummary {
    aws::StackSummary {
        stack_id: Some(record.arn()),
        stack_name: record.name,
        template_description: record.design.description,
        creation_time: time(record.created),
        last_updated_time: record.updated.map(time),
        deletion_time: record.deleted.map(time),
        stack_status: record.status.name().to_owned(),
        stack_status_reason: record.reason,
        parent_id: record.parent,
        root_id: record.root,
        drift_information: Some(aws::StackDriftInformationSummary {
            stack_drift_status: UNCHECKED.to_owned(),
            last_check_timestamp: None,
        }),
        last_operations: None,
    }
}

/// Whether a resource belongs to the stack as it is: what an update took away is not listed any more.
pub(super) fn is_listed(stack: &StackRecord, resource: &StackResourceRecord) -> bool {
    let is_gone = matches!(
        resource.status,
        ResourceStatus::DeleteComplete | ResourceStatus::DeleteSkipped
    );
    let keeps_gone = matches!(
        stack.status,
        StackStatus::RollbackInProgress
            | StackStatus::RollbackComplete
            | StackStatus::RollbackFailed
            | StackStatus::DeleteInProgress
            | StackStatus::DeleteFailed
            | StackStatus::DeleteComplete
    );
    !is_gone || keeps_gone
}

pub(super) fn resource(stack: &StackRecord, record: StackResourceRecord) -> aws::StackResource {
    aws::StackResource {
        stack_name: Some(stack.name.clone()),
        stack_id: Some(stack.arn()),
        logical_resource_id: record.logical_id,
        physical_resource_id: record.physical_id,
        resource_type: record.kind,
        timestamp: time(record.changed),
        resource_status: record.status.name().to_owned(),
        resource_status_reason: record.reason,
        description: None,
        drift_information: Some(aws::StackResourceDriftInformation {
            stack_resource_drift_status: UNCHECKED.to_owned(),
            last_check_timestamp: None,
        }),
        module_info: None,
    }
}

pub(super) fn resource_detail(
    stack: &StackRecord,
    record: StackResourceRecord,
) -> aws::StackResourceDetail {
    let metadata = record.metadata.clone();
    let shown = resource(stack, record);
    aws::StackResourceDetail {
        stack_name: shown.stack_name,
        stack_id: shown.stack_id,
        logical_resource_id: shown.logical_resource_id,
        physical_resource_id: shown.physical_resource_id,
        resource_type: shown.resource_type,
        last_updated_timestamp: shown.timestamp,
        resource_status: shown.resource_status,
        resource_status_reason: shown.resource_status_reason,
        description: None,
        metadata: Some(metadata.unwrap_or_else(|| "{}".to_owned())),
        drift_information: shown.drift_information,
        module_info: None,
    }
}

pub(super) fn resource_summary(record: StackResourceRecord) -> aws::StackResourceSummary {
    aws::StackResourceSummary {
        logical_resource_id: record.logical_id,
        physical_resource_id: record.physical_id,
        resource_type: record.kind,
        last_updated_timestamp: time(record.changed),
        resource_status: record.status.name().to_owned(),
        resource_status_reason: record.reason,
        drift_information: Some(aws::StackResourceDriftInformationSummary {
            stack_resource_drift_status: UNCHECKED.to_owned(),
            last_check_timestamp: None,
        }),
        module_info: None,
    }
}

/// All events of a stack, the newest first.
pub(super) fn events(
    stack: &StackRecord,
    resources: Vec<StackResourceRecord>,
) -> Vec<aws::StackEvent> {
    let arn = stack.arn();
    let own = stack.events.iter().map(|found| {
        event(
            stack,
            found,
            (&stack.name, "AWS::CloudFormation::Stack"),
            &arn,
        )
    });
    let mut all: Vec<(i64, aws::StackEvent)> = own.collect();
    for resource in resources {
        let of = (resource.logical_id.as_str(), resource.kind.as_str());
        let events = resource.events.iter();
        all.extend(events.map(|found| event(stack, found, of, &arn)));
    }
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().map(|(_, event)| event).collect()
}

fn event(
    stack: &StackRecord,
    event: &StackEvent,
    (logical_id, kind): (&str, &str),
    arn: &str,
) -> (i64, aws::StackEvent) {
    let shown = aws::StackEvent {
        stack_id: arn.to_owned(),
        event_id: event.id.clone(),
        stack_name: stack.name.clone(),
        logical_resource_id: Some(logical_id.to_owned()),
        physical_resource_id: Some(event.physical_id.clone().unwrap_or_default()),
        resource_type: Some(kind.to_owned()),
        timestamp: time(Timestamp::from_millis(event.at / 1000)),
        resource_status: Some(event.status.clone()),
        resource_status_reason: event.reason.clone(),
        resource_properties: event.properties.clone(),
        client_request_token: event.token.clone(),
        ..aws::StackEvent::default()
    };
    (event.at, shown)
}
