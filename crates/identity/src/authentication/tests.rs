//! Who a signed request is from.

use model::{AccessKey, KeyStatus, RoleRecord};
use serde_json::json;

use super::*;
use crate::testing::{self, ACCOUNT, NOW, OTHER_ACCOUNT, ROOT_ID, ROOT_SECRET, Signing, World};
use crate::{Assumer, Dialect, Payload, Permissions, SessionAsk, SessionCredentials};

const ROLE: &str = "arn:aws:iam::111111111111:role/team/reader";
const USER: &str = "arn:aws:iam::222222222222:user/ann";
const KEY: &str = "AKIAANNANNANNANNANNA";
const OLD_KEY: &str = "AKIAOLDOLDOLDOLDOLDO";
const IAM: Expected<'_> = Expected {
    service: "iam",
    region: Some("us-east-1"),
};

fn trusted_role() -> RoleRecord {
    let trust = json!({
        "Effect": "Allow",
        "Principal": {"Service": "lambda.amazonaws.com"},
        "Action": "sts:AssumeRole",
    });
    testing::role(ROLE, &trust, &[])
}

fn world(auth: AuthMode) -> World {
    let keys: [AccessKey; 2] = [
        testing::key(KEY, KeyStatus::Active),
        testing::key(OLD_KEY, KeyStatus::Inactive),
    ];
    World::with(auth, Permissions::Enforce)
        .put(&testing::user(USER, &keys, &[]))
        .put(&trusted_role())
}

fn session(world: &World) -> SessionCredentials {
    let by = Assumer::Service("lambda.amazonaws.com");
    let ask = SessionAsk::new("s", 900);
    let session = world.identity.assume_role(&by, ROLE, &ask, NOW);
    session.unwrap().credentials
}

fn signing(id: &str, secret: &str) -> Signing {
    Signing {
        id: id.into(),
        secret: secret.into(),
        token: None,
        at: NOW,
        region: "us-east-1",
        service: "iam",
        presigned_seconds: None,
        token_signed: true,
        body_hash_sent: false,
    }
}

fn session_signing(credentials: &SessionCredentials) -> Signing {
    Signing {
        token: Some(credentials.session_token.clone()),
        ..signing(&credentials.access_key_id, &credentials.secret_access_key)
    }
}

fn arrive(world: &World, signing: &Signing, now: Timestamp) -> Result<String, &'static str> {
    let mut request = http::Request::builder()
        .method("POST")
        .uri("https://iam.example.com/")
        .header("host", "iam.example.com")
        .body(b"Action=ListRoles".to_vec())
        .unwrap();
    testing::sign(&mut request, signing);
    let signed = SignedRequest {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        headers: request.headers(),
        body: Payload::Bytes(request.body()),
    };
    world
        .identity
        .authenticate(&signed, &IAM, now)
        .map(|caller| format!("{} {}", caller.user_id(), caller.arn()))
        .map_err(|failure| failure.code(Dialect::Json))
}

#[track_caller]
fn check(auth: AuthMode, signing: &Signing, expected: Result<&str, &str>) {
    let outcome = arrive(&world(auth), signing, NOW);
    assert_eq!(outcome.as_deref().map_err(|code| *code), expected);
}

#[test]
fn the_root_key_is_root() {
    let root = format!("{ACCOUNT} arn:aws:iam::{ACCOUNT}:root");
    check(AuthMode::Strict, &signing(ROOT_ID, ROOT_SECRET), Ok(&root));
    check(
        AuthMode::Strict,
        &signing(ROOT_ID, "wrong"),
        Err("InvalidSignatureException"),
    );
}

#[test]
fn a_users_key_is_the_user_as_long_as_it_is_active() {
    check(
        AuthMode::Strict,
        &signing(KEY, &format!("secret of {KEY}")),
        Ok("AIDAANN arn:aws:iam::222222222222:user/ann"),
    );
    let inactive = signing(OLD_KEY, &format!("secret of {OLD_KEY}"));
    check(
        AuthMode::Strict,
        &inactive,
        Err("UnrecognizedClientException"),
    );
    check(
        AuthMode::Open,
        &inactive,
        Err("UnrecognizedClientException"),
    );
}

#[test]
fn an_unknown_key_is_nobody_unless_authentication_is_open() {
    check(
        AuthMode::Strict,
        &signing("test", "test"),
        Err("UnrecognizedClientException"),
    );
    let default_root = format!("{ACCOUNT} arn:aws:iam::{ACCOUNT}:root");
    check(AuthMode::Open, &signing("test", "test"), Ok(&default_root));
    let other_root = format!("{OTHER_ACCOUNT} arn:aws:iam::{OTHER_ACCOUNT}:root");
    check(
        AuthMode::Open,
        &signing(OTHER_ACCOUNT, "any"),
        Ok(&other_root),
    );
}

#[test]
fn a_known_key_is_verified_even_if_authentication_is_open() {
    for id in [ROOT_ID, KEY] {
        check(
            AuthMode::Open,
            &signing(id, "wrong"),
            Err("InvalidSignatureException"),
        );
    }
}

#[test]
fn a_long_lived_key_does_not_come_with_a_session_token() {
    for (id, secret) in [(ROOT_ID, ROOT_SECRET), (KEY, "any")] {
        let left_over = Signing {
            token: Some("left over".into()),
            ..signing(id, secret)
        };
        check(
            AuthMode::Strict,
            &left_over,
            Err("UnrecognizedClientException"),
        );
    }
}

#[test]
fn a_signature_for_another_service_or_region_is_refused() {
    for (service, region) in [("lambda", "us-east-1"), ("iam", "eu-west-1")] {
        let elsewhere = Signing {
            region,
            service,
            ..signing(ROOT_ID, ROOT_SECRET)
        };
        check(
            AuthMode::Strict,
            &elsewhere,
            Err("InvalidSignatureException"),
        );
    }
}

/// What a session's credentials, changed by `change`, are taken for at `now`.
#[track_caller]
fn check_session(change: fn(&mut Signing), now: Timestamp, expected: Result<&str, &str>) {
    for auth in [AuthMode::Strict, AuthMode::Open] {
        let world = world(auth);
        let mut signing = session_signing(&session(&world));
        signing.at = now;
        change(&mut signing);
        let outcome = arrive(&world, &signing, now);
        assert_eq!(outcome.as_deref().map_err(|code| *code), expected);
    }
}

#[test]
fn a_session_is_the_role_until_it_expires() {
    let reader = "AROAREADER:s arn:aws:sts::111111111111:assumed-role/reader/s";
    check_session(|_| {}, NOW.plus_seconds(899), Ok(reader));
    check_session(|_| {}, NOW.plus_seconds(900), Err("ExpiredTokenException"));
    check_session(
        |signing| {
            signing.presigned_seconds = Some(60);
            signing.token_signed = false;
        },
        NOW,
        Ok(reader),
    );
}

#[test]
fn a_session_with_anything_changed_is_nobody() {
    let unknown = Err("UnrecognizedClientException");
    check_session(|signing| signing.token = None, NOW, unknown);
    check_session(|signing| signing.token = Some("AQ==".into()), NOW, unknown);
    check_session(
        |signing| signing.token.as_mut().unwrap().replace_range(40..41, "_"),
        NOW,
        unknown,
    );
    check_session(
        |signing| signing.id = "ASIAANOTHERANOTHERAN".into(),
        NOW,
        unknown,
    );
    check_session(
        |signing| signing.secret.push('x'),
        NOW,
        Err("InvalidSignatureException"),
    );
}

#[test]
fn a_session_dies_with_its_role() {
    let world = world(AuthMode::Strict);
    let signing = session_signing(&session(&world));
    world.delete(&trusted_role());
    assert_eq!(
        arrive(&world, &signing, NOW),
        Err("UnrecognizedClientException")
    );
    let successor = RoleRecord {
        unique_id: "AROANEW".into(),
        ..trusted_role()
    };
    let world = world.put(&successor);
    assert_eq!(
        arrive(&world, &signing, NOW),
        Err("UnrecognizedClientException")
    );
}

#[test]
fn secrets_do_not_show() {
    let world = world(AuthMode::Strict);
    let credentials = session(&world);
    let shown = format!("{:?} {:?}", world.identity, credentials);
    for secret in [
        ROOT_SECRET,
        &credentials.secret_access_key,
        &credentials.session_token,
    ] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn uses_are_remembered_of_keys_that_stay() {
    let world = world(AuthMode::Strict);
    let session = session(&world);
    let root = crate::Caller::root(model::AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
    let token = world
        .identity
        .session_token(&root, None, None, NOW)
        .unwrap();
    for credentials in [&session, &token] {
        let signing = session_signing(credentials);
        assert!(arrive(&world, &signing, NOW).is_ok());
        assert_eq!(world.identity.last_use(&credentials.access_key_id), None);
    }
    assert!(arrive(&world, &signing(ROOT_ID, ROOT_SECRET), NOW).is_ok());
    assert!(world.identity.last_use(ROOT_ID).is_some());
}
