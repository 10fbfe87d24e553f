"""GetSdk: the generated JavaScript client, run in Node.js against the running server."""

import io
import json
import subprocess
import zipfile

import pytest
from botocore.exceptions import ClientError

from kit.functions import need_node
from kit.house import document, unique
from kit.server import clean_environment
from kit.swagger import definition, method, proxy

SCRIPT = """
const { newClient } = require("./apigClient.js");
const [config, name, params, body, additional] = JSON.parse(process.argv[2]);
const shown = (answer) => ({ status: answer.status, data: answer.data, type: answer.headers["x-amzn-errortype"] });
newClient(config)[name](params, body, additional)
  .then((answer) => console.log(JSON.stringify(shown(answer))))
  .catch((error) => console.log(JSON.stringify(error.response ? shown(error.response) : { error: error.message })));
"""


@pytest.fixture(scope="module")
def api(house):
    need_node()
    function = house.function()
    signed = {"x-amazon-apigateway-auth": {"type": "AWS_IAM"}}
    pet = method(
        proxy(function),
        parameters=[
            {"name": "petId", "in": "path", "required": True, "type": "string"},
            {"name": "page", "in": "query", "required": False, "type": "string"},
            {"name": "X-Color", "in": "header", "required": True, "type": "string"},
        ],
    )
    paths = {
        "/pets/{petId}": {"get": pet, "post": method(proxy(function))},
        "/signed/{proxy+}": {"x-amazon-apigateway-any-method": {**method(proxy(function)), **signed}},
        "/keyed": {"get": {**method(proxy(function)), "security": [{"api_key": []}]}},
    }
    key = {"api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"}}
    made = house.api({**definition({}), "paths": paths, "securityDefinitions": key})
    house.grant(function, house.arn_of(made, "*"))
    return made


@pytest.fixture(scope="module")
def client(house, api, tmp_path_factory):
    """Calls a function of the client, with a configuration, in a Node.js of its own."""
    answer = house.apigateway.get_sdk(restApiId=api, stageName="prod", sdkType="javascript")
    folder = tmp_path_factory.mktemp("sdk")
    with zipfile.ZipFile(io.BytesIO(answer["body"].read())) as archive:
        archive.extractall(folder)
    folder = folder / "apiGateway-js-sdk"
    (folder / "call.js").write_text(SCRIPT)
    invoke_url = f"{house.server.endpoint}/_aws/execute-api/{api}/prod"

    def call(name, params=None, body=None, additional=None, **config):
        arguments = [{"invokeUrl": invoke_url, **config}, name, params or {}, body, additional or {}]
        done = subprocess.run(
            ["node", "call.js", json.dumps(arguments)],
            cwd=folder,
            env=clean_environment(folder),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return json.loads(done.stdout)

    return call


def test_parameters_and_bodies_arrive(client):
    params = {"petId": "a b/ö", "page": "1&2", "X-Color": "red"}
    answer = client("petsPetIdGet", params, None, {"queryParams": {"more": "x"}, "headers": {"X-Extra": "y"}})
    assert answer["status"] == 200, answer
    event = answer["data"]["event"]
    assert event["pathParameters"] == {"petId": "a%20b%2F%C3%B6"}
    assert event["queryStringParameters"] == {"page": "1&2", "more": "x"}
    headers = {name.lower(): value for name, value in event["headers"].items()}
    assert (headers["x-color"], headers["x-extra"]) == ("red", "y")
    answer = client("petsPetIdPost", {"petId": "7"}, {"name": "Rex"})
    assert json.loads(answer["data"]["event"]["body"]) == {"name": "Rex"}


def test_what_is_missing_or_unknown_is_said_before_the_call(client):
    assert client("petsPetIdGet", {"petId": "1"}) == {"error": "petsPetIdGet needs X-Color"}
    said = client("petsPetIdPost", {"petId": "1", "color": "red"})
    assert said == {"error": "petsPetIdPost has no parameter color"}


def test_a_signature_lets_in_who_may_call(house, api, client):
    params = {"proxy": "deep/a b"}
    assert client("signedProxyPut", params)["type"] == "MissingAuthenticationTokenException"
    member = house.user(document("execute-api:Invoke", Resource="*"))
    keys = {"accessKey": member.keys.access_key, "secretKey": member.keys.secret_key}
    answer = client("signedProxyPut", params, {"a": 1}, {"queryParams": {"z": "ä", "a": "1"}}, **keys)
    assert answer["status"] == 200, answer
    event = answer["data"]["event"]
    assert event["requestContext"]["identity"]["userArn"].endswith(f"user/{member.name}")
    assert event["pathParameters"] == {"proxy": "deep/a%20b"}
    wrong = {**keys, "secretKey": "x" * 40}
    assert client("signedProxyPut", params, **wrong)["status"] == 403


def test_an_api_key_is_sent(house, api, client):
    assert client("keyedGet")["type"] == "ForbiddenException"
    key = house.apigateway.create_api_key(name=unique("key"), enabled=True)
    stages = [{"apiId": api, "stage": "prod"}]
    plan = house.apigateway.create_usage_plan(name=unique("plan"), apiStages=stages)
    house.apigateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    assert client("keyedGet", apiKey=key["value"])["status"] == 200


def test_other_languages_are_refused_by_name(house, api):
    with pytest.raises(ClientError) as refused:
        house.apigateway.get_sdk(restApiId=api, stageName="prod", sdkType="ruby")
    assert refused.value.response["Error"]["Code"] == "BadRequestException"
    assert [one["id"] for one in house.apigateway.get_sdk_types()["items"]] == ["javascript"]
    assert house.apigateway.get_sdk_type(id="javascript")["friendlyName"] == "JavaScript"
