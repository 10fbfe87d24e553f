//! The bare thing for functions behind HTTP: a bare hyper that hands each request to a bare runtime.
//!
//! What any HTTP server in front of functions has to do and nothing else: no routes, no policies, no
//! logs, one event for all. What the gateway takes more than this is its own. It runs as a child
//! process, as the server does.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use http::{Response, StatusCode};
use http_body_util::Full;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::bare_hyper;
use crate::bare_runtime::{ACCEPTED, BareRuntime, Client, Running, is_whole, next};
use crate::server::Server;

const RECEIVED_AT_ONCE: usize = 16 * 1024;

#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    client: Client,
    folder: PathBuf,
    environments: u32,
    event: String,
}

/// Starts one in a process of its own.
pub(crate) fn start(
    client: &Client,
    folder: &Path,
    environments: u32,
    event: &[u8],
) -> anyhow::Result<Server> {
    let asked = Asked {
        client: client.clone(),
        folder: folder.to_owned(),
        environments,
        event: String::from_utf8(event.to_vec())?,
    };
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bare-front", &serde_json::to_string(&asked)?]);
    Server::start(command)
}

/// What that process does, until the benchmark that started it is gone.
pub(crate) fn serve(asked: &str) -> anyhow::Result<()> {
    let asked: Asked = serde_json::from_str(asked).context("what is asked for")?;
    let started = BareRuntime::start_all(&asked.client, &asked.folder, asked.environments)?;
    bare_hyper::runtime()?.block_on(async {
        let waiting = started.into_iter().map(Waiting::of);
        let front = Arc::new(Front {
            event: next(asked.event.as_bytes()),
            waiting: Mutex::new(waiting.collect::<anyhow::Result<_>>()?),
        });
        let answer = move || {
            let front = Arc::clone(&front);
            async move { front.answer().await }
        };
        bare_hyper::listen("bare front", answer).await
    })
}

struct Front {
    /// With its head.
    event: Vec<u8>,
    waiting: Mutex<Vec<Waiting>>,
}

/// A runtime that nobody uses now.
struct Waiting {
    stream: TcpStream,
    received: Vec<u8>,
    /// It has asked for the event that it gets next, and that was not read yet.
    is_heard: bool,
    _running: Running,
}

impl Front {
    /// There are as many runtimes as connections, so that nobody waits.
    async fn answer(&self) -> Response<Full<Bytes>> {
        let lent = self.waiting().pop();
        let Some(mut runtime) = lent else {
            return refused(StatusCode::SERVICE_UNAVAILABLE);
        };
        let Ok(answer) = runtime.invoke(&self.event).await else {
            return refused(StatusCode::BAD_GATEWAY);
        };
        self.waiting().push(runtime);
        Response::new(Full::new(answer))
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn of(runtime: BareRuntime) -> anyhow::Result<Self> {
        let (running, stream) = runtime.into_parts()?;
        stream.set_nonblocking(true)?;
        Ok(Self {
            stream: TcpStream::from_std(stream)?,
            received: Vec::with_capacity(RECEIVED_AT_ONCE),
            is_heard: true,
            _running: running,
        })
    }

    /// Gives the answer as soon as it is there.
    async fn invoke(&mut self, event: &[u8]) -> anyhow::Result<Bytes> {
        if !self.is_heard {
            self.receive().await?;
        }
        self.stream.write_all(event).await?;
        self.receive().await?;
        let head = memchr::memmem::find(&self.received, b"\r\n\r\n");
        let body = head.and_then(|end| self.received.get(end + 4..));
        let body = Bytes::copy_from_slice(body.context("an answer without a head")?);
        self.stream.write_all(ACCEPTED).await?;
        self.is_heard = false;
        Ok(body)
    }

    /// Reads one request of the runtime's.
    async fn receive(&mut self) -> anyhow::Result<()> {
        self.received.clear();
        while !is_whole(&self.received) {
            let read = self.stream.read_buf(&mut self.received).await?;
            ensure!(read > 0, "the runtime is gone");
        }
        Ok(())
    }
}

fn refused(status: StatusCode) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = status;
    response
}
