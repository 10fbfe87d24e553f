//! Runtimes: which identifiers are served, and which interpreter of this host runs them.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use model::{Region, RuntimeName, Version};

use crate::bootstrap;

/// A family of runtimes and its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Runtime {
    /// `python3.MINOR`
    Python { minor: u8 },
    /// `nodejsMAJOR.x`
    Node { major: u8 },
    /// `javaMAJOR`, with AWS's runtime interface client, which the function brings.
    Java { major: u8 },
    /// `ruby3.MINOR`
    Ruby { minor: u8 },
    /// `provided`, `provided.al2`, `provided.al2023`: the function brings its own `bootstrap`.
    Provided,
    /// A container image, which brings everything.
    Image,
}

/// A runtime identifier that no function can be created with here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "runtime {0} is not served: use python3.8 to python3.14, nodejs16.x to nodejs24.x, java8.al2 to \
     java25, ruby3.2 to ruby3.4, or provided.* with a program of any language called bootstrap (.NET: \
     publish the function self-contained)"
)]
pub struct UnknownRuntime(pub String);

impl Runtime {
    /// The runtime of a version.
    pub fn of(config: &Version) -> Result<Self, UnknownRuntime> {
        match (&config.image, &config.runtime) {
            (Some(_), _) => Ok(Self::Image),
            (None, Some(name)) => Self::parse(name),
            (None, None) => Err(UnknownRuntime(String::new())),
        }
    }

    /// Reads an identifier of the Lambda API.
    pub fn parse(name: &RuntimeName) -> Result<Self, UnknownRuntime> {
        let unknown = || UnknownRuntime(name.to_string());
        let text = name.as_str();
        if let Some(minor) = text.strip_prefix("python3.") {
            let minor = minor.parse().map_err(|_| unknown())?;
            return if (8..=14).contains(&minor) {
                Ok(Self::Python { minor })
            } else {
                Err(unknown())
            };
        }
        if let Some(major) = text
            .strip_prefix("nodejs")
            .and_then(|rest| rest.strip_suffix(".x"))
        {
            let major = major.parse().map_err(|_| unknown())?;
            return if matches!(major, 16 | 18 | 20 | 22 | 24) {
                Ok(Self::Node { major })
            } else {
                Err(unknown())
            };
        }
        match text {
            "java8.al2" => Ok(Self::Java { major: 8 }),
            "java11" => Ok(Self::Java { major: 11 }),
            "java17" => Ok(Self::Java { major: 17 }),
            "java21" => Ok(Self::Java { major: 21 }),
            "java25" => Ok(Self::Java { major: 25 }),
            "ruby3.2" => Ok(Self::Ruby { minor: 2 }),
            "ruby3.3" => Ok(Self::Ruby { minor: 3 }),
            "ruby3.4" => Ok(Self::Ruby { minor: 4 }),
            "provided" | "provided.al2" | "provided.al2023" => Ok(Self::Provided),
            _ => Err(unknown()),
        }
    }

    /// Programs that may run it, the exact version first.
    fn candidates(self) -> Vec<String> {
        match self {
            Self::Python { minor } => vec![format!("python3.{minor}"), "python3".to_owned()],
            Self::Node { .. } => vec!["node".to_owned(), "nodejs".to_owned()],
            Self::Java { .. } => vec!["java".to_owned()],
            Self::Ruby { minor } => vec![format!("ruby3.{minor}"), "ruby".to_owned()],
            Self::Provided | Self::Image => Vec::new(),
        }
    }

    /// Prints, in three lines: the real program, its installation, its version.
    const fn self_description(self) -> &'static [&'static str] {
        match self {
            Self::Python { .. } => &[
                "-I",
                "-S",
                "-c",
                "import sys,os;print(os.path.realpath(sys.executable));print(os.path.realpath(sys.base_prefix));print('%d.%d.%d'%sys.version_info[:3])",
            ],
            Self::Ruby { .. } => &[
                "--disable=gems",
                "-e",
                "puts File.realpath(RbConfig.ruby), File.realpath(RbConfig::CONFIG['prefix']), RUBY_VERSION",
            ],
            // Its properties, which `properties` reads.
            Self::Java { .. } => &["-XshowSettings:properties", "-version"],
            Self::Node { .. } | Self::Provided | Self::Image => &[
                "-e",
                "const p=require('fs').realpathSync(process.execPath);console.log(p+'\\n'+require('path').resolve(p,'../..')+'\\n'+process.versions.node)",
            ],
        }
    }

    const fn script(self) -> &'static str {
        match self {
            Self::Python { .. } => bootstrap::PYTHON,
            Self::Ruby { .. } => bootstrap::RUBY,
            Self::Node { .. } | Self::Java { .. } | Self::Provided | Self::Image => bootstrap::NODE,
        }
    }

    fn matches(self, version: &str) -> bool {
        match self {
            Self::Python { minor } | Self::Ruby { minor } => {
                version.starts_with(&format!("3.{minor}."))
            }
            Self::Node { major } => version.starts_with(&format!("{major}.")),
            Self::Java { major: 8 } => version.starts_with("1.8."),
            // `25` alone is the first release of a version.
            Self::Java { major } => version.split('.').next() == Some(&major.to_string()),
            Self::Provided | Self::Image => true,
        }
    }
}

/// A program of the host, resolved to the real file: a version manager's wrapper script costs
/// 300 ms a start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interpreter {
    pub program: PathBuf,
    /// The directory that holds its libraries.
    pub prefix: PathBuf,
    /// Such as `3.12.1`.
    pub version: String,
    /// Whether it is of the version that the function asks for.
    pub exact: bool,
    /// The file in the runtime directory that it runs.
    pub(crate) script: String,
}

impl Interpreter {
    /// The program where its installation is seen at another place.
    pub(crate) fn seen_in(&self, prefix: &Path) -> PathBuf {
        match self.program.strip_prefix(&self.prefix) {
            Ok(below) => prefix.join(below),
            Err(_) => self.program.clone(),
        }
    }
}

/// A runtime as the platform's lines name it: empty of a container image, of which they name none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Such as `python:3.13.v01`.
    pub(crate) version: String,
    /// It ends in the interpreter of this host: `…::runtime:interpreter_3_13_1`.
    pub(crate) arn: String,
}

impl Shown {
    /// The form is that of test_multi_line_prints. AWS counts its builds of a runtime; there is one here.
    pub(crate) fn of(
        name: Option<&RuntimeName>,
        region: &Region,
        found: Option<&Interpreter>,
    ) -> Self {
        let Some(name) = name.map(RuntimeName::as_str) else {
            return Self::default();
        };
        let language = name.find(|letter: char| letter.is_ascii_digit());
        let (language, version) = name.split_at(language.unwrap_or(name.len()));
        let (language, version) = match name.split_once('.') {
            // `provided.al2023`
            Some((language, version)) if language == "provided" => (language, version),
            Some(_) | None => (language, version.trim_end_matches(".x")),
        };
        let id = match found {
            None => "brought_by_the_function".to_owned(),
            Some(found) if found.exact => format!("interpreter_{}", found.version),
            Some(found) => format!("interpreter_{}_instead_of_{name}", found.version),
        };
        let id = id.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        Self {
            version: format!("{language}:{version}.v01"),
            arn: format!("arn:{}:lambda:{region}::runtime:{id}", model::PARTITION),
        }
    }
}

/// How long a candidate may take to describe itself.
const DESCRIBE_WITHIN: Duration = Duration::from_secs(10);

impl Interpreter {
    /// Finds the program for a runtime: of the right version if there is one, else any version of
    /// the same language, never another language. What it is to run is made ready in `runtime_dir`.
    pub(crate) async fn find(runtime: Runtime, runtime_dir: &Path) -> Option<Self> {
        let mut found = Self::on_host(runtime).await?;
        if matches!(runtime, Runtime::Python { .. }) {
            found.script = bootstrap::python(runtime_dir, &found).await;
        }
        Some(found)
    }

    /// The program of this machine for a runtime, as [`Interpreter::exact`] tells.
    pub async fn on_host(runtime: Runtime) -> Option<Self> {
        let mut other_version = None;
        for program in runtime.candidates().iter().flat_map(|name| on_path(name)) {
            let Some(found) = describe(runtime, &program).await else {
                continue;
            };
            if found.exact {
                return Some(found);
            }
            other_version.get_or_insert(found);
        }
        other_version
    }
}

fn on_path(name: &str) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .filter(|file| file.is_file())
        .collect()
}

async fn describe(runtime: Runtime, program: &Path) -> Option<Interpreter> {
    let command = tokio::process::Command::new(program)
        .args(runtime.self_description())
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(DESCRIBE_WITHIN, command)
        .await
        .ok()?
        .ok()?;
    if !output.status.success() {
        return None;
    }
    let text = match runtime {
        Runtime::Java { .. } => properties(&String::from_utf8(output.stderr).ok()?)?,
        Runtime::Python { .. }
        | Runtime::Node { .. }
        | Runtime::Ruby { .. }
        | Runtime::Provided
        | Runtime::Image => String::from_utf8(output.stdout).ok()?,
    };
    let mut lines = text.lines();
    let (program, prefix, version) = (lines.next()?, lines.next()?, lines.next()?);
    Some(Interpreter {
        program: PathBuf::from(program),
        prefix: PathBuf::from(prefix),
        exact: runtime.matches(version),
        version: version.to_owned(),
        script: runtime.script().to_owned(),
    })
}

/// The three lines of a description, from what Java says of itself.
fn properties(text: &str) -> Option<String> {
    let property = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.split_once(" = "));
        lines.find_map(|(key, value)| (key.trim() == name).then(|| value.trim()))
    };
    let (home, version) = (property("java.home")?, property("java.version")?);
    Some(format!("{home}/bin/java\n{home}\n{version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<Runtime>) {
        let parsed = RuntimeName::new(name)
            .ok()
            .and_then(|name| Runtime::parse(&name).ok());
        assert_eq!(parsed, expected, "{name}");
    }

    #[test]
    fn identifiers_name_a_family_and_a_version() {
        check("python3.12", Some(Runtime::Python { minor: 12 }));
        check("nodejs20.x", Some(Runtime::Node { major: 20 }));
        check("provided.al2023", Some(Runtime::Provided));
        check("java8.al2", Some(Runtime::Java { major: 8 }));
        check("java21", Some(Runtime::Java { major: 21 }));
        check("ruby3.3", Some(Runtime::Ruby { minor: 3 }));
    }

    #[test]
    fn the_platform_names_a_runtime_as_aws_does_and_the_interpreter_with_it() {
        let found = |version: &str, exact| Interpreter {
            program: "/usr/bin/x".into(),
            prefix: "/usr".into(),
            version: version.to_owned(),
            exact,
            script: String::new(),
        };
        for (name, interpreter, version, id) in [
            (
                "python3.13",
                Some(found("3.13.1", true)),
                "python:3.13.v01",
                "interpreter_3_13_1",
            ),
            (
                "python3.13",
                Some(found("3.11.7", false)),
                "python:3.13.v01",
                "interpreter_3_11_7_instead_of_python3_13",
            ),
            (
                "nodejs20.x",
                Some(found("20.1.0", true)),
                "nodejs:20.v01",
                "interpreter_20_1_0",
            ),
            (
                "java8.al2",
                Some(found("1.8.0", true)),
                "java:8.al2.v01",
                "interpreter_1_8_0",
            ),
            (
                "provided.al2023",
                None,
                "provided:al2023.v01",
                "brought_by_the_function",
            ),
        ] {
            let name = RuntimeName::new(name).unwrap();
            let region = Region::new("us-east-1").unwrap();
            let shown = Shown::of(Some(&name), &region, interpreter.as_ref());
            assert_eq!(shown.version, version);
            assert_eq!(shown.arn, format!("arn:aws:lambda:us-east-1::runtime:{id}"));
        }
    }

    #[test]
    fn what_cannot_run_is_refused() {
        for name in [
            "python2.7",
            "python3.99",
            "python3.",
            "nodejs",
            "nodejs20",
            "nodejs4.x",
            "nodejs19.x",
            "java7",
            "ruby2.7",
            "dotnet8",
        ] {
            check(name, None);
        }
    }
}
