//! AWS::Logs

use serde_json::json;
use wire::logs::{
    DescribeLogGroups, DescribeLogStreams, DescribeMetricFilters, DescribeSubscriptionFilters,
};

use super::{Bench, Row};

#[tokio::test]
async fn groups_and_their_parts_live() {
    let bench = Bench::new().await;
    let made = bench
        .live::<DescribeLogGroups>(Row {
            kind: "AWS::Logs::LogGroup",
            before: json!({"RetentionInDays": "7"}),
            after: json!({"Tags": [{"Key": "a", "Value": "1"}]}),
            place: &|name| json!({"logGroupNamePrefix": name}),
            shows: [
                json!({"logGroups": [{"retentionInDays": 7}]}),
                json!({"logGroups": [{"retentionInDays": null}]}),
            ],
        })
        .await;
    let arn = made.attributes["Arn"].as_str().unwrap();
    assert!(
        arn.ends_with(&format!(":log-group:{}:*", made.physical_id)),
        "{arn}"
    );
    bench
        .create("AWS::Logs::LogGroup", "Group", json!({"LogGroupName": "g"}))
        .await;
    let row = json!({"LogGroupName": "g", "LogStreamName": "s"});
    bench
        .live::<DescribeLogStreams>(Row {
            kind: "AWS::Logs::LogStream",
            before: row.clone(),
            after: row,
            place: &|_| json!({"logGroupName": "g"}),
            shows: [
                json!({"logStreams": [{"logStreamName": "s"}]}),
                json!({"logStreams": [{"logStreamName": "s"}]}),
            ],
        })
        .await;
    bench
        .live::<DescribeMetricFilters>(Row {
            kind: "AWS::Logs::MetricFilter",
            before: json!({
                "LogGroupName": "g", "FilterPattern": "",
                "MetricTransformations": [{"MetricName": "m", "MetricNamespace": "n", "MetricValue": 1}],
            }),
            after: json!({
                "LogGroupName": "g", "FilterPattern": "{ $.a = 1 }",
                "MetricTransformations": [{
                    "MetricName": "m", "MetricNamespace": "n", "MetricValue": "$.a",
                    "Dimensions": [{"Key": "k", "Value": "$.k"}],
                }],
            }),
            place: &|_| json!({"logGroupName": "g"}),
            shows: [
                json!({"metricFilters": [{"filterPattern": "", "metricTransformations": [{"metricValue": "1"}]}]}),
                json!({"metricFilters": [{
                    "filterPattern": "{ $.a = 1 }", "metricTransformations": [{"dimensions": {"k": "$.k"}}],
                }]}),
            ],
        })
        .await;
}

#[tokio::test]
async fn a_subscription_is_kept() {
    let bench = Bench::new().await;
    bench
        .create("AWS::Logs::LogGroup", "Group", json!({"LogGroupName": "g"}))
        .await;
    let function = json!({
        "FunctionName": "f", "Runtime": "python3.12", "Handler": "index.handler",
        "Role": "arn:aws:iam::111111111111:role/worker",
        "Code": {"ZipFile": "def handler(event, context): return event"},
    });
    let function = bench
        .create("AWS::Lambda::Function", "Function", function)
        .await;
    let permission = json!({
        "FunctionName": "f", "Action": "lambda:InvokeFunction", "Principal": "logs.amazonaws.com",
    });
    bench
        .create("AWS::Lambda::Permission", "Permission", permission)
        .await;
    let arn = &function.attributes["Arn"];
    let row = |pattern: &str| json!({"LogGroupName": "g", "FilterPattern": pattern, "DestinationArn": arn});
    bench
        .live::<DescribeSubscriptionFilters>(Row {
            kind: "AWS::Logs::SubscriptionFilter",
            before: row(""),
            after: row("ERROR"),
            place: &|_| json!({"logGroupName": "g"}),
            shows: [
                json!({"subscriptionFilters": [{"filterPattern": "", "destinationArn": arn}]}),
                json!({"subscriptionFilters": [{"filterPattern": "ERROR"}]}),
            ],
        })
        .await;
}
