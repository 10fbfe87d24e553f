//! Hostile children against the real kernel: what each tries must fail, and nothing may remain.
//!
//! Where the machine allows no whole isolation, the tests say so and pass.

#![expect(
    unsafe_code,
    reason = "leaks a descriptor on purpose, and asks what the kernel knows of this process"
)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::print_stdout,
    reason = "says what was skipped, and what was measured"
)]

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use sandbox::{
    Bind, Child, Exit, GuestListener, Isolation, Level, MemoryLimit, Network, SandboxError, Spec,
    Tmp,
};

const MIB: u64 = 1024 * 1024;

/// The whole level, or a message and nothing.
fn whole() -> Option<Level> {
    match sandbox::probe(Isolation::Required) {
        Ok(level) => Some(level),
        Err(error) => {
            println!("skipped: {error}");
            None
        }
    }
}

struct Python {
    program: PathBuf,
    prefix: PathBuf,
}

/// The real interpreter behind whatever `python3` is, with the directory it lives in.
static PYTHON: LazyLock<Option<Python>> = LazyLock::new(|| {
    let ask = "import sys,os; print(os.path.realpath(sys.executable)); print(sys.base_prefix)";
    let output = Command::new("python3").args(["-c", ask]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut lines = text.lines().map(PathBuf::from);
    Some(Python {
        program: lines.next()?,
        prefix: lines.next()?,
    })
});

fn python(code: &str) -> Option<Spec> {
    let Some(python) = PYTHON.as_ref() else {
        println!("skipped: there is no python3");
        return None;
    };
    let mut spec = Spec::new(&python.program);
    if !python.prefix.starts_with("/usr") {
        spec.read_only.push(Bind::same(&python.prefix));
    }
    spec.args = ["-I", "-S", "-c", code].map(Into::into).to_vec();
    Some(spec)
}

fn shell(code: &str) -> Spec {
    let mut spec = Spec::new("/bin/sh");
    spec.args = ["-c", code].map(Into::into).to_vec();
    spec.env = vec![("PATH".into(), "/usr/bin:/bin".into())];
    spec
}

fn read(stream: Option<OwnedFd>) -> String {
    let mut text = String::new();
    File::from(stream.unwrap())
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// How a child ended and what it wrote, within ten seconds.
fn finish(mut child: Child) -> (Exit, String, String) {
    let exit = child.wait_within(Duration::from_secs(10)).unwrap().unwrap();
    (exit, read(child.stdout.take()), read(child.stderr.take()))
}

/// Runs a spec to its end, and compares what it wrote.
fn check(spec: &Spec, level: &Level, expected: &str) {
    let (exit, out, err) = finish(sandbox::spawn(spec, level).unwrap());
    assert_eq!(out.trim(), expected, "{exit:?}, standard error: {err}");
}

/// Runs Python that tries something, and compares what it prints.
fn python_prints(code: &str, expected: &str) {
    if let (Some(level), Some(spec)) = (whole(), python(code)) {
        check(&spec, &level, expected);
    }
}

fn shell_prints(code: &str, expected: &str) {
    if let Some(level) = whole() {
        check(&shell(code), &level, expected);
    }
}

#[test]
fn the_probe_says_in_one_line_what_stands() {
    let level = sandbox::probe(Isolation::Auto).unwrap();
    println!("{level}");
    assert!(!level.to_string().contains('\n'));
    assert!(sandbox::probe(Isolation::Off).unwrap().missing().len() > 6);
}

#[test]
fn output_and_status_come_out() {
    let Some(level) = whole() else { return };
    let child = sandbox::spawn(&shell("echo out; echo err >&2; exit 7"), &level).unwrap();
    assert_eq!(
        finish(child),
        (Exit::Code(7), "out\n".into(), "err\n".into())
    );
}

#[test]
fn standard_output_can_be_opened_again_by_name() {
    shell_prints("echo again > /dev/stdout", "again");
}

#[test]
fn signals_mean_what_they_mean_elsewhere() {
    let Some(level) = whole() else { return };
    for signal in [libc::SIGKILL, libc::SIGABRT, libc::SIGTERM, libc::SIGSEGV] {
        let child = sandbox::spawn(&shell(&format!("kill -{signal} $$")), &level).unwrap();
        assert_eq!(finish(child).0, Exit::Signal(signal));
    }
}

#[test]
fn the_environment_is_only_what_the_spec_says() {
    let Some(level) = whole() else { return };
    let mut spec = Spec::new("/usr/bin/env");
    spec.env = vec![("ONE".into(), "1".into())];
    check(&spec, &level, "ONE=1");
}

#[test]
fn the_child_is_an_ordinary_user_without_capabilities() {
    shell_prints(
        "id -u; id -g; grep -E '^(Cap(Inh|Prm|Eff|Bnd|Amb)|NoNewPrivs|Seccomp):' /proc/self/status \
         | tr -d '\\t' | tr '\\n' ' '",
        "993\n990\nCapInh:0000000000000000 CapPrm:0000000000000000 CapEff:0000000000000000 \
         CapBnd:0000000000000000 CapAmb:0000000000000000 NoNewPrivs:1 Seccomp:2",
    );
}

#[test]
fn files_that_are_not_shown_do_not_exist() {
    let Some(level) = whole() else { return };
    let secret = tempfile::tempdir().unwrap();
    fs::write(secret.path().join("secret"), "secret").unwrap();
    let path = secret.path().display();
    let code = format!(
        "for f in /etc/shadow /root /home /srv /var /sys /proc/1/root/etc/shadow {path}/secret; do \
         cat $f >/dev/null 2>&1 && echo read $f; test -e $f && ls $f 2>/dev/null; done; echo done"
    );
    check(&shell(&code), &level, "done");
}

#[test]
fn nothing_but_tmp_can_be_written() {
    let code = "
import os
for place in ['/', '/usr', '/usr/bin', '/etc', '/dev', '/proc', '/var/task']:
    try:
        open(place + '/x', 'w'); print('wrote', place)
    except OSError: pass
for file in ['/etc/passwd', '/var/task/code', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger']:
    try:
        open(file, 'a').write('x'); print('changed', file)
    except OSError: pass
open('/tmp/x', 'w').write('tmp'); print(open('/tmp/x').read())
";
    let (Some(level), Some(mut spec)) = (whole(), python(code)) else {
        return;
    };
    let code = tempfile::tempdir().unwrap();
    fs::set_permissions(code.path(), fs::Permissions::from_mode(0o777)).unwrap();
    fs::write(code.path().join("code"), "code").unwrap();
    fs::set_permissions(code.path().join("code"), fs::Permissions::from_mode(0o666)).unwrap();
    spec.read_only.push(Bind::new(code.path(), "/var/task"));
    check(&spec, &level, "tmp");
    assert_eq!(
        fs::read_to_string(code.path().join("code")).unwrap(),
        "code"
    );
}

#[test]
fn tmp_in_memory_is_private_and_bounded() {
    let Some(level) = whole() else { return };
    let mut spec =
        shell("ls -A /tmp; head -c 3000000 /dev/zero > /tmp/big 2>/dev/null || echo full");
    spec.tmp = Tmp::Memory { bytes: 2 * MIB };
    check(&spec, &level, "full");
    check(&spec, &level, "full");
}

#[test]
fn a_directory_as_tmp_outlives_the_child() {
    let Some(level) = whole() else { return };
    let home = tempfile::tempdir().unwrap();
    let host = home.path().join("tmp");
    Tmp::prepare(&host, &level).unwrap();
    let mut spec =
        shell("cat /tmp/note; echo note > /tmp/note; head -c 3000000 /dev/zero > /tmp/big");
    spec.tmp = Tmp::Directory {
        host: host.clone(),
        bytes: 2 * MIB,
    };
    check(&spec, &level, "");
    check(&spec, &level, "note");
    assert!(fs::metadata(host.join("big")).unwrap().len() <= 2 * MIB);
}

#[test]
fn only_the_listeners_lead_out_of_the_network() {
    let host = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = host.local_addr().unwrap().port();
    let code = format!(
        "
import socket
for where in [('127.0.0.1', {port}), ('169.254.169.254', 80)]:
    try:
        socket.create_connection(where, 1); print('connected', where)
    except OSError: pass
s = socket.create_connection(('127.0.0.1', 9001)); s.sendall(b'ping'); print(s.recv(4).decode())
"
    );
    let (Some(level), Some(mut spec)) = (whole(), python(&code)) else {
        return;
    };
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 9001));
    spec.listeners = vec![GuestListener { address }];
    let child = sandbox::spawn(&spec, &level).unwrap();
    let (mut stream, _) = child.listeners[0].accept().unwrap();
    let mut bytes = [0; 4];
    stream.read_exact(&mut bytes).unwrap();
    stream.write_all(b"pong").unwrap();
    assert_eq!((&bytes, finish(child).1.as_str()), (b"ping", "pong\n"));
}

#[test]
fn in_the_hosts_network_the_listeners_take_free_ports() {
    let code = "
import os, socket
s = socket.create_connection(('127.0.0.1', int(os.environ['PORT']))); print(s.recv(2).decode())
";
    let (Some(level), Some(mut spec)) = (whole(), python(code)) else {
        return;
    };
    spec.network = Network::Host;
    spec.listeners = vec![GuestListener {
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, 9001)),
    }];
    let child = sandbox::spawn_with(&spec, &level, |addresses| {
        vec![("PORT".into(), addresses[0].port().to_string().into())]
    });
    let child = child.unwrap();
    child.listeners[0]
        .accept()
        .unwrap()
        .0
        .write_all(b"hi")
        .unwrap();
    assert_eq!(finish(child).1, "hi\n");
}

#[test]
fn calls_that_build_or_break_walls_are_refused() {
    python_prints(
        "
import ctypes, errno, os
c = ctypes.CDLL(None, use_errno=True)
def refused(name, *a):
    ctypes.set_errno(0)
    if getattr(c, name)(*a) != -1 or ctypes.get_errno() != errno.EPERM: print(name, ctypes.get_errno())
refused('mount', b'x', b'/tmp', b'tmpfs', 0, None)
refused('umount2', b'/usr', 2)
refused('unshare', 0x10000000)
refused('setns', 0, 0)
refused('ptrace', 16, 1, 0, 0)
refused('chroot', b'/tmp')
refused('socket', 40, 1, 0)
refused('socket', 17, 3, 0)
refused('sethostname', b'x', 1)
for number in [321, 425, 298, 250, 323, 310, 304]: refused('syscall', number, 0, 0, 0, 0, 0, 0)
refused('syscall', 56, 0x10000000, 0, 0, 0, 0)
ctypes.set_errno(0); c.syscall(435, 0, 0); print(ctypes.get_errno() == errno.ENOSYS)
ctypes.set_errno(0); c.syscall(0x40000000 + 39); print(ctypes.get_errno() == errno.ENOSYS)
",
        if cfg!(target_arch = "x86_64") { "True\nTrue" } else { return },
    );
}

#[test]
fn threads_and_subprocesses_still_work() {
    python_prints(
        "
import subprocess, threading
t = threading.Thread(target=lambda: print('thread', flush=True)); t.start(); t.join()
print(subprocess.run(['/bin/echo', 'subprocess'], capture_output=True, text=True).stdout)
",
        "thread\nsubprocess",
    );
}

#[test]
fn a_virtual_machine_that_reserves_much_starts_within_the_limits() {
    let Some(level) = whole() else { return };
    let node = PathBuf::from("/usr/bin/node");
    if !node.exists() {
        println!("skipped: there is no /usr/bin/node");
        return;
    }
    let mut spec = Spec::new(node);
    let code = "require('fs').promises.writeFile('/tmp/x', 'x').then(() => \
                console.log(require('os').userInfo().username))";
    spec.args = ["-e", code].map(Into::into).to_vec();
    check(&spec, &level, "sbx_user1051");
}

#[test]
fn no_descriptor_of_ours_reaches_the_child() {
    let leak = File::open("/dev/null").unwrap();
    // SAFETY: a live descriptor; from here on it is inherited by whoever does not prevent that.
    unsafe { libc::fcntl(leak.as_raw_fd(), libc::F_SETFD, 0) };
    python_prints(
        "import os; print(sorted(os.listdir('/proc/self/fd')))",
        "['0', '1', '2', '3']",
    );
}

#[test]
fn other_processes_cannot_be_seen() {
    python_prints(
        "import os; print([p for p in os.listdir('/proc') if p.isdigit()])",
        "['1', '2']",
    );
}

/// Whether any process has this word in its command line.
fn runs(word: &str) -> bool {
    let lines = fs::read_dir("/proc").unwrap().flatten();
    lines
        .filter_map(|entry| fs::read(entry.path().join("cmdline")).ok())
        .any(|line| line.windows(word.len()).any(|part| part == word.as_bytes()))
}

fn forks_and_stays(level: &Level, seconds: &str, end: impl FnOnce(&mut Child)) {
    let code = format!("setsid sleep {seconds} & sleep {seconds} & echo ready; wait");
    let mut child = sandbox::spawn(&shell(&code), level).unwrap();
    let mut ready = [0; 6];
    File::from(child.stdout.take().unwrap())
        .read_exact(&mut ready)
        .unwrap();
    end(&mut child);
    drop(child);
    assert!(
        !runs(&format!("sleep\0{seconds}")),
        "something is left running"
    );
}

#[test]
fn whatever_a_child_forked_dies_with_it() {
    let Some(level) = whole() else { return };
    forks_and_stays(&level, "31557601", |child| {
        child.kill().unwrap();
        assert_eq!(child.wait().unwrap(), Exit::Signal(libc::SIGKILL));
        child.kill().unwrap();
    });
    forks_and_stays(&level, "31557602", |_| {});
}

#[test]
fn when_the_program_ends_what_it_forked_ends_too() {
    let Some(level) = whole() else { return };
    let child = sandbox::spawn(&shell("setsid sleep 31557603 & exit 0"), &level).unwrap();
    assert_eq!(finish(child).0, Exit::Code(0));
    assert!(!runs("sleep\x0031557603"));
}

#[test]
fn a_fork_bomb_is_stopped_and_others_still_fork() {
    let code = "
import os, time
n = 0
try:
    for n in range(200):
        if os.fork() == 0: time.sleep(60)
except OSError as e: print('stopped', n < 40)
";
    let (Some(level), Some(mut spec)) = (whole(), python(code)) else {
        return;
    };
    spec.process_limit = 40;
    let held = sandbox::spawn(&spec, &level).unwrap();
    let mut other = shell("echo fine | cat");
    other.process_limit = 40;
    check(&other, &level, "fine");
    assert_eq!(finish(held).1, "stopped True\n");
}

#[test]
fn orphans_are_reaped() {
    python_prints(
        "
import os, time
for _ in range(20):
    if os.fork() == 0:
        if os.fork() == 0: os._exit(0)
        os._exit(0)
    os.wait()
deadline = time.time() + 5
while len([p for p in os.listdir('/proc') if p.isdigit()]) > 2 and time.time() < deadline: pass
print([p for p in os.listdir('/proc') if p.isdigit()])
",
        "['1', '2']",
    );
}

#[test]
fn a_child_that_takes_too_much_memory_is_ended() {
    let code = "b = []\nwhile True: b.append(bytearray(1 << 20))";
    let (Some(level), Some(mut spec)) = (whole(), python(code)) else {
        return;
    };
    spec.memory_bytes = 64 * MIB;
    spec.tmp = Tmp::Memory { bytes: MIB };
    let child = sandbox::spawn(&spec, &level).unwrap();
    let exit = child.wait_within(Duration::from_secs(10)).unwrap().unwrap();
    let (out_of_memory, peak) = (child.ran_out_of_memory(), child.peak_memory());
    println!("{exit:?}, peak {peak:?}");
    if level.memory == MemoryLimit::Watchdog {
        assert_eq!(exit, Exit::Code(1));
    } else {
        assert_eq!((exit, out_of_memory), (Exit::Signal(libc::SIGKILL), true));
        assert!(peak.unwrap() > 32 * MIB);
    }
}

#[test]
fn the_memory_of_a_whole_child_is_measured() {
    let code = "
import os, time
b = bytearray(b'x' * (20 << 20))
if os.fork() == 0: b2 = bytearray(b'y' * (20 << 20))
print('ready', flush=True)
time.sleep(60)
";
    let (Some(level), Some(spec)) = (whole(), python(code)) else {
        return;
    };
    let mut child = sandbox::spawn(&spec, &level).unwrap();
    let mut ready = [0; 12];
    File::from(child.stdout.take().unwrap())
        .read_exact(&mut ready)
        .unwrap();
    let resident = child.resident_bytes().unwrap();
    assert!((40 * MIB..80 * MIB).contains(&resident), "{resident}");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(child.resident_bytes(), None);
}

#[test]
fn descriptors_are_limited() {
    let Some(level) = whole() else { return };
    let mut spec = shell("ulimit -n; ulimit -c");
    spec.open_files = 99;
    check(&spec, &level, "99\n0");
}

#[test]
fn neighbours_cannot_see_each_other() {
    let Some(level) = whole() else { return };
    let held = sandbox::spawn(&shell("echo mine > /tmp/mine; sleep 60"), &level).unwrap();
    check(
        &shell("cat /tmp/mine 2>/dev/null; ps -e 2>/dev/null | grep -c sleep"),
        &level,
        "0",
    );
    drop(held);
}

fn refusal(spec: &Spec) -> Option<String> {
    let level = whole()?;
    let error: SandboxError = sandbox::spawn(spec, &level).unwrap_err();
    Some(error.to_string())
}

#[test]
fn what_cannot_be_started_is_named() {
    let missing = "could not start the program /no/such: No such file or directory (os error 2)";
    let mut nowhere = shell("true");
    nowhere.working_directory = "/no/where".into();
    let mut unbound = shell("true");
    unbound.read_only.push(Bind::same("/no/host"));
    let mut reserved = shell("true");
    reserved.read_only.push(Bind::new("/usr", "/proc/x"));
    let mut climbing = shell("true");
    climbing.read_only.push(Bind::new("/usr", "/opt/../usr2"));
    let rows = [
        (Spec::new("/no/such"), missing),
        (
            nowhere,
            "could not enter the working directory /no/where: No such file",
        ),
        (unbound, "could not show the host's /no/host: No such file"),
        (
            reserved,
            "nothing can be shown at the root or in /dev, /proc and /tmp: \"/proc/x\"",
        ),
        (
            climbing,
            "a path in the child must be absolute, without `.` and `..`: \"/opt/../usr2\"",
        ),
    ];
    for (spec, expected) in rows {
        let Some(said) = refusal(&spec) else { return };
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn without_isolation_the_process_is_clean_and_dies_with_its_group() {
    let level = sandbox::probe(Isolation::Off).unwrap();
    let mut spec = shell("echo $HOME$ONE; exit 3");
    spec.env.push(("ONE".into(), "1".into()));
    let (exit, out, _) = finish(sandbox::spawn(&spec, &level).unwrap());
    assert_eq!((exit, out.as_str()), (Exit::Code(3), "1\n"));
    let mut child = sandbox::spawn(&shell("sleep 31557604 & echo ready; wait"), &level).unwrap();
    let mut ready = [0; 6];
    File::from(child.stdout.take().unwrap())
        .read_exact(&mut ready)
        .unwrap();
    drop(child);
    eventually(|| !runs("sleep\x0031557604"));
}

#[test]
fn many_starts_at_once_all_succeed() {
    let Some(level) = whole() else { return };
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| check(&shell("echo $$"), &level, "2"));
        }
    });
}

#[test]
fn the_cost_of_a_start_is_told() {
    const ROUNDS: u32 = 50;
    let spec = Spec::new("/bin/true");
    for isolation in [Isolation::Off, Isolation::Auto] {
        let level = sandbox::probe(isolation).unwrap();
        let mut starts = Vec::new();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let child = sandbox::spawn(&spec, &level).unwrap();
            starts.push(start.elapsed());
            assert_eq!(child.wait().unwrap(), Exit::Code(0));
        }
        starts.sort();
        println!("{level}: p50 {:?}, p90 {:?}", starts[25], starts[45]);
    }
}

#[test]
fn a_start_leaves_our_memory_as_it_was_and_gives_the_program_huge_pages_back() {
    let Some(level) = whole().filter(|level| level.own_proc) else {
        return;
    };
    // SAFETY: these take and give numbers.
    let told = || unsafe {
        (
            libc::prctl(libc::PR_GET_DUMPABLE),
            libc::prctl(libc::PR_GET_THP_DISABLE, 0, 0, 0, 0),
        )
    };
    // SAFETY: takes numbers.
    unsafe { libc::prctl(libc::PR_SET_THP_DISABLE, 1, 0, 0, 0) };
    for _ in 0..2 {
        let spec = shell("grep THP_enabled /proc/self/status");
        let mut child = sandbox::spawn(&spec, &level).unwrap();
        assert_eq!(told(), (1, 1));
        assert_eq!(read(child.stdout.take()), "THP_enabled:\t1\n");
    }
}

/// Until it is its program a child shares our memory, as `nobody` where we are root: whoever else is
/// `nobody` on the host could read and write it, if the kernel let anybody look. Other children are of
/// our own user, who may look at us as well.
#[test]
fn nobody_may_look_into_our_memory_while_a_child_starts() {
    // SAFETY: no arguments, cannot fail.
    let is_root = unsafe { libc::geteuid() == 0 };
    let Some(level) = whole().filter(|_| is_root) else {
        return;
    };
    let is_open = || {
        // SAFETY: takes and gives numbers.
        unsafe { libc::prctl(libc::PR_GET_DUMPABLE) != 0 }
    };
    // SAFETY: takes numbers. Each start leaves it as it was.
    unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0) };
    let (is_done, was_open) = (AtomicBool::new(false), AtomicBool::new(false));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                was_open.fetch_or(is_open(), Ordering::Relaxed);
            }
        });
        for _ in 0..50 {
            let child = sandbox::spawn(&Spec::new("/bin/true"), &level).unwrap();
            assert_eq!(child.wait().unwrap(), Exit::Code(0));
        }
        is_done.store(true, Ordering::Relaxed);
    });
    assert!(!was_open.into_inner());
}

/// This test's own program, run again to play a part; `None` when that is what is going on.
fn play(part: &str) -> Option<PathBuf> {
    (std::env::var_os("PART").as_deref() != Some(part.as_ref()))
        .then(|| std::env::current_exe().unwrap())
}

#[test]
fn a_child_does_not_outlive_a_parent_that_is_killed() {
    const TEST: &str = "a_child_does_not_outlive_a_parent_that_is_killed";
    let Some(program) = play("parent") else {
        let level = sandbox::probe(Isolation::Auto).unwrap();
        let child = std::thread::spawn(move || sandbox::spawn(&shell("sleep 31557605"), &level));
        // The thread that asked for the child has ended, and the child must not mind.
        let child = child.join().unwrap().unwrap();
        println!("exit: {:?}", child.wait());
        return;
    };
    let mut parent = Command::new(program);
    parent
        .args(["--exact", TEST, "--nocapture"])
        .env("PART", "parent");
    let mut parent = parent.stdout(std::process::Stdio::null()).spawn().unwrap();
    eventually(|| runs("sleep\x0031557605"));
    parent.kill().unwrap();
    parent.wait().unwrap();
    eventually(|| !runs("sleep\x0031557605"));
}

fn eventually(holds: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(5);
    while !holds() {
        assert!(Instant::now() < deadline, "it did not come to pass");
        std::thread::yield_now();
    }
}

#[test]
fn where_namespaces_are_forbidden_the_level_says_so_and_files_are_still_walled() {
    const TEST: &str =
        "where_namespaces_are_forbidden_the_level_says_so_and_files_are_still_walled";
    let Some(program) = play("nested") else {
        return nested();
    };
    let Some(level) = whole() else { return };
    let mut spec = Spec::new("/walls");
    spec.read_only.push(Bind::new(program, "/walls"));
    spec.args = ["--exact", TEST, "--nocapture"].map(Into::into).to_vec();
    spec.env = vec![("PART".into(), "nested".into())];
    let (exit, out, err) = finish(sandbox::spawn(&spec, &level).unwrap());
    assert_eq!(exit, Exit::Code(0), "{out}{err}");
    assert!(out.contains("nested: done"), "{out}");
}

/// Runs in a sandbox, where no further namespace can be made.
fn nested() {
    let refused = sandbox::probe(Isolation::Required).unwrap_err();
    println!("{refused}");
    assert!(matches!(refused, SandboxError::Incomplete { missing, .. } if missing.len() == 6));
    let level = sandbox::probe(Isolation::Auto).unwrap();
    println!("{level}");
    assert!(!level.own_root() && level.seccomp && level.landlock.is_some());
    let (hidden, host) = (PathBuf::from("/tmp/hidden"), PathBuf::from("/tmp/own"));
    fs::write(&hidden, "hidden").unwrap();
    Tmp::prepare(&host, &level).unwrap();
    let mut spec = shell("cat /tmp/hidden 2>/dev/null; echo own > /tmp/own/x; cat /tmp/own/x");
    spec.tmp = Tmp::Directory { host, bytes: MIB };
    check(&spec, &level, "own");
    println!("nested: done");
}

#[test]
fn a_program_is_asked_to_end_before_it_is_ended() {
    let Some(level) = whole() else { return };
    let spec = shell("trap 'echo asked; exit 7' TERM; echo up; while :; do sleep 0.05; done");
    let mut child = sandbox::spawn(&spec, &level).unwrap();
    let mut out = File::from(child.stdout.take().unwrap());
    let mut up = [0; 3];
    out.read_exact(&mut up).unwrap();
    assert!(child.terminate());
    let exit = child.wait_within(Duration::from_secs(10)).unwrap();
    assert_eq!(exit, Some(Exit::Code(7)));
    assert!(!child.terminate(), "it has ended");
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "asked\n");
}
