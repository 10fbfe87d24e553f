//! Which plane a request is for: an API endpoint, what is beside the AWS APIs, or an AWS API.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use control::Control;
use gateway::Gateway;
use http::{Request, Response, StatusCode, Uri};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;

use super::internal::Internal;
use super::{Options, Rooms};

/// Largest body of an AWS API call: a function's zip of 50 MB in base64, with some room.
const MAX_CONTROL_BYTES: usize = 72 * 1024 * 1024;
/// How long a client may take to send the body of an AWS API call.
const BODY_WITHIN: Duration = Duration::from_mins(1);

/// Where a request comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer {
    pub(super) address: SocketAddr,
    pub(super) tls: bool,
}

#[derive(Clone)]
pub(super) struct Planes {
    gateway: Arc<Gateway>,
    control: Arc<Control>,
    internal: Arc<Internal>,
}

impl Planes {
    pub(super) fn new(rooms: &Rooms, options: &Options, level: &sandbox::Level) -> Self {
        Self {
            gateway: Arc::clone(&rooms.gateway),
            control: Arc::clone(&rooms.control),
            internal: Arc::new(Internal::new(rooms, options, level)),
        }
    }

    pub(super) async fn answer(
        &self,
        request: Request<Incoming>,
        peer: Peer,
    ) -> Response<Full<Bytes>> {
        let host = host(&request);
        let path_and_query = request
            .uri()
            .path_and_query()
            .map_or("/", |whole| whole.as_str());
        if let Some(addressed) = gateway::address(host, path_and_query) {
            let from = gateway::Peer {
                ip: peer.address.ip(),
                tls: peer.tls,
                protocol: request.version(),
            };
            return self.gateway.serve(addressed, request, from).await;
        }
        let request = match whole(request).await {
            Ok(request) => request,
            Err(status) => return empty(status),
        };
        if Internal::owns(request.uri().path()) {
            return self.internal.answer(&request).await;
        }
        let from = control::Peer {
            ip: peer.address.ip(),
            tls: peer.tls,
        };
        self.control.handle(request, from).await.map(Full::new)
    }
}

/// HTTP/2 has the host in its URI.
fn host<B>(request: &Request<B>) -> &str {
    let named = request
        .headers()
        .get(http::header::HOST)
        .and_then(|host| host.to_str().ok());
    named.or_else(|| request.uri().host()).unwrap_or_default()
}

/// Reads the body, bounded in size and time.
async fn whole(request: Request<Incoming>) -> Result<Request<Bytes>, StatusCode> {
    let (mut parts, body) = request.into_parts();
    let reading = Limited::new(body, MAX_CONTROL_BYTES).collect();
    let body = match tokio::time::timeout(BODY_WITHIN, reading).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(_)) => return Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => return Err(StatusCode::REQUEST_TIMEOUT),
    };
    // Signatures are made over `host`, which HTTP/2 carries as the authority of the URI.
    if let Some(authority) = parts.uri.authority().cloned() {
        if !parts.headers.contains_key(http::header::HOST)
            && let Ok(host) = authority.as_str().parse()
        {
            parts.headers.insert(http::header::HOST, host);
        }
        parts.uri = origin_form(&parts.uri);
    }
    Ok(Request::from_parts(parts, body))
}

fn origin_form(uri: &Uri) -> Uri {
    let path = uri.path_and_query().cloned();
    path.map_or_else(|| Uri::from_static("/"), Uri::from)
}

fn empty(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}
