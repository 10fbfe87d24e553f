//! The command line: a contract. Every flag has a variable; an unknown flag or value is an error.

mod check; // the flags of `check`
mod export; // of `export`
mod shared; // what commands have in common
#[cfg(test)]
mod tests;
mod up; // of `up`

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use model::Region;

use crate::examples;
use crate::questions::{Compact, Doctor, Invoke, Logs, Map, Record, Trace, Why};

pub(crate) use check::{Check, CheckFormat, CheckedAs};
pub(crate) use export::{Export, ExportFormat};
pub(crate) use shared::{DataPlace, Format, Target, socket};
pub(crate) use up::{
    Auth, FunctionNetwork, FunctionVpc, Isolation, KeyFile, LogLines, Permissions, Truststore, Up,
};

use shared::region;

/// API Gateway, Lambda and IAM on this machine, with the permissions enforced and explained.
#[derive(Debug, Parser)]
#[command(name = "portcullis", version, arg_required_else_help = true)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start the server: AWS APIs and API endpoints on one port.
    #[command(after_help = examples::UP)]
    Up(Box<Up>),
    /// Print the variables that point the AWS CLI and SDKs to a server: eval "$(portcullis env)".
    #[command(after_help = examples::ENV)]
    Env(Env),
    /// Walk through the whole story on an ephemeral server.
    #[command(after_help = examples::DEMO)]
    Demo(Demo),
    /// Draw the sequence of one request.
    #[command(after_help = examples::TRACE)]
    Trace(Trace),
    /// Say why a request was refused, and what ends it: portcullis why last --fix cli | sh.
    #[command(after_help = examples::WHY)]
    Why(Why),
    /// Show every call of a function that the APIs make, whether it is granted, and what each grant
    /// is good for.
    #[command(after_help = examples::MAP)]
    Map(Map),
    /// Say the same in fewer grants: proved by the policy engine, carried out on confirmation.
    #[command(after_help = examples::COMPACT)]
    Compact(Compact),
    /// Say what the least grants are that the traffic in the journal needed.
    #[command(after_help = examples::RECORD)]
    Record(Record),
    /// Write an API with the permissions of its functions, as a document or for a tool that makes it
    /// anew; exits with 3 if a permission could not be written.
    #[command(after_help = examples::EXPORT)]
    Export(Export),
    /// Say what would be refused or is dangerous in API definitions, templates, plans and policies;
    /// exits with 1 if something is, with 3 if a file could not be analysed.
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// Call a function.
    #[command(after_help = examples::INVOKE)]
    Invoke(Invoke),
    /// Print what a function wrote.
    #[command(after_help = examples::LOGS)]
    Logs(Logs),
    /// Say whether this machine is fit to run a server and to call it; exits with 1 if something
    /// will not work.
    #[command(after_help = examples::DOCTOR)]
    Doctor(Doctor),
    /// Say what a running server enforces.
    #[command(after_help = examples::STATUS)]
    Status(Status),
    /// Print a link that signs a browser in to the web console of a running server, once.
    #[command(after_help = examples::CONSOLE)]
    Console(Console),
    /// Forget everything that a running server holds.
    #[command(after_help = examples::RESET)]
    Reset(Reset),
    /// Print what makes a shell complete the commands and flags.
    #[command(after_help = examples::COMPLETIONS)]
    Completions(Completions),
    /// Write the manual: a page for each command.
    #[command(after_help = examples::MANUAL)]
    Manual(Manual),
}

#[derive(Debug, Args)]
pub(crate) struct Env {
    /// Where the server listens.
    #[arg(long, env = "PORTCULLIS_LISTEN", default_value = "127.0.0.1:4566", value_parser = socket)]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) data: DataPlace,
    /// The region that the clients use.
    #[arg(long, env = "PORTCULLIS_REGION", default_value = "us-east-1", value_parser = region)]
    pub(crate) region: Region,
    /// Lets the clients speak TLS, which policies of buckets may ask for.
    #[arg(long)]
    pub(crate) tls: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// How much isolation the demo's functions get.
    #[arg(long, env = "PORTCULLIS_ISOLATION", value_enum, default_value_t = Isolation::Auto)]
    pub(crate) isolation: Isolation,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Console {
    /// Sign in as this user, by name or ARN; without it, as whoever's keys are in the environment.
    #[arg(long, value_name = "NAME", conflicts_with = "role")]
    pub(crate) user: Option<String>,
    /// Sign in as a session of this role, by name or ARN.
    #[arg(long, value_name = "NAME")]
    pub(crate) role: Option<String>,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Reset {
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// Where the pages go; without it, the page of the whole is printed.
    #[arg(value_name = "DIRECTORY")]
    pub(crate) directory: Option<PathBuf>,
}
