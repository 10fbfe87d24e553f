//! `portcullis compact`: the fewest grants of a function that say the same. What is proposed was
//! proved by the server's policy engine; it is carried out by AddPermission and RemovePermission.

use std::fmt::Write as _;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use bytes::Bytes;
use http::{Method, Request};
use serde::Deserialize;
use serde_json::json;

use super::map::{ask, encoded};
use super::table::plain;
use super::{pretty, print};
use crate::client::{Client, json};
use crate::questions::Compact;
use crate::settings::Format;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Compaction {
    function: String,
    keep: Vec<String>,
    remove: Vec<String>,
    add: Vec<NewGrant>,
    bytes_before: usize,
    bytes_after: usize,
    proved_over: usize,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewGrant {
    sid: String,
    source_arn: String,
}

pub(super) async fn run(asked: Compact) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let path = format!("/compact?function={}", encoded(&asked.function));
    let mut answer = ask(&client, &path).await?;
    let found = answer
        .get("compaction")
        .cloned()
        .context("the answer is not ours")?;
    let compaction: Compaction = serde_json::from_value(found)?;
    let carried_out = !compaction.remove.is_empty() && wanted(&asked, &compaction)?;
    if carried_out {
        carry_out(&client, &compaction).await?;
    }
    match asked.format {
        Format::Text if carried_out => print("done"),
        Format::Text if asked.yes || compaction.remove.is_empty() => print(&text(&compaction)),
        Format::Text => {}
        Format::Json => {
            if let Some(members) = answer.as_object_mut() {
                members.insert("carriedOut".to_owned(), json!(carried_out));
            }
            print(&pretty(&answer));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A person at a terminal is asked; a script says `--yes`.
fn wanted(asked: &Compact, compaction: &Compaction) -> anyhow::Result<bool> {
    if asked.yes {
        return Ok(true);
    }
    if asked.format == Format::Json {
        return Ok(false);
    }
    print(&text(compaction));
    if !std::io::stdin().is_terminal() {
        print("nothing was changed: --yes carries it out");
        return Ok(false);
    }
    let mut out = std::io::stdout().lock();
    write!(out, "carry it out? [y/N] ")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}

fn text(compaction: &Compaction) -> String {
    let function = plain(&compaction.function);
    let kept = compaction.keep.len();
    if compaction.remove.is_empty() {
        return match kept {
            1 => format!("the only statement of {function} can't be spared"),
            _ => format!("the {kept} statements of {function} can't be fewer and grant the same"),
        };
    }
    let mut out = format!("the policy of {function}\n");
    for sid in &compaction.remove {
        let _ = writeln!(out, "  - {}", plain(sid));
    }
    for grant in &compaction.add {
        let _ = writeln!(out, "  + {} for {}", grant.sid, plain(&grant.source_arn));
    }
    let (before, after) = (kept + compaction.remove.len(), kept + compaction.add.len());
    let _ = write!(
        out,
        "{before} statements become {after}, {} bytes become {}; the policy engine decides all {} \
         declared calls alike",
        compaction.bytes_before, compaction.bytes_after, compaction.proved_over
    );
    out
}

/// First what is new, so that nobody is refused in between, unless there is no room for both.
async fn carry_out(client: &Client, compaction: &Compaction) -> anyhow::Result<()> {
    let place = Place::of(&compaction.function)?;
    let added: usize = compaction.add.len() * 512;
    let fits = compaction.bytes_before + added < 20_480;
    if !fits {
        for sid in &compaction.remove {
            remove(client, &place, sid).await?;
        }
    }
    for grant in &compaction.add {
        add(client, &place, grant).await?;
    }
    if fits {
        for sid in &compaction.remove {
            remove(client, &place, sid).await?;
        }
    }
    Ok(())
}

/// A function and its qualifier, as the AWS API addresses them.
struct Place {
    path: String,
    query: String,
}

impl Place {
    fn of(arn: &str) -> anyhow::Result<Self> {
        let mut parts = arn.splitn(8, ':').skip(6);
        let Some(name) = parts.next() else {
            bail!("{arn} is no function")
        };
        let qualifier = parts.next().map(|it| format!("?Qualifier={}", encoded(it)));
        Ok(Self {
            path: format!("/2015-03-31/functions/{name}/policy"),
            query: qualifier.unwrap_or_default(),
        })
    }
}

async fn add(client: &Client, place: &Place, grant: &NewGrant) -> anyhow::Result<()> {
    let body = json!({
        "StatementId": grant.sid,
        "Action": "lambda:InvokeFunction",
        "Principal": "apigateway.amazonaws.com",
        "SourceArn": grant.source_arn,
    });
    let request = json(
        Method::POST,
        &format!("{}{}", place.path, place.query),
        &body,
    )?;
    client.signed("lambda", request).await?.success()?;
    Ok(())
}

async fn remove(client: &Client, place: &Place, sid: &str) -> anyhow::Result<()> {
    let path = format!("{}/{}{}", place.path, encoded(sid), place.query);
    let request = Request::delete(path).body(Bytes::new())?;
    client.signed("lambda", request).await?.success()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_says_what_goes_and_what_comes() {
        let compaction = Compaction {
            function: "arn:aws:lambda:us-east-1:000000000000:function:pets".to_owned(),
            keep: vec!["other".to_owned()],
            remove: vec!["a".to_owned(), "b\u{1b}".to_owned()],
            add: vec![NewGrant {
                sid: "compact-1".to_owned(),
                source_arn: "arn:aws:execute-api:us-east-1:000000000000:a1/*/*/pets".to_owned(),
            }],
            bytes_before: 900,
            bytes_after: 600,
            proved_over: 39,
        };
        insta::assert_snapshot!(text(&compaction), @r"
        the policy of arn:aws:lambda:us-east-1:000000000000:function:pets
          - a
          - b 
          + compact-1 for arn:aws:execute-api:us-east-1:000000000000:a1/*/*/pets
        3 statements become 2, 900 bytes become 600; the policy engine decides all 39 declared calls alike
        ");
        let same = Compaction {
            remove: Vec::new(),
            ..compaction
        };
        insta::assert_snapshot!(text(&same), @"the only statement of arn:aws:lambda:us-east-1:000000000000:function:pets can't be spared");
    }

    #[test]
    fn a_function_is_addressed_with_its_qualifier() {
        let place = Place::of("arn:aws:lambda:us-east-1:000000000000:function:pets:prod").unwrap();
        assert_eq!(
            place.path + &place.query,
            "/2015-03-31/functions/pets/policy?Qualifier=prod"
        );
        let place = Place::of("arn:aws:lambda:us-east-1:000000000000:function:pets").unwrap();
        assert_eq!(
            place.path + &place.query,
            "/2015-03-31/functions/pets/policy"
        );
    }
}
