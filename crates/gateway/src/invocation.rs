//! May the gateway invoke this function? Every function that the gateway calls, backend or
//! authorizer, is reached through [`grant`] and in no other way.

use futures_util::future::BoxFuture;
use identity::Caller;
use identity::invocation::{self, Grant, Granted, Invoker, Refused, RefusedKind};
use journal::{Lane, Mark, Step, StepKind};
use lambda::{Event, InvokeError, Lambda, Outcome, Streamed};
use model::FunctionArn;
use serde_json::Value;

use crate::authorization::{explained, request_keys};
use crate::authorizers::Identified;
use crate::clock;
use crate::exchange::{Exchange, Origin};
use crate::gateway::Gateway;
use crate::refusal::AuthorizerFault;

/// The principal under which API Gateway calls functions and becomes roles.
pub(crate) const PRINCIPAL: &str = "apigateway.amazonaws.com";
/// The value of `credentials` that stands for the caller's own identity.
const CALLER: &str = "arn:aws:iam::*:user/*";

/// What runs functions. It is open because tests answer in its place; a [`Grant`] is demanded all
/// the same, and nothing but [`grant`] gives one.
pub trait Functions: Send + Sync {
    /// Runs the function and waits for its answer.
    fn invoke(&self, grant: Grant, event: Event) -> BoxFuture<'_, Result<Outcome, InvokeError>>;

    /// Runs the function and gives its answer back as soon as it begins.
    fn invoke_streamed(
        &self,
        grant: Grant,
        event: Event,
    ) -> BoxFuture<'_, Result<Streamed, InvokeError>>;

    /// Accepts the event for later and gives its request id.
    fn enqueue(&self, grant: Grant, event: Event) -> BoxFuture<'_, Result<String, InvokeError>>;
}

impl Functions for std::sync::Arc<Lambda> {
    fn invoke(&self, grant: Grant, event: Event) -> BoxFuture<'_, Result<Outcome, InvokeError>> {
        Box::pin(Lambda::invoke(self, grant, event))
    }

    fn invoke_streamed(
        &self,
        grant: Grant,
        event: Event,
    ) -> BoxFuture<'_, Result<Streamed, InvokeError>> {
        Box::pin(Lambda::invoke_streamed(self, grant, event))
    }

    fn enqueue(&self, grant: Grant, event: Event) -> BoxFuture<'_, Result<String, InvokeError>> {
        Box::pin(Lambda::enqueue(self, grant, event))
    }
}

/// As whom the gateway calls: `credentials` of an integration, `authorizerCredentials`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Credentials {
    /// As the service itself; the source ARN is made when the definition is compiled.
    Service {
        source_arn: String,
    },
    Role(String),
    /// With the caller's own identity.
    Caller,
}

impl Credentials {
    pub(crate) fn of_integration(credentials: Option<&str>, source_arn: String) -> Self {
        match credentials {
            None | Some("") => Self::Service { source_arn },
            Some(CALLER) => Self::Caller,
            Some(role) => Self::Role(role.to_owned()),
        }
    }

    /// An authorizer is asked before there is a caller, so the caller's wildcard is just a role
    /// that nobody can become.
    pub(crate) fn of_authorizer(credentials: Option<&str>, source_arn: String) -> Self {
        match credentials {
            None | Some("") => Self::Service { source_arn },
            Some(role) => Self::Role(role.to_owned()),
        }
    }
}

/// Why there is no grant.
#[derive(Debug)]
pub(crate) enum Denial {
    Refused(Box<Refused>),
    /// The caller's identity is wanted and there is none.
    NoCaller,
}

pub(crate) fn grant(
    gateway: &Gateway,
    exchange: &mut Exchange,
    credentials: &Credentials,
    function: &FunctionArn,
) -> Result<Grant, Denial> {
    let asked = ask(gateway, exchange, credentials, function)?;
    match asked {
        Ok(grant) => {
            record_grant(exchange, &grant);
            Ok(grant)
        }
        Err(refused) => {
            record_refusal(exchange, &refused, Mark::Refused);
            Err(Denial::Refused(Box::new(refused)))
        }
    }
}

fn ask(
    gateway: &Gateway,
    exchange: &Exchange,
    credentials: &Credentials,
    function: &FunctionArn,
) -> Result<Result<Grant, Refused>, Denial> {
    let passed_on;
    let invoker = match credentials {
        Credentials::Service { source_arn } => Invoker::Service {
            principal: PRINCIPAL,
            source_arn,
            source_account: account(gateway, exchange),
        },
        Credentials::Role(role_arn) => Invoker::Role {
            principal: PRINCIPAL,
            role_arn,
        },
        Credentials::Caller => {
            let caller = caller(exchange).ok_or(Denial::NoCaller)?;
            passed_on = caller.with_request_keys(keys_passed_on(exchange));
            Invoker::Caller(&passed_on)
        }
    };
    Ok(invocation::grant(
        &gateway.identity,
        &invoker,
        function,
        clock::now(),
    ))
}

/// The gateway acts with the caller's credentials, which the conditions of policies can tell from
/// the caller's own calls (IAM user guide, "AWS global condition context keys": aws:CalledVia).
fn keys_passed_on(exchange: &Exchange) -> policy::Context {
    let mut keys = request_keys(exchange);
    keys.set("aws:ViaAWSService", "true");
    keys.set_many("aws:CalledVia", vec![PRINCIPAL.to_owned()]);
    keys.set("aws:CalledViaFirst", PRINCIPAL);
    keys.set("aws:CalledViaLast", PRINCIPAL);
    keys
}

fn account<'a>(gateway: &'a Gateway, exchange: &'a Exchange) -> &'a model::AccountId {
    exchange
        .stage
        .as_deref()
        .map_or(&gateway.config.account, |stage| &stage.place.account)
}

fn caller(exchange: &Exchange) -> Option<&Caller> {
    match (&exchange.identified, &exchange.request.origin) {
        (Identified::Iam(caller), _) => Some(caller),
        (_, Origin::TestButton { caller }) => caller.as_ref(),
        (
            Identified::Anonymous | Identified::Lambda(_) | Identified::UserPool(_),
            Origin::Network(_),
        ) => None,
    }
}

fn record_grant(exchange: &mut Exchange, grant: &Grant) {
    let text = match grant.how() {
        Granted::ResourcePolicy => "the function's resource policy allows the gateway",
        Granted::Role => "the role may be assumed and allows the invocation",
        Granted::Caller => "the caller's own policies allow the invocation",
        Granted::Reported(refused) => {
            return record_refusal(exchange, &refused.clone(), Mark::Reported);
        }
    };
    exchange.permitted(StepKind::Invocation, text);
}

fn record_refusal(exchange: &mut Exchange, refused: &Refused, mark: Mark) {
    let explanation = refused.trust.as_ref().unwrap_or(&refused.explanation);
    let text = explanation.sentence.clone();
    let step = Step::between(StepKind::Invocation, Lane::Gateway, Lane::Policy, text);
    let step = step.marked(mark).decided(explained(explanation));
    exchange.steps.step(step);
}

/// The address under which AWS's log names a function.
pub(crate) fn uri(function: &FunctionArn) -> String {
    format!(
        "https://lambda.{}.amazonaws.com/2015-03-31/functions/{function}/invocations",
        function.region
    )
}

pub(crate) fn endpoint(grant: &Grant) -> String {
    uri(grant.function())
}

/// What the execution log shows of the headers towards Lambda. Nothing travels over HTTP here, so
/// the secrets among them, which AWS masks, have nothing behind their stars.
pub(crate) fn log_headers(exchange: &Exchange) -> String {
    /// About as long as AWS's own, which makes the line end in the token.
    const SIGNATURE: usize = 280;
    const TOKEN: usize = 1200;
    let request = &exchange.request;
    let hidden = |length: usize| "*".repeat(length);
    format!(
        "{{x-amzn-lambda-integration-tag={}, Authorization={}, X-Amz-Date={}, \
         x-amzn-apigateway-api-id={api}, Accept=application/json, \
         User-Agent=AmazonAPIGateway_{api}, X-Amz-Security-Token={}}}",
        request.id,
        hidden(SIGNATURE),
        clock::amz_date(request.received),
        hidden(TOKEN),
        api = &*request.addressed.api,
    )
}

/// `errorMessage` of a failed function's answer; empty when there is none.
pub(crate) fn error_message(answer: &[u8]) -> String {
    let answer: Option<Value> = serde_json::from_slice(answer).ok();
    answer
        .as_ref()
        .and_then(|answer| answer.get("errorMessage"))
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The line that the execution log has for a refused invocation.
pub(crate) fn refused_text(refused: &Refused) -> String {
    match refused.kind {
        RefusedKind::RoleNotAssumable => format!(
            "Execution failed due to configuration error: API Gateway does not have permission \
             to assume the provided role {}",
            refused.role_arn.as_deref().unwrap_or_default()
        ),
        RefusedKind::NotPermitted => "Execution failed due to configuration error: Invalid \
                                      permissions on Lambda function"
            .to_owned(),
    }
}

/// The line that the execution log has for an invocation that didn't happen.
pub(crate) fn not_invoked_text(error: &InvokeError) -> String {
    let status = match error {
        InvokeError::Throttled(_) => 429,
        InvokeError::NotFound { .. } => 404,
        InvokeError::RequestTooLarge { .. } => 413,
        InvokeError::InvalidJson { .. } | InvokeError::Recursive => 400,
        _ => 500,
    };
    format!("Lambda invocation failed with status: {status}. Lambda request id: ")
}

/// The first of the lines that the execution log has for a useless authorizer.
pub(crate) fn failure_text(fault: &AuthorizerFault) -> String {
    match fault {
        AuthorizerFault::NotPermitted(refused) => refused_text(refused),
        AuthorizerFault::NotInvoked(error) => not_invoked_text(error),
        AuthorizerFault::Failed(message) => {
            format!(
                "Lambda execution failed with status 200 due to customer function error: {message}."
            )
        }
        AuthorizerFault::Timeout => "Execution failed due to a timeout error".to_owned(),
        AuthorizerFault::BadOutput(_) | AuthorizerFault::Definition(_) => {
            format!("Execution failed due to configuration error: {fault}")
        }
    }
}
