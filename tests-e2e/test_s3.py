"""S3 with the clients that people have: what they put they get, however they send it; roles and bucket
policies decide; an operator's endpoint takes its place."""

import io
import json
import os

import boto3
import pytest
import requests
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

from kit.house import House, document, unique
from kit.shell import Shell

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def s3(house):
    return house.client("s3")


@pytest.fixture
def bucket(s3):
    name = unique("bucket").lower()
    s3.create_bucket(Bucket=name)
    return name


# The other two algorithms of S3 need AWS's runtime in C beside boto3.
@pytest.mark.parametrize("algorithm", ["CRC32", "SHA1", "SHA256"])
def test_a_checksum_is_verified_and_comes_back(s3, bucket, algorithm):
    put = s3.put_object(Bucket=bucket, Key="k", Body=io.BytesIO(b"x" * MEGABYTE), ChecksumAlgorithm=algorithm)
    got = s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert got["Body"].read() == b"x" * MEGABYTE
    assert got[f"Checksum{algorithm}"] == put[f"Checksum{algorithm}"]


def test_a_large_file_goes_in_parts_and_comes_back_whole(server, s3, bucket, tmp_path):
    sent, got = tmp_path / "sent", tmp_path / "got"
    sent.write_bytes(os.urandom(12 * MEGABYTE))
    parts = TransferConfig(multipart_threshold=5 * MEGABYTE, multipart_chunksize=5 * MEGABYTE)
    s3.upload_file(str(sent), bucket, "dir/file", Config=parts)
    assert s3.head_object(Bucket=bucket, Key="dir/file")["ETag"].endswith('-3"')
    s3.download_file(bucket, "dir/file", str(got))
    assert got.read_bytes() == sent.read_bytes()
    tail = s3.get_object(Bucket=bucket, Key="dir/file", Range="bytes=-7")["Body"].read()
    assert tail == sent.read_bytes()[-7:]
    contents = server.data / "objects"
    held = {entry.name for entry in contents.iterdir()}
    s3.delete_object(Bucket=bucket, Key="dir/file")
    assert len(held - {entry.name for entry in contents.iterdir()}) == 1


def test_presigned_addresses_need_nothing_else(house, bucket):
    def client(version):
        config = Config(signature_version=version)
        return house.session.client("s3", endpoint_url=house.server.endpoint, config=config)

    signed = client("s3v4")
    place = {"Bucket": bucket, "Key": "a b"}
    put = signed.generate_presigned_url("put_object", Params=place)
    assert requests.put(put, data=b"bytes", timeout=10).status_code == 200
    get = signed.generate_presigned_url("get_object", Params=place)
    assert requests.get(get, timeout=10).content == b"bytes"
    altered = requests.get(get.replace("a%20b", "other"), timeout=10)
    assert (altered.status_code, "SignatureDoesNotMatch" in altered.text) == (403, True)
    older = client("s3").generate_presigned_url("get_object", Params=place)
    refused = requests.get(older, timeout=10)
    assert (refused.status_code, "Please use AWS4-HMAC-SHA256" in refused.text) == (403, True), refused.text


def test_the_aws_cli_copies_and_synchronises(server, s3, bucket, tmp_path):
    shell = Shell(server, tmp_path)
    tree = tmp_path / "tree"
    (tree / "sub").mkdir(parents=True)
    (tree / "a").write_text("1")
    (tree / "sub" / "b c").write_text("2")
    shell.pipe(f"aws s3 sync {tree} s3://{bucket}/t --no-progress")
    listed = shell.pipe(f"aws s3 ls s3://{bucket} --recursive")
    assert "t/a" in listed and "t/sub/b c" in listed
    shell.pipe(f"aws s3 cp s3://{bucket}/t {tmp_path}/back --recursive --no-progress")
    assert (tmp_path / "back" / "sub" / "b c").read_text() == "2"
    shell.pipe(f"aws s3 rb s3://{bucket} --force")
    with pytest.raises(ClientError) as gone:
        s3.head_bucket(Bucket=bucket)
    assert gone.value.response["Error"]["Code"] == "404"


def test_a_user_needs_a_permission_and_the_journal_says_which(house, s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"1")
    eve = unique("eve")
    house.iam.create_user(UserName=eve)
    made = house.iam.create_access_key(UserName=eve)["AccessKey"]
    hers = boto3.client(
        "s3",
        endpoint_url=house.server.endpoint,
        region_name="us-east-1",
        aws_access_key_id=made["AccessKeyId"],
        aws_secret_access_key=made["SecretAccessKey"],
    )
    with pytest.raises(ClientError) as refused:
        hers.get_object(Bucket=bucket, Key="k")
    error = refused.value.response["Error"]
    assert error["Code"] == "AccessDenied"
    assert (
        f'is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::{bucket}/k"'
        in error["Message"]
    )
    allow = document("s3:GetObject", Resource=f"arn:aws:s3:::{bucket}/*")
    house.iam.put_user_policy(UserName=eve, PolicyName="read", PolicyDocument=allow)
    assert hers.get_object(Bucket=bucket, Key="k")["Body"].read() == b"1"
    deny = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Deny",
                "Principal": {"AWS": f"arn:aws:iam::000000000000:user/{eve}"},
                "Action": "s3:GetObject",
                "Resource": f"arn:aws:s3:::{bucket}/*",
            }
        ],
    }
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps(deny))
    with pytest.raises(ClientError) as refused:
        hers.get_object(Bucket=bucket, Key="k")
    assert "explicit deny in a resource-based policy" in refused.value.response["Error"]["Message"]


def test_what_was_acknowledged_is_there_after_kill_9(fresh):
    server = fresh()
    s3 = House(server).client("s3")
    s3.create_bucket(Bucket="kept")
    s3.put_object(Bucket="kept", Key="k", Body=b"bytes", Metadata={"a": "1"})
    server.kill()
    server.start()
    got = House(server).client("s3").get_object(Bucket="kept", Key="k")
    assert (got["Body"].read(), got["Metadata"]) == (b"bytes", {"a": "1"})


def test_an_object_is_not_larger_than_the_operator_allows(fresh):
    s3 = House(fresh("--s3-max-object-mib", "1")).client("s3")
    s3.create_bucket(Bucket="small")
    s3.put_object(Bucket="small", Key="k", Body=b"x" * MEGABYTE)
    with pytest.raises(ClientError) as refused:
        s3.put_object(Bucket="small", Key="k", Body=b"x" * (MEGABYTE + 1))
    assert refused.value.response["Error"]["Code"] == "EntityTooLarge"


def test_an_endpoint_for_s3_takes_the_place_of_ours(fresh, emulator):
    named = House(fresh("--upstream", f"s3={emulator.endpoint}")).client("s3")
    named.create_bucket(Bucket="elsewhere")
    every = House(fresh("--upstream", f"*={emulator.endpoint}")).client("s3")
    assert every.list_buckets()["Buckets"] == []
    assert [found["Name"] for found in named.list_buckets()["Buckets"]] == ["elsewhere"]
