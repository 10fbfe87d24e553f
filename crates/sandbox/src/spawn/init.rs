//! The first process of the child's pid namespace.
//!
//! The program itself must not be it: the kernel ignores most signals to such a process, so
//! `abort()` and `kill(getpid(), SIGKILL)` would not end it as they do elsewhere, and orphans would
//! stay as zombies that count against the limit. Nor may it stay as it is, since
//! it shares all our memory. So it is a program of a hundred bytes, assembled here and
//! run from memory: it reaps until the program has ended, leaves the wait status in a pipe, ends,
//! and thereby ends all others.

use std::arch::global_asm;
use std::convert::Infallible;
use std::io::{self, Write as _};
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::sync::OnceLock;

use super::inside::{Story, second};
use super::plan::{Plan, Pointers};
use super::report::{Done, Failure, check};
use crate::child::owned;
use crate::error::{SandboxError, Step};

/// The process id of the program: the second of its namespace. The assembly knows it too.
const PROGRAM: i64 = 2;
/// The descriptor of the verdict. The assembly knows it too.
const VERDICT: i32 = 3;

#[cfg(target_arch = "x86_64")]
global_asm!(
    ".pushsection .rodata",
    "sandbox_init_start:",
    "sub rsp, 16",
    "2:", // wait4(-1, rsp, __WALL, NULL)
    "mov eax, 61",
    "mov rdi, -1",
    "mov rsi, rsp",
    "mov edx, 0x40000000",
    "xor r10d, r10d",
    "syscall",
    "cmp rax, 2",
    "je 3f",
    "test rax, rax", // another orphan, or an interruption: go on
    "jns 2b",
    "cmp rax, -4",
    "je 2b",
    "jmp 4f",
    "3:", // write(3, rsp, 4)
    "mov eax, 1",
    "mov edi, 3",
    "mov rsi, rsp",
    "mov edx, 4",
    "syscall",
    "4:", // exit_group(0)
    "mov eax, 231",
    "xor edi, edi",
    "syscall",
    "sandbox_init_end:",
    ".popsection",
);

#[cfg(target_arch = "aarch64")]
global_asm!(
    ".pushsection .rodata",
    "sandbox_init_start:",
    "sub sp, sp, #16",
    "2:", // wait4(-1, sp, __WALL, NULL)
    "mov x8, #260",
    "mov x0, #-1",
    "mov x1, sp",
    "mov x2, #0x40000000",
    "mov x3, #0",
    "svc #0",
    "cmp x0, #2",
    "b.eq 3f",
    "tbz x0, #63, 2b", // another orphan, or an interruption: go on
    "cmn x0, #4",
    "b.eq 2b",
    "b 4f",
    "3:", // write(3, sp, 4)
    "mov x8, #64",
    "mov x0, #3",
    "mov x1, sp",
    "mov x2, #4",
    "svc #0",
    "4:", // exit_group(0)
    "mov x8, #94",
    "mov x0, #0",
    "svc #0",
    "sandbox_init_end:",
    ".popsection",
);

unsafe extern "C" {
    static sandbox_init_start: u8;
    static sandbox_init_end: u8;
}

/// The program file, in memory, made once.
pub(super) fn program() -> Result<&'static OwnedFd, SandboxError> {
    static PROGRAM_FILE: OnceLock<OwnedFd> = OnceLock::new();
    if let Some(file) = PROGRAM_FILE.get() {
        return Ok(file);
    }
    let step = Step::Prepare;
    let file = write_program().map_err(|source| SandboxError::Step {
        step,
        subject: None,
        source,
    })?;
    Ok(PROGRAM_FILE.get_or_init(|| file))
}

fn write_program() -> io::Result<OwnedFd> {
    /// `MFD_EXEC`, which kernels before 6.3 do not know.
    const EXECUTABLE: u32 = 0x10;
    let flags = libc::MFD_CLOEXEC;
    // SAFETY: the name ends in zero.
    let make = |flags| owned(unsafe { libc::memfd_create(c"init".as_ptr(), flags) });
    let mut file = std::fs::File::from(make(flags | EXECUTABLE).or_else(|_| make(flags))?);
    file.write_all(&image(code()))?;
    // A file that is open for writing cannot be executed.
    std::fs::File::open(format!("/proc/self/fd/{}", file.as_raw_fd())).map(OwnedFd::from)
}

fn code() -> &'static [u8] {
    let (start, end) = (&raw const sandbox_init_start, &raw const sandbox_init_end);
    // SAFETY: both labels are in one piece of read-only data, the second after the first.
    unsafe { std::slice::from_raw_parts(start, end.offset_from(start).unsigned_abs()) }
}

/// The smallest ELF file: a header, one segment that loads the whole file, the code.
fn image(code: &[u8]) -> Vec<u8> {
    const ADDRESS: u64 = 0x40_0000;
    const HEADERS: u64 = 64 + 56;
    const MACHINE: u16 = if cfg!(target_arch = "aarch64") {
        183
    } else {
        62
    };
    let size = HEADERS + code.len() as u64;
    let mut image = Vec::with_capacity(256);
    image.extend(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0");
    image.extend(2_u16.to_le_bytes()); // an executable
    image.extend(MACHINE.to_le_bytes());
    image.extend(1_u32.to_le_bytes());
    image.extend((ADDRESS + HEADERS).to_le_bytes()); // entry
    image.extend(64_u64.to_le_bytes()); // where the program header is
    image.extend(0_u64.to_le_bytes());
    image.extend(0_u32.to_le_bytes());
    for half in [64_u16, 56, 1, 0, 0, 0] {
        image.extend(half.to_le_bytes()); // sizes and counts of the headers
    }
    image.extend(1_u32.to_le_bytes()); // a segment to load,
    image.extend(5_u32.to_le_bytes()); // to read and execute
    for word in [0, ADDRESS, ADDRESS, size, size, 0x1000] {
        image.extend(word.to_le_bytes());
    }
    image.extend(code);
    image
}

/// Forks the process that becomes the program, and becomes the one that reaps.
pub(super) fn fork_program<'a>(plan: &'a Plan, pointers: &Pointers) -> Done<'a, Infallible> {
    let story = Story { plan, pointers };
    let top = plan.stacks.second.top();
    let flags = libc::CLONE_VM | libc::CLONE_VFORK | libc::SIGCHLD;
    let argument = (&raw const story).cast_mut().cast();
    // SAFETY: the new process has a stack of its own, and this one sleeps until the new one has
    // become the program or ended, so that sharing memory is not sharing it at the same time.
    let id = unsafe { libc::clone(second, top, flags, argument) };
    if check(Step::ForkProgram, id)? != PROGRAM {
        return Err(Failure {
            step: Step::ForkProgram,
            error: libc::EPROTO,
            subject: None,
        });
    }
    become_init(plan)?;
    Err(Failure {
        step: Step::ForkProgram,
        error: 0,
        subject: None,
    })
}

/// Becomes the reaping program, with nothing open but the verdict.
pub(super) fn become_init<'a>(plan: &Plan) -> Done<'a> {
    let step = Step::ForkProgram;
    let flag = libc::CLOSE_RANGE_CLOEXEC;
    // SAFETY: marks descriptors; closes none.
    check(step, unsafe {
        libc::syscall(libc::SYS_close_range, 0, libc::c_uint::MAX, flag)
    })?;
    if let Some(verdict) = &plan.streams.verdict {
        // SAFETY: a live descriptor; nothing else has this number, see `streams::raise`.
        check(step, unsafe { libc::dup2(verdict.as_raw_fd(), VERDICT) })?;
    }
    let nothing = [std::ptr::null::<libc::c_char>()];
    let name = [c"init".as_ptr(), std::ptr::null()];
    let (file, at) = (plan.init.as_raw_fd(), libc::AT_EMPTY_PATH);
    let (empty, name, nothing) = (c"".as_ptr(), name.as_ptr(), nothing.as_ptr());
    // SAFETY: all strings end in zero, all arrays in a null pointer.
    check(step, unsafe {
        libc::syscall(libc::SYS_execveat, file, empty, name, nothing, at)
    })
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_file_is_an_elf_of_a_few_hundred_bytes() {
        let image = image(code());
        assert!(image.starts_with(b"\x7fELF"));
        assert!((150..300).contains(&image.len()), "{} bytes", image.len());
    }
}
