"""`portcullis export`: an API goes to another server with the permissions of its functions, and the
same calls are answered there in the same way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.functions import AUTHORIZER
from kit.house import GATEWAY, House, document
from kit.server import Server, clean_environment
from kit.swagger import authorizer, definition, invocation_uri, method, proxy

PERMITTED = ["/open", "/aliased", "/role", "/guarded"]
REFUSED = "/closed"
GUARD = {"Authorization": "allow"}


def furnish(house):
    """The functions, which an export does not hold: the same on every server."""
    for name, code in [("backend", None), ("guard", AUTHORIZER)]:
        house.function(*([code] if code else []), name=name)
    published = house.lambda_.publish_version(FunctionName="backend")["Version"]
    house.lambda_.create_alias(FunctionName="backend", Name="live", FunctionVersion=published)


def lambda_arn(house, name):
    return f"arn:aws:lambda:us-east-1:{house.account}:function:{name}"


@pytest.fixture(scope="module")
def api(house):
    """One method for each way to a function, and one that nobody permitted."""
    furnish(house)
    backend = lambda_arn(house, "backend")
    role = house.role(name="caller", policy=document("lambda:InvokeFunction", Resource=backend))
    aliased = proxy(backend, uri=invocation_uri(backend + ":${stageVariables.alias}"))
    paths = {
        "/open": {"get": method(proxy(backend))},
        "/closed": {"get": method(proxy(backend))},
        "/aliased": {"x-amazon-apigateway-any-method": method(aliased)},
        "/role": {"get": method(proxy(backend, credentials=role))},
        "/guarded": {"get": {**method(proxy(backend)), "security": [{"guard": []}]}},
    }
    guard = {"guard": authorizer(lambda_arn(house, "guard"))}
    made = house.api(definition(paths, securityDefinitions=guard), variables={"alias": "live"})
    for path in ("open", "guarded"):
        house.grant("backend", house.arn_of(made, f"prod/GET/{path}"), account=house.account)
    house.grant("backend", house.arn_of(made, "*/ANY/aliased"), qualifier="live")
    guards = house.apigateway.get_authorizers(restApiId=made)["items"]
    house.grant("guard", house.arn_of(made, f"authorizers/{guards[0]['id']}"))
    check_calls(house, made)
    return made


@pytest.fixture
def elsewhere(tmp_path):
    """A fresh server with the functions alone."""
    running = Server(tmp_path / "elsewhere")
    house = House(running)
    furnish(house)
    yield house
    running.close()


def check_calls(house, api):
    for path in PERMITTED:
        answer = house.call(api, path, headers=GUARD)
        assert answer.status_code == 200, f"{path}: {answer.text}"
    assert house.call(api, REFUSED).status_code == 500


def environment(house):
    """What a command or client needs to reach a server as its root."""
    keys = house.server.keys()
    return {**keys, "AWS_ENDPOINT_URL": house.server.endpoint}


def export(house, api, kind, *more, check=True):
    variables = environment(house)
    return house.server.command("export", api, "--format", kind, *more, check=check, **variables)


@pytest.mark.parametrize("kind", ["swagger", "openapi"])
def test_a_document_with_its_roles_makes_the_same_api(house, api, elsewhere, kind):
    exported = export(house, api, kind)
    assert "GET /closed: nothing permits it to call" in exported.stderr
    exported = json.loads(exported.stdout)
    roles = exported["x-portcullis-roles"]
    assert sorted(roles) == ["caller", "invoke-backend", "invoke-backend-live", "invoke-guard"]
    for name, role in roles.items():
        trust = json.dumps(role["trust"])
        elsewhere.iam.create_role(RoleName=name, Path=role["path"], AssumeRolePolicyDocument=trust)
        for policy, text in role["policies"].items():
            elsewhere.iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(text))
    made = elsewhere.apigateway.import_rest_api(body=json.dumps(exported).encode(), failOnWarnings=True)
    elsewhere.deploy(made["id"], variables={"alias": "live"})
    check_calls(elsewhere, made["id"])
    with pytest.raises(elsewhere.lambda_.exceptions.ResourceNotFoundException):
        elsewhere.lambda_.get_policy(FunctionName="backend")


def test_a_script_of_the_aws_cli_makes_the_same_api(house, api, elsewhere, tmp_path):
    script = tmp_path / "make.sh"
    script.write_text(export(house, api, "cli").stdout)
    variables = environment(elsewhere)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(script)],
        env={**clean_environment(tmp_path, **variables), "PATH": path},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    made = done.stdout.strip()
    check_calls(elsewhere, made)
    policy = json.loads(elsewhere.lambda_.get_policy(FunctionName="backend")["Policy"])
    sources = [one["Condition"]["ArnLike"]["AWS:SourceArn"] for one in policy["Statement"]]
    assert sorted(sources) == [elsewhere.arn_of(made, f"prod/GET/{path}") for path in ("guarded", "open")]


@pytest.mark.parametrize(
    "kind, api_type", [("cloudformation", "AWS::ApiGateway::RestApi"), ("sam", "AWS::Serverless::Api")]
)
def test_a_template_holds_the_api_its_permissions_and_its_roles(house, api, kind, api_type):
    template = json.loads(export(house, api, kind).stdout)
    resources = template["Resources"]
    assert resources["Api"]["Type"] == api_type
    permissions = [
        one["Properties"] for one in resources.values() if one["Type"] == "AWS::Lambda::Permission"
    ]
    subs = [one["SourceArn"]["Fn::Sub"] for one in permissions]
    start = f"arn:aws:execute-api:us-east-1:{house.account}:${{Api}}/"
    assert sorted(subs) == [start + "*/ANY/aliased", start + "prod/GET/guarded", start + "prod/GET/open"]
    assert {one["Principal"] for one in permissions} == {GATEWAY}
    roles = [one["Properties"]["RoleName"] for one in resources.values() if one["Type"] == "AWS::IAM::Role"]
    assert sorted(roles) == ["caller", "invoke-guard"]
    for id in resources["Api"]["DependsOn"]:
        assert resources[id]["Type"] == "AWS::IAM::Role"


def test_a_configuration_of_terraform_holds_them_too(house, api):
    text = export(house, api, "terraform").stdout
    for part in [
        'resource "aws_api_gateway_rest_api" "api" {',
        'resource "aws_api_gateway_deployment" "api" {',
        'resource "aws_api_gateway_stage" "stage" {',
        'qualifier = "live"',
    ]:
        assert part in text
    assert text.count('resource "aws_lambda_permission"') == 3
    assert text.count("{") == text.count("}")


def test_json_tells_what_was_found(house, api):
    told = json.loads(export(house, api, "json").stdout)
    permitted = {call["from"]: call["permitted"] for call in told["calls"]}
    assert permitted == {
        "GET /open": True,
        "GET /closed": False,
        "ANY /aliased": True,
        "GET /role": None,
        "GET /guarded": True,
        "authorizer guard": True,
    }
    assert told["version"] == 1
    assert told["variables"] == {"alias": "live"}
    assert "API/authorizers/guard" in [grant["source"] for grant in told["grants"]]


def test_an_api_is_named_by_its_name_where_only_one_has_it(house, api):
    name = house.apigateway.get_rest_api(restApiId=api)["name"]
    assert json.loads(export(house, name, "json", "--stage", "prod").stdout)["api"] == api
    for arguments, said in [
        (("nobody",), "no API has the id or the name nobody"),
        ((api, "--stage", "none"), f"{name} has no stage none"),
    ]:
        failed = export(house, arguments[0], "cli", *arguments[1:], check=False)
        assert failed.returncode == 1
        assert said in failed.stderr


def test_a_role_that_is_gone_is_told_by_the_exit_code(house):
    gone = f"arn:aws:iam::{house.account}:role/gone"
    backend = house.function()
    made = house.api(definition({"/": {"get": method(proxy(backend, credentials=gone))}}))
    done = export(house, made, "cli", check=False)
    assert done.returncode == 3
    assert f"the role {gone} is not there" in done.stderr
