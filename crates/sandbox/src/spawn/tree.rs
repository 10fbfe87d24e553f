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

/// The tree to build. Paths are relative to the new root, except the host's.
pub(super) struct Tree {
    pub(super) stage: CString,
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
}

pub(super) enum TmpMount {
    /// Memory, with these options.
    Memory(CString),
    /// This host directory.
    Directory(CString),
}

impl Tree {
    pub(super) fn prepare(spec: &Spec, level: &Level) -> Result<Self, SandboxError> {
        let binds = sources(spec)?;
        let tmp = tmp_mount(&spec.tmp)?;
        let mut layout = Layout::new(level)?;
        for device in DEVICES.iter().filter(|path| Path::new(path).exists()) {
            let bind = Bind::same(device);
            layout.make_place(&inner(&bind.guest)?, false)?;
            layout.devices.push(shown(&bind)?);
        }
        for bind in &binds {
            match alias(bind, &binds) {
                Some(target) => layout.link(target, &inner(&bind.guest)?)?,
                None => layout.show(bind)?,
            }
        }
        let paths = layout.directories.iter();
        Ok(Self {
            stage: text(stage(&binds, &spec.tmp)?.as_os_str())?,
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
    directories: BTreeSet<PathBuf>,
    links: Vec<Link>,
    files: Vec<(CString, Vec<u8>)>,
    devices: Vec<Shown>,
    shown: Vec<Shown>,
}

impl Layout {
    fn new(level: &Level) -> Result<Self, SandboxError> {
        let mut layout = Self {
            directories: ["dev", "etc", "opt", "proc", "tmp"]
                .map(PathBuf::from)
                .into(),
            links: Vec::new(),
            files: etc_files(),
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
        self.directories.extend(parents(path));
        let (target, path) = (text(target.as_os_str())?, text(path.as_os_str())?);
        self.links.push(Link { target, path });
        Ok(())
    }

    /// Something to mount over.
    fn make_place(&mut self, path: &Path, is_directory: bool) -> Result<(), SandboxError> {
        self.directories.extend(parents(path));
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
fn sources(spec: &Spec) -> Result<Vec<Bind>, SandboxError> {
    const NAMES: [&str; 3] = ["/etc/hosts", "/etc/nsswitch.conf", "/etc/resolv.conf"];
    let mut binds = Vec::new();
    if spec.network == Network::Host {
        binds.extend(
            NAMES
                .iter()
                .filter(|path| Path::new(path).exists())
                .map(Bind::same),
        );
    }
    for bind in &spec.read_only {
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

fn stage(binds: &[Bind], tmp: &Tmp) -> Result<PathBuf, SandboxError> {
    let tmp = match tmp {
        Tmp::Directory { host, .. } => Some(resolve(host)?),
        Tmp::Memory { .. } => None,
    };
    let hosts: Vec<_> = binds
        .iter()
        .map(|bind| &bind.host)
        .chain(tmp.as_ref())
        .collect();
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

/// What programs expect of `/etc`. A bind may hide any of it.
fn etc_files() -> Vec<(CString, Vec<u8>)> {
    // The last one owns what the child's own name space has no name for.
    let passwd = format!(
        "root:x:0:0::/:/bin/false\nsbx_user1051:x:{USER}:{GROUP}::/tmp:/bin/false\n\
         nobody:x:65534:65534::/:/bin/false\n"
    );
    let group = format!("root:x:0:\nsbx_user1051:x:{GROUP}:\nnogroup:x:65534:\n");
    let fixed: [(&CStr, &str); 4] = [
        // Programs look for it to find out that they run on Lambda.
        (c"lambda-entrypoint.sh", "#!/bin/sh\nexec \"$@\"\n"),
        (
            c"etc/hosts",
            "127.0.0.1 localhost sandbox sandbox.localdomain\n::1 localhost\n",
        ),
        (
            c"etc/nsswitch.conf",
            "passwd: files\ngroup: files\nhosts: files dns\n",
        ),
        (c"etc/resolv.conf", "options timeout:1 attempts:1\n"),
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
