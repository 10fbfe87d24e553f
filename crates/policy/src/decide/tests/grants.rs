//! Rows for trust policies, and for the grants that stand on a function.

use super::*;

/// Who assumes [`ROLE`] by a trust policy that names the principal, with what the caller's own
/// policies say.
#[track_caller]
fn check_trust(
    principal: &Principal,
    named: &str,
    identity: Says,
    expected: Result<Option<Layer>, Layer>,
) {
    let trust = parse(
        Kind::Trust,
        &format!(r#"{{"Effect":"Allow","Principal":{named},"Action":"sts:AssumeRole"}}"#),
    );
    let own = parse(Kind::Identity, &statement(identity, ""));
    let identity = [Source {
        name: "own",
        policy: &own,
    }];
    let context = Context::new();
    let request = Request {
        principal,
        action: "sts:AssumeRole",
        resource: ROLE,
        resource_account: "111111111111",
        context: &context,
    };
    let policies = Policies {
        identity: &identity,
        ..Policies::default()
    };
    let trust = Source {
        name: "trust",
        policy: &trust,
    };
    assert_eq!(outcome(decide_trust(&request, trust, &policies)), expected);
}

#[test]
fn a_trust_policy_must_allow_explicitly() {
    let service = r#"{"Service":"apigateway.amazonaws.com"}"#;
    check_trust(&gateway(), service, Silent, Ok(Some(Layer::Trust)));
    check_trust(&user(), service, Allow, Err(Layer::Trust));
    check_trust(&root(), service, Allow, Err(Layer::Trust));
    let in_person = format!(r#"{{"AWS":"{USER}"}}"#);
    check_trust(&user(), &in_person, Silent, Ok(Some(Layer::Trust)));
    let account = r#"{"AWS":"111111111111"}"#;
    check_trust(&user(), account, Silent, Err(Layer::Identity));
    check_trust(&user(), account, Allow, Ok(Some(Layer::Identity)));
    let stranger = Principal::User {
        arn: "arn:aws:iam::222222222222:user/eve".into(),
    };
    check_trust(
        &stranger,
        r#"{"AWS":"222222222222"}"#,
        Silent,
        Err(Layer::Identity),
    );
    check_trust(
        &stranger,
        r#"{"AWS":"222222222222"}"#,
        Allow,
        Ok(Some(Layer::Trust)),
    );
    let provider = Principal::Federated {
        provider: "accounts.google.com".into(),
    };
    check_trust(
        &provider,
        r#"{"Federated":"accounts.google.com"}"#,
        Silent,
        Ok(Some(Layer::Trust)),
    );
}

/// The grant that AddPermission stores, by the recordings: the source's ARN under ArnLike and its
/// account under StringEquals, with the keys in capitals.
#[track_caller]
fn check_source(arn: &str, account: &str, expected: bool) {
    let policy = parse(
        Kind::Resource,
        &format!(
            r#"{{"Sid":"s","Effect":"Allow","Principal":{{"Service":"apigateway.amazonaws.com"}},
            "Action":"lambda:InvokeFunction","Resource":"{FUNCTION}","Condition":{{
            "StringEquals":{{"AWS:SourceAccount":"111111111111"}},
            "ArnLike":{{"AWS:SourceArn":"arn:aws:execute-api:us-east-1:111111111111:abc/prod/*/pets"}}}}}}"#
        ),
    );
    let principal = gateway();
    let context: Context = [("aws:SourceArn", arn), ("aws:SourceAccount", account)]
        .into_iter()
        .collect();
    let request = Request {
        principal: &principal,
        action: ACTION,
        resource: FUNCTION,
        resource_account: "111111111111",
        context: &context,
    };
    let resource = Some(Source {
        name: "policy of f",
        policy: &policy,
    });
    let decision = decide(
        &request,
        &Policies {
            resource,
            ..Policies::default()
        },
    );
    assert_eq!(decision.is_allowed(), expected, "{arn} {account}");
}

#[test]
fn the_grant_of_a_function_is_bound_to_the_source() {
    let api = "arn:aws:execute-api:us-east-1:111111111111:abc";
    check_source(&format!("{api}/prod/GET/pets"), "111111111111", true);
    check_source(&format!("{api}/prod/ANY/pets"), "111111111111", true);
    check_source(
        &format!("{api}/test-invoke-stage/GET/pets"),
        "111111111111",
        false,
    );
    check_source(&format!("{api}/prod/GET/pet"), "111111111111", false);
    check_source(&format!("{api}/prod/GET/pets"), "222222222222", false);
}
