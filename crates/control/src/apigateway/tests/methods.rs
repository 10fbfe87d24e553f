//! Methods and their responses.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

const AUTHORIZER_URI: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
    arn:aws:lambda:us-east-1:123456789012:function:myApiAuthorizer/invocations";

/// The path of a root's method.
async fn root_method(flow: &Flow, verb: &str) -> String {
    let (api, root) = flow.api().await;
    format!("/restapis/{api}/resources/{root}/methods/{verb}")
}

#[tokio::test]
async fn method_request_parameters() {
    let Some(mut flow) = Flow::of_api("test_method_request_parameters").await else {
        return;
    };
    let method = root_method(&flow, "ANY").await;
    let parameters = json!({
        "method.request.querystring.q_optional": false,
        "method.request.querystring.q_required": true,
        "method.request.header.h_optional": false,
        "method.request.header.h_required": true,
    });
    let body = json!({"authorizationType": "NONE", "requestParameters": parameters});
    flow.check(
        "put-method-request-params-response",
        &format!("PUT {method}"),
        body,
    )
    .await;
    flow.check(
        "get-method-request-params-response",
        &format!("GET {method}"),
        Value::Null,
    )
    .await;
    let twice = json!({"method.request.querystring.optional": false, "method.request.header.optional": false});
    let body = json!({"authorizationType": "NONE", "requestParameters": twice});
    let line = format!("PUT {}", method.replace("/ANY", "/GET"));
    flow.check("req-params-same-name", &line, body).await;
}

#[tokio::test]
async fn put_method_validation() {
    let Some(mut flow) = Flow::of_api("test_put_method_validation").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let line = |api: &str, resource: &str, verb: &str| {
        format!("PUT /restapis/{api}/resources/{resource}/methods/{verb}")
    };
    let none = json!({"authorizationType": "NONE"});
    flow.check("wrong-api", &line("fake-api", &root, "WRONG"), none.clone())
        .await;
    flow.check(
        "wrong-resource",
        &line(&api, "fake-resource-id", "WRONG"),
        none.clone(),
    )
    .await;
    flow.check("wrong-method", &line(&api, &root, "WRONG"), none)
        .await;
    for (name, body) in [
        (
            "missing-authorizer-id",
            json!({"authorizationType": "CUSTOM"}),
        ),
        (
            "invalid-request-validator",
            json!({"authorizationType": "NONE", "requestValidatorId": "fake-validator"}),
        ),
        (
            "invalid-model-name",
            json!({"authorizationType": "NONE", "requestModels": {"application/json": "petModel"}}),
        ),
    ] {
        flow.check(name, &line(&api, &root, "ANY"), body).await;
    }
}

#[tokio::test]
async fn update_method() {
    let Some(mut flow) = Flow::of_api("test_update_method").await else {
        return;
    };
    let method = root_method(&flow, "ANY").await;
    let none = json!({"authorizationType": "NONE"});
    flow.check("put-method-response", &format!("PUT {method}"), none)
        .await;
    let (parameter, model) = (
        "/requestParameters/method.request.querystring.optional",
        "/requestModels/application~1json",
    );
    let patches = json!([
        {"op": "add", "path": parameter, "value": "true"},
        {"op": "add", "path": model, "value": "Empty"},
    ]);
    flow.patch("update-method-add", &method, patches).await;
    let patches = json!([
        {"op": "replace", "path": "/operationName", "value": "ReplacedOperationName"},
        {"op": "replace", "path": "/apiKeyRequired", "value": "true"},
        {"op": "replace", "path": "/authorizationType", "value": "AWS_IAM"},
        {"op": "replace", "path": parameter, "value": "false"},
    ]);
    flow.patch("update-method-replace", &method, patches).await;
    let authorizers = method.split("/resources/").next().unwrap().to_owned() + "/authorizers";
    let body = json!({
        "name": "authorizer-test",
        "type": "TOKEN",
        "authorizerUri": AUTHORIZER_URI,
        "identitySource": "method.request.header.Authorization",
    });
    let authorizer = text(&flow.call(&format!("POST {authorizers}"), body).await, "id");
    let patches = json!([
        {"op": "replace", "path": "/authorizerId", "value": authorizer},
        {"op": "replace", "path": "/authorizationType", "value": "CUSTOM"},
    ]);
    flow.patch("update-method-replace-authorizer", &method, patches)
        .await;
    let patches = json!([
        {"op": "remove", "path": parameter, "value": "true"},
        {"op": "remove", "path": model, "value": "Empty"},
    ]);
    flow.patch("update-method-remove", &method, patches).await;
}

#[tokio::test]
async fn update_method_validation() {
    let Some(mut flow) = Flow::of_api("test_update_method_validation").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let at = |api: &str, resource: &str, verb: &str| {
        format!("/restapis/{api}/resources/{resource}/methods/{verb}")
    };
    flow.patch("wrong-rest-api", &at("fake-api", &root, "ANY"), json!([]))
        .await;
    flow.patch(
        "wrong-resource-id",
        &at(&api, "fake-resource-id", "ANY"),
        json!([]),
    )
    .await;
    let named = json!([{"op": "replace", "path": "/operationName", "value": "x"}]);
    flow.patch("method-does-not-exist", &at(&api, &root, "GET"), named)
        .await;
    let method = at(&api, &root, "ANY");
    let body = json!({"authorizationType": "NONE", "apiKeyRequired": true});
    flow.check("put-method-response", &format!("PUT {method}"), body)
        .await;
    for (name, op, path, value) in [
        (
            "unsupported-operation",
            "add",
            "/operationName",
            "operationName",
        ),
        (
            "unsupported-operation-2",
            "add",
            "/requestValidatorId",
            "wrong-id",
        ),
        ("unsupported-path", "add", "/httpMethod", "PUT"),
        (
            "wrong-path-request-parameters",
            "replace",
            "/requestParameters",
            "x=false",
        ),
        (
            "wrong-path-request-models",
            "add",
            "/requestModels/application/json",
            "Empty",
        ),
        ("wrong-value-type", "replace", "/apiKeyRequired", "whatever"),
        ("wrong-auth-type", "replace", "/authorizationType", "CUSTOM"),
        (
            "skip-auth-id-with-wrong-type",
            "replace",
            "/authorizerId",
            "abc123",
        ),
        (
            "wrong-req-validator-id",
            "replace",
            "/requestValidatorId",
            "fake-id",
        ),
    ] {
        flow.patch(
            name,
            &method,
            json!([{"op": op, "path": path, "value": value}]),
        )
        .await;
    }
    let both = json!([
        {"op": "replace", "path": "/authorizationType", "value": "CUSTOM"},
        {"op": "replace", "path": "/authorizerId", "value": "abc123"},
    ]);
    flow.patch("wrong-auth-id", &method, both).await;
}

/// A MOCK method with a response for 200, as the tests of method responses begin.
async fn with_response(flow: &Flow, response: Value) -> String {
    let method = root_method(flow, "GET").await;
    flow.call(
        &format!("PUT {method}"),
        json!({"authorizationType": "NONE"}),
    )
    .await;
    let mock =
        json!({"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"}});
    flow.call(&format!("PUT {method}/integration"), mock).await;
    flow.call(&format!("PUT {method}/responses/200"), response)
        .await;
    format!("{method}/responses/200")
}

const HEADER: &str = "/responseParameters/method.response.header.my-header";
const MODEL: &str = "/responseModels/application~1json";

#[tokio::test]
async fn update_method_response() {
    let Some(mut flow) = Flow::of_api("test_update_method_response").await else {
        return;
    };
    let body = json!({
        "responseParameters": {"method.response.header.my-header": false},
        "responseModels": {"application/json": "Empty"},
    });
    let path = with_response(&flow, body).await;
    for (name, op) in [
        ("remove-update-method-response", "remove"),
        ("add-update-method-response", "add"),
    ] {
        let patches = json!([
            {"op": op, "path": HEADER, "value": "true"},
            {"op": op, "path": MODEL, "value": "Empty"},
        ]);
        flow.patch(name, &path, patches).await;
    }
}

#[tokio::test]
async fn update_method_lack_response_parameters_and_models() {
    let test = "test_update_method_lack_response_parameters_and_models";
    let Some(mut flow) = Flow::of_api(test).await else {
        return;
    };
    let path = with_response(&flow, json!({})).await;
    for (name, at) in [
        (
            "update-method-response-operation-without-response-parameters",
            HEADER,
        ),
        (
            "update-method-response-operation-without-response-models",
            MODEL,
        ),
        (
            "update-method-response-operation-with-wrong-path",
            "/wrong/method.response.header.my-header",
        ),
    ] {
        flow.patch(
            name,
            &path,
            json!([{"op": "remove", "path": at, "value": "true"}]),
        )
        .await;
    }
}

#[tokio::test]
async fn update_method_response_wrong_operations() {
    let Some(mut flow) = Flow::of_api("test_update_method_response_wrong_operations").await else {
        return;
    };
    let path = with_response(&flow, json!({})).await;
    let patch = |op: &str, path: &str| json!({"op": op, "path": path, "value": "x"});
    let (header, model) = (patch("wrong_op", HEADER), patch("wrong_op", MODEL));
    for (number, patches) in [
        (1, vec![header.clone()]),
        (2, vec![model.clone()]),
        (3, vec![header.clone(), model.clone()]),
        (
            4,
            vec![header.clone(), model.clone(), header.clone(), model.clone()],
        ),
        (
            5,
            vec![header.clone(), patch("remove", MODEL), model.clone()],
        ),
    ] {
        let name = format!("update-method-response-wrong-operation-{number}");
        flow.patch(&name, &path, json!(patches)).await;
    }
}

#[tokio::test]
async fn an_authorization_type_may_be_written_small() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let (id, root) = (text(&api, "id"), text(&api, "rootResourceId"));
    let line = format!("PUT /restapis/{id}/resources/{root}/methods/GET");
    let body = json!({"authorizationType": "none"});
    let method = world.rest("apigateway", &line, &body).await.ok();
    assert_eq!(text(&method, "authorizationType"), "NONE");
}

#[tokio::test]
async fn an_authorizers_uri_may_have_blanks_behind_its_path() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/      2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations";
    let line = format!("POST /restapis/{}/authorizers", text(&api, "id"));
    let body = json!({
        "name": "a", "type": "TOKEN", "authorizerUri": uri,
        "identitySource": "method.request.header.Auth",
    });
    let authorizer = world.rest("apigateway", &line, &body).await.ok();
    assert_eq!(text(&authorizer, "authorizerUri"), uri);
}
