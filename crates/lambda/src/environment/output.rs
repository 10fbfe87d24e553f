//! What a process prints, read as it comes, so that a full pipe never holds the process up.

use std::io;
use std::os::fd::OwnedFd;

use tokio::net::unix::pipe::Receiver;

use crate::report::{Lines, Stream};

const CHUNK_BYTES: usize = 16 * 1024;

#[derive(Debug)]
pub(super) struct Output {
    /// Absent once the process has closed its end.
    out: Option<Receiver>,
    err: Option<Receiver>,
}

impl Output {
    pub(super) fn new(out: OwnedFd, err: OwnedFd) -> io::Result<Self> {
        let receiver = |fd| Receiver::from_owned_fd(fd).map(Some);
        Ok(Self {
            out: receiver(out)?,
            err: receiver(err)?,
        })
    }

    /// Waits until something was printed and takes it. Never returns when both ends are closed.
    pub(super) async fn read(&mut self, lines: &mut Lines) {
        tokio::select! {
            () = ready(self.out.as_ref()) => take(&mut self.out, Stream::Out, lines),
            () = ready(self.err.as_ref()) => take(&mut self.err, Stream::Err, lines),
        }
    }

    /// Takes what was printed so far, without waiting.
    pub(super) fn drain(&mut self, lines: &mut Lines) {
        take(&mut self.out, Stream::Out, lines);
        take(&mut self.err, Stream::Err, lines);
    }
}

async fn ready(pipe: Option<&Receiver>) {
    match pipe {
        Some(pipe) if pipe.readable().await.is_ok() => {}
        _ => std::future::pending().await,
    }
}

fn take(pipe: &mut Option<Receiver>, stream: Stream, lines: &mut Lines) {
    let Some(open) = pipe else { return };
    let mut chunk = [0; CHUNK_BYTES];
    while !lines.is_full() {
        match open.try_read(&mut chunk) {
            Ok(0) => {
                *pipe = None;
                return;
            }
            Ok(read) => lines.printed(stream, chunk.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
            Err(_) => {
                *pipe = None;
                return;
            }
        }
    }
}
