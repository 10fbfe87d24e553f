//! `cargo xtask check`: everything that must hold, in the order of what it costs.
//!
//! The first step that fails ends it. A step that can't run says what is missing, and the tests
//! are never among those.

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::report::say;
use crate::tools::Tool;
use crate::workspace::Workspace;
use crate::{codegen, console, deny, python, tidy};

struct Step {
    name: &'static str,
    run: fn(&Workspace) -> anyhow::Result<Outcome>,
}

#[derive(Debug)]
enum Outcome {
    Passed,
    /// With what is missing, and how to get it.
    Skipped(&'static str),
}

const STEPS: [Step; 14] = [
    Step {
        name: "format",
        run: format,
    },
    Step {
        name: "clippy",
        run: clippy,
    },
    Step {
        name: "tidy",
        run: |workspace| tidy::run(workspace).map(passed),
    },
    Step {
        name: "test clients",
        run: |workspace| python::environment(workspace).map(passed),
    },
    Step {
        name: "tests' style",
        run: |workspace| python::style(workspace).map(passed),
    },
    Step {
        name: "codegen",
        run: |_| codegen::run(true).map(passed),
    },
    Step {
        name: "console",
        run: console_pages,
    },
    Step {
        name: "tests",
        run: tests,
    },
    Step {
        name: "documentation tests",
        run: documentation_tests,
    },
    Step {
        name: "fuzz targets",
        run: fuzz_targets,
    },
    Step {
        name: "licences and bans",
        run: licences,
    },
    Step {
        name: "spelling",
        run: |workspace| typos(workspace).map(passed),
    },
    Step {
        name: "end-to-end tests",
        run: |workspace| python::end_to_end(workspace, &[]).map(passed),
    },
    Step {
        name: "browser tests",
        run: browser_tests,
    },
];

pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let started = Instant::now();
    let mut lines = Vec::new();
    let mut failure = None;
    for step in &STEPS {
        if failure.is_some() {
            lines.push(line("not run", step.name, None, ""));
            continue;
        }
        say(&format!("\n=== {}", step.name));
        let begun = Instant::now();
        let ended = (step.run)(workspace);
        let took = Some(begun.elapsed());
        match ended {
            Ok(Outcome::Passed) => lines.push(line("passed", step.name, took, "")),
            Ok(Outcome::Skipped(why)) => lines.push(line("skipped", step.name, took, why)),
            Err(error) => {
                lines.push(line("FAILED", step.name, took, ""));
                say(&format!("{error:#}"));
                failure = Some(step.name);
            }
        }
        lines.last().into_iter().for_each(|line| say(line));
    }
    summarize(&lines, started.elapsed(), failure)
}

fn summarize(
    lines: &[String],
    took: Duration,
    failure: Option<&'static str>,
) -> anyhow::Result<()> {
    say("\n=== summary");
    for line in lines {
        say(line);
    }
    let took = took.as_secs_f64();
    match failure {
        None => say(&format!("check: passed in {took:.1} s")),
        Some(step) => bail!("check: failed at {step} after {took:.1} s"),
    }
    Ok(())
}

fn line(what: &str, step: &str, took: Option<Duration>, why: &str) -> String {
    let took = took
        .map(|took| format!("{:.1} s", took.as_secs_f64()))
        .unwrap_or_default();
    format!("{what:<8} {step:<20} {took:>9}  {why}")
        .trim_end()
        .to_owned()
}

fn passed<T>(_: T) -> Outcome {
    Outcome::Passed
}

fn format(workspace: &Workspace) -> anyhow::Result<Outcome> {
    Tool::cargo(workspace)
        .args(["fmt", "--all", "--check"])
        .run()
        .map(passed)
}

fn clippy(workspace: &Workspace) -> anyhow::Result<Outcome> {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    Tool::cargo(workspace).args(arguments).run().map(passed)
}

/// Tests that start a server find the binary of the same build by `PORTCULLIS_BIN`.
fn tests(workspace: &Workspace) -> anyhow::Result<Outcome> {
    Tool::cargo(workspace)
        .args(["build", "--package", "portcullis"])
        .run()?;
    let mut arguments = vec!["nextest", "run", "--workspace"];
    if !Tool::cargo(workspace)
        .args(["nextest", "--version"])
        .succeeds()?
    {
        say("cargo-nextest is not installed (`cargo install cargo-nextest`): cargo test instead");
        arguments = vec!["test", "--workspace", "--lib", "--bins", "--tests"];
    }
    let binary = workspace.binary("debug")?;
    Tool::cargo(workspace)
        .args(arguments)
        .env("PORTCULLIS_BIN", binary)
        .run()
        .map(passed)
}

/// Types, lints and freshness of the console's pages.
fn console_pages(workspace: &Workspace) -> anyhow::Result<Outcome> {
    match console::lacks()? {
        Some(lacking) => Ok(Outcome::Skipped(lacking)),
        None => console::check(workspace).map(passed),
    }
}

fn browser_tests(workspace: &Workspace) -> anyhow::Result<Outcome> {
    match console::lacks_browser()? {
        Some(lacking) => Ok(Outcome::Skipped(lacking)),
        None => console::end_to_end(workspace).map(passed),
    }
}

fn documentation_tests(workspace: &Workspace) -> anyhow::Result<Outcome> {
    Tool::cargo(workspace)
        .args(["test", "--quiet", "--workspace", "--doc"])
        .run()
        .map(passed)
}

/// They are a workspace of their own, which cargo-fuzz builds with another compiler: here only that
/// they still fit what they lead to.
fn fuzz_targets(workspace: &Workspace) -> anyhow::Result<Outcome> {
    let manifest = ["--manifest-path", "fuzz/Cargo.toml"];
    Tool::cargo(workspace)
        .args(["check", "--locked", "--target-dir", "target"])
        .args(manifest)
        .run()
        .map(passed)
}

fn licences(workspace: &Workspace) -> anyhow::Result<Outcome> {
    Ok(deny::check(workspace)?.map_or(Outcome::Passed, Outcome::Skipped))
}

fn typos(workspace: &Workspace) -> anyhow::Result<()> {
    Tool::new(python::environment(workspace)?.join("bin/typos"))
        .within(workspace.root())
        .run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_summary_says_what_and_how_long() {
        let took = Some(Duration::from_millis(1_250));
        assert_eq!(
            line("passed", "format", took, ""),
            "passed   format                   1.2 s"
        );
        assert_eq!(line("not run", "tests", None, ""), "not run  tests");
    }

    #[test]
    fn a_failed_step_fails_the_check() {
        assert!(summarize(&[], Duration::ZERO, Some("tests")).is_err());
        assert!(summarize(&[], Duration::ZERO, None).is_ok());
    }
}
