//! Which program is started for a version, and with which arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use model::Version;

use crate::event::InvokeError;
use crate::runtime::{Interpreter, Runtime};

/// A script that a function has put in front of its runtime. AWS: "Modifying the runtime environment".
const WRAPPER: &str = "AWS_LAMBDA_EXEC_WRAPPER";
/// The shell's own way to say that a wrapper is missing is what AWS answers: exit status 127.
const SHELL: &str = "/bin/sh";

#[derive(Debug)]
pub(super) struct Command {
    pub(super) program: PathBuf,
    pub(super) args: Vec<OsString>,
}

impl Command {
    /// For a version whose code, whose bootstraps and whose interpreter's installation the process
    /// sees at these places.
    pub(super) fn of(
        config: &Version,
        task_root: &Path,
        runtime_dir: &Path,
        interpreter: Option<(&Interpreter, &Path)>,
    ) -> Result<Self, InvokeError> {
        let unavailable = |reason: String| InvokeError::RuntimeUnavailable {
            runtime: config.runtime.to_string(),
            reason,
        };
        let runtime = Runtime::parse(&config.runtime);
        let runtime = runtime.map_err(|error| unavailable(error.to_string()))?;
        let missing = "no interpreter of this language is on the PATH of the server";
        let found = || {
            let (found, prefix) = interpreter.ok_or_else(|| unavailable(missing.to_owned()))?;
            Ok((found.seen_in(prefix), runtime_dir.join(&found.script)))
        };
        let command = match runtime {
            Runtime::Provided => Self {
                program: task_root.join("bootstrap"),
                args: Vec::new(),
            },
            Runtime::Python { .. } => {
                let (program, script) = found()?;
                Self {
                    program,
                    args: vec!["-I".into(), "-S".into(), script.into()],
                }
            }
            Runtime::Node { .. } => {
                // V8 collects garbage in time only if it knows how much there is to use.
                let heap = format!("--max-old-space-size={}", config.memory_mib * 9 / 10);
                let (program, script) = found()?;
                Self {
                    program,
                    args: vec![heap.into(), script.into()],
                }
            }
        };
        Ok(
            match config.environment.as_ref().and_then(|own| own.get(WRAPPER)) {
                Some(wrapper) if runtime != Runtime::Provided => command.behind(wrapper),
                _ => command,
            },
        )
    }

    fn behind(self, wrapper: &str) -> Self {
        let mut args: Vec<OsString> = vec!["-c".into(), r#"exec "$0" "$@""#.into(), wrapper.into()];
        args.push(self.program.into());
        args.extend(self.args);
        Self {
            program: SHELL.into(),
            args,
        }
    }
}
