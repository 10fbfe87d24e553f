//! AWS services other than the invocation of functions, by ARN: the call is made in the integration's
//! role, and the service's answer is mapped like any other.
//!
//! What the role may do is decided where the call goes, by its action and its resources; here only
//! the role's trust in API Gateway is asked for. A service that denies answers, and its answer is
//! mapped too, as on AWS.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, Uri, header};
use identity::Caller;
use model::{ContentHandling, Integration, PassthroughBehavior, Region};

use super::http_request::{Sent, multi_values, set_mapped, verb};
use super::output::{Answer, Outputs, Selector};
use super::service_action::{self as action, Shown};
use super::service_uri::{ServiceUri, Target};
use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site, substitute};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::invocation::{self, Credentials, Denial};
use crate::refusal::{Misconfigured, Refusal};
use crate::response::Reply;
use crate::shaping::{self, MappedRequest, RequestMappings, Templates};

/// Where the calls go: to services of this server or of others. It is open because the data plane
/// knows neither the control plane nor what is configured behind it.
pub trait Services: Send + Sync {
    /// Asks the policies for what the call needs, and makes it. A refusal is an answer in the words of
    /// the service; only what keeps a service from answering is an error, in words for the journal.
    fn call(&self, call: ServiceCall) -> BoxFuture<'_, Result<Response<Bytes>, String>>;
}

/// One call to a service.
#[derive(Debug)]
pub struct ServiceCall {
    /// The session of the integration's role, or the caller passed through.
    pub caller: Caller,
    /// The signing name.
    pub service: String,
    pub region: Region,
    /// With the host that AWS would be reached at, and no signature.
    pub request: Request<Bytes>,
}

#[derive(Debug)]
pub(crate) struct AwsService {
    uri: ServiceUri,
    verb: Option<Method>,
    credentials: Credentials,
    mappings: RequestMappings,
    templates: Templates,
    passthrough: PassthroughBehavior,
    content_handling: Option<ContentHandling>,
    outputs: Outputs,
    timeout: Duration,
}

impl AwsService {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let place = format!("{} request", site.name());
        let uri = integration.uri.as_deref().unwrap_or_default();
        let uri = substitute(uri, &site.place.variables)?;
        Ok(Self {
            uri: ServiceUri::parse(&uri).ok_or_else(|| CompileError::Endpoint(uri.to_string()))?,
            verb: verb(integration.http_method.as_deref())?,
            credentials: Credentials::of_integration(
                integration.credentials.as_deref(),
                site.source_arn(),
            ),
            mappings: RequestMappings::compile(integration.request_parameters.as_ref(), &place)?,
            templates: Templates::compile(integration.request_templates.as_ref(), &place)?,
            passthrough: integration.passthrough_behavior,
            content_handling: integration.content_handling,
            outputs: Outputs::compile(site, integration)?,
            timeout: Duration::from_millis(u64::from(integration.timeout_millis)),
        })
    }

    pub(super) async fn call(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        permitted: &Permitted,
    ) -> Result<Reply, Refusal> {
        let shaped = shaping::request_body(exchange, &self.templates, self.passthrough)?;
        let mapped = self.mappings.evaluate(exchange, shaped.overrides.request());
        let stage = exchange.stage.as_deref();
        let is_binary = stage.is_some_and(|stage| stage.binary.has(&exchange.content_type()));
        let body = shaping::convert(shaped.body, self.content_handling, is_binary)?;
        let request = self.request(exchange, mapped, body)?;
        let caller =
            invocation::service_caller(gateway, exchange, &self.credentials).map_err(refusal_of)?;
        let answer = self
            .send(gateway, exchange, (caller, request), permitted)
            .await?;
        let answer = Answer {
            selector: Selector::Status(answer.status().as_u16()),
            headers: multi_values(answer.headers()),
            body: answer.into_body(),
            overrides: shaped.overrides,
        };
        self.render(exchange, answer)
    }

    fn render(&self, exchange: &Exchange, answer: Answer) -> Result<Reply, Refusal> {
        let mut reply = self.outputs.render(exchange, answer)?;
        let trace = exchange.trace().header.clone();
        reply.headers.insert(0, ("X-Amzn-Trace-Id".into(), trace));
        Ok(reply)
    }

    async fn send(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        (caller, request): (Caller, Request<Bytes>),
        _: &Permitted,
    ) -> Result<Response<Bytes>, Refusal> {
        let sent = Sent::begin(exchange, &request, request.body().clone());
        let accepts = request.headers().get(header::ACCEPT).cloned();
        let call = ServiceCall {
            caller,
            service: self.uri.service.clone(),
            region: self.uri.region.clone(),
            request,
        };
        let answer = match gateway.services() {
            Some(services) => tokio::time::timeout(self.timeout, services.call(call))
                .await
                .map_err(|_elapsed| Refusal::IntegrationTimeout)
                .and_then(|answer| answer.map_err(Refusal::IntegrationFailed)),
            None => Err(Refusal::IntegrationFailed(
                "this gateway reaches no service".to_owned(),
            )),
        };
        let answer = answer.map(|answer| {
            let shown = Shown {
                accepts: accepts.as_ref(),
                request_id: &exchange.request.id,
            };
            action::answer(&self.uri, answer, &shown)
        });
        sent.end(exchange, &answer, |answer| Some(answer.body()));
        answer
    }

    fn request(
        &self,
        exchange: &Exchange,
        mapped: MappedRequest,
        body: Bytes,
    ) -> Result<Request<Bytes>, Refusal> {
        let mut query: Vec<(String, String)> = mapped
            .querystring
            .iter()
            .flat_map(|(name, values)| values.iter().map(|value| (name.clone(), value.clone())))
            .collect();
        let mut headers = headers(exchange, &self.uri, !body.is_empty());
        let body = action::prepare(&self.uri, &mut query, &mut headers, body);
        set_mapped(&mut headers, mapped.headers)?;
        let verb = self.verb.clone();
        let verb = verb.unwrap_or_else(|| exchange.request.verb.clone());
        let has_body = ![Method::GET, Method::HEAD, Method::OPTIONS].contains(&verb);
        let mut request = Request::new(if has_body { body } else { Bytes::new() });
        *request.uri_mut() = self.address(&mapped.path, &query)?;
        *request.method_mut() = verb;
        *request.headers_mut() = headers;
        Ok(request)
    }

    fn address(
        &self,
        path: &[(String, String)],
        query: &[(String, String)],
    ) -> Result<Uri, Refusal> {
        let address = self.uri.address(path, query);
        let refuse = |reason: String| Refusal::Misconfigured(Misconfigured::Endpoint(reason));
        if address.contains(['{', '}']) {
            return Err(refuse(format!("{address} has a hole in its path")));
        }
        address
            .parse()
            .map_err(|error: http::uri::InvalidUri| refuse(format!("{address}: {error}")))
    }
}

/// Of the caller's headers none is handed on by itself; API Gateway asks for JSON.
fn headers(exchange: &Exchange, uri: &ServiceUri, has_body: bool) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let api = &exchange.request.addressed.api;
    let own = [
        (header::HOST, uri.host()),
        (header::USER_AGENT, format!("AmazonAPIGateway_{api}")),
        (
            HeaderName::from_static("x-amzn-apigateway-api-id"),
            api.to_string(),
        ),
        (
            HeaderName::from_static("x-amzn-trace-id"),
            exchange.trace().root.clone(),
        ),
    ];
    let content_type =
        has_body.then(|| (header::CONTENT_TYPE, exchange.content_type().into_owned()));
    for (name, value) in own.into_iter().chain(content_type) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    headers
}

fn refusal_of(denial: Denial) -> Refusal {
    match denial {
        Denial::Refused(refused) => Refusal::NotPermitted(refused),
        Denial::NoCaller => Refusal::Misconfigured(Misconfigured::NoCallerIdentity),
    }
}

/// Whether the URI of an integration names a service, and no function's invocation.
pub(super) fn is_service(integration: &Integration) -> bool {
    let uri = integration.uri.as_deref().unwrap_or_default();
    match ServiceUri::parse(uri) {
        Some(uri) => match (&*uri.service, &uri.target) {
            ("lambda", Target::Path(path)) => !path.ends_with("invocations"),
            ("lambda", Target::Action { .. }) => false,
            _ => true,
        },
        None => false,
    }
}

/// The services behind a gateway, which are there once the control plane is.
pub(crate) type Reached = std::sync::OnceLock<Arc<dyn Services>>;
