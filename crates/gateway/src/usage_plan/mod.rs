//! Who is the client, and what may it use? API keys, the plans that they are in, and their quotas.
//!
//! A key counts only for methods that ask for one. It comes from the header `x-api-key`, or from
//! the authorizer's `usageIdentifierKey` where the API says so. What a request uses is counted when
//! it is let through, and a throttled one uses nothing.

mod plans;
mod usage;

use std::sync::Arc;

use journal::{StepKind, mask};
use model::{ApiKeySource, Day};

use crate::authorization::Permitted;
use crate::authorizers::Identified;
use crate::deployment::{Endpoint, Stage};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::{KeyFault, Refusal};
use crate::throttle::{self, Bucket};

pub(crate) use plans::Plans;
use plans::{Key, Member};
pub use usage::UnsavedUsage;

const HEADER: &str = "x-api-key";

/// A good key, in a plan that opens the stage.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    key: Arc<Key>,
    member: Arc<Member>,
    place: String,
}

impl Client {
    pub(crate) fn key(&self) -> &str {
        &self.key.record.value
    }

    pub(crate) fn key_id(&self) -> &str {
        &self.key.record.id
    }

    pub(crate) fn masked_key(&self) -> String {
        mask::secret(self.key())
    }

    pub(crate) fn plan_id(&self) -> &str {
        &self.member.terms.id
    }

    /// What limits the client's requests of the method.
    pub(crate) fn bucket(&self, endpoint: &Endpoint) -> Option<&Bucket> {
        self.member.bucket(|| {
            let (path, verb) = (&endpoint.resource_path, endpoint.verb);
            let path = path.trim_end_matches('/');
            format!("{}{path}/{verb}", self.place)
        })
    }
}

/// The client, its rate, its quota.
pub(crate) fn admit(
    gateway: &Gateway,
    exchange: &mut Exchange,
    stage: &Stage,
    permitted: &Permitted,
) -> Result<(), Refusal> {
    let endpoint = permitted.endpoint();
    if !endpoint.api_key_required && !exchange.log.is_wanted() {
        return throttle::admit(gateway, exchange, stage, endpoint, None);
    }
    let sent = sent_key(exchange, stage);
    log_start(exchange, stage, sent.as_deref());
    let client = if endpoint.api_key_required {
        Some(identify(gateway, exchange, stage, sent.as_deref())?)
    } else {
        None
    };
    throttle::admit(gateway, exchange, stage, endpoint, client.as_ref())?;
    if let Some(client) = &client {
        count(gateway, exchange, stage, client)?;
    }
    log_success(exchange, stage, endpoint, sent.as_deref());
    Ok(())
}

/// Where the API says that keys come from.
fn sent_key(exchange: &Exchange, stage: &Stage) -> Option<String> {
    let key = match stage.key_source {
        ApiKeySource::Header => exchange
            .request
            .headers
            .last(HEADER)
            .map(std::borrow::Cow::into_owned),
        ApiKeySource::Authorizer => match &exchange.identified {
            Identified::Lambda(verdict) => verdict.usage_key.clone(),
            Identified::Anonymous | Identified::Iam(_) | Identified::UserPool(_) => None,
        },
    };
    key.filter(|key| !key.is_empty())
}

fn identify(
    gateway: &Gateway,
    exchange: &mut Exchange,
    stage: &Stage,
    sent: Option<&str>,
) -> Result<Client, Refusal> {
    match good_key(gateway, stage, sent) {
        Ok(client) => {
            let text = format!(
                "API key {} of usage plan {}",
                client.key_id(),
                client.plan_id()
            );
            exchange.note(StepKind::UsagePlan, text);
            exchange.log.hide(client.key());
            exchange.client = Some(client.clone());
            Ok(client)
        }
        Err(fault) => {
            exchange.note(StepKind::UsagePlan, "the method asks for an API key");
            let served = gateway.plans.serves(&stage.place);
            let log = not_authorized(exchange, stage, sent, served);
            Err(Refusal::NoApiKey { fault, log })
        }
    }
}

fn good_key(gateway: &Gateway, stage: &Stage, sent: Option<&str>) -> Result<Client, KeyFault> {
    let sent = sent.ok_or(match stage.key_source {
        ApiKeySource::Header => KeyFault::NotSent,
        ApiKeySource::Authorizer => KeyFault::NotNamed,
    })?;
    let place = &stage.place;
    let key = gateway.plans.find(sent, place).ok_or(KeyFault::Unknown)?;
    if !key.record.enabled {
        return Err(KeyFault::Disabled);
    }
    let member = key.member(place).cloned().ok_or(KeyFault::NotInPlan)?;
    Ok(Client {
        key,
        member,
        place: plans::method_name(place.api.as_str(), &place.stage, ""),
    })
}

fn count(
    gateway: &Gateway,
    exchange: &mut Exchange,
    stage: &Stage,
    client: &Client,
) -> Result<(), Refusal> {
    let today: Day = gateway.config.clock.now().day();
    let terms = &client.member.terms;
    if client.member.usage.count(terms.quota.as_ref(), today) {
        gateway.plans.counted();
        return Ok(());
    }
    exchange.note(StepKind::UsagePlan, "the key's quota is used up");
    let log = quota_line(stage, client);
    Err(Refusal::QuotaExceeded { log })
}

/// AWS's words ("How do I troubleshoot … errors for my API Gateway REST API?", knowledge center).
fn quota_line(stage: &Stage, client: &Client) -> String {
    let terms = &client.member.terms;
    let (limit, period) = terms
        .quota
        .map_or((0, ""), |quota| (quota.limit, quota.period.as_str()));
    format!(
        "API Key {} exceeded quota limit for API Stage {}/{}: Key quota exhausted for Usage Plan \
         ID {}. Q Limit: {limit} Period: {period}",
        client.masked_key(),
        stage.place.api,
        stage.place.stage,
        terms.id
    )
}

/// The lines as logs of API Gateway show them. The test button has none of them.
fn log_start(exchange: &mut Exchange, stage: &Stage, sent: Option<&str>) {
    if !exchange.log.is_wanted() {
        return;
    }
    let request_id = exchange.request.id.clone();
    let key = sent.map(mask::secret).unwrap_or_default();
    let place = &stage.place;
    exchange.log.info(|| {
        format!(
            "Verifying Usage Plan for request: {request_id}. API Key: {key} API Stage: {}/{}",
            place.api, place.stage
        )
    });
}

fn log_success(exchange: &mut Exchange, stage: &Stage, endpoint: &Endpoint, sent: Option<&str>) {
    let key = sent.map(mask::secret).unwrap_or_default();
    if !endpoint.api_key_required {
        let (verb, path) = (endpoint.verb, &endpoint.resource_path);
        exchange.log.info(|| {
            format!(
                "API Key {key} authorized because method '{verb} {path}' does not require API Key. \
                 Request will not contribute to throttle or quota limits"
            )
        });
    }
    let (api, name) = (&stage.place.api, &stage.place.stage);
    exchange.log.info(|| {
        format!("Usage Plan check succeeded for API Key {key} and API Stage {api}/{name}")
    });
}

/// Observed in logs of stages, with both endings.
fn not_authorized(
    exchange: &Exchange,
    stage: &Stage,
    sent: Option<&str>,
    stage_has_plan: bool,
) -> String {
    let endpoint = exchange.endpoint.as_deref();
    let method = endpoint
        .map(|endpoint| format!("{} {}", endpoint.verb, endpoint.resource_path))
        .unwrap_or_default();
    let reason = if stage_has_plan {
        "No Usage Plan found for key and API Stage"
    } else {
        "API Stage is not in a Usage Plan"
    };
    let place = &stage.place;
    format!(
        "API Key {} not authorized because method '{method}' requires API Key and API Key is not \
         associated with a Usage Plan for API Stage {}/{}: {reason}",
        sent.map(mask::secret).unwrap_or_default(),
        place.api,
        place.stage
    )
}
