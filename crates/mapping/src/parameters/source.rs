//! What a mapping reads (AWS: "API Gateway mapping template and parameter mapping reference").

use serde_json::Value;

use super::destination::parameter_name;
use super::{Inputs, MappingError, MultiValues};
use crate::java;
use crate::jsonpath::{Found, Path};

/// Where in a request a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Location {
    Path,
    Querystring,
    Header,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Multiplicity {
    One,
    Many,
}

/// Which kind of mapping a source is part of, and so what it may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    IntegrationRequest,
    IntegrationResponse,
    GatewayResponse,
}

/// A parameter of the method request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestParameter {
    pub location: Location,
    pub name: String,
    pub multiplicity: Multiplicity,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    Literal(String),
    RequestParameter(RequestParameter),
    /// The body, or what a path finds in it.
    RequestBody(Option<Path>),
    ResponseHeader {
        name: String,
        multiplicity: Multiplicity,
    },
    ResponseBody(Option<Path>),
    /// The members of `$context` that lead to the value.
    Context(Vec<String>),
    StageVariable(String),
}

impl Location {
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "path" => Some(Self::Path),
            "querystring" => Some(Self::Querystring),
            "header" => Some(Self::Header),
            _ => None,
        }
    }
}

impl Source {
    pub fn parse(side: Side, text: &str) -> Result<Self, MappingError> {
        let parsed = literal(text)
            .or_else(|| anywhere(text))
            .or_else(|| match side {
                Side::IntegrationRequest | Side::GatewayResponse => of_request(text),
                Side::IntegrationResponse => of_response(text),
            });
        parsed.ok_or_else(|| MappingError::Expression(text.to_owned()))
    }

    /// The values that the source stands for: none if there is nothing, more than one only for a
    /// source of several values.
    pub fn evaluate(&self, inputs: &Inputs<'_>) -> Vec<String> {
        match self {
            Self::Literal(text) => vec![text.clone()],
            Self::RequestParameter(parameter) => parameter.values(inputs),
            Self::RequestBody(path) => body(path.as_ref(), inputs.request_body),
            Self::ResponseHeader { name, multiplicity } => {
                values(inputs.response_header, name, *multiplicity)
            }
            Self::ResponseBody(path) => body(path.as_ref(), inputs.response_body),
            Self::Context(members) => {
                let found = members
                    .iter()
                    .try_fold(inputs.context, |value, name| value.get(name));
                found.and_then(text).into_iter().collect()
            }
            Self::StageVariable(name) => inputs
                .stage_variables
                .get(name)
                .cloned()
                .into_iter()
                .collect(),
        }
    }
}

impl RequestParameter {
    fn values(&self, inputs: &Inputs<'_>) -> Vec<String> {
        let params = inputs.params;
        match (self.location, self.multiplicity) {
            (Location::Querystring, Multiplicity::Many) => {
                values(inputs.multi_querystring, &self.name, Multiplicity::Many)
            }
            (Location::Header, Multiplicity::Many) => {
                values(inputs.multi_header, &self.name, Multiplicity::Many)
            }
            (Location::Path, _) => params.path.get(&self.name).cloned().into_iter().collect(),
            (Location::Querystring, Multiplicity::One) => params
                .querystring
                .get(&self.name)
                .cloned()
                .into_iter()
                .collect(),
            (Location::Header, Multiplicity::One) => params
                .find_header(&self.name)
                .cloned()
                .into_iter()
                .collect(),
        }
    }
}

/// The values under a name in any case. Where one is asked for, the last one counts.
fn values(all: &MultiValues, name: &str, multiplicity: Multiplicity) -> Vec<String> {
    let exact = all.get(name);
    let found = exact.or_else(|| {
        let mut entries = all.iter();
        entries
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, values)| values)
    });
    let found = found.map(Vec::as_slice).unwrap_or_default();
    match multiplicity {
        Multiplicity::Many => found.to_vec(),
        Multiplicity::One => found.last().cloned().into_iter().collect(),
    }
}

fn body(path: Option<&Path>, body: &str) -> Vec<String> {
    let Some(path) = path else {
        return vec![body.to_owned()];
    };
    let Ok(document) = serde_json::from_str::<Value>(body) else {
        return Vec::new();
    };
    match path.find(&document) {
        Ok(Found::One(value)) => text(&value).into_iter().collect(),
        Ok(Found::Many(found)) => {
            let mut out = String::new();
            java::json_array(&mut out, found.into_iter());
            vec![out]
        }
        Err(_) => Vec::new(),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => {
            let mut out = String::new();
            java::json(&mut out, other);
            Some(out)
        }
    }
}

fn literal(text: &str) -> Option<Source> {
    let inside = text.strip_prefix('\'')?.strip_suffix('\'')?;
    Some(Source::Literal(inside.to_owned()))
}

fn anywhere(text: &str) -> Option<Source> {
    if let Some(members) = text.strip_prefix("context.") {
        parameter_name(members)?;
        let members: Vec<String> = members.split('.').map(str::to_owned).collect();
        let named = members.iter().all(|member| !member.is_empty());
        return named.then_some(Source::Context(members));
    }
    let variable = parameter_name(text.strip_prefix("stageVariables.")?)?;
    Some(Source::StageVariable(variable))
}

fn of_request(text: &str) -> Option<Source> {
    let rest = text.strip_prefix("method.request.")?;
    if rest == "body" || rest.starts_with("body.") {
        return of_body(rest, Source::RequestBody);
    }
    let (location, name) = rest.split_once('.')?;
    let (location, multiplicity) = match location {
        "multivaluequerystring" => (Location::Querystring, Multiplicity::Many),
        "multivalueheader" => (Location::Header, Multiplicity::Many),
        single => (Location::parse(single)?, Multiplicity::One),
    };
    let name = parameter_name(name)?;
    Some(Source::RequestParameter(RequestParameter {
        location,
        name,
        multiplicity,
    }))
}

fn of_response(text: &str) -> Option<Source> {
    let rest = text.strip_prefix("integration.response.")?;
    if rest == "body" || rest.starts_with("body.") {
        return of_body(rest, Source::ResponseBody);
    }
    let (location, name) = rest.split_once('.')?;
    let multiplicity = match location {
        "header" => Multiplicity::One,
        "multivalueheader" => Multiplicity::Many,
        _ => return None,
    };
    Some(Source::ResponseHeader {
        name: parameter_name(name)?,
        multiplicity,
    })
}

/// `body` or `body.{path}`, behind the prefix of its side.
fn of_body(rest: &str, source: impl Fn(Option<Path>) -> Source) -> Option<Source> {
    if rest == "body" {
        return Some(source(None));
    }
    let path = Path::parse(rest.strip_prefix("body.")?).ok()?;
    Some(source(Some(path)))
}
