"""Requests of an attacker who holds something, and wants what it does not give: presigned addresses,
keys of objects, session tokens, pages of other origins, the log and the data directory."""

import io
import os
import re
import socket
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

import pytest
import requests
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from kit.house import House, document, unique
from kit.http import raw, signed
from kit.swagger import definition, method

S3V4 = Config(signature_version="s3v4", retries={"total_max_attempts": 1})
SECRET_OBJECT = "what only its owner reads"


@pytest.fixture(scope="module")
def s3(house):
    return house.client("s3", config=S3V4)


@pytest.fixture(scope="module")
def bucket(s3):
    name = unique("attacks").lower()
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="secret", Body=SECRET_OBJECT)
    return name


def presigned(s3, operation, bucket, key, **more):
    return s3.generate_presigned_url(operation, Params={"Bucket": bucket, "Key": key, **more})


# Addresses that somebody was given


@pytest.mark.parametrize(
    "header, value",
    [
        ("x-amz-copy-source", "{bucket}/secret"),
        ("x-amz-tagging", "a=1"),
        ("x-amz-storage-class", "STANDARD_IA"),
        ("x-amz-meta-owner", "eve"),
        ("x-amz-server-side-encryption", "aws:kms"),
    ],
)
def test_a_presigned_address_is_not_widened_by_headers(s3, bucket, header, value):
    """S3: "There were headers present in the request which were not signed"."""
    put = presigned(s3, "put_object", bucket, "given")
    answer = requests.put(put, headers={header: value.format(bucket=bucket)}, timeout=10)
    assert answer.status_code == 403, answer.text
    assert "<Code>AccessDenied</Code>" in answer.text
    assert f"<HeadersNotSigned>{header}</HeadersNotSigned>" in answer.text
    with pytest.raises(ClientError):
        s3.head_object(Bucket=bucket, Key="given")


def test_a_presigned_address_is_for_what_it_says(s3, bucket):
    get = presigned(s3, "get_object", bucket, "secret")
    assert requests.get(get, timeout=10).text == SECRET_OBJECT
    path = urlsplit(get).path
    altered = [
        get + "&response-content-type=text%2Fhtml",
        get + "&versionId=null",
        get + "&tagging",
        get.replace("X-Amz-Expires=3600", "X-Amz-Expires=604800"),
        get + "&X-Amz-Expires=604800",
        get + "&X-Amz-Date=20990101T000000Z",
        get.replace(path, path + "/"),
        get.replace(path, path.replace("secret", "%2e/secret")),
        get.replace("us-east-1", "eu-west-1"),
        get.replace("X-Amz-SignedHeaders=host", "X-Amz-SignedHeaders="),
        re.sub("X-Amz-Signature=.*", "X-Amz-Signature=" + "0" * 64, get),
        re.sub("&X-Amz-Signature=[^&]*", "", get),
    ]
    for address in altered:
        answer = requests.get(address, timeout=10)
        assert answer.status_code in (400, 403) and SECRET_OBJECT not in answer.text, (address, answer.text)
    for verb in (requests.put, requests.delete, requests.head):
        assert verb(get, timeout=10).status_code == 403
    elsewhere = requests.get(get, headers={"Host": "s3.localhost"}, timeout=10)
    assert elsewhere.status_code == 403


def test_a_presigned_address_ends(house, bucket, server):
    """Signed an hour and a second ago, for an hour."""
    request = AWSRequest("GET", f"{server.endpoint}/{bucket}/secret")
    auth = S3SigV4QueryAuth(house.keys, "s3", "us-east-1", expires=3600)
    auth.add_auth(request)
    stamp = request.context["timestamp"]
    then = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) - timedelta(seconds=3601)
    old = then.strftime("%Y%m%dT%H%M%SZ")
    query = (
        "X-Amz-Algorithm=AWS4-HMAC-SHA256"
        f"&X-Amz-Credential={quote(house.keys.access_key + '/' + old[:8] + '/us-east-1/s3/aws4_request', safe='')}"
        f"&X-Amz-Date={old}&X-Amz-Expires=3600&X-Amz-SignedHeaders=host"
    )
    again = AWSRequest("GET", f"{server.endpoint}/{bucket}/secret?{query}")
    again.context["timestamp"] = old
    canonical = auth.canonical_request(again)
    signature = auth.signature(auth.string_to_sign(again, canonical), again)
    answer = requests.get(f"{again.url}&X-Amz-Signature={signature}", timeout=10)
    assert answer.status_code == 403 and "too large" in answer.text, answer.text


# Keys of objects are no paths


@pytest.mark.parametrize(
    "key",
    [
        "../../escape",
        "a/../../../../etc/passwd",
        "/absolute",
        "..",
        "a//b",
        "a\\..\\b",
        "%2e%2e%2fescape",
        "~root/.ssh/authorized_keys",
        pytest.param("k" * 1024, id="long"),
        "new\nline",
    ],
)
def test_a_key_is_never_a_path(server, house, bucket, key):
    """Sent as it stands: libraries would put the path in order."""
    path = f"/{bucket}/{quote(key)}"
    request = AWSRequest("PUT", server.endpoint + path, data=b"attack")
    S3SigV4Auth(house.keys, "s3", "us-east-1").add_auth(request)
    before = elsewhere(server)
    line = HTTPConnection("127.0.0.1", server.port, timeout=10)
    line.request("PUT", path, body=b"attack", headers=dict(request.headers))
    answer = line.getresponse()
    assert answer.status == 200, (answer.status, answer.read())
    assert elsewhere(server) == before
    listed = house.client("s3").list_objects_v2(Bucket=bucket)["Contents"]
    assert key in [one["Key"] for one in listed]


def elsewhere(server):
    """Files around the server, but for its records and its objects."""
    kept = [server.data / name for name in ("objects", "records.sqlite-wal", "records.sqlite-shm")]
    files = (file for file in server.home.rglob("*") if file.is_file())
    return sorted(str(file) for file in files if not any(file.is_relative_to(place) for place in kept))


def test_a_key_may_be_1024_bytes_long(s3, bucket):
    with pytest.raises(ClientError) as refused:
        s3.put_object(Bucket=bucket, Key="k" * 1025, Body=b"")
    assert refused.value.response["Error"]["Code"] == "KeyTooLongError"


# Tokens of sessions


@pytest.fixture(scope="module")
def session(house):
    role = house.role(trusts=("lambda.amazonaws.com",), policy=document("s3:ListAllMyBuckets", Resource="*"))
    own = {"Principal": {"AWS": "*"}}
    house.iam.update_assume_role_policy(
        RoleName=role.rsplit("/", 1)[1], PolicyDocument=document("sts:AssumeRole", **own)
    )
    return house.user(document("sts:AssumeRole", Resource=role)).sts.assume_role(
        RoleArn=role, RoleSessionName="session"
    )["Credentials"]


def as_session(server, key, secret, token):
    return House(server, Credentials(key, secret, token)).client("s3")


def test_a_token_is_for_its_own_key_and_unaltered(server, house, session):
    key, secret, token = (session[name] for name in ("AccessKeyId", "SecretAccessKey", "SessionToken"))
    as_session(server, key, secret, token).list_buckets()
    other = house.user(document("s3:ListAllMyBuckets", Resource="*"))
    flipped = token[:-6] + ("A" if token[-6] != "A" else "B") + token[-5:]
    for attempt in [
        (key, secret, None),
        (key, secret, flipped),
        (key, secret, token[:-4]),
        (key, secret, token + "AAAA"),
        (key, "another secret", token),
        ("ASIA" + "A" * 16, secret, token),
        (other.keys.access_key, other.keys.secret_key, token),
        (house.keys.access_key, house.keys.secret_key, token),
    ]:
        with pytest.raises(ClientError) as refused:
            as_session(server, *attempt).list_buckets()
        assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403, attempt


# One host and port for the console, the AWS APIs and what users serve


def page(address, **headers):
    browser = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "none"}
    return requests.get(address, headers={**browser, **headers}, timeout=10)


def test_a_page_in_a_bucket_is_no_page_of_the_console(s3, bucket):
    s3.put_object(Bucket=bucket, Key="page.html", Body="<script>steal()</script>", ContentType="text/html")
    shown = page(presigned(s3, "get_object", bucket, "page.html"))
    assert shown.status_code == 200
    assert shown.headers["Content-Security-Policy"].startswith("sandbox")
    assert "allow-same-origin" not in shown.headers["Content-Security-Policy"]
    image = requests.get(presigned(s3, "get_object", bucket, "page.html"), timeout=10)
    assert "Content-Security-Policy" not in image.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "app.localstack.cloud"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["console/credentials", "console/session", "_portcullis/reset"])
def test_a_page_of_another_origin_does_nothing_here(server, headers, path):
    answer = requests.post(f"{server.endpoint}/{path}", headers=headers, json={}, timeout=10)
    assert answer.status_code == 403 and "Set-Cookie" not in answer.headers


def test_a_link_signs_in_once_and_its_cookie_is_for_the_console_alone(house, server):
    address = f"{server.endpoint}/_portcullis/console-link"
    headers = signed(house.keys, "portcullis", "POST", address, body="{}")
    link = requests.post(address, headers=headers, data="{}", timeout=10).json()["path"].rsplit("/", 1)[1]
    own = {"Origin": server.endpoint}
    signing = f"{server.endpoint}/console/session"
    first = requests.post(signing, json={"link": link}, headers=own, timeout=10)
    cookie = first.headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Strict", "Path=/console"):
        assert part in cookie
    again = requests.post(signing, json={"link": link}, headers=own, timeout=10)
    assert again.status_code == 403 and "Set-Cookie" not in again.headers
    pair = {"Cookie": cookie.split(";")[0]}
    asked = f"{server.endpoint}/console/credentials"
    assert requests.post(asked, headers={**own, **pair}, timeout=10).status_code == 200
    assert requests.post(asked, headers=pair, timeout=10).status_code == 403, "without an origin"
    # The cookie signs no call of an AWS API.
    assert requests.get(f"{server.endpoint}/", headers=pair, timeout=10).status_code == 403


# Where one request ends


@pytest.mark.parametrize(
    "head, body",
    [
        ("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG"),
        ("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n", "0\r\n\r\nG"),
        ("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
        ("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
        ("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"),
        ("Transfer-Encoding:\x0bchunked\r\n", "0\r\n\r\n"),
        ("X: a\r\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        ("X: a\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        ("Content-Length: 0\r\nContent-Length: 44\r\n", ""),
        ("Content-Length: +0\r\n", ""),
        ("Transfer-Encoding: chunked\r\n", "0;\n\r\n\r\n"),
        ("Transfer-Encoding: chunked\r\n", "0\n\n"),
        ("Transfer-Encoding: chunked\r\n", "00000000000000000\r\n\r\n"),
    ],
)
def test_no_second_request_hides_in_the_first(server, head, body):
    hidden = "GET /_portcullis/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    request = f"POST /restapis HTTP/1.1\r\nHost: localhost\r\n{head}\r\n{body}{hidden}"
    answer = raw(server, request.encode("latin-1"))
    # What breaks in the middle of a body may end the connection without a word.
    assert answer == b"" or answer.startswith(b"HTTP/1.1 400"), answer
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert b"running" not in answer


# What is written down


def test_nothing_secret_is_logged_even_when_all_is(fresh):
    running = fresh(environment={"PORTCULLIS_LOG": "trace"})
    house = House(running)
    user = house.user(document("*", Resource="*"))
    user.client("s3", config=S3V4).create_bucket(Bucket="logged")
    house.client("ssm").put_parameter(Name="p", Value="parameter-in-clear", Type="SecureString")
    assert house.client("ssm").get_parameter(Name="p", WithDecryption=True)
    function = house.function(Environment={"Variables": {"PASSWORD": "variable-in-clear"}})
    house.invoke(function)
    role = house.role()
    house.iam.update_assume_role_policy(
        RoleName=role.rsplit("/", 1)[1], PolicyDocument=document("sts:AssumeRole", Principal={"AWS": "*"})
    )
    session = user.sts.assume_role(RoleArn=role, RoleSessionName="session")["Credentials"]
    held = House(
        running, Credentials(session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
    )
    held.sts.get_caller_identity()
    address = presigned(user.client("s3", config=S3V4), "get_object", "logged", "k")
    requests.get(address, timeout=10)
    link = f"{running.endpoint}/_portcullis/console-link"
    told = requests.post(
        link, headers=signed(house.keys, "portcullis", "POST", link, body="{}"), data="{}", timeout=10
    )
    secrets = {
        "the root's": house.keys.secret_key,
        "a user's": user.keys.secret_key,
        "a session's": session["SecretAccessKey"],
        "a token": session["SessionToken"],
        "a signature": re.search("X-Amz-Signature=([0-9a-f]+)", address)[1],
        "a variable": "variable-in-clear",
        "a parameter": "parameter-in-clear",
        "a link": told.json()["path"].rsplit("/", 1)[1],
    }
    log = running.errors.read_text(errors="replace")
    assert len(log) > 2_000, "nothing was logged"
    assert [name for name, secret in secrets.items() if secret in log] == []
    processes = subprocess.run(
        ["ps", "axww", "-o", "args"], capture_output=True, text=True, check=True
    ).stdout
    assert [name for name, secret in secrets.items() if secret in processes] == []


def test_a_line_of_the_log_is_one_line(fresh):
    running = fresh()
    forged = "%0a%0dINFO forged\u2028line"
    headers = {"User-Agent": "a\tb\x7f\x1b[31m", "X-Amzn-Trace-Id": "Root=1\x1b[0m"}
    requests.get(f"{running.endpoint}/restapis/{forged}", headers=headers, timeout=10)
    api = House(running).api(definition({"/{proxy+}": {"get": method({"type": "mock"})}}))
    House(running).call(api, "/%0aforged%1b[31m", headers=headers)
    log = running.errors.read_text()
    assert "\x1b" not in log and "\nINFO forged" not in log and "\x7f" not in log


def test_everything_kept_is_for_the_owner_alone(fresh, tmp_path):
    """Also where the directory was there before, for everybody to read."""
    home = tmp_path / "server-0"
    (home / "data").mkdir(parents=True)
    os.chmod(home / "data", 0o755)
    running = fresh()
    house = House(running)
    house.client("s3").create_bucket(Bucket="kept")
    house.client("s3").put_object(Bucket="kept", Key="k", Body=b"kept")
    house.invoke(house.function())
    found = {entry.name: oct(entry.stat().st_mode) for entry in running.data.iterdir()}
    others = [name for name, mode in found.items() if int(mode, 8) & 0o077]
    # Clients read the certificate of the authority.
    assert others in ([], ["ca.pem"]), found


# What a bundle of code may hold


def bundle(entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content, kind in entries:
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o120777 if kind == "link" else 0o100644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "entries",
    [
        [("../evil.py", "x", "file")],
        [("/tmp/evil.py", "x", "file")],
        [("a/../../evil.py", "x", "file")],
        [("a", "/etc", "link"), ("a/passwd", "x", "file")],
        [("a", "..", "link")],
        [("d/e/up", "../..", "link"), ("x/y/out", "../../d/e/up/..", "link")],
        [("zeros", b"\0" * 270_000_000, "file")],
    ],
    ids=["climbs", "absolute", "climbs inside", "through a link", "link out", "link of a link", "bomb"],
)
@pytest.mark.parametrize("kind", ["function", "layer"])
def test_what_leads_out_of_a_bundle_is_refused(house, entries, kind):
    made = bundle(entries)
    with pytest.raises(ClientError) as refused:
        if kind == "function":
            house.function(bundle=made)
        else:
            house.lambda_.publish_layer_version(LayerName=unique("layer"), Content={"ZipFile": made})
    assert refused.value.response["Error"]["Code"] == "InvalidParameterValueException"


def test_many_connections_that_say_nothing_harm_nobody(server):
    idle = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(300)]
    try:
        assert requests.get(f"{server.endpoint}/_portcullis/health", timeout=5).status_code == 200
    finally:
        for stream in idle:
            stream.close()
