//! Names for versions.

use serde_json::{Value, json};

use super::*;

/// Steps of the recording, the functions they were about, and the aliases they asked for.
fn creations() -> Vec<(&'static str, &'static str, Value)> {
    let alias = |name: &str, version: &str, weights: Value| {
        let routing = json!({"AdditionalVersionWeights": weights});
        json!({"Name": name, "FunctionVersion": version, "RoutingConfig": routing})
    };
    vec![
        (
            "create-alias-latest",
            "f",
            json!({"Name": "custom-latest", "FunctionVersion": "$LATEST"}),
        ),
        (
            "target_version_exc_version_latest",
            "f",
            alias("custom", "$LATEST", json!({"1": 0.5})),
        ),
        (
            "routing_config_exc_toomany",
            "f",
            alias("custom", "1", json!({"1": 0.2, "2": 0.8})),
        ),
        (
            "routing_config_exc_toohigh",
            "f",
            alias("custom", "1", json!({"2": 2.0})),
        ),
        (
            "routing_config_exc_subzero",
            "f",
            alias("custom", "1", json!({"2": -1.0})),
        ),
        (
            "routing_config_exc_sameversion",
            "f",
            alias("custom", "1", json!({"1": 0.5})),
        ),
        (
            "routing_config_exc_version_doesnotexist",
            "f",
            alias("custom", "1", json!({"10": 0.5})),
        ),
        (
            "target_version_doesnotexist",
            "f",
            alias("custom", "10", json!({"2": 0.5})),
        ),
        (
            "routing_config_exc_version_latest",
            "f",
            alias("custom", "1", json!({"$LATEST": 0.5})),
        ),
        (
            "create_alias_empty_routingconfig",
            "f",
            alias("custom-empty-routingconfig", "1", json!({})),
        ),
        (
            "create_alias_response",
            "f",
            alias("custom", "1", json!({"2": 0.5})),
        ),
        (
            "routing_config_exc_already_exist",
            "f",
            alias("custom", "1", json!({"2": 0.5})),
        ),
        (
            "routing_config_exc_fn_doesnotexist",
            "f-unknown",
            alias("custom", "1", json!({"2": 0.5})),
        ),
    ]
}

#[tokio::test]
async fn aliases_are_checked_as_on_aws() {
    let Some(mut recorded) = Recorded::find(API, "test_notfound_and_invalid_routingconfigs") else {
        return;
    };
    let lambda = Lambda::new().await;
    let environment = |value: &str| json!({"Environment": {"Variables": {"testenv": value}}});
    let create = with(
        with(input("f"), &environment("staging")),
        &json!({"Publish": true}),
    );
    recorded.check("create_response", &lambda.call("POST ", &create).await);
    recorded.check(
        "publish_v1",
        &lambda.call("POST /f/versions", &json!({})).await,
    );
    lambda
        .call("PUT /f/configuration", &environment("prod"))
        .await
        .ok();
    recorded.check(
        "publish_v2",
        &lambda.call("POST /f/versions", &json!({})).await,
    );
    for (step, function, body) in creations() {
        recorded.check(
            step,
            &lambda
                .call(&format!("POST /{function}/aliases"), &body)
                .await,
        );
    }
    let missing = lambda
        .call("GET /f/aliases/non-existent", &Value::Null)
        .await;
    recorded.check("alias_does_not_exist_esc", &missing);
}

#[tokio::test]
async fn aliases_are_moved_and_deleted() {
    let lambda = Lambda::new().await;
    lambda
        .create(&with(input("f"), &json!({"Publish": true})))
        .await;
    let missing = lambda.call("PUT /f/aliases/live", &json!({})).await;
    check(
        &missing,
        404,
        "ResourceNotFoundException",
        "Alias not found: ",
    );
    let alias = json!({"Name": "live", "FunctionVersion": "1"});
    let made = lambda.call("POST /f/aliases", &alias).await.ok();
    let in_use = lambda.call("DELETE /f?Qualifier=1", &Value::Null).await;
    check(
        &in_use,
        409,
        "ResourceConflictException",
        "the following aliases reference it: [live]",
    );
    let moved = json!({"FunctionVersion": "$LATEST", "RevisionId": made["RevisionId"]});
    assert_eq!(
        lambda.call("PUT /f/aliases/live", &moved).await.ok()["FunctionVersion"],
        "$LATEST"
    );
    check(
        &lambda.call("PUT /f/aliases/live", &moved).await,
        412,
        "PreconditionFailedException",
        "GetAlias",
    );
    assert_eq!(
        lambda
            .call("DELETE /f/aliases/live", &Value::Null)
            .await
            .status,
        204
    );
    assert_eq!(
        lambda
            .call("DELETE /f/aliases/live", &Value::Null)
            .await
            .status,
        204
    );
    let aliases = lambda.call("GET /f/aliases", &Value::Null).await.ok();
    assert_eq!(aliases["Aliases"], json!([]));
}
