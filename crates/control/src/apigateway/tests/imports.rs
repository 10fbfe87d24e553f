//! Imports and exports.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::{World, conformance};

async fn open(test: &str) -> Option<Flow> {
    Flow::open("test_apigateway_import", test).await
}

fn document(file: &str) -> Value {
    conformance(&format!("openapi-inputs/{file}")).unwrap()
}

/// Every method, integration and response that an import made.
async fn check_resources(flow: &mut Flow, api: &str) {
    let line = format!("GET /restapis/{api}/resources");
    let resources = flow.check("resources", &line, Value::Null).await;
    for resource in resources["item"].as_array().unwrap() {
        let path = text(resource, "path");
        let name = path
            .strip_prefix('/')
            .filter(|name| !name.is_empty())
            .unwrap_or("root");
        let verbs = resource.get("resourceMethods").and_then(Value::as_object);
        for verb in verbs.into_iter().flatten().map(|(verb, _)| verb) {
            let id = text(resource, "id");
            let method = format!("GET /restapis/{api}/resources/{id}/methods/{verb}");
            let key = format!("{name}-{}", verb.to_lowercase());
            for (what, rest) in [
                ("method", ""),
                ("method-response", "/responses/200"),
                ("integration", "/integration"),
                ("integration-response", "/integration/responses/200"),
            ] {
                flow.check(
                    &format!("{what}-{key}"),
                    &format!("{method}{rest}"),
                    Value::Null,
                )
                .await;
            }
        }
    }
}

#[tokio::test]
async fn import_and_validate_rest_api() {
    for file in ["openapi.spec.tf.json", "swagger-mock-cors.json"] {
        let test = format!("test_import_and_validate_rest_api[{file}]");
        let Some(mut flow) = open(&test).await else {
            return;
        };
        let line = "POST /restapis?mode=import&failonwarnings=true";
        let api = flow.check("import_tf_rest_api", line, document(file)).await;
        let api = text(&api, "id");
        flow.check(
            "get-models",
            &format!("GET /restapis/{api}/models"),
            Value::Null,
        )
        .await;
        check_resources(&mut flow, &api).await;
    }
}

#[tokio::test]
async fn import_api_bad_file() {
    let Some(mut flow) = open("test_import_api_bad_file").await else {
        return;
    };
    let api = flow.api().await.0;
    for (name, line, body) in [
        (
            "import-api-bad-json-file",
            "POST /restapis?mode=import".to_owned(),
            "{\"foo\": \"bar\"}",
        ),
        (
            "import-api-bad-yaml-file",
            "POST /restapis?mode=import".to_owned(),
            "foo: bar",
        ),
        (
            "put-rest-api-bad-json-file",
            format!("PUT /restapis/{api}?mode=merge"),
            "{\"foo\": \"bar\"}",
        ),
        (
            "put-rest-api-bad-yaml-file",
            format!("PUT /restapis/{api}?mode=merge"),
            "foo: bar",
        ),
    ] {
        flow.check(name, &line, json!(body)).await;
    }
}

#[tokio::test]
async fn import_rest_api() {
    let Some(mut flow) = open("test_import_rest_api").await else {
        return;
    };
    let line = "POST /restapis?mode=import&failonwarnings=true";
    flow.check(
        "import_rest_api",
        line,
        document("openapi.spec.pulumi.json"),
    )
    .await;
}

#[tokio::test]
async fn import_swagger_api() {
    let Some(mut flow) = open("test_import_swagger_api").await else {
        return;
    };
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations";
    let old = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:account-id:function:function-name/invocations";
    let body = document("petstore-authorizer.swagger.json")
        .to_string()
        .replace(
            "${uri}",
            "http://petstore.execute-api.us-east-1.amazonaws.com/petstore/pets",
        )
        .replace(old, uri)
        .replace(
            "arn:aws:iam::account-id:role",
            "arn:aws:iam::111111111111:role/worker",
        );
    let line = "POST /restapis?mode=import&failonwarnings=true";
    let api = text(&flow.check("import-swagger", line, json!(body)).await, "id");
    let base = format!("GET /restapis/{api}");
    flow.check(
        "get-authorizers",
        &format!("{base}/authorizers"),
        Value::Null,
    )
    .await;
    flow.check("get-models", &format!("{base}/models"), Value::Null)
        .await;
    check_resources(&mut flow, &api).await;
}

#[tokio::test]
async fn import_with_circular_models() {
    for (test, file) in [
        (
            "test_import_with_circular_models",
            "openapi.spec.circular-ref.json",
        ),
        (
            "test_import_with_circular_models_and_request_validation",
            "openapi.spec.circular-ref-with-request-body.json",
        ),
    ] {
        let Some(mut flow) = open(test).await else {
            return;
        };
        let line = "POST /restapis?mode=import&failonwarnings=true";
        let api = text(&flow.check("import-api", line, document(file)).await, "id");
        let base = format!("GET /restapis/{api}");
        flow.check("get-models", &format!("{base}/models"), Value::Null)
            .await;
        if flow.recorded.get("request-validators").is_some() {
            let line = format!("{base}/requestvalidators");
            flow.check("request-validators", &line, Value::Null).await;
        }
        check_resources(&mut flow, &api).await;
    }
}

#[tokio::test]
async fn put_rest_api_mode_binary_media_types() {
    for mode in ["merge", "overwrite"] {
        let test = format!("test_put_rest_api_mode_binary_media_types[{mode}]");
        let Some(mut flow) = open(&test).await else {
            return;
        };
        let body = json!({"name": "an api", "binaryMediaTypes": ["image/heif"]});
        let api = text(
            &flow.check("create-rest-api", "POST /restapis", body).await,
            "id",
        );
        flow.check("get-rest-api", &format!("GET /restapis/{api}"), Value::Null)
            .await;
        let line = format!("PUT /restapis/{api}?mode={mode}");
        flow.check("put-api", &line, document("pets.json")).await;
    }
}

#[tokio::test]
async fn an_export_names_its_file_and_its_kind() {
    let world = World::new().await;
    if conformance("openapi-inputs/pets.json").is_none() {
        return;
    }
    let import = "POST /restapis?mode=import";
    let api = world
        .rest("apigateway", import, &document("pets.json"))
        .await
        .ok();
    let api = text(&api, "id");
    let deploy = format!("POST /restapis/{api}/deployments");
    world
        .rest("apigateway", &deploy, &json!({"stageName": "local"}))
        .await
        .ok();
    for (kind, query, file, member) in [
        ("swagger", "", "swagger_1.0.0.json", "swagger"),
        (
            "oas30",
            "?extensions=integrations",
            "oas30_1.0.0.json",
            "openapi",
        ),
    ] {
        let line = format!("GET /restapis/{api}/stages/local/exports/{kind}{query}");
        let export = world.rest("apigateway", &line, &Value::Null).await;
        assert_eq!(
            export.header("content-type"),
            Some("application/octet-stream")
        );
        let disposition = format!("attachment; filename=\"{file}\"");
        assert_eq!(
            export.header("content-disposition"),
            Some(disposition.as_str())
        );
        assert!(export.ok().get(member).is_some());
    }
    let line = format!("GET /restapis/{api}/stages/local/exports/raml");
    assert_eq!(
        world.rest("apigateway", &line, &Value::Null).await.status,
        400
    );
}

#[tokio::test]
async fn an_impossible_document_leaves_nothing_but_a_journal_entry() {
    let world = World::new().await;
    let body = "{\n  \"swagger\": \"2.0\",\n  oops\n}";
    let import = "POST /restapis?mode=import";
    let refused = world.rest("apigateway", import, &json!(body)).await;
    assert_eq!(refused.status, 400);
    let apis = world
        .rest("apigateway", "GET /restapis", &Value::Null)
        .await
        .ok();
    assert_eq!(apis, json!({"item": []}));
    let entry = world.control.journal().last().unwrap();
    let journal::Outcome::Refused(refusal) = &entry.outcome else {
        panic!("{:?}", entry.outcome);
    };
    assert!(refusal.cause.contains("line 3"), "{}", refusal.cause);
}

#[tokio::test]
async fn what_an_import_leaves_out_is_in_the_journal() {
    let world = World::new().await;
    let document = json!({
        "swagger": "2.0",
        "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
        "unheardOf": true,
    });
    let import = "POST /restapis?mode=import";
    world.rest("apigateway", import, &document).await.ok();
    let entry = world.control.journal().last().unwrap();
    let said = entry.steps.iter().map(|step| step.text.to_string());
    assert!(
        said.collect::<String>()
            .contains("root.unheardOf is not supported"),
        "{entry:?}"
    );
}

#[tokio::test]
async fn a_document_is_read_before_its_api_is_looked_for() {
    let world = World::new().await;
    for (document, status, words) in [
        (json!("{'key:value}"), 400, "Invalid OpenAPI input."),
        (
            json!({"swagger": "2.0", "info": {"title": "a"}, "paths": {}}),
            404,
            "Invalid API identifier specified",
        ),
    ] {
        let answer = world
            .rest("apigateway", "PUT /restapis/nothing", &document)
            .await;
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.text().contains(words), "{}", answer.text());
    }
}
