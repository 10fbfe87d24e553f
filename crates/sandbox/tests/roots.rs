//! Children in a root of their own, with folders and addresses that only they have.
//!
//! Where the machine allows no whole isolation, the tests say so and pass.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "says what was skipped")]

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use sandbox::{Bind, GuestListener, Isolation, Level, SandboxError, Spec, Tmp};

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

#[test]
fn a_listener_may_have_a_link_local_address_beside_loopback() {
    let Some(level) = whole() else {
        return;
    };
    let script = "for address in 169.254.100.1/9001 127.0.0.1/4566; do \
                  exec 3<>/dev/tcp/$address && cat <&3; done; \
                  (exec 3<>/dev/tcp/169.254.169.254/80) 2>/dev/null || echo nowhere";
    let mut spec = Spec::new("/bin/bash");
    spec.args = ["-c", script].map(Into::into).to_vec();
    spec.env = vec![("PATH".into(), "/usr/bin:/bin".into())];
    for address in ["169.254.100.1:9001", "127.0.0.1:4566"] {
        let address: SocketAddr = address.parse().unwrap();
        spec.listeners.push(GuestListener { address });
    }
    let mut child = sandbox::spawn(&spec, &level).unwrap();
    for listener in std::mem::take(&mut child.listeners) {
        let (mut stream, _) = listener.accept().unwrap();
        let own = listener.local_addr().unwrap();
        writeln!(stream, "{own}").unwrap();
    }
    let said = read(child.stdout.take());
    assert_eq!(said, "169.254.100.1:9001\n127.0.0.1:4566\nnowhere\n");
    spec.listeners = vec![GuestListener {
        address: "192.0.2.1:80".parse().unwrap(),
    }];
    let refused = sandbox::spawn(&spec, &level);
    assert!(matches!(refused, Err(SandboxError::Invalid { .. })));
}

/// A root with a shell and its libraries, and nothing else.
fn root_with_a_shell(root: &std::path::Path) {
    for folder in ["bin", "dev", "etc", "mnt", "proc", "tmp"] {
        fs::create_dir(root.join(folder)).unwrap();
    }
    for file in ["etc/hosts", "etc/resolv.conf", "etc/mark"] {
        fs::write(root.join(file), "of the root").unwrap();
    }
    let libraries = Command::new("ldd").arg("/bin/sh").output().unwrap();
    let libraries = String::from_utf8(libraries.stdout).unwrap();
    let words = libraries.split_whitespace();
    for file in words
        .filter(|word| word.starts_with('/'))
        .chain(["/bin/sh", "/bin/cat"])
    {
        let place = root.join(file.trim_start_matches('/'));
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::copy(fs::canonicalize(file).unwrap(), place).unwrap();
    }
    fs::set_permissions(root, fs::Permissions::from_mode(0o755)).unwrap();
}

/// What a shell in a root of its own says to a script.
#[track_caller]
fn check_root(root: &std::path::Path, with: impl FnOnce(&mut Spec), code: &str, expected: &str) {
    let Some(level) = whole() else {
        return;
    };
    let mut spec = Spec::new("sh");
    spec.search = ["/nowhere", "/etc/mark", "/bin"].map(Into::into).to_vec();
    spec.args = ["-c", code].map(Into::into).to_vec();
    spec.env = vec![("PATH".into(), "/bin".into())];
    spec.read_only.clear();
    spec.root = Some(root.to_owned());
    with(&mut spec);
    let mut child = sandbox::spawn(&spec, &level).unwrap();
    let (said, complaints) = (read(child.stdout.take()), read(child.stderr.take()));
    assert_eq!(said, expected, "{code}: {complaints}");
}

#[test]
fn a_directory_of_the_host_can_be_the_whole_root() {
    let place = tempfile::tempdir_in("/var/tmp").unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let root = &place.path().join("root");
    fs::create_dir(root).unwrap();
    root_with_a_shell(root);
    let plain = |_: &mut Spec| {};
    check_root(
        root,
        plain,
        "cat /etc/mark; echo; echo /b*",
        "of the root\n/bin\n",
    );
    check_root(
        root,
        plain,
        "cat /etc/hosts",
        "127.0.0.1 localhost sandbox sandbox.localdomain\n::1 localhost\n",
    );
    let writes =
        "for f in /x /etc/mark /dev/x /mnt/x /tmp/x; do (echo 1 > $f) 2>/dev/null && echo $f; done";
    check_root(root, plain, writes, "/tmp/x\n");
    check_root(
        root,
        plain,
        "echo 1 > /dev/null && cat /dev/null && echo /proc/1/e*",
        "/proc/1/environ /proc/1/exe\n",
    );
    assert_eq!(
        fs::read_to_string(root.join("etc/mark")).unwrap(),
        "of the root"
    );
    assert!(!root.join("dev/null").exists());
}

#[test]
fn a_root_shows_other_directories_below_its_mnt() {
    let Some(level) = whole() else {
        return;
    };
    let place = tempfile::tempdir_in("/var/tmp").unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let (root, shared) = (&place.path().join("root"), place.path().join("shared"));
    fs::create_dir(root).unwrap();
    root_with_a_shell(root);
    Tmp::prepare(&shared, &level).unwrap();
    let with = |spec: &mut Spec| spec.read_write.push(Bind::new(&shared, "/mnt/a/b"));
    check_root(
        root,
        with,
        "echo kept > /mnt/a/b/file && cat /mnt/a/b/file",
        "kept\n",
    );
    assert_eq!(fs::read_to_string(shared.join("file")).unwrap(), "kept\n");
    let mut spec = shell("echo more >> /mnt/data/file; echo no > /mnt/other; cat /mnt/data/file");
    spec.read_write.push(Bind::new(&shared, "/mnt/data"));
    let mut child = sandbox::spawn(&spec, &level).unwrap();
    assert_eq!(read(child.stdout.take()), "kept\nmore\n");
}

#[test]
fn a_root_with_a_link_in_the_way_is_refused() {
    let Some(level) = whole() else {
        return;
    };
    for link in ["dev", "proc", "tmp", "etc", "etc/hosts"] {
        let place = tempfile::tempdir_in("/var/tmp").unwrap();
        root_with_a_shell(place.path());
        let aside = place.path().join("aside");
        fs::rename(place.path().join(link), &aside).unwrap();
        std::os::unix::fs::symlink("/etc/hosts", place.path().join(link)).unwrap();
        let mut spec = Spec::new("/bin/sh");
        spec.read_only.clear();
        spec.root = Some(place.path().to_owned());
        let refused = sandbox::spawn(&spec, &level);
        assert!(
            matches!(refused, Err(SandboxError::Invalid { .. })),
            "{link}"
        );
    }
}
