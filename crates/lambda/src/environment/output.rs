//! What a process prints, read as it comes, so that a full pipe never holds the process up.

use std::io;
use std::os::fd::OwnedFd;

use tokio::net::unix::pipe::Receiver;

use crate::lines::{Lines, Stream};

const CHUNK_BYTES: usize = 16 * 1024;

#[derive(Debug)]
pub(super) struct Output {
    /// Absent once the process has closed its end.
    out: Option<Receiver>,
    err: Option<Receiver>,
    chunk: Vec<u8>,
}

impl Output {
    pub(super) fn new(out: OwnedFd, err: OwnedFd) -> io::Result<Self> {
        let receiver = |fd| Receiver::from_owned_fd(fd).map(Some);
        Ok(Self {
            out: receiver(out)?,
            err: receiver(err)?,
            chunk: Vec::with_capacity(CHUNK_BYTES),
        })
    }

    /// Waits until something was printed and takes it. Never returns when both ends are closed.
    pub(super) async fn read(&mut self, lines: &mut Lines) {
        tokio::select! {
            () = ready(self.out.as_ref()) => take(&mut self.out, &mut self.chunk, Stream::Out, lines),
            () = ready(self.err.as_ref()) => take(&mut self.err, &mut self.chunk, Stream::Err, lines),
        }
    }

    /// Takes what was printed so far, without waiting; no more than `lines` may hold.
    pub(super) fn drain(&mut self, lines: &mut Lines) {
        take(&mut self.out, &mut self.chunk, Stream::Out, lines);
        take(&mut self.err, &mut self.chunk, Stream::Err, lines);
    }
}

async fn ready(pipe: Option<&Receiver>) {
    match pipe {
        Some(pipe) if pipe.readable().await.is_ok() => {}
        _ => std::future::pending().await,
    }
}

fn take(pipe: &mut Option<Receiver>, chunk: &mut Vec<u8>, stream: Stream, lines: &mut Lines) {
    let Some(open) = pipe else { return };
    while !lines.is_full() {
        chunk.clear();
        match open.try_read_buf(chunk) {
            Ok(0) => break,
            Ok(_) => lines.printed(stream, chunk),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
            Err(_) => break,
        }
    }
    if !lines.is_full() {
        *pipe = None;
    }
}
