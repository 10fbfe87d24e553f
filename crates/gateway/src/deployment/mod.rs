//! Which API and stage? An immutable, compiled picture of what is deployed.
//!
//! Everything a definition says is parsed here, when it is deployed and never when it is called.
//! What doesn't compile stays in the picture as the refusal that its callers will get.

mod compile;
mod error;
mod snapshot;
mod target;

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{AccountId, ApiId, ApiKeySource, MethodVerb, Region};

use crate::access_log::AccessLog;
use crate::authorizers::Guard;
use crate::cache::{Caching, StageCache};
use crate::execution_log::Logging;
use crate::gateway_response::GatewayResponses;
use crate::integrations::Backend;
use crate::media_types::MediaTypes;
use crate::meters::Meters;
use crate::routing::Routes;
use crate::throttle::Bucket;
use crate::validation::Validation;

pub(crate) use compile::{Before, Own, Site, check, compile, unserved};
pub use error::CompileError;
pub(crate) use snapshot::Deployments;
pub(crate) use target::{Transfer, function_uri, substitute};

/// Where a compiled definition stands.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) account: AccountId,
    pub(crate) region: Region,
    pub(crate) api: ApiId,
    /// A stage's name, or `test-invoke-stage`.
    pub(crate) stage: String,
    pub(crate) deployment_id: Option<String>,
    pub(crate) variables: BTreeMap<String, String>,
    /// Whether this is the canary, where the stage has one.
    pub(crate) canary: Option<bool>,
}

impl Place {
    /// `arn:aws:execute-api:REGION:ACCOUNT:` and what follows.
    pub(crate) fn arn(&self, rest: &str) -> String {
        format!(
            "arn:{}:execute-api:{}:{}:{}{rest}",
            model::PARTITION,
            self.region,
            self.account,
            self.api
        )
    }

    /// The ARN of a call as policies and authorizers see it: the actual verb and the actual path.
    pub(crate) fn method_arn(&self, verb: &str, path: &str) -> String {
        let path = path.trim_start_matches('/');
        self.arn(&format!("/{}/{verb}/{path}", self.stage))
    }
}

/// A stage and the definition that it serves.
#[derive(Debug)]
pub(crate) struct Stage {
    pub(crate) place: Place,
    pub(crate) routes: Result<Routes<Arc<Endpoint>>, CompileError>,
    /// The API's resource policy.
    pub(crate) policy: Option<policy::Policy>,
    pub(crate) responses: GatewayResponses,
    pub(crate) binary: MediaTypes,
    pub(crate) authorizers: BTreeMap<String, Guard>,
    pub(crate) key_source: ApiKeySource,
    /// The account's own bucket, which all its stages share. The test button has none.
    pub(crate) account: Option<Arc<Bucket>>,
    /// The answers that the stage remembers, if it has a cache cluster.
    pub(crate) cache: Option<Arc<StageCache>>,
    /// Answers from so many bytes on are compressed for callers who want it.
    pub(crate) minimum_compression_size: Option<usize>,
    pub(crate) access_log: Option<AccessLog>,
    pub(crate) meters: Arc<Meters>,
    /// Whether callers come through CloudFront on AWS.
    pub(crate) is_edge: bool,
    /// Whether it is called through VPC endpoints alone on AWS.
    pub(crate) is_private: bool,
    /// Whether only connections that were made for its own host are taken there.
    pub(crate) is_strict: bool,
    /// The record of the certificate that backends are shown.
    pub(crate) client_certificate: Option<String>,
}

/// One method of one resource.
#[derive(Debug)]
pub(crate) struct Endpoint {
    pub(crate) resource_id: String,
    /// The template path, such as `/pets/{id}`.
    pub(crate) resource_path: String,
    /// What the journal says when it serves a request.
    pub(crate) served: String,
    /// As configured: `ANY` stays `ANY`.
    pub(crate) verb: MethodVerb,
    pub(crate) guard: Guard,
    pub(crate) api_key_required: bool,
    pub(crate) validation: Validation,
    pub(crate) backend: Result<Backend, CompileError>,
    pub(crate) logging: Logging,
    /// What the stage sets for the method.
    pub(crate) throttle: Option<Arc<Bucket>>,
    /// How its answers are remembered, if they are.
    pub(crate) caching: Option<Caching>,
    /// Counts of its own, if its settings ask for detailed metrics.
    pub(crate) meters: Option<Arc<Meters>>,
}
