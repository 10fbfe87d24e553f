//! Who is told what became of an event: a destination, and the dead-letter queue.
//!
//! AWS: "Retaining records of asynchronous invocations" and "Adding a dead-letter queue". The record
//! is that of test_lambda_destinations.

use std::sync::Arc;

use bytes::Bytes;
use identity::Caller;
use identity::invocation::{Invoker, grant};
use model::{Arn, AsyncEventRecord, EventInvokeConfig, FunctionArn, Qualifier};
use serde_json::{Value, json};

use super::next::Next;
use crate::courier::{Decided, Message, Parcel, Undelivered, Verdict};
use crate::environment::assume;
use crate::event::{Event, InvokeError, Outcome};
use crate::report;
use crate::service::Lambda;

/// AWS sends the first kilobyte of an error to a dead-letter queue.
const MAX_ERROR_BYTES: usize = 1024;

/// What became of an event.
pub(super) struct Story<'a> {
    record: &'a AsyncEventRecord,
    /// The last answer of the function, if one ran.
    outcome: Option<Outcome>,
    verdict: Verdict,
    condition: &'static str,
}

impl<'a> Story<'a> {
    pub(super) fn of(
        record: &'a AsyncEventRecord,
        result: Result<Outcome, InvokeError>,
        next: Next,
    ) -> Self {
        let (verdict, condition) = match next {
            Next::GiveUp(condition) => (Verdict::Failure, condition.as_str()),
            Next::Done | Next::Again(_) | Next::Forget | Next::Leave => {
                (Verdict::Success, "Success")
            }
        };
        Self {
            record,
            outcome: result.ok(),
            verdict,
            condition,
        }
    }

    /// Tells whoever wants to know. What cannot be delivered is dropped, as on AWS, and said in the
    /// log.
    pub(super) async fn tell(&self, lambda: &Arc<Lambda>, config: Option<&EventInvokeConfig>) {
        let destination = match self.verdict {
            Verdict::Success => config.and_then(|config| config.on_success.clone()),
            Verdict::Failure => config.and_then(|config| config.on_failure.clone()),
        };
        if let Some(target) = destination {
            let message = Message::Destination {
                verdict: self.verdict,
                record: self.destination_record(),
            };
            self.send(lambda, &target, message).await;
        }
        let dead_letters = (self.verdict == Verdict::Failure)
            .then(|| lambda.resolve(&self.record.function).ok())
            .flatten()
            .and_then(|resolved| resolved.config().dead_letter_target.clone());
        if let Some(target) = dead_letters {
            self.send(lambda, &target, self.dead_letter()).await;
        }
    }

    async fn send(&self, lambda: &Arc<Lambda>, target: &str, message: Message) {
        if let Err(error) = self.try_send(lambda, target, message).await {
            let (function, request_id) = (&self.record.function, &self.record.request_id);
            tracing::warn!(%function, request_id, target, %error, "a destination was not reached");
        }
    }

    async fn try_send(
        &self,
        lambda: &Arc<Lambda>,
        target: &str,
        message: Message,
    ) -> Result<(), Undelivered> {
        let undelivered = |error: &dyn std::fmt::Display| Undelivered(error.to_string());
        let resolved = lambda.resolve(&self.record.function);
        let resolved = resolved.map_err(|error| undelivered(&error))?;
        let session = assume(lambda.host(), &resolved).map_err(|error| {
            tell_of_role(lambda, &self.record.function, &error);
            undelivered(&error)
        })?;
        if let Ok(function) = FunctionArn::parse(target) {
            let (Message::Destination { record, .. }
            | Message::Discarded { record, .. }
            | Message::DeadLetter { body: record, .. }) = message;
            return self.call(lambda, &session.caller, &function, record).await;
        }
        let parcel = Parcel {
            caller: session.caller,
            function: self.qualified(),
            target: Arn::new(target).map_err(|error| undelivered(&error))?,
            message,
        };
        lambda.host().courier.carry(parcel).await
    }

    /// A function as destination is invoked asynchronously, if the execution role may.
    async fn call(
        &self,
        lambda: &Arc<Lambda>,
        caller: &Caller,
        function: &FunctionArn,
        payload: String,
    ) -> Result<(), Undelivered> {
        let identity = &lambda.host().identity;
        let granted = grant(identity, &Invoker::Caller(caller), function, report::now());
        let decided = match &granted {
            Ok(grant) => Decided::Destination(grant),
            Err(refused) => Decided::NoDestination(function, refused),
        };
        lambda.host().courier.tell(&self.record.function, decided);
        let granted = granted.map_err(|refused| Undelivered(refused.to_string()))?;
        let event = Event {
            payload: Bytes::from(payload),
            trace: self.record.trace.clone(),
            ..Event::default()
        };
        // The queue's own future holds this one, so it has to be behind a pointer.
        let accepted = Box::pin(lambda.enqueue(granted, event)).await;
        accepted
            .map(drop)
            .map_err(|error| Undelivered(error.to_string()))
    }

    /// The ARN that was called; AWS shows `$LATEST` where nothing was named.
    fn qualified(&self) -> FunctionArn {
        let function = &self.record.function;
        let qualifier = function.qualifier.clone().unwrap_or(Qualifier::Latest);
        function.with_qualifier(Some(qualifier))
    }

    fn destination_record(&self) -> String {
        let mut record = json!({
            "version": "1.0",
            "timestamp": report::instant(),
            "requestContext": {
                "requestId": self.record.request_id,
                "functionArn": self.qualified().to_string(),
                "condition": self.condition,
                "approximateInvokeCount": self.invocations(),
            },
            "requestPayload": parsed(self.record.payload.as_bytes()),
        });
        if let (Some(outcome), Some(record)) = (&self.outcome, record.as_object_mut()) {
            let mut context = json!({
                "statusCode": 200,
                "executedVersion": outcome.executed_version,
            });
            if let (Some(error), Some(context)) = (outcome.error, context.as_object_mut()) {
                context.insert("functionError".to_owned(), error.as_str().into());
            }
            record.insert("responseContext".to_owned(), context);
            record.insert("responsePayload".to_owned(), parsed(&outcome.payload));
        }
        record.to_string()
    }

    fn invocations(&self) -> u32 {
        let successes = u32::from(self.verdict == Verdict::Success);
        u32::from(self.record.failures) + successes
    }

    fn dead_letter(&self) -> Message {
        let said = self.outcome.as_ref().map(|outcome| {
            let error = parsed(&outcome.payload);
            let message = error.get("errorMessage").and_then(Value::as_str);
            message.unwrap_or_default().to_owned()
        });
        let mut error_message = said.unwrap_or_else(|| self.condition.to_owned());
        let mut length = error_message.len().min(MAX_ERROR_BYTES);
        while !error_message.is_char_boundary(length) {
            length -= 1;
        }
        error_message.truncate(length);
        Message::DeadLetter {
            body: self.record.payload.clone(),
            request_id: self.record.request_id.clone(),
            error_code: if self.outcome.is_some() { 200 } else { 429 },
            error_message,
        }
    }
}

/// A role that can't be assumed is a matter of permissions: whoever asks why is told what ends it.
pub(super) fn tell_of_role(lambda: &Lambda, function: &FunctionArn, error: &InvokeError) {
    if let InvokeError::RoleNotAssumable(refused) = error {
        let courier = &lambda.host().courier;
        courier.tell(function, Decided::NoRole(refused));
    }
}

/// What is not JSON is shown as text: an answer of a `provided` runtime may be anything.
fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes)
        .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned().into())
}
