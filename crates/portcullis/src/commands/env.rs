//! `portcullis env`: the variables that point unchanged AWS clients to a server.

use std::io::Write as _;
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use identity::RootKey;

use super::{VERSION, pretty, print};
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
        endpoint: endpoint(asked),
        key,
        region: asked.region.to_string(),
        authority: std::path::absolute(data.authority())?.display().to_string(),
    };
    warn_if_nobody_listens(reachable(asked.listen));
    match asked.format {
        Format::Text => print(&self::exports(&exports)),
        Format::Json => print(&pretty(&json(&exports))),
    }
    Ok(ExitCode::SUCCESS)
}

/// The same port answers both.
fn endpoint(asked: &Env) -> String {
    let scheme = if asked.tls { "https" } else { "http" };
    format!("{scheme}://{}", reachable(asked.listen))
}

/// How long somebody on this machine may take to answer.
const ANSWERS_WITHIN: Duration = Duration::from_millis(500);

/// The variables hold for a server that starts later too, so this is no failure. A shell that
/// evaluates the output reads the other stream.
fn warn_if_nobody_listens(address: SocketAddr) {
    if TcpStream::connect_timeout(&address, ANSWERS_WITHIN).is_err() {
        let warning = format!(
            "portcullis: nobody listens on {address} yet: portcullis up starts a server, and \
             --listen names one elsewhere\n"
        );
        // Nobody is left to be told.
        drop(std::io::stderr().write_all(warning.as_bytes()));
    }
}

/// Shell commands; what would get in the way is unset.
pub(super) fn exports(exports: &Exports) -> String {
    let mut lines: Vec<String> = pairs(exports)
        .map(|(name, value)| format!("export {name}={}", quoted(&value)))
        .to_vec();
    lines.push("unset AWS_SESSION_TOKEN AWS_PROFILE".to_owned());
    lines.join("\n")
}

/// Node.js has a list of its own of whom it trusts.
fn pairs(exports: &Exports) -> [(&'static str, String); 7] {
    [
        ("AWS_ENDPOINT_URL", exports.endpoint.clone()),
        ("AWS_ACCESS_KEY_ID", exports.key.id.clone()),
        ("AWS_SECRET_ACCESS_KEY", exports.key.secret.clone()),
        ("AWS_DEFAULT_REGION", exports.region.clone()),
        ("AWS_REGION", exports.region.clone()),
        ("AWS_CA_BUNDLE", exports.authority.clone()),
        ("NODE_EXTRA_CA_CERTS", exports.authority.clone()),
    ]
}

fn json(exports: &Exports) -> serde_json::Value {
    pairs(exports)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .chain([("version".to_owned(), VERSION.into())])
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
