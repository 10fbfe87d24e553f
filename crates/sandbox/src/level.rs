//! Which walls stand: what was asked for, and what this machine gave.

use std::fmt;

use serde::Serialize;

/// How much isolation is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Isolation {
    /// As much as the machine allows; [`Level`] says how much that is.
    #[default]
    Auto,
    /// All walls, or [`crate::probe`] fails and names those that are missing.
    Required,
    /// A plain process with a clean environment, limits and a process group of its own.
    Off,
}

/// What bounds the memory of a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MemoryLimit {
    /// A control group of the unified hierarchy: the kernel ends a child that goes over.
    CgroupV2,
    /// A memory control group of the first kind: the same, with older files.
    CgroupV1,
    /// No control group can be made. A generous `RLIMIT_DATA` stops runaways; the exact limit is
    /// kept by whoever polls [`crate::Child::resident_bytes`].
    Watchdog,
}

/// What bounds the number of processes and threads of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProcessLimit {
    /// `RLIMIT_NPROC`, which the kernel (5.14 and later) counts within the child's user namespace.
    UserNamespace,
    /// Nothing: without a user namespace the count would include every process of the host user.
    Unlimited,
}

/// The user and group that own what the child does, as the host sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// Host user id.
    pub user: u32,
    /// Host group id.
    pub group: u32,
}

/// The walls that stand around each child. Only [`crate::probe`] makes one, so that it is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each wall stands or does not, by itself"
)]
pub struct Level {
    /// User ids of its own; none of them is a user with rights on the host.
    pub user_namespace: bool,
    /// A file tree of its own, where only [`crate::Spec::read_only`] and `/tmp` exist.
    pub mount_namespace: bool,
    /// Sees and signals only its own processes, which all end with it. Without it they are ended by
    /// process group and memory group, which a process may leave where there is no memory group.
    pub pid_namespace: bool,
    /// Can have a network of its own, see [`crate::Network::Isolated`].
    pub network_namespace: bool,
    /// Shared memory and message queues of its own.
    pub ipc_namespace: bool,
    /// A host name of its own.
    pub uts_namespace: bool,
    /// A `/proc` of its own; some containers forbid one.
    pub own_proc: bool,
    /// Landlock as a second wall around files: the version of its interface.
    pub landlock: Option<u8>,
    /// A filter on system calls.
    pub seccomp: bool,
    /// What bounds memory.
    pub memory: MemoryLimit,
    /// What bounds processes.
    pub processes: ProcessLimit,
    /// Who the child is on the host. Code and [`crate::Tmp::Directory`] must be accessible to it.
    pub identity: Identity,
}

impl Level {
    /// Whether the child sees [`crate::Bind::guest`] paths and `/tmp` of its own. If not, it sees
    /// the host's paths; [`crate::Bind::seen_at`] chooses.
    pub const fn own_root(&self) -> bool {
        self.mount_namespace
    }

    /// The walls that are missing, in words; empty when the level is whole. Memory and `/proc` have
    /// substitutes that hold, and are therefore not listed.
    pub fn missing(&self) -> Vec<&'static str> {
        let walls = [
            (self.user_namespace, "user namespace"),
            (self.mount_namespace, "mount namespace"),
            (self.pid_namespace, "pid namespace"),
            (self.network_namespace, "network namespace"),
            (self.ipc_namespace, "ipc namespace"),
            (self.uts_namespace, "uts namespace"),
            (self.landlock.is_some(), "landlock"),
            (self.seccomp, "seccomp"),
        ];
        walls
            .into_iter()
            .filter(|(stands, _)| !stands)
            .map(|(_, name)| name)
            .collect()
    }

    /// Whether every wall stands.
    pub fn is_whole(&self) -> bool {
        self.missing().is_empty()
    }
}

/// One line for the banner at start.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let namespaces = [
            (self.user_namespace, "user"),
            (self.mount_namespace, "mount"),
            (self.pid_namespace, "pid"),
            (self.network_namespace, "net"),
            (self.ipc_namespace, "ipc"),
            (self.uts_namespace, "uts"),
        ];
        let present: Vec<_> = namespaces
            .iter()
            .filter(|(stands, _)| *stands)
            .map(|(_, name)| *name)
            .collect();
        if present.is_empty() {
            write!(f, "no namespaces")?;
        } else {
            write!(f, "namespaces {}", present.join("+"))?;
        }
        match self.landlock {
            Some(version) => write!(f, ", landlock {version}")?,
            None => write!(f, ", no landlock")?,
        }
        write!(
            f,
            ", {}",
            if self.seccomp {
                "seccomp"
            } else {
                "no seccomp"
            }
        )?;
        let memory = match self.memory {
            MemoryLimit::CgroupV2 => "cgroup v2",
            MemoryLimit::CgroupV1 => "cgroup v1",
            MemoryLimit::Watchdog => "watchdog",
        };
        write!(f, ", memory by {memory}, host user {}", self.identity.user)
    }
}
