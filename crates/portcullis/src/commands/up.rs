//! `portcullis up`: starts the server, says what is enforced, serves until it is told to stop.

use std::process::ExitCode;

use journal::why::Colours;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use tokio::signal::unix::{SignalKind, signal};

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::print;
use crate::client::{Client, Keys};
use crate::log;
use crate::project::{self, Project};
use crate::server::{self, Options, Running};
use crate::settings::Up;

pub(super) async fn run(asked: Up) -> anyhow::Result<ExitCode> {
    let _log = log::start(asked.log_format)?;
    raise_open_files();
    let mut options = Options::from_command(&asked)?;
    let project = project(&asked)?;
    if let Some(project) = &project {
        let folder = || project.folder().to_owned();
        options.hot_reload_root.get_or_insert_with(folder);
    }
    let banner = Banner::of(&options);
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let running = server::start(options).await?;
    print(&banner.text(&running));
    let stop = CancellationToken::new();
    let serving = match project {
        Some(project) => Some(serve(project, &running, &asked, stop.clone())?),
        None => None,
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    stop.cancel();
    if let Some(serving) = serving {
        // A deployment under way goes on with the next start.
        serving.abort();
    }
    print("portcullis is stopping: requests that run may end");
    running.drain().await;
    Ok(ExitCode::SUCCESS)
}

fn project(asked: &Up) -> anyhow::Result<Option<Project>> {
    let Some(path) = &asked.template else {
        return Ok(None);
    };
    project::check_parameters(&asked.parameters)?;
    let (stack, parameters) = (asked.stack_name.clone(), asked.parameters.clone());
    Project::open(path, stack, parameters).map(Some)
}

fn serve(
    project: Project,
    running: &Running,
    asked: &Up,
    stop: CancellationToken,
) -> anyhow::Result<JoinHandle<()>> {
    let keys = Keys {
        access_key_id: running.root_key.id.clone(),
        secret_access_key: running.root_key.secret.clone(),
        session_token: None,
    };
    let client = Client::new(&running.endpoint(), keys, asked.region.as_str())?;
    let account = asked.account.clone();
    Ok(tokio::spawn(project.serve(client, account, stop)))
}

/// Each connection takes a descriptor, and the usual bound is too low for thousands of them.
fn raise_open_files() {
    let raised = getrlimit(Resource::RLIMIT_NOFILE)
        .and_then(|(_, hard)| setrlimit(Resource::RLIMIT_NOFILE, hard, hard));
    if let Err(error) = raised {
        tracing::warn!(%error, "the bound of open files could not be raised");
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
        if let Some(organization) = running.organization() {
            lines.push(format!("  organization {organization}"));
        }
        if let Some(link) = running.console_link() {
            lines.push(format!("  console     {link}"));
        }
        if let Some(upstream) = running.upstream() {
            lines.push(format!("  upstream    {upstream}"));
        }
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
    match super::terminal::colours() {
        Colours::Ansi => format!("\x1b[31m{text}\x1b[0m"),
        Colours::None => text.to_owned(),
    }
}
