//! API keys, and files of them.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::{Answer, World};

const CRUD: &str = "TestApigatewayApiKeysCrud";

async fn of_keys(test: &str) -> Option<Flow> {
    Flow::open("test_apigateway_extended", &format!("{CRUD}::{test}")).await
}

#[tokio::test]
async fn create_api_key_with_invalid_name() {
    let Some(mut flow) = of_keys("test_create_api_key_with_invalid_name").await else {
        return;
    };
    for (name, body) in [
        (
            "create-api-key-name-too-long",
            json!({"name": "a".repeat(1025)}),
        ),
        ("create-api-key-empty-name", json!({"name": ""})),
        ("create-api-key-no-name", json!({})),
    ] {
        flow.check(name, "POST /apikeys", body).await;
    }
}

#[tokio::test]
async fn negative_get_usage_plan_api_keys() {
    let Some(mut flow) = of_keys("test_negative_get_usage_plan_api_keys").await else {
        return;
    };
    flow.check(
        "get-api-keys-invalid-limit",
        "GET /apikeys?limit=-1",
        Value::Null,
    )
    .await;
    let body = json!({"name": "key-enabled-false", "enabled": false});
    let key = text(
        &flow.check("create-api-key", "POST /apikeys", body).await,
        "id",
    );
    let patch = json!([{"op": "replace", "path": "/name", "value": "new-name"}]);
    flow.patch("update-api-key-name", &format!("/apikeys/{key}"), patch)
        .await;
}

#[tokio::test]
async fn update_api_key_invalid() {
    let long = "a".repeat(125_001);
    for (test, name, path, value) in [
        (
            "test_update_api_key_immutable_field",
            "update-api-key-immutable-field",
            "/id",
            "new-id",
        ),
        (
            "test_update_api_key_invalid_enabled_type",
            "update-api-key-invalid-enabled-type",
            "/enabled",
            "not-a-boolean",
        ),
        (
            "test_update_api_key_invalid_description_length",
            "update-api-key-description-too-long",
            "/description",
            &long,
        ),
    ] {
        let Some(mut flow) = of_keys(test).await else {
            return;
        };
        if flow
            .recorded
            .get("create-api-key-description-too-long")
            .is_some()
        {
            let body = json!({"description": long});
            flow.check("create-api-key-description-too-long", "POST /apikeys", body)
                .await;
        }
        let key = text(&flow.call("POST /apikeys", json!({})).await, "id");
        let patch = json!([{"op": "replace", "path": path, "value": value}]);
        flow.patch(name, &format!("/apikeys/{key}"), patch).await;
    }
}

async fn call(world: &World, line: &str, body: &Value) -> Answer {
    world.rest("apigateway", line, body).await
}

#[track_caller]
fn check_refused(answer: &Answer, status: u16, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.text().contains(words), "{}", answer.text());
}

#[tokio::test]
async fn a_value_is_long_enough_and_nobody_elses() {
    let world = World::new().await;
    let value = |value: &str| json!({"value": value});
    for (given, status, words) in [
        (
            "short".to_owned(),
            400,
            "API Key value should be at least 20 characters",
        ),
        (
            "a".repeat(129),
            400,
            "API Key value exceeds maximum size of 128 characters",
        ),
        ("a".repeat(20), 201, ""),
        ("a".repeat(20), 409, "API Key already exists"),
        (String::new(), 201, ""),
    ] {
        check_refused(
            &call(&world, "POST /apikeys", &value(&given)).await,
            status,
            words,
        );
    }
    let other = world
        .rest_as(
            "222222222222",
            "apigateway",
            "POST /apikeys",
            &value(&"a".repeat(20)),
        )
        .await;
    assert_eq!(other.status, 201, "{}", other.text());
}

#[tokio::test]
async fn a_value_is_shown_only_to_who_asks_for_it() {
    let world = World::new().await;
    let made = call(
        &world,
        "POST /apikeys",
        &json!({"name": "a", "tags": {"t": "1"}}),
    )
    .await
    .ok();
    let (id, value) = (text(&made, "id"), text(&made, "value"));
    assert_eq!(value.len(), 40);
    assert_eq!(made["tags"], json!({"t": "1"}));
    for (line, shown) in [
        (format!("GET /apikeys/{id}"), false),
        (format!("GET /apikeys/{id}?includeValue=false"), false),
        (format!("GET /apikeys/{id}?includeValue=true"), true),
    ] {
        let key = call(&world, &line, &Value::Null).await.ok();
        assert_eq!(key.get("value").is_some(), shown, "{line}");
    }
    let listed = call(&world, "GET /apikeys?includeValues=true", &Value::Null)
        .await
        .ok();
    assert_eq!(text(&listed["item"][0], "value"), value);
}

/// The names of a page, and where the next one begins.
async fn names(world: &World, query: &str) -> (Vec<String>, Option<String>) {
    let page = call(world, &format!("GET /apikeys{query}"), &Value::Null)
        .await
        .ok();
    let keys = page["item"].as_array().unwrap().iter();
    let position = page.get("position").and_then(Value::as_str);
    (
        keys.map(|key| text(key, "name")).collect(),
        position.map(str::to_owned),
    )
}

#[tokio::test]
async fn keys_are_listed_by_name_by_customer_and_in_pages() {
    let world = World::new().await;
    for (name, customer) in [("test-1", "c1"), ("test-2", "c2"), ("other", "c2")] {
        let body = json!({"name": name, "customerId": customer});
        call(&world, "POST /apikeys", &body).await.ok();
    }
    for (query, count) in [
        ("", 3),
        ("?name=test", 2),
        ("?name=TEST", 0),
        ("?name=est", 0),
        ("?customerId=c2", 2),
        ("?customerId=c2&name=test", 1),
    ] {
        assert_eq!(names(&world, query).await.0.len(), count, "{query}");
    }
    let (first, position) = names(&world, "?limit=2").await;
    let (second, end) = names(&world, &format!("?limit=2&position={}", position.unwrap())).await;
    let mut all = [first, second].concat();
    all.sort_unstable();
    assert_eq!(all, ["other", "test-1", "test-2"]);
    assert_eq!(end, None);
}

#[tokio::test]
async fn a_deleted_key_is_gone_from_its_plans() {
    let world = World::new().await;
    let key = text(&call(&world, "POST /apikeys", &json!({})).await.ok(), "id");
    let plan = text(
        &call(&world, "POST /usageplans", &json!({"name": "p"}))
            .await
            .ok(),
        "id",
    );
    let keys = format!("/usageplans/{plan}/keys");
    let body = json!({"keyId": key, "keyType": "API_KEY"});
    call(&world, &format!("POST {keys}"), &body).await.ok();
    assert_eq!(
        call(&world, &format!("DELETE /apikeys/{key}"), &Value::Null)
            .await
            .status,
        202
    );
    let left = call(&world, &format!("GET {keys}"), &Value::Null)
        .await
        .ok();
    assert_eq!(left["item"], json!([]));
    for line in ["GET", "DELETE"] {
        let answer = call(&world, &format!("{line} /apikeys/{key}"), &Value::Null).await;
        check_refused(&answer, 404, "Invalid API Key identifier specified");
    }
}

#[tokio::test]
async fn stage_keys_are_kept_and_shown() {
    let world = World::new().await;
    let missing = json!({"stageKeys": [{"restApiId": "nothing", "stageName": "s"}]});
    check_refused(
        &call(&world, "POST /apikeys", &missing).await,
        404,
        "Invalid stage identifier specified",
    );
    let distinct = json!({"generateDistinctId": false});
    check_refused(
        &call(&world, "POST /apikeys", &distinct).await,
        400,
        "generateDistinctId",
    );
    let key = text(&call(&world, "POST /apikeys", &json!({})).await.ok(), "id");
    let patch = json!({"patchOperations": [{"op": "add", "path": "/stages", "value": "a/s"}]});
    let patched = call(&world, &format!("PATCH /apikeys/{key}"), &patch)
        .await
        .ok();
    assert_eq!(patched["stageKeys"], json!(["a/s"]));
}

async fn import(world: &World, query: &str, file: &str) -> Answer {
    let line = format!("POST /apikeys?mode=import&format=csv{query}");
    call(world, &line, &json!(file)).await
}

#[tokio::test]
async fn a_file_brings_keys_and_puts_them_into_plans() {
    let world = World::new().await;
    let plan = text(
        &call(&world, "POST /usageplans", &json!({"name": "p"}))
            .await
            .ok(),
        "id",
    );
    let file = format!(
        "Name,key,description,Enabled,UsagePlanIds\n\
         first,key-0123456789-first,An imported key,FALSE,\"{plan},nothing\"\n\
         second,key-0123456789-second,,,\n\
         third,short,,,\n"
    );
    let failed = import(&world, "&failonwarnings=true", &file).await;
    check_refused(&failed, 400, "Invalid Usage Plan ID specified: nothing");
    assert_eq!(names(&world, "").await.0.len(), 0);
    let imported = import(&world, "", &file).await.ok();
    assert_eq!(imported["ids"].as_array().unwrap().len(), 2);
    assert_eq!(
        imported["warnings"].as_array().unwrap().len(),
        2,
        "{imported}"
    );
    let first = text(&json!({"id": imported["ids"][0]}), "id");
    let key = call(&world, &format!("GET /apikeys/{first}"), &Value::Null)
        .await
        .ok();
    assert_eq!(key["enabled"], json!(false));
    assert_eq!(text(&key, "description"), "An imported key");
    let members = call(
        &world,
        &format!("GET /usageplans/{plan}/keys"),
        &Value::Null,
    )
    .await
    .ok();
    assert_eq!(members["item"][0]["id"], json!(first));
    let again = import(&world, "", "key,name\nkey-0123456789-first,renamed\n")
        .await
        .ok();
    assert_eq!(again["ids"], json!([first]));
    let key = call(&world, &format!("GET /apikeys/{first}"), &Value::Null)
        .await
        .ok();
    assert_eq!(
        (text(&key, "name"), &key["enabled"]),
        ("renamed".to_owned(), &json!(true))
    );
    check_refused(
        &import(&world, "", "nothing\n").await,
        400,
        "The file has no column name",
    );
}
