//! Documents and statements as the grammar has them (`reference_policies_grammar`).

use serde_json::{Map, Value};

use super::{Refused, condition, pattern};
use crate::case::Case;

/// A statement where it stands.
pub(super) struct Statement<'d> {
    members: &'d Map<String, Value>,
    /// "Variables were introduced in version 2012-10-17"; without it they are literal strings
    /// (`reference_policies_variables`).
    pub(super) variables: bool,
}

/// An element, and whether it is the one that starts with Not.
pub(super) type Element<'d> = (bool, &'d Value);

/// The statements of a document: a list, or one without brackets.
pub(super) fn all(document: &Value) -> Result<Vec<Statement<'_>>, Refused> {
    let variables = match document.get("Version").map(Value::as_str) {
        None | Some(Some("2008-10-17")) => false,
        Some(Some("2012-10-17")) => true,
        Some(_) => return Err("there is no such version".to_owned()),
    };
    let several = match document.get("Statement").ok_or("no statement")? {
        Value::Array(several) => several.as_slice(),
        one => std::slice::from_ref(one),
    };
    let members = several.iter().map(Value::as_object);
    members
        .map(|one| one.map(|members| Statement { members, variables }))
        .collect::<Option<_>>()
        .ok_or_else(|| "a statement is an object".to_owned())
}

/// "If the element takes an array but only one value is included, the brackets are optional";
/// "quotation marks are optional for numeric and Boolean values".
pub(super) fn strings(value: &Value) -> Result<Vec<String>, Refused> {
    match value {
        Value::String(text) => Ok(vec![text.clone()]),
        Value::Bool(_) | Value::Number(_) => Ok(vec![value.to_string()]),
        Value::Array(several) => {
            let lists: Result<Vec<_>, _> = several.iter().map(strings).collect();
            Ok(lists?.concat())
        }
        Value::Null | Value::Object(_) => Err("neither text nor list".to_owned()),
    }
}

impl<'d> Statement<'d> {
    /// "The Effect value is case sensitive" (`reference_policies_elements_effect`).
    pub(super) fn denies(&self) -> Result<bool, Refused> {
        match self.members.get("Effect").and_then(Value::as_str) {
            Some("Allow") => Ok(false),
            Some("Deny") => Ok(true),
            _ => Err("Effect is Allow or Deny".to_owned()),
        }
    }

    pub(super) fn principal(&self) -> Result<Option<Element<'d>>, Refused> {
        self.element("Principal", "NotPrincipal")
    }

    fn element(&self, is: &str, not: &str) -> Result<Option<Element<'d>>, Refused> {
        match (self.members.get(is), self.members.get(not)) {
            (Some(value), None) => Ok(Some((false, value))),
            (None, Some(value)) => Ok(Some((true, value))),
            (None, None) => Ok(None),
            (Some(_), Some(_)) => Err(format!("both {is} and {not}")),
        }
    }

    /// Action, resource and every condition must match (`reference_policies_elements_condition`).
    pub(super) fn applies(&self, case: &Case, completes: bool) -> Result<bool, Refused> {
        let (not, actions) = self.element("Action", "NotAction")?.ok_or("no action")?;
        let listed = strings(actions)?;
        let listed = listed.iter().any(|one| pattern::action(one, &case.action));
        let action = listed != not;

        // A trust policy has no Resource: it is attached to its only one.
        let mut resource = true;
        if let Some((not, patterns)) = self.element("Resource", "NotResource")? {
            let mut listed = false;
            for one in strings(patterns)? {
                listed |= pattern::resource(&one, case, self.variables, completes)?;
            }
            // "A variable that has no value … will not match any resource", in NotResource neither
            // (reference_policies_variables).
            resource = listed != not;
        }

        let mut conditions = true;
        if let Some(block) = self.members.get("Condition") {
            for (operator, keys) in block.as_object().ok_or("Condition is an object")? {
                for (key, values) in keys.as_object().ok_or("keys are an object")? {
                    let values = strings(values)?;
                    conditions &= condition::holds(operator, key, &values, case, self.variables)?;
                }
            }
        }
        Ok(action && resource && conditions)
    }
}
