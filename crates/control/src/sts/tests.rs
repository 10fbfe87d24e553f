//! STS from the outside, and against AWS's recordings.

use crate::iam::testing::{Client, Reply, recorded};
use crate::testing::{Recording, World};

const STS: &str = "aws-recordings/sts/test_sts.snapshot.json";
const ROLE: &str = "arn:aws:iam::111111111111:role/team/r1";
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":["sts:AssumeRole","sts:TagSession"]}]}"#;
const NAMED: [(&str, &str); 2] = [("RoleArn", ROLE), ("RoleSessionName", "s1")];

async fn with_role(world: &World, trust: &str) {
    let create = [
        ("RoleName", "r1"),
        ("Path", "/team/"),
        ("AssumeRolePolicyDocument", trust),
    ];
    Client::root(world).iam("CreateRole", &create).await.ok();
}

async fn user<'a>(world: &'a World, action: &str) -> Client<'a> {
    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"{action}","Resource":"*"}}]}}"#
    );
    Client::user(world, "ann", &policy).await
}

#[tokio::test]
async fn a_role_is_assumed_as_recorded() {
    let known = [("<partition>", "aws")];
    let Some(recorded) = recorded(STS, "test_assume_role", &known) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let trust = recorded["create-role"]["Role"]["AssumeRolePolicyDocument"].to_string();
    let create = [
        ("RoleName", "r1"),
        ("AssumeRolePolicyDocument", trust.as_str()),
    ];
    let reply = root.iam("CreateRole", &create).await;
    reply.check(&mut recording, "create-role", &recorded["create-role"]);
    let ask = [
        ("RoleArn", "arn:aws:iam::111111111111:role/r1"),
        ("RoleSessionName", "s1"),
    ];
    let reply = root.sts("AssumeRole", &ask).await;
    reply.check(&mut recording, "assume-role", &recorded["assume-role"]);
}

#[tokio::test]
async fn parameters_are_refused_as_recorded() {
    let Some(recorded) = recorded(STS, "test_sts_invalid_parameters", &[]) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    for (name, arn, session) in [
        ("malformed-arn", "nothing-valid-in-here", "s1"),
        ("no-partition", "arn::b:::something/test-role", "s1"),
        ("no-service", "arn:a::::something/test-role", "s1"),
        ("not-enough-colons", "arn:a:::something/test-role", "s1"),
        ("no-resource", "arn:a:a::aaaaaaaaaa:", "s1"),
        ("invalid-session-name", ROLE, "Session1:2"),
    ] {
        let ask = [("RoleArn", arn), ("RoleSessionName", session)];
        let reply = root.sts("AssumeRole", &ask).await;
        reply.check(&mut recording, name, &recorded[name]);
    }
}

#[tokio::test]
async fn session_tags_are_refused_as_recorded() {
    let Some(recorded) = recorded(STS, "test_assume_role_tag_validation", &[]) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    with_role(&world, TRUST).await;
    let root = Client::root(&world);
    for (name, parameters) in [
        (
            "duplicate-tag-keys-different-casing",
            &[
                ("Tags.member.1.Key", "name"),
                ("Tags.member.1.Value", "a"),
                ("Tags.member.2.Key", "NAME"),
                ("Tags.member.2.Value", "b"),
            ][..],
        ),
        (
            "invalid-transitive-tag-keys",
            &[
                ("Tags.member.1.Key", "name"),
                ("Tags.member.1.Value", "a"),
                ("TransitiveTagKeys.member.1", "other"),
            ],
        ),
    ] {
        let ask = [&NAMED, parameters].concat();
        let reply = root.sts("AssumeRole", &ask).await;
        reply.check(&mut recording, name, &recorded[name]);
    }
}

/// Fails closed: a session without what was asked for would have too many rights, or too few.
#[tokio::test]
async fn what_a_session_would_go_without_is_refused_by_name() {
    let world = World::new().await;
    with_role(&world, TRUST).await;
    let root = Client::root(&world);
    for (member, parameters) in [
        (
            "Tags",
            &[("Tags.member.1.Key", "k"), ("Tags.member.1.Value", "v")][..],
        ),
        (
            "PolicyArns",
            &[("PolicyArns.member.1.arn", "arn:aws:iam::aws:policy/A")],
        ),
        ("SerialNumber", &[("SerialNumber", "GAHT12345678")]),
        ("TokenCode", &[("TokenCode", "123456")]),
    ] {
        let ask = [&NAMED, parameters].concat();
        let (status, code, message) = root.sts("AssumeRole", &ask).await.error();
        assert_eq!((status, code.as_str()), (501, "NotImplemented"));
        assert!(message.contains(&format!("with {member} ")), "{message}");
    }
}

#[tokio::test]
async fn everybody_may_ask_who_they_are() {
    let world = World::new().await;
    let root = Client::root(&world)
        .sts("GetCallerIdentity", &[])
        .await
        .ok();
    assert_eq!(root.text("Arn"), "arn:aws:iam::111111111111:root");
    assert_eq!(root.text("UserId"), "111111111111");
    let deny =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#;
    let ann = Client::user(&world, "ann", deny).await;
    let told = ann.sts("GetCallerIdentity", &[]).await.ok();
    assert_eq!(told.text("Arn"), "arn:aws:iam::111111111111:user/ann");
    assert!(told.text("UserId").starts_with("AIDA"));
    let (status, code, _) = ann
        .sts(
            "GetAccessKeyInfo",
            &[("AccessKeyId", "AKIAROOTROOTROOTROOT")],
        )
        .await
        .error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
}

fn session<'a>(world: &'a World, reply: &Reply) -> Client<'a> {
    Client::holding(world, reply, "Credentials")
}

#[tokio::test]
async fn a_session_is_the_role_within_its_policy() {
    let world = World::new().await;
    with_role(&world, TRUST).await;
    let root = Client::root(&world);
    let all = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}"#;
    let put = [
        ("RoleName", "r1"),
        ("PolicyName", "p"),
        ("PolicyDocument", all),
    ];
    root.iam("PutRolePolicy", &put).await.ok();
    let ann = user(&world, "sts:AssumeRole").await;
    let whole = ann.sts("AssumeRole", &NAMED).await.ok();
    let role = session(&world, &whole);
    let told = role.sts("GetCallerIdentity", &[]).await.ok();
    assert_eq!(
        told.text("Arn"),
        "arn:aws:sts::111111111111:assumed-role/r1/s1"
    );
    assert_eq!(
        told.text("UserId"),
        whole.text("AssumedRoleUser/AssumedRoleId")
    );
    role.iam("ListUsers", &[]).await.ok();
    let nobody = "Must specify userName when calling with non-User credentials";
    role.refused("GetUser", &[], (400, "ValidationError", nobody))
        .await;
    let only = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*"}]}"#;
    let ask = [&NAMED[..], &[("Policy", only), ("DurationSeconds", "900")]].concat();
    let limited = ann.sts("AssumeRole", &ask).await.ok();
    assert_eq!(limited.text("PackedPolicySize"), "5");
    let limited = session(&world, &limited);
    limited.iam("ListRoles", &[]).await.ok();
    let (status, code, message) = limited.iam("ListUsers", &[]).await.error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
    assert!(message.contains("session policy"), "{message}");
}

#[tokio::test]
async fn trust_permission_and_duration_are_asked_for() {
    let world = World::new().await;
    let external = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"x1"}}}]}"#;
    with_role(&world, external).await;
    let ann = user(&world, "sts:AssumeRole").await;
    let denied = format!(
        "User: arn:aws:iam::111111111111:user/ann is not authorized to perform: sts:AssumeRole on resource: {ROLE}"
    );
    let id = ("ExternalId", "x1");
    let denied = (403, "AccessDenied", denied.as_str());
    let long = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    for (parameters, expected) in [
        (&[][..], denied),
        (&[("ExternalId", "x2")], denied),
        (
            &[id, ("DurationSeconds", "7200")],
            (400, "ValidationError", long),
        ),
        (
            &[id, ("Policy", "{")],
            (400, "MalformedPolicyDocument", "Syntax errors in policy."),
        ),
        (&[id], (200, "", "")),
    ] {
        let ask = [&NAMED, parameters].concat();
        let (status, code, message) = ann.sts("AssumeRole", &ask).await.error();
        assert_eq!(
            (status, code.as_str(), message.as_str()),
            expected,
            "{parameters:?}"
        );
    }
    let absent = [("RoleArn", "arn:aws:iam::111111111111:role/none"), NAMED[1]];
    let (status, code, _) = ann.sts("AssumeRole", &absent).await.error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
}

#[tokio::test]
async fn the_account_of_a_key_is_told() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[("UserName", "ann")]).await.ok();
    let made = root
        .iam("CreateAccessKey", &[("UserName", "ann")])
        .await
        .ok();
    for id in [
        made.text("AccessKey/AccessKeyId"),
        "AKIAROOTROOTROOTROOT".into(),
    ] {
        let told = root
            .sts("GetAccessKeyInfo", &[("AccessKeyId", &id)])
            .await
            .ok();
        assert_eq!(told.text("Account"), "111111111111");
    }
    let unknown = root
        .sts(
            "GetAccessKeyInfo",
            &[("AccessKeyId", "AKIA0000000000000000")],
        )
        .await;
    assert_eq!(unknown.status, 400);
}
