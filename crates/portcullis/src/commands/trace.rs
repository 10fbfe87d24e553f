//! `portcullis trace`: the sequence of one request, drawn.

use std::process::ExitCode;

use anyhow::bail;

use super::{pretty, print};
use crate::client::{Client, get};
use crate::server::SIGNING_NAME;
use crate::settings::{Format, Trace};

pub(super) async fn run(asked: Trace) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    match asked.format {
        Format::Text => print(&diagram(&client, &asked.request).await?),
        Format::Json => print(&pretty(&entry(&client, &asked.request).await?)),
    }
    Ok(ExitCode::SUCCESS)
}

/// The record of a request.
pub(super) async fn entry(client: &Client, request: &str) -> anyhow::Result<serde_json::Value> {
    let path = path(request, "")?;
    client
        .signed(SIGNING_NAME, get(&path)?)
        .await?
        .success()?
        .json()
}

/// Ids are letters, digits and hyphens; `last` is one too.
fn path(request: &str, rest: &str) -> anyhow::Result<String> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if request.is_empty() || !request.chars().all(is_plain) {
        bail!("{request:?} is no request id: it stands in the header x-amzn-RequestId, or is last")
    }
    Ok(format!("/_portcullis/journal/{request}{rest}"))
}

/// The record of a request as a picture.
pub(super) async fn diagram(client: &Client, request: &str) -> anyhow::Result<String> {
    let columns = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse::<u16>().ok());
    let width = columns.unwrap_or(100);
    let path = path(request, &format!("/diagram?width={width}"))?;
    let answer = client
        .signed(SIGNING_NAME, get(&path)?)
        .await?
        .success()?
        .json()?;
    Ok(answer
        .get("diagram")
        .and_then(|text| text.as_str())
        .unwrap_or_default()
        .to_owned())
}
