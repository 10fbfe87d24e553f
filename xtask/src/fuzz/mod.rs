//! `cargo xtask fuzz`: every fuzz target, one after the other, from the seeds of the tests.
//!
//! What is found stays below `fuzz/artifacts`, what leads far below `fuzz/corpus`, and what each
//! target printed in its `target/fuzz/TARGET.log`; none of it is committed.

mod request;
mod seeds;
mod told;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use request::Request;
use told::Told;

use crate::report::say;
use crate::tools::Tool;
use crate::workspace::Workspace;

const RELEASE: &str = "0.13.1";
/// Its compiler writes the marks of coverage that the fuzzer goes by.
const COMPILER: &str = "nightly";
/// No target reaches code that is unsafe, and the sanitizer would take half of the executions.
const BUILD: [&str; 4] = ["--sanitizer", "none", "--debug-assertions", "--fuzz-dir"];

pub(crate) fn run(workspace: &Workspace, arguments: &[&str]) -> anyhow::Result<()> {
    let request = Request::read(arguments, &targets(workspace)?)?;
    let fuzzer = Fuzzer::find(workspace)?;
    seeds::write(workspace, &request.targets)?;
    fuzzer.build()?;
    let mut found = Vec::new();
    for target in &request.targets {
        let told = fuzzer.run(target, request.seconds)?;
        say(&format!("{target:<16} {told}"));
        if told.is_finding() {
            found.push(target.as_str());
        }
    }
    if !found.is_empty() {
        let found = found.join(", ");
        bail!("something was found by {found}: the inputs are below fuzz/artifacts");
    }
    Ok(())
}

/// The targets of `fuzz/Cargo.toml`, in its order.
fn targets(workspace: &Workspace) -> anyhow::Result<Vec<String>> {
    let file = workspace.root().join("fuzz/Cargo.toml");
    let manifest = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let binaries = manifest.split("[[bin]]").skip(1);
    let names = binaries.filter_map(|binary| {
        let line = binary.lines().find(|line| line.starts_with("name = "))?;
        line.split('"').nth(1).map(str::to_owned)
    });
    Ok(names.collect())
}

/// cargo-fuzz and its compiler.
struct Fuzzer<'a> {
    workspace: &'a Workspace,
    program: PathBuf,
}

impl<'a> Fuzzer<'a> {
    fn find(workspace: &'a Workspace) -> anyhow::Result<Self> {
        let version = Tool::new("rustc").arg("--version");
        if !version.env("RUSTUP_TOOLCHAIN", COMPILER).succeeds()? {
            bail!("there is no nightly compiler: `rustup toolchain install nightly`");
        }
        let program = workspace.tool("cargo-fuzz", RELEASE)?;
        let program = program
            .context("cargo-fuzz is not installed, and could not be: `cargo install cargo-fuzz`")?;
        Ok(Self { workspace, program })
    }

    fn tool(&self, command: &str) -> Tool {
        Tool::new(&self.program)
            .within(self.workspace.root())
            .env("RUSTUP_TOOLCHAIN", COMPILER)
            // Not the cargo that runs us, which is of another toolchain.
            .env("CARGO", "cargo")
            .args(["fuzz", command])
            .args(BUILD)
            .arg("fuzz")
    }

    fn build(&self) -> anyhow::Result<()> {
        self.tool("build").run()
    }

    fn run(&self, target: &str, seconds: u32) -> anyhow::Result<Told> {
        let directory = self.workspace.root().join("target/fuzz");
        fs::create_dir_all(&directory)?;
        let log = directory.join(format!("{target}.log"));
        let ended_well = self
            .tool("run")
            .args([target, "--", "-timeout=5", "-rss_limit_mb=2048"])
            .args(["-max_len=8192", "-dict=fuzz/dictionary"])
            .args([
                "-print_final_stats=1",
                &format!("-max_total_time={seconds}"),
            ])
            .writes_to(&log)?;
        let printed = fs::read(&log)?;
        Ok(Told::read(&String::from_utf8_lossy(&printed), ended_well))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_of_the_manifest_is_known() {
        let workspace = Workspace::find();
        let mut named = targets(&workspace).unwrap();
        named.sort();
        let folder = workspace.root().join("fuzz/fuzz_targets");
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path().file_stem().unwrap().to_owned())
            .map(|stem| stem.into_string().unwrap())
            .collect();
        files.sort();
        assert_eq!(named, files);
    }
}
