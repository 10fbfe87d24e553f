//! Integrations and their responses.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

fn mock() -> Value {
    json!({
        "httpMethod": "GET",
        "type": "MOCK",
        "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
    })
}

#[tokio::test]
async fn get_integration_non_existent() {
    let Some(mut flow) = Flow::of_api("test_get_integration_non_existent").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let at =
        |api: &str, resource: &str| format!("/restapis/{api}/resources/{resource}/methods/GET");
    let get = |path: String| format!("GET {path}/integration");
    flow.check(
        "get-integration-no-api",
        &get(at("none", &root)),
        Value::Null,
    )
    .await;
    flow.check(
        "get-integration-no-resource",
        &get(at(&api, "none")),
        Value::Null,
    )
    .await;
    flow.check(
        "get-integration-no-method",
        &get(at(&api, &root)),
        Value::Null,
    )
    .await;
    let line = format!("PUT {}", at(&api, &root));
    flow.call(&line, json!({"authorizationType": "NONE"})).await;
    flow.check(
        "get-integration-no-integration",
        &get(at(&api, &root)),
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn put_integration_wrong_type() {
    let Some(mut flow) = Flow::of_api("test_put_integration_wrong_type").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let line = format!("PUT /restapis/{api}/resources/{root}/methods/GET/integration");
    flow.check(
        "put-integration-wrong-type",
        &line,
        json!({"type": "HTTPS_PROXY"}),
    )
    .await;
}

#[tokio::test]
async fn put_integration_response_validation() {
    let Some(mut flow) = Flow::of_api("test_put_integration_response_validation").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let at = |resource: &str, verb: &str| {
        format!("PUT /restapis/{api}/resources/{resource}/methods/{verb}")
    };
    flow.call(&at(&root, "POST"), json!({"authorizationType": "NONE"}))
        .await;
    let put = |resource: &str, verb: &str| at(resource, verb) + "/integration";
    flow.check("put-integration-wrong-method", &put(&root, "GET"), mock())
        .await;
    flow.check(
        "put-integration-wrong-resource",
        &put("badresource", "GET"),
        mock(),
    )
    .await;
    flow.call(&put(&root, "POST"), mock()).await;
    let body = json!({"selectionPattern": "", "responseTemplates": {"application/json": "{}"}});
    let line = put(&root, "GET") + "/responses/200";
    flow.check("put-integration-response-wrong-method", &line, body.clone())
        .await;
    let line = put("badresource", "GET") + "/responses/200";
    flow.check("put-integration-response-wrong-resource", &line, body)
        .await;
}

#[tokio::test]
async fn an_integration_response_that_is_not_there() {
    for (test, verb, status, names) in [
        (
            "test_integration_response_wrong_method",
            "wrong-method",
            "200",
            [
                "put-integration-response-wrong-method",
                "get-integration-response-wrong-method",
            ],
        ),
        (
            "test_integration_response_invalid_statuscode",
            "GET",
            "wrong",
            [
                "put-integration-response-invalid-statusCode",
                "get-integration-response-invalid-statusCode",
            ],
        ),
    ] {
        let Some(mut flow) = Flow::of_api(test).await else {
            return;
        };
        let (api, root) = flow.api().await;
        let path = format!(
            "/restapis/{api}/resources/{root}/methods/{verb}/integration/responses/{status}"
        );
        let [put, get] = names;
        flow.check(put, &format!("PUT {path}"), json!({})).await;
        flow.check(get, &format!("GET {path}"), Value::Null).await;
    }
}

#[tokio::test]
async fn integration_response_invalid_integration() {
    let Some(mut flow) = Flow::of_api("test_integration_response_invalid_integration").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let method = format!("/restapis/{api}/resources/{root}/methods/GET");
    flow.call(
        &format!("PUT {method}"),
        json!({"authorizationType": "NONE"}),
    )
    .await;
    let line = format!("GET {method}/integration/responses/200");
    flow.check(
        "get-integration-response-without-integration",
        &line,
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn put_integration_aws_proxy_uri() {
    let test = "test_put_integration_aws_proxy_uri";
    let Some(mut flow) = Flow::open("test_apigateway_lambda", test).await else {
        return;
    };
    let (api, root) = flow.api().await;
    let method = format!("/restapis/{api}/resources/{root}/methods/GET");
    flow.call(
        &format!("PUT {method}"),
        json!({"authorizationType": "NONE"}),
    )
    .await;
    let line = format!("PUT {method}/integration");
    let function = "arn:aws:lambda:us-east-1:111111111111:function:f";
    let path = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions";
    for (name, uri) in [
        ("put-integration-lambda-uri", function.to_owned()),
        ("put-integration-wrong-arn", "wrong".to_owned()),
        (
            "put-integration-wrong-type",
            "arn:aws:states:us-east-1:111111111111:express:a".to_owned(),
        ),
        (
            "put-integration-wrong-firehose",
            "arn:aws:apigateway:us-east-1:firehose:path/x".to_owned(),
        ),
        (
            "put-integration-bad-lambda-arn",
            format!("{path}/fake/invocations"),
        ),
    ] {
        let body = json!({"type": "AWS_PROXY", "httpMethod": "POST", "uri": uri});
        flow.check(name, &line, body).await;
    }
}

#[tokio::test]
async fn lambda_aws_integration_with_request_template() {
    let test = "test_lambda_aws_integration_with_request_template";
    let Some(mut flow) = Flow::open("test_apigateway_lambda", test).await else {
        return;
    };
    let (api, root) = flow.api().await;
    let method = format!("/restapis/{api}/resources/{root}/methods/GET");
    let parameters = json!({"method.request.querystring.param1": false});
    let body = json!({"authorizationType": "NONE", "requestParameters": parameters});
    flow.check("put-method", &format!("PUT {method}"), body)
        .await;
    flow.check(
        "put-method-response",
        &format!("PUT {method}/responses/200"),
        json!({}),
    )
    .await;
    let body = json!({
        "type": "AWS",
        "httpMethod": "POST",
        "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations",
        "credentials": "arn:aws:iam::111111111111:role/worker",
        "requestTemplates": {"application/json": "{\"param1\": \"$input.params('param1')\"}"},
    });
    let integration = format!("{method}/integration");
    flow.check("put-integration", &format!("PUT {integration}"), body)
        .await;
    let line = format!("PUT {integration}/responses/200");
    flow.check(
        "put-integration-response",
        &line,
        json!({"selectionPattern": ""}),
    )
    .await;
    flow.check(
        "delete-integration",
        &format!("DELETE {integration}"),
        Value::Null,
    )
    .await;
    flow.check(
        "get-integration-after-delete",
        &format!("GET {integration}"),
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn an_integration_is_patched_and_checked_again() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let (id, root) = (text(&api, "id"), text(&api, "rootResourceId"));
    let method = format!("/restapis/{id}/resources/{root}/methods/GET");
    world
        .rest(
            "apigateway",
            &format!("PUT {method}"),
            &json!({"authorizationType": "NONE"}),
        )
        .await
        .ok();
    let integration = format!("{method}/integration");
    world
        .rest("apigateway", &format!("PUT {integration}"), &mock())
        .await
        .ok();
    for (op, path, value, status) in [
        ("replace", "/timeoutInMillis", "1000", 200),
        ("replace", "/timeoutInMillis", "10", 400),
        ("replace", "/passthroughBehavior", "NEVER", 200),
        ("replace", "/passthroughBehavior", "SOMETIMES", 400),
        ("add", "/requestTemplates/text~1plain", "x", 200),
        ("replace", "/type", "HTTP", 400),
        (
            "replace",
            "/credentials",
            "arn:aws:iam::222222222222:role/theirs",
            403,
        ),
        ("replace", "/unknown", "x", 400),
    ] {
        let patch = json!({"patchOperations": [{"op": op, "path": path, "value": value}]});
        let answer = world
            .rest("apigateway", &format!("PATCH {integration}"), &patch)
            .await;
        assert_eq!(answer.status, status, "{path} {value}: {}", answer.text());
    }
    let kept = world
        .rest("apigateway", &format!("GET {integration}"), &Value::Null)
        .await
        .ok();
    assert_eq!(kept["timeoutInMillis"], json!(1000));
    assert_eq!(kept["type"], json!("MOCK"));
    let linked = json!({"type": "HTTP_PROXY", "httpMethod": "GET", "uri": "http://a", "connectionType": "VPC_LINK", "connectionId": "x"});
    let refused = world
        .rest("apigateway", &format!("PUT {integration}"), &linked)
        .await;
    assert!(refused.text().contains("VPC_LINK"), "{}", refused.text());
}
