//! The bare thing for functions: our bootstrap or AWS's own client, outside of any sandbox, and the
//! least that can be called a Runtime API.
//!
//! It measures what an invocation costs when nobody asks whether it is permitted: from the event
//! being sent to the answer being read. It must never serve anybody but its own child.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::fd::AsFd as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use serde::{Deserialize, Serialize};

use crate::language::Language;

const PATIENCE: Duration = Duration::from_secs(15);
/// Of all functions here.
const HANDLER: &str = "main.handler";
pub(crate) const ACCEPTED: &[u8] = b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n";
const RECEIVED_AT_ONCE: usize = 16 * 1024;

/// What is run on it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Client {
    /// Our bootstrap on this interpreter of the language.
    Own(Language, String),
    /// AWS's own client for Python, `awslambdaric`, on an interpreter that has it.
    Official(PathBuf),
}

/// A runtime that waits for its next event.
#[derive(Debug)]
pub(crate) struct BareRuntime {
    child: Child,
    stream: TcpStream,
    received: Vec<u8>,
}

impl Client {
    pub(crate) fn own(language: Language) -> anyhow::Result<Self> {
        Ok(Self::Own(language, language.interpreter()?))
    }

    /// `None` where it is not installed: neither on the interpreter that BENCH_AWSLAMBDARIC names, nor
    /// in the workspace's virtual environment.
    pub(crate) fn official() -> Option<Self> {
        let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/venv/bin/python");
        let named = std::env::var_os("BENCH_AWSLAMBDARIC").map(PathBuf::from);
        let interpreter = named.unwrap_or_else(usual);
        let mut asked = Command::new(&interpreter);
        asked.args(["-c", "import awslambdaric"]);
        let has_it = asked.stderr(Stdio::null()).status().ok()?.success();
        has_it.then_some(Self::Official(interpreter))
    }

    fn command(&self, folder: &Path) -> Command {
        let bootstraps =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/lambda/src/bootstrap");
        let mut command = match self {
            Self::Own(Language::Python, interpreter) => {
                let mut command = Command::new(interpreter);
                command.args(["-I", "-S"]);
                command.arg(bootstraps.join("bootstrap.py"));
                command
            }
            Self::Own(Language::Node, interpreter) => {
                let mut command = Command::new(interpreter);
                command.arg(bootstraps.join("bootstrap.cjs"));
                command
            }
            Self::Official(interpreter) => {
                let mut command = Command::new(interpreter);
                command.args(["-m", "awslambdaric", HANDLER]);
                command.current_dir(folder);
                command
            }
        };
        command
            .env_clear()
            .env("LAMBDA_TASK_ROOT", folder)
            .env("_HANDLER", HANDLER)
            .env("AWS_EXECUTION_ENV", "AWS_Lambda_bare")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }
}

impl BareRuntime {
    /// Starts the client on code in `folder`, and waits until it asks for its first event.
    pub(crate) fn start(client: &Client, folder: &Path) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let mut child = client
            .command(folder)
            .env("AWS_LAMBDA_RUNTIME_API", listener.local_addr()?.to_string())
            .spawn()
            .with_context(|| format!("starting {client:?}"))?;
        let connected = connected(&listener).inspect_err(|_| {
            // The error that is told is why it is killed.
            drop(child.kill().and_then(|()| child.wait()));
        });
        let mut runtime = Self {
            child,
            stream: connected?,
            received: Vec::new(),
        };
        runtime.receive("GET ")?;
        Ok(runtime)
    }

    /// So many at once.
    pub(crate) fn start_all(
        client: &Client,
        folder: &Path,
        count: u32,
    ) -> anyhow::Result<Vec<Self>> {
        (0..count).map(|_| Self::start(client, folder)).collect()
    }

    /// The process, and the connection on which it has asked for an event.
    pub(crate) fn into_parts(self) -> anyhow::Result<(Running, TcpStream)> {
        let stream = self.stream.try_clone()?;
        Ok((Running(self), stream))
    }

    /// Invokes for some time, and gives the nanoseconds of each invocation.
    pub(crate) fn run(&mut self, event: &[u8], time: Duration) -> anyhow::Result<Vec<u32>> {
        let began = Instant::now();
        let mut nanos = Vec::new();
        while began.elapsed() < time {
            let took = self.invoke(event)?.as_nanos();
            nanos.push(u32::try_from(took).unwrap_or(u32::MAX));
        }
        Ok(nanos)
    }

    /// From the event being sent to the answer being read.
    pub(crate) fn invoke(&mut self, event: &[u8]) -> anyhow::Result<Duration> {
        let sent = Instant::now();
        self.stream.write_all(&next(event))?;
        self.receive("POST ")?;
        let took = sent.elapsed();
        self.stream.write_all(ACCEPTED)?;
        self.receive("GET ")?;
        Ok(took)
    }

    /// Reads one request of the child's, which must begin as expected.
    fn receive(&mut self, expected: &str) -> anyhow::Result<()> {
        self.received.clear();
        let mut part = [0; RECEIVED_AT_ONCE];
        loop {
            let read = self.stream.read(&mut part)?;
            ensure!(read > 0, "the runtime is gone");
            self.received
                .extend_from_slice(part.get(..read).unwrap_or_default());
            if is_whole(&self.received) {
                break;
            }
        }
        ensure!(
            self.received.starts_with(expected.as_bytes()),
            "the runtime sent {:?}",
            String::from_utf8_lossy(&self.received)
        );
        Ok(())
    }
}

/// Ends the process with it.
#[derive(Debug)]
pub(crate) struct Running(#[expect(dead_code, reason = "held until it is dropped")] BareRuntime);

impl Drop for BareRuntime {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}

fn connected(listener: &TcpListener) -> anyhow::Result<TcpStream> {
    let mut waiting = [PollFd::new(listener.as_fd(), PollFlags::POLLIN)];
    let ready = poll(&mut waiting, PollTimeout::try_from(PATIENCE)?)?;
    ensure!(ready > 0, "the runtime asked for no event");
    let (stream, _) = listener.accept()?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// The answer to the runtime's question for the next event.
pub(crate) fn next(event: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\n\
         content-type: application/json\r\n\
         lambda-runtime-aws-request-id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n\
         lambda-runtime-deadline-ms: 4102444800000\r\n\
         lambda-runtime-invoked-function-arn: arn:aws:lambda:us-east-1:111111111111:function:echo\r\n\
         lambda-runtime-trace-id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0\r\n\
         content-length: {}\r\n\r\n",
        event.len()
    );
    [head.as_bytes(), event].concat()
}

pub(crate) fn is_whole(request: &[u8]) -> bool {
    let Some(end) = memchr::memmem::find(request, b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(request.get(..end).unwrap_or_default());
    let length = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse::<usize>().ok())?
    });
    request.len() >= end + 4 + length.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(request: &str, expected: bool) {
        assert_eq!(is_whole(request.as_bytes()), expected, "{request:?}");
    }

    #[test]
    fn a_request_is_whole_with_its_body() {
        check("GET /next HTTP/1.1\r\nHost: a\r\n", false);
        check("GET /next HTTP/1.1\r\nHost: a\r\n\r\n", true);
        check("POST /r HTTP/1.1\r\nContent-Length: 2\r\n\r\n{", false);
        check("POST /r HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", true);
    }
}
