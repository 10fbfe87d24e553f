//! What makes an authorizer impossible.

use model::{Authorizer, AuthorizerKind};

use super::integration::lambda_uri;

/// Results are kept for 0 to 3,600 seconds.
pub const INVALID_AUTHORIZER_TTL: &str = "Authorizer result TTL must be between 0 and 3600 seconds";

/// AWS's text for the first thing that is wrong with an authorizer.
pub fn validate_authorizer(authorizer: &Authorizer) -> Result<(), String> {
    match authorizer.kind {
        AuthorizerKind::Token | AuthorizerKind::Request => function(authorizer)?,
        AuthorizerKind::Cognito => pools(authorizer)?,
    }
    if authorizer.ttl_seconds.is_some_and(|seconds| seconds > 3600) {
        return Err(INVALID_AUTHORIZER_TTL.to_owned());
    }
    identity_sources(authorizer)
}

fn function(authorizer: &Authorizer) -> Result<(), String> {
    let uri = authorizer.uri.as_deref().unwrap_or_default();
    if !lambda_uri(uri) {
        return Err(format!(
            "Invalid Authorizer URI: {uri}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function \
             invocation."
        ));
    }
    match &authorizer.credentials {
        Some(role) if !role.starts_with("arn:") => {
            Err("Invalid ARN specified in the request".to_owned())
        }
        _ => Ok(()),
    }
}

fn pools(authorizer: &Authorizer) -> Result<(), String> {
    if authorizer.provider_arns.is_empty() {
        return Err("Invalid ProviderARNs specified, at least one user pool is needed".to_owned());
    }
    match authorizer
        .provider_arns
        .iter()
        .find(|arn| !arn.starts_with("arn:"))
    {
        Some(arn) => Err(format!("Invalid ARN. ARN is not well formed {arn}")),
        None => Ok(()),
    }
}

fn identity_sources(authorizer: &Authorizer) -> Result<(), String> {
    let Some(sources) = &authorizer.identity_source else {
        return Ok(());
    };
    let valid = |source: &str| match authorizer.kind {
        AuthorizerKind::Token | AuthorizerKind::Cognito => {
            source.starts_with("method.request.header.")
        }
        AuthorizerKind::Request => [
            "method.request.header.",
            "method.request.querystring.",
            "stageVariables.",
            "context.",
        ]
        .iter()
        .any(|place| source.starts_with(place)),
    };
    // A token is in one header: "specifies the request header mapping expression for the custom header" (API reference,
    // CreateAuthorizer).
    if authorizer.kind != AuthorizerKind::Request && sources.contains(',') {
        return Err(format!("Invalid identity source specified: {sources}"));
    }
    match sources
        .split(',')
        .map(str::trim)
        .find(|source| !valid(source))
    {
        Some(source) => Err(format!("Invalid identity source specified: {source}")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URI: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/invocations";

    fn authorizer(kind: AuthorizerKind, uri: Option<&str>, source: Option<&str>) -> Authorizer {
        Authorizer {
            id: "a".into(),
            name: "a".into(),
            kind,
            uri: uri.map(str::to_owned),
            credentials: None,
            identity_source: source.map(str::to_owned),
            identity_validation_expression: None,
            ttl_seconds: None,
            auth_type: None,
            provider_arns: Vec::new(),
        }
    }

    #[test]
    fn an_authorizer_needs_a_function_or_a_pool_and_readable_sources() {
        let header = Some("method.request.header.Authorization");
        for (kind, uri, source, valid) in [
            (AuthorizerKind::Token, Some(URI), header, true),
            (AuthorizerKind::Token, None, header, false),
            (
                AuthorizerKind::Token,
                Some("arn:aws:lambda:us-east-1:000000000000:function:f"),
                header,
                false,
            ),
            (
                AuthorizerKind::Token,
                Some(URI),
                Some("method.request.querystring.a"),
                false,
            ),
            (
                AuthorizerKind::Token,
                Some(URI),
                Some("method.request.header.a,method.request.header.b"),
                false,
            ),
            (
                AuthorizerKind::Request,
                Some(URI),
                Some("method.request.querystring.a, stageVariables.b"),
                true,
            ),
            (
                AuthorizerKind::Request,
                Some(URI),
                Some("Authorization"),
                false,
            ),
            (AuthorizerKind::Cognito, None, header, false),
        ] {
            let found = validate_authorizer(&authorizer(kind, uri, source));
            assert_eq!(found.is_ok(), valid, "{kind} {uri:?} {source:?}: {found:?}");
        }
        let late = Authorizer {
            ttl_seconds: Some(3601),
            ..authorizer(AuthorizerKind::Token, Some(URI), header)
        };
        assert_eq!(
            validate_authorizer(&late).unwrap_err(),
            INVALID_AUTHORIZER_TTL
        );
    }
}
