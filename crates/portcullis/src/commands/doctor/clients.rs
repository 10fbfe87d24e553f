//! The AWS CLI, and the variables that lead it and the SDKs to a server.

use std::net::SocketAddr;
use std::process::Stdio;
use std::time::Duration;

use super::Finding;
use crate::server::reachable;

const DESCRIBE_WITHIN: Duration = Duration::from_secs(20);
const ENVIRONMENT: &str = "eval \"$(portcullis env)\" sets what clients need";

pub(super) async fn look(listen: SocketAddr) -> Vec<Finding> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let mut findings = vec![cli().await];
    findings.push(endpoint(variable("AWS_ENDPOINT_URL").as_deref(), listen));
    findings.push(keys(&variable));
    findings.extend(proxy(&variable));
    findings
}

async fn cli() -> Finding {
    const WHAT: &str = "aws cli";
    let asked = tokio::process::Command::new("aws")
        .arg("--version")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let found = tokio::time::timeout(DESCRIBE_WITHIN, asked).await;
    let Ok(Ok(output)) = found else {
        let advice = "the fixes of portcullis why are commands of it: install the AWS CLI";
        return Finding::limited(WHAT, "it is not on the PATH", advice);
    };
    let printed = String::from_utf8_lossy(&output.stdout);
    let version = printed
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned();
    if reads_endpoint(&version) {
        return Finding::good(WHAT, version);
    }
    Finding::limited(
        WHAT,
        version,
        "AWS_ENDPOINT_URL is read by 1.29.8, by 2.13 and newer: add --endpoint-url to every call",
    )
}

/// Since 1.29.8 and 2.13.0 (AWS SDKs and tools reference guide, "Service-specific endpoints").
fn reads_endpoint(version: &str) -> bool {
    let Some(numbers) = version.strip_prefix("aws-cli/") else {
        return false;
    };
    let mut numbers = numbers
        .split('.')
        .map(|number| number.parse::<u32>().unwrap_or(0));
    let number = (
        numbers.next().unwrap_or(0),
        numbers.next().unwrap_or(0),
        numbers.next().unwrap_or(0),
    );
    match number.0 {
        1 => number >= (1, 29, 8),
        _ => number >= (2, 13, 0),
    }
}

fn endpoint(named: Option<&str>, listen: SocketAddr) -> Finding {
    const WHAT: &str = "endpoint";
    let port = reachable(listen).port().to_string();
    match named {
        None => Finding::limited(
            WHAT,
            "AWS_ENDPOINT_URL is not set: clients call AWS",
            ENVIRONMENT,
        ),
        Some(named) if named.trim_end_matches('/').ends_with(&format!(":{port}")) => {
            Finding::good(WHAT, format!("AWS_ENDPOINT_URL is {named}"))
        }
        Some(named) => Finding::limited(
            WHAT,
            format!("AWS_ENDPOINT_URL is {named}, which is not port {port}"),
            ENVIRONMENT,
        ),
    }
}

fn keys(variable: &impl Fn(&str) -> Option<String>) -> Finding {
    const WHAT: &str = "keys";
    if let Some(profile) = variable("AWS_PROFILE") {
        let seen =
            format!("AWS_PROFILE is {profile}: its keys are taken before those of the environment");
        return Finding::limited(WHAT, seen, ENVIRONMENT);
    }
    let (id, secret) = (
        variable("AWS_ACCESS_KEY_ID"),
        variable("AWS_SECRET_ACCESS_KEY"),
    );
    match (id, secret, variable("AWS_SESSION_TOKEN")) {
        (Some(id), Some(_), Some(_)) => {
            let seen =
                format!("temporary keys {id}: a session ends, and the root key has no token");
            Finding::limited(WHAT, seen, ENVIRONMENT)
        }
        (Some(id), Some(_), None) => Finding::good(WHAT, format!("AWS_ACCESS_KEY_ID is {id}")),
        _ => Finding::limited(WHAT, "there are none in the environment", ENVIRONMENT),
    }
}

fn proxy(variable: &impl Fn(&str) -> Option<String>) -> Option<Finding> {
    let proxy = variable("HTTP_PROXY").or_else(|| variable("http_proxy"))?;
    let spared = variable("NO_PROXY")
        .or_else(|| variable("no_proxy"))
        .unwrap_or_default();
    let spares = ["localhost", "127.0.0.1"]
        .iter()
        .any(|name| spared.contains(name));
    let seen = format!("HTTP_PROXY is {proxy}");
    (!spares).then(|| {
        let advice = "clients would ask it for this machine: export NO_PROXY=localhost,127.0.0.1";
        Finding::limited("proxy", seen, advice)
    })
}

#[cfg(test)]
mod tests {
    use super::super::Health;
    use super::*;

    #[test]
    fn versions_that_read_the_endpoint_are_known() {
        for (version, expected) in [
            ("aws-cli/1.45.11", true),
            ("aws-cli/1.29.8", true),
            ("aws-cli/1.29.7", false),
            ("aws-cli/2.13.0", true),
            ("aws-cli/2.9.1", false),
            ("", false),
        ] {
            assert_eq!(reads_endpoint(version), expected, "{version}");
        }
    }

    #[test]
    fn what_leads_clients_elsewhere_is_told() {
        let listen = "127.0.0.1:4566".parse().unwrap();
        for (named, expected) in [
            (None, Health::Limited),
            (Some("http://127.0.0.1:4566"), Health::Good),
            (Some("http://localhost:4566/"), Health::Good),
            (Some("http://127.0.0.1:9000"), Health::Limited),
        ] {
            assert_eq!(endpoint(named, listen).state, expected, "{named:?}");
        }
        let set = |names: &'static [&'static str]| {
            move |name: &str| names.contains(&name).then(|| "x".to_owned())
        };
        let own: &[&str] = &["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
        assert_eq!(keys(&set(&["AWS_PROFILE"])).state, Health::Limited);
        assert_eq!(keys(&set(&[])).state, Health::Limited);
        assert_eq!(keys(&set(own)).state, Health::Good);
        assert!(proxy(&set(&["HTTP_PROXY"])).is_some());
        assert!(proxy(&set(&[])).is_none());
    }
}
