//! `GatewayResponses`: what callers read whom the API refuses.

use serde_json::json;

use super::{Api, put};
use crate::sam::translator::Problem;
use crate::sam::values::{Json, Map, get, is_function, members, shown};

const KNOWN: [&str; 3] = ["ResponseParameters", "ResponseTemplates", "StatusCode"];
const PREFIXES: [(&str, &str); 3] = [
    ("Headers", "header."),
    ("Paths", "path."),
    ("QueryStrings", "querystring."),
];
const EXTENSION: &str = "x-amazon-apigateway-gateway-responses";

pub(super) fn add(api: &mut Api<'_>) -> Result<(), Problem> {
    let Some(given) = api.set("GatewayResponses").cloned() else {
        return Ok(());
    };
    let mut made = Map::new();
    for (kind, response) in members(Some(&given)) {
        made.insert(kind.clone(), one(api, kind, response)?);
    }
    let body = api.body_for("GatewayResponses")?;
    let mut all = body
        .get(EXTENSION)
        .and_then(Json::as_object)
        .cloned()
        .unwrap_or_default();
    all.extend(made);
    put(body, EXTENSION, &Json::Object(all));
    Ok(())
}

fn one(api: &Api<'_>, kind: &str, response: &Json) -> Result<Json, Problem> {
    if is_function(response) {
        return Err(api.problem(
            "Unable to set GatewayResponses attribute because intrinsic functions are not supported for this field.",
        ));
    }
    if let Some((unknown, _)) =
        members(Some(response)).find(|(key, _)| !KNOWN.contains(&key.as_str()))
    {
        let reason =
            format!("Invalid property '{unknown}' in 'GatewayResponses' property '{kind}'.");
        return Err(api.problem(reason));
    }
    let given = response.get("ResponseParameters");
    let known = |key: &str| PREFIXES.iter().any(|(name, _)| *name == key);
    if let Some((unknown, _)) = members(given).find(|(key, _)| !known(key)) {
        return Err(api.problem(format!("Invalid gateway response parameter '{unknown}'")));
    }
    let mut parameters = Map::new();
    for (name, prefix) in PREFIXES {
        for (key, value) in members(given.and_then(|given| given.get(name))) {
            parameters.insert(format!("gatewayresponse.{prefix}{key}"), value.clone());
        }
    }
    let templates = get(response, "ResponseTemplates")
        .cloned()
        .unwrap_or_else(|| json!({}));
    let mut made = json!({ "responseParameters": parameters, "responseTemplates": templates });
    if let Some(status) = get(response, "StatusCode") {
        let status = shown(status);
        if status.len() > 3 || !status.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(api.problem("Property 'StatusCode' must be numeric"));
        }
        put(&mut made, "statusCode", &json!(status));
    }
    Ok(made)
}
