//! What a server holds, checked as files are.

use std::collections::BTreeMap;

use check::{Options, Server, ServerApi, ServerFunction, ServerStage, check_server};

fn server(sources: &[&str]) -> Server {
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:pets/invocations";
    let export = serde_json::json!({
        "swagger": "2.0",
        "info": { "title": "pets", "version": "1" },
        "paths": { "/pets": { "get": { "x-amazon-apigateway-integration": {
            "type": "aws_proxy", "httpMethod": "POST", "uri": uri,
        } } } },
    });
    let statements: Vec<serde_json::Value> = sources
        .iter()
        .enumerate()
        .map(|(number, source)| {
            serde_json::json!({
                "Sid": format!("s{number}"), "Effect": "Allow", "Action": "lambda:InvokeFunction",
                "Principal": { "Service": "apigateway.amazonaws.com" },
                "Resource": "arn:aws:lambda:us-east-1:111111111111:function:pets",
                "Condition": { "ArnLike": { "AWS:SourceArn": source } },
            })
        })
        .collect();
    let policy = serde_json::json!({ "Version": "2012-10-17", "Statement": statements });
    Server {
        account: "111111111111".to_owned(),
        region: "us-east-1".to_owned(),
        apis: vec![ServerApi {
            id: "abcdef1234".to_owned(),
            name: "pets".to_owned(),
            stages: vec![ServerStage {
                name: "prod".to_owned(),
                variables: BTreeMap::new(),
                export: format!("{export:#}"),
            }],
            authorizers: BTreeMap::new(),
        }],
        functions: vec![ServerFunction {
            arn: "arn:aws:lambda:us-east-1:111111111111:function:pets".to_owned(),
            qualifiers: Vec::new(),
            policies: vec![(None, policy.to_string())],
        }],
        roles: Vec::new(),
    }
}

#[track_caller]
fn rules(sources: &[&str], expected: &[&str]) {
    let checked = check_server(&server(sources), &Options::default());
    let found: Vec<&str> = checked.found.iter().map(|found| found.rule.id).collect();
    assert_eq!(found, expected, "{}", check::text(&checked));
    assert!(checked.unknown.is_empty(), "{:?}", checked.unknown);
}

#[test]
fn a_server_is_known_whole() {
    let source =
        |rest: &str| format!("arn:aws:execute-api:us-east-1:111111111111:abcdef1234/{rest}");
    rules(&[&source("*/GET/pets")], &[]);
    rules(&[], &["PC001"]);
    rules(&[&source("*/POST/pets")], &["PC002"]);
    rules(&[&source("*/GET/pets"), &source("*/GET/cats")], &["PC016"]);
    rules(
        &[&source("*/GET/pets"), &source("*/DELETE/pets")],
        &["PC016"],
    );
}
