//! What is said of small landscapes.

mod compacted;
mod granted;
mod judged;
mod recorded;

use std::collections::BTreeMap;

use model::{AuthorizationType, FunctionArn, MethodVerb, Qualifier};
use serde_json::json;

use super::*;

pub(super) const API: &str = "arn:aws:execute-api:us-east-1:111111111111:api1";
const ACCOUNT: &str = "111111111111";

pub(super) fn arn(name: &str) -> FunctionArn {
    FunctionArn::parse(&format!(
        "arn:aws:lambda:us-east-1:{ACCOUNT}:function:{name}"
    ))
    .unwrap()
}

fn uri(function: &str) -> String {
    format!(
        "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
         arn:aws:lambda:us-east-1:{ACCOUNT}:function:{function}/invocations"
    )
}

pub(super) fn call(function: &str, credentials: Option<&str>) -> Call {
    Call {
        uri: Ok(uri(function)),
        credentials: credentials.map(|text| Ok(text.to_owned())),
    }
}

pub(super) fn method(verb: MethodVerb, path: &str, call: Call) -> Method {
    Method {
        verb,
        path: path.to_owned(),
        authorization: AuthorizationType::None,
        call: Some(call),
    }
}

pub(super) fn stage(name: &str, variables: &[(&str, &str)]) -> Stage {
    let variables = variables.iter();
    let variables = variables.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Stage {
        name: name.to_owned(),
        variables: Ok(variables.collect()),
        definition: None,
    }
}

/// A statement as AddPermission composes it.
pub(super) fn permission(sid: &str, on: &FunctionArn, source_arn: &str) -> Permission {
    let statement = json!({
        "Sid": sid, "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"},
        "Action": "lambda:InvokeFunction", "Resource": on.to_string(),
        "Condition": {"ArnLike": {"AWS:SourceArn": source_arn}},
    });
    Permission {
        sid: sid.to_owned(),
        statement: Ok(statement.to_string()),
    }
}

pub(super) fn function(name: &str, grants: &[(&str, &str)]) -> Function {
    let arn = arn(name);
    let permissions = grants.iter().enumerate();
    let permissions = permissions.map(|(at, (qualifier, source_arn))| {
        let qualifier = (!qualifier.is_empty()).then(|| Qualifier::new(qualifier).unwrap());
        let on = arn.with_qualifier(qualifier.clone());
        let source_arn = source_arn.replace("API", API);
        (qualifier, permission(&format!("s{at}"), &on, &source_arn))
    });
    let mut policies: BTreeMap<Option<Qualifier>, Vec<Permission>> = BTreeMap::new();
    for (qualifier, permission) in permissions {
        policies.entry(qualifier).or_default().push(permission);
    }
    Function {
        arn,
        qualifiers: Some(vec![Qualifier::new("prod").unwrap()]),
        policies,
    }
}

pub(super) fn role(name: &str, trusted: &str, resource: &str) -> Role {
    let trust = json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": trusted}, "Action": "sts:AssumeRole"}]});
    let policy = json!({"Version": "2012-10-17", "Statement": [{
        "Sid": "May", "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": resource}]});
    Role {
        arn: format!("arn:aws:iam::{ACCOUNT}:role/{name}"),
        trust: Ok(trust.to_string()),
        standing: Standing {
            policies: vec![Document {
                name: format!("inline policy p of role {name}"),
                text: Ok(policy.to_string()),
            }],
            ..Standing::default()
        },
    }
}

/// An API with the stages `prod` and `dev`.
pub(super) fn landscape(methods: Vec<Method>, functions: Vec<Function>) -> Landscape {
    Landscape {
        apis: vec![Api {
            arn: API.to_owned(),
            account: ACCOUNT.to_owned(),
            name: "pets".to_owned(),
            definition: Definition {
                methods,
                authorizers: Vec::new(),
            },
            stages: vec![stage("prod", &[("alias", "prod")]), stage("dev", &[])],
        }],
        functions,
        ..Landscape::default()
    }
}

/// `NAME @ STAGE: STATE` of every edge.
#[track_caller]
pub(super) fn check_edges(landscape: &Landscape, expected: &[&str]) {
    let coverage = analyse(landscape);
    let seen: Vec<String> = coverage
        .edges
        .iter()
        .map(|edge| {
            let stage = edge.stage.as_deref().unwrap_or("*");
            format!("{} @ {stage}: {}", edge.name(), edge.state.name())
        })
        .collect();
    assert_eq!(seen, expected);
}

/// `SID: WORTH (REACH)` of every statement.
#[track_caller]
pub(super) fn check_statements(landscape: &Landscape, expected: &[&str]) {
    let coverage = analyse(landscape);
    let seen: Vec<String> = coverage
        .statements
        .iter()
        .map(|it| {
            let reach = it
                .reach
                .map_or("none".to_owned(), |reach| format!("{reach:?}"));
            format!("{}: {} ({reach})", it.sid, it.worth.name())
        })
        .collect();
    assert_eq!(seen, expected);
}
