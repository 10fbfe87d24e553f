"""Functions that the tests deploy, and the zips they travel in."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

PYTHON = "python3.12"
NODE = "nodejs20.x"

ECHO = """
import json

def handler(event, context):
    print("called", event.get("path") if isinstance(event, dict) else "")
    return {"statusCode": 200, "body": json.dumps({"from": context.function_name, "version": context.function_version, "event": event})}
"""

NODE_ECHO = """
exports.handler = async (event, context) => {
  console.log("called", event.path);
  return { statusCode: 200, body: JSON.stringify({ from: context.functionName, version: context.functionVersion, event }) };
};
"""

# Speaks the Runtime API with what every machine has: a shell, and bash's own sockets.
PROVIDED_ECHO = r"""#!/bin/bash
host=${AWS_LAMBDA_RUNTIME_API%:*} port=${AWS_LAMBDA_RUNTIME_API#*:}
while true; do
  exec 3<>"/dev/tcp/$host/$port"
  printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: api\r\nConnection: close\r\n\r\n' >&3
  id="" length=0
  while IFS= read -r line <&3; do
    line=${line%$'\r'}
    [[ -z $line ]] && break
    name=${line%%:*} value=${line#*: }
    case ${name,,} in
      lambda-runtime-aws-request-id) id=$value ;;
      content-length) length=$value ;;
    esac
  done
  event=""
  ((length)) && IFS= read -r -N "$length" event <&3
  exec 3>&-
  body='{"statusCode":200,"body":"from bash"}'
  exec 3<>"/dev/tcp/$host/$port"
  printf 'POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: api\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s' "$id" "${#body}" "$body" >&3
  while IFS= read -r line <&3; do :; done
  exec 3>&-
done
"""

# What it answers depends on the token, so that one function serves every row.
AUTHORIZER = """
import time

def policy(effect, resource, **more):
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
    return {"principalId": "somebody", "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}, **more}

def handler(event, context):
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    token = event.get("authorizationToken") or headers.get("x-token") or ""
    arn = event["methodArn"]
    print("asked", token, arn)
    everything = "/".join(arn.split("/")[:2]) + "/*"
    if token == "allow":
        return policy("Allow", everything, context={"text": "a", "number": 7, "truth": True})
    if token == "allow-this":
        return policy("Allow", arn)
    if token == "deny":
        return policy("Deny", everything)
    if token == "silent":
        return policy("Allow", arn + "/elsewhere")
    if token == "unauthorized":
        raise Exception("Unauthorized")
    if token == "boom":
        raise Exception("boom")
    if token == "null":
        return None
    if token == "text":
        return "not a policy"
    if token == "unknown-field":
        return policy("Allow", everything, surprise=1)
    if token == "no-policy":
        return {"principalId": "somebody"}
    if token == "deep-context":
        return policy("Allow", everything, context={"deep": {"er": 1}})
    if token == "slow":
        time.sleep(20)
    if token == "arn":
        return policy("Allow", everything, context={"methodArn": arn, "type": event["type"]})
    return policy("Deny", everything)
"""


def zipped(**files):
    """A zip of files; `__` in a name stands for its dot, and a bootstrap is executable."""
    named = {name.replace("__", "."): text for name, text in files.items()}
    return archive(named)


def archive(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o755 << 16
            bundle.writestr(entry, content)
    return buffer.getvalue()


def with_boto3(**files):
    """A zip of files with boto3 beside them, from the tests' own environment: a host's interpreter need
    not have one. Of the services' descriptions only Lambda's come along."""
    import boto3

    packages = Path(boto3.__file__).parents[1]
    named = {name.replace("__", "."): text for name, text in files.items()}
    for package in ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six.py"):
        place = packages / package
        for file in [place] if place.is_file() else place.rglob("*"):
            within = file.relative_to(packages)
            foreign = within.parts[:2] == ("botocore", "data") and len(within.parts) > 3
            if foreign and within.parts[2] != "lambda":
                continue
            if file.is_file() and "__pycache__" not in file.parts:
                named[str(within)] = file.read_bytes()
    return archive(named)


def need_node():
    if not shutil.which("node"):
        pytest.fail("node is not installed: install Node.js 18 or newer (Debian: apt-get install nodejs)")
