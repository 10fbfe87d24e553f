"""What a stage adds to its API: a cache, compression, access logs, counts."""

import gzip
import json
import re

import pytest

from kit.http import requests
from kit.server import wait_until
from kit.swagger import definition, method, mock, proxy

COUNTS = """
calls = 0

def handler(event, context):
    global calls
    calls += 1
    return {"statusCode": 200, "body": str(calls), "headers": {"Content-Type": "text/plain"}}
"""
ECHO_BODY = """
def handler(event, context):
    return {"statusCode": 200, "body": event["body"]}
"""


def patched(house, api, **values):
    operations = [
        {"op": "replace", "path": path.replace("__", "/"), "value": value} for path, value in values.items()
    ]
    return house.apigateway.update_stage(restApiId=api, stageName="prod", patchOperations=operations)


def counting(house, **more):
    function = house.function(COUNTS)
    house.grant(function)
    integration = proxy(function, **more)
    parameter = {"name": "a", "in": "query", "type": "string", "required": False}
    return house.api(definition({"/pets": {"get": {**method(integration), "parameters": [parameter]}}}))


def test_a_stage_remembers_answers(house):
    api = counting(house, cacheKeyParameters=["method.request.querystring.a"])
    assert [house.call(api).text for _ in range(2)] == ["1", "2"]
    stage = patched(house, api, __cacheClusterEnabled="true", **{"__*__*__caching__enabled": "true"})
    assert (stage["cacheClusterSize"], stage["cacheClusterStatus"]) == ("0.5", "AVAILABLE")
    texts = [house.call(api, path).text for path in ("/pets", "/pets?b=1", "/pets?a=1", "/pets?a=1")]
    assert texts == ["3", "3", "4", "4"]
    ignored = house.call(api, headers={"Cache-Control": "max-age=0"})
    assert ignored.text == "3" and ignored.headers["Warning"].startswith("199 ")
    patched(house, api, **{"__*__*__caching__unauthorizedCacheControlHeaderStrategy": "FAIL_WITH_403"})
    refused = house.call(api, headers={"Cache-Control": "max-age=0"})
    assert refused.status_code == 403 and "execute-api:InvalidateCache" in refused.text
    patched(house, api, **{"__*__*__caching__requireAuthorizationForCacheControl": "false"})
    assert house.call(api, headers={"Cache-Control": "max-age=0"}).text == "5"
    assert house.call(api).text == "5"
    house.apigateway.flush_stage_cache(restApiId=api, stageName="prod")
    assert house.call(api).text == "6"


def test_a_cluster_of_no_size_is_refused(house):
    api = counting(house)
    with pytest.raises(house.apigateway.exceptions.BadRequestException, match="Invalid cache cluster size"):
        patched(house, api, __cacheClusterSize="3")


def test_bodies_are_compressed_both_ways(house, server):
    function = house.function(ECHO_BODY)
    house.grant(function)
    paths = {"/pets": {"post": method(proxy(function))}}
    api = house.api(definition(paths, **{"x-amazon-apigateway-minimum-compression-size": 100}))
    text = "a long text " * 100
    headers = {"Content-Encoding": "gzip", "Accept-Encoding": "gzip"}
    answer = house.call(api, method="POST", headers=headers, body=gzip.compress(text.encode()))
    assert answer.headers["Content-Encoding"] == "gzip" and answer.text == text
    assert int(answer.headers["Content-Length"]) < len(text) / 4
    small = house.call(api, method="POST", headers={"Accept-Encoding": "gzip"}, body="short")
    assert "Content-Encoding" not in small.headers and small.text == "short"
    refused = house.call(api, method="POST", headers={"Content-Encoding": "gzip"}, body="no gzip")
    assert (refused.status_code, refused.content) == (415, b'{"message":"Unsupported Media Type"}')


def test_access_logs_are_written_in_the_stages_format(house):
    pusher = house.role(
        managed=("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",)
    )
    house.apigateway.update_account(
        patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": pusher}]
    )
    api = house.api(definition({"/pets": {"get": method(mock())}}))
    house.logs.create_log_group(logGroupName="access")
    arn = f"arn:aws:logs:us-east-1:{house.account}:log-group:access"
    line = {"id": "$context.requestId", "status": "$context.status", "waf": "$context.wafResponseCode"}
    patched(
        house,
        api,
        __accessLogSettings__destinationArn=arn,
        __accessLogSettings__format=json.dumps(line),
    )
    request = house.call(api).headers["x-amzn-RequestId"]
    lines = []

    def arrived():
        events = house.logs.filter_log_events(logGroupName="access")["events"]
        lines[:] = [event["message"] for event in events]
        return bool(lines)

    assert wait_until(arrived)
    assert json.loads(lines[0]) == {"id": request, "status": "200", "waf": "-"}
    for path, value, words in [
        ("destinationArn", arn + ":*", "must only contain characters"),
        ("destinationArn", f"arn:aws:firehose:us-east-1:{house.account}:deliverystream/a", "Firehose"),
        ("format", "$context.status", "must include either"),
        ("format", "a\n$context.requestId", "single line"),
    ]:
        with pytest.raises(house.apigateway.exceptions.BadRequestException, match=words):
            patched(house, api, **{f"__accessLogSettings__{path}": value})


def test_counts_are_exposed_for_prometheus(house, server):
    api = house.api(definition({"/pets": {"get": method(mock())}}))
    for path in ("/pets", "/pets", "/nowhere"):
        house.call(api, path)
    answer = requests.get(f"{server.endpoint}/_portcullis/metrics", timeout=10)
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    stage = f'{{api="{api}",stage="prod"}}'
    lines = answer.text.splitlines()
    assert f"portcullis_api_requests_total{stage} 3" in lines
    assert f"portcullis_api_client_errors_total{stage} 1" in lines
    assert "# TYPE portcullis_api_latency_seconds histogram" in lines
    names = [re.match(r"[a-z_]+", line).group() for line in lines if not line.startswith("#")]
    assert all(name.startswith("portcullis_") for name in names)
    function = house.function(COUNTS)
    house.invoke(function)
    text = requests.get(f"{server.endpoint}/_portcullis/metrics", timeout=10).text
    name = function.rpartition(":")[2]
    labels = f'account="{house.account}",region="us-east-1",function="{name}"'
    assert f"portcullis_function_invocations_total{{{labels}}} 1" in text.splitlines()
    stranger = {"Host": "evil.example.com"}
    refused = requests.get(f"{server.endpoint}/_portcullis/metrics", headers=stranger, timeout=10)
    assert refused.status_code == 403
