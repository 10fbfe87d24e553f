//! The elements of a statement: which are there, of what type, and which exclude each other.

use super::finding::Findings;
use super::structure::mismatch;
use super::view::{Spot, Statement};
use super::{Ask, Issue, PolicyType};

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    names(statement, findings);
    effect(statement, findings);
    sid(statement, ask, findings);
    pairs(statement, findings);
    presence(statement, ask, findings);
    empty(statement, findings);
}

fn names(statement: &Statement<'_>, findings: &mut Findings) {
    for (name, spot) in statement.spot.members() {
        match name {
            "Sid" | "Effect" if spot.text().is_none() => mismatch(&spot, "String", findings),
            "Action" | "NotAction" | "Resource" | "NotResource" => strings(&spot, findings),
            "Condition" if !spot.is_object() => mismatch(&spot, "Object", findings),
            "Sid" | "Effect" | "Principal" | "NotPrincipal" | "Condition" => {}
            other => {
                let details = format!("The policy element {other} is not valid.");
                findings.report(Issue::InvalidPolicyElement, &spot, details);
            }
        }
    }
}

fn strings(spot: &Spot<'_>, findings: &mut Findings) {
    for item in spot.items().iter().filter(|item| item.text().is_none()) {
        mismatch(item, "String", findings);
    }
}

fn effect(statement: &Statement<'_>, findings: &mut Findings) {
    match statement.get("Effect") {
        None => findings.report(
            Issue::MissingEffect,
            &statement.spot,
            "Add an Effect element to the policy statement with a value of Allow or Deny.",
        ),
        Some(spot) => match spot.text() {
            Some(effect) if !matches!(effect, "Allow" | "Deny") => {
                let details = format!("The effect {effect} is not valid. Use Allow or Deny.");
                findings.report(Issue::InvalidEffect, &spot, details);
            }
            Some(_) | None => {}
        },
    }
}

/// Resource policies of some services take other characters; those of IAM and Organizations don't.
fn sid(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let Some(spot) = statement.get("Sid") else {
        return;
    };
    let Some(sid) = spot.text() else { return };
    if sid.is_empty() {
        findings.report(
            Issue::EmptySidValue,
            &spot,
            "Add a value to the empty string in the Sid element.",
        );
    }
    let proper = sid.bytes().all(|b| b.is_ascii_alphanumeric());
    if !proper && ask.policy_type != PolicyType::Resource {
        findings.report(
            Issue::UnsupportedSid,
            &spot,
            "Update the characters in the Sid element to use one of the following character types: \
             [a-z, A-Z, 0-9]",
        );
    }
}

fn pairs(statement: &Statement<'_>, findings: &mut Findings) {
    for (one, other) in [
        ("Action", "NotAction"),
        ("Resource", "NotResource"),
        ("Principal", "NotPrincipal"),
    ] {
        if statement.has(one) && statement.has(other) {
            let details = format!(
                "The policy elements {one} and {other} can not be used in the same statement. \
                 Remove one of these elements."
            );
            findings.report(
                Issue::UnsupportedElementCombination,
                &statement.spot,
                details,
            );
        }
    }
}

fn presence(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let lacks = |one, other| !statement.has(one) && !statement.has(other);
    if lacks("Action", "NotAction") {
        findings.report(
            Issue::MissingAction,
            &statement.spot,
            "Add an Action or NotAction element to the policy statement.",
        );
    }
    if ask.policy_type != PolicyType::Trust && lacks("Resource", "NotResource") {
        findings.report(
            Issue::MissingResource,
            &statement.spot,
            "Add a Resource or NotResource element to the policy statement.",
        );
    }
    if ask.policy_type.names_principals() && lacks("Principal", "NotPrincipal") {
        findings.report(
            Issue::MissingPrincipal,
            &statement.spot,
            "Add a Principal element to the policy statement.",
        );
    }
}

fn empty(statement: &Statement<'_>, findings: &mut Findings) {
    for (element, issue, what) in [
        ("Action", Issue::EmptyArrayAction, "actions"),
        ("NotAction", Issue::EmptyArrayAction, "actions"),
        ("Resource", Issue::EmptyArrayResource, "resources"),
        ("NotResource", Issue::EmptyArrayResource, "resources"),
    ] {
        if let Some(spot) = statement.get(element).filter(Spot::is_empty_list) {
            let details = format!(
                "This statement includes no {what} and does not affect the policy. Specify {what}."
            );
            findings.report(issue, &spot, details);
        }
    }
}
