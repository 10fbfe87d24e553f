//! Who may do what, and whose roles may be handed over.

use std::convert::Infallible;

use bytes::Bytes;
use http::Request;
use model::{AccountId, UserRecord};
use serde_json::{Value, json};

use super::text;
use crate::testing::{World, sign};

const ANN: (&str, &str) = ("AKIAANNANNANNANNANNA", "secret");
const ROLE: &str = "arn:aws:iam::111111111111:role/worker";
const URI: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations";

#[tokio::test]
async fn a_role_of_another_account_is_never_handed_over() {
    let world = World::new().await;
    let foreign = "arn:aws:iam::222222222222:role/theirs";
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    let (id, root) = (text(&api, "id"), text(&api, "rootResourceId"));
    let method = format!("/restapis/{id}/resources/{root}/methods/GET");
    world
        .rest(
            "apigateway",
            &format!("PUT {method}"),
            &json!({"authorizationType": "NONE"}),
        )
        .await
        .ok();
    let integration = |role: &str| json!({"type": "AWS_PROXY", "httpMethod": "POST", "uri": URI, "credentials": role});
    let document = json!({
        "swagger": "2.0",
        "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": integration(foreign)}}},
    });
    let authorizer = json!({
        "name": "a",
        "type": "TOKEN",
        "authorizerUri": URI,
        "authorizerCredentials": foreign,
        "identitySource": "method.request.header.a",
    });
    for (line, body) in [
        (format!("PUT {method}/integration"), integration(foreign)),
        (format!("POST /restapis/{id}/authorizers"), authorizer),
        ("POST /restapis?mode=import".to_owned(), document.clone()),
        (format!("PUT /restapis/{id}?mode=overwrite"), document),
    ] {
        let refused = world.rest("apigateway", &line, &body).await;
        assert_eq!(refused.status, 403, "{line}: {}", refused.text());
        assert!(
            refused
                .text()
                .contains("Cross-account pass role is not allowed.")
        );
    }
    for role in [ROLE, "arn:aws:iam::*:user/*"] {
        let line = format!("PUT {method}/integration");
        world
            .rest("apigateway", &line, &integration(role))
            .await
            .ok();
    }
}

#[tokio::test]
async fn an_import_takes_the_permission_to_pass_its_roles() {
    let world = World::new().await;
    world.user("ann", ANN).await;
    let import = json!({
        "swagger": "2.0",
        "info": {"title": "a", "version": "1"},
        "paths": {"/": {"get": {"x-amazon-apigateway-integration": {
            "type": "aws_proxy", "httpMethod": "POST", "uri": URI, "credentials": ROLE,
        }}}},
    });
    let allow = |actions: Value| json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions, "Resource": "*"}]});
    let without = allow(json!(["apigateway:*"]));
    let refused = as_user(&world, &without, "POST /restapis?mode=import", &import).await;
    assert_eq!(refused.0, 403, "{}", refused.1);
    assert!(refused.1.contains("iam:PassRole"), "{}", refused.1);
    let with = allow(json!(["apigateway:*", "iam:PassRole"]));
    let passed = as_user(&world, &with, "POST /restapis?mode=import", &import).await;
    assert_eq!(passed.0, 201, "{}", passed.1);
    let reading = allow(json!(["apigateway:GET"]));
    let refused = as_user(&world, &reading, "POST /restapis", &json!({"name": "a"})).await;
    assert!(
        refused
            .1
            .contains("apigateway:POST on resource: arn:aws:apigateway:us-east-1::/restapis"),
        "{}",
        refused.1
    );
}

/// What a user gets who has this policy and no other.
async fn as_user(world: &World, policy: &Value, line: &str, body: &Value) -> (u16, String) {
    let id = UserRecord::id_of(&AccountId::new("111111111111").unwrap(), "ann");
    let give = |user: &mut UserRecord| {
        user.policies.inline.insert("p".into(), policy.to_string());
        Ok::<_, Infallible>(())
    };
    let updated = world.records.update(&id, give).await.unwrap();
    world.control.show(updated.stored.version).await;
    as_ann(world, line, body).await
}

/// What the user gets as she is.
pub(super) async fn as_ann(world: &World, line: &str, body: &Value) -> (u16, String) {
    let (method, path) = line.split_once(' ').unwrap();
    let request = Request::builder()
        .method(method)
        .uri(format!("http://127.0.0.1:4566{path}"))
        .header("host", "127.0.0.1:4566");
    let mut request = request.body(Bytes::from(body.to_string())).unwrap();
    sign(&mut request, ANN, "apigateway");
    let answer = world.send(request).await;
    (answer.status, answer.text())
}

/// Tags decide who may use something, so that whoever makes it may not choose them freely.
#[tokio::test]
async fn tags_that_come_with_something_new_need_the_right_to_tag() {
    let world = World::new().await;
    let api = world
        .rest("apigateway", "POST /restapis", &json!({"name": "a"}))
        .await
        .ok();
    world.user("ann", ANN).await;
    let making = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "apigateway:POST", "Resource": "*"},
    ]});
    for (path, body) in [
        ("/restapis".to_owned(), json!({"name": "a"})),
        ("/apikeys".to_owned(), json!({"name": "k"})),
        ("/usageplans".to_owned(), json!({"name": "p"})),
        ("/clientcertificates".to_owned(), json!({})),
        (
            format!("/restapis/{}/stages", text(&api, "id")),
            json!({"stageName": "s", "deploymentId": "d"}),
        ),
    ] {
        let line = format!("POST {path}");
        let mut tagged = body.clone();
        tagged["tags"] = json!({"team": "blue"});
        let (status, said) = as_user(&world, &making, &line, &tagged).await;
        let about = path.replace('/', "%2F");
        let asked = format!("/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A{about}%2F*");
        assert_eq!(status, 403, "{line}: {said}");
        assert!(said.contains(&asked), "{said}");
        let (status, said) = as_user(&world, &making, &line, &body).await;
        assert_ne!(status, 403, "{line}: {said}");
    }
}
