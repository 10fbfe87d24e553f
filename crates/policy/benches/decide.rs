//! What a decision and an explanation cost by the number of statements, and a hostile pattern.
#![expect(
    clippy::unwrap_used,
    reason = "a measurement, not a part of the product"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide, explain};
use serde_json::{Value, json};

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:";
/// AWS bounds a document; a principal gets its many statements from several.
const STATEMENTS_OF_A_POLICY: usize = 200;

/// What the statements that do not grant speak of.
#[derive(Clone, Copy)]
enum Crowd {
    /// The same action on other functions: all have to be looked at.
    SameAction,
    /// Other actions of many services: the index leaves them out.
    OtherActions,
}

fn statement(crowd: Crowd, number: usize) -> Value {
    let action = match crowd {
        Crowd::SameAction => "lambda:InvokeFunction".to_owned(),
        Crowd::OtherActions => format!("service{}:Action{number}", number % 40),
    };
    json!({
        "Effect": "Allow",
        "Action": action,
        "Resource": format!("{FUNCTION}f{number}"),
        "Condition": {
            "IpAddress": {"aws:SourceIp": "10.0.0.0/8"},
            "StringLike": {"aws:ResourceTag/team": "eng*"},
        },
    })
}

/// So many statements, of which the last grants the request.
fn policies_of(size: usize, crowd: Crowd) -> Vec<Policy> {
    let mut statements: Vec<Value> = (1..size).map(|number| statement(crowd, number)).collect();
    statements.push(statement(Crowd::SameAction, 0));
    statements
        .chunks(STATEMENTS_OF_A_POLICY)
        .map(|chunk| {
            let document = json!({"Version": "2012-10-17", "Statement": chunk});
            Policy::parse(&document.to_string(), Kind::Identity).unwrap()
        })
        .collect()
}

fn with_request(
    policies: &[Policy],
    resource: &str,
    then: impl FnOnce(&Request<'_>, &Policies<'_>),
) {
    let identity: Vec<Source<'_>> = policies
        .iter()
        .map(|policy| Source { name: "p", policy })
        .collect();
    let mut context = Context::new();
    context.set("aws:SourceIp", "10.1.2.3");
    context.set("aws:ResourceTag/team", "engines");
    let principal = Principal::User {
        arn: "arn:aws:iam::111111111111:user/ada".into(),
    };
    let request = Request {
        principal: &principal,
        action: "lambda:InvokeFunction",
        resource,
        resource_account: "111111111111",
        context: &context,
    };
    let policies = Policies {
        identity: &identity,
        ..Policies::default()
    };
    then(&request, &policies);
}

fn decisions(criterion: &mut Criterion) {
    for (crowd, words) in [
        (Crowd::SameAction, "of the action"),
        (Crowd::OtherActions, "few of the action"),
    ] {
        for size in [1, 200, 1_000] {
            let policies = policies_of(size, crowd);
            for (resource, outcome) in [("f0", "allowed"), ("none", "denied")] {
                let name = format!("decide, {size} statements {words}, {outcome}");
                with_request(
                    &policies,
                    &format!("{FUNCTION}{resource}"),
                    |request, policies| {
                        assert_eq!(decide(request, policies).is_allowed(), outcome == "allowed");
                        criterion.bench_function(&name, |bencher| {
                            bencher.iter(|| decide(black_box(request), black_box(policies)));
                        });
                    },
                );
            }
        }
    }
}

fn explanation(criterion: &mut Criterion) {
    let policies = policies_of(200, Crowd::SameAction);
    with_request(
        &policies,
        &format!("{FUNCTION}none"),
        |request, policies| {
            criterion.bench_function("explain, a denial by 200 statements", |bencher| {
                bencher.iter(|| explain(black_box(request), black_box(policies)));
            });
        },
    );
}

/// 25 stars that all nearly match a key of 120 characters.
fn hostile(criterion: &mut Criterion) {
    for (name, tail) in [("stars alone", "b"), ("and a question mark", "?b")] {
        let pattern = format!("{FUNCTION}{}{tail}", "*a".repeat(25));
        let document = json!({"Version": "2012-10-17", "Statement": {
            "Effect": "Allow", "Action": "lambda:*", "Resource": pattern,
        }});
        let policies = [Policy::parse(&document.to_string(), Kind::Identity).unwrap()];
        let key = format!("{FUNCTION}{}", "a".repeat(120));
        with_request(&policies, &key, |request, policies| {
            criterion.bench_function(&format!("decide, 25 stars, {name}"), |bencher| {
                bencher.iter(|| decide(black_box(request), black_box(policies)));
            });
        });
    }
}

criterion_group!(benches, decisions, explanation, hostile);
criterion_main!(benches);
