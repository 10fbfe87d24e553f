//! Request validation: required parameters, and bodies against their models.

mod schema;

use journal::StepKind;
use serde_json::Value;

use crate::deployment::{CompileError, Site};
use crate::exchange::Exchange;
use crate::refusal::Refusal;
pub(crate) use schema::Schema;

/// What a method's validator asks for; nothing when there is no validator.
#[derive(Debug, Default)]
pub(crate) struct Validation {
    /// In the order of their full names, which is the order in which AWS names them.
    required: Vec<Required>,
    /// By content type.
    models: Vec<(String, Schema)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Required {
    Header(String),
    Path(String),
    QueryString(String),
}

impl Validation {
    pub(crate) fn compile(site: &Site<'_>) -> Result<Self, CompileError> {
        let Some(id) = &site.method.request_validator_id else {
            return Ok(Self::default());
        };
        let validators = &site.definition.request_validators;
        let validator = validators
            .values()
            .find(|validator| validator.id == *id)
            .ok_or_else(|| CompileError::NoValidator(id.clone()))?;
        let mut compiled = Self::default();
        if validator.validate_parameters {
            compiled.required = required(site);
        }
        if validator.validate_body {
            compiled.models = models(site)?;
        }
        Ok(compiled)
    }
}

fn required(site: &Site<'_>) -> Vec<Required> {
    let parameters = site.method.request_parameters.iter().flatten();
    parameters
        .filter(|(_, required)| **required)
        .filter_map(|(name, _)| {
            let (place, name) = name.strip_prefix("method.request.")?.split_once('.')?;
            match place {
                "header" => Some(Required::Header(name.to_owned())),
                "path" => Some(Required::Path(name.to_owned())),
                "querystring" => Some(Required::QueryString(name.to_owned())),
                _ => None,
            }
        })
        .collect()
}

fn models(site: &Site<'_>) -> Result<Vec<(String, Schema)>, CompileError> {
    let models = site.method.request_models.iter().flatten();
    models
        .map(|(content_type, name)| {
            let schema = Schema::of_model(name, &site.definition.models)?;
            Ok((content_type.to_ascii_lowercase(), schema))
        })
        .collect()
}

pub(crate) fn validate(exchange: &mut Exchange, validation: &Validation) -> Result<(), Refusal> {
    if validation.required.is_empty() && validation.models.is_empty() {
        return Ok(());
    }
    check_parameters(exchange, &validation.required)?;
    check_body(exchange, &validation.models)?;
    exchange.note(
        StepKind::Validation,
        "the request is what its validator asks for",
    );
    Ok(())
}

/// The text is AWS's (recording `test_api_gateway_request_validator`). A blank value is missing.
fn check_parameters(exchange: &Exchange, required: &[Required]) -> Result<(), Refusal> {
    let missing: Vec<&str> = required
        .iter()
        .filter(|parameter| !parameter.is_there(exchange))
        .map(Required::name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::BadParameters {
        message: format!(
            "Missing required request parameters: [{}]",
            missing.join(", ")
        ),
    })
}

impl Required {
    fn name(&self) -> &str {
        match self {
            Self::Header(name) | Self::Path(name) | Self::QueryString(name) => name,
        }
    }

    fn is_there(&self, exchange: &Exchange) -> bool {
        let request = &exchange.request;
        match self {
            Self::Header(name) => request.headers.last(name).is_some_and(|v| !is_blank(&v)),
            Self::QueryString(name) => request.query.last(name).is_some_and(|v| !is_blank(v)),
            Self::Path(name) => exchange
                .path_parameters
                .iter()
                .any(|(own, value)| **own == **name && !is_blank(value)),
        }
    }
}

fn is_blank(value: &str) -> bool {
    value.trim().is_empty()
}

/// The model for every content type that has none of its own.
const DEFAULT: &str = "$default";

/// "If no matching content type is found, request validation is not performed. To use the same model regardless of the content
/// type, set the content type for your data model to `$default`" (developer guide, "Request validation for REST APIs in API
/// Gateway"). An absent body counts as `{}`.
fn check_body(exchange: &Exchange, models: &[(String, Schema)]) -> Result<(), Refusal> {
    let content_type = exchange.content_type();
    let of = |asked: &str| models.iter().find(|(own, _)| own == asked);
    let Some((_, schema)) = of(&content_type).or_else(|| of(DEFAULT)) else {
        return Ok(());
    };
    let body: &[u8] = match &exchange.request.body[..] {
        [] => b"{}",
        body => body,
    };
    let body: Value =
        serde_json::from_slice(body).map_err(|error| Refusal::BadBody(error.to_string()))?;
    schema.check(&body).map_err(Refusal::BadBody)
}
