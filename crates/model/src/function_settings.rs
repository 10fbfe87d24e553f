//! What belongs to a function beside its code: URLs, the layers that it uses, how its runtime is
//! kept up to date.

use serde::{Deserialize, Serialize};

use crate::{Code, Timestamp};

/// An HTTP endpoint of a function or of one of its aliases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunctionUrl {
    /// The first label of the endpoint's host.
    pub id: String,
    pub auth: UrlAuth,
    #[serde(default)]
    pub cors: Option<UrlCors>,
    #[serde(default)]
    pub invoke_mode: InvokeMode,
    pub created: Timestamp,
    pub modified: Timestamp,
}

/// Who is asked for a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UrlAuth {
    /// Nobody: the function's resource policy must let everybody in.
    None,
    AwsIam,
}

impl UrlAuth {
    /// As AWS writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "NONE",
            Self::AwsIam => "AWS_IAM",
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvokeMode {
    #[default]
    Buffered,
    ResponseStream,
}

impl InvokeMode {
    /// As AWS writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Buffered => "BUFFERED",
            Self::ResponseStream => "RESPONSE_STREAM",
        }
    }
}

/// Cross-origin resource sharing of a function URL. An absent member was not given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UrlCors {
    pub allow_credentials: Option<bool>,
    pub allow_headers: Option<Vec<String>>,
    pub allow_methods: Option<Vec<String>>,
    pub allow_origins: Option<Vec<String>>,
    pub expose_headers: Option<Vec<String>>,
    /// Seconds, up to a day.
    pub max_age: Option<u32>,
}

/// A layer as a version of a function uses it. It stays what it was, whatever becomes of the layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerUse {
    /// `arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION`
    pub arn: String,
    pub code: Code,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SnapStart {
    #[default]
    None,
    PublishedVersions,
}

/// When the runtime of a version is brought up to date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RuntimeUpdates {
    #[default]
    Auto,
    FunctionUpdate,
    /// Never: it stays at this runtime version's ARN.
    Manual(String),
}
