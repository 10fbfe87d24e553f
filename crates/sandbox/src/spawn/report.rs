//! What the child tells its parent: that its walls stand, with the listeners; or which step failed.
//! When the program starts, the child's end closes by itself.

use std::ffi::{CStr, OsStr};
use std::io;
use std::os::fd::{AsRawFd as _, FromRawFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::path::PathBuf;

use crate::error::{SandboxError, Step};

/// Most listeners of one child, so that all fit into one message.
pub(super) const MOST_LISTENERS: usize = 8;
/// The size of their descriptors.
const DESCRIPTORS: u32 = 8 * 4;

/// The first byte of a message that is not a failed step.
const READY: u8 = u8::MAX;
const LONGEST: usize = 1 + 4 + libc::PATH_MAX as usize;
const SECONDS: libc::time_t = 10;

/// A step that failed in the child, in words that can be sent without allocating.
pub(super) struct Failure<'a> {
    pub(super) step: Step,
    pub(super) error: i32,
    pub(super) subject: Option<&'a CStr>,
}

impl Failure<'_> {
    /// Whether there was no such file.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self.error, libc::ENOENT | libc::ENOTDIR)
    }
}

pub(super) type Done<'a, T = ()> = Result<T, Failure<'a>>;

/// The result of a system call, or the failure of this step.
pub(super) fn check<'a>(step: Step, result: impl Into<i64>) -> Done<'a, i64> {
    on(step, None, result)
}

/// The same, about a file.
pub(super) fn on(step: Step, subject: Option<&CStr>, result: impl Into<i64>) -> Done<'_, i64> {
    let result = result.into();
    if result < 0 {
        return Err(Failure {
            step,
            error: errno(),
            subject,
        });
    }
    Ok(result)
}

fn errno() -> i32 {
    // SAFETY: the location is the calling thread's own and always valid.
    unsafe { *libc::__errno_location() }
}

/// Room for the ancillary data of a message with the most listeners, aligned as the kernel wants.
#[repr(C, align(8))]
struct Ancillary([u8; 64]);

const _: () = assert!(
    // SAFETY: a pure computation on a number.
    unsafe { libc::CMSG_SPACE(DESCRIPTORS) } as usize <= size_of::<Ancillary>()
);

/// Says that the walls stand, and hands the listeners out. Runs in the child. That it fails when
/// the parent is gone is what ends a child whose parent died before it was tied to it.
pub(super) fn send_ready<'a>(report: i32, listeners: &[i32]) -> Done<'a> {
    let mut ancillary = Ancillary([0; 64]);
    let mut byte = READY;
    let mut part = libc::iovec {
        iov_base: (&raw mut byte).cast(),
        iov_len: 1,
    };
    // SAFETY: plain data, for which zero is valid.
    let mut message: libc::msghdr = unsafe { std::mem::zeroed() };
    message.msg_iov = &raw mut part;
    message.msg_iovlen = 1;
    if !listeners.is_empty() {
        let size = u32::try_from(size_of_val(listeners)).unwrap_or(0);
        message.msg_control = (&raw mut ancillary).cast();
        // SAFETY: a pure computation; the result fits, as asserted above.
        message.msg_controllen = unsafe { libc::CMSG_SPACE(size) } as usize;
        // SAFETY: the header points into `ancillary`, which is large enough and aligned.
        unsafe {
            let header = libc::CMSG_FIRSTHDR(&raw const message);
            (*header).cmsg_level = libc::SOL_SOCKET;
            (*header).cmsg_type = libc::SCM_RIGHTS;
            (*header).cmsg_len = libc::CMSG_LEN(size) as usize;
            let data = libc::CMSG_DATA(header);
            std::ptr::copy_nonoverlapping(listeners.as_ptr().cast(), data, size as usize);
        }
    }
    // SAFETY: every pointer in the message is to a live local.
    let sent = unsafe { libc::sendmsg(report, &raw const message, libc::MSG_NOSIGNAL) };
    check(Step::HandOut, sent as i64).map(drop)
}

/// Says which step failed. Runs in the child.
pub(super) fn send_failure(report: i32, failure: &Failure<'_>) {
    let mut head = [0; 5];
    let [step, errno @ ..] = &mut head;
    *step = failure.step as u8;
    *errno = failure.error.to_ne_bytes();
    let path = failure.subject.map_or(&[][..], CStr::to_bytes);
    let mut parts = [
        libc::iovec {
            iov_base: head.as_mut_ptr().cast(),
            iov_len: head.len(),
        },
        libc::iovec {
            iov_base: path.as_ptr().cast_mut().cast(),
            iov_len: path.len(),
        },
    ];
    // SAFETY: plain data, for which zero is valid.
    let mut message: libc::msghdr = unsafe { std::mem::zeroed() };
    message.msg_iov = parts.as_mut_ptr();
    message.msg_iovlen = parts.len();
    // SAFETY: every pointer in the message is to live memory, which the kernel only reads.
    unsafe { libc::sendmsg(report, &raw const message, libc::MSG_NOSIGNAL) };
}

/// Waits for the child's reports until its program has started.
pub(super) fn receive(report: &OwnedFd) -> Result<Vec<OwnedFd>, SandboxError> {
    set_deadline(report).map_err(super::fork::failed)?;
    let Some((READY, _, descriptors)) = receive_one(report)?.map(Message::split) else {
        return Err(SandboxError::Silent);
    };
    match receive_one(report)? {
        None => Ok(descriptors),
        Some(_) => Err(SandboxError::Silent),
    }
}

struct Message {
    bytes: Vec<u8>,
    descriptors: Vec<OwnedFd>,
}

impl Message {
    fn split(self) -> (u8, Vec<u8>, Vec<OwnedFd>) {
        let (first, rest) = self
            .bytes
            .split_first()
            .map_or((0, &[][..]), |(f, r)| (*f, r));
        (first, rest.to_vec(), self.descriptors)
    }
}

/// One message; none when the child's end is closed; an error when it tells of a failed step.
fn receive_one(report: &OwnedFd) -> Result<Option<Message>, SandboxError> {
    let message = loop {
        match receive_message(report) {
            Ok(message) => break message,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Err(SandboxError::Silent),
        }
    };
    if let [code, a, b, c, d, path @ ..] = message.bytes.as_slice()
        && let Some(step) = Step::from_code(*code)
    {
        let source = io::Error::from_raw_os_error(i32::from_ne_bytes([*a, *b, *c, *d]));
        let subject = (!path.is_empty()).then(|| PathBuf::from(OsStr::from_bytes(path)));
        return Err(SandboxError::Step {
            step,
            subject,
            source,
        });
    }
    Ok((!message.bytes.is_empty()).then_some(message))
}

fn receive_message(report: &OwnedFd) -> io::Result<Message> {
    let mut bytes = vec![0; LONGEST];
    let mut ancillary = Ancillary([0; 64]);
    let mut part = libc::iovec {
        iov_base: bytes.as_mut_ptr().cast(),
        iov_len: bytes.len(),
    };
    // SAFETY: plain data, for which zero is valid.
    let mut message: libc::msghdr = unsafe { std::mem::zeroed() };
    message.msg_iov = &raw mut part;
    message.msg_iovlen = 1;
    message.msg_control = (&raw mut ancillary).cast();
    message.msg_controllen = size_of::<Ancillary>();
    let flags = libc::MSG_CMSG_CLOEXEC;
    // SAFETY: every pointer in the message is to a live local with the stated length.
    let read = unsafe { libc::recvmsg(report.as_raw_fd(), &raw mut message, flags) };
    let read = usize::try_from(read).map_err(|_| io::Error::last_os_error())?;
    bytes.truncate(read);
    Ok(Message {
        bytes,
        descriptors: descriptors(&message),
    })
}

fn descriptors(message: &libc::msghdr) -> Vec<OwnedFd> {
    // SAFETY: the kernel filled in the ancillary data, whose first header is ours or absent.
    let header = unsafe { libc::CMSG_FIRSTHDR(message).as_ref() };
    let Some(header) = header.filter(|header| header.cmsg_type == libc::SCM_RIGHTS) else {
        return Vec::new();
    };
    // SAFETY: a pure computation on a number.
    let head = unsafe { libc::CMSG_LEN(0) } as usize;
    let count = header.cmsg_len.saturating_sub(head) / size_of::<i32>();
    // SAFETY: the header is valid, and its data follow it.
    let data = unsafe { libc::CMSG_DATA(header) };
    (0..count)
        .map(|index| {
            // SAFETY: the kernel put `count` new descriptors there, which nobody else knows.
            unsafe {
                OwnedFd::from_raw_fd(i32::from_ne_bytes(
                    data.add(index * size_of::<i32>()).cast::<[u8; 4]>().read(),
                ))
            }
        })
        .collect()
}

fn set_deadline(report: &OwnedFd) -> io::Result<()> {
    let time = libc::timeval {
        tv_sec: SECONDS,
        tv_usec: 0,
    };
    let (size, value) = (size_of::<libc::timeval>(), (&raw const time).cast());
    let size = libc::socklen_t::try_from(size).unwrap_or_default();
    let descriptor = report.as_raw_fd();
    // SAFETY: the value is a live `timeval` of the stated size.
    let set =
        unsafe { libc::setsockopt(descriptor, libc::SOL_SOCKET, libc::SO_RCVTIMEO, value, size) };
    if set == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error())
    }
}
