//! What a refusal leaves in the journal for whoever asks why: what was so at that moment and can't
//! be looked up later. It must never reach the caller.

use http::{HeaderMap, Response, header};
use identity::AssumeRefused;
use identity::invocation::Refused;
use journal::{Fact, Forms, Lane, Mark, Preflight, Recorder, Step, StepKind, mask};
use remedy::Remedy;

use crate::authorization::explained;
use crate::authorizers::{Identified, Made};
use crate::body::Body;
use crate::deployment::CompileError;
use crate::exchange::Exchange;
use crate::refusal::{AuthorizerFault, Misconfigured, Refusal};
use crate::trace_context;

pub(crate) fn tell(exchange: &mut Exchange, refusal: &Refusal) {
    if let Some(role) = refusal.refused().and_then(role) {
        exchange.steps.fact(role);
    }
    if let Some(unassumable) = refusal.unassumable() {
        tell_of_role(&mut exchange.steps, unassumable);
    }
    match refusal {
        Refusal::DeniedByAuthorizer { .. } => {
            if let Some(fact) = authorizer_policy(exchange) {
                exchange.steps.fact(fact);
            }
        }
        Refusal::Throttled { log, .. }
        | Refusal::NoApiKey { log, .. }
        | Refusal::QuotaExceeded { log } => {
            let text = log.clone();
            exchange.steps.fact(Fact::LogLine { text });
        }
        Refusal::Misconfigured(Misconfigured::Definition(error))
        | Refusal::Authorizer(AuthorizerFault::Definition(error)) => {
            if let CompileError::StageVariable { uri, name } = error {
                exchange.steps.fact(Fact::StageVariable {
                    name: name.clone(),
                    uri: uri.clone(),
                });
            }
        }
        _ => {}
    }
}

/// The function's own role, which Lambda can't become: what its trust policy said.
pub(crate) fn tell_of_role(steps: &mut Recorder, refused: &AssumeRefused) {
    let arn = refused.role_arn.to_string();
    steps.fact(Fact::Role { arn });
    let (backend, policy) = (Lane::Backend, Lane::Policy);
    let step = Step::between(StepKind::Integrations, backend, policy, refused.to_string());
    let step = step.marked(Mark::Refused);
    steps.step(match &refused.explanation {
        Some(explanation) => step.decided(explained(explanation)),
        None => step,
    });
}

fn role(refused: &Refused) -> Option<Fact> {
    let arn = refused.role_arn.as_deref()?.to_owned();
    Some(Fact::Role { arn })
}

fn authorizer_policy(exchange: &Exchange) -> Option<Fact> {
    let Identified::Lambda(verdict) = &exchange.identified else {
        return None;
    };
    let Made {
        authorizer,
        method_arn,
        at,
        ttl,
    } = verdict.made.as_ref()?;
    let age = exchange.request.arrived.saturating_duration_since(*at);
    Some(Fact::AuthorizerPolicy {
        authorizer: authorizer.clone(),
        principal: mask::secret(&verdict.principal_id),
        made_for: method_arn.clone(),
        age_millis: u64::try_from(age.as_millis()).unwrap_or(u64::MAX),
        ttl_seconds: ttl.as_secs(),
    })
}

/// A page asks with an origin, and reads nothing that does not name it.
pub(crate) fn tell_of_browser(exchange: &mut Exchange, response: &Response<Body>) {
    let headers = &exchange.request.headers.map;
    let Some(origin) = text(headers, header::ORIGIN) else {
        return;
    };
    let preflight = text(headers, header::ACCESS_CONTROL_REQUEST_METHOD)
        .filter(|_| exchange.request.verb == http::Method::OPTIONS)
        .map(|method| Preflight {
            method,
            headers: text(headers, header::ACCESS_CONTROL_REQUEST_HEADERS),
        });
    let allowed = text(response.headers(), header::ACCESS_CONTROL_ALLOW_ORIGIN);
    let readable = allowed.is_some_and(|allowed| allowed == "*" || allowed == origin);
    exchange.steps.fact(Fact::Browser {
        origin,
        preflight,
        readable,
    });
}

/// The trace that functions and backends were told, or that the request brought.
pub(crate) fn tell_of_trace(exchange: &mut Exchange) {
    let headers = &exchange.request.headers;
    let root = match exchange.told_trace() {
        Some(trace) => trace.root.clone(),
        None => trace_context::brought(headers)
            .split(';')
            .map(str::trim)
            .find(|field| field.starts_with("Root="))
            .unwrap_or_default()
            .to_owned(),
    };
    if let Some(id) = trace_context::trace_id(&root) {
        let parent = trace_context::parent(headers);
        exchange.steps.fact(Fact::Trace { id, parent });
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// Every form that all parts of the fix have.
pub(crate) fn forms(refusal: &Refusal) -> Option<Box<Forms>> {
    forms_of(&refusal.remedies())
}

pub(crate) fn forms_of(remedies: &[Remedy]) -> Option<Box<Forms>> {
    let whole = Remedy::all(remedies)?;
    Some(Box::new(Forms {
        statement: whole.statement_json,
        swagger: whole.swagger,
        cloudformation: whole.cloudformation,
        sam: whole.sam,
        terraform: whole.terraform,
    }))
}
