//! Why a child could not be isolated or started.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A probe or a start that failed. Nothing is left running.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// All walls were required, and some do not stand.
    #[error("isolation is required, but this machine allows no {}; {cause}", missing.join(", no "))]
    Incomplete {
        /// The walls that are missing.
        missing: Vec<&'static str>,
        /// What the kernel said when it was asked.
        cause: String,
    },
    /// The specification cannot be carried out.
    #[error("{what}: {path:?}")]
    Invalid {
        /// What is wrong.
        what: &'static str,
        /// With which value.
        path: PathBuf,
    },
    /// One step of the start was refused.
    #[error("could not {step}{}: {source}", subject.as_ref().map(|path| format!(" {}", path.display())).unwrap_or_default())]
    Step {
        /// Which step.
        step: Step,
        /// On which file, where there is one.
        subject: Option<PathBuf>,
        /// What the kernel said.
        #[source]
        source: io::Error,
    },
    /// The child ended, or hung, before it said that it was set up.
    #[error("the child did not report within its deadline")]
    Silent,
}

impl SandboxError {
    /// Whether the program itself could not be executed, as against a wall that could not be built.
    pub const fn is_program_failure(&self) -> bool {
        matches!(
            self,
            Self::Step {
                step: Step::Execute | Step::WorkingDirectory,
                ..
            }
        )
    }
}

macro_rules! steps {
    ($($(#[doc = $doc:literal])* $name:ident => $words:literal,)*) => {
        /// A step of starting a child, in the order in which it is taken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Step {
            $(#[doc = $words] $name,)*
        }

        impl Step {
            const ALL: &[(Self, &'static str)] = &[$((Self::$name, $words),)*];
        }
    };
}

steps! {
    Prepare => "prepare",
    Fork => "create the process",
    ReadyToDie => "tie the child to its parent",
    Session => "start a session",
    MapUsers => "map users into the user namespace",
    JoinGroup => "join the memory group",
    Loopback => "bring up loopback",
    Listen => "listen inside the network",
    HandOut => "hand the listeners out",
    MountRoot => "mount the root",
    MakeDirectory => "make the directory",
    WriteFile => "write the file",
    Bind => "show the host's",
    ReadOnly => "make read-only",
    MountTmp => "mount /tmp",
    MountProc => "mount /proc",
    Pivot => "change the root",
    HostName => "set the host name",
    ChangeUser => "become an unprivileged user",
    UserNamespace => "create the user namespace",
    DropCapabilities => "drop capabilities",
    Landlock => "restrict files with landlock",
    Limit => "set the limits",
    NoNewPrivileges => "forbid new privileges",
    Seccomp => "filter system calls",
    ForkProgram => "fork the program",
    Streams => "connect the streams",
    WorkingDirectory => "enter the working directory",
    Execute => "start the program",
}

impl Step {
    /// The step that the child reported, if there is such a step.
    pub(crate) fn from_code(code: u8) -> Option<Self> {
        Self::ALL
            .iter()
            .map(|(step, _)| *step)
            .find(|step| *step as u8 == code)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Self::ALL
            .iter()
            .find(|(step, _)| step == self)
            .map_or("", |(_, words)| words);
        f.write_str(words)
    }
}
