"""An hour's worth of mixed load, pressed into seconds: nothing is lost on the way, and nothing stays.

`SOAK_SECONDS` says how long; the check takes the short one, `cargo xtask soak` ten minutes.
"""

import itertools
import json
import os
import threading
import time
from pathlib import Path

from botocore.exceptions import ClientError

from kit.functions import NODE, zipped
from kit.house import House
from kit.server import descendants, wait_until

SECONDS = float(os.environ.get("SOAK_SECONDS", "12"))
WORKERS = 8
# Environments end soon, so that an hour's worth of them comes and goes.
FLAGS = ("--function-keep-alive-seconds", "1", "--async-retry-seconds", "0.2", "--function-spares", "2")
MEBIBYTE = 1 << 20

PYTHON = """
import os, time

def handler(event, context):
    how = event.get("how")
    if how == "fail":
        raise ValueError("as asked")
    if how == "exit":
        os._exit(3)
    if how == "slow":
        time.sleep(5)
    if how == "files":
        for number in range(20):
            with open(f"/tmp/{context.aws_request_id}-{number}", "wb") as file:
                file.write(bytes(50_000))
    if how == "print":
        for number in range(200):
            print("line", number)
    return event
"""
JAVASCRIPT = """
exports.handler = async (event) => {
  if (event.how === 'fail') throw new Error('as asked');
  if (event.how === 'exit') process.exit(3);
  return event;
};
"""
WAYS = ["well"] * 6 + ["fail", "exit", "files", "print", "slow", "event", "event-fail", "change", "version"]


class Load:
    """What the workers do, and what went wrong."""

    def __init__(self, house):
        self.house = house
        self.python = house.function(PYTHON, Timeout=1)
        self.node = house.function(runtime=NODE, bundle=zipped(main__js=JAVASCRIPT), Timeout=3)
        self.wrong = []
        self.done = 0
        self.counter = itertools.count()

    def work(self, until, clients):
        while time.monotonic() < until and len(self.wrong) < 10:
            number = next(self.counter)
            how = WAYS[number % len(WAYS)]
            try:
                self.one(clients, number, how)
            except (ClientError, AssertionError, ValueError) as error:
                self.wrong.append(f"{how}: {error!r}")
            self.done += 1

    def one(self, clients, number, how):
        function = (self.python, self.node)[number % 2]
        event = {"how": how.removeprefix("event-"), "number": number}
        if how in ("event", "event-fail"):
            accepted = clients.invoke(
                FunctionName=function, InvocationType="Event", Payload=json.dumps(event)
            )
            assert accepted["StatusCode"] == 202
            return
        if how == "change":
            self.passing_function(clients, number)
            return
        if how == "version":
            self.new_version(clients, number)
            return
        answer = clients.invoke(FunctionName=function, Payload=json.dumps(event))
        body = json.loads(answer["Payload"].read())
        fails = how in ("fail", "exit") or (how == "slow" and function == self.python)
        assert (answer.get("FunctionError") == "Unhandled") == fails, (how, body)
        assert fails or body == event, body

    def new_version(self, clients, number):
        """Of two updates at once the second is refused, as on AWS."""
        try:
            clients.update_function_configuration(FunctionName=self.node, Description=str(number))
        except ClientError as error:
            if error.response["Error"]["Code"] != "ResourceConflictException":
                raise

    def passing_function(self, clients, number):
        """One that comes, runs and goes."""
        name = f"passing-{number}"
        code = f"def handler(event, context):\n    return {number}\n"
        clients.create_function(
            FunctionName=name,
            Runtime="python3.12",
            Handler="main.handler",
            Role=self.house.worker(),
            Code={"ZipFile": zipped(main__py=code)},
        )
        answer = clients.invoke(FunctionName=name)
        assert json.loads(answer["Payload"].read()) == number
        clients.delete_function(FunctionName=name)


def test_nothing_is_lost_and_nothing_stays(fresh):
    server = fresh(*FLAGS)
    house = House(server)
    load = Load(house)
    run(load, house, min(SECONDS / 3, 20))
    settled(server)
    before = Traces(server)
    run(load, house, SECONDS)
    assert not load.wrong, load.wrong
    settled(server)
    after = Traces(server)
    assert after.descriptors <= before.descriptors + 20, (before, after)
    assert after.threads <= before.threads + 20, (before, after)
    # The log and the journal keep what they are meant to keep.
    assert after.memory <= before.memory * 1.5 + 64 * MEBIBYTE, (before, after)
    # Code that no function names is swept every quarter of a minute.
    assert wait_until(lambda: Traces(server).folders <= before.folders + 2, 60), (before, after)
    print(f"{load.done} calls in {SECONDS} s: {before} then {after}")


def run(load, house, seconds):
    until = time.monotonic() + seconds
    workers = [
        threading.Thread(target=load.work, args=(until, house.client("lambda", region_name="us-east-1")))
        for _ in range(WORKERS)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def settled(server):
    """Idle environments retire, events are delivered; the two spare runtimes are two processes each."""
    assert wait_until(lambda: len(descendants(server.pid)) <= 2 * 2, 120), descendants(server.pid)


class Traces:
    """What a server holds."""

    def __init__(self, server):
        process = Path(f"/proc/{server.pid}")
        self.descriptors = len(list((process / "fd").iterdir()))
        self.threads = len(list((process / "task").iterdir()))
        rollup = (process / "smaps_rollup").read_text()
        line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        self.memory = int(line.split()[1]) * 1024
        self.folders = len(list((server.data / "scratch" / "code").iterdir()))

    def __repr__(self):
        return f"{self.descriptors} descriptors, {self.threads} threads, {self.memory // MEBIBYTE} MiB, {self.folders} folders"
