//! The transform as a whole, on templates of our own. What is expected was made by AWS's translator (release 1.115 of
//! `aws-sam-translator`).

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{Options, Problem, transform};
use crate::Template;

fn options() -> Options {
    Options {
        region: "eu-west-1".to_owned(),
        parameters: BTreeMap::new(),
        application_url: None,
        unsupported: super::Unsupported::Refused,
    }
}

fn made(resources: &str) -> Result<Template, Vec<Problem>> {
    let text = format!("Transform: AWS::Serverless-2016-10-31\n{resources}");
    transform(&Template::parse(text.as_bytes()).unwrap(), &options())
}

/// Ids with their types, and what stands at some places.
#[track_caller]
fn check(resources: &str, ids: &[(&str, &str)], places: &[(&str, Json)]) {
    let template = made(resources).unwrap();
    let mut found: Vec<(&str, &str)> = template
        .resources()
        .map(|resource| (id_of(&resource), resource.kind))
        .collect();
    found.sort_unstable();
    let mut expected = ids.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let whole = template.root().to_json();
    for (pointer, value) in places {
        assert_eq!(whole.pointer(pointer), Some(value), "{pointer}");
    }
}

/// Ids of deployments change with every letter of a definition.
fn id_of<'a>(resource: &crate::Resource<'a>) -> &'a str {
    if resource.kind == "AWS::ApiGateway::Deployment" {
        return "DEPLOYMENT";
    }
    resource.id
}

#[track_caller]
fn check_problem(resources: &str, id: &str, reason: &str) {
    let problems = made(resources).unwrap_err();
    let found = problems.first().unwrap();
    assert_eq!(found.id.as_deref(), Some(id));
    assert!(found.reason.contains(reason), "{}", found.reason);
    assert!(found.position.is_some(), "{found:?}");
}

const FUNCTION: &str = "
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: i.h, Runtime: python3.12, InlineCode: x";

#[test]
fn a_function_has_a_role_and_its_events_have_permissions() {
    check(
        &format!(
            "Resources:{FUNCTION}, AutoPublishAlias: live, Events: {{Get: {{Type: Api, Properties: {{Path: '/a/{{id}}', Method: get}}}}, Tick: {{Type: Schedule, Properties: {{Schedule: rate(1 hour)}}}}}}}}"
        ),
        &[
            ("Fn", "AWS::Lambda::Function"),
            ("FnRole", "AWS::IAM::Role"),
            ("FnVersion5168f5ed55", "AWS::Lambda::Version"),
            ("FnAliaslive", "AWS::Lambda::Alias"),
            ("FnGetPermissionProd", "AWS::Lambda::Permission"),
            ("FnTick", "AWS::Events::Rule"),
            ("FnTickPermission", "AWS::Lambda::Permission"),
            ("ServerlessRestApi", "AWS::ApiGateway::RestApi"),
            ("DEPLOYMENT", "AWS::ApiGateway::Deployment"),
            ("ServerlessRestApiProdStage", "AWS::ApiGateway::Stage"),
        ],
        &[
            (
                "/Resources/FnGetPermissionProd/Properties/SourceArn",
                json!({"Fn::Sub": [
                    "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/GET/a/*",
                    {"__ApiId__": {"Ref": "ServerlessRestApi"}, "__Stage__": "*"},
                ]}),
            ),
            (
                "/Resources/FnGetPermissionProd/Properties/FunctionName",
                json!({"Ref": "FnAliaslive"}),
            ),
            (
                "/Resources/ServerlessRestApi/Properties/Body/paths/~1a~1{id}/get/x-amazon-apigateway-integration/uri/Fn::Sub",
                json!(
                    "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FnAliaslive}/invocations"
                ),
            ),
        ],
    );
}

#[test]
fn an_api_has_authorizers_and_may_invoke_them() {
    check(
        &format!(
            "Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Auth:
        DefaultAuthorizer: Guard
        Authorizers: {{Guard: {{FunctionArn: !GetAtt Fn.Arn, Identity: {{ReauthorizeEvery: 0}}}}}}{FUNCTION}, Role: 'arn:aws:iam::1:role/r', Events: {{Get: {{Type: Api, Properties: {{Path: /, Method: any, RestApiId: !Ref Api}}}}}}}}"
        ),
        &[
            ("Fn", "AWS::Lambda::Function"),
            ("FnGetPermissionv1", "AWS::Lambda::Permission"),
            ("Api", "AWS::ApiGateway::RestApi"),
            ("ApiGuardAuthorizerPermission", "AWS::Lambda::Permission"),
            ("DEPLOYMENT", "AWS::ApiGateway::Deployment"),
            ("Apiv1Stage", "AWS::ApiGateway::Stage"),
        ],
        &[
            (
                "/Resources/Api/Properties/Body/paths/~1/x-amazon-apigateway-any-method/security",
                json!([{"Guard": []}]),
            ),
            (
                "/Resources/Api/Properties/Body/securityDefinitions/Guard/x-amazon-apigateway-authorizer/authorizerResultTtlInSeconds",
                json!(0),
            ),
        ],
    );
}

#[test]
fn globals_policies_and_layers_are_what_aws_makes_of_them() {
    check(
        &format!(
            "Globals: {{Function: {{Timeout: 7, Environment: {{Variables: {{A: 1}}}}}}}}
Resources:
  Layer: {{Type: AWS::Serverless::LayerVersion, Properties: {{ContentUri: 's3://b/k?versionId=3'}}}}{FUNCTION}, Environment: {{Variables: {{B: 2}}}}, Layers: [!Ref Layer], Policies: [AWSLambdaRole, {{DynamoDBReadPolicy: {{TableName: t}}}}]}}"
        ),
        &[
            ("Fn", "AWS::Lambda::Function"),
            ("FnRole", "AWS::IAM::Role"),
            ("Layerec71b743f8", "AWS::Lambda::LayerVersion"),
        ],
        &[
            ("/Resources/Fn/Properties/Timeout", json!(7)),
            (
                "/Resources/Fn/Properties/Environment/Variables",
                json!({"A": 1, "B": 2}),
            ),
            (
                "/Resources/Fn/Properties/Layers/0/Ref",
                json!("Layerec71b743f8"),
            ),
            (
                "/Resources/FnRole/Properties/ManagedPolicyArns",
                json!([
                    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
                    "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
                ]),
            ),
        ],
    );
}

#[test]
fn what_cannot_be_transformed_is_refused_with_its_place() {
    check_problem(
        "Resources: {S: {Type: AWS::Serverless::StateMachine}}",
        "S",
        "AWS::Serverless::StateMachine is not supported",
    );
    check_problem(
        &format!("Resources:{FUNCTION}, Nonsense: 1}}"),
        "Fn",
        "property Nonsense not defined",
    );
    check_problem(
        "Resources: {A: {Type: AWS::Serverless::Api}}",
        "A",
        "Missing required property 'StageName'",
    );
    check_problem(
        &format!("Resources:{FUNCTION}, Policies: [{{DynamoDBReadPolicy: {{}}}}]}}"),
        "Fn",
        "TableName",
    );
}

#[test]
fn what_is_taken_over_keeps_its_place() {
    let template = made(&format!(
        "Resources:{FUNCTION}, Description: my own words}}"
    ))
    .unwrap();
    let function = template.resource("Fn").unwrap();
    let described = function.properties().unwrap().get("Description").unwrap();
    assert_eq!(described.position.line, 5);
    assert_eq!(function.id_span.start.line, 3);
    let role = template.resource("FnRole").unwrap();
    assert_eq!(role.id_span.start.line, 3);
}
