//! What bounds the child: its memory group and the limits of its processes.

use std::io;
use std::os::fd::AsRawFd as _;

use super::plan::Plan;
use super::report::{Done, check};
use crate::error::{SandboxError, Step};
use crate::level::{Level, MemoryLimit, ProcessLimit};
use crate::memory::Group;
use crate::spec::{Spec, Tmp};

/// One limit of the kernel's list.
pub(super) struct Limit {
    resource: libc::__rlimit_resource_t,
    value: u64,
}

/// Makes the child's memory group, where groups can be made.
pub(super) fn group(spec: &Spec, level: &Level) -> Result<Option<Group>, SandboxError> {
    let files = match spec.tmp {
        Tmp::Memory { bytes } if level.own_root() => bytes,
        Tmp::Memory { .. } | Tmp::Directory { .. } => 0,
    };
    let bytes = spec.memory_bytes.saturating_add(files);
    Group::create(&level.memory, bytes).map_err(group_failed)
}

pub(super) fn group_failed(source: io::Error) -> SandboxError {
    SandboxError::Step {
        step: Step::JoinGroup,
        subject: None,
        source,
    }
}

/// Joins the memory group, before anything is allocated that should count. Runs in the child.
pub(super) fn join(plan: &Plan) -> Done<'_> {
    let Some(group) = &plan.group else {
        return Ok(());
    };
    // SAFETY: a live descriptor and one byte; `0` stands for the writing process.
    let joined = unsafe { libc::write(group.as_raw_fd(), c"0".as_ptr().cast(), 1) };
    check(Step::JoinGroup, joined as i64).map(drop)
}

pub(super) fn prepare(spec: &Spec, level: &Level) -> Vec<Limit> {
    let limit = |resource, value| Limit { resource, value };
    let mut limits = vec![
        limit(libc::RLIMIT_CORE, 0),
        limit(libc::RLIMIT_NOFILE, spec.open_files),
        limit(libc::RLIMIT_MSGQUEUE, 0),
    ];
    if level.processes == ProcessLimit::UserNamespace {
        limits.push(limit(libc::RLIMIT_NPROC, spec.process_limit));
    }
    if let Tmp::Directory { bytes, .. } = spec.tmp {
        limits.push(limit(libc::RLIMIT_FSIZE, bytes));
    }
    if level.memory == MemoryLimit::Watchdog {
        limits.push(limit(libc::RLIMIT_DATA, data_limit(spec.memory_bytes)));
    }
    limits
}

/// The backstop where a watchdog keeps the real limit. It counts what is reserved, not what is
/// used: eight megabytes for the stack of each thread, and the heaps that virtual machines set
/// aside. `RLIMIT_AS` would count far more, and stop Node and Java at start.
const fn data_limit(memory_bytes: u64) -> u64 {
    const RESERVED: u64 = 512 * 1024 * 1024;
    memory_bytes.saturating_mul(2).saturating_add(RESERVED)
}

/// Sets the limits, each lowered to what this process may itself. Runs in the child.
pub(super) fn set(plan: &Plan) -> Done<'_> {
    for limit in &plan.limits {
        let mut current = libc::rlimit {
            rlim_cur: 0,
            rlim_max: 0,
        };
        // SAFETY: the structure is live, and the resource one of the kernel's.
        check(Step::Limit, unsafe {
            libc::getrlimit(limit.resource, &raw mut current)
        })?;
        let value = limit.value.min(current.rlim_max);
        let lower = libc::rlimit {
            rlim_cur: value,
            rlim_max: value,
        };
        // SAFETY: the same.
        check(Step::Limit, unsafe {
            libc::setrlimit(limit.resource, &raw const lower)
        })?;
    }
    Ok(())
}
