//! `portcullis completions`: what makes a shell complete the commands and flags.

use std::process::ExitCode;

use clap::CommandFactory as _;

use super::print;
use crate::settings::{CommandLine, Completions};

pub(super) fn run(asked: &Completions) -> ExitCode {
    let mut script = Vec::new();
    let mut line = CommandLine::command();
    clap_complete::generate(asked.shell, &mut line, "portcullis", &mut script);
    print(String::from_utf8_lossy(&script).trim_end());
    ExitCode::SUCCESS
}
