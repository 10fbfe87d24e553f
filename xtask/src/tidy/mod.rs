//! `cargo xtask tidy`: the house rules that no lint knows, one file for each.
//!
//! A rule judges what is committed or would be; it must never change a file.

mod files; // the committed files, read once

mod dependencies;
mod generated;
mod headers;
mod purity;
mod sizes;
mod words;

use anyhow::bail;

use crate::report::say;
use crate::workspace::Workspace;
use files::Files;

/// What breaks a rule: where, and which.
pub(crate) type Offence = String;

/// Rules about files. Those about crates are in `dependencies`.
const RULES: [fn(&Files) -> Vec<Offence>; 5] = [
    sizes::judge,
    headers::judge,
    generated::judge,
    words::judge,
    purity::judge,
];

pub(crate) fn run(workspace: &Workspace) -> anyhow::Result<()> {
    let offences = judge(workspace)?;
    for offence in &offences {
        say(&format!("tidy: {offence}"));
    }
    if !offences.is_empty() {
        bail!("tidy: {} offences", offences.len());
    }
    say("tidy: nothing to say");
    Ok(())
}

fn judge(workspace: &Workspace) -> anyhow::Result<Vec<Offence>> {
    let files = Files::read(workspace)?;
    let mut offences: Vec<Offence> = RULES.iter().flat_map(|rule| rule(&files)).collect();
    offences.extend(dependencies::judge(workspace)?);
    Ok(offences)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_keeps_its_own_rules() {
        assert_eq!(judge(&Workspace::find()).unwrap(), Vec::<Offence>::new());
    }
}
