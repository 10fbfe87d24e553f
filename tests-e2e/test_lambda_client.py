"""Our Python bootstrap against AWS's own runtime client: one set of handlers, both clients, the
same answers, errors and log lines.

AWS's client travels in the function's own zip; a module that our bootstrap loads as the handler
replaces the process by it before the first event.
"""

import base64
import json
import re
import sys
from pathlib import Path

import pytest

from kit.functions import archive
from kit.house import unique

HANDLERS = """
import decimal, json, logging, os, sys

def echo(event, context):
    return event

def describe(event, context):
    remaining = context.get_remaining_time_in_millis()
    client = context.client_context
    return {
        "remaining": 0 < remaining <= 5000, "request": len(context.aws_request_id), "memory": context.memory_limit_in_mb,
        "version": context.function_version, "arn": context.invoked_function_arn.split(":")[:6], "group": context.log_group_name.split("-")[0],
        "client": client and {"custom": client.custom, "env": client.env, "title": client.client and client.client.app_title},
        "identity": [context.identity.cognito_identity_id, context.identity.cognito_identity_pool_id],
        "attributes": sorted(name for name in dir(context) if not name.startswith("_")),
    }

def surroundings(event, context):
    names = ["_HANDLER", "LAMBDA_TASK_ROOT", "AWS_REGION", "AWS_LAMBDA_FUNCTION_VERSION", "TZ"]
    return {"environment": {name: os.environ.get(name) for name in names}, "folder": os.getcwd(), "first": sys.path[0], "name": __name__}

def log(event, context):
    logger = logging.getLogger()
    logger.setLevel(logging.INFO)
    logger.info("informed %s", event)
    logging.getLogger("mine").warning("warned\\nin two lines")
    logger.debug("not shown")
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("caught")
    print("printed")

def log_structured(event, context):
    logger = logging.getLogger()
    logger.debug("debugged %d", 7)
    logger.info({"structured": True, "n": 1})
    logger.warning("with extras", extra={"color": "red", "list": [1, decimal.Decimal("2.5")]})
    logging.getLogger("mine.own").error("caf\u00e9")
    logger.log(25, "between the levels")
    logger.critical("worst")
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("caught")
    print("printed")

def fail(event, context):
    def deeper():
        raise ValueError("no good: \\u00e9")
    deeper()

def fail_within(event, context):
    return 1 + event["missing"] + len(str(event)) / 0

class Special(Exception):
    pass

def fail_special(event, context):
    raise Special({"a": 1})

def chained(event, context):
    try:
        {}["key"]
    except KeyError as error:
        raise RuntimeError("outer") from error

def decimals(event, context):
    return {"a": decimal.Decimal("1.50"), "b": [decimal.Decimal("7")]}

def unserializable(event, context):
    return {"a": {1, 2}}

def text(event, context):
    return "caf\\u00e9 \\U0001f40d"

def nothing(event, context):
    return None

def leave(event, context):
    sys.exit(3)

not_callable = 7
"""


def vendored():
    """AWS's runtime client and what it needs, from the tests' own environment."""
    import awslambdaric

    packages = Path(awslambdaric.__file__).parents[1]
    patterns = ("awslambdaric/**/*", "simplejson/**/*", "snapshot_restore_py*.py", "runtime_client*.so")
    files = [file for pattern in patterns for file in packages.glob(pattern) if file.is_file()]
    return {
        str(file.relative_to(packages)): file.read_bytes()
        for file in files
        if "__pycache__" not in file.parts
    }


SWAP = """
import os, sys

surroundings = {**os.environ, "_HANDLER": os.environ.pop("REAL_HANDLER"), "PYTHONPATH": "/var/task"}
surroundings.pop("REAL_HANDLER")
# A managed runtime gives its client a descriptor for framed messages; ours take them on the output.
surroundings["_LAMBDA_TELEMETRY_LOG_FD"] = "1"
os.execve(sys.executable, [sys.executable, "-m", "awslambdaric", surroundings["_HANDLER"]], surroundings)
"""


@pytest.fixture(scope="module")
def pair(house):
    """Makes the same function twice: with our bootstrap, and with AWS's client."""

    runtime = f"python3.{sys.version_info.minor}"

    def make(handler, source=HANDLERS, **more):
        name = unique("pair")
        common = {"runtime": runtime, "Timeout": 5, **more}
        ours = house.function(
            name=f"{name}-ours", handler=handler, bundle=archive({"main.py": source}), **common
        )
        theirs = house.function(
            name=f"{name}-theirs",
            handler="swap.handler",
            bundle=archive({"main.py": source, "swap.py": SWAP, **vendored()}),
            Environment={"Variables": {"REAL_HANDLER": handler}},
            **common,
        )
        return ours, theirs

    return make


EVENTS = [
    ("object", {"a": [1, 2.5, None, True, "é"]}),
    ("list", [1]),
    ("string", "text"),
    ("number", 7),
    ("null", None),
    ("deep", json.loads("[" * 50 + "]" * 50)),
]


@pytest.mark.parametrize("event", [row[1] for row in EVENTS], ids=[row[0] for row in EVENTS])
def test_events(house, pair, event):
    check_same(house, pair("main.echo"), event)


@pytest.mark.parametrize("handler", ["describe", "surroundings", "decimals", "text", "nothing"])
def test_contexts_and_answers(house, pair, handler):
    check_same(house, pair(f"main.{handler}"), {})


def test_a_client_context(house, pair):
    context = {
        "custom": {"a": "b"},
        "env": {"locale": "de"},
        "client": {"app_title": "pets", "installation_id": "i"},
    }
    check_same(
        house,
        pair("main.describe"),
        {},
        ClientContext=base64.b64encode(json.dumps(context).encode()).decode(),
    )


@pytest.mark.parametrize(
    "handler", ["fail", "fail_within", "fail_special", "chained", "unserializable", "leave"]
)
def test_errors(house, pair, handler):
    check_same(house, pair(f"main.{handler}"), {})


STARTS = [
    ("no such module", "missing.handler", HANDLERS),
    ("no such handler", "main.missing", HANDLERS),
    ("no dot", "main", HANDLERS),
    ("syntax error", "main.handler", "def handler(:\n"),
    ("error while loading", "main.handler", "raise RuntimeError('at load')\n"),
    ("missing import", "main.handler", "import nowhere\n"),
    ("not callable", "main.not_callable", HANDLERS),
]


@pytest.mark.parametrize("handler, source", [row[1:] for row in STARTS], ids=[row[0] for row in STARTS])
def test_starts_that_fail(house, pair, handler, source):
    check_same(house, pair(handler, source), {})


@pytest.mark.parametrize("handler", ["log", "fail", "chained"])
def test_log_lines(house, pair, handler):
    logs = []
    for function in pair(f"main.{handler}"):
        house.invoke(function, {})
        logs.append(
            [
                normal(line)
                for line in house.log(function, "REPORT")
                if not re.match("INIT_START|START|END|REPORT", line)
            ]
        )
    ours, theirs = logs
    assert ours == theirs


LEVELS = [
    ("no level", {}),
    ("DEBUG", {"ApplicationLogLevel": "DEBUG"}),
    ("TRACE", {"ApplicationLogLevel": "TRACE"}),
    ("WARN", {"ApplicationLogLevel": "WARN"}),
    ("ERROR", {"ApplicationLogLevel": "ERROR"}),
    ("FATAL", {"ApplicationLogLevel": "FATAL"}),
]


@pytest.mark.parametrize("levels", [row[1] for row in LEVELS], ids=[row[0] for row in LEVELS])
@pytest.mark.parametrize("handler", ["log_structured", "fail"])
def test_json_log_lines(house, pair, handler, levels):
    logs = []
    config = {"LogFormat": "JSON", **levels}
    for function in pair(f"main.{handler}", LoggingConfig=config):
        house.invoke(function, {})
        logs.append(
            [
                normal(line)
                for line in house.log(function, "platform.report")
                if not re.match(r'{"time":"[^"]*","type":"platform', line)
            ]
        )
    ours, theirs = logs
    assert ours == theirs


def check_same(house, functions, event, **more):
    ours, theirs = (outcome(house, function, event, **more) for function in functions)
    assert ours == theirs


def outcome(house, function, event, **more):
    answer = house.invoke(function, event, **more)
    body = json.loads(normal(answer["Body"].decode()))
    if answer.get("FunctionError") and "stackTrace" in body:
        # Frames of the clients themselves are their own business.
        own = ("/var/task/awslambdaric/", "/var/runtime/")
        body["stackTrace"] = [frame for frame in body["stackTrace"] if not any(name in frame for name in own)]
    return answer["StatusCode"], answer.get("FunctionError"), body


def normal(text):
    """What differs between any two invocations."""
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID", text)
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "TIME", text)
