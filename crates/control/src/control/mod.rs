//! The front: one request from arrival to answer.

mod forwarding; // to the services that are not ours
mod inside; // or from this server itself
mod streaming; // with a body that is read as it comes

pub use inside::{Inside, Told};
pub(crate) use inside::{OnBehalf, Undone};

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::request::Parts;
use http::{HeaderName, Request, Response, header};
use identity::sigv4::claimed_scope;
use identity::{AuthenticationFailure, Caller, Expected, Payload, Promised, SignedRequest};
use model::{Region, Timestamp};
use policy::Context;
use wire::schema::OperationSchema;
use wire::{Failure, Routed, Service};

use crate::body::{Body, body_of};
use crate::call::{Call, Circumstances};
use crate::clock::now;
use crate::operations;
use crate::peer::Peer;
use crate::refused::{Refused, render};
use crate::rooms::Rooms;
use crate::trail::Trail;
use crate::upload::Upload;

/// How long an answer waits until everybody sees what was written.
const VIEWS_WITHIN: Duration = Duration::from_secs(5);

const TRACE: HeaderName = HeaderName::from_static("x-amzn-trace-id");

/// AWS's management APIs over the rooms.
pub struct Control {
    rooms: Rooms,
}

/// A request, and what is known of it before anything is believed.
struct Arrival<'a> {
    parts: &'a Parts,
    body: &'a Bytes,
    sender: Sender<'a>,
    service: Service,
    request_id: &'a str,
    now: Timestamp,
    /// Of S3 alone.
    streamed: Option<&'a streaming::Streamed>,
}

/// Where a request comes from.
#[derive(Clone, Copy)]
enum Sender<'a> {
    /// A stranger, until the signature says who it is.
    Network(Peer),
    /// This server, for somebody who is proven already.
    Inside {
        caller: &'a Caller,
        region: &'a Region,
        told: Told,
    },
}

impl Sender<'_> {
    fn peer(self) -> Option<Peer> {
        match self {
            Self::Network(peer) => Some(peer),
            Self::Inside { .. } => None,
        }
    }
}

impl Arrival<'_> {
    fn header(&self, name: &HeaderName) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }
}

impl Control {
    pub fn new(rooms: Rooms) -> Self {
        Self { rooms }
    }

    /// The same rooms again, for a call that an operation makes itself.
    pub(crate) fn over(rooms: &Rooms) -> Self {
        Self {
            rooms: rooms.clone(),
        }
    }

    pub(crate) fn rooms(&self) -> &Rooms {
        &self.rooms
    }

    /// Goes on with the stacks that were changing when the server stopped.
    pub async fn resume_stacks(&self) -> Result<(), store::StoreError> {
        self.rooms.stacks.resume(&self.rooms).await
    }

    #[cfg(test)]
    pub(crate) fn journal(&self) -> &journal::Journal {
        &self.rooms.journal
    }

    #[cfg(test)]
    pub(crate) fn identity(&self) -> &identity::Identity {
        &self.rooms.identity
    }

    /// Answers one request; whatever goes wrong is an answer too. The body was bounded by the
    /// listener.
    pub async fn handle(&self, request: Request<Bytes>, peer: Peer) -> Response<Body> {
        let request_id = uuid::Uuid::new_v4().to_string();
        let (parts, body) = request.into_parts();
        let now = now();
        if let Some(code) = self.rooms.code_at(&parts.uri, now).await {
            return code.map(body_of);
        }
        if let Some(taken) = self.rooms.stack_signal(&parts, &body).await {
            return taken.map(body_of);
        }
        let sender = Sender::Network(peer);
        if let Some(service) = self.detect(&parts, &body) {
            if service == Service::S3 {
                return self.stream(parts, body_of(body), sender).await;
            }
            let arrival = Arrival {
                parts: &parts,
                body: &body,
                sender,
                service,
                request_id: &request_id,
                now,
                streamed: None,
            };
            return self.serve(&arrival).await;
        }
        let query = parts.uri.query().unwrap_or_default();
        match claimed_scope(&parts.headers, query) {
            Some(scope) => {
                let stranger = forwarding::Stranger {
                    parts: &parts,
                    body: &body,
                    sender,
                    service: &scope.service,
                    request_id: &request_id,
                    now,
                };
                self.forward(&stranger).await
            }
            None => unsigned(&request_id).map(body_of),
        }
    }

    /// Which of our own services a request is for. An endpoint that the operator names for one of
    /// them takes its place.
    fn detect(&self, parts: &Parts, body: &[u8]) -> Option<Service> {
        let service = wire::detect(parts, body)
            .or_else(|| crate::s3::is_named_by_host(parts).then_some(Service::S3))?;
        self.is_ours(service, parts).then_some(service)
    }

    /// EventBridge is the exception: we have a small part of it, so that an endpoint for everything is for it too, and
    /// what we do not have of it is refused like a service that we do not have.
    fn is_ours(&self, service: Service, parts: &Parts) -> bool {
        let upstream = &self.rooms.upstream;
        if service != Service::Events {
            return !upstream.names(service.name());
        }
        let target = parts.headers.get("x-amz-target");
        let target = target.and_then(|target| target.to_str().ok());
        let operation = target.and_then(|target| target.split_once('.'));
        let is_served = operation.is_some_and(|(_, name)| {
            let known = service.schema().operation(name);
            known.is_some_and(|operation| operation.implemented)
        });
        is_served && !upstream.serves(service.name(), &self.rooms.region)
    }

    /// A call of one of our own services.
    async fn serve(&self, arrival: &Arrival<'_>) -> Response<Body> {
        match wire::route(arrival.service, arrival.parts, arrival.body) {
            Ok(routed) => self.answer(arrival, routed).await,
            Err(failure) => failure
                .render(arrival.service, None, arrival.request_id)
                .map(body_of),
        }
    }

    async fn answer(&self, arrival: &Arrival<'_>, routed: Routed) -> Response<Body> {
        let operation = routed.operation();
        let request_id = arrival.request_id;
        let mut trail = Trail::begin(
            operation,
            request_id.to_owned(),
            arrival.sender.peer(),
            arrival.now,
        );
        let response = match survive(self.perform(arrival, routed, &mut trail)).await {
            Ok(response) => response,
            Err(refused) => self
                .refuse(refused, arrival, operation, &trail)
                .map(body_of),
        };
        trail.log(response.status().as_u16());
        response
    }

    fn refuse(
        &self,
        refused: Refused,
        arrival: &Arrival<'_>,
        operation: &'static OperationSchema,
        trail: &Trail,
    ) -> Response<Bytes> {
        let denied = refused.denied();
        let response = render(refused, arrival.service, operation, arrival.request_id);
        if let Some(denied) = denied {
            trail.denied(&self.rooms, &denied, response.status().as_u16());
        }
        response
    }

    /// Authenticate, decode, authorize, handle, encode; then wait until the write shows.
    async fn perform(
        &self,
        arrival: &Arrival<'_>,
        routed: Routed,
        trail: &mut Trail,
    ) -> Result<Response<Body>, Refused> {
        let call = self.authenticate(arrival, routed.operation())?;
        trail.caller(call.caller().clone());
        check_credentials(arrival.service, routed.operation().name, call.caller())?;
        let input = routed.decode(arrival.parts, arrival.body)?.validate()?;
        let before = self.rooms.records.revision();
        let running = operations::run(&self.rooms, arrival.service, call, input)
            .ok_or_else(|| Refused::internal("the operation is in no table"))?;
        let response = running.await?;
        let after = self.rooms.records.revision();
        if after != before {
            self.show(after).await;
        }
        Ok(response)
    }

    /// What was written stays written, so views that lag are no failure of the call.
    pub(crate) async fn show(&self, revision: store::Revision) {
        if let Err(lagging) = self.rooms.followers.reached(revision, VIEWS_WITHIN).await {
            tracing::warn!(%lagging, "a call was answered before every view showed its write");
        }
    }

    fn authenticate(
        &self,
        arrival: &Arrival<'_>,
        operation: &OperationSchema,
    ) -> Result<Call, AuthenticationFailure> {
        let (caller, region, promised) = match arrival.sender {
            Sender::Inside { caller, region, .. } => {
                (caller.clone(), region.clone(), Promised::Anything)
            }
            Sender::Network(peer) => self.stranger(arrival, operation, peer)?,
        };
        let circumstances = Circumstances {
            region,
            now: arrival.now,
            request_id: arrival.request_id.to_owned(),
            endpoint: endpoint(arrival.parts, arrival.sender.peer()),
            trace: arrival.header(&TRACE).map(str::to_owned),
        };
        let upload = arrival.streamed.and_then(|streamed| {
            let body = streamed.take()?;
            Some(Upload::of(&streamed.sent, body, promised))
        });
        Ok(Call::new(caller, circumstances).with_upload(upload))
    }

    /// A signature on an operation that needs none gives its sender nothing, so it isn't read.
    fn stranger(
        &self,
        arrival: &Arrival<'_>,
        operation: &OperationSchema,
        peer: Peer,
    ) -> Result<(Caller, Region, Promised), AuthenticationFailure> {
        let (parts, now) = (arrival.parts, arrival.now);
        let (caller, promised) = match arrival.streamed {
            Some(streamed) => self.caller_of_s3(streamed, arrival, operation)?,
            None if operation.unsigned => (self.rooms.identity.nobody(), Promised::Anything),
            None => {
                let caller = self.caller((parts, arrival.body), arrival.service.name(), now)?;
                (caller, Promised::Anything)
            }
        };
        let region = self.region(parts)?;
        let mut keys = request_keys(parts, peer, &region, now);
        if arrival.service == Service::S3 {
            crate::s3::set_request_keys(&mut keys, (parts, peer), now);
        }
        Ok((caller.with_request_keys(keys), region, promised))
    }

    fn caller(
        &self,
        (parts, body): (&Parts, &Bytes),
        service: &str,
        now: Timestamp,
    ) -> Result<Caller, AuthenticationFailure> {
        let signed = SignedRequest {
            method: parts.method.as_str(),
            path: parts.uri.path(),
            query: parts.uri.query().unwrap_or_default(),
            headers: &parts.headers,
            body: Payload::Bytes(body),
        };
        let expected = Expected {
            service,
            region: None,
        };
        self.rooms.identity.authenticate(&signed, &expected, now)
    }

    /// The region that the request was signed for is the one it acts in.
    fn region(&self, parts: &Parts) -> Result<Region, AuthenticationFailure> {
        let query = parts.uri.query().unwrap_or_default();
        let Some(scope) = claimed_scope(&parts.headers, query) else {
            return Ok(self.rooms.region.clone());
        };
        Region::new(&scope.region).map_err(|_| {
            AuthenticationFailure::WrongScope(format!(
                "Credential should be scoped to a valid region, not '{}'.",
                scope.region
            ))
        })
    }
}

/// What credentials of STS can't be used for, whatever the policies say (IAM user guide, "Compare
/// AWS STS credentials"). IAM says of them what it says of credentials that are none.
fn check_credentials(service: Service, operation: &str, caller: &Caller) -> Result<(), Refused> {
    match service {
        Service::Iam if !caller.is_taken_by_iam() => Err(AuthenticationFailure::UnknownKey.into()),
        Service::Sts if caller.is_federated_user() && operation != "GetCallerIdentity" => {
            let message = format!("Cannot call {operation} with session credentials");
            Err(Failure::new("AccessDenied", 403, message).into())
        }
        Service::ApiGateway
        | Service::ApiGatewayV2
        | Service::CloudFormation
        | Service::Ecr
        | Service::Events
        | Service::Iam
        | Service::Lambda
        | Service::Logs
        | Service::S3
        | Service::Scheduler
        | Service::Ssm
        | Service::Sts => Ok(()),
    }
}

/// A panic ends the request it belongs to, and nothing else.
async fn survive<T>(work: impl Future<Output = Result<T, Refused>>) -> Result<T, Refused> {
    let outcome = AssertUnwindSafe(work).catch_unwind().await;
    outcome.unwrap_or_else(|_| Err(Refused::internal("the handler panicked")))
}

/// The global condition keys that follow from the request (IAM user guide, "AWS global condition
/// context keys").
fn request_keys(parts: &Parts, peer: Peer, region: &Region, now: Timestamp) -> Context {
    let mut keys = Context::new();
    keys.set("aws:SourceIp", peer.ip.to_string());
    keys.set("aws:SecureTransport", peer.tls.to_string());
    set_place(&mut keys, region, now);
    for (key, name) in [
        ("aws:UserAgent", header::USER_AGENT),
        ("aws:Referer", header::REFERER),
    ] {
        let value = parts.headers.get(name);
        if let Some(value) = value.and_then(|value| value.to_str().ok()) {
            keys.set(key, value);
        }
    }
    keys
}

/// Where and when.
fn set_place(keys: &mut Context, region: &Region, now: Timestamp) {
    keys.set("aws:RequestedRegion", region.to_string());
    keys.set("aws:EpochTime", now.seconds().to_string());
    if let Ok(time) = jiff::Timestamp::from_second(now.seconds()) {
        keys.set("aws:CurrentTime", time.to_string());
    }
}

fn endpoint(parts: &Parts, peer: Option<Peer>) -> String {
    let scheme = match peer {
        Some(Peer { tls: true, .. }) => "https",
        Some(_) | None => "http",
    };
    let authority = parts.uri.authority().map(http::uri::Authority::as_str);
    let named = parts.headers.get(header::HOST);
    let host = named.and_then(|host| host.to_str().ok()).or(authority);
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}

/// Nobody can tell for which service it is, nor by whom.
fn unsigned(request_id: &str) -> Response<Bytes> {
    let failure = Failure::new(
        "MissingAuthenticationTokenException",
        403,
        "Missing Authentication Token",
    );
    failure.render(Service::Lambda, None, request_id)
}

#[cfg(test)]
mod tests;
