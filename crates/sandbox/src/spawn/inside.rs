//! The child's story between the fork and the program, told with system calls alone.

use std::convert::Infallible;
use std::ffi::c_void;
use std::os::fd::AsRawFd as _;

use super::plan::{Plan, Pointers, Program};
use super::report::{self, Done, Failure, check, on};
use super::{init, landlock, limits, listeners, mounts, namespaces, seccomp};
use crate::error::Step;

const LAST_SIGNAL: i32 = 64;

/// What the processes of the child are given.
pub(super) struct Story<'a> {
    pub(super) plan: &'a Plan,
    pub(super) pointers: &'a Pointers,
}

/// The first process: builds the walls, and becomes the program or what reaps it.
pub(super) extern "C" fn first(argument: *mut c_void) -> i32 {
    tell(argument, build)
}

/// The second process of a pid namespace: becomes the program.
pub(super) extern "C" fn second(argument: *mut c_void) -> i32 {
    tell(argument, execute)
}

type Part = for<'a> fn(&'a Plan, &Pointers) -> Done<'a, Infallible>;

/// Ends this process, after it has told the parent which step of this part has failed.
fn tell(argument: *mut c_void, part: Part) -> ! {
    // SAFETY: whoever makes a process passes its own local `Story`, and sleeps until the process has
    // become a program or ended.
    if let Some(Story { plan, pointers }) = unsafe { argument.cast::<Story<'_>>().as_ref() } {
        let Err(failure) = part(plan, pointers);
        report::send_failure(plan.report(), &failure);
    }
    // SAFETY: ends the calling process without running anything of its parent's.
    unsafe { libc::_exit(127) }
}

fn build<'a>(plan: &'a Plan, pointers: &Pointers) -> Done<'a, Infallible> {
    settle()?;
    limits::join(plan)?;
    let own = namespaces::open_own_proc();
    namespaces::map_self(plan, own)?;
    let listeners = listeners::open(plan)?;
    mounts::build(plan)?;
    namespaces::name_host(plan)?;
    namespaces::become_nobody(plan, own)?;
    landlock::restrict(plan)?;
    namespaces::drop_capabilities(plan)?;
    die_with_parent()?;
    listeners.hand_out(plan)?;
    seccomp::restrict(plan)?;
    if plan.streams.verdict.is_some() {
        init::fork_program(plan, pointers)
    } else {
        execute(plan, pointers)
    }
}

/// A session, and so a process group, of its own; and nothing of the parent's open in the program.
fn settle<'a>() -> Done<'a> {
    // SAFETY: takes a number. What is made below must be readable whatever the parent's mask is.
    unsafe { libc::umask(0o022) };
    for signal in 1..=LAST_SIGNAL {
        // SAFETY: neither our handlers, nor the dispositions that Rust programs ignore, such as
        // that of `SIGPIPE`, may reach the program. Fails for signals that have none.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
    // SAFETY: no arguments.
    check(Step::Session, unsafe { libc::setsid() })?;
    let flag = libc::CLOSE_RANGE_CLOEXEC;
    // SAFETY: marks descriptors; closes none.
    let marked = unsafe { libc::syscall(libc::SYS_close_range, 3, libc::c_uint::MAX, flag) };
    check(Step::Session, marked).map(drop)
}

/// Ends this process when the forking thread, hence the parent, ends. A change of user resets this,
/// so it comes after them.
fn die_with_parent<'a>() -> Done<'a> {
    // SAFETY: takes a signal number.
    check(Step::ReadyToDie, unsafe {
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL)
    })
    .map(drop)
}

/// Sets the limits, connects the streams and becomes the program.
pub(super) fn execute<'a>(plan: &'a Plan, pointers: &Pointers) -> Done<'a, Infallible> {
    limits::set(plan)?;
    let streams = [
        &plan.streams.stdin,
        &plan.streams.stdout,
        &plan.streams.stderr,
    ];
    for (number, stream) in (0..).zip(streams) {
        // SAFETY: a live descriptor; the target's former meaning is not needed here.
        check(Step::Streams, unsafe {
            libc::dup2(stream.as_raw_fd(), number)
        })?;
    }
    unblock_signals();
    let directory = plan.working_directory();
    // SAFETY: a string that ends in zero.
    on(Step::WorkingDirectory, Some(directory), unsafe {
        libc::chdir(directory.as_ptr())
    })?;
    // A parent that wants no huge pages for itself says nothing of its children, who inherit it; see
    // `fork::Memory`. Kernels that do not know it have nothing to take back.
    // SAFETY: takes numbers.
    unsafe { libc::prctl(libc::PR_SET_THP_DISABLE, 0, 0, 0, 0) };
    let (arguments, environment) = (pointers.arguments.as_ptr(), pointers.environment.as_ptr());
    match &plan.program {
        Program::Paths(paths) => {
            let mut told = Ok(0);
            for path in paths {
                // SAFETY: both arrays end in a null pointer and live in the plan.
                let failed = unsafe { libc::execve(path.as_ptr(), arguments, environment) };
                let failed = on(Step::Execute, Some(path), failed);
                // One that is there and cannot be started says more than one that is not there.
                if told.is_ok() || !failed.as_ref().is_err_and(Failure::is_missing) {
                    told = failed;
                }
            }
            told?;
        }
        Program::Nothing => init::become_init(plan)?,
    }
    Err(Failure {
        step: Step::Execute,
        error: 0,
        subject: None,
    })
}

fn unblock_signals() {
    // SAFETY: the set is initialised by `sigemptyset` before it is read.
    unsafe {
        let mut none: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut none);
        libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut());
    }
}
