//! Calls of S3: their bodies may be longer than memory, so that the caller is proven and the operation
//! permitted before anything of them is read.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::request::Parts;
use http::{Request, Response, header};
use http_body_util::BodyExt as _;
use identity::{AuthenticationFailure, Caller, Expected, Payload, Promised, SignedRequest};
use wire::schema::OperationSchema;
use wire::{Failure, Service};

use super::{Arrival, Control, Sender};
use crate::body::{Body, body_of};
use crate::clock::now;
use crate::peer::Peer;
use crate::s3;

/// The largest document that S3 takes (S3 API reference, "DeleteObjects": 1000 keys of 1024 bytes).
const MOST_DOCUMENT_BYTES: usize = 4 * 1024 * 1024;
/// How long a client may take to send one.
const DOCUMENT_WITHIN: Duration = Duration::from_mins(1);

/// A request as it was sent, and the body that nobody has read yet.
pub(super) struct Streamed {
    /// As it was signed: the bucket may be in the host.
    pub(super) sent: Parts,
    body: Mutex<Option<Body>>,
}

impl Streamed {
    /// The body, for whoever comes first.
    pub(super) fn take(&self) -> Option<Body> {
        let mut body = self.body.lock().unwrap_or_else(PoisonError::into_inner);
        body.take()
    }
}

impl Control {
    /// Whether [`Control::handle_stream`] answers this request: it is S3's, and S3 is here.
    pub fn streams<B>(&self, request: &Request<B>) -> bool {
        let query = request.uri().query().unwrap_or_default();
        let scope = identity::sigv4::claimed_scope(request.headers(), query);
        let is_s3 = match scope {
            Some(scope) => scope.service == Service::S3.name(),
            None => s3::is_host(request.headers(), request.uri()) || s3::is_signed_before(query),
        };
        is_s3 && !self.rooms.upstream.names(Service::S3.name())
    }

    /// As [`Control::handle`], for a request whose body is still to come.
    pub async fn handle_stream(&self, request: Request<Body>, peer: Peer) -> Response<Body> {
        let (parts, body) = request.into_parts();
        self.stream(parts, body, Sender::Network(peer)).await
    }

    pub(super) async fn stream(
        &self,
        sent: Parts,
        body: Body,
        sender: Sender<'_>,
    ) -> Response<Body> {
        let request_id = uuid::Uuid::new_v4().to_string();
        match self.routed(sent, body, sender, &request_id).await {
            Ok(response) => response,
            Err(failure) => failure.render(Service::S3, None, &request_id).map(body_of),
        }
    }

    async fn routed(
        &self,
        sent: Parts,
        body: Body,
        sender: Sender<'_>,
        request_id: &str,
    ) -> Result<Response<Body>, Failure> {
        let parts = s3::path_style(&sent);
        let routed = wire::route(Service::S3, &parts, &Bytes::new())?;
        let (document, body) = if routed.operation().input_streams() {
            (Bytes::new(), Some(body))
        } else {
            let document = document(body).await?;
            s3::check_document(routed.operation().name, &sent.headers, &document)?;
            (document, None)
        };
        let streamed = Streamed {
            sent,
            body: Mutex::new(body),
        };
        let arrival = Arrival {
            parts: &parts,
            body: &document,
            sender,
            service: Service::S3,
            request_id,
            now: now(),
            streamed: Some(&streamed),
        };
        Ok(self.answer(&arrival, routed).await)
    }

    /// Nobody, if the request has no signature at all: the bucket's policy may let everybody in.
    pub(super) fn caller_of_s3(
        &self,
        streamed: &Streamed,
        arrival: &Arrival<'_>,
        operation: &OperationSchema,
    ) -> Result<(Caller, Promised), AuthenticationFailure> {
        let sent = &streamed.sent;
        let query = sent.uri.query().unwrap_or_default();
        if s3::is_signed_before(query) {
            let name = "AWS Signature Version 2";
            return Err(AuthenticationFailure::Unsupported(name.to_owned()));
        }
        let is_signed =
            sent.headers.contains_key(header::AUTHORIZATION) || query.contains("X-Amz-Algorithm=");
        if !is_signed {
            return Ok((self.rooms.identity.nobody(), Promised::Anything));
        }
        let streams = operation.input_streams();
        let signed = SignedRequest {
            method: sent.method.as_str(),
            path: sent.uri.path(),
            query,
            headers: &sent.headers,
            body: if streams {
                Payload::Declared
            } else {
                Payload::Bytes(arrival.body)
            },
        };
        let expected = Expected {
            service: Service::S3.name(),
            region: None,
        };
        let identity = &self.rooms.identity;
        identity.authenticate_head(&signed, &expected, arrival.now)
    }
}

async fn document(body: Body) -> Result<Bytes, Failure> {
    let read = tokio::time::timeout(DOCUMENT_WITHIN, whole(body)).await;
    read.unwrap_or_else(|_| {
        Err(Failure::new(
            "RequestTimeout",
            400,
            "Your socket connection to the server was not read from or written to within the \
             timeout period.",
        ))
    })
}

async fn whole(mut body: Body) -> Result<Bytes, Failure> {
    let mut read = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| s3::incomplete_body())?;
        let Some(data) = frame.data_ref() else {
            continue;
        };
        if read.len() + data.len() > MOST_DOCUMENT_BYTES {
            let message = "Your request was too big.";
            return Err(Failure::new("MaxMessageLengthExceeded", 400, message));
        }
        read.extend_from_slice(data);
    }
    Ok(read.freeze())
}
