//! Subscribes a function to a group.

use identity::AccessDenied;
use model::{FunctionArn, LogGroupRecord, SubscriptionFilter, Timestamp};
use wire::Failure;
use wire::logs::{PutSubscriptionFilter, PutSubscriptionFilterRequest};

use super::super::failures::{invalid, limit_exceeded, refuse_unserved};
use super::super::group::Group;
use super::super::pattern::Pattern;
use super::delivery::grant_to_deliver;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of one group ("CloudWatch Logs quotas").
const MOST_FILTERS: usize = 2;

impl Handle<PutSubscriptionFilter> for Rooms {
    fn needs(&self, call: &Call, input: &PutSubscriptionFilterRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:PutSubscriptionFilter", "").into())
    }

    async fn handle(&self, authorized: Authorized<PutSubscriptionFilter>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::named(&call, &input.log_group_name);
        refuse_unserved(&[
            ("roleArn", input.role_arn.is_some()),
            (
                "applyOnTransformedLogs",
                input.apply_on_transformed_logs == Some(true),
            ),
            (
                "fieldSelectionCriteria",
                input.field_selection_criteria.is_some(),
            ),
            ("emitSystemFields", input.emit_system_fields.is_some()),
        ])?;
        let function = destination(&group, &input.destination_arn)?;
        Pattern::parse(&input.filter_pattern)?;
        self.log_group(&group).await?;
        self.check_permission(&group, &function, call.now())?;
        let filter = SubscriptionFilter {
            pattern: input.filter_pattern,
            destination: input.destination_arn,
            distribution: input
                .distribution
                .unwrap_or_else(|| "ByLogStream".to_owned()),
            created: call.now(),
        };
        let change = |record: &mut LogGroupRecord| {
            let filters = &mut record.subscriptions;
            filters.insert(input.filter_name.clone(), filter.clone());
            if filters.len() > MOST_FILTERS {
                return Err(limit_exceeded());
            }
            Ok(())
        };
        self.change_group(&group, change).await
    }
}

/// Functions of the group's own account; streams of other services are refused by name, in AWS's words
/// where it would refuse them too (test_put_subscription_filter_errors).
fn destination(group: &Group, arn: &str) -> Result<FunctionArn, Refused> {
    let vendor = arn.split(':').nth(2).unwrap_or_default();
    match vendor {
        "lambda" => {}
        "kinesis" | "firehose" => {
            return Err(invalid(format!(
                "destinationArn for vendor {vendor} cannot be used without roleArn"
            )));
        }
        _ => return Err(invalid("destinationArn is not supported by Portcullis.")),
    }
    let function = FunctionArn::parse(arn)
        .map_err(|_| invalid("The provided destinationArn is no function's."))?;
    if function.account != group.account {
        let message = "Cross-account lambda invocation passing is not allowed. You must use \
                       DestinationPolicies to create cross account lambda triggers.";
        return Err(Failure::new("AccessDeniedException", 400, message).into());
    }
    if group.name == format!("/aws/lambda/{}", function.name) {
        return Err(invalid(
            "A function may not be subscribed to its own log group: each of its lines would call it.",
        ));
    }
    Ok(function)
}

impl Rooms {
    /// AWS calls the function to see whether it may; here the permission alone is asked.
    fn check_permission(
        &self,
        group: &Group,
        function: &FunctionArn,
        now: Timestamp,
    ) -> Result<(), Refused> {
        let is_there = self.lambda.resolve(function).is_ok();
        let refused = grant_to_deliver(&self.identity, group, function, now).err();
        if is_there && refused.is_none() {
            return Ok(());
        }
        let failed = invalid(
            "Could not execute the lambda function. Make sure you have given CloudWatch Logs \
             permission to execute your function.",
        );
        Err(failed.because(refused.map(|refused| AccessDenied::from(*refused))))
    }
}
