//! `cargo run --release -p bench`: measures a real server beside the bare thing it is built on, in
//! one run on one machine, and prints a table with what was aimed at.
//!
//! It must never fail because something was slow: machines differ, and a table that says "missed"
//! is a result. It fails when something answers wrongly. All traffic stays on the loopback, bounded
//! in connections and time.

mod machine; // where
mod table; // what was measured, beside what, and the aim

mod bare_front; // and both of them, one before the other
mod bare_hyper; // what a gateway is compared with
mod bare_runtime; // what a function's invocation is compared with
mod deployment; // the functions and the API under measure
mod definition; // that API as a document
mod language; // what its functions are written in
mod load; // many requests on few connections
mod nginx; // what HTTP_PROXY is compared with
mod peer; // another tool that runs functions
mod rounds; // a thing and the bare thing in turn, and the medians
mod server; // a child process that listens

mod cases;

use std::io::Write as _;

use clap::{Parser, Subcommand, ValueEnum};

use crate::cases::{Case, Pace};
use crate::machine::Machine;
use crate::table::Table;

/// The server has the same, and the bare server is this binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures a release build of portcullis and prints a table. The binary is the one that
/// PORTCULLIS_BIN names, else what `cargo build --release` left.
#[derive(Debug, Parser)]
struct CommandLine {
    #[command(subcommand)]
    child: Option<Child>,
    /// A second for each cell of the table instead of three.
    #[arg(long)]
    quick: bool,
    /// Measure these only.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Case>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Subcommand)]
enum Child {
    /// The bare server; started by the benchmark itself.
    #[command(hide = true)]
    BareHyper { canned: String },
    /// The same before bare runtimes.
    #[command(hide = true)]
    BareFront { asked: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

fn main() -> anyhow::Result<()> {
    let asked = CommandLine::parse();
    match asked.child {
        Some(Child::BareHyper { canned }) => return bare_hyper::serve(&canned),
        Some(Child::BareFront { asked }) => return bare_front::serve(&asked),
        None => {}
    }
    let machine = Machine::look()?;
    let pace = if asked.quick { Pace::QUICK } else { Pace::FULL };
    let rows = cases::measure(&asked.only, &pace)?;
    let table = Table {
        rows,
        machine: machine.look_again()?,
    };
    print(&match asked.format {
        Format::Text => table.text(),
        Format::Json => format!("{:#}\n", table.json()),
    })
}

fn print(text: &str) -> anyhow::Result<()> {
    Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
}
