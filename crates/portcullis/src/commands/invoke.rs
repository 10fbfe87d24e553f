//! `portcullis invoke`: calls a function, with the keys of the environment and the permissions that
//! they have.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::map::encoded;
use super::{VERSION, pretty, print};
use crate::client::{Answer, Client};
use crate::questions::Invoke;
use crate::settings::Format;

/// The function was called, and failed.
const FAILED: u8 = 1;

pub(super) async fn run(asked: Invoke) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let payload = payload(asked.payload.as_deref())?;
    let path = format!(
        "/2015-03-31/functions/{}/invocations",
        encoded(&asked.function)
    );
    let request = Request::post(path)
        .header("X-Amz-Invocation-Type", "RequestResponse")
        .header("X-Amz-Log-Type", "Tail")
        .body(Bytes::from(payload))?;
    let answer = client.signed("lambda", request).await?.success()?;
    let failed = answer.header("x-amz-function-error").is_some();
    match asked.format {
        Format::Json => print(&pretty(&json(&answer))),
        Format::Text => text(&answer),
    }
    Ok(if failed {
        ExitCode::from(FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

/// `@FILE` is a file, `-` is standard input, anything else is the JSON itself.
fn payload(asked: Option<&str>) -> anyhow::Result<String> {
    let text = match asked {
        None => return Ok("{}".to_owned()),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            text
        }
        Some(named) => match named.strip_prefix('@') {
            Some(file) => {
                std::fs::read_to_string(file).with_context(|| format!("the payload in {file}"))?
            }
            None => named.to_owned(),
        },
    };
    let checked = serde_json::from_str::<Value>(&text);
    checked.context(
        "the payload is no JSON: --payload '{\"key\": 1}', @FILE or - for standard input",
    )?;
    Ok(text)
}

fn log(answer: &Answer) -> String {
    let log = answer.header("x-amz-log-result").unwrap_or_default();
    let log = STANDARD.decode(log).unwrap_or_default();
    String::from_utf8_lossy(&log).into_owned()
}

fn json(answer: &Answer) -> Value {
    let payload = answer.json().unwrap_or_else(|_| Value::from(answer.text()));
    json!({
        "version": VERSION,
        "executedVersion": answer.header("x-amz-executed-version"),
        "functionError": answer.header("x-amz-function-error"),
        "requestId": answer.header("x-amzn-requestid"),
        "payload": payload,
        "log": log(answer),
    })
}

/// The answer goes to standard output and the log to standard error, so that the one can be piped.
fn text(answer: &Answer) {
    let log: String = log(answer).chars().map(visible).collect();
    // Nobody is left to be told.
    drop(std::io::stderr().write_all(log.as_bytes()));
    match answer.json() {
        Ok(payload) => print(&pretty(&payload)),
        Err(_) => print(&answer.text()),
    }
}

fn visible(letter: char) -> char {
    let plain = !letter.is_control() || matches!(letter, '\n' | '\t');
    if plain { letter } else { ' ' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_is_json_from_anywhere() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("event.json");
        std::fs::write(&file, "[1]").unwrap();
        let named = format!("@{}", file.display());
        for (asked, expected) in [
            (None, Some("{}")),
            (Some("{\"a\": 1}"), Some("{\"a\": 1}")),
            (Some(named.as_str()), Some("[1]")),
            (Some("{a}"), None),
            (Some("@/nowhere/at/all"), None),
        ] {
            assert_eq!(payload(asked).ok().as_deref(), expected, "{asked:?}");
        }
    }
}
