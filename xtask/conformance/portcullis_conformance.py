"""A pytest plugin for `cargo xtask conformance`: it aims somebody else's tests at a running server and
writes down what came of each.

Variables:
  CONFORMANCE_PORT     where the server listens on loopback
  CONFORMANCE_SUITE    `localstack` or `moto`
  CONFORMANCE_RESULTS  the file that gets one line of JSON for each test
  CONFORMANCE_ONLY     a file of test ids without parameters; the others are left alone

moto's tests make roles out of texts that are no policies ("some policy"), which AWS refuses, and some try
for ever. Such a text becomes a trust policy for the services that the tests pass their roles to, so that
what comes after can be compared.
"""

import json
import os
import socket
from pathlib import Path

import pytest

PORT = int(os.environ["CONFORMANCE_PORT"])
SUITE = os.environ["CONFORMANCE_SUITE"]
RESULTS = Path(os.environ["CONFORMANCE_RESULTS"])
ONLY = os.environ.get("CONFORMANCE_ONLY")
# The suffix of the hosts that LocalStack's tests call APIs by. No name server has to know it.
LOCAL_HOST = "localhost.localstack.cloud"

_resolve = socket.getaddrinfo


def _resolve_locally(host, *arguments, **named):
    name = host.decode() if isinstance(host, bytes) else host
    if isinstance(name, str) and (name == LOCAL_HOST or name.endswith(f".{LOCAL_HOST}")):
        host = "127.0.0.1"
    return _resolve(host, *arguments, **named)


TRUST = {
    "Version": "2012-10-17",
    "Statement": {
        "Effect": "Allow",
        "Principal": {"Service": ["lambda.amazonaws.com", "logs.us-east-1.amazonaws.com"]},
        "Action": "sts:AssumeRole",
    },
}


def _give_roles_a_policy():
    from botocore.client import BaseClient

    call = BaseClient._make_api_call

    def call_with_policy(self, operation, arguments):
        if operation == "CreateRole" and "Statement" not in arguments.get("AssumeRolePolicyDocument", ""):
            arguments = {**arguments, "AssumeRolePolicyDocument": json.dumps(TRUST)}
        return call(self, operation, arguments)

    BaseClient._make_api_call = call_with_policy


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session):
    if SUITE == "moto":
        _give_roles_a_policy()
    if SUITE != "localstack":
        return
    socket.getaddrinfo = _resolve_locally
    from localstack import config

    config.GATEWAY_LISTEN = config.UniqueHostAndPortList([config.HostAndPort(host="127.0.0.1", port=PORT)])
    config.LOCALSTACK_HOST = config.HostAndPort(host=LOCAL_HOST, port=PORT)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    only = set(Path(ONLY).read_text().split()) if ONLY else None
    kept = [item for item in items if _is_wanted(item, only)]
    dropped = [item for item in items if item not in kept]
    for item in kept:
        _compare_whole_answers(item)
    if dropped:
        config.hook.pytest_deselected(items=dropped)
    items[:] = kept


def _is_wanted(item, only):
    """Of LocalStack's tests, those whose answers were recorded on AWS."""
    if only is not None and item.nodeid.split("[")[0] not in only:
        return False
    return SUITE != "localstack" or item.get_closest_marker("aws_validated") is not None


def _compare_whole_answers(item):
    """Drops the marks that tolerate differences from the recording."""
    node = item
    while node is not None:
        node.own_markers[:] = [mark for mark in node.own_markers if mark.name != "skip_snapshot_verify"]
        node = node.parent


def pytest_collectreport(report):
    if report.failed:
        _write(report.nodeid, "error", report)


def pytest_runtest_logreport(report):
    if report.when == "call" or not report.passed:
        _write(report.nodeid, _outcome(report), report)


def _outcome(report):
    if report.skipped:
        return "skipped"
    if report.passed:
        return "passed"
    return "failed" if report.when == "call" else "error"


def _write(test, outcome, report):
    text = report.longreprtext if outcome in ("failed", "error") else ""
    said = [line[2:].strip() for line in text.splitlines() if line.startswith("E ")]
    with RESULTS.open("a") as results:
        line = {"test": test, "outcome": outcome, "said": (said or text.splitlines() or [""])[-1]}
        results.write(json.dumps(line) + "\n")
