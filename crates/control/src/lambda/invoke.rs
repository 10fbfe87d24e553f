//! Invokes a function for somebody with credentials.

use ::lambda::{Event, InvokeError, Outcome};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use identity::AccessDenied;
use identity::invocation::{Grant, Invoker, grant};
use model::FunctionArn;
use wire::lambda::{InvocationRequest, InvocationResponse, Invoke};
use wire::{Document, Failure};

use super::checks::{self, is_set};
use super::failures::{function_not_found, invalid};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::uses;

const INVOKE: &str = "lambda:InvokeFunction";

impl Handle<Invoke> for Rooms {
    /// The grant below is the decision: without it `lambda` runs nothing.
    fn needs(&self, _: &Call, _: &InvocationRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<Invoke>) -> Result<InvocationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        checks::refuse_unserved(&[
            ("TenantId", is_set(input.tenant_id.as_ref())),
            (
                "DurableExecutionName",
                is_set(input.durable_execution_name.as_ref()),
            ),
        ])?;
        let grant = self.grant(&call, &target)?;
        let event = asked(&input).event(&call)?;
        match input.invocation_type.as_deref() {
            Some("DryRun") => self.dry_run(grant.function()),
            Some("Event") => self.enqueue(grant, event).await,
            Some(_) | None => self.request_response(grant, event).await,
        }
    }
}

impl Rooms {
    pub(super) fn grant(&self, call: &Call, target: &Target) -> Result<Grant, Refused> {
        let qualifier = target.parsed_qualifier()?;
        let arn = target.unqualified().with_qualifier(qualifier);
        let invoker = Invoker::Caller(call.caller());
        let granted = grant(&self.identity, &invoker, &arn, call.now());
        let grant = granted.map_err(AccessDenied::from)?;
        uses::note(&self.journal, call.caller(), INVOKE, &[arn.to_string()]);
        Ok(grant)
    }

    fn dry_run(&self, arn: &FunctionArn) -> Result<InvocationResponse, Refused> {
        self.lambda.resolve(arn).map_err(not_invoked)?;
        Ok(empty(204))
    }

    pub(super) async fn enqueue(
        &self,
        grant: Grant,
        event: Event,
    ) -> Result<InvocationResponse, Refused> {
        let accepted = self.lambda.enqueue(grant, event).await;
        accepted.map_err(not_invoked)?;
        Ok(empty(202))
    }

    async fn request_response(
        &self,
        grant: Grant,
        event: Event,
    ) -> Result<InvocationResponse, Refused> {
        let outcome = self.lambda.invoke(grant, event).await;
        Ok(answer(outcome.map_err(not_invoked)?))
    }
}

/// What the function is to get, as an input says it.
pub(super) struct Asked<'a> {
    pub(super) payload: Option<&'a Bytes>,
    pub(super) client_context: Option<&'a str>,
    pub(super) log_type: Option<&'a str>,
}

fn asked(input: &InvocationRequest) -> Asked<'_> {
    Asked {
        payload: input.payload.as_ref(),
        client_context: input.client_context.as_deref(),
        log_type: input.log_type.as_deref(),
    }
}

impl Asked<'_> {
    pub(super) fn event(&self, call: &Call) -> Result<Event, Refused> {
        let context = self.client_context.map(client_context);
        Ok(Event {
            payload: self.payload_or_empty(),
            client_context: context.transpose()?,
            trace: call.trace().map(str::to_owned),
            log_tail: self.log_type == Some("Tail"),
            request_id: Some(call.request_id().to_owned()),
        })
    }

    /// A call without a payload sends the function an empty object.
    fn payload_or_empty(&self) -> Bytes {
        match self.payload {
            Some(payload) if !payload.is_empty() => payload.clone(),
            _ => Bytes::from_static(b"{}"),
        }
    }
}

fn client_context(encoded: &str) -> Result<String, Refused> {
    let bytes = STANDARD.decode(encoded).ok();
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| invalid("Client context must be a valid Base64-encoded JSON object."))
}

fn empty(status: i32) -> InvocationResponse {
    InvocationResponse {
        status_code: Some(status),
        ..InvocationResponse::default()
    }
}

fn answer(outcome: Outcome) -> InvocationResponse {
    InvocationResponse {
        status_code: Some(200),
        function_error: outcome.error.map(|error| error.as_str().to_owned()),
        log_result: outcome.log_tail.map(|tail| STANDARD.encode(tail)),
        payload: Some(outcome.payload),
        executed_version: Some(outcome.executed_version),
        durable_execution_arn: None,
    }
}

/// Lambda's errors about a function that did not run (Lambda API reference, "Invoke").
pub(super) fn not_invoked(error: InvokeError) -> Refused {
    let failure = match error {
        InvokeError::NotFound { arn } => return function_not_found(&arn),
        InvokeError::Throttled(throttle) => {
            let reason = Document::String(throttle.as_str().to_owned());
            Failure::new("TooManyRequestsException", 429, "Rate Exceeded.").with("Reason", reason)
        }
        InvokeError::RequestTooLarge { limit, .. } => Failure::new(
            // Not the RequestTooLargeException of the model: clients report this one.
            "RequestEntityTooLargeException",
            413,
            format!("Request must be smaller than {limit} bytes for the InvokeFunction operation"),
        ),
        InvokeError::InvalidJson { reason } => Failure::new(
            "InvalidRequestContentException",
            400,
            format!("Could not parse request body into json: {reason}"),
        ),
        InvokeError::RoleNotAssumable(refused) => {
            let failure = Failure::new(
                "AccessDeniedException",
                403,
                "The role defined for the function cannot be assumed by Lambda.",
            );
            return Refused::behind(failure, refused.into_denied());
        }
        InvokeError::CodeUnavailable { .. } => {
            Failure::new("InvalidZipFileException", 502, error.to_string())
        }
        InvokeError::RuntimeUnavailable { .. } => {
            Failure::new("InvalidRuntimeException", 502, error.to_string())
        }
        InvokeError::Environment { .. } | InvokeError::Lost => {
            tracing::error!(%error, "an invocation could not be run");
            Failure::new("ServiceException", 500, error.to_string())
        }
        InvokeError::Recursive => Failure::new(
            "RecursiveInvocationException",
            400,
            "Lambda has detected your function being invoked in a recursive loop with other Amazon \
             Web Services resources and stopped your function's invocation.",
        ),
        InvokeError::Draining => Failure::new("ServiceException", 500, error.to_string()),
    };
    failure.into()
}
