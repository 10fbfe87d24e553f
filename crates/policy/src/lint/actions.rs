//! Actions: whether they exist, and whether one says what another says.

use super::finding::Findings;
use super::overlap;
use super::view::{Spot, Statement};
use super::{Ask, Issue};
use crate::glob::{Case, Reach};

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    for element in ["Action", "NotAction"] {
        let actions = statement.texts(element);
        for (action, spot) in &actions {
            exists(action, spot, ask, findings);
        }
        redundant(&actions, findings);
    }
}

fn exists(action: &str, spot: &Spot<'_>, ask: Ask<'_>, findings: &mut Findings) {
    if action == "*" {
        return;
    }
    let Some((service, name)) = action.split_once(':') else {
        invalid(action, "", spot, findings);
        return;
    };
    if service.contains(['*', '?']) {
        findings.report(
            Issue::WildcardInServiceName,
            spot,
            "Avoid using wildcards (*, ?) in the service name because it might grant unintended \
             access to other AWS services with similar names.",
        );
        return;
    }
    let Some(known) = ask.known.service(service) else {
        let details = format!("The service {service} specified in the action does not exist.");
        findings.report(Issue::InvalidServiceInAction, spot, details);
        return;
    };
    let exists = if name.contains(['*', '?']) {
        let pattern = overlap::Pattern::of(name, Case::Ignored, Reach::Anywhere);
        known.actions.iter().any(|action| pattern.covers(action))
    } else {
        known.has(name)
    };
    if !exists {
        invalid(
            action,
            &meant(service, name, &known.actions, findings),
            spot,
            findings,
        );
    }
}

/// The closest name, for the first few that are wrong: looking for it takes time.
fn meant(service: &str, name: &str, known: &[&str], findings: &Findings) -> String {
    const MOST: usize = 20;
    const LONGEST: usize = 128;
    if findings.count(Issue::InvalidAction) >= MOST || name.len() > LONGEST {
        return String::new();
    }
    let closest = known.iter().min_by_key(|known| edits(name, known));
    closest.map_or(String::new(), |closest| {
        format!(" Did you mean {service}:{closest}?")
    })
}

fn invalid(action: &str, meant: &str, spot: &Spot<'_>, findings: &mut Findings) {
    let details = format!("The action {action} does not exist.{meant}");
    findings.report(Issue::InvalidAction, spot, details);
}

fn redundant(actions: &[(&str, Spot<'_>)], findings: &mut Findings) {
    let redundant = overlap::covered(actions, Case::Ignored, Reach::Anywhere);
    let (Some((action, spot)), count) = (redundant.first(), redundant.len()) else {
        return;
    };
    let details = format!(
        "The {count} action(s) are redundant because they provide similar permissions. Update the \
         policy to remove the redundant action such as: {action}."
    );
    findings.report(Issue::RedundantAction, spot, details);
}

/// How many letters to insert, remove or change to come from one name to the other.
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_ascii_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.to_ascii_lowercase().chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        let mut next = vec![left];
        for (above, seen) in row.iter().skip(1).zip(&other) {
            let changed = diagonal + usize::from(letter != *seen);
            left = changed.min(above + 1).min(left + 1);
            next.push(left);
            diagonal = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
