//! The descriptors that parent and child share: standard streams, the report, the verdict.

use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd as _, OwnedFd};

use crate::child::owned;
use crate::error::{SandboxError, Step};
use crate::level::Level;
use crate::spec::Streams;

/// The parent's ends.
pub(super) struct Ours {
    pub(super) stdout: OwnedFd,
    /// None when both streams come by the first.
    pub(super) stderr: Option<OwnedFd>,
    pub(super) report: OwnedFd,
    pub(super) verdict: Option<File>,
}

/// The child's ends. All close on exec, and all are above the numbers that the child gives them.
pub(super) struct Theirs {
    pub(super) stdin: OwnedFd,
    pub(super) stdout: OwnedFd,
    pub(super) stderr: OwnedFd,
    pub(super) report: OwnedFd,
    pub(super) verdict: Option<OwnedFd>,
}

pub(super) fn open(level: &Level, streams: Streams) -> Result<(Ours, Theirs), SandboxError> {
    connect(level, streams).map_err(|source| SandboxError::Step {
        step: Step::Prepare,
        subject: None,
        source,
    })
}

fn connect(level: &Level, streams: Streams) -> io::Result<(Ours, Theirs)> {
    let (stdout, their_stdout) = pipe()?;
    let (stderr, their_stderr) = match streams {
        Streams::Apart => pipe().map(|(ours, theirs)| (Some(ours), theirs))?,
        Streams::Joined => (None, their_stdout.try_clone()?),
    };
    for stream in [&their_stdout, &their_stderr] {
        // So that the child may open `/dev/stdout`, which means its pipe, again.
        std::os::unix::fs::fchown(
            stream,
            Some(level.identity.user),
            Some(level.identity.group),
        )?;
    }
    let (report, their_report) = socket_pair()?;
    let (verdict, their_verdict) = if level.pid_namespace {
        Some(pipe()?)
    } else {
        None
    }
    .unzip();
    let ours = Ours {
        stdout,
        stderr,
        report,
        verdict: verdict.map(File::from),
    };
    let theirs = Theirs {
        stdin: raise(File::open("/dev/null")?.into())?,
        stdout: raise(their_stdout)?,
        stderr: raise(their_stderr)?,
        report: raise(their_report)?,
        verdict: their_verdict.map(raise).transpose()?,
    };
    Ok((ours, theirs))
}

fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let (reader, writer) = io::pipe()?;
    Ok((reader.into(), writer.into()))
}

/// A pair that keeps messages apart, so that a report is read whole or not at all.
fn socket_pair() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut pair = [-1; 2];
    let kind = libc::SOCK_SEQPACKET | libc::SOCK_CLOEXEC;
    // SAFETY: the array has room for the two descriptors.
    let made = unsafe { libc::socketpair(libc::AF_UNIX, kind, 0, pair.as_mut_ptr()) };
    if made != 0 {
        return Err(io::Error::last_os_error());
    }
    let [one, other] = pair;
    Ok((owned(one)?, owned(other)?))
}

/// Moves a descriptor above the numbers 0 to 3, which the child assigns. It could be one of them
/// only if this process runs with its own standard streams closed.
fn raise(descriptor: OwnedFd) -> io::Result<OwnedFd> {
    const FREE: i32 = 4;
    if descriptor.as_raw_fd() >= FREE {
        return Ok(descriptor);
    }
    // SAFETY: a live descriptor; the call makes another one.
    owned(unsafe { libc::fcntl(descriptor.as_raw_fd(), libc::F_DUPFD_CLOEXEC, FREE) })
}
