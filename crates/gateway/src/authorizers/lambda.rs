//! Lambda authorizers: what TOKEN and REQUEST have in common. The function is reached through the
//! same gate as any backend.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use journal::{Lane, StepKind, mask};
use lambda::{Event, Outcome};
use model::{Authorizer, AuthorizerKind, FunctionArn};

use super::cache::{self, Verdicts};
use super::lambda_request::Request;
use super::lambda_token::Token;
use super::{Identified, Made, Verdict};
use crate::deployment::{CompileError, Place, Transfer, function_uri};
use crate::exchange::{Called, Exchange};
use crate::execution_log;
use crate::gateway::Gateway;
use crate::invocation::{self, Credentials, Denial};
use crate::refusal::{AuthorizerFault, Refusal};

/// Seconds that a policy is remembered when the authorizer doesn't say (CreateAuthorizer).
const DEFAULT_TTL_SECONDS: u32 = 300;
/// A method ARN may be this long (API Gateway quotas); AWS answers 414 beyond.
const MOST_METHOD_ARN_BYTES: usize = 1600;

#[derive(Debug)]
pub(crate) struct LambdaAuthorizer {
    id: String,
    function: FunctionArn,
    credentials: Credentials,
    kind: Kind,
    verdicts: Verdicts,
}

/// A policy that an authorizer will not be asked for again before it expires.
#[derive(Debug, Clone)]
pub struct Remembered {
    pub authorizer_id: String,
    pub principal: String,
    /// As the function wrote it.
    pub policy: String,
    pub expires_in: Duration,
}

#[derive(Debug)]
enum Kind {
    Token(Box<Token>),
    Request(Request),
}

impl LambdaAuthorizer {
    pub(super) fn compile(authorizer: &Authorizer, place: &Place) -> Result<Self, CompileError> {
        let kind = match authorizer.kind {
            AuthorizerKind::Token => Kind::Token(Box::new(Token::compile(authorizer)?)),
            AuthorizerKind::Request => Kind::Request(Request::compile(authorizer)?),
            AuthorizerKind::Cognito => {
                return Err(CompileError::Unserved(
                    "a user pool in the place of a function".to_owned(),
                ));
            }
        };
        let uri = authorizer.uri.as_deref().unwrap_or_default();
        let source_arn = place.arn(&format!("/authorizers/{}", authorizer.id));
        let ttl = authorizer.ttl_seconds.unwrap_or(DEFAULT_TTL_SECONDS);
        Ok(Self {
            id: authorizer.id.clone(),
            function: function_uri(uri, &place.variables, Transfer::Buffered)?,
            credentials: Credentials::of_authorizer(authorizer.credentials.as_deref(), source_arn),
            kind,
            verdicts: Verdicts::new(Duration::from_secs(u64::from(ttl))),
        })
    }

    /// The policies that are remembered, with the principal masked: it may be a secret.
    pub(crate) fn all_remembered(&self, now: Instant) -> Vec<Remembered> {
        let kept = self.verdicts.kept(now).into_iter();
        kept.map(|(verdict, expires_in)| Remembered {
            authorizer_id: self.id.clone(),
            principal: mask::secret(&verdict.principal_id),
            policy: verdict.document.clone(),
            expires_in,
        })
        .collect()
    }

    pub(crate) fn forget(&self) {
        self.verdicts.clear();
    }

    /// Headers whose values are secrets.
    pub(crate) fn secret_headers(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Token(token) => vec![token.header()],
            Kind::Request(request) => request.headers().collect(),
        }
    }

    pub(super) fn identity(&self, exchange: &Exchange) -> Result<Vec<String>, Refusal> {
        match &self.kind {
            Kind::Token(token) => token.identity(exchange),
            Kind::Request(request) => request.identity(exchange),
        }
    }

    fn event(&self, exchange: &Exchange, method_arn: &str, identity: &[String]) -> Vec<u8> {
        match &self.kind {
            Kind::Token(_) => Token::event(method_arn, identity),
            Kind::Request(_) => Request::event(exchange, method_arn),
        }
    }

    /// Without sources there is nothing to remember a verdict by.
    fn remembered(&self, key: &cache::Key, identity: &[String]) -> Option<Arc<Verdict>> {
        if identity.is_empty() {
            return None;
        }
        self.verdicts.get(key, Instant::now())
    }

    fn made_for(&self, method_arn: String) -> Made {
        Made {
            authorizer: self.id.clone(),
            method_arn,
            at: Instant::now(),
            ttl: self.verdicts.ttl(),
        }
    }

    fn remember(&self, key: cache::Key, identity: &[String], verdict: &Arc<Verdict>) {
        if !identity.is_empty() {
            self.verdicts.put(key, Arc::clone(verdict), Instant::now());
        }
    }
}

pub(super) async fn identify(
    gateway: &Gateway,
    exchange: &mut Exchange,
    authorizer: &LambdaAuthorizer,
) -> Result<Identified, Refusal> {
    let identity = authorizer.identity(exchange)?;
    let key = cache::key(&identity);
    let verdict = if let Some(verdict) = authorizer.remembered(&key, &identity) {
        let text = "the authorizer's policy is remembered";
        exchange.note(StepKind::Authorizers, text);
        verdict
    } else {
        let verdict = ask(gateway, exchange, authorizer, &identity).await?;
        authorizer.remember(key, &identity, &verdict);
        verdict
    };
    exchange.steps.caller(mask::secret(&verdict.principal_id));
    Ok(Identified::Lambda(verdict))
}

/// Calls the function and reads its answer, whatever is remembered.
pub(super) async fn ask(
    gateway: &Gateway,
    exchange: &mut Exchange,
    authorizer: &LambdaAuthorizer,
    identity: &[String],
) -> Result<Arc<Verdict>, Refusal> {
    let method_arn = method_arn(exchange)?;
    let event = authorizer.event(exchange, &method_arn, identity);
    log_start(exchange, authorizer, identity, &event);
    let outcome = call(gateway, exchange, authorizer, event.into()).await;
    let verdict = outcome.and_then(|outcome| read(exchange, &outcome));
    match verdict {
        Ok(verdict) => {
            log_success(exchange, &verdict);
            let made = authorizer.made_for(method_arn);
            Ok(Arc::new(Verdict {
                made: Some(made),
                ..verdict
            }))
        }
        Err(refusal) => Err(log_failure(exchange, refusal)),
    }
}

/// The actual verb and path. The stage of TestInvokeAuthorizer comes with its place.
fn method_arn(exchange: &Exchange) -> Result<String, Refusal> {
    let request = &exchange.request;
    let place = exchange.stage.as_deref().map(|stage| &stage.place);
    let arn = place
        .map(|place| place.method_arn(request.verb.as_str(), &request.addressed.path))
        .unwrap_or_default();
    if arn.len() > MOST_METHOD_ARN_BYTES {
        return Err(Refusal::UrlTooLong {
            limit: MOST_METHOD_ARN_BYTES,
        });
    }
    Ok(arn)
}

async fn call(
    gateway: &Gateway,
    exchange: &mut Exchange,
    authorizer: &LambdaAuthorizer,
    payload: Bytes,
) -> Result<Outcome, Refusal> {
    let grant = invocation::grant(
        gateway,
        exchange,
        &authorizer.credentials,
        &authorizer.function,
    )
    .map_err(refuse)?;
    exchange
        .log
        .info(|| format!("Sending request to {}", invocation::endpoint(&grant)));
    let text = format!("authorizer {}", authorizer.id);
    exchange.calls(StepKind::Authorizers, Lane::Authorizer, text);
    let event = Event {
        payload,
        trace: Some(exchange.trace().root.clone()),
        ..Event::default()
    };
    let before = exchange.steps.elapsed_micros();
    let answer = gateway.functions.invoke(grant, event);
    let outcome = tokio::time::timeout(gateway.config.authorizer_timeout, answer).await;
    let micros = exchange.steps.elapsed_micros().saturating_sub(before);
    let outcome = match outcome {
        Err(_elapsed) => Err(Refusal::Authorizer(AuthorizerFault::Timeout)),
        Ok(Err(error)) => Err(Refusal::Authorizer(AuthorizerFault::NotInvoked(error))),
        Ok(Ok(outcome)) => Ok(outcome),
    };
    exchange.answered(StepKind::Authorizers, Lane::Authorizer, &outcome);
    exchange.authorizer = Some(Called {
        micros,
        status: outcome.as_ref().ok().map(|_| 200),
        request_id: outcome.as_ref().ok().map(|o| o.request_id.clone()),
        error: outcome.as_ref().err().map(ToString::to_string),
        backend_status: None,
    });
    outcome
}

fn refuse(denial: Denial) -> Refusal {
    Refusal::Authorizer(match denial {
        Denial::Refused(refused) => AuthorizerFault::NotPermitted(refused),
        Denial::NoCaller => {
            AuthorizerFault::Failed("an authorizer can't use the caller's credentials".to_owned())
        }
    })
}

/// A function that fails with exactly `Unauthorized` turns the caller away; any other failure is
/// the API's own.
fn read(exchange: &mut Exchange, outcome: &Outcome) -> Result<Verdict, Refusal> {
    exchange.log.data(|| {
        let body = execution_log::body(&outcome.payload);
        format!("Authorizer result body before parsing: {body}")
    });
    if outcome.error.is_some() {
        let message = invocation::error_message(&outcome.payload);
        return Err(if message == "Unauthorized" {
            Refusal::Unauthorized
        } else {
            Refusal::Authorizer(AuthorizerFault::Failed(message))
        });
    }
    Verdict::parse(&outcome.payload).map_err(Refusal::Authorizer)
}

fn log_start(
    exchange: &mut Exchange,
    authorizer: &LambdaAuthorizer,
    identity: &[String],
    event: &[u8],
) {
    if !exchange.log.is_wanted() {
        return;
    }
    let request_id = exchange.request.id.clone();
    let shown: Vec<String> = identity.iter().map(|part| mask::secret(part)).collect();
    let uri = invocation::uri(&authorizer.function);
    let body = mask_all(&execution_log::body(event), identity);
    let headers = invocation::log_headers(exchange);
    let log = &mut exchange.log;
    log.info(|| {
        format!(
            "Starting authorizer: {} for request: {request_id}",
            authorizer.id
        )
    });
    log.info(|| format!("Incoming identity: {}", shown.join(", ")));
    log.info(|| format!("Endpoint request URI: {uri}"));
    log.data(|| format!("Endpoint request headers: {headers}"));
    log.data(|| format!("Endpoint request body after transformations: {body}"));
}

/// The event repeats the identity; the log must not.
fn mask_all(text: &str, secrets: &[String]) -> String {
    secrets.iter().fold(text.to_owned(), |text, secret| {
        text.replace(secret.as_str(), &mask::secret(secret))
    })
}

fn log_success(exchange: &mut Exchange, verdict: &Verdict) {
    let principal = mask::secret(&verdict.principal_id);
    let log = &mut exchange.log;
    log.info(|| format!("Using valid authorizer policy for principal: {principal}"));
    log.info(|| "Successfully completed authorizer execution".to_owned());
}

fn log_failure(exchange: &mut Exchange, refusal: Refusal) -> Refusal {
    let log = &mut exchange.log;
    match &refusal {
        Refusal::Unauthorized | Refusal::NotIdentified(_) => {
            log.error(|| "Unauthorized".to_owned());
        }
        Refusal::Authorizer(fault) => {
            log.error(|| invocation::failure_text(fault));
            log.error(|| {
                "Execution failed due to configuration error: Authorizer error".to_owned()
            });
            log.error(|| "AuthorizerConfigurationException".to_owned());
        }
        _ => {}
    }
    refusal
}
