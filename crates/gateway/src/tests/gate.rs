//! Who invokes, and what must allow it: every row of the facts' sections 1 and 2.

use identity::Permissions;
use serde_json::json;

use super::*;

const LAMBDA_URI_ARN: &str = "f";

fn house(integration: Integration) -> House {
    let mut house = House::new();
    house
        .method("GET /", method(integration.clone()))
        .method("GET /pets/{id}", method(integration.clone()))
        .method("ANY /any", method(integration))
        .deploy();
    house.answer(
        "f",
        Answer::Payload(r#"{"statusCode":200,"body":"ran"}"#.to_owned()),
    );
    house
}

fn service() -> Integration {
    proxy(&function_arn(LAMBDA_URI_ARN))
}

fn source(rest: &str) -> String {
    format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/{rest}")
}

/// Whether the gate opens for `path` when the function's policy grants to `source_arn`.
async fn check(source_arn: &str, path: &str, opens: bool) {
    let house = house(service());
    house.function("f", &[("", grant(&function_arn("f"), source_arn))]);
    let reply = house.get(path).await;
    if opens {
        reply.is(200, None, "ran");
        assert_eq!(house.calls().len(), 1);
    } else {
        let (status, kind, body) = INTERNAL;
        reply.is(status, kind, body);
        assert!(house.calls().is_empty(), "{source_arn} {path}");
    }
}

#[tokio::test]
async fn nothing_is_invoked_without_a_grant() {
    let house = house(service());
    house.function("f", &[]);
    let (status, kind, body) = INTERNAL;
    house.get("/pets/1").await.is(status, kind, body);
    assert!(house.calls().is_empty());
    let entry = house.last();
    let journal::Outcome::Refused(refusal) = &entry.outcome else {
        panic!("{entry:?}");
    };
    let fix = refusal.fix.clone().unwrap();
    assert!(
        fix.contains("aws lambda add-permission --function-name f"),
        "{fix}"
    );
    assert!(fix.contains(&source("prod/GET/pets/{id}")), "{fix}");
    assert_eq!(refusal.layer, journal::StepKind::Invocation);
}

#[tokio::test]
async fn a_function_that_does_not_exist_is_refused_alike() {
    let house = house(service());
    let (status, kind, body) = INTERNAL;
    house.get("/pets/1").await.is(status, kind, body);
}

#[tokio::test]
async fn the_source_arn_has_the_configured_verb_and_the_template_path() {
    check(&source("prod/GET/pets/{id}"), "/pets/1", true).await;
    check(&source("*/*/pets/*"), "/pets/1", true).await;
    check(&source("*"), "/pets/1", true).await;
    check(&source("prod/GET/pets/1"), "/pets/1", false).await;
    check(&source("prod/POST/pets/{id}"), "/pets/1", false).await;
    check(&source("dev/GET/pets/{id}"), "/pets/1", false).await;
    check(&source("prod/GET/cats/{id}"), "/pets/1", false).await;
}

#[tokio::test]
async fn another_account_region_or_api_is_another_source() {
    let path = "prod/GET/pets/{id}";
    for other in [
        format!("arn:aws:execute-api:{REGION}:222222222222:{API}/{path}"),
        format!("arn:aws:execute-api:eu-west-1:{ACCOUNT}:{API}/{path}"),
        format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:other/{path}"),
    ] {
        check(&other, "/pets/1", false).await;
    }
}

#[tokio::test]
async fn a_method_any_is_literally_any() {
    check(&source("prod/ANY/any"), "/any", true).await;
    check(&source("*/ANY/*"), "/any", true).await;
    check(&source("*/*/any"), "/any", true).await;
    check(&source("*/GET/any"), "/any", false).await;
}

#[tokio::test]
async fn the_root_ends_with_a_slash() {
    check(&source("prod/GET/"), "/", true).await;
    check(&source("prod/GET"), "/", false).await;
}

#[tokio::test]
async fn a_permission_belongs_to_one_qualifier() {
    for (uri, granted, opens) in [
        ("f:prod", "prod", true),
        ("f:prod", "", false),
        ("f", "prod", false),
        ("f", "", true),
    ] {
        let house = house(proxy(&function_arn(uri)));
        let named = if granted.is_empty() {
            "f".to_owned()
        } else {
            format!("f:{granted}")
        };
        house.function(
            "f",
            &[(granted, grant(&function_arn(&named), &source("*")))],
        );
        let status = house.get("/pets/1").await.status;
        assert_eq!(status == 200, opens, "{uri} with a grant on {granted:?}");
    }
}

#[tokio::test]
async fn a_stage_variable_needs_the_grant_on_what_it_stands_for() {
    let uri = "f:${stageVariables.alias}";
    for (granted, opens) in [("prod", true), ("dev", false)] {
        let mut house = house(proxy(&function_arn(uri)));
        house
            .variables
            .insert("alias".to_owned(), "prod".to_owned());
        house.deploy();
        let function = function_arn(&format!("f:{granted}"));
        house.function("f", &[(granted, grant(&function, &source("*")))]);
        assert_eq!(house.get("/pets/1").await.status == 200, opens, "{granted}");
        if opens {
            assert_eq!(house.calls()[0].function, function_arn("f:prod"));
        }
    }
}

#[tokio::test]
async fn a_stage_without_the_variable_refuses() {
    let house = house(proxy(&function_arn("f:${stageVariables.alias}")));
    house.function("f", &[("", open("f"))]);
    let (status, kind, body) = INTERNAL;
    house.get("/pets/1").await.is(status, kind, body);
    assert!(format!("{:?}", house.last().outcome).contains("stage variable alias"));
}

fn by_role() -> Integration {
    Integration {
        credentials: Some(format!("arn:aws:iam::{ACCOUNT}:role/gate")),
        ..service()
    }
}

#[tokio::test]
async fn a_role_that_may_invoke_needs_no_resource_policy() {
    let house = house(by_role());
    house.function("f", &[]);
    let policy = allow("lambda:InvokeFunction", &function_arn("f"));
    house.role("gate", "apigateway.amazonaws.com", Some(policy));
    house.get("/pets/1").await.is(200, None, "ran");
    let by = &house.calls()[0].by;
    assert!(
        by.starts_with(&format!("arn:aws:sts::{ACCOUNT}:assumed-role/gate/")),
        "{by}"
    );
}

#[tokio::test]
async fn a_role_is_refused_that_does_not_exist_trust_or_permit() {
    let may = || Some(allow("lambda:InvokeFunction", &function_arn("f")));
    for (trusted, policy, cause) in [
        (None, None, "role"),
        (Some("lambda.amazonaws.com"), may(), "role"),
        (Some("apigateway.amazonaws.com"), None, "identity"),
        (
            Some("apigateway.amazonaws.com"),
            Some(allow("lambda:InvokeFunction", &function_arn("g"))),
            "identity",
        ),
        (
            Some("apigateway.amazonaws.com"),
            Some(allow("lambda:InvokeFunction", &function_arn("f:prod"))),
            "identity",
        ),
    ] {
        let house = house(by_role());
        // The function's own policy is for the service, not for the role.
        house.function("f", &[("", open("f"))]);
        if let Some(trusted) = trusted {
            house.role("gate", trusted, policy);
        }
        let (status, kind, body) = INTERNAL;
        house.get("/pets/1").await.is(status, kind, body);
        assert!(house.calls().is_empty());
        let outcome = format!("{:?}", house.last().outcome);
        assert!(outcome.contains(cause), "{cause}: {outcome}");
    }
}

fn passed_through() -> House {
    let integration = Integration {
        credentials: Some("arn:aws:iam::*:user/*".to_owned()),
        ..service()
    };
    let mut house = House::new();
    house
        .method("GET /iam", iam(integration.clone()))
        .method("GET /open", method(integration))
        .deploy();
    house.answer("f", Answer::Payload(r#"{"body":"ran"}"#.to_owned()));
    house.function("f", &[]);
    house
}

pub(super) fn signed(path: &str, owner: &str, user: &str) -> Request<Full<Bytes>> {
    let (parts, _) = request(Verb::GET, path).into_parts();
    let mut request = Request::from_parts(parts, Vec::new());
    let key_id = key_id(owner, user);
    let key = identity::sigv4::SigningKey {
        access_key_id: &key_id,
        secret_access_key: &format!("secret-of-{user}"),
        session_token: None,
        region: REGION,
        service: "execute-api",
    };
    identity::sigv4::sign(&mut request, &key, crate::clock::now()).unwrap();
    request.map(Full::from)
}

#[tokio::test]
async fn a_caller_that_is_passed_through_needs_both_permissions() {
    let both = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"},
        {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": function_arn("f")}
    ]});
    for (policy, status) in [(both, 200), (allow("execute-api:Invoke", "*"), 500)] {
        let house = passed_through();
        house.user(ACCOUNT, "ann", Some(policy));
        assert_eq!(
            house.send(signed("/iam", ACCOUNT, "ann")).await.status,
            status
        );
        let calls = house.calls();
        assert_eq!(calls.len(), usize::from(status == 200));
        for call in calls {
            assert_eq!(call.by, format!("arn:aws:iam::{ACCOUNT}:user/ann"));
        }
    }
}

#[tokio::test]
async fn nobody_is_passed_through_where_nobody_signs() {
    let house = passed_through();
    let (status, kind, body) = INTERNAL;
    house.get("/open").await.is(status, kind, body);
    assert!(house.calls().is_empty());
}

#[tokio::test]
async fn a_function_of_another_account_has_the_last_word() {
    let function = format!("arn:aws:lambda:{REGION}:222222222222:function:f");
    let role = format!("arn:aws:iam::{ACCOUNT}:role/gate");
    let to_role = json!({
        "Sid": "s", "Effect": "Allow", "Principal": {"AWS": role},
        "Action": "lambda:InvokeFunction", "Resource": function
    });
    let to_service = grant(&function, &source("*"));
    for (credentials, statement, opens) in [
        (None, Some(to_service.clone()), true),
        (None, None, false),
        (Some(role.clone()), Some(to_role), true),
        (Some(role.clone()), Some(to_service), false),
        (Some(role), None, false),
    ] {
        let house = house(Integration {
            credentials: credentials.clone(),
            ..proxy(&function)
        });
        let policies: Vec<(&str, Value)> = statement.map(|s| ("", s)).into_iter().collect();
        house.function_of("222222222222", "f", &policies);
        let policy = allow("lambda:InvokeFunction", &function);
        house.role("gate", "apigateway.amazonaws.com", Some(policy));
        let status = house.get("/pets/1").await.status;
        assert_eq!(status == 200, opens, "{credentials:?} {policies:?}");
    }
}

#[tokio::test]
async fn what_is_only_reported_runs_and_is_recorded() {
    let mut house = House::with(Permissions::Report);
    house.method("GET /pets", method(service())).deploy();
    house.answer("f", Answer::Payload(r#"{"body":"ran"}"#.to_owned()));
    house.function("f", &[]);
    house.get("/pets").await.is(200, None, "ran");
    let entry = house.last();
    assert_eq!(entry.permissions_mode, journal::PermissionsMode::Report);
    assert!(
        entry
            .steps
            .iter()
            .any(|step| step.mark == journal::Mark::Reported)
    );
}

#[tokio::test]
async fn a_grant_that_is_taken_back_ends_at_once() {
    let house = house(service());
    house.function("f", &[("", open("f"))]);
    assert_eq!(house.get("/pets/1").await.status, 200);
    house.function("f", &[]);
    assert_eq!(house.get("/pets/1").await.status, 500);
}
