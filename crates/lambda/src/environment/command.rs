//! Which program is started for a version, and with which arguments.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use model::Version;

use crate::event::InvokeError;
use crate::runtime::{Interpreter, Runtime};

/// A script that a function has put in front of its runtime. AWS: "Modifying the runtime environment".
pub(super) const WRAPPER: &str = "AWS_LAMBDA_EXEC_WRAPPER";
/// The shell's own way to say that a wrapper is missing is what AWS answers: exit status 127.
const SHELL: &str = "/bin/sh";

#[derive(Debug)]
pub(super) struct Command {
    pub(super) program: PathBuf,
    pub(super) args: Vec<OsString>,
}

/// Where the process sees what a command is made of.
pub(super) struct Places<'a> {
    pub(super) task_root: &'a Path,
    pub(super) runtime_dir: &'a Path,
    /// The interpreter, and where its installation is.
    pub(super) language: Option<(&'a Interpreter, &'a Path)>,
    /// The program that a function brings.
    pub(super) bootstrap: PathBuf,
}

/// AWS's client for Java, which takes the handler as its argument.
const JAVA_CLIENT: &str = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

/// With AWS's flags for a quick start, and a heap that leaves room for the machine itself.
fn java_command(program: PathBuf, config: &Version, task_root: &Path) -> Command {
    let root = task_root.display();
    let heap = u64::from(config.memory_mib) * 1024 * 85 / 100;
    let args = [
        format!("-XX:MaxHeapSize={heap}k"),
        "-XX:+UseSerialGC".to_owned(),
        "-XX:TieredStopAtLevel=1".to_owned(),
        "-Xshare:auto".to_owned(),
        "-cp".to_owned(),
        format!("{root}:{root}/lib/*:/opt/java/lib/*"),
        JAVA_CLIENT.to_owned(),
        config.handler.clone(),
    ];
    Command {
        program,
        args: args.map(OsString::from).to_vec(),
    }
}

/// Whether one of these folders has the client, as a library or as a class.
pub(super) fn has_java_client(code: &Path, layers: Option<&Path>) -> bool {
    const LIBRARY: &str = "aws-lambda-java-runtime-interface-client";
    let class = format!("{}.class", JAVA_CLIENT.replace('.', "/"));
    let libraries = [
        Some(code.join("lib")),
        layers.map(|opt| opt.join("java/lib")),
    ];
    let mut entries = libraries
        .into_iter()
        .flatten()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten();
    code.join(class).exists()
        || entries.any(|entry| entry.file_name().to_string_lossy().starts_with(LIBRARY))
}

/// Starts every program of the folder `$1` beside the runtime, and says in a frame on the standard
/// error when one has ended; of the runtime, which has no name there, too. The extensions outlive it,
/// to be told of its end. The runtime's output is one stream; the polite signal is for it.
const BESIDE_EXTENSIONS: &str = r#"
folder=$1
shift
say() {
  printf "\245\132\000\377\000\000\000\\$(printf %03o ${#1})\000\000\000\000\000\000\000\000%s" "$1" >&2
}
for program in "$folder"/*; do
  if [ -f "$program" ] && [ -x "$program" ]; then
    (
      "$program" >&2
      say "${program##*/} $?"
    ) &
  fi
done
"$@" 2>&1 &
runtime=$!
asked=
trap 'asked=1; kill -TERM $runtime 2>/dev/null' TERM
while :; do
  wait $runtime
  status=$?
  kill -0 $runtime 2>/dev/null || break
done
[ -n "$asked" ] && exit
say " $status"
wait
"#;

impl Command {
    pub(super) fn of(config: &Version, places: &Places<'_>) -> Result<Self, InvokeError> {
        let unavailable = |reason: String| InvokeError::RuntimeUnavailable {
            runtime: config.runtime_text().to_owned(),
            reason,
        };
        let runtime = Runtime::of(config);
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
            Runtime::Provided | Runtime::Image => Self {
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
            Runtime::Ruby { .. } => {
                let (program, script) = found()?;
                Self {
                    program,
                    args: vec![script.into()],
                }
            }
            Runtime::Java { .. } => {
                let (java, _) = found()?;
                java_command(java, config, places.task_root)
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
