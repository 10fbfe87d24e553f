//! Runs functions: resolve the version, admit the call, lend an environment, speak the Runtime API,
//! give back the outcome.
//!
//! The one way in takes an [`identity::invocation::Grant`], which only a policy decision can make.
//! This room must never decide who may call, never read the store while a call waits, and never
//! leave a process behind.

mod service; // the story
mod registry; // which version does the ARN name?
mod admission; // is there room for one more at a time?
mod lending; // an idle environment, or a new one
mod pool; // those that are idle
mod provisioning; // those that are ready before anybody calls
mod spares; // runtimes that have started before they are needed
mod environment; // one sandboxed process and its Runtime API

mod runtime; // what interprets the code
mod bootstrap; // what the process runs
mod folders; // what it finds in /var/task
mod code; // a zip, checked and unpacked
mod hot; // code that its writer still changes
mod layers; // what it finds in /opt
mod images; // and everywhere, if it is a container image

mod lines; // what the function printed
mod report; // what the platform writes around it

mod asynchronous; // the queue in front of all this for events
mod lineage; // has this event been here before?
mod courier; // where events go that nobody takes

mod event; // what goes in, and what comes out
mod stream;
mod lasting; // what its caller does, and what goes on without it
mod logs;
mod counts; // what functions did, as numbers
mod random; // what ids are made of

pub use code::{CodeError, check_zip, unpacked_size};
pub use counts::{DURATION_BOUNDS, FunctionCounts};
pub use courier::{Carried, Courier, Decided, Message, NoCourier, Parcel, Undelivered, Verdict};
pub use environment::EndpointTold;
pub use event::{Event, FunctionError, InvokeError, Outcome, Throttle};
pub use hot::HotReloadRefused;
pub use images::{Engine, ImageRefused, TakenImage};
pub use logs::{Discard, LogBatch, LogSink};
pub use provisioning::{Provisioned, ProvisionedStatus};
pub use random::random;
pub use registry::Resolved;
pub use runtime::{Interpreter, Runtime, UnknownRuntime};
pub use service::{Config, Endpoint, Lambda, Neighbours};
pub use stream::{Completion, Part, Streamed};
