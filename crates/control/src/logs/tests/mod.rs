//! The service against AWS's recordings (`test_logs_*`), and the engine behind it.

mod deliveries;
mod exports;
mod filters;
mod tail;

use std::time::Duration;

use ::lambda::{LogBatch, LogSink as _};
use identity::{Assumer, SessionAsk};
use model::{AccountId, LogEvent, Region, Timestamp};
use serde_json::{Value, json};

use crate::testing::{ACCOUNT, Answer, REGION, Recording, World, conformance};

struct Logs {
    world: World,
}

impl Logs {
    async fn new() -> Self {
        Self {
            world: World::new().await,
        }
    }

    async fn call(&self, operation: &str, input: &Value) -> Answer {
        let target = format!("Logs_20140328.{operation}");
        self.world.target("logs", &target, input).await
    }

    async fn with_group(name: &str) -> Self {
        let logs = Self::new().await;
        logs.call("CreateLogGroup", &json!({ "logGroupName": name }))
            .await
            .ok();
        logs
    }

    async fn with_stream(group: &str, stream: &str) -> Self {
        let logs = Self::with_group(group).await;
        let input = json!({"logGroupName": group, "logStreamName": stream});
        logs.call("CreateLogStream", &input).await.ok();
        logs
    }

    async fn put(&self, stream: &str, events: &[(i64, &str)]) -> Answer {
        let events: Vec<_> = events
            .iter()
            .map(|(at, message)| json!({"timestamp": at, "message": message}))
            .collect();
        let input = json!({"logGroupName": "g", "logStreamName": stream, "logEvents": events});
        self.call("PutLogEvents", &input).await
    }
}

fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

/// As botocore shows an answer to the recorder, against the recorded step of a test.
#[track_caller]
fn check(file: &str, test: &str, step: &str, answer: &Answer) {
    let Some(all) = conformance(&format!("aws-recordings/logs/{file}.snapshot.json")) else {
        return;
    };
    let (_, found) = all
        .as_object()
        .unwrap()
        .iter()
        .find(|(name, _)| name.ends_with(test))
        .unwrap();
    let text = found["recorded-content"][step].to_string();
    let text = text
        .replace("<partition>", "aws")
        .replace("<region>", REGION)
        .replace("\"timestamp\"", "\"<timestamp>\"")
        .replace("\"too-new-log-event-start-index\"", "\"<index>\"");
    let mut ours = answer.json();
    if answer.status >= 400 {
        ours = json!({"Error": {"Code": ours["__type"], "Message": ours["message"]}});
    }
    ours["ResponseMetadata"] = json!({"HTTPHeaders": {}, "HTTPStatusCode": answer.status});
    Recording::default().check(step, &serde_json::from_str(&text).unwrap(), &ours);
}

#[tokio::test]
async fn groups_are_described_as_on_aws() {
    let logs = Logs::with_group("group-a").await;
    for name in ["group-b", "group-c", "other"] {
        logs.call("CreateLogGroup", &json!({ "logGroupName": name }))
            .await
            .ok();
    }
    let file = "test_logs_groups";
    let answer = logs
        .call(
            "DescribeLogGroups",
            &json!({"logGroupNamePrefix": "group-"}),
        )
        .await;
    check(
        file,
        "test_describe_log_groups_with_prefix",
        "describe-log-groups-prefix",
        &answer,
    );
    let both = json!({"logGroupNamePrefix": "a", "logGroupNamePattern": "b"});
    let answer = logs.call("DescribeLogGroups", &both).await;
    check(
        file,
        "test_describe_log_groups_prefix_and_pattern_error",
        "error-prefix-and-pattern",
        &answer,
    );
    let pattern = json!({"logGroupNamePattern": "OUP-", "limit": 1});
    let answer = logs.call("DescribeLogGroups", &pattern).await;
    check(
        file,
        "test_describe_log_groups_with_pattern",
        "describe-log-groups-pattern",
        &answer,
    );
    let again = logs
        .call("CreateLogGroup", &json!({"logGroupName": "other"}))
        .await
        .json();
    assert_eq!(again["__type"], "ResourceAlreadyExistsException");
    assert_eq!(again["message"], "The specified log group already exists");
}

#[tokio::test]
async fn groups_are_listed_by_pages() {
    let logs = Logs::new().await;
    for name in ["a", "b", "c"] {
        logs.call("CreateLogGroup", &json!({ "logGroupName": name }))
            .await
            .ok();
    }
    let first = logs
        .call("DescribeLogGroups", &json!({"limit": 2}))
        .await
        .ok();
    assert_eq!(first["logGroups"].as_array().unwrap().len(), 2);
    let next = json!({"limit": 2, "nextToken": first["nextToken"]});
    let second = logs.call("DescribeLogGroups", &next).await.ok();
    assert_eq!(second["logGroups"][0]["logGroupName"], "c");
    assert!(second.get("nextToken").is_none());
}

#[tokio::test]
async fn streams_are_described_as_on_aws() {
    let logs = Logs::with_stream("g", "stream-a").await;
    let file = "test_logs_streams";
    let answer = logs
        .call("DescribeLogStreams", &json!({"logGroupName": "g"}))
        .await;
    check(
        file,
        "test_create_and_delete_log_stream",
        "describe-log-streams-after-create",
        &answer,
    );
    for stream in ["stream-b", "stream-c"] {
        let input = json!({"logGroupName": "g", "logStreamName": stream});
        logs.call("CreateLogStream", &input).await.ok();
    }
    let prefix = json!({"logGroupName": "g", "logStreamNamePrefix": "stream-"});
    let answer = logs.call("DescribeLogStreams", &prefix).await;
    check(
        file,
        "test_describe_log_streams_with_prefix",
        "describe-streams-with-prefix",
        &answer,
    );
    let gone = json!({"logGroupName": "g", "logStreamName": "stream-a"});
    logs.call("DeleteLogStream", &gone).await.ok();
    let arn = format!("arn:aws:logs:{REGION}:{ACCOUNT}:log-group:g");
    let left = logs
        .call("DescribeLogStreams", &json!({ "logGroupIdentifier": arn }))
        .await
        .ok();
    assert_eq!(left["logStreams"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn what_is_not_there_is_named_as_on_aws() {
    let logs = Logs::with_group("g").await;
    let (file, test) = ("test_logs_events", "test_resource_does_not_exist");
    let missing = json!({"logGroupName": "missing", "logStreamName": "s"});
    check(
        file,
        test,
        "error-log-group-does-not-exist",
        &logs.call("GetLogEvents", &missing).await,
    );
    let missing = json!({"logGroupName": "g", "logStreamName": "s"});
    check(
        file,
        test,
        "error-log-stream-does-not-exist",
        &logs.call("GetLogEvents", &missing).await,
    );
}

#[tokio::test]
async fn impossible_events_and_tokens_are_refused_in_aws_words() {
    let logs = Logs::with_stream("g", "s").await;
    let file = "test_logs_events";
    let now = now();
    let answer = logs.put("s", &[(now, "b"), (now - 1000, "a")]).await;
    check(
        file,
        "test_put_log_events_wrong_order",
        "error-wrong-order",
        &answer,
    );
    let answer = logs
        .put("s", &[(now, "kept"), (now + 3 * 3_600_000, "too new")])
        .await;
    check(
        file,
        "test_put_log_events_too_new",
        "response-too-new",
        &answer,
    );
    let stream = json!({"logGroupName": "g", "logStreamName": "s"});
    let kept = logs.call("GetLogEvents", &stream).await.ok();
    assert_eq!(kept["events"].as_array().unwrap().len(), 1);
    let token = json!({"logGroupName": "g", "logStreamName": "s", "nextToken": "INVALID"});
    let answer = logs.call("GetLogEvents", &token).await;
    check(
        file,
        "test_get_log_events_invalid_token",
        "error-invalid-token",
        &answer,
    );
    let limit = json!({"logGroupName": "g", "logStreamName": "s", "limit": 10001});
    let answer = logs.call("GetLogEvents", &limit).await;
    check(
        file,
        "test_get_log_events_limit_validation",
        "error-limit-exceeded",
        &answer,
    );
    let token = json!({"logGroupName": "g", "nextToken": "INVALID"});
    let answer = logs.call("FilterLogEvents", &token).await;
    check(
        "test_logs_filter_events",
        "test_filter_log_events_unknown_token",
        "invalid-token",
        &answer,
    );
}

fn messages(answer: &Value) -> Vec<&str> {
    let events = answer["events"].as_array().unwrap().iter();
    events
        .map(|event| event["message"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_stream_is_read_forwards_and_backwards() {
    let logs = Logs::with_stream("g", "s").await;
    let now = now();
    logs.put("s", &[(now - 3, "a"), (now - 2, "b"), (now - 1, "c")])
        .await
        .ok();
    let read = async |more: Value| {
        let mut input = json!({"logGroupName": "g", "logStreamName": "s", "limit": 2});
        for (key, value) in more.as_object().unwrap() {
            input[key] = value.clone();
        }
        logs.call("GetLogEvents", &input).await.ok()
    };
    let first = read(json!({"startFromHead": true})).await;
    assert_eq!(messages(&first), ["a", "b"]);
    let second = read(json!({"nextToken": first["nextForwardToken"]})).await;
    assert_eq!(messages(&second), ["c"]);
    let end = read(json!({"nextToken": second["nextForwardToken"]})).await;
    assert!(messages(&end).is_empty());
    assert_eq!(end["nextForwardToken"], second["nextForwardToken"]);
    let last = read(json!({})).await;
    assert_eq!(messages(&last), ["b", "c"]);
    let before = read(json!({"nextToken": last["nextBackwardToken"]})).await;
    assert_eq!(messages(&before), ["a"]);
    let late = read(json!({"startTime": now - 2, "endTime": now - 1})).await;
    assert_eq!(messages(&late), ["b"]);
}

#[tokio::test]
async fn streams_are_searched_together_in_the_order_of_time() {
    let logs = Logs::with_stream("g", "s").await;
    let other = json!({"logGroupName": "g", "logStreamName": "t"});
    logs.call("CreateLogStream", &other).await.ok();
    let now = now();
    logs.put(
        "s",
        &[
            (now - 4, "ERROR one"),
            (now - 2, "fine"),
            (now - 1, "ERROR three"),
        ],
    )
    .await
    .ok();
    logs.put("t", &[(now - 3, "ERROR two")]).await.ok();
    let search =
        json!({"logGroupName": "g", "filterPattern": "ERROR", "limit": 2, "interleaved": true});
    let first = logs.call("FilterLogEvents", &search).await.ok();
    assert_eq!(messages(&first), ["ERROR one", "ERROR two"]);
    // What comes between two pages is not missed, and nothing comes twice.
    logs.put("t", &[(now, "ERROR four")]).await.ok();
    let next =
        json!({"logGroupName": "g", "filterPattern": "ERROR", "nextToken": first["nextToken"]});
    let second = logs.call("FilterLogEvents", &next).await.ok();
    assert_eq!(messages(&second), ["ERROR three", "ERROR four"]);
    assert!(second.get("nextToken").is_none());
    let named = json!({"logGroupName": "g", "logStreamNames": ["t"]});
    let of_stream = logs.call("FilterLogEvents", &named).await.ok();
    assert_eq!(messages(&of_stream), ["ERROR two", "ERROR four"]);
    let refused = json!({"logGroupName": "g", "filterPattern": "{ $.level = "});
    let refused = logs.call("FilterLogEvents", &refused).await.json();
    assert_eq!(refused["__type"], "InvalidParameterException");
}

#[tokio::test]
async fn retention_hides_what_is_too_old() {
    let logs = Logs::with_stream("g", "s").await;
    let two_days = 2 * 86_400_000;
    logs.put("s", &[(now() - two_days, "old")]).await.ok();
    logs.put("s", &[(now(), "new")]).await.ok();
    let search = json!({"logGroupName": "g"});
    assert_eq!(
        messages(&logs.call("FilterLogEvents", &search).await.ok()),
        ["old", "new"]
    );
    let one_day = json!({"logGroupName": "g", "retentionInDays": 1});
    logs.call("PutRetentionPolicy", &one_day).await.ok();
    assert_eq!(
        messages(&logs.call("FilterLogEvents", &search).await.ok()),
        ["new"]
    );
    let two = json!({"logGroupName": "g", "retentionInDays": 2});
    assert_eq!(logs.call("PutRetentionPolicy", &two).await.status, 400);
    logs.call("DeleteRetentionPolicy", &search).await.ok();
    assert_eq!(
        messages(&logs.call("FilterLogEvents", &search).await.ok()),
        ["old", "new"]
    );
}

#[tokio::test]
async fn a_deleted_group_takes_everything_with_it() {
    let logs = Logs::with_stream("g", "s").await;
    logs.put("s", &[(now(), "gone")]).await.ok();
    let group = json!({"logGroupName": "g"});
    logs.call("DeleteLogGroup", &group).await.ok();
    assert_eq!(logs.call("DeleteLogGroup", &group).await.status, 400);
    logs.call("CreateLogGroup", &group).await.ok();
    let stream = json!({"logGroupName": "g", "logStreamName": "s"});
    logs.call("CreateLogStream", &stream).await.ok();
    assert!(messages(&logs.call("GetLogEvents", &stream).await.ok()).is_empty());
}

#[tokio::test]
async fn tags_come_and_go() {
    let logs = Logs::new().await;
    let create = json!({"logGroupName": "g", "tags": {"env": "testing1"}});
    logs.call("CreateLogGroup", &create).await.ok();
    let arn = format!("arn:aws:logs:{REGION}:{ACCOUNT}:log-group:g");
    let tag = json!({"resourceArn": arn, "tags": {"test1": "val1", "test2": "val2"}});
    logs.call("TagResource", &tag).await.ok();
    let list = json!({ "resourceArn": arn });
    let (file, test) = ("test_logs_groups", "test_tag_resource_api");
    let answer = logs.call("ListTagsForResource", &list).await;
    check(
        file,
        test,
        "list-tags-for-resource-after-tag-resource",
        &answer,
    );
    let untag = json!({"resourceArn": arn, "tagKeys": ["env", "test1"]});
    logs.call("UntagResource", &untag).await.ok();
    let answer = logs.call("ListTagsForResource", &list).await;
    check(file, test, "list-tags-for-resource-after-untag", &answer);
}

impl Logs {
    /// What the engine does with lines of the role `worker`.
    fn print(&self, stream: &str, text: &str) {
        let identity = self.world.control.identity();
        let role = format!("arn:aws:iam::{ACCOUNT}:role/worker");
        let now = Timestamp::from_millis(now());
        let by = Assumer::Service("lambda.amazonaws.com");
        let session = identity.assume_role(&by, &role, &SessionAsk::new("f", 900), now);
        self.world.engine.put(LogBatch {
            caller: session.unwrap().caller,
            account: AccountId::new(ACCOUNT).unwrap(),
            region: Region::new(REGION).unwrap(),
            group: "/aws/lambda/f".into(),
            stream: stream.into(),
            events: vec![LogEvent {
                at: now,
                message: text.into(),
            }],
        });
    }

    async fn printed(&self) -> Answer {
        self.world.engine.drain(Duration::from_secs(10)).await;
        self.call("FilterLogEvents", &json!({"logGroupName": "/aws/lambda/f"}))
            .await
    }
}

#[tokio::test]
async fn a_role_without_permission_leaves_no_lines() {
    let logs = Logs::new().await;
    logs.print("s", "secret");
    assert_eq!(logs.printed().await.status, 400);
    assert_eq!(logs.world.engine.dropped(), 0);
}

#[tokio::test]
async fn a_role_that_may_only_put_needs_a_stream_that_is_there() {
    let logs = Logs::new().await;
    logs.world.allow("worker", "put", "logs:PutLogEvents").await;
    logs.call("CreateLogGroup", &json!({"logGroupName": "/aws/lambda/f"}))
        .await
        .ok();
    let stream = json!({"logGroupName": "/aws/lambda/f", "logStreamName": "there"});
    logs.call("CreateLogStream", &stream).await.ok();
    logs.print("missing", "lost");
    logs.print("there", "kept");
    assert_eq!(messages(&logs.printed().await.ok()), ["kept"]);
}

#[tokio::test]
async fn lines_keep_their_order_and_what_comes_after_the_end_is_counted() {
    let logs = Logs::new().await;
    logs.world.allow("worker", "logs", "logs:*").await;
    let texts: Vec<String> = (0..50).map(|number| format!("line {number}")).collect();
    for text in &texts {
        logs.print("s", text);
    }
    assert_eq!(messages(&logs.printed().await.ok()), texts);
    logs.print("s", "too late");
    assert_eq!(logs.world.engine.dropped(), 1);
}
