"""Where events end that functions got for later: destinations and dead letters, in the emulator that
`--upstream` names or in functions of our own, as far as the execution role allows.
"""

import json

from kit.queues import a_queue, a_role, allow, behind
from kit.server import wait_until

UPSTREAM = ("*",)
FLAGS = ("--async-retry-seconds", "0.1")

WORKS_OR_FAILS = """
def handler(event, context):
    if event.get("fail"):
        raise Exception("no good")
    return {"ok": True}
"""

RECEIVES = """
import json

def handler(event, context):
    print("RECORD " + json.dumps(event))
"""


def received(emulator, url):
    """The messages of a queue, once there is one."""
    sqs, found = emulator.client("sqs"), []

    def arrived():
        answer = sqs.receive_message(QueueUrl=behind(emulator, url), MessageAttributeNames=["All"])
        found.extend(answer.get("Messages", []))
        return found

    assert wait_until(arrived), "nothing came"
    return found


def is_empty(emulator, url):
    asked = {"QueueUrl": behind(emulator, url), "AttributeNames": ["ApproximateNumberOfMessages"]}
    attributes = emulator.client("sqs").get_queue_attributes(**asked)["Attributes"]
    return attributes["ApproximateNumberOfMessages"] == "0"


def was_refused(house, action):
    """Whether the last thing that the journal tells of is a refusal of this."""
    entry = house.journal("last")
    return entry["path"] == action and entry["status"] == 403


def worker(house, role, **more):
    """A function that is tried once; its name."""
    name = house.function(WORKS_OR_FAILS, role=role, **more).rsplit(":", 1)[1]
    house.lambda_.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=0)
    return name


def send_on(house, function, **destinations):
    config = {kind: {"Destination": arn} for kind, arn in destinations.items()}
    house.lambda_.update_function_event_invoke_config(FunctionName=function, DestinationConfig=config)


def test_destinations_get_records_as_far_as_the_role_allows(house, emulator):
    queue, queue_arn = a_queue(house)
    other, other_arn = a_queue(house)
    function = worker(house, a_role(house, allow("sqs:SendMessage", queue_arn)))
    send_on(house, function, OnSuccess=queue_arn, OnFailure=other_arn)
    house.invoke(function, {"fail": False}, InvocationType="Event")
    record = json.loads(received(emulator, queue)[0]["Body"])
    assert record["requestContext"]["condition"] == "Success"
    assert record["requestPayload"] == {"fail": False}
    assert record["responsePayload"] == {"ok": True}
    # The role may not send to the other one.
    house.invoke(function, {"fail": True}, InvocationType="Event")
    assert wait_until(lambda: was_refused(house, "sqs:SendMessage"))
    assert is_empty(emulator, other)


def test_a_dead_letter_queue_gets_the_event_with_its_error(house, emulator):
    queue, arn = a_queue(house)
    role = a_role(house, allow("sqs:SendMessage", arn))
    function = worker(house, role, DeadLetterConfig={"TargetArn": arn})
    sent = house.invoke(function, {"fail": True}, InvocationType="Event")
    message = received(emulator, queue)[0]
    assert json.loads(message["Body"]) == {"fail": True}
    attributes = {name: value["StringValue"] for name, value in message["MessageAttributes"].items()}
    assert attributes == {
        "RequestID": sent["ResponseMetadata"]["RequestId"],
        "ErrorCode": "200",
        "ErrorMessage": "no good",
    }


def test_a_function_of_our_own_is_told_of_failures(house):
    receiver = house.function(RECEIVES)
    function = worker(house, a_role(house, allow("lambda:InvokeFunction", receiver)))
    send_on(house, function, OnFailure=receiver)
    sent = house.invoke(function, {"fail": True}, InvocationType="Event")
    lines = house.log(receiver, "RECORD ")
    record = next(json.loads(line.split("RECORD ", 1)[1]) for line in lines if "RECORD " in line)
    context = record["requestContext"]
    assert (context["condition"], context["approximateInvokeCount"]) == ("RetriesExhausted", 1)
    assert context["requestId"] == sent["ResponseMetadata"]["RequestId"]
    assert context["functionArn"].endswith(f":function:{function}:$LATEST")
    assert record["responseContext"]["functionError"] == "Unhandled"
    assert record["responsePayload"]["errorMessage"] == "no good"


def test_a_function_that_the_role_may_not_invoke_is_not_told(house, server):
    receiver = house.function(RECEIVES)
    function = worker(house, a_role(house))
    send_on(house, function, OnSuccess=receiver)
    house.invoke(function, {}, InvocationType="Event")
    assert wait_until(lambda: "a destination was not reached" in server.errors.read_text())
    groups = house.logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/")["logGroups"]
    assert f"/aws/lambda/{receiver.rsplit(':', 1)[1]}" not in [group["logGroupName"] for group in groups]
