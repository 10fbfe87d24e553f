//! Resources.

use serde_json::{Value, json};

use super::{Flow, text};

async fn create(flow: &Flow, api: &str, parent: &str, part: &str) -> String {
    let line = format!("POST /restapis/{api}/resources/{parent}");
    text(&flow.call(&line, json!({"pathPart": part})).await, "id")
}

#[tokio::test]
async fn create_proxy_resource() {
    let Some(mut flow) = Flow::of_api("test_create_proxy_resource").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let all = format!("GET /restapis/{api}/resources");
    let below = |parent: &str| format!("POST /restapis/{api}/resources/{parent}");
    let part = |part: &str| json!({"pathPart": part});
    let (proxy, at_root) = (part("{proxy+}"), below(&root));
    flow.check("create-base-proxy-resource", &at_root, proxy.clone())
        .await;
    let parent = create(&flow, &api, &root, "parent").await;
    let in_parent = below(&parent);
    let greedy = flow
        .check(
            "create-proxy-sibling-proxy-child-resource",
            &in_parent,
            proxy.clone(),
        )
        .await;
    let name = "create-proxy-sibling-static-child-resource";
    let child = flow.check(name, &in_parent, part("child")).await;
    let in_child = below(&text(&child, "id"));
    flow.check(
        "create-static-child-proxy-resource",
        &in_child,
        proxy.clone(),
    )
    .await;
    flow.check("all-resources", &all, Value::Null).await;
    let line = format!("DELETE /restapis/{api}/resources/{}", text(&greedy, "id"));
    flow.call(&line, Value::Null).await;
    let name = "create-proxy-sibling-dynamic-child-resource";
    let dynamic = flow.check(name, &in_parent, part("{child}")).await;
    let in_dynamic = below(&text(&dynamic, "id"));
    flow.check("create-dynamic-child-proxy-resource", &in_dynamic, proxy)
        .await;
    flow.check("all-resources-2", &all, Value::Null).await;
}

#[tokio::test]
async fn delete_resource() {
    let Some(mut flow) = Flow::of_api("test_delete_resource").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let pets = create(&flow, &api, &root, "pets").await;
    let below = create(&flow, &api, &pets, "subpets").await;
    let delete = |id: &str| format!("DELETE /restapis/{api}/resources/{id}");
    flow.check("delete-resource", &delete(&pets), Value::Null)
        .await;
    flow.check(
        "get-resources",
        &format!("GET /restapis/{api}/resources"),
        Value::Null,
    )
    .await;
    flow.check("delete-subresource", &delete(&below), Value::Null)
        .await;
}

#[tokio::test]
async fn update_resource_behaviour() {
    let Some(mut flow) = Flow::of_api("test_update_resource_behaviour").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let pets = create(&flow, &api, &root, "pets").await;
    let at = |id: &str| format!("/restapis/{api}/resources/{id}");
    let replace =
        |path: &str, value: &str| json!([{"op": "replace", "path": path, "value": value}]);
    flow.patch(
        "nonexistent-resource",
        &at("fake-resource"),
        replace("/pathPart", "dogs"),
    )
    .await;
    flow.patch("invalid-path-part", &at(&pets), replace("/invalid", "dogs"))
        .await;
    flow.patch(
        "invalid-parent-id",
        &at(&pets),
        replace("/parentId", "fake-parent-id"),
    )
    .await;
    let line = format!("POST {}", at(&pets));
    let subpets = flow
        .check("create-subresource", &line, json!({"pathPart": "subpets"}))
        .await;
    let subpets = text(&subpets, "id");
    let line = format!("POST {}", at(&subpets));
    let child = flow
        .check(
            "create-subresource-child",
            &line,
            json!({"pathPart": "pets"}),
        )
        .await;
    let child = text(&child, "id");
    let to_root = replace("/parentId", &root);
    flow.patch("existing-future-sibling-path", &at(&child), to_root.clone())
        .await;
    flow.call(&format!("DELETE {}", at(&child)), Value::Null)
        .await;
    let below_itself = replace("/parentId", &subpets);
    flow.patch(
        "update-parent-id-to-subresource-id",
        &at(&pets),
        below_itself,
    )
    .await;
    flow.patch("update-parent-id-to-root-id", &at(&subpets), to_root)
        .await;
    flow.patch(
        "update-path-already-exists",
        &at(&subpets),
        replace("/pathPart", "pets"),
    )
    .await;
    flow.call(&format!("DELETE {}", at(&pets)), Value::Null)
        .await;
    let all = format!("GET /restapis/{api}/resources");
    flow.check("resources-after-deletion", &all, Value::Null)
        .await;
    for (name, op) in [("remove-unsupported", "remove"), ("add-unsupported", "add")] {
        flow.patch(
            name,
            &at(&subpets),
            json!([{"op": op, "path": "/pathPart", "value": "x"}]),
        )
        .await;
    }
}

#[tokio::test]
async fn update_resource_on_root() {
    let Some(mut flow) = Flow::of_api("test_update_resource_on_root").await else {
        return;
    };
    let (api, root) = flow.api().await;
    let at = format!("/restapis/{api}/resources/{root}");
    for (name, path) in [
        ("update-root-path-part", "/pathPart"),
        ("update-root-parent", "/parentId"),
    ] {
        flow.patch(
            name,
            &at,
            json!([{"op": "replace", "path": path, "value": root}]),
        )
        .await;
    }
}
