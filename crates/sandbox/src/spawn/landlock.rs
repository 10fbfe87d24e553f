//! The second wall around files: Landlock, which holds even if a mount were wrong.
//!
//! It asks for no privilege, and where a file tree of the child's own is forbidden, it is the wall.

use std::ffi::CString;
use std::path::Path;

use super::plan::{Plan, text};
use super::report::{Done, check, on};
use super::tree::DEVICES;
use crate::error::{SandboxError, Step};
use crate::level::Level;
use crate::spec::{Spec, Tmp};

const EXECUTE: u64 = 1;
const WRITE_FILE: u64 = 1 << 1;
const READ_FILE: u64 = 1 << 2;
const READ_DIRECTORY: u64 = 1 << 3;
const TRUNCATE: u64 = 1 << 14;
const DEVICE_CONTROL: u64 = 1 << 15;
/// Rights that a rule about a file, as against a directory, may give.
const OF_FILES: u64 = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | DEVICE_CONTROL;

/// Abstract sockets and signals to processes outside.
const SCOPES: u64 = 0b11;

/// A path and what may be done below it.
pub(super) struct Rule {
    path: CString,
    rights: u64,
}

/// The kernel's version of the interface, if it has one.
pub(crate) fn version() -> Option<u8> {
    const ASK_VERSION: u32 = 1;
    let nothing = std::ptr::null::<Ruleset>();
    // SAFETY: asks for a number, and passes no rules.
    let version =
        unsafe { libc::syscall(libc::SYS_landlock_create_ruleset, nothing, 0, ASK_VERSION) };
    u8::try_from(version).ok().filter(|version| *version > 0)
}

/// The rights that this version of the interface knows; each that is not given is taken away.
const fn known(version: u8) -> u64 {
    let count = match version {
        0 | 1 => 13,
        2 => 14,
        3 | 4 => 15,
        _ => 16,
    };
    (1 << count) - 1
}

pub(super) fn prepare(spec: &Spec, level: &Level) -> Result<Option<(u8, Vec<Rule>)>, SandboxError> {
    let Some(version) = level.landlock else {
        return Ok(None);
    };
    let mut rules = Vec::new();
    let mut add = |path: &Path, rights: u64| -> Result<(), SandboxError> {
        rules.push(Rule {
            path: text(path.as_os_str())?,
            rights: rights & known(version),
        });
        Ok(())
    };
    let read = READ_FILE | READ_DIRECTORY;
    if spec.root.is_some() {
        add(Path::new("/"), read | EXECUTE)?;
    }
    for bind in &spec.read_only {
        let kind = if bind.host.is_dir() {
            u64::MAX
        } else {
            OF_FILES
        };
        add(bind.seen_at(level), (read | EXECUTE) & kind)?;
    }
    for bind in &spec.read_write {
        add(bind.seen_at(level), u64::MAX)?;
    }
    let devices = DEVICES.iter().map(Path::new);
    for device in devices.filter(|device| device.exists()) {
        add(device, READ_FILE | WRITE_FILE | TRUNCATE | DEVICE_CONTROL)?;
    }
    if level.own_proc || !level.own_root() {
        add(Path::new("/proc"), read | WRITE_FILE)?;
    }
    if level.own_root() {
        add(Path::new("/"), READ_DIRECTORY)?;
        add(Path::new("/etc"), read)?;
    }
    match &spec.tmp {
        Tmp::Directory { host, .. } if !level.own_root() => add(host, u64::MAX)?,
        Tmp::Memory { .. } if !level.own_root() => {}
        Tmp::Directory { .. } | Tmp::Memory { .. } => add(Path::new("/tmp"), u64::MAX)?,
    }
    Ok(Some((version, rules)))
}

#[repr(C)]
struct Ruleset {
    files: u64,
    network: u64,
    scopes: u64,
}

#[repr(C, packed)]
struct Beneath {
    rights: u64,
    parent: i32,
}

/// Restricts this process, and all that come from it. Runs in the child.
pub(super) fn restrict(plan: &Plan) -> Done<'_> {
    let Some((version, rules)) = &plan.landlock else {
        return Ok(());
    };
    let scopes = if *version >= 6 { SCOPES } else { 0 };
    let ruleset = Ruleset {
        files: known(*version),
        network: 0,
        scopes,
    };
    // An older kernel refuses a longer structure than it knows.
    let size = if *version >= 6 {
        size_of::<Ruleset>()
    } else {
        size_of::<u64>()
    };
    let step = Step::Landlock;
    let create = libc::SYS_landlock_create_ruleset;
    // SAFETY: a structure of at least the stated size.
    let set = check(step, unsafe {
        libc::syscall(create, &raw const ruleset, size, 0)
    })?;
    for rule in rules {
        allow(set, rule)?;
    }
    // SAFETY: takes numbers.
    check(step, unsafe {
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    })?;
    // SAFETY: a live descriptor.
    check(step, unsafe {
        libc::syscall(libc::SYS_landlock_restrict_self, set, 0)
    })
    .map(drop)
}

fn allow(set: i64, rule: &Rule) -> Done<'_> {
    const PATH_BENEATH: u32 = 1;
    let (step, path) = (Step::Landlock, Some(rule.path.as_c_str()));
    let flags = libc::O_PATH | libc::O_CLOEXEC;
    // SAFETY: a string that ends in zero.
    let parent = unsafe { libc::open(rule.path.as_ptr(), flags) };
    on(step, path, parent)?;
    let beneath = Beneath {
        rights: rule.rights,
        parent,
    };
    let (add, beneath) = (libc::SYS_landlock_add_rule, &raw const beneath);
    // SAFETY: live descriptors, and a rule of the stated kind.
    on(step, path, unsafe {
        libc::syscall(add, set, PATH_BENEATH, beneath, 0)
    })?;
    // SAFETY: the descriptor was opened above.
    unsafe { libc::close(parent) };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_restricts_all_that_it_knows() {
        for (version, highest) in [
            (1, 1 << 12),
            (2, 1 << 13),
            (3, TRUNCATE),
            (7, DEVICE_CONTROL),
        ] {
            assert_eq!(
                known(version).next_power_of_two(),
                highest << 1,
                "version {version}"
            );
        }
    }
}
