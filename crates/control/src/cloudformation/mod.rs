//! AWS CloudFormation: stacks, and the engine that makes them what they are to be.
//!
//! Everything a stack makes, it makes through the operations of the services, decided for whoever asked or for the
//! stack's role. This module must never reach another service's records, and never keep a template that it could
//! not make a stack of.

mod create_stack;
mod delete_stack;
mod describe_account_limits;
mod describe_events;
mod describe_stack_events;
mod describe_stack_resource;
mod describe_stack_resources;
mod describe_stacks;
mod get_template;
mod get_template_summary;
mod list_exports;
mod list_imports;
mod list_stack_resources;
mod list_stacks;
mod rollbacks;
mod settings;
mod signal_resource;
mod update_stack;
mod validate_template;

mod change_sets;

mod submission; // what a call brings, checked

mod blueprint; // which resources there are to be
mod engine; // who makes them
mod resources; // how each type is made

mod asks;
mod changes;
mod exports;
mod failures;
mod found;
mod masking;
mod pages;
mod shown;
mod signals;
mod stack_policy;

#[cfg(test)]
mod tests;

use model::{OnFailure, StackOperation, StackOperationKind, StackRecord};
use wire::cloudformation::{
    CancelUpdateStack, ContinueUpdateRollback, CreateChangeSet, CreateStack, DeleteChangeSet,
    DeleteStack, DeploymentConfig, DescribeAccountLimits, DescribeChangeSet, DescribeEvents,
    DescribeStackEvents, DescribeStackResource, DescribeStackResources, DescribeStacks,
    ExecuteChangeSet, GetStackPolicy, GetTemplate, GetTemplateSummary, ListChangeSets, ListExports,
    ListImports, ListStackResources, ListStacks, RollbackConfiguration, RollbackStack,
    SetStackPolicy, SignalResource, UpdateStack, UpdateTerminationProtection, ValidateTemplate,
};

use crate::call::Call;
use crate::operations::operations;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub use engine::Stacks;

operations! {
    CancelUpdateStack,
    ContinueUpdateRollback,
    CreateChangeSet,
    CreateStack,
    DeleteChangeSet,
    DeleteStack,
    DescribeAccountLimits,
    DescribeChangeSet,
    DescribeEvents,
    DescribeStackEvents,
    DescribeStackResource,
    DescribeStackResources,
    DescribeStacks,
    ExecuteChangeSet,
    GetStackPolicy,
    GetTemplate,
    GetTemplateSummary,
    ListChangeSets,
    ListExports,
    ListImports,
    ListStackResources,
    ListStacks,
    RollbackStack,
    SetStackPolicy,
    SignalResource,
    UpdateStack,
    UpdateTerminationProtection,
    ValidateTemplate,
}

/// An operation that begins now, for whoever calls.
fn operation(
    rooms: &Rooms,
    call: &Call,
    kind: StackOperationKind,
    token: Option<String>,
) -> Result<StackOperation, Refused> {
    let caller = rooms.identity.remember(call.caller());
    Ok(StackOperation {
        kind,
        caller: caller.map_err(Refused::internal)?,
        endpoint: call.endpoint().to_owned(),
        started: call.now(),
        token,
        on_failure: OnFailure::Rollback,
        previous: None,
        previous_outputs: Vec::new(),
        previous_imports: Vec::new(),
        skipped: Vec::new(),
        policy: None,
    })
}

/// Gives a stack the event of the status that it has now.
fn begun(record: &mut StackRecord, reason: Option<&str>) {
    record.reason = reason.map(str::to_owned);
    let moment = (engine::micros(), uuid::Uuid::new_v4().to_string());
    let event = engine::stack_event(record, moment);
    engine::push(&mut record.events, event);
}

/// Every operation waits for its resources and goes back when one fails, unless `DisableRollback` beside it says otherwise.
fn check_deployment_config(given: Option<&DeploymentConfig>) -> Result<(), Refused> {
    let mode = given.and_then(|given| given.mode.as_deref());
    failures::refuse_unserved(&[
        (
            "DeploymentConfig.Mode EXPRESS",
            mode.is_some_and(|mode| mode != "STANDARD"),
        ),
        (
            "DeploymentConfig.DisableRollback",
            given.and_then(|given| given.disable_rollback) == Some(true),
        ),
    ])
}

/// There are no alarms here that could roll a stack back.
fn check_rollback_configuration(given: Option<&RollbackConfiguration>) -> Result<(), Refused> {
    let triggers = given.and_then(|given| given.rollback_triggers.as_ref());
    failures::refuse_unserved(&[(
        "RollbackConfiguration.RollbackTriggers",
        triggers.is_some_and(|list| !list.is_empty()),
    )])
}

/// For the fuzz targets.
pub(crate) fn read_stranger(text: &str) {
    let _template = blueprint::read(text);
    if let Ok(policy) = stack_policy::StackPolicy::parse(text) {
        policy.refusal("Update:Modify", "Id", "AWS::S3::Bucket");
    }
}
