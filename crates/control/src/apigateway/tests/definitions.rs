//! Models, request validators and authorizers.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

#[tokio::test]
async fn put_method_model() {
    let Some(mut flow) = Flow::of_api("test_put_method_model").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let models = format!("/restapis/{api}/models");
    let model = |name: &str| {
        let schema = json!({"title": name, "type": "object"}).to_string();
        json!({"name": name, "contentType": "application/json", "description": "", "schema": schema})
    };
    let create = format!("POST {models}");
    flow.check("create-model", &create, model("MySchema")).await;
    flow.check("create-model-2", &create, model("MySchemaTwo"))
        .await;
    let method = |resource: &str| format!("/restapis/{api}/resources/{resource}/methods/ANY");
    let using = |name: &str| json!({"authorizationType": "NONE", "requestModels": {"application/json": name}});
    let at_root = method(&root);
    flow.check(
        "put-method-request-models",
        &format!("PUT {at_root}"),
        using("MySchema"),
    )
    .await;
    let delete = |name: &str| format!("DELETE {models}/{name}");
    flow.check("delete-model-used", &delete("MySchema"), Value::Null)
        .await;
    let patch = |op: &str| json!([{"op": op, "path": "/requestModels/application~1json", "value": "MySchemaTwo"}]);
    flow.patch("update-method-model", &at_root, patch("replace"))
        .await;
    flow.check("delete-model-unused", &delete("MySchema"), Value::Null)
        .await;
    flow.check("delete-model-used-2", &delete("MySchemaTwo"), Value::Null)
        .await;
    let line = format!("POST /restapis/{api}/resources/{root}");
    let below = method(&text(
        &flow.call(&line, json!({"pathPart": "test"})).await,
        "id",
    ));
    flow.check(
        "put-method-2-request-models",
        &format!("PUT {below}"),
        using("MySchemaTwo"),
    )
    .await;
    flow.check(
        "delete-model-used-by-2-method",
        &delete("MySchemaTwo"),
        Value::Null,
    )
    .await;
    flow.patch("update-method-model-2", &below, patch("remove"))
        .await;
    flow.check(
        "delete-model-used-by-method-1",
        &delete("MySchemaTwo"),
        Value::Null,
    )
    .await;
    flow.check(
        "delete-method-using-model-2",
        &format!("DELETE {at_root}"),
        Value::Null,
    )
    .await;
    flow.check("delete-model-unused-2", &delete("MySchemaTwo"), Value::Null)
        .await;
}

#[tokio::test]
async fn update_model() {
    let Some(mut flow) = Flow::of_api("test_update_model").await else {
        return;
    };
    let (api, _) = flow.api().await;
    let patches = json!([
        {"op": "replace", "path": "/schema", "value": "{\"title\": \"Updated schema\", \"type\": \"object\"}"},
        {"op": "replace", "path": "/description", "value": ""},
    ]);
    flow.patch(
        "update-model-wrong-id",
        "/restapis/abcde0/models/mySchema",
        patches.clone(),
    )
    .await;
    let body = json!({
        "name": "MySchema",
        "contentType": "application/json",
        "description": "",
        "schema": "{\"title\": \"MySchema\", \"type\": \"object\"}",
    });
    flow.check(
        "create-model",
        &format!("POST /restapis/{api}/models"),
        body,
    )
    .await;
    let path = format!("/restapis/{api}/models/MySchema");
    flow.patch("update-model", &path, patches).await;
    for (name, op, at, value) in [
        (
            "update-model-invalid-op",
            "add",
            "/wrong-path",
            "not supported op",
        ),
        ("update-model-invalid-path", "replace", "/name", "invalid"),
        ("update-model-empty-schema", "replace", "/schema", ""),
    ] {
        flow.patch(name, &path, json!([{"op": op, "path": at, "value": value}]))
            .await;
    }
}

#[tokio::test]
async fn request_validator_lifecycle() {
    let Some(mut flow) = Flow::of_api("test_request_validator_lifecycle").await else {
        return;
    };
    let body = json!({"name": "a", "description": "my api"});
    let api = text(
        &flow.check("create-rest-api", "POST /restapis", body).await,
        "id",
    );
    let all = format!("/restapis/{api}/requestvalidators");
    let body = json!({"name": "test-validator"});
    let made = flow
        .check("create-request-validator", &format!("POST {all}"), body)
        .await;
    let one = format!("{all}/{}", text(&made, "id"));
    let (get, list) = (format!("GET {one}"), format!("GET {all}"));
    flow.check("get-request-validator", &get, Value::Null).await;
    flow.check("get-request-validators", &list, Value::Null)
        .await;
    let with_value = json!([{"op": "replace", "path": "/validateRequestBody", "value": "true"}]);
    flow.patch("update-request-validator-with-value", &one, with_value)
        .await;
    let without = json!([{"op": "replace", "path": "/validateRequestBody"}]);
    flow.patch("update-request-validator-without-value", &one, without)
        .await;
    flow.check(
        "get-request-validators-after-update-operation",
        &get,
        Value::Null,
    )
    .await;
    flow.check(
        "delete-request-validator",
        &format!("DELETE {one}"),
        Value::Null,
    )
    .await;
    flow.check("get-deleted-request-validator", &get, Value::Null)
        .await;
    flow.check("get-request-validators-after-delete", &list, Value::Null)
        .await;
}

#[tokio::test]
async fn a_request_validator_that_is_not_there() {
    for (test, verb, names) in [
        (
            "test_invalid_get_request_validator",
            "GET",
            [
                "get-request-validators-invalid-api-id",
                "get-request-validators-invalid-validator-id",
            ],
        ),
        (
            "test_invalid_delete_request_validator",
            "DELETE",
            [
                "delete-request-validator-invalid-api-id",
                "delete-request-validator-invalid-validator-id",
            ],
        ),
    ] {
        let Some(mut flow) = Flow::of_api(test).await else {
            return;
        };
        let api = flow.api().await.0;
        for (name, api) in names.into_iter().zip(["api_id", &api]) {
            let line = format!("{verb} /restapis/{api}/requestvalidators/validator_id");
            flow.check(name, &line, Value::Null).await;
        }
    }
}

#[tokio::test]
async fn authorizer_crud_no_api() {
    let Some(mut flow) = Flow::of_api("test_authorizer_crud_no_api").await else {
        return;
    };
    let path = "/restapis/test-fake-rest-id/authorizers";
    let body = json!({"name": "test-authorizer", "type": "TOKEN"});
    flow.check(
        "wrong-rest-api-id-create-authorizer",
        &format!("POST {path}"),
        body,
    )
    .await;
    flow.check(
        "wrong-rest-api-id-get-authorizers",
        &format!("GET {path}"),
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn custom_authorization_method() {
    let test = "test_apigateway_with_custom_authorization_method";
    let Some(mut flow) = Flow::open("test_apigateway_basic", test).await else {
        return;
    };
    let (api, root) = flow.api().await;
    let body = json!({
        "name": "lambda_authorizer",
        "type": "TOKEN",
        "authorizerUri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations",
        "identitySource": "method.request.header.Auth",
    });
    let line = format!("POST /restapis/{api}/authorizers");
    let authorizer = text(&flow.check("authorizer", &line, body).await, "id");
    let body =
        json!({"authorizationType": "CUSTOM", "authorizerId": authorizer, "apiKeyRequired": true});
    let line = format!("PUT /restapis/{api}/resources/{root}/methods/GET");
    flow.check("put-method-response", &line, body).await;
}

#[tokio::test]
async fn an_authorizer_that_is_used_stays() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let (id, root) = (text(&api, "id"), text(&api, "rootResourceId"));
    let body = json!({
        "name": "a",
        "type": "COGNITO_USER_POOLS",
        "providerARNs": ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
        "identitySource": "method.request.header.Auth",
    });
    let line = format!("POST /restapis/{id}/authorizers");
    let authorizer = text(&world.rest("apigateway", &line, &body).await.ok(), "id");
    let again = world.rest("apigateway", &line, &body).await;
    assert!(again.text().contains("must be unique"), "{}", again.text());
    let method = format!("/restapis/{id}/resources/{root}/methods/GET");
    let body = json!({"authorizationType": "COGNITO_USER_POOLS", "authorizerId": authorizer});
    world
        .rest("apigateway", &format!("PUT {method}"), &body)
        .await
        .ok();
    let delete = format!("DELETE /restapis/{id}/authorizers/{authorizer}");
    assert_eq!(
        world.rest("apigateway", &delete, &Value::Null).await.status,
        409
    );
    world
        .rest("apigateway", &format!("DELETE {method}"), &Value::Null)
        .await
        .ok();
    world.rest("apigateway", &delete, &Value::Null).await.ok();
}
