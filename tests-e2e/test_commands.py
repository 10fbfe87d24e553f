"""The commands that ask: trace, record, doctor, invoke, logs, completions, the manual."""

import copy
import json
import socket
import subprocess
import threading
import time

import pytest

from kit.functions import zipped
from kit.house import document
from kit.http import CONFIGURATION, check_refused
from kit.server import binary
from kit.shell import Shell
from kit.swagger import definition, method, mock, pets, proxy


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture
def backend(house):
    return house.function()


def name(arn):
    return arn.rsplit(":", 1)[1]


# Trace


def test_a_request_is_drawn_in_every_form(house, shell, backend):
    api = house.api(pets(proxy(backend)))
    request = house.call(api).headers["x-amzn-RequestId"]
    text = shell.portcullis("trace", request)
    assert "client  gateway" in text and "refused by invocation" in text
    assert shell.portcullis("trace", request, "--format", "mermaid").startswith("sequenceDiagram\n")
    assert shell.portcullis("trace", request, "--format", "svg").startswith("<svg ")
    page = shell.portcullis("trace", request, "--format", "html")
    assert page.startswith("<!doctype html>") and "aws lambda add-permission" in page
    assert json.loads(shell.portcullis("trace", request, "--format", "json"))["request_id"] == request


def test_a_follower_sees_each_request_once(house, shell, server):
    api = house.api(pets(mock()))
    command = [binary(), "trace", "--follow", "--format", "json"]
    follower = subprocess.Popen(
        command, env=shell.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        # What came before it began is not told, so requests are made until one is.
        deadline = time.monotonic() + 20
        ids, reader = [], []
        read = lambda: reader.extend(iter(follower.stdout.readline, ""))  # noqa: E731
        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        while time.monotonic() < deadline and not reader:
            ids.append(house.call(api).headers["x-amzn-RequestId"])
            thread.join(timeout=0.2)
        seen = [json.loads(line)["request_id"] for line in reader]
    finally:
        follower.terminate()
        follower.wait(timeout=10)
    assert seen and set(seen) <= set(ids) and len(seen) == len(set(seen))


def test_a_page_of_all_that_comes_is_no_page(shell):
    api_error = shell.portcullis("trace", "nothing-like-it", "--format", "html", fails=True)
    assert "the journal has no request nothing-like-it" in api_error


# Record


def test_the_least_that_the_traffic_needed(house, shell, backend):
    paths = {"/pets": {"get": method(proxy(backend)), "post": method(proxy(backend))}}
    api = house.api(definition(paths))
    wide = house.grant(backend, house.arn_of(api, "*"))
    assert house.call(api).status_code == 200
    recorded = json.loads(shell.portcullis("record", "--format", "json"))["recorded"]
    (grants,) = [one for one in recorded["functions"] if one["function"] == backend]
    assert [one["sid"] for one in grants["remove"]] == [wide]
    (added,) = grants["add"]
    assert added["sourceArn"] == house.arn_of(api, "prod/GET/pets")
    house.lambda_.remove_permission(FunctionName=backend, StatementId=wide)
    house.lambda_.add_permission(
        FunctionName=backend,
        StatementId=added["sid"],
        Action="lambda:InvokeFunction",
        Principal="apigateway.amazonaws.com",
        SourceArn=added["sourceArn"],
    )
    assert house.call(api).status_code == 200
    check_refused(house.call(api, method="POST"), CONFIGURATION)
    text = shell.portcullis("record")
    assert f"POST /pets at prod of {api} called {backend}: 1, 1 refused" in text


def test_the_least_policy_of_who_did_something(house, shell, backend):
    wide = document("lambda:*", Resource="*")
    user = house.user(wide)
    user.lambda_.get_function(FunctionName=name(backend))
    user.lambda_.list_functions()
    with pytest.raises(user.iam.exceptions.ClientError):
        user.iam.list_users()
    told = json.loads(shell.portcullis("record", "--format", "json"))
    arn = f"arn:aws:iam::{house.account}:user/{user.name}"
    (needs,) = [one for one in told["principals"] if one["principal"] == arn]
    seen = {(one["action"], one["resource"]) for one in needs["used"]}
    assert seen == {("lambda:GetFunction", backend), ("lambda:ListFunctions", "*")}
    assert "allows more actions than were seen" in needs["narrow"][0]["why"]
    assert [arn, "iam:ListUsers"] in told["denied"]
    # With nothing but the least policy, the same calls are answered, and others are not.
    house.iam.put_user_policy(UserName=user.name, PolicyName="inline", PolicyDocument=needs["policy"])
    user.lambda_.get_function(FunctionName=name(backend))
    user.lambda_.list_functions()
    with pytest.raises(user.lambda_.exceptions.ClientError):
        user.lambda_.delete_function(FunctionName=name(backend))
    assert f"what {arn} did" in shell.portcullis("record")


def test_the_least_policy_of_a_function(house, shell):
    role = house.role(trusts=("lambda.amazonaws.com",), policy=document("*", Resource="*"))
    code = "def handler(event, context):\n    print('seen')\n    return {}\n"
    function = house.function(bundle=zipped(main__py=code), role=role)
    house.invoke(function, {})
    house.log(function, "seen")
    told = json.loads(shell.portcullis("record", "--format", "json"))
    (needs,) = [one for one in told["principals"] if one["principal"] == role]
    actions = {one["action"] for one in needs["used"]}
    assert {"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"} == actions
    house.iam.put_role_policy(
        RoleName=name(role).rsplit("/", 1)[1], PolicyName="inline", PolicyDocument=needs["policy"]
    )
    house.lambda_.update_function_configuration(FunctionName=name(function), Description="again")
    house.invoke(function, {})
    assert len([line for line in house.log(function, "seen") if "seen" in line]) >= 1


# Invoke and logs


def test_a_function_is_invoked_and_its_log_is_read(house, shell):
    code = "def handler(event, context):\n    print('seen', event)\n    return {'got': event}\n"
    function = house.function(bundle=zipped(main__py=code))
    printed = shell.portcullis("invoke", name(function), "--payload", '{"a": 1}')
    assert json.loads(printed) == {"got": {"a": 1}}
    answer = json.loads(shell.portcullis("invoke", name(function), "--format", "json"))
    assert (answer["payload"], answer["functionError"]) == ({"got": {}}, None)
    assert "seen {}" in answer["log"]
    house.log(function, "seen {}")
    lines = shell.portcullis("logs", name(function))
    assert "seen {'a': 1}" in lines and "REPORT RequestId:" in lines


def test_a_function_that_fails_is_an_exit_code(house, shell):
    code = "def handler(event, context):\n    raise ValueError('boom')\n"
    function = house.function(bundle=zipped(main__py=code))
    done = shell.server.command("invoke", name(function), check=False, **client(shell))
    assert done.returncode == 1
    assert json.loads(done.stdout)["errorMessage"] == "boom"


def client(shell):
    return {variable: value for variable, value in shell.environment.items() if variable.startswith("AWS_")}


def test_what_is_not_there_is_named(shell):
    assert "Function not found" in shell.portcullis("invoke", "nowhere", fails=True)
    assert "Function not found" in shell.portcullis("logs", "nowhere", fails=True)
    assert "the payload is no JSON" in shell.portcullis("invoke", "x", "--payload", "{a}", fails=True)
    assert "there is no function" in shell.portcullis("compact", "nowhere", fails=True)
    nobody = "arn:aws:iam::000000000000:role/nobody"
    assert f"there is no role or user {nobody}" in shell.portcullis("map", "--what-can", nobody, fails=True)


# The console's links, and who may ask what is beside the AWS APIs


def user_shell(shell, name):
    """A shell with a new user's keys."""
    shell.aws("iam", "create-user", "--user-name", name)
    key = shell.aws("iam", "create-access-key", "--user-name", name)["AccessKey"]
    other = copy.copy(shell)
    other.environment = {
        **shell.environment,
        "AWS_ACCESS_KEY_ID": key["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"],
    }
    return other


def test_a_link_is_for_whoever_asks_and_the_root_gives_it_to_others(shell):
    alice = user_shell(shell, "alice")
    for asking, flags in ((shell, ()), (shell, ("--user", "alice")), (alice, ())):
        assert "/console/#/sign-in/" in asking.portcullis("console", *flags)
    assert "there is no user bob" in shell.portcullis("console", "--user", "bob", fails=True)
    assert "there is no role bob" in shell.portcullis("console", "--role", "bob", fails=True)
    for flags in (("--user", "alice"), ("--role", "bob")):
        refused = alice.portcullis("console", *flags, fails=True)
        assert "user/alice is not the root of the account" in refused


def test_what_is_beside_the_aws_apis_is_for_whom_a_policy_allows_it(shell):
    reader = user_shell(shell, "reader")
    refused = reader.portcullis("map", fails=True)
    assert "user/reader is not authorized to perform: portcullis:Read" in refused
    statement = {"Effect": "Allow", "Action": "portcullis:Read", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    shell.aws(
        "iam", "put-user-policy", "--user-name", "reader", "--policy-name", "own", "--policy-document", policy
    )
    assert json.loads(reader.portcullis("map", "--format", "json"))["version"] == 1
    assert "not the root" in reader.portcullis("reset", fails=True)


# Doctor, completions, manual


def test_the_doctor_looks_at_the_machine(server, shell):
    place = ("--listen", f"127.0.0.1:{server.port}", "--data-dir", str(server.data))
    found = json.loads(shell.portcullis("doctor", *place, "--format", "json"))["findings"]
    states = {one["what"]: one["state"] for one in found}
    assert {"isolation", "python", "port", "data", "certificate", "names", "endpoint", "keys"} <= set(states)
    assert states["port"] == states["data"] == states["endpoint"] == states["keys"] == "good"
    assert "portcullis" in next(one["seen"] for one in found if one["what"] == "port")
    assert "nothing is in the way" in shell.portcullis("doctor", *place)


def test_a_stranger_on_the_port_is_an_exit_code(server, tmp_path):
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        port = stranger.getsockname()[1]
        done = server.command(
            "doctor", "--listen", f"127.0.0.1:{port}", "--data-dir", str(tmp_path), check=False
        )
    assert done.returncode == 1
    assert f"another program listens on 127.0.0.1:{port}" in done.stdout


def test_shells_and_the_manual_know_every_command(shell, tmp_path):
    for known in ("bash", "zsh", "fish"):
        script = shell.portcullis("completions", known)
        assert "compact" in script and "--who-can" in script or "who-can" in script
    assert "pages are in" in shell.portcullis("manual", str(tmp_path))
    page = (tmp_path / "portcullis-why.1").read_text()
    assert "portcullis why last" in page.replace("\\-", "-")


@pytest.mark.parametrize("command", ["why", "trace", "map", "record", "compact", "invoke", "logs"])
def test_without_keys_the_next_step_is_named(server, command):
    more = ("pets",) if command in ("compact", "invoke", "logs") else ()
    done = server.command(command, *more, check=False)
    assert done.returncode == 1
    assert 'eval "$(portcullis env)"' in done.stderr
