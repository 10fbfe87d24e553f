//! `portcullis map`: every call of a function that the APIs make, with the state of its permission,
//! and what each grant is good for.

mod shown; // what is read of the server's answer
mod text;

use std::process::ExitCode;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::terminal::colours;
use super::{pretty, print};
use crate::client::{Client, get};
use crate::questions::Map;
use crate::server::SIGNING_NAME;
use crate::settings::Format;

pub(super) async fn run(asked: Map) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let path = match (&asked.who_can, &asked.what_can) {
        (Some(function), _) => format!("/who-can?function={}", encoded(function)),
        (None, Some(principal)) => format!("/what-can?principal={}", encoded(principal)),
        (None, None) => String::new(),
    };
    let answer = ask(&client, &path).await?;
    if asked.format == Format::Json {
        print(&pretty(&answer));
        return Ok(ExitCode::SUCCESS);
    }
    let colours = colours();
    let drawn = match (&asked.who_can, &asked.what_can) {
        (Some(function), _) => text::who(function, &serde_json::from_value(answer)?),
        (None, Some(principal)) => text::what(principal, &serde_json::from_value(answer)?),
        (None, None) => text::map(&serde_json::from_value(answer)?, colours),
    };
    print(&drawn);
    Ok(ExitCode::SUCCESS)
}

/// A part of `/_portcullis/map`.
pub(super) async fn ask(client: &Client, rest: &str) -> anyhow::Result<Value> {
    let request = get(&format!("/_portcullis/map{rest}"))?;
    client
        .signed(SIGNING_NAME, request)
        .await?
        .success()?
        .json()
}

pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
