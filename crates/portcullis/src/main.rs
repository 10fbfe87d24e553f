//! The `portcullis` binary: reads the command line, puts the rooms together, runs one command.
//!
//! This crate is the only one that names every other. It must never hold a rule of AWS's: those
//! live in the rooms.

mod certificates; // the local certificate authority
mod client; // a signed call to a running server
mod commands; // what a person can do
mod data_dir; // what is kept between runs
mod examples; // what `--help` shows of each command
mod function_options; // the settings of functions that concern this machine
mod log; // lines on standard error
mod project; // a template that is deployed and watched
mod questions; // the flags of commands that ask
mod server; // the rooms, put together and served
mod settings; // the command line and its variables, checked

use std::process::ExitCode;

use clap::Parser as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // The kernel fills up memory that is used here and there with whole pages of two megabytes, which
    // makes a third of an idle server. It only costs memory where this can't be said.
    let _ = nix::sys::prctl::set_thp_disable(true);
    let command_line = settings::CommandLine::parse();
    match commands::run(command_line) {
        Ok(code) => code,
        Err(error) => {
            commands::complain(&format!("portcullis: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
