"""Clients that misbehave: an answer or a close, never a crash; and SIGTERM, which drains."""

import contextlib
import os
import signal
import socket
import ssl
import threading
import time

import pytest
import requests
from botocore.exceptions import ClientError

from kit.functions import zipped
from kit.house import House
from kit.http import drain, raw
from kit.server import descendants, exists, wait_until
from kit.swagger import definition, method, mock, pets, proxy

SLOW = "import time\ndef handler(event, context):\n    time.sleep(2)\n    return {'statusCode': 200, 'body': 'slow but there'}\n"
STAYS = "import subprocess\nchild = subprocess.Popen(['sleep', '86398.5'])\ndef handler(event, context):\n    return child.pid\n"


@pytest.fixture(scope="module")
def api(house):
    return house.api(definition({"/pets": {"get": method(mock()), "post": method(mock())}}))


@pytest.fixture(autouse=True)
def still_serves(house, api):
    """After whatever a client did, the server serves the next one."""
    yield
    assert house.call(api).status_code == 200


def head(server, api, line, *headers):
    host = f"Host: {api}.execute-api.us-east-1.localhost:{server.port}"
    return "\r\n".join([f"{line} HTTP/1.1", host, "Connection: close", *headers, "", ""]).encode()


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer else None


def test_headers_beyond_the_limit(server, api):
    """API Gateway: 20,480 bytes of headers, else 431."""
    answer = raw(server, head(server, api, "GET /prod/pets", "X-Large: " + "x" * 21_000))
    assert status(answer) == 431


def test_headers_far_beyond_any_limit(server, api):
    answer = raw(server, head(server, api, "GET /prod/pets", "X-Large: " + "x" * 1_000_000))
    assert status(answer) in (431, None)


def test_very_many_headers(server, api):
    answer = raw(server, head(server, api, "GET /prod/pets", *(f"X-{number}: 1" for number in range(5_000))))
    assert status(answer) in (431, None)


def test_a_path_beyond_the_limit(server, api):
    """API Gateway: 10,240 characters of URL, else 414."""
    assert status(raw(server, head(server, api, "GET /prod/pets?q=" + "x" * 10_300))) == 414


@pytest.mark.parametrize(
    "size, expected", [(10 * 1024 * 1024, 200), (10 * 1024 * 1024 + 1, 413), (30_000_000, 413)]
)
def test_bodies_around_ten_megabytes(house, api, size, expected):
    answer = house.call(api, method="POST", headers={"Content-Type": "application/json"}, body=b"x" * size)
    assert answer.status_code == expected, answer.text[:200]


def test_a_body_that_announces_more_than_it_may_be(server, api):
    answer = raw(server, head(server, api, "POST /prod/pets", "Content-Length: 99999999999"), within=40)
    assert status(answer) in (413, None)


def test_a_chunked_body_beyond_the_limit(house, api):
    """Closed while the client still sends, or answered: both are fine."""
    pieces = (b"x" * 1_000_000 for _ in range(12))
    with contextlib.suppress(requests.ConnectionError):
        assert house.call(api, method="POST", body=pieces).status_code == 413


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\x03garbage\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /prod/%zz%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\xff" * 100,
    ],
    ids=[
        "binary",
        "no target",
        "unknown version",
        "odd escapes",
        "two lengths",
        "bad chunk",
        "broken HTTP/2",
    ],
)
def test_what_is_no_http(server, sent):
    answer = raw(server, sent)
    assert answer == b"" or b"HTTP/1.1 4" in answer or b"HTTP/1.1 5" not in answer


@pytest.mark.parametrize(
    "sent",
    [b"\x16\x03\x01\xff\xff" + b"\x00" * 50, b"\x16\x03", b"\x16\x03\x01\x00\x05hello"],
    ids=["too long", "cut short", "no handshake"],
)
def test_broken_tls_is_closed(server, sent):
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as stream:
        stream.sendall(sent)
        stream.shutdown(socket.SHUT_WR)
        assert b"HTTP" not in drain(stream)


def test_a_client_that_does_not_trust_the_authority_is_no_harm(server):
    address = ("127.0.0.1", server.port)
    with socket.create_connection(address, timeout=10) as stream, pytest.raises(ssl.SSLCertVerificationError):
        ssl.create_default_context().wrap_socket(stream, server_hostname="localhost")


def test_slow_clients_hold_up_nobody_and_are_closed(server, house, api):
    """A client has some seconds for its headers; meanwhile others are served."""
    slow = [socket.create_connection(("127.0.0.1", server.port), timeout=60) for _ in range(50)]
    try:
        for stream in slow:
            stream.sendall(b"GET /prod/pets HTTP/1.1\r\nHost: ")
        started = time.monotonic()
        assert house.call(api).status_code == 200
        assert time.monotonic() - started < 5
        assert all(status(drain(stream)) in (None, 408) for stream in slow)
    finally:
        for stream in slow:
            stream.close()


def test_a_client_that_goes_away_in_the_middle(server, api, house):
    function = house.function(SLOW, Timeout=5)
    house.grant(function)
    slow = house.api(pets(proxy(function)))
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as stream:
        stream.sendall(head(server, slow, "GET /prod/pets"))
    assert house.call(slow).text == "slow but there"


def test_sigterm_drains(fresh, api):
    running = fresh()
    house = House(running)
    function = house.function(SLOW, Timeout=10)
    house.grant(function)
    slow = house.api(pets(proxy(function)))
    staying = house.function(STAYS)
    house.invoke(staying)
    children = descendants(running.pid)
    assert children
    answers = []
    client = threading.Thread(target=lambda: answers.append(house.call(slow)))
    client.start()
    assert wait_until(lambda: len(descendants(running.pid)) > len(children)), (
        "the slow function did not start"
    )
    os.kill(running.pid, signal.SIGTERM)
    assert wait_until(lambda: refuses(running.port)), "a draining server takes no new connections"
    client.join(timeout=30)
    assert [answer.text for answer in answers] == ["slow but there"]
    answered = time.monotonic()
    assert running.process.wait(timeout=40) == 0
    # Idle connections, such as this test's own clients keep, are nothing to wait for.
    assert time.monotonic() - answered < 10
    assert wait_until(lambda: not [pid for pid in children if exists(pid)]), "functions outlived the server"


def refuses(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except ConnectionRefusedError:
        return True
    except ConnectionResetError:
        # It stood in the queue of the socket that closed just then: the next one is refused.
        return False
    return False


@pytest.mark.parametrize("size", [53_000_000, 60_000_000])
def test_an_upload_beyond_the_limit_is_refused(house, size):
    """Lambda: a request of CreateFunction has at most 70,167,211 bytes, 50 MB of zip in base64."""
    before = len(house.lambda_.list_functions()["Functions"])
    with pytest.raises(ClientError) as refused:
        house.function(bundle=zipped(main__py="x") + bytes(size))
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 413
    assert refused.value.response["Error"] == {
        "Code": "RequestEntityTooLargeException",
        "Message": "Request must be smaller than 70167211 bytes for the CreateFunction operation",
    }
    assert len(house.lambda_.list_functions()["Functions"]) == before
