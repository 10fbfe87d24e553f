"""What is refused while nobody waits for it, and what is refused in words that do not say that policies did it: the
journal tells why, `why` prints the fix, and behind the fix the next run is a delivered one."""

import datetime
import json

import pytest
from botocore.exceptions import ClientError

from kit.clients import Terraform
from kit.house import BASIC, House, document, trust, unique
from kit.http import CONFIGURATION, check_refused
from kit.queues import a_queue, a_role
from kit.server import wait_until
from kit.shell import Shell
from kit.stacks import Stacks
from kit.swagger import pets, proxy

# Rules run once a minute, and a machine may be busy.
WITHIN = 130
SCHEDULER, LAMBDA = "scheduler.amazonaws.com", "lambda.amazonaws.com"
FAILS = "def handler(event, context):\n    raise ValueError('no good')\n"


UPSTREAM = ("sqs",)
FLAGS = ("--async-retry-seconds", "0.1")


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


def refusal(house, marker, after=None):
    """The newest refusal whose entry names the marker, once there is one newer than `after`."""
    found = []

    def is_there():
        entries = house.journal("")
        entries = entries if isinstance(entries, list) else entries["entries"]
        refused = [one for one in entries if one["outcome"] != "answered" and marker in json.dumps(one)]
        newest = max(refused, key=lambda one: one["started"], default=None)
        found[:] = [newest] if newest and newest["request_id"] != after else []
        return found

    assert wait_until(is_there, WITHIN), f"nothing was refused for {marker}"
    return found[0]


def report(shell, entry):
    return json.loads(shell.portcullis("why", entry["request_id"], "--format", "json"))


def fix(shell, entry, form="cli"):
    return shell.portcullis("why", entry["request_id"], "--fix", form)


def run_fix(shell, entry):
    shell.pipe(f"portcullis why {entry['request_id']} --fix cli | sh -e")


def deploy(shell, folder, template):
    path = folder / f"{unique('fix')}.yaml"
    path.write_text(template)
    consent = "--capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND"
    shell.pipe(f"aws cloudformation deploy --stack-name {unique('fix')} --template-file {path} {consent}")


def has_run(house, function):
    try:
        group = "/aws/lambda/" + function.split(":")[6]
        return bool(house.logs.filter_log_events(logGroupName=group)["events"])
    except ClientError:
        return False


def runs(house, function):
    return wait_until(lambda: has_run(house, function), WITHIN)


def soon():
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=2)
    return f"at({at:%Y-%m-%dT%H:%M:%S})"


class Schedule:
    """One that runs in two seconds, as often as it is told to."""

    def __init__(self, house, function, role):
        self.client, self.name = house.client("scheduler"), unique("schedule")
        self.target = {"Arn": function, "RoleArn": role, "Input": "{}"}
        self.client.create_schedule(**self.members())

    def members(self):
        times = {"ScheduleExpression": soon(), "FlexibleTimeWindow": {"Mode": "OFF"}}
        return {"Name": self.name, "Target": self.target, **times}

    def again(self):
        self.client.update_schedule(**self.members())


@pytest.mark.timeout(400)
def test_a_rule_that_may_not_invoke_is_told_and_mended(house, shell, tmp_path):
    """Two rules at once, since a rule runs once a minute."""
    events, told = house.client("events"), {}
    for form in ("cli", "sam"):
        name, job = unique("rule"), house.function()
        arn = events.put_rule(Name=name, ScheduleExpression="rate(1 minute)")["RuleArn"]
        events.put_targets(Rule=name, Targets=[{"Id": "job", "Arn": job}])
        told[form] = (name, job, arn)
    house.grant(told["cli"][1], told["sam"][2], principal="events.amazonaws.com")
    # The nearest miss of the one names the other.
    entries = {form: refusal(house, f'"path": "{name}"') for form, (name, _, _) in told.items()}
    said = report(shell, entries["cli"])
    assert (said["method"], said["path"], said["stage"]) == ("RUN", told["cli"][0], "schedule")
    assert said["what"] == f"The schedule {told['cli'][0]} did not run its function"
    # The nearest miss is the statement for another rule.
    (compared,) = said["nearest"]["compared"]
    assert (compared["pattern"], compared["value"]) == (told["sam"][2], told["cli"][2])
    assert "events.amazonaws.com" in said["needed"][0] and "from the next time on" in said["notes"][0]
    statement = json.loads(said["fix"]["statement"])
    assert statement["Condition"] == {"ArnLike": {"AWS:SourceArn": told["cli"][2]}}
    assert "aws_lambda_permission" in said["fix"]["terraform"]
    assert said["fix"]["sam"].endswith(said["fix"]["cloudformation"])
    run_fix(shell, entries["cli"])
    deploy(shell, tmp_path, fix(shell, entries["sam"], "sam"))
    for form, (name, job, _) in told.items():
        assert runs(house, job), form
        events.remove_targets(Rule=name, Ids=["job"])
        events.delete_rule(Name=name)


def test_a_schedule_whose_role_may_not_invoke(house, shell, tmp_path):
    job, role = house.function(), house.role(trusts=(SCHEDULER,))
    schedule = Schedule(house, job, role)
    entry = refusal(house, schedule.name)
    said = report(shell, entry)
    assert said["stage"] == "schedule" and f"in the role {role}" in said["notes"][0]
    assert "lambda:InvokeFunction" in json.loads(said["fix"]["statement"])["Action"]
    for form, mark in [("cfn", "AWS::IAM::Policy"), ("terraform", "aws_iam_role_policy")]:
        assert mark in fix(shell, entry, form)
    deploy(shell, tmp_path, fix(shell, entry, "sam"))
    schedule.again()
    assert runs(house, job)


def test_a_schedule_whose_role_does_not_trust_it(house, shell):
    job, role = house.function(), house.role(trusts=(SCHEDULER,))
    house.iam.put_role_policy(
        RoleName=role.rsplit("/", 1)[1],
        PolicyName="run",
        PolicyDocument=document("lambda:InvokeFunction", Resource=job),
    )
    house.iam.update_assume_role_policy(
        RoleName=role.rsplit("/", 1)[1], PolicyDocument=trust("ec2.amazonaws.com")
    )
    schedule = Schedule(house, job, role)
    entry = refusal(house, schedule.name)
    assert report(shell, entry)["nearest"]["compared"][0]["pattern"] == "Service ec2.amazonaws.com"
    run_fix(shell, entry)
    schedule.again()
    assert runs(house, job)


def test_a_scheduled_function_that_is_gone_is_told_without_a_fix(house, shell):
    job, role = house.function(), house.role(trusts=(SCHEDULER,), policy=document("lambda:*", Resource="*"))
    schedule = Schedule(house, job, role)
    house.lambda_.delete_function(FunctionName=job)
    said = report(shell, refusal(house, schedule.name))
    assert "not found" in said["because"] and "cli" not in {k for k, v in said["fix"].items() if v}
    assert said["needed"] == ["what is said above is mended: no policy stands in the way"]


def test_a_subscription_that_may_not_invoke(house, shell):
    group, job = f"/{unique('group')}", house.function()
    house.logs.create_log_group(logGroupName=group)
    house.logs.create_log_stream(logGroupName=group, logStreamName="s")
    subscribed = {"logGroupName": group, "filterName": "all", "filterPattern": "", "destinationArn": job}
    with pytest.raises(ClientError, match="Could not execute the lambda function") as refused:
        house.logs.put_subscription_filter(**subscribed)
    request = {"request_id": refused.value.response["ResponseMetadata"]["RequestId"]}
    said = report(shell, request)
    assert said["kind"] == "InvalidParameterException" and "logs.amazonaws.com" in said["because"]
    run_fix(shell, request)
    house.logs.put_subscription_filter(**subscribed)
    (granted,) = json.loads(house.lambda_.get_policy(FunctionName=job)["Policy"])["Statement"]
    house.lambda_.remove_permission(FunctionName=job, StatementId=granted["Sid"])

    def say(message):
        at = int(datetime.datetime.now().timestamp() * 1000)
        house.logs.put_log_events(
            logGroupName=group, logStreamName="s", logEvents=[{"timestamp": at, "message": message}]
        )

    say("one")
    entry = refusal(house, f"{group} all")
    assert report(shell, entry)["what"] == f"Log events were not delivered to the subscriber of {group} all"
    run_fix(shell, entry)
    say("two")
    assert runs(house, job)


def test_a_queue_that_the_role_may_not_read(house, shell):
    """Each refusal on the way from a role that may nothing to a message that is delivered."""
    queue, arn = a_queue(house)
    role = a_role(house)
    job = house.function(role=role)
    with pytest.raises(ClientError, match="does not have permissions to call ReceiveMessage") as refused:
        house.lambda_.create_event_source_mapping(FunctionName=job, EventSourceArn=arn)
    request = {"request_id": refused.value.response["ResponseMetadata"]["RequestId"]}
    said = report(shell, request)
    assert said["kind"] == "InvalidParameterValueException" and "sqs:ReceiveMessage" in said["because"]
    statements = json.loads(fix(shell, request, "json"))
    assert {one["Action"] for one in statements} == {f"sqs:{name}" for name in NEEDED}
    assert fix(shell, request, "terraform").count('resource "aws_iam_role_policy"') == len(NEEDED)
    run_fix(shell, request)
    mapping = house.lambda_.create_event_source_mapping(FunctionName=job, EventSourceArn=arn)["UUID"]
    name = role.rsplit("/", 1)[1]
    # The role loses what it needs, and then the trust of Lambda.
    for policy in house.iam.list_role_policies(RoleName=name)["PolicyNames"]:
        if "ReceiveMessage" in policy:
            house.iam.delete_role_policy(RoleName=name, PolicyName=policy)
    house.client("sqs").send_message(QueueUrl=queue, MessageBody="hello")
    run_fix(shell, refusal(house, "is not authorized to perform: sqs:ReceiveMessage"))
    assert runs(house, job)
    house.iam.update_assume_role_policy(RoleName=name, PolicyDocument=trust("ec2.amazonaws.com"))
    entry = refusal(house, "lambda.amazonaws.com can't assume")
    said = report(shell, entry)
    assert (said["stage"], said["method"], said["path"]) == ("event-source", "POLL", arn)
    assert "nothing is lost" in said["notes"][0]
    run_fix(shell, entry)
    assert "lambda.amazonaws.com" in json.dumps(
        house.iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]
    )
    house.lambda_.delete_event_source_mapping(UUID=mapping)


NEEDED = ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")


def test_a_destination_that_the_role_may_not_invoke(house, shell):
    receiver, role = house.function(), a_role(house)
    name = house.function(FAILS, role=role).rsplit(":", 1)[1]
    house.lambda_.put_function_event_invoke_config(
        FunctionName=name,
        MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": receiver}},
    )
    house.invoke(name, {}, InvocationType="Event")
    entry = refusal(house, "destination")
    said = report(shell, entry)
    assert (said["stage"], said["path"]) == ("destination", name)
    run_fix(shell, entry)
    house.invoke(name, {}, InvocationType="Event")
    assert runs(house, receiver)


def test_a_queue_as_destination_that_the_role_may_not_send_to(house, shell):
    _, arn = a_queue(house)
    name = house.function(FAILS, role=a_role(house)).rsplit(":", 1)[1]
    house.lambda_.put_function_event_invoke_config(
        FunctionName=name, MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": arn}}
    )
    house.invoke(name, {}, InvocationType="Event")
    entry = refusal(house, "is not authorized to perform: sqs:SendMessage")
    said = report(shell, entry)
    assert said["what"] == "The call of sqs:SendMessage was denied" and "execute-api" not in json.dumps(said)
    run_fix(shell, entry)
    house.invoke(name, {}, InvocationType="Event")
    sqs = house.client("sqs")
    url = sqs.get_queue_url(QueueName=arn.rsplit(":", 1)[1])["QueueUrl"]
    assert wait_until(lambda: sqs.receive_message(QueueUrl=url).get("Messages"), WITHIN)


def test_an_execution_role_that_lambda_may_not_become(house, shell):
    """Said to whoever calls directly, through an API, and in the background."""
    role = a_role(house)
    job, backend, later = (house.function(role=role) for _ in range(3))
    api = house.api(pets(proxy(backend)))
    house.grant(backend, house.arn_of(api, "prod/GET/pets"))
    name = role.rsplit("/", 1)[1]

    def break_trust():
        house.iam.update_assume_role_policy(RoleName=name, PolicyDocument=trust("ec2.amazonaws.com"))

    break_trust()
    with pytest.raises(ClientError, match="cannot be assumed by Lambda") as refused:
        house.invoke(job, {})
    request = {"request_id": refused.value.response["ResponseMetadata"]["RequestId"]}
    assert report(shell, request)["nearest"]["compared"][0]["pattern"] == "Service ec2.amazonaws.com"
    run_fix(shell, request)
    house.invoke(job, {})
    break_trust()
    answer = house.call(api)
    assert answer.status_code == 500
    entry = {"request_id": answer.headers["x-amzn-RequestId"]}
    said = report(shell, entry)
    assert f"own role, {role}, is there and trusts {LAMBDA}" in said["needed"][0]
    assert said["nearest"]["compared"][0]["pattern"] == "Service ec2.amazonaws.com"
    assert "import {" in said["fix"]["terraform"] and "AssumeRolePolicyDocument" in said["fix"]["sam"]
    run_fix(shell, entry)
    assert house.call(api).status_code == 200
    break_trust()
    house.invoke(later, {}, InvocationType="Event")
    entry = refusal(house, '"execution-role"')
    assert report(shell, entry)["what"] == f"The function {later.rsplit(':', 1)[1]} did not run"
    run_fix(shell, entry)
    assert runs(house, later)


def test_a_function_is_not_made_with_a_role_that_does_not_trust_lambda(house, shell):
    role = house.role(trusts=("ec2.amazonaws.com",), managed=(BASIC,))
    with pytest.raises(ClientError, match="cannot be assumed by Lambda") as refused:
        house.function(role=role)
    run_fix(shell, {"request_id": refused.value.response["ResponseMetadata"]["RequestId"]})
    assert house.function(role=role)


def test_a_logging_role_that_may_not_write(house, shell):
    role = house.role()
    patch = [{"op": "replace", "path": "/cloudwatchRoleArn", "value": role}]
    with pytest.raises(ClientError, match="does not have required permissions") as refused:
        house.apigateway.update_account(patchOperations=patch)
    request = {"request_id": refused.value.response["ResponseMetadata"]["RequestId"]}
    assert len(json.loads(fix(shell, request, "json"))) == 3
    run_fix(shell, request)
    assert house.apigateway.update_account(patchOperations=patch)["cloudwatchRoleArn"] == role


def custom(function):
    properties = {"ServiceToken": function, "ServiceTimeout": 20}
    return {"Resources": {"It": {"Type": "Custom::Thing", "Properties": properties}}}


ANSWERS = """
import json, urllib.request

def handler(event, context):
    body = json.dumps({
        "Status": "SUCCESS", "PhysicalResourceId": "it", "StackId": event["StackId"],
        "RequestId": event["RequestId"], "LogicalResourceId": event["LogicalResourceId"],
    }).encode()
    urllib.request.urlopen(urllib.request.Request(event["ResponseURL"], data=body, method="PUT"))
"""


def test_a_custom_resource_whose_function_the_deployer_may_not_invoke(house, shell):
    job = house.function(ANSWERS)
    member = house.user(document("cloudformation:*", Resource="*"))
    stacks, name = Stacks(member), unique("custom")
    assert stacks.create(name, custom(job)) == "ROLLBACK_COMPLETE"
    run_fix(shell, refusal(house, "is not authorized to perform: lambda:InvokeFunction on resource: " + job))
    assert stacks.delete(name) == "DELETE_COMPLETE"
    assert stacks.create(name, custom(job)) == "CREATE_COMPLETE", stacks.events(name)


def test_a_stack_whose_role_does_not_trust_cloudformation(house, shell):
    role = house.role(trusts=("ec2.amazonaws.com",), policy=document("logs:*", Resource="*"))
    stacks, name = Stacks(house), unique("stack")
    group = {"Resources": {"Group": {"Type": "AWS::Logs::LogGroup"}}}
    with pytest.raises(ClientError, match="is invalid or cannot be assumed") as refused:
        stacks.create(name, group, RoleARN=role)
    run_fix(shell, {"request_id": refused.value.response["ResponseMetadata"]["RequestId"]})
    assert stacks.create(name, group, RoleARN=role) == "CREATE_COMPLETE"


def test_a_stack_whose_deployer_lacks_a_right(house, shell):
    member = house.user(document("cloudformation:*", Resource="*"))
    stacks, name = Stacks(member), unique("lacking")
    # A name of its own: one that CloudFormation makes up is another in the next stack.
    group = {
        "Resources": {"Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": f"/{name}"}}}
    }
    for attempt in range(6):
        if stacks.create(name, group) == "CREATE_COMPLETE":
            return
        shell.pipe("portcullis why last --fix cli | sh -e")
        assert stacks.delete(name) == "DELETE_COMPLETE", attempt
    pytest.fail("the fixes of six refusals were not enough")


def test_what_is_only_reported_is_told_with_its_fix(fresh, tmp_path):
    server = fresh("--permissions", "report")
    house, shell = House(server), Shell(server, tmp_path)
    job = house.function()
    schedule = Schedule(house, job, house.role(trusts=(SCHEDULER,)))
    assert runs(house, job)
    said = json.loads(shell.portcullis("why", "last", "--format", "json"))
    assert (said["path"], said["refused"], said["status"]) == (schedule.name, True, 200)
    assert "put-role-policy" in said["fix"]["cli"]


def test_objects_that_may_not_be_deleted_are_told_of_behind_a_success(house, shell):
    s3, bucket = house.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    keys = [{"Key": "a"}, {"Key": "b"}]
    for key in keys:
        s3.put_object(Bucket=bucket, **key)
    member = house.user().client("s3")
    answer = member.delete_objects(Bucket=bucket, Delete={"Objects": keys})
    assert {one["Code"] for one in answer["Errors"]} == {"AccessDenied"}
    entry = refusal(house, '"path": "DeleteObjects"')
    assert len(json.loads(fix(shell, entry, "json"))) == 2
    run_fix(shell, entry)
    answer = member.delete_objects(Bucket=bucket, Delete={"Objects": keys})
    assert len(answer["Deleted"]) == 2


def test_lines_that_a_role_may_not_write_are_told_once(house, shell):
    """Nobody's request was refused: who means the last one does not mean this."""
    role = house.role(trusts=(LAMBDA,))
    job = house.function(role=role)
    with pytest.raises(ClientError):
        house.user().lambda_.list_functions()
    house.invoke(job, {})
    group = "/aws/lambda/" + job.rsplit(":", 1)[1]
    entry = refusal(house, f'"path": "{group}"')
    house.invoke(job, {})
    assert report(shell, {"request_id": "last"})["path"] == "ListFunctions"
    said = report(shell, entry)
    assert (
        said["what"] == f"Lines for the log group {group} were not written"
        and "told once" in said["notes"][0]
    )
    for _ in range(4):
        run_fix(shell, entry)
        house.invoke(job, {})
        if wait_until(lambda: has_run(house, job), 3):
            return
        entry = refusal(house, f'"path": "{group}"', after=entry["request_id"])
    pytest.fail("nothing was written")


# Parts of what is there already: the block that is printed is put where it says that it belongs.


def test_a_trust_policy_as_terraform_takes_the_role_over(house, shell, tmp_path):
    """Nothing of the role is changed but its trust policy."""
    backend, name = house.function(), unique("taken")
    house.iam.create_role(
        RoleName=name, Path="/services/", MaxSessionDuration=7200, Description="kept", Tags=[{"Key": "a", "Value": "b"}],
        AssumeRolePolicyDocument=trust("ec2.amazonaws.com"),
    )  # fmt: skip
    house.iam.put_role_policy(
        RoleName=name, PolicyName="run", PolicyDocument=document("lambda:InvokeFunction", Resource=backend)
    )
    before = house.iam.get_role(RoleName=name)["Role"]
    api = house.api(pets(proxy(backend, credentials=before["Arn"])))
    check_refused(house.call(api), CONFIGURATION)
    (tmp_path / "fix.tf").write_text(shell.portcullis("why", "last", "--fix", "terraform"))
    Terraform(tmp_path, shell).apply()
    assert house.call(api).status_code == 200
    after = house.iam.get_role(RoleName=name)["Role"]
    kept = ("Arn", "RoleId", "Path", "MaxSessionDuration", "Description", "Tags")
    assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
    assert house.iam.list_role_policies(RoleName=name)["PolicyNames"] == ["run"]
