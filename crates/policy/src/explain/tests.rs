//! Explanations as read by people and by programs.

use super::*;
use crate::context::Context;
use crate::document::{Kind, Policy};
use crate::explanation::Span;
use crate::principal::Principal;

const GRANTS: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "far", "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
     "Action": "lambda:GetFunction", "Resource": "*"},
    {"Sid": "near", "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"},
     "Action": "lambda:InvokeFunction", "Resource": "*",
     "Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:execute-api:*:*:api/*/POST/pets"}}}
  ]
}"#;

/// The service API Gateway calls a function with [`GRANTS`], from this source.
fn told(source_arn: Option<&str>) -> Explanation {
    let policy = Policy::parse(GRANTS, Kind::Resource).unwrap();
    let principal = Principal::Service("apigateway.amazonaws.com".into());
    let context: Context = source_arn
        .map(|arn| ("aws:SourceArn", arn))
        .into_iter()
        .collect();
    let request = Request {
        principal: &principal,
        action: "lambda:InvokeFunction",
        resource: "arn:aws:lambda:us-east-1:111111111111:function:f",
        resource_account: "111111111111",
        context: &context,
    };
    let resource = Some(Source {
        name: "resource policy of f",
        policy: &policy,
    });
    explain(
        &request,
        &Policies {
            resource,
            ..Policies::default()
        },
    )
}

#[test]
fn a_missing_grant_names_the_nearest_miss_and_what_was_seen() {
    let told = told(Some(
        "arn:aws:execute-api:us-east-1:111111111111:api/prod/GET/pets",
    ));
    assert!(!told.allowed);
    assert_eq!(
        told.sentence,
        "apigateway.amazonaws.com is not authorized to perform lambda:InvokeFunction on \
         arn:aws:lambda:us-east-1:111111111111:function:f because no resource-based policy allows \
         the lambda:InvokeFunction action"
    );
    let nearest = told.nearest.unwrap();
    assert_eq!(nearest.sid.as_deref(), Some("near"));
    assert_eq!(
        nearest.sentence,
        "statement 2 \"near\" of resource policy of f allows POST in AWS:SourceArn, the request was GET"
    );
    let [failing] = nearest.failing.as_slice() else {
        panic!("{nearest:?}")
    };
    assert_eq!(failing.element, "Condition ArnLike AWS:SourceArn");
    assert_eq!(
        failing.patterns,
        ["arn:aws:execute-api:*:*:api/*/POST/pets"]
    );
    assert_eq!(
        failing.seen,
        ["arn:aws:execute-api:us-east-1:111111111111:api/prod/GET/pets"]
    );
    let difference = failing.difference.unwrap();
    let Span { start, end } = difference.in_pattern;
    assert_eq!(
        failing.patterns[difference.pattern].get(start..end),
        Some("POST")
    );
    let Span { start, end } = difference.in_value;
    assert_eq!(failing.seen[difference.value].get(start..end), Some("GET"));
}

#[test]
fn a_grant_is_named_with_its_place() {
    let told = told(Some(
        "arn:aws:execute-api:us-east-1:111111111111:api/prod/POST/pets",
    ));
    assert!(told.allowed);
    assert!(
        told.sentence
            .ends_with("statement 2 \"near\" of resource policy of f allows it")
    );
    let place = Place {
        layer: Layer::Resource,
        source: 0,
        statement: 1,
    };
    assert_eq!((told.decided_by, told.nearest), (Some(place), None));
    let [source] = told.sources.as_slice() else {
        panic!()
    };
    assert_eq!(
        source
            .statements
            .iter()
            .map(|s| s.position.line)
            .collect::<Vec<_>>(),
        [4, 6]
    );
    assert_eq!(
        source
            .statements
            .iter()
            .map(|s| (s.failing(), s.distance > 2_500))
            .collect::<Vec<_>>(),
        [(2, true), (0, false)]
    );
}

#[test]
fn the_text_prints_the_pattern_beside_the_value() {
    let text = told(None).to_text();
    assert_eq!(
        text,
        "apigateway.amazonaws.com is not authorized to perform lambda:InvokeFunction on \
arn:aws:lambda:us-east-1:111111111111:function:f because no resource-based policy allows the \
lambda:InvokeFunction action

resource-based policy resource policy of f
  Allow statement 1 \"far\" (line 4, column 5): does not apply
    no  Principal
          pattern  Service events.amazonaws.com
          request  apigateway.amazonaws.com
    no  Action
          pattern  lambda:GetFunction
          request  lambda:InvokeFunction
    ok  Resource
          pattern  *
          request  arn:aws:lambda:us-east-1:111111111111:function:f
  Allow statement 2 \"near\" (line 6, column 5): does not apply
    ok  Principal
          pattern  Service apigateway.amazonaws.com
          request  apigateway.amazonaws.com
    ok  Action
          pattern  lambda:InvokeFunction
          request  lambda:InvokeFunction
    ok  Resource
          pattern  *
          request  arn:aws:lambda:us-east-1:111111111111:function:f
    no  Condition ArnLike AWS:SourceArn
          pattern  arn:aws:execute-api:*:*:api/*/POST/pets
          request  (absent)

nearest: statement 2 \"near\" of resource policy of f, but for
    no  Condition ArnLike AWS:SourceArn
          pattern  arn:aws:execute-api:*:*:api/*/POST/pets
          request  (absent)
statement 2 \"near\" of resource policy of f needs AWS:SourceArn \
(arn:aws:execute-api:*:*:api/*/POST/pets), the request lacks it
"
    );
}

#[test]
fn an_explicit_deny_is_named() {
    let policy = Policy::parse(
        r#"{"Version":"2012-10-17","Statement":{"Sid":"no","Effect":"Deny","Action":"*","Resource":"*"}}"#,
        Kind::Identity,
    )
    .unwrap();
    let identity = [Source {
        name: "inline policy p of role r",
        policy: &policy,
    }];
    let principal = Principal::User {
        arn: "arn:aws:iam::111111111111:user/ann".into(),
    };
    let context = Context::new();
    let request = Request {
        principal: &principal,
        action: "s3:GetObject",
        resource: "*",
        resource_account: "",
        context: &context,
    };
    let told = explain(
        &request,
        &Policies {
            identity: &identity,
            ..Policies::default()
        },
    );
    assert_eq!(
        told.sentence,
        "arn:aws:iam::111111111111:user/ann is not authorized to perform s3:GetObject on * with an \
         explicit deny in an identity-based policy: statement 1 \"no\" of inline policy p of role r"
    );
    let written = serde_json::to_value(&told).unwrap();
    assert_eq!(written["decided_by"]["layer"], "identity");
    assert_eq!(written["sources"][0]["statements"][0]["effect"], "Deny");
}

/// What the only statement is told to be in the way of `s3:GetObject` on `b/x` by a user.
#[track_caller]
fn check_phrases(statement: &str, expected: &[&str]) {
    let text = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
    let policy = Policy::parse(&text, Kind::Identity).unwrap();
    let identity = [Source {
        name: "p",
        policy: &policy,
    }];
    let principal = Principal::User {
        arn: "arn:aws:iam::111111111111:user/ann".into(),
    };
    let context: Context = [("a:n", "5"), ("a:s", "blue")].into_iter().collect();
    let request = Request {
        principal: &principal,
        action: "s3:GetObject",
        resource: "arn:aws:s3:::b/x",
        resource_account: "",
        context: &context,
    };
    let policies = Policies {
        identity: &identity,
        ..Policies::default()
    };
    let told = explain(&request, &policies);
    let elements = told
        .sources
        .iter()
        .flat_map(|s| &s.statements)
        .flat_map(|s| &s.elements);
    let phrases: Vec<&str> = elements.filter_map(|e| e.phrase.as_deref()).collect();
    assert_eq!(phrases, expected);
}

#[test]
fn what_failed_is_told_in_a_few_words() {
    check_phrases(
        r#"{"Effect":"Allow","Action":["sqs:*","s3:Put*"],"Resource":"arn:aws:s3:::b/y"}"#,
        &[
            "allows Put*, the request was GetObject",
            "allows y, the request was x",
        ],
    );
    check_phrases(
        r#"{"Effect":"Deny","NotAction":["s3:*","a:b"],"Resource":"*"}"#,
        &["denies all but s3:* or a:b, the request was s3:GetObject"],
    );
    check_phrases(
        r#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{
            "NumericLessThan":{"a:n":4},"StringEquals":{"a:s":["red","green"],"a:z":"1"},
            "StringNotEquals":{"a:s":"blue"},"Null":{"a:n":true,"a:y":false}}}"#,
        &[
            "needs NumericLessThan a:n 4, the request had 5",
            "allows red in a:s, the request was blue",
            "needs a:z (1), the request lacks it",
            "needs StringNotEquals a:s blue, the request had blue",
            "wants a:n to be absent, the request has it",
            "wants a:y to be present, the request lacks it",
        ],
    );
}
