//! Keys whose value nobody can tell: no Allow opens by them, every Deny closes.

use super::*;

/// A statement that allows, or denies, under one condition or on one resource.
#[track_caller]
fn check(effect: &str, rest: &str, expected: bool) {
    let mut context = Context::new();
    context.set_unknown("dynamodb:Attributes");
    context.set_unknown("aws:ResourceTag/*");
    context.set("aws:PrincipalTag/team", "blue");
    let other = r#"{"Effect":"Allow","Action":"*","Resource":"*"},"#;
    let other = if effect == "Deny" { other } else { "" };
    let statement = format!(r#"{other}{{"Effect":"{effect}","Action":"dynamodb:*",{rest}}}"#);
    let policy = parse(Kind::Identity, &statement);
    let principal = session();
    let request = Request {
        principal: &principal,
        action: "dynamodb:GetItem",
        resource: "arn:aws:dynamodb:us-east-1:111111111111:table/t",
        resource_account: "111111111111",
        context: &context,
    };
    let identity = [Source {
        name: "p",
        policy: &policy,
    }];
    let policies = Policies {
        identity: &identity,
        ..Policies::default()
    };
    let decision = decide(&request, &policies);
    assert_eq!(decision.is_allowed(), expected, "{effect} {rest}");
}

#[test]
fn no_condition_on_an_unknown_key_opens_anything() {
    for condition in [
        r#""ForAllValues:StringEquals":{"dynamodb:Attributes":["a"]}"#,
        r#""StringEquals":{"dynamodb:Attributes":["a"]}"#,
        r#""StringNotEquals":{"dynamodb:attributes":["a"]}"#,
        r#""StringEqualsIfExists":{"aws:ResourceTag/team":["blue"]}"#,
        r#""Null":{"aws:ResourceTag/team":"true"}"#,
        r#""StringNotEquals":{"aws:PrincipalTag/team":"${aws:ResourceTag/team}"}"#,
    ] {
        let rest = format!(r#""Resource":"*","Condition":{{{condition}}}"#);
        check("Allow", &rest, false);
        check("Deny", &rest, false);
    }
}

#[test]
fn a_resource_with_an_unknown_variable_is_meant_by_deny_alone() {
    for element in ["Resource", "NotResource"] {
        let rest = format!(r#""{element}":"arn:aws:dynamodb:*:*:table/${{aws:ResourceTag/t}}""#);
        check("Allow", &rest, false);
        check("Deny", &rest, false);
    }
}

#[test]
fn known_keys_are_compared_as_ever() {
    let known = r#""Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"blue"}}"#;
    check("Allow", known, true);
    check("Deny", known, false);
    let other = r#""Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red"}}"#;
    check("Allow", other, false);
    check("Deny", other, true);
}
