//! The repository's own tools: `cargo xtask` lists them.
//!
//! They prepare and judge the product; the product must never need them to build.

mod check; // all of it, in order

mod console; // the pages of the web console

mod codegen; // the tables of wire and reference
mod conformance; // other people's tests, and what came of them
mod deny; // licences of what is linked
mod fuzz; // what strangers could send, made up
mod python; // the clients that the end-to-end tests use
mod tidy; // house rules that no lint knows

mod report; // what a person reads
mod tools; // programs that others made
mod workspace; // where things are

use std::process::ExitCode;

use anyhow::bail;
use tools::Tool;
use workspace::Workspace;

const USAGE: &str = "usage: cargo xtask COMMAND
  check               format, clippy, tidy, codegen --check, tests, end-to-end tests
  tidy                house rules that no lint knows
  codegen [--check]   write the generated files of wire and reference, or prove them fresh
  e2e [PYTEST ARGS]   end-to-end tests against the release binary
  console             build the pages of the web console into crates/console/dist
  venv                install the clients that these tests use, under target/venv
  conformance ...     run other people's tests against the binary, and write what came of them
  fuzz [--seconds N] [TARGET ...]
                      every fuzz target for a minute, or for N seconds, or only those named
  soak                ten minutes of mixed load, after which nothing may be left
  bench               measure, and print a table";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report::complain(&format!("xtask: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let workspace = Workspace::find();
    match arguments.as_slice() {
        ["check"] => check::run(&workspace),
        ["tidy"] => tidy::run(&workspace),
        ["codegen"] => codegen::run(false),
        ["codegen", "--check"] => codegen::run(true),
        ["console"] => console::build(&workspace),
        ["e2e", rest @ ..] => python::end_to_end(&workspace, rest),
        ["venv"] => python::environment(&workspace).map(|_| ()),
        ["conformance", rest @ ..] => conformance::run(&workspace, rest),
        ["fuzz", rest @ ..] => fuzz::run(&workspace, rest),
        ["bench"] => bench(&workspace),
        ["soak"] => python::soak(&workspace),
        _ => bail!("{USAGE}"),
    }
}

fn bench(workspace: &Workspace) -> anyhow::Result<()> {
    workspace.build_release()?;
    // Both of its programs: `run` builds the one it runs.
    Tool::cargo(workspace)
        .args(["build", "--release", "--package", "bench"])
        .run()?;
    Tool::cargo(workspace)
        .args(["run", "--release", "--package", "bench"])
        .env("PORTCULLIS_BIN", workspace.binary("release")?)
        .run()
}
