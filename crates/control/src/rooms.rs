//! The rooms that operations work with.

use std::sync::Arc;

use ::lambda::Lambda;
use gateway::Gateway;
use identity::Identity;
use journal::Journal;
use model::{AccountId, Region};
use objects::Contents;
use store::{Blobs, Followers, Records};
use tokio::sync::RwLock;
use upstream::Upstream;

use crate::apigateway::{Quotas, UsageKeeper};
use crate::cloudformation::Stacks;
use crate::function_settings::FunctionSettings;
use crate::issuers::Issuers;

/// Whether a template whose API would be refused its functions may become a stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    Off,
    On,
}

/// Everything an operation may reach, all of it shared. `Handle` is implemented on it, once per operation.
#[derive(Clone)]
pub struct Rooms {
    pub records: Records,
    pub followers: Arc<Followers>,
    pub blobs: Blobs,
    /// The bytes of objects.
    pub contents: Contents,
    /// Held while the name of a bucket is given or taken, and shared by whoever writes into one.
    pub naming: Arc<RwLock<()>>,
    pub identity: Arc<Identity>,
    pub lambda: Arc<Lambda>,
    /// For "does this deployment compile?", the test buttons, and the flush of a cache.
    pub gateway: Arc<Gateway>,
    /// Keeps what the gateway counts.
    pub usage: Arc<UsageKeeper>,
    pub journal: Arc<Journal>,
    /// For the services of AWS that are not served here.
    pub upstream: Arc<Upstream>,
    /// For tokens of identity providers.
    pub issuers: Arc<Issuers>,
    pub functions: FunctionSettings,
    /// Of API Gateway.
    pub quotas: Arc<Quotas>,
    /// How long a live tail of logs may last: three hours on AWS.
    pub live_tail: std::time::Duration,
    /// The stacks that have an operation under way.
    pub stacks: Arc<Stacks>,
    /// Whether templates are judged before they become stacks.
    pub guard: Guard,
    /// Of the server; a call's own are in `Call`.
    pub account: AccountId,
    pub region: Region,
}
