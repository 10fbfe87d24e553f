//! The fork itself, on one thread that lives as long as this process.
//!
//! The signal that ends a child with its parent is tied to the *thread* that forked it; a thread
//! of a pool that retires would take healthy children with it.
//!
//! Until it becomes its program the child shares our memory, as a child of `vfork` does: to copy the
//! tables of our pages, and to fault afterwards on each page that we write, took longer than most
//! walls. The forking thread sleeps meanwhile, so that nobody else uses what the child uses.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{RecvTimeoutError, SendError, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::inside;
use super::plan::{Plan, Pointers};
use crate::child::{Process, kill, owned};
use crate::error::{SandboxError, Step};

/// Most forks that wait for their turn; more callers wait to be admitted.
const QUEUE: usize = 64;
/// Most time from a place in the queue to the program.
const WITHIN: Duration = Duration::from_secs(10);

/// A child that has just been forked, and has become its program or ended.
pub(crate) struct Forked {
    pub(crate) id: i32,
    pub(crate) pidfd: OwnedFd,
}

struct Job {
    plan: Plan,
    ticket: Arc<Ticket>,
    reply: SyncSender<io::Result<Forked>>,
}

/// Who owns the descriptor of a child that is being forked: whoever takes it out first.
struct Ticket(AtomicI32);

impl Ticket {
    const WAITING: i32 = -1;
    const GIVEN_UP: i32 = -2;
    const DONE: i32 = -3;

    fn new() -> Self {
        Self(AtomicI32::new(Self::WAITING))
    }

    fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Acquire) == Self::GIVEN_UP
    }

    /// The descriptor, unless the caller has given the child up and with it ended it.
    fn take(&self) -> Option<OwnedFd> {
        owned(self.0.swap(Self::DONE, Ordering::AcqRel)).ok()
    }

    /// Ends the child, if there is one, which lets the forking thread go on.
    fn give_up(&self) {
        if let Ok(pidfd) = owned(self.0.swap(Self::GIVEN_UP, Ordering::AcqRel)) {
            // One that hangs in a broken device ends when the kernel lets it.
            let _nothing_else_helps = kill(&pidfd);
        }
    }
}

pub(super) fn failed(source: io::Error) -> SandboxError {
    SandboxError::Step {
        step: Step::Fork,
        subject: None,
        source,
    }
}

/// Forks the child of this plan, and waits until it is its program. The plan, and with it the child's
/// ends of all descriptors, is gone from this process when this returns.
pub(super) fn fork(plan: Plan) -> Result<Forked, SandboxError> {
    let gone = || failed(io::ErrorKind::BrokenPipe.into());
    let (reply, answer) = sync_channel(1);
    let ticket = Arc::new(Ticket::new());
    let job = Job {
        plan,
        ticket: Arc::clone(&ticket),
        reply,
    };
    forker().map_err(failed)?.send(job).map_err(|_| gone())?;
    match answer.recv_timeout(WITHIN) {
        Ok(forked) => forked.map_err(failed),
        Err(RecvTimeoutError::Disconnected) => Err(gone()),
        Err(RecvTimeoutError::Timeout) => {
            ticket.give_up();
            Err(SandboxError::Silent)
        }
    }
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
            jobs.into_iter().for_each(Job::run);
        })?;
    // Of two first callers one wins; the other's thread ends when its sender is dropped here.
    Ok(FORKER.get_or_init(|| sender))
}

impl Job {
    fn run(self) {
        let Self {
            plan,
            ticket,
            reply,
        } = self;
        if ticket.is_given_up() {
            return;
        }
        let forked = clone(&plan, &ticket);
        drop(plan);
        // A caller that is gone has given it up in the moment before it was forked.
        if let Err(SendError(Ok(forked))) = reply.send(forked) {
            drop(Process::new(forked, None, None));
        }
    }
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

fn clone(plan: &Plan, ticket: &Ticket) -> io::Result<Forked> {
    let pointers = Pointers::of(plan);
    let memory = Memory::read();
    let story = inside::Story {
        plan,
        pointers: &pointers,
    };
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::CLONE_PIDFD | libc::SIGCHLD;
    let argument = (&raw const story).cast_mut().cast();
    let (top, pidfd) = (plan.stacks.first.top(), ticket.0.as_ptr());
    // Not `clone3`, which containers refuse.
    // SAFETY: the child has a stack of its own, and this thread sleeps until the child has become the
    // program or ended, so that nothing it uses is used at the same time; `inside::first` uses nothing
    // but system calls and prepared data. The kernel writes the descriptor before the child runs.
    let id = unsafe { libc::clone(inside::first, top, plan.namespaces | flags, argument, pidfd) };
    let error = io::Error::last_os_error();
    memory.restore();
    if id < 0 {
        return Err(error);
    }
    let Some(pidfd) = ticket.take() else {
        reap(id);
        return Err(io::ErrorKind::TimedOut.into());
    };
    Ok(Forked { id, pidfd })
}

/// Collects a child that was given up, and so ended, while it was forked.
fn reap(id: i32) {
    // SAFETY: a child of ours that nobody else waits for; its status is not asked for.
    unsafe { libc::waitpid(id, std::ptr::null_mut(), libc::__WALL) };
}

/// What is said of our memory as a whole, which a child changes on its way.
struct Memory {
    /// Whether others of our user may look into it; it goes with a change of user or of rights.
    is_dumpable: libc::c_int,
    /// Whether it does without huge pages, which the child's program is not to.
    is_finely_paged: libc::c_int,
}

impl Memory {
    fn read() -> Self {
        // SAFETY: both take and give numbers.
        unsafe {
            Self {
                is_dumpable: libc::prctl(libc::PR_GET_DUMPABLE),
                is_finely_paged: libc::prctl(libc::PR_GET_THP_DISABLE, 0, 0, 0, 0),
            }
        }
    }

    /// Kernels that do not know one of them have nothing to restore.
    fn restore(&self) {
        // SAFETY: both take numbers.
        unsafe {
            libc::prctl(libc::PR_SET_DUMPABLE, self.is_dumpable);
            libc::prctl(libc::PR_SET_THP_DISABLE, self.is_finely_paged, 0, 0, 0);
        }
    }
}
