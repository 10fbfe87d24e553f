//! Rows for every rule, with a small vocabulary.

use serde_json::{Value, json};

use super::PolicyType::{Identity, Resource, ResourceControl, ServiceControl, Trust};
use super::*;
use crate::vocabulary::KeyType;

/// Two services with their keys.
struct Small;

impl Vocabulary for Small {
    fn has_service(&self, service: &str) -> bool {
        ["s3", "iam", "lambda", "sts"].contains(&service.to_ascii_lowercase().as_str())
    }

    fn actions(&self, service: &str) -> Vec<&'static str> {
        match service.to_ascii_lowercase().as_str() {
            "s3" => vec!["GetObject", "PutObject", "ListBucket"],
            "iam" => vec!["PassRole", "CreateServiceLinkedRole"],
            "lambda" => vec!["InvokeFunction"],
            "sts" => vec![
                "AssumeRole",
                "AssumeRoleWithSAML",
                "AssumeRoleWithWebIdentity",
            ],
            _ => Vec::new(),
        }
    }

    fn resource_formats(&self, service: &str, action: &str) -> Option<Vec<&'static str>> {
        Some(match action {
            "GetObject" | "PutObject" => vec!["arn:${Partition}:s3:::${BucketName}/${ObjectName}"],
            "ListBucket" => vec!["arn:${Partition}:s3:::${BucketName}"],
            "PassRole" => self.service_formats(service),
            "AssumeRole" => Vec::new(),
            _ => return None,
        })
    }

    fn service_formats(&self, service: &str) -> Vec<&'static str> {
        match service {
            "s3" => vec![
                "arn:${Partition}:s3:::${BucketName}",
                "arn:${Partition}:s3:::${BucketName}/${ObjectName}",
                "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}",
            ],
            "iam" => vec!["arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}"],
            "lambda" => {
                vec!["arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}"]
            }
            _ => Vec::new(),
        }
    }

    fn condition_keys(&self, service: &str, action: &str) -> Option<Vec<&'static str>> {
        self.actions(service)
            .contains(&action)
            .then(|| match action {
                "ListBucket" => vec!["s3:prefix", "s3:BucketTag/${TagKey}"],
                "PassRole" => vec!["iam:PassedToService"],
                _ => Vec::new(),
            })
    }

    fn key_type(&self, key: &str) -> Option<KeyType> {
        Some(match key.to_ascii_lowercase().as_str() {
            "aws:sourceip" => KeyType::IpAddress,
            "aws:securetransport" => KeyType::Bool,
            "aws:currenttime" => KeyType::Date,
            "aws:tagkeys" => KeyType::ArrayOfString,
            "aws:principalarn" | "aws:sourcearn" => KeyType::Arn,
            "aws:multifactorauthage" => KeyType::Numeric,
            "aws:username" | "s3:prefix" | "iam:passedtoservice" => KeyType::String,
            key if key.starts_with("aws:principaltag/") => KeyType::String,
            _ => return None,
        })
    }
}

#[track_caller]
fn check_text(policy_type: PolicyType, text: &str, expected: &[&str]) {
    let found = lint(text, policy_type, &Small);
    let codes: Vec<&str> = found.iter().map(Finding::code).collect();
    assert_eq!(codes, expected, "{found:#?}");
}

/// The findings of one statement, which grants `s3:GetObject` but for the changes.
#[track_caller]
fn check(policy_type: PolicyType, changes: &Value, expected: &[&str]) {
    let mut statement = match policy_type {
        Identity | ServiceControl => {
            json!({"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/x"})
        }
        Resource => json!({
            "Effect": "Allow", "Principal": {"AWS": "111111111111"},
            "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/x"
        }),
        ResourceControl => json!({
            "Effect": "Deny", "Principal": "*",
            "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/x"
        }),
        Trust => json!({
            "Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole"
        }),
    };
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            statement.as_object_mut().unwrap().remove(name);
        } else {
            statement[name] = value.clone();
        }
    }
    let document = json!({"Version": "2012-10-17", "Statement": [statement]});
    check_text(policy_type, &document.to_string(), expected);
}

#[test]
fn a_proper_policy_has_no_findings() {
    for policy_type in [Identity, Resource, ResourceControl, ServiceControl, Trust] {
        check(policy_type, &json!({}), &[]);
    }
}

#[test]
fn the_frame_is_checked() {
    let fine = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"#;
    for (text, expected) in [
        ("{", &["JSON_SYNTAX_ERROR"][..]),
        (
            "[]",
            &["DATA_TYPE_MISMATCH", "MISSING_VERSION", "MISSING_STATEMENT"],
        ),
        (&format!(r#"{{"Statement":{fine}}}"#), &["MISSING_VERSION"]),
        (
            &format!(r#"{{"Version":"2013-01-01","Statement":{fine}}}"#),
            &["INVALID_VERSION"],
        ),
        (
            &format!(r#"{{"Version":1,"Statement":{fine}}}"#),
            &["DATA_TYPE_MISMATCH"],
        ),
        (r#"{"Version":"2012-10-17"}"#, &["MISSING_STATEMENT"]),
        (
            r#"{"Version":"2012-10-17","Statement":[]}"#,
            &["MISSING_STATEMENT"],
        ),
        (
            r#"{"Version":"2012-10-17","Statement":["x"]}"#,
            &["DATA_TYPE_MISMATCH"],
        ),
        (
            &format!(r#"{{"Version":"2012-10-17","Statement":[{fine},{fine}],"Other":1}}"#),
            &["INVALID_POLICY_ELEMENT", "REDUNDANT_STATEMENT"],
        ),
    ] {
        check_text(Identity, text, expected);
    }
}

#[test]
fn the_elements_of_a_statement_are_checked() {
    for (changes, expected) in [
        (json!({"Effect": null}), &["MISSING_EFFECT"][..]),
        (json!({"Effect": "allow"}), &["INVALID_EFFECT"]),
        (json!({"Action": null}), &["MISSING_ACTION"]),
        (json!({"Resource": null}), &["MISSING_RESOURCE"]),
        (json!({"Sid": ""}), &["EMPTY_SID_VALUE"]),
        (json!({"Sid": "a b"}), &["UNSUPPORTED_SID"]),
        (json!({"Sid": 1}), &["DATA_TYPE_MISMATCH"]),
        (json!({"Action": []}), &["EMPTY_ARRAY_ACTION"]),
        (json!({"Resource": []}), &["EMPTY_ARRAY_RESOURCE"]),
        (json!({"Resource": [1]}), &["DATA_TYPE_MISMATCH"]),
        (
            json!({"NotResource": "arn:aws:s3:::c"}),
            &["UNSUPPORTED_ELEMENT_COMBINATION"],
        ),
        (json!({"Else": "x"}), &["INVALID_POLICY_ELEMENT"]),
    ] {
        check(Identity, &changes, expected);
    }
}

#[test]
fn sids_and_sizes_are_bounded() {
    let statement = |sid: &str, action: &str| json!({"Sid": sid, "Effect": "Allow", "Action": action, "Resource": "*"});
    let twice = json!({"Version": "2012-10-17", "Statement": [statement("a", "s3:GetObject"), statement("a", "s3:PutObject")]});
    check_text(Identity, &twice.to_string(), &["UNIQUE_SIDS_REQUIRED"]);
    let mut resource = twice.clone();
    for statement in resource["Statement"].as_array_mut().unwrap() {
        statement["Principal"] = json!("*");
    }
    check_text(
        Resource,
        &resource.to_string(),
        &["UNIQUE_SIDS_RECOMMENDED"],
    );
    let long = |bytes: usize| json!({"Resource": format!("arn:aws:s3:::b/{}", "x".repeat(bytes))});
    check(
        Identity,
        &long(7_000),
        &["POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"],
    );
    check(
        ServiceControl,
        &long(6_000),
        &["POLICY_SIZE_EXCEEDS_SCP_QUOTA"],
    );
    check(
        Resource,
        &long(21_000),
        &["POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"],
    );
    let name = format!("arn:aws:iam::111111111111:role/{}", "r".repeat(2_100));
    let many = json!({"Principal": {"AWS": name}});
    check(
        Trust,
        &many,
        &["POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"],
    );
}

#[test]
fn actions_must_exist_and_say_something_new() {
    for (action, expected) in [
        (json!("*"), &[][..]),
        (json!("S3:getobject"), &[]),
        (json!("s3:Get*"), &[]),
        (json!("s3:GetObjet"), &["INVALID_ACTION"]),
        (json!("s3:Fly*"), &["INVALID_ACTION"]),
        (json!("GetObject"), &["INVALID_ACTION"]),
        (json!("s4:GetObject"), &["INVALID_SERVICE_IN_ACTION"]),
        (json!("s*:GetObject"), &["WILDCARD_IN_SERVICE_NAME"]),
        (json!(["s3:Get*", "s3:GetObject"]), &["REDUNDANT_ACTION"]),
        (
            json!(["s3:GetObject", "s3:getObject"]),
            &["REDUNDANT_ACTION"],
        ),
        (json!(["s3:Get*", "s3:Put*"]), &[]),
        (
            json!("s3:${aws:username}"),
            &["INVALID_ACTION", "VARIABLE_UNSUPPORTED_IN_ELEMENT"],
        ),
    ] {
        check(Identity, &json!({"Action": action}), expected);
    }
    let found = lint(
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:GetObjet","Resource":"*"}}"#,
        Identity,
        &Small,
    );
    assert_eq!(
        found[0].details,
        "The action s3:GetObjet does not exist. Did you mean s3:GetObject?"
    );
    assert_eq!(
        found[0].path,
        ["Statement", "Action"].map(|key| PathPart::Key(key.into()))
    );
    assert_eq!(
        (found[0].extent.start.column, found[0].extent.end.column),
        (63, 76)
    );
    assert_eq!(found[0].kind(), FindingKind::Error);
    assert!(
        found[0]
            .learn_more()
            .ends_with("#access-analyzer-reference-policy-checks-error-invalid-action")
    );
}

#[test]
fn arns_must_be_of_the_service() {
    for (resource, expected) in [
        (json!("bucket"), &["INVALID_ARN_PREFIX"][..]),
        (json!("arn:aws:s3"), &["MISSING_ARN_FIELD"]),
        (json!("urn:aws:s3:::b"), &["INVALID_ARN_PREFIX"]),
        (json!("arn:aww:s3:::b"), &["INVALID_PARTITION"]),
        (json!("arn:*:s3:::b"), &[]),
        (json!("arn:aws:S3:::b"), &["INVALID_ARN_SERVICE_CASE"]),
        (json!("arn:aws:s5:::b"), &["INVALID_SERVICE"]),
        (
            json!("arn:aws:s3::1:accesspoint/a"),
            &["INVALID_ARN_ACCOUNT"],
        ),
        (
            json!("arn:aws:iam:us-east-1:111111111111:role/r"),
            &["ARN_REGION_NOT_ALLOWED"],
        ),
        (
            json!("arn:aws:lambda::111111111111:function:f"),
            &["MISSING_ARN_REGION"],
        ),
        (
            json!("arn:aws:lambda:us-east-1:111111111111:func:f"),
            &["INVALID_ARN_RESOURCE"],
        ),
        (json!("arn:aws:lambda:*:*:func*"), &[]),
        (json!("arn:aws:s3:::b/${aws:username}/*"), &[]),
        (
            json!(["arn:aws:s3:::b/*", "arn:aws:s3:::b/x"]),
            &["REDUNDANT_RESOURCE"],
        ),
        (json!(["arn:aws:s3:::b", "arn:aws:s3:::b/*"]), &[]),
    ] {
        let changes = json!({"Action": "s3:*", "Resource": resource});
        check(Identity, &changes, expected);
    }
}

#[test]
fn an_action_must_work_on_a_resource_of_its_statement() {
    for (action, resource, expected) in [
        (
            "s3:GetObject",
            json!("arn:aws:s3:::b"),
            &["UNSUPPORTED_RESOURCE_FOR_ACTION"][..],
        ),
        (
            "s3:GetObject",
            json!(["arn:aws:s3:::b", "arn:aws:s3:::c*"]),
            &[],
        ),
        (
            "sts:AssumeRole",
            json!("arn:aws:s3:::b"),
            &["UNSUPPORTED_RESOURCE_FOR_ACTION"],
        ),
        ("s3:*", json!("arn:aws:s3:::b"), &[]),
        ("sts:AssumeRole", json!("*"), &[]),
    ] {
        let changes = json!({"Action": action, "Resource": resource});
        check(Identity, &changes, expected);
    }
    let found = lint(
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::b"}}"#,
        Identity,
        &Small,
    );
    assert!(found[0].learn_more().contains("/service-authorization/"));
}

#[test]
fn trust_in_a_provider_says_whom_it_means() {
    let github = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
    let other = "arn:aws:iam::111111111111:oidc-provider/login.example.com/pool";
    let web = |provider: &str, key: Option<&str>| {
        let mut changes = json!({
            "Principal": {"Federated": provider}, "Action": "sts:AssumeRoleWithWebIdentity"
        });
        if let Some(key) = key {
            changes["Condition"] = json!({"StringEquals": {key: "x"}});
        }
        changes
    };
    for (provider, key, expected) in [
        (github, None, &["MISSING_GITHUB_REPO_CONDITION_KEY"][..]),
        (
            github,
            Some("token.actions.githubusercontent.com:aud"),
            &["MISSING_GITHUB_REPO_CONDITION_KEY"],
        ),
        (github, Some("token.actions.githubusercontent.com:sub"), &[]),
        (other, None, &["MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"]),
        (other, Some("login.example.com/pool:aud"), &[]),
        (
            other,
            Some("aws:username"),
            &["MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"],
        ),
    ] {
        check(Trust, &web(provider, key), expected);
    }
}

#[test]
fn conditions_must_compare_what_can_be_compared() {
    for (condition, expected) in [
        (json!({}), &["EMPTY_OBJECT_CONDITION"][..]),
        (json!("x"), &["DATA_TYPE_MISMATCH"]),
        (
            json!({"StringIs": {"aws:username": "a"}}),
            &["INVALID_CONDITION_OPERATOR"],
        ),
        (
            json!({"NullIfExists": {"aws:username": "true"}}),
            &["NULL_WITH_IF_EXISTS"],
        ),
        (
            json!({"ForAnyValue:Null": {"aws:TagKeys": "true"}}),
            &["NULL_WITH_QUALIFIER"],
        ),
        (
            json!({"StringEquals": {"username": "a"}}),
            &["INVALID_CONDITION_KEY_FORMAT"],
        ),
        (
            json!({"StringEquals": {"aws:nobody": "a"}}),
            &["INVALID_GLOBAL_CONDITION_KEY"],
        ),
        (
            json!({"StringEquals": {"s3:nothing": "a"}}),
            &[
                "INVALID_SERVICE_CONDITION_KEY",
                "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
            ],
        ),
        (
            json!({"StringEquals": {"accounts.example.com:sub": "a"}}),
            &[],
        ),
        (
            json!({"StringEquals": {"s3:prefix": "a"}}),
            &["UNSUPPORTED_ACTION_FOR_CONDITION_KEY"],
        ),
        (
            json!({"ArnEquals": {"aws:ARN": "arn:aws:iam::1:x"}}),
            &["DEPRECATED_GLOBAL_CONDITION_KEY"],
        ),
    ] {
        check(Identity, &json!({"Condition": condition}), expected);
    }
}

#[test]
fn keys_must_go_with_their_operators() {
    for (condition, expected) in [
        (
            json!({"StringEquals": {"aws:PrincipalTag/": "a"}}),
            &["MISSING_TAG_KEY_IN_CONDITION"][..],
        ),
        (
            json!({"StringEquals": {"aws:SecureTransport": "true"}}),
            &["TYPE_MISMATCH"],
        ),
        (json!({"StringLike": {"aws:PrincipalArn": "arn:*"}}), &[]),
        (json!({"NumericLessThan": {"aws:CurrentTime": "1"}}), &[]),
        (
            json!({"StringEquals": {"aws:TagKeys": "a"}}),
            &["MISSING_QUALIFIER"],
        ),
        (
            json!({"ForAllValues:StringEquals": {"aws:username": "a"}}),
            &["FORALLVALUES_WITH_SINGLE_VALUED_KEY"],
        ),
        (
            json!({"ForAnyValue:StringEquals": {"aws:TagKeys": []}}),
            &["EMPTY_ARRAY_CONDITION_FORANYVALUE"],
        ),
        (
            json!({"ForAllValues:StringEquals": {"aws:TagKeys": []}}),
            &["EMPTY_ARRAY_CONDITION_FORALLVALUES"],
        ),
        (
            json!({"StringEqualsIfExists": {"aws:username": []}}),
            &["EMPTY_ARRAY_CONDITION_IFEXISTS"],
        ),
        (
            json!({"StringEquals": {"aws:username": []}}),
            &["EMPTY_ARRAY_CONDITION"],
        ),
        (
            json!({"StringEquals": {"aws:username": "a", "AWS:UserName": "b"}}),
            &["DUPLICATE_KEYS_WITH_DIFFERENT_CASE"],
        ),
    ] {
        check(Identity, &json!({"Condition": condition}), expected);
    }
    let list =
        json!({"Action": "s3:ListBucket", "Condition": {"StringEquals": {"S3:Prefix": "a"}}});
    check(Identity, &list, &[]);
}

#[test]
fn values_must_be_of_their_type() {
    for (condition, expected) in [
        (
            json!({"Bool": {"aws:SecureTransport": "yes"}}),
            &["TYPE_MISMATCH_BOOLEAN"][..],
        ),
        (
            json!({"Bool": {"aws:SecureTransport": ["true", "false"]}}),
            &["INVALID_CONDITION_MULTIPLE_BOOLEAN"],
        ),
        (
            json!({"DateLessThan": {"aws:CurrentTime": "soon"}}),
            &["TYPE_MISMATCH_DATE"],
        ),
        (
            json!({"IpAddress": {"aws:SourceIp": "home"}}),
            &["TYPE_MISMATCH_IP_RANGE"],
        ),
        (
            json!({"NumericLessThan": {"aws:MultiFactorAuthAge": "old"}}),
            &["TYPE_MISMATCH_NUMBER"],
        ),
        (
            json!({"NumericLessThan": {"aws:MultiFactorAuthAge": ["1", "2"]}}),
            &["REDUNDANT_CONDITION_VALUE_NUM"],
        ),
        (
            json!({"StringEquals": {"aws:username": ["a", true]}}),
            &["INVALID_CONDITION_DATA_TYPE"],
        ),
        (
            json!({"StringEquals": {"aws:username": "a*"}}),
            &["WILDCARD_WITHOUT_LIKE_OPERATOR"],
        ),
        (json!({"StringEquals": {"aws:username": "a${*}"}}), &[]),
        (
            json!({"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}),
            &["PRIVATE_IP_ADDRESS"],
        ),
        (
            json!({"NotIpAddress": {"aws:SourceIp": "192.168.1.0/24"}}),
            &["PRIVATE_NOT_IP_ADDRESS"],
        ),
        (
            json!({"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "8.8.8.8"]}}),
            &["PRIVATE_IP_ADDRESS_SUBSET"],
        ),
        (
            json!({"NotIpAddress": {"aws:SourceIp": ["fc00::/7", "8.8.8.8"]}}),
            &["PRIVATE_NOT_IP_ADDRESS_SUBSET"],
        ),
        (
            json!({"IpAddress": {"aws:SourceIp": "8.8.8.8/24"}}),
            &["IMPROVE_IP_RANGE"],
        ),
        (json!({"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}), &[]),
    ] {
        check(Identity, &json!({"Condition": condition}), expected);
    }
}

#[test]
fn variables_must_be_written_well_and_stand_where_they_may() {
    for (user, expected) in [
        ("${aws:username}", &[][..]),
        ("${aws:username, 'x'}", &[]),
        ("${aws:username", &["MISSING_BRACE_IN_VARIABLE"]),
        ("${aws:username, x}", &["MISSING_QUOTE_IN_VARIABLE"]),
        ("${aws: username}", &["UNSUPPORTED_SPACE_IN_VARIABLE"]),
        ("${}", &["EMPTY_VARIABLE"]),
        ("${aws:username}${ }", &["EMPTY_VARIABLE"]),
    ] {
        let condition = json!({"Condition": {"StringEquals": {"aws:username": user}}});
        check(Identity, &condition, expected);
    }
    let number =
        json!({"Condition": {"NumericEquals": {"aws:MultiFactorAuthAge": "${aws:username}"}}});
    check(Identity, &number, &["INVALID_VARIABLE_FOR_OPERATOR"]);
    let principal = json!({"Principal": {"AWS": "arn:aws:iam::111111111111:user/${aws:username}"}});
    check(Resource, &principal, &["VARIABLE_UNSUPPORTED_IN_ELEMENT"]);
    let old = r#"{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}"}}"#;
    check_text(Identity, old, &["VARIABLE_UNSUPPORTED_IN_VERSION"]);
}

#[test]
fn principals_must_be_whom_the_policy_can_name() {
    for (principal, expected) in [
        (json!(null), &["MISSING_PRINCIPAL"][..]),
        (json!("111111111111"), &["INVALID_PRINCIPAL_FORMAT"]),
        (json!({}), &["EMPTY_OBJECT_PRINCIPAL"]),
        (json!({"AWS": []}), &["EMPTY_ARRAY_PRINCIPAL"]),
        (json!({"Group": "g"}), &["INVALID_PRINCIPAL_KEY"]),
        (json!({"AWS": "*"}), &[]),
        (
            json!({"AWS": "arn:aws:iam::*:root"}),
            &["UNSUPPORTED_WILDCARD_IN_PRINCIPAL"],
        ),
        (
            json!({"AWS": "AIDAJQABLZS4A3QDU576Q"}),
            &["INVALID_USER_REFERENCE"],
        ),
        (
            json!({"AWS": "AROAJQABLZS4A3QDU576Q"}),
            &["INVALID_ROLE_REFERENCE"],
        ),
        (
            json!({"Service": "sns.amazonaws.com"}),
            &["RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL"],
        ),
        (
            json!({"Service": "sns"}),
            &[
                "INVALID_SERVICE_PRINCIPAL_FORMAT",
                "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
            ],
        ),
    ] {
        check(Resource, &json!({"Principal": principal}), expected);
    }
    let bound = json!({
        "Principal": {"Service": "sns.amazonaws.com"},
        "Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:sns:*:*:t"}}
    });
    check(Resource, &bound, &[]);
    let excluded = json!({"Principal": null, "NotPrincipal": {"AWS": "111111111111"}});
    check(Resource, &excluded, &["ALLOW_WITH_NOT_PRINCIPAL"]);
    check(
        Identity,
        &json!({"Principal": "*"}),
        &["UNSUPPORTED_PRINCIPAL"],
    );
    check(
        ServiceControl,
        &json!({"Principal": "*"}),
        &["SCP_SYNTAX_ERROR_PRINCIPAL"],
    );
}

#[test]
fn a_trust_policy_has_rules_of_its_own() {
    let role = "arn:aws:iam::111111111111:role/team/api";
    let session = "arn:aws:sts::111111111111:assumed-role/api/s";
    let saml = json!({"Federated": "arn:aws:iam::111111111111:saml-provider/p"});
    for (changes, expected) in [
        (
            json!({"Principal": "*"}),
            &["ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"][..],
        ),
        (
            json!({"Effect": "Deny", "Principal": null, "NotPrincipal": {"AWS": "111111111111"}}),
            &["ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"],
        ),
        (
            json!({"Resource": "*"}),
            &["ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"],
        ),
        (
            json!({"Principal": {"AWS": [role, session]}}),
            &["REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY"],
        ),
        (
            json!({"Principal": saml}),
            &["MISMATCHED_ACTION_FOR_PRINCIPAL"],
        ),
        (
            json!({"Principal": saml, "Action": "sts:AssumeRoleWithSAML"}),
            &[],
        ),
        (
            json!({"Action": "sts:AssumeRoleWithWebIdentity"}),
            &["MISMATCHED_ACTION_FOR_PRINCIPAL"],
        ),
    ] {
        check(Trust, &changes, expected);
    }
}

#[test]
fn a_resource_control_policy_only_denies_everybody() {
    for (changes, expected) in [
        (json!({"Effect": "Allow"}), &["RCP_SYNTAX_ERROR_ALLOW"][..]),
        (
            json!({"Action": null, "NotAction": "s3:GetObject"}),
            &["RCP_SYNTAX_ERROR_NOTACTION"],
        ),
        (
            json!({"Principal": {"AWS": "*"}}),
            &["RCP_SYNTAX_ERROR_PRINCIPAL"],
        ),
        (
            json!({"Principal": null, "NotPrincipal": {"AWS": "111111111111"}}),
            &["RCP_SYNTAX_ERROR_NOTPRINCIPAL"],
        ),
    ] {
        check(ResourceControl, &changes, expected);
    }
}

#[test]
fn roles_are_not_to_be_passed_by_the_dozen() {
    let service = json!({"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}});
    for (changes, expected) in [
        (
            json!({"Action": "iam:PassRole", "Resource": "*"}),
            &["PASS_ROLE_WITH_STAR_IN_RESOURCE"][..],
        ),
        (
            json!({"Action": "iam:PassRole", "Resource": "*", "Condition": service}),
            &[],
        ),
        (
            json!({"Action": "iam:PassRole", "Resource": "arn:aws:iam::111111111111:role/r"}),
            &[],
        ),
        (
            json!({"Action": "iam:PassRole", "Resource": "arn:aws:iam::111111111111:role/*"}),
            &["PASS_ROLE_WITH_STAR_IN_RESOURCE"],
        ),
        (
            json!({"Action": "*", "Resource": "*"}),
            &[
                "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
                "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
            ],
        ),
        (
            json!({"Effect": "Deny", "Action": "*", "Resource": "*"}),
            &[],
        ),
        (
            json!({"Action": "iam:Pass*", "Resource": null, "NotResource": "arn:aws:iam::111111111111:role/r"}),
            &["PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"],
        ),
        (
            json!({"Action": "iam:PassRole", "Resource": null, "NotResource": "arn:aws:iam::111111111111:role/r"}),
            &["PASS_ROLE_WITH_NOT_RESOURCE"],
        ),
        (
            json!({"Action": null, "NotAction": "s3:*", "Resource": "*"}),
            &[
                "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
                "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
            ],
        ),
        (
            json!({"Action": null, "NotAction": "iam:*", "Resource": "*"}),
            &[],
        ),
        (
            json!({"Action": "iam:CreateServiceLinkedRole", "Resource": "*"}),
            &["CREATE_SLR_WITH_STAR_IN_RESOURCE"],
        ),
    ] {
        check(Identity, &changes, expected);
    }
}

#[test]
fn what_is_no_policy_has_findings_and_panics_nowhere() {
    for text in [
        "",
        "null",
        "\"",
        "{}",
        "{\"Statement\":{\"Condition\":{\"Bool\":1}}}",
        "[[[[[[[[[[[[[[[[[[",
    ] {
        for policy_type in [Identity, Resource, ResourceControl, ServiceControl, Trust] {
            assert!(!lint(text, policy_type, &Small).is_empty(), "{text}");
        }
    }
}

/// A policy of a thousand patterns is a stranger's text like any other.
#[test]
fn many_patterns_stay_cheap() {
    let actions: Vec<String> = (0..1_500)
        .map(|number| {
            format!(
                "s3:{}{number}{}",
                "Gt",
                if number % 3 == 0 { "*" } else { "" }
            )
        })
        .collect();
    let resources: Vec<String> = (0..1_000)
        .map(|number| format!("arn:aws:s3:::b{number}"))
        .collect();
    let document = json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": actions, "Resource": resources,
        "Condition": {"StringEquals": {"s3:prefix": "a"}},
    }});
    let begin = std::time::Instant::now();
    assert!(!lint(&document.to_string(), Identity, &Small).is_empty());
    assert!(begin.elapsed().as_secs() < 10);
}
