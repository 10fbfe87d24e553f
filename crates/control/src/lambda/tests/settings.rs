//! Logging, environment, tags, concurrency.

use serde_json::{Value, json};

use super::*;

#[tokio::test]
async fn logging_switches_between_formats() {
    let Some(mut recorded) =
        Recorded::find(API, "test_advanced_logging_configuration_format_switch")
    else {
        return;
    };
    let lambda = Lambda::new().await;
    let create = json!({
        "Handler": "handler.handler", "MemorySize": 256, "Timeout": 5,
        "Environment": {"Variables": {}},
    });
    lambda.create(&with(input("f"), &create)).await;
    for (format, updated, received) in [
        ("JSON", "updated_config", "received_config"),
        ("Text", "updated_config_v2", "received_config_v2"),
    ] {
        let change = json!({"LoggingConfig": {"LogFormat": format}});
        recorded.check(updated, &lambda.call("PUT /f/configuration", &change).await);
        recorded.check(
            received,
            &lambda.call("GET /f/configuration", &Value::Null).await,
        );
    }
}

#[tokio::test]
async fn environments_are_bounded_and_keep_off_reserved_names() {
    let lambda = Lambda::new().await;
    let variables = |name: &str, value: &str| json!({"Environment": {"Variables": {name: value}}});
    let reserved = variables("AWS_LAMBDA_RUNTIME_API", "x");
    let text = "Reserved keys used in this request: AWS_LAMBDA_RUNTIME_API";
    check(
        &lambda.call("POST ", &with(input("f"), &reserved)).await,
        400,
        INVALID,
        text,
    );
    let large = variables("LARGE_VAR", &"x".repeat(4082));
    let text = "exceeded the 4KB limit. String measured: {\\\"LARGE_VAR\\\":";
    check(
        &lambda.call("POST ", &with(input("f"), &large)).await,
        400,
        INVALID,
        text,
    );
    lambda
        .create(&with(
            input("f"),
            &variables("LARGE_VAR", &"x".repeat(4080)),
        ))
        .await;
}

#[tokio::test]
async fn tags_and_concurrency_behave_as_on_aws() {
    let Some(mut recorded) = Recorded::find(LAMBDA, "test_lambda_concurrency_crud") else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let of = |version: &str| format!("/{version}/functions/f/concurrency");
    let world = &lambda.world;
    let (get, put) = (
        format!("GET {}", of("2019-09-30")),
        format!("PUT {}", of("2017-10-31")),
    );
    recorded.check(
        "get_function_concurrency_default",
        &world.rest("lambda", &get, &Value::Null).await,
    );
    let zero = json!({"ReservedConcurrentExecutions": 0});
    recorded.check(
        "put_function_concurrency",
        &world.rest("lambda", &put, &zero).await,
    );
    recorded.check(
        "get_function_concurrency_updated",
        &world.rest("lambda", &get, &Value::Null).await,
    );
    let throttled = lambda.call("POST /f/invocations", &json!({})).await;
    assert_eq!(throttled.status, 429);
    assert_eq!(
        throttled.json(),
        json!({
            "Type": "User", "message": "Rate Exceeded.",
            "Reason": "ReservedFunctionConcurrentInvocationLimitExceeded",
        })
    );
    let much = json!({"ReservedConcurrentExecutions": 901});
    check(
        &world.rest("lambda", &put, &much).await,
        400,
        INVALID,
        "below its minimum value of [100].",
    );
    let delete = format!("DELETE {}", of("2017-10-31"));
    world.rest("lambda", &delete, &Value::Null).await.ok();
    recorded.check(
        "get_function_concurrency_deleted",
        &world.rest("lambda", &get, &Value::Null).await,
    );
    let tags = "/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:f";
    let put = json!({"Tags": {"a": "1", "b": "2"}});
    world
        .rest("lambda", &format!("POST {tags}"), &put)
        .await
        .ok();
    world
        .rest("lambda", &format!("DELETE {tags}?tagKeys=a"), &Value::Null)
        .await
        .ok();
    let left = world
        .rest("lambda", &format!("GET {tags}"), &Value::Null)
        .await
        .ok();
    assert_eq!(left["Tags"], json!({"b": "2"}));
    let alias = world
        .rest("lambda", &format!("GET {tags}:alias"), &Value::Null)
        .await;
    check(
        &alias,
        400,
        INVALID,
        "Tags on function aliases and versions are not supported.",
    );
}
