"""The gate by service principal: no `credentials`, so the function's own policy must allow exactly
this call. Sections 1 and 2 of the facts: SourceArn, qualifiers, stage variables, the test button."""

import json

import pytest
import requests

from kit.http import CONFIGURATION, call, check_ids, check_refused
from kit.swagger import definition, invocation_uri, method, mock, pets, proxy

DENIED_LOG = "Execution failed due to configuration error: Invalid permissions on Lambda function"


@pytest.fixture
def backend(house):
    return house.function()


def test_without_a_grant_the_caller_reads_an_internal_error(house, backend):
    api = house.api(pets(proxy(backend)))
    check_refused(house.call(api), CONFIGURATION)


def test_with_a_grant_the_function_answers(house, backend):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    answer = house.call(api)
    assert answer.status_code == 200, answer.text
    assert answer.json()["event"]["requestContext"]["apiId"] == api
    check_ids(answer)
    assert answer.headers["X-Amzn-Trace-Id"].startswith("Root=1-")


# Grants for GET /pets on the stage prod. (id, what follows the API in SourceArn, opens)
SOURCES = [
    ("any stage", "*/GET/pets", True),
    ("this stage", "prod/GET/pets", True),
    ("any method", "*/*/pets", True),
    ("whole API", "*", True),
    ("star crosses slashes", "*/GET/*", True),
    ("one unknown character", "prod/GET/pet?", True),
    ("other method", "*/POST/pets", False),
    ("other stage", "dev/GET/pets", False),
    ("other path", "*/GET/cats", False),
    ("path is a prefix", "*/GET/pet", False),
    ("path goes on", "*/GET/pets/*", False),
    ("method in lower case", "*/get/pets", False),
    ("literal ANY for a GET", "*/ANY/pets", False),
    ("test button's stage", "test-invoke-stage/GET/pets", False),
    ("authorizer's arn", "authorizers/abc123", False),
]


@pytest.mark.parametrize("source, opens", [row[1:] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_source_arn(house, backend, source, opens):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, source))
    check_opens(house.call(api), opens)


WHOLE_SOURCES = [
    ("other account", "arn:aws:execute-api:us-east-1:999999999999:{api}/*", False),
    ("other region", "arn:aws:execute-api:eu-west-1:{account}:{api}/*", False),
    ("other API", "arn:aws:execute-api:us-east-1:{account}:zzzzzzzzzz/*", False),
    ("every API of the account", "arn:aws:execute-api:us-east-1:{account}:*", True),
]


@pytest.mark.parametrize(
    "source, opens", [row[1:] for row in WHOLE_SOURCES], ids=[row[0] for row in WHOLE_SOURCES]
)
def test_source_arn_segments(house, backend, source, opens):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, source.format(api=api, account=house.account))
    check_opens(house.call(api), opens)


PRINCIPALS = [
    ("no source at all", {}, True),
    ("own source account", {"account": "000000000000"}, True),
    ("other source account", {"account": "999999999999"}, False),
    ("other service", {"principal": "s3.amazonaws.com"}, False),
    ("the account itself", {"principal": "000000000000"}, False),
]


@pytest.mark.parametrize("grant, opens", [row[1:] for row in PRINCIPALS], ids=[row[0] for row in PRINCIPALS])
def test_principal_and_source_account(house, backend, grant, opens):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, **grant)
    check_opens(house.call(api), opens)


# The SourceArn holds the resource's template, not the path that was called.
TEMPLATES = [
    ("parameter, literally", "/pets/{id}", "/pets/7", "*/GET/pets/{{id}}", True),
    ("parameter, by a star", "/pets/{id}", "/pets/7", "*/GET/pets/*", True),
    ("parameter, as called", "/pets/{id}", "/pets/7", "*/GET/pets/7", False),
    ("proxy, literally", "/{proxy+}", "/a/b", "*/GET/{{proxy+}}", True),
    ("proxy, as called", "/{proxy+}", "/a/b", "*/GET/a/b", False),
    ("root with its slash", "/", "/", "prod/GET/", True),
    ("root without its slash", "/", "/", "prod/GET", False),
]


@pytest.mark.parametrize(
    "path, called, source, opens", [row[1:] for row in TEMPLATES], ids=[row[0] for row in TEMPLATES]
)
def test_source_arn_has_the_template_path(house, backend, path, called, source, opens):
    api = house.api(definition({path: {"get": method(proxy(backend))}}))
    house.grant(backend, house.arn_of(api, source.format()))
    check_opens(house.call(api, called), opens)


ANY = [
    ("literal ANY", "*/ANY/pets", True),
    ("star", "*/*/pets", True),
    ("the verb that was called", "*/GET/pets", False),
]


@pytest.mark.parametrize("source, opens", [row[1:] for row in ANY], ids=[row[0] for row in ANY])
def test_an_any_method_calls_itself_any(house, backend, source, opens):
    api = house.api(definition({"/pets": {"x-amazon-apigateway-any-method": method(proxy(backend))}}))
    house.grant(backend, house.arn_of(api, source))
    check_opens(house.call(api), opens)


def test_a_grant_is_one_stage_at_a_time(house, backend):
    api = house.api(pets(proxy(backend)))
    house.deploy(api, "dev")
    house.grant(backend, house.arn_of(api, "dev/*/*"))
    check_opens(house.call(api, stage="dev"), True)
    check_refused(house.call(api, stage="prod"), CONFIGURATION)


def test_a_removed_grant_closes_the_gate_again(house, backend):
    api = house.api(pets(proxy(backend)))
    sid = house.grant(backend, house.arn_of(api, "*"))
    check_opens(house.call(api), True)
    house.lambda_.remove_permission(FunctionName=backend, StatementId=sid)
    check_refused(house.call(api), CONFIGURATION)


# Qualifiers: (id, where the grant stands, what the integration names, opens)
QUALIFIERS = [
    ("both unqualified", None, "", True),
    ("grant unqualified, alias called", None, ":live", False),
    ("grant on the alias, alias called", "live", ":live", True),
    ("grant on the alias, unqualified called", "live", "", False),
    ("grant on the alias's version", "1", ":live", False),
    ("grant on the version, version called", "1", ":1", True),
    ("grant on another alias", "beta", ":live", False),
]


@pytest.mark.parametrize(
    "granted, called, opens", [row[1:] for row in QUALIFIERS], ids=[row[0] for row in QUALIFIERS]
)
def test_a_grant_belongs_to_one_qualifier(house, aliased, granted, called, opens):
    function = aliased()
    api = house.api(pets(proxy(function + called)))
    house.grant(function, house.arn_of(api, "*"), qualifier=granted)
    check_opens(house.call(api), opens)


def test_latest_is_no_qualifier_of_a_grant(house, backend):
    with pytest.raises(house.lambda_.exceptions.InvalidParameterValueException) as refused:
        house.grant(backend, qualifier="$LATEST")
    assert "We currently do not support adding policies for $LATEST." in str(refused.value)


STAGE_VARIABLES = [
    ("grant on the resolved alias", "live", "live", True),
    ("grant unqualified", None, "live", False),
    ("stage names another alias", "live", "beta", False),
]


@pytest.mark.parametrize(
    "granted, variable, opens", [row[1:] for row in STAGE_VARIABLES], ids=[row[0] for row in STAGE_VARIABLES]
)
def test_a_stage_variable_is_resolved_before_the_gate(house, aliased, granted, variable, opens):
    function = aliased()
    api = house.api(pets(proxy(function + ":${stageVariables.alias}")), variables={"alias": variable})
    house.grant(function, house.arn_of(api, "*"), qualifier=granted)
    check_opens(house.call(api), opens)


def test_a_stage_variable_may_name_the_function(house):
    one, two = house.function(), house.function()
    prefix = one.rpartition(":")[0]
    api = house.api(
        pets(proxy(prefix + ":${stageVariables.function}")), variables={"function": one.rpartition(":")[2]}
    )
    house.deploy(api, "dev", {"function": two.rpartition(":")[2]})
    house.grant(one, house.arn_of(api, "*"))
    assert house.call(api).json()["from"] == one.rpartition(":")[2]
    check_refused(house.call(api, stage="dev"), CONFIGURATION)


TEST_BUTTON = [
    ("no grant", None, False),
    ("grant bound to a stage", "prod/GET/pets", False),
    ("grant for the test button", "test-invoke-stage/GET/pets", True),
    ("grant for every stage", "*/GET/pets", True),
]


@pytest.mark.parametrize(
    "source, opens", [row[1:] for row in TEST_BUTTON], ids=[row[0] for row in TEST_BUTTON]
)
def test_the_test_button_is_a_stage_of_its_own(house, backend, source, opens):
    api = house.api(pets(proxy(backend)))
    if source:
        house.grant(backend, house.arn_of(api, source))
    pressed = house.press_test_button(api)
    lines = [line.split(" : ", 1)[-1] for line in pressed["log"].splitlines()]
    if opens:
        assert pressed["status"] == 200
        assert lines[-2:] == ["Successfully completed execution", "Method completed with status: 200"]
        return
    assert (pressed["status"], pressed["body"]) == (500, '{"message": "Internal server error"}')
    assert lines[-3].startswith(
        "Sending request to https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/"
    )
    assert lines[-2:] == [DENIED_LOG, "Method completed with status: 500"]
    assert not [line for line in lines if line.startswith("Received response")]


def test_a_function_that_does_not_exist_is_a_configuration_error(house):
    missing = f"arn:aws:lambda:us-east-1:{house.account}:function:nobody"
    api = house.api(pets(proxy(missing)))
    check_refused(house.call(api), CONFIGURATION)


def test_a_lambda_integration_that_is_no_proxy_passes_the_same_gate(house, backend):
    custom = {
        "type": "aws",
        "httpMethod": "POST",
        "uri": invocation_uri(backend),
        "requestTemplates": {"application/json": '{"path": "$context.resourcePath"}'},
        "responses": {"default": {"statusCode": "200"}},
    }
    api = house.api(pets(custom))
    check_refused(house.call(api), CONFIGURATION)
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    answer = house.call(api)
    assert answer.status_code == 200, answer.text
    assert json.loads(answer.json()["body"])["event"] == {"path": "/pets"}


def test_a_mock_needs_no_grant(house):
    api = house.api(pets(mock(200)))
    assert house.call(api).status_code == 200


def test_the_four_ways_to_address_an_api(house, server, backend):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "*"))
    for path in (f"/_aws/execute-api/{api}/prod/pets", f"/restapis/{api}/prod/_user_request_/pets"):
        answer = requests.get(server.endpoint + path, timeout=30)
        assert answer.status_code == 200, (path, answer.text)
    for host in (f"{api}.execute-api.localhost.localstack.cloud", f"{api}.execute-api.us-east-1.localhost"):
        answer = call(server, api, headers={"Host": f"{host}:{server.port}"})
        assert answer.status_code == 200, (host, answer.text)


@pytest.fixture(scope="module")
def aliased(house):
    """Makes functions with version 1, and the aliases live and beta on it."""

    def make():
        function = house.function(Publish=True)
        unqualified = function.removesuffix(":1")
        for alias in ("live", "beta"):
            house.lambda_.create_alias(FunctionName=unqualified, Name=alias, FunctionVersion="1")
        return unqualified

    return make


def check_opens(answer, opens):
    if opens:
        assert answer.status_code == 200, (answer.status_code, answer.text)
    else:
        check_refused(answer, CONFIGURATION)
