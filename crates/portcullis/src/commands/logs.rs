//! `portcullis logs`: what a function wrote, and what it writes from now on.

use std::collections::HashSet;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::map::encoded;
use super::table::plain;
use super::{is_read, versioned};
use crate::client::{Client, get};
use crate::questions::Logs;
use crate::settings::Format;

/// How often the log is read again.
const PAUSE: Duration = Duration::from_millis(500);
/// Events that stand at the same moment as the last one are told apart by their ids.
const MOST_REMEMBERED: usize = 10_000;

pub(super) async fn run(asked: Logs) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let group = group(&client, &asked.function).await?;
    let now = jiff::Timestamp::now().as_millisecond();
    let since = now.saturating_sub(i64::try_from(asked.since.as_millis())?);
    let mut reader = Reader {
        client,
        group,
        from: since,
        told: HashSet::new(),
    };
    loop {
        let came = tokio::select! {
            came = reader.read() => came?,
            _ = tokio::signal::ctrl_c() => return Ok(ExitCode::SUCCESS),
        };
        for event in &came {
            let goes_on = match asked.format {
                Format::Text => is_read(&line(event)),
                Format::Json => is_read(&versioned(event.clone()).to_string()),
            };
            if !goes_on {
                return Ok(ExitCode::SUCCESS);
            }
        }
        if !asked.follow {
            return Ok(ExitCode::SUCCESS);
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = tokio::signal::ctrl_c() => return Ok(ExitCode::SUCCESS),
        }
    }
}

/// Where the function's configuration says that it logs.
async fn group(client: &Client, function: &str) -> anyhow::Result<String> {
    let path = format!("/2015-03-31/functions/{}/configuration", encoded(function));
    let answer = client
        .signed("lambda", get(&path)?)
        .await?
        .success()?
        .json()?;
    let group = answer
        .pointer("/LoggingConfig/LogGroup")
        .and_then(Value::as_str);
    group
        .map(str::to_owned)
        .context("the function's configuration names no log group")
}

struct Reader {
    client: Client,
    group: String,
    /// Milliseconds since 1970.
    from: i64,
    told: HashSet<String>,
}

impl Reader {
    /// What was not told yet, the oldest first. A function that never ran has no log group.
    async fn read(&mut self) -> anyhow::Result<Vec<Value>> {
        let mut came = Vec::new();
        let mut token = Value::Null;
        loop {
            let Some(mut page) = self.page(&token).await? else {
                return Ok(came);
            };
            let events = page.get_mut("events").map(Value::take);
            if let Some(Value::Array(events)) = events {
                came.extend(events.into_iter().filter(|event| self.is_new(event)));
            }
            token = page.get_mut("nextToken").map_or(Value::Null, Value::take);
            if token.is_null() {
                return Ok(came);
            }
        }
    }

    fn is_new(&mut self, event: &Value) -> bool {
        if let Some(at) = event.get("timestamp").and_then(Value::as_i64) {
            self.from = self.from.max(at);
        }
        if self.told.len() >= MOST_REMEMBERED {
            self.told.clear();
        }
        let id = event.get("eventId").and_then(Value::as_str);
        id.is_none_or(|id| self.told.insert(id.to_owned()))
    }

    async fn page(&self, token: &Value) -> anyhow::Result<Option<Value>> {
        let mut input = json!({ "logGroupName": self.group, "startTime": self.from });
        if let (Some(members), false) = (input.as_object_mut(), token.is_null()) {
            members.insert("nextToken".to_owned(), token.clone());
        }
        let request = Request::post("/")
            .header("X-Amz-Target", "Logs_20140328.FilterLogEvents")
            .header("Content-Type", "application/x-amz-json-1.1")
            .body(Bytes::from(input.to_string()))?;
        let answer = self.client.signed("logs", request).await?;
        if answer.text().contains("ResourceNotFoundException") {
            return Ok(None);
        }
        Ok(Some(answer.success()?.json()?))
    }
}

/// The time of day in UTC, and what was written.
fn line(event: &Value) -> String {
    let at = event
        .get("timestamp")
        .and_then(Value::as_i64)
        .unwrap_or_default();
    let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default();
    let message = event
        .get("message")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let message: Vec<String> = message.trim_end().lines().map(plain).collect();
    format!(
        "{}  {}",
        at.strftime("%H:%M:%S%.3f"),
        message.join("\n              ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_its_time_and_nothing_that_a_terminal_obeys() {
        let event = json!({ "timestamp": 1_234, "message": "one\u{1b}[2J\ntwo\n" });
        assert_eq!(line(&event), "00:00:01.234  one [2J\n              two");
    }
}
