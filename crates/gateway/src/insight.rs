//! What a refusal leaves in the journal for whoever asks why: what was so at that moment and can't
//! be looked up later. It must never reach the caller.

use http::{HeaderMap, Response, header};
use identity::invocation::Refused;
use journal::{Fact, Forms, Preflight, mask};
use remedy::Remedy;

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

/// A fix of several parts has no single form but commands.
pub(crate) fn forms(refusal: &Refusal) -> Option<Box<Forms>> {
    let remedy: &Remedy = match refusal {
        Refusal::AccessDenied { remedies, .. } => match remedies.as_slice() {
            [only] => only,
            _ => return None,
        },
        other => &other.refused()?.fix,
    };
    let remedy = remedy.clone();
    Some(Box::new(Forms {
        statement: remedy.statement_json,
        swagger: remedy.swagger,
        cloudformation: remedy.cloudformation,
        sam: remedy.sam,
        terraform: remedy.terraform,
    }))
}
