//! The bare thing: hyper on tokio, set up as in the server, answering one answer to everything.
//!
//! It runs as a child process of its own, as the server does, and answers what the server answered,
//! so that both send the same bytes. It must never do more than that.

use std::convert::Infallible;
use std::io::{Read as _, Write as _};
use std::net::Ipv4Addr;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response};
use http_body_util::Full;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use serde::{Deserialize, Serialize};
use testkit::Answer;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::server::{READY, Server};

/// Headers that hyper writes itself.
const OF_THE_CONNECTION: [&str; 3] = ["connection", "content-length", "date"];
const HEADERS_WITHIN: Duration = Duration::from_secs(20);
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// The one answer.
#[derive(Debug, Serialize, Deserialize)]
struct Canned {
    headers: Vec<(String, String)>,
    body: String,
}

/// Starts a bare server in a process of its own.
pub(crate) fn start(answer: &Answer) -> anyhow::Result<Server> {
    let own = |(name, _): &&(String, String)| !OF_THE_CONNECTION.contains(&name.as_str());
    let canned = Canned {
        headers: answer.headers.iter().filter(own).cloned().collect(),
        body: answer.text(),
    };
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bare-hyper", &serde_json::to_string(&canned)?]);
    Server::start(command)
}

/// What that process does, until the benchmark that started it is gone.
pub(crate) fn serve(canned: &str) -> anyhow::Result<()> {
    let canned: Canned = serde_json::from_str(canned).context("the canned answer")?;
    let response = Arc::new(response(&canned)?);
    runtime()?.block_on(listen("bare hyper", move || {
        std::future::ready(Response::clone(&response))
    }))
}

pub(crate) fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}

/// Says where it listens, and answers every request so, until the benchmark that started it is gone.
pub(crate) async fn listen<F>(
    name: &str,
    answer: impl Fn() -> F + Clone + Send + 'static,
) -> anyhow::Result<()>
where
    F: Future<Output = Response<Full<Bytes>>> + Send + 'static,
{
    let orphaned = tokio::task::spawn_blocking(|| {
        let mut nothing = Vec::new();
        std::io::stdin().read_to_end(&mut nothing)
    });
    tokio::select! {
        served = accept(name, answer) => served,
        _ = orphaned => Ok(()),
    }
}

fn response(canned: &Canned) -> anyhow::Result<Response<Full<Bytes>>> {
    let mut response = Response::new(Full::new(Bytes::from(canned.body.clone())));
    for (name, value) in &canned.headers {
        response
            .headers_mut()
            .append(name.parse::<HeaderName>()?, value.parse::<HeaderValue>()?);
    }
    Ok(response)
}

async fn accept<F>(
    name: &str,
    answer: impl Fn() -> F + Clone + Send + 'static,
) -> anyhow::Result<()>
where
    F: Future<Output = Response<Full<Bytes>>> + Send + 'static,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    writeln!(
        std::io::stdout(),
        "{name} {READY}{}",
        listener.local_addr()?
    )?;
    let http = Arc::new(http());
    let mut connections = JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        connections.spawn(converse(stream, Arc::clone(&http), answer.clone()));
        while connections.try_join_next().is_some() {}
    }
}

/// As the server's listener has it.
fn http() -> auto::Builder<TokioExecutor> {
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_buf_size(MAX_HEAD_BYTES)
        .pipeline_flush(true);
    http
}

async fn converse<F>(
    stream: TcpStream,
    http: Arc<auto::Builder<TokioExecutor>>,
    answer: impl Fn() -> F + Send + 'static,
) where
    F: Future<Output = Response<Full<Bytes>>> + Send + 'static,
{
    let service = service_fn(move |_| {
        let answered = answer();
        async move { Ok::<_, Infallible>(answered.await) }
    });
    // A connection that ends with an error has ended.
    drop(http.serve_connection(TokioIo::new(stream), service).await);
}
