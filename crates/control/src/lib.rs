//! The control plane: AWS's management APIs, a folder per service and a file per operation.
//!
//! A request goes through [`Control::handle`]: routed and decoded by `wire`, authenticated by
//! `identity`, authorized, handled, and encoded by `wire` again. A handler takes
//! [`authorized::Authorized`], which only the decision can make. This crate must never answer from
//! anything but the records and the rooms it is given, never serve an API's own traffic, and never
//! accept in silence what it does not keep.

mod control; // the story
mod peer; // who is at the other end
mod upload; // a body that is read as it comes
mod call; // who, where, when
mod operations; // which one is it, and how does it run?
mod needs; // what must its caller be allowed?
mod resource_keys; // of which resources, with which tags
mod authorized; // the proof, and who may handle with it
mod refused; // or why not
mod body; // answer
mod trail; // what stays of it
mod uses; // and who was allowed what

mod rooms; // what handlers are given
mod function_settings;
mod clock;

mod apigateway;
mod cloudformation;
mod ecr;
mod events;
mod iam;
mod lambda;
pub mod logs;
pub mod s3;
mod scheduler;
mod ssm;
mod sts;

mod chosen; // what services have in common: ids that are found again
mod expressions; // strangers' regular expressions
mod hex;
mod policy_lint; // what is wrong with a policy that was stored
mod principals; // whom a policy names
mod tags;
mod unserved; // what is given and not served

mod tasks; // what goes on beside the calls, and who owns it
mod schedules; // what runs at its time
mod unattended; // what is refused while nobody waits
mod courier; // what functions leave behind for others
mod issuers; // whose tokens are believed

pub mod strangers; // for the fuzz targets

#[cfg(test)]
mod enforcement;
#[cfg(test)]
mod testing;

pub use apigateway::{QuotaSetting, Quotas, UsageKeeper};
pub use body::{Body, body_of, read_whole};
pub use cloudformation::Stacks;
pub use control::{Control, Inside, Told};
pub use function_settings::{FunctionSettings, VpcConfigs};
pub use issuers::Issuers;
pub use lambda::event_sources::EventSources;
pub use openapi::rules::raise_timeout_quota;
pub use peer::Peer;
pub use rooms::{Guard, Rooms};
pub use schedules::Schedules;
pub use tasks::{RecordTask, RecordTasks};
pub use wire::too_long;
