//! Stages and account settings.

use serde_json::{Value, json};

use super::deployments::deployable;
use super::{Flow, text};
use crate::testing::World;

/// A stage of a new deployment of a new API: its path.
async fn stage(flow: &mut Flow, description: Option<&str>) -> String {
    let api = deployable(flow).await;
    let line = format!("POST /restapis/{api}/deployments");
    let deployment = text(&flow.call(&line, json!({})).await, "id");
    let mut body = json!({"stageName": "dev", "deploymentId": deployment});
    if let Some(description) = description {
        body["description"] = json!(description);
    }
    let line = format!("POST /restapis/{api}/stages");
    if flow.recorded.get("create-stage").is_some() {
        flow.check("create-stage", &line, body).await;
    } else {
        flow.call(&line, body).await;
    }
    format!("/restapis/{api}/stages/dev")
}

const LOG: &str = "arn:aws:logs:us-east-1:111111111111:log-group:a";

#[tokio::test]
async fn stage_access_log_settings() {
    let Some(mut flow) = Flow::of_api("test_stage_access_log_settings").await else {
        return;
    };
    let named = flow.recorded.to_string().replace("<log-group-arn>", LOG);
    flow.recorded = serde_json::from_str(&named).unwrap();
    let stage = stage(&mut flow, Some("dev stage")).await;
    let destination = "/accessLogSettings/destinationArn";
    let longer = format!("{LOG}a");
    for (name, op, path, value) in [
        ("update-stage-access-log-dest-add", "add", destination, LOG),
        (
            "update-stage-access-log-dest-replace",
            "replace",
            destination,
            &longer,
        ),
        (
            "update-stage-access-log-format-add",
            "add",
            "/accessLogSettings/format",
            "$context.requestId $context.identity.sourceIp",
        ),
        (
            "update-stage-access-log-remove-all",
            "remove",
            "/accessLogSettings",
            "",
        ),
    ] {
        flow.patch(
            name,
            &stage,
            json!([{"op": op, "path": path, "value": value}]),
        )
        .await;
    }
}

#[tokio::test]
async fn stage_access_log_settings_validation() {
    let Some(mut flow) = Flow::of_api("test_stage_access_log_settings_validation").await else {
        return;
    };
    let stage = stage(&mut flow, Some("dev stage")).await;
    for (prefix, path) in [
        ("invalid-path", "/accessLogSettings/randomValue"),
        ("star-and", "/accessLogSettings/*"),
        ("root-and", "/accessLogSettings"),
    ] {
        for op in ["add", "remove", "replace"] {
            let name = format!("{prefix}-{op}");
            if flow.recorded.get(&name).is_some() {
                flow.patch(
                    &name,
                    &stage,
                    json!([{"op": op, "path": path, "value": "x"}]),
                )
                .await;
            }
        }
    }
    let destination = "/accessLogSettings/destinationArn";
    for (name, op, path, value) in [
        ("update-stage-access-log-dest-add", "add", destination, LOG),
        (
            "update-stage-access-log-destinationArn-empty",
            "replace",
            destination,
            "",
        ),
        (
            "update-stage-access-log-format-empty",
            "replace",
            "/accessLogSettings/format",
            "",
        ),
        (
            "update-stage-access-log-dest-remove",
            "remove",
            destination,
            "",
        ),
    ] {
        flow.patch(
            name,
            &stage,
            json!([{"op": op, "path": path, "value": value}]),
        )
        .await;
    }
}

#[tokio::test]
async fn get_stages_filters_by_deployment_id() {
    let Some(mut flow) = Flow::of_api("test_get_stages_filters_by_deployment_id").await else {
        return;
    };
    let api = deployable(&flow).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    let list = format!("GET /restapis/{api}/stages");
    let first = text(
        &flow.call(&deploy, json!({"stageName": "stage1"})).await,
        "id",
    );
    let second = text(
        &flow.call(&deploy, json!({"stageName": "stage2"})).await,
        "id",
    );
    flow.check("all-stages", &list, Value::Null).await;
    flow.check(
        "stages-deploy1",
        &format!("{list}?deploymentId={first}"),
        Value::Null,
    )
    .await;
    flow.check(
        "stages-deploy2",
        &format!("{list}?deploymentId={second}"),
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn update_stage_canary_deployment_validation() {
    let test = "test_update_stage_canary_deployment_validation";
    let Some(mut flow) = Flow::open("test_apigateway_canary", test).await else {
        return;
    };
    let stage = stage(&mut flow, None).await;
    flow.check("get-stage", &format!("GET {stage}"), Value::Null)
        .await;
    for (name, op, path) in [
        (
            "update-stage-add-deployment",
            "add",
            "/canarySettings/deploymentId",
        ),
        (
            "update-stage-canary-settings-bad-path",
            "remove",
            "/canarySettings/badPath",
        ),
        (
            "update-stage-canary-settings-bad-path-2",
            "replace",
            "/canarySettings",
        ),
        (
            "update-stage-canary-settings-replace-bad-path",
            "replace",
            "/canarySettings/badPath",
        ),
        (
            "update-stage-canary-settings-remove-overrides",
            "remove",
            "/canarySettings/stageVariableOverrides",
        ),
        ("update-stage-no-deployment", "replace", "/deploymentId"),
    ] {
        flow.patch(
            name,
            &stage,
            json!([{"op": op, "path": path, "value": "deploy"}]),
        )
        .await;
    }
}

#[tokio::test]
async fn settings_are_kept_or_refused_never_dropped() {
    let world = World::new().await;
    let stage = plain_stage(&world).await;
    for (op, path, value, status) in [
        ("replace", "/variables/alias", "prod", 200),
        ("replace", "/variables/alias", "a b", 400),
        ("replace", "/*/*/metrics/enabled", "true", 200),
        ("replace", "/~1pets/GET/logging/loglevel", "OFF", 200),
        ("replace", "/*/*/logging/loglevel", "ERROR", 400),
        ("replace", "/*/*/logging/dataTrace", "true", 400),
        ("replace", "/*/*/throttling/rateLimit", "1.5", 200),
        ("replace", "/*/*/throttling/burstLimit", "7", 200),
        ("replace", "/*/*/throttling/rateLimit", "fast", 400),
        ("replace", "/*/*/throttling/rateLimit", "NaN", 400),
        ("replace", "/*/*/caching/enabled", "true", 200),
        ("replace", "/*/*/caching/ttlInSeconds", "3600", 200),
        ("replace", "/*/*/caching/ttlInSeconds", "3601", 400),
        ("replace", "/*/*/caching/dataEncrypted", "true", 200),
        ("replace", "/cacheClusterEnabled", "true", 200),
        ("replace", "/cacheClusterSize", "1.6", 200),
        ("replace", "/cacheClusterSize", "3", 400),
        ("replace", "/clientCertificateId", "abc", 404),
        ("replace", "/canarySettings/percentTraffic", "10", 200),
        ("replace", "/canarySettings/percentTraffic", "101", 400),
        ("replace", "/canarySettings/percentTraffic", "some", 400),
        ("remove", "/canarySettings", "", 200),
        ("replace", "/tracingEnabled", "true", 200),
        ("replace", "/nowhere", "x", 400),
        ("remove", "/~1pets/GET", "", 200),
        ("remove", "/~1pets/GET", "", 400),
    ] {
        let answer = patch(&world, &stage, op, path, value).await;
        assert_eq!(
            answer.status,
            status,
            "{op} {path} {value}: {}",
            answer.text()
        );
    }
    let kept = world
        .rest("apigateway", &format!("GET {stage}"), &Value::Null)
        .await
        .ok();
    assert_eq!(kept["variables"], json!({"alias": "prod"}));
    assert_eq!(kept["methodSettings"]["*/*"]["metricsEnabled"], json!(true));
    let throttled = &kept["methodSettings"]["*/*"];
    assert_eq!(throttled["throttlingRateLimit"], json!(1.5));
    assert_eq!(throttled["throttlingBurstLimit"], json!(7));
    assert_eq!(kept["methodSettings"].as_object().unwrap().len(), 1);
    assert_eq!(kept["tracingEnabled"], json!(true));
    assert_eq!(kept["cacheClusterSize"], json!("1.6"));
    assert_eq!(kept["cacheClusterStatus"], json!("AVAILABLE"));
}

#[tokio::test]
async fn logging_needs_a_role_that_can_log() {
    let world = World::new().await;
    let stage = plain_stage(&world).await;
    let role = |name: &str| format!("arn:aws:iam::111111111111:role/{name}");
    // Nobody gave the worker a policy, and the other does not exist.
    for name in ["worker", "nobody"] {
        let refused = patch(
            &world,
            "/account",
            "replace",
            "/cloudwatchRoleArn",
            &role(name),
        )
        .await;
        assert!(
            refused
                .text()
                .contains("does not have required permissions"),
            "{}",
            refused.text()
        );
    }
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}"#;
    let id = model::RoleRecord::id_of(&model::AccountId::new("111111111111").unwrap(), "worker");
    let give = |role: &mut model::RoleRecord| {
        role.policies.inline.insert("logs".into(), policy.into());
        Ok::<_, std::convert::Infallible>(())
    };
    let updated = world.records.update(&id, give).await.unwrap();
    world.control.show(updated.stored.version).await;
    let set = patch(
        &world,
        "/account",
        "replace",
        "/cloudwatchRoleArn",
        &role("worker"),
    )
    .await
    .ok();
    assert_eq!(text(&set, "cloudwatchRoleArn"), role("worker"));
    patch(&world, &stage, "replace", "/*/*/logging/loglevel", "INFO")
        .await
        .ok();
    let account = world
        .rest("apigateway", "GET /account", &Value::Null)
        .await
        .ok();
    assert_eq!(account, set);
}

async fn plain_stage(world: &World) -> String {
    let document = json!({
        "swagger": "2.0",
        "info": {"title": "a", "version": "1"},
        "paths": {"/pets": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let api = world
        .rest("apigateway", "POST /restapis?mode=import", &document)
        .await
        .ok();
    let api = text(&api, "id");
    let body = json!({"stageName": "s"});
    world
        .rest(
            "apigateway",
            &format!("POST /restapis/{api}/deployments"),
            &body,
        )
        .await
        .ok();
    format!("/restapis/{api}/stages/s")
}

async fn patch(
    world: &World,
    path: &str,
    op: &str,
    at: &str,
    value: &str,
) -> crate::testing::Answer {
    let body = json!({"patchOperations": [{"op": op, "path": at, "value": value}]});
    world
        .rest("apigateway", &format!("PATCH {path}"), &body)
        .await
}
