//! What a template may look at: the message it maps, the request's parameters, the context and
//! the stage variables.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

/// The request parameters that `$input.params()` shows, in the order in which they arrived.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Params {
    pub path: IndexMap<String, String>,
    pub querystring: IndexMap<String, String>,
    pub header: IndexMap<String, String>,
}

impl Params {
    /// Looks a name up in the path, then the query string, then the headers, which is the order
    /// that AWS documents for `$input.params(name)`. Header names match in any case.
    pub fn find(&self, name: &str) -> Option<&str> {
        let found = self.path.get(name).or_else(|| self.querystring.get(name));
        found.or_else(|| self.find_header(name)).map(String::as_str)
    }

    /// A header under its name in any case.
    pub fn find_header(&self, name: &str) -> Option<&String> {
        self.header.get(name).or_else(|| {
            let mut headers = self.header.iter();
            headers
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .map(|(_, value)| value)
        })
    }
}

/// The message behind `$input`.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The body before mapping, as text. An absent body is the empty string.
    pub body: &'a str,
    pub params: &'a Params,
}

/// Everything that one rendering may see.
///
/// `context` is the object behind `$context`. Its members `requestOverride` and
/// `responseOverride`, when present, are where the template's own overrides start from: the
/// response template of a MOCK integration sees what the request template wrote there.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    pub input: Input<'a>,
    pub context: &'a Value,
    pub stage_variables: &'a BTreeMap<String, String>,
}
