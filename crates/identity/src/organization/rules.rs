//! What Organizations asks of ids and of policies beyond the language.

use model::AccountId;
use serde_json::Value;

use super::file::ControlKind;

/// `o-` and 10 to 32 letters and digits (Organizations API reference, "Organization").
pub(super) fn is_organization(text: &str) -> bool {
    is_tail(text.strip_prefix("o-"), 10)
}

pub(super) fn is_root(text: &str) -> bool {
    is_tail(text.strip_prefix("r-"), 4)
}

/// `ou-`, the letters of the root, and letters of its own.
pub(super) fn is_unit(text: &str) -> bool {
    let parts = text
        .strip_prefix("ou-")
        .and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(root, own)| is_tail(Some(root), 4) && is_tail(Some(own), 8))
}

fn is_tail(tail: Option<&str>, least: usize) -> bool {
    let is_small = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    tail.is_some_and(|tail| (least..=32).contains(&tail.len()) && tail.bytes().all(is_small))
}

pub(super) fn is_policy(text: &str) -> bool {
    let proper = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    text.strip_prefix("p-")
        .is_some_and(|tail| (8..=128).contains(&tail.len()) && tail.bytes().all(proper))
}

/// As denials name it.
pub(super) fn policy_arn(
    management: &AccountId,
    organization: &str,
    kind: ControlKind,
    id: &str,
) -> String {
    let kind = match kind {
        ControlKind::Service => "service_control_policy",
        ControlKind::Resource => "resource_control_policy",
    };
    format!("arn:aws:organizations::{management}:policy/{organization}/{kind}/{id}")
}

/// A resource control policy of a customer denies, and speaks of everybody (Organizations user
/// guide, "RCP syntax").
pub(super) fn check(kind: ControlKind, content: &str) -> Result<(), &'static str> {
    if kind == ControlKind::Service {
        return Ok(());
    }
    let document: Value = serde_json::from_str(content).unwrap_or_default();
    let statements = match document.get("Statement") {
        Some(Value::Array(list)) => list.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    for statement in statements {
        if statement.get("Effect").and_then(Value::as_str) != Some("Deny") {
            return Err("the Effect of a resource control policy must be Deny");
        }
        if statement.get("NotAction").is_some() {
            return Err("a resource control policy can't have NotAction");
        }
        if statement.get("Principal").and_then(Value::as_str) != Some("*") {
            return Err("the Principal of a resource control policy must be \"*\"");
        }
    }
    Ok(())
}
