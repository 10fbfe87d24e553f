//! `portcullis up`: starts the server, says what is enforced, serves until it is told to stop.

use std::io::{BufWriter, IsTerminal as _, Stderr, Write};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tokio::signal::unix::{SignalKind, signal};
use tracing_appender::non_blocking::{NonBlocking, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

use super::print;
use crate::server::{self, Options, Running};
use crate::settings::{LogLines, Up};

pub(super) async fn run(asked: Up) -> anyhow::Result<ExitCode> {
    let _log = start_log(asked.log_format)?;
    let options = Options::from_command(&asked)?;
    let banner = Banner::of(&options);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let running = server::start(options).await?;
    print(&banner.text(&running));
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    print("portcullis is stopping: requests that run may end");
    running.drain().await;
    Ok(ExitCode::SUCCESS)
}

/// Lines that wait to be written; whoever has another one to say waits for room.
const MOST_WAITING_LINES: usize = 8192;
/// How long the writer gathers lines after it wrote some.
const LOG_PAUSE: Duration = Duration::from_millis(5);
const LOG_BUFFER_BYTES: usize = 64 * 1024;

/// Log lines go to standard error, so that standard output stays for what scripts read. A thread of
/// its own writes them until the guard is dropped: requests don't wait for one another's lines, and
/// for a slow reader only once the most lines wait. No line is dropped to make room.
fn start_log(lines: LogLines) -> anyhow::Result<WorkerGuard> {
    let filter =
        EnvFilter::try_from_env("PORTCULLIS_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let (writer, guard) = log_writer();
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(writer);
    let started = match lines {
        LogLines::Text => log.with_ansi(std::io::stderr().is_terminal()).try_init(),
        LogLines::Json => log.json().try_init(),
    };
    started
        .map_err(|error| anyhow::anyhow!(error))
        .context("the log could not be started")?;
    Ok(guard)
}

fn log_writer() -> (NonBlocking, WorkerGuard) {
    NonBlockingBuilder::default()
        .lossy(false)
        .buffered_lines_limit(MOST_WAITING_LINES)
        .thread_name("log")
        .finish(Gathered(BufWriter::with_capacity(
            LOG_BUFFER_BYTES,
            std::io::stderr(),
        )))
}

/// Many lines in one write. The thread that writes flushes when no line waits, and would be woken
/// for every single one if it did not pause then.
struct Gathered(BufWriter<Stderr>);

impl Write for Gathered {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a thread that only writes log lines pauses, for a few milliseconds"
    )]
    fn flush(&mut self) -> std::io::Result<()> {
        let flushed = self.0.flush();
        std::thread::sleep(LOG_PAUSE);
        flushed
    }
}

/// What is printed at the start, from what was asked for.
struct Banner {
    auth: identity::AuthMode,
    permissions: identity::Permissions,
    network: sandbox::Network,
    data: Option<std::path::PathBuf>,
}

impl Banner {
    fn of(options: &Options) -> Self {
        Self {
            auth: options.auth,
            permissions: options.permissions,
            network: options.network,
            data: options.data.clone(),
        }
    }

    fn text(&self, running: &Running) -> String {
        let mut lines = vec![
            format!("portcullis listening on {}", running.endpoint()),
            format!(
                "  https       the same port; trust {}",
                running.authority.display()
            ),
            format!("  data        {}", self.data_line()),
            format!("  auth        {}", self.auth_line()),
            format!("  permissions {}", self.permissions_line()),
            format!("  isolation   {}", isolation_line(&running.level)),
            format!("  network     {}", self.network_line(&running.level)),
        ];
        lines.push(String::new());
        lines.extend(self.next_step(running));
        lines.join("\n")
    }

    fn data_line(&self) -> String {
        match &self.data {
            Some(path) => path.display().to_string(),
            None => "ephemeral: everything is gone when this ends".to_owned(),
        }
    }

    fn auth_line(&self) -> &'static str {
        match self.auth {
            identity::AuthMode::Strict => {
                "strict: every call to an AWS API is signed with a known key"
            }
            identity::AuthMode::Open => "open: an unknown key is the root of its account",
        }
    }

    fn permissions_line(&self) -> String {
        match self.permissions {
            identity::Permissions::Enforce => {
                "enforced: a function runs only for who may invoke it".to_owned()
            }
            identity::Permissions::Report => {
                red("REPORTED ONLY: calls that would be refused pass and are recorded")
            }
        }
    }

    fn network_line(&self, level: &sandbox::Level) -> &'static str {
        match self.network {
            sandbox::Network::Isolated if level.network_namespace => {
                "isolated: functions reach this server and nothing else"
            }
            sandbox::Network::Isolated => "the host's: this machine allows no network of their own",
            sandbox::Network::Host => "the host's: functions reach what this machine reaches",
        }
    }

    fn next_step(&self, running: &Running) -> Vec<String> {
        if self.data.is_some() {
            let listen = running.address;
            let flag = if listen.port() == 4566 {
                String::new()
            } else {
                format!(" --listen {listen}")
            };
            return vec![
                "In another shell, for the AWS CLI and SDKs:".to_owned(),
                format!(r#"  eval "$(portcullis env{flag})""#),
            ];
        }
        vec![
            "In another shell, for the AWS CLI and SDKs:".to_owned(),
            super::env::exports(&super::env::Exports {
                endpoint: running.endpoint(),
                key: running.root_key.clone(),
                region: "us-east-1".to_owned(),
                authority: running.authority.display().to_string(),
            }),
        ]
    }
}

fn isolation_line(level: &sandbox::Level) -> String {
    if level.is_whole() {
        return level.to_string();
    }
    red(&format!("{level}; missing: {}", level.missing().join(", ")))
}

fn red(text: &str) -> String {
    if std::io::stdout().is_terminal() {
        format!("\x1b[31m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}
