//! `portcullis trace`: the sequence of one request, drawn.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::{is_read, pretty, print, versioned};
use crate::client::{Client, get};
use crate::questions::{Trace, TraceFormat};
use crate::server::SIGNING_NAME;

/// How often a server is asked for what came meanwhile.
const PAUSE: Duration = Duration::from_millis(300);

pub(super) async fn run(asked: Trace) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    if asked.follow {
        return follow(&client, asked.format).await;
    }
    let name = match asked.format {
        TraceFormat::Json => {
            let entry = entry(&client, &asked.request).await?;
            print(&pretty(&versioned(entry)));
            return Ok(ExitCode::SUCCESS);
        }
        TraceFormat::Text => "text",
        TraceFormat::Mermaid => "mermaid",
        TraceFormat::Svg => "svg",
        TraceFormat::Html => "html",
    };
    print(drawn(&client, &asked.request, name).await?.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// Draws each request as it comes; JSON is one line for each.
async fn follow(client: &Client, format: TraceFormat) -> anyhow::Result<ExitCode> {
    let mut next = since(client, None).await?.1;
    loop {
        let (entries, after) = tokio::select! {
            came = since(client, Some(next)) => came?,
            _ = tokio::signal::ctrl_c() => return Ok(ExitCode::SUCCESS),
        };
        for entry in &entries {
            let goes_on = match format {
                TraceFormat::Json => is_read(&versioned(entry.clone()).to_string()),
                TraceFormat::Text => is_read(&diagram(client, id(entry)?).await?),
                TraceFormat::Mermaid | TraceFormat::Svg | TraceFormat::Html => {
                    bail!("--follow goes with --format text or json: one page is for one request")
                }
            };
            if !goes_on {
                return Ok(ExitCode::SUCCESS);
            }
        }
        next = after;
        if entries.is_empty() {
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                _ = tokio::signal::ctrl_c() => return Ok(ExitCode::SUCCESS),
            }
        }
    }
}

/// What came since a number, and the number to go on from.
async fn since(client: &Client, number: Option<u64>) -> anyhow::Result<(Vec<Value>, u64)> {
    let number = number.map_or(String::new(), |number| number.to_string());
    let request = get(&format!("/_portcullis/journal?after={number}"))?;
    let mut answer = client
        .signed(SIGNING_NAME, request)
        .await?
        .success()?
        .json()?;
    let next = answer.get("next").and_then(Value::as_u64);
    let entries = match answer.get_mut("entries").map(Value::take) {
        Some(Value::Array(entries)) => entries,
        _ => Vec::new(),
    };
    Ok((
        entries,
        next.context("the server is older than this command")?,
    ))
}

fn id(entry: &Value) -> anyhow::Result<&str> {
    entry
        .get("request_id")
        .and_then(Value::as_str)
        .context("an entry without an id")
}

/// The record of a request.
pub(super) async fn entry(client: &Client, request: &str) -> anyhow::Result<Value> {
    let path = path(request, "")?;
    client
        .signed(SIGNING_NAME, get(&path)?)
        .await?
        .success()?
        .json()
}

/// Ids are letters, digits and hyphens; `last` is one too.
pub(super) fn path(request: &str, rest: &str) -> anyhow::Result<String> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if request.is_empty() || !request.chars().all(is_plain) {
        bail!("{request:?} is no request id: it stands in the header x-amzn-RequestId, or is last")
    }
    Ok(format!("/_portcullis/journal/{request}{rest}"))
}

/// The record of a request as a picture of characters.
pub(super) async fn diagram(client: &Client, request: &str) -> anyhow::Result<String> {
    drawn(client, request, "text").await
}

async fn drawn(client: &Client, request: &str, format: &str) -> anyhow::Result<String> {
    let width = super::terminal::width();
    let path = path(request, &format!("/diagram?width={width}&format={format}"))?;
    let answer = client
        .signed(SIGNING_NAME, get(&path)?)
        .await?
        .success()?
        .json()?;
    let drawn = answer.get("diagram").and_then(Value::as_str);
    Ok(drawn.unwrap_or_default().to_owned())
}
