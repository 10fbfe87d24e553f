"""CloudFormation: deployments that fail take everything back, in AWS's words; custom resources; and what a server
that is killed in the middle does when it comes again. The tests share a server."""

import json
import time

import pytest
from botocore.exceptions import ClientError, WaiterError

from kit.house import House, document, unique
from kit.server import wait_until
from kit.shell import Shell
from kit.stacks import Stacks, function, resources, role

ECHO = "def handler(event, context):\n    return event\n"
ANSWER = """
import cfnresponse

def handler(event, context):
    print(event["RequestType"], event["ResourceProperties"].get("Mode"))
    mode = event["ResourceProperties"].get("Mode")
    if mode == "silent":
        return
    if mode == "fail" and event["RequestType"] != "Delete":
        cfnresponse.send(event, context, cfnresponse.FAILED, {}, "physical", reason="on purpose")
        return
    cfnresponse.send(event, context, cfnresponse.SUCCESS, {"Said": event["RequestType"]},
                     "physical-" + (mode or "none"))
"""


@pytest.fixture(scope="module")
def stacks(house):
    return Stacks(house)


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


@pytest.fixture
def nothing_left(house):
    """What was there before is there after, and nothing else."""
    house.worker()

    def what_is_there():
        roles = [role["RoleName"] for role in house.iam.list_roles()["Roles"]]
        functions = [found["FunctionName"] for found in house.lambda_.list_functions()["Functions"]]
        return roles, functions

    before = what_is_there()
    yield
    assert what_is_there() == before


def custom(**properties):
    return {
        "Type": "Custom::Thing",
        "Properties": {"ServiceToken": {"Fn::GetAtt": ["Function", "Arn"]}, **properties},
    }


def with_custom(**properties):
    template = resources(Role=role(), Function=function(ANSWER, Timeout=20), Thing=custom(**properties))
    template["Outputs"] = {"Said": {"Value": {"Fn::GetAtt": ["Thing", "Said"]}}}
    return template


def test_the_cli_deploys_updates_and_removes(shell, stacks, nothing_left, tmp_path):
    template = resources(Role=role(), Function=function(ECHO))
    template["Parameters"] = {"Size": {"Type": "Number", "Default": "128"}}
    template["Resources"]["Function"]["Properties"]["MemorySize"] = {"Ref": "Size"}
    path = tmp_path / "template.json"
    path.write_text(json.dumps(template))
    deploy = [
        "cloudformation", "deploy", "--stack-name", "deployed", "--template-file", str(path),
        "--capabilities", "CAPABILITY_IAM",
    ]  # fmt: skip
    shell.pipe(f"aws {' '.join(deploy)} --tags team=blue")
    assert stacks.status("deployed") == "CREATE_COMPLETE"
    empty = shell.pipe(f"aws {' '.join(deploy)} --tags team=blue --no-fail-on-empty-changeset")
    assert "No changes to deploy" in empty
    # The CLI names change sets by the second.
    second = int(time.time())
    assert wait_until(lambda: int(time.time()) > second)
    shell.pipe(f"aws {' '.join(deploy)} --tags team=blue --parameter-overrides Size=256")
    assert stacks.status("deployed") == "UPDATE_COMPLETE"
    listed = shell.aws("cloudformation", "list-stack-resources", "--stack-name", "deployed")
    assert len(listed["StackResourceSummaries"]) == 2
    shell.aws("cloudformation", "delete-stack", "--stack-name", "deployed")
    shell.aws("cloudformation", "wait", "stack-delete-complete", "--stack-name", "deployed")


def test_boto3_waits_for_stacks(stacks, nothing_left):
    stacks.submit("waited", resources(Role=role()))
    stacks.client.get_waiter("stack_create_complete").wait(
        StackName="waited", WaiterConfig={"Delay": 1, "MaxAttempts": 60}
    )
    stacks.delete("waited")
    stacks.submit("failing", resources(Role=role(ManagedPolicyArns=["arn:aws:iam::aws:policy/None"])))
    with pytest.raises(WaiterError):
        stacks.client.get_waiter("stack_create_complete").wait(
            StackName="failing", WaiterConfig={"Delay": 1, "MaxAttempts": 60}
        )
    stacks.delete("failing")


def test_a_role_that_is_not_there_takes_the_stack_back(stacks, nothing_left):
    name = unique("stack")
    broken = function(ECHO, Role="arn:aws:iam::000000000000:role/none")
    assert stacks.create(name, resources(Role=role(), Function=broken)) == "ROLLBACK_COMPLETE"
    reason = stacks.reason(name, "Function")
    assert (
        'Resource handler returned message: "The role defined for the function cannot be assumed by Lambda.'
        in reason
    )
    assert "(Service: Lambda, Status Code: 400, Request ID: " in reason
    assert "HandlerErrorCode: InvalidRequest)" in reason


def test_who_may_not_pass_a_role_deploys_nothing(house, stacks, nothing_left):
    existing = house.worker()
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": ["cloudformation:*", "lambda:*", "logs:*"], "Resource": "*"}
        ],
    }
    member = house.user(json.dumps(policy))
    name = unique("stack")
    theirs = Stacks(member)
    assert theirs.create(name, resources(Function=function(ECHO, Role=existing))) == "ROLLBACK_COMPLETE"
    reason = stacks.reason(name, "Function")
    assert f"user/{member.name} is not authorized to perform: iam:PassRole on resource: {existing}" in reason
    assert "(Service: Lambda, Status Code: 403" in reason and "HandlerErrorCode: AccessDenied)" in reason
    stacks.delete(name)


def test_a_stack_acts_with_its_role(house, stacks, nothing_left):
    deployer = house.role(
        trusts=("cloudformation.amazonaws.com",),
        policy=document(["iam:*", "lambda:*"], Resource="*"),
        name="deployer",
    )
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": "cloudformation:*", "Resource": "*"},
            {"Effect": "Allow", "Action": "iam:PassRole", "Resource": deployer},
        ],
    }
    theirs = Stacks(house.user(json.dumps(policy)))
    name = unique("stack")
    template = resources(Role=role(), Function=function(ECHO))
    assert theirs.create(name, template, RoleARN=deployer) == "CREATE_COMPLETE"
    assert theirs.delete(name) == "DELETE_COMPLETE"
    assert theirs.create(name, template) == "ROLLBACK_COMPLETE"
    assert theirs.delete(name) == "DELETE_COMPLETE"
    house.iam.delete_role_policy(RoleName="deployer", PolicyName="inline")
    house.iam.delete_role(RoleName="deployer")


def test_a_type_that_is_not_served_makes_nothing(stacks, nothing_left):
    with pytest.raises(ClientError) as refused:
        stacks.submit(unique("stack"), resources(Role=role(), Fleet={"Type": "AWS::EC2::Fleet"}))
    error = refused.value.response["Error"]
    assert error["Code"] == "ValidationError"
    assert error["Message"] == "Template format error: Unrecognized resource types: [AWS::EC2::Fleet]"


def test_a_custom_resource_is_made_changed_and_deleted(house, stacks, nothing_left):
    name = unique("stack")
    assert stacks.create(name, with_custom(Mode="a", Count=3)) == "CREATE_COMPLETE", stacks.events(name)
    assert stacks.outputs(name) == {"Said": "Create"}
    shown = stacks.client.describe_stack_resource(StackName=name, LogicalResourceId="Thing")
    assert shown["StackResourceDetail"]["PhysicalResourceId"] == "physical-a"
    assert shown["StackResourceDetail"]["ResourceType"] == "Custom::Thing"
    assert stacks.update(name, with_custom(Mode="b")) == "UPDATE_COMPLETE"
    assert stacks.outputs(name) == {"Said": "Update"}
    physical = {
        event["PhysicalResourceId"]
        for event in stacks.events(name)
        if event["LogicalResourceId"] == "Thing" and event["ResourceStatus"] == "DELETE_COMPLETE"
    }
    assert physical == {"physical-a"}
    assert stacks.delete(name) == "DELETE_COMPLETE"


def test_a_custom_resource_that_fails_takes_the_stack_back(stacks, nothing_left):
    name = unique("stack")
    assert stacks.create(name, with_custom(Mode="fail")) == "ROLLBACK_COMPLETE"
    reason = stacks.reason(name, "Thing")
    assert reason.startswith(
        "Received response status [FAILED] from custom resource. Message returned: on purpose (RequestId: "
    )
    stacks.delete(name)


def test_a_custom_resource_that_says_nothing_is_given_up(stacks, nothing_left):
    name = unique("stack")
    silent = with_custom(Mode="silent", ServiceTimeout=1)
    # The function does not answer to the request to delete either.
    assert stacks.create(name, silent) == "ROLLBACK_FAILED"
    reason = stacks.reason(name, "Thing")
    assert reason.startswith("CloudFormation did not receive a response from your Custom Resource.")
    assert stacks.delete(name) == "DELETE_FAILED"
    stacks.client.delete_stack(StackName=name, RetainResources=["Thing"])
    assert stacks.settled(name) == "DELETE_COMPLETE"


def test_an_update_that_fails_leads_back(house, stacks, nothing_left):
    name = unique("stack")
    assert stacks.create(name, with_custom(Mode="a")) == "CREATE_COMPLETE"
    broken = with_custom(Mode="fail")
    broken["Resources"]["Function"]["Properties"]["MemorySize"] = 512
    assert stacks.update(name, broken) == "UPDATE_ROLLBACK_COMPLETE"
    functions = house.lambda_.list_functions()["Functions"]
    sizes = [found["MemorySize"] for found in functions if found["FunctionName"].startswith(name)]
    assert sizes == [128]
    assert stacks.delete(name) == "DELETE_COMPLETE"


SLOW = """
import time
import cfnresponse

def handler(event, context):
    time.sleep(float(event["ResourceProperties"]["Seconds"]))
    cfnresponse.send(event, context, cfnresponse.SUCCESS, {}, "slow")
"""


def slow(**more):
    thing = custom(Seconds="4" if "Bad" not in more else "0")
    template = resources(Role=role(), Function=function(SLOW, Timeout=30), Slow=thing, **more)
    after = template["Resources"]
    after["After"] = {**role(), "DependsOn": "Slow"}
    return template


def waits_in(stacks, name, logical):
    def is_waiting():
        found = stacks.client.list_stack_resources(StackName=name)["StackResourceSummaries"]
        return any(
            one["LogicalResourceId"] == logical and one["ResourceStatus"].endswith("_IN_PROGRESS")
            for one in found
        )

    assert wait_until(is_waiting), stacks.events(name)


def test_a_stack_goes_on_after_the_server_was_killed(fresh):
    server = fresh()
    stacks = Stacks(House(server))
    stacks.submit("killed", slow())
    waits_in(stacks, "killed", "Slow")
    server.kill()
    server.start()
    stacks = Stacks(House(server))
    assert stacks.settled("killed") == "CREATE_COMPLETE", stacks.events("killed")
    roles = House(server).iam.list_roles()["Roles"]
    assert len([found for found in roles if "-After-" in found["RoleName"]]) == 1
    assert stacks.delete("killed") == "DELETE_COMPLETE"
    assert House(server).iam.list_roles()["Roles"] == []
    assert House(server).lambda_.list_functions()["Functions"] == []


def test_a_stack_goes_back_after_the_server_was_killed(fresh):
    server = fresh()
    stacks = Stacks(House(server))
    template = slow()
    template["Resources"]["Last"] = {
        **role(ManagedPolicyArns=["arn:aws:iam::aws:policy/None"]),
        "DependsOn": "After",
    }
    stacks.submit("killed", template)
    waits_in(stacks, "killed", "Slow")
    server.kill()
    server.start()
    stacks = Stacks(House(server))
    assert stacks.settled("killed") == "ROLLBACK_COMPLETE", stacks.events("killed")
    assert House(server).iam.list_roles()["Roles"] == []
    assert House(server).lambda_.list_functions()["Functions"] == []


def test_many_resources_and_many_stacks_at_once(fresh):
    server = fresh()
    stacks = Stacks(House(server))
    large = resources(**{f"R{number}": role() for number in range(200)})
    for resource in large["Resources"].values():
        resource["Properties"] = {
            "AssumeRolePolicyDocument": resource["Properties"]["AssumeRolePolicyDocument"]
        }
    began = time.monotonic()
    assert stacks.create("large", large) == "CREATE_COMPLETE"
    print(f"200 resources in {time.monotonic() - began:.2f} s")
    for number in range(10):
        stacks.submit(f"one-{number}", resources(**{f"R{one}": role() for one in range(10)}))
    for number in range(10):
        assert stacks.settled(f"one-{number}") == "CREATE_COMPLETE"
    for number in range(10):
        stacks.client.delete_stack(StackName=f"one-{number}")
    assert stacks.delete("large") == "DELETE_COMPLETE"
    for number in range(10):
        assert stacks.settled(f"one-{number}") == "DELETE_COMPLETE"
    assert House(server).iam.list_roles()["Roles"] == []


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize(
    "template, part",
    [
        ("Resources:\n  A: {Type: AWS::IAM::Role, DependsOn: B}\n  B: {Type: AWS::IAM::Role, DependsOn: A}",
         "Circular dependency between resources: [A, B]"),
        (BOMB + "Resources: {A: {Type: AWS::IAM::Role, Properties: {X: *j}}}", "values"),
        ('{"Resources": ', "Template format error: JSON not well-formed."),
        ("Resources: [", "Template format error: YAML not well-formed."),
        ("x" * 60_000, "51200"),
        ("[" * 5_000, "Template format error"),
        ({"Resources": {"A": {"Type": "AWS::IAM::Role", "Properties": {"Description": "x"}}},
          "Outputs": {"O": {"Value": {"Fn::Join": ["", ["x"] * 10]}}},
          "Conditions": {"A": {"Condition": "B"}, "B": {"Condition": "A"}}}, "depends on itself"),
    ],
)  # fmt: skip
def test_templates_of_ill_will_make_nothing(stacks, nothing_left, template, part):
    began = time.monotonic()
    with pytest.raises(ClientError) as refused:
        stacks.submit(unique("stack"), template)
    error = refused.value.response["Error"]
    assert error["Code"] == "ValidationError" and part in error["Message"], error
    assert time.monotonic() - began < 5
