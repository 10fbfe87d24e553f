//! nginx as a reverse proxy, set up as its documentation has it for speed: kept connections on both
//! sides, no log. What the gateway's HTTP_PROXY is compared with, where nginx is installed.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use tempfile::TempDir;

use crate::server::processor_micros;

const READY_WITHIN: Duration = Duration::from_secs(10);
const BREATH: Duration = Duration::from_millis(20);

#[derive(Debug)]
pub(crate) struct Nginx {
    child: Child,
    pub(crate) address: SocketAddr,
    _folder: TempDir,
}

impl Nginx {
    /// `None` where it is not installed: neither in the path, nor named by BENCH_NGINX.
    pub(crate) fn before(backend: SocketAddr) -> anyhow::Result<Option<Self>> {
        let Some(binary) = binary() else {
            return Ok(None);
        };
        let folder = tempfile::tempdir()?;
        let address = free_address()?;
        let place = folder.path();
        std::fs::write(place.join("nginx.conf"), configuration(address, backend))?;
        let child = Command::new(binary)
            .arg("-p")
            .arg(place)
            .args(["-c", "nginx.conf", "-e", "error.log", "-g", "daemon off;"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("nginx")?;
        let nginx = Self {
            child,
            address,
            _folder: folder,
        };
        nginx.wait()?;
        Ok(Some(nginx))
    }

    pub(crate) fn processor_micros(&self) -> anyhow::Result<f64> {
        processor_micros(self.child.id())
    }

    fn wait(&self) -> anyhow::Result<()> {
        let until = Instant::now() + READY_WITHIN;
        while Instant::now() < until {
            if TcpStream::connect(self.address).is_ok() {
                return Ok(());
            }
            std::thread::park_timeout(BREATH);
        }
        bail!("nginx does not listen on {}", self.address)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Workers end with their master.
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}

fn binary() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("BENCH_NGINX") {
        return Some(PathBuf::from(named));
    }
    let path = std::env::var_os("PATH")?;
    let usual = [PathBuf::from("/usr/sbin")];
    let folders = std::env::split_paths(&path).chain(usual);
    folders
        .map(|folder| folder.join("nginx"))
        .find(|candidate| candidate.is_file())
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

/// One process, so that it ends with its id.
fn configuration(own: SocketAddr, backend: SocketAddr) -> String {
    format!(
        "master_process off;
pid nginx.pid;
worker_processes 1;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  keepalive_requests 1000000000;
  tcp_nodelay on;
  upstream backend {{
    server {backend};
    keepalive 256;
    keepalive_requests 1000000000;
  }}
  server {{
    listen {own};
    location / {{
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection \"\";
    }}
  }}
}}
"
    )
}
