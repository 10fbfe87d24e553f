//! Making, showing and listing functions, and what they may not be made of.

use serde_json::{Value, json};

use super::super::storage;
use super::*;

#[tokio::test]
async fn impossible_functions_are_refused_in_aws_words() {
    let Some(mut recorded) = Recorded::find(API, "test_create_lambda_exceptions") else {
        return;
    };
    let lambda = Lambda::new().await;
    for (step, members) in [
        ("invalid_role_arn_exc", json!({"Role": "r1"})),
        (
            "invalid_runtime_exc",
            json!({"Runtime": "non-existent-runtime"}),
        ),
        ("uppercase_runtime_exc", json!({"Runtime": "PYTHON3.9"})),
        (
            "multiple_architectures",
            json!({"Architectures": ["x86_64", "arm64"]}),
        ),
        (
            "uppercase_architecture",
            json!({"Architectures": ["X86_64"]}),
        ),
        (
            "invalid_zip_exc",
            json!({"Code": {"ZipFile": "dGhpcyBpcyBub3QgYSB6aXA="}}),
        ),
    ] {
        recorded.check(
            step,
            &lambda.call("POST ", &with(input("f"), &members)).await,
        );
    }
}

#[tokio::test]
async fn code_has_a_quota_of_its_own() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let full = |record: &mut model::FunctionRecord| {
        record.latest.code.size = storage::MOST_BYTES;
        Ok::<_, std::convert::Infallible>(())
    };
    let id = format!("{ACCOUNT}/{REGION}/f");
    lambda.world.records.update(&id, full).await.unwrap();
    let settings = "GET /2016-08-19/account-settings";
    let usage = lambda.world.rest("lambda", settings, &json!({})).await.ok();
    assert_eq!(
        usage["AccountUsage"]["TotalCodeSize"],
        usage["AccountLimit"]["TotalCodeSize"]
    );
    let layer = json!({"Content": {"ZipFile": zip_of(&[("a", "b")])}});
    let layers = "POST /2018-10-31/layers/l/versions";
    for answer in [
        lambda.call("POST ", &input("g")).await,
        lambda.call("POST /f/versions", &json!({})).await,
        lambda.world.rest("lambda", layers, &layer).await,
    ] {
        check(
            &answer,
            400,
            "CodeStorageExceededException",
            "Code storage limit exceeded.",
        );
    }
    // What takes the place of something larger is less.
    let code = json!({"ZipFile": zip_of(&[("index.py", ECHO)])});
    lambda.call("PUT /f/code", &code).await.ok();
    lambda.create(&input("g")).await;
}

#[tokio::test]
async fn what_is_not_served_is_refused_by_name() {
    let lambda = Lambda::new().await;
    for (members, name) in [
        (
            json!({"Code": {"S3Bucket": "bucket", "S3Key": "key"}}),
            "S3 Error Code: NoSuchBucket",
        ),
        (
            json!({"VpcConfig": {"SubnetIds": ["subnet-1"]}}),
            "VpcConfig",
        ),
        (json!({"Runtime": "dotnet8"}), "dotnet8"),
    ] {
        let answer = lambda.call("POST ", &with(input("f"), &members)).await;
        check(&answer, 400, INVALID, name);
    }
    let harmless = json!({"VpcConfig": {}, "TracingConfig": {"Mode": "Active"}, "Layers": []});
    lambda.create(&with(input("f"), &harmless)).await;
}

#[tokio::test]
async fn a_role_must_trust_lambda() {
    let lambda = Lambda::new().await;
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
    lambda.world.role("stranger", trust).await;
    let cannot = "The role defined for the function cannot be assumed by Lambda.";
    for role in ["stranger", "missing"] {
        let role = json!({"Role": format!("arn:aws:iam::{ACCOUNT}:role/{role}")});
        check(
            &lambda.call("POST ", &with(input("f"), &role)).await,
            400,
            INVALID,
            cannot,
        );
    }
    let role = json!({"Role": "arn:aws:iam::222222222222:role/worker"});
    let answer = lambda.call("POST ", &with(input("f"), &role)).await;
    check(
        &answer,
        403,
        "AccessDeniedException",
        "Cross-account pass role is not allowed.",
    );
}

#[tokio::test]
async fn functions_are_listed_by_pages() {
    let lambda = Lambda::new().await;
    for name in ["a", "b", "c"] {
        lambda
            .create(&with(input(name), &json!({"Publish": name == "b"})))
            .await;
    }
    let page = lambda.call("GET ?MaxItems=2", &Value::Null).await.ok();
    assert_eq!(page["Functions"].as_array().unwrap().len(), 2);
    let marker = page["NextMarker"].as_str().unwrap();
    let page = lambda
        .call(&format!("GET ?Marker={marker}"), &Value::Null)
        .await
        .ok();
    assert_eq!(page["Functions"][0]["FunctionName"], "c");
    assert!(page.get("NextMarker").is_none());
    let all = lambda
        .call("GET ?FunctionVersion=ALL", &Value::Null)
        .await
        .ok();
    assert_eq!(all["Functions"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn functions_are_not_reachable_from_another_region() {
    let lambda = Lambda::new().await;
    let arn = "arn:aws:lambda:eu-west-1:111111111111:function:f";
    let answer = lambda.call(&format!("GET /{arn}"), &Value::Null).await;
    let text = "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')";
    check(&answer, 404, "ResourceNotFoundException", text);
}

#[tokio::test]
async fn the_code_is_where_get_function_says() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let shown = lambda.call("GET /f", &Value::Null).await.ok();
    let location: http::Uri = shown["Code"]["Location"].as_str().unwrap().parse().unwrap();
    let get = |uri: String| {
        lambda
            .world
            .send(http::Request::get(uri).body(bytes::Bytes::new()).unwrap())
    };
    let found = get(location.path_and_query().unwrap().to_string()).await;
    assert_eq!(found.status, 200);
    assert!(found.body.starts_with(b"PK"));
    let forged = location
        .path_and_query()
        .unwrap()
        .to_string()
        .replace("expires=1", "expires=2");
    assert_eq!(get(forged).await.status, 403);
    assert_eq!(get(location.path().to_owned()).await.status, 403);
}
