//! Programs that others made: run with what is asked and nothing more, and named when missing.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::workspace::Workspace;

/// One run of a program.
#[derive(Debug)]
pub(crate) struct Tool {
    name: String,
    command: Command,
}

impl Tool {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        // No tool may wait for somebody to type.
        command.stdin(Stdio::null());
        Self {
            name: program.to_string_lossy().into_owned(),
            command,
        }
    }

    /// The cargo that runs us, in the workspace.
    pub(crate) fn cargo(workspace: &Workspace) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        Self::new(cargo).within(workspace.root())
    }

    pub(crate) fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(mut self, args: I) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn arg(self, argument: impl AsRef<OsStr>) -> Self {
        self.args([argument])
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn within(mut self, directory: &Path) -> Self {
        self.command.current_dir(directory);
        self
    }

    /// Runs it with our own output; anything but success is an error.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        self.completes(&[0])
    }

    /// The same for a program that has more than one code for having done what was asked.
    pub(crate) fn completes(mut self, codes: &[i32]) -> anyhow::Result<()> {
        let status = self
            .command
            .status()
            .with_context(|| format!("{} did not start", self.name))?;
        if status.code().is_some_and(|code| codes.contains(&code)) {
            return Ok(());
        }
        let shown: Vec<_> = self
            .command
            .get_args()
            .map(OsStr::to_string_lossy)
            .collect();
        bail!("`{} {}` ended with {status}", self.name, shown.join(" "))
    }

    /// Runs it and gives what it printed.
    pub(crate) fn output(mut self) -> anyhow::Result<String> {
        let output = self.command.stderr(Stdio::inherit()).output();
        let output = output.with_context(|| format!("{} did not start", self.name))?;
        if !output.status.success() {
            bail!("`{}` ended with {}", self.name, output.status);
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Runs it with all that it prints in a file, and tells whether it ended well.
    pub(crate) fn writes_to(mut self, file: &Path) -> anyhow::Result<bool> {
        let output = File::create(file).with_context(|| file.display().to_string())?;
        self.command.stdout(output.try_clone()?).stderr(output);
        let status = self.command.status();
        let status = status.with_context(|| format!("{} did not start", self.name))?;
        Ok(status.success())
    }

    /// Whether it is there and ends well, in silence.
    pub(crate) fn succeeds(mut self) -> anyhow::Result<bool> {
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        match self.command.status() {
            Ok(status) => Ok(status.success()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error).with_context(|| format!("{} did not start", self.name)),
        }
    }
}
