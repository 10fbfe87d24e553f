//! The least that observed calls need.

use std::collections::BTreeSet;

use model::MethodVerb;

use super::*;

fn shop(grants: &[(&str, &str)]) -> Landscape {
    landscape(
        vec![
            method(MethodVerb::Get, "/pets", call("pets", None)),
            method(MethodVerb::Post, "/pets", call("pets", None)),
        ],
        vec![function("pets", grants)],
    )
}

/// What is kept, added (by what follows the API) and removed when `GET /pets @ prod` was seen.
#[track_caller]
fn check(grants: &[(&str, &str)], keep: &[&str], add: &[&str], remove: &[&str]) {
    let coverage = analyse(&shop(grants));
    assert_eq!(coverage.edges[0].name(), "GET /pets");
    let recorded = record(&shop(grants), &coverage, &BTreeSet::from([0]));
    let [pets] = recorded.functions.as_slice() else {
        panic!("{recorded:?}")
    };
    assert_eq!(pets.keep, keep);
    let added = pets
        .add
        .iter()
        .map(|grant| grant.source_arn.strip_prefix(API).unwrap());
    assert_eq!(added.collect::<Vec<_>>(), add);
    let removed = pets
        .remove
        .iter()
        .map(|one| format!("{}: {}", one.sid, one.why));
    assert_eq!(removed.collect::<Vec<_>>(), remove);
}

#[test]
fn what_was_seen_is_granted_and_no_more() {
    check(&[], &[], &["/prod/GET/pets"], &[]);
    check(&[("", "API/prod/GET/pets")], &["s0"], &[], &[]);
    check(
        &[("", "API/*/GET/pets"), ("", "API/prod/POST/pets")],
        &[],
        &["/prod/GET/pets"],
        &[
            "s0: 2 of the calls that it grants were not seen",
            "s1: no call was seen that needs it",
        ],
    );
    check(
        &[("", "API/prod/GET/pets"), ("", "API/gone/GET/pets")],
        &["s0"],
        &[],
        &[
            "s1: no method, stage or authorizer of the API fits arn:aws:execute-api:us-east-1:111111111111:api1/gone/GET/pets",
        ],
    );
}

#[test]
fn what_is_added_grants_what_was_seen() {
    let mut shop = shop(&[]);
    let recorded = record(&shop, &analyse(&shop), &BTreeSet::from([0]));
    let grant = recorded.functions[0].add[0].clone();
    let permission = Permission {
        sid: grant.sid,
        statement: Ok(grant.statement),
    };
    shop.functions[0].policies.insert(None, vec![permission]);
    let coverage = analyse(&shop);
    let granted = coverage
        .edges
        .iter()
        .filter(|edge| edge.state == State::Granted);
    assert_eq!(granted.count(), 1);
    assert_eq!(coverage.statements[0].reach, Some(Reach::Exact));
}

#[test]
fn a_role_needs_the_functions_that_were_called_in_it() {
    let calls = call("pets", Some("arn:aws:iam::111111111111:role/invoker"));
    let methods = vec![method(MethodVerb::Get, "/pets", calls)];
    let mut landscape = landscape(methods, vec![function("pets", &[])]);
    landscape.roles = vec![role(
        "invoker",
        "apigateway.amazonaws.com",
        "arn:aws:lambda:us-east-1:111111111111:function:x",
    )];
    let recorded = record(&landscape, &analyse(&landscape), &BTreeSet::from([0]));
    let [role] = recorded.roles.as_slice() else {
        panic!("{recorded:?}")
    };
    assert_eq!(role.missing, [arn("pets")]);
    let policy: serde_json::Value = serde_json::from_str(&role.policy).unwrap();
    assert_eq!(
        policy["Statement"],
        json!([{
            "Effect": "Allow",
            "Action": "lambda:InvokeFunction",
            "Resource": ["arn:aws:lambda:us-east-1:111111111111:function:pets"],
        }])
    );
}

/// A grant to a role that its boundary keeps from the function would change nothing.
#[test]
fn what_a_boundary_stops_is_told_and_not_granted() {
    let calls = call("pets", Some("arn:aws:iam::111111111111:role/invoker"));
    let methods = vec![method(MethodVerb::Get, "/pets", calls)];
    let mut landscape = landscape(methods, vec![function("pets", &[])]);
    let mut role = role("invoker", "apigateway.amazonaws.com", "*");
    role.standing.boundary = Some(Document {
        name: "the boundary".to_owned(),
        text: Ok(allow("logs:*", "*")),
    });
    landscape.roles = vec![role];
    let recorded = record(&landscape, &analyse(&landscape), &BTreeSet::from([0]));
    let [role] = recorded.roles.as_slice() else {
        panic!("{recorded:?}")
    };
    assert_eq!(role.stopped[0].resource, arn("pets").to_string());
    assert!(
        role.stopped[0]
            .why
            .ends_with("because no permissions boundary allows the lambda:InvokeFunction action"),
        "{}",
        role.stopped[0].why
    );
    assert_eq!(role.policy, r#"{"Version":"2012-10-17","Statement":[]}"#);
}

fn allow(action: &str, resource: &str) -> String {
    json!({ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": action, "Resource": resource }] })
    .to_string()
}

#[test]
fn a_call_that_a_statement_denies_gets_no_grant() {
    let mut shop = shop(&[("", "API/prod/GET/pets")]);
    let policies = shop.functions[0].policies.values_mut();
    for permission in policies.flatten() {
        let text = permission.statement.as_mut().unwrap();
        *text = text.replace("Allow", "Deny");
    }
    let recorded = record(&shop, &analyse(&shop), &BTreeSet::from([0]));
    let pets = &recorded.functions[0];
    assert_eq!(pets.add, []);
    let [denied] = pets.denied.as_slice() else {
        panic!("{pets:?}")
    };
    assert_eq!(
        (denied.call.as_str(), denied.stage.as_deref()),
        ("GET /pets", Some("prod"))
    );
}
