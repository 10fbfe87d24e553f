//! Who the child is: user ids, capabilities, host name.

use std::ffi::{CStr, CString};

use super::plan::Plan;
use super::report::{Done, check};
use crate::error::Step;
use crate::level::{Identity, Level};

/// The ids that the child has within its namespace.
pub(super) const USER: u32 = 993;
pub(super) const GROUP: u32 = 990;

/// The host's ids of children when this process is root: `nobody` and `nogroup`, who own nothing.
const NOBODY: Identity = Identity {
    user: 65534,
    group: 65534,
};

const HOST_NAME: &[u8] = b"localhost";
const SYS_ADMIN: u32 = 1 << 21;
const SET_UID: u32 = 1 << 7;

pub(super) fn is_root() -> bool {
    // SAFETY: no arguments, cannot fail.
    unsafe { libc::geteuid() == 0 }
}

/// Who children are on the host: this process's own user, unless that is root.
pub(crate) fn identity(own_root: bool) -> Identity {
    if is_root() && own_root {
        return NOBODY;
    }
    // SAFETY: no arguments, cannot fail.
    unsafe {
        Identity {
            user: libc::geteuid(),
            group: libc::getegid(),
        }
    }
}

/// The namespaces to create in the fork. Root creates the user namespace later, see
/// [`become_nobody`], so that the mounts belong to the host, and the child has no right in them.
pub(super) fn flags(level: &Level, own_network: bool) -> i32 {
    let flags = [
        (level.user_namespace && !is_root(), libc::CLONE_NEWUSER),
        (level.mount_namespace, libc::CLONE_NEWNS),
        (level.pid_namespace, libc::CLONE_NEWPID),
        (own_network, libc::CLONE_NEWNET),
        (level.ipc_namespace, libc::CLONE_NEWIPC),
        (level.uts_namespace, libc::CLONE_NEWUTS),
    ];
    flags
        .iter()
        .filter(|(wanted, _)| *wanted)
        .fold(0, |all, (_, flag)| all | flag)
}

/// A line that maps one id of the child to one of the host.
pub(super) fn map(inside: u32, outside: u32) -> CString {
    CString::new(format!("{inside} {outside} 1")).unwrap_or_default()
}

/// The host's `/proc` of this process, held open because the way there is about to vanish. A
/// failure shows when it is used.
pub(super) fn open_own_proc() -> i32 {
    let flags = libc::O_PATH | libc::O_DIRECTORY | libc::O_CLOEXEC;
    // SAFETY: a string that ends in zero.
    unsafe { libc::open(c"/proc/self".as_ptr(), flags) }
}

/// Maps the user of a process that was forked into a user namespace.
pub(super) fn map_self(plan: &Plan, own_proc: i32) -> Done<'_> {
    if plan.namespaces & libc::CLONE_NEWUSER == 0 {
        return Ok(());
    }
    write_maps(plan, own_proc)
}

fn write_maps(plan: &Plan, own_proc: i32) -> Done<'_> {
    write_at(own_proc, c"setgroups", c"deny")?;
    write_at(own_proc, c"uid_map", &plan.user_map)?;
    write_at(own_proc, c"gid_map", &plan.group_map)
}

fn write_at<'a>(directory: i32, name: &CStr, text: &CStr) -> Done<'a> {
    let (step, flags) = (Step::MapUsers, libc::O_WRONLY | libc::O_CLOEXEC);
    // SAFETY: a string that ends in zero.
    let file = check(step, unsafe {
        libc::openat(directory, name.as_ptr(), flags)
    })?;
    let (file, bytes) = (i32::try_from(file).unwrap_or(-1), text.to_bytes());
    // SAFETY: the bytes are live and as many as stated.
    let written = unsafe { libc::write(file, bytes.as_ptr().cast(), bytes.len()) };
    check(step, written as i64)?;
    // SAFETY: the descriptor was opened above.
    unsafe { libc::close(file) };
    Ok(())
}

pub(super) fn name_host(plan: &Plan) -> Done<'_> {
    if plan.namespaces & libc::CLONE_NEWUTS == 0 {
        return Ok(());
    }
    // SAFETY: the bytes are static and as many as stated.
    let named = unsafe { libc::sethostname(HOST_NAME.as_ptr().cast(), HOST_NAME.len()) };
    check(Step::HostName, named).map(drop)
}

/// Turns root into `nobody`, in a user namespace in which there is no other user to turn into.
///
/// One capability is kept until the namespace exists, for machines on which ordinary users may not
/// create one. The calls are made directly, because the library's would signal all threads of a
/// process whose threads are not here.
pub(super) fn become_nobody(plan: &Plan, own_proc: i32) -> Done<'_> {
    let Some(Identity { user, group }) = plan.become_user else {
        return Ok(());
    };
    let step = Step::ChangeUser;
    // SAFETY: these calls take numbers, and an empty list.
    unsafe {
        check(
            step,
            libc::syscall(libc::SYS_setgroups, 0, std::ptr::null::<u32>()),
        )?;
        check(
            step,
            libc::syscall(libc::SYS_setresgid, group, group, group),
        )?;
        check(step, libc::prctl(libc::PR_SET_KEEPCAPS, 1))?;
        check(step, libc::syscall(libc::SYS_setresuid, user, user, user))?;
    }
    // Nobody who is now of our user may look into the memory that this process shares with its parent.
    // SAFETY: takes numbers.
    check(step, unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0) })?;
    set_capabilities(step, SYS_ADMIN | SET_UID)?;
    // Of a process that nobody may look into, the files below are root's.
    read_files_as(0);
    set_capabilities(step, SYS_ADMIN)?;
    // SAFETY: takes flags.
    check(Step::UserNamespace, unsafe {
        libc::unshare(libc::CLONE_NEWUSER)
    })?;
    write_maps(plan, own_proc)?;
    read_files_as(USER);
    Ok(())
}

/// Takes another user for what is asked of files alone. The call tells no failure; what needs it fails.
fn read_files_as(user: u32) {
    // SAFETY: takes a number.
    unsafe { libc::syscall(libc::SYS_setfsuid, user) };
}

/// Leaves no capability, and none that any program could bring.
pub(super) fn drop_capabilities(plan: &Plan) -> Done<'_> {
    if !plan.drop_capabilities {
        return Ok(());
    }
    let (step, mut capability) = (Step::DropCapabilities, 0);
    // SAFETY: takes numbers. Ends at the first number that is no capability, or at once when this
    // process has none to drop with; the calls below then still hold.
    while unsafe { libc::prctl(libc::PR_CAPBSET_DROP, capability, 0, 0, 0) } == 0 {
        capability += 1;
    }
    // Until it runs a program of its own, this process shares all our memory: nobody who is now of its
    // user may look into it.
    // SAFETY: takes numbers.
    check(step, unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0) })?;
    // SAFETY: takes numbers.
    check(step, unsafe {
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    })?;
    set_capabilities(step, 0)
}

#[repr(C)]
struct Header {
    version: u32,
    process: i32,
}

#[repr(C)]
struct Sets {
    effective: u32,
    permitted: u32,
    inheritable: u32,
}

fn set_capabilities<'a>(step: Step, low: u32) -> Done<'a> {
    const VERSION_3: u32 = 0x2008_0522;
    let header = Header {
        version: VERSION_3,
        process: 0,
    };
    let sets = [low, 0].map(|set| Sets {
        effective: set,
        permitted: set,
        inheritable: 0,
    });
    // SAFETY: version 3 takes one header and two triples of sets.
    let set = unsafe { libc::syscall(libc::SYS_capset, &raw const header, sets.as_ptr()) };
    check(step, set).map(drop)
}
