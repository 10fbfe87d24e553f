"""What functions print is in CloudWatch Logs, if and only if their execution role allows it."""

import json
import re
import time

import pytest

from kit.functions import NODE, NODE_ECHO, need_node, zipped
from kit.house import document
from kit.server import wait_until
from kit.swagger import pets, proxy

TALKS = """
import sys

def handler(event, context):
    print("said", event["what"])
    print("to stderr", file=sys.stderr)
    sys.stdout.write("without an end")
    return context.aws_request_id
"""
STREAM = r"\d{4}/\d{2}/\d{2}/\[\$LATEST\][0-9a-f]{32}"
REPORT = (
    r"REPORT RequestId: {id}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\t"
    r"(Init Duration: \d+\.\d\d ms\t)?\n"
)


def name_of(function):
    return function.rpartition(":")[2]


def test_output_and_the_platforms_lines(house):
    function = house.function(TALKS)
    request = json.loads(house.invoke(function, {"what": "hello"})["Body"])
    lines = house.log(function, "REPORT")
    assert lines[0].startswith("INIT_START Runtime Version: "), lines
    assert f"START RequestId: {request} Version: $LATEST\n" in lines
    assert "said hello\n" in lines and "to stderr\n" in lines and "without an end" in "".join(lines)
    assert f"END RequestId: {request}\n" in lines
    assert re.fullmatch(REPORT.format(id=request), lines[-1]), lines[-1]
    assert "Init Duration" in lines[-1]


def test_both_outputs_keep_their_order(house):
    """On AWS both go into one pipe."""
    code = """
import sys

def handler(event, context):
    for number in range(100):
        print(f"line {number}", file=(sys.stdout, sys.stderr)[number % 2], flush=True)
"""
    function = house.function(code)
    house.invoke(function)
    lines = [line for line in house.log(function, "REPORT") if line.startswith("line")]
    assert lines == [f"line {number}\n" for number in range(100)]


def test_a_warm_invocation_has_no_init(house):
    function = house.function(TALKS)
    for what in ("one", "two"):
        request = json.loads(house.invoke(function, {"what": what})["Body"])
    lines = house.log(function, f"REPORT RequestId: {request}")
    assert len([line for line in lines if line.startswith("INIT_START")]) == 1
    assert "Init Duration" not in next(
        line for line in lines if line.startswith(f"REPORT RequestId: {request}")
    )


def test_node_talks_with_time_and_request(house):
    need_node()
    function = house.function(runtime=NODE, bundle=zipped(main__js=NODE_ECHO))
    house.invoke(function, {"path": "/x"})
    line = next(line for line in house.log(function, "REPORT") if "called" in line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z\t[0-9a-f-]{36}\tINFO\tcalled /x\n", line), line


def test_groups_and_streams_are_read_as_on_aws(house):
    function = house.function(TALKS)
    house.invoke(function, {"what": "hello"})
    house.log(function, "REPORT")
    group = f"/aws/lambda/{name_of(function)}"
    described = house.logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]
    assert described["arn"] == f"arn:aws:logs:us-east-1:{house.account}:log-group:{group}:*"
    streams = house.logs.describe_log_streams(logGroupName=group, orderBy="LastEventTime", descending=True)[
        "logStreams"
    ]
    assert len(streams) == 1 and re.fullmatch(STREAM, streams[0]["logStreamName"])
    name = streams[0]["logStreamName"]
    events = house.logs.get_log_events(logGroupName=group, logStreamName=name, startFromHead=True)
    messages = [event["message"] for event in events["events"]]
    assert "said hello\n" in messages
    again = house.logs.get_log_events(
        logGroupName=group, logStreamName=name, nextToken=events["nextForwardToken"]
    )
    assert again["events"] == [] and again["nextForwardToken"] == events["nextForwardToken"]
    filtered = house.logs.filter_log_events(logGroupName=group, filterPattern="said")["events"]
    assert [event["message"] for event in filtered] == ["said hello\n"]
    assert filtered[0]["logStreamName"] == name


def test_a_tail_follows_the_group(house):
    """What `aws logs tail --follow` asks (version 2 of the AWS CLI, which no package index has): pages of
    FilterLogEvents from a time on, again and again from the last event's."""
    function = house.function(TALKS)
    group = f"/aws/lambda/{name_of(function)}"
    start = int(time.time() * 1000) - 60_000
    seen = {}
    for what in ("first", "second"):
        house.invoke(function, {"what": what})
        house.log(function, f"said {what}")
        pages = house.logs.get_paginator("filter_log_events").paginate(
            logGroupName=group, startTime=start, interleaved=True, PaginationConfig={"PageSize": 2}
        )
        events = [event for page in pages for event in page["events"]]
        seen.update({event["eventId"]: event["message"] for event in events})
        assert [event["timestamp"] for event in events] == sorted(event["timestamp"] for event in events)
        assert all(event["timestamp"] >= start for event in events)
        start = events[-1]["timestamp"]
    said = [message for message in seen.values() if message.startswith("said")]
    assert said == ["said first\n", "said second\n"]


# (id, policy of the execution role, whether lines arrive)
ROLES = [
    ("nothing at all", None, False),
    (
        "writing, but not making a group",
        document(["logs:CreateLogStream", "logs:PutLogEvents"], Resource="*"),
        False,
    ),
    (
        "making, but not writing",
        document(["logs:CreateLogGroup", "logs:CreateLogStream"], Resource="*"),
        False,
    ),
    ("another group", document("logs:*", Resource="arn:aws:logs:*:*:log-group:/aws/lambda/other:*"), False),
    (
        "everything needed",
        document(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], Resource="*"),
        True,
    ),
]


@pytest.mark.parametrize("policy, arrives", [row[1:] for row in ROLES], ids=[row[0] for row in ROLES])
def test_only_an_execution_role_that_may_write_leaves_a_log(house, policy, arrives):
    role = house.role(trusts=("lambda.amazonaws.com",), policy=policy)
    function = house.function(TALKS, role=role)
    assert house.invoke(function, {"what": "hello"}).get("FunctionError") is None
    if arrives:
        assert "said hello\n" in house.log(function, "REPORT")
        return
    # A second function, whose lines go the same way later, shows that the first one's are not late.
    witness = house.function(TALKS)
    house.invoke(witness, {"what": "hello"})
    house.log(witness, "REPORT")
    assert written(house, function) == []


def written(house, function):
    group = f"/aws/lambda/{name_of(function)}"
    try:
        return house.logs.filter_log_events(logGroupName=group)["events"]
    except house.logs.exceptions.ResourceNotFoundException:
        return []


def test_a_group_that_exists_needs_no_create(house):
    role = house.role(
        trusts=("lambda.amazonaws.com",),
        policy=document(["logs:CreateLogStream", "logs:PutLogEvents"], Resource="*"),
    )
    house.logs.create_log_group(logGroupName="/aws/lambda/prepared")
    function = house.function(TALKS, name="prepared", role=role)
    house.invoke(function, {"what": "hello"})
    assert "said hello\n" in house.log(function, "REPORT")


def test_errors_and_time_outs_are_in_the_log(house):
    function = house.function(
        "import time\ndef handler(event, context):\n    time.sleep(5) if event else 1 / 0\n", Timeout=1
    )
    house.invoke(function, {})
    assert any(
        "[ERROR] ZeroDivisionError: division by zero" in line for line in house.log(function, "REPORT")
    )
    house.invoke(function, {"a": 1})
    lines = house.log(function, "Task timed out after 1.00 seconds")
    assert any(
        re.match(r"\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36} Task timed out after 1.00 seconds", line)
        or "Status: timeout" in line
        for line in lines
    ), lines


def test_reading_logs_needs_permission(house):
    function = house.function(TALKS)
    house.invoke(function, {"what": "hello"})
    house.log(function, "REPORT")
    group = f"/aws/lambda/{name_of(function)}"
    user = house.user()
    for call in (
        lambda: user.logs.describe_log_groups(),
        lambda: user.logs.filter_log_events(logGroupName=group),
    ):
        with pytest.raises(user.logs.exceptions.ClientError) as refused:
            call()
        assert refused.value.response["Error"]["Code"] == "AccessDeniedException"


def test_execution_logs_of_an_api_need_the_accounts_role(house):
    """API-Gateway-Execution-Logs_{api}/{stage}, written with the account's cloudwatchRoleArn."""
    function = house.function()
    house.grant(function)
    api = house.api(pets(proxy(function)))
    pusher = house.role(
        managed=("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",)
    )
    set_account = [{"op": "replace", "path": "/cloudwatchRoleArn", "value": pusher}]
    house.apigateway.update_account(patchOperations=set_account)
    level = [{"op": "replace", "path": "/*/*/logging/loglevel", "value": "INFO"}]
    house.apigateway.update_stage(restApiId=api, stageName="prod", patchOperations=level)
    request = house.call(api).headers["x-amzn-RequestId"]
    group = f"API-Gateway-Execution-Logs_{api}/prod"
    lines = []

    def arrived():
        try:
            lines[:] = [
                event["message"] for event in house.logs.filter_log_events(logGroupName=group)["events"]
            ]
        except house.logs.exceptions.ResourceNotFoundException:
            return False
        return any("Method completed with status: 200" in line for line in lines)

    assert wait_until(arrived), lines
    assert all(line.startswith(f"({request}) ") for line in lines), lines
