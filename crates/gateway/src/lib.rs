//! The data plane: one request from arrival to response.
//!
//! The modules stand in the order in which a request meets them, and [`Gateway::serve`] goes through
//! them in that order. This crate must never know the control plane and never read the store while
//! a request waits: it serves from a compiled picture that follows the store. It must never reach a
//! function but through `invocation`.

mod handshake; // what a host asks of TLS
mod address; // an API's, or a function URL's?
mod vpc_endpoint; // whom callers of private APIs come through
mod arrival; // limits, body, names
mod body;

mod gateway; // the story

mod domains; // whose name is it?
mod deployment; // which API and stage?
mod beside; // what APIs name that stands beside them
mod private_domain; // may they come this way?
pub mod routing; // which method?
mod authorizers; // who is asking?
mod authorization; // may they?
mod usage_plan; // who is the client, and what may it use?
mod throttle; // is it too much at once?
mod validation; // is the request what the method asks for?
mod cache; // is the answer remembered?
mod shaping; // templates and mappings
mod invocation; // may the gateway invoke this function?
mod integrations; // do the work
mod response; // answer
mod compression; // how do bodies travel?

mod refusal; // or refuse, in one place
mod gateway_response;

mod completion; // log, record, tell
mod execution_log;
mod access_log;
mod insight; // what the journal keeps for whoever asks why
mod meters; // count

mod test_invoke;

mod function_url; // the other way to a function

mod clock;
mod context;
mod event;
mod exchange;
mod headers;
mod ids;
mod media_types;
mod query;
pub mod strangers; // for the fuzz targets
mod stream_head;
mod trace_context;

#[cfg(test)]
mod tests;

pub use address::{Addressed, address};
pub use authorizers::Remembered;
pub use body::Body;
pub use clock::{Clock, SystemClock};
pub use deployment::CompileError;
pub use exchange::{Encryption, Peer, PeerCertificate, Validity};
pub use function_url::UrlAddressed;
pub use gateway::{Config, Gateway, Knock};
pub use handshake::HostTerms;
pub use headers::HeaderSpelling;
pub use integrations::{ServiceCall, Services};
pub use invocation::Functions;
pub use private_domain::ThroughPrivate;
pub use response::AnswerSpelling;
pub use test_invoke::{TestAuthorization, TestError, TestInvocation, TestRequest};
pub use usage_plan::UnsavedUsage;
pub use vpc_endpoint::VpcEndpoint;
