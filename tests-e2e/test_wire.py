"""HTTP as it is on the wire: framing that is ambiguous, names as they were spelled, both versions."""

import json
import shutil
import subprocess

import pytest

from kit.http import raw
from kit.swagger import definition, method, mock, proxy

TELLS = """
import json

def handler(event, context):
    told = {"headers": event["headers"], "path": event["path"], "body": event["body"]}
    return {"statusCode": 200, "body": json.dumps(told)}
"""


@pytest.fixture(scope="module")
def api(house):
    function = house.function(TELLS)
    house.grant(function)
    paths = {
        "/{proxy+}": {"x-amazon-apigateway-any-method": method(proxy(function))},
        "/mock": {"post": method(mock())},
    }
    return house.api(definition(paths))


def sent(server, api, lines, body=b"", verb="POST", path="/prod/mock"):
    host = f"{api}.execute-api.us-east-1.localhost"
    head = f"{verb} {path} HTTP/1.1\r\nHost: {host}\r\n".encode()
    return raw(server, head + lines + b"\r\n" + body)


SMUGGLED = b"GET /prod/other HTTP/1.1\r\nHost: x\r\n\r\n"
# (id, header lines, body): what leaves room for two readings
AMBIGUOUS = [
    ("both lengths", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED),
    ("both lengths, turned", b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n" + SMUGGLED),
    ("the same length twice", b"Content-Length: 1\r\nContent-Length: 1\r\n", b"a" + SMUGGLED),
    ("two lengths", b"Content-Length: 1\r\nContent-Length: 2\r\n", b"ab" + SMUGGLED),
    ("a list of lengths", b"Content-Length: 1, 1\r\n", b"a" + SMUGGLED),
    ("a signed length", b"Content-Length: +1\r\n", b"a" + SMUGGLED),
    ("a line feed alone", b"X: a\nContent-Length: 0\r\n", SMUGGLED),
    ("a folded header", b"X: a\r\n b\r\nContent-Length: 0\r\n", SMUGGLED),
    ("a space before the colon", b"Content-Length : 0\r\n", SMUGGLED),
    ("a tab before the colon", b"Transfer-Encoding\t: chunked\r\n", b"0\r\n\r\n" + SMUGGLED),
    ("another coding", b"Transfer-Encoding: xchunked\r\n", SMUGGLED),
    ("a coding twice", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", SMUGGLED),
    ("two hosts", b"Host: other\r\nContent-Length: 0\r\n", SMUGGLED),
    ("a size that is none", b"Transfer-Encoding: chunked\r\n", b"zz\r\n" + SMUGGLED),
    ("a size with a space", b"Transfer-Encoding: chunked\r\n", b"1 \r\na\r\n0\r\n\r\n" + SMUGGLED),
    ("a size with a sign", b"Transfer-Encoding: chunked\r\n", b"-1\r\na\r\n0\r\n\r\n" + SMUGGLED),
    ("a size beyond all", b"Transfer-Encoding: chunked\r\n", b"f" * 17 + b"\r\n" + SMUGGLED),
    ("a chunk that is longer", b"Transfer-Encoding: chunked\r\n", b"1\r\nab\r\n0\r\n\r\n" + SMUGGLED),
    ("a chunk with a line feed alone", b"Transfer-Encoding: chunked\r\n", b"1\na\r\n0\r\n\r\n" + SMUGGLED),
]


@pytest.mark.parametrize("lines, body", [row[1:] for row in AMBIGUOUS], ids=[row[0] for row in AMBIGUOUS])
def test_ambiguous_framing_ends_the_connection(server, api, lines, body):
    got = sent(server, api, lines, body)
    assert got.startswith(b"HTTP/1.1 400 "), got
    assert got.count(b"HTTP/1.1 ") == 1, got


def test_requests_that_follow_each_other_are_served_in_order(server, api):
    host = f"Host: {api}.execute-api.us-east-1.localhost\r\n".encode()
    chunked = (
        b"POST /prod/mock HTTP/1.1\r\n"
        + host
        + b"Transfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
    )
    plain = b"POST /prod/mock HTTP/1.1\r\n" + host + b"Content-Length: 2\r\n\r\n{}"
    last = b"POST /prod/mock HTTP/1.1\r\n" + host + b"Content-Length: 0\r\nConnection: close\r\n\r\n"
    got = raw(server, chunked + plain + last)
    assert got.count(b"HTTP/1.1 200 ") == 3, got


def test_names_are_spelled_as_the_client_spelled_them(server, api):
    lines = b"tEsT-HEADeR: aValUE\r\nX-ABC: 1\r\nConnection: close\r\n"
    got = sent(server, api, lines, verb="GET", path="/prod/a%20b/")
    told = json.loads(got.split(b"\r\n\r\n", 1)[1])
    assert told["headers"]["tEsT-HEADeR"] == "aValUE" and told["headers"]["X-ABC"] == "1"
    assert told["headers"]["CloudFront-Is-Desktop-Viewer"] == "true"
    assert told["path"] == "/a%20b/"


def test_who_expects_to_be_told_is_told_to_go_on(server, api):
    lines = b"Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n"
    got = sent(server, api, lines, b"{}")
    assert got.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 "), got


@pytest.mark.parametrize("secure", [False, True], ids=["prior knowledge", "ALPN"])
def test_http_2(server, api, secure):
    if not shutil.which("curl"):
        pytest.skip("curl is not here")
    host = f"{api}.execute-api.us-east-1.localhost"
    flags = ["--cacert", server.keys()["AWS_CA_BUNDLE"]] if secure else ["--http2-prior-knowledge"]
    scheme = "https" if secure else "http"
    ran = subprocess.run(
        ["curl", "-s", "--http2", *flags, "--resolve", f"{host}:{server.port}:127.0.0.1",
         "-w", "\n%{http_version}", f"{scheme}://{host}:{server.port}/prod/x"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    body, version = ran.stdout.rsplit("\n", 1)
    assert version == "2"
    assert json.loads(body)["headers"]["Host"].startswith(host)
