//! `Auth`: authorizers as security definitions, the default on every method, and the permission to call them.

use serde_json::json;

use super::editor::{all_methods_mut, paths, post_process};
use super::policy::{add_policy, add_statements};
use super::{Api, put};
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, at, get, members, set, sub, truthy};

const KNOWN: [&str; 8] = [
    "Authorizers",
    "DefaultAuthorizer",
    "InvokeRole",
    "AddDefaultAuthorizerToCorsPreflight",
    "AddApiKeyRequiredToCorsPreflight",
    "ApiKeyRequired",
    "ResourcePolicy",
    "UsagePlan",
];

impl Translator<'_> {
    pub(super) fn add_auth(&self, api: &mut Api<'_>) -> Result<(), Problem> {
        let Some(auth) = api.set("Auth").cloned() else {
            return Ok(());
        };
        let stage = at(api.own, "StageName").cloned().unwrap_or_default();
        let version = at(api.own, "OpenApiVersion").cloned();
        if members(Some(&auth)).any(|(key, _)| !KNOWN.contains(&key.as_str())) {
            return Err(api.problem("Invalid value for 'Auth' property"));
        }
        let default = set(&auth, "DefaultAuthorizer").cloned();
        let definitions = self.definitions(api, &auth, default.as_ref())?;
        let id = api.id;
        let body = api.body_for("Auth")?;
        if !definitions.is_empty() {
            add_definitions(body, &definitions);
            set_default(id, body, &auth, &definitions)?;
        }
        if set(&auth, "ApiKeyRequired").is_some() {
            add_key_definition(body);
            require_keys(body, flag(&auth, "AddApiKeyRequiredToCorsPreflight"));
        }
        if let Some(policy) = set(&auth, "ResourcePolicy") {
            for path in paths(body) {
                add_policy(body, policy, &path, &stage)
                    .map_err(|reason| Problem::of(id, reason))?;
            }
            if let Some(statements) = set(policy, "CustomStatements") {
                add_statements(body, statements);
            }
        }
        post_process(body, version.as_ref());
        Ok(())
    }

    /// The security definitions, by the names of the authorizers.
    fn definitions(
        &self,
        api: &Api<'_>,
        auth: &Json,
        default: Option<&Json>,
    ) -> Result<Map, Problem> {
        let mut made = Map::new();
        if default == Some(&json!("AWS_IAM")) {
            made.insert("AWS_IAM".to_owned(), iam_definition());
        }
        for (name, authorizer) in members(set(auth, "Authorizers")) {
            made.insert(name.clone(), self.definition(api, name, authorizer)?);
        }
        Ok(made)
    }

    fn definition(&self, api: &Api<'_>, name: &str, authorizer: &Json) -> Result<Json, Problem> {
        let kind = get(authorizer, "FunctionPayloadType").and_then(Json::as_str);
        if !matches!(kind, None | Some("TOKEN" | "REQUEST")) {
            let reason = format!(
                "{name} Authorizer has invalid 'FunctionPayloadType': {}.",
                kind.unwrap_or_default()
            );
            return Err(api.problem(reason));
        }
        let identity = set(authorizer, "Identity").cloned().unwrap_or_default();
        let by_request = kind == Some("REQUEST");
        if by_request && is_without_source(&identity) {
            let reason = format!(
                "{name} Authorizer must specify Identity with at least one of Headers, QueryStrings, StageVariables, or Context."
            );
            return Err(api.problem(reason));
        }
        let header = set(&identity, "Header")
            .cloned()
            .unwrap_or_else(|| json!("Authorization"));
        if let Some(pool) = set(authorizer, "UserPoolArn") {
            return Ok(pool_definition(pool, &header, &identity));
        }
        let header = if by_request { json!("Unused") } else { header };
        let mut own = json!({
            "type": if by_request { "request" } else { "token" },
            "authorizerUri": sub(
                &format!(
                    "arn:{}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{__FunctionArn__}}/invocations",
                    self.partition
                ),
                json!({ "__FunctionArn__": authorizer.get("FunctionArn") }),
            ),
        });
        if let Some(seconds) = get(&identity, "ReauthorizeEvery") {
            put(&mut own, "authorizerResultTtlInSeconds", seconds);
        }
        let role = set(authorizer, "FunctionInvokeRole").filter(|role| *role != &json!("NONE"));
        if let Some(role) = role {
            put(&mut own, "authorizerCredentials", role);
        }
        let sources = sources(&identity);
        if by_request && !sources.is_empty() {
            put(&mut own, "identitySource", &json!(sources));
        }
        if let Some(expression) = set(&identity, "ValidationExpression").filter(|_| !by_request) {
            put(&mut own, "identityValidationExpression", expression);
        }
        Ok(json!({
            "type": "apiKey",
            "name": header,
            "in": "header",
            "x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": own,
        }))
    }

    /// The permission of the API to invoke its authorizers.
    pub(super) fn authorizer_permissions(&self, api: &Api<'_>) -> Result<Vec<Made>, Problem> {
        let mut made = Vec::new();
        let authorizers = api.set("Auth").and_then(|auth| set(auth, "Authorizers"));
        if authorizers.is_some_and(|authorizers| !authorizers.is_object()) {
            return Err(api.problem("Property 'Auth.Authorizers' should be a map."));
        }
        for (name, authorizer) in members(authorizers) {
            let Some(function) = set(authorizer, "FunctionArn") else {
                continue;
            };
            if set(authorizer, "DisableFunctionDefaultPermissions").is_some() {
                continue;
            }
            let source = self.arn("execute-api", "${__ApiId__}/authorizers/*");
            let permission = Made::new(
                format!("{}{name}AuthorizerPermission", api.id),
                "AWS::Lambda::Permission",
                api.passed.clone(),
            );
            made.push(
                permission
                    .with("Action", json!("lambda:InvokeFunction"))
                    .with("FunctionName", function.clone())
                    .with("Principal", json!("apigateway.amazonaws.com"))
                    .with(
                        "SourceArn",
                        sub(&source, json!({ "__ApiId__": { "Ref": api.id } })),
                    ),
            );
        }
        Ok(made)
    }
}

fn iam_definition() -> Json {
    json!({
        "type": "apiKey",
        "name": "Authorization",
        "in": "header",
        "x-amazon-apigateway-authtype": "awsSigv4",
    })
}

fn pool_definition(pool: &Json, header: &Json, identity: &Json) -> Json {
    let pools = if pool.is_array() {
        pool.clone()
    } else {
        json!([pool])
    };
    let mut own = json!({ "type": "cognito_user_pools", "providerARNs": pools });
    if let Some(expression) = set(identity, "ValidationExpression") {
        put(&mut own, "identityValidationExpression", expression);
    }
    json!({
        "type": "apiKey",
        "name": header,
        "in": "header",
        "x-amazon-apigateway-authtype": "cognito_user_pools",
        "x-amazon-apigateway-authorizer": own,
    })
}

const SOURCES: [(&str, &str); 4] = [
    ("Headers", "method.request.header."),
    ("QueryStrings", "method.request.querystring."),
    ("StageVariables", "stageVariables."),
    ("Context", "context."),
];

fn sources(identity: &Json) -> String {
    let mut all = Vec::new();
    for (name, prefix) in SOURCES {
        let names = set(identity, name)
            .and_then(Json::as_array)
            .into_iter()
            .flatten();
        all.extend(
            names
                .filter_map(Json::as_str)
                .map(|name| format!("{prefix}{name}")),
        );
    }
    all.join(", ")
}

/// A cached answer needs something that it is cached for.
fn is_without_source(identity: &Json) -> bool {
    let none = SOURCES
        .iter()
        .all(|(name, _)| set(identity, name).is_none());
    let seconds = get(identity, "ReauthorizeEvery").and_then(|seconds| match seconds {
        Json::String(text) => text.parse().ok(),
        other => other.as_i64(),
    });
    none && seconds.is_none_or(|seconds| seconds > 0)
}

/// True unless it is said to be false.
fn flag(auth: &Json, name: &str) -> bool {
    auth.get(name).is_none_or(truthy)
}

fn add_definitions(body: &mut Json, made: &Map) {
    let known = body.get("securityDefinitions").and_then(Json::as_object);
    let mut all = known.cloned().unwrap_or_default();
    all.extend(made.clone());
    put(body, "securityDefinitions", &Json::Object(all));
}

fn add_definition(body: &mut Json, name: &str, definition: Json) {
    let known = body.get("securityDefinitions").and_then(Json::as_object);
    let mut all = known.cloned().unwrap_or_default();
    all.entry(name.to_owned()).or_insert(definition);
    put(body, "securityDefinitions", &Json::Object(all));
}

pub(in crate::sam) fn add_key_definition(body: &mut Json) {
    let definition = json!({ "type": "apiKey", "name": "x-api-key", "in": "header" });
    add_definition(body, "api_key", definition);
}

pub(in crate::sam) fn add_iam_definition(body: &mut Json) {
    add_definition(body, "AWS_IAM", iam_definition());
}

fn set_default(id: &str, body: &mut Json, auth: &Json, known: &Map) -> Result<(), Problem> {
    let Some(default) = set(auth, "DefaultAuthorizer") else {
        return Ok(());
    };
    let Some(default) = default.as_str() else {
        return Err(Problem::of(id, "DefaultAuthorizer is not a string."));
    };
    if !known.contains_key(default) && default != "AWS_IAM" {
        return Err(Problem::of(
            id,
            format!(
                "Unable to set DefaultAuthorizer because '{default}' was not defined in 'Authorizers'."
            ),
        ));
    }
    let authorizers = auth.get("Authorizers");
    let scopes = authorizers.and_then(|all| all.get(default)?.get("AuthorizationScopes"));
    let scopes = scopes
        .filter(|scopes| !scopes.is_null())
        .cloned()
        .unwrap_or_else(|| json!([]));
    let on_preflight = flag(auth, "AddDefaultAuthorizerToCorsPreflight");
    let mut needs_iam = false;
    for path in paths(body) {
        for (method, definition) in all_methods_mut(body, &path) {
            if method == "options" && !on_preflight {
                continue;
            }
            needs_iam |= default_of(definition, default, &scopes, known);
        }
    }
    if needs_iam {
        add_iam_definition(body);
    }
    Ok(())
}

/// Sets the default on a method that says nothing else; whether it is signed then.
fn default_of(definition: &mut Map, default: &str, scopes: &Json, known: &Map) -> bool {
    let is_authorizer = |security: &Json| {
        members(Some(security)).any(|(name, _)| name == "AWS_IAM" || known.contains_key(name))
    };
    let existing = definition.get("security").and_then(Json::as_array);
    let existing = existing.cloned().unwrap_or_default();
    let (authorizers, mut others): (Vec<Json>, Vec<Json>) =
        existing.into_iter().partition(is_authorizer);
    let none = others
        .iter()
        .position(|security| security.get("NONE").is_some());
    let chosen = if let Some(none) = none {
        others.remove(none);
        Vec::new()
    } else if !authorizers.is_empty() {
        authorizers
    } else {
        vec![json!({ default: scopes })]
    };
    others.extend(chosen);
    let signed = others
        .first()
        .is_some_and(|first| first.get("AWS_IAM").is_some());
    if !others.is_empty() {
        definition.insert("security".to_owned(), Json::Array(others));
    }
    signed
}

fn require_keys(body: &mut Json, on_preflight: bool) {
    for path in paths(body) {
        for (method, definition) in all_methods_mut(body, &path) {
            let existing = definition.get("security").and_then(Json::as_array);
            let existing = existing.cloned().unwrap_or_default();
            let is_key = |security: &Json| {
                security.get("api_key").is_some() || security.get("api_key_false").is_some()
            };
            let (keys, mut security): (Vec<Json>, Vec<Json>) =
                existing.iter().cloned().partition(is_key);
            let refused = keys.iter().any(|key| key.get("api_key_false").is_some());
            if !refused && (method != "options" || on_preflight) {
                security.push(json!({ "api_key": [] }));
            }
            if security != existing {
                definition.insert("security".to_owned(), Json::Array(security));
            }
        }
    }
}
