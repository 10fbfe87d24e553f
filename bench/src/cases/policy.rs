//! A decision over few and many statements, of which the last one grants: every one is looked at.

use anyhow::ensure;
use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide};
use serde_json::{Value, json};

use super::{Pace, nanos_per_call};
use crate::table::{Row, Unit};

const SIZES: [usize; 3] = [1, 200, 1_000];
const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function:";
/// No single document holds a thousand.
const STATEMENTS_OF_A_POLICY: usize = 100;

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    SIZES.into_iter().map(|size| row(size, pace)).collect()
}

fn row(size: usize, pace: &Pace) -> anyhow::Result<Row> {
    let numbers: Vec<usize> = (0..size).collect();
    let documents = numbers.chunks(STATEMENTS_OF_A_POLICY).map(document);
    let parsed = documents.map(|text| Policy::parse(&text.to_string(), Kind::Identity));
    let parsed = parsed.collect::<Result<Vec<Policy>, _>>()?;
    let name = "a policy of the user";
    let sources: Vec<Source<'_>> = parsed
        .iter()
        .map(|policy| Source { name, policy })
        .collect();
    let policies = Policies {
        identity: &sources,
        ..Policies::default()
    };
    let nanos = nanos_to_decide(size, &policies, pace)?;
    let name = match size {
        1 => "decision over 1 statement".to_owned(),
        many => format!("decision over {many} statements"),
    };
    Ok(Row::new(name, Unit::Nanos.of(nanos)))
}

fn nanos_to_decide(size: usize, policies: &Policies<'_>, pace: &Pace) -> anyhow::Result<f64> {
    let mut context = Context::new();
    context.set("aws:SourceIp", "10.1.2.3");
    context.set("aws:ResourceTag/team", "engines");
    let request = Request {
        principal: &Principal::User {
            arn: "arn:aws:iam::111111111111:user/ada".to_owned(),
        },
        action: "lambda:InvokeFunction",
        resource: &format!("{ARN}f{}", size - 1),
        resource_account: "111111111111",
        context: &context,
    };
    ensure!(
        decide(&request, policies).is_allowed(),
        "the last of {size} statements grants nothing"
    );
    Ok(nanos_per_call(pace.round(), |_| decide(&request, policies)))
}

/// Statements for single functions, as generated policies have them.
fn document(numbers: &[usize]) -> Value {
    let statement = |number: &usize| {
        json!({
            "Sid": format!("s{number}"),
            "Effect": "Allow",
            "Action": ["lambda:GetFunction", "lambda:Invoke*"],
            "Resource": format!("{ARN}f{number}"),
            "Condition": { "StringLike": { "aws:ResourceTag/team": "eng*" } },
        })
    };
    let statements: Vec<Value> = numbers.iter().map(statement).collect();
    json!({ "Version": "2012-10-17", "Statement": statements })
}
