//! API Gateway's own condition keys: `apigateway:Request/…` from what a request brings, and
//! `apigateway:Resource/…` from what is stored (Service Authorization Reference, "Condition keys
//! for Amazon API Gateway Management").
//!
//! AWS says of each key with which operations it comes. Where it names CreateMethod and PutMethod
//! it means PutMethod and UpdateMethod: it lists the key of the existing method with PutMethod and
//! DeleteMethod, and PutMethod has no existing method.

use model::{
    ApiDefinition, Authorizer, DomainNameRecord, Method, RestApiRecord, RoutingRule, Stage,
};
use wire::apigateway::PatchOperation;

use crate::needs::Ask;

/// The keys that are told of a request and of a resource alike.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    AccessLoggingDestination,
    AccessLoggingFormat,
    ApiKeyRequired,
    ApiName,
    AuthorizerType,
    AuthorizerUri,
    DisableExecuteApiEndpoint,
    EndpointType,
    MtlsTrustStoreUri,
    MtlsTrustStoreVersion,
    RouteAuthorizationType,
    SecurityPolicy,
}

impl Key {
    const fn of_request(self) -> &'static str {
        match self {
            Self::AccessLoggingDestination => "apigateway:Request/AccessLoggingDestination",
            Self::AccessLoggingFormat => "apigateway:Request/AccessLoggingFormat",
            Self::ApiKeyRequired => "apigateway:Request/ApiKeyRequired",
            Self::ApiName => "apigateway:Request/ApiName",
            Self::AuthorizerType => "apigateway:Request/AuthorizerType",
            Self::AuthorizerUri => "apigateway:Request/AuthorizerUri",
            Self::DisableExecuteApiEndpoint => "apigateway:Request/DisableExecuteApiEndpoint",
            Self::EndpointType => "apigateway:Request/EndpointType",
            Self::MtlsTrustStoreUri => "apigateway:Request/MtlsTrustStoreUri",
            Self::MtlsTrustStoreVersion => "apigateway:Request/MtlsTrustStoreVersion",
            Self::RouteAuthorizationType => "apigateway:Request/RouteAuthorizationType",
            Self::SecurityPolicy => "apigateway:Request/SecurityPolicy",
        }
    }

    const fn of_resource(self) -> &'static str {
        match self {
            Self::AccessLoggingDestination => "apigateway:Resource/AccessLoggingDestination",
            Self::AccessLoggingFormat => "apigateway:Resource/AccessLoggingFormat",
            Self::ApiKeyRequired => "apigateway:Resource/ApiKeyRequired",
            Self::ApiName => "apigateway:Resource/ApiName",
            Self::AuthorizerType => "apigateway:Resource/AuthorizerType",
            Self::AuthorizerUri => "apigateway:Resource/AuthorizerUri",
            Self::DisableExecuteApiEndpoint => "apigateway:Resource/DisableExecuteApiEndpoint",
            Self::EndpointType => "apigateway:Resource/EndpointType",
            Self::MtlsTrustStoreUri => "apigateway:Resource/MtlsTrustStoreUri",
            Self::MtlsTrustStoreVersion => "apigateway:Resource/MtlsTrustStoreVersion",
            Self::RouteAuthorizationType => "apigateway:Resource/RouteAuthorizationType",
            Self::SecurityPolicy => "apigateway:Resource/SecurityPolicy",
        }
    }
}

/// What a request says of a key, if it says anything.
pub(super) fn request(ask: Ask, key: Key, values: impl IntoIterator<Item = impl ToString>) -> Ask {
    ask.keys(key.of_request(), texts(values))
}

/// What the patches of a request put at a path; for an array, at any place in it.
pub(super) fn patched(
    ask: Ask,
    key: Key,
    patches: Option<&Vec<PatchOperation>>,
    path: &str,
) -> Ask {
    let is_there = |patch: &&PatchOperation| {
        let rest = patch.path.as_deref().and_then(|at| at.strip_prefix(path));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let patches = patches.into_iter().flatten().filter(is_there);
    request(ask, key, patches.filter_map(|patch| patch.value.as_deref()))
}

/// What a document brings: each key has the values of everything in it.
pub(super) fn imported(ask: Ask, document: &ApiDefinition) -> Ask {
    collected(document)
        .into_iter()
        .fold(ask, |ask, (key, values)| request(ask, key, values))
}

/// What an API, or a part of it, is as it stands.
pub(crate) fn resource_keys(ask: Ask, api: &RestApiRecord, within: &[&str]) -> Ask {
    let verb = ask.action().strip_prefix("apigateway:").unwrap_or_default();
    let keys = match (verb, within) {
        ("PATCH" | "DELETE", []) => of_api(api),
        ("PUT", []) => collected(&api.definition),
        ("PATCH" | "DELETE", ["stages", name]) => {
            let stage = api.stages.get(*name);
            stage.map(of_stage).unwrap_or_default()
        }
        ("PATCH" | "DELETE", ["authorizers", id]) => {
            let authorizer = api.definition.authorizers.get(*id);
            authorizer.map(of_authorizer).unwrap_or_default()
        }
        ("PATCH" | "DELETE", ["resources", id, "methods", verb]) => {
            let method = method(&api.definition, id, verb);
            method.map(of_method).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    keys.into_iter().fold(ask, |ask, (key, values)| {
        ask.keys(key.of_resource(), values)
    })
}

/// What a custom domain is as it stands.
pub(crate) fn domain_keys(ask: Ask, domain: &DomainNameRecord) -> Ask {
    if !matches!(ask.action(), "apigateway:PATCH" | "apigateway:DELETE") {
        return ask;
    }
    let types = domain.endpoint.types.clone();
    let policy = vec![domain.security_policy.clone()];
    let ask = ask.keys(Key::EndpointType.of_resource(), types).key(
        "apigateway:Resource/RoutingMode",
        domain.routing_mode.to_string(),
    );
    if domain.is_private() {
        return ask;
    }
    let mutual = domain.mutual_tls.as_ref();
    let uri = mutual.map(|mutual| mutual.truststore_uri.clone());
    let version = mutual.and_then(|mutual| mutual.truststore_version.clone());
    ask.keys(Key::SecurityPolicy.of_resource(), policy)
        .keys(Key::MtlsTrustStoreUri.of_resource(), texts(uri))
        .keys(Key::MtlsTrustStoreVersion.of_resource(), texts(version))
}

/// What a routing rule is as it stands.
pub(crate) fn rule_keys(ask: Ask, rule: &RoutingRule) -> Ask {
    if !matches!(
        ask.action(),
        "apigateway:DeleteRoutingRule" | "apigateway:UpdateRoutingRule"
    ) {
        return ask;
    }
    ask.keys(
        "apigateway:Resource/ConditionBasePaths",
        texts(rule.base_paths()),
    )
    .key("apigateway:Resource/Priority", rule.priority.to_string())
}

type Keys = Vec<(Key, Vec<String>)>;

fn of_api(api: &RestApiRecord) -> Keys {
    vec![
        (Key::ApiName, texts([&api.name])),
        (
            Key::DisableExecuteApiEndpoint,
            texts([api.disable_execute_api_endpoint]),
        ),
        (Key::EndpointType, api.endpoint.types.clone()),
    ]
}

/// Of everything inside a definition.
fn collected(definition: &ApiDefinition) -> Keys {
    let methods = || {
        definition
            .resources
            .values()
            .flat_map(|r| r.methods.values())
    };
    let authorizers = || definition.authorizers.values();
    let types = methods().map(|method| method.authorization_type.as_str());
    vec![
        (
            Key::ApiKeyRequired,
            texts(methods().map(|method| method.api_key_required)),
        ),
        (Key::RouteAuthorizationType, texts(types)),
        (
            Key::AuthorizerType,
            texts(authorizers().map(|authorizer| authorizer.kind.as_str())),
        ),
        (
            Key::AuthorizerUri,
            texts(authorizers().filter_map(|authorizer| authorizer.uri.as_deref())),
        ),
    ]
}

fn of_stage(stage: &Stage) -> Keys {
    vec![
        (
            Key::AccessLoggingDestination,
            texts(&stage.access_log_destination),
        ),
        (Key::AccessLoggingFormat, texts(&stage.access_log_format)),
    ]
}

fn of_authorizer(authorizer: &Authorizer) -> Keys {
    vec![
        (Key::AuthorizerType, texts([authorizer.kind.as_str()])),
        (Key::AuthorizerUri, texts(&authorizer.uri)),
    ]
}

fn of_method(method: &Method) -> Keys {
    vec![
        (Key::ApiKeyRequired, texts([method.api_key_required])),
        (
            Key::RouteAuthorizationType,
            texts([method.authorization_type.as_str()]),
        ),
    ]
}

fn method<'a>(definition: &'a ApiDefinition, resource: &str, verb: &str) -> Option<&'a Method> {
    let resource = definition.resources.get(resource)?;
    resource.methods.get(&verb.parse().ok()?)
}

/// Each value once.
fn texts(values: impl IntoIterator<Item = impl ToString>) -> Vec<String> {
    let mut texts: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}
