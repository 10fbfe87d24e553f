//! AWS::S3, AWS::SSM and AWS::ECR

use serde_json::{Value, json};
use wire::s3::{
    GetBucketCors, GetBucketEncryption, GetBucketLifecycleConfiguration, GetBucketPolicy,
    GetBucketTagging, GetBucketVersioning, GetPublicAccessBlock, ListBuckets,
};
use wire::ssm::{GetParameter, ListTagsForResource};

use super::{Bench, Row};

#[tokio::test]
async fn buckets_live() {
    let bench = Bench::new().await;
    let before = json!({
        "VersioningConfiguration": {"Status": "Enabled"},
        "PublicAccessBlockConfiguration": {"BlockPublicAcls": "true", "BlockPublicPolicy": true,
            "IgnorePublicAcls": true, "RestrictPublicBuckets": true},
        "BucketEncryption": {"ServerSideEncryptionConfiguration": [
            {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}
        ]},
        "Tags": [{"Key": "a", "Value": "1"}],
    });
    let after = json!({
        "CorsConfiguration": {"CorsRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAge": "10"}]},
        "LifecycleConfiguration": {"Rules": [{
            "Id": "old", "Status": "Enabled",
            "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
            "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1},
        }]},
    });
    let row = |shows: [Value; 2]| Row {
        kind: "AWS::S3::Bucket",
        before: before.clone(),
        after: after.clone(),
        place: &|name| json!({"Bucket": name}),
        shows,
    };
    let status = |status: &str| json!({"Status": status});
    let made = bench
        .live::<GetBucketVersioning>(row([status("Enabled"), status("Suspended")]))
        .await;
    assert!(
        made.physical_id.starts_with("bench-thing-"),
        "{}",
        made.physical_id
    );
    assert_eq!(
        made.attributes["Arn"],
        format!("arn:aws:s3:::{}", made.physical_id)
    );
    bench
        .live::<GetBucketTagging>(row([
            json!({"TagSet": [{"Key": "a", "Value": "1"}, {"Key": "owner", "Value": "bench"}]}),
            json!({"TagSet": [{"Key": "owner", "Value": "bench"}]}),
        ]))
        .await;
    let made = bench
        .create("AWS::S3::Bucket", "Other", before.clone())
        .await;
    let place = json!({"Bucket": made.physical_id});
    let block = bench
        .call::<GetPublicAccessBlock>(place.clone())
        .await
        .unwrap();
    assert_eq!(
        block["PublicAccessBlockConfiguration"]["BlockPublicAcls"],
        true
    );
    let rules = bench
        .call::<GetBucketEncryption>(place.clone())
        .await
        .unwrap();
    let rule = &rules["ServerSideEncryptionConfiguration"]["Rules"][0];
    assert_eq!(
        rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"],
        "AES256"
    );
    bench.change(&made, "Other", &after).await;
    let cors = bench.call::<GetBucketCors>(place.clone()).await.unwrap();
    assert_eq!(cors["CORSRules"][0]["MaxAgeSeconds"], 10);
    let lifecycle = bench
        .call::<GetBucketLifecycleConfiguration>(place)
        .await
        .unwrap();
    assert_eq!(
        lifecycle["Rules"][0]["NoncurrentVersionExpiration"]["NoncurrentDays"],
        30
    );
}

#[tokio::test]
async fn a_website_is_not_served() {
    let bench = Bench::new().await;
    let refused = bench
        .refused(
            "AWS::S3::Bucket",
            json!({"WebsiteConfiguration": {"IndexDocument": "a"}}),
        )
        .await;
    assert_eq!(
        refused,
        "Encountered unsupported property WebsiteConfiguration"
    );
}

#[tokio::test]
async fn policies_of_buckets_live() {
    let bench = Bench::new().await;
    bench
        .create(
            "AWS::S3::Bucket",
            "Bucket",
            json!({"BucketName": "the-bucket"}),
        )
        .await;
    let document = |action: &str| {
        json!({"Version": "2012-10-17", "Statement": [{
            "Effect": "Deny", "Principal": "*", "Action": action, "Resource": "arn:aws:s3:::the-bucket/*",
        }]})
    };
    let policy = |action: &str| json!({"Bucket": "the-bucket", "PolicyDocument": document(action)});
    let shown = |action: &str| json!({"Policy": document(action).to_string()});
    bench
        .live::<GetBucketPolicy>(Row {
            kind: "AWS::S3::BucketPolicy",
            before: policy("s3:PutObject"),
            after: policy("s3:GetObject"),
            place: &|name| json!({"Bucket": name}),
            shows: [shown("s3:PutObject"), shown("s3:GetObject")],
        })
        .await;
    let buckets = bench.call::<ListBuckets>(json!({})).await.unwrap();
    assert_eq!(buckets["Buckets"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn parameters_live() {
    let bench = Bench::new().await;
    let before = json!({"Name": "/a/b", "Type": "String", "Value": 1, "Tags": {"a": "1"}});
    let after = json!({"Name": "/a/b", "Type": "String", "Value": "2", "Description": "d", "Tags": {"b": "2"}});
    let made = bench
        .live::<GetParameter>(Row {
            kind: "AWS::SSM::Parameter",
            before: before.clone(),
            after: after.clone(),
            place: &|name| json!({"Name": name}),
            shows: [
                json!({"Parameter": {"Value": "1", "Type": "String"}}),
                json!({"Parameter": {"Value": "2"}}),
            ],
        })
        .await;
    assert_eq!(made.attributes["Value"], "1");
    let made = bench.create("AWS::SSM::Parameter", "Tagged", before).await;
    let tags = async || {
        let place = json!({"ResourceType": "Parameter", "ResourceId": "/a/b"});
        let shown = bench.call::<ListTagsForResource>(place).await.unwrap();
        let mut tags = shown["TagList"].as_array().unwrap().clone();
        tags.retain(|tag| !tag["Key"].as_str().unwrap().starts_with("aws:"));
        json!(tags)
    };
    let tag = |key: &str, value: &str| json!({"Key": key, "Value": value});
    assert_eq!(tags().await, json!([tag("a", "1"), tag("owner", "bench")]));
    bench.change(&made, "Tagged", &after).await;
    assert_eq!(tags().await, json!([tag("b", "2"), tag("owner", "bench")]));
    let unnamed = json!({"Type": "String", "Value": "v"});
    let made = bench
        .create("AWS::SSM::Parameter", "Unnamed", unnamed)
        .await;
    assert!(
        made.physical_id.starts_with("CFN-Unnamed-"),
        "{}",
        made.physical_id
    );
}

#[tokio::test]
async fn what_lives_elsewhere_wants_an_endpoint() {
    let bench = Bench::new().await;
    let table = json!({"KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}]});
    for (kind, properties, flag) in [
        ("AWS::DynamoDB::Table", table, "--upstream dynamodb=URL"),
        ("AWS::SQS::Queue", json!({}), "--upstream sqs=URL"),
        (
            "AWS::Events::Rule",
            json!({"EventPattern": {"source": ["a"]}}),
            "--upstream events=URL",
        ),
        ("AWS::SNS::Topic", json!({}), "--upstream sns=URL"),
    ] {
        let refused = bench.refused(kind, properties).await;
        assert!(refused.contains(flag), "{refused}");
    }
}

#[tokio::test]
async fn a_repository_is_a_record() {
    let bench = Bench::new().await;
    let row = json!({"RepositoryName": "images", "ImageTagMutability": "IMMUTABLE"});
    let made = bench.create("AWS::ECR::Repository", "Images", row).await;
    assert_eq!(
        made.attributes["Arn"],
        "arn:aws:ecr:us-east-1:111111111111:repository/images"
    );
    bench.delete(&made, "Images").await;
}
