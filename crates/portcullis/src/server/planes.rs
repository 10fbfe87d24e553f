//! Which plane a request is for: a function URL, an API endpoint, what is beside the AWS APIs, or an
//! AWS API.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use console::Console;
use control::{Control, body_of};
use gateway::{Encryption, Gateway, Knock, VpcEndpoint};
use http::{HeaderValue, Request, Response, StatusCode, Uri, Version, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use identity::AuthMode;
use model::Timestamp;

use super::browser;
use super::internal::Internal;
use super::{Options, Rooms};

/// Largest body of an AWS API call: a function's zip of 50 MB in base64, with some room.
const MAX_CONTROL_BYTES: usize = 72 * 1024 * 1024;
/// What is read of a larger one, so that its sender comes to read the answer.
const MAX_DISCARDED_BYTES: usize = 4 * MAX_CONTROL_BYTES;
/// How long a client may take to send the body of an AWS API call.
const BODY_WITHIN: Duration = Duration::from_mins(1);

/// Where a request comes from.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    pub(super) address: SocketAddr,
    pub(super) tls: bool,
    pub(super) encryption: Option<Encryption>,
    /// What the client showed, where a custom domain asked it to.
    pub(super) certificate: Option<Arc<gateway::PeerCertificate>>,
    /// The host that the handshake named.
    pub(super) asked_for: Option<Arc<str>>,
}

#[derive(Clone)]
pub(super) struct Planes {
    gateway: Arc<Gateway>,
    control: Arc<Control>,
    internal: Arc<Internal>,
    console: Arc<Console>,
    /// Nobody asks for a signature.
    is_open: bool,
}

impl Planes {
    pub(super) fn new(
        rooms: &Rooms,
        options: &Options,
        level: &sandbox::Level,
        address: SocketAddr,
    ) -> Self {
        Self {
            gateway: Arc::clone(&rooms.gateway),
            control: Arc::clone(&rooms.control),
            internal: Arc::new(Internal::new(rooms, options, level, address)),
            console: Arc::clone(&rooms.console),
            is_open: options.auth == AuthMode::Open,
        }
    }

    pub(super) async fn answer(&self, request: Request<Incoming>, peer: Peer) -> Response<Body> {
        if names_two_hosts(&request) {
            let mut refused = Response::new(Full::new(Bytes::new()));
            *refused.status_mut() = StatusCode::BAD_REQUEST;
            return whole_answer(refused);
        }
        let shown_as = browser::shown_as(&request);
        let host = host(&request);
        let path_and_query = request
            .uri()
            .path_and_query()
            .map_or("/", |whole| whole.as_str());
        if let Some(addressed) = self.gateway.function_url(host, path_and_query) {
            let from = gateway_peer(&request, peer, None);
            let served = self.gateway.serve_function_url(addressed, request, from);
            return browser::apart(served.await.map(BodyExt::boxed_unsync), shown_as);
        }
        let vpc_endpoint = self.gateway.vpc_endpoint(peer.address.ip());
        let addressed = self.gateway.address(Knock {
            host,
            path_and_query,
            headers: request.headers(),
            vpc_endpoint: vpc_endpoint.as_deref(),
        });
        if let Some(addressed) = addressed.filter(|to| !is_for_a_service(&request, to)) {
            let from = gateway_peer(&request, peer, vpc_endpoint);
            let answer = self.gateway.serve(addressed, request, from).await;
            return browser::apart(answer.map(BodyExt::boxed_unsync), shown_as);
        }
        if self.control.streams(&request) {
            if self.is_open
                && let Some(refused) = browser::refuse_foreign_to_objects(&request)
            {
                return whole_answer(refused.map(Full::new));
            }
            let from = control_peer(&peer);
            let request = with_host(request).map(|body| body.map_err(Into::into).boxed_unsync());
            let answer = self.control.handle_stream(request, from).await;
            return browser::apart(answer, shown_as);
        }
        let request = match whole(request).await {
            Ok(request) => request,
            Err(unread) => return unread.answer().map(body_of),
        };
        if Console::owns(request.uri().path()) {
            let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
            let answer = self.console.answer(&request, peer.tls, now);
            return whole_answer(answer.map(Full::new));
        }
        if Internal::owns(request.uri().path()) {
            let from = peer.address.ip();
            return whole_answer(self.internal.answer(&request, from).await);
        }
        if let Some(refused) = browser::refuse_foreign(&request) {
            return whole_answer(refused.map(Full::new));
        }
        let answer = self.control.handle(request, control_peer(&peer)).await;
        browser::apart(answer, shown_as)
    }
}

/// The body of an answer, whichever plane gives it.
pub(super) type Body = control::Body;

fn whole_answer(answer: Response<Full<Bytes>>) -> Response<Body> {
    answer.map(|body| body.map_err(|never| match never {}).boxed_unsync())
}

/// Whoever signs for an AWS service means it, whatever its host is called: nobody takes the control
/// plane's calls by naming a custom domain after its host.
fn is_for_a_service<B>(request: &Request<B>, addressed: &gateway::Addressed) -> bool {
    let authorization = request.headers().get(header::AUTHORIZATION);
    let authorization = authorization.and_then(|value| value.to_str().ok());
    addressed.domain.is_some()
        && authorization.is_some_and(|value| {
            value.starts_with("AWS4-HMAC-SHA256") && !value.contains("/execute-api/aws4_request")
        })
}

fn control_peer(peer: &Peer) -> control::Peer {
    control::Peer {
        ip: peer.address.ip(),
        tls: peer.tls,
        tls_version: peer.encryption.and_then(version),
    }
}

fn gateway_peer<B>(
    request: &Request<B>,
    peer: Peer,
    vpc_endpoint: Option<Arc<VpcEndpoint>>,
) -> gateway::Peer {
    gateway::Peer {
        ip: peer.address.ip(),
        tls: peer.tls,
        protocol: request.version(),
        certificate: peer.certificate,
        asked_for: peer.asked_for,
        vpc_endpoint,
        encryption: peer.encryption,
    }
}

/// As policies know it, such as `1.3`.
fn version(encryption: Encryption) -> Option<&'static str> {
    encryption.version.strip_prefix("TLSv")
}

/// Who it is for must be one answer, whoever asks: several `Host`, or in HTTP/2 another than its authority,
/// is a malformed request (RFC 9113, section 8.3.1). Of HTTP/1 connections `heads` has seen to it.
fn names_two_hosts<B>(request: &Request<B>) -> bool {
    let mut named = request.headers().get_all(header::HOST).iter();
    let Some(host) = named.next() else {
        return false;
    };
    let authority = request.uri().authority();
    let authority = authority.filter(|_| request.version() == Version::HTTP_2);
    let differs = |authority: &http::uri::Authority| {
        !authority
            .as_str()
            .as_bytes()
            .eq_ignore_ascii_case(host.as_bytes())
    };
    named.next().is_some() || authority.is_some_and(differs)
}

/// HTTP/2 has the host in its URI.
fn host<B>(request: &Request<B>) -> &str {
    let named = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    named.or_else(|| request.uri().host()).unwrap_or_default()
}

/// Reads the body, bounded in size and time.
async fn whole(request: Request<Incoming>) -> Result<Request<Bytes>, Unread> {
    let (parts, mut body) = with_host(request).into_parts();
    let reading = tokio::time::timeout(BODY_WITHIN, read(&mut body));
    let body = match reading.await {
        Ok(Ok(body)) => body,
        Ok(Err(Unread::TooLarge(_))) => return Err(Unread::TooLarge(control::too_long(&parts))),
        Ok(Err(unread)) => return Err(unread),
        Err(_) => return Err(Unread::Slow),
    };
    Ok(Request::from_parts(parts, body))
}

/// Signatures are made over `host`, which HTTP/2 carries as the authority of the URI.
fn with_host<B>(request: Request<B>) -> Request<B> {
    let (mut parts, body) = request.into_parts();
    if let Some(authority) = parts.uri.authority().cloned() {
        if !parts.headers.contains_key(header::HOST)
            && let Ok(host) = authority.as_str().parse()
        {
            parts.headers.insert(header::HOST, host);
        }
        parts.uri = origin_form(&parts.uri);
    }
    Request::from_parts(parts, body)
}

/// What is too large is read to its end all the same, within a bound: a client that is still
/// sending would never see the answer.
async fn read(body: &mut Incoming) -> Result<Bytes, Unread> {
    let mut kept = BytesMut::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Unread::Broken)?;
        let Some(data) = frame.data_ref() else {
            continue;
        };
        seen += data.len();
        if seen <= MAX_CONTROL_BYTES {
            kept.extend_from_slice(data);
        } else if seen > MAX_DISCARDED_BYTES {
            break;
        } else {
            kept.clear();
        }
    }
    if seen > MAX_CONTROL_BYTES {
        Err(Unread::TooLarge(None))
    } else {
        Ok(kept.freeze())
    }
}

/// A body that did not come whole.
enum Unread {
    /// With the operation's own words.
    TooLarge(Option<String>),
    Slow,
    Broken,
}

impl Unread {
    /// AWS answers RequestEntityTooLargeException for an upload beyond its limit, with `Message`.
    fn answer(&self) -> Response<Bytes> {
        let (status, kind, message) = match self {
            Self::TooLarge(words) => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "RequestEntityTooLargeException",
                words.clone().unwrap_or_else(|| {
                    format!("Request must be smaller than {MAX_CONTROL_BYTES} bytes")
                }),
            ),
            Self::Slow => (
                StatusCode::REQUEST_TIMEOUT,
                "RequestTimeoutException",
                "The body of the request did not arrive in time".to_owned(),
            ),
            Self::Broken => (
                StatusCode::BAD_REQUEST,
                "IncompleteBody",
                "The body of the request broke off".to_owned(),
            ),
        };
        let body = serde_json::json!({ "Message": message }).to_string();
        let mut response = Response::new(Bytes::from(body));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert("x-amzn-errortype", HeaderValue::from_static(kind));
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        );
        response
    }
}

fn origin_form(uri: &Uri) -> Uri {
    let path = uri.path_and_query().cloned();
    path.map_or_else(|| Uri::from_static("/"), Uri::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(version: Version, uri: &str, hosts: &[&str], expected: bool) {
        let mut request = Request::get(uri).version(version);
        for host in hosts {
            request = request.header(header::HOST, *host);
        }
        let request = request.body(()).unwrap();
        assert_eq!(names_two_hosts(&request), expected, "{uri} {hosts:?}");
    }

    #[test]
    fn a_request_is_for_one_host() {
        let uri = "http://a.example:4566/x";
        check(Version::HTTP_2, uri, &[], false);
        check(Version::HTTP_2, uri, &["A.example:4566"], false);
        check(Version::HTTP_2, uri, &["a.example"], true);
        check(Version::HTTP_2, uri, &["b.example:4566"], true);
        check(Version::HTTP_2, uri, &["a.example:4566", "b.example"], true);
        check(Version::HTTP_11, "/x", &["a.example"], false);
        check(Version::HTTP_11, "/x", &["a.example", "a.example"], true);
        // What stands in the first line counts for nobody here.
        check(Version::HTTP_11, uri, &["b.example"], false);
    }
}
