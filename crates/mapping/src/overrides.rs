//! What a rendering gives back: the text, and what the template assigned to
//! `$context.requestOverride` and `$context.responseOverride`.

use indexmap::IndexMap;
use serde::Serialize;

/// The outcome of rendering one template.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    pub text: String,
    pub request_override: RequestOverride,
    pub response_override: ResponseOverride,
}

/// Parts of the integration request that a template replaced. It serialises to the shape that
/// `$context.requestOverride` has, so that a later template of the same request can see it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RequestOverride {
    #[serde(rename = "header", skip_serializing_if = "IndexMap::is_empty")]
    pub headers: IndexMap<String, String>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub querystring: IndexMap<String, String>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub path: IndexMap<String, String>,
    /// What else a template assigned: of no effect, but for later templates of the same request.
    #[serde(flatten)]
    pub other: IndexMap<String, String>,
}

/// Parts of the method response that a template replaced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ResponseOverride {
    #[serde(rename = "header", skip_serializing_if = "IndexMap::is_empty")]
    pub headers: IndexMap<String, String>,
    /// A status from 100 to 599; anything else that a template assigns is an error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What else a template assigned: of no effect, but for later templates of the same request.
    #[serde(flatten)]
    pub other: IndexMap<String, String>,
}
