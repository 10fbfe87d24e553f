//! The flags of `portcullis export`.

use clap::{Args, ValueEnum};

use super::shared::Target;

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The API's id, or its name if no other API has it.
    pub(crate) api: String,
    /// The stage that is written; may be left out where there is only one.
    #[arg(long)]
    pub(crate) stage: Option<String>,
    /// What is written. A document names roles in the place of permissions, and tells under
    /// `x-portcullis-roles` what these roles are; JSON is the whole of what was found.
    #[arg(long, value_enum, default_value_t = ExportFormat::Swagger)]
    pub(crate) format: ExportFormat,
    /// Writes the values of API keys too. They are secrets: without this a key that is made anew gets
    /// a new one.
    #[arg(long)]
    pub(crate) with_key_values: bool,
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    Swagger,
    Openapi,
    Cli,
    Cloudformation,
    Sam,
    Terraform,
    Json,
}
