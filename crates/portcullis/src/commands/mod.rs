//! What a person can do: one file per command.

mod check;
mod compact;
mod completions;
mod console;
mod demo;
mod doctor;
mod env;
mod export;
mod invoke;
mod logs;
mod manual;
mod map;
mod record;
mod reset;
mod status;
mod table; // columns
mod terminal; // who reads it
mod trace;
mod up;
mod why;

use std::io::Write as _;
use std::process::ExitCode;

use crate::settings::{Command, CommandLine};

pub(crate) fn run(command_line: CommandLine) -> anyhow::Result<ExitCode> {
    match command_line.command {
        Command::Env(asked) => env::run(&asked),
        Command::Up(asked) => on_runtime(up::run(*asked)),
        Command::Demo(asked) => on_runtime(demo::run(asked)),
        Command::Check(asked) => check::run(&asked),
        Command::Export(asked) => on_runtime(export::run(asked)),
        Command::Trace(asked) => on_runtime(trace::run(asked)),
        Command::Map(asked) => on_runtime(map::run(asked)),
        Command::Compact(asked) => on_runtime(compact::run(asked)),
        Command::Doctor(asked) => on_runtime(doctor::run(asked)),
        Command::Invoke(asked) => on_runtime(invoke::run(asked)),
        Command::Logs(asked) => on_runtime(logs::run(asked)),
        Command::Record(asked) => on_runtime(record::run(asked)),
        Command::Why(asked) => on_runtime(why::run(asked)),
        Command::Status(asked) => on_runtime(status::run(asked)),
        Command::Console(asked) => on_runtime(console::run(asked)),
        Command::Reset(asked) => on_runtime(reset::run(asked)),
        Command::Completions(asked) => Ok(completions::run(&asked)),
        Command::Manual(asked) => manual::run(&asked),
    }
}

fn on_runtime(command: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(command)
}

/// Prints what a command is for. A reader who went away is no failure.
pub(crate) fn print(text: &str) {
    // Nobody is left to be told.
    let _ = is_read(text);
}

/// The same, where more may follow: whether somebody still reads.
fn is_read(text: &str) -> bool {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
        .is_ok()
}

/// Says on standard error what is beside the answer. That nobody reads it is no failure either.
pub(crate) fn complain(text: &str) {
    drop(writeln!(std::io::stderr(), "{text}"));
}

/// The version of the JSON of commands that do not say it otherwise; members are only added while it stays.
const VERSION: u32 = 1;

/// An answer of the server as a command tells it.
fn versioned(mut value: serde_json::Value) -> serde_json::Value {
    if let Some(members) = value.as_object_mut() {
        members.insert("version".to_owned(), VERSION.into());
    }
    value
}

fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}")
}
