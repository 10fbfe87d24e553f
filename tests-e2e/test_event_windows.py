"""Streams whose records have the age, and whose shards have the end, that a test gives them: tumbling windows,
resharding, records that are too old, and every kind of destination for what was given up."""

import json
import time

import pytest
from botocore.exceptions import ClientError

from kit.emulator import Emulator
from kit.house import House, unique
from kit.queues import a_queue, a_role, allow, behind
from kit.server import wait_until
from kit.streams import ARN, stream

READS = allow(["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"], ARN)
WINDOW = 60

SUMS = """
import base64, json

def body(record):
    return base64.b64decode(record["kinesis"]["data"]).decode()

def handler(event, context):
    bodies = [body(record) for record in event["Records"]]
    state = {name: text[:20] for name, text in event.get("state", {}).items()}
    print("EVENT " + json.dumps({**event, "Records": bodies, "state": state}))
    if "boom" in bodies:
        raise Exception("boom")
    if "window" not in event or "forget" in bodies:
        return None
    state = event["state"]
    for one in bodies:
        state["seen"] = state.get("seen", "") + one
    if "large" in bodies:
        state["padding"] = "x" * (1 << 20)
    return {"state": state}
"""


@pytest.fixture
def made():
    with stream() as running:
        yield running


@pytest.fixture
def house(fresh, made):
    return House(fresh("--upstream", f"kinesis={made.url}"))


def reader(house, *more):
    return house.function(SUMS, role=a_role(house, READS, *more)).rsplit(":", 1)[1]


def mapped(house, function, **more):
    given = {"StartingPosition": "TRIM_HORIZON", **more}
    return house.lambda_.create_event_source_mapping(FunctionName=function, EventSourceArn=ARN, **given)


def told(house, function, count):
    """What the function was told, once it was so often."""
    found = []

    def arrived():
        group = f"/aws/lambda/{function}"
        try:
            pages = house.logs.get_paginator("filter_log_events").paginate(logGroupName=group)
            lines = [event["message"] for page in pages for event in page["events"]]
        except ClientError:
            return False
        found[:] = [json.loads(line.split("EVENT ", 1)[1]) for line in lines if line.startswith("EVENT ")]
        return len(found) >= count

    assert wait_until(arrived), found
    return found


def instant(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def test_a_state_goes_through_a_window(house, made):
    start = (int(time.time()) // WINDOW - 10) * WINDOW
    shard = made.shard("shardId-000000000000")
    made.put(shard, "a", "b", "c", at=start)
    made.put(shard, "d", at=start + WINDOW)
    function = reader(house)
    mapping = mapped(house, function, BatchSize=2, TumblingWindowInSeconds=WINDOW)
    assert mapping["TumblingWindowInSeconds"] == WINDOW
    events = told(house, function, 5)
    window = lambda of: {"start": instant(of), "end": instant(of + WINDOW)}  # noqa: E731
    rest = {"shardId": shard, "eventSourceARN": ARN, "isWindowTerminatedEarly": False}
    expected = [
        (["a", "b"], {}, start, False),
        (["c"], {"seen": "ab"}, start, False),
        ([], {"seen": "abc"}, start, True),
        (["d"], {}, start + WINDOW, False),
        ([], {"seen": "d"}, start + WINDOW, True),
    ]
    assert events == [
        {"Records": records, "state": state, "window": window(of), "isFinalInvokeForWindow": final, **rest}
        for records, state, of, final in expected
    ]


def test_a_window_goes_on_after_a_restart(house, made):
    # Far from the end of its window, whenever the test runs.
    now = time.time()
    shard = made.shard("shardId-000000000000")
    made.put(shard, "a", at=now)
    function = reader(house)
    uuid = mapped(house, function, TumblingWindowInSeconds=900)["UUID"]
    told(house, function, 1)
    shown = lambda: house.lambda_.get_event_source_mapping(UUID=uuid)  # noqa: E731
    assert wait_until(lambda: shown()["LastProcessingResult"] == "OK")
    assert house.server.stop() == 0
    made.put(shard, "b", at=now)
    house.server.start()
    events = told(house, function, 2)
    assert (events[1]["Records"], events[1]["state"]) == (["b"], {"seen": "a"})


def test_an_answer_without_a_state_is_a_failure(house, made):
    shard = made.shard("shardId-000000000000")
    made.put(shard, "forget", "a")
    function = reader(house)
    mapped(house, function, BatchSize=1, TumblingWindowInSeconds=900, MaximumRetryAttempts=1)
    events = told(house, function, 3)
    assert [event["Records"] for event in events] == [["forget"], ["forget"], ["a"]]
    assert events[2]["state"] == {}


def test_a_state_that_is_too_large_ends_its_window_early(house, made):
    shard = made.shard("shardId-000000000000")
    made.put(shard, "large", "a")
    function = reader(house)
    mapped(house, function, BatchSize=1, TumblingWindowInSeconds=900)
    events = told(house, function, 3)
    flags = [(event["isWindowTerminatedEarly"], event["isFinalInvokeForWindow"]) for event in events]
    assert flags == [(False, False), (True, False), (False, False)]
    assert events[1]["Records"] == [] and events[1]["state"]["seen"] == "large"
    assert (events[2]["Records"], events[2]["state"]) == (["a"], {})
    assert events[1]["window"] == events[2]["window"]


def test_children_wait_for_their_parent_and_have_windows_of_their_own(house, made):
    parent = made.shard("shardId-000000000000")
    children = [made.shard(f"shardId-00000000000{number}", parent) for number in (1, 2)]
    made.put(parent, "first")
    for child in children:
        made.put(child, "later")
    function = reader(house)
    mapped(house, function, TumblingWindowInSeconds=900)
    assert [event["Records"] for event in told(house, function, 1)] == [["first"]]
    made.put(parent, "last")
    made.close(parent)
    events = told(house, function, 5)
    of_parent = [event for event in events if event["shardId"] == parent]
    assert events[: len(of_parent)] == of_parent, "a child did not wait"
    assert [event["Records"] for event in of_parent] == [["first"], ["last"], []]
    assert (of_parent[2]["isFinalInvokeForWindow"], of_parent[2]["state"]) == (True, {"seen": "firstlast"})
    rest = events[len(of_parent) :]
    assert sorted(event["shardId"] for event in rest) == children
    assert [(event["Records"], event["state"]) for event in rest] == [(["later"], {})] * 2


def test_records_that_are_too_old_are_given_up(house, made):
    shard = made.shard("shardId-000000000000")
    made.put(shard, "old", "older", at=time.time() - 61)
    made.put(shard, "new")
    house.client("s3").create_bucket(Bucket="given-up")
    function = reader(house, allow("s3:PutObject", "arn:aws:s3:::given-up/*"))
    to = {"OnFailure": {"Destination": "arn:aws:s3:::given-up"}}
    uuid = mapped(house, function, MaximumRecordAgeInSeconds=60, DestinationConfig=to)["UUID"]
    assert [event["Records"] for event in told(house, function, 1)] == [["new"]]
    prefix = f"aws/lambda/{uuid}/{shard}/{time.strftime('%Y/%m/', time.gmtime())}"
    found = house.client("s3").list_objects_v2(Bucket="given-up", Prefix=prefix)["Contents"]
    record = json.load(house.client("s3").get_object(Bucket="given-up", Key=found[0]["Key"])["Body"])
    assert record["requestContext"]["condition"] == "RecordAgeExceeded"
    info = record["KinesisBatchInfo"]
    assert (info["batchSize"], info["startSequenceNumber"], info["endSequenceNumber"]) == (2, "1", "2")
    assert [one["kinesis"]["sequenceNumber"] for one in json.loads(record["payload"])["Records"]] == [
        "1",
        "2",
    ]


def test_a_topic_is_told_of_what_was_given_up(fresh, made, tmp_path):
    emulator = Emulator(tmp_path)
    try:
        server = fresh("--upstream", f"kinesis={made.url}", "--upstream", f"*={emulator.endpoint}")
        check_topic(House(server), made, emulator)
    finally:
        emulator.close()


def check_topic(house, made, emulator):
    shard = made.shard("shardId-000000000000")
    made.put(shard, "boom")
    topic = house.client("sns").create_topic(Name=unique("topic"))["TopicArn"]
    url, queue = a_queue(house)
    house.client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue)
    function = reader(house, allow("sns:Publish", topic))
    mapped(house, function, MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": topic}})
    sqs, found = emulator.client("sqs"), []

    def arrived():
        found.extend(sqs.receive_message(QueueUrl=behind(emulator, url)).get("Messages", []))
        return found

    assert wait_until(arrived)
    record = json.loads(json.loads(found[0]["Body"])["Message"])
    assert record["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert record["KinesisBatchInfo"]["shardId"] == shard and "payload" not in record


def test_what_does_not_go_together_is_refused(house, made):
    made.shard("shardId-000000000000")
    function = reader(house)
    with pytest.raises(ClientError, match="ParallelizationFactor with TumblingWindowInSeconds is not"):
        mapped(house, function, ParallelizationFactor=2, TumblingWindowInSeconds=5)
    uuid = mapped(house, function, TumblingWindowInSeconds=5)["UUID"]
    updated = house.lambda_.update_event_source_mapping(UUID=uuid, TumblingWindowInSeconds=0)
    assert updated["TumblingWindowInSeconds"] == 0


def test_a_final_invocation_that_fails_is_tried_again(house, made):
    shard = made.shard("shardId-000000000000")
    made.put(shard, "a", at=time.time() - 2 * WINDOW)
    code = SUMS.replace("state = event", 'assert event["Records"], "nothing to do"\n    state = event')
    function = house.function(code, role=a_role(house, READS)).rsplit(":", 1)[1]
    uuid = mapped(house, function, TumblingWindowInSeconds=WINDOW, MaximumRetryAttempts=0)["UUID"]
    events = told(house, function, 3)
    assert [event["isFinalInvokeForWindow"] for event in events[:3]] == [False, True, True]
    assert house.lambda_.get_event_source_mapping(UUID=uuid)["LastProcessingResult"].startswith("PROBLEM")
