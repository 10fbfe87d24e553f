//! The end-to-end tests and the clients that they use: AWS's own, in pinned releases.
//!
//! Nothing is installed outside `target/venv`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, bail};

use crate::report::say;
use crate::tools::Tool;
use crate::workspace::Workspace;

/// The AWS CLI's oldest.
const OLDEST: &str = "3.10";
const CANDIDATES: [&str; 6] = [
    "python3",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
    "python3.14",
];
/// Exits with 0 only for a Python that is new enough and can make a virtual environment.
const PROBE: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
const STAMP: &str = "installed-requirements.txt";

/// Runs the tests against the release binary; without arguments, all of them on two workers.
pub(crate) fn end_to_end(workspace: &Workspace, arguments: &[&str]) -> anyhow::Result<()> {
    workspace.build_release()?;
    let environment = environment(workspace)?;
    let usual: &[&str] = &["-n", "2", "--dist", "loadfile"];
    Tool::new(environment.join("bin/python"))
        .within(&workspace.end_to_end_tests())
        .args(["-m", "pytest"])
        .args(if arguments.is_empty() {
            usual
        } else {
            arguments
        })
        .env("PORTCULLIS_BIN", workspace.binary("release")?)
        .run()
}

/// The end-to-end soak test for ten minutes instead of a few seconds.
pub(crate) fn soak(workspace: &Workspace) -> anyhow::Result<()> {
    const SECONDS: &str = "600";
    workspace.build_release()?;
    Tool::new(environment(workspace)?.join("bin/python"))
        .within(&workspace.end_to_end_tests())
        .args(["-m", "pytest", "-s", "test_soak.py", "-o", "timeout=1200"])
        .env("PORTCULLIS_BIN", workspace.binary("release")?)
        .env("SOAK_SECONDS", SECONDS)
        .run()
}

/// Format and lints of the tests themselves; `ruff.toml` beside them says which.
pub(crate) fn style(workspace: &Workspace) -> anyhow::Result<()> {
    let ruff = environment(workspace)?.join("bin/ruff");
    for arguments in [["format", "--check"], ["check", "--quiet"]] {
        Tool::new(&ruff)
            .within(&workspace.end_to_end_tests())
            .args(arguments)
            .arg("--no-cache")
            .run()?;
    }
    Ok(())
}

/// The virtual environment, made anew when what it shall hold has changed.
pub(crate) fn environment(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    let environment = workspace.environment();
    let file = workspace.end_to_end_tests().join("requirements.txt");
    let wanted = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let stamp = environment.join(STAMP);
    let whole = environment.join("bin/pytest").is_file();
    if whole && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(environment);
    }
    say(&format!(
        "installing the test clients into {}",
        environment.display()
    ));
    Tool::new(interpreter()?)
        .args(["-m", "venv", "--clear"])
        .arg(&environment)
        .run()?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
    ];
    Tool::new(environment.join("bin/python"))
        .args(pip)
        .arg(&file)
        .run()
        .context(
            "the test clients could not be installed: pip needs to reach a package index, or a \
         directory of wheels named by PIP_FIND_LINKS",
        )?;
    fs::write(&stamp, wanted)?;
    Ok(environment)
}

fn interpreter() -> anyhow::Result<String> {
    let named = std::env::var("PYTHON").ok();
    for candidate in named.into_iter().chain(CANDIDATES.map(str::to_owned)) {
        if Tool::new(&candidate).args(["-c", PROBE]).succeeds()? {
            return Ok(candidate);
        }
    }
    bail!(
        "no Python {OLDEST} or newer with venv was found: install python3 and python3-venv, or \
         name an interpreter in the variable PYTHON"
    )
}
