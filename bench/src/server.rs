//! A child process that says on its first line where it listens: the server under measure, or the
//! bare one beside it. It is stopped by its id when it is dropped.
//!
//! `testkit` has a server for tests, which shows the server's log; here the log, a line for each
//! request, is written like anywhere else but goes to nobody's terminal.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;
use testkit::{Client, TEST_ACCOUNT};

/// Comes before the address in the first line of either server.
pub(crate) const READY: &str = "listening on http://";
const READY_WITHIN: Duration = Duration::from_secs(30);
const STOPPED_WITHIN: Duration = Duration::from_secs(20);

#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    address: SocketAddr,
    /// Closed when the process ends.
    output: Receiver<String>,
    /// Whatever a server keeps outside of its data directory.
    _home: TempDir,
}

/// Where a server keeps its data.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Data<'a> {
    Ephemeral,
    In(&'a Path),
}

impl Server {
    /// The server under measure. It takes any key, and its log goes nowhere.
    pub(crate) fn portcullis(data: Data<'_>, flags: &[&str]) -> anyhow::Result<Self> {
        let mut command = Command::new(binary()?);
        command.args(["up", "--listen", "127.0.0.1:0", "--auth", "open"]);
        // More APIs than AWS lets an account have are one of the cases.
        command.args(["--quota", "edge-apis=20000,regional-apis=20000"]);
        // Cold starts are made by updates, one after the other.
        command.args(["--function-update-seconds", "0"]);
        command.args(["--account", TEST_ACCOUNT]).args(flags);
        match data {
            Data::Ephemeral => command.arg("--ephemeral"),
            Data::In(place) => command.args([OsStr::new("--data-dir"), place.as_os_str()]),
        };
        Self::start(command)
    }

    pub(crate) fn start(mut command: Command) -> anyhow::Result<Self> {
        let home = tempfile::Builder::new()
            .prefix("portcullis-bench-")
            .tempdir()?;
        let mut child = command
            .env("HOME", home.path())
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{command:?}"))?;
        let stdout = child.stdout.take().context("no standard output")?;
        let output = first_line(stdout);
        let line = output.recv_timeout(READY_WITHIN);
        let mut server = Self {
            child,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            output,
            _home: home,
        };
        let line = line.with_context(|| format!("no address came from {command:?}"))?;
        server.address = address(&line)?;
        Ok(server)
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// A number of KiB from the sum over all mappings, by its name: `Rss`, `Pss`.
    pub(crate) fn memory_kib(&self, name: &str) -> anyhow::Result<u32> {
        memory_kib(self.child.id(), name)
    }

    /// Microseconds that the server has been on a processor; functions have processes of their own.
    pub(crate) fn processor_micros(&self) -> anyhow::Result<f64> {
        processor_micros(self.child.id())
    }

    /// The proportional memory of all processes below the server: its functions.
    pub(crate) fn functions_memory_kib(&self) -> anyhow::Result<u32> {
        let mut parents = Vec::new();
        for entry in std::fs::read_dir("/proc")?.flatten() {
            let id: Option<u32> = entry
                .file_name()
                .to_str()
                .and_then(|name| name.parse().ok());
            let Some(id) = id else { continue };
            let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let fields = stat.rsplit(')').next().unwrap_or_default();
            let parent = fields
                .split_whitespace()
                .nth(1)
                .and_then(|id| id.parse::<u32>().ok());
            parents.extend(parent.map(|parent| (id, parent)));
        }
        let mut waiting = vec![self.child.id()];
        let mut sum = 0;
        while let Some(above) = waiting.pop() {
            for (id, _) in parents.iter().filter(|(_, parent)| *parent == above) {
                waiting.push(*id);
                // A process may end while we look.
                sum += memory_kib(*id, "Pss").unwrap_or_default();
            }
        }
        Ok(sum)
    }

    /// Asks it to end; if it takes too long, it is killed.
    fn stop(&mut self) -> anyhow::Result<()> {
        let id = Pid::from_raw(i32::try_from(self.child.id())?);
        kill(id, Signal::SIGTERM)?;
        let until = Instant::now() + STOPPED_WITHIN;
        let ended = loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => break true,
                Err(RecvTimeoutError::Timeout) => break false,
            }
        };
        if !ended {
            self.child.kill()?;
        }
        self.child.wait()?;
        Ok(())
    }
}

fn memory_kib(process: u32, name: &str) -> anyhow::Result<u32> {
    let path = format!("/proc/{process}/smaps_rollup");
    let text = std::fs::read_to_string(&path).with_context(|| path.clone())?;
    let mut lines = text.lines().filter_map(|line| line.split_once(':'));
    let value = lines.find_map(|(key, value)| (key == name).then_some(value));
    let number = value.and_then(|value| value.split_whitespace().next());
    Ok(number
        .with_context(|| format!("{path} has no {name}"))?
        .parse()?)
}

/// Of all threads that a process has now.
pub(crate) fn processor_micros(process: u32) -> anyhow::Result<f64> {
    let mut sum = 0.0;
    for thread in std::fs::read_dir(format!("/proc/{process}/task"))?.flatten() {
        // A thread may end while we look.
        let told = std::fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
        let nanos = told.split(' ').next().and_then(|first| first.parse().ok());
        sum += nanos.unwrap_or(0.0) / 1000.0;
    }
    Ok(sum)
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.stop().is_err() {
            // It is gone already, which is all that was asked for.
            drop(self.child.kill().and_then(|()| self.child.wait()));
        }
    }
}

/// Debug builds are not worth measuring, so none is looked for.
fn binary() -> anyhow::Result<PathBuf> {
    if let Some(named) = std::env::var_os("PORTCULLIS_BIN") {
        return Ok(PathBuf::from(named));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
    let built = target.join("release/portcullis");
    ensure!(
        built.is_file(),
        "there is no release build of the server: run `cargo build --release`, or set PORTCULLIS_BIN"
    );
    Ok(built)
}

/// Passes on the line with the address and reads the rest, so that the pipe never fills.
fn first_line(stdout: ChildStdout) -> Receiver<String> {
    let (send, receive) = sync_channel(1);
    std::thread::spawn(move || {
        let lines = BufReader::new(stdout).lines().map_while(Result::ok);
        for line in lines.filter(|line| line.contains(READY)) {
            // Nobody waits for a second one.
            drop(send.try_send(line));
        }
    });
    receive
}

fn address(line: &str) -> anyhow::Result<SocketAddr> {
    let place = line.split_once(READY).map(|(_, place)| place);
    let place = place.unwrap_or_default().trim_end_matches('/');
    place
        .parse()
        .with_context(|| format!("no address in {line:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let seen = address(line).ok().map(|address| address.to_string());
        assert_eq!(seen.as_deref(), expected);
    }

    #[test]
    fn a_process_that_works_has_been_on_a_processor() {
        assert!(processor_micros(std::process::id()).unwrap() > 0.0);
    }

    #[test]
    fn either_server_says_where_it_listens() {
        check(
            "portcullis listening on http://127.0.0.1:4566",
            Some("127.0.0.1:4566"),
        );
        check(
            "bare hyper listening on http://127.0.0.1:1/",
            Some("127.0.0.1:1"),
        );
        check("listening", None);
    }
}
