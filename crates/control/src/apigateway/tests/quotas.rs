//! How many of a kind there may be, by whichever call they are added.

use serde_json::{Map, Value, json};

use super::text;
use crate::testing::World;

/// An answer that has this status and says this.
async fn check(world: &World, (line, body): (&str, Value), status: u16, said: &str) -> Value {
    let answer = world.rest("apigateway", line, &body).await;
    assert_eq!(answer.status, status, "{line}: {}", answer.text());
    assert!(answer.text().contains(said), "{line}: {}", answer.text());
    if status == 429 {
        let code = if line.contains("/v2/") {
            "ConflictException"
        } else {
            "LimitExceededException"
        };
        let told = answer.header("x-amzn-errortype").unwrap_or_default();
        assert!(told.starts_with(code), "{line}: {told}");
        return Value::Null;
    }
    answer.json()
}

async fn ok(world: &World, line: &str, body: Value) -> Value {
    world.rest("apigateway", line, &body).await.ok()
}

/// A document with so many paths below the root.
fn document(paths: std::ops::Range<u32>) -> Value {
    let mock = json!({"get": {"x-amazon-apigateway-integration": {"type": "mock"}}});
    let mut all: Map<_, _> = paths.map(|n| (format!("/p{n}"), mock.clone())).collect();
    all.insert("/".into(), mock);
    json!({"swagger": "2.0", "info": {"title": "a", "version": "1"}, "paths": all})
}

async fn imported(world: &World, document: Value) -> String {
    text(
        &ok(world, "POST /restapis?mode=import", document).await,
        "id",
    )
}

const RESOURCES: &str = "Maximum number of Resources for this API has been reached.  Please \
    contact AWS if you need additional Resources.";

#[tokio::test]
async fn no_way_of_adding_leads_past_the_resources_of_an_api() {
    let world = World::new().await;
    let import = "POST /restapis?mode=import";
    check(&world, (import, document(0..300)), 429, RESOURCES).await;
    let api = imported(&world, document(0..299)).await;
    let (put, merge) = (
        format!("PUT /restapis/{api}?mode=overwrite"),
        format!("PUT /restapis/{api}?mode=merge"),
    );
    check(&world, (&put, document(0..300)), 429, RESOURCES).await;
    check(&world, (&put, document(0..299)), 200, &api).await;
    check(&world, (&merge, document(400..401)), 429, RESOURCES).await;
    let list = format!("GET /restapis/{api}/resources?limit=500");
    let resources = ok(&world, &list, Value::Null).await;
    let resources = resources.get("item").and_then(Value::as_array).unwrap();
    assert_eq!(resources.len(), 300);
    let of = |path: &str| {
        let at = |one: &&Value| one.get("path") == Some(&json!(path));
        text(resources.iter().find(at).unwrap(), "id")
    };
    let create = format!("POST /restapis/{api}/resources/{}", of("/"));
    let more = || (create.as_str(), json!({"pathPart": "more"}));
    check(&world, more(), 429, RESOURCES).await;
    let delete = format!("DELETE /restapis/{api}/resources/{}", of("/p7"));
    ok(&world, &delete, Value::Null).await;
    check(&world, more(), 201, "/more").await;
}

#[tokio::test]
async fn a_deployment_makes_no_stage_too_many() {
    let world = World::new().await;
    let api = imported(&world, document(0..1)).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    for n in 0..10 {
        ok(&world, &deploy, json!({"stageName": format!("s{n}")})).await;
    }
    let deployment = ok(&world, &deploy, json!({"stageName": "s3"})).await;
    let said = "Maximum number of Stages for this API has been reached.";
    check(&world, (&deploy, json!({"stageName": "more"})), 429, said).await;
    let create = format!("POST /restapis/{api}/stages");
    let stage = |variables: u32| {
        let variables: Map<_, _> = (0..variables)
            .map(|n| (format!("v{n}"), json!("x")))
            .collect();
        let id = text(&deployment, "id");
        json!({"stageName": "more", "deploymentId": id, "variables": variables})
    };
    check(&world, (&create, stage(1)), 429, said).await;
    let delete = format!("DELETE /restapis/{api}/stages/s0");
    ok(&world, &delete, Value::Null).await;
    let said = "Maximum number of Variables of a Stage";
    check(&world, (&create, stage(101)), 429, said).await;
    check(&world, (&create, stage(100)), 201, "more").await;
}

#[tokio::test]
async fn an_api_has_ten_authorizers_and_two_thousand_documentation_parts() {
    let world = World::new().await;
    let api = imported(&world, document(0..1)).await;
    let create = format!("POST /restapis/{api}/authorizers");
    let arn = "arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a";
    let authorizer = |n: u32| {
        json!({
            "name": format!("a{n}"), "type": "COGNITO_USER_POOLS", "providerARNs": [arn],
            "identitySource": "method.request.header.Authorization",
        })
    };
    for n in 0..10 {
        ok(&world, &create, authorizer(n)).await;
    }
    let said = "Maximum number of Authorizers for this API has been reached.  Please contact AWS \
        if you need additional Authorizers.";
    check(&world, (&create, authorizer(10)), 429, said).await;
    let parts = |count: u32| {
        let part = |n| json!({"location": {"type": "MODEL", "name": format!("m{n}")}, "properties": {"a": "b"}});
        let parts: Vec<_> = (0..count).map(part).collect();
        let mut document = document(0..1);
        document["x-amazon-apigateway-documentation"] = json!({"documentationParts": parts});
        document
    };
    let import = format!("PUT /restapis/{api}/documentation/parts?mode=overwrite");
    let said = "Maximum number of Documentation Parts for this API";
    check(&world, (&import, parts(2_001)), 429, said).await;
    check(&world, (&import, parts(2_000)), 200, "ids").await;
}

#[tokio::test]
async fn an_account_and_a_key_have_so_many() {
    let world = World::new().await;
    let link = || json!({"name": "l", "targetArns": ["arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/a/1"]});
    for _ in 0..20 {
        ok(&world, "POST /vpclinks", link()).await;
    }
    let said = "Maximum number of VPC Links has been reached.";
    check(&world, ("POST /vpclinks", link()), 429, said).await;
    let key = json!({"name": "k"});
    let key = text(&ok(&world, "POST /apikeys", key).await, "id");
    let add = || json!({"keyId": key, "keyType": "API_KEY"});
    for n in 0..11 {
        let plan = json!({"name": format!("p{n}")});
        let plan = text(&ok(&world, "POST /usageplans", plan).await, "id");
        let line = format!("POST /usageplans/{plan}/keys");
        match n {
            10 => {
                check(
                    &world,
                    (&line, add()),
                    429,
                    "for this API Key has been reached.",
                )
                .await
            }
            _ => check(&world, (&line, add()), 201, &key).await,
        };
    }
}

#[tokio::test]
async fn a_domain_name_has_so_many_mappings_of_several_levels() {
    let world = World::new().await;
    let api = imported(&world, document(0..1)).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    ok(&world, &deploy, json!({"stageName": "prod"})).await;
    let domain = json!({
        "domainName": "api.example.com",
        "domainNameConfigurations": [{"endpointType": "REGIONAL", "securityPolicy": "TLS_1_2"}],
    });
    ok(&world, "POST /v2/domainnames", domain).await;
    let create = "POST /v2/domainnames/api.example.com/apimappings";
    let mapping = |key: &str| json!({"apiId": api, "stage": "prod", "apiMappingKey": key});
    for n in 0..200 {
        ok(&world, create, mapping(&format!("a/{n}"))).await;
    }
    let said = "has been reached.";
    check(&world, (create, mapping("a/more")), 429, said).await;
    check(&world, (create, mapping("more")), 201, "more").await;
    let list = "GET /v2/domainnames/api.example.com/apimappings?maxResults=500";
    let first = ok(&world, list, Value::Null).await;
    let first = first.pointer("/items/0").unwrap();
    let id = text(first, "apiMappingId");
    let line = format!("PATCH /v2/domainnames/api.example.com/apimappings/{id}");
    check(&world, (&line, mapping("b/0")), 200, "b/0").await;
}

#[tokio::test]
async fn an_account_has_so_many_apis_of_each_endpoint_type() {
    let world = World::new().await;
    let api = |kind: &str| json!({"name": "a", "endpointConfiguration": {"types": [kind]}});
    for _ in 0..120 {
        ok(&world, "POST /restapis", api("EDGE")).await;
    }
    let said = "Maximum number of APIs has been reached.";
    check(&world, ("POST /restapis", api("EDGE")), 429, said).await;
    check(&world, ("POST /restapis", api("REGIONAL")), 201, "REGIONAL").await;
    let other = ("222222222222", "apigateway", "POST /restapis");
    let answer = world.rest_as(other.0, other.1, other.2, &api("EDGE")).await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn what_is_written_into_an_api_has_its_length() {
    let world = World::new().await;
    let policy = |n: usize| {
        let ids: Vec<String> = (0..n).map(|n| format!("vpce-{n:04}")).collect();
        let statement = json!({
            "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*",
            "Condition": {"StringEquals": {"aws:SourceVpce": ids}},
        });
        json!({"Version": "2012-10-17", "Statement": [statement]}).to_string()
    };
    let with_policy = |n: usize| json!({"name": "a", "policy": policy(n)});
    check(
        &world,
        ("POST /restapis", with_policy(600)),
        201,
        "vpce-0599",
    )
    .await;
    let said = "Maximum number of Characters of the Resource Policy for this API";
    check(&world, ("POST /restapis", with_policy(700)), 429, said).await;

    let api = imported(&world, document(0..1)).await;
    let model = |name: &str, bytes: usize| {
        let schema = json!({"type": "object", "description": "a".repeat(bytes)}).to_string();
        json!({"name": name, "contentType": "application/json", "schema": schema})
    };
    let models = format!("POST /restapis/{api}/models");
    check(&world, (&models, model("One", 300 * 1024)), 201, "One").await;
    check(&world, (&models, model("Two", 100 * 1024)), 400, "400 KB").await;

    let mut long = document(0..1);
    let templates = json!({"application/json": "a".repeat(300 * 1024 + 1)});
    let at = "/paths/~1/get/x-amazon-apigateway-integration";
    let integration = long.pointer_mut(at).and_then(Value::as_object_mut).unwrap();
    integration.insert("requestTemplates".into(), templates);
    check(&world, ("POST /restapis?mode=import", long), 400, "300 KB").await;
    let mut longest = document(0..1);
    let described = json!("a".repeat(6 * 1024 * 1024));
    *longest.pointer_mut("/info/title").unwrap() = described;
    check(&world, ("POST /restapis?mode=import", longest), 400, "6 MB").await;
}

#[tokio::test]
async fn a_usage_plan_sets_throttles_for_so_many_methods_of_a_stage() {
    let world = World::new().await;
    let api = imported(&world, document(0..1)).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    ok(&world, &deploy, json!({"stageName": "prod"})).await;
    let plan = |methods: usize| {
        let limits = json!({"rateLimit": 1.0, "burstLimit": 1});
        let all: Map<_, _> = (0..methods)
            .map(|n| (format!("/p{n}/GET"), limits.clone()))
            .collect();
        json!({"name": "p", "apiStages": [{"apiId": api, "stage": "prod", "throttle": all}]})
    };
    let said = "Maximum number of Method Throttles for this Stage of a Usage Plan";
    check(&world, ("POST /usageplans", plan(21)), 429, said).await;
    let made = check(&world, ("POST /usageplans", plan(20)), 201, "prod").await;
    let line = format!("PATCH /usageplans/{}", text(&made, "id"));
    let add = |path: &str| {
        let path = format!("/apiStages/{api}:prod/throttle/{path}/rateLimit");
        json!({"patchOperations": [{"op": "replace", "path": path, "value": "2"}]})
    };
    check(&world, (&line, add("~1p0/GET")), 200, "prod").await;
    check(&world, (&line, add("~1more/GET")), 429, said).await;
}

/// The value that the developer guide gives ("Maintain a usage plan for REST APIs in API Gateway").
#[tokio::test]
async fn all_throttles_of_a_stage_are_set_at_once() {
    let world = World::new().await;
    let api = imported(&world, document(0..1)).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    ok(&world, &deploy, json!({"stageName": "prod"})).await;
    let plan = json!({"name": "p", "apiStages": [{"apiId": api, "stage": "prod"}]});
    let plan = text(&ok(&world, "POST /usageplans", plan).await, "id");
    let line = format!("PATCH /usageplans/{plan}");
    let limits = json!({"rateLimit": 1.0, "burstLimit": 1});
    let all = json!({"/pets/GET": limits, "//GET": limits});
    for value in [all.to_string(), json!(all.to_string()).to_string()] {
        let path = format!("/apiStages/{api}:prod/throttle");
        let patch = json!({"op": "replace", "path": path, "value": value});
        let changed = ok(&world, &line, json!({"patchOperations": [patch]})).await;
        assert_eq!(changed.pointer("/apiStages/0/throttle"), Some(&all));
    }
}
