//! Exports to a bucket.

use std::io::Read as _;

use bytes::Bytes;
use http::Request;

use super::*;

async fn s3(logs: &Logs, line: &str, body: &str) -> Answer {
    let (method, path) = line.split_once(' ').unwrap();
    let now = jiff::Timestamp::now();
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential={ACCOUNT}/{}/{REGION}/s3/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={}",
        now.strftime("%Y%m%d"),
        "0".repeat(64)
    );
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "127.0.0.1:4566")
        .header("x-amz-date", now.strftime("%Y%m%dT%H%M%SZ").to_string())
        .header("authorization", authorization)
        .body(Bytes::from(body.to_owned()))
        .unwrap();
    logs.world.send(request).await
}

/// A group with one event in a stream of a function.
async fn logs() -> Logs {
    let logs = Logs::with_stream("g", "2026/01/02/[$LATEST]ab").await;
    let input = json!({
        "logGroupName": "g", "logStreamName": "2026/01/02/[$LATEST]ab",
        "logEvents": [{"timestamp": now(), "message": "hello"}],
    });
    logs.call("PutLogEvents", &input).await.ok();
    let made = s3(&logs, "PUT /exports", "").await;
    assert_eq!(made.status, 200, "{}", made.text());
    logs
}

fn policy(account: &str) -> String {
    let statement = |action: &str, resource: &str| {
        json!({
            "Effect": "Allow", "Action": action, "Resource": resource,
            "Principal": {"Service": "logs.us-east-1.amazonaws.com"},
            "Condition": {
                "StringEquals": {"aws:SourceAccount": account},
                "ArnLike": {"aws:SourceArn": format!("arn:aws:logs:us-east-1:{account}:log-group:*")},
            },
        })
    };
    let statements = [
        statement("s3:GetBucketAcl", "arn:aws:s3:::exports"),
        statement("s3:PutObject", "arn:aws:s3:::exports/*"),
    ];
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

fn task() -> Value {
    json!({"logGroupName": "g", "from": 0, "to": now() + 1000, "destination": "exports", "destinationPrefix": "out"})
}

#[tokio::test]
async fn a_bucket_lets_the_service_in_by_its_policy_alone() {
    let logs = logs().await;
    for (given, said) in [
        (None, "GetBucketAcl call on the given bucket failed."),
        (
            Some(policy("222222222222")),
            "GetBucketAcl call on the given bucket failed.",
        ),
    ] {
        if let Some(policy) = given {
            s3(&logs, "PUT /exports?policy", &policy).await;
        }
        let refused = logs.call("CreateExportTask", &task()).await;
        assert_eq!(refused.status, 400);
        assert!(refused.text().contains(said), "{}", refused.text());
    }
}

#[tokio::test]
async fn an_export_is_a_file_for_each_stream() {
    let logs = logs().await;
    s3(&logs, "PUT /exports?policy", &policy(ACCOUNT)).await;
    let made = logs.call("CreateExportTask", &task()).await.ok();
    let id = made["taskId"].as_str().unwrap();
    let key = format!("out/{id}/2026-01-02-%5B%24LATEST%5Dab/000000.gz");
    let file = s3(&logs, &format!("GET /exports/{key}"), "").await;
    assert_eq!(file.status, 200, "{}", file.text());
    let mut text = String::new();
    let mut unpacked = flate2::read::GzDecoder::new(file.body.as_ref());
    unpacked.read_to_string(&mut text).unwrap();
    assert!(text.ends_with("Z hello\n"), "{text}");
    let tested = s3(&logs, "GET /exports/out/aws-logs-write-test", "").await;
    assert_eq!(tested.text(), "Permission Check Successful");
    let shown = logs
        .call("DescribeExportTasks", &json!({"taskId": id}))
        .await
        .ok();
    assert_eq!(shown["exportTasks"][0]["status"]["code"], "COMPLETED");
    let late = logs.call("CancelExportTask", &json!({"taskId": id})).await;
    assert_eq!(late.json()["__type"], "InvalidOperationException");
}
