//! Calls that this server makes itself for somebody who is proven: an integration in its role, a
//! function's destination, a poller.

use bytes::Bytes;
use http::{Request, Response};
use identity::Caller;
use model::Region;

use super::forwarding::Stranger;
use super::{Arrival, Control, Sender, now, set_place};
use crate::body::{Body, body_of};

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

impl Control {
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
            .filter(|service| !self.rooms().upstream.names(service.name()));
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
