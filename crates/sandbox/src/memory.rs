//! Memory: control groups where they can be made, and what `/proc` says where not.
//!
//! A group is made beside no other: below the group in which this process itself runs, and only
//! where the memory controller is already on there. Nobody else's process is ever moved.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::level::MemoryLimit;

const PREFIX: &str = "sandbox-";
static NEXT: AtomicU64 = AtomicU64::new(0);
/// Where groups are made. Found once: reading all mounts for each child takes longer than making its
/// group.
static BASE_V1: OnceLock<Option<PathBuf>> = OnceLock::new();
static BASE_V2: OnceLock<Option<PathBuf>> = OnceLock::new();

/// The control group of one child.
#[derive(Debug)]
pub(crate) struct Group {
    path: PathBuf,
    kind: &'static Files,
}

/// How the two kinds of control group name the same things.
#[derive(Debug)]
struct Files {
    /// Where a process that has one thread writes `0` to join.
    door: &'static str,
    limit: &'static str,
    /// Swap counts as well in the first kind's file, and is its own in the second's.
    swap: (&'static str, Swap),
    peak: &'static str,
    events: &'static str,
}

#[derive(Debug)]
enum Swap {
    SameAsLimit,
    None,
}

const V1: Files = Files {
    // A whole process, by `cgroup.procs`, waits for every processor to pass through the scheduler,
    // which takes 10 to 30 milliseconds. A thread that moves itself does not, and the child is one.
    door: "tasks",
    limit: "memory.limit_in_bytes",
    swap: ("memory.memsw.limit_in_bytes", Swap::SameAsLimit),
    peak: "memory.max_usage_in_bytes",
    events: "memory.oom_control",
};

const V2: Files = Files {
    door: "cgroup.procs",
    limit: "memory.max",
    swap: ("memory.swap.max", Swap::None),
    peak: "memory.peak",
    events: "memory.events",
};

impl Group {
    /// Makes a group with this limit, if the level says that groups can be made.
    pub(crate) fn create(limit: &MemoryLimit, bytes: u64) -> io::Result<Option<Self>> {
        let (kind, base) = match limit {
            MemoryLimit::CgroupV2 => (&V2, BASE_V2.get_or_init(base_v2)),
            MemoryLimit::CgroupV1 => (&V1, BASE_V1.get_or_init(base_v1)),
            MemoryLimit::Watchdog => return Ok(None),
        };
        let base = base.as_ref();
        let base = base.ok_or(io::ErrorKind::NotFound)?;
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = base.join(format!("{PREFIX}{}-{number}", std::process::id()));
        fs::create_dir(&path)?;
        let group = Self { path, kind };
        group.restrict(bytes)?;
        Ok(Some(group))
    }

    fn restrict(&self, bytes: u64) -> io::Result<()> {
        fs::write(self.path.join(self.kind.limit), bytes.to_string())?;
        let swap = match self.kind.swap.1 {
            Swap::SameAsLimit => bytes.to_string(),
            Swap::None => "0".to_owned(),
        };
        // Machines without accounting of swap lack the file; there, swap is not the child's.
        match fs::write(self.path.join(self.kind.swap.0), swap) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The file by which the child joins. The right to join is checked against who opened it, so
    /// the child can use it after it has become somebody else.
    pub(crate) fn door(&self) -> io::Result<File> {
        fs::OpenOptions::new()
            .write(true)
            .open(self.path.join(self.kind.door))
    }

    /// Ends every process of the group, until none is left that could fork another.
    pub(crate) fn kill(&self) {
        const ROUNDS: usize = 100;
        for _ in 0..ROUNDS {
            let ids = fs::read_to_string(self.path.join("cgroup.procs")).unwrap_or_default();
            let ids: Vec<i32> = ids.lines().filter_map(|id| id.parse().ok()).collect();
            if ids.is_empty() {
                break;
            }
            for id in ids {
                // SAFETY: a signal by number. The id was a moment ago that of a process of ours.
                unsafe { libc::kill(id, libc::SIGKILL) };
            }
        }
    }

    pub(crate) fn peak_bytes(&self) -> Option<u64> {
        fs::read_to_string(self.path.join(self.kind.peak))
            .ok()?
            .trim()
            .parse()
            .ok()
    }

    pub(crate) fn ran_out(&self) -> bool {
        let events = fs::read_to_string(self.path.join(self.kind.events)).unwrap_or_default();
        field(&events, "oom_kill").is_some_and(|count| count > 0)
    }
}

/// Removes the group, once its last process is reaped. One that is still busy does no harm, and is
/// removed at the next start, see [`sweep`].
impl Drop for Group {
    fn drop(&mut self) {
        let _gone_or_swept_later = fs::remove_dir(&self.path);
    }
}

/// Which kind of group can be made here, found out by making one and having a child-to-be open it.
pub(crate) fn probe() -> MemoryLimit {
    const SMALL: u64 = 64 * 1024 * 1024;
    for base in [base_v2(), base_v1()].into_iter().flatten() {
        sweep(&base);
    }
    for kind in [MemoryLimit::CgroupV2, MemoryLimit::CgroupV1] {
        if let Ok(Some(group)) = Group::create(&kind, SMALL)
            && group.door().is_ok()
        {
            return kind;
        }
    }
    MemoryLimit::Watchdog
}

/// Removes groups that an earlier process left behind when it was ended without warning. A group
/// with processes in it cannot be removed, so nothing alive is touched.
fn sweep(base: &Path) {
    let Ok(entries) = fs::read_dir(base) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX)?.split('-').next());
        if owner.is_some_and(|owner| !Path::new("/proc").join(owner).exists()) {
            let _busy_ones_stay = fs::remove_dir(entry.path());
        }
    }
}

fn base_v2() -> Option<PathBuf> {
    let mount = mount_point(|kind, _| kind == "cgroup2")?;
    existing(&mount, &own_group(str::is_empty)?)
}

fn base_v1() -> Option<PathBuf> {
    let has_memory = |options: &str| options.split(',').any(|option| option == "memory");
    let mount = mount_point(|kind, options| kind == "cgroup" && has_memory(options))?;
    existing(&mount, &own_group(has_memory)?)
}

/// The own group below the mount; inside a container the path may name what is not visible, and
/// then the mount point is the own group.
fn existing(mount: &Path, group: &str) -> Option<PathBuf> {
    let own = mount.join(group.trim_start_matches('/'));
    [own, mount.to_owned()]
        .into_iter()
        .find(|path| path.is_dir())
}

/// The path in `/proc/self/cgroup` of the hierarchy with the wanted controllers.
fn own_group(wanted: impl Fn(&str) -> bool) -> Option<String> {
    let groups = fs::read_to_string("/proc/self/cgroup").ok()?;
    groups.lines().find_map(|line| {
        let (controllers, path) = line.split_once(':')?.1.split_once(':')?;
        wanted(controllers).then(|| path.to_owned())
    })
}

fn mount_point(wanted: impl Fn(&str, &str) -> bool) -> Option<PathBuf> {
    let mounts = fs::read_to_string("/proc/self/mounts").ok()?;
    mounts.lines().find_map(|line| {
        let mut columns = line.split(' ').skip(1);
        let (path, kind, options) = (columns.next()?, columns.next()?, columns.next()?);
        wanted(kind, options).then(|| PathBuf::from(path))
    })
}

/// The memory of a process and all below it, shared pages counted in proportion.
pub(crate) fn resident_bytes(id: i32) -> Option<u64> {
    sum(id, &|id| {
        kilobytes(&format!("/proc/{id}/smaps_rollup"), "Pss:")
    })
}

/// The sum of each living process's own peak: an upper bound, for want of a control group.
pub(crate) fn peak_resident_bytes(id: i32) -> Option<u64> {
    sum(id, &|id| kilobytes(&format!("/proc/{id}/status"), "VmHWM:"))
}

/// Adds up over the tree of processes, without recursion and with a bound, since its shape is the
/// child's choice.
fn sum(root: i32, measure: &dyn Fn(i32) -> Option<u64>) -> Option<u64> {
    const MOST: usize = 16 * 1024;
    let mut ids = vec![root];
    let mut total = None;
    let mut seen = 0;
    while let Some(id) = ids.pop() {
        seen += 1;
        if seen > MOST {
            break;
        }
        if let Some(kilobytes) = measure(id) {
            total = Some(total.unwrap_or(0) + kilobytes * 1024);
        }
        ids.extend(children(id));
    }
    total
}

fn children(id: i32) -> Vec<i32> {
    let Ok(tasks) = fs::read_dir(format!("/proc/{id}/task")) else {
        return Vec::new();
    };
    let lists = tasks
        .flatten()
        .filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|id| id.parse().ok())
                .collect::<Vec<_>>()
        })
        .collect()
}

fn kilobytes(file: &str, name: &str) -> Option<u64> {
    field(&fs::read_to_string(file).ok()?, name)
}

/// The number after a name at the start of a line.
fn field(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        (words.next()? == name).then(|| words.next()?.parse().ok())?
    })
}
