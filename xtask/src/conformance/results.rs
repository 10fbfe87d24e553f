//! What came of each test, as the plugin wrote it down.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;

/// The folder that LocalStack's ids begin with, which says nothing.
const PREFIXES: [&str; 2] = ["tests/aws/services/", "tests/"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Without the folders before the service's.
    pub(super) test: String,
    pub(super) ending: Ending,
    /// The last line of what a failing test said.
    pub(super) said: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    Passed,
    Skipped,
    Failed,
}

pub(super) fn read(file: &Path) -> anyhow::Result<Vec<Outcome>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    parse(&text)
}

/// A test that passes and cannot be taken down has failed.
fn parse(text: &str) -> anyhow::Result<Vec<Outcome>> {
    let mut outcomes: BTreeMap<String, Outcome> = BTreeMap::new();
    for line in text.lines() {
        let outcome = outcome(line).with_context(|| line.to_owned())?;
        let known = outcomes.get(&outcome.test);
        if known.is_none_or(|known| known.ending < outcome.ending) {
            outcomes.insert(outcome.test.clone(), outcome);
        }
    }
    Ok(outcomes.into_values().collect())
}

fn outcome(line: &str) -> anyhow::Result<Outcome> {
    let line: Value = serde_json::from_str(line)?;
    let member = |name: &str| {
        let text = line.get(name).and_then(Value::as_str);
        text.with_context(|| format!("no member {name}"))
    };
    let ending = match member("outcome")? {
        "passed" => Ending::Passed,
        "skipped" => Ending::Skipped,
        "failed" | "error" => Ending::Failed,
        other => bail!("no ending: {other}"),
    };
    let test = member("test")?;
    let short = PREFIXES.iter().find_map(|prefix| test.strip_prefix(prefix));
    Ok(Outcome {
        test: short.unwrap_or(test).to_owned(),
        ending,
        said: member("said")?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_a_test_counts() {
        let line = |outcome: &str, said: &str| {
            format!(
                r#"{{"test":"tests/aws/services/iam/a.py::t","outcome":"{outcome}","said":"{said}"}}"#
            )
        };
        for (lines, ending) in [
            (vec![line("passed", "")], Ending::Passed),
            (vec![line("passed", ""), line("error", "x")], Ending::Failed),
            (vec![line("skipped", "")], Ending::Skipped),
        ] {
            let outcomes = parse(&lines.join("\n")).unwrap();
            assert_eq!(outcomes.len(), 1);
            assert_eq!(
                (outcomes[0].test.as_str(), outcomes[0].ending),
                ("iam/a.py::t", ending)
            );
        }
        assert!(parse("{}").is_err());
    }
}
