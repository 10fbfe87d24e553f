"""Spans for an OpenTelemetry collector, and the traces that requests bring."""

import http.server
import json
import ssl
import threading

import pytest

from kit.backend import backend
from kit.certificates import Authority
from kit.house import House
from kit.server import wait_until
from kit.swagger import mock, pets, proxy

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"


class Collector:
    """Takes what is sent to /v1/traces."""

    def __init__(self, context=None):
        messages = self.messages = []
        seen = self.headers = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                messages.append((self.path, json.loads(body)))
                seen.append(dict(self.headers))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.scheme = "http"
        if context:
            self.scheme = "https"
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"{self.scheme}://localhost:{self.server.server_port}"

    def spans(self):
        return [
            span
            for _, message in self.messages
            for resource in message["resourceSpans"]
            for scope in resource["scopeSpans"]
            for span in scope["spans"]
        ]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def collector():
    made = Collector()
    yield made
    made.close()


def attributes(span):
    return {one["key"]: next(iter(one["value"].values())) for one in span["attributes"]}


def test_each_request_is_a_span_in_the_trace_that_it_brought(fresh, collector):
    house = House(fresh("--otlp", collector.url))
    backend = house.function()
    api = house.api(pets(proxy(backend)))
    refused = house.call(api)
    assert refused.status_code == 500
    house.grant(backend, house.arn_of(api, "*/GET/pets"))
    answer = house.call(api, headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
    assert answer.headers["X-Amzn-Trace-Id"].startswith(f"Root=1-{TRACE[:8]}-{TRACE[8:]};Parent={PARENT}")
    seen = answer.json()["event"]["headers"]
    assert seen["traceparent"] == f"00-{TRACE}-{PARENT}-01"
    assert wait_until(lambda: len(collector.spans()) >= 3)
    by_request = {attributes(span).get("aws.request_id"): span for span in collector.spans()}
    first = by_request[refused.headers["x-amzn-RequestId"]]
    assert attributes(first)["portcullis.refused_by"] == "invocation"
    assert first["status"]["code"] == 2
    second = by_request[answer.headers["x-amzn-RequestId"]]
    assert (second["traceId"], second["parentSpanId"]) == (TRACE, PARENT)
    (backend_span,) = [span for span in collector.spans() if span["parentSpanId"] == second["spanId"]]
    assert backend_span["traceId"] == TRACE
    assert int(second["startTimeUnixNano"]) <= int(backend_span["startTimeUnixNano"])


def test_x_ray_goes_before_the_w3c(fresh, collector):
    house = House(fresh("--otlp", collector.url))
    api = house.api(pets(mock()))
    root = "1-5759e988-bd862e3fe1be46a994272793"
    headers = {
        "X-Amzn-Trace-Id": f"Root={root};Parent=53995c3f42cd8ad8",
        "traceparent": f"00-{TRACE}-{PARENT}-01",
    }
    assert house.call(api, headers=headers).status_code == 200
    assert wait_until(lambda: collector.spans())
    (span,) = collector.spans()
    assert span["traceId"] == root[2:].replace("-", "")
    assert span["parentSpanId"] == "53995c3f42cd8ad8"


def test_a_collector_behind_tls_gets_its_key(fresh, tmp_path):
    authority = Authority(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*authority.issue("localhost"))
    secure = Collector(context)
    try:
        server = fresh(
            *("--otlp", secure.url, "--otlp-ca", str(authority.file)),
            environment={"OTEL_EXPORTER_OTLP_HEADERS": "x-key=a%2Cb,x-tenant=pets"},
        )
        house = House(server)
        assert house.call(house.api(pets(mock()))).status_code == 200
        assert wait_until(lambda: secure.spans())
        headers = {name.lower(): value for name, value in secure.headers[0].items()}
        assert (headers["x-key"], headers["x-tenant"]) == ("a,b", "pets")
    finally:
        secure.close()


def test_a_collector_that_nobody_vouches_for_gets_nothing(fresh, tmp_path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*Authority(tmp_path).issue("localhost"))
    secure = Collector(context)
    try:
        house = House(fresh("--otlp", secure.url))
        assert house.call(house.api(pets(mock()))).status_code == 200
        assert house.server.stop() == 0
        assert secure.spans() == []
    finally:
        secure.close()


@pytest.mark.parametrize("flags", ["00", "01"])
def test_a_trace_goes_on_to_an_endpoint(house, flags):
    with backend() as endpoint:
        integration = {"type": "http_proxy", "httpMethod": "GET", "uri": f"{endpoint.url}/"}
        api = house.api(pets(integration))
        told = house.call(api).json()["headers"]
        assert "x-amzn-trace-id" in told and "traceparent" not in told
        brought = f"00-{TRACE}-{PARENT}-{flags}"
        told = house.call(api, headers={"traceparent": brought}).json()["headers"]
        assert told["traceparent"] == brought
        header = f"Root=1-{TRACE[:8]}-{TRACE[8:]};Parent={PARENT};Sampled={int(flags)}"
        told = house.call(api, headers={"X-Amzn-Trace-Id": header}).json()["headers"]
        assert told["traceparent"] == brought


def test_what_a_collector_did_not_take_harms_nobody(fresh):
    house = House(fresh("--otlp", "http://127.0.0.1:1"))
    api = house.api(pets(mock()))
    assert house.call(api).status_code == 200
    assert house.server.stop() == 0


def test_an_address_that_is_no_collector_is_refused(server):
    done = server.command("up", "--ephemeral", "--otlp", "ftp://collector.example.com", check=False)
    assert done.returncode != 0
    assert "is no collector" in done.stderr
