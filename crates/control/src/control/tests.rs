//! The way of a call through the control plane: signatures, refusals, panics.

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::survive;
use crate::refused::Refused;
use crate::testing::{Answer, ROOT_KEY, ROOT_SECRET, World, sign};

#[tokio::test]
async fn what_is_not_implemented_is_named() {
    let world = World::new().await;
    let answer = world
        .rest("lambda", "GET /2025-11-30/capacity-providers", &Value::Null)
        .await;
    assert_eq!(answer.status, 501);
    assert!(
        answer.text().contains("ListCapacityProviders"),
        "{}",
        answer.text()
    );
    assert!(answer.header("x-amzn-requestid").is_some());
}

#[tokio::test]
async fn a_service_that_is_not_served_is_named() {
    let world = World::new().await;
    let answer = world.rest("xray", "GET /bucket", &Value::Null).await;
    assert_eq!(answer.status, 501);
    assert!(answer.text().contains("xray"), "{}", answer.text());
}

#[track_caller]
fn check(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    let said = answer
        .header("x-amzn-errortype")
        .unwrap_or_default()
        .to_owned()
        + &answer.text();
    assert!(said.contains(code), "{said}");
}

#[tokio::test]
async fn an_unsigned_call_is_refused_in_the_words_of_its_protocol() {
    let world = World::new().await;
    let lambda = Request::get("/2015-03-31/functions/").body(Bytes::new());
    let answer = world.send(lambda.unwrap()).await;
    check(&answer, 403, "MissingAuthenticationTokenException");
    let logs = Request::post("/")
        .header("x-amz-target", "Logs_20140328.DescribeLogGroups")
        .body(Bytes::from(json!({}).to_string()));
    let answer = world.send(logs.unwrap()).await;
    check(&answer, 400, "MissingAuthenticationTokenException");
    let iam = Request::post("/").body(Bytes::from("Action=ListRoles&Version=2010-05-08"));
    let answer = world.send(iam.unwrap()).await;
    check(&answer, 403, "MissingAuthenticationToken");
}

#[tokio::test]
async fn a_panic_ends_one_request() {
    let outcome = survive(async { panic!("as planned") }).await;
    let said: Result<(), Refused> = outcome;
    assert!(matches!(said, Err(Refused::Internal(_))));
}

async fn signed(world: &World, key: (&str, &str), line: &str, body: &str) -> Answer {
    signed_for(world, "lambda", key, line, body).await
}

async fn signed_for(
    world: &World,
    service: &str,
    key: (&str, &str),
    line: &str,
    body: &str,
) -> Answer {
    let (method, path) = line.split_once(' ').unwrap();
    let request = Request::builder()
        .method(method)
        .uri(format!("http://127.0.0.1:4566{path}"));
    let request = request.header("host", "127.0.0.1:4566");
    let mut request = request.body(Bytes::from(body.to_owned())).unwrap();
    sign(&mut request, key, service);
    world.send(request).await
}

#[tokio::test]
async fn a_signature_must_be_right_where_that_is_asked() {
    let world = World::strict().await;
    let list = "GET /2015-03-31/functions/?MaxItems=1&Marker=";
    let root = (ROOT_KEY, ROOT_SECRET);
    assert_eq!(signed(&world, root, list, "").await.status, 200);
    check(
        &signed(&world, (ROOT_KEY, "wrong"), list, "").await,
        403,
        "InvalidSignatureException",
    );
    let stranger = ("AKIASTRANGERSTRANGER", ROOT_SECRET);
    check(
        &signed(&world, stranger, list, "").await,
        403,
        "UnrecognizedClientException",
    );
    let create = signed(&world, root, "POST /2015-03-31/functions", "{}").await;
    check(&create, 400, "ValidationException");
}

#[tokio::test]
async fn what_a_user_may_not_do_is_refused_and_journaled() {
    let world = World::strict().await;
    world.user("ann", ("AKIAANNANNANNANNANNA", "secret")).await;
    let ann = ("AKIAANNANNANNANNANNA", "secret");
    let answer = signed(&world, ann, "GET /2015-03-31/functions/f", "").await;
    check(&answer, 403, "AccessDeniedException");
    let message = answer.json()["Message"].as_str().unwrap().to_owned();
    assert_eq!(
        message,
        "User: arn:aws:iam::111111111111:user/ann is not authorized to perform: lambda:GetFunction \
         on resource: arn:aws:lambda:us-east-1:111111111111:function:f because no identity-based \
         policy allows the lambda:GetFunction action"
    );
    let entry = world.control.journal().last().unwrap();
    assert_eq!(
        Some(entry.request_id.as_str()),
        answer.header("x-amzn-requestid")
    );
    assert_eq!(
        entry.caller.as_deref(),
        Some("arn:aws:iam::111111111111:user/ann")
    );
    let journal::Outcome::Refused(refusal) = &entry.outcome else {
        panic!("it was answered");
    };
    let fix = refusal.fix.as_deref().unwrap();
    assert!(
        fix.starts_with("aws iam put-user-policy --user-name ann --policy-name allow-GetFunction-")
            && fix.contains(r#""Resource":"arn:aws:lambda:us-east-1:111111111111:function:f""#),
        "{fix}"
    );
}

#[tokio::test]
async fn conditions_see_the_request() {
    let world = World::strict().await;
    let ann = ("AKIAANNANNANNANNANNA", "secret");
    world.user("ann", ann).await;
    for (key, value, status) in [
        ("aws:SourceIp", "127.0.0.0/8", 200),
        ("aws:SourceIp", "10.0.0.0/8", 403),
        ("aws:RequestedRegion", "us-east-1", 200),
        ("aws:RequestedRegion", "eu-west-1", 403),
        ("aws:SecureTransport", "false", 200),
        ("aws:SecureTransport", "true", 403),
    ] {
        world
            .let_user("ann", "lambda:ListFunctions", (key, value))
            .await;
        let answer = signed(&world, ann, "GET /2015-03-31/functions/", "").await;
        assert_eq!(answer.status, status, "{key} {value}: {}", answer.text());
    }
}

/// A condition on a tag is decided by the tags that the resource has, also where the handler would
/// read them only later.
#[tokio::test]
async fn the_tags_of_an_api_count_in_conditions() {
    let world = World::strict().await;
    let (root, ann) = ((ROOT_KEY, ROOT_SECRET), ("AKIAANNANNANNANNANNA", "secret"));
    world.user("ann", ann).await;
    let mut ids = Vec::new();
    for team in ["blue", "red"] {
        let api = json!({"name": team, "tags": {"team": team}}).to_string();
        let made = signed_for(&world, "apigateway", root, "POST /restapis", &api).await;
        ids.push(made.ok()["id"].as_str().unwrap().to_owned());
    }
    world
        .let_user("ann", "apigateway:GET", ("aws:ResourceTag/team", "blue"))
        .await;
    for (id, status) in ids.iter().zip([200, 403]) {
        let line = format!("GET /restapis/{id}/resources");
        let answer = signed_for(&world, "apigateway", ann, &line, "").await;
        assert_eq!(answer.status, status, "{}", answer.text());
    }
}

/// Who may make something and not tag it can't choose the tags that other policies trust.
#[tokio::test]
async fn what_comes_with_tags_needs_the_right_to_tag() {
    let world = World::strict().await;
    let ann = ("AKIAANNANNANNANNANNA", "secret");
    world.user("ann", ann).await;
    let here = ("aws:SourceIp", "127.0.0.0/8");
    let denied = |answer: &Answer, action: &str| {
        let text = answer.text();
        let refused = format!("is not authorized to perform: {action} on resource");
        assert!(text.contains(&refused), "{text}");
    };
    let role = "arn:aws:iam::111111111111:role/r";
    let function = |tags: &Value| {
        let mut input = json!({"FunctionName": "f", "Role": role, "Runtime": "python3.12",
            "Handler": "m.h", "Code": {"ZipFile": "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}});
        input["Tags"] = tags.clone();
        input.to_string()
    };
    let create = "POST /2015-03-31/functions";
    world.let_user("ann", "lambda:CreateFunction", here).await;
    let tagged = function(&json!({"team": "a"}));
    denied(
        &signed(&world, ann, create, &tagged).await,
        "lambda:TagResource",
    );
    let plain = function(&json!({}));
    denied(&signed(&world, ann, create, &plain).await, "iam:PassRole");
    world.let_user("ann", "logs:CreateLogGroup", here).await;
    for (input, expected) in [
        (json!({"logGroupName": "g", "tags": {"team": "a"}}), 400),
        (json!({"logGroupName": "g"}), 200),
    ] {
        let request = Request::post("http://127.0.0.1:4566/")
            .header("host", "127.0.0.1:4566")
            .header("x-amz-target", "Logs_20140328.CreateLogGroup")
            .header("content-type", "application/x-amz-json-1.1");
        let mut request = request.body(Bytes::from(input.to_string())).unwrap();
        sign(&mut request, ann, "logs");
        let answer = world.send(request).await;
        assert_eq!(answer.status, expected, "{}", answer.text());
        if expected != 200 {
            denied(&answer, "logs:TagResource");
        }
    }
}
