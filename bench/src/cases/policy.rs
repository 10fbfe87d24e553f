//! What a decision costs by the number of statements, what an explanation of it costs, and what the
//! most hostile pattern costs. The statement that grants is the last one.

use anyhow::ensure;
use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide, explain};
use serde_json::{Value, json};

use super::{Pace, nanos_per_call};
use crate::table::{Aim, Row, Unit};

/// How many statements, and what a decision over them may cost at most, in nanoseconds.
const SIZES: [(usize, f64); 3] = [(1, 300.0), (200, 20_000.0), (1_000, 60_000.0)];
const EXPLAINED: usize = 200;
const MOST_MICROS_TO_EXPLAIN: f64 = 1_000.0;
const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function:";
/// No single document holds a thousand.
const STATEMENTS_OF_A_POLICY: usize = 100;
/// As many stars as make a backtracking matcher give up, against a key that fits almost.
const STARS: usize = 25;
const KEY_CHARACTERS: usize = 120;

/// What the statements that do not grant speak of.
#[derive(Debug, Clone, Copy)]
enum Others {
    /// The same action on other functions, so that every one is looked at.
    SameAction,
    /// Other actions of forty services, which the index leaves out.
    OtherActions,
}

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (others, words) in [
        (Others::SameAction, "of the action"),
        (Others::OtherActions, "of other actions"),
    ] {
        for (size, most) in SIZES {
            let policies = read(&documents(others, size))?;
            let nanos = asked(&policies, &format!("{ARN}f0"), |request, policies| {
                ensure!(decide(request, policies).is_allowed(), "nothing grants it");
                Ok(nanos_per_call(pace.round(), |_| decide(request, policies)))
            })?;
            let name = format!("decision over {size} statements {words}");
            rows.push(Row::new(name, Unit::Nanos.of(nanos)).aim(Aim::AtMost(most)));
        }
    }
    rows.push(explanation(pace)?);
    rows.push(stars(pace)?);
    Ok(rows)
}

fn explanation(pace: &Pace) -> anyhow::Result<Row> {
    let policies = read(&documents(Others::SameAction, EXPLAINED))?;
    let nanos = asked(&policies, &format!("{ARN}none"), |request, policies| {
        ensure!(
            !decide(request, policies).is_allowed(),
            "something grants it"
        );
        Ok(nanos_per_call(pace.round(), |_| explain(request, policies)))
    })?;
    let name = format!("explanation of a denial by {EXPLAINED} statements");
    let row = Row::new(name, Unit::Micros.of(nanos / 1e3));
    Ok(row.aim(Aim::AtMost(MOST_MICROS_TO_EXPLAIN)))
}

fn stars(pace: &Pace) -> anyhow::Result<Row> {
    let pattern = format!("{ARN}{}b", "*a".repeat(STARS));
    let document = json!({ "Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "lambda:*", "Resource": pattern,
    } });
    let policies = read(&[document])?;
    let key = format!("{ARN}{}", "a".repeat(KEY_CHARACTERS));
    let nanos = asked(&policies, &key, |request, policies| {
        ensure!(!decide(request, policies).is_allowed(), "the pattern fits");
        Ok(nanos_per_call(pace.round(), |_| decide(request, policies)))
    })?;
    let name = format!("{STARS} stars against {KEY_CHARACTERS} characters");
    Ok(Row::new(name, Unit::Nanos.of(nanos)))
}

/// So many statements, of which the last grants the request.
fn documents(others: Others, size: usize) -> Vec<Value> {
    let mut statements: Vec<Value> = (1..size).map(|number| statement(others, number)).collect();
    statements.push(statement(Others::SameAction, 0));
    let documents = statements.chunks(STATEMENTS_OF_A_POLICY);
    documents
        .map(|chunk| json!({ "Version": "2012-10-17", "Statement": chunk }))
        .collect()
}

/// A statement for a single function, as generated policies have them.
fn statement(others: Others, number: usize) -> Value {
    let actions = match others {
        Others::SameAction => json!(["lambda:GetFunction", "lambda:Invoke*"]),
        Others::OtherActions => json!(format!("service{}:Action{number}", number % 40)),
    };
    json!({
        "Sid": format!("s{number}"),
        "Effect": "Allow",
        "Action": actions,
        "Resource": format!("{ARN}f{number}"),
        "Condition": { "StringLike": { "aws:ResourceTag/team": "eng*" } },
    })
}

fn read(documents: &[Value]) -> anyhow::Result<Vec<Policy>> {
    let read = documents.iter().map(|document| {
        let policy = Policy::parse(&document.to_string(), Kind::Identity)?;
        Ok(policy)
    });
    read.collect()
}

/// Asks to invoke `resource` with these policies of the user.
fn asked<T>(
    policies: &[Policy],
    resource: &str,
    then: impl FnOnce(&Request<'_>, &Policies<'_>) -> T,
) -> T {
    let name = "a policy of the user";
    let sources: Vec<Source<'_>> = policies
        .iter()
        .map(|policy| Source { name, policy })
        .collect();
    let mut context = Context::new();
    context.set("aws:SourceIp", "10.1.2.3");
    context.set("aws:ResourceTag/team", "engines");
    let request = Request {
        principal: &Principal::User {
            arn: "arn:aws:iam::111111111111:user/ada".to_owned(),
        },
        action: "lambda:InvokeFunction",
        resource,
        resource_account: "111111111111",
        context: &context,
    };
    let policies = Policies {
        identity: &sources,
        ..Policies::default()
    };
    then(&request, &policies)
}
