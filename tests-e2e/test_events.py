"""Events that nobody waits for: what was accepted is delivered, whatever happens to the server."""

import json

from kit.functions import with_boto3
from kit.house import House, document, unique
from kit.server import wait_until

FLAGS = ("--async-retry-seconds", "0.1")

# Hangs as long as nobody says otherwise, so that a server can be killed meanwhile.
HANGS = """
import os, time

def handler(event, context):
    print("began", context.aws_request_id, flush=True)
    while os.environ["HANG"] == "yes":
        time.sleep(0.05)
    print("delivered", event["number"])
"""
FAILS = """
def handler(event, context):
    print("tried", event["number"])
    raise ValueError("again")
"""
LOOPS = """
import json, boto3

def handler(event, context):
    depth = event["depth"] + 1
    print("depth", depth)
    boto3.client("lambda").invoke(
        FunctionName=context.function_name, InvocationType="Event", Payload=json.dumps({"depth": depth})
    )
"""


def send(house, function, event):
    answer = house.lambda_.invoke(FunctionName=function, InvocationType="Event", Payload=json.dumps(event))
    assert answer["StatusCode"] == 202


def lines_with(house, function, marker):
    group = "/aws/lambda/" + function.rpartition(":")[2]
    try:
        found = house.logs.filter_log_events(logGroupName=group)["events"]
    except house.logs.exceptions.ResourceNotFoundException:
        return []
    return [event["message"] for event in found if marker in event["message"]]


def test_an_accepted_event_survives_a_kill(fresh):
    server = fresh(*FLAGS)
    house = House(server)
    function = house.function(HANGS, Environment={"Variables": {"HANG": "yes"}}, Timeout=600)
    for number in range(20):
        send(house, function, {"number": number})
    # Nothing has been delivered: killed before the functions could say more than that they began.
    server.kill()
    server.start()
    house.lambda_.update_function_configuration(
        FunctionName=function, Environment={"Variables": {"HANG": "no"}}
    )
    # Those that began again before the change hang on; the server is told to stop, and goes on after.
    server.kill()
    server.start()
    expected = {f"delivered {number}\n" for number in range(20)}
    assert wait_until(lambda: expected <= set(lines_with(house, function, "delivered")), 60), lines_with(
        house, function, "delivered"
    )


def test_a_failed_event_is_tried_three_times_with_one_request_id(house):
    function = house.function(FAILS)
    send(house, function, {"number": 7})
    assert wait_until(lambda: len(lines_with(house, function, "START RequestId")) == 3, 30)
    starts = lines_with(house, function, "START RequestId")
    assert len({line.split()[2] for line in starts}) == 1
    assert len(lines_with(house, function, "tried 7")) == 3


def test_a_function_that_calls_itself_is_stopped(house):
    """Each call goes on with the trace that boto3 took from the function's environment."""
    name = unique("loops")
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:{name}"
    policy = json.loads(document("logs:*", Resource="*"))
    policy["Statement"].append({"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": arn})
    role = house.role(trusts=("lambda.amazonaws.com",), policy=json.dumps(policy))
    house.function(name=name, bundle=with_boto3(main__py=LOOPS), role=role, Timeout=30)
    send(house, arn, {"depth": 0})
    assert wait_until(lambda: lines_with(house, arn, "depth 16\n"), 60)
    # Each run asks for the next before it ends, so that the seventeenth would be there by now.
    assert wait_until(lambda: len(lines_with(house, arn, "REPORT")) == 16, 30)
    assert not lines_with(house, arn, "depth 17\n")
