//! AWS::Lambda

use serde_json::{Value, json};
use wire::lambda::{
    GetAlias, GetCodeSigningConfig, GetFunctionConfiguration, GetFunctionEventInvokeConfig,
    GetFunctionUrlConfig, GetLayerVersionPolicy, GetProvisionedConcurrencyConfig,
    GetResourcePolicy, ListTags, PublishLayerVersion,
};

use super::{Bench, Row};
use crate::testing::zip_of;

const VERSION: &str = "AWS::Lambda::Version";

fn function(code: &str) -> Value {
    json!({
        "FunctionName": "f", "Runtime": "python3.12", "Handler": "index.handler",
        "Role": "arn:aws:iam::111111111111:role/worker",
        "Code": {"ZipFile": format!("def handler(event, context): return {code}")},
    })
}

/// A function with two versions.
async fn versions(bench: &Bench) {
    let made = bench
        .create("AWS::Lambda::Function", "Function", function("1"))
        .await;
    bench
        .create(VERSION, "One", json!({"FunctionName": "f"}))
        .await;
    bench.change(&made, "Function", &function("2")).await;
    bench
        .create(
            VERSION,
            "Two",
            json!({"FunctionName": made.attributes["Arn"]}),
        )
        .await;
}

#[tokio::test]
async fn a_function_tells_which_stack_it_belongs_to() {
    let bench = Bench::new().await;
    let made = bench
        .create("AWS::Lambda::Function", "Function", function("1"))
        .await;
    let place = json!({"Resource": made.attributes["Arn"]});
    let shown = bench.call::<ListTags>(place).await.unwrap();
    assert_eq!(
        shown["Tags"],
        json!({
            "owner": "bench",
            "aws:cloudformation:logical-id": "Function",
            "aws:cloudformation:stack-id":
                "arn:aws:cloudformation:us-east-1:111111111111:stack/bench/1",
            "aws:cloudformation:stack-name": "bench",
        })
    );
}

#[tokio::test]
async fn a_version_is_its_own() {
    let bench = Bench::new().await;
    let made = bench
        .create("AWS::Lambda::Function", "Function", function("1"))
        .await;
    let properties = json!({"FunctionName": "f", "Description": "first"});
    let one = bench.create(VERSION, "One", properties.clone()).await;
    assert_eq!(one.attributes["Version"], "1");
    assert_eq!(
        one.physical_id,
        format!("{}:1", made.attributes["Arn"].as_str().unwrap())
    );
    assert_eq!(
        bench
            .make((VERSION, "One"), &properties, true)
            .await
            .unwrap(),
        one
    );
    let refused = bench
        .refused(
            VERSION,
            json!({"FunctionName": "f", "Description": "second"}),
        )
        .await;
    assert!(
        refused.contains("A version for this Lambda function exists ( 1 ). Modify the function to create a new version."),
        "{refused}"
    );
    bench.change(&made, "Function", &function("2")).await;
    let provisioned = json!({
        "FunctionName": "f", "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": "3"},
    });
    let two = bench.create(VERSION, "Two", provisioned).await;
    let place = json!({"FunctionName": "f", "Qualifier": "2"});
    let config = bench
        .call::<GetProvisionedConcurrencyConfig>(place)
        .await
        .unwrap();
    assert_eq!(config["RequestedProvisionedConcurrentExecutions"], 3);
    for (version, id) in [(&one, "One"), (&two, "Two")] {
        bench.delete(version, id).await;
        bench.delete(version, id).await;
        let place = json!({"FunctionName": version.physical_id});
        assert!(bench.call::<GetFunctionConfiguration>(place).await.is_err());
    }
}

#[tokio::test]
async fn aliases_live() {
    let bench = Bench::new().await;
    versions(&bench).await;
    let made = bench
        .live::<GetAlias>(Row {
            kind: "AWS::Lambda::Alias",
            before: json!({"FunctionName": "f", "Name": "live", "FunctionVersion": "1", "Description": "d"}),
            after: json!({
                "FunctionName": "f", "Name": "live", "FunctionVersion": "2",
                "RoutingConfig": {"AdditionalVersionWeights": [{"FunctionVersion": "1", "FunctionWeight": 0.25}]},
            }),
            place: &|_| json!({"FunctionName": "f", "Name": "live"}),
            shows: [
                json!({"FunctionVersion": "1", "Description": "d", "RoutingConfig": null}),
                json!({
                    "FunctionVersion": "2", "Description": "",
                    "RoutingConfig": {"AdditionalVersionWeights": {"1": 0.25}},
                }),
            ],
        })
        .await;
    assert!(made.physical_id.ends_with(":function:f:live"));
    bench
        .live::<GetProvisionedConcurrencyConfig>(Row {
            kind: "AWS::Lambda::Alias",
            before: json!({
                "FunctionName": "f", "Name": "live", "FunctionVersion": "1",
                "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 1},
            }),
            after: json!({
                "FunctionName": "f", "Name": "live", "FunctionVersion": "1",
                "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 2},
            }),
            place: &|_| json!({"FunctionName": "f", "Qualifier": "live"}),
            shows: [
                json!({"RequestedProvisionedConcurrentExecutions": 1}),
                json!({"RequestedProvisionedConcurrentExecutions": 2}),
            ],
        })
        .await;
}

#[tokio::test]
async fn what_belongs_to_a_function_lives() {
    let bench = Bench::new().await;
    versions(&bench).await;
    let made = bench
        .live::<GetFunctionUrlConfig>(Row {
            kind: "AWS::Lambda::Url",
            before: json!({"TargetFunctionArn": "f", "AuthType": "NONE", "Cors": {"AllowOrigins": ["*"]}}),
            after: json!({"TargetFunctionArn": "f", "AuthType": "AWS_IAM", "InvokeMode": "RESPONSE_STREAM"}),
            place: &|_| json!({"FunctionName": "f"}),
            shows: [
                json!({"AuthType": "NONE", "Cors": {"AllowOrigins": ["*"]}, "InvokeMode": "BUFFERED"}),
                json!({"AuthType": "AWS_IAM", "InvokeMode": "RESPONSE_STREAM"}),
            ],
        })
        .await;
    assert!(
        made.attributes["FunctionUrl"]
            .as_str()
            .unwrap()
            .starts_with("http")
    );
    bench
        .live::<GetFunctionEventInvokeConfig>(Row {
            kind: "AWS::Lambda::EventInvokeConfig",
            before: json!({"FunctionName": "f", "Qualifier": "$LATEST", "MaximumRetryAttempts": 1}),
            after: json!({"FunctionName": "f", "Qualifier": "$LATEST", "MaximumEventAgeInSeconds": "60"}),
            place: &|_| json!({"FunctionName": "f"}),
            shows: [
                json!({"MaximumRetryAttempts": 1, "MaximumEventAgeInSeconds": null}),
                json!({"MaximumRetryAttempts": null, "MaximumEventAgeInSeconds": 60}),
            ],
        })
        .await;
    let publishers = json!({"SigningProfileVersionArns": [
        "arn:aws:signer:us-east-1:111111111111:/signing-profiles/a/0123456789"
    ]});
    bench
        .live::<GetCodeSigningConfig>(Row {
            kind: "AWS::Lambda::CodeSigningConfig",
            before: json!({"AllowedPublishers": publishers}),
            after: json!({
                "AllowedPublishers": publishers, "Description": "d",
                "CodeSigningPolicies": {"UntrustedArtifactOnDeployment": "Enforce"},
            }),
            place: &|arn| json!({"CodeSigningConfigArn": arn}),
            shows: [
                json!({"CodeSigningConfig": {"CodeSigningPolicies": {"UntrustedArtifactOnDeployment": "Warn"}}}),
                json!({"CodeSigningConfig": {
                    "Description": "d", "CodeSigningPolicies": {"UntrustedArtifactOnDeployment": "Enforce"},
                }}),
            ],
        })
        .await;
}

#[tokio::test]
async fn a_function_has_a_policy_of_its_own() {
    const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
    let bench = Bench::new().await;
    bench
        .create("AWS::Lambda::Function", "Function", function("1"))
        .await;
    let policy = |effect: &str| {
        let statement = json!({
            "Effect": effect, "Principal": {"Service": "sns.amazonaws.com"},
            "Action": "lambda:InvokeFunction", "Resource": ARN,
        });
        json!({"Version": "2012-10-17", "Statement": [statement]})
    };
    let row = |policy: Value| json!({"ResourceArn": ARN, "PolicyDocument": policy});
    let shown = |policy: &Value| json!({ "Policy": policy.to_string() });
    let (allow, deny) = (policy("Allow"), policy("Deny"));
    let made = bench
        .live::<GetResourcePolicy>(Row {
            kind: "AWS::Lambda::ResourcePolicy",
            before: row(allow.clone()),
            after: row(deny.to_string().into()),
            place: &|arn| json!({"ResourceArn": arn}),
            shows: [shown(&allow), shown(&deny)],
        })
        .await;
    assert_eq!(made.physical_id, ARN);
}

#[tokio::test]
async fn a_layer_is_shared() {
    let bench = Bench::new().await;
    let zip = zip_of(&[("python/a.py", "x = 1")]);
    let layer = json!({"LayerName": "l", "Content": {"ZipFile": zip}});
    let layer = bench.call::<PublishLayerVersion>(layer).await.unwrap();
    let arn = &layer["LayerVersionArn"];
    let row = json!({"LayerVersionArn": arn, "Action": "lambda:GetLayerVersion", "Principal": "*"});
    let made = bench
        .live::<GetLayerVersionPolicy>(Row {
            kind: "AWS::Lambda::LayerVersionPermission",
            before: row.clone(),
            after: row,
            place: &|_| json!({"LayerName": layer["LayerArn"], "VersionNumber": 1}),
            shows: [json!({}), json!({})],
        })
        .await;
    assert!(made.physical_id.starts_with(arn.as_str().unwrap()));
}
