"""The story a person lives: `portcullis up`, `eval "$(portcullis env)"`, and the unchanged AWS CLI,
over HTTP and HTTPS, across restarts. The tests share a server; each sets the grants that it needs."""

import json
import subprocess

import pytest
import requests

from kit.functions import AUTHORIZER, ECHO, NODE_ECHO, PROVIDED_ECHO, need_node, zipped
from kit.house import BASIC, trust
from kit.http import AUTHORIZER_BROKEN, CONFIGURATION, NO_TOKEN, call, check_refused
from kit.shell import Shell
from kit.swagger import authorizer, definition, method, proxy

FUNCTIONS = {
    "guard": ("python3.12", "main.handler", {"main__py": AUTHORIZER}),
    "python-pets": ("python3.12", "main.handler", {"main__py": ECHO}),
    "node-pets": ("nodejs20.x", "main.handler", {"main__js": NODE_ECHO}),
    "bash-pets": ("provided.al2023", "unused", {"bootstrap": PROVIDED_ECHO}),
}


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def functions(shell):
    """The four functions, made by the AWS CLI from zip files."""
    need_node()
    role = shell.aws(
        "iam",
        "create-role",
        "--role-name",
        "worker",
        "--assume-role-policy-document",
        trust("lambda.amazonaws.com"),
    )
    logs = json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}
    )
    shell.aws(
        "iam", "put-role-policy", "--role-name", "worker", "--policy-name", "logs", "--policy-document", logs
    )
    shell.aws("iam", "attach-role-policy", "--role-name", "worker", "--policy-arn", BASIC)
    made = {}
    for name, (runtime, handler, files) in FUNCTIONS.items():
        (shell.folder / f"{name}.zip").write_bytes(zipped(**files))
        made[name] = shell.aws(
            "lambda",
            "create-function",
            "--function-name",
            name,
            "--runtime",
            runtime,
            "--handler",
            handler,
            "--role",
            role["Role"]["Arn"],
            "--zip-file",
            f"fileb://{name}.zip",
        )["FunctionArn"]
        shell.aws("lambda", "wait", "function-active-v2", "--function-name", name)
    return made


@pytest.fixture(scope="module")
def api(shell, functions):
    """A Swagger 2.0 file with a TOKEN authorizer and one path per backend, imported and deployed."""
    paths = {
        f"/{name}": {"get": method(proxy(arn), security=[{"guard": []}])}
        for name, arn in functions.items()
        if name != "guard"
    }
    swagger = definition(paths, securityDefinitions={"guard": authorizer(functions["guard"])})
    (shell.folder / "pets.json").write_text(json.dumps(swagger))
    made = shell.aws("apigateway", "import-rest-api", "--body", "fileb://pets.json")["id"]
    shell.aws("apigateway", "create-deployment", "--rest-api-id", made, "--stage-name", "prod")
    return made


def source(api, rest):
    return f"arn:aws:execute-api:us-east-1:000000000000:{api}/{rest}"


def add(shell, function, sid, arn):
    shell.aws(
        "lambda",
        "add-permission",
        "--function-name",
        function,
        "--statement-id",
        sid,
        "--action",
        "lambda:InvokeFunction",
        "--principal",
        "apigateway.amazonaws.com",
        "--source-arn",
        arn,
    )


class Grants:
    """Who may be invoked by the API: set with the AWS CLI, and remembered, so that any order will do."""

    def __init__(self, shell, api):
        self.shell = shell
        self.api = api
        self.given = set()
        self.authorizer = shell.aws("apigateway", "get-authorizers", "--rest-api-id", api)["items"][0]["id"]

    def only(self, *names):
        for name in self.given - set(names):
            self.shell.aws("lambda", "remove-permission", "--function-name", name, "--statement-id", "story")
        for name in set(names) - self.given:
            rest = f"authorizers/{self.authorizer}" if name == "guard" else "prod/GET/*"
            add(self.shell, name, "story", source(self.api, rest))
        self.given = set(names)

    def everything(self):
        self.only(*FUNCTIONS)


@pytest.fixture(scope="module")
def grants(shell, api):
    return Grants(shell, api)


def ask(server, api, path="/python-pets", token="allow", **more):
    return call(server, api, path, headers={"Authorization": token} if token else {}, **more)


def test_the_identity_is_the_root_of_the_account(shell):
    identity = shell.aws("sts", "get-caller-identity")
    assert identity["Arn"] == "arn:aws:iam::000000000000:root"


def test_the_authorizer_is_closed_until_it_is_granted(server, shell, api, grants):
    grants.only()
    check_refused(ask(server, api), AUTHORIZER_BROKEN)
    grants.only("guard")
    check_refused(ask(server, api, token=None), NO_TOKEN)
    tried = shell.aws(
        "apigateway",
        "test-invoke-authorizer",
        "--rest-api-id",
        api,
        "--authorizer-id",
        grants.authorizer,
        "--headers",
        "Authorization=allow",
    )
    assert (tried["clientStatus"], tried["principalId"]) == (0, "somebody")


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name != "guard"])
def test_a_backend_opens_by_add_permission_and_closes_by_remove_permission(
    server, shell, functions, api, grants, name
):
    grants.only("guard")
    check_refused(ask(server, api, f"/{name}"), CONFIGURATION)
    add(shell, name, "gateway", source(api, f"*/GET/{name}"))
    answer = ask(server, api, f"/{name}")
    assert answer.status_code == 200, answer.text
    policy = json.loads(shell.aws("lambda", "get-policy", "--function-name", name)["Policy"])
    assert policy["Statement"] == [
        {
            "Sid": "gateway",
            "Effect": "Allow",
            "Principal": {"Service": "apigateway.amazonaws.com"},
            "Action": "lambda:InvokeFunction",
            "Resource": functions[name],
            "Condition": {"ArnLike": {"AWS:SourceArn": source(api, f"*/GET/{name}")}},
        }
    ]
    shell.aws("lambda", "remove-permission", "--function-name", name, "--statement-id", "gateway")
    check_refused(ask(server, api, f"/{name}"), CONFIGURATION)
    assert "ResourceNotFoundException" in shell.aws(
        "lambda", "get-policy", "--function-name", name, fails=True
    )


def test_https_on_the_same_port_is_verified_by_the_authority(server, shell, api, grants):
    grants.everything()
    bundle = shell.environment["AWS_CA_BUNDLE"]
    answer = requests.get(
        f"{server.secure_endpoint}/_aws/execute-api/{api}/prod/python-pets",
        headers={"Authorization": "allow"},
        verify=bundle,
        timeout=30,
    )
    assert answer.status_code == 200, answer.text
    host = f"{api}.execute-api.us-east-1.localhost:{server.port}"
    done = subprocess.run(
        [
            "curl",
            "--silent",
            "--show-error",
            "--cacert",
            bundle,
            "--resolve",
            f"{host}:127.0.0.1",
            "--header",
            "Authorization: allow",
            "--write-out",
            "\n%{http_code}",
            f"https://{host}/prod/python-pets",
        ],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 0 and done.stdout.endswith("\n200"), done
    identity = shell.aws("sts", "get-caller-identity", AWS_ENDPOINT_URL=server.secure_endpoint)
    assert identity["Account"] == "000000000000"


def test_the_test_button_needs_a_grant_for_its_own_stage(shell, api):
    items = shell.aws("apigateway", "get-resources", "--rest-api-id", api)["items"]
    resource = next(item["id"] for item in items if item["path"] == "/python-pets")
    press = lambda: shell.aws(
        "apigateway",
        "test-invoke-method",
        "--rest-api-id",
        api,
        "--resource-id",
        resource,
        "--http-method",
        "GET",
    )
    refused = press()
    assert refused["status"] == 500
    assert (
        "Execution failed due to configuration error: Invalid permissions on Lambda function"
        in refused["log"]
    )
    add(shell, "python-pets", "button", source(api, "test-invoke-stage/GET/python-pets"))
    assert press()["status"] == 200


@pytest.mark.parametrize("kind, mark", [("swagger", "swagger"), ("oas30", "openapi")])
def test_the_export_has_the_integrations_and_not_the_grants(shell, api, kind, mark):
    exported = shell.folder / f"{kind}.json"
    shell.aws(
        "apigateway",
        "get-export",
        "--rest-api-id",
        api,
        "--stage-name",
        "prod",
        "--export-type",
        kind,
        "--parameters",
        '{"extensions": "integrations,authorizers"}',
        "--accepts",
        "application/json",
        str(exported),
    )
    document = json.loads(exported.read_text())
    assert mark in document and set(document["paths"]) == {"/python-pets", "/node-pets", "/bash-pets"}
    assert "x-amazon-apigateway-integration" in document["paths"]["/python-pets"]["get"]
    assert "Principal" not in exported.read_text()


def test_the_functions_output_is_in_their_log_groups(server, shell, api, grants):
    grants.everything()
    for name in ("python-pets", "node-pets"):
        assert ask(server, api, f"/{name}").status_code == 200
        wait_for_log(shell, f"/aws/lambda/{name}")
    groups = shell.aws("logs", "describe-log-groups", "--log-group-name-prefix", "/aws/lambda/")["logGroups"]
    assert {"/aws/lambda/python-pets", "/aws/lambda/node-pets"} <= {group["logGroupName"] for group in groups}
    group = "/aws/lambda/python-pets"
    found = shell.aws(
        "logs", "filter-log-events", "--log-group-name", group, "--filter-pattern", '"START RequestId"'
    )
    assert found["events"][0]["message"].startswith("START RequestId: ")
    stream = shell.aws("logs", "describe-log-streams", "--log-group-name", group)["logStreams"][0]
    read = shell.aws(
        *("logs", "get-log-events", "--log-group-name", group),
        *("--log-stream-name", stream["logStreamName"], "--start-from-head"),
    )
    assert any(event["message"].startswith("START RequestId: ") for event in read["events"])


def wait_for_log(shell, group):
    """Lines are written after the answer; a few seconds are plenty."""
    for _ in range(20):
        groups = shell.aws("logs", "describe-log-groups", "--log-group-name-prefix", group)["logGroups"]
        if groups and shell.aws("logs", "filter-log-events", "--log-group-name", group)["events"]:
            return
    raise AssertionError(f"nothing was written to {group}")


def test_everything_is_still_there_after_a_restart(server, shell, api, grants):
    grants.everything()
    assert server.stop() == 0
    server.start()
    check_everything(server, shell, api)


def test_everything_is_still_there_after_a_kill(server, shell, api, grants):
    grants.everything()
    shell.aws(
        "lambda",
        "add-permission",
        "--function-name",
        "bash-pets",
        "--statement-id",
        "last",
        "--action",
        "lambda:InvokeFunction",
        "--principal",
        "s3.amazonaws.com",
    )
    server.kill()
    server.start()
    check_everything(server, shell, api)
    policy = shell.aws("lambda", "get-policy", "--function-name", "bash-pets")["Policy"]
    assert {statement["Sid"] for statement in json.loads(policy)["Statement"]} == {"story", "last"}


def check_everything(server, shell, api):
    names = {function["FunctionName"] for function in shell.aws("lambda", "list-functions")["Functions"]}
    assert names == set(FUNCTIONS)
    assert [one["id"] for one in shell.aws("apigateway", "get-rest-apis")["items"]] == [api]
    for name in ("python-pets", "node-pets", "bash-pets"):
        answer = ask(server, api, f"/{name}")
        assert answer.status_code == 200, (name, answer.text)
    check_refused(ask(server, api, token=None), NO_TOKEN)
