//! The command line of `cargo xtask conformance`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::suite::Service;
use crate::tools::Tool;

const USAGE: &str = "usage: cargo xtask conformance --suite CHECKOUT --python PROGRAM
    [--only FILE] [--service apigateway|lambda|iam|sts|logs]...
  --suite    a work tree of LocalStack or of moto
  --python   an interpreter that has what this suite needs
  --only     a file of test ids, one a line, without their parameters
  --service  may be given several times; all of them otherwise";

#[derive(Debug)]
pub(super) struct Arguments {
    pub(super) checkout: PathBuf,
    /// As it was given when it is a name, else whole: tests run in another directory.
    pub(super) python: PathBuf,
    pub(super) only: Option<PathBuf>,
    services: Vec<Service>,
}

impl Arguments {
    pub(super) fn read(arguments: &[&str]) -> anyhow::Result<Self> {
        let (mut checkout, mut python, mut only, mut services) = (None, None, None, Vec::new());
        for pair in arguments.chunks(2) {
            match pair {
                ["--suite", path] => checkout = Some(whole(path)?),
                ["--python", program] => python = Some(program_of(program)?),
                ["--only", path] => only = Some(whole(path)?),
                ["--service", name] => services.push(name.parse()?),
                _ => bail!("{USAGE}"),
            }
        }
        Ok(Self {
            checkout: checkout.context(USAGE)?,
            python: python.context(USAGE)?,
            only,
            services,
        })
    }

    pub(super) fn services(&self) -> Vec<Service> {
        if self.services.is_empty() {
            return Service::ALL.to_vec();
        }
        self.services.clone()
    }

    /// Which tests of which state of the suite.
    pub(super) fn scope(&self) -> anyhow::Result<String> {
        let commit = Tool::new("git")
            .within(&self.checkout)
            .args(["rev-parse", "HEAD"])
            .output()?;
        let commit = commit.trim();
        Ok(match self.only {
            Some(_) => format!("of a list of tests, at commit `{commit}`"),
            None => format!("all of them, at commit `{commit}`"),
        })
    }
}

fn whole(path: &str) -> anyhow::Result<PathBuf> {
    Path::new(path)
        .canonicalize()
        .with_context(|| path.to_owned())
}

/// The link of a virtual environment is kept: what it points to knows nothing of the environment.
fn program_of(program: &str) -> anyhow::Result<PathBuf> {
    let path = Path::new(program);
    if path.components().count() == 1 {
        return Ok(path.to_owned());
    }
    std::path::absolute(path).with_context(|| program.to_owned())
}
