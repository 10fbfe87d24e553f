"""`--format json` of every command fits its schema in docs/schema, strictly: what a command prints is described there,
and what is described is printed."""

import json
import subprocess

import pytest

from kit.functions import AUTHORIZER, zipped
from kit.house import House, document
from kit.schema import FOLDER, faults, schema
from kit.server import Server, binary, clean_environment
from kit.shell import Shell
from kit.swagger import authorizer, definition, guarded, method, mock, pets, proxy


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def scene(server, shell):
    """Something of everything: granted, missing, orphaned, in a role, behind an authorizer, denied."""
    house = House(server)
    code = "def handler(event, context):\n    print('seen')\n    return {'statusCode': 200, 'body': '{}'}\n"
    backend, guard = house.function(bundle=zipped(main__py=code), Publish=True), house.function(AUTHORIZER)
    role = house.role(policy=document("lambda:InvokeFunction", Resource="*"))
    paths = {
        "/pets": {"get": method(proxy(backend)), "post": method(proxy(backend))},
        "/role": {"get": method(proxy(backend, credentials=role))},
        "/mock": {"get": method(mock())},
    }
    api = house.api(guarded(paths, authorizer(guard)))
    house.grant(guard, house.arn_of(api, "authorizers/*"))
    open_api = house.api(definition(paths))
    house.grant(backend, house.arn_of(open_api, "*/POST/pets"))
    house.grant(backend, house.arn_of(open_api, "*/POST/pets"), account=house.account)
    house.grant(backend, house.arn_of(open_api, "*"))
    house.grant(backend, house.arn_of("gone000000", "*"))
    for call in ("/pets", "/role", "/mock"):
        house.call(open_api, call)
    house.call(api, "/pets", headers={"Authorization": "allow"})
    user = house.user(document("lambda:*", Resource="*"))
    user.lambda_.list_functions()
    with pytest.raises(user.iam.exceptions.ClientError):
        user.iam.list_users()
    closed = house.api(pets(proxy(house.function())))
    house.call(closed, headers={"Origin": "https://shop.example.com"})
    house.log(backend, "seen")
    return {"backend": backend, "role": role, "api": open_api, "closed": closed, "house": house}


def told(shell, *arguments):
    done = subprocess.run(
        [binary(), *arguments],
        env=shell.environment,
        cwd=shell.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode in (0, 1), f"{arguments}: {done.stderr}"
    return done.stdout


COMMANDS = {
    "why": lambda scene: [("why",)],
    "trace": lambda scene: [("trace",), ("trace", "last")],
    "map": lambda scene: [("map",)],
    "who-can": lambda scene: [("map", "--who-can", scene["backend"])],
    "what-can": lambda scene: [("map", "--what-can", scene["role"])],
    "compact": lambda scene: [("compact", scene["backend"])],
    "record": lambda scene: [("record",)],
    "check": lambda scene: [("check",)],
    "export": lambda scene: [("export", scene["api"])],
    "invoke": lambda scene: [("invoke", scene["backend"].rsplit(":", 1)[1])],
    "doctor": lambda scene: [("doctor", "--listen", "127.0.0.1:1")],
    "status": lambda scene: [("status",)],
    "console": lambda scene: [("console",)],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_its_schema_says(shell, scene, name):
    for arguments in COMMANDS[name](scene):
        printed = json.loads(told(shell, *arguments, "--format", "json"))
        assert isinstance(printed["version"], int)
        assert not faults(printed, schema(name)), f"{arguments}: {printed}"


def test_a_mended_file_is_told_by_the_schema_of_the_check(shell, tmp_path):
    template = tmp_path / "template.yaml"
    template.write_text(
        "Resources:\n  A: {Type: AWS::Serverless::SimpleTable}\n  B: {Type: T, Properties: {P: !Ref C}}\n"
    )
    printed = json.loads(told(shell, "check", str(template), "--fix", "--diff", "--format", "json"))
    assert printed["mended"] and not faults(printed, schema("check"))


def test_each_line_of_a_log_fits(shell, scene):
    lines = told(shell, "logs", scene["backend"].rsplit(":", 1)[1], "--format", "json").splitlines()
    assert lines
    for line in lines:
        assert not faults(json.loads(line), schema("logs"))


def test_the_variables_of_a_shell_fit(server, tmp_path):
    done = subprocess.run(
        [
            binary(),
            "env",
            "--listen",
            f"127.0.0.1:{server.port}",
            "--data-dir",
            str(server.data),
            "--format",
            "json",
        ],
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert not faults(json.loads(done.stdout), schema("env"))


def test_the_whole_story_fits(shell):
    printed = json.loads(told(shell, "demo", "--format", "json"))
    assert printed["failures"] == 0
    assert not faults(printed, schema("demo")), printed


def test_what_is_said_of_a_reset_fits(tmp_path):
    running = Server(tmp_path / "forgotten", "--auth", "open")
    try:
        shell = Shell(running, tmp_path)
        printed = json.loads(told(shell, "reset", "--format", "json"))
    finally:
        running.close()
    assert not faults(printed, schema("reset")), printed


def test_there_is_a_schema_for_each_command_and_no_other():
    named = {*COMMANDS, "logs", "env", "demo", "reset"}
    assert {path.stem for path in FOLDER.glob("*.json")} == named
