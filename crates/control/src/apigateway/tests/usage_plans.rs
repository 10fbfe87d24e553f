//! Usage plans, their keys, and what was used of them.

use model::{AccountId, Region, Timestamp, UsageRecord};
use serde_json::{Value, json};

use super::deployments::deployable;
use super::{Flow, text};
use crate::testing::{ACCOUNT, Answer, REGION, World};

#[tokio::test]
async fn create_usage_plan_with_throttle() {
    let test = "TestApigatewayApiKeysCrud::test_create_usage_plan_with_throttle";
    let Some(mut flow) = Flow::open("test_apigateway_extended", test).await else {
        return;
    };
    let body = json!({"name": "p", "throttle": {"rateLimit": 10, "burstLimit": 20}});
    flow.check("create-usage-plan-burst-gt-rate", "POST /usageplans", body)
        .await;
}

#[tokio::test]
async fn usage_plan_crud() {
    let Some(mut flow) = Flow::open("test_apigateway_common", "test_usage_plan_crud").await else {
        return;
    };
    let api = deployable(&flow).await;
    let deploy = format!("POST /restapis/{api}/deployments");
    flow.call(&deploy, json!({"stageName": "dev"})).await;
    let body = json!({
        "name": "test-usage-plan",
        "description": "this is my usage plan",
        "apiStages": [{"apiId": api, "stage": "dev"}],
    });
    let plan = text(
        &flow
            .check("create-usage-plan", "POST /usageplans", body)
            .await,
        "id",
    );
    let path = format!("/usageplans/{plan}");
    let get = format!("GET {path}");
    flow.check("get-usage-plan", &get, Value::Null).await;
    flow.check("get-usage-plans", "GET /usageplans", Value::Null)
        .await;
    let limits = json!([
        {"op": "replace", "path": "/throttle/burstLimit", "value": "100"},
        {"op": "replace", "path": "/throttle/rateLimit", "value": "200"},
        {"op": "replace", "path": "/quota/period", "value": "MONTH"},
        {"op": "replace", "path": "/quota/limit", "value": "5000"},
    ]);
    flow.patch("update-usage-plan", &path, limits.clone()).await;
    flow.patch("update-wrong-id", &format!("{path}1"), limits)
        .await;
    let remove = |value: Option<String>| {
        let mut patch = json!({"op": "remove", "path": "/apiStages"});
        if let Some(value) = value {
            patch["value"] = json!(value);
        }
        json!([patch])
    };
    for (name, value) in [
        ("update-wrong-api-stages-no-value", None),
        (
            "update-wrong-api-stages-wrong-value",
            Some("fakevalue".to_owned()),
        ),
        (
            "update-wrong-api-stages-wrong-stage",
            Some(format!("{api}:fakestagename")),
        ),
    ] {
        flow.patch(name, &path, remove(value)).await;
    }
    let wrong = remove(Some(format!("{api}b:dev")));
    let answer = flow
        .world
        .rest(
            "apigateway",
            &format!("PATCH {path}"),
            &json!({"patchOperations": wrong}),
        )
        .await;
    check_refused(
        &answer,
        404,
        &format!("Invalid API Stage {{api: {api}b, stage: dev}} specified for usageplan {plan}"),
    );
    flow.check("get-usage-plan-after-update", &get, Value::Null)
        .await;
    flow.check(
        "get-usage-plans-after-update",
        "GET /usageplans",
        Value::Null,
    )
    .await;
}

async fn call(world: &World, line: &str, body: &Value) -> Answer {
    world.rest("apigateway", line, body).await
}

#[track_caller]
fn check_refused(answer: &Answer, status: u16, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(answer.text().contains(words), "{}", answer.text());
}

async fn patch(world: &World, plan: &str, op: &str, path: &str, value: &str) -> Answer {
    let body = json!({"patchOperations": [{"op": op, "path": path, "value": value}]});
    call(world, &format!("PATCH /usageplans/{plan}"), &body).await
}

/// An API with a stage `s`.
async fn api(world: &World) -> String {
    let document = json!({
        "swagger": "2.0",
        "info": {"title": "a", "version": "1"},
        "paths": {"/pets": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let api = call(world, "POST /restapis?mode=import", &document)
        .await
        .ok();
    let api = text(&api, "id");
    let line = format!("POST /restapis/{api}/deployments");
    call(world, &line, &json!({"stageName": "s"})).await.ok();
    api
}

async fn plan(world: &World, body: Value) -> String {
    let mut body = body;
    body["name"] = json!("p");
    text(&call(world, "POST /usageplans", &body).await.ok(), "id")
}

async fn key(world: &World) -> String {
    text(&call(world, "POST /apikeys", &json!({})).await.ok(), "id")
}

async fn add(world: &World, plan: &str, key: &str) -> Answer {
    let body = json!({"keyId": key, "keyType": "API_KEY"});
    call(world, &format!("POST /usageplans/{plan}/keys"), &body).await
}

#[tokio::test]
async fn every_path_of_a_plan_can_be_patched() {
    let world = World::new().await;
    let api = api(&world).await;
    let plan = plan(&world, json!({})).await;
    let throttle = format!("/apiStages/{api}:s/throttle");
    for (op, path, value) in [
        ("replace", "/name", "new-name"),
        ("replace", "/description", "new"),
        ("add", "/productCode", "code"),
        ("add", "/apiStages", &format!("{api}:s")),
        ("replace", "/throttle/burstLimit", "11"),
        ("add", "/throttle/rateLimit", "12.5"),
        ("replace", &format!("{throttle}/~1pets/GET/rateLimit"), "3"),
        ("replace", &format!("{throttle}//pets/GET/burstLimit"), "4"),
    ] {
        patch(&world, &plan, op, path, value).await.ok();
    }
    let quota = json!({"patchOperations": [
        {"op": "add", "path": "/quota/limit", "value": "9"},
        {"op": "add", "path": "/quota/offset", "value": "2"},
        {"op": "add", "path": "/quota/period", "value": "WEEK"},
    ]});
    let shown = call(&world, &format!("PATCH /usageplans/{plan}"), &quota)
        .await
        .ok();
    assert_eq!(
        shown,
        json!({
            "id": plan, "name": "new-name", "description": "new", "productCode": "code", "tags": {},
            "throttle": {"burstLimit": 11, "rateLimit": 12.5},
            "quota": {"limit": 9, "offset": 2, "period": "WEEK"},
            "apiStages": [{"apiId": api, "stage": "s", "throttle": {"/pets/GET": {"rateLimit": 3.0, "burstLimit": 4}}}],
        })
    );
    for (op, path, value) in [
        ("remove", &*format!("{throttle}/~1pets/GET"), ""),
        ("remove", "/quota", ""),
        ("remove", "/throttle", ""),
        ("remove", "/productCode", ""),
        ("remove", "/apiStages", &format!("{api}:s")),
    ] {
        patch(&world, &plan, op, path, value).await.ok();
    }
    let shown = call(&world, &format!("GET /usageplans/{plan}"), &Value::Null)
        .await
        .ok();
    assert_eq!(
        shown,
        json!({"id": plan, "name": "new-name", "description": "new", "tags": {}, "apiStages": []})
    );
}

#[tokio::test]
async fn what_can_not_be_patched_is_refused() {
    let world = World::new().await;
    let plan = plan(&world, json!({})).await;
    for (op, path, value, words) in [
        ("replace", "/name", "", "name cannot be blank"),
        (
            "replace",
            "/id",
            "x",
            "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [",
        ),
        (
            "remove",
            "/apiStages/a:s",
            "",
            "Must be one of: [/apiStages, /quota, /throttle, /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, /apiStages/<apidId:stageName>/throttle]",
        ),
        (
            "replace",
            "/throttle/rateLimit",
            "x",
            "Invalid value x specified for /throttle/rateLimit",
        ),
        ("replace", "/throttle/burstLimit", "-1", "non-negative"),
        ("replace", "/throttle/other", "1", "Invalid patch path"),
        (
            "replace",
            "/quota/limit",
            "5",
            "quota period must be specified",
        ),
        (
            "replace",
            "/quota/period",
            "YEAR",
            "it must be one of: DAY WEEK MONTH",
        ),
        (
            "add",
            "/apiStages",
            "nowhere",
            "Invalid API Stage specified",
        ),
        (
            "replace",
            "/apiStages/a:s/throttle/~1x/GET/rateLimit",
            "1",
            "Invalid API Stage {api: a, stage: s}",
        ),
    ] {
        let answer = patch(&world, &plan, op, path, value).await;
        assert!(matches!(answer.status, 400 | 404), "{}", answer.text());
        assert!(
            answer.text().contains(words),
            "{op} {path}: {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn a_plan_that_can_not_be_is_not_made() {
    let world = World::new().await;
    for (quota, words) in [
        (
            json!({"limit": 1, "period": "DAY", "offset": 1}),
            "offset must be zero in the DAY period",
        ),
        (
            json!({"limit": 1, "period": "WEEK", "offset": 7}),
            "between 0 and 6 inclusive in the WEEK period",
        ),
        (
            json!({"limit": 1, "period": "MONTH", "offset": 28}),
            "between 0 and 27 inclusive in the MONTH period",
        ),
        (
            json!({"limit": -1, "period": "DAY"}),
            "limit must be a non-negative number",
        ),
        (json!({"limit": 1}), "period must be specified"),
    ] {
        let body = json!({"name": "p", "quota": quota});
        check_refused(&call(&world, "POST /usageplans", &body).await, 400, words);
    }
    let nowhere = json!({"name": "p", "apiStages": [{"apiId": "foo", "stage": "bar"}]});
    let answer = call(&world, "POST /usageplans", &nowhere).await;
    check_refused(
        &answer,
        404,
        "Invalid API Stage {api: foo, stage: bar} specified for usageplan ",
    );
}

#[tokio::test]
async fn a_plan_with_stages_is_not_deleted_and_stages_that_go_leave_it() {
    let world = World::new().await;
    let (first, second) = (api(&world).await, api(&world).await);
    let stages = json!([{"apiId": first, "stage": "s"}, {"apiId": second, "stage": "s"}]);
    let plan = plan(&world, json!({"apiStages": stages})).await;
    let delete = format!("DELETE /usageplans/{plan}");
    check_refused(
        &call(&world, &delete, &Value::Null).await,
        400,
        &format!(
            "Cannot delete Usage Plan {plan} because there are API Stages associated with it, including {first}:s"
        ),
    );
    call(&world, &format!("DELETE /restapis/{first}"), &Value::Null)
        .await
        .ok();
    call(
        &world,
        &format!("DELETE /restapis/{second}/stages/s"),
        &Value::Null,
    )
    .await
    .ok();
    assert_eq!(call(&world, &delete, &Value::Null).await.status, 202);
    let gone = call(&world, &format!("GET /usageplans/{plan}"), &Value::Null).await;
    check_refused(&gone, 404, "Invalid Usage Plan ID specified");
}

#[tokio::test]
async fn keys_come_into_plans_and_go() {
    let world = World::new().await;
    let plan = plan(&world, json!({})).await;
    let (first, second) = (key(&world).await, key(&world).await);
    let added = add(&world, &plan, &first).await;
    assert_eq!(
        (added.status, text(&added.json(), "type")),
        (201, "API_KEY".to_owned())
    );
    add(&world, &plan, &second).await.ok();
    check_refused(&add(&world, &plan, &second).await, 409, "already has");
    check_refused(
        &add(&world, &plan, "none").await,
        404,
        "Invalid API Key identifier specified",
    );
    check_refused(
        &add(&world, "none", &first).await,
        404,
        "Invalid Usage Plan ID specified",
    );
    let other = json!({"keyId": first, "keyType": "PASSWORD"});
    let answer = call(&world, &format!("POST /usageplans/{plan}/keys"), &other).await;
    check_refused(&answer, 400, "Invalid key type");
    let listed = call(
        &world,
        &format!("GET /usageplans/{plan}/keys"),
        &Value::Null,
    )
    .await
    .ok();
    let ids: Vec<_> = listed["item"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| text(key, "id"))
        .collect();
    assert_eq!(ids, [second.clone(), first.clone()]);
    for (line, count) in [
        (format!("GET /usageplans?keyId={first}"), 1),
        ("GET /usageplans?keyId=none".to_owned(), 0),
        ("GET /usageplans/none/keys".to_owned(), 0),
        (format!("GET /usageplans/{plan}/keys?name=x"), 0),
        (format!("GET /usageplans/{plan}/keys?limit=1"), 1),
    ] {
        let listed = call(&world, &line, &Value::Null).await.ok();
        assert_eq!(listed["item"].as_array().unwrap().len(), count, "{line}");
    }
    let one = format!("/usageplans/{plan}/keys/{first}");
    call(&world, &format!("GET {one}"), &Value::Null).await.ok();
    assert_eq!(
        call(&world, &format!("DELETE {one}"), &Value::Null)
            .await
            .status,
        202
    );
    let gone = call(&world, &format!("GET {one}"), &Value::Null).await;
    check_refused(&gone, 404, "Invalid Usage Plan ID specified");
    let gone = call(&world, &format!("DELETE {one}"), &Value::Null).await;
    check_refused(&gone, 404, "Invalid API Key identifier specified");
}

#[tokio::test]
async fn a_key_has_one_plan_for_a_stage() {
    let world = World::new().await;
    let api = api(&world).await;
    let stages = json!({"apiStages": [{"apiId": api, "stage": "s"}]});
    let (first, second) = (
        plan(&world, stages.clone()).await,
        plan(&world, stages).await,
    );
    let key = key(&world).await;
    add(&world, &first, &key).await.ok();
    let words = "cannot reference multiple Usage Plans with the same API Stage";
    check_refused(&add(&world, &second, &key).await, 409, words);
    let third = plan(&world, json!({})).await;
    add(&world, &third, &key).await.ok();
    let stage = format!("{api}:s");
    check_refused(
        &patch(&world, &third, "add", "/apiStages", &stage).await,
        409,
        words,
    );
}

#[tokio::test]
async fn keys_and_plans_have_tags() {
    let world = World::new().await;
    let plan = plan(&world, json!({"tags": {"a": "1"}})).await;
    let key = key(&world).await;
    for path in [format!("usageplans/{plan}"), format!("apikeys/{key}")] {
        let arn = format!("arn:aws:apigateway:{REGION}::/{path}");
        let tags = format!("/tags/{}", arn.replace(':', "%3A").replace('/', "%2F"));
        call(&world, &format!("PUT {tags}"), &json!({"tags": {"b": "2"}}))
            .await
            .ok();
        call(&world, &format!("DELETE {tags}?tagKeys=a"), &Value::Null)
            .await
            .ok();
        let shown = call(&world, &format!("GET {tags}"), &Value::Null)
            .await
            .ok();
        assert_eq!(shown["tags"], json!({"b": "2"}), "{path}");
        let shown = call(&world, &format!("GET /{path}"), &Value::Null)
            .await
            .ok();
        assert_eq!(shown["tags"], json!({"b": "2"}), "{path}");
    }
}

/// A day before today, as GetUsage writes it.
fn date(days_ago: i64) -> String {
    let now = jiff::Timestamp::now().as_second() - days_ago * 86_400;
    jiff::Timestamp::from_second(now)
        .unwrap()
        .strftime("%Y-%m-%d")
        .to_string()
}

#[tokio::test]
async fn usage_is_told_by_day_and_can_be_extended() {
    let world = World::new().await;
    let plan = plan(&world, json!({"quota": {"limit": 10, "period": "DAY"}})).await;
    let key = key(&world).await;
    add(&world, &plan, &key).await.ok();
    let today = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond()).day();
    let used = UsageRecord {
        account: AccountId::new(ACCOUNT).unwrap(),
        region: Region::new(REGION).unwrap(),
        plan_id: plan.clone(),
        key_id: key.clone(),
        days: [(today, 4), (today - 1, 12)].into(),
        grant: None,
    };
    let revision = world.records.create(&used).await.unwrap();
    world.control.show(revision).await;
    let usage = format!("/usageplans/{plan}/usage");
    let line = format!("GET {usage}?startDate={}&endDate={}", date(2), date(0));
    let shown = call(&world, &line, &Value::Null).await.ok();
    assert_eq!(
        shown,
        json!({
            "usagePlanId": plan, "startDate": date(2), "endDate": date(0),
            "values": {key.clone(): [[0, 10], [12, 0], [4, 6]]},
        })
    );
    let body =
        json!({"patchOperations": [{"op": "replace", "path": "/remaining", "value": "100"}]});
    let line = format!("PATCH /usageplans/{plan}/keys/{key}/usage");
    let shown = call(&world, &line, &body).await.ok();
    assert_eq!(shown["values"], json!({key.clone(): [[4, 100]]}));
    for (query, words) in [
        ("startDate=x&endDate=2026-01-01", "Invalid date format"),
        (
            "startDate=2026-01-02&endDate=2026-01-01",
            "Invalid date range",
        ),
        (
            "startDate=2025-01-02&endDate=2026-01-01",
            "Invalid date range",
        ),
        (
            "startDate=2026-01-01&endDate=2026-01-01&keyId=x",
            "Invalid API Key identifier",
        ),
    ] {
        let answer = call(&world, &format!("GET {usage}?{query}"), &Value::Null).await;
        assert!(answer.text().contains(words), "{query}: {}", answer.text());
    }
    let bad = json!({"patchOperations": [{"op": "replace", "path": "/remaining", "value": "-1"}]});
    check_refused(
        &call(&world, &line, &bad).await,
        400,
        "Invalid remaining quota",
    );
}

#[tokio::test]
async fn an_account_has_usage_plans_and_may_ask_for_them_again() {
    let world = World::new().await;
    for (op, value, status) in [
        ("add", "UsagePlans", 200),
        ("remove", "UsagePlans", 400),
        ("add", "x", 400),
    ] {
        let body = json!({"patchOperations": [{"op": op, "path": "/features", "value": value}]});
        let answer = call(&world, "PATCH /account", &body).await;
        assert_eq!(answer.status, status, "{}", answer.text());
    }
}

#[tokio::test]
async fn operations_ask_for_the_permission_of_their_path() {
    let world = World::new().await;
    world.user("ann", ("AKIAANNANNANNANNANNA", "secret")).await;
    for (line, body, ask) in [
        (
            "POST /apikeys",
            json!({}),
            "apigateway:POST on resource: arn:aws:apigateway:us-east-1::/apikeys",
        ),
        (
            "GET /apikeys/k",
            Value::Null,
            "apigateway:GET on resource: arn:aws:apigateway:us-east-1::/apikeys/k",
        ),
        (
            "POST /usageplans",
            json!({"name": "p"}),
            "apigateway:POST on resource: arn:aws:apigateway:us-east-1::/usageplans",
        ),
        (
            "DELETE /usageplans/p/keys/k",
            Value::Null,
            "apigateway:DELETE on resource: arn:aws:apigateway:us-east-1::/usageplans/p/keys/k",
        ),
        (
            "PATCH /usageplans/p/keys/k/usage",
            json!({}),
            "apigateway:PATCH on resource: arn:aws:apigateway:us-east-1::/usageplans/p/keys/k/usage",
        ),
    ] {
        let refused = super::authorization::as_ann(&world, line, &body).await;
        assert_eq!(refused.0, 403, "{line}: {}", refused.1);
        assert!(refused.1.contains(ask), "{line}: {}", refused.1);
    }
}
