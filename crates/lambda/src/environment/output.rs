//! What a process prints, read as it comes, so that a full pipe never holds the process up.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;

use sandbox::Exit;
use tokio::net::unix::pipe::Receiver;

use super::extensions::Extensions;
use super::telemetry::{Stream, Telemetry};
use crate::lines::Lines;

const CHUNK_BYTES: usize = 16 * 1024;

#[derive(Debug)]
pub(super) struct Output {
    /// Absent once the process has closed its end.
    pipe: Option<Receiver>,
    chunk: Vec<u8>,
}

impl Output {
    pub(super) fn new(pipe: OwnedFd) -> io::Result<Self> {
        Ok(Self {
            pipe: Some(Receiver::from_owned_fd(pipe)?),
            chunk: Vec::with_capacity(CHUNK_BYTES),
        })
    }

    /// Leaves an output behind that says nothing any more.
    pub(super) fn take(&mut self) -> Self {
        Self {
            pipe: self.pipe.take(),
            chunk: Vec::new(),
        }
    }

    /// Waits until something was printed and takes it. Never returns when the other end is closed.
    pub(super) async fn read(&mut self, lines: &mut Lines) {
        ready(self.pipe.as_ref()).await;
        self.drain(lines);
    }

    /// Takes what was printed so far, without waiting; no more than `lines` may hold.
    pub(super) fn drain(&mut self, lines: &mut Lines) {
        let Some(open) = &self.pipe else { return };
        while !lines.is_full() {
            self.chunk.clear();
            match open.try_read_buf(&mut self.chunk) {
                Ok(0) => break,
                Ok(_) => lines.printed(&self.chunk),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(_) => break,
            }
        }
        if !lines.is_full() {
            self.pipe = None;
        }
    }
}

/// What extensions print, and which of them have ended.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// Absent in an environment without extensions of its own.
    output: Option<Output>,
    lines: Lines,
    /// How the runtime ended, where extensions outlive it.
    runtime: Option<Exit>,
}

impl Aside {
    pub(super) fn new(pipe: Option<OwnedFd>, telemetry: &Arc<Telemetry>) -> io::Result<Self> {
        let mut lines = Lines::default();
        lines.tap(telemetry, Stream::Extension);
        let output = pipe.map(Output::new).transpose()?;
        Ok(Self {
            output,
            lines,
            runtime: None,
        })
    }

    /// Waits until something was printed and takes it. Never returns when nothing can be.
    pub(super) async fn read(&mut self) {
        match &mut self.output {
            Some(output) => output.read(&mut self.lines).await,
            None => std::future::pending().await,
        }
    }

    /// How the runtime ended, if it did and was outlived.
    pub(super) const fn runtime_ended(&self) -> Option<Exit> {
        self.runtime
    }

    /// Hands over what was printed so far, and tells who has ended.
    pub(super) fn drain(&mut self, lines: &mut Lines, extensions: &Extensions) {
        if let Some(output) = &mut self.output {
            output.drain(&mut self.lines);
            lines.take_over(self.lines.take());
            for (name, status) in self.lines.ended() {
                if name.is_empty() {
                    self.runtime = Some(exit(&status));
                } else {
                    extensions.ended(&name, &status);
                }
            }
        }
    }
}

/// As a shell says it: a signal is a status above 128.
fn exit(status: &str) -> Exit {
    match status.parse().unwrap_or(i32::MAX) {
        signal @ 129..=192 => Exit::Signal(signal - 128),
        code => Exit::Code(code),
    }
}

async fn ready(pipe: Option<&Receiver>) {
    match pipe {
        Some(pipe) if pipe.readable().await.is_ok() => {}
        _ => std::future::pending().await,
    }
}
