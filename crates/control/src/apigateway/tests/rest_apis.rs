//! REST APIs.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

#[tokio::test]
async fn create_rest_api_verify_defaults() {
    let Some(mut flow) = Flow::of_api("test_create_rest_api_verify_defaults").await else {
        return;
    };
    for (name, types) in [
        ("create-with-edge-default", json!({"types": ["EDGE"]})),
        (
            "create-with-regional-default",
            json!({"types": ["REGIONAL"]}),
        ),
        ("create-with-private-default", json!({"types": ["PRIVATE"]})),
        ("create-with-empty-default", Value::Null),
    ] {
        let mut body = json!({"name": format!("api {name}")});
        if types != Value::Null {
            body["endpointConfiguration"] = types;
        }
        flow.check(name, "POST /restapis", body).await;
    }
    let wrong =
        json!({"name": "a", "description": "", "endpointConfiguration": {"types": ["wrong"]}});
    let name = "create-with-empty-ip-address-type-and-wrong-type";
    flow.check(name, "POST /restapis", wrong).await;
}

#[tokio::test]
async fn create_rest_api_private_type() {
    let Some(mut flow) = Flow::of_api("test_create_rest_api_private_type").await else {
        return;
    };
    let body = |address: &str| json!({"name": "a", "endpointConfiguration": {"ipAddressType": address, "types": ["PRIVATE"]}});
    let name = "create-with-private-type-and-ipv4-ip-address-type";
    flow.check(name, "POST /restapis", body("ipv4")).await;
    let name = "create-with-private-type-and-wrong-ip-address-type";
    flow.check(name, "POST /restapis", body("wrong")).await;
    let mut described = body("ipv4");
    described["description"] = json!("");
    let name = "create-with-private-type-and-ipv4-ip-address-type-and-empty-description";
    flow.check(name, "POST /restapis", described).await;
}

#[tokio::test]
async fn list_and_delete_apis() {
    let Some(mut flow) = Flow::of_api("test_list_and_delete_apis").await else {
        return;
    };
    let body = |number: &str| json!({"name": format!("api{number}"), "description": format!("this is my api{number}")});
    let first = flow
        .check("create-rest-api-1", "POST /restapis", body(""))
        .await;
    // The list is ordered by time, and the recording by creation.
    tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    flow.check("create-rest-api-2", "POST /restapis", body("2"))
        .await;
    flow.check("get-rest-api-before-delete", "GET /restapis", Value::Null)
        .await;
    let line = format!("DELETE /restapis/{}", text(&first, "id"));
    flow.check("delete-rest-api", &line, Value::Null).await;
    flow.check("get-rest-api-after-delete", "GET /restapis", Value::Null)
        .await;
}

#[tokio::test]
async fn binary_media_types_are_kept() {
    let Some(mut flow) = Flow::of_api("test_create_rest_api_with_binary_media_types").await else {
        return;
    };
    let body = json!({"name": "a", "binaryMediaTypes": ["image/png"]});
    flow.check("create-with-binary-media", "POST /restapis", body)
        .await;
}

#[tokio::test]
async fn update_rest_api_operation_add_remove() {
    let Some(mut flow) = Flow::of_api("test_update_rest_api_operation_add_remove").await else {
        return;
    };
    let path = format!("/restapis/{}", flow.api().await.0);
    let add = |kind: &str| json!({"op": "add", "path": format!("/binaryMediaTypes/{kind}")});
    let added = json!([add("image~1png"), add("image~1jpeg")]);
    flow.patch("update-rest-api-add", &path, added).await;
    let replaced =
        json!([{"op": "replace", "path": "/binaryMediaTypes/image~1png", "value": "image/gif"}]);
    flow.patch("update-rest-api-replace", &path, replaced).await;
    let removed = json!([
        {"op": "remove", "path": "/binaryMediaTypes/image~1gif"},
        {"op": "remove", "path": "/description"},
    ]);
    flow.patch("update-rest-api-remove", &path, removed).await;
}

#[tokio::test]
async fn update_rest_api_compression() {
    let Some(mut flow) = Flow::of_api("test_update_rest_api_compression").await else {
        return;
    };
    let path = format!("/restapis/{}", flow.api().await.0);
    for (name, op, value) in [
        ("enable-compression", "replace", "10"),
        ("disable-compression", "replace", ""),
        ("set-compression-zero", "replace", "0"),
        ("set-negative-compression", "replace", "-1"),
        ("set-string-compression", "replace", "test"),
        ("unsupported-operation", "add", "10"),
    ] {
        let patch = json!([{"op": op, "path": "/minimumCompressionSize", "value": value}]);
        flow.patch(name, &path, patch).await;
    }
}

#[tokio::test]
async fn update_rest_api_behaviour() {
    let Some(mut flow) = Flow::of_api("test_update_rest_api_behaviour").await else {
        return;
    };
    let path = format!("/restapis/{}", flow.api().await.0);
    for (name, op, at) in [
        ("update-rest-api-array", "add", "/binaryMediaTypes/-"),
        ("update-rest-api-add-base-path", "add", "/binaryMediaTypes"),
        (
            "update-rest-api-replace-base-path",
            "replace",
            "/binaryMediaTypes",
        ),
        (
            "update-rest-api-remove-base-path",
            "remove",
            "/binaryMediaTypes",
        ),
    ] {
        flow.patch(
            name,
            &path,
            json!([{"op": op, "path": at, "value": "image/gif"}]),
        )
        .await;
    }
}

#[tokio::test]
async fn update_rest_api_concatenation_of_errors() {
    let Some(mut flow) = Flow::of_api("test_update_rest_api_concatenation_of_errors").await else {
        return;
    };
    let path = format!("/restapis/{}", flow.api().await.0);
    let wrong = |at: &str| json!({"op": "wrong", "path": at, "value": "x"});
    let (address, kind) = (
        "/endpointConfiguration/ipAddressType",
        "/endpointConfiguration/types/0",
    );
    for (name, patches) in [
        (
            "update-rest-api-wrong-operations-on-ipAddressType",
            vec![wrong(address), wrong(address)],
        ),
        (
            "update-rest-api-wrong-operations-on-type",
            vec![wrong(kind), wrong(kind)],
        ),
        (
            "update-rest-api-wrong-operations-on-type-and-on-ip-address-type",
            vec![wrong(address), wrong(kind), wrong("/binaryMediaTypes")],
        ),
    ] {
        flow.patch(name, &path, json!(patches)).await;
    }
}

#[tokio::test]
async fn update_rest_api_invalid_api_id() {
    let Some(mut flow) = Flow::of_api("test_update_rest_api_invalid_api_id").await else {
        return;
    };
    let patch = json!([{"op": "replace", "path": "/apiKeySource", "value": "AUTHORIZER"}]);
    flow.patch("not-found-update-rest-api", "/restapis/api_id", patch)
        .await;
}

#[tokio::test]
async fn a_custom_id_is_taken_once_whoever_asks() {
    let world = World::new().await;
    let body = json!({"name": "a", "tags": {"_custom_id_": "mine"}});
    let api = world.rest("apigateway", "POST /restapis", &body).await.ok();
    assert_eq!(text(&api, "id"), "mine");
    for account in [crate::testing::ACCOUNT, "222222222222"] {
        let again = world
            .rest_as(account, "apigateway", "POST /restapis", &body)
            .await;
        assert_eq!(again.status, 409, "{}", again.text());
    }
    let foreign = world
        .rest_as(
            "222222222222",
            "apigateway",
            "GET /restapis/mine",
            &Value::Null,
        )
        .await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn a_resource_policy_is_shown_in_full_and_escaped_once_more() {
    let world = World::new().await;
    let policy = json!({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}],
    });
    let body = json!({"name": "a", "policy": policy.to_string()});
    let api = world.rest("apigateway", "POST /restapis", &body).await.ok();
    let shown = text(&api, "policy");
    let once: String = serde_json::from_str(&format!("\"{shown}\"")).unwrap();
    let read: Value = serde_json::from_str(&once).unwrap();
    let resource = format!(
        "arn:aws:execute-api:us-east-1:111111111111:{}/*",
        text(&api, "id")
    );
    assert_eq!(read["Statement"][0]["Resource"], json!(resource));
    let wrong = json!({"name": "a", "policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{}]}"});
    let refused = world.rest("apigateway", "POST /restapis", &wrong).await;
    assert!(
        refused.text().contains("Invalid policy document."),
        "{}",
        refused.text()
    );
}

/// AWS's text says why; it is the answer to syntax and to strangers alike.
#[tokio::test]
async fn a_resource_policy_names_only_who_is_there() {
    let world = World::new().await;
    world.user("ann", ("AKIAANNANNANNANNANNA", "secret")).await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let line = format!("PATCH /restapis/{}", text(&api, "id"));
    for (principal, status) in [
        ("arn:aws:iam::111111111111:user/ann", 200),
        ("arn:aws:iam::111111111111:user/nobody", 400),
        ("arn:aws:iam::111111111111:role/nobody", 400),
        ("arn:aws:iam::222222222222:role/theirs", 200),
        ("arn:aws:iam::111111111111:root", 200),
        ("111111111111", 200),
    ] {
        let policy = json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": principal},
            "Action": "execute-api:Invoke", "Resource": "execute-api:/*",
        }]});
        let patch = json!({"op": "replace", "path": "/policy", "value": policy.to_string()});
        let patch = json!({ "patchOperations": [patch] });
        let answer = world.rest("apigateway", &line, &patch).await;
        assert_eq!(answer.status, status, "{principal}: {}", answer.text());
        let refused = answer.text().contains("ensure that Principals are valid.");
        assert_eq!(refused, status == 400, "{}", answer.text());
    }
}

#[tokio::test]
async fn tags_come_and_go() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let id = text(&api, "id");
    let arn = format!("arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2F{id}");
    let tag = json!({"tags": {"a": "1", "b": "2"}});
    world
        .rest("apigateway", &format!("PUT /tags/{arn}"), &tag)
        .await
        .ok();
    world
        .rest(
            "apigateway",
            &format!("DELETE /tags/{arn}?tagKeys=a"),
            &Value::Null,
        )
        .await
        .ok();
    let tags = world
        .rest("apigateway", &format!("GET /tags/{arn}"), &Value::Null)
        .await
        .ok();
    assert_eq!(tags, json!({"tags": {"b": "2"}}));
    let reserved = json!({"tags": {"aws:a": "1"}});
    let refused = world
        .rest("apigateway", &format!("PUT /tags/{arn}"), &reserved)
        .await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn what_an_api_asks_of_tls_is_kept_and_goes_together() {
    let world = World::new().await;
    let api = |more: Value| {
        let mut body = json!({"name": "a", "endpointConfiguration": {"types": ["REGIONAL"]}});
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        body
    };
    let newer = "SecurityPolicy_TLS13_1_3_2025_09";
    for (more, status, said) in [
        (json!({"securityPolicy": "TLS_1_2"}), 201, "TLS_1_2"),
        (
            json!({"endpointAccessMode": "STRICT"}),
            400,
            "only available with",
        ),
        (json!({"securityPolicy": newer}), 400, "must be specified"),
        (
            json!({"securityPolicy": newer, "endpointAccessMode": "STRICT"}),
            201,
            "STRICT",
        ),
    ] {
        let answer = world.rest("apigateway", "POST /restapis", &api(more)).await;
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.text().contains(said), "{}", answer.text());
    }
}
