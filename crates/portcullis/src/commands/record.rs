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
    denied: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
struct Call {
    call: String,
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
    policy: String,
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
    let mut out = format!("{} requests are in the journal\n", answer.requests);
    for call in &answer.calls {
        let stage = call.stage.as_deref().unwrap_or("every stage");
        let refused = match call.refused {
            0 => String::new(),
            refused => format!(", {refused} refused"),
        };
        let _ = writeln!(
            out,
            "  {} at {stage} called {}: {}{refused}",
            plain(&call.call),
            plain(call.function.as_deref().unwrap_or("?")),
            call.requests
        );
    }
    if answer.calls.is_empty() {
        out.push_str("  none of them called a function\n");
    }
    for grants in &answer.recorded.functions {
        function(&mut out, grants);
    }
    for role in &answer.recorded.roles {
        of_role(&mut out, role);
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
    if grants.remove.is_empty() && grants.add.is_empty() {
        out.push_str("    they are the least already\n");
    }
}

fn of_role(out: &mut String, role: &RoleGrants) {
    let _ = writeln!(
        out,
        "\nthe least policy of {}\n    {}",
        plain(&role.role),
        role.policy
    );
    for function in &role.missing {
        let _ = writeln!(out, "  + it may not invoke {} yet", plain(function));
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
            "calls": [{ "call": "GET /pets", "stage": "prod", "function": pets, "requests": 9, "refused": 2 }],
            "recorded": {
                "functions": [{
                    "function": pets,
                    "keep": ["events"],
                    "add": [{ "sid": "seen-prod-GET-pets", "sourceArn": "arn:aws:execute-api:us-east-1:000000000000:a1/prod/GET/pets" }],
                    "remove": [{ "sid": "wide", "why": "2 of the calls that it grants were not seen" }],
                }],
                "roles": [{ "role": "arn:aws:iam::000000000000:role/r", "functions": [pets], "missing": [pets], "policy": "{}" }],
            },
            "denied": [["arn:aws:iam::000000000000:user/ann", "lambda:ListFunctions"]],
        });
        insta::assert_snapshot!(text(&serde_json::from_value(answer).unwrap()), @r"
        12 requests are in the journal
          GET /pets at prod called arn:aws:lambda:us-east-1:000000000000:function:pets: 9, 2 refused

        grants of arn:aws:lambda:us-east-1:000000000000:function:pets
            events
          - wide  (2 of the calls that it grants were not seen)
          + seen-prod-GET-pets  for arn:aws:execute-api:us-east-1:000000000000:a1/prod/GET/pets

        the least policy of arn:aws:iam::000000000000:role/r
            {}
          + it may not invoke arn:aws:lambda:us-east-1:000000000000:function:pets yet
        denied: lambda:ListFunctions to arn:aws:iam::000000000000:user/ann
        ");
    }
}
