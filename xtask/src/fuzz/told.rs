//! What came of one target, from what libFuzzer printed.

use std::fmt::{Display, Formatter, Result};

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    executions: Option<u64>,
    /// Edges of the program that were met.
    coverage: Option<u64>,
    /// What ended it: a crash, a timeout, too much memory, or that it did not run.
    finding: Option<String>,
}

impl Told {
    pub(super) fn read(printed: &str, ended_well: bool) -> Self {
        let number = |text: &str| text.split_whitespace().next()?.parse().ok();
        let after = |mark: &str| number(printed.rsplit_once(mark)?.1);
        let error = printed
            .lines()
            .find(|line| line.contains("SUMMARY: libFuzzer: ") || line.contains("panicked at "));
        let finding = (!ended_well).then(|| error.unwrap_or("it did not end well").to_owned());
        Self {
            executions: after("stat::number_of_executed_units:"),
            coverage: after(" cov: "),
            finding,
        }
    }

    pub(super) fn is_finding(&self) -> bool {
        self.finding.is_some()
    }
}

impl Display for Told {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let executions = self.executions.unwrap_or_default();
        let coverage = self.coverage.unwrap_or_default();
        write!(f, "{executions:>10} executions {coverage:>6} edges")?;
        match &self.finding {
            Some(finding) => write!(f, "  FOUND: {finding}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, ended_well: bool, expected: &str) {
        assert_eq!(Told::read(printed, ended_well).to_string(), expected);
    }

    #[test]
    fn the_last_figures_count_and_a_finding_is_named() {
        let figures = "#2\tINITED cov: 5 ft: 6\n#9\tDONE   cov: 12 ft: 20 corp: 1\n\
                       stat::number_of_executed_units: 9\nstat::average_exec_per_sec: 4\n";
        check(figures, true, "         9 executions     12 edges");
        let panicked = format!("{figures}thread '<unnamed>' panicked at src/a.rs:1:2:\n");
        let expected = "         9 executions     12 edges  FOUND: thread '<unnamed>' panicked at \
                        src/a.rs:1:2:";
        check(&panicked, false, expected);
        let nothing = "         0 executions      0 edges  FOUND: it did not end well";
        check("", false, nothing);
    }
}
