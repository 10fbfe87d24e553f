//! The child's file tree as a list of things to do, computed before the fork: directories to make,
//! links, small files, and what of the host to show where.

use std::collections::BTreeSet;
use std::ffi::{CStr, CString};
use std::path::{Component, Path, PathBuf};

use super::namespaces::{GROUP, USER};
use super::plan::text;
use crate::error::{SandboxError, Step};
use crate::level::Level;
use crate::spec::{Bind, Network, Spec, Tmp};

/// The devices that the child has; none leads to hardware.
pub(super) const DEVICES: [&str; 5] = [
    "/dev/full",
    "/dev/null",
    "/dev/random",
    "/dev/urandom",
    "/dev/zero",
];

/// Directories over which the new root may be mounted while it is built. All that matters is that
/// one exists and nothing is shown from below it.
const STAGES: [&str; 6] = ["/sys", "/mnt", "/media", "/srv", "/boot", "/run"];

/// What is memory in a root that is a directory of the host, because things are made in it.
const MADE: [&str; 2] = ["dev", "mnt"];
/// Over what these files are shown in such a root.
const COVERS: [(&CStr, &str); 2] = [
    (c"dev/.hosts", "etc/hosts"),
    (c"dev/.resolv.conf", "etc/resolv.conf"),
];

/// The tree to build. Paths are relative to the new root, except the host's.
pub(super) struct Tree {
    pub(super) stage: CString,
    /// The directory of the host that is the root; none for a root in memory.
    pub(super) root: Option<CString>,
    /// Folders of that root that are memory.
    pub(super) memory: Vec<CString>,
    pub(super) directories: Vec<CString>,
    pub(super) links: Vec<Link>,
    pub(super) files: Vec<(CString, Vec<u8>)>,
    pub(super) devices: Vec<Shown>,
    pub(super) shown: Vec<Shown>,
    pub(super) tmp: TmpMount,
    pub(super) own_proc: bool,
}

pub(super) struct Link {
    pub(super) target: CString,
    pub(super) path: CString,
}

/// Something of the host that appears in the tree.
pub(super) struct Shown {
    pub(super) host: CString,
    pub(super) guest: CString,
    pub(super) is_writable: bool,
}

pub(super) enum TmpMount {
    /// Memory, with these options.
    Memory(CString),
    /// This host directory.
    Directory(CString),
}

impl Tree {
    pub(super) fn prepare(spec: &Spec, level: &Level) -> Result<Self, SandboxError> {
        let root = spec.root.as_deref().map(resolve).transpose()?;
        let mut binds = sources(&spec.read_only, spec.network)?;
        // A root of its own says itself where names are looked up.
        binds.retain(|bind| root.is_none() || bind.guest != Path::new(SWITCH));
        let writable = sources(&spec.read_write, Network::Isolated)?;
        let tmp = tmp_mount(&spec.tmp)?;
        let mut layout = Layout::new(level, root.clone())?;
        for device in DEVICES.iter().filter(|path| Path::new(path).exists()) {
            let bind = Bind::same(device);
            layout.make_place(&inner(&bind.guest)?, false)?;
            layout.devices.push(shown(&bind)?);
        }
        for bind in &binds {
            match alias(bind, &binds).filter(|_| root.is_none()) {
                Some(target) => layout.link(target, &inner(&bind.guest)?)?,
                None => layout.show(bind)?,
            }
        }
        for bind in &writable {
            layout.show(bind)?;
            if let Some(shown) = layout.shown.last_mut() {
                shown.is_writable = true;
            }
        }
        layout.cover()?;
        let paths = layout.directories.iter();
        let memory = layout.memory.iter();
        let binds = || binds.iter().chain(&writable);
        Ok(Self {
            stage: text(
                stage(binds().map(|bind| &bind.host).chain(&root), &spec.tmp)?.as_os_str(),
            )?,
            root: root.map(|root| text(root.as_os_str())).transpose()?,
            memory: memory
                .map(|path| text(path.as_ref()))
                .collect::<Result<_, _>>()?,
            directories: paths
                .map(|path| text(path.as_os_str()))
                .collect::<Result<_, _>>()?,
            links: layout.links,
            files: layout.files,
            devices: layout.devices,
            shown: layout.shown,
            tmp,
            own_proc: level.own_proc,
        })
    }
}

/// The tree while it is put together.
struct Layout {
    root: Option<PathBuf>,
    memory: BTreeSet<&'static str>,
    directories: BTreeSet<PathBuf>,
    links: Vec<Link>,
    files: Vec<(CString, Vec<u8>)>,
    devices: Vec<Shown>,
    shown: Vec<Shown>,
}

impl Layout {
    fn new(level: &Level, root: Option<PathBuf>) -> Result<Self, SandboxError> {
        const FOLDERS: [&str; 5] = ["dev", "etc", "opt", "proc", "tmp"];
        if let Some(root) = &root {
            for (place, is_directory) in [("dev", true), ("proc", true), ("tmp", true)] {
                check_place(root, Path::new(place), is_directory)?;
            }
        }
        let (directories, files) = match &root {
            None => (FOLDERS.map(PathBuf::from).into(), etc_files()),
            Some(_) => (BTreeSet::new(), cover_files()),
        };
        let mut layout = Self {
            memory: root.iter().map(|_| "dev").collect(),
            root,
            directories,
            links: Vec::new(),
            files,
            devices: Vec::new(),
            shown: Vec::new(),
        };
        let standard = [
            ("fd", ""),
            ("stdin", "/0"),
            ("stdout", "/1"),
            ("stderr", "/2"),
        ];
        for (name, number) in standard.iter().filter(|_| level.own_proc) {
            let target = PathBuf::from(format!("/proc/self/fd{number}"));
            layout.link(&target, &Path::new("dev").join(name))?;
        }
        Ok(layout)
    }

    fn show(&mut self, bind: &Bind) -> Result<(), SandboxError> {
        self.make_place(&inner(&bind.guest)?, bind.host.is_dir())?;
        self.shown.push(shown(bind)?);
        Ok(())
    }

    fn link(&mut self, target: &Path, path: &Path) -> Result<(), SandboxError> {
        self.add_parents(path);
        let (target, path) = (text(target.as_os_str())?, text(path.as_os_str())?);
        self.links.push(Link { target, path });
        Ok(())
    }

    /// Something to mount over; in a root of the host's it is there already, unless it is in memory.
    fn make_place(&mut self, path: &Path, is_directory: bool) -> Result<(), SandboxError> {
        if let Some(root) = &self.root {
            let made = MADE.into_iter().find(|made| path.starts_with(made));
            match made {
                Some(made) if path != Path::new(made) => {
                    check_place(root, Path::new(made), true)?;
                    self.memory.insert(made);
                }
                Some(_) | None => return check_place(root, path, is_directory),
            }
        }
        self.add_parents(path);
        if is_directory {
            self.directories.insert(path.to_owned());
            return Ok(());
        }
        let path = text(path.as_os_str())?;
        if !self.files.iter().any(|(file, _)| *file == path) {
            self.files.push((path, Vec::new()));
        }
        Ok(())
    }
}

impl Layout {
    fn add_parents(&mut self, path: &Path) {
        let memory = &self.memory;
        let is_there = |parent: &PathBuf| memory.iter().any(|made| parent == Path::new(made));
        let parents = parents(path).filter(|parent| !is_there(parent));
        self.directories.extend(parents);
    }

    /// What a root of the host's is to have in `/etc`, unless something is shown there anyway.
    fn cover(&mut self) -> Result<(), SandboxError> {
        let Some(root) = &self.root else {
            return Ok(());
        };
        for (host, place) in COVERS {
            let guest = text(place.as_ref())?;
            if self.shown.iter().any(|shown| shown.guest == guest) {
                continue;
            }
            check_place(root, Path::new(place), false)?;
            self.shown.push(Shown {
                host: host.to_owned(),
                guest,
                is_writable: false,
            });
        }
        Ok(())
    }
}

/// Whether a place of a root is there, and no link is on the way to it: one would lead out of the root,
/// which is not yet the child's root when something is mounted in it.
fn check_place(root: &Path, place: &Path, is_directory: bool) -> Result<(), SandboxError> {
    let mut path = root.to_owned();
    let parts = place.components().count();
    for (part, number) in place.components().zip(1..) {
        path.push(part);
        let found = path.symlink_metadata();
        let wants_directory = is_directory || number < parts;
        let fits = found.is_ok_and(|found| {
            if wants_directory {
                found.is_dir()
            } else {
                found.is_file()
            }
        });
        if !fits {
            let what = "the root has no such place, or a link is on the way to it";
            return Err(SandboxError::Invalid { what, path });
        }
    }
    Ok(())
}

fn parents(path: &Path) -> impl Iterator<Item = PathBuf> {
    let parents = path
        .ancestors()
        .skip(1)
        .filter(|parent| !parent.as_os_str().is_empty());
    parents.map(Path::to_owned)
}

fn shown(bind: &Bind) -> Result<Shown, SandboxError> {
    let guest = inner(&bind.guest)?;
    Ok(Shown {
        host: text(bind.host.as_os_str())?,
        guest: text(guest.as_os_str())?,
        is_writable: false,
    })
}

/// Where a bind leads that shows only what another one shows already, such as `/lib` on systems
/// where that is a link to `/usr/lib`: a link does the same, and costs a tenth of a mount.
fn alias<'a>(bind: &'a Bind, binds: &[Bind]) -> Option<&'a Path> {
    let covers = |other: &Bind| {
        other.host == other.guest
            && bind.host.starts_with(&other.guest)
            && !bind.guest.starts_with(&other.guest)
    };
    binds.iter().any(covers).then_some(bind.host.as_path())
}

fn tmp_mount(tmp: &Tmp) -> Result<TmpMount, SandboxError> {
    match tmp {
        Tmp::Memory { bytes } => {
            let options = format!("mode=1777,size={bytes}");
            Ok(TmpMount::Memory(text(options.as_ref())?))
        }
        Tmp::Directory { host, .. } => Ok(TmpMount::Directory(text(resolve(host)?.as_os_str())?)),
    }
}

/// All binds, with the host's paths resolved, outer before inner.
fn sources(shown: &[Bind], network: Network) -> Result<Vec<Bind>, SandboxError> {
    const NAMES: [&str; 3] = ["/etc/hosts", SWITCH, "/etc/resolv.conf"];
    let mut binds = Vec::new();
    if network == Network::Host {
        let there = NAMES.iter().filter(|path| Path::new(path).exists());
        binds.extend(there.map(Bind::same));
    }
    for bind in shown {
        refuse_reserved(&bind.guest)?;
        binds.push(bind.clone());
    }
    for bind in &mut binds {
        bind.host = resolve(&bind.host)?;
    }
    binds.sort_by_key(|bind| bind.guest.components().count());
    Ok(binds)
}

fn refuse_reserved(guest: &Path) -> Result<(), SandboxError> {
    let reserved = ["/proc", "/tmp", "/dev"]
        .iter()
        .any(|path| guest.starts_with(path));
    if reserved || inner(guest)?.as_os_str().is_empty() {
        let what = "nothing can be shown at the root or in /dev, /proc and /tmp";
        return Err(SandboxError::Invalid {
            what,
            path: guest.into(),
        });
    }
    Ok(())
}

fn resolve(host: &Path) -> Result<PathBuf, SandboxError> {
    if !host.is_absolute() {
        let what = "a host path must be absolute";
        return Err(SandboxError::Invalid {
            what,
            path: host.into(),
        });
    }
    let subject = || Some(host.to_owned());
    let failed = |source| SandboxError::Step {
        step: Step::Bind,
        subject: subject(),
        source,
    };
    host.canonicalize().map_err(failed)
}

/// The path below the new root.
fn inner(guest: &Path) -> Result<PathBuf, SandboxError> {
    let normal = |part: Component<'_>| matches!(part, Component::RootDir | Component::Normal(_));
    if !guest.is_absolute() || !guest.components().all(normal) {
        let what = "a path in the child must be absolute, without `.` and `..`";
        return Err(SandboxError::Invalid {
            what,
            path: guest.into(),
        });
    }
    Ok(guest.components().skip(1).collect())
}

/// A place to build the tree at, below which nothing of what is shown lies.
fn stage<'a>(shown: impl Iterator<Item = &'a PathBuf>, tmp: &Tmp) -> Result<PathBuf, SandboxError> {
    let tmp = match tmp {
        Tmp::Directory { host, .. } => Some(resolve(host)?),
        Tmp::Memory { .. } => None,
    };
    let hosts: Vec<_> = shown.cloned().chain(tmp).collect();
    let free = |stage: &Path| stage.is_dir() && !hosts.iter().any(|host| host.starts_with(stage));
    STAGES
        .iter()
        .map(PathBuf::from)
        .find(|stage| free(stage))
        .ok_or(SandboxError::Invalid {
            what: "no directory is free to mount the root over",
            path: PathBuf::from("/"),
        })
}

const SWITCH: &str = "/etc/nsswitch.conf";
const HOSTS: &str = "127.0.0.1 localhost sandbox sandbox.localdomain\n::1 localhost\n";
const RESOLVER: &str = "options timeout:1 attempts:1\n";

/// What is shown over files of a root of the host's.
fn cover_files() -> Vec<(CString, Vec<u8>)> {
    let contents = [HOSTS, RESOLVER];
    let files = COVERS.iter().zip(contents);
    files
        .map(|((path, _), content)| ((*path).to_owned(), content.as_bytes().to_vec()))
        .collect()
}

/// What programs expect of `/etc`. A bind may hide any of it.
fn etc_files() -> Vec<(CString, Vec<u8>)> {
    // The last one owns what the child's own name space has no name for.
    let passwd = format!(
        "root:x:0:0::/:/bin/false\nsbx_user1051:x:{USER}:{GROUP}::/home/sbx_user1051:/bin/false\n\
         nobody:x:65534:65534::/:/bin/false\n"
    );
    let group = format!("root:x:0:\nsbx_user1051:x:{GROUP}:\nnogroup:x:65534:\n");
    let fixed: [(&CStr, &str); 4] = [
        // Programs look for it to find out that they run on Lambda.
        (c"lambda-entrypoint.sh", "#!/bin/sh\nexec \"$@\"\n"),
        (c"etc/hosts", HOSTS),
        (
            c"etc/nsswitch.conf",
            "passwd: files\ngroup: files\nhosts: files dns\n",
        ),
        (c"etc/resolv.conf", RESOLVER),
    ];
    let named = [
        (c"etc/passwd", passwd.as_str()),
        (c"etc/group", group.as_str()),
    ];
    let files = named.into_iter().chain(fixed);
    files
        .map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(guest: &str, expected: Option<&str>) {
        let reached = refuse_reserved(Path::new(guest)).and_then(|()| inner(Path::new(guest)));
        assert_eq!(reached.ok(), expected.map(PathBuf::from), "{guest}");
    }

    #[test]
    fn only_plain_absolute_places_outside_the_reserved_ones_are_taken() {
        check("/var/task", Some("var/task"));
        check("/var//task/", Some("var/task"));
        check("/tmpfiles", Some("tmpfiles"));
        for refused in [
            "",
            "/",
            "var/task",
            "/var/../etc",
            "/tmp",
            "/tmp/x",
            "/proc/1",
            "/dev/sda",
        ] {
            check(refused, None);
        }
    }

    #[test]
    fn a_bind_within_another_becomes_a_link() {
        let binds = [Bind::same("/usr"), Bind::new("/srv/code", "/var/task")];
        let rows = [
            (Bind::new("/usr/lib", "/lib"), Some("/usr/lib")),
            (Bind::new("/usr/lib", "/usr/old"), None),
            (Bind::new("/usrlib", "/lib"), None),
            (Bind::new("/srv/code/x", "/x"), None),
        ];
        for (bind, expected) in rows {
            assert_eq!(alias(&bind, &binds), expected.map(Path::new), "{bind:?}");
        }
    }
}
