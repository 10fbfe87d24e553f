//! Builds the child's file tree and makes it the root. Runs in the child.

use std::ffi::CStr;
use std::ptr;

use super::plan::Plan;
use super::report::{Done, check, on};
use super::tree::{TmpMount, Tree};
use crate::error::Step;

const READ_ONLY: u64 = libc::MOUNT_ATTR_RDONLY | libc::MOUNT_ATTR_NOSUID;
/// Of the host's directories: no devices, no programs that raise their privileges.
const OF_BINDS: u64 = READ_ONLY | libc::MOUNT_ATTR_NODEV;
/// Of the host's directories that the child may write to.
const OF_WRITABLE: u64 = libc::MOUNT_ATTR_NOSUID | libc::MOUNT_ATTR_NODEV;
/// Of devices, which work although nothing about them can be changed.
const OF_DEVICES: u64 = READ_ONLY | libc::MOUNT_ATTR_NOEXEC;

/// Builds the tree and makes it the root.
pub(super) fn build(plan: &Plan) -> Done<'_> {
    let Some(tree) = &plan.tree else {
        return Ok(());
    };
    let private = libc::MS_REC | libc::MS_PRIVATE;
    mount(Step::MountRoot, None, c"/", None, (private, None))?;
    match &tree.root {
        None => mount_memory(&tree.stage)?,
        Some(host) => show(host, &tree.stage, OF_BINDS)?,
    }
    // SAFETY: a string that ends in zero.
    check(Step::MountRoot, unsafe { libc::chdir(tree.stage.as_ptr()) })?;
    for folder in &tree.memory {
        mount_memory(folder)?;
    }
    furnish(tree)?;
    for device in &tree.devices {
        show(&device.host, &device.guest, OF_DEVICES)?;
    }
    for shown in &tree.shown {
        let attributes = if shown.is_writable {
            OF_WRITABLE
        } else {
            OF_BINDS
        };
        show(&shown.host, &shown.guest, attributes)?;
    }
    mount_tmp(&tree.tmp)?;
    if tree.own_proc {
        let flags = libc::MS_NOSUID | libc::MS_NODEV | libc::MS_NOEXEC;
        mount(
            Step::MountProc,
            Some(c"proc"),
            c"proc",
            Some(c"proc"),
            (flags, None),
        )?;
    }
    pivot()?;
    for folder in &tree.memory {
        set_attributes(folder, OF_BINDS, 0)?;
    }
    set_attributes(c"/", OF_BINDS, 0)
}

/// A little memory for what is made in it.
fn mount_memory(place: &CStr) -> Done<'_> {
    let options = (libc::MS_NOSUID | libc::MS_NODEV, Some(c"mode=755,size=1m"));
    mount(
        Step::MountRoot,
        Some(c"root"),
        place,
        Some(c"tmpfs"),
        options,
    )
}

fn furnish(tree: &Tree) -> Done<'_> {
    for path in &tree.directories {
        // SAFETY: a string that ends in zero.
        let made = unsafe { libc::mkdir(path.as_ptr(), 0o755) };
        on(Step::MakeDirectory, Some(path), made)?;
    }
    for link in &tree.links {
        // SAFETY: strings that end in zero.
        let made = unsafe { libc::symlink(link.target.as_ptr(), link.path.as_ptr()) };
        on(Step::WriteFile, Some(&link.path), made)?;
    }
    for (path, content) in &tree.files {
        write_file(path, content)?;
    }
    Ok(())
}

fn write_file<'a>(path: &'a CStr, content: &[u8]) -> Done<'a> {
    let flags = libc::O_WRONLY | libc::O_CREAT | libc::O_CLOEXEC;
    // A script is there to be run.
    let mode = if content.starts_with(b"#!") {
        0o755
    } else {
        0o644
    };
    // SAFETY: a string that ends in zero.
    let file = unsafe { libc::open(path.as_ptr(), flags, mode) };
    on(Step::WriteFile, Some(path), file)?;
    // SAFETY: the bytes are live and as many as stated.
    let written = unsafe { libc::write(file, content.as_ptr().cast(), content.len()) };
    on(Step::WriteFile, Some(path), written as i64)?;
    // SAFETY: the descriptor was opened above.
    unsafe { libc::close(file) };
    Ok(())
}

fn show<'a>(host: &'a CStr, guest: &'a CStr, attributes: u64) -> Done<'a> {
    let flags = libc::MS_BIND | libc::MS_REC;
    // SAFETY: strings that end in zero; a bind takes no type and no options.
    let shown = unsafe {
        libc::mount(
            host.as_ptr(),
            guest.as_ptr(),
            ptr::null(),
            flags,
            ptr::null(),
        )
    };
    on(Step::Bind, Some(host), shown)?;
    set_attributes(guest, attributes, libc::AT_RECURSIVE)
}

fn mount_tmp(tmp: &TmpMount) -> Done<'_> {
    match tmp {
        TmpMount::Memory(options) => {
            let options = (libc::MS_NOSUID | libc::MS_NODEV, Some(options.as_c_str()));
            mount(
                Step::MountTmp,
                Some(c"tmp"),
                c"tmp",
                Some(c"tmpfs"),
                options,
            )
        }
        TmpMount::Directory(host) => show(host, c"tmp", OF_WRITABLE),
    }
}

/// Makes the current directory the root, and lets go of the old one, which for a moment lies on top.
fn pivot<'a>() -> Done<'a> {
    let here = c".".as_ptr();
    // SAFETY: strings that end in zero.
    unsafe {
        check(Step::Pivot, libc::syscall(libc::SYS_pivot_root, here, here))?;
        check(Step::Pivot, libc::umount2(here, libc::MNT_DETACH))?;
        check(Step::Pivot, libc::chdir(c"/".as_ptr())).map(drop)
    }
}

fn set_attributes(path: &CStr, attributes: u64, flags: i32) -> Done<'_> {
    let change = libc::mount_attr {
        attr_set: attributes,
        attr_clr: 0,
        propagation: 0,
        userns_fd: 0,
    };
    let (change, size) = (&raw const change, size_of::<libc::mount_attr>());
    // SAFETY: a string that ends in zero, and a change of the stated size.
    let changed = unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            libc::AT_FDCWD,
            path.as_ptr(),
            flags,
            change,
            size,
        )
    };
    on(Step::ReadOnly, Some(path), changed).map(drop)
}

fn mount<'a>(
    step: Step,
    source: Option<&CStr>,
    target: &'a CStr,
    kind: Option<&CStr>,
    (flags, options): (libc::c_ulong, Option<&CStr>),
) -> Done<'a> {
    let pointer = |text: Option<&CStr>| text.map_or(ptr::null(), CStr::as_ptr);
    let (source, kind, options) = (pointer(source), pointer(kind), pointer(options));
    // SAFETY: strings that end in zero, or null where the kernel takes that.
    let mounted = unsafe { libc::mount(source, target.as_ptr(), kind, flags, options.cast()) };
    on(step, Some(target), mounted).map(drop)
}
