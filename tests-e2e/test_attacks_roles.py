"""Ways around a permission: a role that is handed on, a function, an object or a parameter that another
service reads in somebody's name, a name that means another version."""

import json

import pytest
import requests
from botocore.exceptions import ClientError

from kit.functions import zipped
from kit.house import GATEWAY, document, trust, unique
from kit.stacks import Stacks
from kit.swagger import definition, method, mock, pets, proxy

ECHO = "def handler(event, context):\n    return {'ran': event}\n"
REFUSED = {"AccessDenied", "AccessDeniedException", "ValidationError", "InvalidParameterException"}


def refused(call, **given):
    with pytest.raises(ClientError) as caught:
        call(**given)
    error = caught.value.response["Error"]
    assert error["Code"] in REFUSED, error
    return error["Message"]


@pytest.fixture(scope="module")
def powerful(house):
    """A role that every service may be given, and that may do everything."""
    return house.role(
        trusts=(
            "lambda.amazonaws.com",
            GATEWAY,
            "cloudformation.amazonaws.com",
            "logs.amazonaws.com",
            "scheduler.amazonaws.com",
        ),
        policy=document("*", Resource="*"),
    )


@pytest.fixture(scope="module")
def climber(house):
    """May do what deployers do, but hand on no role."""
    actions = ["lambda:*", "apigateway:*", "cloudformation:*", "logs:*", "scheduler:*", "events:*"]
    return house.user(document(actions, Resource="*"))


@pytest.fixture(scope="module")
def function(house):
    return house.function(ECHO)


def stack_template(**resources):
    return json.dumps({"Resources": resources})


def test_no_operation_hands_on_a_role_without_pass_role(house, climber, powerful, function):
    told = refused(
        climber.lambda_.create_function,
        FunctionName=unique("stolen"),
        Runtime="python3.12",
        Handler="main.handler",
        Role=powerful,
        Code={"ZipFile": zipped(main__py=ECHO)},
    )
    assert "iam:PassRole" in told
    told = refused(climber.lambda_.update_function_configuration, FunctionName=function, Role=powerful)
    assert "iam:PassRole" in told
    api = climber.apigateway.create_rest_api(name="climb")["id"]
    root = climber.apigateway.get_resources(restApiId=api)["items"][0]["id"]
    place = {"restApiId": api, "resourceId": root, "httpMethod": "GET"}
    climber.apigateway.put_method(**place, authorizationType="NONE")
    integration = {
        **place,
        "type": "AWS_PROXY",
        "integrationHttpMethod": "POST",
        "uri": proxy(function)["uri"],
    }
    refused(climber.apigateway.put_integration, **integration, credentials=powerful)
    climber.apigateway.put_integration(**integration)
    patch = [{"op": "replace", "path": "/credentials", "value": powerful}]
    refused(climber.apigateway.update_integration, **place, patchOperations=patch)
    swagger = json.dumps(pets(proxy(function, credentials=powerful))).encode()
    refused(climber.apigateway.import_rest_api, body=swagger)
    refused(climber.apigateway.put_rest_api, restApiId=api, mode="overwrite", body=swagger)
    authorizer = {
        "restApiId": api,
        "name": "a",
        "type": "TOKEN",
        "authorizerUri": proxy(function)["uri"],
        "identitySource": "method.request.header.Authorization",
    }
    refused(climber.apigateway.create_authorizer, **authorizer, authorizerCredentials=powerful)
    made = climber.apigateway.create_authorizer(**authorizer)["id"]
    patch = [{"op": "replace", "path": "/authorizerCredentials", "value": powerful}]
    refused(climber.apigateway.update_authorizer, restApiId=api, authorizerId=made, patchOperations=patch)
    patch = [{"op": "replace", "path": "/cloudwatchRoleArn", "value": powerful}]
    refused(climber.apigateway.update_account, patchOperations=patch)


def test_a_stack_hands_on_no_role_either(house, climber, powerful):
    name = unique("stack")
    body = stack_template(Group={"Type": "AWS::Logs::LogGroup"})
    told = refused(
        climber.client("cloudformation").create_stack, StackName=name, TemplateBody=body, RoleARN=powerful
    )
    assert "iam:PassRole" in told
    function = {
        "Type": "AWS::Lambda::Function",
        "Properties": {
            "Runtime": "python3.12",
            "Handler": "index.handler",
            "Role": powerful,
            "Code": {"ZipFile": ECHO},
        },
    }
    status, reasons = outcome(climber, stack_template(Stolen=function))
    assert status == "ROLLBACK_COMPLETE" and "iam:PassRole" in reasons, reasons
    user = {
        "Type": "AWS::IAM::User",
        "Properties": {"ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"]},
    }
    status, reasons = outcome(climber, stack_template(Admin=user), Capabilities=["CAPABILITY_NAMED_IAM"])
    assert status == "ROLLBACK_COMPLETE" and "iam:CreateUser" in reasons, reasons


def outcome(house, template, **more):
    """How a stack ends, and what its events say."""
    cloudformation = house.client("cloudformation")
    name = unique("stack")
    try:
        cloudformation.create_stack(StackName=name, TemplateBody=template, **more)
    except ClientError as error:
        return "ROLLBACK_COMPLETE", error.response["Error"]["Message"]
    status = Stacks(house).settled(name)
    events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
    return status, " | ".join(event.get("ResourceStatusReason", "") for event in events)


def schedule(function, role):
    return {
        "Name": unique("schedule"),
        "ScheduleExpression": "rate(1 minute)",
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "Target": {"Arn": function, "RoleArn": role},
    }


def test_a_schedule_hands_on_no_role_either(house, climber, powerful, function):
    given = schedule(function, powerful)
    scheduler = climber.client("scheduler")
    assert "iam:PassRole" in refused(scheduler.create_schedule, **given)
    house.client("scheduler").create_schedule(**given)
    assert "iam:PassRole" in refused(scheduler.update_schedule, **given)


def test_nobody_hands_on_a_role_of_another_account(house, function):
    """IAM user guide, "Grant a user permissions to pass a role to an AWS service": only within an account."""
    foreign = "arn:aws:iam::222222222222:role/powerful"
    says = "Cross-account pass role is not allowed."
    given = schedule(function, foreign)
    assert says in refused(house.client("scheduler").create_schedule, **given)
    assert says in refused(house.client("scheduler").update_schedule, **given)
    stack = {"StackName": unique("foreign"), "TemplateBody": stack_template(), "RoleARN": foreign}
    assert says in refused(house.client("cloudformation").create_stack, **stack)
    made = {"FunctionName": unique("foreign"), "Runtime": "python3.12", "Handler": "main.handler"}
    code = {"ZipFile": zipped(main__py=ECHO)}
    assert says in refused(house.lambda_.create_function, **made, Code=code, Role=foreign)


def test_a_stack_runs_no_function_that_its_deployer_may_not_invoke(house, function):
    deployer = house.user(document("cloudformation:*", Resource="*"))
    custom = {"Type": "Custom::Thing", "Properties": {"ServiceToken": function}}
    status, reasons = outcome(deployer, stack_template(Thing=custom))
    assert status == "ROLLBACK_COMPLETE" and "lambda:InvokeFunction" in reasons, (status, reasons)


def test_a_stack_reads_no_parameter_that_its_deployer_may_not_read(house):
    house.client("ssm").put_parameter(Name="/hidden", Value="hidden-value", Type="String")
    deployer = house.user(document(["cloudformation:*", "logs:*"], Resource="*"))
    group = {
        "Type": "AWS::Logs::LogGroup",
        "Properties": {"LogGroupName": "{{resolve:ssm:/hidden}}"},
    }
    status, reasons = outcome(deployer, stack_template(Group=group))
    assert status == "ROLLBACK_COMPLETE" and "hidden-value" not in reasons, (status, reasons)
    typed = json.dumps(
        {
            "Parameters": {"P": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/hidden"}},
            "Resources": {
                "Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": {"Ref": "P"}}}
            },
        }
    )
    status, reasons = outcome(deployer, typed)
    assert status == "ROLLBACK_COMPLETE" and "hidden-value" not in reasons, (status, reasons)
    groups = house.logs.describe_log_groups()["logGroups"]
    assert "hidden-value" not in [group["logGroupName"] for group in groups]


def test_no_service_reads_an_object_that_the_caller_may_not_read(house):
    s3 = house.client("s3")
    bucket = unique("code").lower()
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="code.zip", Body=zipped(main__py="SECRET = 'hidden'"))
    s3.put_object(Bucket=bucket, Key="template", Body=stack_template(G={"Type": "AWS::Logs::LogGroup"}))
    allowed = ["lambda:*", "cloudformation:*", "logs:*", "apigateway:*", "iam:PassRole"]
    thief = house.user(document(allowed, Resource="*"))
    place = {"S3Bucket": bucket, "S3Key": "code.zip"}
    refused(
        thief.lambda_.create_function,
        FunctionName=unique("thief"),
        Runtime="python3.12",
        Handler="main.handler",
        Role=house.worker(),
        Code=place,
    )
    refused(thief.lambda_.publish_layer_version, LayerName=unique("layer"), Content=place)
    own = thief.function(ECHO, role=house.worker())
    refused(thief.lambda_.update_function_code, FunctionName=own, **place)
    url = f"https://{bucket}.s3.amazonaws.com/template"
    refused(thief.client("cloudformation").create_stack, StackName=unique("s"), TemplateURL=url)
    refused(thief.client("cloudformation").validate_template, TemplateURL=url)
    code = {
        "Type": "AWS::Lambda::LayerVersion",
        "Properties": {"Content": place},
    }
    status, reasons = outcome(thief, stack_template(Layer=code))
    assert status == "ROLLBACK_COMPLETE" and "s3:GetObject" in reasons, (status, reasons)


def test_a_permission_for_an_alias_is_for_no_other_name(house, function):
    lambda_ = house.lambda_
    lambda_.publish_version(FunctionName=function)
    for alias in ("prod", "dev"):
        lambda_.create_alias(FunctionName=function, Name=alias, FunctionVersion="1")
    name = function.rsplit(":", 1)[1]
    caller = house.user(document("lambda:InvokeFunction", Resource=f"{function}:prod"))
    invoke = caller.lambda_.invoke
    for given in (
        {"FunctionName": f"{name}:prod"},
        {"FunctionName": function, "Qualifier": "prod"},
        {"FunctionName": f"{function}:prod", "Qualifier": "prod"},
    ):
        assert invoke(**given)["StatusCode"] == 200
    for given in (
        {"FunctionName": name},
        {"FunctionName": function},
        {"FunctionName": name, "Qualifier": "$LATEST"},
        {"FunctionName": name, "Qualifier": "1"},
        {"FunctionName": name, "Qualifier": "dev"},
        {"FunctionName": f"{function}:dev"},
        {"FunctionName": f"{function}:prod", "Qualifier": "dev"},
        {"FunctionName": f"{function}:dev", "Qualifier": "prod"},
        {"FunctionName": f"000000000000:function:{name}:dev"},
    ):
        with pytest.raises(ClientError) as caught:
            invoke(**given)
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] in (400, 403), given


def test_a_layer_of_another_account_needs_its_permission(house):
    layer = house.lambda_.publish_layer_version(
        LayerName=unique("layer"), Content={"ZipFile": zipped(python__a__py="")}
    )["LayerVersionArn"]
    foreign = layer.replace("000000000000", "222222222222")
    refused(house.lambda_.update_function_configuration, FunctionName=house.function(ECHO), Layers=[foreign])
    stranger = house.user(document("lambda:*", NotResource="arn:aws:lambda:*:*:layer:*"))
    other = house.function(ECHO)
    refused(stranger.lambda_.update_function_configuration, FunctionName=other, Layers=[layer])


def test_a_subscription_runs_no_function_without_its_grant(house, function):
    house.logs.create_log_group(logGroupName="watched")
    given = {"logGroupName": "watched", "filterName": "f", "filterPattern": "", "destinationArn": function}
    refused(house.logs.put_subscription_filter, **given)
    house.grant(
        function,
        principal="logs.amazonaws.com",
        source="arn:aws:logs:us-east-1:000000000000:log-group:other:*",
    )
    refused(house.logs.put_subscription_filter, **given)
    house.grant(
        function,
        principal="logs.amazonaws.com",
        source="arn:aws:logs:us-east-1:000000000000:log-group:watched:*",
    )
    house.logs.put_subscription_filter(**given)


def test_the_address_of_a_functions_code_is_for_that_code(house):
    first, second = house.function(ECHO), house.function("SECRET = 1\n" + ECHO)
    place = house.lambda_.get_function(FunctionName=first)["Code"]["Location"]
    other = house.lambda_.get_function(FunctionName=second)["Code"]["Location"]
    assert requests.get(place, timeout=10).status_code == 200
    path, _, query = place.partition("?")
    other_path = other.partition("?")[0]
    for altered in (
        path,
        f"{other_path}?{query}" if other_path != path else path + "x",
        place[:-4] + ("0000" if place[-4:] != "0000" else "1111"),
        path + "/../" + other_path.rsplit("/", 1)[1] + "?" + query,
    ):
        assert requests.get(altered, timeout=10).status_code in (403, 404), altered


@pytest.mark.parametrize(
    "statement, opens",
    [
        ({"Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:execute-api:*:*:*/*/GET/pets"}}}, False),
        ({"Condition": {"ArnLike": {"aws:sourcearn": "arn:aws:execute-api:*:*:other/*"}}}, False),
        ({"Condition": {"StringEquals": {"aws:SourceAccount": "222222222222"}}}, False),
        ({"Condition": {"StringEqualsIfExists": {"aws:SourceAccount": "222222222222"}}}, True),
        ({"Condition": {"Null": {"aws:SourceArn": "true"}}}, True),
        ({"Condition": {"Null": {"AWS:sourcearn": "false"}}}, False),
        ({"Condition": {"Null": {"aws:PrincipalOrgID": "false"}}}, False),
        ({"Condition": {"ForAllValues:StringEquals": {"aws:PrincipalTag/x": "y"}}}, True),
        ({"Condition": {"ForAnyValue:StringEquals": {"aws:PrincipalTag/x": "y"}}}, False),
    ],
)
def test_the_conditions_of_a_trust_hold_for_the_gateway(house, statement, opens):
    """The gateway assumes a role without a source: a key that is not there opens nothing, but where the
    condition says so (IfExists, Null, ForAllValues)."""
    function = house.function()
    role = house.role(policy=document("lambda:InvokeFunction", Resource=function))
    house.iam.update_assume_role_policy(
        RoleName=role.rsplit("/", 1)[1], PolicyDocument=trust(GATEWAY, **statement)
    )
    api = house.api(pets(proxy(function, credentials=role)))
    assert (house.call(api).status_code == 200) == opens


def test_a_mock_stays_what_it_is(house):
    """The last of the file: the server is whole after all that."""
    api = house.api(definition({"/pets": {"get": method(mock())}}))
    assert house.call(api).status_code == 200
