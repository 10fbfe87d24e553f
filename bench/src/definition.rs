//! The API under measure, as a Swagger document.

use std::collections::HashMap;

use serde_json::{Value, json};
use testkit::TEST_ACCOUNT;

use crate::language::Language;

pub(crate) const REGION: &str = "us-east-1";
pub(crate) const ECHO: &str = "echo";
pub(crate) const MOCK: &str = "mock";
/// A mock whose answer is a small template.
pub(crate) const TEMPLATE: &str = "template";
/// The echo behind an authorizer.
pub(crate) const GUARDED: &str = "guarded";
/// The mock for those who have a key.
pub(crate) const KEYED: &str = "keyed";
pub(crate) const AUTHORIZER: &str = "authorizer";

/// Those that methods of the API lead to.
pub(crate) fn functions() -> impl Iterator<Item = &'static str> {
    let mirrors = Language::ALL.into_iter().map(Language::mirror);
    std::iter::once(ECHO).chain(mirrors)
}

pub(crate) fn whole() -> Value {
    let proxied = functions().map(|name| (format!("/{name}"), method(&proxy(name))));
    let mut paths: HashMap<String, Value> = proxied.collect();
    paths.insert(format!("/{MOCK}"), method(&mock()));
    paths.insert(format!("/{TEMPLATE}"), method(&template()));
    paths.insert(format!("/{GUARDED}"), secured(&proxy(ECHO), "guard"));
    paths.insert(format!("/{KEYED}"), secured(&mock(), "key"));
    json!({
        "swagger": "2.0",
        "info": { "title": "bench", "version": "1" },
        "paths": paths,
        "securityDefinitions": {
            "key": { "type": "apiKey", "name": "x-api-key", "in": "header" },
            "guard": {
                "type": "apiKey", "name": "Authorization", "in": "header",
                "x-amazon-apigateway-authtype": "custom",
                "x-amazon-apigateway-authorizer": {
                    "type": "token",
                    "authorizerUri": invocations(AUTHORIZER),
                    "authorizerResultTtlInSeconds": 3600,
                },
            },
        },
    })
}

pub(crate) fn of_paths(paths: &Value) -> Value {
    json!({
        "swagger": "2.0",
        "info": { "title": "bench", "version": "1" },
        "paths": paths,
    })
}

fn secured(integration: &Value, by: &str) -> Value {
    json!({ "get": {
        "responses": { "200": { "description": "whatever it is" } },
        "security": [{ by: [] }],
        "x-amazon-apigateway-integration": integration,
    }})
}

/// About as much as people write.
fn template() -> Value {
    let text = "{\"id\": \"$context.requestId\", \"stage\": \"$context.stage\", \
                \"pet\": \"$util.escapeJavaScript($input.params('pet'))\", \
                \"pets\": [#foreach($pet in ['cat', 'dog'])\"$pet\"#if($foreach.hasNext), #end#end]}";
    json!({
        "type": "mock",
        "requestTemplates": { "application/json": r#"{"statusCode": 200}"# },
        "responses": { "default": {
            "statusCode": "200",
            "responseTemplates": { "application/json": text },
        }},
    })
}

pub(crate) fn method(integration: &Value) -> Value {
    json!({ "get": {
        "responses": { "200": { "description": "whatever it is" } },
        "x-amazon-apigateway-integration": integration,
    }})
}

pub(crate) fn mock() -> Value {
    json!({
        "type": "mock",
        "requestTemplates": { "application/json": r#"{"statusCode": 200}"# },
        "responses": { "default": {
            "statusCode": "200",
            "responseTemplates": { "application/json": r#"{"pets": ["cat", "dog"], "for": "ada", "team": "engines"}"# },
        }},
    })
}

fn proxy(function: &str) -> Value {
    json!({ "type": "aws_proxy", "httpMethod": "POST", "uri": invocations(function) })
}

fn invocations(function: &str) -> String {
    let arn = format!("arn:aws:lambda:{REGION}:{TEST_ACCOUNT}:function:{function}");
    format!("arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{arn}/invocations")
}
