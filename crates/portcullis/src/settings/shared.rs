//! What several commands have in common: where a server is, and how values are written.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use model::{AccountId, Region};

#[derive(Debug, Clone, Args)]
pub(crate) struct DataPlace {
    /// Where records, code, keys and certificates are kept.
    #[arg(long, env = "PORTCULLIS_DATA_DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

impl DataPlace {
    /// What was asked for, else the place the platform has for such data.
    pub(crate) fn resolve(&self) -> anyhow::Result<PathBuf> {
        if let Some(place) = &self.data_dir {
            return Ok(place.clone());
        }
        if let Some(base) = std::env::var_os("XDG_DATA_HOME").filter(|base| !base.is_empty()) {
            return Ok(PathBuf::from(base).join("portcullis"));
        }
        let home = std::env::var_os("HOME").context("HOME is not set: name a --data-dir")?;
        Ok(PathBuf::from(home).join(".local/share/portcullis"))
    }
}

/// A running server, found and called like any AWS client would.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// Where the server is.
    #[arg(
        long,
        env = "AWS_ENDPOINT_URL",
        default_value = "http://127.0.0.1:4566"
    )]
    pub(crate) endpoint: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

pub(super) fn account(text: &str) -> Result<AccountId, model::Invalid> {
    AccountId::new(text)
}

pub(super) fn region(text: &str) -> Result<Region, model::Invalid> {
    Region::new(text)
}

pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("it is not NAME=VALUE")?;
    if name.is_empty() {
        return Err("the name is empty".to_owned());
    }
    Ok((name.to_owned(), value.to_owned()))
}

/// An address and a port, as `--listen` takes them.
pub(crate) fn socket(text: &str) -> Result<SocketAddr, String> {
    let wrong = "it is an IP address and a port, such as 127.0.0.1:4566";
    let named = text
        .strip_prefix("localhost:")
        .map(|port| format!("127.0.0.1:{port}"));
    named
        .as_deref()
        .unwrap_or(text)
        .parse()
        .map_err(|_| wrong.to_owned())
}
