//! The section of `docs/conformance.md` that tells of one suite and one service.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Context as _;

use super::reasons::{Reason, Reasons};
use super::results::{Ending, Outcome};
use super::suite::{Service, Suite};

const UNEXPLAINED: &str = "**unexplained**";

/// What came of the tests of one service, sorted by what it means.
#[derive(Debug)]
pub(super) struct Section {
    name: String,
    title: String,
    passed: usize,
    skipped: usize,
    /// Tests that need nothing absent and do not pass, with why.
    failed: Vec<(String, String)>,
    /// Tests left out, by what they need.
    absent: BTreeMap<String, Vec<String>>,
    warnings: Vec<String>,
    /// Lines of reasons, each with whether a test that it is about does not pass.
    lines: BTreeMap<String, bool>,
}

impl Section {
    pub(super) fn judge(
        suite: Suite,
        service: Service,
        outcomes: Vec<Outcome>,
        reasons: &Reasons,
    ) -> Self {
        let mut section = Self {
            name: format!("{} {}", suite.name(), service.name()),
            title: format!("{}: {}", service.title(), suite.title()),
            passed: 0,
            skipped: 0,
            failed: Vec::new(),
            absent: BTreeMap::new(),
            warnings: Vec::new(),
            lines: BTreeMap::new(),
        };
        for outcome in outcomes {
            section.take(outcome, reasons);
        }
        section.warn_of_idle_lines();
        section
    }

    fn warn_of_idle_lines(&mut self) {
        let idle = self.lines.iter().filter(|(_, needed)| !*needed);
        let told = idle.map(|(line, _)| {
            format!("every test that begins with {line} passes: its line of reasons can go")
        });
        self.warnings.extend(told);
    }

    fn take(&mut self, outcome: Outcome, reasons: &Reasons) {
        let Outcome { test, ending, said } = outcome;
        let line = reasons.of(&test);
        if let Some(line) = line {
            let needed = self.lines.entry(line.test.clone()).or_default();
            *needed |= ending == Ending::Failed;
        }
        match (ending, line.map(|line| &line.reason)) {
            (Ending::Passed, _) => self.passed += 1,
            (Ending::Skipped, _) => self.skipped += 1,
            (Ending::Failed, Some(Reason::Absent(service))) => {
                self.absent.entry(service.clone()).or_default().push(test);
            }
            (Ending::Failed, Some(Reason::Differs(why))) => {
                self.failed.push((test, why.clone()));
            }
            (Ending::Failed, None) => {
                self.warnings.push(format!("{test} is unexplained: {said}"));
                self.failed.push((test, UNEXPLAINED.to_owned()));
            }
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn warnings(&self) -> &[String] {
        &self.warnings
    }

    pub(super) fn summary(&self) -> String {
        let (passed, failed) = (self.passed, self.failed.len());
        let absent: usize = self.absent.values().map(Vec::len).sum();
        let skipped = self.skipped;
        let of = passed + failed;
        let share = (passed * 1_000).checked_div(of).unwrap_or_default();
        format!(
            "{passed} of {of} pass ({}.{} %); {absent} left out, because they need what is not \
             here; {skipped} skipped by the suite itself",
            share / 10,
            share % 10
        )
    }

    pub(super) fn text(&self, scope: &str) -> String {
        let mut text = format!("### {}\n\n{}; {scope}.\n", self.title, self.summary());
        if !self.failed.is_empty() {
            text.push_str("\n| test that does not pass | why |\n|---|---|\n");
            for (test, why) in &self.failed {
                let _ = writeln!(text, "| `{test}` | {why} |");
            }
        }
        if !self.absent.is_empty() {
            text.push_str("\n| left out | tests |\n|---|---|\n");
            for (service, tests) in &self.absent {
                let tests = tests.iter().map(|test| format!("`{test}`"));
                let tests: Vec<_> = tests.collect();
                let _ = writeln!(text, "| {service} | {} |", tests.join(", "));
            }
        }
        text
    }
}

/// The page with the section of this name put in the place of the one before, or at its end.
pub(super) fn replace(page: &str, name: &str, section: &str) -> anyhow::Result<String> {
    let begin = format!("<!-- begin {name} -->\n");
    let end = format!("<!-- end {name} -->\n");
    let Some((before, rest)) = page.split_once(&begin) else {
        return Ok(format!("{page}\n{begin}{section}{end}"));
    };
    let (_, after) = rest
        .split_once(&end)
        .with_context(|| format!("the section {name} has no end"))?;
    Ok(format!("{before}{begin}{section}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(test: &str, ending: Ending) -> Outcome {
        Outcome {
            test: test.to_owned(),
            ending,
            said: "E".to_owned(),
        }
    }

    #[test]
    fn nothing_that_fails_is_hidden() {
        let reasons = "s3 | absent | S3\nknown | differs | a header\nmended | differs | x\n";
        let outcomes = vec![
            outcome("passes", Ending::Passed),
            outcome("mended", Ending::Passed),
            outcome("skipped", Ending::Skipped),
            outcome("s3::a", Ending::Failed),
            outcome("known", Ending::Failed),
            outcome("new", Ending::Failed),
        ];
        let reasons = Reasons::parse(reasons).unwrap();
        let section = Section::judge(Suite::LocalStack, Service::Iam, outcomes, &reasons);
        let expected = "### IAM: answers recorded on AWS (LocalStack's tests)\n\n\
            2 of 4 pass (50.0 %); 1 left out, because they need what is not here; 1 skipped by the \
            suite itself; all.\n\n\
            | test that does not pass | why |\n|---|---|\n\
            | `known` | a header |\n| `new` | **unexplained** |\n\n\
            | left out | tests |\n|---|---|\n| S3 | `s3::a` |\n";
        assert_eq!(section.text("all"), expected);
        assert_eq!(section.warnings().len(), 2);
    }

    #[test]
    fn a_section_takes_the_place_of_the_one_before() {
        let page = replace("intro\n", "a b", "one\n").unwrap();
        assert_eq!(page, "intro\n\n<!-- begin a b -->\none\n<!-- end a b -->\n");
        let page = replace(&format!("{page}outro\n"), "a b", "two\n").unwrap();
        assert_eq!(
            page,
            "intro\n\n<!-- begin a b -->\ntwo\n<!-- end a b -->\noutro\n"
        );
        assert!(replace("<!-- begin a b -->\n", "a b", "x").is_err());
    }
}
