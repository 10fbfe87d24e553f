//! Throttles of methods and of the account, without any usage plan.

use super::*;

const TOO_MANY: (u16, Option<&str>, &str) = (
    429,
    Some("TooManyRequestsException"),
    r#"{"message":"Too Many Requests"}"#,
);

pub(super) fn limits(rate: f64, burst: i32) -> MethodSettings {
    MethodSettings {
        throttling_rate_limit: rate,
        throttling_burst_limit: burst,
        ..settings("OFF")
    }
}

fn account_of(rate: f64, burst: i32) -> House {
    let limits = ThrottleLimits {
        rate: Some(rate),
        burst: Some(burst),
    };
    House::of_account(Permissions::Enforce, Some(limits))
}

/// `GET /a`, `GET /b`, `ANY /c` with these settings of the stage.
fn deployed(mut house: House, settings: &[(&str, MethodSettings)]) -> House {
    house.settings = settings
        .iter()
        .map(|(key, settings)| ((*key).to_owned(), settings.clone()))
        .collect();
    for route in ["GET /a", "GET /b", "ANY /c"] {
        house.method(route, method(mock("{}")));
    }
    house.deploy();
    house
}

/// How many of nine calls are let through.
async fn let_through(house: &House, path: &str) -> usize {
    let mut passed = 0;
    for _ in 0..9 {
        let reply = house.get(path).await;
        if reply.status == 200 {
            passed += 1;
        } else {
            reply.is(TOO_MANY.0, TOO_MANY.1, TOO_MANY.2);
        }
    }
    passed
}

#[tokio::test]
async fn each_method_has_a_bucket_of_its_own() {
    let house = deployed(House::new(), &[("*/*", limits(1.0, 2))]);
    assert_eq!(let_through(&house, "/a").await, 2);
    assert_eq!(let_through(&house, "/b").await, 2);
    house.clock.go_on(Duration::from_secs(1));
    assert_eq!(let_through(&house, "/a").await, 1);
}

#[tokio::test]
async fn the_limits_of_a_method_stand_in_the_place_of_the_stages() {
    let settings = [
        ("*/*", limits(1.0, 3)),
        ("a/GET", limits(1.0, 1)),
        ("~1c/ANY", limits(1.0, 5)),
    ];
    let house = deployed(House::new(), &settings);
    for (path, expected) in [("/a", 1), ("/b", 3), ("/c", 5)] {
        assert_eq!(let_through(&house, path).await, expected, "{path}");
    }
}

#[tokio::test]
async fn a_limit_of_zero_refuses_and_a_negative_one_is_none() {
    let settings = [("a/GET", limits(0.0, 0)), ("b/GET", limits(-1.0, -1))];
    let house = deployed(House::new(), &settings);
    assert_eq!(let_through(&house, "/a").await, 0);
    assert_eq!(let_through(&house, "/b").await, 9);
}

#[tokio::test]
async fn all_apis_share_the_accounts_bucket() {
    let house = deployed(account_of(2.0, 3), &[]);
    assert_eq!(let_through(&house, "/a").await, 3);
    assert_eq!(let_through(&house, "/b").await, 0);
    house.clock.go_on(Duration::from_secs(1));
    assert_eq!(let_through(&house, "/c").await, 2);
}

#[tokio::test]
async fn a_method_that_is_throttled_uses_nothing_of_the_account() {
    let house = deployed(account_of(1.0, 4), &[("a/GET", limits(1.0, 1))]);
    assert_eq!(let_through(&house, "/a").await, 1);
    assert_eq!(let_through(&house, "/b").await, 3);
}

#[tokio::test]
async fn a_new_deployment_does_not_fill_the_buckets() {
    let mut house = deployed(House::new(), &[("*/*", limits(1.0, 2))]);
    assert_eq!(let_through(&house, "/a").await, 2);
    house.variables.insert("new".to_owned(), "1".to_owned());
    house.deploy();
    assert_eq!(let_through(&house, "/a").await, 0);
}

#[tokio::test]
async fn a_refusal_may_be_customised() {
    let mut house = House::new();
    house.settings = BTreeMap::from([("*/*".to_owned(), limits(0.0, 0))]);
    house.definition.gateway_responses.insert(
        GatewayResponseType::Throttled,
        GatewayResponse {
            status_code: Some("420".to_owned()),
            response_templates: templates(r#"{"calm":$context.error.messageString}"#),
            ..GatewayResponse::default()
        },
    );
    house.method("GET /a", method(mock("{}"))).deploy();
    let reply = house.get("/a").await;
    reply.is(420, TOO_MANY.1, r#"{"calm":"Too Many Requests"}"#);
    let entry = house.last();
    let layer = entry
        .steps
        .iter()
        .find(|s| s.kind == journal::StepKind::Throttle);
    assert!(layer.is_some(), "{entry:?}");
}

#[tokio::test]
async fn the_test_button_is_never_throttled() {
    let house = deployed(account_of(0.0, 0), &[("*/*", limits(0.0, 0))]);
    let request = crate::TestRequest::default();
    let resource = "root-a";
    let pressed = house
        .gateway
        .test_invoke_method(API, resource, MethodVerb::Get, request)
        .await
        .unwrap();
    assert_eq!(pressed.status, 200);
}
