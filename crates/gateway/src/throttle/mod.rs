//! Is it too much at once? Token buckets of the client, of the method, of the account.
//!
//! The order is AWS's ("Throttle requests to your REST APIs", developer guide): what a usage plan
//! sets for a key or for a method of a key, then what the stage sets for the method, then the
//! account in its region. A refused request takes no token of any of them.

mod bucket;

use journal::StepKind;
use model::MethodSettings;

use crate::deployment::{Endpoint, Stage};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::Refusal;
use crate::usage_plan::Client;

pub(crate) use bucket::{Bucket, Limits};

/// Whose bucket was empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Client,
    Method,
    Account,
}

impl Scope {
    fn step(self) -> &'static str {
        match self {
            Self::Client => "the key's requests come too fast for its usage plan",
            Self::Method => "the requests come too fast for the stage's limit of the method",
            Self::Account => "the requests come too fast for the account",
        }
    }
}

pub(crate) fn admit(
    gateway: &Gateway,
    exchange: &mut Exchange,
    stage: &Stage,
    endpoint: &Endpoint,
    client: Option<&Client>,
) -> Result<(), Refusal> {
    let of_client = client.and_then(|client| client.bucket(endpoint));
    let buckets = [
        of_client.map(|bucket| (Scope::Client, bucket)),
        endpoint.throttle.as_deref().map(|b| (Scope::Method, b)),
        stage.account.as_deref().map(|b| (Scope::Account, b)),
    ];
    let now = gateway.nanos();
    let Some((scope, limits)) = take_all(buckets, now) else {
        return Ok(());
    };
    exchange.note(StepKind::Throttle, scope.step());
    Err(Refusal::Throttled {
        log: log_line(stage, endpoint, client, scope, limits),
        scope: scope.step(),
    })
}

type Held<'a> = Option<(Scope, &'a Bucket)>;

/// Takes a token of each bucket, or none and says which bucket is empty.
fn take_all(buckets: [Held<'_>; 3], now: u64) -> Option<(Scope, Limits)> {
    let mut held = buckets.into_iter().flatten();
    let empty = held.find(|(_, bucket)| !bucket.take(now));
    let (scope, bucket) = empty?;
    let before = buckets.into_iter().flatten();
    for (_, taken) in before.take_while(|(other, _)| *other != scope) {
        taken.give_back();
    }
    Some((scope, bucket.limits()))
}

/// AWS's words, as its knowledge center shows them for a key ("How do I troubleshoot … errors for
/// my API Gateway REST API?") and as logs show them for a method. What the account's limit is
/// logged as is not known.
fn log_line(
    stage: &Stage,
    endpoint: &Endpoint,
    client: Option<&Client>,
    scope: Scope,
    limits: Limits,
) -> String {
    let place = &stage.place;
    let plan = client
        .filter(|_| scope == Scope::Client)
        .map(|client| format!("Usage Plan ID {}, ", client.plan_id()))
        .unwrap_or_default();
    let method = format!(
        "{plan}RestApi {}, Stage {}, Resource {}, HttpMethod {}",
        place.api, place.stage, endpoint.resource_id, endpoint.verb
    );
    let exceeded = match scope {
        Scope::Client | Scope::Method => {
            format!("Key throttle limit exceeded for {method}. {limits}")
        }
        Scope::Account => format!("Account throttle limit exceeded for {method}. {limits}"),
    };
    match client {
        Some(client) => format!(
            "API Key {} exceeded throttle limit for API Stage {}/{}: {exceeded}",
            client.masked_key(),
            place.api,
            place.stage
        ),
        None => exceeded,
    }
}

/// AWS's own limits of an account in a region; developer guide, "API Gateway account-level quotas".
pub(crate) const ACCOUNT: Limits = Limits {
    rate: 10_000.0,
    burst: 5_000,
};

/// What a stage sets for a method. Settings that were made for another reason carry AWS's defaults,
/// which the account enforces anyway; a negative number switches the limit off.
pub(crate) fn of_settings(settings: &MethodSettings) -> Option<Limits> {
    let burst = u32::try_from(settings.throttling_burst_limit).ok()?;
    let limits = Limits {
        rate: settings.throttling_rate_limit,
        burst,
    };
    (limits.rate >= 0.0 && limits != ACCOUNT).then_some(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_request_takes_no_token_of_any_bucket() {
        let limits = |burst| Limits { rate: 1.0, burst };
        let (client, method, account) = (
            Bucket::new(limits(3)),
            Bucket::new(limits(2)),
            Bucket::new(limits(1)),
        );
        let all = [
            Some((Scope::Client, &client)),
            Some((Scope::Method, &method)),
            Some((Scope::Account, &account)),
        ];
        assert_eq!(take_all(all, 0), None);
        for _ in 0..5 {
            assert_eq!(take_all(all, 0), Some((Scope::Account, limits(1))));
        }
        let left = |bucket: &Bucket| (0..9).filter(|_| bucket.take(0)).count();
        assert_eq!((left(&client), left(&method)), (2, 1));
    }
}
