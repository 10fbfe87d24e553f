//! Everything the child needs, computed and allocated before the fork.

use std::ffi::{CStr, CString, OsStr, OsString, c_char, c_void};
use std::fs::File;
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;

use super::landlock::{self, Rule};
use super::limits::{self, Limit};
use super::listeners::{self, Address};
use super::streams::Theirs;
use super::tree::Tree;
use super::{init, namespaces, seccomp};
use crate::error::SandboxError;
use crate::level::{Identity, Level};
use crate::memory::Group;
use crate::spec::{Network, Spec};

/// What the child becomes.
pub(super) enum Program {
    /// The program of the spec: the first of these that can be started.
    Paths(Vec<CString>),
    /// A program that ends at once, to try the walls.
    Nothing,
}

pub(super) struct Plan {
    /// The namespaces to create, as flags of `clone`; none means a plain process.
    pub(super) namespaces: i32,
    pub(super) user_map: CString,
    pub(super) group_map: CString,
    /// Who to become on the host, when this process may choose.
    pub(super) become_user: Option<Identity>,
    pub(super) drop_capabilities: bool,
    /// Whether the network is the child's own, and must be brought up.
    pub(super) own_network: bool,
    pub(super) listeners: Vec<Address>,
    pub(super) sockets: usize,
    pub(super) tree: Option<Tree>,
    pub(super) landlock: Option<(u8, Vec<Rule>)>,
    pub(super) seccomp: Option<&'static [libc::sock_filter]>,
    pub(super) group: Option<File>,
    pub(super) limits: Vec<Limit>,
    pub(super) streams: Theirs,
    pub(super) program: Program,
    pub(super) init: &'static OwnedFd,
    pub(super) stacks: Stacks,
    working_directory: CString,
    arguments: Vec<CString>,
    environment: Vec<CString>,
}

/// On what the child's two processes run, each until it starts its program.
pub(super) struct Stacks {
    pub(super) first: Stack,
    pub(super) second: Stack,
}

impl Stacks {
    fn new() -> Self {
        Self {
            first: Stack::new(),
            second: Stack::new(),
        }
    }
}

/// Memory that nobody here reads or writes.
pub(super) struct Stack(Vec<u8>);

impl Stack {
    const SIZE: usize = 64 * 1024;

    fn new() -> Self {
        Self(Vec::with_capacity(Self::SIZE))
    }

    /// Stacks grow down, and both architectures want sixteen bytes of alignment.
    pub(super) fn top(&self) -> *mut c_void {
        let end = self.0.as_ptr().cast_mut().wrapping_add(self.0.capacity());
        end.map_addr(|address| address & !15).cast()
    }
}

impl Plan {
    pub(super) fn prepare(
        spec: &Spec,
        level: &Level,
        (extra, program): (&[(OsString, OsString)], Program),
        (streams, group): (Theirs, Option<&Group>),
    ) -> Result<Self, SandboxError> {
        if let Some(root) = spec.root.as_ref().filter(|_| !level.own_root()) {
            let what = "a root needs a file tree of the child's own";
            return Err(SandboxError::Invalid {
                what,
                path: root.clone(),
            });
        }
        let own_network = level.network_namespace && spec.network == Network::Isolated;
        let tree = level
            .mount_namespace
            .then(|| Tree::prepare(spec, level))
            .transpose()?;
        let identity = level.identity;
        Ok(Self {
            namespaces: namespaces::flags(level, own_network),
            user_map: namespaces::map(namespaces::USER, identity.user),
            group_map: namespaces::map(namespaces::GROUP, identity.group),
            become_user: namespaces::is_root()
                .then_some(identity)
                .filter(|_| tree.is_some()),
            drop_capabilities: level.seccomp,
            own_network,
            listeners: listeners::prepare(spec, own_network)?,
            sockets: spec.sockets,
            landlock: landlock::prepare(spec, level)?,
            seccomp: level.seccomp.then(seccomp::filter),
            group: group
                .map(Group::door)
                .transpose()
                .map_err(limits::group_failed)?,
            limits: limits::prepare(spec, level),
            streams,
            init: init::program()?,
            stacks: Stacks::new(),
            working_directory: text(spec.working_directory.as_os_str())?,
            arguments: arguments(spec)?,
            environment: spec
                .env
                .iter()
                .chain(extra)
                .map(variable)
                .collect::<Result<_, _>>()?,
            tree,
            program,
        })
    }

    pub(super) fn working_directory(&self) -> &CStr {
        &self.working_directory
    }

    pub(super) fn report(&self) -> i32 {
        self.streams.report.as_raw_fd()
    }
}

/// The arrays of pointers that `execve` takes, made before the fork.
pub(super) struct Pointers {
    pub(super) arguments: Vec<*const c_char>,
    pub(super) environment: Vec<*const c_char>,
}

impl Pointers {
    pub(super) fn of(plan: &Plan) -> Self {
        let list = |texts: &[CString]| {
            texts
                .iter()
                .map(|text| text.as_ptr())
                .chain([std::ptr::null()])
                .collect()
        };
        Self {
            arguments: list(&plan.arguments),
            environment: list(&plan.environment),
        }
    }
}

impl Program {
    pub(super) fn of(spec: &Spec) -> Result<Self, SandboxError> {
        let name = spec.program.as_os_str();
        if name.as_bytes().contains(&b'/') || spec.search.is_empty() {
            return Ok(Self::Paths(vec![text(name)?]));
        }
        let places = spec.search.iter();
        let paths = places.map(|folder| text(folder.join(name).as_os_str()));
        paths.collect::<Result<_, _>>().map(Self::Paths)
    }
}

fn arguments(spec: &Spec) -> Result<Vec<CString>, SandboxError> {
    let program = spec.program.as_os_str();
    std::iter::once(program)
        .chain(spec.args.iter().map(OsString::as_os_str))
        .map(text)
        .collect()
}

fn variable((name, value): &(OsString, OsString)) -> Result<CString, SandboxError> {
    if name.is_empty() || name.as_bytes().contains(&b'=') {
        let what = "an environment variable's name is empty or contains `=`";
        return Err(SandboxError::Invalid {
            what,
            path: name.into(),
        });
    }
    let mut variable = name.clone();
    variable.push("=");
    variable.push(value);
    // The value may be a secret: only the name is told.
    CString::new(variable.as_bytes()).map_err(|_| SandboxError::Invalid {
        what: "an environment variable contains a zero byte",
        path: name.into(),
    })
}

/// A text as the kernel takes it.
pub(super) fn text(text: &OsStr) -> Result<CString, SandboxError> {
    CString::new(text.as_bytes()).map_err(|_| SandboxError::Invalid {
        what: "a zero byte in a path or argument",
        path: text.into(),
    })
}
