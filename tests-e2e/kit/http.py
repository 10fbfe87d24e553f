"""Calls to API endpoints and AWS APIs as they are on the wire, and what answers must be."""

import contextlib
import socket
from dataclasses import dataclass

import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

REGION = "us-east-1"
PATIENCE = 60

SERVER_ERROR = b'{"message": "Internal server error"}'
TIMED_OUT = b'{"message": "Endpoint request timed out"}'
UNAUTHORIZED = b'{"message":"Unauthorized"}'
NULL = b'{"message":null}'
MISSING_TOKEN = b'{"message":"Missing Authentication Token"}'
FORBIDDEN = b'{"message":"Forbidden"}'
DENIED = b'{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}'
NOT_ALLOWED = b'{"Message":"User is not authorized to access this resource because no identity-based policy allows the execute-api:Invoke action"}'


@dataclass(frozen=True)
class Refusal:
    """A row of section 4 of the facts: what the client reads, to the byte."""

    status: int
    error_type: str
    body: bytes


CONFIGURATION = Refusal(500, "InternalServerErrorException", SERVER_ERROR)
MALFORMED = Refusal(502, "InternalServerErrorException", SERVER_ERROR)
TIMEOUT = Refusal(504, "InternalServerErrorException", TIMED_OUT)
NO_TOKEN = Refusal(401, "UnauthorizedException", UNAUTHORIZED)
AUTHORIZER_DENIED = Refusal(403, "AccessDeniedException", DENIED)
AUTHORIZER_SILENT = Refusal(403, "AccessDeniedException", NOT_ALLOWED)
AUTHORIZER_BROKEN = Refusal(500, "AuthorizerConfigurationException", NULL)
NO_ROUTE = Refusal(403, "MissingAuthenticationTokenException", MISSING_TOKEN)
NO_API_KEY = Refusal(403, "ForbiddenException", FORBIDDEN)
THROTTLED = Refusal(429, "TooManyRequestsException", b'{"message":"Too Many Requests"}')
USED_UP = Refusal(429, "LimitExceededException", b'{"message":"Limit Exceeded"}')


def check_refused(answer, refusal):
    """The whole row, and the headers that every answer carries."""
    got = Refusal(answer.status_code, answer.headers.get("x-amzn-errortype"), answer.content)
    assert got == refusal
    check_ids(answer)
    assert answer.headers["content-type"] == "application/json"


def check_ids(answer):
    assert len(answer.headers["x-amzn-RequestId"]) == 36
    assert answer.headers["x-amz-apigw-id"]


def call(
    server, api, path="/pets", *, stage="prod", method="GET", headers=None, body=None, keys=None, secure=None
):
    """One call to an API endpoint by its host name, signed when keys are given."""
    host = f"{api}.execute-api.{REGION}.localhost:{server.port}"
    address = f"{'https' if secure else 'http'}://127.0.0.1:{server.port}/{stage}{path}"
    headers = {"Host": host, **(headers or {})}
    if keys:
        headers = signed(keys, "execute-api", method, address, headers, body)
    verify = secure if secure else True
    return requests.request(method, address, headers=headers, data=body, timeout=PATIENCE, verify=verify)


def signed(keys, service, method, address, headers=None, body=None, region=REGION):
    """The headers of a request, Signature V4 made by botocore."""
    request = AWSRequest(method=method, url=address, headers=headers or {}, data=body)
    SigV4Auth(keys, service, region).add_auth(request)
    return dict(request.headers)


def raw(server, sent, within=30):
    """Bytes on the wire and what comes back, until the server closes or the time is over."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=within) as stream:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            stream.sendall(sent)
        return drain(stream)


def drain(stream):
    got = b""
    while True:
        try:
            piece = stream.recv(65536)
        except (TimeoutError, ConnectionResetError):
            return got
        if not piece:
            return got
        got += piece
