"""Applications deployed by the clients that people deploy with: an API with a Lambda authorizer and a
backend is made, called, changed and removed without a trace."""

import time

import pytest
import requests

from kit.clients import Deployer, cdk, over_tls, sam, serverless
from kit.house import document
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
CDK_APP = """
const { App, CfnOutput, Duration, Stack, aws_apigateway, aws_lambda } = require("aws-cdk-lib");

class Shop extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const handler = this.function("Guard", "guard");
    const authorizer = new aws_apigateway.TokenAuthorizer(this, "Authorizer", {
      handler,
      resultsCacheTtl: Duration.seconds(0),
    });
    const api = new aws_apigateway.RestApi(this, "Shop");
    const backend = new aws_apigateway.LambdaIntegration(this.function("Backend", "backend"));
    api.root.addResource("pets").addMethod("GET", backend, { authorizer });
    new CfnOutput(this, "Api", { value: api.restApiId });
  }

  function(id, folder) {
    return new aws_lambda.Function(this, id, {
      runtime: aws_lambda.Runtime.PYTHON_3_12,
      handler: "app.handler",
      code: aws_lambda.Code.fromAsset(folder),
    });
  }
}

new Shop(new App(), "cdk-shop");
"""
SERVERLESS = """
service: shop
frameworkVersion: "3"
plugins: [serverless-localstack]
custom: {localstack: {stages: [prod]}}
provider: {name: aws, runtime: python3.11, stage: prod, region: us-east-1}
package: {patterns: ["!node_modules/**"]}
functions:
  guard: {handler: guard/app.handler}
  backend:
    handler: backend/app.handler
    events:
      - http: {path: pets, method: get, authorizer: {name: guard, resultTtlInSeconds: 0}}
resources:
  Outputs:
    Api: {Value: {Ref: ApiGatewayRestApi}}
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


@pytest.mark.timeout(900)
def test_sam_makes_its_own_bucket(server, house, shell, project):
    client = Deployer(sam(), shell, project, **over_tls(shell))
    deploy = ("deploy", "--stack-name", "sam-resolved", "--resolve-s3", "--capabilities", "CAPABILITY_IAM")
    client.run(*deploy, "--no-confirm-changeset", "--no-progressbar")
    check_gate(server, api_of(house, "sam-resolved"))
    client.run("delete", "--stack-name", "sam-resolved", "--no-prompts", "--region", "us-east-1")
    check_nothing_is_left(house)


def keys_of(house, name, policy):
    """The keys of a new user who may do what a policy says."""
    house.iam.create_user(UserName=name)
    house.iam.put_user_policy(UserName=name, PolicyName="deploys", PolicyDocument=policy)
    key = house.iam.create_access_key(UserName=name)["AccessKey"]
    return {"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}


@pytest.mark.timeout(900)
def test_cdk_bootstraps_deploys_and_destroys(server, house, shell, project):
    (project / "app.js").write_text(CDK_APP)
    (project / "cdk.json").write_text('{"app": "node app.js"}')
    command = cdk(project)
    Deployer(command, shell, project, **over_tls(shell)).run("bootstrap", "--no-notices")
    # The developer may do nothing but become the roles that the bootstrap made.
    roles = document("sts:AssumeRole", Resource=f"arn:aws:iam::{house.account}:role/cdk-hnb659fds-*")
    keys = keys_of(house, "developer", roles)
    client = Deployer(command, shell, project, **over_tls(shell), **keys)
    deploy = ("deploy", "--require-approval", "never", "--no-notices")
    assert "could not be used to assume" not in client.run(*deploy)
    api = api_of(house, "cdk-shop")
    check_gate(server, api)
    assert "(no changes)" in client.run(*deploy)
    change(project, "first", "second")
    client.run(*deploy)
    assert call(server, api, "good").text == "second"
    client.run("destroy", "--force", "--no-notices")
    check_nothing_is_left(house)


@pytest.mark.timeout(900)
def test_serverless_deploys_and_removes(server, house, shell, project):
    (project / "serverless.yml").write_text(SERVERLESS)
    client = Deployer(serverless(project), shell, project, **over_tls(shell))
    client.run("deploy")
    api = api_of(house, "shop-prod")
    check_gate(server, api)
    assert "first" in client.run("invoke", "-f", "backend")
    change(project, "first", "second")
    client.run("deploy")
    assert call(server, api, "good").text == "second"
    change(project, "second", "third")
    client.run("deploy", "function", "-f", "backend")
    assert call(server, api, "good").text == "third"
    client.run("remove")
    check_nothing_is_left(house)
    assert [name for name in buckets(house) if name.startswith("shop-prod")] == []


def buckets(house):
    return [bucket["Name"] for bucket in house.client("s3").list_buckets()["Buckets"]]


def logged(client):
    """Lines are written behind the answers, so that they may come a moment later."""
    until = time.monotonic() + 20
    while True:
        printed = client.run("logs", "-n", "Backend", "--stack-name", "sam")
        if "the backend was called" in printed or time.monotonic() > until:
            return printed
