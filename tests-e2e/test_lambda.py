"""Versions, aliases, kinds of invocation, concurrency, and what a function sees of its world."""

import base64
import concurrent.futures
import json
import re

import pytest
from botocore.exceptions import ClientError

from kit.functions import NODE, NODE_ECHO, PROVIDED_ECHO, need_node, zipped
from kit.house import document

COUNTS = "count = 0\ndef handler(event, context):\n    global count\n    count += 1\n    return count\n"


def says(text):
    return zipped(
        main__py=f"def handler(event, context):\n    return [{text!r}, context.function_version, context.invoked_function_arn]\n"
    )


def answer(house, function, event=None, **more):
    return json.loads(house.invoke(function, event, **more)["Body"])


def test_a_version_stays_what_it_was_and_an_alias_moves(house):
    function = house.function(bundle=says("old"))
    first = house.lambda_.publish_version(FunctionName=function)
    assert first["Version"] == "1" and first["FunctionArn"] == function + ":1"
    house.lambda_.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    house.lambda_.update_function_code(FunctionName=function, ZipFile=says("new"))
    house.lambda_.get_waiter("function_updated_v2").wait(
        FunctionName=function, WaiterConfig={"Delay": 0.05, "MaxAttempts": 100}
    )
    assert answer(house, function) == ["new", "$LATEST", function]
    assert answer(house, function + ":1") == ["old", "1", function + ":1"]
    assert answer(house, function + ":live") == ["old", "1", function + ":live"]
    second = house.lambda_.publish_version(FunctionName=function)["Version"]
    house.lambda_.update_alias(FunctionName=function, Name="live", FunctionVersion=second)
    invoked = house.invoke(function, Qualifier="live")
    assert (invoked["ExecutedVersion"], json.loads(invoked["Body"])[0]) == ("2", "new")
    versions = [
        version["Version"]
        for version in house.lambda_.list_versions_by_function(FunctionName=function)["Versions"]
    ]
    assert versions == ["$LATEST", "1", "2"]


def test_publishing_what_did_not_change_gives_the_same_version(house):
    function = house.function(bundle=says("x"))
    assert house.lambda_.publish_version(FunctionName=function)["Version"] == "1"
    assert house.lambda_.publish_version(FunctionName=function)["Version"] == "1"


# (id, reference, error code)
UNKNOWN = [
    ("function", "nobody", "ResourceNotFoundException"),
    ("version", "{name}:7", "ResourceNotFoundException"),
    ("alias", "{name}:nowhere", "ResourceNotFoundException"),
]


@pytest.mark.parametrize("reference, code", [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN])
def test_what_does_not_exist_is_named(house, reference, code):
    name = house.function().rpartition(":")[2]
    with pytest.raises(ClientError) as refused:
        house.invoke(reference.format(name=name))
    error = refused.value.response
    assert error["Error"]["Code"] == code and error["ResponseMetadata"]["HTTPStatusCode"] == 404
    arn = f"arn:aws:lambda:us-east-1:{house.account}:function:{reference.format(name=name)}"
    if ":" not in reference:
        arn += ":$LATEST"
    assert error["Error"]["Message"] == f"Function not found: {arn}"


def test_a_dry_run_runs_nothing(house):
    function = house.function(COUNTS)
    dry = house.invoke(function, InvocationType="DryRun")
    assert (dry["StatusCode"], dry["Body"]) == (204, b"")
    assert answer(house, function) == 1
    user = house.user()
    with pytest.raises(ClientError):
        user.invoke(function, InvocationType="DryRun")


def test_an_event_is_answered_at_once_and_runs_later(house):
    function = house.function("def handler(event, context):\n    print('ran', event['n'])\n")
    sent = house.invoke(function, {"n": 7}, InvocationType="Event")
    assert (sent["StatusCode"], sent["Body"]) == (202, b"")
    assert "ran 7\n" in house.log(function, "ran 7")


def test_the_log_tail_is_the_last_four_kilobytes(house):
    function = house.function("def handler(event, context):\n    print('x' * 5000)\n    print('the end')\n")
    tail = base64.b64decode(house.invoke(function, LogType="Tail")["LogResult"]).decode()
    assert len(tail) <= 4096 and "the end\n" in tail and "REPORT RequestId: " in tail
    assert "LogResult" not in house.invoke(function)


def test_a_warm_environment_is_used_again(house):
    function = house.function(COUNTS)
    assert [answer(house, function) for _ in range(5)] == [1, 2, 3, 4, 5]


def test_new_code_or_configuration_starts_anew(house):
    function = house.function(COUNTS)
    assert [answer(house, function) for _ in range(2)] == [1, 2]
    house.lambda_.update_function_configuration(
        FunctionName=function, Environment={"Variables": {"OWN": "b"}}
    )
    house.lambda_.get_waiter("function_updated_v2").wait(
        FunctionName=function, WaiterConfig={"Delay": 0.05, "MaxAttempts": 100}
    )
    assert answer(house, function) == 1


SLEEPS = "import time, os\ndef handler(event, context):\n    time.sleep(1.5)\n    return os.environ['AWS_LAMBDA_LOG_STREAM_NAME']\n"


def at_once(house, function, times):
    with concurrent.futures.ThreadPoolExecutor(times) as pool:
        futures = [pool.submit(house.invoke, function) for _ in range(times)]
        return [future.exception() or future.result() for future in futures]


def test_calls_at_the_same_time_have_environments_of_their_own(house):
    function = house.function(SLEEPS)
    streams = {one["Body"] for one in at_once(house, function, 3)}
    assert len(streams) == 3


def test_reserved_concurrency_throttles_what_is_beyond(house):
    function = house.function(SLEEPS)
    house.lambda_.put_function_concurrency(FunctionName=function, ReservedConcurrentExecutions=1)
    outcomes = at_once(house, function, 3)
    throttled = [one for one in outcomes if isinstance(one, ClientError)]
    assert len(throttled) == 2, outcomes
    for error in throttled:
        assert error.response["Error"]["Code"] == "TooManyRequestsException"
        assert error.response["Reason"] == "ReservedFunctionConcurrentInvocationLimitExceeded"
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 429
    house.lambda_.delete_function_concurrency(FunctionName=function)
    assert not [one for one in at_once(house, function, 2) if isinstance(one, ClientError)]


def test_payloads_that_are_too_large_or_no_json(house):
    function = house.function()
    with pytest.raises(house.lambda_.exceptions.InvalidRequestContentException) as refused:
        house.lambda_.invoke(FunctionName=function, Payload=b"{no json")
    assert "Could not parse request body into json" in str(refused.value)
    with pytest.raises(ClientError) as refused:
        house.lambda_.invoke(FunctionName=function, Payload=json.dumps("x" * 6_291_456).encode())
    assert refused.value.response["Error"] == {
        "Code": "RequestEntityTooLargeException",
        "Message": "Request must be smaller than 6291456 bytes for the InvokeFunction operation",
    }


@pytest.mark.parametrize(
    "runtime, files",
    [(NODE, {"main__js": NODE_ECHO}), ("provided.al2", {"bootstrap": PROVIDED_ECHO})],
    ids=["node", "provided"],
)
def test_other_runtimes_run(house, runtime, files):
    if runtime == NODE:
        need_node()
    function = house.function(runtime=runtime, bundle=zipped(**files))
    for _ in range(3):
        assert answer(house, function, {"path": "/x"})["statusCode"] == 200


# What a function sees

LOOKS = """
import os, json, socket

def attempt(action):
    try:
        return action()
    except Exception as error:
        return type(error).__name__

def handler(event, context):
    return {
        "environment": dict(os.environ),
        "secret": attempt(lambda: open(event["secret"]).read()),
        "listing": attempt(lambda: os.listdir(event["folder"])),
        "write": attempt(lambda: open("/var/task/planted", "w")),
        "tmp": attempt(lambda: open("/tmp/mine", "w").write("x")),
        "processes": len([name for name in os.listdir("/proc") if name.isdigit()]),
        "outside": attempt(lambda: socket.create_connection(("192.0.2.1", 80), timeout=2)),
    }
"""


@pytest.fixture(scope="module")
def seen(house, server):
    function = house.function(LOOKS, Environment={"Variables": {"OWN": "mine"}})
    event = {"secret": str(server.data / "root-key.json"), "folder": str(server.data)}
    return function, answer(house, function, event)


def test_the_environment_is_lambdas_and_nothing_inherited(seen):
    function, looked = seen
    variables = looked["environment"]
    name = function.rpartition(":")[2]
    expected = {
        "_HANDLER": "main.handler",
        "LAMBDA_TASK_ROOT": "/var/task",
        "AWS_LAMBDA_FUNCTION_NAME": name,
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
        "AWS_REGION": "us-east-1",
        "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{name}",
        "TZ": ":UTC",
        "OWN": "mine",
        "AWS_EXECUTION_ENV": "AWS_Lambda_python3.12",
    }
    assert {key: variables.get(key) for key in expected} == expected
    assert variables["AWS_ACCESS_KEY_ID"].startswith("ASIA") and variables["AWS_SESSION_TOKEN"]
    assert variables["AWS_ENDPOINT_URL"].startswith("http")
    assert not [
        key for key in variables if key.startswith("PORTCULLIS") or key in ("HOME", "USER", "CARGO_HOME")
    ]


def test_the_sandbox_hides_the_data_directory(seen):
    _, looked = seen
    assert looked["secret"] in ("FileNotFoundError", "PermissionError")
    assert looked["listing"] in ("FileNotFoundError", "PermissionError")
    assert looked["write"] in ("OSError", "PermissionError")
    assert looked["tmp"] == 1
    assert looked["processes"] <= 3
    assert looked["outside"] in ("OSError", "TimeoutError", "PermissionError", "ConnectionRefusedError")


CALLS_AWS = """
import os, json, urllib.request, hashlib, hmac, datetime

def sign(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()

def call(body):
    address = os.environ["AWS_ENDPOINT_URL"]
    host = address.split("//")[1].rstrip("/")
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    scope = "/".join([now[:8], "us-east-1", "sts", "aws4_request"])
    token = os.environ["AWS_SESSION_TOKEN"]
    names = "host;x-amz-date;x-amz-security-token"
    canonical = "\\n".join(["POST", "/", "", "host:" + host, "x-amz-date:" + now, "x-amz-security-token:" + token, "", names,
                           hashlib.sha256(body.encode()).hexdigest()])
    text = "\\n".join(["AWS4-HMAC-SHA256", now, scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("AWS4" + os.environ["AWS_SECRET_ACCESS_KEY"]).encode()
    for part in scope.split("/"):
        key = sign(key, part)
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    credential = os.environ["AWS_ACCESS_KEY_ID"] + "/" + scope
    headers = {"X-Amz-Date": now, "X-Amz-Security-Token": token, "Content-Type": "application/x-www-form-urlencoded",
               "Authorization": f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}"}
    return urllib.request.urlopen(urllib.request.Request(address + "/", data=body.encode(), headers=headers, method="POST")).read().decode()

def handler(event, context):
    return call("Action=GetCallerIdentity&Version=2011-06-15")
"""


def test_a_function_calls_aws_as_its_execution_role(house):
    role = house.role(trusts=("lambda.amazonaws.com",))
    function = house.function(CALLS_AWS, role=role)
    text = answer(house, function)
    session = (
        f"arn:aws:sts::{house.account}:assumed-role/{role.rpartition('/')[2]}/{function.rpartition(':')[2]}"
    )
    assert re.search(r"<Arn>(.*)</Arn>", text).group(1) == session


# Permissions


def test_the_policy_has_a_revision_and_a_budget(house):
    function = house.function()
    house.grant(function, "arn:aws:execute-api:us-east-1:000000000000:abc/*")
    revision = house.lambda_.get_policy(FunctionName=function)["RevisionId"]
    with pytest.raises(house.lambda_.exceptions.PreconditionFailedException):
        house.lambda_.add_permission(
            FunctionName=function,
            StatementId="x",
            Action="lambda:InvokeFunction",
            Principal="s3.amazonaws.com",
            RevisionId="other",
        )
    house.lambda_.add_permission(
        FunctionName=function,
        StatementId="x",
        Action="lambda:InvokeFunction",
        Principal="s3.amazonaws.com",
        RevisionId=revision,
    )
    with pytest.raises(house.lambda_.exceptions.ResourceConflictException) as taken:
        house.lambda_.add_permission(
            FunctionName=function,
            StatementId="x",
            Action="lambda:InvokeFunction",
            Principal="s3.amazonaws.com",
        )
    assert (
        "The statement id (x) provided already exists. Please provide a new statement id, or remove the existing statement."
        in str(taken.value)
    )
    with pytest.raises(house.lambda_.exceptions.PolicyLengthExceededException):
        for number in range(200):
            house.grant(function, f"arn:aws:execute-api:us-east-1:000000000000:abc/{number}/{'x' * 150}")


def test_an_execution_role_must_trust_lambda(house):
    with pytest.raises(house.lambda_.exceptions.InvalidParameterValueException) as refused:
        house.function(role=house.role(trusts=("apigateway.amazonaws.com",)))
    assert "The role defined for the function cannot be assumed by Lambda." in str(refused.value)


def test_a_runtime_that_is_not_served_is_refused(house):
    with pytest.raises(house.lambda_.exceptions.InvalidParameterValueException):
        house.function(runtime="cobol85")


def test_a_deleted_function_is_gone_with_its_policy(house):
    function = house.function(COUNTS)
    name = function.rpartition(":")[2]
    house.grant(function)
    house.invoke(function)
    house.lambda_.delete_function(FunctionName=function)
    with pytest.raises(house.lambda_.exceptions.ResourceNotFoundException):
        house.invoke(function)
    house.function(COUNTS, name=name)
    with pytest.raises(house.lambda_.exceptions.ResourceNotFoundException):
        house.lambda_.get_policy(FunctionName=name)
    assert answer(house, name) == 1


def test_a_user_may_be_allowed_by_a_pattern_of_names(house):
    function = house.function()
    user = house.user(document("lambda:InvokeFunction", Resource=function.rpartition("-")[0] + "-*"))
    assert user.invoke(function, {})["StatusCode"] == 200
