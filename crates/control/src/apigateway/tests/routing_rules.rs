//! Routing rules of a domain, and how it routes.

use serde_json::{Value, json};

use super::text;
use crate::testing::World;

async fn ok(world: &World, line: &str, body: Value) -> Value {
    world.rest("apigateway", line, &body).await.ok()
}

async fn check(world: &World, steps: &[(&str, Value, u16, &str)]) {
    for (line, body, status, said) in steps {
        let answer = world.rest("apigateway", line, body).await;
        assert_eq!(answer.status, *status, "{line}: {}", answer.text());
        assert!(answer.text().contains(said), "{line}: {}", answer.text());
    }
}

/// The id of one with a stage `prod`.
async fn deployed_api(world: &World) -> String {
    let document = json!({
        "swagger": "2.0", "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let api = ok(world, "POST /restapis?mode=import", document).await;
    let api = text(&api, "id");
    let deploy = format!("POST /restapis/{api}/deployments");
    ok(world, &deploy, json!({"stageName": "prod"})).await;
    api
}

#[tokio::test]
async fn a_rule_is_made_replaced_and_forgotten() {
    let world = World::new().await;
    let api = deployed_api(&world).await;
    let domain = json!({
        "domainName": "api.example.com", "routingMode": "ROUTING_RULE_ONLY",
        "domainNameConfigurations": [{"endpointType": "REGIONAL"}],
    });
    let made = ok(&world, "POST /v2/domainnames", domain).await;
    assert_eq!(made["routingMode"], json!("ROUTING_RULE_ONLY"));
    let rule = |priority: u32, stage: &str| {
        json!({
            "priority": priority,
            "conditions": [
                {"matchHeaders": {"anyOf": [{"header": "X-Version", "valueGlob": "beta*"}]}},
                {"matchBasePaths": {"anyOf": ["users"]}},
            ],
            "actions": [{"invokeApi": {"apiId": api, "stage": stage, "stripBasePath": true}}],
        })
    };
    let rules = "/v2/domainnames/api.example.com/routingrules";
    let (create, list) = (format!("POST {rules}"), format!("GET {rules}"));
    let made = ok(&world, &create, rule(10, "prod")).await;
    let id = text(&made, "routingRuleId");
    assert_eq!(
        made["routingRuleArn"],
        json!(format!(
            "arn:aws:apigateway:us-east-1:111111111111:/domainnames/api.example.com/routingrules/{id}"
        ))
    );
    assert_eq!(
        made["conditions"][0]["matchHeaders"]["anyOf"][0]["header"],
        json!("x-version")
    );
    let (get, put, delete) = (
        format!("GET {rules}/{id}"),
        format!("PUT {rules}/{id}"),
        format!("DELETE {rules}/{id}"),
    );
    let replace = |value: &str| json!({"patchOperations": [{"op": "replace", "path": "/routingMode", "value": value}]});
    check(
        &world,
        &[
            (&create, rule(10, "prod"), 409, "priority 10 already exists"),
            (&create, rule(11, "dev"), 400, "Invalid stage identifier"),
            (&create, rule(5, "prod"), 201, "routingRuleId"),
            (&put, rule(5, "prod"), 409, "priority 5 already exists"),
            (&put, rule(20, "prod"), 200, &id),
            (&get, Value::Null, 200, "\"priority\":20"),
            (
                &format!("{list}?maxResults=1"),
                Value::Null,
                200,
                "nextToken",
            ),
            (&delete, Value::Null, 204, ""),
            (&get, Value::Null, 404, "Invalid routing rule identifier"),
            (&delete, Value::Null, 404, "Invalid routing rule identifier"),
            (
                "PATCH /domainnames/api.example.com",
                replace("ROUTING_RULE_THEN_BASE_PATH_MAPPING"),
                200,
                "ROUTING_RULE_THEN_BASE_PATH_MAPPING",
            ),
            (
                "GET /v2/domainnames/api.example.com",
                Value::Null,
                200,
                "ROUTING_RULE_THEN_API_MAPPING",
            ),
            (
                "PATCH /domainnames/api.example.com",
                replace("ANY"),
                400,
                "routing mode",
            ),
        ],
    )
    .await;
}
