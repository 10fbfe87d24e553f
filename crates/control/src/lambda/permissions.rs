//! What the operations on a function's resource policy share. Each qualifier has a policy of its
//! own, and none speaks for another.

use model::{FunctionRecord, Qualifier};
use serde_json::Value;

use super::failures::{alias_not_found, invalid, stale};
use super::target::Target;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The key under which a record keeps the policy of a qualifier.
pub(super) fn key(target: &Target) -> Result<String, Refused> {
    match target.parsed_qualifier()? {
        None => Ok(String::new()),
        Some(Qualifier::Latest) => Err(invalid(
            "We currently do not support adding policies for $LATEST.",
        )),
        Some(qualifier) => Ok(qualifier.to_string()),
    }
}

impl Rooms {
    /// The document of a stored statement, as the view of functions knows it.
    pub(super) fn permission_statement(&self, target: &Target, sid: &str) -> Option<String> {
        let resolved = self.lambda.resolve(&target.unqualified()).ok()?;
        let policy = resolved.function.policies.get(&key(target).ok()?)?;
        let mut statements = policy.statements.iter();
        let statement = statements.find(|statement| statement.sid == sid)?;
        Some(statement.document.clone())
    }
}

/// The condition keys of a statement that goes, which are those it came with: whom it lets in, and
/// through what kind of function URL.
pub(super) fn of_statement(ask: Ask, document: &str) -> Ask {
    let Ok(statement) = serde_json::from_str::<Value>(document) else {
        return ask;
    };
    let ask = match principal(&statement) {
        Some(principal) => ask.key("lambda:Principal", principal),
        None => ask,
    };
    let kind = statement.pointer("/Condition/StringEquals/lambda:FunctionUrlAuthType");
    match kind.and_then(Value::as_str) {
        Some(kind) => ask.key("lambda:FunctionUrlAuthType", kind),
        None => ask,
    }
}

/// As AddPermission takes it: an account stands in the statement as the ARN of its root.
fn principal(statement: &Value) -> Option<&str> {
    let principal = statement.get("Principal")?;
    let one = principal.as_object().and_then(|one| one.values().next());
    let text = one.unwrap_or(principal).as_str()?;
    let account = text
        .strip_prefix("arn:aws:iam::")
        .and_then(|rest| rest.strip_suffix(":root"));
    Some(account.unwrap_or(text))
}

/// Refuses a qualifier that leads nowhere; `missing` is the error about a version.
pub(super) fn check_qualifier(
    target: &Target,
    record: &FunctionRecord,
    missing: impl FnOnce(&str) -> Refused,
) -> Result<(), Refused> {
    match target.parsed_qualifier()? {
        Some(Qualifier::Version(number)) if !record.versions.contains_key(&number) => {
            Err(missing(&target.arn()))
        }
        Some(Qualifier::Alias(name)) if !record.aliases.contains_key(&name) => {
            Err(alias_not_found(&target.arn()))
        }
        Some(_) | None => Ok(()),
    }
}

/// Refuses a revision that is given and is not the policy's.
pub(super) fn check_revision(given: Option<&str>, current: Option<&str>) -> Result<(), Refused> {
    if given.is_some() && given != current {
        return Err(stale("GetPolicy"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_principal_is_told_as_it_was_given() {
        for (stored, expected) in [
            (json!("*"), "*"),
            (json!({"Service": "s3.amazonaws.com"}), "s3.amazonaws.com"),
            (
                json!({"AWS": "arn:aws:iam::222222222222:root"}),
                "222222222222",
            ),
            (
                json!({"AWS": "arn:aws:iam::222222222222:role/r"}),
                "arn:aws:iam::222222222222:role/r",
            ),
        ] {
            assert_eq!(principal(&json!({"Principal": stored})), Some(expected));
        }
    }
}
