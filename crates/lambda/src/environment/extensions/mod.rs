//! Extensions: programs beside the runtime that are told of each invocation and of the end.
//!
//! AWS: "Using the Lambda Extensions API to create extensions". External ones are the programs of
//! `/opt/extensions`, started with the environment; internal ones are part of the runtime's process.
//! An environment is ready when the runtime and all of them wait for the next event.

mod api; // what they ask for and how they are answered
mod events; // what they are told

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

pub(super) use api::PREFIX;
pub(super) use events::{Shutdown, invoke};

/// The folder of a layer that holds them, below `/opt`.
pub(super) const FOLDER: &str = "extensions";
/// Lambda quotas.
const MOST: usize = 10;

/// What an extension learns of its function when it registers.
#[derive(Debug, Clone)]
pub(super) struct About {
    pub(super) function: String,
    pub(super) version: String,
    pub(super) handler: String,
    pub(super) account: String,
}

/// The extensions of one environment.
#[derive(Debug)]
pub(super) struct Extensions {
    about: About,
    /// The names of the programs that were started.
    external: Vec<String>,
    known: Mutex<Known>,
    /// Something changed that the environment may wait for.
    changed: Notify,
}

#[derive(Debug, Default)]
struct Known {
    /// No more of them may register.
    closed: bool,
    by_id: BTreeMap<String, Extension>,
    failure: Option<Failure>,
}

#[derive(Debug)]
struct Extension {
    name: String,
    wants_invoke: bool,
    wants_shutdown: bool,
    /// Whether it has asked for an event and has had none since.
    waits: bool,
    /// What it is told when it asks.
    event: Option<Bytes>,
    woken: Arc<Notify>,
}

/// How an extension has failed: the environment ends with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) kind: String,
    pub(super) message: String,
}

/// What an extension that asks for an event gets.
enum Polled {
    Event(Bytes),
    Wait(Arc<Notify>),
    Unknown,
}

/// The programs that a folder of layers starts with an environment, by name.
pub(super) fn external(layers: &Path) -> Vec<String> {
    use std::os::unix::fs::PermissionsExt as _;
    let entries = std::fs::read_dir(layers.join(FOLDER));
    let entries = entries.into_iter().flatten().flatten();
    let programs = entries.filter(|entry| {
        let program = std::fs::metadata(entry.path());
        program.is_ok_and(|program| program.is_file() && program.permissions().mode() & 0o111 != 0)
    });
    let mut names: Vec<String> = programs
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

impl Extensions {
    pub(super) fn new(about: About, external: Vec<String>) -> Self {
        Self {
            about,
            external,
            known: Mutex::default(),
            changed: Notify::new(),
        }
    }

    /// Waits until something has changed since this was asked last.
    pub(super) async fn changed(&self) {
        self.changed.notified().await;
    }

    /// Whether every program has registered and every extension waits for an event.
    pub(super) fn are_ready(&self) -> bool {
        let known = self.known();
        let is_known = |name: &String| known.by_id.values().any(|one| one.name == *name);
        self.external.iter().all(is_known)
            && known.by_id.values().all(|one| one.waits)
            && known.failure.is_none()
    }

    pub(super) fn failure(&self) -> Option<Failure> {
        self.known().failure.clone()
    }

    /// From here on nobody registers.
    pub(super) fn close(&self) {
        self.known().closed = true;
    }

    /// Whether every extension has done what it was told to do.
    pub(super) fn are_done(&self) -> bool {
        self.known().by_id.values().all(|one| one.waits)
    }

    /// The names of those that registered, with the events that they want.
    pub(super) fn registered(&self) -> Vec<(String, Vec<&'static str>)> {
        let known = self.known();
        let wanted = |one: &Extension| {
            let invoke = one.wants_invoke.then_some("INVOKE");
            invoke
                .into_iter()
                .chain(one.wants_shutdown.then_some("SHUTDOWN"))
                .collect()
        };
        let all = known.by_id.values();
        all.map(|one| (one.name.clone(), wanted(one))).collect()
    }

    /// A program of `/opt/extensions` has ended by itself.
    pub(super) fn ended(&self, name: &str, status: &str) {
        self.known().by_id.retain(|_, one| one.name != name);
        self.fail("Extension.Crash", format!("exit status {status}: {name}"));
    }

    /// Tells those that want to know of an invocation.
    pub(super) fn tell_invoke(&self, event: &Bytes) {
        self.tell(event, |one| one.wants_invoke);
    }

    /// Tells those that want to know of the end. Whether there is one.
    pub(super) fn tell_shutdown(&self, event: &Bytes) -> bool {
        self.tell(event, |one| one.wants_shutdown)
    }

    /// How much time the end may take: none without extensions.
    pub(super) fn grace(&self) -> Option<Grace> {
        let known = self.known();
        if !self.external.is_empty() {
            return Some(Grace::External);
        }
        (!known.by_id.is_empty()).then_some(Grace::Internal)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, event: &Bytes, wanted: impl Fn(&Extension) -> bool) -> bool {
        let mut known = self.known();
        let mut told = false;
        for one in known.by_id.values_mut().filter(|one| wanted(one)) {
            one.event = Some(event.clone());
            one.waits = false;
            one.woken.notify_one();
            told = true;
        }
        told
    }

    fn fail(&self, kind: &str, message: String) {
        self.known().failure.get_or_insert(Failure {
            kind: kind.to_owned(),
            message,
        });
        self.changed.notify_one();
    }

    fn poll(&self, id: &str) -> Polled {
        let mut known = self.known();
        let Some(one) = known.by_id.get_mut(id) else {
            return Polled::Unknown;
        };
        if let Some(event) = one.event.take() {
            return Polled::Event(event);
        }
        one.waits = true;
        let woken = Arc::clone(&one.woken);
        drop(known);
        self.changed.notify_one();
        Polled::Wait(woken)
    }
}

/// The time that extensions have for their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grace {
    Internal,
    External,
}

impl Grace {
    pub(super) const fn time(self) -> std::time::Duration {
        match self {
            Self::Internal => std::time::Duration::from_millis(500),
            Self::External => std::time::Duration::from_secs(2),
        }
    }
}
