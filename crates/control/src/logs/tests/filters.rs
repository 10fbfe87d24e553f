//! Metric filters, subscriptions, resource policies, and what leads to services that are not here.

use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use std::sync::Arc;

use model::Kind;
use store::{Change, Followers, View};
use tokio::sync::watch;

use super::*;
use crate::testing::zip_of;

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";

fn metric_filter(name: &str, pattern: &str) -> Value {
    json!({
        "logGroupName": "g", "filterName": name, "filterPattern": pattern,
        "metricTransformations": [{
            "metricName": "m", "metricNamespace": "n", "metricValue": "1", "defaultValue": 0,
        }],
    })
}

#[tokio::test]
async fn metric_filters_are_kept_shown_and_tried() {
    let logs = Logs::with_group("g").await;
    logs.call("PutMetricFilter", &metric_filter("a", " "))
        .await
        .ok();
    logs.call(
        "PutMetricFilter",
        &metric_filter("b", "{ $.level = ERROR }"),
    )
    .await
    .ok();
    let all = logs
        .call("DescribeMetricFilters", &json!({"logGroupName": "g"}))
        .await
        .ok();
    let filters = all["metricFilters"].as_array().unwrap();
    assert_eq!(filters.len(), 2);
    assert_eq!(filters[0]["metricTransformations"][0]["defaultValue"], 0.0);
    assert_eq!(filters[1]["applyOnTransformedLogs"], false);
    let by_metric = json!({"metricName": "other", "metricNamespace": "n"});
    let none = logs.call("DescribeMetricFilters", &by_metric).await.ok();
    assert_eq!(none["metricFilters"], json!([]));
    let groups = logs.call("DescribeLogGroups", &json!({})).await.ok();
    assert_eq!(groups["logGroups"][0]["metricFilterCount"], 2);
    let broken = logs
        .call("PutMetricFilter", &metric_filter("c", "{ $.a = "))
        .await;
    assert_eq!(broken.status, 400, "{}", broken.text());
    let tried = json!({
        "filterPattern": "[ip, user]", "logEventMessages": ["1.2.3.4 ann", "one two three"],
    });
    let tried = logs.call("TestMetricFilter", &tried).await.ok();
    let expected = json!([{
        "eventNumber": 1, "eventMessage": "1.2.3.4 ann",
        "extractedValues": {"$ip": "1.2.3.4", "$user": "ann"},
    }]);
    assert_eq!(tried["matches"], expected);
    let gone = json!({"logGroupName": "g", "filterName": "a"});
    logs.call("DeleteMetricFilter", &gone).await.ok();
    let again = logs.call("DeleteMetricFilter", &gone).await;
    assert!(
        again
            .text()
            .contains("The specified metric filter does not exist.")
    );
}

#[tokio::test]
async fn names_that_are_too_long_are_refused_in_aws_words() {
    let logs = Logs::with_group("g").await;
    let long = json!({"logGroupName": "x".repeat(513), "filterName": "f"});
    let answer = logs
        .call("CreateLogGroup", &json!({"logGroupName": "x".repeat(513)}))
        .await;
    let test = "test_create_log_group_invalid_name_length";
    check(
        "test_logs_groups",
        test,
        "error-invalid-name-length",
        &answer,
    );
    let answer = logs.call("DeleteMetricFilter", &long).await;
    let test = "test_delete_metric_filter_invalid_log_group_name";
    check(
        "test_logs_metric_filters",
        test,
        "error-invalid-log-group-name",
        &answer,
    );
}

fn subscription(name: &str, pattern: &str, destination: &str) -> Value {
    json!({
        "logGroupName": "g", "filterName": name, "filterPattern": pattern,
        "destinationArn": destination,
    })
}

/// A world with a function that prints what it gets, and that CloudWatch Logs may call.
async fn with_subscriber() -> Logs {
    let logs = Logs::with_stream("g", "s").await;
    logs.world.allow("worker", "logs", "logs:*").await;
    let code = "def handler(event, context):\n    print('GOT ' + event['awslogs']['data'])\n";
    let input = json!({
        "FunctionName": "f", "Runtime": "python3.12", "Handler": "index.handler",
        "Role": format!("arn:aws:iam::{ACCOUNT}:role/worker"),
        "Code": {"ZipFile": zip_of(&[("index.py", code)])},
    });
    let functions = "/2015-03-31/functions";
    logs.world
        .rest("lambda", &format!("POST {functions}"), &input)
        .await
        .ok();
    let permission = json!({
        "StatementId": "s", "Action": "lambda:InvokeFunction",
        "Principal": "logs.us-east-1.amazonaws.com", "SourceAccount": ACCOUNT,
        "SourceArn": format!("arn:aws:logs:us-east-1:{ACCOUNT}:log-group:g:*"),
    });
    let line = format!("POST {functions}/f/policy");
    logs.world.rest("lambda", &line, &permission).await.ok();
    logs
}

/// Tells whoever waits that lines were written.
struct Written(watch::Sender<()>);

impl View for Written {
    fn kinds(&self) -> &'static [Kind] {
        &[Kind::LogChunk]
    }

    fn apply(&self, _: &[Change]) {
        self.0.send_replace(());
    }
}

/// The answer to a search, asked again after each write until it finds something.
async fn found_at_last(logs: &Logs, search: &Value) -> Value {
    let (sender, mut written) = watch::channel(());
    let views: Vec<Arc<dyn View>> = vec![Arc::new(Written(sender))];
    let _followers = Followers::start(&logs.world.records, views).await.unwrap();
    loop {
        written.mark_unchanged();
        let found = logs.call("FilterLogEvents", search).await.json();
        if found["events"]
            .as_array()
            .is_some_and(|events| !events.is_empty())
        {
            return found;
        }
        let wait = tokio::time::timeout(Duration::from_secs(20), written.changed());
        wait.await.expect("the function wrote nothing").unwrap();
    }
}

fn unpacked(line: &str) -> Value {
    let data = line.trim().strip_prefix("GOT ").unwrap();
    let bytes = STANDARD.decode(data).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .read_to_string(&mut text)
        .unwrap();
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn a_subscribed_function_gets_the_events_that_fit() {
    let logs = with_subscriber().await;
    let put = subscription("sub", "ERROR", FUNCTION);
    logs.call("PutSubscriptionFilter", &put).await.ok();
    let at = now();
    logs.put("s", &[(at, "fine"), (at, "an ERROR")]).await.ok();
    let search = json!({"logGroupName": "/aws/lambda/f", "filterPattern": "GOT"});
    let found = found_at_last(&logs, &search).await;
    let message = unpacked(found["events"][0]["message"].as_str().unwrap());
    assert_eq!(message["messageType"], "DATA_MESSAGE");
    assert_eq!(message["owner"], ACCOUNT);
    assert_eq!(message["logGroup"], "g");
    assert_eq!(message["logStream"], "s");
    assert_eq!(message["subscriptionFilters"], json!(["sub"]));
    let events = message["logEvents"].as_array().unwrap();
    assert_eq!(
        (events.len(), &events[0]["message"]),
        (1, &json!("an ERROR"))
    );
    let kept = logs
        .call("FilterLogEvents", &json!({"logGroupName": "g"}))
        .await
        .ok();
    assert_eq!(kept["events"][1]["eventId"], events[0]["id"]);
}

#[tokio::test]
async fn only_a_function_that_may_be_called_is_subscribed() {
    let logs = with_subscriber().await;
    let test = "test_put_subscription_filter_errors";
    let foreign = FUNCTION.replace("111111111111", "222222222222");
    let answer = logs
        .call("PutSubscriptionFilter", &subscription("a", "", &foreign))
        .await;
    let text = "Cross-account lambda invocation passing is not allowed. You must use \
                DestinationPolicies to create cross account lambda triggers.";
    assert!(answer.text().contains(text), "{}", answer.text());
    let stream = "arn:aws:kinesis:us-east-1:111111111111:stream/s";
    let answer = logs
        .call("PutSubscriptionFilter", &subscription("a", "", stream))
        .await;
    check(
        "test_logs_subscription_filters",
        test,
        "error-kinesis-not-found",
        &answer,
    );
    let missing = format!("{FUNCTION}-missing");
    let answer = logs
        .call("PutSubscriptionFilter", &subscription("a", "", &missing))
        .await;
    let text = "Make sure you have given CloudWatch Logs permission to execute your function.";
    assert!(answer.text().contains(text), "{}", answer.text());
    let mut own = subscription("a", "", FUNCTION);
    own["logGroupName"] = json!("/aws/lambda/f");
    let answer = logs.call("PutSubscriptionFilter", &own).await;
    assert!(
        answer.text().contains("its own log group"),
        "{}",
        answer.text()
    );
    for name in ["a", "b"] {
        logs.call("PutSubscriptionFilter", &subscription(name, "[]", FUNCTION))
            .await
            .ok();
    }
    let answer = logs
        .call("PutSubscriptionFilter", &subscription("c", "", FUNCTION))
        .await;
    let test = "test_put_subscription_filter_limit_exceeded";
    check(
        "test_logs_subscription_filters",
        test,
        "error-limit-exceeded",
        &answer,
    );
    let all = logs
        .call("DescribeSubscriptionFilters", &json!({"logGroupName": "g"}))
        .await
        .ok();
    assert_eq!(all["subscriptionFilters"].as_array().unwrap().len(), 2);
    let gone = json!({"logGroupName": "g", "filterName": "none"});
    let answer = logs.call("DeleteSubscriptionFilter", &gone).await;
    let test = "test_delete_subscription_filter_errors";
    check(
        "test_logs_subscription_filters",
        test,
        "error-filter-not-found",
        &answer,
    );
}

#[tokio::test]
async fn resource_policies_come_and_go() {
    let logs = Logs::new().await;
    let document = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"*"}]}"#;
    let put = |name: String| json!({"policyName": name, "policyDocument": document});
    for number in 0..10 {
        logs.call("PutResourcePolicy", &put(format!("p{number}")))
            .await
            .ok();
    }
    let answer = logs
        .call("PutResourcePolicy", &put("more".to_owned()))
        .await;
    let test = "test_put_resource_policy_limit_exceeded";
    check(
        "test_logs_resource_policies",
        test,
        "error-limit-exceeded",
        &answer,
    );
    let all = logs.call("DescribeResourcePolicies", &json!({})).await.ok();
    assert_eq!(all["resourcePolicies"].as_array().unwrap().len(), 10);
    logs.call("DeleteResourcePolicy", &json!({"policyName": "p0"}))
        .await
        .ok();
    let answer = logs
        .call(
            "DeleteResourcePolicy",
            &json!({"policyName": "non-existent"}),
        )
        .await;
    let test = "test_delete_resource_policy_not_found";
    check(
        "test_logs_resource_policies",
        test,
        "error-policy-not-found",
        &answer,
    );
}

#[tokio::test]
async fn groups_are_named_by_patterns_and_tagged_in_two_ways() {
    let logs = Logs::with_group("/aws/one").await;
    logs.call("CreateLogGroup", &json!({"logGroupName": "two"}))
        .await
        .ok();
    let list = json!({"logGroupNamePattern": "^/aws|xyz"});
    let found = logs.call("ListLogGroups", &list).await.ok();
    assert_eq!(found["logGroups"].as_array().unwrap().len(), 1);
    let by_pattern = json!({"logGroupNamePattern": "one"});
    let found = logs.call("DescribeLogGroups", &by_pattern).await.ok();
    let token = found["nextToken"].as_str().unwrap();
    let rest = json!({"logGroupNamePattern": "one", "nextToken": token});
    let rest = logs.call("DescribeLogGroups", &rest).await.ok();
    assert_eq!(rest, json!({"logGroups": []}));
    let tags = json!({"logGroupName": "two", "tags": {"a": "1", "b": "2"}});
    logs.call("TagLogGroup", &tags).await.ok();
    let untag = json!({"logGroupName": "two", "tags": ["a"]});
    logs.call("UntagLogGroup", &untag).await.ok();
    let left = logs
        .call("ListTagsLogGroup", &json!({"logGroupName": "two"}))
        .await
        .ok();
    assert_eq!(left, json!({"tags": {"b": "2"}}));
}

#[tokio::test]
async fn without_deliveries_there_are_none_to_be_shown() {
    let logs = Logs::new().await;
    let named = json!({"name": "d"});
    for (file, test, operation) in [
        (
            "test_logs_delivery",
            "test_get_delivery_destination_not_found",
            "GetDeliveryDestination",
        ),
        (
            "test_logs_delivery",
            "test_get_delivery_source_not_found",
            "GetDeliverySource",
        ),
    ] {
        check(
            file,
            test,
            "error-not-found",
            &logs.call(operation, &named).await,
        );
    }
    let source = json!({"name": "d", "logType": "ACCESS_LOGS", "resourceArn": "arn:aws:s3:::b"});
    let answer = logs.call("PutDeliverySource", &source).await;
    let test = "test_put_delivery_source_invalid_resource";
    check(
        "test_logs_delivery",
        test,
        "error-invalid-resource",
        &answer,
    );
    for operation in [
        "DescribeDestinations",
        "DescribeDeliveries",
        "DescribeExportTasks",
    ] {
        logs.call(operation, &json!({})).await.ok();
    }
}

#[tokio::test]
async fn a_query_finds_what_it_asks_for() {
    let logs = Logs::with_stream("g", "s").await;
    let at = now();
    logs.put("s", &[(at, "fine"), (at, "an ERROR")]).await.ok();
    let query = json!({
        "logGroupName": "g", "startTime": at / 1000 - 60, "endTime": at / 1000 + 60,
        "queryString": "fields @message | filter @message like /ERROR/",
    });
    let id = logs.call("StartQuery", &query).await.ok()["queryId"].clone();
    let found = logs
        .call("GetQueryResults", &json!({"queryId": id}))
        .await
        .ok();
    assert_eq!(found["status"], "Complete");
    let expected = json!({"field": "@message", "value": "an ERROR"});
    assert_eq!(found["results"][0][0], expected);
    assert_eq!(found["results"].as_array().unwrap().len(), 1);
    let all = logs
        .call("DescribeQueries", &json!({"logGroupName": "g"}))
        .await
        .ok();
    let text = all["queries"][0]["queryString"].as_str().unwrap();
    assert!(text.starts_with("SOURCE \"g\" START="), "{text}");
    let unknown = json!({"queryId": "none"});
    assert_eq!(logs.call("GetQueryResults", &unknown).await.status, 400);
    let mut other = query;
    other["queryString"] = json!("pattern @message");
    let refused = logs.call("StartQuery", &other).await;
    assert!(
        refused.text().contains("pattern is not supported"),
        "{}",
        refused.text()
    );
}
