//! A closed loop of requests on connections that are kept alive: each sends its next request when
//! the last answer is whole.
//!
//! It shares the machine with the server that it measures, so it parses no more than it must.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow, ensure};
use bytes::BytesMut;
use memchr::{memchr_iter, memmem};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::machine;
use crate::rounds::Round;

/// How much longer than asked a round may take.
const PATIENCE: Duration = Duration::from_secs(15);
const BUFFER_BYTES: usize = 16 * 1024;
const LENGTH: &[u8] = b"content-length:";
const OK: &[u8] = b"HTTP/1.1 200";

#[derive(Debug, Clone)]
pub(crate) struct Load {
    pub(crate) address: SocketAddr,
    /// One whole request.
    pub(crate) request: Arc<[u8]>,
    pub(crate) connections: u32,
    pub(crate) time: Duration,
}

#[derive(Debug, Default)]
struct Tally {
    nanos: Vec<u32>,
    refused: u32,
}

/// The head of an answer.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    is_ok: bool,
    /// Bytes of head and body.
    length: usize,
}

impl Load {
    pub(crate) fn run(&self) -> anyhow::Result<Round> {
        let shares = shares(self.connections, machine::cores());
        let tallies = std::thread::scope(|scope| {
            let drivers: Vec<_> = shares
                .into_iter()
                .map(|connections| scope.spawn(move || self.drive(connections)))
                .collect();
            let joined = drivers.into_iter().map(|driver| {
                let ended = driver.join();
                ended.map_err(|_| anyhow!("a thread of the load panicked"))?
            });
            joined.collect::<anyhow::Result<Vec<Tally>>>()
        })?;
        let refused = tallies.iter().map(|tally| tally.refused).sum();
        let nanos = tallies.into_iter().flat_map(|tally| tally.nanos).collect();
        Round::of(nanos, refused, self.time)
    }

    fn drive(&self, connections: u32) -> anyhow::Result<Tally> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let limit = self.time + PATIENCE;
            let whole = tokio::time::timeout(limit, self.converse(connections)).await;
            whole.context("the server stopped answering")?
        })
    }

    async fn converse(&self, connections: u32) -> anyhow::Result<Tally> {
        let mut streams = Vec::new();
        for _ in 0..connections {
            let stream = TcpStream::connect(self.address).await?;
            stream.set_nodelay(true)?;
            streams.push(stream);
        }
        let until = Instant::now() + self.time;
        let mut open = JoinSet::new();
        for stream in streams {
            open.spawn(talk(stream, Arc::clone(&self.request), until));
        }
        let mut all = Tally::default();
        while let Some(ended) = open.join_next().await {
            let tally = ended??;
            all.nanos.extend(tally.nanos);
            all.refused += tally.refused;
        }
        Ok(all)
    }
}

/// Half of the cores is for the load, the other half for the server; at least one thread.
fn shares(connections: u32, cores: u32) -> Vec<u32> {
    let threads = (cores / 2).clamp(1, connections.max(1));
    let share = |thread| (connections + thread) / threads;
    (0..threads).map(share).collect()
}

async fn talk(mut stream: TcpStream, request: Arc<[u8]>, until: Instant) -> anyhow::Result<Tally> {
    let mut tally = Tally::default();
    let mut buffer = BytesMut::with_capacity(BUFFER_BYTES);
    let mut sent = Instant::now();
    while sent < until {
        stream.write_all(&request).await?;
        let head = whole_answer(&mut stream, &mut buffer).await?;
        let received = Instant::now();
        let took = received.duration_since(sent).as_nanos();
        tally.nanos.push(u32::try_from(took).unwrap_or(u32::MAX));
        tally.refused += u32::from(!head.is_ok);
        sent = received;
    }
    Ok(tally)
}

/// Reads one answer and forgets it.
async fn whole_answer(stream: &mut TcpStream, buffer: &mut BytesMut) -> anyhow::Result<Head> {
    buffer.clear();
    let mut head = None;
    loop {
        let read = stream.read_buf(buffer).await?;
        ensure!(read > 0, "the server closed a connection");
        if head.is_none() {
            head = parse(buffer)?;
        }
        if let Some(head) = head.take_if(|head| buffer.len() >= head.length) {
            return Ok(head);
        }
    }
}

/// `None` until the head is whole.
fn parse(bytes: &[u8]) -> anyhow::Result<Option<Head>> {
    let Some(end) = memmem::find(bytes, b"\r\n\r\n") else {
        return Ok(None);
    };
    let head = bytes.get(..end).unwrap_or_default();
    let mut lines = memchr_iter(b'\n', head).filter_map(|at| head.get(at + 1..));
    let length = lines.find_map(|line| {
        let (name, value) = line.split_at_checked(LENGTH.len())?;
        name.eq_ignore_ascii_case(LENGTH).then_some(value)
    });
    let body = length.and_then(number);
    Ok(Some(Head {
        is_ok: head.starts_with(OK),
        length: end + 4 + body.context("an answer without a content-length")?,
    }))
}

/// The number that a line begins with.
fn number(line: &[u8]) -> Option<usize> {
    let line = line.trim_ascii_start();
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(line.get(..digits)?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, expected: Option<(bool, usize)>) {
        let head = parse(bytes.as_bytes()).unwrap();
        assert_eq!(head.map(|head| (head.is_ok, head.length)), expected);
    }

    #[test]
    fn an_answer_is_as_long_as_its_head_says() {
        check("HTTP/1.1 200 OK\r\nContent-Le", None);
        check(
            "HTTP/1.1 200 OK\r\na: b\r\nContent-Length: 7\r\n\r\n",
            Some((true, 51)),
        );
        check(
            "HTTP/1.1 500 No\r\ncontent-length:0\r\nx: y\r\n\r\n",
            Some((false, 43)),
        );
    }

    #[test]
    fn an_answer_of_unknown_length_is_an_error() {
        assert!(parse(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
    }

    #[test]
    fn connections_are_shared_among_half_of_the_cores() {
        for (connections, cores, expected) in [
            (1, 16, vec![1]),
            (32, 1, vec![32]),
            (32, 2, vec![32]),
            (32, 8, vec![8, 8, 8, 8]),
            (7, 4, vec![3, 4]),
        ] {
            assert_eq!(shares(connections, cores), expected);
        }
    }
}
