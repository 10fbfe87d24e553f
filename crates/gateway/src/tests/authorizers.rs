//! Lambda authorizers: the facts' section 5, and the authorizer rows of sections 1, 2 and 4.

use serde_json::json;

use super::*;

const POLICY_ALL: &str = "*";

fn verdict(effect: &str, resource: &str) -> String {
    json!({
        "principalId": "somebody-123456",
        "policyDocument": {"Version": "2012-10-17", "Statement": [
            {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
        ]},
        "context": {"plan": "gold", "level": 7, "ok": true}
    })
    .to_string()
}

fn token() -> Authorizer {
    authorizer(AuthorizerKind::Token, Some("method.request.header.Auth"))
}

/// `GET /pets` and `GET /cats/{id}` behind the authorizer, with a granted backend.
fn house(authorizer: Authorizer) -> House {
    let mut house = House::new();
    house
        .definition
        .authorizers
        .insert("auth01".to_owned(), authorizer);
    let backend = proxy(&function_arn("f"));
    house
        .method("GET /pets", custom("auth01", backend.clone()))
        .method("GET /cats/{id}", custom("auth01", backend))
        .deploy();
    house
        .function("f", &[("", open("f"))])
        .function("auth", &[("", open("auth"))]);
    house.answer("f", Answer::Payload(r#"{"body":"ran"}"#.to_owned()));
    house.answer("auth", Answer::Payload(verdict("Allow", POLICY_ALL)));
    house
}

fn asked(path: &str, token: &str) -> Request<Full<Bytes>> {
    with_header(request(Verb::GET, path), "auth", token)
}

fn calls_of(house: &House, function: &str) -> usize {
    let arn = function_arn(function);
    house
        .calls()
        .iter()
        .filter(|call| call.function == arn)
        .count()
}

const UNAUTHORIZED: (u16, Option<&str>, &str) = (
    401,
    Some("UnauthorizedException"),
    r#"{"message":"Unauthorized"}"#,
);
const USELESS: (u16, Option<&str>, &str) = (
    500,
    Some("AuthorizerConfigurationException"),
    r#"{"message":null}"#,
);

#[track_caller]
fn is(reply: &Reply, (status, kind, body): (u16, Option<&str>, &str)) {
    reply.is(status, kind, body);
}

#[tokio::test]
async fn an_allowed_caller_gets_through_and_the_backend_learns_who() {
    let house = house(token());
    house
        .send(asked("/pets?a=1", "letmein"))
        .await
        .is(200, None, "ran");
    let calls = house.calls();
    let event: Value = serde_json::from_slice(&calls[0].payload).unwrap();
    assert_eq!(
        event,
        json!({
            "type": "TOKEN",
            "methodArn": format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/prod/GET/pets"),
            "authorizationToken": "letmein"
        })
    );
    let source = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/authorizers/auth01");
    assert_eq!(calls[0].by, format!("apigateway.amazonaws.com {source}"));
    let event: Value = serde_json::from_slice(&calls[1].payload).unwrap();
    assert_eq!(
        event["requestContext"]["authorizer"],
        json!({"principalId": "somebody-123456", "plan": "gold", "level": "7", "ok": "true"})
    );
}

#[tokio::test]
async fn a_missing_or_empty_token_is_refused_without_a_call() {
    let house = house(token());
    is(&house.get("/pets").await, UNAUTHORIZED);
    is(&house.send(asked("/pets", "")).await, UNAUTHORIZED);
    assert!(house.calls().is_empty());
}

#[tokio::test]
async fn the_whole_token_must_match_the_expression() {
    let house = house(Authorizer {
        identity_validation_expression: Some("Bearer [a-z]+".to_owned()),
        ..token()
    });
    is(
        &house.send(asked("/pets", "Bearer abc1")).await,
        UNAUTHORIZED,
    );
    is(
        &house.send(asked("/pets", "x Bearer abc")).await,
        UNAUTHORIZED,
    );
    assert!(house.calls().is_empty());
    house
        .send(asked("/pets", "Bearer abc"))
        .await
        .is(200, None, "ran");
}

#[tokio::test]
async fn only_the_message_unauthorized_turns_away() {
    let house = house(token());
    for (message, expected) in [
        ("Unauthorized", UNAUTHORIZED),
        ("unauthorized", USELESS),
        ("Unauthorized ", USELESS),
        ("boom", USELESS),
    ] {
        house.answer("auth", Answer::Failure(message.to_owned()));
        is(&house.send(asked("/pets", "t")).await, expected);
    }
    assert_eq!(calls_of(&house, "f"), 0);
}

#[tokio::test]
async fn a_deny_and_a_missing_allow_have_their_own_words() {
    let house = house(token());
    house.answer("auth", Answer::Payload(verdict("Deny", "*")));
    let body = r#"{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}"#;
    assert_eq!(body.len(), 110);
    is(
        &house.send(asked("/pets", "t")).await,
        (403, Some("AccessDeniedException"), body),
    );
    house.answer(
        "auth",
        Answer::Payload(verdict("Allow", "arn:aws:execute-api:*:*:other/*")),
    );
    let body = r#"{"Message":"User is not authorized to access this resource because no identity-based policy allows the execute-api:Invoke action"}"#;
    is(
        &house.send(asked("/pets", "t")).await,
        (403, Some("AccessDeniedException"), body),
    );
    assert_eq!(calls_of(&house, "f"), 0);
}

#[tokio::test]
async fn an_authorizer_that_is_of_no_use_is_a_server_error() {
    let house = house(token());
    let odd = verdict("Allow", "*").replacen('{', r#"{"extra":1,"#, 1);
    let nested = verdict("Allow", "*").replace('7', "[7]");
    for answer in [
        Answer::Payload("not json".to_owned()),
        Answer::Payload("null".to_owned()),
        Answer::Payload(odd),
        Answer::Payload(nested),
        Answer::Never,
        Answer::Error(InvokeError::Throttled(lambda::Throttle::Account)),
    ] {
        house.answer("auth", answer);
        is(&house.send(asked("/pets", "t")).await, USELESS);
    }
    assert_eq!(calls_of(&house, "f"), 0);
}

#[tokio::test]
async fn an_authorizer_passes_through_the_same_gate() {
    let authorizer_arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/authorizers/auth01");
    for (source, opens) in [
        (authorizer_arn.clone(), true),
        (authorizer_arn.replace("auth01", "*"), true),
        (authorizer_arn.replace("auth01", "other"), false),
        (
            authorizer_arn.replace("authorizers/auth01", "prod/GET/pets"),
            false,
        ),
    ] {
        let house = house(token());
        house.function("auth", &[("", grant(&function_arn("auth"), &source))]);
        let reply = house.send(asked("/pets", "t")).await;
        if opens {
            reply.is(200, None, "ran");
        } else {
            is(&reply, USELESS);
            assert!(house.calls().is_empty(), "{source}");
            let outcome = format!("{:?}", house.last().outcome);
            assert!(outcome.contains("add-permission"), "{outcome}");
        }
    }
}

#[tokio::test]
async fn authorizer_credentials_are_a_role() {
    let by_role = || Authorizer {
        credentials: Some(format!("arn:aws:iam::{ACCOUNT}:role/gate")),
        ..token()
    };
    let may = allow("lambda:InvokeFunction", &function_arn("auth"));
    for (trusted, policy, opens) in [
        ("apigateway.amazonaws.com", Some(may.clone()), true),
        ("apigateway.amazonaws.com", None, false),
        ("lambda.amazonaws.com", Some(may), false),
    ] {
        let house = house(by_role());
        house.function("auth", &[]);
        house.role("gate", trusted, policy);
        let reply = house.send(asked("/pets", "t")).await;
        if opens {
            reply.is(200, None, "ran");
        } else {
            is(&reply, USELESS);
        }
    }
}

#[tokio::test]
async fn the_cache_holds_the_policy_and_decides_each_method_anew() {
    let house = house(Authorizer {
        ttl_seconds: Some(300),
        ..token()
    });
    let only_pets = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/prod/GET/pets");
    house.answer("auth", Answer::Payload(verdict("Allow", &only_pets)));
    house.send(asked("/pets", "t")).await.is(200, None, "ran");
    assert_eq!(house.send(asked("/cats/1", "t")).await.status, 403);
    house.send(asked("/pets", "t")).await.is(200, None, "ran");
    assert_eq!(calls_of(&house, "auth"), 1);
    house
        .send(asked("/pets", "another"))
        .await
        .is(200, None, "ran");
    assert_eq!(calls_of(&house, "auth"), 1);
    house.gateway.flush_authorizers_cache(API, "prod");
    house.send(asked("/pets", "t")).await.is(200, None, "ran");
    assert_eq!(calls_of(&house, "auth"), 1);
}

#[tokio::test]
async fn without_a_time_to_live_every_request_asks() {
    let house = house(token());
    for _ in 0..3 {
        assert_eq!(house.send(asked("/pets", "t")).await.status, 200);
    }
    assert_eq!(calls_of(&house, "auth"), 3);
}

#[tokio::test]
async fn all_sources_of_a_request_authorizer_are_its_identity() {
    let sources = "method.request.header.Auth, method.request.querystring.q, stageVariables.v";
    let mut house = house(Authorizer {
        ttl_seconds: None,
        ..authorizer(AuthorizerKind::Request, Some(sources))
    });
    house.variables.insert("v".to_owned(), "1".to_owned());
    house.deploy();
    is(&house.send(asked("/pets", "t")).await, UNAUTHORIZED);
    is(&house.get("/pets?q=1").await, UNAUTHORIZED);
    assert!(house.calls().is_empty());
    house
        .send(asked("/pets?q=1", "t"))
        .await
        .is(200, None, "ran");
    house
        .send(asked("/pets?q=1", "t"))
        .await
        .is(200, None, "ran");
    assert_eq!(calls_of(&house, "auth"), 1);
    house
        .send(asked("/pets?q=2", "t"))
        .await
        .is(200, None, "ran");
    assert_eq!(calls_of(&house, "auth"), 1);
}

#[tokio::test]
async fn a_request_authorizer_sees_the_request_but_not_its_body() {
    let house = house(authorizer(AuthorizerKind::Request, None));
    let request = with_body(asked("/cats/7?a=1&a=2", "t"), "secret body");
    house.send(request).await.is(200, None, "ran");
    let event: Value = serde_json::from_slice(&house.calls()[0].payload).unwrap();
    assert_eq!(event["type"], "REQUEST");
    let arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/prod/GET/cats/7");
    assert_eq!(event["methodArn"], arn);
    assert_eq!(event["resource"], "/cats/{id}");
    assert_eq!(event["path"], "/cats/7");
    assert_eq!(event["pathParameters"], json!({"id": "7"}));
    assert_eq!(event["queryStringParameters"], json!({"a": "2"}));
    assert_eq!(
        event["multiValueQueryStringParameters"],
        json!({"a": ["1", "2"]})
    );
    assert_eq!(event["stageVariables"], json!({}));
    assert_eq!(event["headers"]["auth"], "t");
    assert_eq!(event["requestContext"]["stage"], "prod");
    assert!(event.get("body").is_none());
}

#[tokio::test]
async fn tokens_and_principals_are_in_no_journal_and_no_log() {
    let mut house = house(token());
    house.logging = Some("INFO");
    house.deploy();
    house.role("writer", "apigateway.amazonaws.com", None);
    house.cloudwatch_role(&format!("arn:aws:iam::{ACCOUNT}:role/writer"));
    house
        .send(asked("/pets", "very-secret-token"))
        .await
        .is(200, None, "ran");
    let lines = house.lines.0.lock().unwrap();
    let batch = &lines[0];
    assert_eq!(
        batch.group,
        format!("API-Gateway-Execution-Logs_{API}/prod")
    );
    let text: Vec<&str> = batch
        .events
        .iter()
        .map(|event| event.message.as_str())
        .collect();
    let text = text.join("\n");
    assert!(text.contains("Starting authorizer: auth01"), "{text}");
    assert!(
        text.contains("Using valid authorizer policy for principal: *********123456"),
        "{text}"
    );
    let entry = serde_json::to_string(&*house.last()).unwrap();
    for secret in ["very-secret-token", "somebody-123456"] {
        // The answer of the authorizer itself is data that AWS shows, too.
        let without_answer = text.replace(&verdict("Allow", "*"), "");
        let shown: Vec<&str> = without_answer
            .lines()
            .filter(|line| line.contains(secret))
            .filter(|line| {
                !line.contains("Endpoint request body after transformations: {\"resource")
            })
            .collect();
        assert!(shown.is_empty(), "{shown:?}");
        assert!(!entry.contains(secret), "{entry}");
    }
}

/// API Gateway developer guide, "Amazon API Gateway quotas": a method ARN has at most 1,600 bytes.
#[tokio::test]
async fn a_method_arn_beyond_its_limit_is_refused_before_the_authorizer_is_asked() {
    let house = house(token());
    let path = |length: usize| format!("/cats/{}", "a".repeat(length));
    assert_eq!(house.send(asked(&path(1_600), "t")).await.status, 414);
    assert_eq!(calls_of(&house, "auth"), 0);
    assert_eq!(house.send(asked(&path(1_000), "t")).await.status, 200);
    assert_eq!(calls_of(&house, "auth"), 1);
}
