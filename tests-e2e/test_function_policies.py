"""Resource policies of functions that are written whole: what they let in and keep out, beside the callers' own
policies and AddPermission's statements."""

import json

import pytest
from botocore.exceptions import ClientError

from kit.house import document

INVOKE = "lambda:InvokeFunction"


def arn_of_user(house, user):
    return f"arn:aws:iam::{house.account}:user/{user.name}"


def put(house, arn, *statements):
    policy = {"Version": "2012-10-17", "Statement": list(statements)}
    return house.lambda_.put_resource_policy(ResourceArn=arn, Policy=json.dumps(policy))


def statement(effect, user, resource, **more):
    return {"Effect": effect, "Principal": {"AWS": user}, "Action": INVOKE, "Resource": resource, **more}


def may(user, function, qualifier=None):
    more = {"Qualifier": qualifier} if qualifier else {}
    try:
        user.invoke(function, {}, **more)
    except user.lambda_.exceptions.ClientError as refused:
        if refused.response["Error"]["Code"] != "AccessDeniedException":
            raise
        return False
    return True


def test_a_policy_lets_in_whom_it_names(house):
    function, user, other = house.function(), house.user(), house.user()
    assert not may(user, function)
    put(house, function, statement("Allow", arn_of_user(house, user), function))
    assert may(user, function) and not may(other, function)
    house.lambda_.delete_resource_policy(ResourceArn=function)
    assert not may(user, function)
    with pytest.raises(house.lambda_.exceptions.ResourceNotFoundException):
        house.lambda_.get_resource_policy(ResourceArn=function)


def test_a_deny_wins_over_the_callers_own_policy(house):
    function = house.function()
    user = house.user(document(INVOKE, Resource="*"))
    assert may(user, function)
    put(house, function, statement("Deny", arn_of_user(house, user), function))
    assert not may(user, function)


def test_a_condition_of_any_key_is_asked(house):
    function, user = house.function(), house.user()
    here = {"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}}
    elsewhere = {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}
    put(house, function, statement("Allow", arn_of_user(house, user), function, Condition=elsewhere))
    assert not may(user, function)
    put(house, function, statement("Allow", arn_of_user(house, user), function, Condition=here))
    assert may(user, function)


def test_a_wildcard_reaches_versions_and_aliases(house):
    function = house.function(Publish=True)
    house.lambda_.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    user = house.user()
    put(house, function, statement("Allow", arn_of_user(house, user), function))
    assert may(user, function) and not may(user, function, "1") and not may(user, function, "live")
    put(house, function, statement("Allow", arn_of_user(house, user), f"{function}:*"))
    assert may(user, function, "1") and may(user, function, "live") and not may(user, function)
    # What comes to the policy takes nothing away from it.
    house.grant(function)
    assert may(user, function, "1")
    put(house, f"{function}:live", statement("Deny", arn_of_user(house, user), f"{function}:live"))
    assert may(user, function, "1") and not may(user, function, "live")


def test_api_gateway_is_let_in_as_by_add_permission(house):
    function = house.function()
    api = house.apigateway.create_rest_api(name="pets")["id"]
    root = house.apigateway.get_resources(restApiId=api)["items"][0]["id"]
    house.apigateway.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    house.apigateway.put_integration(
        restApiId=api,
        resourceId=root,
        httpMethod="GET",
        type="AWS_PROXY",
        integrationHttpMethod="POST",
        uri=f"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function}/invocations",
    )
    house.deploy(api)
    assert house.call(api, "/").status_code == 500
    service = {"Service": "apigateway.amazonaws.com"}
    source = {"ArnLike": {"AWS:SourceArn": house.arn_of(api, "*/GET/")}}
    allows = {"Sid": "api", "Effect": "Allow", "Principal": service, "Action": INVOKE, "Resource": function}
    put(house, function, {**allows, "Condition": source})
    assert house.call(api, "/").status_code == 200
    house.lambda_.remove_permission(FunctionName=function, StatementId="api")
    assert house.call(api, "/").status_code == 500


def test_who_writes_a_policy_needs_a_right_for_each_principal(house):
    function = house.function()
    only = {"StringEquals": {"lambda:Principal": "apigateway.amazonaws.com"}}
    user = house.user(document("lambda:PutResourcePolicy", Resource="*", Condition=only))
    service = {"Service": "apigateway.amazonaws.com"}
    one = {"Effect": "Allow", "Principal": service, "Action": INVOKE, "Resource": function}
    put(user, function, one)
    with pytest.raises(ClientError, match="lambda:PutResourcePolicy"):
        put(user, function, one, {**one, "Principal": "*"})
