//! Condition operators (`reference_policies_elements_condition_operators`) and their set forms
//! (`reference_policies_condition-single-vs-multi-valued-context-keys`).

use super::pattern::{self, Colons, Piece, chars, glob, literally};
use super::{Refused, value};
use crate::case::Case;

pub(super) fn holds(
    operator: &str,
    key: &str,
    written: &[String],
    case: &Case,
    variables: bool,
) -> Result<bool, Refused> {
    let seen = pattern::values(case, key);
    if operator == "Null" {
        // "Either true (the key doesn't exist — it is null) or false (the key exists and its value
        // is not null)".
        let wanted: Option<Vec<bool>> = written.iter().map(|one| value::boolean(one)).collect();
        return Ok(wanted.ok_or("not a boolean")?.contains(&seen.is_empty()));
    }
    let (set, operator) = operator.split_once(':').unwrap_or(("", operator));
    let (operator, if_exists) = match operator.strip_suffix("IfExists") {
        Some(base) => (base, true),
        None => (operator, false),
    };
    let (negated, base) = positive(operator);
    let mut tested = Vec::new();
    for one in &seen {
        let mut any = false;
        for pattern in written {
            any |= matches(&base, pattern, one, case, variables)?;
        }
        // "NOR": a negated operator holds when no value matches
        // (reference_policies_condition-logic-multiple-context-keys-or-values).
        tested.push(any != negated);
    }
    let (every, some) = (tested.iter().all(|one| *one), tested.iter().any(|one| *one));
    match set {
        // "If the key is not present, evaluate the condition element as true."
        _ if seen.is_empty() && if_exists => Ok(true),
        // "It also returns true if there are no context keys in the request, or if the key values
        // resolve to a null data set, such as an empty string."
        "ForAllValues" => Ok(every || seen.iter().all(String::is_empty)),
        // "If the key does not exist, the condition returns false."
        "ForAnyValue" => Ok(some),
        // "If the key is not present, the values do not match and the condition is false"; if the
        // key must not match, it is true. "Multivalued context keys require a condition set
        // operator": without one, a negated operator is the opposite of its positive form.
        "" => Ok(if negated { every } else { some }),
        _ => Err("there is no such set operator".to_owned()),
    }
}

/// The operator without its negation.
fn positive(operator: &str) -> (bool, String) {
    match operator.split_once("Not") {
        Some((kind, comparison)) => (true, format!("{kind}{comparison}")),
        None => (false, operator.to_owned()),
    }
}

/// Whether a value of the request matches one value of the policy.
fn matches(
    base: &str,
    written: &str,
    seen: &str,
    case: &Case,
    variables: bool,
) -> Result<bool, Refused> {
    let unread = || format!("{base} cannot compare with {written:?}");
    // The pages disagree on Bool; that of the operators gives it variables.
    let text = ["String", "Arn", "Bool"]
        .iter()
        .any(|kind| base.starts_with(kind));
    let Some(pieces) = pattern::pieces(written, case, variables && text)? else {
        return Ok(false);
    };
    Ok(match base {
        "StringEquals" => literally(&pieces) == seen,
        "StringEqualsIgnoreCase" => literally(&pieces).to_lowercase() == seen.to_lowercase(),
        "StringLike" => glob(&pieces, &chars(seen), Colons::Ordinary),
        "ArnEquals" | "ArnLike" => arn(&pieces, seen),
        "Bool" => {
            let wanted = value::boolean(&literally(&pieces));
            wanted.is_some() && wanted == value::boolean(seen)
        }
        // "Byte for byte"; a request carries binary values in base64 too.
        "BinaryEquals" => written == seen,
        "IpAddress" => value::within(written, seen).ok_or_else(unread)?,
        _ => {
            let (kind, wanted) = value::comparison(base).ok_or_else(unread)?;
            let limit = kind(written).ok_or_else(unread)?;
            kind(seen).is_some_and(|value| wanted.contains(&value.cmp(&limit)))
        }
    })
}

/// "Each of the six colon-delimited components of the ARN is checked separately"; Equals and Like
/// "behave identically".
fn arn(pattern: &[Piece], text: &str) -> bool {
    let wanted: Vec<&[Piece]> = pattern.splitn(6, |p| *p == Piece::Written(':')).collect();
    let seen: Vec<&str> = text.splitn(6, ':').collect();
    let part = |(wanted, seen): (&&[Piece], &&str)| glob(wanted, &chars(seen), Colons::Ordinary);
    wanted.len() == 6 && seen.len() == 6 && wanted.iter().zip(&seen).all(part)
}
