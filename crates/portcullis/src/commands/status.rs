//! `portcullis status`: what a running server enforces.

use std::process::ExitCode;

use anyhow::Context as _;

use super::{pretty, print, versioned};
use crate::client::{Client, Keys, get};
use crate::settings::{Format, Status};

pub(super) async fn run(asked: Status) -> anyhow::Result<ExitCode> {
    // Health is open to everybody, so that no keys are needed here.
    let nobody = Keys {
        access_key_id: String::new(),
        secret_access_key: String::new(),
        session_token: None,
    };
    let client = Client::new(&asked.target.endpoint, nobody, "us-east-1")?;
    let health = client
        .plain(get("/_portcullis/health")?)
        .await?
        .success()?
        .json()?;
    let shown = match asked.format {
        Format::Json => pretty(&told(health)),
        Format::Text => {
            text(&asked.target.endpoint, &health).context("the health answer is not ours")?
        }
    };
    print(&shown);
    Ok(ExitCode::SUCCESS)
}

/// The version of the form, with that of the server under a name of its own.
fn told(mut health: serde_json::Value) -> serde_json::Value {
    if let Some(members) = health.as_object_mut()
        && let Some(server) = members.remove("version")
    {
        members.insert("serverVersion".to_owned(), server);
    }
    versioned(health)
}

fn text(endpoint: &str, health: &serde_json::Value) -> Option<String> {
    let field = |name: &str| health.get(name).and_then(|value| value.as_str());
    let isolation = health.get("isolation")?.get("level")?.as_str()?;
    let upstream = health.get("upstream").and_then(|list| list.as_array());
    let upstream = upstream.into_iter().flatten();
    let upstream: Vec<&str> = upstream.filter_map(|text| text.as_str()).collect();
    let upstream = match upstream.as_slice() {
        [] => String::new(),
        some => format!("\n  upstream    {}", some.join(", ")),
    };
    Some(format!(
        "portcullis {} at {endpoint}\n  auth        {}\n  permissions {}\n  isolation   {isolation}\n  network     {}{upstream}",
        field("version")?,
        field("auth")?,
        field("permissions")?,
        field("functionNetwork")?,
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn health() -> serde_json::Value {
        json!({
            "status": "running", "version": "0.1.0", "auth": "strict", "permissions": "enforce",
            "isolation": { "level": "namespaces" }, "functionNetwork": "isolated",
            "upstream": ["dynamodb at http://127.0.0.1:8000"],
        })
    }

    #[test]
    fn what_is_enforced_is_told() {
        let told = text("http://127.0.0.1:4566", &health()).unwrap();
        insta::assert_snapshot!(told, @r"
        portcullis 0.1.0 at http://127.0.0.1:4566
          auth        strict
          permissions enforce
          isolation   namespaces
          network     isolated
          upstream    dynamodb at http://127.0.0.1:8000
        ");
        assert_eq!(text("x", &json!({ "status": "running" })), None);
    }

    #[test]
    fn the_version_of_the_form_is_not_that_of_the_server() {
        let told = told(health());
        assert_eq!(
            (&told["version"], &told["serverVersion"]),
            (&json!(1), &json!("0.1.0"))
        );
    }
}
