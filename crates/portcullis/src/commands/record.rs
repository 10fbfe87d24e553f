//! `portcullis record`: the least grants that the traffic in the journal needed, as a difference
//! from what is granted.

use std::fmt::Write as _;
use std::process::ExitCode;

use serde::Deserialize;

use super::table::plain;
use super::{pretty, print};
use crate::client::{Client, get};
use crate::questions::Record;
use crate::server::SIGNING_NAME;
use crate::settings::Format;

#[derive(Debug, Deserialize)]
struct Answer {
    requests: u64,
    calls: Vec<Call>,
    recorded: Recorded,
    principals: Vec<PrincipalNeeds>,
    denied: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
struct Call {
    call: String,
    api: String,
    stage: Option<String>,
    function: Option<String>,
    requests: u64,
    refused: u64,
}

#[derive(Debug, Deserialize)]
struct Recorded {
    functions: Vec<FunctionGrants>,
    roles: Vec<RoleGrants>,
}

#[derive(Debug, Deserialize)]
struct FunctionGrants {
    function: String,
    keep: Vec<String>,
    add: Vec<NewGrant>,
    remove: Vec<Unneeded>,
    denied: Vec<DeniedCall>,
}

#[derive(Debug, Deserialize)]
struct DeniedCall {
    call: String,
    stage: Option<String>,
    why: String,
}

#[derive(Debug, Deserialize)]
struct Stopped {
    action: String,
    resource: String,
    why: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewGrant {
    sid: String,
    source_arn: String,
}

#[derive(Debug, Deserialize)]
struct Unneeded {
    sid: String,
    why: String,
}

#[derive(Debug, Deserialize)]
struct RoleGrants {
    role: String,
    missing: Vec<String>,
    stopped: Vec<Stopped>,
    policy: String,
}

#[derive(Debug, Deserialize)]
struct PrincipalNeeds {
    principal: String,
    used: Vec<Used>,
    policy: String,
    stopped: Vec<Stopped>,
    keep: Vec<StatementNeed>,
    narrow: Vec<StatementNeed>,
    remove: Vec<StatementNeed>,
}

#[derive(Debug, Deserialize)]
struct Used {
    action: String,
    resource: String,
    calls: u64,
}

#[derive(Debug, Deserialize)]
struct StatementNeed {
    policy: String,
    sid: Option<String>,
    statement: usize,
    why: Option<String>,
}

pub(super) async fn run(asked: Record) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let request = get("/_portcullis/record")?;
    let answer = client
        .signed(SIGNING_NAME, request)
        .await?
        .success()?
        .json()?;
    match asked.format {
        Format::Json => print(&pretty(&answer)),
        Format::Text => print(&text(&serde_json::from_value(answer)?)),
    }
    Ok(ExitCode::SUCCESS)
}

fn text(answer: &Answer) -> String {
    let mut out = match answer.requests {
        1 => "1 request is in the journal\n".to_owned(),
        many => format!("{many} requests are in the journal\n"),
    };
    for call in &answer.calls {
        let stage = call.stage.as_deref().unwrap_or("every stage");
        let refused = match call.refused {
            0 => String::new(),
            refused => format!(", {refused} refused"),
        };
        let _ = writeln!(
            out,
            "  {} at {stage} of {} called {}: {}{refused}",
            plain(&call.call),
            plain(call.api.rsplit(':').next().unwrap_or(&call.api)),
            plain(call.function.as_deref().unwrap_or("?")),
            call.requests
        );
    }
    if answer.requests == 0 {
        out.push_str("  call the APIs as they are used, then ask again\n");
    } else if answer.calls.is_empty() {
        out.push_str("  none of them called a function\n");
    }
    for grants in &answer.recorded.functions {
        function(&mut out, grants);
    }
    for role in &answer.recorded.roles {
        let told = answer
            .principals
            .iter()
            .any(|needs| needs.principal == role.role);
        of_role(&mut out, role, told);
    }
    for needs in &answer.principals {
        of_principal(&mut out, needs);
    }
    if !answer.denied.is_empty() {
        out.push('\n');
    }
    for (who, what) in &answer.denied {
        let _ = writeln!(out, "denied: {what} to {}", plain(who));
    }
    out.trim_end().to_owned()
}

fn function(out: &mut String, grants: &FunctionGrants) {
    let _ = writeln!(out, "\ngrants of {}", plain(&grants.function));
    for sid in &grants.keep {
        let _ = writeln!(out, "    {}", plain(sid));
    }
    for unneeded in &grants.remove {
        let _ = writeln!(
            out,
            "  - {}  ({})",
            plain(&unneeded.sid),
            plain(&unneeded.why)
        );
    }
    for grant in &grants.add {
        let _ = writeln!(out, "  + {}  for {}", grant.sid, plain(&grant.source_arn));
    }
    for call in &grants.denied {
        let stage = call.stage.as_deref().unwrap_or("every stage");
        let _ = writeln!(
            out,
            "  ! {} at {stage} is denied whatever is granted  ({})",
            plain(&call.call),
            plain(&call.why)
        );
    }
    if grants.remove.is_empty() && grants.add.is_empty() && grants.denied.is_empty() {
        out.push_str("    they are the least already\n");
    }
}

/// Of a role whose least policy is told with what else it did, nothing but what it lacks.
fn of_role(out: &mut String, role: &RoleGrants, told: bool) {
    if !told {
        let _ = writeln!(
            out,
            "\nthe least policy of {}\n    {}",
            plain(&role.role),
            role.policy
        );
    }
    // Where it is told apart, what stops it is, too.
    if !told {
        stopped(out, &role.stopped);
    }
    let open = role.missing.iter().filter(|function| {
        let mut stopped = role.stopped.iter();
        !stopped.any(|one| one.resource == **function)
    });
    for function in open {
        let _ = writeln!(
            out,
            "  + {} may not invoke {} yet",
            plain(&role.role),
            plain(function)
        );
    }
}

fn of_principal(out: &mut String, needs: &PrincipalNeeds) {
    let _ = writeln!(out, "\nwhat {} did", plain(&needs.principal));
    for used in &needs.used {
        let _ = writeln!(
            out,
            "    {} on {}: {}",
            plain(&used.action),
            plain(&used.resource),
            used.calls
        );
    }
    let _ = writeln!(out, "  the least policy for it\n    {}", needs.policy);
    stopped(out, &needs.stopped);
    let told = needs.keep.iter().filter(|one| one.why.is_some());
    let told: Vec<&StatementNeed> = told.collect();
    let (remove, narrow) = (needs.remove.iter(), needs.narrow.iter());
    let (remove, narrow) = (remove.collect(), narrow.collect());
    for (sign, statements) in [('-', &remove), ('~', &narrow), (' ', &told)] {
        for one in statements {
            let name = match &one.sid {
                Some(sid) => format!("statement {:?}", plain(sid)),
                None => format!("statement {}", one.statement + 1),
            };
            let why = one.why.as_deref().unwrap_or_default();
            let _ = writeln!(
                out,
                "  {sign} {name} of {}  ({})",
                plain(&one.policy),
                plain(why)
            );
        }
    }
    if needs.remove.is_empty() && needs.narrow.is_empty() {
        out.push_str("    its policies are the least already\n");
    }
}

/// What no grant would bring back.
fn stopped(out: &mut String, all: &[Stopped]) {
    for one in all {
        let _ = writeln!(
            out,
            "  ! {} on {} is stopped whatever is granted  ({})",
            plain(&one.action),
            plain(&one.resource),
            plain(&one.why)
        );
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_seen_is_a_difference_from_what_is_granted() {
        let pets = "arn:aws:lambda:us-east-1:000000000000:function:pets";
        let answer = json!({
            "requests": 12,
            "calls": [{ "call": "GET /pets", "api": "arn:aws:execute-api:us-east-1:000000000000:a1", "stage": "prod", "function": pets, "requests": 9, "refused": 2 }],
            "recorded": {
                "functions": [{
                    "function": pets,
                    "keep": ["events"],
                    "add": [{ "sid": "seen-prod-GET-pets", "sourceArn": "arn:aws:execute-api:us-east-1:000000000000:a1/prod/GET/pets" }],
                    "remove": [{ "sid": "wide", "why": "2 of the calls that it grants were not seen" }],
                    "denied": [{ "call": "POST /pets", "stage": "prod", "why": "statement \"never\" denies it" }],
                }],
                "roles": [{ "role": "arn:aws:iam::000000000000:role/r", "functions": [pets], "missing": [pets], "stopped": [], "policy": "{}" }],
            },
            "principals": [{
                "principal": "arn:aws:iam::000000000000:role/worker",
                "used": [{ "action": "dynamodb:GetItem", "resource": "arn:aws:dynamodb:us-east-1:000000000000:table/pets", "calls": 7 }],
                "policy": "{}",
                "stopped": [{ "action": "s3:GetObject", "resource": "arn:aws:s3:::pets/a", "why": "no permissions boundary allows it" }],
                "keep": [{ "policy": "inline policy p of role worker", "sid": null, "statement": 1, "why": "what it allows beside what was seen is taken away: a Deny" }],
                "narrow": [{ "policy": "inline policy p of role worker", "sid": "All", "statement": 0, "why": "dynamodb:* allows more actions than were seen" }],
                "remove": [{ "policy": "AmazonS3FullAccess", "sid": null, "statement": 0, "why": "nothing that was seen needs it" }],
            }],
            "denied": [["arn:aws:iam::000000000000:user/ann", "lambda:ListFunctions"]],
        });
        insta::assert_snapshot!(text(&serde_json::from_value(answer).unwrap()), @r#"
        12 requests are in the journal
          GET /pets at prod of a1 called arn:aws:lambda:us-east-1:000000000000:function:pets: 9, 2 refused

        grants of arn:aws:lambda:us-east-1:000000000000:function:pets
            events
          - wide  (2 of the calls that it grants were not seen)
          + seen-prod-GET-pets  for arn:aws:execute-api:us-east-1:000000000000:a1/prod/GET/pets
          ! POST /pets at prod is denied whatever is granted  (statement "never" denies it)

        the least policy of arn:aws:iam::000000000000:role/r
            {}
          + arn:aws:iam::000000000000:role/r may not invoke arn:aws:lambda:us-east-1:000000000000:function:pets yet

        what arn:aws:iam::000000000000:role/worker did
            dynamodb:GetItem on arn:aws:dynamodb:us-east-1:000000000000:table/pets: 7
          the least policy for it
            {}
          ! s3:GetObject on arn:aws:s3:::pets/a is stopped whatever is granted  (no permissions boundary allows it)
          - statement 1 of AmazonS3FullAccess  (nothing that was seen needs it)
          ~ statement "All" of inline policy p of role worker  (dynamodb:* allows more actions than were seen)
            statement 2 of inline policy p of role worker  (what it allows beside what was seen is taken away: a Deny)

        denied: lambda:ListFunctions to arn:aws:iam::000000000000:user/ann
        "#);
    }
}
