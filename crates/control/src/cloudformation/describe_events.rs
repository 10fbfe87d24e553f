//! Tells what happened to a stack by its operations, the newest first.
//!
//! An operation begins where the stack begins to change, so that its id is that of the stack's first event in it. Of a
//! change set nothing is told: what is wrong with one is in its own reason.

use std::collections::BTreeMap;

use wire::cloudformation::{
    DescribeEvents, DescribeEventsInput, DescribeEventsOutput, OperationEvent, StackEvent,
};

use super::failures::{stack_does_not_exist, validation};
use super::{change_sets, found, pages, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const STACK: &str = "AWS::CloudFormation::Stack";

impl Handle<DescribeEvents> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeEventsInput) -> Result<Needs, Refused> {
        let action = "cloudformation:DescribeEvents";
        let stack = input.stack_name.as_deref().unwrap_or("*");
        Ok(found::ask(call, action, stack).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeEvents>,
    ) -> Result<DescribeEventsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let stack = input.stack_name.as_deref();
        if let Some(set) = input.change_set_name.as_deref() {
            change_sets::change_set(self, &call, (set, stack)).await?;
            return Ok(DescribeEventsOutput {
                operation_events: Some(Vec::new()),
                next_token: None,
            });
        }
        let Some(name) = stack else {
            return Err(validation(
                "One of ChangeSetName and StackName must be specified.",
            ));
        };
        let stack = found::stack(self, &call, name).await?;
        let stack = stack.ok_or_else(|| stack_does_not_exist(name))?;
        let resources = found::resources(self, &stack).await?;
        let mut events = by_operation(shown::events(&stack, resources));
        let failed = input.filters.and_then(|filters| filters.failed_events);
        events.retain(|event| {
            let is_asked = input.operation_id.is_none() || event.operation_id == input.operation_id;
            is_asked && (failed != Some(true) || is_failure(event))
        });
        let token = input.next_token.as_deref();
        let key = |event: &OperationEvent| event.event_id.clone().unwrap_or_default();
        let (events, next_token) = pages::page(events, token, key)?;
        Ok(DescribeEventsOutput {
            operation_events: Some(events),
            next_token,
        })
    }
}

fn is_failure(event: &OperationEvent) -> bool {
    event.event_type.as_deref() == Some("PROVISIONING_ERROR")
}

/// `events` are the newest first, and so is what comes of them.
fn by_operation(events: Vec<StackEvent>) -> Vec<OperationEvent> {
    let mut operation: (Option<String>, Option<&str>) = (None, None);
    let mut shown = Vec::new();
    let mut ends: BTreeMap<Option<String>, &str> = BTreeMap::new();
    for event in events.into_iter().rev() {
        let is_own = event.physical_resource_id.as_deref() == Some(&event.stack_id)
            && event.resource_type.as_deref() == Some(STACK);
        let status = event.resource_status.clone().unwrap_or_default();
        if let Some(kind) = begun(&status).filter(|_| is_own) {
            operation = (Some(event.event_id.clone()), Some(kind));
        }
        if is_own {
            ends.insert(operation.0.clone(), status_of(&status));
        }
        shown.push(of(event, &operation, is_own));
    }
    for event in &mut shown {
        let end = ends.get(&event.operation_id);
        event.operation_status = end.map(|status| (*status).to_owned());
    }
    shown.reverse();
    shown
}

/// What a stack does that goes into this status.
fn begun(status: &str) -> Option<&'static str> {
    Some(match status {
        "REVIEW_IN_PROGRESS" => "CREATE_CHANGESET",
        "CREATE_IN_PROGRESS" => "CREATE_STACK",
        "UPDATE_IN_PROGRESS" => "UPDATE_STACK",
        "DELETE_IN_PROGRESS" => "DELETE_STACK",
        "ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_IN_PROGRESS" => "ROLLBACK",
        _ => return None,
    })
}

fn status_of(status: &str) -> &'static str {
    if status.ends_with("_FAILED") {
        "FAILED"
    } else if status.ends_with("_COMPLETE") {
        "SUCCEEDED"
    } else {
        "IN_PROGRESS"
    }
}

fn of(
    event: StackEvent,
    (id, kind): &(Option<String>, Option<&str>),
    is_own: bool,
) -> OperationEvent {
    let status = event.resource_status.as_deref().unwrap_or_default();
    let event_type = match (is_own, status.ends_with("_FAILED")) {
        (true, _) => "STACK_EVENT",
        (false, true) => "PROVISIONING_ERROR",
        (false, false) => "PROGRESS_EVENT",
    };
    OperationEvent {
        event_id: Some(event.event_id),
        stack_id: Some(event.stack_id),
        operation_id: id.clone(),
        operation_type: kind.map(str::to_owned),
        event_type: Some(event_type.to_owned()),
        logical_resource_id: event.logical_resource_id,
        physical_resource_id: event.physical_resource_id,
        resource_type: event.resource_type,
        timestamp: Some(event.timestamp),
        resource_status: event.resource_status,
        resource_status_reason: event.resource_status_reason,
        resource_properties: event.resource_properties,
        client_request_token: event.client_request_token,
        ..OperationEvent::default()
    }
}
