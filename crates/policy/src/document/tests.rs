//! Rows for documents: those refused, with AWS's words, and those taken.

use serde_json::{Value, json};

use super::*;

#[track_caller]
fn refused(kind: Kind, document: &Value, message: &str) {
    let cause = Policy::parse(&document.to_string(), kind).expect_err(message);
    assert_eq!(cause.message(), message, "{cause}");
}

#[track_caller]
fn taken(kind: Kind, document: &Value) {
    Policy::parse(&document.to_string(), kind).unwrap();
}

/// A managed policy of one statement: `Allow s3:ListBucket` on a bucket, changed by the elements
/// given; null takes an element away.
fn with(changes: &Value) -> Value {
    let mut statement = json!({
        "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::example"
    });
    apply(&mut statement, changes);
    json!({ "Version": "2012-10-17", "Statement": statement })
}

fn apply(statement: &mut Value, changes: &Value) {
    for (name, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => drop(statement.as_object_mut().unwrap().remove(name)),
            value => statement[name] = value.clone(),
        }
    }
}

/// A trust policy of one statement, changed in the same way.
fn trust(changes: &Value) -> Value {
    let mut statement = json!({
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": { "Service": "apigateway.amazonaws.com" }
    });
    apply(&mut statement, changes);
    json!({ "Version": "2012-10-17", "Statement": statement })
}

const SYNTAX: &str = "Syntax errors in policy.";
const LEGACY: &str = "The policy failed legacy parsing";
const VERSION: &str = "Policy document must be version 2012-10-17 or greater.";
const NO_ACTIONS: &str = "Policy statement must contain actions.";
const NO_RESOURCES: &str = "Policy statement must contain resources.";
const NO_VENDOR: &str =
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

#[test]
fn elements_that_do_not_exist_or_have_the_wrong_shape_are_syntax_errors() {
    for changes in [
        json!({"Extra": "x"}),
        json!({"Effect": null}),
        json!({"Effect": "invalid"}),
        json!({"Effect": ["Allow"]}),
        json!({"Sid": {}}),
        json!({"Action": {}}),
        json!({"Action": [[]]}),
        json!({"Action": [null]}),
        json!({"NotAction": []}),
        json!({"NotResource": "*"}),
        json!({"Resource": {"a": "b"}}),
        json!({"Resource": ["adf", {}]}),
        json!({"Condition": []}),
        json!({"Condition": "a"}),
        json!({"Condition": {"a": "b"}}),
        json!({"Condition": {"DateGreaterThan": []}}),
        json!({"Condition": {"DateGreaterThan": {"a": {}}}}),
        json!({"Condition": {"StringEquals": {"a": [["b"]]}}}),
        json!({"Condition": {"StringEquals": {"a": null}}}),
        json!({"Condition": {"x": {"a": "1"}}}),
        json!({"Condition": {"ForAnyValue::StringEqualsIfExists": {"a": "b"}}}),
        json!({"Condition": {"NullIfExists": {"a": "true"}}}),
        json!({"Condition": {"ForAllValues:Null": {"a": "true"}}}),
    ] {
        refused(Kind::Managed, &with(&changes), SYNTAX);
        refused(Kind::Identity, &with(&changes), SYNTAX);
    }
}

#[test]
fn documents_without_the_right_frame_are_syntax_errors() {
    let statement = with(&json!({}))["Statement"].clone();
    for document in [
        json!("text"),
        json!([]),
        json!({"Version": "2012-10-17"}),
        json!({"Version": "2012-10-17", "Statement": []}),
        json!({"Version": "2012-10-17", "Statement": ["afd"]}),
        json!({"Version": "2013-10-17", "Statement": statement}),
        json!({"Version": 2012, "Statement": statement}),
        json!({"Version": "2012-10-17", "Id": {}, "Statement": statement}),
        json!({"Version": "2012-10-17", "version": "x", "Statement": statement}),
    ] {
        refused(Kind::Identity, &document, SYNTAX);
    }
}

#[test]
fn only_managed_policies_must_be_of_the_newer_version() {
    let statement = with(&json!({}))["Statement"].clone();
    for document in [
        json!({"Statement": statement}),
        json!({"Version": "2008-10-17", "Statement": statement}),
    ] {
        refused(Kind::Managed, &document, VERSION);
        taken(Kind::Identity, &document);
        let policy = Policy::parse(&document.to_string(), Kind::Identity).unwrap();
        assert_eq!(policy.version(), Version::V2008);
    }
}

#[test]
fn effect_is_case_sensitive() {
    for effect in ["denY", "allow", "ALLOW"] {
        refused(Kind::Managed, &with(&json!({"Effect": effect})), LEGACY);
    }
}

#[test]
fn condition_values_of_the_wrong_type_are_refused_before_other_faults() {
    for changes in [
        json!({"Condition": {"DateGreaterThan": {"a": "sdfdsf"}}}),
        json!({"Condition": {"DateGreaterThan": {"a": "sdfdsf"}}, "Action": null}),
        json!({"Condition": {"DateGreaterThan": {"a": "b"}}, "Resource": "arn:error:s3:::x"}),
        json!({"Condition": {"NumericEquals": {"a": "ten"}}}),
        json!({"Condition": {"Bool": {"a": "yes"}}}),
        json!({"Condition": {"IpAddress": {"a": "10.0.0.0/33"}}}),
        json!({"Condition": {"StringEquals": {"a": "${"}}}),
        json!({"Resource": "arn:aws:s3:::${aws:username"}),
    ] {
        refused(Kind::Managed, &with(&changes), LEGACY);
    }
}

#[test]
fn statements_need_actions_of_a_vendor() {
    for (changes, message) in [
        (json!({"Action": null}), NO_ACTIONS),
        (json!({"Action": []}), NO_ACTIONS),
        (json!({"Action": null, "Resource": null}), NO_ACTIONS),
        (json!({"Action": "invalid"}), NO_VENDOR),
        (json!({"Action": null, "NotAction": ""}), NO_VENDOR),
        (
            json!({"Action": "a a:ListBucket"}),
            "Vendor a a is not valid",
        ),
        (
            json!({"Action": "s3:List:Bucket"}),
            "Actions/Condition can contain only one colon.",
        ),
    ] {
        refused(Kind::Managed, &with(&changes), message);
    }
}

#[test]
fn statements_need_resources_that_are_arns() {
    for (resource, message) in [
        (Value::Null, NO_RESOURCES),
        (json!([]), NO_RESOURCES),
        (
            json!("invalid resource"),
            r#"Resource invalid resource must be in ARN format or "*"."#,
        ),
        (json!(""), r#"Resource  must be in ARN format or "*"."#),
        (
            json!("a:bsdfdsafsad"),
            r#"Partition "bsdfdsafsad" is not valid for resource "arn:bsdfdsafsad:*:*:*:*"."#,
        ),
        (
            json!("a:b:cadfsdf"),
            r#"Partition "b" is not valid for resource "arn:b:cadfsdf:*:*:*"."#,
        ),
        (
            json!("a:b:c:d:e:f:g:h"),
            r#"Partition "b" is not valid for resource "arn:b:c:d:e:f:g:h"."#,
        ),
        (
            json!("aws:s3:::example_bucket"),
            r#"Partition "s3" is not valid for resource "arn:s3:::example_bucket:*"."#,
        ),
        (
            json!("arn:aws"),
            "Resource vendor must be fully qualified and cannot contain regexes.",
        ),
        (
            json!("arn:aws:iam:us-east-1::x"),
            "IAM resource arn:aws:iam:us-east-1::x cannot contain region information.",
        ),
        (
            json!("arn:aws:s3:us-east-1::x"),
            "Resource arn:aws:s3:us-east-1::x can not contain region information.",
        ),
        (
            json!("arn:aws:iam:::x"),
            "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, \
             group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, \
             saml-provider/, oidc-provider/, report/, access-report/.",
        ),
        (json!("arn:aws:s3::x"), LEGACY),
        (json!("arn:aws::::x"), LEGACY),
        (json!("arn:aws::x"), LEGACY),
    ] {
        refused(
            Kind::Managed,
            &with(&json!({ "Resource": resource })),
            message,
        );
    }
}

/// AWS managed policy reference, IAMAuditRootUserCredentials.
#[test]
fn the_root_of_an_account_is_a_resource_of_iam() {
    for resource in ["arn:aws:iam::*:root", "arn:aws:iam::111111111111:root"] {
        taken(Kind::Managed, &with(&json!({ "Resource": resource })));
    }
}

#[test]
fn faults_are_reported_in_the_order_of_aws() {
    let bad_resource = json!({"Action": "s:3:ListBucket", "Resource": "sdfsadf"});
    let not_arn = r#"Resource sdfsadf must be in ARN format or "*"."#;
    refused(Kind::Managed, &with(&bad_resource), not_arn);
    let no_action = json!({"Action": null, "Resource": "arn:aws:s3::x"});
    refused(Kind::Managed, &with(&no_action), LEGACY);
    let no_resource = json!({"Action": "invalid", "Resource": null});
    refused(Kind::Managed, &with(&no_resource), NO_RESOURCES);
}

#[test]
fn sids_are_unique_and_in_iam_alphanumeric() {
    let one = |sid: &str| with(&json!({ "Sid": sid }))["Statement"].clone();
    let both = |first: &str, second: &str| json!({"Version": "2012-10-17", "Statement": [one(first), one(second)]});
    let unique = "Statement IDs (SID) in a single policy must be unique.";
    refused(Kind::Identity, &both("sdf", "sdf"), unique);
    taken(Kind::Identity, &both("sdf", "Sdf"));
    taken(Kind::Identity, &both("", ""));
    refused(
        Kind::Identity,
        &both("a-b", "c"),
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular \
         expression [0-9A-Za-z]*",
    );
}

#[test]
fn principals_belong_to_resource_and_trust_policies_only() {
    let named = with(&json!({"Principal": "*", "Sid": "a-b c"}));
    let message = "Policy document should not specify a principal.";
    for kind in [Kind::Identity, Kind::Managed, Kind::Authorizer] {
        refused(kind, &named, message);
    }
    taken(Kind::Resource, &named);
    refused(
        Kind::Resource,
        &with(&json!({})),
        "Missing required field Principal",
    );
    refused(Kind::Resource, &with(&json!({"Principal": {}})), SYNTAX);
    refused(
        Kind::Resource,
        &with(&json!({"Principal": {"AWS": []}})),
        SYNTAX,
    );
    refused(
        Kind::Resource,
        &with(&json!({"Principal": {"AWS": "nobody"}})),
        r#"Invalid principal in policy: "AWS":"nobody""#,
    );
}

#[test]
fn trust_policies_have_a_principal_an_sts_action_and_no_resource() {
    taken(Kind::Trust, &trust(&json!({})));
    taken(
        Kind::Trust,
        &trust(&json!({"Action": ["sts:AssumeRole", "sts:TagSession"]})),
    );
    for (changes, message) in [
        (json!({"Resource": "*"}), "Has prohibited field Resource"),
        (
            json!({"NotResource": "*"}),
            "Has prohibited field NotResource",
        ),
        (
            json!({"Principal": null}),
            "Missing required field Principal",
        ),
        (json!({"Action": null}), "Missing required field Action"),
        (
            json!({"Action": "s3:GetObject"}),
            "AssumeRole policy may only specify STS AssumeRole actions.",
        ),
    ] {
        refused(Kind::Trust, &trust(&changes), message);
    }
    let cause = Policy::parse("{", Kind::Trust).unwrap_err();
    assert_eq!(cause.message(), "This policy contains invalid Json");
}

#[test]
fn odd_documents_that_iam_takes_are_taken() {
    for changes in [
        json!({}),
        json!({"Action": "iam: asdf safdsf af "}),
        json!({"Action": "*"}),
        json!({"Action": "s3.s:ListBucket"}),
        json!({"Resource": ["arn:aws:s3:::x", "*"]}),
        json!({"Resource": "arn:aws:fdsasf"}),
        json!({"Resource": "arn:aws:logs:*"}),
        json!({"Resource": "arn:aws:iam:::user/x"}),
        json!({"Resource": "arn:aws:iam::*:user/${aws:username}"}),
        json!({"Resource": "arn:aws:s3:us-east-1:111111111111:accesspoint/x"}),
        json!({"Resource": null, "NotResource": "*"}),
        json!({"Condition": {}}),
        json!({"Condition": {"a": {}}}),
        json!({"Condition": {"DateGreaterThan": {"a": []}}}),
        json!({"Condition": {"DateGreaterThan": {"a": "01T"}}}),
        json!({"Condition": {"DateLessThan": {"a": "-292275054"}}}),
        json!({"Condition": {"Bool": {"aws:SecureTransport": true}}}),
        json!({"Condition": {"NumericLessThan": {"s3:max-keys": 10}}}),
        json!({"Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": "Department"}}}),
    ] {
        taken(Kind::Managed, &with(&changes));
    }
}

#[test]
fn an_authorizer_may_say_nothing_and_name_any_resource() {
    taken(
        Kind::Authorizer,
        &json!({"Version": "2012-10-17", "Statement": []}),
    );
    taken(
        Kind::Authorizer,
        &with(&json!({"Sid": "a b", "Action": "execute-api:Invoke", "Resource": "api/*"})),
    );
}

#[test]
fn the_policy_of_an_api_may_shorten_its_resources() {
    let short = with(&json!({
        "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/prod/*"
    }))
    .to_string();
    assert!(Policy::parse(&short, Kind::Resource).is_err());
    let api = "arn:aws:execute-api:us-east-1:111111111111:abc";
    let policy = Policy::parse_for_api(&short, api).unwrap();
    let resources = policy.statements()[0].resources().unwrap();
    assert_eq!(resources.patterns()[0].text(), format!("{api}/prod/*"));
}

#[test]
fn a_refusal_names_the_element_and_its_place() {
    let text =
        "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {\n    \"Effect\": \"Permit\"\n  }\n}";
    let cause = Policy::parse(text, Kind::Identity).unwrap_err();
    assert_eq!(
        cause.to_string(),
        "Syntax errors in policy. (Effect is \"Permit\" and neither Allow nor Deny; line 4, column 15)"
    );
}

#[test]
fn statements_know_where_they_stand() {
    let text = "{\"Version\":\"2012-10-17\",\"Statement\":[\n  {\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},\n  {\"Sid\":\"B\",\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}\n]}";
    let policy = Policy::parse(text, Kind::Identity).unwrap();
    let places: Vec<_> = policy
        .statements()
        .iter()
        .map(Statement::position)
        .collect();
    assert_eq!(
        places,
        [
            Position { line: 2, column: 3 },
            Position { line: 3, column: 3 }
        ]
    );
    assert_eq!(policy.statements()[1].sid(), Some("B"));
}

/// IAM user guide, "IAM identifiers": an incomplete ARN in an identity-based policy.
#[test]
fn an_incomplete_arn_of_an_identity_policy_is_completed() {
    use crate::context::Context;
    let queue = "arn:aws:sqs:us-east-1:111111111111:q";
    let topic = "arn:aws:sns:us-east-1:111111111111:t";
    for (written, seen, expected) in [
        ("arn:aws:sqs", queue, true),
        ("arn:aws:sqs", topic, false),
        ("arn:aws:sqs:us-east-1:111111111111", queue, true),
        ("arn:aws:sqs:us-west-2", queue, false),
        ("arn:aws:sqs:us-*", queue, true),
        ("arn:aws:sqs*", queue, true),
        ("*", topic, true),
    ] {
        let document = with(&json!({"Resource": written})).to_string();
        let policy = Policy::parse(&document, Kind::Managed).unwrap();
        let resources = policy.statements()[0].resources().unwrap();
        assert_eq!(
            resources.fits(seen, &Context::new()),
            expected,
            "{written} on {seen}"
        );
    }
}

#[test]
fn the_account_of_a_resource_of_iam_is_no_variable() {
    let role = "arn:aws:iam::${aws:PrincipalAccount}:role/r";
    refused(
        Kind::Managed,
        &with(&json!({"Resource": role})),
        "The policy failed legacy parsing",
    );
    let agent = "arn:aws:bedrock:*:${aws:PrincipalAccount}:agent/*";
    taken(Kind::Managed, &with(&json!({"Resource": agent})));
}

#[test]
fn a_trust_policy_does_not_name_by_exclusion() {
    refused(
        Kind::Trust,
        &trust(&json!({"Principal": null, "NotPrincipal": {"AWS": "111111111111"}})),
        "Has prohibited field NotPrincipal",
    );
}

/// The same page, on session policies.
#[test]
fn an_incomplete_arn_of_a_session_policy_is_refused() {
    let queue = "arn:aws:sqs:us-east-1:111111111111:q";
    for (written, is_taken) in [
        (json!("*"), true),
        (json!(queue), true),
        (json!("arn:aws:sqs:us-east-1:*:*"), true),
        (
            json!("arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:q"),
            true,
        ),
        (json!("arn:aws:sqs"), false),
        (json!([queue, "arn:aws:sqs:us-east-1:111111111111"]), false),
        (json!("arn:aws:sqs:us-*"), false),
    ] {
        let document = with(&json!({"Resource": written})).to_string();
        let read = Policy::parse(&document, Kind::Session);
        assert_eq!(read.is_ok(), is_taken, "{written}");
        assert!(
            Policy::parse(&document, Kind::Identity).is_ok(),
            "{written}"
        );
    }
}
