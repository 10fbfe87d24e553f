"""Calls of AWS services that the server does not have: decided by the caller's policies here, and
answered by the emulator that `--upstream` names.
"""

import json
import sys
from pathlib import Path

import boto3
import pytest
import requests
from botocore.config import Config
from botocore.exceptions import ClientError

from kit.functions import archive
from kit.house import BASIC, House, document, unique
from kit.server import wait_until
from kit.swagger import definition, method

# The server has S3 itself, unless an endpoint is named for it.
UPSTREAM = ("*", "s3")

LAMBDA = "lambda.amazonaws.com"
RUNTIME = f"python3.{sys.version_info.minor}"

WORKER = """
import boto3

def handler(event, context):
    try:
        if event["do"] == "put":
            boto3.client("dynamodb").put_item(TableName=event["table"], Item={"pk": {"S": event["key"]}})
            return "put"
        if event["do"] == "send":
            sent = boto3.client("sqs").send_message(QueueUrl=event["queue"], MessageBody="hello")
            return len(sent["MessageId"])
        if event["do"] == "store":
            boto3.client("s3").put_object(Bucket=event["bucket"], Key="a/b c", Body=b"bytes")
            return "stored"
    except Exception as error:
        return str(error)
"""


@pytest.fixture(scope="module")
def sdk():
    """boto3 from the tests' own environment, with the models of what the function calls."""
    packages = Path(boto3.__file__).parents[1]
    services = ("dynamodb", "sqs", "s3")
    names = ("boto3", "botocore", "jmespath", "s3transfer", "dateutil", "urllib3")
    files = [file for name in names for file in (packages / name).rglob("*") if file.is_file()]
    files.append(packages / "six.py")

    def is_wanted(file):
        parts = file.relative_to(packages).parts
        of_model = parts[:2] == ("botocore", "data") and len(parts) > 3
        return "__pycache__" not in parts and (not of_model or parts[2] in services)

    return {str(file.relative_to(packages)): file.read_bytes() for file in files if is_wanted(file)}


def worker(house, sdk, *statements):
    """A function with an execution role that may write logs and what the statements allow."""
    policy = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
    role = house.role(trusts=(LAMBDA,), managed=(BASIC,), policy=policy if statements else None)
    bundle = archive({"main.py": WORKER, **sdk})
    name = unique("worker")
    house.function(name=name, role=role, runtime=RUNTIME, bundle=bundle, Timeout=30, MemorySize=512)
    return name, role.rsplit("/", 1)[1]


def allow(action, resource, **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def do(house, function, what, **more):
    return json.loads(house.invoke(function, {"do": what, **more})["Body"])


@pytest.fixture(scope="module")
def table(house):
    name = unique("table")
    house.client("dynamodb").create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return name


@pytest.fixture(scope="module")
def queue(house):
    return house.client("sqs").create_queue(QueueName=unique("queue"))["QueueUrl"]


def test_a_function_writes_where_its_role_may(house, sdk, emulator, table, queue):
    queue_arn = f"arn:aws:sqs:us-east-1:000000000000:{queue.rsplit('/', 1)[1]}"
    function, role = worker(
        house,
        sdk,
        allow("dynamodb:PutItem", f"arn:aws:dynamodb:us-east-1:000000000000:table/{table}"),
        allow("sqs:SendMessage", queue_arn),
    )
    assert do(house, function, "put", table=table, key="a") == "put"
    assert do(house, function, "send", queue=queue) == 36
    items = emulator.client("dynamodb").scan(TableName=table)["Items"]
    assert {"pk": {"S": "a"}} in items
    messages = emulator.client("sqs").receive_message(
        QueueUrl=f"{emulator.endpoint}/000000000000/{queue.rsplit('/', 1)[1]}"
    )
    assert [message["Body"] for message in messages["Messages"]] == ["hello"]


def test_without_the_statement_it_reads_what_aws_would_say(house, sdk, emulator, table, queue):
    function, role = worker(house, sdk)
    user = f"User: arn:aws:sts::000000000000:assumed-role/{role}/{function} is not authorized to perform:"
    arn = f"arn:aws:dynamodb:us-east-1:000000000000:table/{table}"
    assert do(house, function, "put", table=table, key="denied") == (
        "An error occurred (AccessDeniedException) when calling the PutItem operation: "
        f"{user} dynamodb:PutItem on resource: {arn} "
        "because no identity-based policy allows the dynamodb:PutItem action"
    )
    arn = f"arn:aws:sqs:us-east-1:000000000000:{queue.rsplit('/', 1)[1]}"
    assert do(house, function, "send", queue=queue) == (
        "An error occurred (AccessDenied) when calling the SendMessage operation: "
        f"{user} sqs:sendmessage on resource: {arn} "
        "because no identity-based policy allows the sqs:sendmessage action"
    )
    assert do(house, function, "store", bucket="nobodys") == (
        "An error occurred (AccessDenied) when calling the PutObject operation: "
        f'{user} s3:PutObject on resource: "arn:aws:s3:::nobodys/a/b c" '
        "because no identity-based policy allows the s3:PutObject action"
    )
    keys = [item["pk"]["S"] for item in emulator.client("dynamodb").scan(TableName=table)["Items"]]
    assert "denied" not in keys


def test_the_journal_tells_what_was_missing(house, table):
    member = house.user(document("dynamodb:PutItem", Resource=f"arn:aws:dynamodb:*:*:table/{table}"))
    with pytest.raises(ClientError):
        member.client("dynamodb").get_item(TableName=table, Key={"pk": {"S": "a"}})
    entry = house.journal()
    assert entry["status"] == 400 and entry["stage"] == "upstream"
    refused = entry["outcome"]["refused"]
    assert "dynamodb:GetItem" in refused["cause"] and "put-user-policy" in refused["fix"]
    assert any("the nearest" in step["text"] for step in entry["steps"])


def test_leading_keys_hold_even_where_only_the_table_knows_them(house):
    name = unique("pairs")
    dynamodb = house.client("dynamodb")
    dynamodb.create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in ("owner", "id")],
        KeySchema=[
            {"AttributeName": "id", "KeyType": "RANGE"},
            {"AttributeName": "owner", "KeyType": "HASH"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    condition = {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["${aws:username}"]}}
    member = house.user(document("dynamodb:*", Resource="*", Condition=condition))
    own = {"owner": {"S": member.name}, "id": {"S": "1"}}
    client = member.client("dynamodb")
    client.put_item(TableName=name, Item=own)
    assert client.get_item(TableName=name, Key=own)["Item"] == own
    with pytest.raises(ClientError, match="AccessDenied"):
        client.put_item(TableName=name, Item={**own, "owner": {"S": "somebody"}})
    # A projection names attributes in a grammar that is not read: a condition on them opens nothing.
    condition = {"ForAllValues:StringEquals": {"dynamodb:Attributes": ["owner", "id"]}}
    member = house.user(document("dynamodb:GetItem", Resource="*", Condition=condition))
    with pytest.raises(ClientError, match="AccessDenied"):
        member.client("dynamodb").get_item(TableName=name, Key=own, ProjectionExpression="id")


def test_objects_are_decided_one_by_one(house):
    bucket = unique("bucket") + "-upstream"
    house.client("s3").create_bucket(Bucket=bucket)
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            allow(
                "s3:ListBucket", f"arn:aws:s3:::{bucket}", Condition={"StringLike": {"s3:prefix": "mine/*"}}
            ),
            allow(["s3:PutObject", "s3:GetObject"], f"arn:aws:s3:::{bucket}/mine/*"),
        ],
    }
    member = house.user(json.dumps(policy))
    s3 = member.client("s3")
    s3.put_object(Bucket=bucket, Key="mine/a b+c", Body=b"hello")
    assert s3.get_object(Bucket=bucket, Key="mine/a b+c")["Body"].read() == b"hello"
    assert s3.list_objects_v2(Bucket=bucket, Prefix="mine/")["KeyCount"] == 1
    for call, arguments in (
        (s3.put_object, {"Key": "theirs/a", "Body": b""}),
        (s3.delete_object, {"Key": "mine/a b+c"}),
        (s3.list_objects_v2, {}),
        (s3.head_object, {"Key": "theirs/a"}),
    ):
        with pytest.raises(ClientError) as refused:
            call(Bucket=bucket, **arguments)
        assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403
    signer = member.client("s3", config=Config(signature_version="s3v4"))
    mine = {"Bucket": bucket, "Key": "mine/a b+c"}
    presigned = signer.generate_presigned_url("get_object", Params=mine)
    assert requests.get(presigned, timeout=30).content == b"hello"
    theirs = signer.generate_presigned_url("get_object", Params={**mine, "Key": "theirs"})
    assert requests.get(theirs, timeout=30).status_code == 403


def test_topics_and_their_refusals(house):
    topic = house.client("sns").create_topic(Name=unique("topic"))["TopicArn"]
    member = house.user(document("sns:Publish", Resource=topic))
    assert member.client("sns").publish(TopicArn=topic, Message="hello")["MessageId"]
    with pytest.raises(ClientError) as refused:
        member.client("sns").get_topic_attributes(TopicArn=topic)
    error = refused.value.response["Error"]
    assert error["Code"] == "AuthorizationError"
    assert f"SNS:GetTopicAttributes on resource: {topic}" in error["Message"]


def test_what_no_table_maps_is_decided_by_its_name(house):
    member = house.user(document("codebuild:ListProjects", Resource="*"))
    assert member.client("codebuild").list_projects()["projects"] == []
    steps = [step["text"] for step in house.journal()["steps"]]
    assert any("no table maps" in step for step in steps)
    with pytest.raises(ClientError, match="codebuild:ListBuilds"):
        member.client("codebuild").list_builds()


def test_a_queue_is_named_by_this_server(house, server, queue):
    assert queue.startswith(server.endpoint)
    urls = house.client("sqs").list_queues()["QueueUrls"]
    assert queue in urls


def test_without_an_endpoint_the_flag_is_named(fresh):
    bare = fresh()
    house = House(bare)
    for service, operation, arguments in (
        ("dynamodb", "list_tables", {}),
        ("sns", "list_topics", {}),
    ):
        client = house.client(service, config=Config(retries={"total_max_attempts": 1}))
        with pytest.raises(ClientError) as refused:
            getattr(client, operation)(**arguments)
        error = refused.value.response["Error"]
        assert error["Code"] == "NotImplemented", error
        assert f"--upstream {service}=URL" in error["Message"]


def test_an_endpoint_that_is_gone_is_said_to_be(fresh):
    gone = fresh("--upstream", "dynamodb=http://127.0.0.1:1")
    assert wait_until(lambda: any("upstream    dynamodb=http://127.0.0.1:1" in line for line in gone.banner))
    with pytest.raises(ClientError, match="can't be reached"):
        House(gone).client("dynamodb").list_tables()


def test_aws_itself_takes_no_invented_signature(fresh):
    with pytest.raises(AssertionError, match="PORTCULLIS_UPSTREAM_ACCESS_KEY_ID"):
        fresh("--upstream", "sqs=aws")


# Integrations of API Gateway with AWS services


def integration(uri, role, **more):
    return {
        "type": "aws",
        "httpMethod": "POST",
        "uri": f"arn:aws:apigateway:us-east-1:{uri}",
        "credentials": role,
        "responses": {"default": {"statusCode": "200"}, "4\\d{2}": {"statusCode": "400"}},
        **more,
    }


def an_api(house, made):
    posted = method(made)
    posted["responses"] = {"200": {"description": "done"}, "400": {"description": "refused"}}
    return house.api(definition({"/pets": {"post": posted}}))


def post(house, api, body):
    headers = {"Content-Type": "application/json"}
    return house.call(api, "/pets", method="POST", body=json.dumps(body), headers=headers)


def test_an_integration_sends_to_a_queue_in_its_role(house, emulator, queue):
    name = queue.rsplit("/", 1)[1]
    arn = f"arn:aws:sqs:us-east-1:000000000000:{name}"
    role = house.role(policy=document("sqs:SendMessage", Resource=arn))
    form = {
        "requestParameters": {
            "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'"
        },
        "requestTemplates": {"application/json": "Action=SendMessage&MessageBody=$input.body"},
    }
    answer = post(house, an_api(house, integration(f"sqs:path/000000000000/{name}", role, **form)), {"a": 1})
    assert answer.status_code == 200, answer.text
    assert answer.json()["SendMessageResponse"]["SendMessageResult"]["MessageId"]
    sqs = emulator.client("sqs")
    bodies = [
        message["Body"]
        for message in sqs.receive_message(
            QueueUrl=f"{emulator.endpoint}/000000000000/{name}", MaxNumberOfMessages=10
        )["Messages"]
    ]
    assert '{"a": 1}' in bodies
    other = house.role(policy=document("sqs:SendMessage", Resource=arn + "-other"))
    refused = post(
        house, an_api(house, integration(f"sqs:path/000000000000/{name}", other, **form)), {"a": 2}
    )
    assert refused.status_code == 400 and "sqs:sendmessage on resource: " + arn in refused.text


def test_an_integration_writes_a_table_in_its_role(house, emulator, table):
    item = {"TableName": table, "Item": {"pk": {"S": "$input.path('$.key')"}}}
    template = {"requestTemplates": {"application/json": json.dumps(item)}}
    role = house.role(policy=document("dynamodb:PutItem", Resource="*"))
    answer = post(
        house, an_api(house, integration("dynamodb:action/PutItem", role, **template)), {"key": "i"}
    )
    assert (answer.status_code, answer.json()) == (200, {})
    items = emulator.client("dynamodb").scan(TableName=table)["Items"]
    assert {"pk": {"S": "i"}} in items
    role = house.role()
    refused = post(
        house, an_api(house, integration("dynamodb:action/PutItem", role, **template)), {"key": "j"}
    )
    assert refused.status_code == 400
    assert "BackplaneAssumeRoleSession is not authorized to perform: dynamodb:PutItem" in refused.text


def test_an_integration_with_our_own_service_asks_the_role_too(house):
    role = house.role(policy=document("lambda:GetFunctionConfiguration", Resource="*"))
    function = house.function().rsplit(":", 1)[1]
    uri = f"lambda:path/2015-03-31/functions/{function}/configuration"
    for made, status in ((role, 200), (house.role(), 400)):
        answer = post(house, an_api(house, integration(uri, made, httpMethod="GET")), {})
        assert answer.status_code == status, answer.text
        assert ("FunctionArn" in answer.text) == (status == 200)


def test_a_role_that_does_not_trust_the_gateway_sends_nothing(house, table):
    role = house.role(trusts=(LAMBDA,), policy=document("dynamodb:*", Resource="*"))
    answer = post(house, an_api(house, integration("dynamodb:action/PutItem", role)), {})
    assert (answer.status_code, answer.json()) == (500, {"message": "Internal server error"})
