"""Queues that a function reads through the emulator that `--upstream` names, as far as its execution role
allows.
"""

import json

import pytest
from botocore.exceptions import ClientError

from kit.house import document
from kit.queues import a_queue, a_role, allow, behind
from kit.server import wait_until

UPSTREAM = ("*",)
FLAGS = ("--async-retry-seconds", "0.1")

READER = """
import json

def handler(event, context):
    print("EVENT " + json.dumps(event))
    bodies = [record["body"] for record in event.get("Records", [])]
    if "boom" in bodies:
        raise Exception("boom")
    return {"batchItemFailures": [
        {"itemIdentifier": record["messageId"]} for record in event["Records"] if record["body"] == "again"
    ]}
"""


def reader(house, queue_arn):
    actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    role = a_role(house, allow(actions, queue_arn))
    return house.function(READER, role=role).rsplit(":", 1)[1]


def events(house, function, marker):
    lines = house.log(f"function:{function}", marker)
    return [json.loads(line.split("EVENT ", 1)[1]) for line in lines if line.startswith("EVENT ")]


def left(emulator, url):
    """How many messages a queue still has, seen or not."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    sqs = emulator.client("sqs")
    found = sqs.get_queue_attributes(QueueUrl=behind(emulator, url), AttributeNames=names)["Attributes"]
    return sum(int(found[name]) for name in names)


def mapped(house, function, arn, **more):
    made = house.lambda_.create_event_source_mapping(FunctionName=function, EventSourceArn=arn, **more)
    assert made["State"] == "Creating"
    return made["UUID"]


def test_messages_go_to_the_function_and_out_of_the_queue(house, emulator):
    url, arn = a_queue(house)
    function = reader(house, arn)
    uuid = mapped(house, function, arn)
    shown = house.lambda_.get_event_source_mapping(UUID=uuid)
    assert (shown["State"], shown["BatchSize"], shown["FunctionResponseTypes"]) == ("Enabled", 10, [])
    house.client("sqs").send_message(
        QueueUrl=url,
        MessageBody="hello",
        MessageAttributes={"Author": {"DataType": "String", "StringValue": "J"}},
    )
    record = events(house, function, "hello")[0]["Records"][0]
    assert record["body"] == "hello" and record["eventSource"] == "aws:sqs"
    assert record["eventSourceARN"] == arn and record["awsRegion"] == "us-east-1"
    assert record["messageAttributes"]["Author"] == {
        "stringValue": "J",
        "stringListValues": [],
        "binaryListValues": [],
        "dataType": "String",
    }
    assert record["attributes"]["ApproximateReceiveCount"] == "1"
    assert wait_until(lambda: left(emulator, url) == 0)
    house.lambda_.delete_event_source_mapping(UUID=uuid)
    with pytest.raises(ClientError, match="does not exist"):
        house.lambda_.get_event_source_mapping(UUID=uuid)


def test_only_what_failed_stays(house, emulator):
    url, arn = a_queue(house, VisibilityTimeout="30")
    function = reader(house, arn)
    mapped(house, function, arn, FunctionResponseTypes=["ReportBatchItemFailures"])
    for body in ("fine", "again", "good"):
        house.client("sqs").send_message(QueueUrl=url, MessageBody=body)
    for marker in ("fine", "again", "good"):
        events(house, function, marker)
    assert wait_until(lambda: left(emulator, url) == 1)


def test_a_batch_that_fails_comes_again(house, emulator):
    url, arn = a_queue(house, VisibilityTimeout="1")
    function = reader(house, arn)
    uuid = mapped(house, function, arn)
    house.client("sqs").send_message(QueueUrl=url, MessageBody="boom")

    def counts():
        found = [record for event in events(house, function, "boom") for record in event["Records"]]
        return {record["attributes"]["ApproximateReceiveCount"] for record in found}

    assert wait_until(lambda: "2" in counts())
    house.lambda_.update_event_source_mapping(UUID=uuid, Enabled=False)
    assert house.lambda_.get_event_source_mapping(UUID=uuid)["State"] == "Disabled"


def test_filters_keep_messages_from_the_function(house, emulator):
    url, arn = a_queue(house)
    function = reader(house, arn)
    wanted = {"Filters": [{"Pattern": json.dumps({"body": {"kind": [{"prefix": "or"}]}})}]}
    mapped(house, function, arn, FilterCriteria=wanted)
    for body in ('{"kind": "other"}', '{"kind": "order"}'):
        house.client("sqs").send_message(QueueUrl=url, MessageBody=body)
    seen = [record["body"] for event in events(house, function, "order") for record in event["Records"]]
    assert seen == ['{"kind": "order"}']
    assert wait_until(lambda: left(emulator, url) == 0)


def test_a_role_that_may_not_read_makes_no_mapping(house):
    _, arn = a_queue(house)
    function = house.function(READER, role=a_role(house)).rsplit(":", 1)[1]
    with pytest.raises(ClientError, match="does not have permissions to call ReceiveMessage on SQS"):
        house.lambda_.create_event_source_mapping(FunctionName=function, EventSourceArn=arn)
    function = reader(house, "*")
    with pytest.raises(ClientError) as refused:
        house.lambda_.create_event_source_mapping(FunctionName=function, EventSourceArn=arn + "-none")
    assert "SQS Error Code: AWS.SimpleQueueService.NonExistentQueue" in str(refused.value)


def test_a_right_that_is_taken_away_stops_the_reading(house, emulator):
    url, arn = a_queue(house)
    function = reader(house, arn)
    mapped(house, function, arn)
    role = house.lambda_.get_function_configuration(FunctionName=function)["Role"].rsplit("/", 1)[1]
    deny = document("sqs:ReceiveMessage", effect="Deny", Resource="*")
    house.iam.put_role_policy(RoleName=role, PolicyName="deny", PolicyDocument=deny)

    def is_told():
        entries = [house.journal("last")]
        return any(entry["path"] == "sqs:ReceiveMessage" and entry["status"] == 403 for entry in entries)

    # The receiver that was waiting is let go by its message; the next one is refused.
    house.client("sqs").send_message(QueueUrl=url, MessageBody="one")
    assert wait_until(is_told, within=30)


def test_mappings_survive_a_restart(house, server, emulator):
    # The emulator may give the message to the receiver that went away; then it comes again.
    url, arn = a_queue(house, VisibilityTimeout="2")
    function = reader(house, arn)
    uuid = mapped(house, function, arn)
    assert server.stop() == 0
    server.start()
    house.client("sqs").send_message(QueueUrl=url, MessageBody="after")
    assert events(house, function, "after")
    listed = house.lambda_.list_event_source_mappings(FunctionName=function)["EventSourceMappings"]
    assert [one["UUID"] for one in listed] == [uuid]
