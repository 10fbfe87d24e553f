//! Keys, throttles and quotas.

use super::Case;
use super::report::Report;
use crate::{Fact, Refusal};

pub(super) fn tell(case: &Case<'_>, report: &mut Report, refusal: &Refusal) {
    for line in case.entry.facts.iter().filter_map(log_line) {
        report.note(line);
    }
    match &*refusal.kind {
        "INVALID_API_KEY" => report.needs(
            "the header x-api-key has the value of a key that is enabled and in a usage plan of \
             this stage",
        ),
        "THROTTLED" => report.needs(
            "the requests come more slowly, or the limit is higher: that of the usage plan, of the \
             stage's method settings, or of the account",
        ),
        "QUOTA_EXCEEDED" => report.needs(
            "the quota of the usage plan leaves room in this period: update-usage-plan makes it \
             larger, update-usage gives one key more",
        ),
        _ => {}
    }
}

fn log_line(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::LogLine { text } => Some(text),
        Fact::Browser { .. }
        | Fact::AuthorizerPolicy { .. }
        | Fact::Role { .. }
        | Fact::StageVariable { .. }
        | Fact::Trace { .. } => None,
    }
}
