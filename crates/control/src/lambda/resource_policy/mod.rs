//! The resource policy of a function, version or alias as one document, which may deny and have any
//! condition. AddPermission and RemovePermission change the same policy by the statement (Lambda developer
//! guide, "Working with resource-based policies in Lambda").

mod delete;
mod get;
mod put;

use std::collections::BTreeSet;

use model::ResourcePolicy;
use serde_json::Value;

use super::checks::refuse_unserved;
use super::failures::{not_found, stale};
use super::target::Target;
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

fn target(call: &Call, arn: &str) -> Result<Target, Refused> {
    // The model names another kind of resource, which nothing describes.
    refuse_unserved(&[("A resource policy of a runtime", arn.contains(":runtime/"))])?;
    Target::read(call, arn, None)
}

fn no_policy() -> Refused {
    not_found("The resource you requested does not exist.")
}

fn check_revision(given: Option<&str>, policy: Option<&ResourcePolicy>) -> Result<(), Refused> {
    let current = policy.map(|policy| policy.revision_id.as_str());
    if given.is_some() && given != current {
        return Err(stale("GetResourcePolicy"));
    }
    Ok(())
}

/// The principals of a statement, as AddPermission takes them: an account by its number.
fn principals(statement: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in ["Principal", "NotPrincipal"] {
        match statement.get(element) {
            Some(Value::Object(kinds)) => kinds.values().for_each(|one| texts(one, &mut found)),
            Some(other) => texts(other, &mut found),
            None => {}
        }
    }
    found
}

fn texts(value: &Value, found: &mut BTreeSet<String>) {
    let plain = |text: &str| {
        let account = text.strip_prefix("arn:aws:iam::");
        let account = account.and_then(|rest| rest.strip_suffix(":root"));
        account.unwrap_or(text).to_owned()
    };
    match value {
        Value::String(text) => {
            found.insert(plain(text));
        }
        Value::Array(list) => list.iter().for_each(|one| texts(one, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
    }
}

impl Rooms {
    /// Whoever writes or removes a policy must be allowed to for each principal of it: `lambda:Principal`
    /// has one value at a time.
    fn ask_for_principals(
        &self,
        action: &'static str,
        target: &Target,
        statements: &[Value],
    ) -> Needs {
        let ask = || -> Ask { self.ask_function(action, target) };
        let all: BTreeSet<String> = statements.iter().flat_map(principals).collect();
        if all.is_empty() {
            return ask().into();
        }
        let asks = all.into_iter();
        Needs::Permissions(asks.map(|one| ask().key("lambda:Principal", one)).collect())
    }
}
