"""Streams of Kinesis and DynamoDB that a function reads through the emulator that `--upstream` names, as far
as its execution role allows."""

import base64
import json
import time

import pytest
from botocore.exceptions import ClientError

from kit.emulator import Emulator
from kit.house import unique
from kit.queues import a_queue, a_role, allow, behind
from kit.server import Server, wait_until

READER = """
import base64, json, os

def body(record):
    if "kinesis" in record:
        return base64.b64decode(record["kinesis"]["data"]).decode()
    return record["dynamodb"]["Keys"]["id"]["S"]

def handler(event, context):
    bodies = [body(record) for record in event["Records"]]
    print("EVENT " + json.dumps({"bodies": bodies, "first": event["Records"][0]}))
    if "boom" in bodies:
        raise Exception("boom")
    if "part" in bodies:
        record = event["Records"][bodies.index("part")]
        sequence = record["kinesis"]["sequenceNumber"]
        return {"batchItemFailures": [{"itemIdentifier": sequence}]}
"""

ACTIONS = {
    "kinesis": ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
    "dynamodb": ["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"],
}


@pytest.fixture(scope="module")
def emulator(tmp_path_factory):
    running = Emulator(tmp_path_factory.mktemp("emulator"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory, emulator):
    running = Server(tmp_path_factory.mktemp("server"), "--upstream", f"*={emulator.endpoint}")
    yield running
    running.close()


@pytest.fixture(scope="module")
def kinesis(house):
    return house.client("kinesis")


def a_stream(kinesis, shards=1):
    name = unique("stream")
    kinesis.create_stream(StreamName=name, ShardCount=shards)
    assert wait_until(
        lambda: (
            kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamStatus"]
            == "ACTIVE"
        )
    )
    return name, kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]


def reader(house, service, arn, *more):
    role = a_role(house, allow(ACTIONS[service], arn), *more)
    return house.function(READER, role=role).rsplit(":", 1)[1]


def mapped(house, function, arn, **more):
    given = {"StartingPosition": "TRIM_HORIZON", **more}
    made = house.lambda_.create_event_source_mapping(FunctionName=function, EventSourceArn=arn, **given)
    assert (made["State"], made["StateTransitionReason"]) == ("Creating", "User action")
    assert made["LastProcessingResult"] == "No records processed"
    return made["UUID"]


def put(kinesis, name, *bodies, key="one"):
    for body in bodies:
        kinesis.put_record(StreamName=name, Data=body.encode(), PartitionKey=key)


def events(house, function, marker):
    lines = house.log(f"function:{function}", marker)
    return [json.loads(line.split("EVENT ", 1)[1]) for line in lines if line.startswith("EVENT ")]


def bodies(house, function, marker):
    return [body for event in events(house, function, marker) for body in event["bodies"]]


def test_records_go_to_the_function_in_order(house, kinesis):
    name, arn = a_stream(kinesis)
    put(kinesis, name, "before")
    function = reader(house, "kinesis", arn)
    uuid = mapped(house, function, arn)
    put(kinesis, name, "first", "second", "third")
    assert bodies(house, function, "third") == ["before", "first", "second", "third"]
    record = events(house, function, "third")[0]["first"]
    assert record["eventSource"] == "aws:kinesis" and record["eventSourceARN"] == arn
    assert record["eventID"] == f"shardId-000000000000:{record['kinesis']['sequenceNumber']}"
    assert record["kinesis"]["partitionKey"] == "one"
    assert base64.b64decode(record["kinesis"]["data"]) == b"before"
    assert record["invokeIdentityArn"].startswith("arn:aws:iam::000000000000:role/")
    shown = lambda: house.lambda_.get_event_source_mapping(UUID=uuid)  # noqa: E731
    assert wait_until(lambda: shown()["LastProcessingResult"] == "OK")
    assert (shown()["State"], shown()["BatchSize"], shown()["MaximumRetryAttempts"]) == ("Enabled", 100, -1)
    house.lambda_.delete_event_source_mapping(UUID=uuid)


def test_the_latest_are_those_that_come_after(house, kinesis):
    name, arn = a_stream(kinesis)
    put(kinesis, name, "old")
    time.sleep(0.1)
    function = reader(house, "kinesis", arn)
    mapped(house, function, arn, StartingPosition="LATEST")
    put(kinesis, name, "new")
    assert bodies(house, function, "new") == ["new"]


def test_what_was_read_is_not_read_again_after_a_restart(house, server, kinesis):
    name, arn = a_stream(kinesis, shards=2)
    function = reader(house, "kinesis", arn)
    uuid = mapped(house, function, arn)
    put(kinesis, name, "one", key="a")
    put(kinesis, name, "two", key="b")
    assert {*bodies(house, function, "one"), *bodies(house, function, "two")} == {"one", "two"}
    assert wait_until(
        lambda: house.lambda_.get_event_source_mapping(UUID=uuid)["LastProcessingResult"] == "OK"
    )
    assert server.stop() == 0
    put_while_down(house, server, kinesis, name)
    assert sorted(bodies(house, function, "meanwhile")) == ["meanwhile", "one", "two"]


def put_while_down(house, server, kinesis, name):
    server.start()
    put(kinesis, name, "meanwhile", key="a")


def test_a_batch_that_fails_is_halved_and_given_up(house, kinesis, emulator):
    name, arn = a_stream(kinesis)
    url, queue = a_queue(house)
    function = reader(house, "kinesis", arn, allow(["sqs:SendMessage"], queue))
    put(kinesis, name, "a", "b", "boom", "c")
    uuid = mapped(
        house,
        function,
        arn,
        BatchSize=4,
        MaximumRetryAttempts=1,
        BisectBatchOnFunctionError=True,
        DestinationConfig={"OnFailure": {"Destination": queue}},
    )
    put(kinesis, name, "after")
    seen = bodies(house, function, "after")
    assert {"a", "b", "c", "after"} <= set(seen) and seen.count("boom") >= 2
    sqs = emulator.client("sqs")
    found = sqs.receive_message(QueueUrl=behind(emulator, url), WaitTimeSeconds=10)["Messages"]
    told = json.loads(found[0]["Body"])
    assert told["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert told["requestContext"]["approximateInvokeCount"] == 2
    assert told["responseContext"] == {
        "statusCode": 200,
        "executedVersion": "$LATEST",
        "functionError": "Unhandled",
    }
    info = told["KinesisBatchInfo"]
    assert (info["batchSize"], info["shardId"], info["streamArn"]) == (1, "shardId-000000000000", arn)
    assert len(found) == 1
    house.lambda_.update_event_source_mapping(UUID=uuid, Enabled=False)
    assert house.lambda_.get_event_source_mapping(UUID=uuid)["State"] == "Disabled"


def test_only_what_failed_comes_again(house, kinesis):
    name, arn = a_stream(kinesis)
    function = reader(house, "kinesis", arn)
    put(kinesis, name, "good", "part", "rest")
    mapped(house, function, arn, FunctionResponseTypes=["ReportBatchItemFailures"], MaximumRetryAttempts=1)
    put(kinesis, name, "end")
    seen = lambda: bodies(house, function, "end")  # noqa: E731
    assert wait_until(lambda: seen().count("part") == 2)
    assert seen().count("good") == 1


def test_filters_look_into_the_data(house, kinesis):
    name, arn = a_stream(kinesis)
    function = reader(house, "kinesis", arn)
    put(kinesis, name, '{"kind": "other"}', "text", '{"kind": "order"}')
    wanted = {"Filters": [{"Pattern": json.dumps({"data": {"kind": ["order"]}})}]}
    mapped(house, function, arn, FilterCriteria=wanted)
    assert bodies(house, function, "order") == ['{"kind": "order"}']


def test_keys_stay_in_order_beside_each_other(house, kinesis):
    name, arn = a_stream(kinesis)
    function = reader(house, "kinesis", arn)
    for number in range(6):
        put(kinesis, name, f"a{number}", key="a")
        put(kinesis, name, f"b{number}", key="b")
    mapped(house, function, arn, BatchSize=2, ParallelizationFactor=4)
    put(kinesis, name, "end", key="a")
    assert wait_until(lambda: len(bodies(house, function, "EVENT")) == 13)
    seen = bodies(house, function, "end")
    assert [body for body in seen if body.startswith("b")] == [f"b{number}" for number in range(6)]


def test_changes_of_a_table_go_to_the_function(house):
    dynamodb, name = house.client("dynamodb"), unique("table")
    made = dynamodb.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    )
    arn = made["TableDescription"]["LatestStreamArn"]
    function = reader(house, "dynamodb", arn)
    wanted = {"Filters": [{"Pattern": json.dumps({"eventName": ["INSERT"]})}]}
    mapped(house, function, arn, BatchSize=5, FilterCriteria=wanted)
    for item in ("one", "two"):
        dynamodb.put_item(TableName=name, Item={"id": {"S": item}})
    dynamodb.put_item(TableName=name, Item={"id": {"S": "one"}, "more": {"S": "x"}})
    dynamodb.put_item(TableName=name, Item={"id": {"S": "three"}})
    assert bodies(house, function, "three") == ["one", "two", "three"]
    record = events(house, function, "three")[0]["first"]
    assert (record["eventName"], record["eventSource"]) == ("INSERT", "aws:dynamodb")
    assert record["eventSourceARN"] == arn and record["dynamodb"]["NewImage"] == {"id": {"S": "one"}}


def test_what_cannot_be_read_makes_no_mapping(house, kinesis):
    _, arn = a_stream(kinesis)
    function = house.function(READER, role=a_role(house)).rsplit(":", 1)[1]
    create = house.lambda_.create_event_source_mapping
    rows = [
        ({"EventSourceArn": arn}, "Value null at 'startingPosition'"),
        ({"EventSourceArn": arn, "StartingPosition": "LATEST"}, f"Cannot access stream {arn}"),
        (
            {"EventSourceArn": arn, "StartingPosition": "LATEST", "MaximumRecordAgeInSeconds": 30},
            "'maximumRecordAgeInSeconds'",
        ),
    ]
    for given, message in rows:
        with pytest.raises(ClientError) as refused:
            create(FunctionName=function, **given)
        assert message in str(refused.value)
    function = reader(house, "kinesis", "*")
    with pytest.raises(ClientError, match="Stream not found: "):
        create(FunctionName=function, EventSourceArn=arn + "-none", StartingPosition="LATEST")
    create(FunctionName=function, EventSourceArn=arn, StartingPosition="LATEST")
    with pytest.raises(ClientError, match="provided mapping already exists"):
        create(FunctionName=function, EventSourceArn=arn, StartingPosition="LATEST")
