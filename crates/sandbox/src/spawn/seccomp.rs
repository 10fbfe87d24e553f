//! The filter on system calls: what builds walls, looks into other processes, or reaches into the
//! kernel's less-travelled parts is refused with `EPERM`.
//!
//! The rest is allowed, since programs of any kind run here and an allow-list breaks them with each
//! new library. The parts that have a history of escapes are all named below.

use std::sync::LazyLock;

use libc::sock_filter;

use super::plan::Plan;
use super::report::{Done, check};
use crate::error::Step;

/// Refused whatever the arguments.
const REFUSED: &[i64] = &[
    // Mounts, roots and namespaces.
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_open_tree,
    libc::SYS_move_mount,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    libc::SYS_quotactl,
    libc::SYS_fanotify_init,
    // Other processes.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_pidfd_getfd,
    libc::SYS_kcmp,
    libc::SYS_perf_event_open,
    libc::SYS_lookup_dcookie,
    // Keys, which no namespace separates.
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_keyctl,
    // The kernel itself.
    libc::SYS_bpf,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_kexec_file_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_acct,
    libc::SYS_syslog,
    libc::SYS_vhangup,
    libc::SYS_nfsservctl,
    // The clock and the machine.
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    // Memory of other nodes' processes.
    libc::SYS_migrate_pages,
    libc::SYS_move_pages,
    libc::SYS_mbind,
    libc::SYS_set_mempolicy,
];

/// Calls that only this architecture has.
#[cfg(target_arch = "x86_64")]
const REFUSED_HERE: &[i64] = &[
    libc::SYS_iopl,
    libc::SYS_ioperm,
    libc::SYS_modify_ldt,
    libc::SYS_uselib,
    libc::SYS_ustat,
    libc::SYS_sysfs,
    libc::SYS__sysctl,
];
#[cfg(not(target_arch = "x86_64"))]
const REFUSED_HERE: &[i64] = &[];

/// Refused as flags of `clone`.
const NEW_NAMESPACES: i32 = libc::CLONE_NEWNS
    | libc::CLONE_NEWCGROUP
    | libc::CLONE_NEWUTS
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUSER
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET;

/// The only families of sockets. Others, such as the one between a virtual machine and its host,
/// are not separated by a network namespace, or are rarely used kernel code.
const FAMILIES: [i32; 4] = [
    libc::AF_UNIX,
    libc::AF_INET,
    libc::AF_INET6,
    libc::AF_NETLINK,
];

/// Pretending to type on a terminal.
const TYPING: [libc::Ioctl; 2] = [libc::TIOCSTI, libc::TIOCLINUX];

#[cfg(target_arch = "x86_64")]
const ARCHITECTURE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const ARCHITECTURE: u32 = 0xc000_00b7;

/// Where the filter machine finds what it may look at.
mod at {
    pub(super) const NUMBER: u32 = 0;
    pub(super) const ARCHITECTURE: u32 = 4;
    /// The lower halves, which are all that the kernel reads of these arguments too.
    pub(super) const FIRST_ARGUMENT: u32 = 16;
    pub(super) const SECOND_ARGUMENT: u32 = 24;
}

const ALLOW: u32 = libc::SECCOMP_RET_ALLOW;
const REFUSE: u32 = libc::SECCOMP_RET_ERRNO | libc::EPERM.unsigned_abs();
const ABSENT: u32 = libc::SECCOMP_RET_ERRNO | libc::ENOSYS.unsigned_abs();

/// A program for the kernel's filter machine. Each piece either answers or falls through to the
/// next, and jumps only over itself, so that the order of the pieces is all there is to check.
struct Program(Vec<sock_filter>);

impl Program {
    fn load(&mut self, offset: u32) {
        self.push(0x20, (0, 0), offset);
    }

    fn answer(&mut self, answer: u32) {
        self.push(0x06, (0, 0), answer);
    }

    fn answer_if_equal(&mut self, value: u32, answer: u32) {
        self.push(0x15, (0, 1), value);
        self.answer(answer);
    }

    fn answer_unless_equal(&mut self, value: u32, answer: u32) {
        self.push(0x15, (1, 0), value);
        self.answer(answer);
    }

    fn answer_if_at_least(&mut self, value: u32, answer: u32) {
        self.push(0x35, (0, 1), value);
        self.answer(answer);
    }

    fn answer_if_any_bit(&mut self, bits: u32, answer: u32) {
        self.push(0x45, (0, 1), bits);
        self.answer(answer);
    }

    /// A piece for one call, which loads an argument and must answer.
    fn for_call(&mut self, call: i64, argument: u32, body: impl FnOnce(&mut Self)) {
        let mut piece = Self(Vec::new());
        piece.load(argument);
        body(&mut piece);
        let over = u8::try_from(piece.0.len()).unwrap_or(u8::MAX);
        self.push(0x15, (0, over), number(call));
        self.0.append(&mut piece.0);
    }

    fn push(&mut self, code: u16, (jt, jf): (u8, u8), k: u32) {
        self.0.push(sock_filter { code, jt, jf, k });
    }
}

/// A call's number as the filter machine sees it; no call has the number that stands for none.
fn number(call: i64) -> u32 {
    u32::try_from(call).unwrap_or(u32::MAX)
}

/// `clone3` is absent, since its flags lie in memory that a filter cannot read, and the C library
/// falls back to `clone`. So is the x32 interface, whose numbers would pass by the names above.
fn compile() -> Vec<sock_filter> {
    const X32: u32 = 0x4000_0000;
    let mut program = Program(Vec::new());
    program.load(at::ARCHITECTURE);
    program.answer_unless_equal(ARCHITECTURE, libc::SECCOMP_RET_KILL_PROCESS);
    program.load(at::NUMBER);
    program.answer_if_at_least(X32, ABSENT);
    program.answer_if_equal(number(libc::SYS_clone3), ABSENT);
    program.for_call(libc::SYS_clone, at::FIRST_ARGUMENT, |piece| {
        piece.answer_if_any_bit(NEW_NAMESPACES.cast_unsigned(), REFUSE);
        piece.answer(ALLOW);
    });
    for call in [libc::SYS_socket, libc::SYS_socketpair] {
        program.for_call(call, at::FIRST_ARGUMENT, |piece| {
            for family in FAMILIES {
                piece.answer_if_equal(family.cast_unsigned(), ALLOW);
            }
            piece.answer(REFUSE);
        });
    }
    program.for_call(libc::SYS_ioctl, at::SECOND_ARGUMENT, |piece| {
        for request in TYPING {
            piece.answer_if_equal(u32::try_from(request).unwrap_or(u32::MAX), REFUSE);
        }
        piece.answer(ALLOW);
    });
    for call in REFUSED.iter().chain(REFUSED_HERE) {
        program.answer_if_equal(number(*call), REFUSE);
    }
    program.answer(ALLOW);
    program.0
}

/// The program, compiled once.
pub(super) fn filter() -> &'static [sock_filter] {
    static FILTER: LazyLock<Vec<sock_filter>> = LazyLock::new(compile);
    &FILTER
}

/// Filters this process, and all that come from it, for good. Runs in the child.
pub(super) fn restrict(plan: &Plan) -> Done<'_> {
    let step = Step::Seccomp;
    // SAFETY: takes numbers.
    check(Step::NoNewPrivileges, unsafe {
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    })?;
    let Some(filter) = plan.seccomp else {
        return Ok(());
    };
    let len = u16::try_from(filter.len()).unwrap_or(0);
    let program = libc::sock_fprog {
        len,
        filter: filter.as_ptr().cast_mut(),
    };
    let (mode, flags) = (
        libc::SECCOMP_SET_MODE_FILTER,
        libc::SECCOMP_FILTER_FLAG_SPEC_ALLOW,
    );
    // SAFETY: a program of the stated length, which the kernel copies and only reads.
    check(step, unsafe {
        libc::syscall(libc::SYS_seccomp, mode, flags, &raw const program)
    })
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs the program as the kernel would.
    fn check(call: i64, arguments: [u32; 2], expected: u32) {
        let [first, second] = arguments;
        let program = compile();
        let (mut loaded, mut place) = (0, 0);
        let answer = loop {
            let sock_filter { code, jt, jf, k } = program[place];
            place += 1;
            let jump = |holds: bool| usize::from(if holds { jt } else { jf });
            match (code, k) {
                (0x20, at::NUMBER) => loaded = number(call),
                (0x20, at::ARCHITECTURE) => loaded = ARCHITECTURE,
                (0x20, at::FIRST_ARGUMENT) => loaded = first,
                (0x20, at::SECOND_ARGUMENT) => loaded = second,
                (0x06, answer) => break answer,
                (0x15, value) => place += jump(loaded == value),
                (0x35, value) => place += jump(loaded >= value),
                (0x45, bits) => place += jump(loaded & bits != 0),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(answer, expected, "call {call} with {arguments:?}");
    }

    #[test]
    fn each_call_is_answered_as_its_row_says() {
        let unsigned = i32::cast_unsigned;
        check(libc::SYS_read, [0, 0], ALLOW);
        check(libc::SYS_execve, [0, 0], ALLOW);
        check(libc::SYS_clone3, [0, 0], ABSENT);
        check(0x4000_0000 + libc::SYS_read, [0, 0], ABSENT);
        check(
            libc::SYS_clone,
            [unsigned(libc::CLONE_VM | libc::SIGCHLD), 0],
            ALLOW,
        );
        for flag in [
            libc::CLONE_NEWUSER,
            libc::CLONE_NEWNET,
            libc::CLONE_NEWNS | libc::CLONE_VM,
        ] {
            check(libc::SYS_clone, [unsigned(flag), 0], REFUSE);
        }
        for (family, expected) in [(libc::AF_INET, ALLOW), (libc::AF_VSOCK, REFUSE)] {
            check(libc::SYS_socket, [unsigned(family), 0], expected);
            check(libc::SYS_socketpair, [unsigned(family), 0], expected);
        }
        check(
            libc::SYS_ioctl,
            [0, u32::try_from(libc::TIOCSTI).unwrap()],
            REFUSE,
        );
        check(
            libc::SYS_ioctl,
            [0, u32::try_from(libc::TCGETS).unwrap()],
            ALLOW,
        );
    }

    #[test]
    fn every_refused_call_is_refused() {
        for call in REFUSED.iter().chain(REFUSED_HERE) {
            check(*call, [0, 0], REFUSE);
        }
    }
}
