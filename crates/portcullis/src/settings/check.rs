//! The flags of `portcullis check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use model::{AccountId, Region};

use super::shared::{Target, account, pair, region};

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub(crate) struct Check {
    /// Swagger and OpenAPI files, CloudFormation and SAM templates, Terraform plans (terraform show
    /// -json) and policy documents; `-` is standard input. Without files, a running server.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Explain a rule, by its id or name, or all rules: `--explain all`.
    #[arg(long, value_name = "RULE", conflicts_with = "files")]
    pub(crate) explain: Option<String>,
    /// Print the CloudFormation template that a SAM template becomes, and check nothing.
    #[arg(long, requires = "files", conflicts_with_all = ["fix", "explain"])]
    pub(crate) expand: bool,
    /// What policy documents are meant to be. Without it, one that names a principal is taken for a
    /// resource or trust policy, and any other for an identity policy.
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    pub(crate) policy_type: Option<CheckedAs>,
    /// The value of a template's parameter: NAME=VALUE. May be given several times.
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) parameters: Vec<(String, String)>,
    /// The region that is deployed to.
    #[arg(long, value_parser = region)]
    pub(crate) region: Option<Region>,
    /// The account that is deployed to.
    #[arg(long, value_parser = account)]
    pub(crate) account: Option<AccountId>,
    /// Leave out the findings of a rule, for a reason: RULE=REASON. May be given several times.
    #[arg(long = "ignore", value_name = "RULE=REASON", value_parser = pair)]
    pub(crate) ignored: Vec<(String, String)>,
    /// A file of findings that are known already.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to the baseline file, and succeed.
    #[arg(long, requires = "baseline")]
    pub(crate) write_baseline: bool,
    /// Write what can be mended into the files, as far as the check of the result says that it
    /// helped and opened nothing; say of the rest why it was left.
    #[arg(long, requires = "files")]
    pub(crate) fix: bool,
    /// With --fix: show what would be written, and write nothing.
    #[arg(long, visible_alias = "dry-run", requires = "fix")]
    pub(crate) diff: bool,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    Junit,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckedAs {
    Identity,
    Resource,
    Trust,
    ServiceControl,
    ResourceControl,
}
