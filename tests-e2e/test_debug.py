"""Functions under the debuggers of their languages: debugpy, Java's own jdb, and Node's inspector.

Each stops at a line of the handler for longer than the function's time-out, looks at the event there, and
lets it go on.
"""

import itertools
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from kit.functions import NODE, archive, zipped
from kit.house import House
from test_java import CLIENT

TIMEOUT = 1
LONGER = 2.5


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Invocation(threading.Thread):
    """A call that is answered when the debugger lets it."""

    def __init__(self, house, function, event):
        super().__init__(daemon=True)
        self.call = lambda: house.invoke(function, event)
        self.answer = None
        self.start()

    def run(self):
        self.answer = self.call()

    def body(self):
        self.join(60)
        assert self.answer is not None, "the call is not answered"
        assert self.answer.get("FunctionError") is None, self.answer["Body"]
        return json.loads(self.answer["Body"])


class Debugpy:
    """A client of the Debug Adapter Protocol, as editors have one."""

    def __init__(self, port):
        self.stream = connected(port).makefile("rwb")
        self.numbers = itertools.count(1)
        self.events = []
        self.answers = {}

    def send(self, command, **arguments):
        number = next(self.numbers)
        body = json.dumps(
            {"seq": number, "type": "request", "command": command, "arguments": arguments}
        ).encode()
        self.stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.stream.flush()
        return number

    def read(self):
        length = 0
        while line := self.stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.stream.read(length))

    def take(self):
        message = self.read()
        if message["type"] == "event":
            self.events.append(message)
        elif message["type"] == "response":
            self.answers[message["request_seq"]] = message

    def answer(self, number):
        while number not in self.answers:
            self.take()
        message = self.answers.pop(number)
        assert message["success"], message
        return message.get("body")

    def ask(self, command, **arguments):
        return self.answer(self.send(command, **arguments))

    def event(self, name):
        while True:
            for message in self.events:
                if message["event"] == name:
                    self.events.remove(message)
                    return message.get("body")
            self.take()


class Inspector:
    """A client of Node's inspector, as browsers and editors have one: JSON in frames of a WebSocket."""

    def __init__(self, port):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=10) as listed:
            address = json.load(listed)[0]["webSocketDebuggerUrl"]
        self.stream = connected(port).makefile("rwb")
        self.numbers = itertools.count(1)
        self.events = []
        path = address.split(f":{port}", 1)[1]
        self.stream.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        self.stream.flush()
        assert b"101" in self.stream.readline()
        while self.stream.readline().strip():
            pass

    def send(self, message):
        body = json.dumps(message).encode()
        # Always in the form for lengths of two bytes, under the mask that changes nothing.
        self.stream.write(b"\x81\xfe" + len(body).to_bytes(2, "big") + bytes(4) + body)
        self.stream.flush()

    def read(self):
        body, ended = b"", False
        while not ended:
            first, length = self.stream.read(2)
            if length in (126, 127):
                length = int.from_bytes(self.stream.read(2 if length == 126 else 8), "big")
            ended = first & 0x80
            body += self.stream.read(length)
        return json.loads(body)

    def ask(self, method, **params):
        number = next(self.numbers)
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == number:
                assert "error" not in message, message
                return message["result"]
            self.events.append(message)

    def event(self, method):
        while True:
            for message in self.events:
                if message.get("method") == method:
                    self.events.remove(message)
                    return message["params"]
            self.events.append(self.read())


def connected(port):
    until = time.monotonic() + 30
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            assert time.monotonic() < until, f"nothing listens on {port}"
            time.sleep(0.05)


def debugpy_files():
    """The package as a function would bring it."""
    debugpy = pytest.importorskip("debugpy")
    folder = Path(debugpy.__file__).parent
    files = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {str(file.relative_to(folder.parent)): file.read_bytes() for file in files}


def test_debugpy_stops_at_a_line_and_sees_the_event(fresh):
    port = free_port()
    house = House(fresh("--debug-function", f"pets={port}"))
    code = "def handler(event, context):\n    pet = event['pet']\n    return pet.upper()\n"
    version = f"python3.{sys.version_info[1]}"
    bundle = archive({"main.py": code.encode(), **debugpy_files()})
    function = house.function(name="pets", runtime=version, bundle=bundle, Timeout=TIMEOUT)
    assert json.loads(house.invoke(function, {"pet": "cat"})["Body"]) == "CAT"
    debugger = Debugpy(port)
    debugger.ask("initialize", adapterID="test", pathFormat="path")
    attached = debugger.send("attach", justMyCode=False)
    debugger.event("initialized")
    debugger.ask("setBreakpoints", source={"path": "/var/task/main.py"}, breakpoints=[{"line": 3}])
    debugger.ask("configurationDone")
    debugger.answer(attached)
    call = Invocation(house, function, {"pet": "dog"})
    stopped = debugger.event("stopped")
    time.sleep(LONGER)
    frames = debugger.ask("stackTrace", threadId=stopped["threadId"])["stackFrames"]
    assert (frames[0]["name"], frames[0]["line"]) == ("handler", 3)
    seen = debugger.ask("evaluate", expression="pet", frameId=frames[0]["id"])
    assert seen["result"] == "'dog'"
    debugger.ask("continue", threadId=stopped["threadId"])
    assert call.body() == "DOG"


def test_jdb_stops_at_a_method_and_sees_the_event(fresh, tmp_path):
    if not shutil.which("javac") or not shutil.which("jdb"):
        pytest.skip("no JDK with javac and jdb is installed")
    port = free_port()
    house = House(fresh("--debug-function", f"pets={port}"))
    handled = CLIENT.replace("event.body()", "handle(event.body())").rstrip().removesuffix("}")
    handled += "\n    static String handle(String event) {\n        return event.toUpperCase();\n    }\n}\n"
    (tmp_path / "AWSLambda.java").write_text(handled)
    subprocess.run(["javac", "-g", "-d", tmp_path / "classes", tmp_path / "AWSLambda.java"], check=True)
    classes = tmp_path / "classes"
    files = {str(file.relative_to(classes)): file.read_bytes() for file in classes.rglob("*.class")}
    function = house.function(
        name="pets", runtime="java17", handler="x::y", bundle=archive(files), MemorySize=512, Timeout=TIMEOUT
    )
    assert json.loads(house.invoke(function, "cat")["Body"])[3] == "CAT"
    debugger = subprocess.Popen(
        ["jdb", "-attach", f"127.0.0.1:{port}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        tell(debugger, "stop in com.amazonaws.services.lambda.runtime.api.client.AWSLambda.handle")
        until(debugger, "Set breakpoint")
        call = Invocation(house, function, "dog")
        until(debugger, "Breakpoint hit")
        time.sleep(LONGER)
        tell(debugger, "print event")
        assert "dog" in until(debugger, "event = ")
        tell(debugger, "cont")
        assert call.body()[3] == "DOG"
    finally:
        debugger.kill()
        debugger.wait()


def tell(process, line):
    process.stdin.write(line + "\n")
    process.stdin.flush()


def until(process, text):
    """What is printed up to this text and the end of its line."""
    seen = ""
    while text not in seen:
        letter = process.stdout.read(1)
        assert letter, f"jdb ended: {seen}"
        seen += letter
    return seen + process.stdout.readline()


def test_nodes_inspector_answers_and_nothing_waits_for_it(fresh):
    port = free_port()
    house = House(fresh("--debug-function", f"pets={port}"))
    code = (
        "exports.handler = async (e) => "
        f"{{ await new Promise((d) => setTimeout(d, {LONGER * 1000})); return e; }};"
    )
    bundle = zipped(main__js=code)
    function = house.function(name="pets", runtime=NODE, bundle=bundle, Timeout=TIMEOUT)
    assert json.loads(house.invoke(function, {"pet": "cat"})["Body"]) == {"pet": "cat"}


def test_nodes_inspector_stops_at_a_line_and_sees_the_event(fresh):
    port = free_port()
    house = House(fresh("--debug-function", f"pets={port}"))
    code = "exports.handler = async (event) => {\n  const pet = event.pet;\n  return pet.toUpperCase();\n};\n"
    function = house.function(name="pets", runtime=NODE, bundle=zipped(main__js=code), Timeout=TIMEOUT)
    assert json.loads(house.invoke(function, {"pet": "cat"})["Body"]) == "CAT"
    debugger = Inspector(port)
    debugger.ask("Debugger.enable")
    place = debugger.ask("Debugger.setBreakpointByUrl", lineNumber=2, urlRegex=".*/var/task/main.js")
    assert place["locations"], "the file is not known by its place"
    call = Invocation(house, function, {"pet": "dog"})
    frame = debugger.event("Debugger.paused")["callFrames"][0]
    time.sleep(LONGER)
    assert frame["location"]["lineNumber"] == 2
    seen = debugger.ask("Debugger.evaluateOnCallFrame", callFrameId=frame["callFrameId"], expression="pet")
    assert seen["result"]["value"] == "dog"
    debugger.ask("Debugger.resume")
    assert call.body() == "DOG"
