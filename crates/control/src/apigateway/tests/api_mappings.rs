//! Custom domain names by the second API: base paths of several levels, and what both APIs show.

use serde_json::{Value, json};

use super::text;
use crate::testing::World;

/// One call after the other, each with the status and a part of its answer.
async fn check(world: &World, steps: &[(&str, Value, u16, &str)]) {
    for (line, body, status, said) in steps {
        let answer = world.rest("apigateway", line, body).await;
        assert_eq!(answer.status, *status, "{line}: {}", answer.text());
        assert!(answer.text().contains(said), "{line}: {}", answer.text());
    }
}

/// With an API that has the stage `prod`, and its id.
async fn world() -> (World, String) {
    let world = World::new().await;
    let document = json!({
        "swagger": "2.0", "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let import = "POST /restapis?mode=import";
    let api = world.rest("apigateway", import, &document).await.ok();
    let api = text(&api, "id");
    let deploy = format!("POST /restapis/{api}/deployments");
    let stage = json!({"stageName": "prod"});
    world.rest("apigateway", &deploy, &stage).await.ok();
    (world, api)
}

const DOMAIN: &str = "/v2/domainnames/api.example.com";

fn domain(policy: &str) -> Value {
    json!({
        "domainName": "api.example.com", "tags": {"team": "blue"},
        "domainNameConfigurations": [{
            "certificateArn": "arn:aws:acm:us-east-1:111111111111:certificate/c",
            "endpointType": "REGIONAL", "securityPolicy": policy,
        }],
    })
}

#[tokio::test]
async fn both_apis_show_the_same_domain() {
    let (world, api) = world().await;
    let create = "POST /v2/domainnames";
    let edge = json!({"domainName": "e.example.com", "domainNameConfigurations": [{"endpointType": "EDGE"}]});
    let change = json!({"domainNameConfigurations": [{"certificateName": "other"}]});
    let tags = "/v2/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fdomainnames%2Fapi.example.com";
    let map = json!({"basePath": "v1", "restApiId": api, "stage": "prod"});
    check(
        &world,
        &[
            (create, domain("TLS_1_2"), 201, "$request.basepath"),
            (create, domain("TLS_1_2"), 409, "already exists"),
            (create, edge, 400, "EDGE endpoint type is not supported"),
            (
                "GET /domainnames/api.example.com",
                Value::Null,
                200,
                "REGIONAL",
            ),
            ("GET /v2/domainnames", Value::Null, 200, "api.example.com"),
            (&format!("PATCH {DOMAIN}"), change, 200, "other"),
            (
                "POST /domainnames/api.example.com/basepathmappings",
                map,
                201,
                "v1",
            ),
            (&format!("GET {DOMAIN}/apimappings"), Value::Null, 200, "v1"),
            (
                &format!("POST {tags}"),
                json!({"tags": {"a": "b"}}),
                201,
                "",
            ),
            (&format!("GET {tags}"), Value::Null, 200, "blue"),
            (&format!("DELETE {tags}?tagKeys=team"), Value::Null, 204, ""),
            (&format!("GET {tags}"), Value::Null, 200, r#"{"a":"b"}"#),
            (&format!("DELETE {DOMAIN}"), Value::Null, 204, ""),
            (
                &format!("GET {DOMAIN}"),
                Value::Null,
                404,
                "Invalid domain name",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_mapping_of_several_levels_is_made_moved_and_forgotten() {
    let (world, api) = world().await;
    let create = format!("POST {DOMAIN}/apimappings");
    let wanted = |key: &str| json!({"apiId": api, "apiMappingKey": key, "stage": "prod"});
    let made = world
        .rest("apigateway", "POST /v2/domainnames", &domain("TLS_1_2"))
        .await;
    assert_eq!(made.status, 201);
    let made = world
        .rest("apigateway", &create, &wanted("orders/v1"))
        .await
        .ok();
    assert_eq!(made["apiMappingKey"], "orders/v1");
    let id = text(&made, "apiMappingId");
    let at = |method: &str| format!("{method} {DOMAIN}/apimappings/{id}");
    let nowhere = json!({"apiId": "nope", "stage": "prod"});
    let unstaged = json!({"apiId": api, "apiMappingKey": "x", "stage": "dev"});
    check(
        &world,
        &[
            (
                &create,
                wanted("orders/v1"),
                409,
                "ApiMapping key already exists",
            ),
            (&create, wanted("orders"), 201, "orders"),
            (&create, wanted("  "), 201, r#""apiMappingKey":"""#),
            (&create, wanted("a/"), 400, "should not end with"),
            (
                &create,
                nowhere,
                400,
                "Invalid API identifier specified: nope",
            ),
            (&create, unstaged, 400, "Invalid stage identifier specified"),
            (&at("GET"), Value::Null, 200, "orders/v1"),
            (&at("PATCH"), wanted("orders"), 409, "already exists"),
            (&at("PATCH"), wanted("orders/v2"), 200, &id),
            (
                &format!("GET {DOMAIN}/apimappings?maxResults=1"),
                Value::Null,
                200,
                "nextToken",
            ),
            (
                &format!("GET {DOMAIN}/apimappings?maxResults=none"),
                Value::Null,
                400,
                "Invalid maxResults",
            ),
            (&at("DELETE"), Value::Null, 204, ""),
            (
                &at("GET"),
                Value::Null,
                404,
                "Invalid API mapping identifier",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_domain_that_the_second_api_cannot_manage_is_the_first_ones() {
    let (world, api) = world().await;
    let mapping = json!({"apiId": api, "apiMappingKey": "a/b", "stage": "prod"});
    let first = |name: &str, kind: &str, policy: &str| {
        json!({
            "domainName": name, "securityPolicy": policy, "endpointConfiguration": {"types": [kind]},
        })
    };
    let (edge, old) = ("e.example.com", "o.example.com");
    let map = |name: &str| format!("POST /v2/domainnames/{name}/apimappings");
    check(
        &world,
        &[
            ("POST /domainnames", first(edge, "EDGE", "TLS_1_2"), 201, ""),
            (
                "POST /domainnames",
                first(old, "REGIONAL", "TLS_1_0"),
                201,
                "",
            ),
            (
                &map(edge),
                mapping.clone(),
                400,
                "Only REGIONAL domain names can be managed",
            ),
            (&map(old), mapping, 400, "with a security policy of TLS 1.2"),
            (
                "DELETE /v2/domainnames/e.example.com",
                Value::Null,
                400,
                "please use the API Gateway V1 API",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn what_belongs_to_http_apis_is_refused_by_name() {
    let world = World::new().await;
    let http = json!({"name": "a", "protocolType": "HTTP"});
    let answer = world.rest("apigateway", "POST /v2/apis", &http).await;
    assert_eq!(answer.status, 501);
    assert!(answer.text().contains("CreateApi"), "{}", answer.text());
}
