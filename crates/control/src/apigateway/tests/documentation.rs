//! Documentation parts and versions.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

const PROPERTIES: &str = r#"{ "description": "Sample API description" }"#;

fn part(kind: &str) -> Value {
    json!({"location": {"type": kind}, "properties": PROPERTIES})
}

#[tokio::test]
async fn documentation_part_lifecycle() {
    let Some(mut flow) = Flow::of_api("test_documentation_part_lifecycle").await else {
        return;
    };
    let (api, _) = flow.api().await;
    let parts = format!("/restapis/{api}/documentation/parts");
    let create = format!("POST {parts}");
    let made = flow
        .check("create-documentation-part", &create, part("API"))
        .await;
    let one = format!("{parts}/{}", text(&made, "id"));
    let get = format!("GET {one}");
    flow.check("get-documentation-part", &get, Value::Null)
        .await;
    flow.check(
        "get-documentation-parts",
        &format!("GET {parts}"),
        Value::Null,
    )
    .await;
    let updated = r#"{ "description": "Updated Sample API description" }"#;
    let patch = json!([{"op": "replace", "path": "/properties", "value": updated}]);
    flow.patch("update-documentation-part", &one, patch).await;
    let after = "get-documentation-part-after-update";
    flow.check(after, &get, Value::Null).await;
    flow.check(
        "delete_documentation_part",
        &format!("DELETE {one}"),
        Value::Null,
    )
    .await;
}

#[tokio::test]
async fn invalid_update_documentation_part() {
    let Some(mut flow) = Flow::of_api("test_invalid_update_documentation_part").await else {
        return;
    };
    let (api, _) = flow.api().await;
    let parts = format!("/restapis/{api}/documentation/parts");
    let made = flow.call(&format!("POST {parts}"), part("API")).await;
    let id = text(&made, "id");
    let patch = |op: &str, path: &str| json!([{"op": op, "path": path, "value": PROPERTIES}]);
    for (name, api, op, path) in [
        ("api-id", "api_id", "replace", "/properties"),
        ("add-operation", &api, "add", "/properties"),
        ("path", &api, "replace", "/invalidPath"),
    ] {
        let name = format!("update-documentation-part-invalid-{name}");
        let at = format!("/restapis/{api}/documentation/parts/{id}");
        flow.patch(&name, &at, patch(op, path)).await;
    }
}

#[tokio::test]
async fn documentation_parts_and_versions() {
    let test = "test_documentation_parts_and_versions";
    let Some(mut flow) = Flow::open("test_apigateway_common", test).await else {
        return;
    };
    let (api, _) = flow.api().await;
    let documentation = format!("/restapis/{api}/documentation");
    let create = json!({"location": {"type": "API"}, "properties": r#"{"foo": "bar"}"#});
    flow.check(
        "create-part-response",
        &format!("POST {documentation}/parts"),
        create,
    )
    .await;
    flow.check(
        "get-parts-response",
        &format!("GET {documentation}/parts"),
        Value::Null,
    )
    .await;
    flow.check(
        "create-version-response",
        &format!("POST {documentation}/versions"),
        json!({"documentationVersion": "v123"}),
    )
    .await;
    let version = format!("{documentation}/versions/v123");
    let patch = json!([{"op": "replace", "path": "/description", "value": "doc version new"}]);
    flow.patch("update-version-response", &version, patch).await;
    flow.check(
        "get-version-response",
        &format!("GET {version}"),
        Value::Null,
    )
    .await;
}

/// API Gateway API reference, `DocumentationPartLocation`.
#[tokio::test]
async fn a_location_is_taken_once_and_has_the_members_of_its_type() {
    let world = World::new().await;
    let made = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await;
    let api = text(&made.ok(), "id");
    let create = format!("POST /restapis/{api}/documentation/parts");
    for (location, status, said) in [
        (json!({"type": "API"}), 201, ""),
        (
            json!({"type": "API"}),
            409,
            "Documentation part already exists for the specified location: type 'API'.",
        ),
        (json!({"type": "METHOD", "path": "/pets"}), 201, ""),
        (
            json!({"type": "METHOD", "path": "/pets", "method": "*"}),
            409,
            "type 'METHOD', path '/pets', method '*'.",
        ),
        (
            json!({"type": "METHOD", "path": "/pets", "method": "GET"}),
            201,
            "",
        ),
        (json!({"type": "MODEL"}), 400, "name is required"),
        (
            json!({"type": "API", "path": "/"}),
            400,
            "path is not allowed",
        ),
    ] {
        let body = json!({"location": location, "properties": "{}"});
        let answer = world.rest("apigateway", &create, &body).await;
        assert_eq!(answer.status, status, "{location}");
        assert!(answer.text().contains(said), "{}", answer.text());
    }
}

const DOCUMENT: &str = r#"{
    "swagger": "2.0", "info": {"title": "a", "version": "1"}, "paths": {},
    "x-amazon-apigateway-documentation": {
        "version": "1.0.0",
        "documentationParts": [
            {"location": {"type": "API"}, "properties": {"description": "new"}},
            {"location": {"type": "METHOD", "method": "GET"}, "properties": {"description": "m"}}
        ]
    }
}"#;

#[tokio::test]
async fn a_merge_keeps_what_the_document_does_not_name() {
    let world = World::new().await;
    let call = async |line: &str, body: Value| world.rest("apigateway", line, &body).await.ok();
    let api = text(&call("POST /restapis", json!({"name": "a"})).await, "id");
    let parts = format!("/restapis/{api}/documentation/parts");
    let old =
        json!({"location": {"type": "API"}, "properties": r#"{"kept": 1, "description": "old"}"#});
    let old = text(&call(&format!("POST {parts}"), old).await, "id");
    let import = format!("PUT {parts}?mode=merge");
    let ids = call(&import, json!(DOCUMENT)).await;
    assert_eq!(ids["ids"][0], json!(old));
    let listed = call(&format!("GET {parts}"), Value::Null).await;
    assert_eq!(
        listed["item"][0]["properties"],
        json!(r#"{"kept":1,"description":"new"}"#)
    );
    let location = json!({"type": "METHOD", "path": "/", "method": "GET"});
    assert_eq!(listed["item"][1]["location"], location);
    let methods = call(&format!("GET {parts}?type=METHOD"), Value::Null).await;
    assert_eq!(methods["item"].as_array().map(Vec::len), Some(1));
    let import = format!("PUT {parts}?mode=overwrite");
    let ids = call(&import, json!(DOCUMENT)).await;
    assert_ne!(ids["ids"][0], json!(old));
}

#[tokio::test]
async fn an_export_shows_the_version_of_its_stage() {
    let world = World::new().await;
    let call = async |line: &str, body: Value| world.rest("apigateway", line, &body).await.ok();
    let document = json!({
        "swagger": "2.0", "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {
            "type": "mock", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
        }}}},
    });
    let mut document = document;
    let with: Value = serde_json::from_str(DOCUMENT).unwrap();
    let extension = "x-amazon-apigateway-documentation";
    document[extension] = with[extension].clone();
    let api = call("POST /restapis?mode=import", document).await;
    let api = format!("/restapis/{}", text(&api, "id"));
    let missing = json!({"deploymentId": "none", "stageName": "s", "documentationVersion": "v9"});
    call(
        &format!("POST {api}/deployments"),
        json!({"stageName": "prod"}),
    )
    .await;
    let versions = format!("POST {api}/documentation/versions");
    call(
        &versions,
        json!({"documentationVersion": "v1", "stageName": "prod"}),
    )
    .await;
    let line = format!("POST {api}/stages");
    let refused = world.rest("apigateway", &line, &missing).await;
    assert!(refused.status >= 400);
    let export = format!("GET {api}/stages/prod/exports/swagger?extensions=documentation");
    let exported = call(&export, Value::Null).await;
    assert_eq!(exported[extension]["version"], json!("v1"));
    let parts = &exported[extension]["documentationParts"];
    assert_eq!(parts[0]["properties"], json!({"description": "new"}));
    let plain = call(
        &format!("GET {api}/stages/prod/exports/swagger"),
        Value::Null,
    )
    .await;
    assert_eq!(plain.get(extension), None);
    call(
        &format!("DELETE {api}/documentation/versions/v1"),
        Value::Null,
    )
    .await;
    let stage = call(&format!("GET {api}/stages/prod"), Value::Null).await;
    assert_eq!(stage.get("documentationVersion"), None);
}

#[tokio::test]
async fn what_has_no_part_is_listed_without_content() {
    let world = World::new().await;
    let document = json!({
        "swagger": "2.0", "info": {"title": "a", "version": "1"},
        "paths": {"/pets": {"get": {
            "parameters": [{"name": "q", "in": "query", "type": "string"}],
            "responses": {"200": {"description": "", "headers": {"X-A": {"type": "string"}}}},
            "x-amazon-apigateway-integration": {"type": "mock"},
        }}},
    });
    let api = world
        .rest("apigateway", "POST /restapis?mode=import", &document)
        .await
        .ok();
    let parts = format!("/restapis/{}/documentation/parts", text(&api, "id"));
    let part = json!({"location": {"type": "METHOD", "path": "/pets", "method": "GET"}, "properties": "{\"a\":1}"});
    world
        .rest("apigateway", &format!("POST {parts}"), &part)
        .await
        .ok();
    let list = async |more: &str| {
        let line = format!("GET {parts}?locationStatus=UNDOCUMENTED&limit=500{more}");
        let listed = world.rest("apigateway", &line, &Value::Null).await.ok();
        let items = listed["item"].as_array().unwrap().clone();
        assert!(
            items
                .iter()
                .all(|item| item.get("id").is_none() && item.get("properties").is_none())
        );
        items
            .into_iter()
            .map(|item| item["location"].clone())
            .collect::<Vec<_>>()
    };
    let all = list("").await;
    let has = |location: Value| all.contains(&location);
    assert!(has(json!({"type": "API"})), "{all:?}");
    assert!(has(json!({"type": "RESOURCE", "path": "/"})), "{all:?}");
    assert!(
        has(json!({"type": "QUERY_PARAMETER", "path": "/pets", "method": "GET", "name": "q"})),
        "{all:?}"
    );
    let header = json!({"type": "RESPONSE_HEADER", "path": "/pets", "method": "GET", "statusCode": "200", "name": "X-A"});
    assert!(has(header), "{all:?}");
    assert!(
        !all.iter()
            .any(|location| location["type"] == json!("METHOD")),
        "{all:?}"
    );
    let pets = list("&type=RESOURCE&path=%2Fpets").await;
    assert_eq!(pets, [json!({"type": "RESOURCE", "path": "/pets"})]);
}
