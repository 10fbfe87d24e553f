"""A disk that is full, cannot be written, or belongs to another server: nothing that was acknowledged is
lost, whoever runs the server is told, and it goes on when there is room again."""

import os
import subprocess

import pytest
from botocore.exceptions import ClientError

from kit.house import House, root_keys
from kit.http import raw, signed
from kit.server import Server, binary, clean_environment, wait_until

MIB = 1024 * 1024


@pytest.fixture
def small(tmp_path):
    """The home of a server whose data directory is a disk of 16 MiB, which needs root."""
    place = tmp_path / "home" / "data"
    place.mkdir(parents=True)
    options = ["-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs"]
    mounted = subprocess.run(["mount", *options, place], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("no file system can be mounted here")
    yield place.parent
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(place):
    """Takes all that is free."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(64 * 1024))
        except OSError:
            return filler


def until_refused(act):
    """What was acknowledged before the first refusal."""
    acknowledged = []
    with pytest.raises(ClientError) as refused:  # noqa: PT012 (the last of many is the one that is refused)
        for number in range(1000):
            act(number)
            acknowledged.append(number)
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 500
    return acknowledged


def test_what_was_acknowledged_survives_a_full_disk(small):
    server = Server(small)
    try:
        house = House(server)
        s3, ssm = house.client("s3"), house.client("ssm")
        s3.create_bucket(Bucket="full")
        objects = until_refused(
            lambda number: s3.put_object(Bucket="full", Key=str(number), Body=os.urandom(MIB))
        )
        filler = fill(server.data)
        parameters = until_refused(
            lambda number: ssm.put_parameter(Name=f"p{number}", Value="v" * 3000, Type="String")
        )
        assert server.process.poll() is None
        assert s3.get_object(Bucket="full", Key="0")["ContentLength"] == MIB
        for reason in ("No space left on device", "database or disk is full"):
            assert wait_until(lambda reason=reason: reason in server.errors.read_text()), reason
        filler.unlink()
        ssm.put_parameter(Name="after", Value="room", Type="String")
        server.kill()
        server.start()
        assert ssm.get_parameter(Name="after")["Parameter"]["Value"] == "room"
        for number in parameters:
            assert len(ssm.get_parameter(Name=f"p{number}")["Parameter"]["Value"]) == 3000
        for number in objects:
            assert len(s3.get_object(Bucket="full", Key=str(number))["Body"].read()) == MIB
        assert s3.list_objects_v2(Bucket="full")["KeyCount"] == len(objects)
    finally:
        server.close()


def refused_start(home, data):
    command = [binary(), "up", "--listen", "127.0.0.1:0", "--data-dir", str(data)]
    ended = subprocess.run(
        command, env=clean_environment(home), capture_output=True, text=True, timeout=30, check=False
    )
    assert ended.returncode == 1 and ended.stdout == ""
    assert "panicked" not in ended.stderr
    return ended.stderr


def test_a_data_directory_has_one_server(fresh, tmp_path):
    server = fresh()
    assert f"{server.data} is in use by another process" in refused_start(tmp_path, server.data)
    assert House(server).sts.get_caller_identity()["Account"] == "000000000000"


def test_a_data_directory_that_cannot_be_written_is_named(fresh, small):
    server = Server(small)
    server.close()
    subprocess.run(["mount", "-o", "remount,ro", server.data], check=True)
    assert str(server.data) in refused_start(small, server.data)


def test_nothing_is_left_of_an_upload_that_the_end_of_the_server_cuts(fresh):
    server = fresh()
    house = House(server)
    s3 = house.client("s3")
    s3.create_bucket(Bucket="cut")
    s3.put_object(Bucket="cut", Key="whole", Body=b"whole")
    address = f"{server.endpoint}/cut/half"
    headers = {"x-amz-content-sha256": "UNSIGNED-PAYLOAD", "Content-Length": str(MIB)}
    headers = signed(root_keys(server), "s3", "PUT", address, headers)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    sent = f"PUT /cut/half HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{head}\r\n".encode()
    raw(server, sent + b"a" * 100_000, within=1)
    server.kill()
    server.start()
    assert [one["Key"] for one in s3.list_objects_v2(Bucket="cut")["Contents"]] == ["whole"]
    assert len(list((server.data / "objects").iterdir())) == 1
