//! The table of a REST API's resource policy with each kind of authorizer.

use serde_json::json;

use super::gate::signed;
use super::*;

fn policy(effect: &str, resource: &str) -> String {
    json!({"Version": "2012-10-17", "Statement": [
        {"Effect": effect, "Principal": "*", "Action": "execute-api:Invoke", "Resource": resource}
    ]})
    .to_string()
}

fn masked(path: &str) -> String {
    format!("arn:aws:execute-api:{REGION}:********1111:{API}/prod/GET/{path}")
}

#[tokio::test]
async fn without_an_authorizer_the_resource_policy_must_allow() {
    let none = format!(
        r#"{{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: {} because no resource-based policy allows the execute-api:Invoke action"}}"#,
        masked("pets")
    );
    let denied = format!(
        r#"{{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: {} with an explicit deny in a resource-based policy"}}"#,
        masked("pets")
    );
    for (policy, expected) in [
        (policy("Allow", "execute-api:/*"), None),
        (policy("Allow", "execute-api:/prod/GET/pets"), None),
        (policy("Allow", "execute-api:/prod/POST/*"), Some(none)),
        (policy("Deny", "execute-api:/*"), Some(denied)),
    ] {
        let mut house = House::new();
        house.method("GET /pets", method(mock("[]")));
        house.definition.policy = Some(policy);
        house.deploy();
        let reply = house.get("/pets").await;
        match expected {
            None => reply.is(200, None, "[]"),
            Some(body) => reply.is(403, Some("AccessDeniedException"), &body),
        }
    }
}

/// `/pets/` and `//pets` lead to `/pets`, whoever is asked about it.
#[tokio::test]
async fn a_deny_holds_however_the_path_is_written() {
    let policy = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
         "Resource": "execute-api:/*"},
        {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke",
         "Resource": "execute-api:/prod/GET/pets"}
    ]});
    let mut house = House::new();
    house.method("GET /pets", method(mock("[]")));
    house.method("GET /pets/{id}", method(mock("[]")));
    house.definition.policy = Some(policy.to_string());
    house.deploy();
    for (path, status) in [
        ("/pets", 403),
        ("/pets/", 403),
        ("//pets", 403),
        ("/pets/1/", 200),
    ] {
        assert_eq!(house.get(path).await.status, status, "{path}");
    }
    let own = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"},
        {"Effect": "Deny", "Action": "execute-api:Invoke", "Resource": "*/GET/pets"}
    ]});
    let house = signed_house(None);
    house.user(ACCOUNT, "eve", Some(own));
    let reply = house.send(signed("/pets/", ACCOUNT, "eve")).await;
    assert_eq!(reply.status, 403);
}

#[tokio::test]
async fn an_address_may_be_asked_for() {
    for (range, status) in [("192.0.2.0/24", 200), ("198.51.100.0/24", 403)] {
        let mut house = House::new();
        house.method("GET /pets", method(mock("[]")));
        let policy = json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
            "Resource": "execute-api:/*", "Condition": {"StringEquals": {"aws:SourceIp": "192.0.2.7"}}
        }]});
        house.definition.policy = Some(policy.to_string().replace(
            "192.0.2.7",
            match status {
                200 => "192.0.2.7",
                _ => "198.51.100.1",
            },
        ));
        house.deploy();
        assert_eq!(house.get("/pets").await.status, status, "{range}");
    }
}

fn verdict(effect: &str) -> Answer {
    let resource = if effect == "None" {
        "arn:aws:execute-api:*:*:other/*"
    } else {
        "*"
    };
    let effect = if effect == "None" { "Allow" } else { effect };
    let answer = json!({"principalId": "p", "policyDocument": {
        "Version": "2012-10-17",
        "Statement": [{"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}]
    }});
    Answer::Payload(answer.to_string())
}

#[tokio::test]
async fn with_a_lambda_authorizer_any_allow_allows_and_any_deny_denies() {
    for (resource, by_authorizer, status, asked) in [
        ("Allow", "Allow", 200, 1),
        ("Allow", "Deny", 403, 1),
        ("Allow", "None", 200, 1),
        ("Deny", "Allow", 403, 0),
        ("None", "Allow", 200, 1),
        ("None", "Deny", 403, 1),
        ("None", "None", 403, 1),
    ] {
        let mut house = House::new();
        let authorizer = authorizer(AuthorizerKind::Token, Some("method.request.header.Auth"));
        house
            .definition
            .authorizers
            .insert("auth01".to_owned(), authorizer);
        house.method("GET /pets", custom("auth01", mock("[]")));
        house.definition.policy = Some(match resource {
            "None" => policy("Allow", "execute-api:/other/*"),
            effect => policy(effect, "execute-api:/*"),
        });
        house.deploy();
        house
            .function("auth", &[("", open("auth"))])
            .answer("auth", verdict(by_authorizer));
        let request = with_header(request(Verb::GET, "/pets"), "auth", "t");
        let reply = house.send(request).await;
        assert_eq!(reply.status, status, "{resource} and {by_authorizer}");
        assert_eq!(house.calls().len(), asked, "{resource} and {by_authorizer}");
    }
}

fn signed_house(policy: Option<String>) -> House {
    let mut house = House::new();
    house.method("GET /pets", iam(mock("[]")));
    house.definition.policy = policy;
    house.deploy();
    house
}

#[tokio::test]
async fn with_iam_either_side_allows_within_an_account_and_both_must_across() {
    let open = || Some(policy("Allow", "execute-api:/*"));
    let may = || Some(allow("execute-api:Invoke", "*"));
    let other = "222222222222";
    for (owner, resource, own, status) in [
        (ACCOUNT, None, may(), 200),
        (ACCOUNT, open(), None, 200),
        (ACCOUNT, None, None, 403),
        (ACCOUNT, Some(policy("Deny", "execute-api:/*")), may(), 403),
        (other, open(), may(), 200),
        (other, open(), None, 403),
        (other, None, may(), 403),
    ] {
        let house = signed_house(resource.clone());
        house.user(owner, "ann", own.clone());
        let reply = house.send(signed("/pets", owner, "ann")).await;
        assert_eq!(reply.status, status, "{owner} {resource:?} {own:?}");
    }
}

#[tokio::test]
async fn a_signed_caller_without_permission_is_named() {
    let house = signed_house(None);
    house.user(ACCOUNT, "ann", None);
    let body = format!(
        r#"{{"Message":"User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: execute-api:Invoke on resource: {} because no identity-based policy allows the execute-api:Invoke action"}}"#,
        masked("pets")
    );
    let reply = house.send(signed("/pets", ACCOUNT, "ann")).await;
    reply.is(403, Some("AccessDeniedException"), &body);
}

#[tokio::test]
async fn a_method_that_wants_a_signature_gets_a_good_one() {
    let house = signed_house(None);
    house.user(ACCOUNT, "ann", Some(allow("execute-api:Invoke", "*")));
    let body = r#"{"message":"Missing Authentication Token"}"#;
    let kind = Some("MissingAuthenticationTokenException");
    house.get("/pets").await.is(403, kind, body);
    let unknown = house.send(signed("/pets", ACCOUNT, "bob")).await;
    let body = r#"{"message":"The security token included in the request is invalid."}"#;
    unknown.is(403, Some("UnrecognizedClientException"), body);
    let mut moved = signed("/pets", ACCOUNT, "ann");
    *moved.uri_mut() = "/prod/pets?more=1".parse().unwrap();
    let reply = house.send(moved).await;
    assert_eq!(reply.status, 403);
    assert_eq!(
        reply.header("x-amzn-errortype"),
        Some("InvalidSignatureException")
    );
}

#[tokio::test]
async fn an_arn_that_is_decided_about_has_its_length() {
    for (policy, length, status) in [
        (None, 3000, 200),
        (Some(policy("Allow", "execute-api:/*")), 1400, 200),
        (Some(policy("Allow", "execute-api:/*")), 1600, 414),
    ] {
        let mut house = House::new();
        house.method("GET /{proxy+}", method(mock("[]")));
        house.definition.policy = policy;
        house.deploy();
        let reply = house.get(&format!("/{}", "a".repeat(length))).await;
        assert_eq!(reply.status, status, "{length}");
    }
}
