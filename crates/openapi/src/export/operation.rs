//! One method as an operation.

use std::collections::{BTreeMap, BTreeSet};

use model::{Method, MethodResponse, Resource};
use serde_json::{Value as Json, json};

use super::{Members, View, integration, java_order, put, put_filled, put_some, schemas, security};

pub(super) fn write(view: &View<'_>, resource: &Resource, method: &Method) -> Members {
    let mut operation = Members::new();
    put_some(
        &mut operation,
        "operationId",
        method.operation_name.as_deref(),
    );
    if view.swagger() {
        put_types(&mut operation, "consumes", consumed(method));
        put_types(&mut operation, "produces", produced(method));
    }
    put_list(&mut operation, "parameters", parameters(view, method));
    if !view.swagger() {
        put_filled(&mut operation, "requestBody", request_body(view, method));
    }
    if !method.responses.is_empty() {
        put(&mut operation, "responses", responses(view, method));
    }
    put_list(
        &mut operation,
        "security",
        security::requirements(view, method),
    );
    if view.apigateway() {
        put_some(
            &mut operation,
            "x-amazon-apigateway-request-validator",
            validator(view, method),
        );
    }
    if view.integrations()
        && let Some(integration) = &method.integration
    {
        put(
            &mut operation,
            "x-amazon-apigateway-integration",
            integration::write(integration, &resource.id),
        );
    }
    operation
}

fn validator<'a>(view: &View<'a>, method: &Method) -> Option<&'a str> {
    let id = method.request_validator_id.as_ref()?;
    Some(view.definition.request_validators.get(id)?.name.as_str())
}

fn put_list(members: &mut Members, key: &str, list: Vec<Json>) {
    if !list.is_empty() {
        put(members, key, list);
    }
}

fn put_types(members: &mut Members, key: &str, types: BTreeSet<&str>) {
    put_list(members, key, types.into_iter().map(Json::from).collect());
}

/// The media types that a method has a model for, else those that it has a template for: Swagger
/// says of a body that it has the same model in all of them.
fn consumed(method: &Method) -> BTreeSet<&str> {
    let templates = method
        .integration
        .iter()
        .flat_map(|integration| keys(integration.request_templates.as_ref()));
    first_filled(keys(method.request_models.as_ref()), templates)
}

fn produced(method: &Method) -> BTreeSet<&str> {
    let models = method
        .responses
        .values()
        .flat_map(|response| keys(response.response_models.as_ref()));
    let responses = method
        .integration
        .iter()
        .flat_map(|integration| integration.responses.values());
    let templates = responses.flat_map(|response| keys(response.response_templates.as_ref()));
    first_filled(models, templates)
}

fn first_filled<'a>(
    models: impl Iterator<Item = &'a str>,
    templates: impl Iterator<Item = &'a str>,
) -> BTreeSet<&'a str> {
    let models: BTreeSet<&str> = models.collect();
    if models.is_empty() {
        return templates.collect();
    }
    models
}

fn keys(map: Option<&BTreeMap<String, String>>) -> impl Iterator<Item = &str> {
    map.into_iter().flat_map(BTreeMap::keys).map(String::as_str)
}

fn parameters(view: &View<'_>, method: &Method) -> Vec<Json> {
    let mut declared: Vec<(&String, &bool)> = method.request_parameters.iter().flatten().collect();
    java_order::sort(&mut declared, |(name, _)| name.as_str());
    let mut list: Vec<Json> = declared
        .into_iter()
        .filter_map(|(name, required)| parameter(view, name, *required))
        .collect();
    if view.swagger()
        && let Some(model) = first_model(method.request_models.as_ref())
    {
        list.push(json!({ "in": "body", "name": model, "required": true, "schema": schemas::reference(view, model) }));
    }
    list
}

fn parameter(view: &View<'_>, declared: &str, required: bool) -> Option<Json> {
    let (place, name) = declared.strip_prefix("method.request.")?.split_once('.')?;
    let place = if place == "querystring" {
        "query"
    } else {
        place
    };
    let mut parameter = Members::new();
    put(&mut parameter, "name", name);
    put(&mut parameter, "in", place);
    // OpenAPI 3.0 exports say only what is not the default.
    if required || view.swagger() {
        put(&mut parameter, "required", required);
    }
    put_type(view, &mut parameter);
    Some(Json::Object(parameter))
}

fn put_type(view: &View<'_>, members: &mut Members) {
    if view.swagger() {
        put(members, "type", "string");
    } else {
        put(members, "schema", json!({ "type": "string" }));
    }
}

/// Swagger knows one body for all media types.
fn first_model(models: Option<&BTreeMap<String, String>>) -> Option<&str> {
    let models = models?;
    models
        .get("application/json")
        .or_else(|| models.values().next())
        .map(String::as_str)
}

fn request_body(view: &View<'_>, method: &Method) -> Members {
    let content = content(view, method.request_models.as_ref());
    let mut body = Members::new();
    if !content.is_empty() {
        put(&mut body, "content", content);
        put(&mut body, "required", true);
    }
    body
}

fn content(view: &View<'_>, models: Option<&BTreeMap<String, String>>) -> Members {
    let media_type = |(media_type, model): (&String, &String)| {
        (
            media_type.clone(),
            json!({ "schema": schemas::reference(view, model) }),
        )
    };
    models.into_iter().flatten().map(media_type).collect()
}

fn responses(view: &View<'_>, method: &Method) -> Members {
    let response = |(status, response): (&String, &MethodResponse)| {
        (
            status.clone(),
            Json::Object(response_of(view, status, response)),
        )
    };
    method.responses.iter().map(response).collect()
}

fn response_of(view: &View<'_>, status: &str, response: &MethodResponse) -> Members {
    let mut members = Members::new();
    put(&mut members, "description", format!("{status} response"));
    if view.swagger()
        && let Some(model) = first_model(response.response_models.as_ref())
    {
        put(&mut members, "schema", schemas::reference(view, model));
    }
    put_filled(&mut members, "headers", headers(view, response));
    if !view.swagger() {
        put(
            &mut members,
            "content",
            content(view, response.response_models.as_ref()),
        );
    }
    members
}

fn headers(view: &View<'_>, response: &MethodResponse) -> Members {
    let declared = response.response_parameters.iter().flat_map(BTreeMap::keys);
    let names = declared.filter_map(|name| name.strip_prefix("method.response.header."));
    let header = |name: &str| {
        let mut header = Members::new();
        put_type(view, &mut header);
        (name.to_owned(), Json::Object(header))
    };
    names.map(header).collect()
}
