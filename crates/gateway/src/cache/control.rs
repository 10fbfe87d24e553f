//! `Cache-Control: max-age=0`: who asks for it wants the integration asked anew, and what is
//! remembered replaced, which a stage may allow only to those who hold
//! `execute-api:InvalidateCache`.

use journal::StepKind;
use model::MethodSettings;

use crate::authorization;
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::Refusal;
use crate::response::Reply;

/// Observed in answers of API Gateway.
const WARNING: &str = "199 Cache-control headers were ignored because the caller was unauthorized.";

/// `requireAuthorizationForCacheControl`, and what becomes of who is not authorized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Invalidation {
    ByEverybody,
    Fail,
    Warn,
    Ignore,
}

/// What a request gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Remembered,
    Anew,
    /// It asked for a new one and may not.
    Unheard,
}

impl Invalidation {
    /// The strategies are checked where they are stored.
    pub(super) fn of(settings: &MethodSettings) -> Self {
        if !settings.require_authorization_for_cache_control {
            return Self::ByEverybody;
        }
        match settings.unauthorized_cache_control_header_strategy.as_str() {
            "FAIL_WITH_403" => Self::Fail,
            "SUCCEED_WITHOUT_RESPONSE_HEADER" => Self::Ignore,
            _ => Self::Warn,
        }
    }

    pub(super) fn asked(
        self,
        gateway: &Gateway,
        exchange: &mut Exchange,
    ) -> Result<Asked, Refusal> {
        if !wants_anew(exchange) {
            return Ok(Asked::Remembered);
        }
        if self == Self::ByEverybody {
            return Ok(Asked::Anew);
        }
        let refusal = match authorization::may_invalidate(gateway, exchange) {
            Ok(text) => {
                exchange.permitted(StepKind::Authorization, text);
                return Ok(Asked::Anew);
            }
            Err(refusal) => refusal,
        };
        if self == Self::Fail {
            return Err(refusal);
        }
        let text = "Cache-Control is not heeded: the caller may not invalidate the cache";
        exchange.note(StepKind::Authorization, text);
        Ok(Asked::Unheard)
    }

    pub(super) fn warn(self, asked: Asked, reply: &mut Reply) {
        if asked == Asked::Unheard && self == Self::Warn {
            reply.set("Warning", WARNING);
        }
    }
}

fn wants_anew(exchange: &Exchange) -> bool {
    let headers = &exchange.request.headers;
    let values = headers.map.get_all(http::header::CACHE_CONTROL).iter();
    let mut directives = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    directives.any(|directive| {
        let mut parts = directive.split('=').map(str::trim);
        let name = parts.next().unwrap_or_default();
        name.eq_ignore_ascii_case("max-age")
            && parts.next().is_some_and(|age| age.trim_matches('"') == "0")
    })
}
