//! Canaries of stages.

use serde_json::{Value, json};

use super::deployments::deployable;
use super::{Flow, text};
use crate::testing::World;

async fn flow(test: &str) -> Option<(Flow, String)> {
    let flow = Flow::open("test_apigateway_canary", test).await?;
    let api = deployable(&flow).await;
    Some((flow, format!("/restapis/{api}")))
}

#[tokio::test]
async fn create_update_stages() {
    let Some((mut flow, api)) = flow("test_create_update_stages").await else {
        return;
    };
    let deploy = format!("POST {api}/deployments");
    let first = flow.check("create-deployment-1", &deploy, json!({})).await;
    let second = flow.check("create-deployment-2", &deploy, json!({})).await;
    let body = json!({
        "stageName": "dev", "deploymentId": first["id"], "description": "dev stage",
        "variables": {"testVar": "default"},
        "canarySettings": {
            "deploymentId": second["id"], "percentTraffic": 50,
            "stageVariableOverrides": {"testVar": "canary"},
        },
    });
    flow.check("create-stage", &format!("POST {api}/stages"), body)
        .await;
    let stage = format!("{api}/stages/dev");
    let get = format!("GET {stage}");
    flow.check("get-stage", &get, Value::Null).await;
    let path = "/canarySettings/stageVariableOverrides/testVar";
    let patch = json!([{"op": "replace", "path": path, "value": "updated"}]);
    flow.patch("update-stage-canary-settings-overrides", &stage, patch)
        .await;
    let patch = json!([{"op": "remove", "path": "/canarySettings"}]);
    flow.patch("update-stage-remove-canary-settings", &stage, patch)
        .await;
    flow.check("get-stage-after-remove", &get, Value::Null)
        .await;
}

#[tokio::test]
async fn create_canary_deployment_with_stage() {
    let Some((mut flow, api)) = flow("test_create_canary_deployment_with_stage").await else {
        return;
    };
    let deploy = format!("POST {api}/deployments");
    let first = flow.check("create-deployment", &deploy, json!({})).await;
    let body = json!({
        "stageName": "dev", "deploymentId": first["id"], "description": "dev stage",
        "variables": {"testVar": "default"},
    });
    flow.check("create-stage", &format!("POST {api}/stages"), body)
        .await;
    let canary = json!({"percentTraffic": 50, "stageVariableOverrides": {"testVar": "canary"}});
    let body = json!({"stageName": "dev", "canarySettings": canary});
    flow.check("create-canary-deployment", &deploy, body).await;
    flow.check("get-stage", &format!("GET {api}/stages/dev"), Value::Null)
        .await;
}

#[tokio::test]
async fn update_stage_with_copy_ops() {
    let Some((mut flow, api)) = flow("test_update_stage_with_copy_ops").await else {
        return;
    };
    let deploy = format!("POST {api}/deployments");
    let variables = json!({"testVar": "test", "testVar2": "test2"});
    let body = json!({"stageName": "dev", "variables": variables});
    flow.check("deployment-1", &deploy, body).await;
    let stage = format!("{api}/stages/dev");
    let copy = |from: &str, path: &str| json!({"op": "copy", "from": from, "path": path});
    let overrides = "/canarySettings/stageVariableOverrides";
    let bad = json!([copy("/variables", overrides)]);
    flow.patch("copy-with-bad-statement", &stage, bad).await;
    let variables = copy(overrides, "/variables");
    let deployment = copy("/canarySettings/deploymentId", "/deploymentId");
    let alone = json!([variables, deployment]);
    flow.patch("copy-with-no-replace", &stage, alone).await;
    let percent = json!({
        "op": "replace", "path": "/canarySettings/percentTraffic", "value": "0.0",
    });
    let promotion = json!([percent, deployment, variables]);
    flow.patch("update-stage-with-copy", &stage, promotion.clone())
        .await;
    let canary = json!({"percentTraffic": 50, "stageVariableOverrides": {"testVar": "override"}});
    let body = json!({"stageName": "dev", "canarySettings": canary});
    flow.check("deployment-canary", &deploy, body).await;
    flow.check("get-stage", &format!("GET {stage}"), Value::Null)
        .await;
    flow.patch("update-stage-with-copy-2", &stage, promotion)
        .await;
}

#[tokio::test]
async fn a_deployment_that_a_canary_shows_stays() {
    let world = World::new().await;
    let call = async |line: &str, body: Value| world.rest("apigateway", line, &body).await;
    let document = json!({
        "swagger": "2.0", "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let api = call("POST /restapis?mode=import", document).await.ok();
    let api = format!("/restapis/{}", text(&api, "id"));
    let deploy = format!("POST {api}/deployments");
    call(&deploy, json!({"stageName": "prod"})).await.ok();
    let canary = json!({"stageName": "prod", "canarySettings": {"percentTraffic": 5}});
    let shown = text(&call(&deploy, canary).await.ok(), "id");
    let delete = format!("DELETE {api}/deployments/{shown}");
    assert_eq!(call(&delete, Value::Null).await.status, 400);
    let too_much = json!({"stageName": "prod", "canarySettings": {"percentTraffic": 101}});
    assert_eq!(call(&deploy, too_much).await.status, 400);
}
