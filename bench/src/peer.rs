//! The other tool that runs functions without Docker, where it is installed: ministack, from the
//! Python package index.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tempfile::TempDir;
use testkit::Client;

const READY_WITHIN: Duration = Duration::from_secs(30);
const BREATH: Duration = Duration::from_millis(50);

#[derive(Debug)]
pub(crate) struct Ministack {
    child: Child,
    address: SocketAddr,
    _home: TempDir,
}

impl Ministack {
    /// `None` where it is not installed: neither where BENCH_MINISTACK says, nor in `target/peers`.
    pub(crate) fn start() -> anyhow::Result<Option<Self>> {
        let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/peers/bin/ministack");
        let named = std::env::var_os("BENCH_MINISTACK").map(PathBuf::from);
        let binary = named.unwrap_or_else(usual);
        if !binary.is_file() {
            return Ok(None);
        }
        let home = tempfile::tempdir()?;
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let child = Command::new(binary)
            .env("HOME", home.path())
            .env("TMPDIR", home.path())
            .env("BIND_HOST", address.ip().to_string())
            .env("GATEWAY_PORT", address.port().to_string())
            .current_dir(home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("ministack")?;
        let ministack = Self {
            child,
            address,
            _home: home,
        };
        ministack.wait()?;
        Ok(Some(ministack))
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.address)
    }

    fn wait(&self) -> anyhow::Result<()> {
        let until = Instant::now() + READY_WITHIN;
        while Instant::now() < until {
            if TcpStream::connect(self.address).is_ok() {
                return Ok(());
            }
            std::thread::park_timeout(BREATH);
        }
        bail!("ministack does not listen on {}", self.address)
    }
}

impl Drop for Ministack {
    fn drop(&mut self) {
        // Its workers end when their input does.
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}
