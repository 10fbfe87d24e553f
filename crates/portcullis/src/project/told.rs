//! What a person reads of a deployment.

use std::path::Path;

use check::{Assumptions, File, Options, Severity};

use super::account::Account;

/// More would push the rest out of sight.
const MOST_FINDINGS: usize = 10;

fn print(text: &str) {
    crate::commands::print(text);
}

/// What `portcullis check` says of the template, as far as it is an error.
pub(super) fn findings(path: &Path, text: &str, parameters: &[(String, String)]) {
    let options = Options {
        assumptions: Assumptions {
            parameters: parameters.iter().cloned().collect(),
            ..Assumptions::default()
        },
        ..Options::default()
    };
    let file = File {
        name: path.display().to_string(),
        text: text.to_owned(),
    };
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    let beside = |_: usize, name: &str| std::fs::read_to_string(folder.join(name)).ok();
    let checked = check::check(vec![file], &options, &beside);
    let errors = checked.found.iter();
    let errors: Vec<_> = errors
        .filter(|found| found.severity == Severity::Error)
        .collect();
    for found in errors.iter().take(MOST_FINDINGS) {
        let place = found.place.span.start;
        let (line, column) = (place.line, place.column);
        print(&format!(
            "  {}:{line}:{column} {} {}: {}",
            path.display(),
            found.rule.id,
            found.rule.name,
            found.message
        ));
    }
    if errors.len() > MOST_FINDINGS {
        let more = errors.len() - MOST_FINDINGS;
        print(&format!(
            "  and {more} more: portcullis check {}",
            path.display()
        ));
    }
}

pub(super) fn failure(stack: &str, error: &anyhow::Error) {
    print(&format!("stack {stack}: not deployed: {error:#}"));
}

pub(super) fn failed(stack: &str, status: &str, reasons: &[String]) {
    print(&format!("stack {stack}: {status}"));
    for reason in reasons {
        print(&format!("  {reason}"));
    }
}

pub(super) fn unchanged(stack: &str) {
    print(&format!("stack {stack}: nothing to change"));
}

pub(super) fn changed(stack: &str) {
    print(&format!("stack {stack}: files changed"));
}

/// Where everything is.
pub(super) async fn deployed(account: &Account, stack: &str) -> anyhow::Result<()> {
    print(&format!("stack {stack}: deployed"));
    for (api, stage) in account.stages(stack).await? {
        let port = account.port();
        print(&format!(
            "  http://{api}.execute-api.localhost:{port}/{stage}/"
        ));
    }
    for (name, value) in account.outputs(stack).await? {
        print(&format!("  {name} = {value}"));
    }
    Ok(())
}
