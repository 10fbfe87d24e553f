//! Deliveries, destinations and kept queries, as AWS shows them.

use super::*;

const FILE: &str = "test_logs_delivery";
const DISTRIBUTION: &str = "arn:aws:cloudfront::111111111111:distribution/E1Q5F5862X9VJ5";

fn destination_arn(name: &str) -> String {
    format!("arn:aws:logs:{REGION}:{ACCOUNT}:delivery-destination:{name}")
}

/// What the recordings call by these names.
fn renamed(answer: &Answer, names: &[(&str, &str)]) -> Answer {
    let mut text = answer.text();
    for (ours, theirs) in names {
        text = text.replace(ours, theirs);
    }
    Answer {
        status: answer.status,
        headers: answer.headers.clone(),
        body: text.into(),
    }
}

async fn with_both(logs: &Logs) {
    let source = json!({"name": "src", "resourceArn": DISTRIBUTION, "logType": "ACCESS_LOGS"});
    logs.call("PutDeliverySource", &source).await.ok();
    let to = json!({"destinationResourceArn": "arn:aws:s3:::bucket"});
    let destination = json!({"name": "dst", "deliveryDestinationConfiguration": to});
    logs.call("PutDeliveryDestination", &destination).await.ok();
}

#[tokio::test]
async fn a_source_is_shown_with_its_tags_to_whom_makes_it() {
    let logs = Logs::new().await;
    let mut source = json!({
        "name": "src", "resourceArn": DISTRIBUTION, "logType": "ACCESS_LOGS",
        "tags": {"key1": "value1"},
    });
    let put = logs.call("PutDeliverySource", &source).await;
    let names = [("src", "<source-name>")];
    let put = renamed(&put, &names);
    check(
        FILE,
        "test_put_delivery_source",
        "put-delivery-source",
        &put,
    );
    source.as_object_mut().unwrap().remove("tags");
    logs.call("PutDeliverySource", &source).await.ok();
    let get = logs
        .call("GetDeliverySource", &json!({"name": "src"}))
        .await;
    let get = renamed(&get, &names);
    check(
        FILE,
        "test_get_delivery_source",
        "get-delivery-source",
        &get,
    );
    let bucket = json!({"name": "b", "resourceArn": "arn:aws:s3:::b", "logType": "ACCESS_LOGS"});
    let refused = logs.call("PutDeliverySource", &bucket).await;
    check(
        FILE,
        "test_put_delivery_source_invalid_resource",
        "error-invalid-resource",
        &refused,
    );
}

#[tokio::test]
async fn a_delivery_joins_a_source_with_a_destination() {
    let logs = Logs::new().await;
    with_both(&logs).await;
    let plain =
        json!({"deliverySourceName": "src", "deliveryDestinationArn": destination_arn("dst")});
    let made = logs.call("CreateDelivery", &plain).await.ok();
    let id = made["delivery"]["id"].as_str().unwrap().to_owned();
    let names = [
        (id.as_str(), "<id:1>"),
        ("\"src\"", "\"<source>\""),
        (":dst", ":<destination>"),
    ];
    let get = logs.call("GetDelivery", &json!({"id": id})).await;
    check(
        FILE,
        "test_get_delivery",
        "get-delivery",
        &renamed(&get, &names),
    );
    for (operation, input, code) in [
        ("CreateDelivery", plain, "ConflictException"),
        (
            "DeleteDeliverySource",
            json!({"name": "src"}),
            "ConflictException",
        ),
        (
            "DeleteDeliveryDestination",
            json!({"name": "dst"}),
            "ConflictException",
        ),
        (
            "CreateDelivery",
            json!({"deliverySourceName": "no", "deliveryDestinationArn": destination_arn("dst")}),
            "ResourceNotFoundException",
        ),
    ] {
        let answer = logs.call(operation, &input).await;
        assert_eq!(
            answer.json()["__type"],
            code,
            "{operation} {}",
            answer.text()
        );
    }
    logs.call("DeleteDelivery", &json!({"id": id})).await.ok();
    let gone = logs.call("GetDelivery", &json!({"id": id})).await;
    check(FILE, "test_delete_delivery", "error-after-delete", &gone);
    logs.call("DeleteDeliverySource", &json!({"name": "src"}))
        .await
        .ok();
    logs.call("DeleteDeliveryDestination", &json!({"name": "dst"}))
        .await
        .ok();
}

#[tokio::test]
async fn a_delivery_is_made_and_changed_as_it_is_asked_for() {
    let logs = Logs::new().await;
    with_both(&logs).await;
    let asked = json!({
        "deliverySourceName": "src", "deliveryDestinationArn": destination_arn("dst"),
        "recordFields": ["date"], "fieldDelimiter": ",", "tags": {"key1": "value1"},
        "s3DeliveryConfiguration": {
            "suffixPath": "AWSLogs/111111111111/CloudFront/", "enableHiveCompatiblePath": true,
        },
    });
    let made = logs.call("CreateDelivery", &asked).await;
    let id = made.json()["delivery"]["id"].as_str().unwrap().to_owned();
    let names = [
        (id.as_str(), "<id:1>"),
        ("\"src\"", "\"<source>\""),
        (":dst", ":<destination>"),
    ];
    check(
        FILE,
        "test_create_delivery",
        "create-delivery",
        &renamed(&made, &names),
    );
    let change =
        json!({"id": id, "recordFields": ["time"], "s3DeliveryConfiguration": {"suffixPath": "x"}});
    logs.call("UpdateDeliveryConfiguration", &change).await.ok();
    let shown = logs.call("GetDelivery", &json!({"id": id})).await.ok();
    assert_eq!(shown["delivery"]["recordFields"], json!(["time"]));
    let s3 = json!({"suffixPath": "x", "enableHiveCompatiblePath": true});
    assert_eq!(shown["delivery"]["s3DeliveryConfiguration"], s3);
}

#[tokio::test]
async fn a_destination_has_a_policy_and_tags() {
    let logs = Logs::new().await;
    logs.world.role("reader", "{}").await;
    let role = format!("arn:aws:iam::{ACCOUNT}:role/reader");
    let target = format!("arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/s");
    let put = json!({
        "destinationName": "dest", "targetArn": target, "roleArn": role, "tags": {"key1": "val1"},
    });
    let made = logs.call("PutDestination", &put).await.ok();
    let arn = made["destination"]["arn"].clone();
    assert_eq!(
        arn,
        format!("arn:aws:logs:{REGION}:{ACCOUNT}:destination:dest")
    );
    let policy = json!({"destinationName": "dest", "accessPolicy": "{}"});
    logs.call("PutDestinationPolicy", &policy).await.ok();
    let more = json!({"resourceArn": arn, "tags": {"key2": "val2"}});
    logs.call("TagResource", &more).await.ok();
    let less = json!({"resourceArn": arn, "tagKeys": ["key1"]});
    logs.call("UntagResource", &less).await.ok();
    let tags = logs
        .call("ListTagsForResource", &json!({"resourceArn": arn}))
        .await;
    assert_eq!(tags.ok()["tags"], json!({"key2": "val2"}));
    let asked = json!({"DestinationNamePrefix": "de"});
    let described = logs.call("DescribeDestinations", &asked).await.ok();
    assert_eq!(described["destinations"][0]["accessPolicy"], "{}");
    logs.call("DeleteDestination", &json!({"destinationName": "dest"}))
        .await
        .ok();
    let again = logs
        .call("DeleteDestination", &json!({"destinationName": "dest"}))
        .await;
    assert_eq!(again.json()["__type"], "ResourceNotFoundException");
}

#[tokio::test]
async fn a_query_is_kept_under_a_name() {
    let logs = Logs::new().await;
    let put = json!({"name": "folder/errors", "queryString": "fields @message"});
    let id = logs.call("PutQueryDefinition", &put).await.ok()["queryDefinitionId"].clone();
    let change = json!({"name": "errors", "queryString": "limit 1", "queryDefinitionId": id});
    logs.call("PutQueryDefinition", &change).await.ok();
    let asked = json!({"queryDefinitionNamePrefix": "err"});
    let all = logs.call("DescribeQueryDefinitions", &asked).await.ok();
    assert_eq!(all["queryDefinitions"][0]["queryString"], "limit 1");
    let delete = json!({"queryDefinitionId": id});
    let deleted = logs.call("DeleteQueryDefinition", &delete).await.ok();
    assert_eq!(deleted["success"], true);
    let again = logs.call("DeleteQueryDefinition", &delete).await;
    assert_eq!(again.json()["__type"], "ResourceNotFoundException");
}
