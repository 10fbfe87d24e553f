//! Publishing, and the life of versions.

use serde_json::{Value, json};

use super::*;

#[tokio::test]
async fn a_function_lives_as_on_aws() {
    let Some(mut recorded) = Recorded::find(API, "test_version_lifecycle") else {
        return;
    };
    let lambda = Lambda::new().await;
    let latest = "GET /f/configuration";
    let first = with(input("f"), &json!({"Description": "No version :("}));
    recorded.check("create_response", &lambda.call("POST ", &first).await);
    recorded.check(
        "get_function_result",
        &lambda.call("GET /f", &Value::Null).await,
    );
    recorded.check(
        "list_versions_result",
        &lambda.call("GET /f/versions", &Value::Null).await,
    );
    let describe = |text: &str| json!({"Description": text});
    let update = lambda
        .call("PUT /f/configuration", &describe("First version :)"))
        .await;
    recorded.check("first_update_response", &update);
    recorded.check(
        "first_update_get_function",
        &lambda.call("GET /f", &Value::Null).await,
    );
    let publish = lambda
        .call(
            "POST /f/versions",
            &describe("First version description :)"),
        )
        .await;
    recorded.check("first_publish_response", &publish);
    recorded.check(
        "first_publish_get_function",
        &lambda.call("GET /f?Qualifier=1", &Value::Null).await,
    );
    recorded.check(
        "first_publish_get_function_config",
        &lambda
            .call(&format!("{latest}?Qualifier=1"), &Value::Null)
            .await,
    );
    let update = lambda
        .call("PUT /f/configuration", &describe("Second version :))"))
        .await;
    recorded.check("second_update_response", &update);
    recorded.check(
        "first_publish_get_function_after_update",
        &lambda.call("GET /f?Qualifier=1", &Value::Null).await,
    );
    recorded.check(
        "second_publish_response",
        &lambda.call("POST /f/versions", &json!({})).await,
    );
    let third = describe("Third version description :)))");
    recorded.check(
        "third_publish_response",
        &lambda.call("POST /f/versions", &third).await,
    );
    recorded.check(
        "list_versions_result_after_third_publish",
        &lambda.call("GET /f/versions", &Value::Null).await,
    );
    lambda
        .call("DELETE /f?Qualifier=1", &Value::Null)
        .await
        .ok();
    recorded.check(
        "list_versions_result_after_deletion_of_first_version",
        &lambda.call("GET /f/versions", &Value::Null).await,
    );
}

#[tokio::test]
async fn a_version_can_be_published_with_the_function() {
    let Some(mut recorded) = Recorded::find(API, "test_publish_version_on_create") else {
        return;
    };
    let lambda = Lambda::new().await;
    let create = with(input("f"), &json!({"Publish": true}));
    for (step, line, body) in [
        ("create_response", "POST ", create),
        (
            "get_function_version_result",
            "GET /f?Qualifier=1",
            Value::Null,
        ),
        (
            "get_function_latest_result",
            "GET /f?Qualifier=$LATEST",
            Value::Null,
        ),
        ("get_function_result", "GET /f", Value::Null),
        ("list_versions_result", "GET /f/versions", Value::Null),
        ("repeated_publish_response", "POST /f/versions", json!({})),
        (
            "list_versions_result_after_publish",
            "GET /f/versions",
            Value::Null,
        ),
    ] {
        recorded.check(step, &lambda.call(line, &body).await);
    }
}

#[tokio::test]
async fn a_publisher_may_say_which_code_and_revision_it_means() {
    let lambda = Lambda::new().await;
    let created = lambda.create(&input("f")).await;
    let wrong = json!({"CodeSha256": "somenonexistentsha256"});
    let sha = created["CodeSha256"].as_str().unwrap();
    let text = format!(
        "CodeSHA256 (somenonexistentsha256) is different from current CodeSHA256 in $LATEST ({sha})."
    );
    check(
        &lambda.call("POST /f/versions", &wrong).await,
        400,
        INVALID,
        &text,
    );
    // The revision that was shown while the function was pending is not the settled one.
    let old = json!({"RevisionId": created["RevisionId"]});
    let answer = lambda.call("POST /f/versions", &old).await;
    check(
        &answer,
        412,
        "PreconditionFailedException",
        "Call the GetFunction/GetAlias API",
    );
    let current = lambda.call("GET /f/configuration", &Value::Null).await.ok();
    let right = json!({"RevisionId": current["RevisionId"], "CodeSha256": sha});
    assert_eq!(
        lambda.call("POST /f/versions", &right).await.ok()["Version"],
        "1"
    );
}
