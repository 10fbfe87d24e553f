//! May they? The gate is `identity`'s; here its question is asked and its answer told.

use identity::Caller;
use identity::invocation::{Grant, Granted, Refused, UrlAsk, grant_through_url};
use journal::{Lane, Mark, Step, StepKind};
use policy::Context;

use super::refusal::Refusal;
use super::urls::Url;
use super::{Exchange, Incoming};
use crate::authorization::explained;
use crate::clock;
use crate::gateway::Gateway;

pub(super) fn grant(
    gateway: &Gateway,
    exchange: &mut Exchange,
    url: &Url,
    caller: Option<&Caller>,
) -> Result<Grant, Refusal> {
    let keys = request_keys(&exchange.request, url);
    let ask = UrlAsk {
        caller,
        keys: &keys,
        needs: gateway.config.function_url_permissions,
    };
    match grant_through_url(&gateway.identity, &ask, &url.function, clock::now()) {
        Ok(grant) => {
            tell(exchange, &grant);
            Ok(grant)
        }
        Err(refused) => {
            tell_refused(exchange, &refused, Mark::Refused);
            Err(Refusal::NotPermitted(Box::new(refused)))
        }
    }
}

fn tell(exchange: &mut Exchange, grant: &Grant) {
    let text = match grant.how() {
        Granted::ResourcePolicy => "the function's resource policy lets everybody in by the URL",
        Granted::Caller | Granted::Role | Granted::EventSource => {
            "the caller's policies or the function's allow it"
        }
        Granted::Reported(refused) => return tell_refused(exchange, refused, Mark::Reported),
    };
    let step = Step::between(StepKind::Invocation, Lane::Gateway, Lane::Policy, text);
    exchange.steps.step(step.marked(Mark::Permitted));
}

fn tell_refused(exchange: &mut Exchange, refused: &Refused, mark: Mark) {
    let text = refused.explanation.sentence.clone();
    let step = Step::between(StepKind::Invocation, Lane::Gateway, Lane::Policy, text);
    let step = step.marked(mark).decided(explained(&refused.explanation));
    exchange.steps.step(step);
    if mark == Mark::Reported {
        let fix = format!("what is missing: {}", refused.fix.cli);
        exchange.note(StepKind::Invocation, fix);
    }
}

/// Condition keys that the request itself has (IAM user guide, "AWS global condition context
/// keys").
pub(super) fn request_keys(request: &Incoming, url: &Url) -> Context {
    let mut keys = Context::new();
    keys.set("aws:RequestedRegion", url.function.region.as_str());
    keys.set("aws:ViaAWSService", "false");
    keys.set("aws:SourceIp", request.ip().to_string());
    keys.set("aws:SecureTransport", request.peer.tls.to_string());
    for (key, header) in [("aws:UserAgent", "user-agent"), ("aws:Referer", "referer")] {
        if let Some(value) = request.headers.last(header) {
            keys.set(key, value);
        }
    }
    keys
}
