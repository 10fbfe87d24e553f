//! What HTTP and HTTP_PROXY integrations have in common: the address, the request to the backend
//! and the words that the execution log has for it.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, Uri};
use http_body_util::Full;
use hyper::body::Incoming;
use journal::{Lane, StepKind};
use mapping::parameters::MultiValues;
use model::{ConnectionType, Integration, VpcLinkRecord};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::time::Instant;

use super::http_client::{Presented, Verification, Way};
use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site, Transfer, substitute};
use crate::exchange::{Called, Exchange};
use crate::execution_log;
use crate::gateway::Gateway;
use crate::headers;
use crate::refusal::{Misconfigured, Refusal};
use crate::shaping::{MappedRequest, RequestMappings};
use crate::trace_context;

/// What stays as it is in a query string.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a value that is put into a path may not bring: the path would end with it, and what the URI has
/// behind the value would be a query or nothing. What a caller's own path may have stays as it is.
const ENDS_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

#[derive(Debug)]
pub(super) struct HttpEndpoint {
    uri: String,
    /// The same, where it has no hole for a parameter.
    settled: Option<Uri>,
    /// `None` hands the caller's verb on.
    verb: Option<Method>,
    pub(super) mappings: RequestMappings,
    verification: Verification,
    timeout: Duration,
    pub(super) transfer: Transfer,
    /// The record of the VPC link that the backend stands behind.
    link: Option<String>,
}

/// A request to the backend, before it is sent.
#[derive(Debug)]
pub(super) struct Outgoing {
    pub(super) headers: HeaderMap,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Bytes,
    /// What the parameter mappings add.
    pub(super) mapped: MappedRequest,
}

impl HttpEndpoint {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let place = format!("{} request", site.name());
        let uri = integration.uri.as_deref().unwrap_or_default();
        let uri = substitute(uri, &site.place.variables)?.into_owned();
        if !uri.starts_with("http://") && !uri.starts_with("https://") {
            return Err(CompileError::Endpoint(uri));
        }
        let verification = match integration.insecure_skip_verification {
            Some(true) => Verification::Skipped,
            Some(false) | None => Verification::Full,
        };
        Ok(Self {
            verb: verb(integration.http_method.as_deref())?,
            mappings: RequestMappings::compile(integration.request_parameters.as_ref(), &place)?,
            verification,
            timeout: Duration::from_millis(u64::from(integration.timeout_millis)),
            transfer: Transfer::of(integration),
            link: link(site, integration)?,
            settled: uri.parse().ok().filter(|_| !uri.contains(['{', '}'])),
            uri,
        })
    }

    /// Sends the request and reads the whole answer.
    pub(super) async fn send(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        outgoing: Outgoing,
        _: &Permitted,
    ) -> Result<Response<Bytes>, Refusal> {
        let presented = self.leave(gateway, exchange)?;
        let body = outgoing.body.clone();
        let request = self.request(exchange, outgoing)?;
        let sent = Sent::begin(exchange, &request, body);
        let until = Instant::now() + self.timeout;
        let way = self.way(presented.as_deref());
        let answer = gateway.http.send(request, way, until).await;
        sent.end(exchange, &answer, |answer| Some(answer.body()));
        answer
    }

    /// Sends the request and gives the answer back when it begins, with the end of its time.
    pub(super) async fn open(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        outgoing: Outgoing,
        _: &Permitted,
    ) -> Result<(Response<Incoming>, Instant), Refusal> {
        let presented = self.leave(gateway, exchange)?;
        let body = outgoing.body.clone();
        let request = self.request(exchange, outgoing)?;
        let sent = Sent::begin(exchange, &request, body);
        let until = Instant::now() + self.timeout;
        let way = self.way(presented.as_deref());
        let answer = gateway.http.open(request, way, until).await;
        sent.end(exchange, &answer, |_| None);
        Ok((answer?, until))
    }

    fn way<'a>(&self, presented: Option<&'a Presented>) -> Way<'a> {
        Way {
            verification: self.verification,
            presented,
        }
    }

    /// What must be there before anything is sent: the link, and the certificate that the stage
    /// shows.
    fn leave(
        &self,
        gateway: &Gateway,
        exchange: &Exchange,
    ) -> Result<Option<Arc<Presented>>, Refusal> {
        let refuse = |text: String| Refusal::Misconfigured(Misconfigured::Endpoint(text));
        if let Some(link) = &self.link
            && !gateway.beside.has_link(link)
        {
            return Err(refuse(format!("there is no VPC link {link}")));
        }
        let stage = exchange.stage.as_deref();
        let Some(id) = stage.and_then(|stage| stage.client_certificate.as_ref()) else {
            return Ok(None);
        };
        let presented = gateway.beside.certificate(id);
        let missing = || refuse(format!("there is no client certificate {id}"));
        presented.map(Some).ok_or_else(missing)
    }

    fn request(
        &self,
        exchange: &Exchange,
        mut outgoing: Outgoing,
    ) -> Result<Request<Full<Bytes>>, Refusal> {
        let mapped = outgoing.mapped;
        let mut query: Vec<(String, String)> = mapped
            .querystring
            .into_iter()
            .flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)))
            .collect();
        query.append(&mut outgoing.query);
        let uri = self.address(&mapped.path, &query)?;
        set_mapped(&mut outgoing.headers, mapped.headers)?;
        set_own(&mut outgoing.headers, exchange);
        let verb = self
            .verb
            .clone()
            .unwrap_or_else(|| exchange.request.verb.clone());
        set_empty(&mut outgoing.headers, &verb, &outgoing.body);
        let mut request = Request::new(Full::new(outgoing.body));
        *request.method_mut() = verb;
        *request.uri_mut() = uri;
        *request.headers_mut() = outgoing.headers;
        Ok(request)
    }

    fn address(
        &self,
        path: &[(String, String)],
        query: &[(String, String)],
    ) -> Result<Uri, Refusal> {
        if let Some(settled) = self.settled.as_ref().filter(|_| query.is_empty()) {
            return Ok(settled.clone());
        }
        let mut address = self.uri.clone();
        for (name, value) in path {
            let value = utf8_percent_encode(value, ENDS_PATH).to_string();
            address = address.replace(&format!("{{{name}}}"), &value);
        }
        for (at, (name, value)) in query.iter().enumerate() {
            address.push(if at == 0 && !address.contains('?') {
                '?'
            } else {
                '&'
            });
            address.extend(utf8_percent_encode(name, QUERY));
            address.push('=');
            address.extend(utf8_percent_encode(value, QUERY));
        }
        if address.contains(['{', '}']) {
            let cause = Misconfigured::Endpoint(format!("{address} has a hole in its path"));
            return Err(Refusal::Misconfigured(cause));
        }
        address.parse().map_err(|error: http::uri::InvalidUri| {
            Refusal::Misconfigured(Misconfigured::Endpoint(format!("{address}: {error}")))
        })
    }
}

/// The link of an integration that goes through one; its id may stand in a stage variable.
fn link(site: &Site<'_>, integration: &Integration) -> Result<Option<String>, CompileError> {
    if integration.connection_type != Some(ConnectionType::VpcLink) {
        return Ok(None);
    }
    let id = integration.connection_id.as_deref().unwrap_or_default();
    let id = substitute(id, &site.place.variables)?;
    let (account, region) = (&site.place.account, &site.place.region);
    Ok(Some(VpcLinkRecord::id_of(account, region, &id)))
}

fn called<B>(answer: &Result<Response<B>, Refusal>, micros: u32) -> Called {
    let mut called = Called {
        micros,
        ..Called::default()
    };
    match answer {
        Ok(answer) => {
            called.status = Some(answer.status().as_u16());
            let id = answer.headers().get("x-amzn-requestid");
            called.request_id = id.map(|id| headers::text(id).into_owned());
        }
        Err(refusal) => called.error = Some(refusal.to_string()),
    }
    called
}

/// `ANY` hands the caller's verb on.
pub(super) fn verb(name: Option<&str>) -> Result<Option<Method>, CompileError> {
    match name {
        None | Some("" | "ANY") => Ok(None),
        Some(name) => name
            .parse()
            .map(Some)
            .map_err(|_| CompileError::Endpoint(format!("the verb {name}"))),
    }
}

/// Mapped headers replace those that are there. Some are left out in silence and some fail the
/// request, as in the recording `test_apigateway_header_remapping_http`.
pub(super) fn set_mapped(
    headers: &mut HeaderMap,
    mapped: Vec<(String, Vec<String>)>,
) -> Result<(), Refusal> {
    for (name, values) in mapped {
        if headers::is_forbidden_to_map(&name) {
            let cause = Misconfigured::Mapping(format!("{name} can't be mapped"));
            return Err(Refusal::Misconfigured(cause));
        }
        let Ok(header) = HeaderName::from_bytes(name.as_bytes()) else {
            continue;
        };
        if headers::is_unmappable(&name) {
            continue;
        }
        headers.remove(&header);
        for value in values {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.append(header.clone(), value);
            }
        }
    }
    Ok(())
}

/// Where a body is usual, its absence is said (recorded by
/// `test_apigateway_header_remapping_http`; RFC 9110, section 8.6).
fn set_empty(headers: &mut HeaderMap, verb: &Method, body: &Bytes) {
    let usual = [Method::POST, Method::PUT, Method::PATCH];
    if body.is_empty() && usual.contains(verb) {
        headers.insert(http::header::CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
}

/// The trace that the request is in, as the W3C writes it. Of one that begins here AWS says nothing so
/// (test_http_proxy_integration_request_data_mappings), and nobody samples it.
fn brought_trace(exchange: &Exchange) -> Option<HeaderValue> {
    if trace_context::brought(&exchange.request.headers).is_empty() {
        return None;
    }
    let w3c = trace_context::as_w3c(&exchange.trace().header)?;
    HeaderValue::from_str(&w3c).ok()
}

fn set_own(headers: &mut HeaderMap, exchange: &Exchange) {
    let api = &exchange.request.addressed.api;
    let own = [
        ("x-amzn-apigateway-api-id", api.to_string()),
        ("x-amzn-trace-id", exchange.trace().root.clone()),
    ];
    for (name, value) in own {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    // One that the request or a mapping brought stays.
    if !headers.contains_key(trace_context::W3C)
        && let Some(value) = brought_trace(exchange)
    {
        headers.insert(HeaderName::from_static(trace_context::W3C), value);
    }
    let agent = HeaderValue::from_str(&format!("AmazonAPIGateway_{api}"));
    if let (false, Ok(agent)) = (headers.contains_key("user-agent"), agent) {
        headers.insert(http::header::USER_AGENT, agent);
    }
}

/// A request that is on its way.
pub(super) struct Sent {
    at_micros: u32,
    logged: Option<Logged>,
}

/// What the log says of it once its answer is there.
struct Logged {
    uri: String,
    headers: HeaderMap,
    body: Bytes,
}

impl Sent {
    pub(super) fn begin<B>(exchange: &mut Exchange, request: &Request<B>, body: Bytes) -> Self {
        let authority = request.uri().authority().map_or("", |own| own.as_str());
        let text = format!("{} {authority}", request.method());
        exchange.calls(StepKind::Integrations, Lane::Backend, text);
        let logged = exchange.log.is_wanted().then(|| Logged {
            uri: request.uri().to_string(),
            headers: request.headers().clone(),
            body,
        });
        Self {
            at_micros: exchange.steps.elapsed_micros(),
            logged,
        }
    }

    pub(super) fn end<B>(
        self,
        exchange: &mut Exchange,
        answer: &Result<Response<B>, Refusal>,
        body: impl Fn(&Response<B>) -> Option<&Bytes>,
    ) {
        let took = exchange
            .steps
            .elapsed_micros()
            .saturating_sub(self.at_micros);
        exchange.answered(StepKind::Integrations, Lane::Backend, answer);
        exchange.integration = Some(called(answer, took));
        if let Some(logged) = self.logged {
            logged.tell(exchange, answer, body, took);
        }
    }
}

impl Logged {
    /// Nothing was sent to an address that doesn't exist, and AWS's log says nothing of it.
    fn tell<B>(
        &self,
        exchange: &mut Exchange,
        answer: &Result<Response<B>, Refusal>,
        body: impl Fn(&Response<B>) -> Option<&Bytes>,
        took: u32,
    ) {
        if matches!(answer, Err(Refusal::Misconfigured(_))) {
            return;
        }
        let log = &mut exchange.log;
        log.info(|| format!("Endpoint request URI: {}", self.uri));
        log.data(|| format!("Endpoint request headers: {}", shown(&self.headers)));
        log.data(|| {
            let body = execution_log::body(&self.body);
            format!("Endpoint request body after transformations: {body}")
        });
        log.info(|| format!("Sending request to {}", self.uri));
        let Ok(answer) = answer else {
            return;
        };
        let (status, millis) = (answer.status().as_u16(), took / 1000);
        log.info(|| {
            format!("Received response. Status: {status}, Integration latency: {millis} ms")
        });
        log.data(|| format!("Endpoint response headers: {}", shown(answer.headers())));
        if let Some(body) = body(answer) {
            log.data(|| {
                let body = execution_log::body(body);
                format!("Endpoint response body before transformations: {body}")
            });
        }
    }
}

fn shown(headers: &HeaderMap) -> String {
    let pairs = headers
        .iter()
        .map(|(name, value)| (name.as_str(), headers::text(value)));
    execution_log::map(pairs, &[])
}

/// An answer's headers as mappings read them.
pub(super) fn multi_values(headers: &HeaderMap) -> MultiValues {
    headers
        .keys()
        .map(|name| {
            let values = headers.get_all(name).iter();
            let values = values
                .map(|value| headers::text(value).into_owned())
                .collect();
            (name.as_str().to_owned(), values)
        })
        .collect()
}
