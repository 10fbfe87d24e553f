//! `portcullis console`: a link that signs a browser in to the console of a running server, once.

use std::process::ExitCode;

use anyhow::Context as _;
use http::Method;
use serde_json::json;

use super::{pretty, print, versioned};
use crate::client::{Client, json as json_request};
use crate::server::SIGNING_NAME;
use crate::settings::{Console, Format};

pub(super) async fn run(asked: Console) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let wanted = match (&asked.user, &asked.role) {
        (Some(user), _) => json!({ "user": user }),
        (None, Some(role)) => json!({ "role": role }),
        (None, None) => json!({}),
    };
    let request = json_request(Method::POST, "/_portcullis/console-link", &wanted)?;
    let answer = client
        .signed(SIGNING_NAME, request)
        .await?
        .success()?
        .json()?;
    let path = answer.get("path").and_then(serde_json::Value::as_str);
    let path = path.context("the answer is not ours")?;
    let link = format!("{}{path}", asked.target.endpoint.trim_end_matches('/'));
    match asked.format {
        Format::Text => print(&link),
        Format::Json => print(&pretty(&versioned(json!({ "link": link })))),
    }
    Ok(ExitCode::SUCCESS)
}
