//! REQUEST authorizers: the function sees the whole request but its body, and several sources
//! together are the identity.

use model::Authorizer;
use serde::Serialize;

use crate::context::{self, RequestContext};
use crate::deployment::CompileError;
use crate::event::{Absent, Parameters, parameters};
use crate::exchange::Exchange;
use crate::refusal::Refusal;

#[derive(Debug)]
pub(super) struct Request {
    sources: Vec<Source>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    Header(String),
    QueryString(String),
    StageVariable(String),
    Context(String),
}

/// What the function gets (developer guide, "Input to an API Gateway Lambda authorizer").
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    r#type: &'static str,
    method_arn: &'a str,
    resource: &'a str,
    path: String,
    http_method: &'a str,
    #[serde(flatten)]
    parameters: Parameters<'a>,
    request_context: RequestContext<'a>,
}

impl Request {
    pub(super) fn compile(authorizer: &Authorizer) -> Result<Self, CompileError> {
        let named = authorizer.identity_source.as_deref().unwrap_or_default();
        let sources = named
            .split(',')
            .map(str::trim)
            .filter(|source| !source.is_empty())
            .map(Source::parse)
            .collect::<Result<_, _>>()?;
        Ok(Self { sources })
    }

    /// Headers that hold a secret.
    pub(super) fn headers(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().filter_map(|source| match source {
            Source::Header(name) => Some(name.as_str()),
            Source::QueryString(_) | Source::StageVariable(_) | Source::Context(_) => None,
        })
    }

    /// Every source must have a value.
    pub(super) fn identity(&self, exchange: &Exchange) -> Result<Vec<String>, Refusal> {
        self.sources
            .iter()
            .map(|source| {
                source
                    .value(exchange)
                    .filter(|value| !value.is_empty())
                    .ok_or_else(|| Refusal::NotIdentified(format!("{source:?} is missing")))
            })
            .collect()
    }

    pub(super) fn event(exchange: &Exchange, method_arn: &str) -> Vec<u8> {
        let event = Event {
            r#type: "REQUEST",
            method_arn,
            resource: exchange
                .endpoint
                .as_deref()
                .map_or("", |e| &e.resource_path),
            path: exchange.request.full_path(),
            http_method: exchange.request.verb.as_str(),
            parameters: parameters(exchange, Absent::Empty),
            request_context: context::of(exchange),
        };
        serde_json::to_vec(&event).unwrap_or_default()
    }
}

impl Source {
    fn parse(text: &str) -> Result<Self, CompileError> {
        type Make = fn(String) -> Source;
        let kinds: [(&str, Make); 4] = [
            ("method.request.header.", Self::Header),
            ("method.request.querystring.", Self::QueryString),
            ("stageVariables.", Self::StageVariable),
            ("context.", Self::Context),
        ];
        kinds
            .into_iter()
            .find_map(|(prefix, make)| Some(make(text.strip_prefix(prefix)?.to_owned())))
            .ok_or_else(|| CompileError::IdentitySource(text.to_owned()))
    }

    fn value(&self, exchange: &Exchange) -> Option<String> {
        let request = &exchange.request;
        match self {
            Self::Header(name) => Some(request.headers.last(name)?.into_owned()),
            Self::QueryString(name) => Some(request.query.last(name)?.to_owned()),
            Self::StageVariable(name) => exchange
                .stage
                .as_deref()?
                .place
                .variables
                .get(name)
                .cloned(),
            Self::Context(path) => {
                let context = context::as_json(exchange);
                let value = path
                    .split('.')
                    .try_fold(&context, |value, part| value.get(part))?;
                match value {
                    serde_json::Value::Null => None,
                    serde_json::Value::String(text) => Some(text.clone()),
                    other => Some(other.to_string()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_one_of_four_kinds() {
        for (text, expected) in [
            (
                "method.request.header.Auth",
                Some(Source::Header("Auth".into())),
            ),
            (
                "method.request.querystring.q",
                Some(Source::QueryString("q".into())),
            ),
            ("stageVariables.v", Some(Source::StageVariable("v".into()))),
            (
                "context.identity.sourceIp",
                Some(Source::Context("identity.sourceIp".into())),
            ),
            ("method.request.path.p", None),
            ("Auth", None),
        ] {
            assert_eq!(Source::parse(text).ok(), expected, "{text}");
        }
    }
}
