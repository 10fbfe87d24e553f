//! Why tests do not pass: a line of a data file for each, or for several whose ids begin alike.
//!
//! `TEST | absent | SERVICE` is a test that needs a service which is not here, `TEST | differs |
//! REASON` one that could pass. Lines that begin with `#` are comments.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

#[derive(Debug)]
pub(super) struct Reasons(Vec<Line>);

#[derive(Debug)]
pub(super) struct Line {
    pub(super) test: String,
    pub(super) reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    /// The test needs this, which is not here.
    Absent(String),
    Differs(String),
}

impl Reasons {
    pub(super) fn read(file: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        Self::parse(&text).with_context(|| file.display().to_string())
    }

    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines: anyhow::Result<Vec<_>> = lines.map(Line::parse).collect();
        Ok(Self(lines?))
    }

    /// The most exact line decides.
    pub(super) fn of(&self, test: &str) -> Option<&Line> {
        let matching = self.0.iter().filter(|line| test.starts_with(&line.test));
        matching.max_by_key(|line| line.test.len())
    }
}

impl Line {
    fn parse(line: &str) -> anyhow::Result<Self> {
        let parts: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
        let (test, reason) = match parts.as_slice() {
            [test, "absent", service] => (test, Reason::Absent((*service).to_owned())),
            [test, "differs", reason] => (test, Reason::Differs((*reason).to_owned())),
            _ => bail!("not TEST | absent or differs | WHY: {line}"),
        };
        Ok(Self {
            test: (*test).to_owned(),
            reason,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_exact_line_decides() {
        let reasons = "# comment\n\na.py | absent | SQS\na.py::one | differs | a header\n";
        let reasons = Reasons::parse(reasons).unwrap();
        let absent = Reason::Absent("SQS".to_owned());
        let differs = Reason::Differs("a header".to_owned());
        for (test, expected) in [
            ("a.py::two", Some(&absent)),
            ("a.py::one[x]", Some(&differs)),
            ("b.py::one", None),
        ] {
            assert_eq!(
                reasons.of(test).map(|line| &line.reason),
                expected,
                "{test}"
            );
        }
        assert!(Reasons::parse("a.py | maybe | x").is_err());
    }
}
