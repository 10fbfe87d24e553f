"""API keys, usage plans, throttles and quotas: who is let in, how fast and how often.
Sections 4 to 6 of the facts."""

import datetime
import json

import pytest

from kit.functions import ECHO
from kit.house import House, document, unique
from kit.http import NO_API_KEY, NO_TOKEN, THROTTLED, USED_UP, check_refused
from kit.server import wait_until
from kit.swagger import authorizer, definition, method, mock, proxy

# A token that comes back after a quarter of an hour: the tests see the burst alone.
SLOW = 0.001

AUTHORIZER = """
def handler(event, context):
    statement = {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    return {"principalId": "p", "policyDocument": policy, "usageIdentifierKey": event["authorizationToken"]}
"""


def keyed(integration=None):
    return method(integration or mock(), security=[{"api_key": []}])


def document_of(paths, **more):
    scheme = {"api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"}}
    return definition(paths, securityDefinitions={**scheme, **more.pop("schemes", {})}, **more)


PATHS = {"/pets": {"get": keyed()}, "/cats": {"get": keyed()}, "/free": {"get": method(mock())}}


@pytest.fixture
def api(house):
    return house.api(document_of(PATHS))


def plan(house, api, *keys, stage="prod", methods=None, **terms):
    """A usage plan of one stage with these keys; its id."""
    stages = [{"apiId": api, "stage": stage, **({"throttle": methods} if methods else {})}]
    made = house.apigateway.create_usage_plan(name=unique("plan"), apiStages=stages, **terms)
    for key in keys:
        house.apigateway.create_usage_plan_key(usagePlanId=made["id"], keyId=key["id"], keyType="API_KEY")
    return made["id"]


def key(house, **more):
    return house.apigateway.create_api_key(name=unique("key"), **{"enabled": True, **more})


def ask(house, api, key, path="/pets", **more):
    value = key["value"] if isinstance(key, dict) else key
    headers = {"x-api-key": value, **more.pop("headers", {})}
    return house.call(api, path, headers=headers, **more)


def passed(house, api, key, path="/pets", *, calls=6, refusal=THROTTLED):
    """How many calls are let through; the others read the refusal, to the byte."""
    answers = [ask(house, api, key, path) for _ in range(calls)]
    for answer in answers:
        if answer.status_code != 200:
            check_refused(answer, refusal)
    return sum(answer.status_code == 200 for answer in answers)


# Keys


def test_a_key_of_a_plan_of_the_stage_opens_it(house, api):
    good = key(house)
    check_refused(ask(house, api, good), NO_API_KEY)
    plan(house, api, good)
    assert ask(house, api, good).status_code == 200
    check_refused(house.call(api), NO_API_KEY)
    check_refused(ask(house, api, "unknown"), NO_API_KEY)
    assert house.call(api, "/free").status_code == 200


def test_a_disabled_key_opens_nothing(house, api):
    disabled = key(house, enabled=False)
    plan(house, api, disabled)
    check_refused(ask(house, api, disabled), NO_API_KEY)
    for value, opens in [("true", True), ("false", False)]:
        patch = [{"op": "replace", "path": "/enabled", "value": value}]
        house.apigateway.update_api_key(apiKey=disabled["id"], patchOperations=patch)
        assert (ask(house, api, disabled).status_code == 200) == opens


def test_a_plan_is_for_its_stages(house, api):
    good = key(house)
    plan_id = plan(house, api, good)
    house.deploy(api, "dev")
    check_refused(ask(house, api, good, stage="dev"), NO_API_KEY)
    patch = [{"op": "add", "path": "/apiStages", "value": f"{api}:dev"}]
    house.apigateway.update_usage_plan(usagePlanId=plan_id, patchOperations=patch)
    assert ask(house, api, good, stage="dev").status_code == 200
    house.apigateway.delete_usage_plan_key(usagePlanId=plan_id, keyId=good["id"])
    check_refused(ask(house, api, good, stage="dev"), NO_API_KEY)


def test_a_function_sees_the_key_and_its_id(house):
    function = house.function(ECHO)
    house.grant(function)
    api = house.api(document_of({"/pets": {"get": keyed(proxy(function))}}))
    good = key(house)
    plan(house, api, good)
    identity = ask(house, api, good).json()["event"]["requestContext"]["identity"]
    assert (identity["apiKey"], identity["apiKeyId"]) == (good["value"], good["id"])
    assert good["value"] not in json.dumps(house.journal())


def test_a_key_may_come_from_the_authorizer(house):
    function = house.function(AUTHORIZER)
    house.grant(function)
    scheme = {"guard": authorizer(function, authorizerResultTtlInSeconds=0)}
    security = [{"guard": [], "api_key": []}]
    source = {"x-amazon-apigateway-api-key-source": "AUTHORIZER"}
    paths = {"/pets": {"get": method(mock(), security=security)}}
    api = house.api(document_of(paths, schemes=scheme, **source))
    good = key(house)
    plan(house, api, good, quota={"limit": 1, "period": "DAY"})
    check_refused(ask(house, api, good), NO_TOKEN)
    check_refused(ask(house, api, good, headers={"Authorization": "other"}), NO_API_KEY)
    answer = house.call(api, headers={"Authorization": good["value"]})
    assert answer.status_code == 200
    check_refused(house.call(api, headers={"Authorization": good["value"]}), USED_UP)
    exported = house.apigateway.get_export(
        restApiId=api, stageName="prod", exportType="swagger", parameters={"extensions": "apigateway"}
    )
    shown = json.loads(exported["body"].read())
    assert shown["x-amazon-apigateway-api-key-source"] == "AUTHORIZER"
    assert {"api_key": []} in shown["paths"]["/pets"]["get"]["security"]


def test_keys_come_from_a_file(house, api):
    plan_id = plan(house, api)
    value = unique("imported-key-0123456789")
    file = f"Name,key,description,Enabled,usageplanIds\nfirst,{value},An imported key,TRUE,{plan_id}\n"
    imported = house.apigateway.import_api_keys(body=file.encode(), format="csv", failOnWarnings=True)
    assert (len(imported["ids"]), imported["warnings"]) == (1, [])
    assert ask(house, api, value).status_code == 200


# Throttles


def test_a_plan_throttles_a_key(house, api):
    good, other = key(house), key(house)
    plan(house, api, good, other, throttle={"rateLimit": SLOW, "burstLimit": 3})
    assert passed(house, api, good) == 3
    assert passed(house, api, good, "/cats") == 0
    assert passed(house, api, other, "/cats") == 3


def test_a_plan_throttles_a_method(house, api):
    good = key(house)
    methods = {"/pets/GET": {"rateLimit": SLOW, "burstLimit": 1}}
    plan_id = plan(house, api, good, methods=methods, throttle={"rateLimit": SLOW, "burstLimit": 4})
    assert passed(house, api, good) == 1
    assert passed(house, api, good, "/cats") == 4
    path = f"/apiStages/{api}:prod/throttle/~1pets/GET/burstLimit"
    patch = [{"op": "replace", "path": path, "value": "5"}]
    house.apigateway.update_usage_plan(usagePlanId=plan_id, patchOperations=patch)
    assert passed(house, api, good) == 5


def throttle_stage(house, api, where, burst):
    patches = [
        {"op": "replace", "path": f"/{where}/throttling/rateLimit", "value": str(SLOW)},
        {"op": "replace", "path": f"/{where}/throttling/burstLimit", "value": str(burst)},
    ]
    return house.apigateway.update_stage(restApiId=api, stageName="prod", patchOperations=patches)


def test_a_stage_throttles_its_methods(house, api):
    good = key(house)
    plan(house, api, good)
    stage = throttle_stage(house, api, "*/*", 2)
    shown = stage["methodSettings"]["*/*"]
    assert (shown["throttlingRateLimit"], shown["throttlingBurstLimit"]) == (SLOW, 2)
    throttle_stage(house, api, "~1cats/GET", 4)
    assert passed(house, api, good) == 2
    assert passed(house, api, good, "/cats") == 4
    assert passed(house, api, "", "/free") == 2


def test_an_account_throttles_all_of_its_apis(fresh):
    server = fresh("--account-rate-limit", str(SLOW), "--account-burst-limit", "3")
    house = House(server)
    first, second = (house.api(document_of(PATHS)) for _ in range(2))
    shown = house.apigateway.get_account()["throttleSettings"]
    assert (shown["rateLimit"], shown["burstLimit"]) == (SLOW, 3)
    assert passed(house, first, "", "/free") == 3
    assert passed(house, second, "", "/free") == 0


def test_refusals_can_be_customised(house, api):
    for kind, status in [("THROTTLED", "420"), ("QUOTA_EXCEEDED", "402"), ("INVALID_API_KEY", "401")]:
        house.apigateway.put_gateway_response(
            restApiId=api,
            responseType=kind,
            statusCode=status,
            responseTemplates={"application/json": '{"said":$context.error.messageString}'},
        )
    house.deploy(api)
    slow, poor = key(house), key(house)
    plan(house, api, slow, throttle={"rateLimit": SLOW, "burstLimit": 0})
    plan(house, api, poor, quota={"limit": 0, "period": "WEEK"})
    for given, status, said in [
        (slow, 420, "Too Many Requests"),
        (poor, 402, "Limit Exceeded"),
        ("unknown", 401, "Forbidden"),
    ]:
        answer = ask(house, api, given)
        assert (answer.status_code, answer.json()) == (status, {"said": said})


# Quotas


def usage(house, plan_id, key, **more):
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    shown = house.apigateway.get_usage(usagePlanId=plan_id, startDate=today, endDate=today, **more)
    return shown["items"][key["id"]]


@pytest.mark.parametrize("period", ["DAY", "WEEK", "MONTH"])
def test_a_quota_ends(house, api, period):
    good = key(house)
    plan_id = plan(house, api, good, quota={"limit": 3, "period": period})
    assert passed(house, api, good, refusal=USED_UP) == 3
    assert usage(house, plan_id, good) == [[3, 0]]


def test_a_quota_can_be_extended(house, api):
    good = key(house)
    plan_id = plan(house, api, good, quota={"limit": 2, "period": "DAY"})
    assert passed(house, api, good, refusal=USED_UP) == 2
    patch = [{"op": "replace", "path": "/remaining", "value": "3"}]
    house.apigateway.update_usage(usagePlanId=plan_id, keyId=good["id"], patchOperations=patch)
    assert passed(house, api, good, refusal=USED_UP) == 3
    assert usage(house, plan_id, good, keyId=good["id"]) == [[5, 0]]


def test_a_throttled_request_uses_no_quota(house, api):
    good = key(house)
    terms = {"throttle": {"rateLimit": SLOW, "burstLimit": 2}, "quota": {"limit": 5, "period": "DAY"}}
    plan_id = plan(house, api, good, **terms)
    assert passed(house, api, good) == 2
    assert usage(house, plan_id, good) == [[2, 3]]


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_restart_keeps_the_counters(fresh, end):
    server = fresh()
    house = House(server)
    api = house.api(document_of(PATHS))
    good = key(house)
    plan_id = plan(house, api, good, quota={"limit": 5, "period": "MONTH"})
    assert passed(house, api, good, calls=3) == 3
    if end == "kill":
        # What GetUsage told is kept; a kill may lose what nobody was told of.
        assert usage(house, plan_id, good) == [[3, 2]]
        server.kill()
    else:
        assert server.stop() == 0
    server.start()
    assert usage(house, plan_id, good) == [[3, 2]]
    assert passed(house, api, good, refusal=USED_UP) == 2


# Logs


def test_the_execution_log_tells_what_the_plan_said(house):
    api = house.api(document_of(PATHS), stage="logged")
    allowed = document(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], Resource="*")
    role = house.role(policy=allowed)
    patch = [{"op": "replace", "path": "/cloudwatchRoleArn", "value": role}]
    house.apigateway.update_account(patchOperations=patch)
    logging = [{"op": "replace", "path": "/*/*/logging/loglevel", "value": "INFO"}]
    house.apigateway.update_stage(restApiId=api, stageName="logged", patchOperations=logging)
    good = key(house)
    terms = {"throttle": {"rateLimit": SLOW, "burstLimit": 1}}
    plan_id = plan(house, api, good, stage="logged", **terms)
    masked = "*" * (len(good["value"]) - 6) + good["value"][-6:]
    place = f"{api}/logged"

    let_in = ask(house, api, good, stage="logged")
    lines = log_of(house, place, let_in)
    assert lines[1:4] == [
        f"Verifying Usage Plan for request: {let_in.headers['x-amzn-RequestId']}. API Key: {masked} API Stage: {place}",
        f"Usage Plan check succeeded for API Key {masked} and API Stage {place}",
        f"Starting execution for request: {let_in.headers['x-amzn-RequestId']}",
    ]
    assert lines[-1] == "Method completed with status: 200"

    lines = log_of(house, place, ask(house, api, good, stage="logged"))
    exceeded = f"API Key {masked} exceeded throttle limit for API Stage {place}: Key throttle limit exceeded for Usage Plan ID {plan_id}, RestApi {api}, Stage logged"
    assert lines[2].startswith(exceeded)
    assert lines[2].endswith("HttpMethod GET. Limit: 0.00 Burst: 1")
    assert lines[3] == "Method completed with status: 429"

    lines = log_of(house, place, ask(house, api, "unknown-key-0123456789", stage="logged"))
    assert lines[2].endswith(
        f"not authorized because method 'GET /pets' requires API Key and API Key is not associated with a Usage Plan for API Stage {place}: No Usage Plan found for key and API Stage"
    )

    lines = log_of(house, place, house.call(api, "/free", stage="logged"))
    assert lines[2] == (
        "API Key  authorized because method 'GET /free' does not require API Key. Request will not contribute to throttle or quota limits"
    )
    assert lines[3] == f"Usage Plan check succeeded for API Key  and API Stage {place}"


def log_of(house, place, answer):
    """The lines of one request, without its id before them."""
    start = f"({answer.headers['x-amzn-RequestId']}) "
    group = f"API-Gateway-Execution-Logs_{place}"
    lines = []

    def arrived():
        try:
            events = house.logs.filter_log_events(logGroupName=group)["events"]
        except house.logs.exceptions.ResourceNotFoundException:
            return False
        messages = [event["message"] for event in events]
        lines[:] = [line.removeprefix(start) for line in messages if line.startswith(start)]
        return any(line.startswith("Method completed") for line in lines)

    assert wait_until(arrived), lines
    return lines
