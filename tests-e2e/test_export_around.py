"""`portcullis export`: what stands around an API goes with it: the settings of its stage, usage plans,
keys and custom domain names. Values of keys only go where somebody asked for them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.house import House
from kit.server import Server, clean_environment
from kit.swagger import definition, method

DOMAIN = "api.example.localhost"
SECRET = "a-value-of-at-least-twenty-characters"
MOCK = {
    "type": "mock",
    "requestTemplates": {"application/json": '{"statusCode": 200}'},
    "responses": {"default": {"statusCode": "200"}},
}


@pytest.fixture(scope="module")
def api(house):
    gateway = house.apigateway
    made = house.api(definition({"/pets/{id}": {"get": method(MOCK)}}))
    gateway.create_documentation_part(
        restApiId=made, location={"type": "API"}, properties='{"description": "pets"}'
    )
    gateway.create_documentation_version(restApiId=made, documentationVersion="v1")
    group = "arn:aws:logs:us-east-1:000000000000:log-group:access"
    patches = {
        "/description": "the stage",
        "/documentationVersion": "v1",
        "/tracingEnabled": "true",
        "/cacheClusterEnabled": "true",
        "/cacheClusterSize": "0.5",
        "/accessLogSettings/destinationArn": group,
        "/accessLogSettings/format": "$context.requestId",
        "/*/*/throttling/rateLimit": "50",
        "/*/*/throttling/burstLimit": "20",
        "/~1pets~1{id}/GET/caching/ttlInSeconds": "7",
        "/~1pets~1{id}/GET/caching/requireAuthorizationForCacheControl": "false",
    }
    gateway.update_stage(
        restApiId=made,
        stageName="prod",
        patchOperations=[{"op": "replace", "path": path, "value": value} for path, value in patches.items()],
    )
    stage = f"arn:aws:apigateway:us-east-1::/restapis/{made}/stages/prod"
    gateway.tag_resource(resourceArn=stage, tags={"team": "blue"})
    plan = gateway.create_usage_plan(
        name="gold",
        throttle={"rateLimit": 5, "burstLimit": 2},
        quota={"limit": 100, "offset": 0, "period": "DAY"},
        apiStages=[
            {
                "apiId": made,
                "stage": "prod",
                "throttle": {"/pets/{id}/GET": {"rateLimit": 1, "burstLimit": 1}},
            }
        ],
    )
    key = gateway.create_api_key(name="ann", enabled=True, value=SECRET)
    gateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    v2 = house.client("apigatewayv2")
    v2.create_domain_name(DomainName=DOMAIN, DomainNameConfigurations=[{"EndpointType": "REGIONAL"}])
    for path in ("", "orders/v1"):
        v2.create_api_mapping(DomainName=DOMAIN, ApiId=made, ApiMappingKey=path, Stage="prod")
    return made


def environment(house):
    return {**house.server.keys(), "AWS_ENDPOINT_URL": house.server.endpoint}


def export(house, api, *more):
    return house.server.command("export", api, *more, **environment(house))


def stage_of(house, api):
    shown = house.apigateway.get_stage(restApiId=api, stageName="prod")
    own = ("deploymentId", "createdDate", "lastUpdatedDate", "ResponseMetadata")
    return {name: value for name, value in shown.items() if name not in own}


def plan_of(house):
    plan = house.apigateway.get_usage_plans()["items"][0]
    keys = house.apigateway.get_usage_plan_keys(usagePlanId=plan["id"])["items"]
    value = house.apigateway.get_api_key(apiKey=keys[0]["id"], includeValue=True)["value"]
    stages = [{**stage, "apiId": "API"} for stage in plan["apiStages"]]
    return {**plan, "id": "PLAN", "apiStages": stages}, keys[0]["name"], value


@pytest.mark.parametrize("with_values", [True, False])
def test_a_script_makes_all_of_it_elsewhere(house, api, tmp_path, with_values):
    script = tmp_path / "make.sh"
    more = ["--with-key-values"] if with_values else []
    written = export(house, api, "--format", "cli", *more)
    script.write_text(written.stdout)
    assert (SECRET in written.stdout) == with_values
    assert ("the API key ann gets a new value" in written.stderr) != with_values
    running = Server(tmp_path / "elsewhere")
    try:
        elsewhere = House(running)
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["sh", str(script)],
            env={**clean_environment(tmp_path, **environment(elsewhere)), "PATH": path},
            capture_output=True,
            text=True,
            timeout=200,
        )
        assert done.returncode == 0, done.stderr
        made = done.stdout.strip()
        assert stage_of(elsewhere, made) == stage_of(house, api)
        plan, key, value = plan_of(elsewhere)
        expected, name, secret = plan_of(house)
        assert (plan, key, value == secret) == (expected, name, with_values)
        mappings = elsewhere.client("apigatewayv2").get_api_mappings(DomainName=DOMAIN)["Items"]
        assert {one["ApiMappingKey"] for one in mappings} == {"", "orders/v1"}
        parts = elsewhere.apigateway.get_documentation_parts(restApiId=made)["items"]
        assert [json.loads(part["properties"]) for part in parts] == [{"description": "pets"}]
    finally:
        running.close()


@pytest.mark.parametrize("kind, holder", [("cloudformation", "Stage"), ("sam", "Api")])
def test_a_template_holds_it(house, api, kind, holder):
    written = export(house, api, "--format", kind)
    resources = json.loads(written.stdout)["Resources"]
    settings = resources[holder]["Properties"]["MethodSettings"]
    assert {one["ResourcePath"] for one in settings} == {"/*", "/~1pets~1{id}"}
    kinds = {one["Type"] for one in resources.values()}
    for wanted in ("UsagePlan", "UsagePlanKey", "ApiKey", "DomainName", "BasePathMapping"):
        assert f"AWS::ApiGateway::{wanted}" in kinds
    assert "AWS::ApiGatewayV2::ApiMapping" in kinds
    assert SECRET not in written.stdout
    assert "cannot say requireAuthorizationForCacheControl" in written.stderr


def test_a_document_tells_what_it_cannot_hold(house, api):
    written = export(house, api, "--format", "swagger")
    assert json.loads(written.stdout)["x-amazon-apigateway-documentation"]["version"] == "v1"
    for part in ("settings of the stage", "usage plan gold and its 1 keys", f"domain name {DOMAIN}"):
        assert part in written.stderr
    told = json.loads(export(house, api, "--format", "json").stdout)
    assert (told["usagePlans"], told["domainNames"]) == (["gold"], [DOMAIN])
