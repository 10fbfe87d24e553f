//! Finds out, by building them once around a trivial child, which walls this machine allows.

use std::net::{Ipv4Addr, SocketAddr};

use crate::error::SandboxError;
use crate::level::{Isolation, Level, MemoryLimit, ProcessLimit};
use crate::memory;
use crate::spawn;
use crate::spec::{GuestListener, Spec};

/// The walls of this machine. Blocks for some milliseconds; to be called once, at start.
///
/// [`Isolation::Required`] fails unless every wall stands. [`Isolation::Auto`] takes what there is;
/// its caller owes the user the [`Level`], which is printed in one line.
pub fn probe(isolation: Isolation) -> Result<Level, SandboxError> {
    let memory = memory::probe();
    if isolation == Isolation::Off {
        return Ok(plain(memory));
    }
    let mut cause = None;
    for level in candidates(&memory) {
        match spawn::try_walls(&trial(), &level) {
            Ok(()) => return accept(isolation, level, cause),
            Err(error) => cause = cause.or(Some(error)),
        }
    }
    accept(isolation, plain(memory), cause)
}

fn accept(
    isolation: Isolation,
    level: Level,
    cause: Option<SandboxError>,
) -> Result<Level, SandboxError> {
    if isolation == Isolation::Required && !level.is_whole() {
        let cause = cause.map_or_else(
            || "the kernel has none".to_owned(),
            |cause| cause.to_string(),
        );
        return Err(SandboxError::Incomplete {
            missing: level.missing(),
            cause,
        });
    }
    Ok(level)
}

/// What to try, the best first. Namespaces stand or fall together: a child with some of them has
/// walls with doors.
fn candidates(memory: &MemoryLimit) -> [Level; 3] {
    let whole = whole(memory.clone());
    let without_proc = Level {
        own_proc: false,
        ..whole.clone()
    };
    let filtered = Level {
        landlock: spawn::landlock_version(),
        seccomp: true,
        ..plain(memory.clone())
    };
    [whole, without_proc, filtered]
}

fn whole(memory: MemoryLimit) -> Level {
    Level {
        user_namespace: true,
        mount_namespace: true,
        pid_namespace: true,
        network_namespace: true,
        ipc_namespace: true,
        uts_namespace: true,
        own_proc: true,
        landlock: spawn::landlock_version(),
        seccomp: true,
        memory,
        processes: ProcessLimit::UserNamespace,
        identity: spawn::identity(true),
    }
}

fn plain(memory: MemoryLimit) -> Level {
    Level {
        user_namespace: false,
        mount_namespace: false,
        pid_namespace: false,
        network_namespace: false,
        ipc_namespace: false,
        uts_namespace: false,
        own_proc: false,
        landlock: None,
        seccomp: false,
        memory,
        processes: ProcessLimit::Unlimited,
        identity: spawn::identity(false),
    }
}

fn trial() -> Spec {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 9001));
    Spec {
        listeners: vec![GuestListener { address }],
        ..Spec::new("/")
    }
}
