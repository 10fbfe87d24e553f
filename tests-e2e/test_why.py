"""What hurts the people who use API Gateway, one scenario each: the refusal is made by a real client,
`portcullis why` explains it, the printed fix is run as it is printed, and the call is answered. The
policy engine then says that the grant is no wider than what was asked."""

import json

import pytest
import requests

from kit.functions import AUTHORIZER
from kit.house import House, document, unique
from kit.http import AUTHORIZER_BROKEN, CONFIGURATION, NO_ROUTE, call, check_refused, signed
from kit.shell import Shell
from kit.swagger import authorizer, definition, guarded, method, mock, pets, proxy

FIX = "portcullis why last --fix cli | sh -e"
ORIGIN = "https://shop.example.com"


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture
def backend(house):
    return house.function()


def why(shell, *more):
    return shell.portcullis("why", *more)


def report(shell, request="last"):
    return json.loads(shell.portcullis("why", request, "--format", "json"))


def coverage(shell):
    return json.loads(shell.portcullis("map", "--format", "json"))["coverage"]


def check_exact(shell, function):
    """Every grant of the function is needed, and grants nothing that was not asked."""
    found = [one for one in coverage(shell)["statements"] if one["function"].startswith(function)]
    assert found
    assert {(one["worth"], one["reach"]) for one in found} == {("needed", "exact")}, found


# 1. Invalid permissions on Lambda function


def test_a_permission_that_is_simply_absent(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    answer = house.call(api)
    check_refused(answer, CONFIGURATION)
    told = report(shell)
    assert told["requestId"] == answer.headers["x-amzn-RequestId"]
    assert told["layer"] == "invocation"
    assert told["because"].startswith("the gateway may not invoke the function: apigateway.amazonaws.com")
    shell.pipe(FIX)
    assert house.call(api).status_code == 200
    check_exact(shell, backend)


NEAR_MISSES = [
    ("another method", "*/POST/pets", "POST", "GET"),
    ("literal ANY", "*/ANY/pets", "ANY", "GET"),
    ("another path", "*/GET/cats", "cats", "pets"),
    ("another stage", "dev/GET/pets", "dev", "prod"),
]


@pytest.mark.parametrize(
    "source, granted, asked", [row[1:] for row in NEAR_MISSES], ids=[row[0] for row in NEAR_MISSES]
)
def test_a_grant_that_does_not_match_is_shown_beside_the_call(house, shell, backend, source, granted, asked):
    api = house.api(pets(proxy(backend)))
    sid = house.grant(backend, house.arn_of(api, source))
    check_refused(house.call(api), CONFIGURATION)
    (compared,) = report(shell)["nearest"]["compared"]
    assert compared["pattern"][slice(*compared["patternDiffers"])] == granted
    assert compared["value"][slice(*compared["valueDiffers"])] == asked
    text = why(shell)
    assert f'nearest: statement "{sid}" of resource policy of {backend}' in text
    assert "^" * len(granted) in text
    shell.pipe(FIX)
    assert house.call(api).status_code == 200


def test_a_logical_id_where_the_api_should_be(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, f"arn:aws:execute-api:us-east-1:{house.account}:PetsApi/*/GET/pets")
    check_refused(house.call(api), CONFIGURATION)
    (compared,) = report(shell)["nearest"]["compared"]
    assert "PetsApi" in compared["pattern"]
    shell.pipe(FIX)
    assert house.call(api).status_code == 200


def test_a_function_that_was_renamed(house, shell, backend):
    """The API goes on calling the old name; the new one has no permission, so that both are told."""
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "prod/GET/pets"))
    assert house.call(api).status_code == 200
    house.lambda_.delete_function(FunctionName=backend)
    renamed = house.function()
    check_refused(house.call(api), CONFIGURATION)
    told = json.dumps(report(shell))
    assert f"there is no function {backend}" in told, told
    house.apigateway.put_rest_api(
        restApiId=api, mode="overwrite", body=json.dumps(pets(proxy(renamed))).encode()
    )
    house.deploy(api)
    check_refused(house.call(api), CONFIGURATION)
    shell.pipe(FIX)
    assert house.call(api).status_code == 200
    check_exact(shell, renamed)


def test_a_permission_that_was_lost_when_the_function_was_replaced(house, shell):
    """A function that is deleted takes its policy with it: one of the same name has none."""
    name = unique("replaced")
    backend = house.function(name=name)
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "prod/GET/pets"))
    assert house.call(api).status_code == 200
    house.lambda_.delete_function(FunctionName=backend)
    house.function(name=name)
    check_refused(house.call(api), CONFIGURATION)
    shell.pipe(FIX)
    assert house.call(api).status_code == 200
    check_exact(shell, backend)


def test_a_fix_in_every_form(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    check_refused(house.call(api), CONFIGURATION)
    statement = json.loads(why(shell, "last", "--fix", "json"))
    source = house.arn_of(api, "prod/GET/pets")
    assert statement["Condition"] == {"ArnLike": {"AWS:SourceArn": source}}
    for form in ("cfn", "sam", "terraform"):
        assert source in why(shell, "last", "--fix", form), form
    assert "credentials:" in why(shell, "last", "--fix", "swagger")


# 2. CORS with authorizers


def preflight(house, api):
    headers = {
        "Origin": ORIGIN,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization",
    }
    return house.call(api, method="OPTIONS", headers=headers)


def test_a_preflight_that_finds_no_options(house, shell):
    api = house.api(pets(mock()))
    check_refused(preflight(house, api), NO_ROUTE)
    assert "/pets has the method OPTIONS" in why(shell)
    shell.pipe(FIX)
    answer = preflight(house, api)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert answer.headers["Access-Control-Allow-Methods"] == "GET"
    assert answer.headers["Access-Control-Allow-Headers"] == "authorization"


def test_a_preflight_behind_an_authorizer(house, shell, backend):
    guard = house.function(AUTHORIZER)
    paths = {"/pets": {"get": method(mock()), "options": method(mock())}}
    api = house.api(guarded(paths, authorizer(guard)))
    house.grant(guard, house.arn_of(api, "authorizers/*"))
    assert preflight(house, api).status_code == 401
    assert "a browser sends neither credentials nor keys" in why(shell)
    shell.pipe(FIX)
    assert preflight(house, api).status_code == 200


def test_a_refusal_that_a_page_may_not_read(house, shell):
    guard = house.function(AUTHORIZER)
    api = house.api(guarded({"/pets": {"get": method(mock())}}, authorizer(guard)))
    house.grant(guard, house.arn_of(api, "authorizers/*"))
    headers = {"Origin": ORIGIN}
    assert house.call(api, headers=headers).status_code == 401
    told = report(shell)
    assert any("Access-Control-Allow-Origin" in note for note in told["notes"])
    (commands,) = [note.split("\n", 1)[1] for note in told["notes"] if "\n" in note]
    shell.pipe(commands)
    answer = house.call(api, headers=headers)
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (401, ORIGIN)


# 3. Missing Authentication Token means: no such route


def test_a_path_that_is_nearly_right(house, shell):
    api = house.api(pets(mock()))
    check_refused(house.call(api, "/pet"), NO_ROUTE)
    text = why(shell)
    assert "the nearest of its methods: GET /pets" in text
    url = text.rsplit("curl -X GET ", 1)[1].split()[0]
    assert requests.get(url, timeout=30).status_code == 200


def test_the_stage_was_forgotten(house, shell, server):
    api = house.api(pets(mock()))
    answer = call(server, api, "", stage="pets")
    assert answer.status_code == 403
    text = why(shell)
    assert "the stage was forgotten" in text
    url = text.rsplit("# call ", 1)[1].split()[0]
    assert requests.get(url, timeout=30).status_code == 200


def test_a_method_that_is_not_deployed_yet(house, shell):
    api = house.api(pets(mock()))
    cats = json.dumps(definition({"/cats": {"get": method(mock())}})).encode()
    house.apigateway.put_rest_api(restApiId=api, mode="merge", body=cats)
    check_refused(house.call(api, "/cats"), NO_ROUTE)
    assert "the stage serves an older deployment" in why(shell)
    shell.pipe(FIX)
    assert house.call(api, "/cats").status_code == 200


# 4. cloudwatchRoleArn is missing


def test_logs_that_nobody_writes(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    patch = [{"op": "replace", "path": "/*/*/logging/loglevel", "value": "INFO"}]
    house.apigateway.update_account(
        patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": ""}]
    )
    # The stage asks for logs; that the account names no role is told where the logs are looked for.
    role = house.role(managed=("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",))
    house.apigateway.update_account(
        patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": role}]
    )
    house.apigateway.update_stage(restApiId=api, stageName="prod", patchOperations=patch)
    house.apigateway.update_account(
        patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": ""}]
    )
    check_refused(house.call(api), CONFIGURATION)
    told = report(shell)
    assert any("the account names no role" in note for note in told["notes"]), told["notes"]
    (commands,) = [note.split("\n", 1)[1] for note in told["notes"] if "\n" in note]
    shell.pipe(commands)
    house.call(api)
    after = report(shell)["notes"]
    assert not any("the account names no role" in note for note in after), after


# 5. The limit of a policy


def test_many_grants_become_few(house, shell, backend):
    verbs = ("get", "post", "put", "delete")
    paths = {f"/a/p{at}": {verb: method(proxy(backend)) for verb in verbs} for at in range(5)}
    api = house.api(definition(paths))
    for path, methods in paths.items():
        for verb in methods:
            house.grant(backend, house.arn_of(api, f"*/{verb.upper()}{path}"))
    shell.portcullis("compact", backend, "--yes")
    policy = json.loads(house.lambda_.get_policy(FunctionName=backend)["Policy"])
    (statement,) = policy["Statement"]
    assert statement["Condition"]["ArnLike"]["AWS:SourceArn"] == house.arn_of(api, "*/*/a/*")
    for path in paths:
        assert house.call(api, path).status_code == 200
    assert "can't be spared" in shell.portcullis("compact", backend)


# 6. A policy that an authorizer gave for another method


def test_a_policy_that_was_made_for_another_method(house, shell):
    guard = house.function(AUTHORIZER)
    paths = {"/pets": {"get": method(mock())}, "/cats": {"get": method(mock())}}
    api = house.api(guarded(paths, authorizer(guard, authorizerResultTtlInSeconds=300)))
    house.grant(guard, house.arn_of(api, "authorizers/*"))
    token = {"Authorization": "allow-this"}
    assert house.call(api, "/pets", headers=token).status_code == 200
    assert house.call(api, "/cats", headers=token).status_code == 403
    assert "the policy was made for GET /pets, " in why(shell)
    shell.pipe(FIX)
    assert house.call(api, "/cats", headers=token).status_code == 200


# 7. Stage variables and aliases


def test_an_alias_that_has_no_grant_of_its_own(house, shell, backend):
    house.lambda_.publish_version(FunctionName=backend)
    house.lambda_.create_alias(FunctionName=backend, Name="live", FunctionVersion="1")
    api = house.api(pets(proxy(backend + ":${stageVariables.alias}")), variables={"alias": "live"})
    house.grant(backend, house.arn_of(api, "prod/GET/pets"))
    check_refused(house.call(api), CONFIGURATION)
    assert "--qualifier live" in why(shell, "last", "--fix", "cli")
    shell.pipe(FIX)
    assert house.call(api).status_code == 200
    states = {
        (edge["stage"], edge["function"]): edge["state"]
        for edge in coverage(shell)["edges"]
        if edge["api"].endswith(api)
    }
    assert states == {
        ("prod", f"{backend}:live"): "granted",
        ("test-invoke-stage", None): "unknown",
    }


def test_a_stage_variable_that_is_not_set(house, shell, backend):
    definition_of_pets = pets(proxy(backend + ":${stageVariables.alias}"))
    api = house.api(definition_of_pets, variables={"alias": "live"})
    house.deploy(api, "dev")
    check_refused(call(house.server, api, stage="dev"), CONFIGURATION)
    text = why(shell)
    assert "the stage dev has the variable alias" in text
    assert "other stages have it: prod: live" in text
    assert "op=replace,path=/variables/alias,value=VALUE" in text


# 8. The authorizer itself is not permitted


def test_an_authorizer_that_nobody_may_invoke(house, shell):
    guard = house.function(AUTHORIZER)
    api = house.api(guarded({"/pets": {"get": method(mock())}}, authorizer(guard)))
    token = {"Authorization": "allow"}
    check_refused(house.call(api, headers=token), AUTHORIZER_BROKEN)
    told = report(shell)
    assert told["layer"] == "authorizers"
    shell.pipe(FIX)
    assert house.call(api, headers=token).status_code == 200
    check_exact(shell, guard)


# 9. The test button is a stage of its own


def test_a_grant_for_a_stage_fails_the_test_button(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "prod/GET/pets"))
    assert house.press_test_button(api)["status"] == 500
    assert "test-invoke-stage" in why(shell)
    edges = {edge["stage"]: edge for edge in coverage(shell)["edges"] if edge["api"].endswith(api)}
    assert edges["prod"]["state"] == "granted"
    assert edges["test-invoke-stage"]["state"] == "missing"
    shell.pipe(FIX)
    assert house.press_test_button(api)["status"] == 200


# 10. and 11. Grants for everybody, and grants for what is gone


def test_the_map_tells_wide_and_orphaned_grants(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    deputy = house.grant(backend)
    gone = house.grant(backend, house.arn_of("gone123456", "*/GET/pets"))
    exact = house.grant(backend, house.arn_of(api, "*/GET/pets"))
    found = {one["sid"]: one for one in coverage(shell)["statements"] if one["function"] == backend}
    assert (found[deputy]["worth"], found[deputy]["reach"]) == ("wider-than-needed", "anyone")
    assert found[gone]["worth"] == "shadowed" or found[gone]["worth"] == "orphaned"
    assert found[exact]["worth"] == "shadowed"
    house.lambda_.remove_permission(FunctionName=backend, StatementId=deputy)
    found = {one["sid"]: one for one in coverage(shell)["statements"] if one["function"] == backend}
    assert (found[gone]["worth"], found[exact]["worth"]) == ("orphaned", "needed")
    text = shell.portcullis("map")
    assert "orphaned" in text and "GET /pets" in text


# Roles, callers, resource policies, the control plane


def test_a_role_that_does_not_trust_the_gateway(house, shell, backend):
    may = document("lambda:InvokeFunction", Resource=backend)
    role = house.role(trusts=("lambda.amazonaws.com",), policy=may)
    api = house.api(pets(proxy(backend, credentials=role)))
    check_refused(house.call(api), CONFIGURATION)
    assert f"the function is invoked in the role {role}" in why(shell)
    shell.pipe(FIX)
    assert house.call(api).status_code == 200


def test_a_role_that_may_not_invoke(house, shell, backend):
    role = house.role()
    api = house.api(pets(proxy(backend, credentials=role)))
    check_refused(house.call(api), CONFIGURATION)
    shell.pipe(FIX)
    assert house.call(api).status_code == 200
    whom = json.loads(shell.portcullis("map", "--what-can", role, "--format", "json"))["what"]
    assert [one["function"] for one in whom if one["state"] == "granted"] == [backend]
    assert role in shell.portcullis("map", "--who-can", backend)


def test_a_caller_who_may_not_call(house, shell):
    api = house.api(pets(mock(), security=[{"sigv4": []}], **{"securityDefinitions": SIGV4}))
    user = house.user()
    assert house.call(api, keys=user.keys).status_code == 403
    told = report(shell)
    assert told["caller"] == f"arn:aws:iam::{house.account}:user/{user.name}"
    shell.pipe(FIX)
    assert house.call(api, keys=user.keys).status_code == 200
    policies = house.iam.list_user_policies(UserName=user.name)["PolicyNames"]
    (granted,) = [house.iam.get_user_policy(UserName=user.name, PolicyName=name) for name in policies]
    (statement,) = granted["PolicyDocument"]["Statement"]
    assert statement["Resource"] == house.arn_of(api, "prod/GET/pets")


SIGV4 = {
    "sigv4": {
        "type": "apiKey",
        "name": "Authorization",
        "in": "header",
        "x-amazon-apigateway-authtype": "awsSigv4",
    }
}


def test_an_unsigned_call_of_a_signed_method(house, shell):
    api = house.api(pets(mock(), security=[{"sigv4": []}], **{"securityDefinitions": SIGV4}))
    check_refused(house.call(api), NO_ROUTE)
    text = why(shell)
    assert "the method is AWS_IAM" in text
    command = text.rsplit("# sign it: ", 1)[1].split("\n")[0]
    assert shell.pipe(f"{command} -s -o /dev/null -w '%{{http_code}}'") == "200"


def test_a_resource_policy_that_does_not_allow(house, shell):
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "execute-api:Invoke",
                "Resource": "execute-api:/*/POST/*",
            }
        ],
    }
    api = house.api(pets(mock(), **{"x-amazon-apigateway-policy": policy}))
    assert house.call(api).status_code == 403
    told = report(shell)
    assert told["layer"] == "authorization"
    shell.pipe(FIX)
    assert house.call(api).status_code == 200


def test_a_control_plane_call_that_is_denied(house, shell):
    user = house.user()
    with pytest.raises(user.lambda_.exceptions.ClientError):
        user.lambda_.list_functions()
    told = report(shell)
    assert (told["api"], told["path"], told["kind"]) == ("lambda", "ListFunctions", "AccessDenied")
    shell.pipe(FIX)
    assert user.lambda_.list_functions()["Functions"]


def assume(caller, role):
    answer = caller.sts.assume_role(RoleArn=role, RoleSessionName="somebody")
    return answer["AssumedRoleUser"]["Arn"]


def test_a_role_that_does_not_trust_the_caller(house, shell):
    user = house.user(document("sts:AssumeRole", Resource="*"))
    role = house.role(trusts=("lambda.amazonaws.com",))
    with pytest.raises(user.sts.exceptions.ClientError):
        assume(user, role)
    told = report(shell)
    assert (told["api"], told["path"], told["kind"]) == ("sts", "AssumeRole", "AccessDenied")
    arn = f"arn:aws:iam::{house.account}:user/{user.name}"
    statement = json.loads(why(shell, "last", "--fix", "json"))
    assert statement["Principal"] == {"AWS": arn} and statement["Action"] == "sts:AssumeRole"
    for form in ("cfn", "sam", "terraform"):
        assert arn in why(shell, "last", "--fix", form), form
    shell.pipe(FIX)
    assert role.rsplit("/", 1)[1] in assume(user, role)
    # Nobody else is trusted.
    stranger = house.user(document("sts:AssumeRole", Resource="*"))
    with pytest.raises(stranger.sts.exceptions.ClientError):
        assume(stranger, role)


def test_a_caller_who_may_not_assume_a_role(house, shell):
    user = house.user()
    trust = document("sts:AssumeRole", Principal={"AWS": f"arn:aws:iam::{house.account}:root"})
    house.iam.create_role(RoleName="trusting", AssumeRolePolicyDocument=trust)
    role = f"arn:aws:iam::{house.account}:role/trusting"
    with pytest.raises(user.sts.exceptions.ClientError):
        assume(user, role)
    shell.pipe(FIX)
    assert "trusting" in assume(user, role)


def test_a_role_that_is_not_there(house, shell):
    user = house.user(document("sts:AssumeRole", Resource="*"))
    role = f"arn:aws:iam::{house.account}:role/nowhere"
    with pytest.raises(user.sts.exceptions.ClientError):
        assume(user, role)
    assert "there is no such role" in " ".join(why(shell).split())
    shell.pipe(FIX)
    assert "nowhere" in assume(user, role)


def test_a_direct_call_of_a_function_that_is_denied(house, shell, backend):
    user = house.user()
    with pytest.raises(user.lambda_.exceptions.ClientError):
        user.invoke(backend, {})
    told = report(shell)
    assert (told["api"], told["path"]) == ("lambda", "Invoke")
    for form in ("json", "cfn", "sam", "terraform"):
        assert "lambda:InvokeFunction" in why(shell, "last", "--fix", form), form
    shell.pipe(FIX)
    assert user.invoke(backend, {})["StatusCode"] == 200


def test_keys_and_throttles_say_what_they_want(house, shell):
    api = house.api(pets(mock(), **{"x-amazon-apigateway-api-key-source": "HEADER"}))
    items = house.apigateway.get_resources(restApiId=api)["items"]
    resource = next(item["id"] for item in items if item["path"] == "/pets")
    patch = [{"op": "replace", "path": "/apiKeyRequired", "value": "true"}]
    house.apigateway.update_method(
        restApiId=api, resourceId=resource, httpMethod="GET", patchOperations=patch
    )
    house.deploy(api)
    assert house.call(api).status_code == 403
    text = why(shell)
    assert "the request has no x-api-key header" in text
    assert "in a usage plan of this stage" in " ".join(text.split())


def test_what_would_be_refused_says_what_it_lacks(fresh, tmp_path):
    server = fresh("--permissions", "report")
    house, shell = House(server), Shell(server, tmp_path)
    backend = house.function()
    api = house.api(pets(proxy(backend)))
    assert house.call(api).status_code == 200
    told = report(shell)
    assert (told["status"], told["refused"]) == (200, True)
    shell.pipe(FIX)
    answer = house.call(api)
    assert not report(shell, answer.headers["x-amzn-RequestId"])["refused"]
    check_exact(shell, backend)


# Bad input


def test_what_was_not_refused_has_no_fix(house, shell):
    api = house.api(pets(mock()))
    answer = house.call(api)
    request = answer.headers["x-amzn-RequestId"]
    assert "It was not refused: it was answered with 200" in why(shell, request)
    assert "was not refused" in shell.portcullis("why", request, "--fix", "cli", fails=True)


def test_wrong_ids_and_forms(shell):
    assert "the journal has no request 0000" in shell.portcullis("why", "0000", fails=True)
    assert "is no request id" in shell.portcullis("why", "../health", fails=True)
    assert "invalid value 'pulumi'" in shell.portcullis("why", "last", "--fix", "pulumi", fails=True)


def test_nobody_listens(shell, house):
    assert "127.0.0.1:1" in shell.portcullis("why", "--endpoint", "http://127.0.0.1:1", fails=True)


def test_only_who_may_read_reads_why(house, server):
    for action, status in (("lambda:*", 403), ("portcullis:Read", 200)):
        user = house.user(document(action, Resource="*"))
        for rest in ("journal/last/why", "map"):
            address = f"{server.endpoint}/_portcullis/{rest}"
            assert requests.get(address, timeout=30).status_code == 403
            headers = signed(user.keys, "portcullis", "GET", address)
            assert requests.get(address, headers=headers, timeout=30).status_code == status
