"""Applications deployed by the clients that people deploy with: an API with a Lambda authorizer and a
backend is made, called, changed and removed without a trace."""

import time

import pytest
import requests

from kit.clients import Deployer, sam
from kit.shell import Shell

AUTHORIZER = """
def handler(event, context):
    token = event["authorizationToken"]
    if token == "unknown":
        raise Exception("Unauthorized")
    effect = "Allow" if token == "good" else "Deny"
    statement = {"Effect": effect, "Action": "execute-api:Invoke", "Resource": event["methodArn"]}
    return {"principalId": "p", "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
"""
BACKEND = """
def handler(event, context):
    print("the backend was called")
    return {"statusCode": 200, "body": "first"}
"""
TEMPLATE = """
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: {Runtime: python3.12, Handler: app.handler, Timeout: 10}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth:
        DefaultAuthorizer: Guard
        Authorizers:
          Guard: {FunctionArn: !GetAtt Guard.Arn, Identity: {ReauthorizeEvery: 0}}
  Guard:
    Type: AWS::Serverless::Function
    Properties: {CodeUri: guard}
  Backend:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: backend
      Events:
        Pets: {Type: Api, Properties: {Path: /pets, Method: get, RestApiId: !Ref Api}}
Outputs:
  Api: {Value: !Ref Api}
"""


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture
def project(tmp_path):
    for name, code in (("guard", AUTHORIZER), ("backend", BACKEND)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text(code)
    (tmp_path / "template.yaml").write_text(TEMPLATE)
    return tmp_path


@pytest.fixture
def artifacts(house, request):
    name = f"artifacts-{abs(hash(request.node.name)) % 10**8}"
    house.client("s3").create_bucket(Bucket=name)
    return name


def api_of(house, stack):
    found = house.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    return {output["OutputKey"]: output["OutputValue"] for output in found["Outputs"]}["Api"]


def call(server, api, token):
    url = f"{server.endpoint}/restapis/{api}/prod/_user_request_/pets"
    return requests.get(url, headers={"Authorization": token}, timeout=20)


def check_gate(server, api):
    assert [call(server, api, token).status_code for token in ("good", "bad", "unknown")] == [200, 403, 401]


def check_nothing_is_left(house):
    assert house.lambda_.list_functions()["Functions"] == []
    assert house.apigateway.get_rest_apis()["items"] == []
    names = [role["RoleName"] for role in house.iam.list_roles()["Roles"]]
    assert [name for name in names if "Guard" in name or "Backend" in name] == []


def change(project, before, after):
    backend = project / "backend" / "app.py"
    backend.write_text(backend.read_text().replace(before, after))


def test_the_aws_cli_packages_and_deploys(server, house, shell, project, artifacts):
    package = (
        f"aws cloudformation package --template-file {project}/template.yaml "
        f"--s3-bucket {artifacts} --output-template-file {project}/packaged.yaml"
    )
    deploy = (
        f"aws cloudformation deploy --template-file {project}/packaged.yaml --stack-name cli "
        f"--capabilities CAPABILITY_IAM --s3-bucket {artifacts}"
    )
    shell.pipe(f"{package} && {deploy}")
    api = api_of(house, "cli")
    check_gate(server, api)
    change(project, "first", "second")
    shell.pipe(f"{package} && {deploy}")
    assert call(server, api, "good").text == "second"
    # Without the permission it is AWS's 500.
    function = next(name for name in functions(house) if "Backend" in name)
    statements = house.lambda_.get_policy(FunctionName=function)["Policy"]
    sid = statements.split('"Sid":"')[1].split('"')[0]
    house.lambda_.remove_permission(FunctionName=function, StatementId=sid)
    assert call(server, api, "good").status_code == 500
    shell.pipe(
        "aws cloudformation delete-stack --stack-name cli && aws cloudformation wait stack-delete-complete --stack-name cli"
    )
    check_nothing_is_left(house)


def functions(house):
    return [function["FunctionName"] for function in house.lambda_.list_functions()["Functions"]]


# The client is installed first, where it is not there yet.
@pytest.mark.timeout(900)
def test_sam_deploys_invokes_and_deletes(server, house, shell, project, artifacts):
    client = Deployer(sam(), shell, project)
    client.run("validate")
    deploy = (
        "deploy",
        "--stack-name",
        "sam",
        "--s3-bucket",
        artifacts,
        "--capabilities",
        "CAPABILITY_IAM",
        "--no-confirm-changeset",
        "--no-progressbar",
    )
    client.run(*deploy)
    api = api_of(house, "sam")
    check_gate(server, api)
    assert '"body": "first"' in client.run("remote", "invoke", "Backend", "--stack-name", "sam")
    logs = logged(client)
    assert "the backend was called" in logs
    change(project, "first", "second")
    client.run(*deploy)
    assert call(server, api, "good").text == "second"
    assert "No changes to deploy" in client.run(*deploy, "--no-fail-on-empty-changeset")
    client.run("delete", "--stack-name", "sam", "--no-prompts", "--region", "us-east-1")
    check_nothing_is_left(house)


def logged(client):
    """Lines are written behind the answers, so that they may come a moment later."""
    until = time.monotonic() + 20
    while True:
        printed = client.run("logs", "-n", "Backend", "--stack-name", "sam")
        if "the backend was called" in printed or time.monotonic() > until:
            return printed
