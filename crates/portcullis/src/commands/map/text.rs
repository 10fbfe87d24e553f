//! The map as a person reads it.

use std::fmt::Write as _;

use journal::why::Colours;

use super::shown::{Api, Budget, Coverage, Edge, From, Map, Statement, Way, WhatCan, Who, WhoCan};
use crate::commands::table::{Table, plain};

/// What comes first.
const NO_API: &str = "there is no API yet: aws apigateway import-rest-api --body fileb://api.json makes one, \
    and portcullis demo shows the whole story\n";

pub(super) fn map(map: &Map, colours: Colours) -> String {
    let mut out = String::new();
    let Coverage {
        edges,
        statements,
        budgets,
    } = &map.coverage;
    for api in &map.apis {
        let of_api = edges.iter().filter(|edge| edge.api == api.arn);
        let _ = writeln!(out, "{} (api {})", plain(&api.name), api.id);
        out.push_str(&calls(&of_api.collect::<Vec<_>>(), colours));
        out.push('\n');
    }
    if map.apis.is_empty() {
        out.push_str(NO_API);
    }
    out.push_str(&missing(&map.apis, edges));
    if !statements.is_empty() {
        out.push_str(&grants(statements, colours));
        out.push_str(&budget(budgets));
    }
    out.push_str(&summary(edges, statements));
    out
}

fn calls(edges: &[&Edge], colours: Colours) -> String {
    if edges.is_empty() {
        return "  no method and no authorizer calls a function\n".to_owned();
    }
    let mut table = Table::new(["call", "stage", "permission", "function", "way"]);
    for edge in edges {
        table.row([
            name(edge),
            edge.stage.clone().unwrap_or_else(|| "all".to_owned()),
            words(&edge.state),
            edge.function.as_deref().map_or("?".to_owned(), short),
            way(&edge.way),
        ]);
    }
    table.text(colours)
}

/// What would be refused, with the nearest miss and what ends it.
fn missing(apis: &[Api], edges: &[Edge]) -> String {
    let mut out = String::new();
    let refused = |edge: &&Edge| matches!(edge.state.as_str(), "missing" | "denied");
    for edge in edges.iter().filter(refused) {
        if out.is_empty() {
            out.push_str("what would be refused\n");
        }
        let stage = edge.stage.as_deref().unwrap_or("every stage");
        let api = apis.iter().find(|api| api.arn == edge.api);
        let api = api.map_or(String::new(), |api| {
            format!(" of {} ({})", plain(&api.name), api.id)
        });
        let _ = writeln!(out, "  {} at {stage}{api}", name(edge));
        let why = edge
            .nearest
            .as_ref()
            .map_or(&edge.why, |nearest| &nearest.sentence);
        let _ = writeln!(out, "    {}", plain(why));
        for line in edge.remedy.iter().flat_map(|remedy| remedy.cli.lines()) {
            let _ = writeln!(out, "    {}", plain(line));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn grants(statements: &[Statement], colours: Colours) -> String {
    let mut table = Table::new(["function", "statement", "worth", "because"]);
    for statement in statements {
        table.row([
            short(&statement.function),
            plain(&statement.sid),
            words(&statement.worth),
            plain(&statement.why),
        ]);
    }
    format!("grants\n{}\n", table.text(colours))
}

fn budget(budgets: &[Budget]) -> String {
    let mut table = Table::new(["policy of", "bytes", "of", "full", "statements"]);
    for budget in budgets {
        let full = budget.bytes * 100 / budget.limit.max(1);
        table.row([
            short(&budget.function),
            budget.bytes.to_string(),
            budget.limit.to_string(),
            format!("{full} %"),
            budget.statements.to_string(),
        ]);
    }
    format!("budgets\n{}\n", table.text(Colours::None))
}

fn summary(edges: &[Edge], statements: &[Statement]) -> String {
    let states = counted(edges.iter().map(|edge| words(&edge.state)));
    let worths = counted(statements.iter().map(|statement| words(&statement.worth)));
    let mut out = format!("{}: {states}", amount(edges.len(), "call"));
    if !statements.is_empty() {
        let _ = write!(out, "\n{}: {worths}", amount(statements.len(), "grant"));
    }
    out
}

fn amount(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}

/// `3 granted, 1 missing`, in the order in which they first come.
fn counted(words: impl Iterator<Item = String>) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for word in words {
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    if counts.is_empty() {
        return "none".to_owned();
    }
    let shown: Vec<String> = counts
        .iter()
        .map(|(word, count)| format!("{count} {word}"))
        .collect();
    shown.join(", ")
}

/// Tokens are sealed, and not stored.
const OF_SESSIONS: &str = "a session that was given a policy of its own is a row if it was made, or has called, since this \
    server started; any other counts as its role, and may differ from it";

pub(super) fn who(function: &str, found: &WhoCan) -> String {
    if found.who.is_empty() {
        return format!(
            "nobody may invoke {} but the root of its account",
            plain(function)
        );
    }
    let table = of_who(
        ["principal", "function", "may", "because"],
        &found.who,
        |who| [plain(&who.principal), short(&who.function)],
    );
    format!("who may invoke {}\n{table}\n{OF_SESSIONS}", plain(function))
}

pub(super) fn what(principal: &str, found: &WhatCan) -> String {
    if found.what.is_empty() {
        return "there is no function".to_owned();
    }
    let table = of_who(["function", "", "may", "because"], &found.what, |who| {
        // Of several sessions with one name, which.
        let made = who.principal.split_once(" (").map(|(_, made)| made);
        let made = made.map(|made| plain(made.trim_end_matches(')')));
        [short(&who.function), made.unwrap_or_default()]
    });
    let mut out = format!("what {} may invoke\n{table}", plain(principal));
    if is_session(principal) && found.principal != principal {
        let role = plain(&found.principal);
        let _ = write!(
            out,
            "\nthis is what its role {role} may: the session was neither made nor seen since this server started, and \
             may differ from it"
        );
    }
    out
}

fn is_session(arn: &str) -> bool {
    arn.starts_with("arn:aws:sts:")
}

fn of_who(heads: [&str; 4], all: &[Who], named: impl Fn(&Who) -> [String; 2]) -> String {
    let mut table = Table::new(heads);
    for who in all {
        let [first, second] = named(who);
        table.row([first, second, words(&who.state), plain(&who.why)]);
    }
    table.text(Colours::None).trim_end().to_owned()
}

fn name(edge: &Edge) -> String {
    match &edge.from {
        From::Method { verb, path } => plain(&format!("{verb} {path}")),
        From::Authorizer { name } => plain(&format!("authorizer {name}")),
    }
}

fn way(way: &Way) -> String {
    match way {
        Way::ResourcePolicy {} => "resource policy".to_owned(),
        Way::Role { arn } => format!("role {}", plain(arn.rsplit('/').next().unwrap_or(arn))),
        Way::Caller => "the caller".to_owned(),
        Way::Unknown => "?".to_owned(),
    }
}

/// `wider-than-needed` as words.
fn words(state: &str) -> String {
    state.replace('-', " ")
}

/// The name and qualifier of a function's ARN.
fn short(arn: &str) -> String {
    plain(arn.split_once(":function:").map_or(arn, |(_, name)| name))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn drawn() -> String {
        let api = "arn:aws:execute-api:us-east-1:000000000000:a1";
        let pets = "arn:aws:lambda:us-east-1:000000000000:function:pets:prod";
        let edge = |stage: &str, state: &str| {
            json!({
                "api": api,
                "from": { "method": { "verb": "GET", "path": "/pets" } },
                "stage": stage,
                "way": { "resourcePolicy": { "sourceArn": "x" } },
                "function": pets,
                "state": state,
                "why": "because",
                "grantedBy": [],
                "nearest": { "sentence": "statement 1 \"gw\" allows POST, the request was GET" },
                "remedy": { "cli": "aws lambda add-permission --function-name pets" },
            })
        };
        let guard = json!({
            "api": api,
            "from": { "authorizer": { "id": "x1", "name": "bearer" } },
            "stage": null,
            "way": { "role": { "arn": "arn:aws:iam::000000000000:role/invoker" } },
            "function": "arn:aws:lambda:us-east-1:000000000000:function:guard",
            "state": "granted", "why": "because", "nearest": null, "remedy": null,
        });
        let answer = json!({
            "version": 1,
            "apis": [{ "arn": api, "id": "a1", "name": "pets\u{1b}[2J" }],
            "coverage": {
                "edges": [edge("prod", "wider-than-needed"), edge("dev", "missing"), guard],
                "statements": [{ "function": pets, "sid": "gw", "worth": "orphaned",
                    "why": "no method fits" }],
                "budgets": [{ "function": pets, "bytes": 5120, "limit": 20480, "statements": 12 }],
            },
        });
        map(&serde_json::from_value(answer).unwrap(), Colours::None)
    }

    #[test]
    fn a_map_shows_calls_grants_and_budgets() {
        insta::assert_snapshot!(drawn(), @r#"
        pets [2J (api a1)
          call               stage  permission         function   way
          GET /pets          prod   wider than needed  pets:prod  resource policy
          GET /pets          dev    missing            pets:prod  resource policy
          authorizer bearer  all    granted            guard      role invoker

        what would be refused
          GET /pets at dev of pets [2J (a1)
            statement 1 "gw" allows POST, the request was GET
            aws lambda add-permission --function-name pets

        grants
          function   statement  worth     because
          pets:prod  gw         orphaned  no method fits

        budgets
          policy of  bytes  of     full  statements
          pets:prod  5120   20480  25 %  12

        3 calls: 1 wider than needed, 1 missing, 1 granted
        1 grant: 1 orphaned
        "#);
    }

    #[test]
    fn who_and_what_are_tables() {
        let who = |principal: &str| {
            json!({
                "principal": principal, "state": "granted", "why": "\"May\" of inline policy p",
                "function": "arn:aws:lambda:us-east-1:000000000000:function:pets",
            })
        };
        let found = json!({ "who": [who("arn:aws:iam::000000000000:role/r")] });
        insta::assert_snapshot!(super::who("pets", &serde_json::from_value(found).unwrap()), @r#"
        who may invoke pets
          principal                         function  may      because
          arn:aws:iam::000000000000:role/r  pets      granted  "May" of inline policy p
        a session that was given a policy of its own is a row if it was made, or has called, since this server started; any other counts as its role, and may differ from it
        "#);
        let role = "arn:aws:iam::000000000000:role/r";
        let found = json!({ "principal": role, "what": [who(role)] });
        let what = serde_json::from_value(found).unwrap();
        insta::assert_snapshot!(super::what("arn:aws:iam::000000000000:role/r", &what), @r#"
        what arn:aws:iam::000000000000:role/r may invoke
          function    may      because
          pets        granted  "May" of inline policy p
        "#);
        let session = "arn:aws:sts::000000000000:assumed-role/r/somebody";
        let said = super::what(session, &what);
        assert!(
            said.contains(
                "\nthis is what its role arn:aws:iam::000000000000:role/r may: the session"
            )
        );
        let nobody = serde_json::from_value(json!({ "who": [] })).unwrap();
        assert!(super::who("pets", &nobody).starts_with("nobody may invoke pets"));
    }
}
