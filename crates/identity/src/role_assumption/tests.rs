//! Who becomes which role.

use model::{AccountId, RoleRecord};
use serde_json::{Value, json};

use super::*;
use crate::Permissions;
use crate::testing::{self, ACCOUNT, NOW, OTHER_ACCOUNT, ROOT_ID, World};

const ROLE: &str = "arn:aws:iam::111111111111:role/api";
const CALLERS_ROLE: &str = "arn:aws:iam::222222222222:role/caller";
const LAMBDA: Assumer<'_> = Assumer::Service("lambda.amazonaws.com");

fn trust(principal: &Value) -> Value {
    json!({"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"})
}

fn role(trust: &Value) -> RoleRecord {
    testing::role(ROLE, trust, &[])
}

fn trusted_by_lambda() -> RoleRecord {
    role(&trust(&json!({"Service": "lambda.amazonaws.com"})))
}

fn assume(
    world: &World,
    by: &Assumer<'_>,
    ask: &SessionAsk<'_>,
) -> Result<Session, AssumeRefusedKind> {
    let outcome = world.identity.assume_role(by, ROLE, ask, NOW);
    outcome.map_err(|refused| refused.kind)
}

#[track_caller]
fn check(role: &RoleRecord, by: &Assumer<'_>, ask: &SessionAsk<'_>, expected: Result<(), &str>) {
    let world = World::new().put(role);
    let outcome = assume(&world, by, ask).map(drop);
    assert_eq!(
        outcome.map_err(|kind| kind.to_string()),
        expected.map_err(str::to_owned)
    );
}

const NOT_ALLOWED: &str =
    "the trust policy, or the caller's own policies, do not allow sts:AssumeRole";

#[test]
fn a_service_becomes_a_role_that_trusts_it() {
    let ask = SessionAsk::new("s", 3600);
    check(&trusted_by_lambda(), &LAMBDA, &ask, Ok(()));
    let gateway = Assumer::Service("apigateway.amazonaws.com");
    check(&trusted_by_lambda(), &gateway, &ask, Err(NOT_ALLOWED));
    let elsewhere = testing::role("arn:aws:iam::111111111111:role/x", &trust(&json!("*")), &[]);
    check(&elsewhere, &LAMBDA, &ask, Err("there is no such role"));
}

#[test]
fn the_external_id_and_the_session_name_are_seen() {
    let mut statement = trust(&json!({"Service": "lambda.amazonaws.com"}));
    statement["Condition"] = json!({
        "StringEquals": {"sts:ExternalId": "secret", "sts:RoleSessionName": "s"},
    });
    let ask = SessionAsk {
        external_id: Some("secret"),
        ..SessionAsk::new("s", 3600)
    };
    check(&role(&statement), &LAMBDA, &ask, Ok(()));
    let wrong = SessionAsk {
        external_id: Some("guess"),
        ..ask
    };
    check(&role(&statement), &LAMBDA, &wrong, Err(NOT_ALLOWED));
    let absent = SessionAsk::new("s", 3600);
    check(&role(&statement), &LAMBDA, &absent, Err(NOT_ALLOWED));
}

#[test]
fn a_source_identity_needs_the_trusts_word() {
    let ask = SessionAsk {
        source_identity: Some("ann"),
        ..SessionAsk::new("s", 3600)
    };
    check(
        &trusted_by_lambda(),
        &LAMBDA,
        &ask,
        Err("the trust policy, or the caller's own policies, do not allow sts:SetSourceIdentity"),
    );
    let mut statement = trust(&json!({"Service": "lambda.amazonaws.com"}));
    statement["Action"] = json!(["sts:AssumeRole", "sts:SetSourceIdentity"]);
    check(&role(&statement), &LAMBDA, &ask, Ok(()));
}

#[test]
fn a_session_has_a_length() {
    let role = trusted_by_lambda();
    let limit = "a session lasts 900 to 43200 seconds here";
    check(&role, &LAMBDA, &SessionAsk::new("s", 900), Ok(()));
    check(&role, &LAMBDA, &SessionAsk::new("s", 899), Err(limit));
    check(&role, &LAMBDA, &SessionAsk::new("s", 43_200), Ok(()));
    check(&role, &LAMBDA, &SessionAsk::new("s", 43_201), Err(limit));
}

#[test]
fn a_session_policy_must_be_a_policy() {
    let ask = SessionAsk {
        policy: Some("{"),
        ..SessionAsk::new("s", 900)
    };
    check(
        &trusted_by_lambda(),
        &LAMBDA,
        &ask,
        Err("the session policy is malformed"),
    );
}

/// A session of a role of another account, which may assume roles as `inline` says.
fn caller(inline: &[(&str, Value)]) -> (World, Caller) {
    let trust = trust(&json!({"Service": "lambda.amazonaws.com"}));
    let world = World::new().put(&testing::role(CALLERS_ROLE, &trust, inline));
    let ask = SessionAsk::new("me", 3600);
    let session = world.identity.assume_role(&LAMBDA, CALLERS_ROLE, &ask, NOW);
    let caller = session.unwrap().caller;
    (world, caller)
}

#[test]
fn between_accounts_both_sides_must_allow() {
    let allow = json!({"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": ROLE});
    let ask = SessionAsk::new("s", 3600);
    let trusting = trust(&json!({"AWS": CALLERS_ROLE}));
    let strange = trust(&json!({"AWS": "arn:aws:iam::222222222222:role/other"}));
    for (inline, statement, allowed) in [
        (vec![("p", allow.clone())], &trusting, true),
        (vec![], &trusting, false),
        (vec![("p", allow)], &strange, false),
    ] {
        let (world, caller) = caller(&inline);
        let world = world.put(&role(statement));
        let outcome = assume(&world, &Assumer::Caller(&caller), &ask);
        assert_eq!(outcome.is_ok(), allowed, "{statement}");
    }
}

#[test]
fn a_session_opened_by_a_session_lasts_an_hour() {
    let allow = json!({"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"});
    let (world, caller) = caller(&[("p", allow)]);
    let mut long = role(&trust(&json!({"AWS": OTHER_ACCOUNT})));
    long.max_session_seconds = 43_200;
    let world = world.put(&long);
    let by = Assumer::Caller(&caller);
    assert!(assume(&world, &by, &SessionAsk::new("s", 3600)).is_ok());
    let longer = assume(&world, &by, &SessionAsk::new("s", 3601));
    assert_eq!(longer.map(drop), Err(AssumeRefusedKind::ChainedDuration));
}

#[test]
fn root_becomes_no_role_unless_authentication_is_open() {
    let root = Caller::root(AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
    let by = Assumer::Caller(&root);
    let ask = SessionAsk::new("s", 3600);
    let trusting = role(&trust(&json!({"AWS": ACCOUNT})));
    check(&trusting, &by, &ask, Err("root may not assume roles"));
    let open = World::with(AuthMode::Open, Permissions::Enforce).put(&trusting);
    assert!(assume(&open, &by, &ask).is_ok());
}

#[test]
fn a_refusal_is_explained_and_worded_as_sts_does() {
    let world = World::new().put(&role(&trust(&json!({"Service": "ec2.amazonaws.com"}))));
    let ask = SessionAsk::new("s", 3600);
    let refused = world
        .identity
        .assume_role(&LAMBDA, ROLE, &ask, NOW)
        .unwrap_err();
    assert_eq!(
        refused.message(),
        "User: lambda.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: \
         arn:aws:iam::111111111111:role/api"
    );
    assert!(!refused.explanation.unwrap().sources.is_empty());
}
