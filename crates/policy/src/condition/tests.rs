//! Rows for every operator and for the rules on missing keys and several values.

use super::*;
use crate::document::Effect;

fn compile(operator: &str, values: &[&str]) -> Result<Condition, String> {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    let operator = Operator::parse(operator).unwrap();
    Condition::compile(operator, "test:Key", &values, Variables::Substituted)
}

/// A request whose `test:Key` has these values; none means that the key is missing.
#[track_caller]
fn check(operator: &str, values: &[&str], seen: &[&str], expected: bool) {
    let mut context = Context::new();
    context.set_many("Test:key", seen.iter().map(ToString::to_string).collect());
    context.set("aws:username", "ann");
    context.set("aws:PrincipalArn", "arn:aws:iam::111111111111:role/r");
    let condition = compile(operator, values).unwrap();
    assert_eq!(
        condition.holds(&context, Effect::Allow),
        expected,
        "{operator} {values:?} on {seen:?}"
    );
}

#[test]
fn strings_compare_exactly_unless_the_operator_says_otherwise() {
    check("StringEquals", &["a"], &["a"], true);
    check("StringEquals", &["a"], &["A"], false);
    check("StringEquals", &["a*"], &["ab"], false);
    check("StringEquals", &["a*"], &["a*"], true);
    check("StringEqualsIgnoreCase", &["aB"], &["Ab"], true);
    check("StringNotEqualsIgnoreCase", &["aB"], &["Ab"], false);
    check("StringLike", &["a*c?"], &["abbcd"], true);
    check("StringLike", &["A*"], &["ab"], false);
    check("StringNotLike", &["a*"], &["ab"], false);
    check("StringNotEquals", &["a"], &["b"], true);
}

#[test]
fn several_values_of_the_policy_are_or_and_of_a_negated_operator_nor() {
    check("StringEquals", &["a", "b"], &["b"], true);
    check("StringNotEquals", &["a", "b"], &["b"], false);
    check("StringNotEquals", &["a", "b"], &["c"], true);
    check("StringEquals", &[], &["a"], false);
    check("StringNotEquals", &[], &["a"], true);
}

#[test]
fn a_missing_key_fails_a_positive_operator_and_fulfils_a_negated_one() {
    check("StringEquals", &["a"], &[], false);
    check("StringLike", &["*"], &[], false);
    check("ArnLike", &["*"], &[], false);
    check("Bool", &["false"], &[], false);
    check("NumericLessThan", &["1"], &[], false);
    check("StringNotEquals", &["a"], &[], true);
    check("ArnNotLike", &["*"], &[], true);
    check("NotIpAddress", &["0.0.0.0/0"], &[], true);
    check("NumericNotEquals", &["1"], &[], true);
    check("DateNotEquals", &["2024-01-01"], &[], true);
}

#[test]
fn if_exists_passes_without_the_key_and_compares_with_it() {
    check("StringEqualsIfExists", &["a"], &[], true);
    check("StringEqualsIfExists", &["a"], &["b"], false);
    check("BoolIfExists", &["false"], &[], true);
    check("BoolIfExists", &["false"], &["true"], false);
    check("ForAnyValue:StringEqualsIfExists", &["a"], &[], true);
}

#[test]
fn quantifiers_count_the_values_of_the_request() {
    check("ForAllValues:StringEquals", &["a", "b"], &["a", "b"], true);
    check("ForAllValues:StringEquals", &["a", "b"], &["a", "c"], false);
    check("ForAllValues:StringEquals", &["a"], &[], true);
    check("ForAllValues:StringNotEquals", &["a"], &["b", "c"], true);
    check("ForAllValues:StringNotEquals", &["a"], &["b", "a"], false);
    check("ForAnyValue:StringEquals", &["a"], &["b", "a"], true);
    check("ForAnyValue:StringEquals", &["a"], &["b"], false);
    check("ForAnyValue:StringEquals", &["a"], &[], false);
    check("ForAnyValue:StringNotEquals", &["a"], &["a", "b"], true);
    check("ForAnyValue:StringNotEquals", &["a"], &["a"], false);
    check("ForAnyValue:StringNotEquals", &["a"], &[], false);
}

/// IAM user guide, "Multivalued context keys": a null dataset, such as an empty string.
#[test]
fn for_all_values_is_true_of_a_null_set() {
    check("ForAllValues:StringEquals", &["a"], &[""], true);
    check("ForAllValues:StringNotEquals", &[""], &[""], true);
    check("ForAllValues:StringEquals", &["a"], &["", "b"], false);
    check("ForAnyValue:StringEquals", &["a"], &[""], false);
    check("StringEquals", &["a"], &[""], false);
    check("StringEquals", &[""], &[""], true);
}

#[test]
fn a_boolean_may_be_a_variable() {
    check("Bool", &["${test:Key}"], &["TRUE"], true);
    check("Bool", &["${aws:username}"], &["true"], false);
    check("Bool", &["${none:Such, 'false'}"], &["false"], true);
    check("Bool", &["${none:Such}"], &["false"], false);
    assert!(compile("Bool", &["${*}"]).is_err());
    assert!(compile("Bool", &["a${aws:username}"]).is_err());
    assert!(compile("Null", &["${aws:username}"]).is_err());
}

#[test]
fn the_default_of_a_variable_may_hold_braces_and_colons() {
    check("StringEquals", &["${none:Such, 'a}:b'}c"], &["a}:bc"], true);
    check(
        "ArnEquals",
        &["arn:aws:s3:::${none:Such, 'a}:b'}"],
        &["arn:aws:s3:::a}:b"],
        true,
    );
}

#[test]
fn null_asks_whether_the_key_is_missing() {
    check("Null", &["true"], &[], true);
    check("Null", &["true"], &["a"], false);
    check("Null", &["false"], &["a"], true);
    check("Null", &["false"], &[], false);
    check("Null", &["true", "false"], &[], true);
}

#[test]
fn booleans_are_typed() {
    check("Bool", &["true"], &["TRUE"], true);
    check("Bool", &["true"], &["false"], false);
    check("Bool", &["false"], &["no"], false);
}

#[test]
fn numbers_and_dates_compare_in_order() {
    check("NumericLessThanEquals", &["10"], &["9"], true);
    check("NumericLessThan", &["10"], &["10"], false);
    check("NumericGreaterThanEquals", &["10"], &["10.0"], true);
    check("NumericGreaterThan", &["10"], &["x"], false);
    check("NumericEquals", &["1", "2"], &["2"], true);
    check("NumericNotEquals", &["1", "2"], &["2"], false);
    check(
        "DateLessThan",
        &["2024-01-01T00:00:00Z"],
        &["2023-12-31T23:59:59Z"],
        true,
    );
    check(
        "DateGreaterThan",
        &["2024-01-01T00:00:00Z"],
        &["1704067201"],
        true,
    );
    check(
        "DateEquals",
        &["2024-01-01T01:00:00+01:00"],
        &["2024-01-01T00:00:00Z"],
        true,
    );
    check("DateLessThanEquals", &["2024-01-01"], &["tomorrow"], false);
}

#[test]
fn addresses_fall_into_blocks() {
    check(
        "IpAddress",
        &["10.0.0.0/8", "192.0.2.0/24"],
        &["192.0.2.9"],
        true,
    );
    check("NotIpAddress", &["10.0.0.0/8"], &["10.1.1.1"], false);
    check("IpAddress", &["10.0.0.0/8"], &["AWS Internal"], false);
}

#[test]
fn binary_values_compare_as_base64() {
    check("BinaryEquals", &["QmluYXJ5"], &["QmluYXJ5"], true);
    check("BinaryEquals", &["QmluYXJ5"], &["Qmlu"], false);
}

#[test]
fn arns_compare_part_by_part() {
    let source = "arn:aws:execute-api:us-east-1:111111111111:api/prod/GET/pets/a:b";
    check(
        "ArnLike",
        &["arn:aws:execute-api:us-east-1:111111111111:api/*/GET/*"],
        &[source],
        true,
    );
    check(
        "ArnLike",
        &["arn:aws:execute-api:*:111111111111:api/*"],
        &[source],
        true,
    );
    check(
        "ArnLike",
        &["arn:aws:execute-api:*:api/*"],
        &[source],
        false,
    );
    check("ArnLike", &["arn:aws:execute-api*"], &[source], false);
    check("ArnLike", &["arn:*"], &[source], false);
    check("ArnLike", &["*"], &[source], true);
    check(
        "ArnEquals",
        &["arn:aws:execute-api:us-east-1:111111111111:api/*"],
        &[source],
        true,
    );
    check(
        "ArnLike",
        &["arn:aws:execute-api:us-east-1:111111111111:API/*"],
        &[source],
        false,
    );
    check(
        "ArnNotLike",
        &["arn:aws:execute-api:*:111111111111:api/*"],
        &[source],
        false,
    );
    check(
        "ArnLike",
        &["arn:aws:lambda:*:*:function:f*"],
        &["arn:aws:lambda:r:1:function:f:v"],
        true,
    );
}

#[test]
fn variables_stand_in_strings_and_arns_and_are_not_patterns() {
    check(
        "StringEquals",
        &["home/${aws:username}"],
        &["home/ann"],
        true,
    );
    check(
        "StringLike",
        &["home/${aws:username}/*"],
        &["home/ann/x"],
        true,
    );
    check(
        "ArnLike",
        &["arn:aws:s3:::${aws:username}/*"],
        &["arn:aws:s3:::ann/x"],
        true,
    );
    check(
        "ArnEquals",
        &["${aws:PrincipalArn}"],
        &["arn:aws:iam::111111111111:role/r"],
        true,
    );
    check(
        "ArnEquals",
        &["${aws:PrincipalArn}"],
        &["arn:aws:iam::111111111111:role/s"],
        false,
    );
}

#[test]
fn a_missing_variable_fails_a_positive_operator_and_fulfils_a_negated_one() {
    check("StringEquals", &["${aws:missing}"], &["x"], false);
    check("StringLike", &["*${aws:missing}*"], &["x"], false);
    check("StringNotEquals", &["${aws:missing}"], &["x"], true);
    check("StringEquals", &["${aws:missing, 'x'}"], &["x"], true);
}

#[test]
fn values_of_the_wrong_type_are_refused_and_named() {
    for (operator, value) in [
        ("Bool", "yes"),
        ("NumericEquals", "ten"),
        ("DateLessThan", "sdfdsf"),
        ("IpAddress", "10.0.0.0/99"),
        ("BinaryEquals", "%"),
        ("Null", ""),
        ("StringEquals", "${"),
    ] {
        let reason = compile(operator, &[value]).unwrap_err();
        assert!(reason.contains(value), "{reason}");
    }
}
