"""Who is asking, and may they: keys, policies, sessions, and AWS's own errors when they may not.
The server is strict, as a user gets it."""

import datetime
import json

import botocore.auth
import pytest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from kit.house import House, document, unique
from kit.http import requests, signed
from kit.swagger import mock, pets

ACCOUNT = "000000000000"


def refused(call, code, message=None, status=None):
    """The error of a call: its code, its text when given, its HTTP status when given."""
    with pytest.raises(ClientError) as raised:
        call()
    response = raised.value.response
    assert response["Error"]["Code"] == code, response
    if message is not None:
        assert response["Error"]["Message"] == message
    if status is not None:
        assert response["ResponseMetadata"]["HTTPStatusCode"] == status
    return response


def denied(user, action, resource):
    return (
        f"User: arn:aws:iam::{ACCOUNT}:user/{user.name} is not authorized to perform: {action} on resource: {resource} "
        f"because no identity-based policy allows the {action} action"
    )


# Identities


def test_get_caller_identity_is_always_allowed(house):
    user = house.user()
    identity = user.sts.get_caller_identity()
    assert identity["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/{user.name}"
    assert identity["Account"] == ACCOUNT and identity["UserId"].startswith("AIDA")


def test_a_user_without_policies_may_nothing(house):
    user = house.user()
    role = f"arn:aws:iam::{ACCOUNT}:role/any"
    refused(lambda: user.iam.get_role(RoleName="any"), "AccessDenied", denied(user, "iam:GetRole", role), 403)
    function = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:any"
    refused(
        lambda: user.lambda_.get_function(FunctionName="any"),
        "AccessDeniedException",
        denied(user, "lambda:GetFunction", function),
        403,
    )
    apis = "arn:aws:apigateway:us-east-1::/restapis"
    refused(user.apigateway.get_rest_apis, "AccessDeniedException", denied(user, "apigateway:GET", apis), 403)


def test_an_attached_policy_allows_and_a_detached_one_no_longer(house):
    user = house.user()
    policy = house.iam.create_policy(
        PolicyName=unique("policy"), PolicyDocument=document("lambda:ListFunctions", Resource="*")
    )["Policy"]["Arn"]
    refused(user.lambda_.list_functions, "AccessDeniedException")
    house.iam.attach_user_policy(UserName=user.name, PolicyArn=policy)
    assert user.lambda_.list_functions()["Functions"] == []
    house.iam.detach_user_policy(UserName=user.name, PolicyArn=policy)
    refused(user.lambda_.list_functions, "AccessDeniedException")


def test_an_explicit_deny_beats_an_allow(house):
    user = house.user(document("*", Resource="*"))
    assert user.lambda_.list_functions()
    house.iam.put_user_policy(
        UserName=user.name, PolicyName="no", PolicyDocument=document("lambda:List*", "Deny", Resource="*")
    )
    response = refused(user.lambda_.list_functions, "AccessDeniedException", status=403)
    assert "with an explicit deny in an identity-based policy" in response["Error"]["Message"]


def test_the_control_plane_of_api_gateway_is_allowed_by_verb_and_path(house):
    api = house.api(pets(mock()))
    user = house.user(document("apigateway:GET", Resource=f"arn:aws:apigateway:us-east-1::/restapis/{api}*"))
    assert user.apigateway.get_rest_api(restApiId=api)["id"] == api
    refused(
        lambda: user.apigateway.delete_rest_api(restApiId=api),
        "AccessDeniedException",
        denied(user, "apigateway:DELETE", f"arn:aws:apigateway:us-east-1::/restapis/{api}"),
        403,
    )


def test_handing_over_a_role_needs_pass_role(house):
    role = house.worker()
    user = house.user(document("lambda:*", Resource="*"))
    response = refused(lambda: user.function(role=role), "AccessDeniedException", status=403)
    assert f"is not authorized to perform: iam:PassRole on resource: {role}" in response["Error"]["Message"]
    passing = document(
        "iam:PassRole",
        Resource=role,
        Condition={"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}},
    )
    house.iam.put_user_policy(UserName=user.name, PolicyName="pass", PolicyDocument=passing)
    assert user.function(role=role)


def test_a_direct_invocation_needs_invoke_function_on_what_is_invoked(house):
    function = house.function(Publish=True).removesuffix(":1")
    user = house.user(document("lambda:InvokeFunction", Resource=function))
    assert user.invoke(function, {})["StatusCode"] == 200
    qualified = refused(
        lambda: user.invoke(function + ":1", {}),
        "AccessDeniedException",
        denied(user, "lambda:InvokeFunction", function + ":1"),
        403,
    )
    assert qualified["ResponseMetadata"]["HTTPHeaders"]["x-amzn-errortype"].startswith(
        "AccessDeniedException"
    )
    stranger = house.user()
    refused(
        lambda: stranger.invoke(function, {}),
        "AccessDeniedException",
        denied(stranger, "lambda:InvokeFunction", function),
        403,
    )
    house.grant(function, principal=f"arn:aws:iam::{ACCOUNT}:user/{stranger.name}")
    assert stranger.invoke(function, {})["StatusCode"] == 200


# Keys


def test_an_inactive_key_and_a_deleted_key_are_nobodys(house):
    user = house.user()
    assert user.sts.get_caller_identity()
    house.iam.update_access_key(UserName=user.name, AccessKeyId=user.keys.access_key, Status="Inactive")
    refused(
        user.sts.get_caller_identity,
        "InvalidClientTokenId",
        "The security token included in the request is invalid.",
        403,
    )
    house.iam.update_access_key(UserName=user.name, AccessKeyId=user.keys.access_key, Status="Active")
    assert user.sts.get_caller_identity()
    house.iam.delete_access_key(UserName=user.name, AccessKeyId=user.keys.access_key)
    refused(user.sts.get_caller_identity, "InvalidClientTokenId", status=403)


def test_an_unknown_key(server, house):
    stranger = House(server, Credentials("AKIAUNKNOWNUNKNOWN00", "x" * 40))
    token = "The security token included in the request is invalid."
    refused(stranger.sts.get_caller_identity, "InvalidClientTokenId", token, 403)
    refused(stranger.iam.list_roles, "InvalidClientTokenId", token, 403)
    refused(stranger.lambda_.list_functions, "UnrecognizedClientException", token, 403)
    refused(stranger.apigateway.get_rest_apis, "UnrecognizedClientException", token, 403)


def test_a_wrong_secret(server, house):
    forger = House(server, Credentials(house.keys.access_key, "x" * 40))
    text = "The request signature we calculated does not match the signature you provided."
    for call, code in (
        (forger.sts.get_caller_identity, "SignatureDoesNotMatch"),
        (forger.lambda_.list_functions, "InvalidSignatureException"),
    ):
        assert refused(call, code, status=403)["Error"]["Message"].startswith(text)


def test_a_changed_body_breaks_the_signature(server, house):
    address = f"{server.endpoint}/"
    body = "Action=CreateUser&Version=2010-05-08&UserName=mallory"
    headers = signed(
        house.keys, "iam", "POST", address, {"Content-Type": "application/x-www-form-urlencoded"}, body
    )
    answer = requests.post(address, data=body.replace("mallory", "eve"), headers=headers, timeout=30)
    assert answer.status_code == 403 and "<Code>SignatureDoesNotMatch</Code>" in answer.text


@pytest.mark.parametrize("minutes", [-16, 16])
def test_a_clock_that_is_off(house, monkeypatch, minutes):
    then = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) + datetime.timedelta(
        minutes=minutes
    )
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda: then)
    response = refused(house.sts.get_caller_identity, "SignatureDoesNotMatch", status=403)
    assert response["Error"]["Message"].startswith(
        "Signature expired: " if minutes < 0 else "Signature not yet current: "
    )


def test_a_call_without_any_signature(server):
    body = {"Action": "ListRoles", "Version": "2010-05-08"}
    answer = requests.post(server.endpoint, data=body, headers={"Host": "iam.amazonaws.com"}, timeout=30)
    assert answer.status_code == 403 and "<Code>MissingAuthenticationToken</Code>" in answer.text


# Sessions


def lend(house, caller, policy=None, *, trusts=None, **more):
    """A role that `caller` may assume, and a house of its session."""
    name = unique("lent")
    principal = trusts or f"arn:aws:iam::{ACCOUNT}:user/{caller.name}"
    house.iam.create_role(
        RoleName=name, AssumeRolePolicyDocument=document("sts:AssumeRole", Principal={"AWS": principal})
    )
    if policy:
        house.iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=policy)
    lent = caller.sts.assume_role(
        RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{name}", RoleSessionName="visit", **more
    )
    keys = lent["Credentials"]
    session = House(
        house.server, Credentials(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
    )
    session.name, session.answer = name, lent
    return session


def test_a_session_has_its_roles_permissions(house):
    session = lend(house, house.user(), document("lambda:ListFunctions", Resource="*"))
    assert session.keys.access_key.startswith("ASIA")
    assert (
        session.sts.get_caller_identity()["Arn"]
        == f"arn:aws:sts::{ACCOUNT}:assumed-role/{session.name}/visit"
    )
    assert session.answer["AssumedRoleUser"]["AssumedRoleId"].endswith(":visit")
    assert session.lambda_.list_functions()
    refused(
        session.apigateway.get_rest_apis,
        "AccessDeniedException",
        f"User: arn:aws:sts::{ACCOUNT}:assumed-role/{session.name}/visit is not authorized to perform: apigateway:GET on resource: "
        "arn:aws:apigateway:us-east-1::/restapis because no identity-based policy allows the apigateway:GET action",
        403,
    )


def test_a_session_policy_narrows_and_never_widens(house):
    user = house.user()
    narrowed = lend(
        house, user, document("lambda:*", Resource="*"), Policy=document("lambda:GetFunction", Resource="*")
    )
    refused(narrowed.lambda_.list_functions, "AccessDeniedException")
    widened = lend(house, user, None, Policy=document("*", Resource="*"))
    refused(widened.lambda_.list_functions, "AccessDeniedException")


def test_a_role_is_not_for_whom_it_does_not_trust(house):
    user = house.user(document("sts:AssumeRole", Resource="*"))
    role = house.role()
    refused(
        lambda: user.sts.assume_role(RoleArn=role, RoleSessionName="visit"),
        "AccessDenied",
        f"User: arn:aws:iam::{ACCOUNT}:user/{user.name} is not authorized to perform: sts:AssumeRole on resource: {role}",
        403,
    )


def test_a_role_that_trusts_the_account_leaves_it_to_identity_policies(house):
    root = f"arn:aws:iam::{ACCOUNT}:root"
    with pytest.raises(ClientError):
        lend(house, house.user(), trusts=root)
    assert lend(house, house.user(document("sts:AssumeRole", Resource="*")), trusts=root)


def test_a_session_without_its_token_or_with_another_is_invalid(server, house):
    session = lend(house, house.user())
    for token in (None, "bm9uc2Vuc2U=", session.keys.token[:-8] + "AAAAAAAA"):
        broken = House(server, Credentials(session.keys.access_key, session.keys.secret_key, token))
        refused(
            broken.sts.get_caller_identity,
            "InvalidClientTokenId",
            "The security token included in the request is invalid.",
            403,
        )


def test_a_session_ends_when_it_was_asked_to(house):
    """900 s is the shortest; that an ended one is refused is a unit test of `identity`, which is
    given the time."""
    session = lend(house, house.user(), DurationSeconds=900)
    left = session.answer["Credentials"]["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
    assert datetime.timedelta(minutes=14) < left <= datetime.timedelta(minutes=15)


# What is stored


MALFORMED = [
    ("no JSON", "{", "MalformedPolicyDocument"),
    ("no statement", '{"Version": "2012-10-17"}', "MalformedPolicyDocument"),
    ("unknown version", document("*", Resource="*").replace("2012", "2020"), "MalformedPolicyDocument"),
    ("effect in lower case", document("*", "allow", Resource="*"), "MalformedPolicyDocument"),
    ("action without a service", document("GetRole", Resource="*"), "MalformedPolicyDocument"),
    ("no resource", document("iam:GetRole"), "MalformedPolicyDocument"),
    ("a principal", document("iam:GetRole", Resource="*", Principal="*"), "MalformedPolicyDocument"),
    (
        "an unknown operator",
        document("iam:GetRole", Resource="*", Condition={"SoundsLike": {"aws:username": "x"}}),
        "MalformedPolicyDocument",
    ),
]


@pytest.mark.parametrize("text, code", [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED])
def test_a_malformed_policy_is_refused(house, text, code):
    user = house.user()
    refused(
        lambda: house.iam.put_user_policy(UserName=user.name, PolicyName="p", PolicyDocument=text),
        code,
        status=400,
    )
    refused(
        lambda: house.iam.create_policy(PolicyName=unique("policy"), PolicyDocument=text), code, status=400
    )
    assert house.iam.list_user_policies(UserName=user.name)["PolicyNames"] == []


@pytest.mark.parametrize(
    "text",
    ["{", document("sts:AssumeRole"), document("sts:AssumeRole", Principal={"Service": "x"}, Resource="*")],
    ids=["no JSON", "no principal", "a resource"],
)
def test_a_malformed_trust_policy_is_refused(house, text):
    refused(
        lambda: house.iam.create_role(RoleName="malformed", AssumeRolePolicyDocument=text),
        "MalformedPolicyDocument",
        status=400,
    )
    refused(
        lambda: house.iam.get_role(RoleName="malformed"),
        "NoSuchEntity",
        "The role with name malformed cannot be found.",
        404,
    )


def test_a_taken_name_and_a_role_in_use(house):
    role = house.role().rpartition("/")[2]
    refused(
        lambda: house.role(name=role), "EntityAlreadyExists", f"Role with name {role} already exists.", 409
    )
    house.iam.put_role_policy(RoleName=role, PolicyName="p", PolicyDocument=document("*", Resource="*"))
    refused(
        lambda: house.iam.delete_role(RoleName=role),
        "DeleteConflict",
        "Cannot delete entity, must delete policies first.",
        409,
    )
    house.iam.delete_role_policy(RoleName=role, PolicyName="p")
    house.iam.delete_role(RoleName=role)
    refused(lambda: house.iam.get_role(RoleName=role), "NoSuchEntity", status=404)


# What is not served


ROLE = f"arn:aws:iam::{ACCOUNT}:role/any"
NOT_SERVED = [
    ("iam", lambda house: house.iam.enable_organizations_root_sessions(), "EnableOrganizationsRootSessions"),
    (
        "sts",
        lambda house: house.sts.assume_role_with_saml(RoleArn=ROLE, PrincipalArn=ROLE, SAMLAssertion="AAAA"),
        "AssumeRoleWithSAML",
    ),
    ("lambda", lambda house: house.lambda_.list_capacity_providers(), "ListCapacityProviders"),
    ("apigatewayv2", lambda house: house.client("apigatewayv2").get_apis(), "GetApis"),
    ("logs", lambda house: house.logs.list_anomalies(), "ListAnomalies"),
]


@pytest.mark.parametrize("call, name", [row[1:] for row in NOT_SERVED], ids=[row[0] for row in NOT_SERVED])
def test_an_operation_that_is_not_served_says_so(house, call, name):
    response = refused(lambda: call(house), "NotImplemented", status=501)
    assert name in response["Error"]["Message"]


@pytest.mark.parametrize("service", ["dynamodb", "states"])
def test_a_service_that_is_not_served_says_so(server, house, service):
    address = f"{server.endpoint}/"
    answer = requests.get(address, headers=signed(house.keys, service, "GET", address), timeout=30)
    assert answer.status_code == 501
    said = answer.headers.get("x-amzn-errortype", "") + answer.text
    assert "NotImplemented" in said and f"--upstream {service}=URL" in said
    assert answer.headers["content-type"] == "application/json"


# The command line


WRONG_LINES = [
    ("up", "--unknown"),
    ("up", "--auth", "sometimes"),
    ("up", "--permissions", "maybe"),
    ("up", "--isolation", "none"),
    ("up", "--account", "12"),
    ("up", "--listen", "nowhere"),
    ("up", "--ephemeral", "--data-dir", "x"),
    ("fly",),
]


@pytest.mark.parametrize("line", WRONG_LINES, ids=" ".join)
def test_what_the_command_line_does_not_know_is_an_error(server, line):
    done = server.command(*line, check=False)
    assert done.returncode == 2 and done.stderr and not done.stdout, done


@pytest.mark.parametrize(
    "name, value",
    [("PORTCULLIS_AUTH", "sometimes"), ("PORTCULLIS_PERMISSIONS", ""), ("PORTCULLIS_ISOLATION", "none")],
)
def test_what_a_variable_does_not_know_is_an_error(server, name, value):
    done = server.command("up", "--listen", "127.0.0.1:0", check=False, timeout=20, **{name: value})
    assert done.returncode == 2 and done.stderr, done


def test_a_taken_port_is_an_error_that_names_it(server, tmp_path):
    done = server.command(
        "up", "--listen", f"127.0.0.1:{server.port}", "--data-dir", str(tmp_path / "other"), check=False
    )
    assert done.returncode == 1 and str(server.port) in done.stderr


def test_a_taken_data_directory_is_an_error(server):
    done = server.command(
        "up", "--listen", "127.0.0.1:0", "--data-dir", str(server.data), check=False, timeout=20
    )
    assert done.returncode == 1 and str(server.data) in done.stderr, done


def test_secrets_are_for_the_owner_alone(server):
    assert server.data.stat().st_mode & 0o777 == 0o700
    for file in ("root-key.json", "session-seal", "ca-key.pem"):
        assert (server.data / file).stat().st_mode & 0o777 == 0o600, file


def test_health_tells_what_is_enforced(server):
    health = requests.get(f"{server.endpoint}/_portcullis/health", timeout=10).json()
    assert (health["auth"], health["permissions"]) == ("strict", "enforce")
    assert json.loads(requests.get(f"{server.endpoint}/_localstack/health", timeout=10).text)["services"]
