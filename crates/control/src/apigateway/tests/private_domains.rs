//! Private custom domains, what joins VPC endpoints to them, uploaded certificates and truststores.

use rcgen::{CertificateParams, KeyPair};
use serde_json::{Value, json};

use super::text;
use crate::testing::World;

async fn ok(world: &World, line: &str, body: Value) -> Value {
    world.rest("apigateway", line, &body).await.ok()
}

async fn check(world: &World, steps: &[(&str, Value, u16, &str)]) {
    for (line, body, status, said) in steps {
        let answer = world.rest("apigateway", line, body).await;
        assert_eq!(answer.status, *status, "{line}: {}", answer.text());
        assert!(answer.text().contains(said), "{line}: {}", answer.text());
    }
}

fn policy() -> String {
    json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
        "Resource": "execute-api:/*",
    }]})
    .to_string()
}

/// Who may join endpoints to any domain.
fn management() -> String {
    json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "apigateway:CreateAccessAssociation",
        "Resource": "arn:aws:apigateway:us-east-1:111111111111:/domainnames/*",
    }]})
    .to_string()
}

async fn api(world: &World, endpoint: &str, policy: Option<String>) -> String {
    let body = json!({
        "name": "a", "policy": policy, "endpointConfiguration": {"types": [endpoint]},
    });
    let api = text(&ok(world, "POST /restapis", body).await, "id");
    let resources = ok(
        world,
        &format!("GET /restapis/{api}/resources"),
        Value::Null,
    )
    .await;
    let root = text(&resources["item"][0], "id");
    let method = format!("/restapis/{api}/resources/{root}/methods/GET");
    ok(
        world,
        &format!("PUT {method}"),
        json!({"authorizationType": "NONE"}),
    )
    .await;
    ok(
        world,
        &format!("PUT {method}/integration"),
        json!({"type": "MOCK"}),
    )
    .await;
    api
}

const ASSOCIATE: &str = "POST /domainnameaccessassociations";

/// `private.example.com`, and an API on either side of it.
struct Scene {
    world: World,
    private: String,
    public: String,
    id: String,
    arn: String,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let private = api(&world, "PRIVATE", Some(policy())).await;
        let public = api(&world, "REGIONAL", None).await;
        for api in [&private, &public] {
            let deploy = format!("POST /restapis/{api}/deployments");
            ok(&world, &deploy, json!({"stageName": "prod"})).await;
        }
        let made = ok(&world, "POST /domainnames", domain()).await;
        let (id, arn) = (text(&made, "domainNameId"), text(&made, "domainNameArn"));
        assert_eq!(
            arn,
            format!(
                "arn:aws:apigateway:us-east-1:111111111111:/domainnames/private.example.com+{id}"
            )
        );
        let full = format!(
            "arn:aws:execute-api:us-east-1:111111111111:/domainnames/private.example.com+{id}"
        );
        assert!(text(&made, "policy").contains(&full), "{made}");
        Self {
            world,
            private,
            public,
            id,
            arn,
        }
    }

    /// A line of a request to this domain and no other of its name.
    fn at(&self, line: &str) -> String {
        format!("{line}?domainNameId={}", self.id)
    }

    fn association(&self, source: &str) -> Value {
        association(&self.arn, source)
    }

    fn reject(&self, association: &str) -> String {
        format!(
            "POST /rejectdomainnameaccessassociations?domainNameAccessAssociationArn={}&domainNameArn={}",
            encoded(association),
            self.arn.replace('+', "%2B")
        )
    }
}

fn domain() -> Value {
    json!({
        "domainName": "private.example.com", "policy": policy(),
        "certificateArn": "arn:aws:acm:us-east-1:111111111111:certificate/c",
        "endpointConfiguration": {"types": ["PRIVATE"]},
    })
}

fn association(arn: &str, source: &str) -> Value {
    json!({
        "domainNameArn": arn, "accessAssociationSourceType": "VPCE",
        "accessAssociationSource": source, "tags": {"team": "blue"},
    })
}

fn patch(path: &str, value: &str) -> Value {
    json!({"patchOperations": [{"op": "replace", "path": path, "value": value}]})
}

fn encoded(arn: &str) -> String {
    arn.replace(':', "%3A")
        .replace('/', "%2F")
        .replace('+', "%2B")
}

#[tokio::test]
async fn a_private_domain_is_told_by_its_id() {
    let scene = Scene::new().await;
    let (get, update) = (
        scene.at("GET /domainnames/private.example.com"),
        scene.at("PATCH /domainnames/private.example.com"),
    );
    let map = scene.at("POST /domainnames/private.example.com/basepathmappings");
    let mapped = scene.at("GET /domainnames/private.example.com/basepathmappings/v1");
    let mapping = |api: &str| json!({"basePath": "v1", "restApiId": api, "stage": "prod"});
    let unknown = "Invalid domain name identifier";
    let kind = patch("/endpointConfiguration/types/PRIVATE", "EDGE");
    check(
        &scene.world,
        &[
            ("POST /domainnames", domain(), 409, "already exists"),
            (
                "GET /domainnames/private.example.com",
                Value::Null,
                404,
                unknown,
            ),
            (&get, Value::Null, 200, &scene.id),
            (&map, mapping(&scene.public), 400, "Only private APIs"),
            (&map, mapping(&scene.private), 201, "v1"),
            (&mapped, Value::Null, 200, &scene.private),
            (
                &update,
                patch("/managementPolicy", "{}"),
                400,
                "Invalid policy document",
            ),
            (
                &update,
                patch("/managementPolicy", &management()),
                200,
                "managementPolicy",
            ),
            (&update, kind, 400, "Migration between"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_private_domain_is_joined_to_endpoints() {
    let scene = Scene::new().await;
    let joined = ok(&scene.world, ASSOCIATE, scene.association("vpce-0a")).await;
    let joined = text(&joined, "domainNameAccessAssociationArn");
    assert_eq!(
        joined,
        format!(
            "arn:aws:apigateway:us-east-1:111111111111:/domainnameaccessassociations/domainname/private.example.com+{}/vpcesource/vpce-0a",
            scene.id
        )
    );
    let public = "arn:aws:apigateway:us-east-1::/domainnames/a.example.com";
    let delete = format!("DELETE /domainnameaccessassociations/{}", encoded(&joined));
    let tags = format!("GET /tags/{}", encoded(&joined));
    let list = "GET /domainnameaccessassociations";
    let of_others = "GET /domainnameaccessassociations?resourceOwner=OTHER_ACCOUNTS";
    let unknown = "Invalid domain name access association";
    let source = "Invalid access association source";
    check(
        &scene.world,
        &[
            (
                ASSOCIATE,
                scene.association("vpce-0a"),
                409,
                "already exists",
            ),
            (ASSOCIATE, scene.association("vpc-1"), 400, source),
            (
                ASSOCIATE,
                association(public, "vpce-1"),
                400,
                "Invalid domain name ARN",
            ),
            (list, Value::Null, 200, "vpce-0a"),
            (of_others, Value::Null, 200, "\"item\":[]"),
            (&tags, Value::Null, 200, "blue"),
            (
                &scene.reject(&joined),
                Value::Null,
                400,
                "of your own account",
            ),
            (&delete, Value::Null, 202, ""),
            (&delete, Value::Null, 404, unknown),
        ],
    )
    .await;
}

#[tokio::test]
async fn another_account_is_joined_where_the_policy_lets_it_and_may_be_rejected() {
    let scene = Scene::new().await;
    let world = &scene.world;
    let other = "222222222222";
    let update = scene.at("PATCH /domainnames/private.example.com");
    ok(world, &update, patch("/managementPolicy", &management())).await;
    let theirs = scene.association("vpce-0b");
    let made = world.rest_as(other, "apigateway", ASSOCIATE, &theirs);
    let theirs = text(&made.await.ok(), "domainNameAccessAssociationArn");
    assert!(theirs.contains(":222222222222:/"), "{theirs}");
    let domains = "GET /domainnames?resourceOwner=OTHER_ACCOUNTS";
    let seen = world.rest_as(other, "apigateway", domains, &Value::Null);
    assert_eq!(
        seen.await.ok()["item"][0]["domainNameArn"],
        json!(scene.arn)
    );
    let of_others = "GET /domainnameaccessassociations?resourceOwner=OTHER_ACCOUNTS";
    let reject = scene.reject(&theirs);
    let unknown = "Invalid domain name access association";
    let delete = scene.at("DELETE /domainnames/private.example.com");
    check(
        world,
        &[
            (of_others, Value::Null, 200, "vpce-0b"),
            (&reject, Value::Null, 202, ""),
            (&reject, Value::Null, 404, unknown),
            (&update, patch("/managementPolicy", ""), 200, ""),
            (&delete, Value::Null, 202, ""),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_private_api_is_not_deployed_without_a_policy() {
    let world = World::new().await;
    let api = api(&world, "PRIVATE", None).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    let said = "Private REST API doesn't have a resource policy attached to it";
    check(&world, &[(&deploy, json!({}), 400, said)]).await;
}

#[tokio::test]
async fn a_domain_may_bring_its_certificate_and_shows_no_key() {
    let world = World::new().await;
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["api.example.com".to_owned()]).unwrap();
    let signed = params.self_signed(&key).unwrap();
    let body = |name: &str, key: &str, kind: &str| {
        json!({
            "domainName": name, "certificateName": "c", "certificateBody": signed.pem(),
            "certificatePrivateKey": key, "endpointConfiguration": {"types": [kind]},
        })
    };
    let create = "POST /domainnames";
    let (own, other) = (
        key.serialize_pem(),
        KeyPair::generate().unwrap().serialize_pem(),
    );
    check(
        &world,
        &[
            (
                create,
                body("api.example.com", "testCertificatePrivateKey", "EDGE"),
                400,
                "no private key in PEM form",
            ),
            (
                create,
                body("api.example.com", &other, "EDGE"),
                400,
                "not the key of the certificate",
            ),
            (
                create,
                body("b.example.com", &own, "EDGE"),
                400,
                "is not for b.example.com",
            ),
            (
                create,
                body("api.example.com", &own, "REGIONAL"),
                400,
                "EDGE and PRIVATE",
            ),
            (
                create,
                json!({"domainName": "a.example.com", "certificateBody": signed.pem()}),
                400,
                "certificatePrivateKey is missing",
            ),
        ],
    )
    .await;
    let made = ok(&world, create, body("api.example.com", &own, "EDGE")).await;
    assert!(made["certificateUploadDate"].is_number(), "{made}");
    assert_eq!(made["certificateName"], json!("c"));
    assert!(!made.to_string().contains("PRIVATE KEY"), "{made}");
    let terms = world.gateway.host_terms("api.example.com").unwrap();
    assert_eq!(terms.certificate.unwrap().body, signed.pem());
}

#[tokio::test]
async fn a_truststore_is_read_from_the_bucket_that_its_uri_names() {
    let world = World::new().await;
    let authority = KeyPair::generate().unwrap();
    let params = CertificateParams::new(Vec::new()).unwrap();
    let pem = params.self_signed(&authority).unwrap().pem();
    for (line, body) in [
        ("PUT /trust", Value::Null),
        ("PUT /trust/ca.pem", json!(pem)),
        ("PUT /trust/none.pem", json!("nothing")),
    ] {
        assert_eq!(world.rest("s3", line, &body).await.status, 200, "{line}");
    }
    let domain = |name: &str, uri: &str| {
        json!({
            "domainName": name, "mutualTlsAuthentication": {"truststoreUri": uri},
            "endpointConfiguration": {"types": ["REGIONAL"]},
        })
    };
    let create = "POST /domainnames";
    check(
        &world,
        &[
            (
                create,
                domain("a.example.com", "s3://trust/ca.pem"),
                201,
                "s3://trust/ca.pem",
            ),
            (
                create,
                domain("b.example.com", "s3://trust/other.pem"),
                201,
                "",
            ),
            (
                create,
                domain("c.example.com", "s3://trust/none.pem"),
                400,
                "no certificates",
            ),
        ],
    )
    .await;
    let trusted = |host: &str| world.gateway.host_terms(host).unwrap().truststore;
    assert_eq!(trusted("a.example.com").as_deref(), Some(pem.as_str()));
    assert_eq!(trusted("b.example.com"), None);
    let update = json!({"patchOperations": [{
        "op": "replace", "path": "/mutualTlsAuthentication/truststoreUri", "value": "s3://trust/ca.pem",
    }]});
    ok(&world, "PATCH /domainnames/b.example.com", update).await;
    assert_eq!(trusted("b.example.com").as_deref(), Some(pem.as_str()));
}
