//! `portcullis check` of a template of 5,000 lines: read, evaluated, judged by every rule.

use std::fmt::Write as _;
use std::time::Instant;

use anyhow::ensure;
use check::{File, Options};

use crate::table::{Aim, Row, Unit};

const LINES: usize = 5_000;
const RUNS: usize = 7;
const AIM_MILLIS: f64 = 300.0;

pub(super) fn measure() -> anyhow::Result<Vec<Row>> {
    let text = template();
    ensure!(
        text.lines().count() >= LINES,
        "the template is shorter than it is called"
    );
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let file = File {
            name: "template.yaml".to_owned(),
            text: text.clone(),
        };
        let start = Instant::now();
        let checked = check::check(vec![file], &Options::default(), &|_, _| None);
        times.push(start.elapsed().as_secs_f64() * 1e3);
        ensure!(
            checked.found.is_empty() && checked.unknown.is_empty(),
            "a sound template is not called sound"
        );
        ensure!(
            checked.not_checked.is_empty(),
            "the template was not analysed"
        );
    }
    times.sort_by(f64::total_cmp);
    let middle = times.get(RUNS / 2).copied().unwrap_or_default();
    let row = Row::new(
        format!("check a template of {LINES} lines"),
        Unit::Millis.of(middle),
    );
    Ok(vec![row.aim(Aim::AtMost(AIM_MILLIS))])
}

/// Functions behind one API, each with its role and its permission, within what a template may hold.
fn template() -> String {
    let mut text = "Resources:\n  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: api}}\n  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}\n  Prod: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Api, StageName: prod, DeploymentId: !Ref Deployment}}\n".to_owned();
    for number in 0..95 {
        let _ = write!(
            text,
            "  F{number}:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Role: !GetAtt Role{number}.Arn
      Environment:
        Variables:
{}
      Code:
        ZipFile: 'def handler(event, context): return {{}}'
  Role{number}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Effect: Allow
          Principal: {{Service: lambda.amazonaws.com}}
          Action: sts:AssumeRole
  Path{number}:
    Type: AWS::ApiGateway::Resource
    Properties:
      RestApiId: !Ref Api
      ParentId: !GetAtt Api.RootResourceId
      PathPart: path-{number}
  Get{number}:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Path{number}
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{F{number}.Arn}}/invocations
  Grant{number}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref F{number}
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{Api}}/*/GET/path-{number}
",
            (0..12).map(|n| format!("          V{n}: value-{n}")).collect::<Vec<_>>().join("\n")
        );
    }
    text
}
