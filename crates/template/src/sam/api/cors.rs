//! `Cors`: a mock OPTIONS method for every path that has none.

use serde_json::json;

use super::Api;
use super::editor::{ANY, paths};
use crate::sam::translator::Problem;
use crate::sam::values::{Json, Map, alternatives_mut, at, is_function, truthy};

const KNOWN: [&str; 5] = [
    "AllowMethods",
    "AllowHeaders",
    "AllowOrigin",
    "MaxAge",
    "AllowCredentials",
];
const ALL: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

pub(super) fn add(api: &mut Api<'_>) -> Result<(), Problem> {
    let Some(cors) = api.set("Cors").cloned() else {
        return Ok(());
    };
    let settings = settings(api, &cors)?;
    let origin = at(&settings, "AllowOrigin")
        .cloned()
        .unwrap_or_else(|| json!("'*'"));
    let with_credentials = at(&settings, "AllowCredentials") == Some(&json!(true));
    if with_credentials && origin == json!("'*'") {
        return Err(api.problem(
            "Unable to add Cors configuration because 'AllowCredentials' can not be true when 'AllowOrigin' is \"'*'\" or not set",
        ));
    }
    let mut done: Vec<String> = Vec::new();
    let body = api.body_for("Cors")?;
    for path in paths(body) {
        let mut methods = at(&settings, "AllowMethods")
            .filter(|methods| truthy(methods))
            .cloned();
        let normal = if path == "/" {
            path.clone()
        } else {
            path.trim_end_matches('/').to_owned()
        };
        if done.contains(&normal) {
            continue;
        }
        done.push(normal);
        let item = body.get_mut("paths").and_then(|paths| paths.get_mut(&path));
        for item in item.into_iter().flat_map(alternatives_mut) {
            let Some(item) = item.as_object_mut() else {
                continue;
            };
            if item.contains_key("options") {
                continue;
            }
            let allowed = methods.get_or_insert_with(|| json!(format!("'{}'", methods_of(item))));
            let options = preflight(&settings, &origin, allowed, with_credentials);
            item.insert("options".to_owned(), options);
        }
    }
    Ok(())
}

fn settings(api: &Api<'_>, cors: &Json) -> Result<Map, Problem> {
    if cors.is_string() || is_function(cors) {
        return Ok(Map::from_iter([("AllowOrigin".to_owned(), cors.clone())]));
    }
    let Some(settings) = cors.as_object() else {
        return Err(api.problem("Invalid value for 'Cors' property"));
    };
    match settings.keys().find(|key| !KNOWN.contains(&key.as_str())) {
        Some(unknown) => Err(api.problem(format!("Invalid key '{unknown}' for 'Cors' property."))),
        None => Ok(settings.clone()),
    }
}

fn methods_of(item: &Map) -> String {
    if item.contains_key(ANY) {
        return ALL.join(",");
    }
    let mut methods: Vec<String> = item.keys().map(|method| method.to_uppercase()).collect();
    methods.push("OPTIONS".to_owned());
    methods.sort();
    methods.dedup();
    methods.join(",")
}

fn preflight(settings: &Map, origin: &Json, methods: &Json, with_credentials: bool) -> Json {
    let mut parameters = Map::new();
    let mut headers = Map::new();
    let mut put = |name: &str, value: Json, kind: &str| {
        parameters.insert(format!("method.response.header.{name}"), value);
        headers.insert(name.to_owned(), json!({ "type": kind }));
    };
    put("Access-Control-Allow-Origin", origin.clone(), "string");
    if let Some(allowed) = at(settings, "AllowHeaders").filter(|value| truthy(value)) {
        put("Access-Control-Allow-Headers", allowed.clone(), "string");
    }
    put("Access-Control-Allow-Methods", methods.clone(), "string");
    if let Some(age) = at(settings, "MaxAge") {
        put("Access-Control-Max-Age", age.clone(), "integer");
    }
    if with_credentials {
        put(
            "Access-Control-Allow-Credentials",
            json!("'true'"),
            "string",
        );
    }
    json!({
        "summary": "CORS support",
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "x-amazon-apigateway-integration": {
            "type": "mock",
            "requestTemplates": { "application/json": "{\n  \"statusCode\" : 200\n}\n" },
            "responses": {
                "default": {
                    "statusCode": "200",
                    "responseParameters": parameters,
                    "responseTemplates": { "application/json": "{}\n" },
                },
            },
        },
        "responses": { "200": { "description": "Default response for CORS method", "headers": headers } },
    })
}
