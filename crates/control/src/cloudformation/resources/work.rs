//! What a type is given to work with: the resolved properties, a name, and the way to the services.

use std::collections::BTreeMap;

use model::MadeResource;
use ring::digest;
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;
use wire::Operation;

use super::Made;
use crate::authorized::Handle;
use crate::cloudformation::blueprint::Awaited;
use crate::control::{Control, OnBehalf, Undone};
use crate::rooms::Rooms;
use crate::tags;

/// Characters of the part of a name that makes it unique.
const SUFFIX: usize = 12;
const SMALL: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// What is the same for all resources of a stack.
#[derive(Debug, Clone)]
pub(in crate::cloudformation) struct StackFacts {
    pub(in crate::cloudformation) name: String,
    pub(in crate::cloudformation) arn: String,
    pub(in crate::cloudformation) unique: String,
    pub(in crate::cloudformation) account: String,
    pub(in crate::cloudformation) region: String,
    pub(in crate::cloudformation) capabilities: Vec<String>,
    /// Of the stack itself.
    pub(in crate::cloudformation) tags: BTreeMap<String, String>,
}

/// One resource at work.
pub(in crate::cloudformation) struct Work<'a> {
    pub(in crate::cloudformation) control: &'a Control,
    pub(in crate::cloudformation) by: &'a OnBehalf,
    pub(in crate::cloudformation) stack: &'a StackFacts,
    pub(in crate::cloudformation) logical_id: &'a str,
    /// The type as the template calls it.
    pub(in crate::cloudformation) kind: &'a str,
    /// Which physical resource behind the logical id it is.
    pub(in crate::cloudformation) generation: u32,
    /// As they are to be.
    pub(in crate::cloudformation) properties: &'a Map<String, Value>,
    /// Whether this was begun before a restart, so that it may be done.
    pub(in crate::cloudformation) again: bool,
    /// Identifies the step, and stays the same after a restart.
    pub(in crate::cloudformation) token: String,
    /// The signals that its creation waits for.
    pub(in crate::cloudformation) awaited: Option<Awaited>,
    /// Ends what waits for others.
    pub(in crate::cloudformation) cancelled: &'a CancellationToken,
}

/// The error codes of resource handlers (CloudFormation CLI user guide, "Handler error codes").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cloudformation) enum HandlerCode {
    AccessDenied,
    AlreadyExists,
    NotFound,
    InvalidRequest,
    ResourceConflict,
    ServiceLimitExceeded,
    Throttling,
    GeneralServiceException,
    NotStabilized,
}

impl HandlerCode {
    fn name(self) -> &'static str {
        match self {
            Self::AccessDenied => "AccessDenied",
            Self::AlreadyExists => "AlreadyExists",
            Self::NotFound => "NotFound",
            Self::InvalidRequest => "InvalidRequest",
            Self::ResourceConflict => "ResourceConflict",
            Self::ServiceLimitExceeded => "ServiceLimitExceeded",
            Self::Throttling => "Throttling",
            Self::GeneralServiceException => "GeneralServiceException",
            Self::NotStabilized => "NotStabilized",
        }
    }

    pub(super) fn of(code: &str, status: u16) -> Self {
        let code = code.strip_suffix("Exception").unwrap_or(code);
        match code {
            "AccessDenied" => Self::AccessDenied,
            "EntityAlreadyExists"
            | "ResourceAlreadyExists"
            | "AlreadyExists"
            | "BucketAlreadyExists"
            | "BucketAlreadyOwnedByYou"
            | "ParameterAlreadyExists"
            | "QueueAlreadyExists" => Self::AlreadyExists,
            "NoSuchEntity" | "ResourceNotFound" | "NotFound" | "NoSuchBucket"
            | "ParameterNotFound" => Self::NotFound,
            "ResourceConflict" | "Conflict" | "DeleteConflict" => Self::ResourceConflict,
            "LimitExceeded" => Self::ServiceLimitExceeded,
            "TooManyRequests" | "Throttling" => Self::Throttling,
            _ if status == 403 => Self::AccessDenied,
            _ if status == 404 => Self::NotFound,
            _ if status == 409 => Self::ResourceConflict,
            _ if status >= 500 => Self::GeneralServiceException,
            _ => Self::InvalidRequest,
        }
    }
}

/// Why a resource is not as it should be.
#[derive(Debug, Clone)]
pub(in crate::cloudformation) struct Failed {
    pub(in crate::cloudformation) message: String,
    pub(in crate::cloudformation) code: HandlerCode,
    /// Whether the message is told as the word of a resource handler.
    is_handlers: bool,
    /// What was made all the same, to be deleted.
    pub(in crate::cloudformation) partial: Option<Box<Made>>,
}

impl Failed {
    /// In words that need nothing added.
    pub(in crate::cloudformation) fn plainly(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            code: HandlerCode::InvalidRequest,
            is_handlers: false,
            partial: None,
        }
    }

    pub(in crate::cloudformation) fn handler(
        code: HandlerCode,
        message: impl Into<String>,
    ) -> Self {
        Self {
            message: message.into(),
            code,
            is_handlers: true,
            partial: None,
        }
    }

    pub(in crate::cloudformation) fn leaving(self, made: Made) -> Self {
        Self {
            partial: Some(Box::new(made)),
            ..self
        }
    }

    /// As an event tells it.
    pub(in crate::cloudformation) fn reason(&self, token: &str) -> String {
        if !self.is_handlers {
            return self.message.clone();
        }
        format!(
            "Resource handler returned message: \"{}\" (RequestToken: {token}, HandlerErrorCode: {})",
            self.message,
            self.code.name()
        )
    }

    fn of(service: &str, undone: Undone) -> Self {
        let Undone {
            failure,
            request_id,
        } = undone;
        let message = format!(
            "{} (Service: {service}, Status Code: {}, Request ID: {request_id}) (SDK Attempt Count: 1)",
            failure.message, failure.status
        );
        Self::handler(HandlerCode::of(&failure.code, failure.status), message)
    }
}

/// As the SDK for Java names the services.
fn service_name(service: &str) -> &'static str {
    match service {
        "apigateway" => "ApiGateway",
        "cloudformation" => "CloudFormation",
        "ecr" => "Ecr",
        "iam" => "Iam",
        "lambda" => "Lambda",
        "logs" => "CloudWatchLogs",
        "s3" => "S3",
        "scheduler" => "Scheduler",
        "ssm" => "Ssm",
        "sts" => "Sts",
        _ => "Unknown",
    }
}

impl Work<'_> {
    /// The tags of AWS's own that a resource of a stack has (CloudFormation user guide, "Resource tag").
    pub(super) fn marks(&self) -> BTreeMap<String, String> {
        let marks = [
            ("logical-id", self.logical_id),
            ("stack-id", &self.stack.arn),
            ("stack-name", &self.stack.name),
        ];
        let marks = marks.into_iter();
        marks
            .map(|(name, value)| (format!("aws:cloudformation:{name}"), value.to_owned()))
            .collect()
    }

    /// Performs an operation for whoever the stack acts for. The input has the names of the service's model, whose
    /// first letter may be large; numbers and truth values may be texts, and documents stand for their JSON.
    pub(in crate::cloudformation) async fn call<O: Operation>(
        &self,
        input: Value,
    ) -> Result<Value, Failed>
    where
        Rooms: Handle<O>,
    {
        let performing = self.control.perform_inside::<O>(self.by, input);
        let done = tags::marking(self.marks(), performing).await;
        done.map_err(|undone| Failed::of(service_name(O::SCHEMA.service.name), undone))
    }

    /// The same where it is as good that there is nothing.
    pub(in crate::cloudformation) async fn call_if_there<O: Operation>(
        &self,
        input: Value,
    ) -> Result<Option<Value>, Failed>
    where
        Rooms: Handle<O>,
    {
        match self.call::<O>(input).await {
            Ok(output) => Ok(Some(output)),
            Err(failed) if failed.code == HandlerCode::NotFound => Ok(None),
            Err(failed) => Err(failed),
        }
    }

    /// The same where the step may have been done before a restart.
    pub(in crate::cloudformation) async fn call_once<O: Operation>(
        &self,
        input: Value,
    ) -> Result<Option<Value>, Failed>
    where
        Rooms: Handle<O>,
    {
        match self.call::<O>(input).await {
            Ok(output) => Ok(Some(output)),
            Err(failed)
                if self.again
                    && matches!(
                        failed.code,
                        HandlerCode::AlreadyExists | HandlerCode::ResourceConflict
                    ) =>
            {
                Ok(None)
            }
            Err(failed) => Err(failed),
        }
    }

    pub(in crate::cloudformation) fn get(&self, property: &str) -> Option<&Value> {
        self.properties
            .get(property)
            .filter(|value| !value.is_null())
    }

    /// The text of a scalar.
    pub(in crate::cloudformation) fn text(&self, property: &str) -> Option<String> {
        text(self.get(property)?)
    }

    /// A property that the table says is required.
    pub(in crate::cloudformation) fn required(&self, property: &str) -> Result<String, Failed> {
        self.text(property)
            .ok_or_else(|| Failed::plainly(format!("Property {property} cannot be empty.")))
    }

    pub(in crate::cloudformation) fn list(&self, property: &str) -> &[Value] {
        self.get(property)
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// Those of the properties that are given, under the names that they have.
    pub(in crate::cloudformation) fn only(&self, names: &[&str]) -> Map<String, Value> {
        let given = names
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), self.get(name)?.clone())));
        given.collect()
    }

    /// The name that a property gives, or else one that nothing else has: `STACK-LOGICAL-SUFFIX`, of `most`
    /// characters at most. It is the same whenever the same physical resource is asked about.
    pub(in crate::cloudformation) fn name(&self, property: &str, most: usize) -> String {
        self.text(property).unwrap_or_else(|| self.own_name(most))
    }

    pub(in crate::cloudformation) fn own_name(&self, most: usize) -> String {
        let suffix = self.suffix();
        let room = most.saturating_sub(SUFFIX + 2);
        let (stack, logical) = (&self.stack.name, self.logical_id);
        let of_logical = logical
            .len()
            .min(room.div_ceil(2).max(room.saturating_sub(stack.len())));
        let of_stack = stack.len().min(room - of_logical);
        let stack = stack.get(..of_stack).unwrap_or_default();
        let logical = logical.get(..of_logical).unwrap_or_default();
        format!("{stack}-{logical}-{suffix}")
    }

    /// Twelve characters that follow from the stack, the logical id and the generation.
    pub(in crate::cloudformation) fn suffix(&self) -> String {
        let text = format!(
            "{}/{}/{}",
            self.stack.unique, self.logical_id, self.generation
        );
        let hash = digest::digest(&digest::SHA256, text.as_bytes());
        let letters = hash.as_ref().iter().take(SUFFIX);
        letters
            .filter_map(|byte| SMALL.get(usize::from(*byte) % SMALL.len()))
            .map(|byte| char::from(*byte))
            .collect()
    }

    /// The tags of the resource, and those of the stack where it has no other of that name.
    pub(in crate::cloudformation) fn tags(&self) -> BTreeMap<String, String> {
        let mut tags = self.stack.tags.clone();
        for tag in self.list("Tags") {
            let pair = tag
                .get("Key")
                .and_then(text)
                .zip(tag.get("Value").and_then(text));
            tags.extend(pair);
        }
        tags
    }

    /// Keys of tags that are to go, and tags that are new or other than before.
    pub(in crate::cloudformation) fn tag_changes(
        &self,
        before: &MadeResource,
    ) -> (Vec<String>, BTreeMap<String, String>) {
        let mut tags = self.tags();
        let gone = before.tags.keys().filter(|key| !tags.contains_key(*key));
        let gone = gone.cloned().collect();
        tags.retain(|key, value| before.tags.get(key) != Some(value));
        (gone, tags)
    }

    /// The same as a list of `Key` and `Value`.
    pub(in crate::cloudformation) fn tag_list(&self) -> Vec<Value> {
        let tags = self.tags().into_iter();
        tags.map(|(key, value)| json!({"Key": key, "Value": value}))
            .collect()
    }
}

/// Sets a member of an object; anything else stays as it is, for the service to refuse.
pub(in crate::cloudformation) fn put(object: &mut Value, name: &str, value: impl Into<Value>) {
    if let Value::Object(members) = object {
        members.insert(name.to_owned(), value.into());
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
