//! TOKEN authorizers: one header holds the token, and a pattern may turn it away before the
//! function is called.

use mapping::pattern::JavaPattern;
use model::Authorizer;
use serde::Serialize;

use crate::deployment::CompileError;
use crate::exchange::Exchange;
use crate::refusal::Refusal;

#[derive(Debug)]
pub(super) struct Token {
    header: String,
    pattern: Option<JavaPattern>,
}

/// What the function gets (developer guide, "Input to an API Gateway Lambda authorizer").
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    r#type: &'static str,
    method_arn: &'a str,
    authorization_token: &'a str,
}

impl Token {
    pub(super) fn compile(authorizer: &Authorizer) -> Result<Self, CompileError> {
        let source = authorizer
            .identity_source
            .as_deref()
            .unwrap_or("method.request.header.Authorization")
            .trim();
        let header = source
            .strip_prefix("method.request.header.")
            .filter(|name| !name.is_empty())
            .ok_or_else(|| CompileError::IdentitySource(source.to_owned()))?;
        Ok(Self {
            header: header.to_owned(),
            pattern: pattern(authorizer)?,
        })
    }

    /// The header that holds a secret.
    pub(super) fn header(&self) -> &str {
        &self.header
    }

    pub(super) fn identity(&self, exchange: &Exchange) -> Result<Vec<String>, Refusal> {
        let token = exchange
            .request
            .headers
            .last(&self.header)
            .filter(|token| !token.is_empty())
            .ok_or_else(|| {
                Refusal::NotIdentified(format!("the header {} is missing", self.header))
            })?
            .into_owned();
        self.accept(&token)?;
        Ok(vec![token])
    }

    /// The whole token must match; a pattern that gives up turns it away.
    pub(super) fn accept(&self, token: &str) -> Result<(), Refusal> {
        let Some(pattern) = &self.pattern else {
            return Ok(());
        };
        match pattern.is_match_whole(token) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Refusal::NotIdentified(
                "the token does not match the identity validation expression".to_owned(),
            )),
            Err(error) => Err(Refusal::NotIdentified(error.to_string())),
        }
    }

    pub(super) fn event(method_arn: &str, identity: &[String]) -> Vec<u8> {
        let event = Event {
            r#type: "TOKEN",
            method_arn,
            authorization_token: identity.first().map_or("", String::as_str),
        };
        serde_json::to_vec(&event).unwrap_or_default()
    }
}

pub(super) fn pattern(authorizer: &Authorizer) -> Result<Option<JavaPattern>, CompileError> {
    let source = authorizer
        .identity_validation_expression
        .as_deref()
        .filter(|source| !source.is_empty());
    source
        .map(JavaPattern::parse)
        .transpose()
        .map_err(|error| CompileError::Pattern {
            place: format!("authorizer {}", authorizer.name),
            reason: error.to_string(),
        })
}
