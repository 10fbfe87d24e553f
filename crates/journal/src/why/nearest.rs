//! The statement that came closest, read from the decision in the entry.

use serde::Deserialize;

use super::report::{Compared, NearMiss};
use crate::{Entry, Mark};

/// The part of an explanation that is read here; `policy` writes it.
#[derive(Deserialize)]
struct Explained {
    nearest: Option<Nearest>,
}

#[derive(Deserialize)]
struct Nearest {
    source: String,
    sid: Option<String>,
    sentence: String,
    failing: Vec<Element>,
}

#[derive(Deserialize)]
struct Element {
    element: String,
    patterns: Vec<String>,
    seen: Vec<String>,
    difference: Option<Difference>,
}

#[derive(Deserialize)]
struct Difference {
    pattern: usize,
    value: usize,
    in_pattern: Span,
    in_value: Span,
}

#[derive(Deserialize)]
struct Span {
    start: usize,
    end: usize,
}

pub(super) fn of(entry: &Entry) -> Option<NearMiss> {
    let refused = |mark| matches!(mark, Mark::Refused | Mark::Reported);
    let mut steps = entry.steps.iter().rev().filter(|step| refused(step.mark));
    let decision = steps.find_map(|step| step.decision.as_ref())?;
    let explained = serde_json::to_value(decision).ok()?;
    let nearest = Explained::deserialize(explained).ok()?.nearest?;
    Some(NearMiss {
        policy: nearest.source,
        sid: nearest.sid,
        sentence: nearest.sentence,
        compared: nearest.failing.into_iter().map(compared).collect(),
    })
}

fn compared(element: Element) -> Compared {
    let Element {
        element,
        mut patterns,
        mut seen,
        difference,
    } = element;
    let others = patterns.len().saturating_sub(1);
    let take =
        |texts: &mut Vec<String>, at: usize| (at < texts.len()).then(|| texts.swap_remove(at));
    let (pattern, value) = difference
        .as_ref()
        .map_or((0, 0), |it| (it.pattern, it.value));
    Compared {
        element,
        pattern: take(&mut patterns, pattern).unwrap_or_default(),
        value: take(&mut seen, value),
        pattern_differs: difference
            .as_ref()
            .map(|it| (it.in_pattern.start, it.in_pattern.end)),
        value_differs: difference
            .as_ref()
            .map(|it| (it.in_value.start, it.in_value.end)),
        other_patterns: others,
    }
}
