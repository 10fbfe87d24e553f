//! Whom the console acts as, for how long, and within which limits.

use model::KeyStatus;
use serde_json::json;

use super::*;
use crate::testing::{self, ACCOUNT, NOW, World};
use crate::{Assumer, SessionAsk};

const USER: &str = "arn:aws:iam::111111111111:user/team/alice";
const ROLE: &str = "arn:aws:iam::111111111111:role/deployer";
const MINUTES: i64 = 900;

fn world() -> World {
    let trust =
        json!({ "Effect": "Allow", "Principal": { "AWS": USER }, "Action": "sts:AssumeRole" });
    World::new()
        .put(&testing::user(
            USER,
            &[testing::key("AKIAALICE", KeyStatus::Active)],
            &[],
        ))
        .put(&testing::role(ROLE, &trust, &[]))
}

#[track_caller]
fn check(seat: Result<Seat, NoSeat>, expected: Result<&str, NoSeat>) {
    let seated = seat.and_then(|seat| world().identity.seated(&seat, MINUTES, NOW));
    let arn = seated.map(|seated| {
        assert_eq!(seated.credentials.expiration, NOW.plus_seconds(MINUTES));
        assert!(seated.caller.is_taken_by_iam());
        seated.caller.arn()
    });
    assert_eq!(arn, expected.map(str::to_owned));
}

#[test]
fn a_link_seats_the_root_a_user_or_a_role() {
    let identity = world().identity;
    let root = format!("arn:aws:iam::{ACCOUNT}:root");
    check(Ok(identity.root_seat(NOW)), Ok(&root));
    for name in ["alice", "Alice", USER] {
        check(identity.user_seat(name, NOW), Ok(USER));
    }
    let session = "arn:aws:sts::111111111111:assumed-role/deployer/console";
    for name in ["deployer", ROLE] {
        check(identity.role_seat(name, NOW), Ok(session));
    }
    check(
        identity.user_seat("bob", NOW),
        Err(NoSeat::NoUser("bob".to_owned())),
    );
    check(
        identity.role_seat("alice", NOW),
        Err(NoSeat::NoRole("alice".to_owned())),
    );
}

#[test]
fn only_the_root_of_a_link_proved_a_second_factor() {
    let identity = world().identity;
    let mfa = |seat: &Seat| {
        let seated = identity.seated(seat, MINUTES, NOW).unwrap();
        seated.caller.temporary().unwrap().mfa
    };
    assert_eq!(mfa(&identity.root_seat(NOW)), Some(NOW));
    assert_eq!(mfa(&identity.user_seat("alice", NOW).unwrap()), None);
}

#[test]
fn a_seat_is_over_when_its_user_is_gone() {
    let world = world();
    let seat = world.identity.user_seat("alice", NOW).unwrap();
    world.delete(&testing::user(USER, &[], &[]));
    let seated = world.identity.seated(&seat, MINUTES, NOW);
    assert_eq!(seated.err(), Some(NoSeat::Over));
}

/// Somebody who brings the credentials of a session sits within its policy and its end.
#[test]
fn a_session_keeps_its_limits_at_the_console() {
    let world = world();
    let alice = world.identity.user_seat("alice", NOW).unwrap();
    let alice = world.identity.seated(&alice, MINUTES, NOW).unwrap().caller;
    let policy =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#;
    let ask = SessionAsk {
        policy: Some(policy),
        ..SessionAsk::new("mine", 1_000)
    };
    let session = world
        .identity
        .assume_role(&Assumer::Caller(&alice), ROLE, &ask, NOW)
        .unwrap();
    let token = session.credentials.session_token.as_str();
    let seat = world
        .identity
        .own_seat(&session.caller, Some(token), NOW)
        .unwrap();
    let seated = world.identity.seated(&seat, MINUTES, NOW).unwrap();
    assert!(seated.caller.arn().ends_with("assumed-role/deployer/mine"));
    assert!(seated.caller.temporary().unwrap().policy.is_some());
    let late = NOW.plus_seconds(900);
    let seated = world.identity.seated(&seat, MINUTES, late).unwrap();
    assert_eq!(seated.credentials.expiration, NOW.plus_seconds(1_000));
    let over = world
        .identity
        .seated(&seat, MINUTES, NOW.plus_seconds(1_000));
    assert_eq!(over.err(), Some(NoSeat::Over));
    assert!(world.identity.own_seat(&session.caller, None, NOW).is_err());
    assert!(
        world
            .identity
            .own_seat(&session.caller, Some("other"), NOW)
            .is_err()
    );
}
