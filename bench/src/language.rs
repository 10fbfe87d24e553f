//! The languages of measured functions: a mirror in each, and who runs it.

use anyhow::Context as _;
use clap::ValueEnum;
use serde::{Deserialize, Serialize};

const PYTHON_MIRROR: (&str, &str) = ("main.py", include_str!("functions/mirror.py"));
const NODE_MIRROR: (&str, &str) = ("main.js", include_str!("functions/mirror.js"));

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
pub(crate) enum Language {
    Python,
    Node,
}

impl Language {
    pub(crate) const ALL: [Self; 2] = [Self::Python, Self::Node];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::Node => "Node",
        }
    }

    /// The function, and its path in the API.
    pub(crate) fn mirror(self) -> &'static str {
        match self {
            Self::Python => "mirror-python",
            Self::Node => "mirror-node",
        }
    }

    pub(crate) fn mirror_code(self) -> (&'static str, &'static str) {
        match self {
            Self::Python => PYTHON_MIRROR,
            Self::Node => NODE_MIRROR,
        }
    }

    /// The program of this host that runs it, which functions see at another place.
    pub(crate) fn interpreter(self) -> anyhow::Result<String> {
        let (names, ask): (&[&str], &[&str]) = match self {
            Self::Python => (
                &["python3.12", "python3"],
                &[
                    "-I",
                    "-S",
                    "-c",
                    "import sys, os; print(os.path.realpath(sys.executable))",
                ],
            ),
            Self::Node => (
                &["node", "nodejs"],
                &[
                    "-e",
                    "console.log(require('fs').realpathSync(process.execPath))",
                ],
            ),
        };
        let mut asked = names.iter().filter_map(|name| {
            let answer = std::process::Command::new(name).args(ask).output().ok()?;
            let path = String::from_utf8(answer.stdout).ok()?;
            answer.status.success().then(|| path.trim().to_owned())
        });
        asked
            .next()
            .with_context(|| format!("no {} is on the PATH", self.name()))
    }

    pub(crate) fn runtime(self) -> &'static str {
        match self {
            Self::Python => "python3.12",
            Self::Node => "nodejs20.x",
        }
    }
}
