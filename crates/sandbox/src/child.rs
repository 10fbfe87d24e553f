//! A running child: observed through its pidfd, ended together with everything it started.

use std::fs::File;
use std::io;
use std::net::TcpListener;
use std::os::fd::{AsFd as _, AsRawFd as _, BorrowedFd, FromRawFd as _, OwnedFd};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::memory::{self, Group};
use crate::spawn::Forked;

/// How a child ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It returned this status.
    Code(i32),
    /// This signal ended it.
    Signal(i32),
}

/// A child and the processes it started. Dropping it ends and reaps them all.
#[derive(Debug)]
pub struct Child {
    /// What the child writes to its standard output. Blocking; to be taken by the reader.
    pub stdout: Option<OwnedFd>,
    /// What the child writes to its standard error, unless it comes by the other. Blocking; to be
    /// taken by the reader.
    pub stderr: Option<OwnedFd>,
    /// The listeners of the spec, in its order, to be taken by who serves them. Blocking.
    pub listeners: Vec<TcpListener>,
    /// Unconnected TCP sockets (IPv4) of the child's own network, as many as the spec asked for.
    pub sockets: Vec<OwnedFd>,
    pub(crate) process: Process,
}

/// The process that holds the whole child together.
#[derive(Debug)]
pub(crate) struct Process {
    pub(crate) id: i32,
    pub(crate) pidfd: OwnedFd,
    pub(crate) whole: Whole,
    pub(crate) group: Option<Group>,
    /// How it ended. Held while its id is used, which is the child's only until it is reaped.
    pub(crate) ended: Mutex<Option<Exit>>,
}

/// What makes a child's processes one.
#[derive(Debug)]
pub(crate) enum Whole {
    /// A pid namespace, which ends with its first process. That one writes here how the program
    /// ended.
    Namespace(File),
    /// A process group.
    ProcessGroup,
}

impl Child {
    /// The host's id of the process that holds the child together.
    pub fn id(&self) -> i32 {
        self.process.id
    }

    /// Readable as soon as the child has ended; for an asynchronous wait, then call
    /// [`Child::try_wait`].
    pub fn pidfd(&self) -> BorrowedFd<'_> {
        self.process.pidfd.as_fd()
    }

    /// Ends the child and every process that it started. Ending an ended child is no error.
    pub fn kill(&self) -> io::Result<()> {
        self.process.kill()
    }

    /// Asks the program, and nothing that it has started, to end: the polite way before
    /// [`Child::kill`]. Whether there was a program to ask.
    pub fn terminate(&self) -> bool {
        let ended = self.process.ended();
        // The id is the child's as long as it is not reaped, which needs this lock.
        let program = match (&*ended, &self.process.whole) {
            (Some(_), _) => None,
            (None, Whole::ProcessGroup) => Some(self.process.id),
            (None, Whole::Namespace(_)) => program_of(self.process.id),
        };
        // SAFETY: a signal by number, to a process that a moment ago was the child's.
        program.is_some_and(|id| unsafe { libc::kill(id, libc::SIGTERM) } == 0)
    }

    /// How the child ended, if it has.
    pub fn try_wait(&self) -> io::Result<Option<Exit>> {
        self.process.wait_within(Duration::ZERO)
    }

    /// How the child ended, if it does within this time. Blocks.
    pub fn wait_within(&self, time: Duration) -> io::Result<Option<Exit>> {
        self.process.wait_within(time)
    }

    /// Waits until the child ends. Blocks; the deadline is the caller's, through [`Child::kill`].
    pub fn wait(&self) -> io::Result<Exit> {
        const LONG: Duration = Duration::from_hours(24);
        loop {
            if let Some(exit) = self.process.wait_within(LONG)? {
                return Ok(exit);
            }
        }
    }

    /// The memory that the child and its processes use now, shared pages counted in proportion;
    /// none when the child has ended. Without `/tmp` in memory.
    pub fn resident_bytes(&self) -> Option<u64> {
        memory::resident_bytes(self.process.id)
    }

    /// The most memory the child has used, where the kernel keeps it.
    pub fn peak_memory(&self) -> Option<u64> {
        match &self.process.group {
            Some(group) => group.peak_bytes(),
            None => memory::peak_resident_bytes(self.process.id),
        }
    }

    /// Whether the kernel ended a process of this child because its memory group was full.
    pub fn ran_out_of_memory(&self) -> bool {
        self.process.group.as_ref().is_some_and(Group::ran_out)
    }
}

impl Process {
    pub(crate) fn new(forked: Forked, verdict: Option<File>, group: Option<Group>) -> Self {
        let Forked { id, pidfd } = forked;
        let whole = verdict.map_or(Whole::ProcessGroup, Whole::Namespace);
        Self {
            id,
            pidfd,
            whole,
            group,
            ended: Mutex::new(None),
        }
    }

    fn ended(&self) -> MutexGuard<'_, Option<Exit>> {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kill(&self) -> io::Result<()> {
        let ended = self.ended();
        if ended.is_some() {
            return Ok(());
        }
        self.kill_group();
        kill(&self.pidfd)
    }

    /// Ends what no pid namespace holds together. To be called before the leader is reaped, while
    /// the id is still its group's.
    fn kill_group(&self) {
        if matches!(self.whole, Whole::ProcessGroup) {
            // SAFETY: a signal by number to the group of a child that is not reaped yet.
            unsafe { libc::kill(-self.id, libc::SIGKILL) };
            self.group.iter().for_each(Group::kill);
        }
    }

    fn wait_within(&self, time: Duration) -> io::Result<Option<Exit>> {
        if let Some(exit) = *self.ended() {
            return Ok(Some(exit));
        }
        if self.readable_within(time)? {
            self.reap().map(Some)
        } else {
            Ok(None)
        }
    }

    /// Whether the process has ended, which makes its pidfd readable. An interruption counts as not.
    fn readable_within(&self, time: Duration) -> io::Result<bool> {
        let (fd, events) = (self.pidfd.as_raw_fd(), libc::POLLIN);
        let mut poll = libc::pollfd {
            fd,
            events,
            revents: 0,
        };
        let milliseconds = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
        // SAFETY: one live structure.
        match unsafe { libc::poll(&raw mut poll, 1, milliseconds) } {
            -1 => match io::Error::last_os_error() {
                error if error.kind() == io::ErrorKind::Interrupted => Ok(false),
                error => Err(error),
            },
            ready => Ok(ready > 0),
        }
    }

    /// Collects a process that has ended.
    fn reap(&self) -> io::Result<Exit> {
        let mut ended = self.ended();
        if let Some(exit) = *ended {
            return Ok(exit);
        }
        self.kill_group();
        // SAFETY: `siginfo_t` is plain data, for which zero is a valid value.
        let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
        let pidfd = self.pidfd.as_raw_fd().cast_unsigned();
        // SAFETY: `info` outlives the call, and the descriptor is live.
        let waited = unsafe { libc::waitid(libc::P_PIDFD, pidfd, &raw mut info, libc::WEXITED) };
        if waited != 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the process has ended, so the kernel has filled in the fields of an end.
        let status = unsafe { info.si_status() };
        let exited = info.si_code == libc::CLD_EXITED;
        let own = if exited {
            Exit::Code(status)
        } else {
            Exit::Signal(status)
        };
        let exit = match &self.whole {
            Whole::Namespace(verdict) => reported(verdict).unwrap_or(own),
            Whole::ProcessGroup => own,
        };
        Ok(*ended.insert(exit))
    }
}

/// The program below the first process of a pid namespace, in which its number is two.
fn program_of(first: i32) -> Option<i32> {
    const NUMBER: &str = "2";
    let children = std::fs::read_to_string(format!("/proc/{first}/task/{first}/children")).ok()?;
    let is_program = |id: &i32| {
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let numbers = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
        numbers.and_then(|all| all.split_whitespace().last()) == Some(NUMBER)
    };
    let mut ids = children.split_whitespace().filter_map(|id| id.parse().ok());
    ids.find(is_program)
}

/// Reads the wait status that the first process of the namespace left behind. Nothing is there when
/// it was itself ended.
fn reported(mut verdict: &File) -> Option<Exit> {
    let mut status = [0; 4];
    io::Read::read_exact(&mut verdict, &mut status).ok()?;
    let status = i32::from_ne_bytes(status);
    if libc::WIFSIGNALED(status) {
        return Some(Exit::Signal(libc::WTERMSIG(status)));
    }
    Some(Exit::Code(libc::WEXITSTATUS(status)))
}

/// Blocks for the millisecond or so that the kernel takes to end a namespace; a process that it
/// cannot end, because it hangs in a broken device, is given up.
impl Drop for Process {
    fn drop(&mut self) {
        const PATIENCE: Duration = Duration::from_secs(5);
        if self.kill().is_ok() {
            let _nobody_to_tell = self.wait_within(PATIENCE);
        }
    }
}

/// Ends a process. One that has ended is no error.
pub(crate) fn kill(pidfd: &OwnedFd) -> io::Result<()> {
    let info = std::ptr::null::<libc::siginfo_t>();
    let (pidfd, signal) = (pidfd.as_raw_fd(), libc::SIGKILL);
    // SAFETY: a live descriptor, a signal number, no further data.
    let sent = unsafe { libc::syscall(libc::SYS_pidfd_send_signal, pidfd, signal, info, 0) };
    match io::Error::last_os_error() {
        error if sent != 0 && error.raw_os_error() != Some(libc::ESRCH) => Err(error),
        _ => Ok(()),
    }
}

/// Takes a descriptor that a system call has just returned.
pub(crate) fn owned(descriptor: i32) -> io::Result<OwnedFd> {
    if descriptor < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the kernel has just returned this descriptor, and nobody else knows it.
    Ok(unsafe { OwnedFd::from_raw_fd(descriptor) })
}
