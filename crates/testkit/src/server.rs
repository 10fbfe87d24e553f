//! A server process: started on port 0 with a data directory of its own, stopped by its id.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

use crate::client::Client;

/// What the server's first line of output begins with; the address follows.
const READY: &str = "portcullis listening on http://";
/// The aim is 100 ms; a machine that compiles beside the test is given much more.
const READY_WITHIN: Duration = Duration::from_secs(30);
/// Longer than the server itself waits for what is running.
const STOPPED_WITHIN: Duration = Duration::from_secs(40);

/// What a server is started with, beside its address.
#[derive(Debug, Clone, Default)]
pub struct Flags(Vec<OsString>);

impl Flags {
    /// Keeps nothing, and takes any key: the fastest way to a server.
    pub fn open_and_ephemeral() -> Self {
        Self::default().and("--ephemeral").and("--auth").and("open")
    }

    #[must_use]
    pub fn and(mut self, argument: impl Into<OsString>) -> Self {
        self.0.push(argument.into());
        self
    }
}

/// A running server. It is killed when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    address: SocketAddr,
    ready_after: Duration,
    /// Takes what the server prints, so that its pipe never fills.
    reader: Option<JoinHandle<()>>,
    /// Where a server without `--data-dir` or `--ephemeral` would keep its data.
    _home: TempDir,
}

impl Server {
    /// Starts the binary and waits until it says where it listens.
    pub fn start(flags: &Flags) -> anyhow::Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("portcullis-test-")
            .tempdir()?;
        let started = Instant::now();
        let mut child = command(home.path(), flags)?
            .spawn()
            .context("starting the server")?;
        let output = child
            .stdout
            .take()
            .context("the server has no standard output")?;
        let (reader, first) = first_line(output);
        let line = first.recv_timeout(READY_WITHIN).map_err(|error| {
            let _ = child.kill();
            explain(error, &mut child)
        })?;
        Ok(Self {
            address: parse(&line)?,
            ready_after: started.elapsed(),
            child,
            reader: Some(reader),
            _home: home,
        })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// From the start of the process to its first line.
    pub fn ready_after(&self) -> Duration {
        self.ready_after
    }

    /// Asks the server to drain (SIGTERM) and waits for its end.
    pub fn stop(mut self) -> anyhow::Result<ExitStatus> {
        kill(Pid::from_raw(i32::try_from(self.pid())?), Signal::SIGTERM)?;
        let (ended, wait) = mpsc::channel();
        let reader = self
            .reader
            .take()
            .context("the server was stopped already")?;
        // The pipe closes when the process ends, so that its reader is what to wait for.
        let watcher = std::thread::spawn(move || {
            let _ = reader.join();
            let _ = ended.send(());
        });
        if wait.recv_timeout(STOPPED_WITHIN).is_err() {
            bail!(
                "the server did not end within {} s",
                STOPPED_WITHIN.as_secs()
            );
        }
        let _ = watcher.join();
        Ok(self.child.wait()?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The binary under test: `PORTCULLIS_BIN`, else what cargo built last, release before debug.
pub fn binary() -> anyhow::Result<PathBuf> {
    if let Some(named) = std::env::var_os("PORTCULLIS_BIN") {
        return Ok(PathBuf::from(named));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
    let built = ["release", "debug"].map(|profile| target.join(profile).join("portcullis"));
    let found = built.into_iter().find(|path| path.is_file());
    found.context("there is no binary: run `cargo build --release`, or set PORTCULLIS_BIN")
}

fn command(home: &Path, flags: &Flags) -> anyhow::Result<Command> {
    let mut command = Command::new(binary()?);
    command
        .args(["up", "--listen", "127.0.0.1:0"])
        .args(&flags.0)
        .env("HOME", home)
        .env_remove("XDG_DATA_HOME")
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    Ok(command)
}

fn first_line(output: ChildStdout) -> (JoinHandle<()>, mpsc::Receiver<String>) {
    let (send, receive) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let lines = BufReader::new(output).lines().map_while(Result::ok);
        for line in lines.filter(|line| line.starts_with(READY)) {
            let _ = send.send(line);
        }
    });
    (reader, receive)
}

fn explain(error: RecvTimeoutError, child: &mut Child) -> anyhow::Error {
    match error {
        RecvTimeoutError::Timeout => {
            anyhow::anyhow!(
                "the server was not ready within {} s",
                READY_WITHIN.as_secs()
            )
        }
        RecvTimeoutError::Disconnected => match child.wait() {
            Ok(status) => anyhow::anyhow!("the server ended at its start with {status}"),
            Err(error) => error.into(),
        },
    }
}

fn parse(line: &str) -> anyhow::Result<SocketAddr> {
    let address = line
        .strip_prefix(READY)
        .unwrap_or_default()
        .trim_end_matches('/');
    address
        .parse()
        .with_context(|| format!("the server's first line is {line:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let expected = expected.map(|address| address.parse().unwrap());
        assert_eq!(parse(line).ok(), expected, "{line}");
    }

    #[test]
    fn the_address_is_read_from_the_first_line() {
        check(
            "portcullis listening on http://127.0.0.1:4566",
            Some("127.0.0.1:4566"),
        );
        check(
            "portcullis listening on http://127.0.0.1:4566/",
            Some("127.0.0.1:4566"),
        );
        check("portcullis listening on http://[::1]:80", Some("[::1]:80"));
        check("portcullis listening on http://", None);
        check("listening", None);
    }
}
