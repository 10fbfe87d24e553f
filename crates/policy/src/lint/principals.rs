//! Principal and NotPrincipal: where they may stand, whom they name, and grants too wide.

use super::finding::Findings;
use super::view::{Spot, Statement};
use super::{Ask, Issue, PolicyType, federation};

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    for element in ["Principal", "NotPrincipal"] {
        let Some(spot) = statement.get(element) else {
            continue;
        };
        if unsupported(&spot, ask, findings) {
            continue;
        }
        form(&spot, findings);
        for (kind, name, spot) in statement.principals(element) {
            named(kind, name, &spot, ask, findings);
        }
    }
    if statement.allows() && statement.has("NotPrincipal") {
        findings.report(
            Issue::AllowWithNotPrincipal,
            &statement.spot,
            "Using Allow with NotPrincipal can be overly permissive. We recommend that you use \
             Principal instead.",
        );
    }
    match ask.policy_type {
        PolicyType::Trust => trust(statement, findings),
        PolicyType::Resource => sources(statement, findings),
        PolicyType::Identity | PolicyType::ServiceControl | PolicyType::ResourceControl => {}
    }
}

fn unsupported(spot: &Spot<'_>, ask: Ask<'_>, findings: &mut Findings) -> bool {
    match ask.policy_type {
        PolicyType::Identity => {
            let details = format!(
                "The policy type {} does not support the Principal element. Remove the Principal \
                 element.",
                ask.policy_type.name()
            );
            findings.report(Issue::UnsupportedPrincipal, spot, details);
        }
        PolicyType::ServiceControl => findings.report(
            Issue::ScpSyntaxErrorPrincipal,
            spot,
            "SCPs do not support specifying principals. Remove the Principal or NotPrincipal \
             element.",
        ),
        PolicyType::Resource | PolicyType::Trust | PolicyType::ResourceControl => return false,
    }
    true
}

fn form(spot: &Spot<'_>, findings: &mut Findings) {
    if spot.is_object() && spot.members().is_empty() {
        findings.report(
            Issue::EmptyObjectPrincipal,
            spot,
            "This statement includes no principals and does not affect the policy. Specify \
             principals.",
        );
    }
    if !spot.is_object() && spot.text() != Some("*") {
        findings.report(
            Issue::InvalidPrincipalFormat,
            spot,
            "The Principal element contents are not valid. Specify a key-value pair in the \
             Principal element.",
        );
    }
    for (kind, names) in spot.members() {
        if !matches!(kind, "AWS" | "Service" | "Federated" | "CanonicalUser") {
            let details = format!("The principal key {kind} is not valid.");
            findings.report(Issue::InvalidPrincipalKey, &names, details);
        }
        if names.is_empty_list() {
            findings.report(
                Issue::EmptyArrayPrincipal,
                &names,
                "This statement includes no principals and does not affect the policy. Specify \
                 principals.",
            );
        }
    }
}

fn named(kind: &str, name: &str, spot: &Spot<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let wild = name.contains(['*', '?']);
    match kind {
        "" if ask.policy_type == PolicyType::Trust && name == "*" => findings.report(
            Issue::RoleTrustPolicyUnsupportedWildcardInPrincipal,
            spot,
            "\"Principal:\" \"*\" is not supported in the principal element of a role trust \
             policy. Replace the wildcard with a valid principal value.",
        ),
        "AWS" | "Service" | "Federated" if wild && (kind != "AWS" || name != "*") => {
            let details = format!(
                "Wildcards (*, ?) are not supported with the principal key {kind}. Replace the \
                 wildcard with a valid principal value."
            );
            findings.report(Issue::UnsupportedWildcardInPrincipal, spot, details);
        }
        "Service" if !is_service(name) => findings.report(
            Issue::InvalidServicePrincipalFormat,
            spot,
            "The service principal does not match the expected format. Use the format \
             service-name.amazonaws.com.",
        ),
        "AWS" => references(name, spot, findings),
        _ => {}
    }
}

fn is_service(name: &str) -> bool {
    let proper = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
    let domain = name.ends_with(".amazonaws.com") || name.ends_with(".amazonaws.com.cn");
    domain && name.bytes().all(proper)
}

/// IAM puts the unique id in place of a principal that was deleted.
fn references(name: &str, spot: &Spot<'_>, findings: &mut Findings) {
    let is_id = name
        .bytes()
        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if is_id && name.starts_with("AROA") {
        let details = format!(
            "The Principal element includes the IAM role ID {name}. We recommend that you use a \
             role ARN instead."
        );
        findings.report(Issue::InvalidRoleReference, spot, details);
    }
    if is_id && name.starts_with("AIDA") {
        let details = format!(
            "The Principal element includes the IAM user ID {name}. We recommend that you use a \
             user ARN instead."
        );
        findings.report(Issue::InvalidUserReference, spot, details);
    }
}

fn trust(statement: &Statement<'_>, findings: &mut Findings) {
    if let Some(spot) = statement.get("NotPrincipal") {
        findings.report(
            Issue::RoleTrustPolicySyntaxErrorNotPrincipal,
            &spot,
            "Role trust policies do not support NotPrincipal. Update the policy to use a Principal \
             element instead.",
        );
    }
    for element in ["Resource", "NotResource"] {
        if let Some(spot) = statement.get(element) {
            findings.report(
                Issue::RoleTrustPolicySyntaxErrorResource,
                &spot,
                "Role trust policies apply to the role that they are attached to. You cannot \
                 specify a resource. Remove the Resource or NotResource element.",
            );
        }
    }
    sessions(statement, findings);
    federation::check(statement, findings);
}

/// A session is trusted with its role.
fn sessions(statement: &Statement<'_>, findings: &mut Findings) {
    let named = statement.principals("Principal");
    for (_, name, spot) in &named {
        let Some((start, rest)) = name.split_once(":assumed-role/") else {
            continue;
        };
        let role = rest.split('/').next().unwrap_or(rest);
        let account = start.rsplit(':').next().unwrap_or_default();
        let parent = |name: &str| {
            name.contains(&format!("::{account}:role/")) && name.ends_with(&format!("/{role}"))
        };
        if let Some((_, parent, _)) = named.iter().find(|(_, other, _)| parent(other)) {
            let details = format!(
                "The assumed-role principal {name} is redundant with its parent role {parent}. \
                 Remove the assumed-role principal."
            );
            findings.report(Issue::RedundantPrincipalInRoleTrustPolicy, spot, details);
        }
    }
}

/// The keys that bind a service to what it works for (IAM user guide, "The confused deputy
/// problem").
fn sources(statement: &Statement<'_>, findings: &mut Findings) {
    const KEYS: [&str; 4] = [
        "aws:SourceArn",
        "aws:SourceAccount",
        "aws:SourceOrgID",
        "aws:SourceOrgPaths",
    ];
    let bound = statement.conditions().iter().any(|condition| {
        KEYS.iter()
            .any(|key| key.eq_ignore_ascii_case(condition.key))
    });
    if bound || !statement.allows() {
        return;
    }
    for (kind, _, spot) in statement.principals("Principal") {
        if kind == "Service" {
            findings.report(
                Issue::RestrictAccessToServicePrincipal,
                &spot,
                "Granting access to a service principal without specifying a source is overly \
                 permissive. Use aws:SourceArn or aws:SourceAccount condition key and scope access \
                 to a specific source to grant fine-grained access.",
            );
        }
    }
}
