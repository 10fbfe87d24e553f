//! Custom domain names, base path mappings, VPC links and client certificates.

use serde_json::{Value, json};

use super::{Flow, text};
use crate::testing::World;

#[tokio::test]
async fn create_vpc_link_invalid_parameters() {
    let test = "test_create_vpc_link_invalid_parameters";
    let Some(mut flow) = Flow::of_api(test).await else {
        return;
    };
    for (recorded, name, targets) in [
        (
            "create_vpc_link_invalid_target_arn",
            "link",
            json!(["invalid-arn"]),
        ),
        ("create_vpc_link_empty_name", "", json!([])),
    ] {
        let body = json!({"name": name, "targetArns": targets});
        flow.check(recorded, "POST /vpclinks", body).await;
    }
}

/// One call after the other, each with the status and a part of its answer.
async fn check(world: &World, steps: &[(&str, Value, u16, &str)]) {
    for (line, body, status, said) in steps {
        let answer = world.rest("apigateway", line, body).await;
        assert_eq!(answer.status, *status, "{line}: {}", answer.text());
        assert!(answer.text().contains(said), "{line}: {}", answer.text());
    }
}

#[tokio::test]
async fn a_vpc_link_is_made_changed_and_forgotten() {
    let world = World::new().await;
    let target = "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/n/1";
    let body = json!({"name": "link", "targetArns": [target], "tags": {"team": "blue"}});
    let made = world.rest("apigateway", "POST /vpclinks", &body).await;
    assert_eq!(made.status, 202);
    let made = made.json();
    assert_eq!(made["status"], json!("PENDING"));
    let id = text(&made, "id");
    let (get, patch, delete) = (
        format!("GET /vpclinks/{id}"),
        format!("PATCH /vpclinks/{id}"),
        format!("DELETE /vpclinks/{id}"),
    );
    let rename = |name: &str| json!({"patchOperations": [{"op": "replace", "path": "/name", "value": name}]});
    check(
        &world,
        &[
            (&get, Value::Null, 200, "AVAILABLE"),
            ("GET /vpclinks", Value::Null, 200, &id),
            (&patch, rename("other"), 200, "other"),
            (&patch, rename(""), 400, "Name cannot be empty"),
            (&delete, Value::Null, 202, ""),
            (
                &get,
                Value::Null,
                404,
                "Invalid Vpc Link identifier specified",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_client_certificate_shows_no_key() {
    let world = World::new().await;
    let body = json!({"description": "mine"});
    let made = world
        .rest("apigateway", "POST /clientcertificates", &body)
        .await;
    assert_eq!(made.status, 201);
    let made = made.json();
    let pem = text(&made, "pemEncodedCertificate");
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"), "{pem}");
    assert!(!made.to_string().contains("PRIVATE KEY"));
    let days = made["expirationDate"].as_f64().unwrap() - made["createdDate"].as_f64().unwrap();
    assert!((days / 86_400.0 - 365.0).abs() < f64::EPSILON);
    let id = text(&made, "clientCertificateId");
    let (get, patch, delete) = (
        format!("GET /clientcertificates/{id}"),
        format!("PATCH /clientcertificates/{id}"),
        format!("DELETE /clientcertificates/{id}"),
    );
    let describe = json!({"patchOperations": [
        {"op": "replace", "path": "/description", "value": "other"},
    ]});
    check(
        &world,
        &[
            ("GET /clientcertificates", Value::Null, 200, &id),
            (&patch, describe, 200, "other"),
            (&delete, Value::Null, 202, ""),
            (&get, Value::Null, 404, "Invalid Client Certificate"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_domain_leads_to_stages_by_base_paths() {
    let world = World::new().await;
    let document = json!({
        "swagger": "2.0", "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let import = "POST /restapis?mode=import";
    let api = world.rest("apigateway", import, &document).await.ok();
    let api = text(&api, "id");
    let deploy = format!("POST /restapis/{api}/deployments");
    let create = "POST /domainnames";
    let map = "POST /domainnames/api.example.com/basepathmappings";
    let domain = json!({
        "domainName": "API.example.com", "regionalCertificateArn": "arn:aws:acm:us-east-1:111111111111:certificate/c",
        "endpointConfiguration": {"types": ["REGIONAL"]}, "tags": {"team": "blue"},
    });
    let mtls = json!({
        "domainName": "m.example.com", "mutualTlsAuthentication": {"truststoreUri": "s3://b/k"},
    });
    let mapping = |path: &str, api: &str, stage: &str| json!({"basePath": path, "restApiId": api, "stage": stage});
    let replace = |path: &str, value: &str| json!({"patchOperations": [{"op": "replace", "path": path, "value": value}]});
    let at = |path: &str| format!("GET /domainnames/api.example.com/basepathmappings/{path}");
    let patch = "PATCH /domainnames/api.example.com/basepathmappings/v1";
    check(
        &world,
        &[
            (&deploy, json!({"stageName": "prod"}), 201, ""),
            (create, domain.clone(), 201, ".execute-api.us-east-1.amazonaws.com"),
            (create, domain, 409, "already exists"),
            (create, json!({"domainName": "localhost"}), 400, "Invalid domain name"),
            (create, mtls, 400, "only supported for REGIONAL"),
            ("GET /domainnames", Value::Null, 200, "api.example.com"),
            (map, mapping("v1", &api, "prod"), 201, "v1"),
            (map, mapping("v1", &api, "prod"), 409, "Base path already exists"),
            (map, mapping("", &api, ""), 201, "(none)"),
            (map, mapping("", &api, ""), 409, "Only one base path mapping is allowed"),
            (map, mapping("a/b", &api, "prod"), 400, "slash character"),
            (map, mapping("x", "nothing", "prod"), 400, "Invalid REST API identifier"),
            (map, mapping("x", &api, "dev"), 400, "Invalid stage identifier"),
            (&at("(none)"), Value::Null, 200, &api),
            (&at("v9"), Value::Null, 404, "Invalid base path mapping identifier"),
            (patch, replace("/basePath", "v2"), 200, "v2"),
            (&at("v1"), Value::Null, 404, ""),
            (
                "PATCH /domainnames/api.example.com",
                replace("/endpointConfiguration/types/REGIONAL", "EDGE"),
                200,
                ".cloudfront.net",
            ),
            (
                "GET /tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fdomainnames%2Fapi.example.com",
                Value::Null,
                200,
                "blue",
            ),
            ("DELETE /domainnames/api.example.com", Value::Null, 202, ""),
            (
                "GET /domainnames/api.example.com",
                Value::Null,
                404,
                "Invalid domain name identifier specified",
            ),
        ],
    )
    .await;
}
