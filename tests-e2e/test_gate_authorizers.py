"""Lambda authorizers: the same gate as for backends, what their answers mean, and their cache.
Sections 1, 4 and 5 of the facts."""

import json

import pytest

from kit.functions import AUTHORIZER
from kit.house import document
from kit.http import (
    AUTHORIZER_BROKEN,
    AUTHORIZER_DENIED,
    AUTHORIZER_SILENT,
    NO_TOKEN,
    check_refused,
)
from kit.swagger import authorizer, guarded, method, mock, proxy

PATHS = {"/pets": {"get": method(mock())}, "/cats": {"get": method(mock())}}
INVOKE = "lambda:InvokeFunction"


@pytest.fixture(scope="module")
def guard(house):
    """Open to every API of the account, so that these tests are about answers."""
    function = house.function(AUTHORIZER)
    house.grant(function, f"arn:aws:execute-api:us-east-1:{house.account}:*/authorizers/*")
    return function


@pytest.fixture
def closed(house):
    """Granted to nobody yet."""
    return house.function(AUTHORIZER)


def token(value):
    return {"Authorization": value}


def authorizer_id(house, api):
    return house.apigateway.get_authorizers(restApiId=api)["items"][0]["id"]


# The gate


def test_an_authorizer_that_nobody_may_invoke(house, closed):
    api = house.api(guarded(PATHS, authorizer(closed)))
    check_refused(house.call(api, headers=token("allow")), AUTHORIZER_BROKEN)


# (id, what follows the API in SourceArn, opens)
SOURCES = [
    ("this authorizer", "authorizers/{id}", True),
    ("any authorizer", "authorizers/*", True),
    ("whole API", "*", True),
    ("another authorizer", "authorizers/zzzzzz", False),
    ("the method", "*/GET/pets", False),
    ("the stage", "prod/*/*", False),
]


@pytest.mark.parametrize("source, opens", [row[1:] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_source_arn_of_an_authorizer(house, closed, source, opens):
    api = house.api(guarded(PATHS, authorizer(closed)))
    house.grant(closed, house.arn_of(api, source.format(id=authorizer_id(house, api))))
    check_opens(house.call(api, headers=token("allow")), opens)


# (id, service that the role trusts, may invoke, opens)
ROLES = [
    ("good", "apigateway.amazonaws.com", True, True),
    ("without trust", "lambda.amazonaws.com", True, False),
    ("without permission", "apigateway.amazonaws.com", False, False),
]


@pytest.mark.parametrize("trusted, allowed, opens", [row[1:] for row in ROLES], ids=[row[0] for row in ROLES])
def test_authorizer_credentials(house, closed, trusted, allowed, opens):
    role = house.role(trusts=(trusted,), policy=document(INVOKE, Resource=closed) if allowed else None)
    api = house.api(guarded(PATHS, authorizer(closed, authorizerCredentials=role)))
    check_opens(house.call(api, headers=token("allow")), opens)


def test_a_grant_on_the_alias_of_an_authorizer(house):
    function = house.function(AUTHORIZER, Publish=True).removesuffix(":1")
    house.lambda_.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    api = house.api(guarded(PATHS, authorizer(function + ":live")))
    house.grant(function, house.arn_of(api, "authorizers/*"))
    check_refused(house.call(api, headers=token("allow")), AUTHORIZER_BROKEN)
    house.grant(function, house.arn_of(api, "authorizers/*"), qualifier="live")
    check_opens(house.call(api, headers=token("allow")), True)


def test_the_backend_passes_its_own_gate_behind_the_authorizers(house, guard):
    backend = house.function()
    api = house.api(guarded({"/pets": {"get": method(proxy(backend))}}, authorizer(guard)))
    assert house.call(api, headers=token("allow")).status_code == 500
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    answer = house.call(api, headers=token("allow"))
    assert answer.status_code == 200, answer.text
    context = answer.json()["event"]["requestContext"]["authorizer"]
    assert context["principalId"] == "somebody"
    # Values reach the backend as strings (section 5).
    assert (context["text"], context["number"], context["truth"]) == ("a", "7", "true")


# Answers. (id, token, what the client reads)
ANSWERS = [
    ("explicit deny", "deny", AUTHORIZER_DENIED),
    ("no statement allows", "silent", AUTHORIZER_SILENT),
    ("the error Unauthorized", "unauthorized", NO_TOKEN),
    ("another error", "boom", AUTHORIZER_BROKEN),
    ("null", "null", AUTHORIZER_BROKEN),
    ("a string", "text", AUTHORIZER_BROKEN),
    ("an unknown field", "unknown-field", AUTHORIZER_BROKEN),
    ("no policy", "no-policy", AUTHORIZER_BROKEN),
    ("a nested context", "deep-context", AUTHORIZER_BROKEN),
]


@pytest.mark.parametrize("sent, refusal", [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_what_an_authorizer_answers(house, guard, sent, refusal):
    api = house.api(guarded(PATHS, authorizer(guard)))
    check_refused(house.call(api, headers=token(sent)), refusal)


def test_an_authorizer_that_never_answers(house):
    function = house.function(AUTHORIZER, Timeout=1)
    house.grant(function)
    api = house.api(guarded(PATHS, authorizer(function)))
    check_refused(house.call(api, headers=token("slow")), AUTHORIZER_BROKEN)
    check_opens(house.call(api, headers=token("allow")), True)


# Refused without a call


REFUSED_UNASKED = [
    ("missing", {}, {}),
    ("empty", token(""), {}),
    ("mismatch", token("letters"), {"identityValidationExpression": "[0-9]+"}),
    ("a part matches", token("a1"), {"identityValidationExpression": "[0-9]+"}),
]


@pytest.mark.parametrize(
    "headers, settings", [row[1:] for row in REFUSED_UNASKED], ids=[row[0] for row in REFUSED_UNASKED]
)
def test_the_function_is_not_called(house, headers, settings):
    function = house.function(AUTHORIZER)
    house.grant(function)
    api = house.api(guarded(PATHS, authorizer(function, **settings)))
    check_refused(house.call(api, headers=headers), NO_TOKEN)
    house.invoke(function, {"methodArn": "marker/marker", "authorizationToken": "7"})
    lines = house.log(function, "asked 7 marker")
    assert len([line for line in lines if line.startswith("START")]) == 1, lines


def test_a_token_that_matches_is_asked_about(house, guard):
    settings = {"identityValidationExpression": "^al+ow$"}
    api = house.api(guarded(PATHS, authorizer(guard, **settings)))
    check_opens(house.call(api, headers=token("allow")), True)


def test_the_header_of_the_token_is_the_configured_one(house, guard):
    api = house.api(guarded(PATHS, authorizer(guard, source="X-Key")))
    check_refused(house.call(api, headers=token("allow")), NO_TOKEN)
    check_opens(house.call(api, headers={"x-key": "allow"}), True)


# The cache


def test_the_policy_is_cached_and_evaluated_for_each_method(house, guard):
    api = house.api(guarded(PATHS, authorizer(guard)))
    check_opens(house.call(api, headers=token("allow-this")), True)
    check_refused(house.call(api, "/cats", headers=token("allow-this")), AUTHORIZER_SILENT)
    house.apigateway.flush_stage_authorizers_cache(restApiId=api, stageName="prod")
    check_opens(house.call(api, "/cats", headers=token("allow-this")), True)


def test_a_cached_policy_is_of_one_token(house, guard):
    api = house.api(guarded(PATHS, authorizer(guard)))
    check_opens(house.call(api, headers=token("allow")), True)
    check_refused(house.call(api, headers=token("deny")), AUTHORIZER_DENIED)


def test_a_cached_policy_is_of_one_stage(house):
    function = house.function(AUTHORIZER)
    house.grant(function)
    api = house.api(guarded(PATHS, authorizer(function)))
    house.deploy(api, "dev")
    check_opens(house.call(api, headers=token("allow")), True)
    check_opens(house.call(api, stage="dev", headers=token("allow")), True)
    assert asked(house, function, 3) == 3


# (id, settings, how often two calls ask)
LIVES = [
    ("default", {}, 1),
    ("an hour", {"authorizerResultTtlInSeconds": 3600}, 1),
    ("none", {"authorizerResultTtlInSeconds": 0}, 2),
]


@pytest.mark.parametrize("settings, times", [row[1:] for row in LIVES], ids=[row[0] for row in LIVES])
def test_how_often_two_calls_ask(house, settings, times):
    function = house.function(AUTHORIZER)
    house.grant(function)
    api = house.api(guarded(PATHS, authorizer(function, **settings)))
    for _ in range(2):
        check_opens(house.call(api, headers=token("allow")), True)
    assert asked(house, function, times + 1) == times + 1


def test_without_a_cache_each_path_gets_its_own_policy(house, guard):
    api = house.api(guarded(PATHS, authorizer(guard, authorizerResultTtlInSeconds=0)))
    check_opens(house.call(api, headers=token("allow-this")), True)
    check_opens(house.call(api, "/cats", headers=token("allow-this")), True)


# REQUEST authorizers


def request_authorizer(
    function, source="method.request.header.X-Token, method.request.querystring.who", **more
):
    return authorizer(function, kind="request", source=source, **more)


def test_a_request_authorizer_needs_all_of_its_sources(house, guard):
    api = house.api(guarded(PATHS, request_authorizer(guard)))
    check_refused(house.call(api, headers={"X-Token": "allow"}), NO_TOKEN)
    check_refused(house.call(api, "/pets?who=me"), NO_TOKEN)
    check_refused(house.call(api, "/pets?who=", headers={"X-Token": "allow"}), NO_TOKEN)
    check_opens(house.call(api, "/pets?who=me", headers={"X-Token": "allow"}), True)


def test_all_sources_are_the_key_of_the_cache(house):
    function = house.function(AUTHORIZER)
    house.grant(function)
    api = house.api(guarded(PATHS, request_authorizer(function)))
    for who in ("me", "you", "me"):
        check_opens(house.call(api, f"/pets?who={who}", headers={"X-Token": "allow"}), True)
    assert asked(house, function, 3) == 3


def test_a_request_authorizer_without_sources_is_always_asked(house, guard):
    definition = request_authorizer(guard, source=None, authorizerResultTtlInSeconds=0)
    api = house.api(guarded(PATHS, definition))
    check_refused(house.call(api), AUTHORIZER_DENIED)
    check_opens(house.call(api, headers={"X-Token": "allow"}), True)


def test_the_event_names_the_actual_verb_and_path(house, guard):
    backend = house.function()
    house.grant(backend)
    paths = {"/{proxy+}": {"x-amazon-apigateway-any-method": method(proxy(backend))}}
    for definition, headers in (
        (authorizer(guard), token("arn")),
        (request_authorizer(guard, "method.request.header.X-Token"), {"X-Token": "arn"}),
    ):
        api = house.api(guarded(paths, definition))
        context = house.call(api, "/a/b", headers=headers).json()["event"]["requestContext"]["authorizer"]
        assert context["methodArn"] == house.arn_of(api, "prod/GET/a/b")


# The test button of the authorizer


def test_the_test_button_of_an_authorizer(house, closed):
    api = house.api(guarded(PATHS, authorizer(closed)))
    identity = authorizer_id(house, api)
    press = lambda value: house.apigateway.test_invoke_authorizer(
        restApiId=api, authorizerId=identity, headers=token(value)
    )
    refused = press("allow")
    assert refused["clientStatus"] == 500
    assert "Execution failed due to configuration error: Authorizer error" in refused["log"]
    assert "AuthorizerConfigurationException" in refused["log"]
    house.grant(closed, house.arn_of(api, f"authorizers/{identity}"))
    opened = press("allow")
    assert (opened["clientStatus"], opened["principalId"]) == (0, "somebody"), opened["log"]
    assert json.loads(opened["policy"])["Statement"][0]["Effect"] == "Allow"
    assert "/ESTestInvoke-stage/" in json.loads(opened["policy"])["Statement"][0]["Resource"]
    assert "allow" not in [
        line.split(" : ")[-1] for line in opened["log"].splitlines() if "Incoming identity" in line
    ]


def asked(house, function, marker):
    """How often the function was asked, a last direct question included."""
    house.invoke(function, {"methodArn": "marker/marker", "authorizationToken": f"m{marker}"})
    lines = house.log(function, f"asked m{marker} marker")
    return len([line for line in lines if line.startswith("asked")])


def check_opens(answer, opens):
    if opens:
        assert answer.status_code == 200, (answer.status_code, answer.text)
    else:
        check_refused(answer, AUTHORIZER_BROKEN)
