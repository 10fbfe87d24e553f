//! Calls that this server makes itself for somebody who is proven: an integration in its role, a
//! function's destination, a poller.

use std::pin::Pin;

use bytes::Bytes;
use http::{Request, Response};
use identity::Caller;
use model::Region;
use serde_json::Value;
use wire::{Failure, Operation, Service};

use super::forwarding::Stranger;
use super::{Arrival, Control, Sender, check_credentials, set_place, survive};
use crate::authorized::{Handle, authorize};
use crate::body::{Body, body_of};
use crate::call::{Call, Circumstances};
use crate::clock::now;
use crate::refused::{Refused, failure_of};
use crate::rooms::Rooms;
use crate::trail::Trail;

/// A call to a service of AWS, ours or not. It carries no signature: the caller is the proof.
#[derive(Debug)]
pub struct Inside {
    /// What the caller's conditions may ask of the request is in the caller's own keys; place and time
    /// are added.
    pub caller: Caller,
    /// The signing name, such as `sqs`.
    pub service: String,
    pub region: Region,
    pub request: Request<Bytes>,
    pub told: Told,
}

/// Which calls to services that are not ours the journal tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Every,
    /// Of a poller, which asks again and again.
    Refusals,
}

/// For whom, and from where, this server performs its own operations.
#[derive(Debug, Clone)]
pub(crate) struct OnBehalf {
    /// With the keys that the caller's conditions may ask of the request; place and time are added.
    pub(crate) caller: Caller,
    pub(crate) region: Region,
    /// Such as `http://localhost:4566`, as whoever asked reached this server.
    pub(crate) endpoint: String,
}

/// An operation that was not done, and the request that it was.
#[derive(Debug)]
pub(crate) struct Undone {
    pub(crate) failure: Failure,
    pub(crate) request_id: String,
}

type Performed<'a> = Pin<Box<dyn Future<Output = Result<Value, Undone>> + Send + 'a>>;

impl Control {
    /// One of our own operations, with its input and output by the names of its model: decided as
    /// every other, and told of as every other.
    pub(crate) fn perform_inside<'a, O: Operation + 'a>(
        &'a self,
        by: &'a OnBehalf,
        input: Value,
    ) -> Performed<'a>
    where
        Rooms: Handle<O>,
    {
        Box::pin(self.perform_now::<O>(by, input))
    }

    async fn perform_now<O: Operation>(&self, by: &OnBehalf, input: Value) -> Result<Value, Undone>
    where
        Rooms: Handle<O>,
    {
        let request_id = uuid::Uuid::new_v4().to_string();
        let now = now();
        let mut keys = by.caller.request_keys().cloned().unwrap_or_default();
        set_place(&mut keys, &by.region, now);
        let caller = by.caller.with_request_keys(keys);
        let mut trail = Trail::begin(O::SCHEMA, request_id.clone(), None, now);
        trail.caller(caller.clone());
        let circumstances = Circumstances {
            region: by.region.clone(),
            now,
            request_id: request_id.clone(),
            endpoint: by.endpoint.clone(),
            trace: None,
        };
        let call = Call::new(caller, circumstances);
        let done = survive(self.perform_typed::<O>(call, input)).await;
        let outcome = done.map_err(|refused| {
            let denied = refused.denied();
            let failure = failure_of(refused, O::SCHEMA, &request_id);
            if let Some(denied) = denied {
                trail.denied(self.rooms(), &denied, failure.status);
            }
            failure
        });
        trail.log(
            outcome
                .as_ref()
                .map_or_else(|failure| failure.status, |_| 200),
        );
        outcome.map_err(|failure| Undone {
            failure,
            request_id,
        })
    }

    async fn perform_typed<O: Operation>(&self, call: Call, input: Value) -> Result<Value, Refused>
    where
        Rooms: Handle<O>,
    {
        let rooms = self.rooms();
        if let Some(service) = Service::from_name(O::SCHEMA.service.name) {
            check_credentials(service, O::NAME, call.caller())?;
        }
        let unfit =
            |unfit: wire::plain::Unfit| Failure::new("InvalidRequest", 400, unfit.to_string());
        let input = wire::Decoded::of_plain(O::SCHEMA, input).map_err(unfit)?;
        let input = input.validate()?.input::<O>()?;
        let before = rooms.records.revision();
        let authorized = authorize::<O>(rooms, call, input).await?;
        let output = Handle::<O>::handle(rooms, authorized).await?;
        let after = rooms.records.revision();
        if after != before {
            self.show(after).await;
        }
        Ok(wire::plain::json(wire::Shape::into_document(output)))
    }

    /// Always answers, as [`Control::handle`] does. Boxed, because such a call can set off others.
    pub fn call(
        &self,
        inside: Inside,
    ) -> std::pin::Pin<Box<dyn Future<Output = Response<Body>> + Send + '_>> {
        Box::pin(self.call_now(inside))
    }

    async fn call_now(&self, inside: Inside) -> Response<Body> {
        let request_id = uuid::Uuid::new_v4().to_string();
        let (parts, body) = inside.request.into_parts();
        let now = now();
        let mut keys = inside.caller.request_keys().cloned().unwrap_or_default();
        set_place(&mut keys, &inside.region, now);
        let caller = inside.caller.with_request_keys(keys);
        let sender = Sender::Inside {
            caller: &caller,
            region: &inside.region,
            told: inside.told,
        };
        let ours = wire::Service::from_name(&inside.service)
            .filter(|service| self.is_ours(*service, &parts));
        if ours == Some(wire::Service::S3) {
            return self.stream(parts, body_of(body), sender).await;
        }
        if let Some(service) = ours {
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
        let stranger = Stranger {
            parts: &parts,
            body: &body,
            sender,
            service: &inside.service,
            request_id: &request_id,
            now,
        };
        self.forward(&stranger).await
    }
}
