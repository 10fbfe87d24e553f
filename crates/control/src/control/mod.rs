//! The front: one request from arrival to answer.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::request::Parts;
use http::{HeaderName, Request, Response, header};
use identity::sigv4::claimed_scope;
use identity::{AuthenticationFailure, Caller, Expected, Payload, SignedRequest};
use model::{Region, Timestamp};
use policy::Context;
use wire::schema::OperationSchema;
use wire::{Failure, Routed, Service};

use crate::call::{Call, Circumstances};
use crate::operations;
use crate::peer::Peer;
use crate::refused::{Refused, render};
use crate::rooms::Rooms;
use crate::trail::Trail;

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
    peer: Peer,
    service: Service,
    request_id: &'a str,
    now: Timestamp,
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
    pub async fn handle(&self, request: Request<Bytes>, peer: Peer) -> Response<Bytes> {
        let request_id = uuid::Uuid::new_v4().to_string();
        let (parts, body) = request.into_parts();
        let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
        if let Some(code) = self.rooms.code_at(&parts.uri, now).await {
            return code;
        }
        let Some(service) = wire::detect(&parts, &body) else {
            return unserved(&parts, &request_id);
        };
        let routed = match wire::route(service, &parts, &body) {
            Ok(routed) => routed,
            Err(failure) => return failure.render(service, None, &request_id),
        };
        let arrival = Arrival {
            parts: &parts,
            body: &body,
            peer,
            service,
            request_id: &request_id,
            now,
        };
        self.answer(&arrival, routed).await
    }

    async fn answer(&self, arrival: &Arrival<'_>, routed: Routed) -> Response<Bytes> {
        let operation = routed.operation();
        let request_id = arrival.request_id;
        let mut trail = Trail::begin(operation, request_id.to_owned(), arrival.peer, arrival.now);
        let response = match survive(self.perform(arrival, routed, &mut trail)).await {
            Ok(response) => response,
            Err(refused) => self.refuse(refused, arrival, operation, &trail),
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
        let denied = match &refused {
            Refused::Denied(denied) => Some(denied.clone()),
            _ => None,
        };
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
    ) -> Result<Response<Bytes>, Refused> {
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
        // A signature on an operation that needs none gives its sender nothing, so it isn't read.
        let caller = if operation.unsigned {
            self.rooms.identity.nobody()
        } else {
            self.caller(arrival)?
        };
        let region = self.region(arrival.parts)?;
        let caller = caller.with_request_keys(request_keys(arrival, &region));
        let circumstances = Circumstances {
            region,
            now: arrival.now,
            request_id: arrival.request_id.to_owned(),
            endpoint: endpoint(arrival),
            trace: arrival.header(&TRACE).map(str::to_owned),
        };
        Ok(Call::new(caller, circumstances))
    }

    fn caller(&self, arrival: &Arrival<'_>) -> Result<Caller, AuthenticationFailure> {
        let parts = arrival.parts;
        let signed = SignedRequest {
            method: parts.method.as_str(),
            path: parts.uri.path(),
            query: parts.uri.query().unwrap_or_default(),
            headers: &parts.headers,
            body: Payload::Bytes(arrival.body),
        };
        let expected = Expected {
            service: arrival.service.name(),
            region: None,
        };
        self.rooms
            .identity
            .authenticate(&signed, &expected, arrival.now)
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
        Service::ApiGateway | Service::Iam | Service::Lambda | Service::Logs | Service::Sts => {
            Ok(())
        }
    }
}

/// A panic ends the request it belongs to, and nothing else.
async fn survive<T>(work: impl Future<Output = Result<T, Refused>>) -> Result<T, Refused> {
    let outcome = AssertUnwindSafe(work).catch_unwind().await;
    outcome.unwrap_or_else(|_| Err(Refused::internal("the handler panicked")))
}

/// The global condition keys that follow from the request (IAM user guide, "AWS global condition
/// context keys").
fn request_keys(arrival: &Arrival<'_>, region: &Region) -> Context {
    let mut keys = Context::new();
    keys.set("aws:SourceIp", arrival.peer.ip.to_string());
    keys.set("aws:SecureTransport", arrival.peer.tls.to_string());
    keys.set("aws:RequestedRegion", region.to_string());
    keys.set("aws:EpochTime", arrival.now.seconds().to_string());
    if let Ok(time) = jiff::Timestamp::from_second(arrival.now.seconds()) {
        keys.set("aws:CurrentTime", time.to_string());
    }
    for (key, name) in [
        ("aws:UserAgent", header::USER_AGENT),
        ("aws:Referer", header::REFERER),
    ] {
        if let Some(value) = arrival.header(&name) {
            keys.set(key, value);
        }
    }
    keys
}

fn endpoint(arrival: &Arrival<'_>) -> String {
    let scheme = if arrival.peer.tls { "https" } else { "http" };
    let authority = arrival
        .parts
        .uri
        .authority()
        .map(http::uri::Authority::as_str);
    let host = arrival.header(&header::HOST).or(authority);
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}

/// Nobody here speaks for that service; what is asked for is named.
fn unserved(parts: &Parts, request_id: &str) -> Response<Bytes> {
    let query = parts.uri.query().unwrap_or_default();
    let failure = match claimed_scope(&parts.headers, query) {
        Some(scope) => Failure::new(
            "NotImplemented",
            501,
            format!("The service {} is not served by Portcullis", scope.service),
        ),
        None => Failure::new(
            "MissingAuthenticationTokenException",
            403,
            "Missing Authentication Token",
        ),
    };
    failure.render(Service::Lambda, None, request_id)
}

#[cfg(test)]
mod tests;
