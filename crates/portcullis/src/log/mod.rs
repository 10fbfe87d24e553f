//! The server's log: lines on standard error, so that standard output stays for what scripts read.
//!
//! `tracing` decides what is said, [`line`] how it reads, [`lines`] gets it out. A request must
//! never wait for another one's line, and never for longer than a moment for a reader who is slow.

mod line;
mod lines;

use std::io::IsTerminal as _;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;

use crate::settings::LogLines;
pub(crate) use lines::Writing;

/// Says what `PORTCULLIS_LOG` asks for, until what is returned is dropped.
pub(crate) fn start(form: LogLines) -> anyhow::Result<Writing> {
    let filter =
        EnvFilter::try_from_env("PORTCULLIS_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let stderr = std::io::stderr();
    let colours = line::Colours::of(stderr.is_terminal());
    let (lines, writing) = lines::start(stderr)?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(lines);
    let started = match form {
        LogLines::Text => log.event_format(line::Plain::new(colours)).try_init(),
        LogLines::Json => log.json().try_init(),
    };
    started
        .map_err(|error| anyhow::anyhow!(error))
        .context("the log could not be started")?;
    Ok(writing)
}
