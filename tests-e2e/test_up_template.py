"""`portcullis up TEMPLATE` deploys a project and follows its files, and `--guard` takes no template whose
API would be refused its functions."""

import json

import pytest
import requests
from botocore.exceptions import ClientError, WaiterError

from kit.house import House
from kit.server import wait_until

TEMPLATE = """
Transform: AWS::Serverless-2016-10-31
Parameters:
  Greeting: {Type: String, Default: hello}
Resources:
  Backend:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: python3.12
      Environment: {Variables: {GREETING: !Ref Greeting}}
      Events:
        Pets: {Type: Api, Properties: {Path: /pets, Method: get}}
Outputs:
  Name: {Value: !Ref Backend}
"""
CODE = """
import os
def handler(event, context):
    return {"statusCode": 200, "body": os.environ["GREETING"] + " one"}
"""


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "my_shop"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "app.py").write_text(CODE)
    (folder / "template.yaml").write_text(TEMPLATE)
    return folder


def printed(server, text):
    return wait_until(lambda: any(text in line for line in server.banner), within=60)


def test_a_project_is_deployed_and_followed(fresh, project):
    server = fresh(str(project), "--parameter", "Greeting=hi")
    assert printed(server, "stack my-shop: deployed"), server.banner
    assert printed(server, "Name = "), server.banner
    url = next(line.strip() for line in server.banner if ".execute-api.localhost" in line)
    api, _, rest = url.removeprefix("http://").partition(".execute-api")
    stage = rest.rpartition("/")[0].rpartition("/")[2]
    place = f"{server.endpoint}/restapis/{api}/{stage}/_user_request_/pets"
    assert requests.get(place, timeout=20).text == "hi one"
    code = project / "src" / "app.py"
    code.write_text(code.read_text().replace("one", "two"))
    assert requests.get(place, timeout=20).text == "hi two"
    template = project / "template.yaml"
    template.write_text(TEMPLATE.replace("/pets", "/cats"))
    cats = place.replace("/pets", "/cats")
    assert wait_until(lambda: requests.get(cats, timeout=20).status_code == 200, within=60), server.banner
    template.write_text(TEMPLATE.replace("AWS::Serverless::Function", "AWS::Foo::Bar"))
    assert printed(server, "AWS::Foo::Bar"), server.banner
    assert requests.get(cats, timeout=20).text == "hi two"


PLAIN = {
    "Api": {
        "Type": "AWS::ApiGateway::RestApi",
        "Properties": {
            "Name": "api",
            "Body": {
                "swagger": "2.0",
                "info": {"title": "api", "version": "1"},
                "paths": {
                    "/orders": {
                        "get": {
                            "responses": {},
                            "x-amazon-apigateway-integration": {
                                "type": "aws_proxy",
                                "httpMethod": "POST",
                                "uri": {
                                    "Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Backend.Arn}/invocations"
                                },
                            },
                        }
                    }
                },
            },
        },
    },
    "Role": {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "AssumeRolePolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"Service": "lambda.amazonaws.com"},
                        "Action": "sts:AssumeRole",
                    }
                ],
            }
        },
    },
    "Backend": {
        "Type": "AWS::Lambda::Function",
        "Properties": {
            "Handler": "index.handler",
            "Runtime": "python3.12",
            "Role": {"Fn::GetAtt": ["Role", "Arn"]},
            "Code": {"ZipFile": "def handler(event, context): return {}"},
        },
    },
}
PERMISSION = {
    "Type": "AWS::Lambda::Permission",
    "Properties": {
        "FunctionName": {"Ref": "Backend"},
        "Action": "lambda:InvokeFunction",
        "Principal": "apigateway.amazonaws.com",
        "SourceArn": {"Fn::Sub": "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/orders"},
    },
}


def submitted(resources):
    return {
        "StackName": "guarded",
        "TemplateBody": json.dumps({"Resources": resources}),
        "Capabilities": ["CAPABILITY_IAM"],
    }


def test_the_guard_refuses_what_would_be_refused(fresh):
    cloudformation = House(fresh("--guard")).client("cloudformation")
    with pytest.raises(ClientError) as refused:
        cloudformation.create_stack(**submitted(PLAIN))
    assert "PC001 no-grant" in refused.value.response["Error"]["Message"]
    cloudformation.create_change_set(**submitted(PLAIN), ChangeSetName="first", ChangeSetType="CREATE")
    with pytest.raises(WaiterError):
        waiter = cloudformation.get_waiter("change_set_create_complete")
        waiter.wait(StackName="guarded", ChangeSetName="first", WaiterConfig={"Delay": 1, "MaxAttempts": 20})
    told = cloudformation.describe_change_set(StackName="guarded", ChangeSetName="first")
    assert (told["Status"], told["ExecutionStatus"]) == ("FAILED", "UNAVAILABLE")
    assert "PC001 no-grant" in told["StatusReason"]
    cloudformation.delete_stack(StackName="guarded")
    permitted = submitted({**PLAIN, "Permission": PERMISSION})
    cloudformation.create_stack(**{**permitted, "StackName": "permitted"})
    waiter = cloudformation.get_waiter("stack_create_complete")
    waiter.wait(StackName="permitted", WaiterConfig={"Delay": 1, "MaxAttempts": 30})


def test_without_the_guard_it_is_the_callers_business(fresh):
    cloudformation = House(fresh()).client("cloudformation")
    cloudformation.create_stack(**submitted(PLAIN))
    waiter = cloudformation.get_waiter("stack_create_complete")
    waiter.wait(StackName="guarded", WaiterConfig={"Delay": 1, "MaxAttempts": 30})
