//! What stands beside a function: event invoke and provisioned concurrency configurations, recursion,
//! runtime management, code signing.

use serde_json::{Value, json};

use super::*;

impl Lambda {
    async fn rest(&self, line: &str, input: &Value) -> Answer {
        self.world.rest("lambda", line, input).await
    }
}

const EVENTS: &str = "/2019-09-25/functions/f/event-invoke-config";

#[tokio::test]
async fn asynchronous_ends_are_configured_by_qualifier() {
    let lambda = Lambda::new().await;
    lambda
        .create(&with(input("f"), &json!({"Publish": true})))
        .await;
    lambda.create(&input("other")).await;
    let function = |name: &str| format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:{name}");
    let put = |input: Value| {
        let lambda = &lambda;
        async move { lambda.rest(&format!("PUT {EVENTS}"), &input).await }
    };
    let made = put(json!({"MaximumRetryAttempts": 2, "MaximumEventAgeInSeconds": 60}))
        .await
        .ok();
    assert_eq!(made["FunctionArn"], format!("{}:$LATEST", function("f")));
    assert_eq!(
        made["DestinationConfig"],
        json!({"OnSuccess": {}, "OnFailure": {}})
    );
    let destination =
        json!({"DestinationConfig": {"OnSuccess": {"Destination": function("other")}}});
    let changed = lambda
        .rest(&format!("POST {EVENTS}"), &destination)
        .await
        .ok();
    assert_eq!(changed["MaximumRetryAttempts"], 2);
    assert_eq!(
        changed["DestinationConfig"]["OnSuccess"]["Destination"],
        function("other")
    );
    let made = put(json!({"MaximumRetryAttempts": 0})).await.ok();
    assert!(made.get("MaximumEventAgeInSeconds").is_none(), "{made}");
    let missing = "ResourceNotFoundException";
    let of_version = format!("{EVENTS}?Qualifier=1");
    let answer = lambda
        .rest(&format!("GET {of_version}"), &Value::Null)
        .await;
    check(
        &answer,
        404,
        missing,
        "function:f:1 doesn't have an EventInvokeConfig",
    );
    lambda
        .rest(
            &format!("PUT {of_version}"),
            &json!({"MaximumRetryAttempts": 1}),
        )
        .await
        .ok();
    let all = lambda
        .rest(&format!("GET {EVENTS}/list"), &Value::Null)
        .await
        .ok();
    assert_eq!(
        all["FunctionEventInvokeConfigs"].as_array().unwrap().len(),
        2
    );
    assert_eq!(
        lambda
            .rest(&format!("DELETE {of_version}"), &Value::Null)
            .await
            .status,
        204
    );
    let answer = lambda
        .rest(&format!("DELETE {of_version}"), &Value::Null)
        .await;
    check(&answer, 404, missing, "doesn't have an EventInvokeConfig");
}

#[tokio::test]
async fn impossible_destinations_are_refused_in_aws_words() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let function = |name: &str| format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:{name}");
    let put = |input: Value| {
        let lambda = &lambda;
        async move { lambda.rest(&format!("PUT {EVENTS}"), &input).await }
    };
    let success = |arn: &str| json!({"DestinationConfig": {"OnSuccess": {"Destination": arn}}});
    for (input, text) in [
        (
            json!({}),
            "You must specify at least one of error handling or destination setting.",
        ),
        (
            success(&function("f")),
            "You can't specify the function as a destination for itself.",
        ),
        (success(&function("none")), "function:none is invalid."),
        (
            success("arn:aws:iam:us-east-1:111111111111:function:f"),
            "The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=\
             arn:aws:iam:us-east-1:111111111111:function:f), onFailure=null) is invalid.",
        ),
    ] {
        check(&put(input).await, 400, INVALID, text);
    }
}

#[tokio::test]
async fn only_what_is_published_is_provisioned() {
    let lambda = Lambda::new().await;
    lambda
        .create(&with(input("f"), &json!({"Publish": true})))
        .await;
    let alias = json!({"Name": "live", "FunctionVersion": "1"});
    lambda.call("POST /f/aliases", &alias).await.ok();
    let of = |qualifier: &str| {
        format!("/2019-09-30/functions/f/provisioned-concurrency?Qualifier={qualifier}")
    };
    let put = |qualifier: &str, wanted: i32| {
        let line = format!("PUT {}", of(qualifier));
        let input = json!({"ProvisionedConcurrentExecutions": wanted});
        let lambda = &lambda;
        async move { lambda.rest(&line, &input).await }
    };
    let missing = "ResourceNotFoundException";
    for (answer, status, code, text) in [
        (
            put("$LATEST", 1).await,
            400,
            INVALID,
            "Provisioned Concurrency Configs cannot be applied to unpublished function versions.",
        ),
        (put("9", 1).await, 404, missing, "Function not found: arn:"),
        (
            put("none", 1).await,
            404,
            missing,
            "Cannot find alias arn: arn:",
        ),
        (
            put("1", 1001).await,
            400,
            INVALID,
            "is greater than account's unreserved concurrency [1000].",
        ),
        (
            put("1", 901).await,
            400,
            INVALID,
            "below its minimum value of [100].",
        ),
        (
            lambda.rest(&format!("GET {}", of("1")), &Value::Null).await,
            404,
            "ProvisionedConcurrencyConfigNotFoundException",
            "No Provisioned Concurrency Config found for this function",
        ),
    ] {
        check(&answer, status, code, text);
    }
}

#[tokio::test]
async fn a_version_and_its_alias_are_not_both_provisioned() {
    let lambda = Lambda::new().await;
    lambda
        .create(&with(input("f"), &json!({"Publish": true})))
        .await;
    let alias = json!({"Name": "live", "FunctionVersion": "1"});
    lambda.call("POST /f/aliases", &alias).await.ok();
    let of = |qualifier: &str| {
        format!("/2019-09-30/functions/f/provisioned-concurrency?Qualifier={qualifier}")
    };
    let put = |qualifier: &str, wanted: i32| {
        let line = format!("PUT {}", of(qualifier));
        let input = json!({"ProvisionedConcurrentExecutions": wanted});
        let lambda = &lambda;
        async move { lambda.rest(&line, &input).await }
    };
    let made = put("1", 1).await;
    assert_eq!(
        (made.status, &made.json()["Status"]),
        (202, &json!("IN_PROGRESS"))
    );
    let text = "Alias can't be used for Provisioned Concurrency configuration on an already \
                Provisioned version";
    check(
        &put("live", 1).await,
        409,
        "ResourceConflictException",
        text,
    );
    let all = "GET /2019-09-30/functions/f/provisioned-concurrency?List=ALL";
    let all = lambda.rest(all, &Value::Null).await.ok();
    assert_eq!(
        all["ProvisionedConcurrencyConfigs"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        lambda
            .rest(&format!("DELETE {}", of("1")), &Value::Null)
            .await
            .status,
        204
    );
    put("live", 1).await.ok();
    let text = "Version is pointed by a Provisioned Concurrency alias";
    check(&put("1", 1).await, 409, "ResourceConflictException", text);
}

#[tokio::test]
async fn recursion_and_runtime_updates_are_kept_and_shown() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let recursion = "/2024-08-31/functions/f/recursion-config";
    let shown = lambda
        .rest(&format!("GET {recursion}"), &Value::Null)
        .await
        .ok();
    assert_eq!(shown, json!({"RecursiveLoop": "Terminate"}));
    let allow = json!({"RecursiveLoop": "Allow"});
    lambda.rest(&format!("PUT {recursion}"), &allow).await.ok();
    let shown = lambda
        .rest(&format!("GET {recursion}"), &Value::Null)
        .await
        .ok();
    assert_eq!(shown, allow);
    let updates = "/2021-07-20/functions/f/runtime-management-config";
    let shown = lambda
        .rest(&format!("GET {updates}"), &Value::Null)
        .await
        .ok();
    assert_eq!(shown["UpdateRuntimeOn"], "Auto");
    let put = format!("PUT {updates}");
    let on_update = json!({"UpdateRuntimeOn": "FunctionUpdate"});
    lambda.rest(&put, &on_update).await.ok();
    let shown = lambda
        .rest(&format!("GET {updates}"), &Value::Null)
        .await
        .ok();
    assert_eq!(shown["UpdateRuntimeOn"], "FunctionUpdate");
    let configuration = lambda.call("GET /f/configuration", &Value::Null).await.ok();
    let present = &configuration["RuntimeVersionConfig"]["RuntimeVersionArn"];
    let manual = json!({"UpdateRuntimeOn": "Manual", "RuntimeVersionArn": present});
    lambda.rest(&put, &manual).await.ok();
    let other = present.as_str().unwrap().replace("runtime:", "runtime:0");
    let manual = json!({"UpdateRuntimeOn": "Manual", "RuntimeVersionArn": other});
    check(
        &lambda.rest(&put, &manual).await,
        400,
        INVALID,
        "is not supported by Portcullis",
    );
}

#[tokio::test]
async fn a_function_under_enforced_signatures_takes_no_unsigned_code() {
    let lambda = Lambda::new().await;
    let profile = "arn:aws:signer:us-east-1:111111111111:/signing-profiles/test";
    let config = json!({
        "Description": "d", "AllowedPublishers": {"SigningProfileVersionArns": [profile]},
        "CodeSigningPolicies": {"UntrustedArtifactOnDeployment": "Enforce"},
    });
    let made = lambda
        .rest("POST /2020-04-22/code-signing-configs", &config)
        .await
        .ok();
    let arn = made["CodeSigningConfig"]["CodeSigningConfigArn"]
        .as_str()
        .unwrap()
        .to_owned();
    let signed = json!({ "CodeSigningConfigArn": arn });
    let refused = lambda.call("POST ", &with(input("f"), &signed)).await;
    check(
        &refused,
        400,
        "CodeVerificationFailedException",
        "Lambda cannot deploy the function.",
    );
    let warn = json!({"CodeSigningPolicies": {"UntrustedArtifactOnDeployment": "Warn"}});
    let line = format!("PUT /2020-04-22/code-signing-configs/{arn}");
    lambda.rest(&line, &warn).await.ok();
    lambda.create(&with(input("f"), &signed)).await;
    let of_function = "/2020-06-30/functions/f/code-signing-config";
    let shown = lambda
        .rest(&format!("GET {of_function}"), &Value::Null)
        .await
        .ok();
    assert_eq!(
        shown,
        json!({"CodeSigningConfigArn": arn, "FunctionName": "f"})
    );
    let line = format!("GET /2020-04-22/code-signing-configs/{arn}/functions");
    let functions = lambda.rest(&line, &Value::Null).await.ok();
    assert_eq!(functions["FunctionArns"].as_array().unwrap().len(), 1);
    let line = format!("DELETE /2020-04-22/code-signing-configs/{arn}");
    assert_eq!(lambda.rest(&line, &Value::Null).await.status, 409);
    lambda
        .rest(&format!("DELETE {of_function}"), &Value::Null)
        .await
        .ok();
    let shown = lambda
        .rest(&format!("GET {of_function}"), &Value::Null)
        .await
        .ok();
    assert_eq!(shown, json!({}));
    assert_eq!(lambda.rest(&line, &Value::Null).await.status, 204);
}
