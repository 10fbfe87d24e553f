//! Functions under a debugger: no time-out, one environment, the host's network, and a port at which
//! the debugger of the language waits.

use std::ffi::OsString;
use std::time::Duration;

use super::start::Host;
use crate::registry::Resolved;
use crate::runtime::Runtime;

/// What stands for no time-out: whoever thinks before a breakpoint may take a day.
pub(super) const LIMIT: Duration = Duration::from_hours(24);
/// Where debuggers of these languages look by themselves.
const DEBUGPY: u16 = 5678;
const INSPECTOR: u16 = 9229;
const JDWP: u16 = 5005;
/// Tells our Python bootstrap to load `debugpy`. It forgets it at once.
const VARIABLE: &str = "_PORTCULLIS_DEBUG";

/// How a function is debugged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Debug {
    /// None where the language has no debugger here.
    waits: Option<Waits>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waits {
    Debugpy(u16),
    Inspector(u16),
    Jdwp(u16),
}

impl Host {
    /// How a function is debugged, if it is.
    pub(crate) fn debug(&self, resolved: &Resolved) -> Option<Debug> {
        let port = self.debug.get(resolved.function.name.as_str())?;
        let waits = match Runtime::of(resolved.config()) {
            Ok(Runtime::Python { .. }) => Some(Waits::Debugpy(port.unwrap_or(DEBUGPY))),
            Ok(Runtime::Node { .. }) => Some(Waits::Inspector(port.unwrap_or(INSPECTOR))),
            Ok(Runtime::Java { .. }) => Some(Waits::Jdwp(port.unwrap_or(JDWP))),
            Ok(Runtime::Ruby { .. } | Runtime::Provided | Runtime::Image) | Err(_) => None,
        };
        Some(Debug { waits })
    }
}

impl Debug {
    /// For the interpreter itself.
    pub(super) fn argument(self) -> Option<OsString> {
        match self.waits? {
            Waits::Inspector(port) => Some(format!("--inspect=127.0.0.1:{port}").into()),
            Waits::Jdwp(port) => {
                let agent =
                    "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:";
                Some(format!("{agent}{port}").into())
            }
            Waits::Debugpy(_) => None,
        }
    }

    pub(super) fn variable(self) -> Option<(OsString, OsString)> {
        match self.waits? {
            Waits::Debugpy(port) => Some((VARIABLE.into(), port.to_string().into())),
            Waits::Inspector(_) | Waits::Jdwp(_) => None,
        }
    }

    /// Says where to attach, in the server's log.
    pub(super) fn announce(self, function: &str) {
        match self.waits {
            Some(Waits::Debugpy(port)) => {
                tracing::info!(function, port, "debugpy waits on 127.0.0.1");
            }
            Some(Waits::Jdwp(port)) => {
                tracing::info!(function, port, "Java's debug agent waits on 127.0.0.1");
            }
            Some(Waits::Inspector(port)) => {
                tracing::info!(function, port, "the Node inspector waits on 127.0.0.1");
            }
            None => tracing::info!(
                function,
                "runs without a time-out; its runtime has no debugger"
            ),
        }
    }
}
