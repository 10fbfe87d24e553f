//! Who may ask what is beside the AWS APIs: the root of the account, and whoever a policy allows it.

use std::net::IpAddr;

use bytes::Bytes;
use http::{Request, StatusCode};
use identity::{Ask, Caller, Expected, Identity, Payload, SignedRequest};
use model::Timestamp;
use policy::Context;

use super::internal::{Refused, SIGNING_NAME};

/// What something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    Root,
    /// `portcullis:Read`: the journal, the map, and questions that change nothing.
    Read,
    /// `portcullis:Trace`: to have inputs and outputs kept from now on.
    Trace,
}

/// Who signed.
pub(super) fn caller(
    identity: &Identity,
    request: &Request<Bytes>,
    from: IpAddr,
) -> Result<Caller, Refused> {
    let signed = SignedRequest {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        headers: request.headers(),
        body: Payload::Bytes(request.body()),
    };
    let expected = Expected {
        service: SIGNING_NAME,
        region: None,
    };
    let caller = identity
        .authenticate(&signed, &expected, now())
        .map_err(|failure| Refused(StatusCode::FORBIDDEN, failure.to_string()))?;
    let mut keys = Context::new();
    keys.set("aws:SourceIp", from.to_canonical().to_string());
    Ok(caller.with_request_keys(keys))
}

pub(super) fn admit(identity: &Identity, caller: &Caller, needs: Needs) -> Result<(), Refused> {
    let action = match needs {
        Needs::Read => "portcullis:Read",
        Needs::Trace => "portcullis:Trace",
        Needs::Root if caller.is_root() => return Ok(()),
        Needs::Root => {
            let message = format!("{} is not the root of the account", caller.arn());
            return Err(Refused(StatusCode::FORBIDDEN, message));
        }
    };
    let context = Context::new();
    identity
        .authorize(caller, &Ask::new(action, &[], &context))
        .map(drop)
        .map_err(|denied| Refused(StatusCode::FORBIDDEN, denied.message))
}

pub(super) fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}
