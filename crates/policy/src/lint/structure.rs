//! The frame of the document: JSON, version, statements, Sids, size.

use super::finding::Findings;
use super::view::{Spot, View};
use super::{Ask, Issue, PolicyType};
use crate::document::json::{self, Node, Value};
use crate::malformed::Extent;

/// `None` when the text is not JSON.
pub(super) fn read(text: &str, findings: &mut Findings) -> Option<Node> {
    match json::read(text) {
        Ok(tree) => Some(tree),
        Err(cause) => {
            let at = cause.position();
            let details = format!(
                "Fix the JSON syntax error at line {} column {}: {}.",
                at.line,
                at.column,
                cause.detail()
            );
            let extent = Extent { start: at, end: at };
            findings.report_at(Issue::JsonSyntaxError, extent, details);
            None
        }
    }
}

pub(super) fn check(view: &View<'_>, text: &str, ask: Ask<'_>, findings: &mut Findings) {
    elements(view, findings);
    version(view, findings);
    statements(view, findings);
    sids(view, ask, findings);
    size(view, text, ask, findings);
}

fn elements(view: &View<'_>, findings: &mut Findings) {
    if !view.root.is_object() {
        mismatch(&view.root, "Object", findings);
    }
    for (name, spot) in view.root.members() {
        match name {
            "Version" | "Id" if spot.text().is_none() => mismatch(&spot, "String", findings),
            "Version" | "Id" | "Statement" => {}
            other => {
                let details = format!("The policy element {other} is not valid.");
                findings.report(Issue::InvalidPolicyElement, &spot, details);
            }
        }
    }
}

pub(super) fn mismatch(spot: &Spot<'_>, wanted: &str, findings: &mut Findings) {
    let details = format!("The text does not match the expected JSON data type {wanted}.");
    findings.report(Issue::DataTypeMismatch, spot, details);
}

fn version(view: &View<'_>, findings: &mut Findings) {
    match (view.root.member("Version"), view.version) {
        (None, _) => findings.report(
            Issue::MissingVersion,
            &view.root,
            "We recommend that you specify the Version element to help you with debugging \
             permission issues.",
        ),
        (Some(spot), Some(version)) if !matches!(version, "2008-10-17" | "2012-10-17") => {
            let details = format!(
                "The version {version} is not valid. Use one of the following versions: \
                 [2008-10-17, 2012-10-17]"
            );
            findings.report(Issue::InvalidVersion, &spot, details);
        }
        (Some(_), _) => {}
    }
}

fn statements(view: &View<'_>, findings: &mut Findings) {
    let Some(spot) = view.root.member("Statement") else {
        findings.report(
            Issue::MissingStatement,
            &view.root,
            "Add a statement to the policy",
        );
        return;
    };
    if spot.is_empty_list() {
        findings.report(
            Issue::MissingStatement,
            &spot,
            "Add a statement to the policy",
        );
    }
    for item in spot.items().iter().filter(|item| !item.is_object()) {
        mismatch(item, "Object", findings);
    }
}

/// Identity and control policies need distinct Sids; of others distinct ones are advised.
fn sids(view: &View<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let (issue, details) = match ask.policy_type {
        PolicyType::Identity | PolicyType::ServiceControl | PolicyType::ResourceControl => (
            Issue::UniqueSidsRequired,
            "Duplicate statement IDs are not supported for this policy type. Update the Sid value.",
        ),
        PolicyType::Resource | PolicyType::Trust => (
            Issue::UniqueSidsRecommended,
            "We recommend that you use statement IDs that are unique to your policy. Update the \
             Sid value.",
        ),
    };
    let mut seen: Vec<&str> = Vec::new();
    for statement in &view.statements {
        let Some(spot) = statement.get("Sid") else {
            continue;
        };
        match spot.text() {
            Some(sid) if !sid.is_empty() && seen.contains(&sid) => {
                findings.report(issue, &spot, details);
            }
            Some(sid) => seen.push(sid),
            None => {}
        }
    }
}

/// IAM quotas; white space does not count but in control policies.
fn size(view: &View<'_>, text: &str, ask: Ask<'_>, findings: &mut Findings) {
    let dense = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .count();
    let whole = text.chars().count();
    let (size, most, issue, what) = match ask.policy_type {
        PolicyType::Identity => (
            dense,
            6_144,
            Issue::PolicySizeExceedsIdentityPolicyQuota,
            "identity policy, excluding whitespace,",
        ),
        PolicyType::Resource => (
            whole,
            20_480,
            Issue::PolicySizeExceedsResourcePolicyQuota,
            "resource policy",
        ),
        PolicyType::Trust => (
            dense,
            2_048,
            Issue::PolicySizeExceedsRoleTrustPolicyQuota,
            "role trust policy, excluding whitespace,",
        ),
        PolicyType::ServiceControl | PolicyType::ResourceControl => (
            whole,
            5_120,
            Issue::PolicySizeExceedsScpQuota,
            "control policy",
        ),
    };
    if size > most {
        let details = format!(
            "The {size} characters in the {what} exceed the {most} character maximum. We recommend \
             that you use multiple granular policies."
        );
        findings.report(issue, &view.root, details);
    }
}

/// A text that is the same for the same meaning: keys in order, a list of one as its item.
pub(super) fn canonical(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("{:?}", value.to_string()),
        Value::Number(text) | Value::Text(text) => format!("{text:?}"),
        Value::List(nodes) => {
            let mut items: Vec<String> = nodes.iter().map(canonical).collect();
            items.sort();
            items.dedup();
            match items.as_slice() {
                [only] => only.clone(),
                _ => format!("[{}]", items.join(",")),
            }
        }
        Value::Map(members) => {
            let mut items: Vec<String> = members
                .iter()
                .filter(|member| member.key.value != "Sid")
                .map(|member| format!("{:?}:{}", member.key.value, canonical(&member.node)))
                .collect();
            items.sort();
            format!("{{{}}}", items.join(","))
        }
    }
}
