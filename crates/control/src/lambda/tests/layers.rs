//! Layers, their policies, and functions that use them.

use serde_json::{Value, json};

use super::*;

const LAYERS: &str = "/2018-10-31/layers";

impl Lambda {
    async fn layer(&self, line: &str, input: &Value) -> Answer {
        let (method, path) = line.split_once(' ').unwrap();
        let line = format!("{method} {LAYERS}{path}");
        self.world.rest("lambda", &line, input).await
    }

    async fn publish(&self, name: &str, files: &[(&str, &str)]) -> String {
        let content = json!({"Content": {"ZipFile": zip_of(files)}});
        let made = self
            .layer(&format!("POST /{name}/versions"), &content)
            .await
            .ok();
        made["LayerVersionArn"].as_str().unwrap().to_owned()
    }
}

/// The recorder put these in the place of what differs.
fn renamed(mut answer: Answer) -> Answer {
    let mut body = answer.json();
    if let Some(content) = body.get_mut("Content") {
        content["Location"] = json!("<layer-location>");
        content["CodeSize"] = json!("<code-size>");
    }
    answer.body = body.to_string().into();
    answer
}

#[tokio::test]
async fn layers_are_published_shown_and_deleted() {
    let Some(mut recorded) = Recorded::find(API, "test_layer_lifecycle") else {
        return;
    };
    let lambda = Lambda::new().await;
    let version = json!({
        "CompatibleRuntimes": ["python3.12"], "CompatibleArchitectures": ["x86_64"],
        "LicenseInfo": "<license-info>", "Description": "<description>",
        "Content": {"ZipFile": zip_of(&[("a", "1")])},
    });
    for step in ["publish_result", "publish_result_2"] {
        recorded.check(
            step,
            &renamed(lambda.layer("POST /l/versions", &version).await),
        );
    }
    let shown = lambda.layer("GET /l/versions/1", &Value::Null).await;
    recorded.check("get_layer_ver_result", &renamed(shown));
    let arn = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:layer:l:1");
    let shown = lambda
        .layer(&format!("GET ?find=LayerVersion&Arn={arn}"), &Value::Null)
        .await;
    recorded.check("get_layer_by_arn_version", &renamed(shown));
    let list = lambda.layer("GET /l/versions", &Value::Null).await;
    recorded.check("list_layer_versions_predelete", &list);
    for (step, number) in [("delete_layer_1", 1), ("delete_layer_2", 2)] {
        let line = format!("DELETE /l/versions/{number}");
        recorded.check(step, &lambda.layer(&line, &Value::Null).await);
    }
    let list = lambda.layer("GET /l/versions", &Value::Null).await;
    recorded.check("list_layer_versions_postdelete", &list);
    assert!(
        lambda
            .publish("l", &[("a", "1")])
            .await
            .ends_with(":layer:l:3")
    );
    let all = lambda
        .layer("GET ?CompatibleRuntime=ruby3.3", &Value::Null)
        .await
        .ok();
    assert_eq!(all["Layers"][0]["LatestMatchingVersion"]["Version"], 3);
}

#[tokio::test]
async fn a_function_finds_its_layers_one_over_the_other() {
    let lambda = Lambda::new().await;
    let first = lambda
        .publish("one", &[("python/named.py", "NAME = 'one'"), ("a", "1")])
        .await;
    let second = lambda
        .publish("two", &[("python/named.py", "NAME = 'two'"), ("a", "2")])
        .await;
    let code = "import named\ndef handler(event, context):\n    return [named.NAME, open('/opt/a').read()]\n";
    let code = json!({
        "Code": {"ZipFile": zip_of(&[("index.py", code)])}, "Layers": [first, second],
    });
    let made = lambda.create(&with(input("f"), &code)).await;
    assert_eq!(made["Layers"][1]["Arn"], second);
    lambda
        .layer("DELETE /two/versions/1", &Value::Null)
        .await
        .ok();
    let answer = lambda.call("POST /f/invocations", &json!({})).await;
    assert_eq!(answer.json(), json!(["two", "2"]), "{}", answer.text());
    let turned = json!({"Layers": []});
    let changed = lambda.call("PUT /f/configuration", &turned).await.ok();
    assert_eq!(changed.get("Layers"), None);
    let answer = lambda.call("POST /f/invocations", &json!({})).await;
    assert_eq!(answer.json()["errorType"], "Runtime.ImportModuleError");
}

#[tokio::test]
async fn impossible_layers_are_refused_in_aws_words() {
    let lambda = Lambda::new().await;
    let arn = lambda.publish("l", &[("a", "1")]).await;
    let next = lambda.publish("l", &[("a", "2")]).await;
    let missing = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:layer:l:9");
    let elsewhere = format!("arn:aws:lambda:eu-west-1:{ACCOUNT}:layer:l:1");
    for (layers, text) in [
        (vec![arn.clone(); 6], "Cannot reference more than 5 layers."),
        (
            vec![arn, next],
            "Two different versions of the same layer are not allowed to be referenced in the \
             same function.",
        ),
        (vec![missing], ":layer:l:9 does not exist."),
        (
            vec![elsewhere],
            "Layers are expected to be in region us-east-1.",
        ),
    ] {
        let layers = json!({ "Layers": layers });
        let answer = lambda.call("POST ", &with(input("f"), &layers)).await;
        check(&answer, 400, INVALID, text);
    }
    let text = "The resource you requested does not exist.";
    for line in ["GET /l/versions/9", "GET /none/versions/1"] {
        let answer = lambda.layer(line, &Value::Null).await;
        check(&answer, 404, "ResourceNotFoundException", text);
    }
    let answer = lambda.layer("GET /l/versions/0", &Value::Null).await;
    check(&answer, 400, INVALID, "Layer Version Cannot be less than 1");
    let bucket = json!({"Content": {"S3Bucket": "bucket", "S3Key": "k"}});
    let answer = lambda.layer("POST /l/versions", &bucket).await;
    check(&answer, 400, INVALID, "S3 Error Code: NoSuchBucket");
}

#[tokio::test]
async fn another_account_needs_the_layers_permission() {
    let lambda = Lambda::new().await;
    let arn = lambda.publish("l", &[("a", "1")]).await;
    let other = "222222222222";
    let get = format!("GET {LAYERS}?find=LayerVersion&Arn={arn}");
    let refused = lambda
        .world
        .rest_as(other, "lambda", &get, &Value::Null)
        .await;
    let text = "is not authorized to perform: lambda:GetLayerVersion on resource: \
                arn:aws:lambda:us-east-1:111111111111:layer:l:1 because no resource-based policy \
                allows the lambda:GetLayerVersion action";
    check(&refused, 403, "AccessDeniedException", text);
    let permission = json!({
        "StatementId": "s", "Action": "lambda:GetLayerVersion", "Principal": other,
    });
    let made = lambda
        .layer("POST /l/versions/1/policy", &permission)
        .await
        .ok();
    let expected = format!(
        r#"{{"Sid":"s","Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::{other}:root"}},"Action":"lambda:GetLayerVersion","Resource":"{arn}"}}"#
    );
    assert_eq!(made["Statement"], expected);
    lambda
        .world
        .rest_as(other, "lambda", &get, &Value::Null)
        .await
        .ok();
    let again = lambda.layer("POST /l/versions/1/policy", &permission).await;
    check(
        &again,
        409,
        "ResourceConflictException",
        "The statement id (s) provided already exists.",
    );
    let stale = "DELETE /l/versions/1/policy/s?RevisionId=11111111-2222-4333-8444-555555555555";
    let answer = lambda.layer(stale, &Value::Null).await;
    check(
        &answer,
        412,
        "PreconditionFailedException",
        "Call the GetLayerPolicy API",
    );
    lambda
        .layer("DELETE /l/versions/1/policy/s", &Value::Null)
        .await
        .ok();
    let answer = lambda.layer("GET /l/versions/1/policy", &Value::Null).await;
    let text = "No policy is associated with the given resource.";
    check(&answer, 404, "ResourceNotFoundException", text);
    let refused = lambda
        .world
        .rest_as(other, "lambda", &get, &Value::Null)
        .await;
    assert_eq!(refused.status, 403);
}
