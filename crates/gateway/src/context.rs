//! `$context`, which is also the `requestContext` of an event: one shape for templates, functions,
//! authorizers and gateway responses.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::authorizers::{Claims, Identified};
use crate::clock;
use crate::exchange::{Exchange, Origin, PeerCertificate};
use crate::usage_plan::Client;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RequestContext<'a> {
    resource_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorizer: Option<Authorizer<'a>>,
    resource_path: &'a str,
    http_method: &'a str,
    extended_request_id: &'a str,
    request_time: String,
    path: String,
    account_id: &'a str,
    protocol: &'static str,
    stage: &'a str,
    domain_prefix: &'a str,
    request_time_epoch: i64,
    request_id: &'a str,
    identity: Identity<'a>,
    domain_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    deployment_id: Option<&'a str>,
    #[serde(skip)]
    canary: Option<bool>,
    api_id: &'a str,
}

/// Fields that nobody filled are `null`, as in the recording `test_lambda_aws_proxy_integration`.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Identity<'a> {
    cognito_identity_pool_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key_id: Option<&'a str>,
    account_id: Option<String>,
    cognito_identity_id: Option<&'a str>,
    caller: Option<String>,
    source_ip: Option<String>,
    principal_org_id: Option<&'a str>,
    access_key: Option<String>,
    cognito_authentication_type: Option<&'a str>,
    cognito_authentication_provider: Option<&'a str>,
    user_arn: Option<String>,
    user_agent: Option<String>,
    user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_cert: Option<&'a PeerCertificate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vpc_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vpce_id: Option<&'a str>,
}

/// The context of an exchange whose route is known; fields of what isn't known are empty.
pub(crate) fn of(exchange: &Exchange) -> RequestContext<'_> {
    let request = &exchange.request;
    let endpoint = exchange.endpoint.as_deref();
    let place = exchange.stage.as_deref().map(|stage| &stage.place);
    RequestContext {
        resource_id: endpoint.map_or("", |e| &e.resource_id),
        authorizer: authorizer(exchange),
        resource_path: endpoint.map_or("", |e| &e.resource_path),
        http_method: request.verb.as_str(),
        extended_request_id: &request.extended_id,
        request_time: clock::common_log_format(request.received),
        path: path(exchange),
        account_id: place.map_or("", |p| p.account.as_str()),
        protocol: protocol(exchange),
        stage: place.map_or(&request.addressed.stage, |p| &p.stage),
        domain_prefix: domain_prefix(exchange),
        request_time_epoch: request.received.millis(),
        request_id: &request.id,
        identity: identity(exchange),
        domain_name: request.host(),
        deployment_id: place.and_then(|p| p.deployment_id.as_deref()),
        canary: place.and_then(|p| p.canary),
        api_id: &request.addressed.api,
    }
}

pub(crate) fn as_json(exchange: &Exchange) -> Value {
    let typed = of(exchange);
    let mut context = serde_json::to_value(&typed).unwrap_or_default();
    // "Present only when you have a canary enabled" (developer guide, "Variables for data models,
    // authorizers, mapping templates").
    if let (Some(fields), Some(canary)) = (context.as_object_mut(), typed.canary) {
        fields.insert("isCanaryRequest".into(), canary.into());
    }
    if let (Some(fields), Some(root)) = (
        context.as_object_mut(),
        exchange.trace().root.strip_prefix("Root="),
    ) {
        fields.insert("xrayTraceId".into(), root.into());
    }
    context
}

/// What the authorizer said of the caller.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Authorizer<'a> {
    Function(BTreeMap<&'a str, &'a str>),
    UserPool { claims: &'a Claims },
}

fn authorizer(exchange: &Exchange) -> Option<Authorizer<'_>> {
    let verdict = match &exchange.identified {
        Identified::Lambda(verdict) => verdict,
        Identified::UserPool(claims) => return Some(Authorizer::UserPool { claims }),
        Identified::Anonymous | Identified::Iam(_) => return None,
    };
    let mut fields: BTreeMap<&str, &str> = verdict
        .context
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.insert("principalId", &verdict.principal_id);
    Some(Authorizer::Function(fields))
}

fn path(exchange: &Exchange) -> String {
    let addressed = &exchange.request.addressed;
    match exchange.request.origin {
        Origin::Network(_) => match &addressed.domain {
            Some(before) => format!("{before}{}", addressed.path),
            None => format!("/{}{}", addressed.stage, addressed.path),
        },
        Origin::TestButton { .. } => exchange
            .endpoint
            .as_ref()
            .map_or_else(String::new, |endpoint| endpoint.resource_path.clone()),
    }
}

fn protocol(exchange: &Exchange) -> &'static str {
    match exchange.request.peer().map(|peer| peer.protocol) {
        Some(http::Version::HTTP_2) => "HTTP/2.0",
        Some(http::Version::HTTP_10) => "HTTP/1.0",
        _ => "HTTP/1.1",
    }
}

fn domain_prefix(exchange: &Exchange) -> &str {
    match exchange.request.origin {
        Origin::Network(_) => match exchange.request.addressed.domain {
            Some(_) => exchange.request.host_label(),
            None => &exchange.request.addressed.api,
        },
        Origin::TestButton { .. } => "testPrefix",
    }
}

fn identity(exchange: &Exchange) -> Identity<'_> {
    let request = &exchange.request;
    let user_agent = request
        .headers
        .last("user-agent")
        .map(std::borrow::Cow::into_owned);
    let (caller, base) = match &request.origin {
        Origin::Network(peer) => {
            let is_private = exchange.stage.as_deref().is_some_and(|it| it.is_private);
            let endpoint = peer.vpc_endpoint.as_deref().filter(|_| is_private);
            let base = Identity {
                api_key: exchange.client.as_ref().map(Client::key),
                api_key_id: exchange.client.as_ref().map(Client::key_id),
                source_ip: Some(peer.ip.to_string()),
                client_cert: peer.certificate.as_deref(),
                vpc_id: endpoint.and_then(|endpoint| endpoint.vpc.as_deref()),
                vpce_id: endpoint.map(|endpoint| endpoint.id.as_str()),
                user_agent,
                ..Identity::default()
            };
            (signed_caller(exchange), base)
        }
        Origin::TestButton { caller } => (caller.as_ref(), test_identity(user_agent)),
    };
    let Some(caller) = caller else {
        return base;
    };
    Identity {
        account_id: Some(caller.account().to_string()),
        caller: Some(caller.user_id()),
        access_key: caller.access_key_id().map(str::to_owned),
        user_arn: Some(caller.arn()),
        user: Some(caller.user_id()),
        ..base
    }
}

fn signed_caller(exchange: &Exchange) -> Option<&identity::Caller> {
    match &exchange.identified {
        Identified::Iam(caller) => Some(caller),
        Identified::Anonymous | Identified::Lambda(_) | Identified::UserPool(_) => None,
    }
}

/// What AWS shows of a call by the test button, which has neither address nor key.
fn test_identity(user_agent: Option<String>) -> Identity<'static> {
    Identity {
        api_key: Some("test-invoke-api-key"),
        api_key_id: Some("test-invoke-api-key-id"),
        source_ip: Some("test-invoke-source-ip".to_owned()),
        user_agent,
        ..Identity::default()
    }
}
