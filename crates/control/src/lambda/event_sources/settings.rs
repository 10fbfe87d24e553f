//! What a stream is read by: AWS's defaults, limits and texts (Lambda API reference,
//! "CreateEventSourceMapping"; recordings of `test_lambda_api` and `test_lambda_integration_kinesis`).

use model::{Arn, StartingPosition, StreamSettings, Timestamp};
use wire::lambda::{
    CreateEventSourceMappingRequest, DestinationConfig, OnFailure, UpdateEventSourceMappingRequest,
};

use super::streams::Stream;
use crate::lambda::checks::refuse_unserved;
use crate::lambda::failures::invalid;
use crate::refused::Refused;

pub(super) const DEFAULT_BATCH_SIZE: u32 = 100;
/// AWS takes no smaller age.
const LEAST_AGE: u32 = 60;

/// How the stream is to be read that a mapping names.
pub(super) fn of(
    input: &CreateEventSourceMappingRequest,
    source: &Arn,
    now: Timestamp,
) -> Result<Option<StreamSettings>, Refused> {
    let Some(stream) = Stream::of(source) else {
        return Ok(None);
    };
    refuse_unserved(&[("ScalingConfig for a stream", input.scaling_config.is_some())])?;
    let mut settings = StreamSettings {
        position: position(input, source, stream)?,
        since: now,
        maximum_record_age_seconds: None,
        maximum_retry_attempts: None,
        bisects: input.bisect_batch_on_function_error.unwrap_or_default(),
        parallelization: 1,
        on_failure: None,
        window_seconds: 0,
    };
    change(
        &mut settings,
        &Changes {
            age: input.maximum_record_age_in_seconds,
            retries: input.maximum_retry_attempts,
            bisects: input.bisect_batch_on_function_error,
            parallelization: input.parallelization_factor,
            destination: input.destination_config.as_ref(),
            window: input.tumbling_window_in_seconds,
        },
    )?;
    Ok(Some(settings))
}

/// Takes over what an update says of a stream.
pub(super) fn update(
    settings: &mut StreamSettings,
    input: &UpdateEventSourceMappingRequest,
) -> Result<(), Refused> {
    refuse_unserved(&[("ScalingConfig for a stream", input.scaling_config.is_some())])?;
    change(
        settings,
        &Changes {
            age: input.maximum_record_age_in_seconds,
            retries: input.maximum_retry_attempts,
            bisects: input.bisect_batch_on_function_error,
            parallelization: input.parallelization_factor,
            destination: input.destination_config.as_ref(),
            window: input.tumbling_window_in_seconds,
        },
    )
}

fn position(
    input: &CreateEventSourceMappingRequest,
    source: &Arn,
    stream: Stream,
) -> Result<StartingPosition, Refused> {
    let at = input.starting_position_timestamp;
    match (input.starting_position.as_deref(), stream) {
        (Some("TRIM_HORIZON"), _) => Ok(StartingPosition::TrimHorizon),
        (Some("LATEST"), _) => Ok(StartingPosition::Latest),
        (Some("AT_TIMESTAMP"), Stream::Kinesis) => {
            let at = at.ok_or_else(|| {
                invalid("StartingPosition AT_TIMESTAMP needs a StartingPositionTimestamp.")
            })?;
            Ok(StartingPosition::AtTimestamp(millis(at.0)))
        }
        (Some(_), Stream::Kinesis | Stream::DynamoDb) => Err(invalid(format!(
            "Unsupported starting position for arn type: {source}"
        ))),
        (None, _) => Err(invalid(
            "1 validation error detected: Value null at 'startingPosition' failed to satisfy \
             constraint: Member must not be null.",
        )),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a date in milliseconds is far below 2^63; what is beyond saturates"
)]
fn millis(seconds: f64) -> Timestamp {
    Timestamp::from_millis((seconds * 1000.0) as i64)
}

struct Changes<'a> {
    age: Option<i32>,
    retries: Option<i32>,
    bisects: Option<bool>,
    parallelization: Option<i32>,
    destination: Option<&'a DestinationConfig>,
    window: Option<i32>,
}

/// Minus one stands for no bound.
fn change(settings: &mut StreamSettings, changes: &Changes<'_>) -> Result<(), Refused> {
    let bound = |given: i32| u32::try_from(given).ok();
    if let Some(age) = changes.age {
        settings.maximum_record_age_seconds = bound(age);
        if settings
            .maximum_record_age_seconds
            .is_some_and(|age| age < LEAST_AGE)
        {
            return Err(invalid(format!(
                "1 validation error detected: Value '{age}' at 'maximumRecordAgeInSeconds' failed \
                 to satisfy constraint: Member must have value greater than or equal to {LEAST_AGE}"
            )));
        }
    }
    if let Some(retries) = changes.retries {
        settings.maximum_retry_attempts = bound(retries);
    }
    if let Some(bisects) = changes.bisects {
        settings.bisects = bisects;
    }
    if let Some(most) = changes.parallelization.and_then(bound) {
        settings.parallelization = most.max(1);
    }
    if let Some(window) = changes.window.and_then(bound) {
        settings.window_seconds = window;
    }
    if let Some(config) = changes.destination {
        settings.on_failure = destination(config)?;
    }
    // A state belongs to a shard, and batches beside each other would each have one.
    let has_both = settings.window_seconds > 0 && settings.parallelization > 1;
    refuse_unserved(&[(
        "ParallelizationFactor with TumblingWindowInSeconds",
        has_both,
    )])
}

/// A queue, a topic or a bucket; an empty text takes it away.
fn destination(config: &DestinationConfig) -> Result<Option<String>, Refused> {
    let target = config.on_failure.as_ref();
    let target = target.and_then(|target| target.destination.clone());
    let Some(target) = target.filter(|target| !target.is_empty()) else {
        return Ok(None);
    };
    let known = Arn::new(&target).is_ok_and(|arn| matches!(arn.service(), "sqs" | "sns" | "s3"));
    if known {
        Ok(Some(target))
    } else {
        Err(invalid(format!(
            "DestinationConfig.OnFailure {target} is not supported by Portcullis: a queue, a topic \
             or a bucket is."
        )))
    }
}

pub(super) fn shown(settings: &StreamSettings) -> DestinationConfig {
    DestinationConfig {
        on_success: None,
        on_failure: Some(OnFailure {
            destination: settings.on_failure.clone(),
        }),
    }
}
