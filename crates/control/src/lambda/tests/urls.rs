//! The configurations of function URLs. How their requests are answered is `gateway`'s.

use serde_json::{Value, json};

use super::*;

const URLS: &str = "/2021-10-31/functions";

impl Lambda {
    async fn url(&self, line: &str, input: &Value) -> Answer {
        let (method, path) = line.split_once(' ').unwrap();
        let line = format!("{method} {URLS}{path}");
        self.world.rest("lambda", &line, input).await
    }
}

/// The recorder put this in the place of the address.
fn renamed(mut answer: Answer) -> Answer {
    let mut body = answer.json();
    if let Some(url) = body.get_mut("FunctionUrl") {
        *url = json!("lambda-url");
    }
    if let Some(list) = body.get_mut("FunctionUrlConfigs") {
        for one in list.as_array_mut().unwrap() {
            one["FunctionUrl"] = json!("lambda-url");
        }
    }
    if body != Value::Null {
        answer.body = body.to_string().into();
    }
    answer
}

#[tokio::test]
async fn function_and_alias_have_urls_of_their_own() {
    let Some(mut recorded) = Recorded::find(API, "test_url_config_deletion_without_qualifier")
    else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let alias = json!({"Name": "test-alias", "FunctionVersion": "$LATEST"});
    lambda.call("POST /f/aliases", &alias).await.ok();
    let none = json!({"AuthType": "NONE"});
    let of_alias = "/f/url?Qualifier=test-alias";
    for (step, line, input) in [
        ("url_creation", "POST /f/url".to_owned(), &none),
        ("url_with_alias_creation", format!("POST {of_alias}"), &none),
        ("get_url_config", "GET /f/url".to_owned(), &Value::Null),
        (
            "get_url_config_with_alias",
            format!("GET {of_alias}"),
            &Value::Null,
        ),
        (
            "delete_function_url_config",
            "DELETE /f/url".to_owned(),
            &Value::Null,
        ),
        (
            "get_url_config_after_deletion",
            "GET /f/url".to_owned(),
            &Value::Null,
        ),
        (
            "get_url_config_with_alias_after_deletion",
            format!("GET {of_alias}"),
            &Value::Null,
        ),
    ] {
        recorded.check(step, &renamed(lambda.url(&line, input).await));
    }
    lambda
        .call("DELETE /f/aliases/test-alias", &Value::Null)
        .await;
    assert_eq!(
        lambda
            .url(&format!("GET {of_alias}"), &Value::Null)
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn urls_are_listed_by_pages() {
    let Some(mut recorded) = Recorded::find(API, "test_url_config_list_paging") else {
        return;
    };
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let alias = json!({"Name": "urlalias", "FunctionVersion": "$LATEST"});
    lambda.call("POST /f/aliases", &alias).await.ok();
    let missing = lambda.url("GET /doesnotexist/urls", &Value::Null).await;
    recorded.check("list_function_notfound", &missing);
    recorded.check(
        "list_all_empty",
        &lambda.url("GET /f/urls", &Value::Null).await,
    );
    let none = json!({"AuthType": "NONE"});
    lambda.url("POST /f/url", &none).await.ok();
    lambda
        .url("POST /f:urlalias/url?Qualifier=urlalias", &none)
        .await
        .ok();
    let all = renamed(lambda.url("GET /f/urls", &Value::Null).await);
    recorded.check("list_all", &all);
    let first = lambda
        .url("GET /f/urls?MaxItems=1", &Value::Null)
        .await
        .ok();
    assert_eq!(first["FunctionUrlConfigs"].as_array().unwrap().len(), 1);
    let marker = first["NextMarker"].as_str().unwrap();
    let rest = lambda
        .url(&format!("GET /f/urls?Marker={marker}"), &Value::Null)
        .await
        .ok();
    assert_eq!(rest["FunctionUrlConfigs"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn impossible_urls_are_refused_in_aws_words() {
    let lambda = Lambda::new().await;
    lambda.create(&input("f")).await;
    let none = json!({"AuthType": "NONE"});
    let missing = "ResourceNotFoundException";
    let validation = "ValidationException";
    for (line, status, code, text) in [
        ("POST /missing/url", 404, missing, "Function does not exist"),
        (
            "POST /f/url?Qualifier=v1",
            404,
            missing,
            "Function does not exist",
        ),
        (
            "PUT /f/url",
            404,
            missing,
            "The resource you requested does not exist.",
        ),
        ("PUT /missing/url", 404, missing, "Function does not exist"),
        (
            "GET /missing/url",
            404,
            missing,
            "The resource you requested does not exist.",
        ),
        (
            "POST /f/url?Qualifier=1",
            400,
            validation,
            "Value '1' at 'qualifier' failed to satisfy constraint: Member must satisfy regular \
             expression pattern: ((?!^\\\\d+$)^[0-9a-zA-Z-_]+$)",
        ),
    ] {
        check(&lambda.url(line, &none).await, status, code, text);
    }
    lambda.url("POST /f/url", &none).await.ok();
    let text = "Failed to create function url config for [functionArn = \
                arn:aws:lambda:us-east-1:111111111111:function:f]. Error message:  \
                FunctionUrlConfig exists for this Lambda function";
    let again = lambda.url("POST /f/url", &none).await;
    check(&again, 409, "ResourceConflictException", text);
    let unknown = json!({"AuthType": "NONE", "InvokeMode": "UNKNOWN"});
    let text = "Value 'UNKNOWN' at 'invokeMode' failed to satisfy constraint: Member must satisfy \
                enum value set: [RESPONSE_STREAM, BUFFERED]";
    check(
        &lambda.url("PUT /f/url", &unknown).await,
        400,
        validation,
        text,
    );
}

#[tokio::test]
async fn a_url_can_have_the_id_that_a_tag_asks_for() {
    let lambda = Lambda::new().await;
    let tags = json!({"Tags": {"_custom_id_": "my-id"}});
    lambda.create(&with(input("f"), &tags)).await;
    let alias = json!({"Name": "live", "FunctionVersion": "$LATEST"});
    lambda.call("POST /f/aliases", &alias).await.ok();
    let cors = json!({"AllowOrigins": ["*"], "MaxAge": 60});
    let none = json!({"AuthType": "NONE", "Cors": cors});
    let made = lambda.url("POST /f/url", &none).await.ok();
    assert_eq!(
        made["FunctionUrl"],
        "http://127.0.0.1:4566/_aws/lambda-url/my-id/"
    );
    assert_eq!(made["Cors"], cors);
    let made = lambda.url("POST /f/url?Qualifier=live", &none).await.ok();
    let expected = "http://127.0.0.1:4566/_aws/lambda-url/my-id-live/";
    assert_eq!(made["FunctionUrl"], expected);
}
