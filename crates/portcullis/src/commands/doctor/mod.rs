//! `portcullis doctor`: is this machine fit to run a server and to call it? One file for each thing
//! that is looked at, and for each what to do about it.

mod clients; // the AWS CLI and its environment
mod data; // directory, keys, certificate
mod interpreters; // what runs functions
mod isolation; // what holds functions in
mod names; // API host names
mod port; // who listens

use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;

use super::terminal::colours;
use super::{pretty, print};
use crate::questions::Doctor;
use crate::settings::Format;
use journal::why::Colours;

/// The version of the JSON form.
const VERSION: u32 = 1;
const BROKEN: u8 = 1;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) what: &'static str,
    pub(super) state: Health,
    pub(super) seen: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) advice: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Health {
    Good,
    /// It works, but not as well as it could.
    Limited,
    /// Something will not work.
    Broken,
}

impl Finding {
    pub(super) fn good(what: &'static str, seen: impl Into<String>) -> Self {
        Self {
            what,
            state: Health::Good,
            seen: seen.into(),
            advice: None,
        }
    }

    pub(super) fn limited(
        what: &'static str,
        seen: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self {
            state: Health::Limited,
            advice: Some(advice.into()),
            ..Self::good(what, seen)
        }
    }

    pub(super) fn broken(
        what: &'static str,
        seen: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self {
            state: Health::Broken,
            ..Self::limited(what, seen, advice)
        }
    }
}

pub(super) async fn run(asked: Doctor) -> anyhow::Result<ExitCode> {
    let mut findings = vec![isolation::look().await];
    findings.extend(interpreters::look().await);
    findings.push(port::look(asked.listen).await);
    findings.extend(data::look(&asked.data));
    findings.push(names::look().await);
    findings.extend(clients::look(asked.listen).await);
    match asked.format {
        Format::Text => print(&text(&findings, colours())),
        Format::Json => print(&pretty(
            &json!({ "version": VERSION, "findings": findings }),
        )),
    }
    let worst = findings.iter().map(|finding| finding.state).max();
    Ok(if worst == Some(Health::Broken) {
        ExitCode::from(BROKEN)
    } else {
        ExitCode::SUCCESS
    })
}

fn text(findings: &[Finding], colours: Colours) -> String {
    let mut lines = Vec::new();
    for finding in findings {
        let (mark, code) = match finding.state {
            Health::Good => ("ok  ", "32"),
            Health::Limited => ("note", "33"),
            Health::Broken => ("FAIL", "31"),
        };
        let mark = match colours {
            Colours::None => mark.to_owned(),
            Colours::Ansi => format!("\x1b[{code}m{mark}\x1b[0m"),
        };
        lines.push(format!("{mark}  {:<12} {}", finding.what, finding.seen));
        let advice = finding.advice.iter().flat_map(|advice| advice.lines());
        lines.extend(advice.map(|line| format!("      {:<12} {line}", "")));
    }
    let broken = findings
        .iter()
        .filter(|it| it.state == Health::Broken)
        .count();
    lines.push(match broken {
        0 => "nothing is in the way".to_owned(),
        1 => "1 thing is in the way".to_owned(),
        more => format!("{more} things are in the way"),
    });
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_told_with_what_to_do_about_it() {
        let findings = [
            Finding::good("port", "127.0.0.1:4566 is free"),
            Finding::limited("isolation", "no landlock", "use Linux 5.13 or newer"),
            Finding::broken("python", "none was found", "install python3\nor set PATH"),
        ];
        insta::assert_snapshot!(text(&findings, Colours::None), @r"
        ok    port         127.0.0.1:4566 is free
        note  isolation    no landlock
                           use Linux 5.13 or newer
        FAIL  python       none was found
                           install python3
                           or set PATH
        1 thing is in the way
        ");
        assert!(text(&findings, Colours::Ansi).contains("\u{1b}[31mFAIL"));
    }
}
