"""HTTP backends that attack: answers which are two, of two lengths, of another protocol or without end.

Whoever names a backend in an API is not whoever calls that API: what a backend says in one answer
reaches the request that it answers, and no other.
"""

import re
import socket
import threading
import time

import pytest

from kit.http import TIMED_OUT
from kit.swagger import definition, method, proxy

GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood"
SECOND = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond"
CHUNKS = b"3\r\nabc\r\n0\r\n\r\n"
TIMEOUT = 1000
# How much later than its time an answer may come on a machine that does other things too.
SLACK = 8


class Backend:
    """Answers each path with the bytes that a test laid down for it, on whatever connection."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.answers = {"/good": [GOOD]}
        self.connections = []
        self.closed = threading.Event()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections.append(connection)
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        seen = b""
        try:
            while piece := connection.recv(65536):
                seen += piece
                while b"\r\n\r\n" in seen:
                    head, _, seen = seen.partition(b"\r\n\r\n")
                    for answer in self.answers[head.split(b" ")[1].decode()]:
                        connection.sendall(answer)
        except OSError:
            self.closed.set()

    def close(self):
        self.listener.close()
        for connection in self.connections:
            connection.close()


@pytest.fixture
def backend():
    running = Backend()
    yield running
    running.close()


@pytest.fixture
def api(house, backend):
    one = {"name": "one", "in": "path", "required": True, "type": "string"}
    integration = {
        "type": "http_proxy",
        "httpMethod": "ANY",
        "uri": f"{backend.url}/{{one}}",
        "timeoutInMillis": TIMEOUT,
        "requestParameters": {"integration.request.path.one": "method.request.path.one"},
    }
    any_method = method(integration, parameters=[one])
    return house.api(definition({"/{one}": {"x-amazon-apigateway-any-method": any_method}}))


def check_the_next_is_whole(house, api):
    for _ in range(3):
        assert house.call(api, "/good").content == b"good"


def test_what_follows_an_answer_answers_nobody(house, backend, api):
    backend.answers["/bad"] = [GOOD + SECOND]
    assert house.call(api, "/bad").content == b"good"
    check_the_next_is_whole(house, api)


def test_what_comes_unasked_answers_nobody(house, backend, api):
    assert house.call(api, "/good").content == b"good"
    backend.connections[-1].sendall(SECOND)
    check_the_next_is_whole(house, api)
    assert len(backend.connections) == 2


@pytest.mark.parametrize(
    "head",
    [
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 400",
    ],
)
def test_of_two_lengths_the_chunks_count(house, backend, api, head):
    backend.answers["/bad"] = [f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode(), CHUNKS]
    answer = house.call(api, "/bad")
    assert (answer.content, answer.headers["Content-Length"]) == (b"abc", "3")
    assert "Transfer-Encoding" not in answer.headers
    check_the_next_is_whole(house, api)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\nContent-Length: +4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding : chunked\r\n\r\n" + CHUNKS,
        b"HTTP/1.1 200 OK\r\nX-A: b\r\n Set-Cookie: evil=1\r\nContent-Length: 4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\nX-A: b\rSet-Cookie: evil=1\r\nContent-Length: 4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\nX-A: b\0\r\nContent-Length: 4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 300_000 + b"\r\nContent-Length: 4\r\n\r\nabcd",
        b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n" + GOOD,
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabcd",
        b"nothing that is HTTP",
    ],
)
def test_what_is_no_answer_is_none(house, backend, api, answer):
    backend.answers["/bad"] = [answer]
    refused = house.call(api, "/bad")
    assert refused.status_code == 504
    assert not {"set-cookie", "upgrade", "x-a"} & {name.lower() for name in refused.headers}
    check_the_next_is_whole(house, api)


def test_trailers_of_an_answer_are_no_headers(house, backend, api):
    trailers = b"3\r\nabc\r\n0\r\nSet-Cookie: evil=1\r\n\r\n"
    backend.answers["/bad"] = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", trailers]
    answer = house.call(api, "/bad")
    assert (answer.content, "Set-Cookie" in answer.headers) == (b"abc", False)
    check_the_next_is_whole(house, api)


def endless(first, again):
    yield first
    while True:
        yield again


@pytest.mark.parametrize(
    "first, again",
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;", b"a" * 10_000),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: b\r\n" * 1000),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 1000),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 300_000),
    ],
    ids=["interim answers", "extension", "trailers", "headers", "body"],
)
def test_an_answer_without_end_ends(house, backend, api, first, again):
    backend.answers["/bad"] = endless(first, again)
    began = time.monotonic()
    refused = house.call(api, "/bad")
    assert refused.status_code == 504, refused.content
    assert time.monotonic() - began < TIMEOUT / 1000 + SLACK
    assert backend.closed.wait(timeout=SLACK), "the server still listens to it"
    check_the_next_is_whole(house, api)


def test_silence_ends_too(house, backend, api):
    backend.answers["/bad"] = [b"HTTP/1.1 100 Continue\r\n\r\n"]
    assert house.call(api, "/bad").content == TIMED_OUT


FUNCTION = """
def handler(event, context):
    head = {"Upgrade": "x", "Content-Length": "100", "Transfer-Encoding": "chunked", "X-A": "a\\r\\nSet-Cookie: b"}
    return {"statusCode": int(event["path"].strip("/")), "headers": head, "body": "x"}
"""


def test_no_function_answers_with_an_interim_status(house):
    function = house.function(FUNCTION)
    house.grant(function)
    api = house.api(definition({"/{one+}": {"get": method(proxy(function))}}))
    for status in (100, 101, 103, 199):
        assert house.call(api, f"/{status}").status_code == 502
    answer = house.call(api, "/200")
    assert (answer.status_code, answer.content) == (200, b"x")
    assert not re.search("set-cookie|transfer-encoding|^x-a$", " ".join(answer.headers), re.IGNORECASE)


@pytest.mark.parametrize("status", [101, 103])
def test_no_integration_response_is_an_interim_one(house, status):
    mocked = {
        "type": "mock",
        "requestTemplates": {"application/json": '{"statusCode": 200}'},
        "responses": {"default": {"statusCode": str(status)}},
    }
    declared = method(mocked)
    declared["responses"] = {str(status): {"description": "interim"}}
    answer = house.call(house.api(definition({"/pets": {"get": declared}})))
    assert answer.status_code == 500
    assert answer.headers["x-amzn-RequestId"]
