//! May this caller do that?

use model::{Arn, KeyStatus, UserRecord};
use policy::{Kind, Policy};
use serde_json::{Value, json};

use super::*;
use crate::caller::{Credentials, Holder, UserHolder};
use crate::testing::{self, OTHER_ACCOUNT, ROOT_ID, World};

const USER: &str = "arn:aws:iam::111111111111:user/ann";
const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
const ADMIN: &str = "arn:aws:iam::aws:policy/AdministratorAccess";
const LAMBDA_READ: &str = "arn:aws:iam::aws:policy/AWSLambda_ReadOnlyAccess";

fn ann(inline: &[(&str, Value)], managed: &[&str], boundary: Option<&str>) -> UserRecord {
    let key = testing::key("AKIAANN", KeyStatus::Active);
    let mut record = testing::user(USER, &[key], inline);
    record.policies.managed = managed.iter().map(|arn| Arn::new(arn).unwrap()).collect();
    record.policies.boundary = boundary.map(|arn| Arn::new(arn).unwrap());
    record
}

fn caller_of(record: &UserRecord) -> Caller {
    let holder = UserHolder {
        id: model::Record::id(record),
        unique_id: record.unique_id.clone(),
    };
    let principal = policy::Principal::User { arn: record.arn() };
    Caller::new(
        record.account.clone(),
        principal,
        Holder::User(holder),
        Credentials {
            access_key_id: None,
            temporary: None,
        },
    )
}

fn deny(action: &str) -> Value {
    json!({"Effect": "Deny", "Action": action, "Resource": "*"})
}

fn allow(action: &str, resource: &str) -> Value {
    json!({"Effect": "Allow", "Action": action, "Resource": resource})
}

/// Asks for `lambda:GetFunction` on the function; `expected` is the end of AWS's message.
#[track_caller]
fn check(user: &UserRecord, expected: Result<(), &str>) {
    let world = World::new().put(user);
    let resources = [FUNCTION.to_owned()];
    let context = Context::new();
    let ask = Ask::new("lambda:GetFunction", &resources, &context);
    let outcome = world.identity.authorize(&caller_of(user), &ask);
    let said = outcome.map(|permit| assert_eq!(permit.action(), "lambda:GetFunction"));
    let start = format!(
        "User: {USER} is not authorized to perform: lambda:GetFunction on resource: {FUNCTION} "
    );
    let said = said.map_err(|denied| denied.message);
    assert_eq!(said, expected.map_err(|end| format!("{start}{end}")));
}

const NO_IDENTITY: &str = "because no identity-based policy allows the lambda:GetFunction action";

#[test]
fn a_user_may_what_the_attached_policies_allow() {
    check(&ann(&[], &[], None), Err(NO_IDENTITY));
    check(&ann(&[("p", allow("lambda:Get*", "*"))], &[], None), Ok(()));
    check(
        &ann(&[("p", allow("lambda:List*", "*"))], &[], None),
        Err(NO_IDENTITY),
    );
    check(&ann(&[], &[LAMBDA_READ], None), Ok(()));
    check(&ann(&[], &[ADMIN], None), Ok(()));
}

#[test]
fn an_explicit_deny_beats_every_allow() {
    let denied = "with an explicit deny in an identity-based policy";
    check(
        &ann(&[("p", deny("lambda:*"))], &[ADMIN], None),
        Err(denied),
    );
}

#[test]
fn a_denial_by_a_managed_policy_ends_in_its_arn() {
    let arn = "arn:aws:iam::111111111111:policy/no-lambda";
    let document = json!({"Version": "2012-10-17", "Statement": deny("lambda:*")}).to_string();
    let user = ann(&[], &[ADMIN, arn], None);
    let world = World::new()
        .put(&user)
        .put(&testing::managed_policy(arn, &document));
    let context = Context::new();
    let ask = Ask::new("lambda:GetFunction", &[], &context);
    let denied = world
        .identity
        .authorize(&caller_of(&user), &ask)
        .unwrap_err();
    let end = format!("with an explicit deny in an identity-based policy: {arn}");
    assert!(denied.message.ends_with(&end), "{}", denied.message);
}

#[test]
fn a_boundary_limits() {
    check(&ann(&[], &[ADMIN], Some(LAMBDA_READ)), Ok(()));
    check(
        &ann(
            &[],
            &[ADMIN],
            Some("arn:aws:iam::aws:policy/IAMReadOnlyAccess"),
        ),
        Err("because no permissions boundary allows the lambda:GetFunction action"),
    );
}

#[test]
fn a_policy_that_is_missing_denies() {
    let gone = "arn:aws:iam::111111111111:policy/gone";
    check(
        &ann(&[], &[ADMIN, gone], None),
        Err("with an explicit deny in an identity-based policy"),
    );
}

#[test]
fn every_resource_must_be_allowed() {
    let user = ann(&[("p", allow("lambda:GetFunction", FUNCTION))], &[], None);
    let world = World::new().put(&user);
    let context = Context::new();
    for (resources, allowed) in [
        (vec![FUNCTION.to_owned()], true),
        (vec![FUNCTION.to_owned(), format!("{FUNCTION}x")], false),
        (vec![], false),
    ] {
        let ask = Ask::new("lambda:GetFunction", &resources, &context);
        let outcome = world.identity.authorize(&caller_of(&user), &ask);
        assert_eq!(outcome.is_ok(), allowed, "{resources:?}");
    }
}

#[test]
fn keys_of_the_request_cannot_pretend_to_be_the_caller() {
    let mut statement = allow("lambda:GetFunction", "*");
    statement["Condition"] = json!({
        "StringEquals": {"aws:username": "bob", "aws:RequestedRegion": "us-east-1"},
    });
    let user = ann(&[("p", statement.clone())], &[], None);
    let world = World::new().put(&user);
    let mut context = Context::new();
    context.set("aws:username", "bob");
    context.set("aws:RequestedRegion", "us-east-1");
    let ask = Ask::new("lambda:GetFunction", &[], &context);
    assert!(world.identity.authorize(&caller_of(&user), &ask).is_err());
    statement["Condition"]["StringEquals"]["aws:username"] = json!("ann");
    let world = world.put(&ann(&[("p", statement)], &[], None));
    assert!(world.identity.authorize(&caller_of(&user), &ask).is_ok());
}

#[test]
fn a_user_made_anew_under_the_same_name_lends_the_old_one_nothing() {
    let old = ann(&[], &[ADMIN], None);
    let new = UserRecord {
        unique_id: "AIDANEW".into(),
        ..old.clone()
    };
    let world = World::new().put(&new);
    let context = Context::new();
    let ask = Ask::new("lambda:GetFunction", &[], &context);
    assert!(world.identity.authorize(&caller_of(&old), &ask).is_err());
    assert!(world.identity.authorize(&caller_of(&new), &ask).is_ok());
}

/// What root of one account may do to a resource of another, whose policy is given.
#[test]
fn another_accounts_resource_must_allow_too() {
    let world = World::new();
    let root = Caller::root(AccountId::new(OTHER_ACCOUNT).unwrap(), ROOT_ID);
    let owner = AccountId::new("111111111111").unwrap();
    let document = json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": OTHER_ACCOUNT},
        "Action": "execute-api:Invoke",
        "Resource": "*",
    }});
    let policy = Policy::parse(&document.to_string(), Kind::Resource).unwrap();
    let source = Source {
        name: "resource policy of the API",
        policy: &policy,
    };
    let resources = ["arn:aws:execute-api:us-east-1:111111111111:api/prod/GET/".to_owned()];
    let context = Context::new();
    let ask = Ask::new("execute-api:Invoke", &resources, &context);
    for (policy, allowed) in [(None, false), (Some(source), true)] {
        let side = ResourceSide {
            account: &owner,
            policy,
        };
        assert_eq!(
            world.identity.authorize(&root, &ask.on(side)).is_ok(),
            allowed
        );
    }
}

/// What the suggestion for a denied `lambda:GetFunction` begins with, line by line.
#[track_caller]
fn check_fix(user: &UserRecord, expected: &[&str]) {
    let world = World::new().put(user);
    let resources = [FUNCTION.to_owned()];
    let context = Context::new();
    let ask = Ask::new("lambda:GetFunction", &resources, &context);
    let denied = world
        .identity
        .authorize(&caller_of(user), &ask)
        .unwrap_err();
    let fix = denied.fix.unwrap();
    let lines: Vec<&str> = fix.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{fix}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line} instead of {start}");
    }
}

#[test]
fn a_denial_says_what_would_end_it_in_each_layer() {
    let put = "aws iam put-user-policy --user-name ann --policy-name allow-GetFunction-";
    check_fix(&ann(&[], &[], None), &[put]);
    let may = [("p", allow("*", "*"))];
    let logs = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    let boundary = ["# The permissions boundary does not allow lambda:GetFunction on "];
    check_fix(&ann(&may, &[], Some(logs)), &boundary);
    let denies = [("no", deny("lambda:*"))];
    check_fix(&ann(&denies, &[], None), &["# Remove the Deny: ", put]);
}
