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
    let context = (
        "ProvidedContexts.member.1.ProviderArn",
        "arn:aws:iam::aws:contextProvider/x",
    );
    for (member, parameter) in [
        ("ProvidedContexts", context),
        ("MinimumSessionTokenSize", ("MinimumSessionTokenSize", "1")),
    ] {
        let ask = [&NAMED[..], &[parameter]].concat();
        let (status, code, message) = root.sts("AssumeRole", &ask).await.error();
        assert_eq!((status, code.as_str()), (501, "NotImplemented"));
        assert!(message.contains(&format!("with {member} ")), "{message}");
    }
}

/// Role r2 lets its own sessions list roles if they are tagged, and r1 become it.
async fn with_chain(world: &World) {
    with_role(world, TRUST).await;
    let root = Client::root(world);
    let assume = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],"Resource":"*"}]}"#;
    let put = [
        ("RoleName", "r1"),
        ("PolicyName", "p"),
        ("PolicyDocument", assume),
    ];
    root.iam("PutRolePolicy", &put).await.ok();
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"},{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:TagSession","Condition":{"StringEquals":{"aws:RequestTag/Team":"blue"},"ForAllValues:StringEquals":{"sts:TransitiveTagKeys":["Team"]}}}]}"#;
    let create = [("RoleName", "r2"), ("AssumeRolePolicyDocument", trust)];
    root.iam("CreateRole", &create).await.ok();
    let tagged = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"blue"}}}]}"#;
    let put = [
        ("RoleName", "r2"),
        ("PolicyName", "p"),
        ("PolicyDocument", tagged),
    ];
    root.iam("PutRolePolicy", &put).await.ok();
}

const R2: [(&str, &str); 2] = [
    ("RoleArn", "arn:aws:iam::111111111111:role/r2"),
    ("RoleSessionName", "s2"),
];

fn team(value: &str) -> [(&str, &str); 2] {
    [
        ("Tags.member.1.Key", "Team"),
        ("Tags.member.1.Value", value),
    ]
}

#[tokio::test]
async fn transitive_tags_pass_down_a_chain_and_stay() {
    let world = World::new().await;
    with_chain(&world).await;
    let ann = user(&world, "sts:*").await;
    let ask = [
        &NAMED[..],
        &team("blue"),
        &[("TransitiveTagKeys.member.1", "Team")],
    ]
    .concat();
    let first = ann.sts("AssumeRole", &ask).await.ok();
    assert_eq!(first.text("PackedPolicySize"), "1");
    let first = session(&world, &first);
    let second = session(&world, &first.sts("AssumeRole", &R2).await.ok());
    second.iam("ListRoles", &[]).await.ok();
    let again = [&R2[..], &team("red")].concat();
    let (status, code, message) = first.sts("AssumeRole", &again).await.error();
    assert_eq!((status, code.as_str()), (400, "InvalidParameterValue"));
    assert_eq!(
        message,
        "One of the specified transitive tag keys can't be set because it conflicts with a \
         transitive tag key from the calling session."
    );
}

#[tokio::test]
async fn tags_that_are_not_transitive_end_with_their_session() {
    let world = World::new().await;
    with_chain(&world).await;
    let ann = user(&world, "sts:*").await;
    let ask = [&NAMED[..], &team("blue")].concat();
    let first = session(&world, &ann.sts("AssumeRole", &ask).await.ok());
    let second = session(&world, &first.sts("AssumeRole", &R2).await.ok());
    assert_eq!(second.iam("ListRoles", &[]).await.status, 403);
    let tagged = session(
        &world,
        &ann.sts("AssumeRole", &[&R2[..], &team("blue")].concat())
            .await
            .ok(),
    );
    tagged.iam("ListRoles", &[]).await.ok();
}

#[tokio::test]
async fn tags_need_the_callers_word_and_the_trusts() {
    let world = World::new().await;
    with_chain(&world).await;
    let ann = user(&world, "sts:AssumeRole").await;
    let ask = [&NAMED[..], &team("blue")].concat();
    let (status, code, message) = ann.sts("AssumeRole", &ask).await.error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
    assert!(
        message.contains(
            "perform: sts:TagSession on resource: arn:aws:iam::111111111111:role/team/r1"
        ),
        "{message}"
    );
    let root = Client::root(&world);
    let wrong = [&R2[..], &team("red")].concat();
    assert_eq!(root.sts("AssumeRole", &wrong).await.status, 403);
    let untrusted = [&R2[..], &team("blue"), &[("SourceIdentity", "ann")]].concat();
    assert_eq!(root.sts("AssumeRole", &untrusted).await.status, 403);
}

#[tokio::test]
async fn a_source_identity_stays_down_a_chain() {
    let world = World::new().await;
    let trust = TRUST.replace(r#""sts:TagSession""#, r#""sts:SetSourceIdentity""#);
    with_role(&world, &trust).await;
    let root = Client::root(&world);
    let assume = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}"#;
    let put = [
        ("RoleName", "r1"),
        ("PolicyName", "p"),
        ("PolicyDocument", assume),
    ];
    root.iam("PutRolePolicy", &put).await.ok();
    let ask = [&NAMED[..], &[("SourceIdentity", "ann")]].concat();
    let first = root.sts("AssumeRole", &ask).await.ok();
    assert_eq!(first.text("SourceIdentity"), "ann");
    let first = session(&world, &first);
    let second = first.sts("AssumeRole", &NAMED).await.ok();
    assert_eq!(second.text("SourceIdentity"), "ann");
    let other = [&NAMED[..], &[("SourceIdentity", "bob")]].concat();
    assert_eq!(first.sts("AssumeRole", &other).await.status, 403);
}

#[tokio::test]
async fn managed_session_policies_limit_too() {
    let world = World::new().await;
    with_role(&world, TRUST).await;
    let root = Client::root(&world);
    let all =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    let put = [
        ("RoleName", "r1"),
        ("PolicyName", "p"),
        ("PolicyDocument", all),
    ];
    root.iam("PutRolePolicy", &put).await.ok();
    let arn = "PolicyArns.member.1.arn";
    let read_only = (arn, "arn:aws:iam::aws:policy/IAMReadOnlyAccess");
    let ask = [&NAMED[..], &[read_only]].concat();
    let limited = session(&world, &root.sts("AssumeRole", &ask).await.ok());
    limited.iam("ListRoles", &[]).await.ok();
    assert_eq!(
        limited.iam("CreateUser", &[("UserName", "x")]).await.status,
        403
    );
    let gone = (arn, "arn:aws:iam::111111111111:policy/gone");
    let reply = root
        .sts("AssumeRole", &[&NAMED[..], &[gone]].concat())
        .await;
    let (status, code, _) = reply.error();
    assert_eq!((status, code.as_str()), (400, "ValidationError"));
}

#[tokio::test]
async fn a_federation_token_is_given_as_recorded() {
    let known = [("<partition>", "aws")];
    let Some(recorded) = recorded(STS, "test_get_federation_token", &known) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let ask = [("Name", "TestName1"), ("DurationSeconds", "900")];
    let reply = Client::root(&world).sts("GetFederationToken", &ask).await;
    let name = "get-federation-token";
    reply.check(&mut recording, name, &recorded[name]);
}

#[tokio::test]
async fn a_federated_user_calls_neither_iam_nor_sts() {
    let world = World::new().await;
    let ann = user(&world, "*").await;
    let all =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    let ask = [("Name", "bob"), ("Policy", all)];
    let bob = session(&world, &ann.sts("GetFederationToken", &ask).await.ok());
    let told = bob.sts("GetCallerIdentity", &[]).await.ok();
    assert_eq!(
        told.text("Arn"),
        "arn:aws:sts::111111111111:federated-user/bob"
    );
    assert_eq!(told.text("UserId"), "111111111111:bob");
    let (status, code, _) = bob.iam("ListUsers", &[]).await.error();
    assert_eq!((status, code.as_str()), (403, "InvalidClientTokenId"));
    let (status, code, message) = bob.sts("GetSessionToken", &[]).await.error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
    assert_eq!(
        message,
        "Cannot call GetSessionToken with session credentials"
    );
}

#[tokio::test]
async fn who_federates_needs_permission() {
    let world = World::new().await;
    let ann = user(&world, "sts:AssumeRole").await;
    let (status, code, message) = ann
        .sts("GetFederationToken", &[("Name", "bob")])
        .await
        .error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
    assert!(
        message.contains(
            "sts:GetFederationToken on resource: arn:aws:sts::111111111111:federated-user/bob"
        ),
        "{message}"
    );
}

async fn enabled_device(world: &World, user: &str) -> (String, Vec<u8>) {
    use model::{AccountId, MfaAssignment, MfaDeviceRecord, MfaHolder, Timestamp};
    let device = MfaDeviceRecord {
        account: AccountId::new("111111111111").unwrap(),
        name: "phone".into(),
        path: "/".into(),
        seed: vec![5; 40],
        created: Timestamp::default(),
        assignment: Some(MfaAssignment {
            holder: MfaHolder::User(user.to_owned()),
            enabled: Timestamp::default(),
        }),
        tags: std::collections::BTreeMap::new(),
    };
    let revision = world.records.create(&device).await.unwrap();
    world.control.show(revision).await;
    (device.arn(), device.seed)
}

fn code_now(seed: &[u8]) -> String {
    let now = model::Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
    identity::mfa::code(seed, now)
}

#[tokio::test]
async fn a_session_token_carries_the_second_factor() {
    let world = World::new().await;
    let with_mfa = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}}]}"#;
    let ann = Client::user(&world, "ann", with_mfa).await;
    let id = ann.sts("GetCallerIdentity", &[]).await.ok().text("UserId");
    let (serial, seed) = enabled_device(&world, &id).await;
    assert_eq!(ann.iam("ListUsers", &[]).await.status, 403);
    let plain = session(&world, &ann.sts("GetSessionToken", &[]).await.ok());
    let (_, code, _) = plain.iam("ListUsers", &[]).await.error();
    assert_eq!(code, "InvalidClientTokenId");
    let token = code_now(&seed);
    let ask = [("SerialNumber", serial.as_str()), ("TokenCode", &token)];
    let proved = session(&world, &ann.sts("GetSessionToken", &ask).await.ok());
    proved.iam("ListUsers", &[]).await.ok();
    let told = proved.sts("GetCallerIdentity", &[]).await.ok();
    assert_eq!(told.text("Arn"), "arn:aws:iam::111111111111:user/ann");
    let (status, _, message) = ann.sts("GetSessionToken", &ask).await.error();
    let invalid = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    assert_eq!((status, message.as_str()), (403, invalid));
    let (_, _, message) = proved.sts("GetSessionToken", &[]).await.error();
    assert_eq!(
        message,
        "Cannot call GetSessionToken with session credentials"
    );
}

#[tokio::test]
async fn a_trust_may_ask_for_the_second_factor() {
    let world = World::new().await;
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}"#;
    with_role(&world, trust).await;
    let ann = user(&world, "sts:AssumeRole").await;
    let id = ann.sts("GetCallerIdentity", &[]).await.ok().text("UserId");
    let (serial, seed) = enabled_device(&world, &id).await;
    assert_eq!(ann.sts("AssumeRole", &NAMED).await.status, 403);
    let half = [&NAMED[..], &[("SerialNumber", serial.as_str())]].concat();
    let (_, code, message) = ann.sts("AssumeRole", &half).await.error();
    assert_eq!(code, "AccessDenied");
    assert!(
        message.contains("must provide both MFA serial number"),
        "{message}"
    );
    let token = code_now(&seed);
    let whole = [&half[..], &[("TokenCode", token.as_str())]].concat();
    ann.sts("AssumeRole", &whole).await.ok();
    let theirs = [
        &NAMED[..],
        &[
            ("SerialNumber", "arn:aws:iam::111111111111:mfa/other"),
            ("TokenCode", "123456"),
        ],
    ]
    .concat();
    let (_, _, message) = ann.sts("AssumeRole", &theirs).await.error();
    assert!(
        message.contains("unable to validate MFA code.  Please"),
        "{message}"
    );
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
    // With open authentication a key that nobody made is the root of the default account.
    let unknown = [("AccessKeyId", "AKIA0000000000000000")];
    let told = root.sts("GetAccessKeyInfo", &unknown).await.ok();
    assert_eq!(told.text("Account"), "111111111111");
}

/// What a call without a signature is answered.
async fn unsigned(world: &World, form: &str) -> (u16, String) {
    let request = http::Request::post("/")
        .header("host", "127.0.0.1:4566")
        .header("content-type", "application/x-www-form-urlencoded");
    let body = bytes::Bytes::from(format!("Version=2011-06-15&{form}"));
    let answer = world.send(request.body(body).unwrap()).await;
    (answer.status, answer.text())
}

#[tokio::test]
async fn only_a_token_stands_in_for_a_signature() {
    let world = World::new().await;
    let with_token = |token: &str| {
        format!(
            "Action=AssumeRoleWithWebIdentity&RoleArn={ROLE}&RoleSessionName=s1&WebIdentityToken={token}"
        )
    };
    // {"alg":"RS256"} and {"iss":"https://token.example.com"}
    let strange = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3Rva2VuLmV4YW1wbGUuY29tIn0.AAAA";
    for (form, status, expected) in [
        (with_token("text"), 400, "<Code>InvalidIdentityToken</Code>"),
        (
            with_token(strange),
            400,
            "No OpenIDConnect provider found in your account for https://token.example.com",
        ),
        (
            format!("{}&ProviderId=graph.facebook.com", with_token("text")),
            501,
            "with ProviderId",
        ),
        (
            "Action=GetCallerIdentity".to_owned(),
            403,
            "MissingAuthenticationToken",
        ),
        (
            format!(
                "Action=AssumeRoleWithSAML&RoleArn={ROLE}&SAMLAssertion=AAAA&PrincipalArn={ROLE}"
            ),
            501,
            "AssumeRoleWithSAML",
        ),
    ] {
        let (seen, text) = unsigned(&world, &form).await;
        assert_eq!(seen, status, "{text}");
        assert!(text.contains(expected), "{text}");
    }
}

#[tokio::test]
async fn a_denial_can_be_decoded_by_who_may() {
    let world = World::new().await;
    let deny = r#"{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Action":"iam:List*","Resource":"*"}]}"#;
    let ann = Client::user(&world, "ann", deny).await;
    assert_eq!(ann.iam("ListUsers", &[]).await.status, 403);
    let entry = serde_json::to_value(&*world.control.journal().last().unwrap()).unwrap();
    let mut steps = entry["steps"].as_array().unwrap().iter();
    let message = steps.find_map(|step| {
        let text = step["text"].as_str()?;
        text.strip_prefix("DecodeAuthorizationMessage tells more of: ")
    });
    let message = message.unwrap().to_owned();
    let ask = [("EncodedMessage", message.as_str())];
    let root = Client::root(&world);
    let told = root.sts("DecodeAuthorizationMessage", &ask).await.ok();
    let told: serde_json::Value = serde_json::from_str(&told.text("DecodedMessage")).unwrap();
    assert_eq!(told["explicitDeny"], true);
    assert_eq!(told["context"]["action"], "iam:ListUsers");
    assert_eq!(told["context"]["principal"]["name"], "ann");
    let matched = &told["matchedStatements"]["items"][0];
    assert_eq!(matched["statementId"], "No");
    assert_eq!(matched["actions"]["items"][0]["value"], "iam:List*");
    let (status, code, _) = ann.sts("DecodeAuthorizationMessage", &ask).await.error();
    assert_eq!((status, code.as_str()), (403, "AccessDenied"));
    let reversed: String = message.chars().rev().collect();
    let wrong = [("EncodedMessage", reversed.as_str())];
    let (status, code, _) = root.sts("DecodeAuthorizationMessage", &wrong).await.error();
    assert_eq!(
        (status, code.as_str()),
        (400, "InvalidAuthorizationMessageException")
    );
}
