//! Deployments, and the test button.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

/// An API with a MOCK method at its root.
pub(super) async fn deployable(flow: &Flow) -> String {
    let (api, root) = flow.api().await;
    let method = format!("/restapis/{api}/resources/{root}/methods/GET");
    flow.call(
        &format!("PUT {method}"),
        json!({"authorizationType": "NONE"}),
    )
    .await;
    flow.call(
        &format!("PUT {method}/integration"),
        json!({"type": "MOCK"}),
    )
    .await;
    api
}

#[tokio::test]
async fn create_delete_deployments() {
    for (test, by_hand) in [
        ("test_create_delete_deployments[True]", true),
        ("test_create_delete_deployments[False]", false),
    ] {
        let Some(mut flow) = Flow::open("test_apigateway_common", test).await else {
            return;
        };
        let api = deployable(&flow).await;
        let mut deployment = deploy(&flow, &api, by_hand).await;
        let deployments = format!("/restapis/{api}/deployments");
        let stages = format!("GET /restapis/{api}/stages");
        flow.check(
            "get-deployment",
            &format!("GET {deployments}/{deployment}"),
            Value::Null,
        )
        .await;
        flow.check("get-stages", &stages, Value::Null).await;
        for round in 0..3 {
            let delete = format!("DELETE {deployments}/{deployment}");
            flow.check(
                &format!("delete-deployment-error-{round}"),
                &delete,
                Value::Null,
            )
            .await;
            flow.call(&format!("DELETE /restapis/{api}/stages/s1"), Value::Null)
                .await;
            flow.call(&delete, Value::Null).await;
            deployment = deploy(&flow, &api, by_hand).await;
            let list = format!("GET {deployments}");
            flow.check(&format!("get-deployments-{round}"), &list, Value::Null)
                .await;
            flow.check(&format!("get-stages-{round}"), &stages, Value::Null)
                .await;
        }
    }
}

async fn deploy(flow: &Flow, api: &str, by_hand: bool) -> String {
    let body = if by_hand {
        json!({})
    } else {
        json!({"stageName": "s1"})
    };
    let line = format!("POST /restapis/{api}/deployments");
    let deployment = text(&flow.call(&line, body).await, "id");
    if by_hand {
        let body = json!({"stageName": "s1", "deploymentId": deployment});
        flow.call(&format!("POST /restapis/{api}/stages"), body)
            .await;
    }
    deployment
}

#[tokio::test]
async fn create_update_deployments() {
    let test = "test_create_update_deployments";
    let Some(mut flow) = Flow::open("test_apigateway_common", test).await else {
        return;
    };
    let api = deployable(&flow).await;
    let first = deploy(&flow, &api, true).await;
    let of = |verb: &str, id: &str| format!("{verb} /restapis/{api}/deployments/{id}");
    let stages = format!("GET /restapis/{api}/stages");
    flow.check("get-deployment-1", &of("GET", &first), Value::Null)
        .await;
    flow.check("get-stages", &stages, Value::Null).await;
    flow.check(
        "delete-deployment-error",
        &of("DELETE", &first),
        Value::Null,
    )
    .await;
    let second = deploy(&flow, &api, false).await;
    flow.check(
        "get-deployment-1-after-update",
        &of("GET", &first),
        Value::Null,
    )
    .await;
    flow.check("get-deployment-2", &of("GET", &second), Value::Null)
        .await;
    flow.check("get-stages-after-update", &stages, Value::Null)
        .await;
    flow.check("delete-deployment-1", &of("DELETE", &first), Value::Null)
        .await;
    flow.check(
        "delete-deployment-2-error",
        &of("DELETE", &second),
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn what_does_not_compile_is_not_deployed() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let (id, root) = (text(&api, "id"), text(&api, "rootResourceId"));
    let deploy = format!("POST /restapis/{id}/deployments");
    let refused = world.rest("apigateway", &deploy, &json!({})).await;
    assert!(
        refused
            .text()
            .contains("The REST API doesn't contain any methods"),
        "{}",
        refused.text()
    );
    let method = format!("PUT /restapis/{id}/resources/{root}/methods/GET");
    world
        .rest("apigateway", &method, &json!({"authorizationType": "NONE"}))
        .await
        .ok();
    let refused = world.rest("apigateway", &deploy, &json!({})).await;
    assert!(
        refused.text().contains("No integration defined for method"),
        "{}",
        refused.text()
    );
    let list = format!("GET /restapis/{id}/deployments");
    let kept = world.rest("apigateway", &list, &Value::Null).await.ok();
    assert_eq!(kept, json!({"item": []}));
}

#[tokio::test]
async fn create_canary_deployment_validation() {
    let test = "test_create_canary_deployment_validation";
    let Some(mut flow) = Flow::open("test_apigateway_canary", test).await else {
        return;
    };
    let api = deployable(&flow).await;
    let line = format!("POST /restapis/{api}/deployments");
    for (name, stage) in [
        ("create-canary-deployment-no-stage", Value::Null),
        ("create-canary-deployment-empty-stage", json!("")),
        (
            "create-canary-deployment-non-existing-stage",
            json!("non-existing"),
        ),
    ] {
        let mut body = json!({"canarySettings": {"percentTraffic": 50}});
        if stage != Value::Null {
            body["stageName"] = stage;
        }
        flow.check(name, &line, body).await;
    }
}

#[tokio::test]
async fn deployments_go_with_their_api() {
    let world = World::new().await;
    let document = json!({
        "swagger": "2.0",
        "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let api = world
        .rest("apigateway", "POST /restapis?mode=import", &document)
        .await
        .ok();
    let id = text(&api, "id");
    let deploy = format!("POST /restapis/{id}/deployments");
    world
        .rest("apigateway", &deploy, &json!({"stageName": "s"}))
        .await
        .ok();
    world
        .rest(
            "apigateway",
            &format!("DELETE /restapis/{id}"),
            &Value::Null,
        )
        .await
        .ok();
    let left = world
        .records
        .list::<model::DeploymentRecord>("")
        .await
        .unwrap();
    assert!(left.is_empty());
}

#[tokio::test]
async fn the_test_button_finds_what_is_there() {
    let Some(mut flow) = Flow::of_api("test_invoke_test_method").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let line = |api: &str, resource: &str, verb: &str| {
        format!("POST /restapis/{api}/resources/{resource}/methods/{verb}")
    };
    flow.check("rest-api-not-found", &line("none", &root, "GET"), json!({}))
        .await;
    flow.check(
        "resource-id-not-found",
        &line(&api, "none", "GET"),
        json!({}),
    )
    .await;
    flow.check(
        "resource-method-not-found",
        &line(&api, &root, "GET"),
        json!({}),
    )
    .await;
    let method = format!("/restapis/{api}/resources/{root}/methods/GET");
    flow.call(
        &format!("PUT {method}"),
        json!({"authorizationType": "NONE"}),
    )
    .await;
    flow.call(&format!("PUT {method}/responses/200"), json!({}))
        .await;
    let template = json!({"application/json": "{\"statusCode\": 200}"});
    let mock = json!({"type": "MOCK", "requestTemplates": template});
    flow.call(&format!("PUT {method}/integration"), mock).await;
    let response =
        json!({"responseTemplates": {"application/json": "{\"a\": \"$stageVariables.b\"}"}});
    flow.call(&format!("PUT {method}/integration/responses/200"), response)
        .await;
    let tested = flow
        .call(
            &format!("POST {method}"),
            json!({"stageVariables": {"b": "c"}}),
        )
        .await;
    assert_eq!(tested["status"], json!(200));
    assert_eq!(tested["body"], json!("{\"a\": \"c\"}"));
    assert!(text(&tested, "log").contains("Method completed with status: 200"));
}
