//! Which grants are needed, and what they grant beyond.

use model::MethodVerb;

use super::*;

/// GET and POST /pets call `pets`, GET /orders calls `orders`.
fn shop(grants: &[(&str, &str)]) -> Landscape {
    landscape(
        vec![
            method(MethodVerb::Get, "/pets", call("pets", None)),
            method(MethodVerb::Post, "/pets", call("pets", None)),
            method(MethodVerb::Get, "/orders", call("orders", None)),
        ],
        vec![function("pets", grants), function("orders", &[])],
    )
}

#[test]
fn the_reach_of_a_statement_is_what_the_engine_lets_through() {
    for (source_arn, expected) in [
        ("API/prod/GET/pets", "s0: needed (Exact)"),
        ("API/*/GET/pets", "s0: needed (AnyStage)"),
        ("API/*/*/pets", "s0: wider than needed (Beyond)"),
        ("API/prod/GET/*", "s0: wider than needed (Beyond)"),
        ("API/prod/GET/pets*", "s0: wider than needed (Beyond)"),
        ("API/*/*/*", "s0: wider than needed (WholeApi)"),
        ("API/*", "s0: wider than needed (WholeApi)"),
        ("API/prod/*/*", "s0: wider than needed (WholeApi)"),
        (
            "arn:aws:execute-api:us-east-1:111111111111:*",
            "s0: wider than needed (AnyApi)",
        ),
        (
            "arn:aws:execute-api:*:*:*",
            "s0: wider than needed (Anyone)",
        ),
    ] {
        check_statements(&shop(&[("", source_arn)]), &[expected]);
    }
}

#[test]
fn what_is_gone_leaves_orphans() {
    for source_arn in [
        "API/prod/DELETE/pets",
        "API/gone/GET/pets",
        "API/*/GET/pets/{id}",
        "API/*/ANY/pets",
        "arn:aws:execute-api:us-east-1:111111111111:other/*/GET/pets",
    ] {
        check_statements(&shop(&[("", source_arn)]), &["s0: orphaned (none)"]);
    }
    // Of a method that calls another function.
    check_statements(
        &shop(&[("", "API/*/GET/orders")]),
        &["s0: orphaned (Beyond)"],
    );
    // Of nobody's account that is known here.
    let elsewhere = "arn:aws:execute-api:us-east-1:222222222222:other/*/GET/pets";
    check_statements(&shop(&[("", elsewhere)]), &["s0: unknown (none)"]);
}

#[test]
fn an_api_that_documents_do_not_describe_is_unknown() {
    let mut part = shop(&[(
        "",
        "arn:aws:execute-api:us-east-1:111111111111:other/*/GET/pets",
    )]);
    part.scope = Scope::Part;
    check_statements(&part, &["s0: unknown (none)"]);
}

#[test]
fn of_statements_that_grant_the_same_the_later_is_not_needed() {
    check_statements(
        &shop(&[
            ("", "API/*/GET/pets"),
            ("", "API/*/GET/pets"),
            ("", "API/prod/GET/pets"),
            ("", "API/*/POST/pets"),
        ]),
        &[
            "s0: needed (AnyStage)",
            "s1: duplicate (AnyStage)",
            "s2: shadowed (Exact)",
            "s3: needed (AnyStage)",
        ],
    );
}

#[test]
fn a_call_that_only_a_wide_statement_grants_is_wider_than_needed() {
    check_edges(
        &shop(&[("", "API/prod/*/*"), ("", "API/prod/POST/pets")]),
        &[
            "GET /pets @ prod: wider than needed",
            "POST /pets @ prod: granted",
            "GET /orders @ prod: missing",
            "GET /pets @ dev: missing",
            "POST /pets @ dev: missing",
            "GET /orders @ dev: missing",
            "GET /pets @ test-invoke-stage: missing",
            "POST /pets @ test-invoke-stage: missing",
            "GET /orders @ test-invoke-stage: missing",
        ],
    );
}

#[test]
fn a_statement_for_somebody_else_is_not_judged() {
    let mut shop = shop(&[]);
    let pets = &mut shop.functions[0];
    let mut permission = permission(
        "events",
        &pets.arn,
        "arn:aws:events:us-east-1:111111111111:rule/x",
    );
    let text = permission
        .statement
        .unwrap()
        .replace("apigateway", "events");
    permission.statement = Ok(text);
    pets.policies.insert(None, vec![permission]);
    check_statements(&shop, &["events: for others (none)"]);
}

#[test]
fn a_policy_knows_its_budget() {
    let coverage = analyse(&shop(&[("", "API/*/GET/pets"), ("", "API/*/POST/pets")]));
    let [budget] = coverage.budgets.as_slice() else {
        panic!()
    };
    assert_eq!((budget.statements, budget.limit), (2, 20_480));
    assert!((400..700).contains(&budget.bytes), "{}", budget.bytes);
}

#[test]
fn the_analysis_is_json() {
    let coverage = analyse(&shop(&[("", "API/prod/GET/pets")]));
    let pets = "arn:aws:lambda:us-east-1:111111111111:function:pets";
    let policy = format!("resource policy of {pets}");
    assert_eq!(
        serde_json::to_value(&coverage.edges[0]).unwrap(),
        json!({
            "api": API,
            "from": { "method": { "verb": "GET", "path": "/pets" } },
            "stage": "prod",
            "way": { "resourcePolicy": { "sourceArn": format!("{API}/prod/GET/pets") } },
            "function": pets,
            "state": "granted",
            "why": format!("statement \"s0\" of {policy} allows it"),
            "grantedBy": [{ "policy": policy, "sid": "s0", "statement": 0 }],
            "nearest": null,
            "remedy": null,
        })
    );
    assert_eq!(
        serde_json::to_value(&coverage.statements[0]).unwrap(),
        json!({
            "function": pets,
            "sid": "s0",
            "index": 0,
            "worth": "needed",
            "reach": "exact",
            "why": "it grants exactly what is declared",
            "grants": [0],
        })
    );
}
