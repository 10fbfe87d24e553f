//! What a stage remembers: answers, so that integrations are called less.
//!
//! An answer is kept as the caller got it, after all mappings, and whatever its status ("Cache
//! settings for REST APIs", developer guide). A refusal is never kept. What is remembered is looked
//! up after the caller was let through and the request was validated, so that nobody reads an
//! answer that they could not have had made.

mod control;
mod entries;
mod key;

use std::sync::Arc;
use std::time::Duration;

use journal::StepKind;
use model::{MethodSettings, MethodVerb};

use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site, Transfer};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::integrations;
use crate::refusal::Refusal;
use crate::response::Reply;
use control::{Asked, Invalidation};
use key::Parameters;

pub(crate) use entries::StageCache;

/// How a method's answers are remembered.
#[derive(Debug)]
pub(crate) struct Caching {
    cache: Arc<StageCache>,
    ttl: Duration,
    parameters: Parameters,
    invalidation: Invalidation,
}

impl Caching {
    /// `None` where the stage has no cache, or the method none of its own. What is set for all
    /// methods counts only for GET (developer guide: "only GET methods have caching enabled by
    /// default").
    pub(crate) fn compile(
        site: &Site<'_>,
        resource_id: &str,
        cache: Option<&Arc<StageCache>>,
        set: Option<(&MethodSettings, Scope)>,
    ) -> Result<Option<Self>, CompileError> {
        let (Some(cache), Some((settings, scope))) = (cache, set) else {
            return Ok(None);
        };
        let wanted = match scope {
            Scope::Method => true,
            Scope::Stage => site.verb == MethodVerb::Get,
        };
        // "Response streaming doesn't support endpoint caching."
        let integration = site.method.integration.as_ref();
        let is_streamed = integration.is_some_and(|own| Transfer::of(own) == Transfer::Streamed);
        if !wanted || is_streamed || !settings.caching_enabled || settings.cache_ttl_seconds == 0 {
            return Ok(None);
        }
        Ok(Some(Self {
            cache: Arc::clone(cache),
            ttl: Duration::from_secs(u64::from(settings.cache_ttl_seconds)),
            parameters: Parameters::compile(site, resource_id)?,
            invalidation: Invalidation::of(settings),
        }))
    }
}

/// Whose settings they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Method,
    /// `*/*`
    Stage,
}

/// What is remembered, or what the integration says now.
pub(crate) async fn answer(
    gateway: &Gateway,
    exchange: &mut Exchange,
    permitted: &Permitted,
) -> Result<Reply, Refusal> {
    let Some(caching) = &permitted.endpoint().caching else {
        return integrations::call(gateway, exchange, permitted).await;
    };
    let asked = caching.invalidation.asked(gateway, exchange)?;
    let key = caching.parameters.key(exchange);
    let now = gateway.config.clock.instant();
    let remembered = match asked {
        Asked::Remembered | Asked::Unheard => caching.cache.get(&key, now),
        Asked::Anew => None,
    };
    exchange.remembered = Some(remembered.is_some());
    let mut reply = if let Some(reply) = remembered {
        note_remembered(exchange);
        with_own_trace(exchange, reply)
    } else {
        let reply = integrations::call(gateway, exchange, permitted).await?;
        caching.cache.put(key, &reply, now + caching.ttl);
        reply
    };
    caching.invalidation.warn(asked, &mut reply);
    Ok(reply)
}

/// AWS's log of an answer from the cache is not documented; that nothing was sent must be said.
fn note_remembered(exchange: &mut Exchange) {
    exchange.note(StepKind::Integrations, "the stage remembers the answer");
    exchange
        .log
        .info(|| "Response was served from the API cache".to_owned());
}

/// The trace of the request that the answer was made for is not this one's.
fn with_own_trace(exchange: &Exchange, mut reply: Reply) -> Reply {
    let name = "X-Amzn-Trace-Id";
    if reply.get(name).is_some() {
        reply.set(name, exchange.trace().header.clone());
    }
    reply
}
