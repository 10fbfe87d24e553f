//! The binary under test: started on a free port with nothing kept, ended when it is dropped.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::Context as _;

use crate::workspace::Workspace;

/// What the first line of its output begins with.
const READY: &str = "portcullis listening on http://";

#[derive(Debug)]
pub(super) struct Server {
    process: Child,
    port: u16,
}

/// The one that `PORTCULLIS_BIN` names, else a release build.
pub(super) fn binary(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    if let Some(named) = std::env::var_os("PORTCULLIS_BIN") {
        return Ok(workspace.root().join(named));
    }
    workspace.build_release()?;
    workspace.binary("release")
}

impl Server {
    pub(super) fn start(binary: &Path, account: &str) -> anyhow::Result<Self> {
        let mut process = Command::new(binary)
            .args(["up", "--ephemeral", "--auth", "open"])
            // Suites that expect a fresh account for each test leave theirs behind.
            .args(["--quota", "edge-apis=5000,regional-apis=5000"])
            // What tests set for a server of their own, in whose process they run.
            .args(["--async-retry-seconds", "5"])
            // What a function sees of its environment is compared with the recordings, name by name.
            .args(["--function-endpoint", "file"])
            .args(["--listen", "127.0.0.1:0", "--account", account])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} did not start", binary.display()))?;
        let output = process.stdout.take().context("its output is not ours")?;
        let mut server = Self { process, port: 0 };
        let mut first = String::new();
        BufReader::new(output).read_line(&mut first)?;
        let address = first.trim().strip_prefix(READY);
        let port = address.and_then(|address| address.rsplit(':').next()?.parse().ok());
        server.port = port.with_context(|| format!("it did not say where it listens: {first}"))?;
        Ok(server)
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A process that has ended already is what was wanted.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
