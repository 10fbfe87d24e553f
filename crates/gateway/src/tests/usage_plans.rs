//! API keys, plans, quotas: who is let in, how fast and how often, and what is told of it.

use serde_json::json;

use super::throttles::limits;
use super::*;

const KEY: &str = "key-of-a-customer-0123456789";
const FORBIDDEN: (u16, Option<&str>, &str) = (
    403,
    Some("ForbiddenException"),
    r#"{"message":"Forbidden"}"#,
);
const TOO_MANY: (u16, Option<&str>, &str) = (
    429,
    Some("TooManyRequestsException"),
    r#"{"message":"Too Many Requests"}"#,
);
const USED_UP: (u16, Option<&str>, &str) = (
    429,
    Some("LimitExceededException"),
    r#"{"message":"Limit Exceeded"}"#,
);

fn api_key(id: &str, value: &str) -> ApiKeyRecord {
    ApiKeyRecord {
        account: account(),
        region: region(),
        id: id.to_owned(),
        value: value.to_owned(),
        name: None,
        customer_id: None,
        description: None,
        enabled: true,
        created: Timestamp::default(),
        updated: Timestamp::default(),
        stage_keys: Vec::new(),
        tags: BTreeMap::new(),
    }
}

/// A plan for the stage `prod` with these keys.
fn plan(id: &str, keys: &[&str]) -> UsagePlanRecord {
    UsagePlanRecord {
        account: account(),
        region: region(),
        id: id.to_owned(),
        name: id.to_owned(),
        description: None,
        product_code: None,
        created: Timestamp::default(),
        stages: vec![PlanStage {
            api_id: API.to_owned(),
            stage: "prod".to_owned(),
            throttle: BTreeMap::new(),
        }],
        throttle: None,
        quota: None,
        keys: keys
            .iter()
            .map(|id| PlanKey {
                id: (*id).to_owned(),
                added: Timestamp::default(),
            })
            .collect(),
        tags: BTreeMap::new(),
    }
}

fn throttle(rate: f64, burst: i32) -> ThrottleLimits {
    ThrottleLimits {
        rate: Some(rate),
        burst: Some(burst),
    }
}

fn quota(limit: u32, period: QuotaPeriod) -> Quota {
    Quota {
        limit,
        offset: 0,
        period,
    }
}

fn keyed(integration: Integration) -> Method {
    Method {
        api_key_required: true,
        ..method(integration)
    }
}

/// `GET /pets` and `GET /cats` that ask for a key, and `GET /free` that asks for none.
fn house() -> House {
    let mut house = House::new();
    house
        .method("GET /pets", keyed(mock("$context.identity.apiKeyId")))
        .method("GET /cats", keyed(mock("$context.identity.apiKey")))
        .method("GET /free", method(mock("[$!context.identity.apiKey]")))
        .deploy();
    house
}

fn tell<R: Record>(house: &House, record: &R) {
    house.gateway.apply(&[change(record)]);
}

fn with_key(path: &str, key: &str) -> Request<Full<Bytes>> {
    with_header(request(Verb::GET, path), "x-api-key", key)
}

async fn ask(house: &House, path: &str, key: &str) -> Reply {
    house.send(with_key(path, key)).await
}

/// How many of nine calls pass, and what the others get.
async fn let_through(house: &House, path: &str, refused: (u16, Option<&str>, &str)) -> usize {
    let mut passed = 0;
    for _ in 0..9 {
        let reply = ask(house, path, KEY).await;
        if reply.status == 200 {
            passed += 1;
        } else {
            reply.is(refused.0, refused.1, refused.2);
        }
    }
    passed
}

#[track_caller]
fn check_layer(house: &House, cause: &str) {
    let outcome = format!("{:?}", house.last().outcome);
    assert!(outcome.contains(cause), "{outcome}");
}

#[tokio::test]
async fn a_good_key_of_a_plan_of_the_stage_opens_it() {
    let house = house();
    tell(&house, &api_key("k1", KEY));
    tell(&house, &plan("p1", &["k1"]));
    assert_eq!(ask(&house, "/pets", KEY).await.text(), "k1");
    assert_eq!(ask(&house, "/cats", KEY).await.text(), KEY);
    assert_eq!(ask(&house, "/free", KEY).await.text(), "[]");
    assert_eq!(house.get("/free").await.status, 200);
}

#[tokio::test]
async fn whatever_is_wrong_with_a_key_is_forbidden() {
    let disabled = ApiKeyRecord {
        enabled: false,
        ..api_key("k1", KEY)
    };
    let elsewhere = ApiKeyRecord {
        account: AccountId::new("222222222222").unwrap(),
        ..api_key("k1", KEY)
    };
    let mut other_stage = plan("p1", &["k1"]);
    other_stage.stages[0].stage = "dev".to_owned();
    for (key, plan, cause) in [
        (disabled, plan("p1", &["k1"]), "the key is disabled"),
        (elsewhere, plan("p1", &["k1"]), "no such key exists"),
        (
            api_key("k1", "another"),
            plan("p1", &["k1"]),
            "no such key exists",
        ),
        (api_key("k1", KEY), plan("p1", &["k2"]), "in no usage plan"),
        (api_key("k1", KEY), other_stage, "in no usage plan"),
    ] {
        let house = house();
        tell(&house, &key);
        tell(&house, &plan);
        let reply = ask(&house, "/pets", KEY).await;
        reply.is(FORBIDDEN.0, FORBIDDEN.1, FORBIDDEN.2);
        check_layer(&house, cause);
    }
    let house = house();
    house
        .get("/pets")
        .await
        .is(FORBIDDEN.0, FORBIDDEN.1, FORBIDDEN.2);
    check_layer(&house, "no x-api-key header");
}

#[tokio::test]
async fn keys_and_plans_come_in_any_order_and_go_again() {
    let house = house();
    tell(&house, &plan("p1", &["k1"]));
    assert_eq!(ask(&house, "/pets", KEY).await.status, 403);
    tell(&house, &api_key("k1", KEY));
    assert_eq!(ask(&house, "/pets", KEY).await.status, 200);
    tell(&house, &api_key("k1", "a-new-value-0123456789"));
    assert_eq!(ask(&house, "/pets", KEY).await.status, 403);
    assert_eq!(
        ask(&house, "/pets", "a-new-value-0123456789").await.status,
        200
    );
    tell(&house, &plan("p1", &[]));
    assert_eq!(
        ask(&house, "/pets", "a-new-value-0123456789").await.status,
        403
    );
    tell(&house, &plan("p2", &["k1"]));
    assert_eq!(
        ask(&house, "/pets", "a-new-value-0123456789").await.status,
        200
    );
    let gone = change(&api_key("k1", "a-new-value-0123456789"));
    house.gateway.apply(&[Change {
        value: None,
        ..gone
    }]);
    assert_eq!(
        ask(&house, "/pets", "a-new-value-0123456789").await.status,
        403
    );
}

#[tokio::test]
async fn a_plan_throttles_each_key_over_all_methods() {
    let house = house();
    for (id, value) in [("k1", KEY), ("k2", "another-0123456789012345")] {
        tell(&house, &api_key(id, value));
    }
    tell(
        &house,
        &UsagePlanRecord {
            throttle: Some(throttle(1.0, 3)),
            ..plan("p1", &["k1", "k2"])
        },
    );
    assert_eq!(let_through(&house, "/pets", TOO_MANY).await, 3);
    assert_eq!(let_through(&house, "/cats", TOO_MANY).await, 0);
    assert_eq!(
        ask(&house, "/pets", "another-0123456789012345")
            .await
            .status,
        200
    );
    house.clock.go_on(Duration::from_secs(2));
    assert_eq!(let_through(&house, "/cats", TOO_MANY).await, 2);
}

#[tokio::test]
async fn a_plan_may_throttle_a_method_of_a_stage() {
    let house = house();
    tell(&house, &api_key("k1", KEY));
    let mut slow = plan("p1", &["k1"]);
    slow.throttle = Some(throttle(1.0, 5));
    slow.stages[0].throttle = BTreeMap::from([("/pets/GET".to_owned(), throttle(1.0, 2))]);
    tell(&house, &slow);
    assert_eq!(let_through(&house, "/pets", TOO_MANY).await, 2);
    assert_eq!(let_through(&house, "/cats", TOO_MANY).await, 5);
}

#[tokio::test]
async fn changes_that_concern_no_limit_do_not_fill_the_buckets() {
    let house = house();
    tell(&house, &api_key("k1", KEY));
    let slow = UsagePlanRecord {
        throttle: Some(throttle(1.0, 2)),
        quota: Some(quota(3, QuotaPeriod::Month)),
        ..plan("p1", &["k1"])
    };
    tell(&house, &slow);
    assert_eq!(let_through(&house, "/pets", TOO_MANY).await, 2);
    let renamed = UsagePlanRecord {
        name: "new".to_owned(),
        ..slow.clone()
    };
    tell(&house, &renamed);
    let described = ApiKeyRecord {
        description: Some("new".to_owned()),
        ..api_key("k1", KEY)
    };
    tell(&house, &described);
    assert_eq!(let_through(&house, "/pets", TOO_MANY).await, 0);
    tell(
        &house,
        &UsagePlanRecord {
            throttle: None,
            ..slow
        },
    );
    assert_eq!(let_through(&house, "/pets", USED_UP).await, 1);
}

#[tokio::test]
async fn a_quota_ends_and_comes_back_with_the_calendar() {
    let day = Duration::from_hours(24);
    for (period, days) in [
        (QuotaPeriod::Day, 1),
        // It is Thursday; the week ends with Saturday.
        (QuotaPeriod::Week, 3),
        // It is the 26th of November.
        (QuotaPeriod::Month, 5),
    ] {
        let house = house();
        tell(&house, &api_key("k1", KEY));
        tell(
            &house,
            &UsagePlanRecord {
                quota: Some(quota(4, period)),
                ..plan("p1", &["k1"])
            },
        );
        assert_eq!(let_through(&house, "/pets", USED_UP).await, 4, "{period}");
        house.clock.go_on(day * (days - 1));
        assert_eq!(let_through(&house, "/pets", USED_UP).await, 0, "{period}");
        house.clock.go_on(day);
        assert_eq!(let_through(&house, "/cats", USED_UP).await, 4, "{period}");
    }
}

#[tokio::test]
async fn a_throttled_request_uses_no_quota() {
    let mut house = house();
    house.settings = BTreeMap::from([("pets/GET".to_owned(), limits(0.0, 0))]);
    house.deploy();
    tell(&house, &api_key("k1", KEY));
    tell(
        &house,
        &UsagePlanRecord {
            quota: Some(quota(4, QuotaPeriod::Day)),
            ..plan("p1", &["k1"])
        },
    );
    assert_eq!(let_through(&house, "/pets", TOO_MANY).await, 0);
    assert_eq!(let_through(&house, "/cats", USED_UP).await, 4);
}

#[tokio::test]
async fn what_is_stored_counts_and_what_is_counted_can_be_stored() {
    let house = house();
    let today = house.clock.now().day();
    tell(
        &house,
        &UsageRecord {
            account: account(),
            region: region(),
            plan_id: "p1".to_owned(),
            key_id: "k1".to_owned(),
            days: BTreeMap::from([(today, 3)]),
            grant: None,
        },
    );
    tell(&house, &api_key("k1", KEY));
    let day = UsagePlanRecord {
        quota: Some(quota(5, QuotaPeriod::Day)),
        ..plan("p1", &["k1"])
    };
    tell(&house, &day);
    assert!(house.gateway.unsaved_usage().is_empty());
    assert_eq!(let_through(&house, "/pets", USED_UP).await, 2);
    let unsaved = house.gateway.unsaved_usage();
    assert_eq!(unsaved[0].record.days, BTreeMap::from([(today, 5)]));
    house.gateway.usage_saved(&unsaved[0]);
    assert!(house.gateway.unsaved_usage().is_empty());
    let mut granted = unsaved[0].record.clone();
    granted.grant = Some(UsageGrant {
        period: today,
        limit: 8,
    });
    tell(&house, &granted);
    assert_eq!(let_through(&house, "/pets", USED_UP).await, 3);
}

#[tokio::test]
async fn refusals_may_be_customised() {
    let mut house = house();
    for kind in [
        GatewayResponseType::QuotaExceeded,
        GatewayResponseType::InvalidApiKey,
    ] {
        let own = GatewayResponse {
            status_code: Some("402".to_owned()),
            response_templates: templates(&format!("{kind}")),
            ..GatewayResponse::default()
        };
        house.definition.gateway_responses.insert(kind, own);
    }
    house.deploy();
    tell(&house, &api_key("k1", KEY));
    tell(
        &house,
        &UsagePlanRecord {
            quota: Some(quota(0, QuotaPeriod::Day)),
            ..plan("p1", &["k1"])
        },
    );
    ask(&house, "/pets", KEY)
        .await
        .is(402, USED_UP.1, "QUOTA_EXCEEDED");
    ask(&house, "/pets", "x")
        .await
        .is(402, FORBIDDEN.1, "INVALID_API_KEY");
}

/// `GET /pets` behind an authorizer that answers this `usageIdentifierKey`.
fn authorized(source: ApiKeySource, usage_key: &Value) -> House {
    let mut house = House::new();
    let named = authorizer(AuthorizerKind::Token, Some("method.request.header.Auth"));
    house
        .definition
        .authorizers
        .insert("auth01".to_owned(), named);
    house.definition.api_key_source = Some(source);
    let guarded = Method {
        api_key_required: true,
        ..custom("auth01", mock("$context.identity.apiKey"))
    };
    house.method("GET /pets", guarded).deploy();
    house.function("auth", &[("", open("auth"))]);
    let verdict = json!({
        "principalId": "p",
        "policyDocument": {"Version": "2012-10-17", "Statement": [
            {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}
        ]},
        "usageIdentifierKey": usage_key,
    });
    house.answer("auth", Answer::Payload(verdict.to_string()));
    tell(&house, &api_key("k1", KEY));
    tell(&house, &plan("p1", &["k1"]));
    house
}

#[tokio::test]
async fn the_source_of_keys_says_whose_key_counts() {
    let (good, none) = (json!(KEY), Value::Null);
    for (source, header, named, status) in [
        (ApiKeySource::Authorizer, "", &good, 200),
        (ApiKeySource::Authorizer, "other", &good, 200),
        (ApiKeySource::Authorizer, KEY, &none, 403),
        (ApiKeySource::Authorizer, KEY, &json!("other"), 403),
        (ApiKeySource::Header, KEY, &none, 200),
        (ApiKeySource::Header, KEY, &json!("other"), 200),
        (ApiKeySource::Header, "", &good, 403),
    ] {
        let house = authorized(source, named);
        let request = with_header(with_key("/pets", header), "auth", "token");
        let reply = house.send(request).await;
        assert_eq!(reply.status, status, "{source} {header} {named}");
        if status == 200 {
            assert_eq!(reply.text(), KEY);
        }
    }
}

#[tokio::test]
async fn the_authorizer_is_asked_before_the_key() {
    let house = authorized(ApiKeySource::Header, &Value::Null);
    let reply = house.get("/pets").await;
    assert_eq!(reply.status, 401);
    let reply = house
        .send(with_header(request(Verb::GET, "/pets"), "auth", "token"))
        .await;
    assert_eq!(reply.status, 403);
}

/// The execution log of one call, without the ids.
async fn logged(house: &House, request: Request<Full<Bytes>>) -> Vec<String> {
    let reply = house.send(request).await;
    let id = reply.header("x-amzn-requestid").unwrap().to_owned();
    let batches = std::mem::take(&mut *house.lines.0.lock().unwrap());
    let events = batches.into_iter().flat_map(|batch| batch.events);
    let prefix = format!("({id}) ");
    events
        .map(|event| event.message.replacen(&prefix, "", 1).replace(&id, "RID"))
        .collect()
}

const MASKED: &str = "**********************456789";
const STAGE: &str = "api1234567/prod";

/// A stage that logs, and limits `GET /free` to one request.
fn logging() -> House {
    let mut house = house();
    house.logging = Some("INFO");
    house.settings = BTreeMap::from([(
        "free/GET".to_owned(),
        MethodSettings {
            throttling_rate_limit: 1.0,
            throttling_burst_limit: 1,
            ..settings("INFO")
        },
    )]);
    house.deploy();
    house
        .role("writer", "apigateway.amazonaws.com", None)
        .cloudwatch_role(&format!("arn:aws:iam::{ACCOUNT}:role/writer"));
    house
}

#[tokio::test]
async fn the_log_tells_why_a_key_is_not_authorized() {
    let house = logging();
    let lines = logged(&house, with_key("/pets", KEY)).await;
    assert_eq!(
        lines[1..],
        [
            format!("Verifying Usage Plan for request: RID. API Key: {MASKED} API Stage: {STAGE}"),
            format!(
                "API Key {MASKED} not authorized because method 'GET /pets' requires API Key and API Key is not associated with a Usage Plan for API Stage {STAGE}: API Stage is not in a Usage Plan"
            ),
            "Method completed with status: 403".to_owned(),
        ]
    );
    tell(&house, &api_key("k1", "another-0123456789"));
    tell(&house, &plan("p1", &["k1"]));
    let lines = logged(&house, request(Verb::GET, "/pets")).await;
    assert_eq!(
        lines[2],
        format!(
            "API Key  not authorized because method 'GET /pets' requires API Key and API Key is not associated with a Usage Plan for API Stage {STAGE}: No Usage Plan found for key and API Stage"
        )
    );
}

#[tokio::test]
async fn the_log_tells_what_a_plan_said() {
    let house = logging();
    tell(&house, &api_key("k1", KEY));
    let both = UsagePlanRecord {
        throttle: Some(throttle(5.0, 1)),
        ..plan("p1", &["k1"])
    };
    tell(&house, &both);
    let lines = logged(&house, with_key("/pets", KEY)).await;
    assert_eq!(
        lines[1..5],
        [
            format!("Verifying Usage Plan for request: RID. API Key: {MASKED} API Stage: {STAGE}"),
            format!("Usage Plan check succeeded for API Key {MASKED} and API Stage {STAGE}"),
            "Starting execution for request: RID".to_owned(),
            "HTTP Method: GET, Resource Path: /pets".to_owned(),
        ]
    );
    assert!(lines.contains(&format!("API Key: {MASKED}")), "{lines:?}");
    let lines = logged(&house, with_key("/pets", KEY)).await;
    assert_eq!(
        lines[2..],
        [
            format!(
                "API Key {MASKED} exceeded throttle limit for API Stage {STAGE}: Key throttle limit exceeded for Usage Plan ID p1, RestApi {API}, Stage prod, Resource root-pets, HttpMethod GET. Limit: 5.00 Burst: 1"
            ),
            "Method completed with status: 429".to_owned(),
        ]
    );

    let used = UsagePlanRecord {
        quota: Some(quota(1, QuotaPeriod::Day)),
        ..plan("p1", &["k1"])
    };
    tell(&house, &used);
    let lines = logged(&house, with_key("/cats", KEY)).await;
    assert_eq!(
        lines[2],
        format!(
            "API Key {MASKED} exceeded quota limit for API Stage {STAGE}: Key quota exhausted for Usage Plan ID p1. Q Limit: 1 Period: DAY"
        )
    );
}

#[tokio::test]
async fn the_log_of_a_method_without_keys_tells_that_it_has_none() {
    let house = logging();
    let lines = logged(&house, request(Verb::GET, "/free")).await;
    assert_eq!(
        lines[1..5],
        [
            format!("Verifying Usage Plan for request: RID. API Key:  API Stage: {STAGE}"),
            "API Key  authorized because method 'GET /free' does not require API Key. Request will not contribute to throttle or quota limits".to_owned(),
            format!("Usage Plan check succeeded for API Key  and API Stage {STAGE}"),
            "Starting execution for request: RID".to_owned(),
        ]
    );
    let lines = logged(&house, request(Verb::GET, "/free")).await;
    assert_eq!(
        lines[2],
        format!(
            "Key throttle limit exceeded for RestApi {API}, Stage prod, Resource root-free, HttpMethod GET. Limit: 1.00 Burst: 1"
        )
    );
}

#[tokio::test]
async fn a_key_never_stands_in_a_log_or_the_journal() {
    let mut house = house();
    house.logging = Some("INFO");
    house
        .method("GET /fn", keyed(proxy(&function_arn("f"))))
        .deploy();
    house
        .role("writer", "apigateway.amazonaws.com", None)
        .cloudwatch_role(&format!("arn:aws:iam::{ACCOUNT}:role/writer"))
        .function("f", &[("", open("f"))])
        .answer("f", Answer::Payload(r#"{"body":"ran"}"#.to_owned()));
    tell(&house, &api_key("k1", KEY));
    tell(&house, &plan("p1", &["k1"]));
    let lines = logged(&house, with_key("/fn", KEY)).await;
    assert!(!lines.iter().any(|line| line.contains(KEY)), "{lines:#?}");
    let entry = house.last();
    assert!(!format!("{entry:?}").contains(KEY), "{entry:?}");
    let payload: Value = serde_json::from_slice(&house.calls()[0].payload).unwrap();
    assert_eq!(payload["requestContext"]["identity"]["apiKey"], json!(KEY));
    assert_eq!(
        payload["requestContext"]["identity"]["apiKeyId"],
        json!("k1")
    );
}
