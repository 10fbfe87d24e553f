//! The fork itself, on one thread that lives as long as this process.
//!
//! The signal that ends a child with its parent is tied to the *thread* that forked it; a thread
//! of a pool that retires would take healthy children with it.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::OnceLock;
use std::sync::mpsc::{SyncSender, sync_channel};

use super::inside;
use super::plan::{Plan, Pointers};
use crate::child::owned;
use crate::error::{SandboxError, Step};

/// Most forks that wait for their turn; more callers wait to be admitted.
const QUEUE: usize = 64;

/// A child that has just been forked.
pub(crate) struct Forked {
    pub(crate) id: i32,
    pub(crate) pidfd: OwnedFd,
}

struct Job {
    plan: Plan,
    reply: SyncSender<io::Result<Forked>>,
}

pub(super) fn failed(source: io::Error) -> SandboxError {
    SandboxError::Step {
        step: Step::Fork,
        subject: None,
        source,
    }
}

/// Forks the child of this plan. The plan, and with it the child's ends of all descriptors, is gone
/// from this process when this returns.
pub(super) fn fork(plan: Plan) -> Result<Forked, SandboxError> {
    let gone = || failed(io::ErrorKind::BrokenPipe.into());
    let (reply, answer) = sync_channel(1);
    forker()
        .map_err(failed)?
        .send(Job { plan, reply })
        .map_err(|_| gone())?;
    answer.recv().map_err(|_| gone())?.map_err(failed)
}

fn forker() -> io::Result<&'static SyncSender<Job>> {
    static FORKER: OnceLock<SyncSender<Job>> = OnceLock::new();
    if let Some(forker) = FORKER.get() {
        return Ok(forker);
    }
    let (sender, jobs) = sync_channel::<Job>(QUEUE);
    std::thread::Builder::new()
        .name("sandbox-fork".to_owned())
        .spawn(move || {
            block_signals();
            for Job { plan, reply } in jobs {
                let forked = clone(&plan);
                drop(plan);
                // The caller waits for this answer, so it can be gone only in a panic.
                let _nobody_asks_any_more = reply.send(forked);
            }
        })?;
    // Of two first callers one wins; the other's thread ends when its sender is dropped here.
    Ok(FORKER.get_or_init(|| sender))
}

/// Keeps this process's signal handlers away from the thread, and from the child before its exec.
fn block_signals() {
    // SAFETY: the set is initialised by `sigfillset` before it is read.
    unsafe {
        let mut all: libc::sigset_t = std::mem::zeroed();
        libc::sigfillset(&raw mut all);
        libc::pthread_sigmask(libc::SIG_SETMASK, &raw const all, std::ptr::null_mut());
    }
}

fn clone(plan: &Plan) -> io::Result<Forked> {
    let pointers = Pointers::of(plan);
    let mut pidfd: i32 = -1;
    let flags = plan.namespaces | from_flags(libc::CLONE_PIDFD | libc::SIGCHLD);
    // Not `clone3`, which containers refuse. The order of the last two arguments differs between
    // architectures, and both are null.
    // SAFETY: without `CLONE_VM` this is a fork: the child runs on a copy of this stack, and
    // `inside::run` uses nothing but system calls and prepared data, and never returns.
    let id = unsafe { libc::syscall(libc::SYS_clone, flags, 0, &raw mut pidfd, 0, 0) };
    match id {
        -1 => Err(io::Error::last_os_error()),
        0 => inside::run(plan, &pointers),
        id => Ok(Forked {
            id: i32::try_from(id).unwrap_or(-1),
            pidfd: owned(pidfd)?,
        }),
    }
}

/// Flags of `clone` in the width of its argument, without their sign.
pub(super) fn from_flags(flags: i32) -> u64 {
    flags.cast_unsigned().into()
}
