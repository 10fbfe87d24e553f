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

/// Where the process sees what a command is made of.
pub(super) struct Places<'a> {
    pub(super) runtime_dir: &'a Path,
    /// The interpreter, and where its installation is.
    pub(super) language: Option<(&'a Interpreter, &'a Path)>,
    /// The program that a function brings.
    pub(super) bootstrap: PathBuf,
}

/// Starts every program of the folder `$1` beside the runtime, and says in a frame on the standard
/// error when one has ended; then becomes the runtime, whose output is one stream.
const BESIDE_EXTENSIONS: &str = r#"
folder=$1
shift
for program in "$folder"/*; do
  if [ -f "$program" ] && [ -x "$program" ]; then
    (
      "$program" >&2
      said="${program##*/} $?"
      printf "\245\132\000\377\000\000\000\\$(printf %03o ${#said})\000\000\000\000\000\000\000\000%s" "$said" >&2
    ) &
  fi
done
exec "$@" 2>&1
"#;

impl Command {
    pub(super) fn of(config: &Version, places: &Places<'_>) -> Result<Self, InvokeError> {
        let unavailable = |reason: String| InvokeError::RuntimeUnavailable {
            runtime: config.runtime.to_string(),
            reason,
        };
        let runtime = Runtime::parse(&config.runtime);
        let runtime = runtime.map_err(|error| unavailable(error.to_string()))?;
        let missing = "no interpreter of this language is on the PATH of the server";
        let found = || {
            let (found, prefix) = places
                .language
                .ok_or_else(|| unavailable(missing.to_owned()))?;
            let script = places.runtime_dir.join(&found.script);
            Ok((found.seen_in(prefix), script))
        };
        let command = match runtime {
            Runtime::Provided => Self {
                program: places.bootstrap.clone(),
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

    /// With the programs of this folder, as the process sees it, started before.
    pub(super) fn beside_extensions(self, folder: &Path) -> Self {
        let mut args: Vec<OsString> = vec!["-c".into(), BESIDE_EXTENSIONS.into(), "sh".into()];
        args.extend([folder.into(), self.program.into()]);
        args.extend(self.args);
        Self {
            program: SHELL.into(),
            args,
        }
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
