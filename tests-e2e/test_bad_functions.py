"""Zips and handlers that go wrong: that invocation fails as on AWS, the next one works, and nothing
is left running."""

import io
import json
import re
import zipfile

import pytest
from botocore.exceptions import ClientError

from kit.functions import NODE, archive, need_node, zipped
from kit.server import running_with, wait_until

GOOD = zipped(main__py="def handler(event, context):\n    return event\n")


def climbing(name):
    return archive({"main.py": "def handler(event, context):\n    return event\n", name: "out"})


def link(target):
    """A symbolic link out of the bundle, and a file written through it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        entry = zipfile.ZipInfo("door")
        entry.create_system = 3
        entry.external_attr = 0o120777 << 16
        bundle.writestr(entry, target)
        bundle.writestr("door/planted", "x")
    return buffer.getvalue()


# (id, zip)
ZIPS = [
    ("no zip", b"this is no zip"),
    ("cut short", GOOD[: len(GOOD) // 2]),
    ("damaged inside", GOOD[:40] + b"\xff" * 20 + GOOD[60:]),
    ("climbs out", climbing("../planted")),
    ("climbs out deeper", climbing("a/../../planted")),
    ("absolute", climbing("/tmp/planted")),
    ("through a link", link("/tmp")),
]


@pytest.mark.parametrize("bundle", [row[1] for row in ZIPS], ids=[row[0] for row in ZIPS])
def test_a_bad_zip_is_refused(house, bundle):
    check_refused_zip(house, bundle, "InvalidParameterValueException", "")


def test_an_empty_zip_is_refused(house):
    check_refused_zip(
        house, archive({}), "InvalidParameterValueException", "Uploaded file must be a non-empty zip"
    )


def test_a_zip_that_unpacks_to_too_much_is_refused(house):
    """Lambda: 250 MB unzipped (262144000 bytes)."""
    bundle = archive({f"zeros-{number}": bytes(30_000_000) for number in range(9)})
    check_refused_zip(
        house, bundle, "InvalidParameterValueException", "Unzipped size must be smaller than 262144000 bytes"
    )


def check_refused_zip(house, bundle, code, message):
    name = "bad-zip"
    with pytest.raises(ClientError) as refused:
        house.function(name=name, bundle=bundle)
    assert refused.value.response["Error"]["Code"] == code
    assert message in refused.value.response["Error"]["Message"]
    assert refused.value.response["Error"]["Message"]
    with pytest.raises(house.lambda_.exceptions.ResourceNotFoundException):
        house.lambda_.get_function(FunctionName=name)


# A handler that does what its event says; every row is followed by a good invocation.
HANDLER = """
import os, subprocess, sys, time, urllib.request, json

def handler(event, context):
    how = event.get("how")
    if how == "exit":
        os._exit(event["status"])
    if how == "raise":
        raise ValueError("boom")
    if how == "sleep":
        time.sleep(30)
    if how == "spin":
        while True:
            pass
    if how == "allocate":
        kept = [b"x" * 10_000_000 for _ in range(400)]
    if how == "fork":
        subprocess.Popen(["sleep", "86399.25"], start_new_session=True)
    if how == "fork-twice":
        if os.fork() == 0:
            if os.fork() == 0:
                os.setsid()
                os.execvp("sleep", ["sleep", "86399.25"])
            os._exit(0)
    if how == "fork-and-sleep":
        subprocess.Popen(["sleep", "86399.25"], start_new_session=True)
        time.sleep(30)
    if how == "shout":
        for _ in range(20000):
            print("garbage " * 10)
        sys.stdout.buffer.write(bytes(range(256)) * 100)
        sys.stdout.flush()
    if how == "twice":
        api, asked = os.environ["AWS_LAMBDA_RUNTIME_API"], context.aws_request_id
        address = f"http://{api}/2018-06-01/runtime/invocation/{asked}/response"
        urllib.request.urlopen(urllib.request.Request(address, data=b'"first"', method="POST")).read()
    if how == "large":
        return "x" * 7_000_000
    if how == "unserializable":
        return {"a": object()}
    return {"how": how}
"""


@pytest.fixture(scope="module")
def trouble(house):
    return house.function(HANDLER, Timeout=2, MemorySize=128)


def timed_out(seconds):
    return "Sandbox.Timedout", rf"RequestId: [0-9a-f-]{{36}} Error: Task timed out after {seconds} seconds"


# (id, event, error type, error message)
FAILURES = [
    ("raises", {"how": "raise"}, "ValueError", "boom"),
    (
        "exits with 127",
        {"how": "exit", "status": 127},
        "Runtime.ExitError",
        r"RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 127",
    ),
    (
        "exits with 0",
        {"how": "exit", "status": 0},
        "Runtime.ExitError",
        r"RequestId: [0-9a-f-]{36} Error: Runtime exited without providing a reason",
    ),
    ("never answers", {"how": "sleep"}, *timed_out(r"2\.00")),
    ("never rests", {"how": "spin"}, *timed_out(r"2\.00")),
    ("forks and never answers", {"how": "fork-and-sleep"}, *timed_out(r"2\.00")),
    (
        "allocates beyond its memory",
        {"how": "allocate"},
        r"Runtime\.(OutOfMemory|ExitError)|MemoryError",
        r".*",
    ),
    (
        "answers with too much",
        {"how": "large"},
        r"Function\.ResponseSizeTooLarge",
        r"Response payload size exceeded maximum allowed payload size \(6291556 bytes\)\.",
    ),
    (
        "answers with what is no JSON",
        {"how": "unserializable"},
        r"Runtime\.MarshalError",
        r"Unable to marshal response: .*",
    ),
]


@pytest.mark.parametrize(
    "event, kind, message", [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES]
)
def test_an_invocation_fails_and_the_next_one_works(house, trouble, event, kind, message):
    failed = house.invoke(trouble, event)
    assert (failed["StatusCode"], failed.get("FunctionError")) == (200, "Unhandled"), failed["Body"]
    error = json.loads(failed["Body"])
    assert re.fullmatch(kind, error["errorType"]) and re.fullmatch(
        message, error.get("errorMessage", ""), re.DOTALL
    ), error
    check_works(house, trouble)
    check_nothing_left()


@pytest.mark.parametrize("how", ["fork", "fork-twice"])
def test_a_child_does_not_outlive_its_function(house, how):
    function = house.function(HANDLER, Timeout=2)
    assert house.invoke(function, {"how": how}).get("FunctionError") is None
    house.lambda_.delete_function(FunctionName=function)
    check_nothing_left()


def test_garbage_on_its_output_does_not_disturb_an_answer(house, trouble):
    answer = house.invoke(trouble, {"how": "shout"}, LogType="Tail")
    assert (answer.get("FunctionError"), answer["Body"]) == (None, b'{"how": "shout"}')
    check_works(house, trouble)


def test_the_first_of_two_answers_counts(house, trouble):
    assert house.invoke(trouble, {"how": "twice"})["Body"] == b'"first"'
    check_works(house, trouble)


# Functions that never come up. (id, runtime, handler, files, error type, error message)
STARTS = [
    (
        "no such module",
        "python3.12",
        "missing.handler",
        {"main__py": ""},
        "Runtime.ImportModuleError",
        r"Unable to import module 'missing': No module named 'missing'",
    ),
    (
        "no such handler",
        "python3.12",
        "main.missing",
        {"main__py": ""},
        "Runtime.HandlerNotFound",
        r"Handler 'missing' missing on module 'main'",
    ),
    (
        "a handler without a dot",
        "python3.12",
        "main",
        {"main__py": ""},
        "Runtime.MalformedHandlerName",
        r"Bad handler 'main': .*",
    ),
    (
        "syntax error",
        "python3.12",
        "main.handler",
        {"main__py": "def handler(:\n"},
        "Runtime.UserCodeSyntaxError",
        r"Syntax error in module 'main': .*",
    ),
    (
        "error while it loads",
        "python3.12",
        "main.handler",
        {"main__py": "raise RuntimeError('at load')\n"},
        "RuntimeError",
        r"at load",
    ),
    (
        "exits while it loads",
        "python3.12",
        "main.handler",
        {"main__py": "import os\nos._exit(3)\n"},
        "Runtime.ExitError",
        r"RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 3",
    ),
    (
        "no such module in Node",
        NODE,
        "missing.handler",
        {"main__js": ""},
        "Runtime.ImportModuleError",
        r"Error: Cannot find module 'missing'.*",
    ),
    (
        "no such handler in Node",
        NODE,
        "main.missing",
        {"main__js": ""},
        "Runtime.HandlerNotFound",
        r"main.missing is undefined or not exported",
    ),
    (
        "no bootstrap",
        "provided.al2023",
        "x",
        {"main__py": ""},
        "Runtime.InvalidEntrypoint",
        r"RequestId: [0-9a-f-]{36} Error: Couldn't find valid bootstrap\(s\): .*",
    ),
    (
        "a bootstrap that exits",
        "provided.al2023",
        "x",
        {"bootstrap": "#!/bin/sh\nexit 5\n"},
        "Runtime.ExitError",
        r"RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 5",
    ),
    (
        "a bootstrap that is no program",
        "provided.al2023",
        "x",
        {"bootstrap": "\x00\x01\x02"},
        "Runtime.InvalidEntrypoint",
        r"RequestId: [0-9a-f-]{36} Error: .*",
    ),
]


@pytest.mark.parametrize(
    "runtime, handler, files, kind, message", [row[1:] for row in STARTS], ids=[row[0] for row in STARTS]
)
def test_a_function_that_never_comes_up(house, runtime, handler, files, kind, message):
    if runtime == NODE:
        need_node()
    function = house.function(runtime=runtime, handler=handler, bundle=zipped(**files), Timeout=3)
    for _ in range(2):
        failed = house.invoke(function, {})
        assert (failed["StatusCode"], failed.get("FunctionError")) == (200, "Unhandled"), failed["Body"]
        error = json.loads(failed["Body"])
        assert error["errorType"] == kind and re.fullmatch(message, error["errorMessage"], re.DOTALL), error
    check_nothing_left()


def test_a_repaired_function_works_at_once(house):
    function = house.function("def other(event, context):\n    return event\n")
    assert house.invoke(function, {}).get("FunctionError") == "Unhandled"
    house.lambda_.update_function_code(FunctionName=function, ZipFile=GOOD)
    assert house.invoke(function, {"a": 1})["Body"] == b'{"a": 1}'


def check_works(house, function):
    answer = house.invoke(function, {"how": "well"})
    assert (answer.get("FunctionError"), answer["Body"]) == (None, b'{"how": "well"}')


def check_nothing_left():
    """No process that a function started and left."""
    assert wait_until(lambda: not running_with("86399.25")), "a child of a function stayed"
