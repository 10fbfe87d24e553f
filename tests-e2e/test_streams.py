"""Answers that functions write bit by bit: as events of InvokeWithResponseStream, and behind URLs."""

import base64
import json
import time

import pytest
from botocore.exceptions import ClientError

from kit.functions import NODE, need_node, zipped
from kit.house import document
from kit.http import PATIENCE, requests
from kit.server import wait_until

# How long the function waits between its two pieces, in seconds: whoever sees the first one sooner got it
# by itself.
PAUSE = 1.5

PIECES = f"""
exports.handler = awslambda.streamifyResponse(async (event, stream) => {{
  console.log("streaming");
  stream.setContentType("text/plain");
  stream.write("first ");
  await new Promise((resolve) => setTimeout(resolve, {PAUSE * 1000}));
  if (event.fail) throw new Error("in the middle");
  stream.write("second");
  stream.end();
}});
"""

WITH_HEAD = f"""
exports.handler = awslambda.streamifyResponse(async (event, stream) => {{
  const metadata = {{ statusCode: 201, headers: {{ "X-Own": "1" }}, cookies: ["a=b"] }};
  stream = awslambda.HttpResponseStream.from(stream, metadata);
  stream.write("first ");
  await new Promise((resolve) => setTimeout(resolve, {PAUSE * 1000}));
  stream.write("second");
  stream.end();
}});
"""

BREAKS = """
def handler(event, context):
    if event.get("fail"):
        raise ValueError("no good")
    return {"whole": True}
"""


@pytest.fixture(scope="module")
def pieces(house):
    need_node()
    return house.function(runtime=NODE, bundle=zipped(main__js=PIECES))


def events(house, function, event, **more):
    """The payloads with the time at which each came, and how it ended."""
    answer = house.lambda_.invoke_with_response_stream(
        FunctionName=function, Payload=json.dumps(event), **more
    )
    assert answer["StatusCode"] == 200 and answer["ExecutedVersion"] == "$LATEST"
    chunks, end = [], None
    for part in answer["EventStream"]:
        assert end is None
        if "PayloadChunk" in part:
            chunks.append((time.monotonic(), part["PayloadChunk"]["Payload"]))
        else:
            end = part["InvokeComplete"]
    return chunks, end


def test_events_come_while_the_function_writes(house, pieces):
    chunks, end = events(house, pieces, {}, LogType="Tail")
    ended = time.monotonic()
    assert b"".join(payload for _, payload in chunks) == b"first second"
    assert chunks[0][1] == b"first " and ended - chunks[0][0] > PAUSE / 2
    assert "ErrorCode" not in end
    assert "streaming" in base64.b64decode(end["LogResult"]).decode()


def test_a_failure_in_the_middle_is_told_at_the_end(house, pieces):
    chunks, end = events(house, pieces, {"fail": True})
    assert chunks[0][1] == b"first "
    assert end["ErrorCode"] == "Unhandled" and "in the middle" in end["ErrorDetails"]


def test_a_function_that_does_not_stream_answers_in_one_piece(house):
    function = house.function(BREAKS)
    chunks, end = events(house, function, {})
    assert [json.loads(payload) for _, payload in chunks] == [{"whole": True}] and end == {}
    _, end = events(house, function, {"fail": True})
    assert end["ErrorCode"] == "Unhandled"
    assert json.loads(end["ErrorDetails"])["errorType"] == "ValueError"


def test_only_who_may_invoke_is_streamed_to(house):
    function = house.function(BREAKS)
    with pytest.raises(ClientError, match="lambda:InvokeFunction") as refused:
        events(house.user(), function, {})
    assert refused.value.response["Error"]["Code"] == "AccessDeniedException"
    chunks, _ = events(house.user(document("lambda:InvokeFunction", Resource=function)), function, {})
    assert chunks
    dry = house.lambda_.invoke_with_response_stream(FunctionName=function, InvocationType="DryRun")
    assert dry["StatusCode"] == 204


def streaming_url(house, function):
    """The address of a URL that streams to everybody."""
    url = house.lambda_.create_function_url_config(
        FunctionName=function, AuthType="NONE", InvokeMode="RESPONSE_STREAM"
    )["FunctionUrl"]
    for action, more in (
        ("lambda:InvokeFunctionUrl", {"FunctionUrlAuthType": "NONE"}),
        ("lambda:InvokeFunction", {"InvokedViaFunctionUrl": True}),
    ):
        house.lambda_.add_permission(
            FunctionName=function,
            StatementId=action.split(":")[1],
            Action=action,
            Principal="*",
            **more,
        )
    return url


def pieces_of(url):
    """An answer, with the pieces of its body and the time at which each came."""
    with requests.get(url, stream=True, timeout=PATIENCE) as answer:
        found = [(time.monotonic(), piece) for piece in answer.iter_content(None)]
    return answer, found, time.monotonic()


@pytest.mark.parametrize(
    "code, status, kind",
    [(PIECES, 200, "text/plain"), (WITH_HEAD, 201, "application/octet-stream")],
    ids=["body", "head-and-body"],
)
def test_a_url_hands_pieces_on_as_they_come(house, code, status, kind):
    need_node()
    function = house.function(runtime=NODE, bundle=zipped(main__js=code))
    answer, found, ended = pieces_of(streaming_url(house, function))
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, kind)
    assert b"".join(piece for _, piece in found) == b"first second"
    assert found[0][1] == b"first " and ended - found[0][0] > PAUSE / 2
    if status == 201:
        assert answer.headers["X-Own"] == "1" and answer.cookies["a"] == "b"


# What is ready before it is called


def provisioned(house, function, count):
    version = house.lambda_.publish_version(FunctionName=function)["Version"]
    named = {"FunctionName": function, "Qualifier": version}
    house.lambda_.put_provisioned_concurrency_config(ProvisionedConcurrentExecutions=count, **named)
    shown = {}

    def settled():
        shown.update(house.lambda_.get_provisioned_concurrency_config(**named))
        return shown["Status"] != "IN_PROGRESS"

    assert wait_until(settled, within=30), shown
    return shown


def test_provisioned_environments_are_counted_when_they_are_there(house):
    shown = provisioned(house, house.function(BREAKS), 2)
    assert (shown["Status"], shown["AvailableProvisionedConcurrentExecutions"]) == ("READY", 2)
    assert shown["AllocatedProvisionedConcurrentExecutions"] == 2


def test_a_version_that_cannot_start_is_not_provisioned(house):
    function = house.function("import nowhere\n")
    shown = provisioned(house, function, 1)
    assert (shown["Status"], shown["AvailableProvisionedConcurrentExecutions"]) == ("FAILED", 0)
    assert shown["StatusReason"] == "FUNCTION_ERROR_INIT_FAILURE"
    listed = house.lambda_.list_provisioned_concurrency_configs(FunctionName=function)
    assert [one["Status"] for one in listed["ProvisionedConcurrencyConfigs"]] == ["FAILED"]
