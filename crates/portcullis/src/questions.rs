//! The flags of the commands that ask a running server, or this machine, about what is so.

use std::net::SocketAddr;
use std::time::Duration;

use clap::{Args, ValueEnum};

use crate::settings::{DataPlace, Format, Target, socket};

#[derive(Debug, Args)]
pub(crate) struct Why {
    /// The id from the x-amzn-RequestId header, or `last`: the last request that was refused.
    #[arg(default_value = "last")]
    pub(crate) request: String,
    #[command(flatten)]
    pub(crate) target: Target,
    /// Print nothing but the smallest fix, in this form.
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) fix: Option<FixForm>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Map {
    /// Who may invoke this function: a name or an ARN, with a qualifier or without.
    #[arg(long, value_name = "FUNCTION", conflicts_with = "what_can")]
    pub(crate) who_can: Option<String>,
    /// What this role or user may invoke: an ARN.
    #[arg(long, value_name = "PRINCIPAL")]
    pub(crate) what_can: Option<String>,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Compact {
    /// A name or an ARN, with a qualifier or without.
    pub(crate) function: String,
    /// Carry it out without asking.
    #[arg(long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Record {
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Where a server listens, or would.
    #[arg(long, env = "PORTCULLIS_LISTEN", default_value = "127.0.0.1:4566", value_parser = socket)]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) data: DataPlace,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Invoke {
    /// A name or an ARN, with a qualifier or without.
    pub(crate) function: String,
    /// The event: JSON, @FILE, or - for standard input; {} if there is none.
    #[arg(long, short = 'p', value_name = "JSON")]
    pub(crate) payload: Option<String>,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Logs {
    /// A name or an ARN.
    pub(crate) function: String,
    /// Go on with what the function writes, until interrupted.
    #[arg(long, short = 'f')]
    pub(crate) follow: bool,
    /// How far back to begin: 30s, 10m, 2h or 7d.
    #[arg(long, default_value = "1h", value_parser = time_span)]
    pub(crate) since: Duration,
    #[command(flatten)]
    pub(crate) target: Target,
    /// JSON is one line for each event.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Trace {
    /// The id from the x-amzn-RequestId header, or `last`.
    #[arg(default_value = "last")]
    pub(crate) request: String,
    /// Go on with every request that comes, until interrupted; text or json only.
    #[arg(long, short = 'f')]
    pub(crate) follow: bool,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = TraceFormat::Text)]
    pub(crate) format: TraceFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FixForm {
    /// Commands of the AWS CLI.
    Cli,
    /// The statement of a policy.
    Json,
    /// A part of a Swagger or OpenAPI document.
    Swagger,
    /// Resources of a CloudFormation template.
    Cfn,
    Sam,
    Terraform,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TraceFormat {
    /// Drawn for the terminal.
    Text,
    /// For Markdown pages.
    Mermaid,
    /// A picture.
    Svg,
    /// One page that can be shared, with the picture, every step and every decision.
    Html,
    Json,
}

fn time_span(text: &str) -> Result<Duration, String> {
    let wrong = || "it is a number and s, m, h or d, such as 10m".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        _ => return Err(wrong()),
    };
    let number = text
        .trim_end_matches(unit)
        .parse::<u32>()
        .map_err(|_| wrong())?;
    Ok(Duration::from_secs(u64::from(number) * seconds))
}
