//! Policy variables: where they may stand, and how they are written.

use super::Issue;
use super::finding::Findings;
use super::view::{Spot, Statement};
use crate::condition::Operator;
use crate::glob::closed;

pub(super) fn check(statement: &Statement<'_>, version: Option<&str>, findings: &mut Findings) {
    let newer = version == Some("2012-10-17");
    for element in ["Resource", "NotResource"] {
        for (text, spot) in statement.texts(element) {
            written(text, &spot, newer, findings);
        }
    }
    for condition in statement.conditions() {
        for (value, spot) in &condition.values {
            written(value, spot, newer, findings);
            let operator = Operator::parse(condition.operator);
            if newer && value.contains("${") && operator.is_some_and(|o| !takes_variables(o.name()))
            {
                findings.report(
                    Issue::InvalidVariableForOperator,
                    spot,
                    "Policy variables can only be used with String and ARN operators.",
                );
            }
        }
    }
    for element in ["Action", "NotAction"] {
        for (text, spot) in statement.texts(element) {
            misplaced(text, &spot, findings);
        }
    }
    for element in ["Principal", "NotPrincipal"] {
        for (_, name, spot) in statement.principals(element) {
            misplaced(name, &spot, findings);
        }
    }
}

fn takes_variables(operator: &str) -> bool {
    operator.starts_with("String") || operator.starts_with("Arn") || operator == "Bool"
}

fn misplaced(text: &str, spot: &Spot<'_>, findings: &mut Findings) {
    if text.contains("${") {
        let details = format!(
            "Policy variables are supported in the Resource and Condition elements. Remove the \
             policy variable {text} from this element."
        );
        findings.report(Issue::VariableUnsupportedInElement, spot, details);
    }
}

fn written(text: &str, spot: &Spot<'_>, newer: bool, findings: &mut Findings) {
    let Some((_, mut opened)) = text.split_once("${") else {
        return;
    };
    if !newer {
        findings.report(
            Issue::VariableUnsupportedInVersion,
            spot,
            "To include variables in your policy, use the policy version 2012-10-17 or later.",
        );
        return;
    }
    loop {
        let inside = closed(opened).or_else(|| opened.split_once('}'));
        let Some((inside, after)) = inside else {
            findings.report(
                Issue::MissingBraceInVariable,
                spot,
                "The policy variable is missing a closing curly brace. Add } after the variable \
                 text.",
            );
            return;
        };
        one(inside, spot, findings);
        let Some((_, next)) = after.split_once("${") else {
            return;
        };
        opened = next;
    }
}

fn one(inside: &str, spot: &Spot<'_>, findings: &mut Findings) {
    let (key, default) = match inside.split_once(',') {
        None => (inside, None),
        Some((key, default)) => (key, Some(default.trim())),
    };
    if key.trim().is_empty() {
        findings.report(
            Issue::EmptyVariable,
            spot,
            "Empty policy variable. Remove the ${ } variable structure or provide a variable \
             within the structure.",
        );
    } else if key.contains(' ') {
        findings.report(
            Issue::UnsupportedSpaceInVariable,
            spot,
            "A space is not supported within the policy variable text. Remove the space.",
        );
    }
    let quoted = |text: &str| text.len() > 1 && text.starts_with('\'') && text.ends_with('\'');
    if default.is_some_and(|default| !quoted(default)) {
        findings.report(
            Issue::MissingQuoteInVariable,
            spot,
            "The policy variable default value must begin and end with a single quote. Add the \
             missing quote.",
        );
    }
}
