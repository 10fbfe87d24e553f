//! `portcullis reset`: a running server forgets everything it holds.

use std::process::ExitCode;

use bytes::Bytes;
use http::Request;

use super::{pretty, print, versioned};
use crate::client::Client;
use crate::server::SIGNING_NAME;
use crate::settings::{Format, Reset};

pub(super) async fn run(asked: Reset) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let request = Request::post("/_portcullis/reset").body(Bytes::new())?;
    let answer = client
        .signed(SIGNING_NAME, request)
        .await?
        .success()?
        .json()?;
    match asked.format {
        Format::Text => print(&format!(
            "{} has forgotten everything",
            asked.target.endpoint
        )),
        Format::Json => print(&pretty(&versioned(answer))),
    }
    Ok(ExitCode::SUCCESS)
}
