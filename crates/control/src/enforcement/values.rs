//! A condition key has the value that the request, or the stored resource, has: a Deny on it hits,
//! and a Deny on another value does not.

use serde_json::json;
use wire::Service::{self, ApiGateway, Iam, Lambda, Logs};

use super::scene::Scene;

const URI: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations";
const LOG: &str = "arn:aws:logs:us-east-1:111111111111:log-group:access";
const POLICY: &str = "arn:aws:iam::111111111111:policy/p";

/// The operation, what is denied, the key, and a value that it has.
const HITS: &[(Service, &str, &str, &str, &str)] = &[
    (
        ApiGateway,
        "CreateRestApi",
        "apigateway:POST",
        "apigateway:Request/ApiName",
        "new",
    ),
    (
        ApiGateway,
        "CreateRestApi",
        "apigateway:POST",
        "apigateway:Request/DisableExecuteApiEndpoint",
        "true",
    ),
    (
        ApiGateway,
        "CreateRestApi",
        "apigateway:POST",
        "apigateway:Request/EndpointType",
        "REGIONAL",
    ),
    (
        ApiGateway,
        "CreateRestApi",
        "apigateway:POST",
        "aws:RequestTag/team",
        "blue",
    ),
    (
        ApiGateway,
        "CreateRestApi",
        "apigateway:GET",
        "aws:ResourceTag/team",
        "blue",
    ),
    (
        ApiGateway,
        "UpdateRestApi",
        "apigateway:PATCH",
        "apigateway:Request/ApiName",
        "other",
    ),
    (
        ApiGateway,
        "UpdateRestApi",
        "apigateway:PATCH",
        "apigateway:Request/EndpointType",
        "REGIONAL",
    ),
    (
        ApiGateway,
        "UpdateRestApi",
        "apigateway:PATCH",
        "apigateway:Resource/ApiName",
        "a",
    ),
    (
        ApiGateway,
        "UpdateRestApi",
        "apigateway:PATCH",
        "apigateway:Resource/EndpointType",
        "EDGE",
    ),
    (
        ApiGateway,
        "UpdateRestApi",
        "apigateway:PATCH",
        "apigateway:Resource/DisableExecuteApiEndpoint",
        "false",
    ),
    (
        ApiGateway,
        "UpdateRestApi",
        "apigateway:UpdateRestApiPolicy",
        "aws:ResourceTag/team",
        "blue",
    ),
    (
        ApiGateway,
        "DeleteRestApi",
        "apigateway:DELETE",
        "apigateway:Resource/ApiName",
        "a",
    ),
    (
        ApiGateway,
        "PutMethod",
        "apigateway:PUT",
        "apigateway:Request/RouteAuthorizationType",
        "AWS_IAM",
    ),
    (
        ApiGateway,
        "PutMethod",
        "apigateway:PUT",
        "apigateway:Request/ApiKeyRequired",
        "true",
    ),
    (
        ApiGateway,
        "UpdateMethod",
        "apigateway:PATCH",
        "apigateway:Request/RouteAuthorizationType",
        "AWS_IAM",
    ),
    (
        ApiGateway,
        "UpdateMethod",
        "apigateway:PATCH",
        "apigateway:Resource/RouteAuthorizationType",
        "NONE",
    ),
    (
        ApiGateway,
        "DeleteMethod",
        "apigateway:DELETE",
        "apigateway:Resource/ApiKeyRequired",
        "false",
    ),
    (
        ApiGateway,
        "ImportRestApi",
        "apigateway:POST",
        "apigateway:Request/RouteAuthorizationType",
        "CUSTOM",
    ),
    (
        ApiGateway,
        "ImportRestApi",
        "apigateway:POST",
        "apigateway:Request/AuthorizerUri",
        URI,
    ),
    (
        ApiGateway,
        "PutRestApi",
        "apigateway:PUT",
        "apigateway:Request/AuthorizerType",
        "TOKEN",
    ),
    (
        ApiGateway,
        "PutRestApi",
        "apigateway:PUT",
        "apigateway:Resource/RouteAuthorizationType",
        "NONE",
    ),
    (
        ApiGateway,
        "PutRestApi",
        "apigateway:UpdateRestApiPolicy",
        "aws:ResourceTag/team",
        "blue",
    ),
    (
        ApiGateway,
        "CreateAuthorizer",
        "apigateway:POST",
        "apigateway:Request/AuthorizerUri",
        URI,
    ),
    (
        ApiGateway,
        "UpdateAuthorizer",
        "apigateway:PATCH",
        "apigateway:Request/AuthorizerType",
        "REQUEST",
    ),
    (
        ApiGateway,
        "UpdateAuthorizer",
        "apigateway:PATCH",
        "apigateway:Resource/AuthorizerType",
        "TOKEN",
    ),
    (
        ApiGateway,
        "DeleteAuthorizer",
        "apigateway:DELETE",
        "apigateway:Resource/AuthorizerUri",
        URI,
    ),
    (
        ApiGateway,
        "UpdateStage",
        "apigateway:PATCH",
        "apigateway:Request/AccessLoggingDestination",
        LOG,
    ),
    (
        ApiGateway,
        "DeleteStage",
        "apigateway:DELETE",
        "apigateway:Resource/AccessLoggingDestination",
        LOG,
    ),
    (
        ApiGateway,
        "CreateDeployment",
        "apigateway:POST",
        "apigateway:Request/StageName",
        "prod",
    ),
    (
        ApiGateway,
        "TagResource",
        "apigateway:PUT",
        "aws:ResourceTag/team",
        "blue",
    ),
    (
        ApiGateway,
        "GetResources",
        "apigateway:GET",
        "aws:ResourceAccount",
        "111111111111",
    ),
    (
        ApiGateway,
        "GetResources",
        "apigateway:GET",
        "aws:ViaAWSService",
        "false",
    ),
    (
        Lambda,
        "AddPermission",
        "lambda:AddPermission",
        "lambda:InvokedViaFunctionUrl",
        "true",
    ),
    (
        Lambda,
        "AddPermission",
        "lambda:AddPermission",
        "lambda:Principal",
        "*",
    ),
    (
        Lambda,
        "RemovePermission",
        "lambda:RemovePermission",
        "lambda:Principal",
        "*",
    ),
    (
        Lambda,
        "RemovePermission",
        "lambda:RemovePermission",
        "lambda:FunctionUrlAuthType",
        "NONE",
    ),
    (
        Lambda,
        "CreateFunction",
        "lambda:CreateFunction",
        "aws:RequestTag/team",
        "blue",
    ),
    (
        Lambda,
        "GetFunction",
        "lambda:GetFunction",
        "aws:ResourceTag/team",
        "blue",
    ),
    (
        Iam,
        "CreateUser",
        "iam:CreateUser",
        "iam:PermissionsBoundary",
        POLICY,
    ),
    (
        Iam,
        "AttachRolePolicy",
        "iam:AttachRolePolicy",
        "iam:PermissionsBoundary",
        POLICY,
    ),
    (
        Iam,
        "AttachRolePolicy",
        "iam:AttachRolePolicy",
        "iam:PolicyARN",
        POLICY,
    ),
    (
        Iam,
        "GetUser",
        "iam:GetUser",
        "iam:ResourceTag/team",
        "blue",
    ),
    (
        Logs,
        "DeleteLogGroup",
        "logs:DeleteLogGroup",
        "aws:ResourceTag/team",
        "blue",
    ),
    (
        Logs,
        "CreateLogGroup",
        "logs:CreateLogGroup",
        "aws:TagKeys",
        "team",
    ),
];

/// Keys that an action does not have, so that a condition on them is never met.
const MISSES: &[(Service, &str, &str, &str, &str)] = &[
    (
        Iam,
        "GetUser",
        "iam:GetUser",
        "iam:PermissionsBoundary",
        POLICY,
    ),
    (
        Iam,
        "GetPolicy",
        "iam:GetPolicy",
        "iam:ResourceTag/team",
        "blue",
    ),
    (
        ApiGateway,
        "GetRestApi",
        "apigateway:GET",
        "apigateway:Resource/ApiName",
        "a",
    ),
];

/// Whether a Deny on the value hits, as the answer says: its status depends on the protocol.
async fn hits(scene: &Scene, action: &str, key: &str, value: &str) -> bool {
    let deny = json!({
        "Effect": "Deny", "Action": action, "Resource": "*",
        "Condition": {"ForAnyValue:StringEquals": {key: value}},
    });
    let allow = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
    let policy = json!({"Version": "2012-10-17", "Statement": [allow, deny]});
    scene.give(&policy.to_string()).await;
    let text = scene.call().await.text();
    text.contains("with an explicit deny in an identity-based policy")
}

#[tokio::test]
async fn a_denial_on_a_key_hits_the_value_that_it_has() {
    for (service, operation, action, key, value) in HITS {
        let scene = Scene::of(*service, operation).await;
        assert!(hits(&scene, action, key, value).await, "{operation} {key}");
        let other = hits(&scene, action, key, "something else").await;
        assert!(!other, "{operation} {key}");
    }
}

#[tokio::test]
async fn a_key_that_an_action_does_not_have_is_not_set() {
    for (service, operation, action, key, value) in MISSES {
        let scene = Scene::of(*service, operation).await;
        assert!(!hits(&scene, action, key, value).await, "{operation} {key}");
    }
}
