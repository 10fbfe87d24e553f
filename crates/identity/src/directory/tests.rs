//! What the directory knows after changes.

use model::KeyStatus;
use serde_json::json;

use super::*;
use crate::testing::{self, World};

const ROLE: &str = "arn:aws:iam::111111111111:role/team/reader";
const USER: &str = "arn:aws:iam::111111111111:user/ann";
const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
const POLICY: &str = "arn:aws:iam::111111111111:policy/p/reading";

fn trust() -> serde_json::Value {
    json!({"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"})
}

fn world() -> World {
    World::new()
        .put(&testing::role(ROLE, &trust(), &[]))
        .put(&testing::user(USER, &[testing::key("AKIA1", KeyStatus::Active)], &[]))
        .put(&testing::managed_policy(
            POLICY,
            r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#,
        ))
}

#[track_caller]
fn check(arn: &str, expected: &str) {
    let world = world();
    let directory = world.identity.directory();
    let found = [
        directory.role(arn).map(|_| "role"),
        directory.user(arn).map(|_| "user"),
        directory.managed_policy(arn).map(|_| "policy"),
    ];
    let found: Vec<&str> = found.into_iter().flatten().collect();
    assert_eq!(found.join(" "), expected, "{arn}");
}

#[test]
fn principals_and_policies_are_found_by_their_whole_arn() {
    check(ROLE, "role");
    check("arn:aws:iam::111111111111:role/reader", "");
    check("arn:aws:iam::111111111111:role/team/READER", "");
    check("arn:aws:iam::222222222222:role/team/reader", "");
    check("arn:aws:sts::111111111111:role/team/reader", "");
    check(USER, "user");
    check(POLICY, "policy");
    check("arn:aws:iam::aws:policy/AdministratorAccess", "policy");
    check("nonsense", "");
}

#[test]
fn what_is_deleted_is_gone_with_its_keys() {
    let world = world();
    assert!(world.identity.directory().knows_key("AKIA1"));
    world.delete(&testing::user(USER, &[], &[]));
    world.delete(&testing::role(ROLE, &trust(), &[]));
    let directory = world.identity.directory();
    assert!(directory.user(USER).is_none());
    assert!(directory.role(ROLE).is_none());
    assert!(!directory.knows_key("AKIA1"));
}

#[test]
fn a_key_that_a_user_no_longer_has_is_unknown() {
    let world = world().put(&testing::user(
        USER,
        &[testing::key("AKIA2", KeyStatus::Inactive)],
        &[],
    ));
    let directory = world.identity.directory();
    assert!(!directory.knows_key("AKIA1"));
    assert!(directory.knows_key("AKIA2"));
    assert!(directory.user_of_key("AKIA2").is_none());
}

#[test]
fn a_policy_of_a_function_belongs_to_one_qualifier() {
    let statement = json!({
        "Effect": "Allow",
        "Principal": "*",
        "Action": "lambda:InvokeFunction",
        "Resource": FUNCTION,
    });
    let world = World::new().function(FUNCTION, &[("", statement.clone()), ("prod", statement)]);
    let directory = world.identity.directory();
    for (qualifier, expected) in [
        (
            "",
            Some("resource policy of arn:aws:lambda:us-east-1:111111111111:function:f"),
        ),
        (
            ":$LATEST",
            Some("resource policy of arn:aws:lambda:us-east-1:111111111111:function:f"),
        ),
        (
            ":prod",
            Some("resource policy of arn:aws:lambda:us-east-1:111111111111:function:f:prod"),
        ),
        (":test", None),
        (":1", None),
    ] {
        let target = FunctionArn::parse(&format!("{FUNCTION}{qualifier}")).unwrap();
        let policies = directory.function(&target).unwrap();
        let name = policies.policy(&target.qualifier).map(NamedPolicy::name);
        assert_eq!(name, expected, "{qualifier}");
    }
}

#[test]
fn an_unreadable_policy_denies_everything() {
    let world = world().put(&testing::managed_policy(POLICY, "{"));
    let directory = world.identity.directory();
    let policy = directory.managed_policy(POLICY).unwrap();
    assert!(policy.is_unreadable());
    for kind in [
        policy::Kind::Identity,
        policy::Kind::Resource,
        policy::Kind::Trust,
    ] {
        let unreadable = NamedPolicy::unreadable("x", kind);
        let effects: Vec<_> = unreadable
            .policy()
            .statements()
            .iter()
            .map(policy::Statement::effect)
            .collect();
        assert_eq!(effects, [policy::Effect::Deny]);
    }
}

#[test]
fn an_unreadable_record_counts_as_deleted() {
    let world = world();
    let id = RoleRecord::id_of(&AccountId::new("111111111111").unwrap(), "reader");
    world.change(Kind::Role, id, Some(b"{}".to_vec()));
    assert!(world.identity.directory().role(ROLE).is_none());
}

#[test]
fn a_provider_and_a_device_are_found_by_their_whole_arn() {
    let account = AccountId::new("111111111111").unwrap();
    let provider = OidcProviderRecord {
        account: account.clone(),
        url: "token.example.com/tenant".into(),
        client_ids: vec!["sts.amazonaws.com".into()],
        thumbprints: Vec::new(),
        created: testing::NOW,
        tags: std::collections::BTreeMap::new(),
    };
    let device = MfaDeviceRecord {
        account,
        name: "phone".into(),
        path: "/ann/".into(),
        seed: vec![1; 40],
        created: testing::NOW,
        assignment: None,
        tags: std::collections::BTreeMap::new(),
    };
    let world = World::new().put(&provider).put(&device);
    let directory = world.identity.directory();
    for (arn, expected) in [
        (
            "arn:aws:iam::111111111111:oidc-provider/token.example.com/tenant",
            "provider",
        ),
        (
            "arn:aws:iam::111111111111:oidc-provider/token.example.com",
            "",
        ),
        (
            "arn:aws:iam::222222222222:oidc-provider/token.example.com/tenant",
            "",
        ),
        ("arn:aws:iam::111111111111:mfa/ann/phone", "device"),
        ("arn:aws:iam::111111111111:mfa/phone", ""),
        ("GAHT12345678", ""),
    ] {
        let found = [
            directory.oidc_provider(arn).map(|_| "provider"),
            directory.mfa_device(arn).map(|_| "device"),
        ];
        let found: Vec<&str> = found.into_iter().flatten().collect();
        assert_eq!(found.join(" "), expected, "{arn}");
    }
    drop(directory);
    world.delete(&provider);
    world.delete(&device);
    let directory = world.identity.directory();
    assert!(directory.oidc_provider(&provider.arn()).is_none());
    assert!(directory.mfa_device(&device.arn()).is_none());
}
