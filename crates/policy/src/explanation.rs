//! An owned account of a decision: what every statement said, and what was seen instead.

use std::fmt::Write as _;

use serde::Serialize;

use crate::decision::{Layer, Place};
use crate::document::Effect;
use crate::malformed::Position;

/// Why a request was allowed or denied, ready to be kept, shown or sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    pub allowed: bool,
    /// One sentence that names what decided.
    pub sentence: String,
    /// The kind of policy that decided; none for root and `sts:GetCallerIdentity`.
    pub layer: Option<Layer>,
    /// The statement that decided, where one did.
    pub decided_by: Option<Place>,
    pub principal: String,
    pub action: String,
    pub resource: String,
    /// Every policy that was looked at, in the order of the layers.
    pub sources: Vec<SourceReport>,
    /// For a missing allow: the Allow statement that came closest.
    pub nearest: Option<Nearest>,
}

/// What one policy had to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceReport {
    pub layer: Layer,
    pub name: String,
    /// The index of the source within its layer.
    pub index: usize,
    pub statements: Vec<StatementReport>,
}

/// What one statement had to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementReport {
    pub index: usize,
    pub sid: Option<String>,
    pub effect: Effect,
    pub position: Position,
    /// Whether every element matched, so that the effect applies.
    pub matched: bool,
    /// How far the statement is from applying: 0 when it does. Each element in the way counts 1,000,
    /// the action 500 more, and up to 499 tell how much of the texts differs.
    pub distance: u32,
    /// Principal, action, resource, then each condition.
    pub elements: Vec<ElementReport>,
}

impl StatementReport {
    /// How many elements did not match: 0 for a statement that applies.
    pub fn failing(&self) -> usize {
        self.elements
            .iter()
            .filter(|element| !element.matched)
            .count()
    }
}

/// One element, its patterns as written beside what the request had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ElementReport {
    /// Such as `Action`, `NotPrincipal` or `Condition ArnLike AWS:SourceArn`.
    pub element: String,
    pub matched: bool,
    pub patterns: Vec<String>,
    /// What the request had; empty when it lacks the condition key.
    pub seen: Vec<String>,
    /// For an element that failed: pattern beside value in a few words, such as `allows POST, the
    /// request was GET`.
    pub phrase: Option<String>,
    /// For an element that failed: where the closest pattern and the value part.
    pub difference: Option<Difference>,
}

/// Where a pattern and a value differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Which of the patterns is meant.
    pub pattern: usize,
    /// Which of the values seen is meant.
    pub value: usize,
    pub in_pattern: Span,
    pub in_value: Span,
}

/// Bytes of a text, from the first to behind the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// The statement with the fewest elements in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nearest {
    pub place: Place,
    pub source: String,
    pub sid: Option<String>,
    /// What kept it from applying, in one sentence.
    pub sentence: String,
    /// Only the elements that did not match.
    pub failing: Vec<ElementReport>,
}

impl Explanation {
    /// The explanation for a terminal: the sentence, then each policy with its statements, and for
    /// each element that failed the pattern beside the value seen.
    pub fn to_text(&self) -> String {
        let mut out = format!("{}\n", self.sentence);
        for source in &self.sources {
            write_source(&mut out, source);
        }
        if let Some(nearest) = &self.nearest {
            write_nearest(&mut out, nearest);
        }
        out
    }
}

fn write_source(out: &mut String, source: &SourceReport) {
    let _ = writeln!(out, "\n{} {}", source.layer, source.name);
    for statement in &source.statements {
        let verdict = if statement.matched {
            "applies"
        } else {
            "does not apply"
        };
        let name = statement_name(statement.index, statement.sid.as_deref());
        let _ = writeln!(
            out,
            "  {} {name} ({}): {verdict}",
            statement.effect, statement.position
        );
        for element in &statement.elements {
            write_element(out, element);
        }
    }
}

fn write_nearest(out: &mut String, nearest: &Nearest) {
    let name = statement_name(nearest.place.statement, nearest.sid.as_deref());
    let _ = writeln!(out, "\nnearest: {name} of {}, but for", nearest.source);
    for element in &nearest.failing {
        write_element(out, element);
    }
    let _ = writeln!(out, "{}", nearest.sentence);
}

fn write_element(out: &mut String, element: &ElementReport) {
    let mark = if element.matched { "ok" } else { "no" };
    let seen = if element.seen.is_empty() {
        "(absent)".into()
    } else {
        element.seen.join(", ")
    };
    let _ = writeln!(out, "    {mark}  {}", element.element);
    let _ = writeln!(out, "          pattern  {}", element.patterns.join(", "));
    let _ = writeln!(out, "          request  {seen}");
}

/// `statement 2 "AllowGet"`, counted from 1 for people.
pub(crate) fn statement_name(index: usize, sid: Option<&str>) -> String {
    match sid {
        Some(sid) => format!("statement {} {sid:?}", index + 1),
        None => format!("statement {}", index + 1),
    }
}
