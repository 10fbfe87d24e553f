"""CloudFormation with whole applications: an API with a Lambda authorizer and a backend, as a template and as SAM,
without and with the permissions; templates that lie in buckets; nested stacks. The tests share a server."""

import json

import pytest
from botocore.exceptions import ClientError

from kit.functions import AUTHORIZER, zipped
from kit.house import unique
from kit.http import CONFIGURATION, call, check_refused
from kit.shell import Shell
from kit.stacks import Stacks, function, resources, role

BACKEND = """
import json
def handler(event, context):
    return {"statusCode": 200, "body": json.dumps({"hello": event["path"]})}
"""


@pytest.fixture(scope="module")
def stacks(house):
    return Stacks(house)


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def bucket(house):
    house.client("s3").create_bucket(Bucket="artifacts")
    return "artifacts"


@pytest.fixture
def put(house, bucket):
    """Puts an object into the bucket, and gives its address."""

    def put(body, key=None):
        key = key or unique("object")
        body = (
            body
            if isinstance(body, bytes)
            else (body if isinstance(body, str) else json.dumps(body)).encode()
        )
        house.client("s3").put_object(Bucket=bucket, Key=key, Body=body)
        return f"https://{bucket}.s3.us-east-1.amazonaws.com/{key}"

    return put


def uri(name):
    path = "lambda:path/2015-03-31/functions/${" + name + ".Arn}/invocations"
    return {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:" + path}


def application():
    """No permission at all."""
    method = {
        "RestApiId": {"Ref": "Api"},
        "ResourceId": {"Ref": "Pets"},
        "HttpMethod": "GET",
        "AuthorizationType": "CUSTOM",
        "AuthorizerId": {"Ref": "Guard"},
        "Integration": {"Type": "AWS_PROXY", "IntegrationHttpMethod": "POST", "Uri": uri("Backend")},
    }
    template = resources(
        Role=role(),
        Backend=function(BACKEND),
        Authorizer=function(AUTHORIZER),
        Api={"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": {"Ref": "AWS::StackName"}}},
        Pets={
            "Type": "AWS::ApiGateway::Resource",
            "Properties": {
                "RestApiId": {"Ref": "Api"},
                "ParentId": {"Fn::GetAtt": ["Api", "RootResourceId"]},
                "PathPart": "pets",
            },
        },
        Guard={
            "Type": "AWS::ApiGateway::Authorizer",
            "Properties": {
                "Name": "guard",
                "RestApiId": {"Ref": "Api"},
                "Type": "TOKEN",
                "IdentitySource": "method.request.header.Authorization",
                "AuthorizerResultTtlInSeconds": 0,
                "AuthorizerUri": uri("Authorizer"),
            },
        },
        Method={"Type": "AWS::ApiGateway::Method", "Properties": method},
        Deployment={
            "Type": "AWS::ApiGateway::Deployment",
            "DependsOn": "Method",
            "Properties": {"RestApiId": {"Ref": "Api"}},
        },
        Stage={
            "Type": "AWS::ApiGateway::Stage",
            "Properties": {
                "RestApiId": {"Ref": "Api"},
                "DeploymentId": {"Ref": "Deployment"},
                "StageName": "prod",
            },
        },
    )
    template["Outputs"] = {"Api": {"Value": {"Ref": "Api"}}}
    return template


def permission(name):
    return {
        "Type": "AWS::Lambda::Permission",
        "Properties": {
            "Action": "lambda:InvokeFunction",
            "FunctionName": {"Ref": name},
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*"},
        },
    }


def pets(server, api, token="allow"):
    return call(server, api, "/pets", headers={"Authorization": token})


def test_permissions_decide_whether_an_application_works(server, house, stacks):
    name = unique("app")
    template = application()
    assert stacks.create(name, template) == "CREATE_COMPLETE", stacks.events(name)[-6:]
    api = stacks.outputs(name)["Api"]
    assert pets(server, api).status_code == 500
    template["Resources"]["MayAuthorize"] = permission("Authorizer")
    assert stacks.update(name, template) == "UPDATE_COMPLETE"
    check_refused(pets(server, api), CONFIGURATION)
    template["Resources"]["MayInvoke"] = permission("Backend")
    assert stacks.update(name, template) == "UPDATE_COMPLETE"
    answer = pets(server, api)
    assert (answer.status_code, answer.json()) == (200, {"hello": "/pets"})
    assert stacks.delete(name) == "DELETE_COMPLETE"
    assert house.apigateway.get_rest_apis()["items"] == []
    assert house.lambda_.list_functions()["Functions"] == []


SAM = """
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {Runtime: python3.12, Timeout: 10}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth:
        DefaultAuthorizer: Guard
        Authorizers:
          Guard: {FunctionArn: !GetAtt Authorizer.Arn, Identity: {ReauthorizeEvery: 0}}
  Authorizer:
    Type: AWS::Serverless::Function
    Properties: {Handler: index.handler, InlineCode: %s}
  Backend:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      InlineCode: %s
      Events:
        Pets: {Type: Api, Properties: {Path: /pets, Method: get, RestApiId: !Ref Api}}
Outputs:
  Api: {Value: !Ref Api}
"""


def test_the_cli_deploys_sam(server, house, stacks, shell, tmp_path):
    path = tmp_path / "template.yaml"
    path.write_text(SAM % (json.dumps(AUTHORIZER), json.dumps(BACKEND)))
    deploy = (
        f"aws cloudformation deploy --stack-name sam --template-file {path} "
        "--capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND"
    )
    shell.pipe(deploy)
    assert stacks.status("sam") == "CREATE_COMPLETE"
    api = stacks.outputs("sam")["Api"]
    answer = pets(server, api)
    assert (answer.status_code, answer.json()) == (200, {"hello": "/pets"})
    path.write_text(path.read_text().replace("hello", "bye"))
    shell.pipe(deploy)
    assert pets(server, api).json() == {"bye": "/pets"}
    assert stacks.delete("sam") == "DELETE_COMPLETE"
    assert house.apigateway.get_rest_apis()["items"] == []


def test_a_zip_that_is_none_takes_the_stack_back(stacks, house, put, bucket):
    put(b"no zip at all", "broken.zip")
    broken = function("")
    broken["Properties"]["Code"] = {"S3Bucket": bucket, "S3Key": "broken.zip"}
    name = unique("stack")
    assert stacks.create(name, resources(Role=role(), Function=broken)) == "ROLLBACK_COMPLETE"
    assert "Could not unzip uploaded file." in stacks.reason(name, "Function")
    put(zipped(index__py="def handler(event, context): return 7"), "whole.zip")
    broken["Properties"]["Code"]["S3Key"] = "whole.zip"
    name = unique("stack")
    assert stacks.create(name, resources(Role=role(), Function=broken)) == "CREATE_COMPLETE"
    assert stacks.delete(name) == "DELETE_COMPLETE"


def test_templates_lie_in_buckets_and_hold_others(stacks, house, put):
    child = resources(Role=role(Description={"Ref": "Text"}))
    child["Parameters"] = {"Text": {"Type": "String"}}
    child["Outputs"] = {"Name": {"Value": {"Ref": "Role"}}}
    address = put(child)

    def parent(text):
        nested = {"TemplateURL": address, "Parameters": {"Text": text}}
        template = resources(Child={"Type": "AWS::CloudFormation::Stack", "Properties": nested})
        template["Outputs"] = {"Role": {"Value": {"Fn::GetAtt": ["Child", "Outputs.Name"]}}}
        return put(template)

    name = unique("parent")
    more = {"StackName": name, "Capabilities": ["CAPABILITY_IAM"]}
    stacks.client.create_stack(TemplateURL=parent("one"), **more)
    assert stacks.settled(name) == "CREATE_COMPLETE", stacks.events(name)
    made = stacks.outputs(name)["Role"]
    assert house.iam.get_role(RoleName=made)["Role"]["Description"] == "one"
    stacks.client.update_stack(TemplateURL=parent("two"), **more)
    assert stacks.settled(name) == "UPDATE_COMPLETE"
    assert house.iam.get_role(RoleName=made)["Role"]["Description"] == "two"
    all_stacks = stacks.client.describe_stacks()["Stacks"]
    (nested,) = [found for found in all_stacks if found.get("ParentId")]
    assert nested["RootId"] == nested["ParentId"]
    assert stacks.delete(name) == "DELETE_COMPLETE"
    assert stacks.client.describe_stacks()["Stacks"] == [
        found for found in all_stacks if not found["StackName"].startswith(name)
    ]


def test_a_nested_stack_that_fails_takes_its_parent_back(stacks, house, put):
    address = put(resources(Role=role(ManagedPolicyArns=["arn:aws:iam::aws:policy/None"])))
    nested = {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": address}}
    name = unique("parent")
    before = house.iam.list_roles()["Roles"]
    assert stacks.create(name, resources(Child=nested, Role=role())) == "ROLLBACK_COMPLETE"
    reason = stacks.reason(name, "Child")
    assert reason.startswith("Embedded stack arn:aws:cloudformation:") and (
        "was not successfully created: The following resource(s) failed to create: [Role]." in reason
    )
    assert house.iam.list_roles()["Roles"] == before


def test_what_cannot_be_read_of_a_bucket_is_told(stacks, put, bucket):
    for address, part in [
        (f"https://{bucket}.s3.amazonaws.com/none", "S3 error: The specified key does not exist."),
        ("https://example.com", "TemplateURL must be a supported URL."),
    ]:
        with pytest.raises(ClientError) as refused:
            stacks.client.create_stack(StackName=unique("stack"), TemplateURL=address)
        assert part in str(refused.value)


def test_snippets_parameters_and_secrets_come_from_elsewhere(stacks, house, put):
    put({"Extra": role(Description="snippet")}, "snippet.json")
    house.client("ssm").put_parameter(Name="/app/text", Value="held", Type="String")
    template = resources(
        Role=role(Description={"Ref": "Text"}),
        Other=role(Description="{{resolve:ssm:/app/text}}-x", RoleName={"Ref": "Secret"}),
    )
    template["Resources"]["Fn::Transform"] = {
        "Name": "AWS::Include",
        "Parameters": {"Location": "s3://artifacts/snippet.json"},
    }
    template["Parameters"] = {
        "Text": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/app/text"},
        "Secret": {"Type": "String", "NoEcho": True},
    }
    name = unique("stack")
    parameters = [{"ParameterKey": "Secret", "ParameterValue": "very-secret"}]
    assert stacks.create(name, template, Parameters=parameters) == "CREATE_COMPLETE", stacks.events(name)
    roles = {found["RoleName"]: found.get("Description") for found in house.iam.list_roles()["Roles"]}
    assert sorted(text for text in roles.values() if text) == ["held", "held-x", "snippet"]
    shown = stacks.client.describe_stacks(StackName=name)["Stacks"][0]["Parameters"]
    assert {"ParameterKey": "Secret", "ParameterValue": "****"} in shown
    assert {"ParameterKey": "Text", "ParameterValue": "/app/text", "ResolvedValue": "held"} in shown
    told = [event.get("ResourceProperties", "") for event in stacks.events(name)]
    assert not [text for text in told if "very-secret" in text]
    assert stacks.delete(name) == "DELETE_COMPLETE"
