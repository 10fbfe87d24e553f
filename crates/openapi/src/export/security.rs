//! Authorizers, IAM authorization and API keys as security schemes.

use model::{AuthorizationType, Authorizer, AuthorizerKind, Method};
use serde_json::{Value as Json, json};

use super::{Members, View, put, put_some};

const HEADER: &str = "method.request.header.";
/// What AWS calls the parameter of a scheme that has none.
const UNUSED: &str = "Unused";

pub(super) fn schemes(view: &View<'_>) -> Members {
    let mut schemes = Members::new();
    for authorizer in view.definition.authorizers.values() {
        put(
            &mut schemes,
            &authorizer.name,
            authorizer_scheme(view, authorizer),
        );
    }
    if methods(view).any(|method| method.authorization_type == AuthorizationType::Iam) {
        put(&mut schemes, &free_name(view, "sigv4"), iam_scheme(view));
    }
    if methods(view).any(|method| method.api_key_required) {
        put(
            &mut schemes,
            &free_name(view, "api_key"),
            key_scheme("x-api-key"),
        );
    }
    schemes
}

/// What a method asks of its caller, each as a requirement of its own.
pub(super) fn requirements(view: &View<'_>, method: &Method) -> Vec<Json> {
    let mut list = Vec::new();
    if let Some((scheme, scopes)) = authorization(view, method) {
        list.push(json!({ scheme: scopes }));
    }
    if method.api_key_required {
        list.push(json!({ free_name(view, "api_key"): [] }));
    }
    list
}

fn authorization<'a>(view: &View<'_>, method: &'a Method) -> Option<(String, &'a [String])> {
    match method.authorization_type {
        AuthorizationType::None => None,
        AuthorizationType::Iam => Some((free_name(view, "sigv4"), &[])),
        AuthorizationType::Custom | AuthorizationType::Cognito => {
            Some((authorizer_name(view, method), &method.authorization_scopes))
        }
    }
}

/// An authorizer that is not there keeps its method closed: its name is of no scheme, which an import refuses.
fn authorizer_name(view: &View<'_>, method: &Method) -> String {
    let id = method
        .authorizer_id
        .as_deref()
        .unwrap_or("missing-authorizer");
    let authorizer = view.definition.authorizers.get(id);
    authorizer.map_or_else(|| id.to_owned(), |authorizer| authorizer.name.clone())
}

fn methods<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Method> {
    view.definition
        .resources
        .values()
        .flat_map(|resource| resource.methods.values())
}

/// A name of our choice that no authorizer has.
fn free_name(view: &View<'_>, wanted: &str) -> String {
    let mut name = wanted.to_owned();
    while view
        .definition
        .authorizers
        .values()
        .any(|authorizer| authorizer.name == name)
    {
        name.push('_');
    }
    name
}

fn key_scheme(header: &str) -> Members {
    let mut scheme = Members::new();
    put(&mut scheme, "type", "apiKey");
    put(&mut scheme, "name", header);
    put(&mut scheme, "in", "header");
    scheme
}

fn iam_scheme(view: &View<'_>) -> Members {
    let mut scheme = key_scheme("Authorization");
    if view.authorizers() {
        put(&mut scheme, "x-amazon-apigateway-authtype", "awsSigv4");
    }
    scheme
}

fn authorizer_scheme(view: &View<'_>, authorizer: &Authorizer) -> Members {
    let source = authorizer.identity_source.as_deref();
    let header = match authorizer.kind {
        AuthorizerKind::Token | AuthorizerKind::Cognito => {
            source.and_then(|source| source.strip_prefix(HEADER))
        }
        AuthorizerKind::Request => None,
    };
    let mut scheme = key_scheme(header.unwrap_or(UNUSED));
    if view.authorizers() {
        let auth_type = authorizer
            .auth_type
            .as_deref()
            .unwrap_or(default_auth_type(authorizer.kind));
        put(&mut scheme, "x-amazon-apigateway-authtype", auth_type);
        put(
            &mut scheme,
            "x-amazon-apigateway-authorizer",
            extension(authorizer, header),
        );
    }
    scheme
}

fn default_auth_type(kind: AuthorizerKind) -> &'static str {
    match kind {
        AuthorizerKind::Token | AuthorizerKind::Request => "custom",
        AuthorizerKind::Cognito => "cognito_user_pools",
    }
}

fn extension(authorizer: &Authorizer, header: Option<&str>) -> Members {
    let mut members = Members::new();
    put(
        &mut members,
        "type",
        authorizer.kind.as_str().to_ascii_lowercase(),
    );
    put_some(&mut members, "authorizerUri", authorizer.uri.as_deref());
    put_some(
        &mut members,
        "authorizerCredentials",
        authorizer.credentials.as_deref(),
    );
    if header.is_none() {
        put_some(
            &mut members,
            "identitySource",
            authorizer.identity_source.as_deref(),
        );
    }
    put_some(
        &mut members,
        "identityValidationExpression",
        authorizer.identity_validation_expression.as_deref(),
    );
    put_some(
        &mut members,
        "authorizerResultTtlInSeconds",
        authorizer.ttl_seconds,
    );
    if !authorizer.provider_arns.is_empty() {
        put(
            &mut members,
            "providerARNs",
            authorizer.provider_arns.clone(),
        );
    }
    members
}
