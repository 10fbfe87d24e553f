//! `portcullis why`: why a request was refused, and the smallest change that ends it.

use std::process::ExitCode;

use anyhow::bail;
use journal::why::{Fixes, Report, to_text};

use super::terminal::{colours, width};
use super::trace::path;
use super::{pretty, print};
use crate::client::{Client, get};
use crate::questions::{FixForm, Why};
use crate::server::SIGNING_NAME;
use crate::settings::Format;

pub(super) async fn run(asked: Why) -> anyhow::Result<ExitCode> {
    let client = Client::from_environment(&asked.target.endpoint)?;
    let answer = client
        .signed(SIGNING_NAME, get(&path(&asked.request, "/why")?)?)
        .await?
        .success()?
        .json()?;
    if asked.format == Format::Json && asked.fix.is_none() {
        print(&pretty(&answer));
        return Ok(ExitCode::SUCCESS);
    }
    let report: Report = serde_json::from_value(answer)?;
    match asked.fix {
        Some(form) => print(&plain(&fix(&report, form)?)),
        None => print(&to_text(&report, width(), colours())),
    }
    Ok(ExitCode::SUCCESS)
}

/// One block, and nothing beside it, so that it can be piped.
fn fix(report: &Report, form: FixForm) -> anyhow::Result<String> {
    let Fixes { cli, forms } = &report.fix;
    let found = match form {
        FixForm::Cli => cli,
        FixForm::Json => &forms.statement,
        FixForm::Swagger => &forms.swagger,
        FixForm::Cfn => &forms.cloudformation,
        FixForm::Sam => &forms.sam,
        FixForm::Terraform => &forms.terraform,
    };
    if let Some(found) = found {
        return Ok(found.trim_end().to_owned());
    }
    let id = &report.request_id;
    let names = report.fix.names();
    if !report.refused {
        bail!("request {id} was not refused, so that there is nothing to fix");
    }
    if names.is_empty() {
        bail!(
            "no change of policy ends the refusal of request {id}: portcullis why {id} tells more"
        );
    }
    bail!(
        "the fix of request {id} has no such form: it has {}",
        names.join(", ")
    )
}

/// Parts of a request stand in a fix; none of them reaches a terminal as a command.
fn plain(text: &str) -> String {
    let kept = |letter: &char| *letter == '\n' || !letter.is_control();
    text.chars().filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use journal::Forms;

    use super::*;

    fn report(refused: bool, cli: Option<&str>) -> Report {
        Report {
            request_id: "r1".to_owned(),
            refused,
            fix: Fixes {
                cli: cli.map(str::to_owned),
                forms: Forms::default(),
            },
            ..Report::default()
        }
    }

    #[track_caller]
    fn check(report: &Report, form: FixForm, expected: Result<&str, &str>) {
        match (fix(report, form), expected) {
            (Ok(seen), Ok(expected)) => assert_eq!(seen, expected),
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{error}"),
            (seen, expected) => panic!("{seen:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn a_fix_is_printed_alone_or_it_is_said_why_there_is_none() {
        check(&report(true, Some("aws x\n")), FixForm::Cli, Ok("aws x"));
        check(
            &report(true, Some("aws x")),
            FixForm::Sam,
            Err("it has cli"),
        );
        check(&report(true, None), FixForm::Cli, Err("portcullis why r1"));
        check(&report(false, None), FixForm::Cli, Err("was not refused"));
    }

    #[test]
    fn a_fix_has_no_control_characters() {
        assert_eq!(plain("a\u{1b}[2J\nb\r"), "a[2J\nb");
    }
}
