//! Schedules as EventBridge Scheduler shows them.

use model::{ScheduleRecord, Timestamp};
use wire::scheduler::{
    FlexibleTimeWindow, GetScheduleOutput, RetryPolicy, ScheduleSummary, Target, TargetSummary,
};

const GROUP: &str = "default";

pub(super) fn whole(record: ScheduleRecord) -> GetScheduleOutput {
    let mode = match record.window_minutes {
        Some(_) => "FLEXIBLE",
        None => "OFF",
    };
    GetScheduleOutput {
        arn: Some(record.arn()),
        group_name: Some(GROUP.to_owned()),
        state: Some(state(&record).to_owned()),
        start_date: record.start.map(time),
        end_date: record.end.map(time),
        schedule_expression_timezone: Some("UTC".to_owned()),
        creation_date: Some(time(record.created)),
        last_modification_date: Some(time(record.modified)),
        flexible_time_window: Some(FlexibleTimeWindow {
            mode: mode.to_owned(),
            maximum_window_in_minutes: record.window_minutes,
        }),
        target: Some(Target {
            arn: record.function.to_string(),
            role_arn: record.role,
            input: record.input,
            // Without a policy AWS shows what holds then.
            retry_policy: Some(RetryPolicy {
                maximum_event_age_in_seconds: record
                    .retries
                    .and_then(|retries| retries.age_seconds)
                    .or(Some(86_400)),
                maximum_retry_attempts: record
                    .retries
                    .and_then(|retries| retries.attempts)
                    .or(Some(185)),
            }),
            ..Target::default()
        }),
        name: Some(record.name),
        description: record.description,
        schedule_expression: Some(record.expression),
        action_after_completion: Some("NONE".to_owned()),
        kms_key_arn: None,
    }
}

pub(super) fn summary(record: ScheduleRecord) -> ScheduleSummary {
    ScheduleSummary {
        arn: Some(record.arn()),
        group_name: Some(GROUP.to_owned()),
        state: Some(state(&record).to_owned()),
        creation_date: Some(time(record.created)),
        last_modification_date: Some(time(record.modified)),
        target: Some(TargetSummary {
            arn: record.function.to_string(),
        }),
        name: Some(record.name),
    }
}

pub(super) fn state(record: &ScheduleRecord) -> &'static str {
    if record.enabled {
        "ENABLED"
    } else {
        "DISABLED"
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no time of AWS's comes near 2^53"
)]
fn time(at: Timestamp) -> wire::Timestamp {
    wire::Timestamp(at.millis() as f64 / 1000.0)
}
