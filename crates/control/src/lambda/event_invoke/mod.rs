//! How asynchronous invocations of a qualifier are tried again, and whom their ends are told.

mod delete;
mod get;
mod list;
mod put;
mod update;

use model::{EventInvokeConfig, FunctionArn, FunctionRecord, Qualifier, Timestamp};
use wire::lambda::{DestinationConfig, FunctionEventInvokeConfig, OnFailure, OnSuccess};

use super::failures::{invalid, not_found};
use super::target::{Target, find};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

const LATEST: &str = "$LATEST";

fn no_function() -> Refused {
    not_found("The function doesn't exist.")
}

fn no_config(target: &Target) -> Refused {
    let arn = target.qualified(Some(&key(target)));
    not_found(format!(
        "The function {arn} doesn't have an EventInvokeConfig"
    ))
}

/// The key under which a record keeps the configuration of a qualifier.
fn key(target: &Target) -> String {
    target
        .qualifier
        .clone()
        .unwrap_or_else(|| LATEST.to_owned())
}

fn check_qualifier(target: &Target, record: &FunctionRecord) -> Result<(), Refused> {
    let qualifier = Qualifier::new(&key(target)).map_err(|_| no_function())?;
    find(record, &qualifier).map(drop).ok_or_else(no_function)
}

/// What an input may set; an empty destination takes it away.
struct Given {
    max_retries: Option<i32>,
    max_age: Option<i32>,
    destinations: Option<DestinationConfig>,
}

impl Given {
    fn check_any(&self) -> Result<(), Refused> {
        if self.max_retries.is_none() && self.max_age.is_none() && self.destinations.is_none() {
            return Err(invalid(
                "You must specify at least one of error handling or destination setting.",
            ));
        }
        Ok(())
    }

    fn apply(&self, config: &mut EventInvokeConfig) {
        if let Some(retries) = self.max_retries {
            config.maximum_retry_attempts = u8::try_from(retries).ok();
        }
        if let Some(age) = self.max_age {
            config.maximum_event_age_seconds = u32::try_from(age).ok();
        }
        if let Some(destinations) = &self.destinations {
            config.on_success = success(destinations).map(str::to_owned);
            config.on_failure = failure(destinations).map(str::to_owned);
        }
    }
}

fn success(destinations: &DestinationConfig) -> Option<&str> {
    let named = destinations.on_success.as_ref()?.destination.as_deref();
    named.filter(|arn| !arn.is_empty())
}

fn failure(destinations: &DestinationConfig) -> Option<&str> {
    let named = destinations.on_failure.as_ref()?.destination.as_deref();
    named.filter(|arn| !arn.is_empty())
}

impl Rooms {
    /// Applies what is given to `base`: what the record has, or nothing yet.
    async fn set_config(
        &self,
        call: &Call,
        target: &Target,
        given: &Given,
        base: impl Fn(&FunctionRecord) -> Result<EventInvokeConfig, Refused> + Send + Sync,
    ) -> Result<FunctionEventInvokeConfig, Refused> {
        given.check_any()?;
        let before = self.function_or(target, no_function).await?.record;
        check_qualifier(target, &before)?;
        self.check_destinations(target, given.destinations.as_ref())
            .await?;
        let change = |record: &mut FunctionRecord| {
            check_qualifier(target, record)?;
            let mut config = base(record)?;
            given.apply(&mut config);
            config.modified = call.now();
            record
                .event_invoke_configs
                .insert(key(target), config.clone());
            Ok(config)
        };
        let updated = self.change_function_or(target, no_function, change).await?;
        Ok(shown(&updated.stored.record, &key(target), &updated.output))
    }

    /// A destination is a function that is there and another one, a queue, a topic, a bus or a
    /// bucket (test_lambda_eventinvokeconfig_exceptions).
    async fn check_destinations(
        &self,
        target: &Target,
        destinations: Option<&DestinationConfig>,
    ) -> Result<(), Refused> {
        let Some(destinations) = destinations else {
            return Ok(());
        };
        for arn in [failure(destinations), success(destinations)]
            .into_iter()
            .flatten()
        {
            match arn.split(':').nth(2) {
                Some("lambda") => self.check_function(target, arn).await?,
                Some("sqs" | "sns" | "events" | "s3") => {}
                Some(_) | None => return Err(not_a_destination(destinations)),
            }
        }
        Ok(())
    }

    async fn check_function(&self, target: &Target, arn: &str) -> Result<(), Refused> {
        let unknown = || invalid(format!("The destination ARN {arn} is invalid."));
        let function = FunctionArn::parse(arn).map_err(|_| unknown())?;
        if function.unqualified() == target.unqualified() {
            return Err(invalid(
                "You can't specify the function as a destination for itself.",
            ));
        }
        let id = FunctionRecord::id_of(&function.account, &function.region, &function.name);
        let found = self.records.get::<FunctionRecord>(&id).await?;
        found.map(drop).ok_or_else(unknown)
    }
}

fn not_a_destination(destinations: &DestinationConfig) -> Refused {
    let part = |name: &str, arn: Option<&str>| match arn {
        Some(arn) => format!("{name}(destination={arn})"),
        None => "null".to_owned(),
    };
    invalid(format!(
        "The provided destination config DestinationConfig(onSuccess={}, onFailure={}) is invalid.",
        part("OnSuccess", success(destinations)),
        part("OnFailure", failure(destinations))
    ))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of a date are far below 2^53"
)]
fn time(at: Timestamp) -> wire::Timestamp {
    wire::Timestamp(at.millis() as f64 / 1000.0)
}

fn shown(
    record: &FunctionRecord,
    qualifier: &str,
    config: &EventInvokeConfig,
) -> FunctionEventInvokeConfig {
    FunctionEventInvokeConfig {
        last_modified: Some(time(config.modified)),
        function_arn: Some(format!("{}:{qualifier}", record.arn())),
        maximum_retry_attempts: config.maximum_retry_attempts.map(i32::from),
        maximum_event_age_in_seconds: config
            .maximum_event_age_seconds
            .and_then(|age| i32::try_from(age).ok()),
        destination_config: Some(DestinationConfig {
            on_success: Some(OnSuccess {
                destination: config.on_success.clone(),
            }),
            on_failure: Some(OnFailure {
                destination: config.on_failure.clone(),
            }),
        }),
    }
}
