//! `portcullis env`: the variables that point unchanged AWS clients to a server.

use std::process::ExitCode;

use anyhow::Context as _;
use identity::RootKey;

use super::{pretty, print};
use crate::data_dir::DataDir;
use crate::server::reachable;
use crate::settings::{Env, Format};

/// What clients need.
pub(super) struct Exports {
    pub(super) endpoint: String,
    pub(super) key: RootKey,
    pub(super) region: String,
    /// Path of the certificate to trust.
    pub(super) authority: String,
}

pub(super) fn run(asked: &Env) -> anyhow::Result<ExitCode> {
    let place = asked.data.resolve()?;
    let data = DataDir::open(place.clone())?;
    let key = data.known_root_key()?;
    let key = key.with_context(|| {
        format!(
            "no server was started with {}: run portcullis up first",
            place.display()
        )
    })?;
    let exports = Exports {
        endpoint: format!("http://{}", reachable(asked.listen)),
        key,
        region: asked.region.to_string(),
        authority: std::path::absolute(data.authority())?.display().to_string(),
    };
    match asked.format {
        Format::Text => print(&self::exports(&exports)),
        Format::Json => print(&pretty(&json(&exports))),
    }
    Ok(ExitCode::SUCCESS)
}

/// Shell commands; what would get in the way is unset.
pub(super) fn exports(exports: &Exports) -> String {
    let mut lines: Vec<String> = pairs(exports)
        .map(|(name, value)| format!("export {name}={}", quoted(&value)))
        .to_vec();
    lines.push("unset AWS_SESSION_TOKEN AWS_PROFILE".to_owned());
    lines.join("\n")
}

fn pairs(exports: &Exports) -> [(&'static str, String); 6] {
    [
        ("AWS_ENDPOINT_URL", exports.endpoint.clone()),
        ("AWS_ACCESS_KEY_ID", exports.key.id.clone()),
        ("AWS_SECRET_ACCESS_KEY", exports.key.secret.clone()),
        ("AWS_DEFAULT_REGION", exports.region.clone()),
        ("AWS_REGION", exports.region.clone()),
        ("AWS_CA_BUNDLE", exports.authority.clone()),
    ]
}

fn json(exports: &Exports) -> serde_json::Value {
    pairs(exports)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_what_was_written() {
        assert_eq!(quoted("plain"), "'plain'");
        assert_eq!(quoted("it's; rm"), r"'it'\''s; rm'");
    }
}
