//! Cognito user pools: a token that a pool has signed says who is asking.
//!
//! The pools' keys are those that whoever runs the server gives by the pools' issuer addresses; no
//! pool is asked for them while a request waits. A pool whose keys are not given identifies nobody.

use std::collections::BTreeMap;
use std::sync::Arc;

use identity::web_identity::{Token, WebIdentityRefused};
use journal::{StepKind, mask};
use mapping::pattern::JavaPattern;
use model::{Arn, Authorizer, Timestamp};
use serde_json::{Map, Value};

use super::Identified;
use crate::clock;
use crate::deployment::CompileError;
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::Refusal;

/// `$context.authorizer.claims`: what a verified token says, as text.
pub(crate) type Claims = BTreeMap<String, String>;

#[derive(Debug)]
pub(crate) struct UserPools {
    header: String,
    /// The addresses by which the pools' tokens name them.
    issuers: Vec<String>,
    /// What the audience must match.
    audience: Option<JavaPattern>,
}

impl UserPools {
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
        let issuers = authorizer.provider_arns.iter().map(|arn| issuer(arn));
        Ok(Self {
            header: header.to_owned(),
            issuers: issuers.collect::<Result<_, _>>()?,
            audience: super::lambda_token::pattern(authorizer)?,
        })
    }

    /// The header that holds a secret.
    pub(crate) fn header(&self) -> &str {
        &self.header
    }

    /// The token, with or without `Bearer` before it.
    fn token(&self, exchange: &Exchange) -> Result<String, Refusal> {
        let value = exchange.request.headers.last(&self.header);
        let value = value.as_deref().unwrap_or_default().trim();
        let token = match value.split_once(' ') {
            Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
            _ => value,
        };
        if token.is_empty() {
            let header = &self.header;
            return Err(Refusal::NotIdentified(format!(
                "the header {header} is missing"
            )));
        }
        Ok(token.to_owned())
    }
}

/// `arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL` is
/// `https://cognito-idp.REGION.amazonaws.com/POOL` (Amazon Cognito developer guide, "Verifying JSON
/// web tokens").
fn issuer(pool: &str) -> Result<String, CompileError> {
    let unknown = || CompileError::UserPool(pool.to_owned());
    let arn = Arn::new(pool).map_err(|_| unknown())?;
    let id = arn.resource().strip_prefix("userpool/");
    let id = id.filter(|id| arn.service() == "cognito-idp" && !id.is_empty());
    Ok(format!(
        "https://cognito-idp.{}.amazonaws.com/{}",
        arn.region(),
        id.ok_or_else(unknown)?
    ))
}

pub(super) fn identify(
    gateway: &Gateway,
    exchange: &mut Exchange,
    pools: &UserPools,
    scopes: &[String],
) -> Result<Identified, Refusal> {
    let claims = verify(gateway, exchange, pools, scopes)?;
    let subject = claims.get("sub").map(String::as_str).unwrap_or_default();
    exchange.steps.caller(mask::secret(subject));
    exchange.note(StepKind::Authorizers, "the token of a user pool is valid");
    Ok(Identified::UserPool(Arc::new(claims)))
}

/// The claims of the token that the request has. All that fails is told to the caller as the same.
pub(crate) fn verify(
    gateway: &Gateway,
    exchange: &Exchange,
    pools: &UserPools,
    scopes: &[String],
) -> Result<Claims, Refusal> {
    let text = pools.token(exchange)?;
    let token = Token::read(&text).map_err(refuse)?;
    let issuer = token.issuer().map_err(refuse)?;
    if !pools.issuers.iter().any(|own| own == issuer) {
        return Err(not_identified("its issuer is none of the authorizer's"));
    }
    let keys = gateway.config.issuers.get(issuer);
    let keys = keys.ok_or_else(|| not_identified("the keys of its user pool are not given"))?;
    let claims = token
        .verified(keys, exchange.request.received)
        .map_err(refuse)?;
    check_use(claims, scopes)?;
    check_audience(pools, claims)?;
    Ok(shown(claims))
}

/// "If unspecified, API Gateway treats the supplied token as an identity token. … If specified, as
/// an access token", whose scopes must have one of the method's (API Gateway developer guide,
/// "Integrate a REST API with an Amazon Cognito user pool").
fn check_use(claims: &Map<String, Value>, scopes: &[String]) -> Result<(), Refusal> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    let wanted = if scopes.is_empty() { "id" } else { "access" };
    if text("token_use") != wanted {
        return Err(not_identified(&format!("it is no {wanted} token")));
    }
    let granted = || text("scope").split(' ');
    if scopes.is_empty() || granted().any(|has| scopes.iter().any(|scope| scope == has)) {
        return Ok(());
    }
    Err(not_identified("it has none of the method's scopes"))
}

/// An access token names its client instead of an audience.
fn check_audience(pools: &UserPools, claims: &Map<String, Value>) -> Result<(), Refusal> {
    let Some(pattern) = &pools.audience else {
        return Ok(());
    };
    let audience = claims.get("aud").or_else(|| claims.get("client_id"));
    let audience = audience.and_then(Value::as_str).unwrap_or_default();
    match pattern.is_match_whole(audience) {
        Ok(true) => Ok(()),
        Ok(false) => Err(not_identified(
            "its audience does not match the identity validation expression",
        )),
        Err(error) => Err(not_identified(&error.to_string())),
    }
}

/// Every claim as a text, as events show them: lists with commas, and the times in Java's way.
fn shown(claims: &Map<String, Value>) -> Claims {
    let claims = claims.iter();
    claims
        .map(|(name, value)| (name.clone(), shown_claim(name, value)))
        .collect()
}

fn shown_claim(name: &str, value: &Value) -> String {
    match (name, value) {
        ("exp" | "iat", Value::Number(seconds)) => {
            let seconds = seconds.as_i64().unwrap_or_default();
            clock::log_format(Timestamp::from_seconds(seconds))
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Array(items)) => {
            let items = items.iter().map(|item| shown_claim("", item));
            items.collect::<Vec<_>>().join(",")
        }
        (_, other) => other.to_string(),
    }
}

fn refuse(refused: WebIdentityRefused) -> Refusal {
    match refused {
        WebIdentityRefused::Expired { .. } => Refusal::TokenExpired,
        other => not_identified(&other.to_string()),
    }
}

fn not_identified(why: &str) -> Refusal {
    Refusal::NotIdentified(format!("the token proves nothing: {why}"))
}
