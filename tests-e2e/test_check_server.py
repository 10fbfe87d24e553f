"""`portcullis check` without files: what a running server holds, judged by the same rules as documents. Exit codes are
those of a pipeline: 0 clean, 1 findings, 3 could not be analysed."""

import json
import subprocess

import pytest

from kit.house import House
from kit.server import binary
from kit.shell import Shell
from kit.swagger import definition, method, mock, pets, proxy


@pytest.fixture
def place(fresh, tmp_path):
    """A server of the test's own, since a check tells of everything there is."""
    server = fresh()
    return House(server), Shell(server, tmp_path)


def check(shell, *arguments, code):
    done = subprocess.run(
        [binary(), "check", *arguments],
        env=shell.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == code, f"{done.stdout} {done.stderr}"
    return done.stdout or done.stderr


def found(shell, code):
    """The rules that are met, each with what it says."""
    told = json.loads(check(shell, "--format", "json", code=code))
    assert told["notChecked"] == []
    return [(one["rule"], one["message"]) for one in told["findings"]]


def rules(shell, code):
    return [rule for rule, _ in found(shell, code)]


def test_what_is_granted_is_clean_and_what_is_missing_is_found(place):
    house, shell = place
    assert "nothing found" in check(shell, code=0)
    backend = house.function()
    api = house.api(pets(proxy(backend)))
    ((rule, message),) = found(shell, code=1)
    assert rule == "PC001" and "GET /pets" in message
    shown = check(shell, code=1)
    assert "error[PC001]" in shown and "aws lambda add-permission" in shown
    assert "--fix writes it" not in shown
    sid = house.grant(backend, house.arn_of(api, "*/GET/pets"))
    assert rules(shell, code=0) == []
    house.lambda_.remove_permission(FunctionName=backend, StatementId=sid)
    house.grant(backend, house.arn_of(api, "*/POST/pets"))
    ((rule, message),) = found(shell, code=1)
    assert rule == "PC002" and "its method is POST" in message


def test_what_no_api_calls_any_more_is_orphaned(place):
    house, shell = place
    backend = house.function()
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    house.grant(backend, house.arn_of(api, "*/DELETE/pets"))
    ((rule, message),) = found(shell, code=1)
    assert rule == "PC016" and "grants nothing that is called" in message


def test_wider_and_same_grants_are_told_apart(place):
    house, shell = place
    backend = house.function()
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "prod/GET/pets"))
    # Notes alone do not fail a pipeline.
    assert rules(shell, code=0) == ["PC020"]
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    assert rules(shell, code=0) == ["PC018"]
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    assert "PC017" in rules(shell, code=1)
    house.grant(backend)
    assert "PC010" in rules(shell, code=1)


def test_each_stage_needs_its_own_alias(place):
    house, shell = place
    backend = house.function(Publish=True)
    name = backend.rsplit(":", 1)[1]
    for alias in ("live", "next"):
        house.lambda_.create_alias(FunctionName=name, Name=alias, FunctionVersion="1")
    staged = backend + ":${stageVariables.alias}"
    api = house.api(pets(proxy(staged)), variables={"alias": "live"})
    house.deploy(api, "dev", {"alias": "next"})
    house.deploy(api, "test", {})
    house.grant(backend, house.arn_of(api, "*/GET/pets"), qualifier="live")
    messages = [message for rule, message in found(shell, code=1) if rule in ("PC014", "PC006")]
    assert any("next" in message for message in messages), messages
    assert any("stage test" in message for message in messages), messages
    assert not any("prod" in message for message in messages), messages


def test_a_policy_that_is_nearly_full_is_a_warning(place):
    house, shell = place
    backend = house.function()
    name = "a-path-with-a-name-that-makes-its-statement-long"
    paths = {f"/{name}-{number:03}": {"get": method(proxy(backend))} for number in range(60)}
    api = house.api(definition(paths))
    full = False
    for path in paths:
        try:
            house.grant(backend, house.arn_of(api, f"*/GET{path}"))
        except house.lambda_.exceptions.PolicyLengthExceededException:
            full = True
            break
    assert full
    assert "PC015" in rules(shell, code=1)


def test_roles_and_authorizers_are_looked_at(place):
    house, shell = place
    backend, guard = house.function(), house.function()
    role = house.role(trusts=("lambda.amazonaws.com",))
    document = pets(proxy(backend, credentials=role))
    document["paths"]["/pets"]["get"]["security"] = [{"guard": []}]
    document["securityDefinitions"] = {
        "guard": {
            "type": "apiKey",
            "name": "Authorization",
            "in": "header",
            "x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": {
                "type": "token",
                "authorizerUri": proxy(guard)["uri"],
            },
        }
    }
    house.api(document)
    assert sorted(rules(shell, code=1)) == ["PC007", "PC009"]


def test_known_findings_and_reasons_hold_for_a_server_too(place, tmp_path):
    house, shell = place
    house.api(pets(proxy(house.function())))
    known = str(tmp_path / "known.json")
    check(shell, "--baseline", known, "--write-baseline", code=0)
    check(shell, "--baseline", known, code=0)
    check(shell, "--ignore", "PC001=nobody calls it", code=0)


def test_a_server_that_cannot_be_asked_is_not_called_sound(place):
    house, shell = place
    house.api(pets(mock()))
    told = check(shell, "--endpoint", "http://127.0.0.1:1", code=3)
    assert "127.0.0.1:1" in told
    user = house.user()
    environment = shell.environment
    shell.environment = {
        **environment,
        "AWS_ACCESS_KEY_ID": user.keys.access_key,
        "AWS_SECRET_ACCESS_KEY": user.keys.secret_key,
    }
    check(shell, code=3)
