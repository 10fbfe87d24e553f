"""Custom domains that let in whom their truststore trusts, and show who it is."""

import json
import socket
import ssl

import pytest

from kit.certificates import Authority
from kit.http import requests
from kit.swagger import definition, method

DOMAIN = "api.example.localhost"
SHOWN = '{"subject": "$context.identity.clientCert.subjectDN", "serial": "$context.identity.clientCert.serialNumber"}'


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def server(tmp_path_factory, authority):
    from kit.server import Server

    running = Server(tmp_path_factory.mktemp("server"), "--truststore", f"{DOMAIN}={authority.file}")
    yield running
    running.close()


@pytest.fixture(scope="module")
def api(house):
    integration = {
        "type": "mock",
        "requestTemplates": {"application/json": '{"statusCode": 200}'},
        "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json": SHOWN}}},
    }
    api = house.api(definition({"/pets": {"get": method(integration)}}))
    made = house.apigateway.create_domain_name(
        domainName=DOMAIN,
        endpointConfiguration={"types": ["REGIONAL"]},
        regionalCertificateArn="arn:aws:acm:us-east-1:000000000000:certificate/a",
        mutualTlsAuthentication={"truststoreUri": "s3://bucket/ca.pem"},
    )
    assert made["mutualTlsAuthentication"] == {"truststoreUri": "s3://bucket/ca.pem"}
    house.apigateway.create_base_path_mapping(domainName=DOMAIN, restApiId=api, stage="prod")
    return api


def get(server, certificate=None, name=DOMAIN):
    """One request over TLS, by the name that the handshake asks for."""
    context = ssl.create_default_context(cafile=server.keys()["AWS_CA_BUNDLE"])
    if certificate:
        context.load_cert_chain(*certificate)
    with (
        socket.create_connection(("127.0.0.1", server.port), timeout=20) as stream,
        context.wrap_socket(stream, server_hostname=name) as secure,
    ):
        secure.sendall(f"GET /pets HTTP/1.1\r\nHost: {DOMAIN}\r\nConnection: close\r\n\r\n".encode())
        got = b""
        while piece := secure.recv(65536):
            got += piece
    head, body = got.split(b"\r\n\r\n", 1)
    return int(head.split(b" ")[1]), body


def test_who_is_trusted_is_let_in_and_shown(server, api, authority):
    status, body = get(server, authority.issue("ann"))
    told = json.loads(body)
    assert status == 200 and told["subject"] == "CN=ann"
    assert all(len(part) == 2 for part in told["serial"].split(":"))


def test_who_shows_nothing_gets_no_connection(server, api):
    with pytest.raises((ssl.SSLError, ConnectionError)):
        get(server)


def test_who_is_signed_by_another_is_forbidden(server, api, house, tmp_path):
    stranger = Authority(tmp_path, "another authority").issue("eve")
    assert get(server, stranger) == (403, b'{"message":"Forbidden"}')
    assert "Could not find issuer" in json.dumps(house.journal()["outcome"])


def test_nobody_gets_around_the_handshake(server, api, authority):
    """Another name in the handshake, or no TLS at all, and the domain in the Host header."""
    assert get(server, authority.issue("ann"), name="localhost")[0] == 403
    plain = requests.get(f"{server.endpoint}/pets", headers={"Host": DOMAIN}, timeout=20)
    assert plain.status_code == 403


def test_an_edge_domain_has_none(house):
    with pytest.raises(house.apigateway.exceptions.BadRequestException, match="REGIONAL"):
        house.apigateway.create_domain_name(
            domainName="edge.example.localhost",
            mutualTlsAuthentication={"truststoreUri": "s3://bucket/ca.pem"},
        )
