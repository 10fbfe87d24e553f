"""Queues of the emulator behind `--upstream`, and roles that may use them."""

import json

from kit.house import BASIC, unique

LAMBDA = "lambda.amazonaws.com"


def a_queue(house, **attributes):
    """The URL and the ARN of a new one."""
    url = house.client("sqs").create_queue(QueueName=unique("queue"), Attributes=attributes)["QueueUrl"]
    return url, f"arn:aws:sqs:us-east-1:000000000000:{url.rsplit('/', 1)[1]}"


def behind(emulator, url):
    """The address of a queue for a client that goes around the server."""
    return f"{emulator.endpoint}/000000000000/{url.rsplit('/', 1)[1]}"


def a_role(house, *statements):
    """An execution role that may write logs, and what the statements say."""
    policy = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
    return house.role(trusts=(LAMBDA,), managed=(BASIC,), policy=policy if statements else None)


def allow(action, resource):
    return {"Effect": "Allow", "Action": action, "Resource": resource}
