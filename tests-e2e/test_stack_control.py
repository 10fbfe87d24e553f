"""CloudFormation: who steers a stack while it changes or after it failed: cancelled updates, rollbacks that are asked for or
continued, time-outs, tokens; and what a template may ask for beside plain resources. The tests share a server."""

import json

import pytest
from botocore.exceptions import ClientError

from kit.functions import zipped
from kit.house import House, unique
from kit.server import wait_until
from kit.stacks import Stacks, function, resources, role

ECHO = "def handler(event, context):\n    return event\n"
# Answers to every request, and fails at updates from or to what is stuck.
ANSWER = """
import cfnresponse

def handler(event, context):
    modes = [event.get(name, {}).get("Mode") for name in ("ResourceProperties", "OldResourceProperties")]
    stuck = event["RequestType"] == "Update" and "stuck" in modes
    outcome = cfnresponse.FAILED if stuck else cfnresponse.SUCCESS
    cfnresponse.send(event, context, outcome, {}, "physical", reason="stuck")
"""
HANDLE = {"Type": "AWS::CloudFormation::WaitConditionHandle"}
NO_SUCH_POLICY = ["arn:aws:iam::aws:policy/None"]


@pytest.fixture(scope="module")
def stacks(house):
    return Stacks(house)


@pytest.fixture
def nothing_left(house):
    """What was there before is there after, and nothing else."""
    house.worker()

    def what_is_there():
        roles = [found["RoleName"] for found in house.iam.list_roles()["Roles"]]
        functions = [found["FunctionName"] for found in house.lambda_.list_functions()["Functions"]]
        layers = house.lambda_.list_layers()["Layers"]
        groups = [found["logGroupName"] for found in house.logs.describe_log_groups()["logGroups"]]
        return roles, functions, layers, [group for group in groups if not group.startswith("/aws/lambda/")]

    before = what_is_there()
    yield
    assert what_is_there() == before


def group(**properties):
    return {"Type": "AWS::Logs::LogGroup", "Properties": properties}


def condition(seconds=120, depends=()):
    properties = {"Handle": {"Ref": "Handle"}, "Timeout": str(seconds)}
    made = {"Type": "AWS::CloudFormation::WaitCondition", "Properties": properties}
    return {**made, "DependsOn": list(depends)} if depends else made


def waits(stacks, name, logical):
    def is_waiting():
        found = stacks.client.list_stack_resources(StackName=name)["StackResourceSummaries"]
        return any(
            one["LogicalResourceId"] == logical and one["ResourceStatus"] == "CREATE_IN_PROGRESS"
            for one in found
        )

    assert wait_until(is_waiting), stacks.events(name)


def refused(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    error = error.value.response["Error"]
    assert error["Code"] == "ValidationError", error
    return error["Message"]


def retention(house, name):
    groups = house.logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    return [found["retentionInDays"] for found in groups]


def test_an_update_can_be_cancelled(house, stacks, nothing_left):
    name = unique("cancelled")
    assert stacks.create(name, resources(Group=group(RetentionInDays=7))) == "CREATE_COMPLETE"
    told = refused(stacks.client.cancel_update_stack, StackName=name)
    assert told == "CancelUpdateStack cannot be called from current stack status"
    waiting = resources(
        Group=group(RetentionInDays=14), Handle=HANDLE, Condition=condition(depends=["Group"])
    )
    stacks.client.update_stack(StackName=name, TemplateBody=json.dumps(waiting))
    waits(stacks, name, "Condition")
    assert retention(house, name) == [14]
    stacks.client.cancel_update_stack(StackName=name, ClientRequestToken="stop-it")
    assert stacks.settled(name) == "UPDATE_ROLLBACK_COMPLETE", stacks.events(name)
    assert retention(house, name) == [7]
    left = stacks.client.list_stack_resources(StackName=name)["StackResourceSummaries"]
    there = [one["LogicalResourceId"] for one in left if one["ResourceStatus"] != "DELETE_COMPLETE"]
    assert there == ["Group"]
    assert stacks.delete(name) == "DELETE_COMPLETE"


def stuck(mode, **more):
    thing = {
        "Type": "Custom::Thing",
        "Properties": {"ServiceToken": {"Fn::GetAtt": ["Function", "Arn"]}, "Mode": mode},
    }
    return resources(Role=role(), Function=function(ANSWER, Timeout=20), Thing=thing, **more)


def test_a_rollback_that_fails_can_be_continued(house, stacks, nothing_left):
    name = unique("stuck")
    assert stacks.create(name, stuck("a", Group=group(RetentionInDays=7))) == "CREATE_COMPLETE"
    more = {"StackName": name}
    told = refused(stacks.client.continue_update_rollback, **more)
    assert told.endswith("is in CREATE_COMPLETE state and can not continue update rollback.")
    assert stacks.update(name, stuck("stuck", Group=group(RetentionInDays=14))) == "UPDATE_ROLLBACK_FAILED"
    stack = stacks.client.describe_stacks(StackName=name)["Stacks"][0]
    assert "The following resource(s) failed to update: [Thing]." in stack["StackStatusReason"]
    # Nobody helped, so that it fails in the same way.
    stacks.client.continue_update_rollback(StackName=name)
    assert stacks.settled(name) == "UPDATE_ROLLBACK_FAILED"
    stacks.client.continue_update_rollback(StackName=name, ResourcesToSkip=["Thing"])
    assert stacks.settled(name) == "UPDATE_ROLLBACK_COMPLETE", stacks.events(name)
    assert retention(house, name) == [7]
    assert stacks.update(name, stuck("b", Group=group(RetentionInDays=30))) == "UPDATE_COMPLETE"
    assert stacks.delete(name) == "DELETE_COMPLETE"


def failing(**more):
    broken = {**role(ManagedPolicyArns=NO_SUCH_POLICY), "DependsOn": "Group"}
    return resources(Group=group(**more), Broken=broken)


def test_a_stack_that_failed_and_stayed_can_be_rolled_back(house, stacks, nothing_left):
    name = unique("stayed")
    assert stacks.create(name, failing(), DisableRollback=True) == "CREATE_FAILED"
    assert stacks.client.describe_stacks(StackName=name)["Stacks"][0]["DisableRollback"] is True
    assert len(house.logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"]) == 1
    answer = stacks.client.rollback_stack(StackName=name)
    assert answer["StackId"].split("/")[1] == name
    assert stacks.settled(name) == "ROLLBACK_COMPLETE", stacks.events(name)
    assert house.logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"] == []
    told = refused(stacks.client.rollback_stack, StackName=name)
    assert told.endswith("is in ROLLBACK_COMPLETE state and can not be rolled back.")
    stacks.delete(name)


def test_an_update_that_failed_and_stayed_goes_on_or_back(house, stacks, nothing_left):
    name = unique("halted")
    assert stacks.create(name, resources(Group=group(RetentionInDays=7))) == "CREATE_COMPLETE"
    assert stacks.update(name, failing(RetentionInDays=14), DisableRollback=True) == "UPDATE_FAILED"
    assert retention(house, name) == [14]
    stacks.client.rollback_stack(StackName=name)
    assert stacks.settled(name) == "UPDATE_ROLLBACK_COMPLETE", stacks.events(name)
    assert retention(house, name) == [7]
    # Or it goes on with a template that is mended.
    assert stacks.update(name, failing(RetentionInDays=30), DisableRollback=True) == "UPDATE_FAILED"
    mended = resources(Group=group(RetentionInDays=30), Broken={**role(), "DependsOn": "Group"})
    assert stacks.update(name, mended) == "UPDATE_COMPLETE", stacks.events(name)
    assert stacks.delete(name) == "DELETE_COMPLETE"


def test_a_failure_deletes_the_stack_or_nothing(house, stacks, nothing_left):
    name = unique("deleted")
    made = stacks.submit(name, failing(), OnFailure="DELETE")["StackId"]
    assert stacks.settled(name) == "DELETE_COMPLETE"
    (told,) = stacks.client.describe_stacks(StackName=made)["Stacks"]
    assert told["StackStatus"] == "DELETE_COMPLETE"
    assert "Broken" in [event["LogicalResourceId"] for event in stacks.events(made)]
    name = unique("left")
    assert stacks.create(name, failing(), OnFailure="DO_NOTHING") == "CREATE_FAILED"
    listed = stacks.client.list_stack_resources(StackName=name)["StackResourceSummaries"]
    states = {one["LogicalResourceId"]: one["ResourceStatus"] for one in listed}
    assert states == {"Group": "CREATE_COMPLETE", "Broken": "CREATE_FAILED"}
    assert stacks.delete(name) == "DELETE_COMPLETE"
    told = refused(
        stacks.submit,
        name=name,
        template=failing(),
        OnFailure="DELETE",
        DisableRollback=False,
    )
    assert told == "Either DisableRollback or OnFailure can be specified, not both"


def test_a_stack_that_takes_too_long_goes_back(stacks, nothing_left):
    name = unique("late")
    template = resources(Handle=HANDLE, Condition=condition(600))
    stacks.submit(name, template, TimeoutInMinutes=1)
    assert stacks.client.describe_stacks(StackName=name)["Stacks"][0]["TimeoutInMinutes"] == 1
    assert stacks.settled(name, within=100) == "ROLLBACK_COMPLETE"
    reasons = [event.get("ResourceStatusReason", "") for event in stacks.events(name)]
    assert any("Stack creation time exceeded the specified timeout" in reason for reason in reasons), reasons
    stacks.delete(name)


def test_a_request_with_a_token_is_done_once(stacks, nothing_left):
    name, token = unique("once"), "the-first"
    first = stacks.submit(name, resources(Group=group()), ClientRequestToken=token)
    again = stacks.submit(name, resources(Group=group()), ClientRequestToken=token)
    assert again["StackId"] == first["StackId"]
    assert stacks.settled(name) == "CREATE_COMPLETE"
    assert {event.get("ClientRequestToken") for event in stacks.events(name)} == {token}
    changed = resources(Group=group(RetentionInDays=7))
    assert stacks.update(name, changed, ClientRequestToken="the-second") == "UPDATE_COMPLETE"
    # Without the token it would be refused, since nothing changes.
    assert stacks.update(name, changed, ClientRequestToken="the-second") == "UPDATE_COMPLETE"
    assert refused(stacks.update, name=name, template=changed) == "No updates are to be performed."
    with pytest.raises(ClientError) as error:
        stacks.submit(name, resources(Group=group()))
    assert error.value.response["Error"]["Code"] == "AlreadyExistsException"
    stacks.client.delete_stack(StackName=name, ClientRequestToken="the-third")
    assert stacks.settled(name) == "DELETE_COMPLETE"


def test_a_loop_makes_resources(house, stacks, nothing_left):
    name = unique("loop")
    template = {
        "Transform": "AWS::LanguageExtensions",
        "Parameters": {"Days": {"Type": "CommaDelimitedList", "Default": "7,14"}},
        "Resources": {
            "Fn::ForEach::Groups": [
                "Day",
                {"Ref": "Days"},
                {
                    "Group${Day}": group(
                        LogGroupName={"Fn::Sub": "${AWS::StackName}/${Day}"},
                        RetentionInDays={"Ref": "Day"},
                    )
                },
            ],
            "Names": {
                "Type": "AWS::SSM::Parameter",
                "Properties": {
                    "Type": "String",
                    "Value": {"Fn::ToJsonString": {"Count": {"Fn::Length": {"Ref": "Days"}}}},
                },
            },
        },
        "Outputs": {
            "Fn::ForEach::Arns": [
                "Day",
                {"Ref": "Days"},
                {"Arn${Day}": {"Value": {"Fn::GetAtt": [{"Fn::Sub": "Group${Day}"}, "Arn"]}}},
            ],
            "Names": {"Value": {"Fn::GetAtt": ["Names", "Value"]}},
        },
    }
    assert stacks.create(name, template) == "CREATE_COMPLETE", stacks.events(name)
    assert sorted(retention(house, name)) == [7, 14]
    outputs = stacks.outputs(name)
    assert json.loads(outputs["Names"]) == {"Count": 2}
    assert outputs["Arn7"].endswith(f":log-group:{name}/7:*")
    parameters = [{"ParameterKey": "Days", "ParameterValue": "14,30,60"}]
    assert stacks.update(name, template, Parameters=parameters) == "UPDATE_COMPLETE", stacks.events(name)
    assert sorted(retention(house, name)) == [14, 30, 60]
    assert stacks.delete(name) == "DELETE_COMPLETE"


def test_layers_are_made_and_shared(house, stacks, nothing_left):
    name, s3 = unique("layered"), house.client("s3")
    s3.create_bucket(Bucket="layers")
    s3.put_object(Bucket="layers", Key="first.zip", Body=zipped(**{"python/greeting__py": "WORD = 'one'"}))
    s3.put_object(Bucket="layers", Key="second.zip", Body=zipped(**{"python/greeting__py": "WORD = 'two'"}))
    source = "import greeting\ndef handler(event, context):\n    return greeting.WORD\n"

    def template(key):
        layer = {
            "Type": "AWS::Lambda::LayerVersion",
            "Properties": {
                "Content": {"S3Bucket": "layers", "S3Key": key},
                "CompatibleRuntimes": ["python3.12"],
            },
        }
        shared = {
            "Type": "AWS::Lambda::LayerVersionPermission",
            "Properties": {
                "Action": "lambda:GetLayerVersion",
                "LayerVersionArn": {"Ref": "Layer"},
                "Principal": "*",
            },
        }
        made = resources(
            Role=role(), Function=function(source, Layers=[{"Ref": "Layer"}]), Layer=layer, Shared=shared
        )
        made["Outputs"] = {"Function": {"Value": {"Ref": "Function"}}, "Layer": {"Value": {"Ref": "Layer"}}}
        return made

    assert stacks.create(name, template("first.zip")) == "CREATE_COMPLETE", stacks.events(name)
    outputs = stacks.outputs(name)
    assert json.loads(house.invoke(outputs["Function"])["Body"]) == "one"
    layer, version = outputs["Layer"].rsplit(":", 1)
    policy = house.lambda_.get_layer_version_policy(LayerName=layer, VersionNumber=int(version))
    assert json.loads(policy["Policy"])["Statement"][0]["Action"] == "lambda:GetLayerVersion"
    assert stacks.update(name, template("second.zip")) == "UPDATE_COMPLETE", stacks.events(name)
    assert json.loads(house.invoke(outputs["Function"])["Body"]) == "two"
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)
    for key in ("first.zip", "second.zip"):
        s3.delete_object(Bucket="layers", Key=key)
    s3.delete_bucket(Bucket="layers")


def test_a_function_reads_a_queue_of_its_stack(emulator, fresh):
    house = House(fresh("--upstream", f"sqs={emulator.endpoint}"))
    stacks = Stacks(house)
    reads = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}],
    }
    source = "def handler(event, context):\n    print('read', event['Records'][0]['body'])\n"

    def template(size):
        mapping = {
            "Type": "AWS::Lambda::EventSourceMapping",
            "Properties": {
                "EventSourceArn": {"Fn::GetAtt": ["Queue", "Arn"]},
                "FunctionName": {"Ref": "Function"},
                "BatchSize": size,
            },
        }
        made = resources(
            Role=role(Policies=[{"PolicyName": "reads", "PolicyDocument": reads}]),
            Function=function(source),
            Queue={"Type": "AWS::SQS::Queue"},
            Mapping=mapping,
        )
        made["Outputs"] = {
            "Function": {"Value": {"Fn::GetAtt": ["Function", "Arn"]}},
            "Queue": {"Value": {"Ref": "Queue"}},
            "Mapping": {"Value": {"Ref": "Mapping"}},
        }
        return made

    assert stacks.create("queue", template(5)) == "CREATE_COMPLETE", stacks.events("queue")
    outputs = stacks.outputs("queue")
    emulator.client("sqs").send_message(QueueUrl=outputs["Queue"], MessageBody="hello")
    house.log(outputs["Function"], "read hello")
    assert stacks.update("queue", template(7)) == "UPDATE_COMPLETE", stacks.events("queue")
    mapping = house.lambda_.get_event_source_mapping(UUID=outputs["Mapping"])
    assert mapping["BatchSize"] == 7
    assert stacks.delete("queue") == "DELETE_COMPLETE", stacks.events("queue")
    assert house.lambda_.list_event_source_mappings()["EventSourceMappings"] == []
    assert "QueueUrls" not in emulator.client("sqs").list_queues()


def test_a_name_that_is_not_served_makes_nothing_wherever_it_stands(house, stacks, nothing_left):
    name = unique("nested")
    broken = function(ECHO, Environment={"Variables": {"A": "b"}, "Secrets": {}})
    template = resources(Role=role(), Function=broken, Stage={"Type": "AWS::Logs::LogGroup"})
    assert stacks.create(name, template) == "ROLLBACK_COMPLETE"
    told = (
        "Properties validation failed for resource Function with message:\n"
        "#/Environment: extraneous key [Secrets] is not permitted"
    )
    assert stacks.reason(name, "Function") == told
    assert {event["LogicalResourceId"] for event in stacks.events(name)} == {name, "Function"}
    stacks.delete(name)
    stacks.client.create_change_set(
        StackName=name,
        ChangeSetName="first",
        ChangeSetType="CREATE",
        TemplateBody=json.dumps(template),
        Capabilities=["CAPABILITY_IAM"],
    )
    shown = stacks.client.describe_change_set(StackName=name, ChangeSetName="first")
    assert (shown["Status"], shown["ExecutionStatus"]) == ("FAILED", "UNAVAILABLE")
    assert "[AWS::EarlyValidation::PropertyValidation]" in shown["StatusReason"]
    assert "Function: " in shown["StatusReason"] and "extraneous key [Secrets]" in shown["StatusReason"]
    assert stacks.delete(name) == "DELETE_COMPLETE"


def test_what_needs_other_services_is_refused_by_name(stacks, nothing_left):
    gradual = {
        "Transform": "AWS::Serverless-2016-10-31",
        "Resources": {
            "Backend": {
                "Type": "AWS::Serverless::Function",
                "Properties": {
                    "Runtime": "python3.12",
                    "Handler": "index.handler",
                    "InlineCode": ECHO,
                    "AutoPublishAlias": "live",
                    "DeploymentPreference": {"Type": "Canary10Percent5Minutes"},
                },
            }
        },
    }
    told = refused(stacks.submit, name=unique("gradual"), template=gradual)
    assert "UpdatePolicy CodeDeployLambdaAliasUpdate is not supported for resource BackendAliaslive" in told
    assert "DeploymentPreference" in told
    alarmed = {"RollbackTriggers": [{"Arn": "arn:aws:cloudwatch:us-east-1:1:alarm:a", "Type": "x"}]}
    told = refused(
        stacks.submit,
        name=unique("alarmed"),
        template=resources(Group=group()),
        RollbackConfiguration=alarmed,
    )
    assert told == "RollbackConfiguration.RollbackTriggers is not supported by Portcullis."
    waiting = {**group(), "CreationPolicy": {"ResourceSignal": {"Count": 1}}}
    told = refused(stacks.submit, name=unique("waiting"), template=resources(Group=waiting))
    assert told.startswith("CreationPolicy is not supported for resource Group")


def signalled(seconds):
    policy = {"ResourceSignal": {"Count": 2, "Timeout": f"PT{seconds}S"}}
    return resources(
        Group=group(), Done={"Type": "AWS::CloudFormation::WaitCondition", "CreationPolicy": policy}
    )


def test_a_resource_waits_for_signals(stacks, nothing_left):
    name = unique("signalled")
    stacks.submit(name, signalled(60))
    waits(stacks, name, "Done")
    signal = {"StackName": name, "LogicalResourceId": "Done", "Status": "SUCCESS"}
    assert wait_until(lambda: sent(stacks, **signal, UniqueId="first"))
    stacks.client.signal_resource(**signal, UniqueId="first")
    assert stacks.status(name) == "CREATE_IN_PROGRESS"
    stacks.client.signal_resource(**signal, UniqueId="second")
    assert stacks.settled(name) == "CREATE_COMPLETE", stacks.events(name)
    told = refused(stacks.client.signal_resource, **signal, UniqueId="third")
    assert told.endswith("is in CREATE_COMPLETE state and cannot be signaled")
    assert stacks.delete(name) == "DELETE_COMPLETE"


def sent(stacks, **signal):
    """Whether the resource took the signal: it is asked a moment after its step began."""
    try:
        stacks.client.signal_resource(**signal)
    except ClientError:
        return False
    return True


def test_a_signal_of_failure_or_none_takes_the_stack_back(stacks, nothing_left):
    name = unique("failed")
    stacks.submit(name, signalled(60))
    waits(stacks, name, "Done")
    signal = {"StackName": name, "LogicalResourceId": "Done", "Status": "FAILURE", "UniqueId": "a"}
    assert wait_until(lambda: sent(stacks, **signal))
    assert stacks.settled(name) == "ROLLBACK_COMPLETE"
    assert stacks.reason(name, "Done").startswith("Received 1 FAILURE signal(s) out of 2.")
    stacks.delete(name)
    assert stacks.create(name, signalled(1)) == "ROLLBACK_COMPLETE"
    told = "Failed to receive 2 resource signal(s) within the specified duration"
    assert stacks.reason(name, "Done") == told
    stacks.delete(name)


def marks(tags):
    pairs = tags.items() if isinstance(tags, dict) else ((tag["Key"], tag["Value"]) for tag in tags)
    return {key.removeprefix("aws:cloudformation:"): value for key, value in pairs if key.startswith("aws:")}


def test_resources_tell_which_stack_they_belong_to(house, stacks, nothing_left):
    name = unique("marked")
    template = resources(
        Role=role(Tags=[{"Key": "team", "Value": "blue"}]),
        Function=function(ECHO),
        Group=group(),
        Api={"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "marked"}},
        Bucket={"Type": "AWS::S3::Bucket"},
        Text={"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "v"}},
    )
    ids = ("Role", "Function", "Group", "Api", "Bucket", "Text")
    template["Outputs"] = {one: {"Value": {"Ref": one}} for one in ids}
    assert stacks.create(name, template) == "CREATE_COMPLETE", stacks.events(name)
    outputs = stacks.outputs(name)
    stack = stacks.client.describe_stacks(StackName=name)["Stacks"][0]["StackId"]
    s3, ssm = house.client("s3"), house.client("ssm")
    api = f"arn:aws:apigateway:us-east-1::/restapis/{outputs['Api']}"
    function_arn = house.lambda_.get_function(FunctionName=outputs["Function"])["Configuration"][
        "FunctionArn"
    ]

    def all_tags():
        group_arn = f"arn:aws:logs:us-east-1:{house.account}:log-group:{outputs['Group']}"
        parameter = {"ResourceType": "Parameter", "ResourceId": outputs["Text"]}
        return {
            "Role": house.iam.get_role(RoleName=outputs["Role"])["Role"]["Tags"],
            "Function": house.lambda_.list_tags(Resource=function_arn)["Tags"],
            "Group": house.logs.list_tags_for_resource(resourceArn=group_arn)["tags"],
            "Api": house.apigateway.get_tags(resourceArn=api)["tags"],
            "Bucket": s3.get_bucket_tagging(Bucket=outputs["Bucket"])["TagSet"],
            "Text": ssm.list_tags_for_resource(**parameter)["TagList"],
        }

    def expected(logical):
        return {"logical-id": logical, "stack-id": stack, "stack-name": name}

    assert {logical: marks(tags) for logical, tags in all_tags().items()} == {
        logical: expected(logical) for logical in ids
    }
    # Nobody takes, makes or changes them.
    mark = "aws:cloudformation:stack-name"
    for call, arguments in [
        (house.lambda_.untag_resource, {"Resource": function_arn, "TagKeys": [mark]}),
        (house.lambda_.tag_resource, {"Resource": function_arn, "Tags": {mark: "x"}}),
        (house.iam.untag_role, {"RoleName": outputs["Role"], "TagKeys": [mark]}),
        (house.apigateway.untag_resource, {"resourceArn": api, "tagKeys": [mark]}),
        (house.apigateway.tag_resource, {"resourceArn": api, "tags": {mark: "x"}}),
    ]:
        with pytest.raises(ClientError):
            call(**arguments)
    # A client's own tags come and go beside them.
    house.lambda_.tag_resource(Resource=function_arn, Tags={"mine": "1"})
    house.apigateway.tag_resource(resourceArn=api, tags={"mine": "1"})
    mine = [{"Key": "mine", "Value": "1"}]
    s3.put_bucket_tagging(Bucket=outputs["Bucket"], Tagging={"TagSet": mine})
    template["Resources"]["Role"]["Properties"]["Tags"] = [{"Key": "team", "Value": "red"}]
    assert stacks.update(name, template) == "UPDATE_COMPLETE"
    assert marks(all_tags()["Role"]) == expected("Role")
    assert marks(all_tags()["Bucket"]) == expected("Bucket")
    s3.delete_bucket_tagging(Bucket=outputs["Bucket"])
    assert marks(all_tags()["Bucket"]) == expected("Bucket")
    assert stacks.delete(name) == "DELETE_COMPLETE", stacks.events(name)
