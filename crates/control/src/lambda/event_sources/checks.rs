//! What a mapping may be: a queue, a function that is there, a role that may read, and settings within
//! AWS's limits. The texts are those of the recordings of `test_lambda_api` and
//! `test_lambda_integration_sqs`, where they have them.

use identity::{AccessDenied, Assumer, Caller, SessionAsk};
use model::{Arn, EventSourceMappingRecord, FunctionArn};
use policy::Context;
use wire::lambda::{
    CreateEventSourceMappingRequest, FilterCriteria, ScalingConfig, UpdateEventSourceMappingRequest,
};

use super::filter::Pattern;
use super::queue;
use super::streams::Stream;
use crate::call::Call;
use crate::control::Control;
use crate::lambda::checks::{SERVICE, any_of, is_set, refuse_unserved};
use crate::lambda::failures::invalid;
use crate::lambda::target::Target;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What a queue's role needs (Lambda developer guide, "Using Lambda with Amazon SQS").
const NEEDED: [&str; 3] = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"];
/// Of a FIFO queue, and without a window.
const MOST_AT_ONCE: u32 = 10;

/// Queues and streams are read here; brokers are refused by name.
pub(super) fn source(input: &CreateEventSourceMappingRequest) -> Result<Arn, Refused> {
    let to_success = input
        .destination_config
        .as_ref()
        .and_then(|to| to.on_success.as_ref());
    if to_success.is_some() {
        return Err(invalid(
            "Unsupported DestinationConfig parameter for given event source mapping type.",
        ));
    }
    if input.self_managed_event_source.is_some() {
        if input.source_access_configurations.is_none() {
            return Err(invalid(
                "Required 'sourceAccessConfigurations' parameter is missing.",
            ));
        }
        return Err(unserved("SelfManagedEventSource"));
    }
    let arn = input.event_source_arn.as_deref();
    let arn = arn.ok_or_else(|| invalid("Unrecognized event source."))?;
    let arn = Arn::new(arn).map_err(|_| invalid("Unrecognized event source."))?;
    match arn.service() {
        "sqs" => Ok(arn),
        _ if Stream::of(&arn).is_some() => Ok(arn),
        service => Err(unserved(&format!("An event source of {service}"))),
    }
}

fn unserved(what: &str) -> Refused {
    invalid(format!("{what} is not supported by Portcullis."))
}

/// Members that mean nothing to this kind of source at AWS, or that are not served here.
pub(super) fn refuse_unserved_members(
    input: &CreateEventSourceMappingRequest,
    is_stream: bool,
) -> Result<(), Refused> {
    if !is_stream {
        let on_failure = input.destination_config.as_ref();
        refuse_unserved(&[
            ("StartingPosition", input.starting_position.is_some()),
            (
                "DestinationConfig",
                on_failure.is_some_and(|to| to.on_failure.is_some()),
            ),
            (
                "ParallelizationFactor",
                input.parallelization_factor.is_some(),
            ),
            (
                "MaximumRecordAgeInSeconds",
                input.maximum_record_age_in_seconds.is_some(),
            ),
            (
                "BisectBatchOnFunctionError",
                input.bisect_batch_on_function_error.is_some(),
            ),
            (
                "MaximumRetryAttempts",
                input.maximum_retry_attempts.is_some(),
            ),
            (
                "TumblingWindowInSeconds",
                input.tumbling_window_in_seconds.is_some(),
            ),
        ])?;
    }
    refuse_unserved(&[
        ("Topics", any_of(input.topics.as_ref())),
        ("Queues", any_of(input.queues.as_ref())),
        (
            "SourceAccessConfigurations",
            any_of(input.source_access_configurations.as_ref()),
        ),
        (
            "AmazonManagedKafkaEventSourceConfig",
            input.amazon_managed_kafka_event_source_config.is_some(),
        ),
        (
            "SelfManagedKafkaEventSourceConfig",
            input.self_managed_kafka_event_source_config.is_some(),
        ),
        (
            "DocumentDBEventSourceConfig",
            input.document_db_event_source_config.is_some(),
        ),
        ("KMSKeyArn", is_set(input.kms_key_arn.as_ref())),
        ("MetricsConfig", input.metrics_config.is_some()),
        ("LoggingConfig", input.logging_config.is_some()),
        (
            "ProvisionedPollerConfig",
            input.provisioned_poller_config.is_some(),
        ),
    ])
}

pub(super) fn refuse_in_update(
    input: &UpdateEventSourceMappingRequest,
    is_stream: bool,
) -> Result<(), Refused> {
    if !is_stream {
        refuse_unserved(&[
            ("DestinationConfig", input.destination_config.is_some()),
            (
                "ParallelizationFactor",
                input.parallelization_factor.is_some(),
            ),
            (
                "MaximumRecordAgeInSeconds",
                input.maximum_record_age_in_seconds.is_some(),
            ),
            (
                "BisectBatchOnFunctionError",
                input.bisect_batch_on_function_error.is_some(),
            ),
            (
                "MaximumRetryAttempts",
                input.maximum_retry_attempts.is_some(),
            ),
            (
                "TumblingWindowInSeconds",
                input.tumbling_window_in_seconds.is_some(),
            ),
        ])?;
    }
    refuse_unserved(&[
        (
            "SourceAccessConfigurations",
            any_of(input.source_access_configurations.as_ref()),
        ),
        (
            "AmazonManagedKafkaEventSourceConfig",
            input.amazon_managed_kafka_event_source_config.is_some(),
        ),
        (
            "SelfManagedKafkaEventSourceConfig",
            input.self_managed_kafka_event_source_config.is_some(),
        ),
        (
            "DocumentDBEventSourceConfig",
            input.document_db_event_source_config.is_some(),
        ),
        ("KMSKeyArn", is_set(input.kms_key_arn.as_ref())),
        ("MetricsConfig", input.metrics_config.is_some()),
        ("LoggingConfig", input.logging_config.is_some()),
        (
            "ProvisionedPollerConfig",
            input.provisioned_poller_config.is_some(),
        ),
    ])
}

/// The settings of a batch, whoever set which of them.
pub(super) fn batch(record: &EventSourceMappingRecord) -> Result<(), Refused> {
    if record.stream.is_some() {
        return Ok(());
    }
    if record.batch_size > MOST_AT_ONCE && record.is_ordered() {
        return Err(invalid(format!(
            "1 validation error detected: Value '{}' at 'batchSize' failed to satisfy constraint: \
             Member must have value less than or equal to {MOST_AT_ONCE}",
            record.batch_size
        )));
    }
    if record.batch_size > MOST_AT_ONCE && record.batching_window_seconds == 0 {
        return Err(invalid(
            "Maximum batch window in seconds must be greater than 0 if maximum batch size is \
             greater than 10",
        ));
    }
    Ok(())
}

pub(super) fn filters(criteria: Option<&FilterCriteria>) -> Result<Vec<String>, Refused> {
    let filters = criteria.and_then(|criteria| criteria.filters.as_ref());
    let patterns = filters.into_iter().flatten().map(|filter| {
        let text = filter.pattern.as_deref().unwrap_or_default();
        match Pattern::read(text) {
            Some(_) => Ok(text.to_owned()),
            None => Err(invalid("Invalid filter pattern definition.")),
        }
    });
    patterns.collect()
}

pub(super) fn concurrency(config: Option<&ScalingConfig>) -> Option<u32> {
    config
        .and_then(|config| config.maximum_concurrency)
        .and_then(|most| u32::try_from(most).ok())
}

impl Rooms {
    /// The function as the mapping names it, if it is there.
    pub(super) fn mapped_function(&self, call: &Call, name: &str) -> Result<FunctionArn, Refused> {
        let missing = || invalid("Function does not exist");
        let target = Target::read(call, name, None)?;
        let qualifier = target.parsed_qualifier().map_err(|_| missing())?;
        let arn = target.unqualified().with_qualifier(qualifier);
        self.lambda.resolve(&arn).map_err(|_| missing())?;
        Ok(arn)
    }

    /// The execution role must be allowed to read the source, and the source must be there.
    pub(super) async fn check_source(
        &self,
        call: &Call,
        mapping: &EventSourceMappingRecord,
    ) -> Result<(), Refused> {
        let (function, source) = (&mapping.function, &mapping.source);
        let resolved = self.lambda.resolve(function);
        let resolved = resolved.map_err(|_| invalid("Function does not exist"))?;
        let role = resolved.config().role.to_string();
        let session = SessionAsk::new(function.name.as_str(), 900);
        let by = Assumer::Service(SERVICE);
        let session = self.identity.assume_role(&by, &role, &session, call.now());
        let session = session.map_err(|refused| {
            let said = "The role defined for the function cannot be assumed by Lambda.";
            invalid(said).because(refused.into_denied())
        })?;
        match Stream::of(source) {
            Some(stream) => self.check_stream(stream, &session.caller, source).await,
            None => self.check_queue(session.caller, source).await,
        }
    }

    /// The first of these operations that the caller may not perform on the source, and what ends that for all
    /// of them.
    fn forbidden(
        &self,
        caller: &Caller,
        (service, operations): (&str, &'static [&'static str]),
        source: &Arn,
    ) -> Option<(&'static str, AccessDenied)> {
        let resources = [source.to_string()];
        let mut denials = operations.iter().filter_map(|operation| {
            let action = format!("{service}:{operation}");
            let context = Context::new();
            let ask = identity::Ask::new(&action, &resources, &context);
            let denied = self.identity.authorize(caller, &ask).err()?;
            Some((*operation, denied))
        });
        let (operation, first) = denials.next()?;
        Some((operation, first.and(denials.map(|(_, denied)| denied))))
    }

    async fn check_queue(&self, caller: Caller, queue: &Arn) -> Result<(), Refused> {
        if let Some((operation, denied)) = self.forbidden(&caller, ("sqs", &NEEDED), queue) {
            let said = format!(
                "The provided execution role does not have permissions to call {operation} on SQS"
            );
            return Err(invalid(said).because(Some(denied)));
        }
        let looked = queue::look(self, caller, queue).await;
        looked.map_err(|fault| {
            invalid(format!(
                "Error occurred while ReceiveMessage. SQS Error Code: {}. SQS Error Message: {}",
                fault.code, fault.message
            ))
        })
    }

    async fn check_stream(
        &self,
        stream: Stream,
        caller: &Caller,
        source: &Arn,
    ) -> Result<(), Refused> {
        let needed = stream.needed();
        if let Some((_, denied)) = self.forbidden(caller, (stream.service(), needed), source) {
            let operations = needed.join(", ");
            let said = format!(
                "Cannot access stream {source}. Please ensure the role can perform the {operations} \
                 Actions on your stream in IAM."
            );
            return Err(invalid(said).because(Some(denied)));
        }
        let looked = stream.look(&Control::over(self), caller, source).await;
        looked.map_err(|fault| match fault.code.as_str() {
            "ResourceNotFoundException" => invalid(format!("Stream not found: {source}")),
            _ => invalid(format!(
                "The stream {source} cannot be read: {}: {}",
                fault.code, fault.message
            )),
        })
    }
}
