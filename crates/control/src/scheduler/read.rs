//! What a schedule may be: a time, a function, and the role in which it is invoked.

use model::{FunctionArn, Retries, ScheduleRecord, Timestamp};
use wire::scheduler::{FlexibleTimeWindow, Target, UpdateScheduleInput};

use super::failures::{invalid, refuse_unserved, unserved};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::schedules::Expression;

const GROUP: &str = "default";
const SERVICE: &str = "scheduler.amazonaws.com";

/// There is one group.
pub(super) fn check_group(given: Option<&str>) -> Result<(), Refused> {
    match given {
        None | Some(GROUP) => Ok(()),
        Some(other) => Err(unserved(&format!("The schedule group {other}"))),
    }
}

pub(super) fn id(call: &Call, name: &str) -> String {
    ScheduleRecord::id_of(call.account(), call.region(), name)
}

pub(super) fn ask(call: &Call, action: &'static str, name: &str) -> Ask {
    let (account, region) = (call.account(), call.region());
    Ask::on(action, ScheduleRecord::arn_of(account, region, name))
}

/// Whoever makes a schedule hands its role over.
pub(super) fn asks(
    call: &Call,
    action: &'static str,
    name: &str,
    target: &Target,
) -> Result<Needs, Refused> {
    let arn = ScheduleRecord::arn_of(call.account(), call.region(), name);
    let pass = Ask::pass_own_role(call, &target.role_arn, SERVICE)?;
    let asks = vec![ask(call, action, name), pass.passed_for(Some(&arn))];
    Ok(Needs::Permissions(asks))
}

/// The record of what is asked for; `created` is when there was first one of this name.
pub(super) fn record(
    call: &Call,
    input: UpdateScheduleInput,
    created: Timestamp,
) -> Result<ScheduleRecord, Refused> {
    check_group(input.group_name.as_deref())?;
    let zone = input.schedule_expression_timezone.as_deref();
    let completion = input.action_after_completion.as_deref();
    refuse_unserved(&[
        ("KmsKeyArn", input.kms_key_arn.is_some()),
        (
            "ScheduleExpressionTimezone other than UTC",
            zone.is_some_and(|zone| zone != "UTC"),
        ),
        (
            "ActionAfterCompletion DELETE",
            completion.is_some_and(|action| action != "NONE"),
        ),
    ])?;
    let expression = input.schedule_expression;
    if Expression::parse(&expression).is_none() {
        return Err(invalid(format!(
            "Invalid Schedule Expression {expression}."
        )));
    }
    let (start, end) = (moment(input.start_date), moment(input.end_date));
    if start.zip(end).is_some_and(|(start, end)| start >= end) {
        return Err(invalid("The StartDate must be before the EndDate."));
    }
    let target = target(input.target)?;
    Ok(ScheduleRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        name: input.name,
        description: input.description,
        expression,
        enabled: input.state.as_deref() != Some("DISABLED"),
        start,
        end,
        window_minutes: window(&input.flexible_time_window)?,
        function: target.function,
        role: target.role,
        input: target.input,
        retries: target.retries,
        created,
        modified: call.now(),
    })
}

struct Invoked {
    function: FunctionArn,
    role: String,
    input: Option<String>,
    retries: Option<Retries>,
}

fn target(target: Target) -> Result<Invoked, Refused> {
    let Target {
        arn,
        role_arn,
        dead_letter_config,
        retry_policy,
        input,
        ecs_parameters,
        event_bridge_parameters,
        event_bridge_put_events_v2_parameters,
        event_bridge_put_raw_events_parameters,
        kinesis_parameters,
        sage_maker_pipeline_parameters,
        sqs_parameters,
    } = target;
    refuse_unserved(&[
        ("DeadLetterConfig", dead_letter_config.is_some()),
        ("EcsParameters", ecs_parameters.is_some()),
        ("EventBridgeParameters", event_bridge_parameters.is_some()),
        (
            "EventBridgePutEventsV2Parameters",
            event_bridge_put_events_v2_parameters.is_some(),
        ),
        (
            "EventBridgePutRawEventsParameters",
            event_bridge_put_raw_events_parameters.is_some(),
        ),
        ("KinesisParameters", kinesis_parameters.is_some()),
        (
            "SageMakerPipelineParameters",
            sage_maker_pipeline_parameters.is_some(),
        ),
        ("SqsParameters", sqs_parameters.is_some()),
    ])?;
    let function = FunctionArn::parse(&arn).map_err(|_| unserved(&format!("The target {arn}")))?;
    let is_json = |text: &String| serde_json::from_str::<serde_json::Value>(text).is_ok();
    if !input.as_ref().is_none_or(is_json) {
        return Err(invalid("Input must be a well-formed JSON."));
    }
    let retries = retry_policy.map(|policy| Retries {
        attempts: policy.maximum_retry_attempts,
        age_seconds: policy.maximum_event_age_in_seconds,
    });
    Ok(Invoked {
        function,
        role: role_arn,
        input,
        retries,
    })
}

fn window(given: &FlexibleTimeWindow) -> Result<Option<i32>, Refused> {
    match (given.mode.as_str(), given.maximum_window_in_minutes) {
        ("OFF", None) => Ok(None),
        ("OFF", Some(_)) => Err(invalid(
            "MaximumWindowInMinutes must not be set when FlexibleTimeWindow is OFF.",
        )),
        (_, Some(minutes)) => Ok(Some(minutes)),
        (_, None) => Err(invalid(
            "MaximumWindowInMinutes must be set when FlexibleTimeWindow is FLEXIBLE.",
        )),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast of a float saturates, and AWS's times have milliseconds at best"
)]
fn moment(given: Option<wire::Timestamp>) -> Option<Timestamp> {
    given.map(|given| Timestamp::from_millis((given.0 * 1000.0).round() as i64))
}
