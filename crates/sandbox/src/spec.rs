//! What to run, and what it may see.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::level::Level;

/// Which network the child is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Network {
    /// A network of its own with nothing but loopback. Only [`Spec::listeners`] lead out.
    #[default]
    Isolated,
    /// The host's.
    Host,
}

/// One host file or directory that the child sees, read-only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bind {
    /// Where it is on the host: an absolute path. Links are followed.
    pub host: PathBuf,
    /// Where the child finds it: an absolute path without `.` or `..`.
    pub guest: PathBuf,
}

impl Bind {
    /// A bind of `host` at `guest`.
    pub fn new(host: impl Into<PathBuf>, guest: impl Into<PathBuf>) -> Self {
        Self {
            host: host.into(),
            guest: guest.into(),
        }
    }

    /// A bind at the same path on both sides.
    pub fn same(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self {
            host: path.clone(),
            guest: path,
        }
    }

    /// The path under which the child finds this bind: the guest's, or the host's where the machine
    /// allows no file tree of the child's own.
    pub fn seen_at(&self, level: &Level) -> &Path {
        if level.own_root() {
            &self.guest
        } else {
            &self.host
        }
    }

    /// What an ordinary dynamically linked program needs: programs, libraries, the linker's cache,
    /// certificates, time zones. Nothing in them is private to the host.
    pub fn system() -> Vec<Self> {
        const SYSTEM: [&str; 11] = [
            "/usr",
            "/bin",
            "/sbin",
            "/lib",
            "/lib64",
            "/etc/alternatives",
            "/etc/ld.so.cache",
            "/etc/localtime",
            "/etc/pki",
            "/etc/ssl/certs",
            "/etc/ssl/openssl.cnf",
        ];
        SYSTEM
            .iter()
            .filter(|path| Path::new(path).exists())
            .map(Self::same)
            .collect()
    }
}

/// What the child finds at `/tmp`, the only place where it can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tmp {
    /// Memory, gone with the child. What is written counts into its memory group, whose limit is
    /// raised by this size, so that files do not end the child.
    Memory {
        /// Largest total size.
        bytes: u64,
    },
    /// A host directory, which outlives the child. It must be writable for [`Level::identity`]; see
    /// [`Tmp::prepare`]. Without a mount namespace the child sees it under its host path.
    Directory {
        /// The host directory.
        host: PathBuf,
        /// Largest size of one file. The kernel keeps no total here.
        bytes: u64,
    },
}

impl Tmp {
    /// Makes a host directory that children of `level`, and no other ordinary user, can write.
    pub fn prepare(host: &Path, level: &Level) -> std::io::Result<()> {
        use std::os::unix::fs::{DirBuilderExt as _, chown};
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(host)?;
        chown(host, Some(level.identity.user), Some(level.identity.group))
    }
}

/// A listener that exists inside the child's network and is served from outside.
///
/// Nothing in the child holds it: the child connects to `address`, and whoever holds
/// [`crate::Child::listeners`] accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestListener {
    /// Address and port, such as `127.0.0.1:9001`: loopback, or a link-local one of IPv4, which the
    /// child's own loopback then has too. In the host's network any free loopback
    /// port is taken instead; [`crate::spawn_with`] tells which.
    pub address: SocketAddr,
}

/// How the child's standard output and standard error reach the parent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Streams {
    /// By a pipe each.
    #[default]
    Apart,
    /// By one pipe, so that what was written first is read first; [`crate::Child::stderr`] is none.
    Joined,
}

/// One process to run. Whatever is not named here, the child does not have.
#[derive(Clone, Debug)]
pub struct Spec {
    /// Path of the program, as the child sees it: absolute, or from the working directory, or a name
    /// that is looked for in `search`.
    pub program: PathBuf,
    /// The folders in which a program without a `/` in its name is looked for.
    pub search: Vec<PathBuf>,
    /// Arguments after the program's name.
    pub args: Vec<OsString>,
    /// The whole environment; nothing is inherited.
    pub env: Vec<(OsString, OsString)>,
    /// Absolute path, as the child sees it.
    pub working_directory: PathBuf,
    /// A host directory that is the child's whole file tree, read-only, in the place of one that is
    /// made for it. It has the folders `/dev`, `/proc`, `/tmp` and, if anything is shown below it,
    /// `/mnt`, and the files `/etc/hosts` and `/etc/resolv.conf`, none of them behind a link. Needs
    /// [`Level::own_root`].
    pub root: Option<PathBuf>,
    /// What the child can read besides `/tmp`, `/proc`, a minimal `/dev` and `/etc`.
    pub read_only: Vec<Bind>,
    /// Host directories that the child can write to, as far as their owners and modes let
    /// [`Level::identity`].
    pub read_write: Vec<Bind>,
    /// What the child can write besides.
    pub tmp: Tmp,
    /// How what it writes comes out.
    pub streams: Streams,
    /// Ways out of an isolated network.
    pub listeners: Vec<GuestListener>,
    /// How many unconnected sockets of an isolated network to hand out, by which we reach what
    /// listens inside; at most six together with the listeners' two. In the host's network any
    /// socket does.
    pub sockets: usize,
    /// Which network.
    pub network: Network,
    /// Most memory, in bytes.
    pub memory_bytes: u64,
    /// Most processes and threads.
    pub process_limit: u64,
    /// Most open descriptors of each process.
    pub open_files: u64,
}

impl Spec {
    /// A spec with the system's directories, an isolated network, a 512 MiB `/tmp` in memory,
    /// 128 MiB of memory, and 1024 processes and descriptors.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            program: program.into(),
            search: Vec::new(),
            args: Vec::new(),
            env: Vec::new(),
            working_directory: PathBuf::from("/"),
            root: None,
            read_only: Bind::system(),
            read_write: Vec::new(),
            tmp: Tmp::Memory { bytes: 512 * MIB },
            streams: Streams::default(),
            listeners: Vec::new(),
            sockets: 0,
            network: Network::Isolated,
            memory_bytes: 128 * MIB,
            process_limit: 1024,
            open_files: 1024,
        }
    }
}
