//! `AWS::Serverless::SimpleTable`: a table of DynamoDB's with one key.

use serde_json::json;

use super::resource::{Made, kept};
use super::translator::Problem;
use super::values::{Json, Map, at, get, tags, truthy};

pub(super) const KNOWN: [&str; 6] = [
    "PointInTimeRecoverySpecification",
    "PrimaryKey",
    "ProvisionedThroughput",
    "TableName",
    "Tags",
    "SSESpecification",
];

pub(super) fn table(id: &str, resource: &Json, own: &Map) -> Result<Vec<Made>, Problem> {
    let key = match at(own, "PrimaryKey").filter(|key| truthy(key)) {
        Some(key) => {
            let name = get(key, "Name");
            let name =
                name.ok_or_else(|| Problem::of(id, "Property 'PrimaryKey.Name' is required."))?;
            json!({ "AttributeName": name, "AttributeType": kind(id, key)? })
        }
        None => json!({ "AttributeName": "id", "AttributeType": "S" }),
    };
    let mut table = Made::new(id, "AWS::DynamoDB::Table", kept(resource))
        .depends_on(resource.get("DependsOn").cloned())
        .with(
            "KeySchema",
            json!([{ "AttributeName": get(&key, "AttributeName"), "KeyType": "HASH" }]),
        )
        .with("AttributeDefinitions", json!([key]));
    let given = |name| at(own, name).filter(|value| truthy(value)).cloned();
    table.put(
        "PointInTimeRecoverySpecification",
        given("PointInTimeRecoverySpecification"),
    );
    match given("ProvisionedThroughput") {
        Some(throughput) => table.put("ProvisionedThroughput", throughput),
        None => table.put("BillingMode", json!("PAY_PER_REQUEST")),
    }
    table.put("SSESpecification", given("SSESpecification"));
    table.put("TableName", given("TableName"));
    if let Some(given) = given("Tags") {
        table.put("Tags", Json::Array(tags(Some(&given))));
    }
    Ok(vec![table])
}

fn kind(id: &str, key: &Json) -> Result<&'static str, Problem> {
    match get(key, "Type").and_then(Json::as_str) {
        Some("String") => Ok("S"),
        Some("Number") => Ok("N"),
        Some("Binary") => Ok("B"),
        Some(other) => Err(Problem::of(id, format!("Invalid 'Type' \"{other}\"."))),
        None => Err(Problem::of(id, "Property 'PrimaryKey.Type' is required.")),
    }
}
