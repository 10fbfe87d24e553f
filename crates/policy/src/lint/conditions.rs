//! The Condition element: operators, and blocks that say nothing.

use super::Issue;
use super::finding::Findings;
use super::view::{Spot, Statement};
use crate::condition::Operator;

pub(super) fn check(statement: &Statement<'_>, findings: &mut Findings) {
    let Some(block) = statement.get("Condition") else {
        return;
    };
    if block.is_object() && block.members().is_empty() {
        empty(&block, findings);
    }
    for (name, keys) in block.members() {
        operator(name, &keys, findings);
        if keys.is_object() && keys.members().is_empty() {
            empty(&keys, findings);
        }
        alike(&keys, findings);
        for (key, values) in keys.members() {
            if values.is_empty_list() {
                no_values(name, key, &values, findings);
            }
        }
    }
}

fn empty(spot: &Spot<'_>, findings: &mut Findings) {
    findings.report(
        Issue::EmptyObjectCondition,
        spot,
        "This condition block is empty and it does not affect the policy. Specify conditions.",
    );
}

fn operator(name: &str, spot: &Spot<'_>, findings: &mut Findings) {
    if Operator::parse(name).is_some() {
        return;
    }
    match name.strip_suffix("IfExists") {
        Some("Null") => findings.report(
            Issue::NullWithIfExists,
            spot,
            "The Null condition operator cannot be used with the IfExists suffix. Update the \
             operator or the suffix.",
        ),
        _ if name.ends_with(":Null") => findings.report(
            Issue::NullWithQualifier,
            spot,
            "Avoid using the Null condition operator with the ForAllValues or ForAnyValue \
             qualifiers because they always return a true or false respectively.",
        ),
        _ => {
            let details = format!(
                "The condition operator {name} is not valid. Use a valid condition operator."
            );
            findings.report(Issue::InvalidConditionOperator, spot, details);
        }
    }
}

/// Names of keys compare without regard to case.
fn alike(keys: &Spot<'_>, findings: &mut Findings) {
    let mut seen: Vec<&str> = Vec::new();
    for (key, spot) in keys.members() {
        if seen.iter().any(|known| known.eq_ignore_ascii_case(key)) {
            let details = format!(
                "The condition key {key} appears more than once with different capitalization in \
                 the same condition block. Remove the duplicate condition keys."
            );
            findings.report(Issue::DuplicateKeysWithDifferentCase, &spot, details);
        }
        seen.push(key);
    }
}

fn no_values(operator: &str, key: &str, spot: &Spot<'_>, findings: &mut Findings) {
    let only_missing = |with: &str| {
        format!(
            "The {with} with an empty condition key matches only if the key {key} is missing from \
             the request context. To determine if the request context is empty, we recommend that \
             you use the Null condition operator with the value of true instead."
        )
    };
    let (issue, details) = if operator.starts_with("ForAllValues:") {
        (
            Issue::EmptyArrayConditionForAllValues,
            only_missing("ForAllValues prefix"),
        )
    } else if operator.starts_with("ForAnyValue:") {
        let details = format!(
            "The ForAnyValue prefix with an empty condition key {key} never matches the request \
             context and it does not affect the policy. Specify conditions."
        );
        (Issue::EmptyArrayConditionForAnyValue, details)
    } else if operator.ends_with("IfExists") {
        (
            Issue::EmptyArrayConditionIfExists,
            only_missing("IfExists suffix"),
        )
    } else {
        let details = format!(
            "There are no values for the condition key {key} and it does not affect the policy. \
             Specify conditions."
        );
        (Issue::EmptyArrayCondition, details)
    };
    findings.report(issue, spot, details);
}
