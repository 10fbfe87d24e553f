//! Condition keys: whether they exist, go with the operator, and with the actions.

use super::finding::Findings;
use super::view::{Condition, Statement};
use super::{Ask, Issue};
use crate::condition::Operator;
use crate::vocabulary::KeyType;

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let mut actions = None;
    for condition in statement.conditions() {
        let Some((vendor, name)) = condition.key.split_once(':') else {
            findings.report(
                Issue::InvalidConditionKeyFormat,
                &condition.spot,
                "The condition key format is not valid. Use the format service:keyname.",
            );
            continue;
        };
        if condition.key.eq_ignore_ascii_case("aws:ARN") {
            findings.report(
                Issue::DeprecatedGlobalConditionKey,
                &condition.spot,
                "We recommend that you update aws:ARN to use the newer condition key \
                 aws:PrincipalArn.",
            );
            continue;
        }
        if lacks_tag(name) {
            let key = condition.key;
            let details = format!(
                "The condition key {key} must include a tag key to control access based on tags. \
                 Use the format {key}tag-key and specify a key name for tag-key."
            );
            findings.report(Issue::MissingTagKeyInCondition, &condition.spot, details);
            continue;
        }
        match ask.vocabulary.key_type(condition.key) {
            Some(key_type) => types(&condition, key_type, findings),
            None => unknown(&condition, vendor, ask, findings),
        }
        if !vendor.eq_ignore_ascii_case("aws") && ask.vocabulary.has_service(vendor) {
            let actions = actions.get_or_insert_with(|| keys_of_actions(statement, ask));
            of_actions(actions, &condition, findings);
        }
    }
}

fn lacks_tag(name: &str) -> bool {
    ["PrincipalTag/", "RequestTag/", "ResourceTag/"]
        .iter()
        .any(|tag| name.eq_ignore_ascii_case(tag))
}

/// Keys of identity providers have their vendors, too, which are no services.
fn unknown(condition: &Condition<'_>, vendor: &str, ask: Ask<'_>, findings: &mut Findings) {
    let key = condition.key;
    if vendor.eq_ignore_ascii_case("aws") {
        let details = format!("The condition key {key} does not exist. Use a valid condition key.");
        findings.report(Issue::InvalidGlobalConditionKey, &condition.spot, details);
    } else if ask.vocabulary.has_service(vendor) {
        let details = format!(
            "The condition key {key} does not exist in the service {vendor}. Use a valid condition \
             key."
        );
        findings.report(Issue::InvalidServiceConditionKey, &condition.spot, details);
    }
}

fn types(condition: &Condition<'_>, key_type: KeyType, findings: &mut Findings) {
    let Some(operator) = Operator::parse(condition.operator) else {
        return;
    };
    let key = condition.key;
    let name = operator.name();
    if name == "Null" {
        return;
    }
    let quantified = condition.operator.contains(':');
    if key_type.is_array() && !quantified {
        let details = format!(
            "The request context key {key} has multiple values. Use the ForAllValues or \
             ForAnyValue condition key qualifiers in your policy."
        );
        findings.report(Issue::MissingQualifier, &condition.spot, details);
    }
    if !key_type.is_array() && condition.operator.starts_with("ForAllValues:") {
        let details = format!(
            "Using ForAllValues qualifier with the single-valued condition key {key} can be overly \
             permissive. We recommend that you remove ForAllValues:."
        );
        findings.report(
            Issue::ForAllValuesWithSingleValuedKey,
            &condition.spot,
            details,
        );
    }
    let allowed = operators(key_type);
    if !allowed.iter().any(|kind| name.contains(kind)) {
        let allowed = allowed.first().copied().unwrap_or_default();
        let details = format!(
            "Use the operator type {allowed} instead of operator {} for the condition key {key}.",
            condition.operator
        );
        findings.report(Issue::TypeMismatch, &condition.spot, details);
    }
}

/// The operators that go with a type by a part of their names, the proper one first. ARNs may be
/// compared as strings, and points in time as numbers.
fn operators(key_type: KeyType) -> &'static [&'static str] {
    match key_type {
        KeyType::String | KeyType::ArrayOfString => &["String"],
        KeyType::Arn | KeyType::ArrayOfArn => &["Arn", "String"],
        KeyType::Numeric => &["Numeric"],
        KeyType::Date => &["Date", "Numeric"],
        KeyType::Bool | KeyType::ArrayOfBool => &["Bool"],
        KeyType::IpAddress => &["IpAddress"],
        KeyType::Binary => &["Binary"],
    }
}

/// An action named in full, and the keys it comes with.
type KeysOfAction<'d> = (&'d str, Vec<&'static str>);

fn keys_of_actions<'d>(statement: &Statement<'d>, ask: Ask<'_>) -> Vec<KeysOfAction<'d>> {
    let named = statement
        .texts("Action")
        .into_iter()
        .map(|(action, _)| action);
    let named = named.filter(|action| !action.contains(['*', '?']));
    named
        .filter_map(|action| {
            let (service, name) = action.split_once(':')?;
            Some((action, ask.vocabulary.condition_keys(service, name)?))
        })
        .collect()
}

/// Actions that never come with the key.
fn of_actions(actions: &[KeysOfAction<'_>], condition: &Condition<'_>, findings: &mut Findings) {
    let lacks = |keys: &[&str]| !keys.iter().any(|key| is_same(key, condition.key));
    let actions: Vec<&str> = actions
        .iter()
        .filter(|(_, keys)| lacks(keys))
        .map(|(action, _)| *action)
        .collect();
    if actions.is_empty() {
        return;
    }
    let details = format!(
        "The following actions: {} are not supported by the condition key {}. The condition will \
         not be evaluated for these actions. We recommend that you move these actions to a \
         different statement without this condition key.",
        actions.join(", "),
        condition.key
    );
    findings.report(
        Issue::UnsupportedActionForConditionKey,
        &condition.spot,
        details,
    );
}

/// A key of tags is known by what stands before its variable part.
fn is_same(known: &str, key: &str) -> bool {
    match known.split_once("${") {
        None => known.eq_ignore_ascii_case(key),
        Some((start, _)) => key
            .get(..start.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(start)),
    }
}
