//! Gateway responses.

use serde_json::{Value, json};

use super::Flow;

fn parameters() -> Value {
    json!({
        "gatewayresponse.header.x-request-path": "method.request.path.petId",
        "gatewayresponse.header.Access-Control-Allow-Origin": "'a.b.c'",
        "gatewayresponse.header.x-request-query": "method.request.querystring.q",
        "gatewayresponse.header.x-request-header": "method.request.header.Accept",
    })
}

#[tokio::test]
async fn gateway_response_crud() {
    let Some(mut flow) = Flow::of_api("test_gateway_response_crud").await else {
        return;
    };
    let all = format!("/restapis/{}/gatewayresponses", flow.api().await.0);
    let one = format!("{all}/MISSING_AUTHENTICATION_TOKEN");
    let get = format!("GET {one}");
    flow.check("get-gateway-response-default", &get, Value::Null)
        .await;
    let template =
        flow.recorded["put-gateway-response"]["responseTemplates"]["application/json"].clone();
    let body = json!({
        "statusCode": "404",
        "responseParameters": parameters(),
        "responseTemplates": {"application/json": template},
    });
    flow.check("put-gateway-response", &format!("PUT {one}"), body)
        .await;
    flow.check("get-gateway-responses", &format!("GET {all}"), Value::Null)
        .await;
    flow.check("get-gateway-response", &get, Value::Null).await;
    flow.check(
        "delete-gateway-response",
        &format!("DELETE {one}"),
        Value::Null,
    )
    .await;
    flow.check("get-deleted-gw-response", &get, Value::Null)
        .await;
}

#[tokio::test]
async fn gateway_response_validation() {
    let Some(mut flow) = Flow::of_api("test_gateway_response_validation").await else {
        return;
    };
    let api = flow.api().await.0;
    let of = |api: &str, kind: &str| format!("/restapis/{api}/gatewayresponses{kind}");
    let no_api = |kind| of("fake-api-id", kind);
    let wrong = of(&api, "/FAKE_RESPONSE_TYPE");
    let set = "/MISSING_AUTHENTICATION_TOKEN";
    for (name, line) in [
        (
            "get-gateway-responses-no-api",
            format!("GET {}", no_api("")),
        ),
        (
            "get-gateway-response-no-api",
            format!("GET {}", no_api("/DEFAULT_4XX")),
        ),
        (
            "delete-gateway-response-no-api",
            format!("DELETE {}", no_api("/DEFAULT_4XX")),
        ),
        (
            "delete-gateway-response-not-set",
            format!("DELETE {}", of(&api, set)),
        ),
        (
            "get-gateway-response-wrong-response-type",
            format!("GET {wrong}"),
        ),
        (
            "delete-gateway-response-wrong-response-type",
            format!("DELETE {wrong}"),
        ),
    ] {
        flow.check(name, &line, Value::Null).await;
    }
    flow.patch(
        "update-gateway-response-no-api",
        &no_api("/DEFAULT_4XX"),
        json!([]),
    )
    .await;
    flow.patch(
        "update-gateway-response-wrong-response-type",
        &wrong,
        json!([]),
    )
    .await;
    let body = json!({"statusCode": "404", "responseParameters": {}, "responseTemplates": {}});
    flow.check(
        "put-gateway-response-wrong-response-type",
        &format!("PUT {wrong}"),
        body,
    )
    .await;
}

#[tokio::test]
async fn update_gateway_response() {
    let Some(mut flow) = Flow::of_api("test_update_gateway_response").await else {
        return;
    };
    let all = format!("/restapis/{}/gatewayresponses", flow.api().await.0);
    let (one, other) = (format!("{all}/DEFAULT_4XX"), format!("{all}/DEFAULT_5XX"));
    let get = format!("GET {one}");
    let status = |op: &str| json!([{"op": op, "path": "/statusCode", "value": "444"}]);
    flow.patch("update-gateway-response-not-set", &one, status("replace"))
        .await;
    flow.check("default-get-gateway-response", &get, Value::Null)
        .await;
    let template =
        json!({"application/json": "{\"message\":$context.error.messageString}"}).to_string();
    let body = json!({
        "statusCode": "404",
        "responseParameters": parameters(),
        "responseTemplates": {"application/json": template},
    });
    flow.check("put-gateway-response", &format!("PUT {one}"), body)
        .await;
    let (header, xml) = (
        "/responseParameters/gatewayresponse.header.Access-Control-Allow-Origin",
        "/responseTemplates/application~1xml",
    );
    let text = "<gatewayResponse><message>$context.error.messageString</message><type>$context.error.responseType</type></gatewayResponse>";
    let patches = json!([
        {"op": "replace", "path": "/statusCode", "value": "444"},
        {"op": "replace", "path": header, "value": "'example.com'"},
        {"op": "add", "path": xml, "value": text},
    ]);
    flow.patch("update-gateway-response", &one, patches).await;
    flow.check("get-gateway-response", &get, Value::Null).await;
    flow.patch("update-gateway-add-status-code", &one, status("add"))
        .await;
    flow.patch("update-gateway-remove-status-code", &one, status("remove"))
        .await;
    let example = json!([{"op": "replace", "path": header, "value": "'example.com'"}]);
    flow.patch("update-gateway-replace-invalid-parameter", &other, example)
        .await;
    let no_path = json!([{"op": "add", "value": "'example.com'"}]);
    flow.patch("update-gateway-no-path", &one, no_path).await;
    flow.patch("update-gateway-wrong-op", &one, status("wrong-op"))
        .await;
    let wrong = json!([{"op": "add", "path": "/wrongPath", "value": "'example.com'"}]);
    flow.patch("update-gateway-wrong-path", &one, wrong).await;
    for (name, at) in [
        ("update-gateway-replace-invalid-parameter-0-none", xml),
        ("update-gateway-replace-invalid-parameter-1-none", header),
    ] {
        flow.patch(
            name,
            &one,
            json!([{"op": "replace", "path": at, "value": null}]),
        )
        .await;
    }
}
