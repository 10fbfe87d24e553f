//! The control plane: AWS's management APIs, a folder per service and a file per operation.
//!
//! A request goes through [`Control::handle`]: routed and decoded by `wire`, authenticated by
//! `identity`, authorized, handled, and encoded by `wire` again. A handler takes
//! [`authorized::Authorized`], which only the decision can make. This crate must never answer from
//! anything but the records and the rooms it is given, never serve an API's own traffic, and never
//! accept in silence what it does not keep.

mod body;
mod call;
mod chosen;
mod control;
mod expressions;
mod function_settings;
mod peer;
mod rooms;
mod upload;

mod authorized;
mod needs;
mod resource_keys;

mod operations;
mod policy_lint;
mod refused;
mod trail;
mod uses;

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

pub mod strangers; // for the fuzz targets

mod courier;
mod issuers;
mod schedules;

mod hex;
mod principals;
mod tags;

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
pub use wire::too_long;
