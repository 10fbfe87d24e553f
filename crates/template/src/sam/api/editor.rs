//! Edits of an API's definition: paths, methods, integrations, who may call.

use serde_json::json;

use crate::sam::values::{
    Json, Map, alternatives, alternatives_mut, choice, get, no_value, set, shown,
};

pub(in crate::sam) const INTEGRATION: &str = "x-amazon-apigateway-integration";
pub(in crate::sam) const ANY: &str = "x-amazon-apigateway-any-method";
/// What a path has beside methods.
const NO_METHODS: [&str; 3] = ["summary", "description", "parameters"];

pub(in crate::sam) fn skeleton() -> Json {
    json!({
        "swagger": "2.0",
        "info": { "version": "1.0", "title": { "Ref": "AWS::StackName" } },
        "paths": {},
    })
}

pub(in crate::sam) fn is_valid(body: &Json) -> bool {
    if !body.get("paths").is_some_and(Json::is_object) {
        return false;
    }
    set(body, "swagger").is_some() || set(body, "openapi").is_some_and(is_version_3)
}

/// `3`, `3.0` or `3.0.1`.
pub(in crate::sam) fn is_version_3(version: &Json) -> bool {
    is_version(version, &["3"])
}

pub(in crate::sam) fn is_version_2_or_3(version: &Json) -> bool {
    is_version(version, &["2", "3"])
}

fn is_version(version: &Json, majors: &[&str]) -> bool {
    let shown = shown(version);
    let mut parts = shown.split('.');
    let major = parts.next().is_some_and(|major| majors.contains(&major));
    let rest: Vec<&str> = parts.collect();
    let digit = |part: &&str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_digit());
    major && rest.len() <= 2 && rest.iter().all(digit)
}

pub(in crate::sam) fn normal_method(method: &str) -> String {
    let method = method.to_lowercase();
    if method == "any" {
        ANY.to_owned()
    } else {
        method
    }
}

/// The path with its parameters as wildcards.
pub(in crate::sam) fn wildcards(path: &str) -> String {
    let named = |name: &str| {
        let plain = name.strip_suffix('+').unwrap_or(name);
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        !plain.is_empty() && plain.chars().all(letters)
    };
    let mut out = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, behind)) if named(name) => {
                out.push('*');
                rest = behind;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

pub(in crate::sam) fn paths(body: &Json) -> Vec<String> {
    let paths = body.get("paths").and_then(Json::as_object);
    paths
        .into_iter()
        .flatten()
        .map(|(path, _)| path.clone())
        .collect()
}

pub(in crate::sam) fn add_path(body: &mut Json, path: &str, method: &str) {
    let method = normal_method(method);
    let paths = body.get_mut("paths").and_then(Json::as_object_mut);
    let Some(paths) = paths else { return };
    let item = paths.entry(path.to_owned()).or_insert_with(|| json!({}));
    for item in alternatives_mut(item) {
        if let Some(item) = item.as_object_mut() {
            item.entry(method.clone()).or_insert_with(|| json!({}));
        }
    }
}

/// Whether a method has an integration already.
pub(in crate::sam) fn has_integration(body: &Json, path: &str, method: &str) -> bool {
    let method = normal_method(method);
    let Some(item) = body.get("paths").and_then(|paths| paths.get(path)) else {
        return false;
    };
    let integrated = |definition: &Json| set(definition, INTEGRATION).is_some();
    alternatives(item).into_iter().all(|item| {
        item.get(&method)
            .is_some_and(|definition| alternatives(definition).into_iter().any(integrated))
    })
}

/// Every definition of a method that has an integration.
pub(in crate::sam) fn methods_mut<'a>(
    body: &'a mut Json,
    path: &str,
    method: &str,
) -> Vec<&'a mut Map> {
    let method = normal_method(method);
    let item = body.get_mut("paths").and_then(|paths| paths.get_mut(path));
    let Some(item) = item else {
        return Vec::new();
    };
    let items = alternatives_mut(item).into_iter();
    let definitions = items.filter_map(|item| item.get_mut(&method));
    definitions
        .flat_map(alternatives_mut)
        .filter(|definition| set(definition, INTEGRATION).is_some())
        .filter_map(Json::as_object_mut)
        .collect()
}

/// Every method of a path that has an integration, by its name.
pub(in crate::sam) fn all_methods_mut<'a>(
    body: &'a mut Json,
    path: &str,
) -> Vec<(String, &'a mut Map)> {
    let item = body.get_mut("paths").and_then(|paths| paths.get_mut(path));
    let Some(item) = item else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in alternatives_mut(item) {
        for (name, definition) in item.as_object_mut().into_iter().flatten() {
            if NO_METHODS.contains(&name.as_str()) {
                continue;
            }
            for definition in alternatives_mut(definition) {
                if set(definition, INTEGRATION).is_some()
                    && let Some(definition) = definition.as_object_mut()
                {
                    found.push((normal_method(name), definition));
                }
            }
        }
    }
    found
}

/// What a function has to do with a method.
pub(in crate::sam) struct Invocation<'a> {
    pub(in crate::sam) path: &'a str,
    pub(in crate::sam) method: &'a str,
    pub(in crate::sam) uri: Json,
    pub(in crate::sam) credentials: Option<Json>,
    pub(in crate::sam) condition: Option<&'a Json>,
    pub(in crate::sam) streams: bool,
}

pub(in crate::sam) fn add_invocation(body: &mut Json, invocation: &Invocation<'_>) {
    add_path(body, invocation.path, invocation.method);
    let method = normal_method(invocation.method);
    let item = body
        .get_mut("paths")
        .and_then(|paths| paths.get_mut(invocation.path));
    let Some(item) = item else { return };
    for item in alternatives_mut(item) {
        let Some(definition) = item.get_mut(&method) else {
            continue;
        };
        let uri = match invocation.condition {
            Some(condition) => choice(condition, invocation.uri.clone(), no_value()),
            None => invocation.uri.clone(),
        };
        let mut integration = json!({ "type": "aws_proxy", "httpMethod": "POST", "uri": uri });
        if invocation.streams {
            super::put(&mut integration, "responseTransferMode", &json!("STREAM"));
        }
        if let Some(credentials) = &invocation.credentials {
            super::put(&mut integration, "credentials", credentials);
        }
        super::put(definition, INTEGRATION, &integration);
        if definition.get("responses").is_none() {
            super::put(definition, "responses", &json!({}));
        }
        if let Some(condition) = invocation.condition {
            *definition = choice(condition, definition.take(), no_value());
        }
    }
}

/// Moves what Swagger 2.0 has elsewhere, if the definition is of OpenAPI 3.
pub(in crate::sam) fn post_process(body: &mut Json, version: Option<&Json>) {
    if get(body, "swagger").is_some() {
        return;
    }
    let own = get(body, "openapi");
    let version = version.or(own).cloned();
    if !version
        .as_ref()
        .is_some_and(|version| crate::sam::values::truthy(version) && is_version_3(version))
    {
        return;
    }
    let Some(body) = body.as_object_mut() else {
        return;
    };
    for (from, to) in [
        ("securityDefinitions", "securitySchemes"),
        ("definitions", "schemas"),
    ] {
        let moved = body.remove(from);
        if let Some(moved) = moved.filter(crate::sam::values::truthy)
            && let Some(components) = crate::sam::values::map_at(body, "components")
        {
            components.insert(to.to_owned(), moved);
        }
    }
    let paths = body.get_mut("paths").and_then(Json::as_object_mut);
    for item in paths.into_iter().flatten().map(|(_, item)| item) {
        if let Some(Json::Object(options)) = item.get_mut("options") {
            modern_options(options);
        }
    }
}

fn modern_options(options: &mut Map) {
    options.remove("produces");
    options.remove("consumes");
    let headers = options.get_mut("responses").and_then(|responses| {
        responses
            .get_mut("200")?
            .get_mut("headers")?
            .as_object_mut()
    });
    for (_, header) in headers.into_iter().flatten() {
        *header = json!({ "schema": header.take() });
    }
}
