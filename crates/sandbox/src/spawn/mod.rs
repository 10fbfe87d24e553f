//! Starts one child: everything is prepared before the fork, the child builds its own walls with
//! prepared data alone, and reports before it starts the program.
//!
//! After the fork nothing here may allocate, lock or panic: until it becomes its program, the child
//! shares the memory of a process whose other threads may hold any lock.

mod fork;
mod init;
mod inside;
mod landlock;
mod limits;
mod listeners;
mod mounts;
mod namespaces;
mod plan;
mod report;
mod seccomp;
mod streams;
mod tree;

use std::ffi::OsString;
use std::net::{SocketAddr, TcpListener};

use crate::child::{Child, Process};
use crate::error::SandboxError;
use crate::level::Level;
use crate::spec::Spec;

pub(crate) use fork::Forked;
pub(crate) use landlock::version as landlock_version;
pub(crate) use namespaces::identity;
use plan::{Plan, Program};

/// Starts the child of this spec behind the walls of this level, and returns once its program is
/// running. Blocks for the few milliseconds that this takes, ten seconds at most.
pub fn spawn(spec: &Spec, level: &Level) -> Result<Child, SandboxError> {
    spawn_with(spec, level, |_| Vec::new())
}

/// Like [`spawn`], with variables that depend on where the child reaches its listeners: in a network
/// of its own at the addresses of the spec, in the host's at ports that were free.
pub fn spawn_with(
    spec: &Spec,
    level: &Level,
    extra_env: impl FnOnce(&[SocketAddr]) -> Vec<(OsString, OsString)>,
) -> Result<Child, SandboxError> {
    let outside = listeners::bind_outside(spec, level)?;
    let extra = extra_env(&listeners::addresses(spec, &outside)?);
    let program = Program::of(spec)?;
    let mut child = start(spec, level, &extra, program)?;
    if !outside.is_empty() {
        child.listeners = outside;
    }
    Ok(child)
}

/// Builds the walls around a program that ends at once, to see whether they can be built.
pub(crate) fn try_walls(spec: &Spec, level: &Level) -> Result<(), SandboxError> {
    let child = start(spec, level, &[], Program::Nothing)?;
    child.wait().map_err(fork::failed)?;
    Ok(())
}

fn start(
    spec: &Spec,
    level: &Level,
    extra: &[(OsString, OsString)],
    program: Program,
) -> Result<Child, SandboxError> {
    let group = limits::group(spec, level)?;
    let (ours, theirs) = streams::open(level, spec.streams)?;
    let plan = Plan::prepare(spec, level, (extra, program), (theirs, group.as_ref()))?;
    let process = Process::new(fork::fork(plan)?, ours.verdict, group);
    let mut handed = report::receive(&ours.report)?;
    // In the order in which the child made them.
    let sockets = handed.split_off(spec.listeners.len().min(handed.len()));
    Ok(Child {
        stdout: Some(ours.stdout),
        stderr: ours.stderr,
        listeners: handed.into_iter().map(TcpListener::from).collect(),
        sockets,
        process,
    })
}
