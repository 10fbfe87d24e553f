"""Refusals that no grant decides: routes, failing backends, resource policies, limits, and the mode
that only reports. Section 4 of the facts."""

import json

import pytest

from kit.house import House
from kit.http import (
    CONFIGURATION,
    MALFORMED,
    NO_API_KEY,
    NO_ROUTE,
    TIMEOUT,
    Refusal,
    check_ids,
    check_refused,
)
from kit.swagger import definition, method, mock, pets, proxy

ODD = """
import time

def handler(event, context):
    how = (event.get("queryStringParameters") or {}).get("how")
    if how == "raise":
        raise Exception("boom")
    if how == "slow":
        time.sleep(3)
    return {
        "text": "just text",
        "body": {"statusCode": 200, "body": {"not": "a string"}},
        "status": {"statusCode": "two hundred", "body": ""},
        "extra": {"statusCode": 200, "body": "x", "surprise": 1},
        "list": [1, 2],
        "number": 7,
    }.get(how, {"statusCode": 200, "body": "fine"})
"""


@pytest.fixture(scope="module")
def odd(house):
    function = house.function(ODD, Timeout=10)
    house.grant(function)
    return house.api(pets(proxy(function)))


# (id, how it goes wrong, what the client reads)
BACKENDS = [
    ("raises", "raise", MALFORMED),
    ("answers with text", "text", MALFORMED),
    ("answers with a body that is no string", "body", MALFORMED),
    ("answers with a status that is no number", "status", MALFORMED),
    ("answers with an unknown field", "extra", MALFORMED),
    ("answers with a list", "list", MALFORMED),
    ("answers with a number", "number", MALFORMED),
]


@pytest.mark.parametrize("how, refusal", [row[1:] for row in BACKENDS], ids=[row[0] for row in BACKENDS])
def test_a_backend_that_fails(house, odd, how, refusal):
    check_refused(house.call(odd, f"/pets?how={how}"), refusal)
    assert house.call(odd).text == "fine"


def test_a_backend_that_is_too_slow(house):
    function = house.function(ODD, Timeout=10)
    house.grant(function)
    api = house.api(pets(proxy(function, timeoutInMillis=500)))
    check_refused(house.call(api, "/pets?how=slow"), TIMEOUT)
    assert (
        "Execution failed due to a timeout error"
        in house.press_test_button(api, pathWithQueryString="/pets?how=slow")["log"]
    )


def test_a_function_that_runs_out_of_its_own_time_is_an_error_of_the_function(house):
    function = house.function(ODD, Timeout=1)
    house.grant(function)
    check_refused(house.call(house.api(pets(proxy(function))), "/pets?how=slow"), MALFORMED)


def test_a_throttled_function_is_a_configuration_error(house):
    function = house.function(ODD)
    house.grant(function)
    house.lambda_.put_function_concurrency(FunctionName=function, ReservedConcurrentExecutions=0)
    check_refused(house.call(house.api(pets(proxy(function)))), CONFIGURATION)


@pytest.mark.parametrize(
    "path, verb", [("/dogs", "GET"), ("/pets", "POST"), ("/", "GET"), ("/pets/7", "GET")]
)
def test_no_such_route_or_method(house, odd, path, verb):
    check_refused(house.call(odd, path, method=verb), NO_ROUTE)


def test_no_such_stage_is_forbidden(house, odd):
    answer = house.call(odd, stage="nowhere")
    assert (answer.status_code, answer.content) == (403, b'{"message":"Forbidden"}')


def test_no_such_api_is_forbidden(house):
    answer = house.call("zzzzzzzzzz")
    assert (answer.status_code, answer.content) == (403, b'{"message":"Forbidden"}')


def test_a_method_that_needs_an_api_key_refuses_without_one(house):
    api = house.api(
        definition(
            {"/pets": {"get": method(mock(), security=[{"api_key": []}])}},
            securityDefinitions={"api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"}},
        )
    )
    check_refused(house.call(api), NO_API_KEY)
    check_refused(house.call(api, headers={"x-api-key": "unknown-unknown-unknown"}), NO_API_KEY)


VALIDATED = {
    "get": method(
        mock(),
        parameters=[
            {"name": "b", "in": "query", "required": True, "type": "string"},
            {"name": "a", "in": "query", "required": True, "type": "string"},
        ],
    ),
    "post": method(
        mock(), parameters=[{"name": "Pet", "in": "body", "schema": {"$ref": "#/definitions/Pet"}}]
    ),
}


@pytest.fixture(scope="module")
def validated(house):
    return house.api(
        definition(
            {"/pets": VALIDATED},
            definitions={
                "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
            },
            **{
                "x-amazon-apigateway-request-validators": {
                    "all": {"validateRequestBody": True, "validateRequestParameters": True}
                },
                "x-amazon-apigateway-request-validator": "all",
            },
        )
    )


def test_the_request_validator_names_what_is_missing(house, validated):
    body = b'{"message": "Missing required request parameters: [a, b]"}'
    check_refused(house.call(validated), Refusal(400, "BadRequestException", body))
    body = b'{"message": "Missing required request parameters: [b]"}'
    check_refused(house.call(validated, "/pets?a=1"), Refusal(400, "BadRequestException", body))
    assert house.call(validated, "/pets?a=1&b=2").status_code == 200


def test_the_request_validator_checks_the_body(house, validated):
    sent = {"Content-Type": "application/json"}
    invalid = Refusal(400, "BadRequestException", b'{"message": "Invalid request body"}')
    check_refused(house.call(validated, method="POST", headers=sent, body=b'{"name": 7}'), invalid)
    check_refused(house.call(validated, method="POST", headers=sent, body=b'{"nam'), invalid)
    assert house.call(validated, method="POST", headers=sent, body=b'{"name": "Rex"}').status_code == 200


# Resource policies of the API. (id, statements, text behind the ARN or None when it opens)
def statement(effect, **more):
    return {
        "Effect": effect,
        "Principal": "*",
        "Action": "execute-api:Invoke",
        "Resource": "execute-api:/*",
        **more,
    }


SILENT = " because no resource-based policy allows the execute-api:Invoke action"
DENYING = " with an explicit deny in a resource-based policy"
HERE = {"IpAddress": {"aws:SourceIp": ["127.0.0.0/8"]}}
ELSEWHERE = {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}
POLICIES = [
    ("allows everybody", [statement("Allow")], None),
    ("allows this address", [statement("Allow", Condition=HERE)], None),
    ("allows another address", [statement("Allow", Condition=ELSEWHERE)], SILENT),
    ("allows another path", [statement("Allow", Resource="execute-api:/prod/GET/cats")], SILENT),
    ("allows this path", [statement("Allow", Resource="execute-api:/prod/GET/pets")], None),
    ("denies this address", [statement("Allow"), statement("Deny", Condition=HERE)], DENYING),
]


@pytest.mark.parametrize(
    "statements, ending", [row[1:] for row in POLICIES], ids=[row[0] for row in POLICIES]
)
def test_a_resource_policy(house, statements, ending):
    policy = {"Version": "2012-10-17", "Statement": statements}
    api = house.api(pets(mock(), **{"x-amazon-apigateway-policy": policy}))
    answer = house.call(api)
    if ending is None:
        assert answer.status_code == 200, answer.text
        return
    arn = f"arn:aws:execute-api:us-east-1:********{house.account[-4:]}:{api}/prod/GET/pets"
    message = f"User: anonymous is not authorized to perform: execute-api:Invoke on resource: {arn}{ending}"
    check_refused(
        answer,
        Refusal(
            403, "AccessDeniedException", json.dumps({"Message": message}, separators=(",", ":")).encode()
        ),
    )


def test_a_stages_own_gateway_response_replaces_the_default(house):
    own = {
        "MISSING_AUTHENTICATION_TOKEN": {
            "statusCode": 404,
            "responseParameters": {"gatewayresponse.header.Access-Control-Allow-Origin": "'*'"},
            "responseTemplates": {
                "application/json": '{"message":$context.error.messageString,"type":"$context.error.responseType"}'
            },
        }
    }
    api = house.api(pets(mock(), **{"x-amazon-apigateway-gateway-responses": own}))
    answer = house.call(api, "/dogs")
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (404, "*")
    assert (
        answer.content == b'{"message":"Missing Authentication Token","type":"MISSING_AUTHENTICATION_TOKEN"}'
    )
    check_ids(answer)


def test_report_lets_pass_and_records(fresh):
    running = fresh("--permissions", "report")
    house = House(running)
    assert any("REPORTED ONLY" in line for line in running.banner), running.banner
    function = house.function()
    api = house.api(pets(proxy(function)))
    assert house.call(api).status_code == 200
    record = json.dumps(house.journal())
    assert "report" in record and "apigateway.amazonaws.com" in record
