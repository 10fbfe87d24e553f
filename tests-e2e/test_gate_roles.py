"""The gate by a role, by the caller's own identity, and between accounts. Section 1 of the facts."""

import json

import pytest
from botocore.credentials import Credentials

from kit.house import GATEWAY, House, document, trust, unique
from kit.http import CONFIGURATION, NO_ROUTE, Refusal, check_ids, check_refused
from kit.swagger import CALLER, definition, method, pets, proxy

FLAGS = ("--auth", "open")
HERE, THERE = "111111111111", "222222222222"
DENIED_LOG = "Execution failed due to configuration error: Invalid permissions on Lambda function"
INVOKE = "lambda:InvokeFunction"


@pytest.fixture(scope="module")
def house(server):
    """The root of an account: in open mode a key of twelve digits names it."""
    return House(server, Credentials(HERE, "test"), HERE)


@pytest.fixture(scope="module")
def neighbour(server):
    return House(server, Credentials(THERE, "test"), THERE)


@pytest.fixture(scope="module")
def backend(house):
    return house.function()


def test_a_good_role_opens_without_a_resource_policy(house, backend):
    role = house.role(policy=document(INVOKE, Resource=backend))
    answer = house.call(house.api(pets(proxy(backend, credentials=role))))
    assert answer.status_code == 200, answer.text
    check_ids(answer)


def test_a_role_that_does_not_trust_the_gateway_is_not_assumed(house, backend):
    role = house.role(trusts=("lambda.amazonaws.com",), policy=document(INVOKE, Resource="*"))
    api = house.api(pets(proxy(backend, credentials=role)))
    check_refused(house.call(api), CONFIGURATION)
    check_not_assumed(house.press_test_button(api), role)


def test_a_role_that_does_not_exist_is_not_assumed(house, backend):
    role = f"arn:aws:iam::{HERE}:role/nobody"
    api = house.api(pets(proxy(backend, credentials=role)))
    check_refused(house.call(api), CONFIGURATION)
    check_not_assumed(house.press_test_button(api), role)


def test_a_grant_does_not_stand_in_for_a_role(house):
    """With a role it is the role that is asked: the service principal's grant is not looked at."""
    function = house.function()
    api = house.api(pets(proxy(function, credentials=f"arn:aws:iam::{HERE}:role/nobody")))
    house.grant(function, house.arn_of(api, "*"))
    check_refused(house.call(api), CONFIGURATION)


# (id, the role's policy with {arn} for the function, opens)
ROLE_POLICIES = [
    ("none", None, False),
    ("another function", document(INVOKE, Resource="{arn}-other"), False),
    ("another action", document("lambda:GetFunction", Resource="{arn}"), False),
    ("every function", document(INVOKE, Resource="*"), True),
    ("action by wildcard", document("lambda:*", Resource="{arn}"), True),
    (
        "denied",
        json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {"Effect": "Allow", "Action": INVOKE, "Resource": "*"},
                    {"Effect": "Deny", "Action": INVOKE, "Resource": "{arn}"},
                ],
            }
        ),
        False,
    ),
    (
        "condition on a SourceArn, which is not sent",
        document(
            INVOKE, Resource="{arn}", Condition={"ArnLike": {"aws:SourceArn": "arn:aws:execute-api:*:*:*"}}
        ),
        False,
    ),
    (
        "condition on a SourceArn that may be absent",
        document(
            INVOKE,
            Resource="{arn}",
            Condition={"ArnLikeIfExists": {"aws:SourceArn": "arn:aws:execute-api:*:*:*"}},
        ),
        True,
    ),
]


@pytest.mark.parametrize(
    "policy, opens", [row[1:] for row in ROLE_POLICIES], ids=[row[0] for row in ROLE_POLICIES]
)
def test_the_role_must_be_allowed_to_invoke(house, backend, policy, opens):
    role = house.role(policy=policy and policy.replace("{arn}", backend))
    api = house.api(pets(proxy(backend, credentials=role)))
    check_opens(house.call(api), opens)
    if not opens:
        log = house.press_test_button(api)["log"]
        assert DENIED_LOG in log and "Sending request to" in log


def test_a_role_for_the_unqualified_function_does_not_cover_its_alias(house):
    function = house.function(Publish=True).removesuffix(":1")
    house.lambda_.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    narrow = house.role(policy=document(INVOKE, Resource=function))
    exact = house.role(policy=document(INVOKE, Resource=function + ":live"))
    check_refused(house.call(house.api(pets(proxy(function + ":live", credentials=narrow)))), CONFIGURATION)
    check_opens(house.call(house.api(pets(proxy(function + ":live", credentials=exact)))), True)


def test_the_trust_can_be_repaired_while_running(house, backend):
    name = unique("role")
    role = house.role(name=name, trusts=("lambda.amazonaws.com",), policy=document(INVOKE, Resource=backend))
    api = house.api(pets(proxy(backend, credentials=role)))
    check_refused(house.call(api), CONFIGURATION)
    house.iam.update_assume_role_policy(RoleName=name, PolicyDocument=trust(GATEWAY))
    check_opens(house.call(api), True)


# Caller pass-through: the method is AWS_IAM, and the caller needs both permissions.
EXECUTE = {"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}
RUN = {"Effect": "Allow", "Action": INVOKE, "Resource": "*"}


def statements(*them):
    return json.dumps({"Version": "2012-10-17", "Statement": list(them)})


@pytest.fixture(scope="module")
def passing_through(house, backend):
    guarded = method(proxy(backend, credentials=CALLER), **{"x-amazon-apigateway-auth": {"type": "AWS_IAM"}})
    return house.api(definition({"/pets": {"get": guarded}}))


def test_the_caller_passes_through_with_both_permissions(house, passing_through):
    user = house.user(statements(EXECUTE, RUN))
    answer = house.call(passing_through, keys=user.keys)
    assert answer.status_code == 200, answer.text
    identity = json.loads(answer.text)["event"]["requestContext"]["identity"]
    assert identity["userArn"] == f"arn:aws:iam::{HERE}:user/{user.name}"


def test_the_caller_may_not_invoke_the_function(house, passing_through):
    user = house.user(statements(EXECUTE))
    check_refused(house.call(passing_through, keys=user.keys), CONFIGURATION)


def test_the_caller_may_not_invoke_the_api(house, passing_through):
    user = house.user(statements(RUN))
    arn = f"arn:aws:execute-api:us-east-1:********1111:{passing_through}/prod/GET/pets"
    message = (
        f"User: arn:aws:iam::{HERE}:user/{user.name} is not authorized to perform: execute-api:Invoke on resource: {arn} "
        "because no identity-based policy allows the execute-api:Invoke action"
    )
    refusal = Refusal(
        403, "AccessDeniedException", json.dumps({"Message": message}, separators=(",", ":")).encode()
    )
    check_refused(house.call(passing_through, keys=user.keys), refusal)


def test_a_session_passes_through_by_its_role(house, passing_through):
    role = house.role(policy=statements(EXECUTE, RUN))
    house.iam.update_assume_role_policy(
        RoleName=role.rpartition("/")[2],
        PolicyDocument=document("sts:AssumeRole", Principal={"AWS": f"arn:aws:iam::{HERE}:root"}),
    )
    lent = house.sts.assume_role(RoleArn=role, RoleSessionName="visit")["Credentials"]
    keys = Credentials(lent["AccessKeyId"], lent["SecretAccessKey"], lent["SessionToken"])
    check_opens(house.call(passing_through, keys=keys), True)


def test_an_unsigned_call_of_an_iam_method_is_refused(house, passing_through):
    check_refused(house.call(passing_through), NO_ROUTE)


def test_a_wrong_signature_is_refused(house, passing_through):
    user = house.user(statements(EXECUTE, RUN))
    forged = Credentials(user.keys.access_key, "x" * 40)
    answer = house.call(passing_through, keys=forged)
    assert (answer.status_code, answer.headers["x-amzn-errortype"]) == (403, "InvalidSignatureException")
    assert answer.json()["message"].startswith(
        "The request signature we calculated does not match the signature you provided."
    )


# Between accounts: the API is here, the function there.
@pytest.fixture
def foreign(neighbour):
    return neighbour.function()


def test_a_foreign_function_without_a_grant_stays_closed(house, foreign):
    check_refused(house.call(house.api(pets(proxy(foreign)))), CONFIGURATION)


def test_a_foreign_function_opens_by_its_owners_grant(house, neighbour, foreign):
    api = house.api(pets(proxy(foreign)))
    neighbour.grant(foreign, house.arn_of(api, "*/GET/pets"))
    check_opens(house.call(api), True)


def test_a_foreign_grant_for_the_owners_own_account_stays_closed(house, neighbour, foreign):
    api = house.api(pets(proxy(foreign)))
    neighbour.grant(foreign, neighbour.arn_of(api, "*/GET/pets"))
    check_refused(house.call(api), CONFIGURATION)


BOTH_SIDES = [
    ("role alone", True, False, False),
    ("owner alone", False, True, False),
    ("both", True, True, True),
]


@pytest.mark.parametrize(
    "allowed, granted, opens", [row[1:] for row in BOTH_SIDES], ids=[row[0] for row in BOTH_SIDES]
)
def test_a_role_and_a_foreign_function_need_both_sides(house, neighbour, foreign, allowed, granted, opens):
    role = house.role(policy=document(INVOKE, Resource=foreign) if allowed else None)
    if granted:
        neighbour.grant(foreign, principal=HERE)
    check_opens(house.call(house.api(pets(proxy(foreign, credentials=role)))), opens)


def check_opens(answer, opens):
    if opens:
        assert answer.status_code == 200, (answer.status_code, answer.text)
    else:
        check_refused(answer, CONFIGURATION)


def check_not_assumed(pressed, role):
    assert (pressed["status"], pressed["body"]) == (500, '{"message": "Internal server error"}')
    reason = f"API Gateway does not have permission to assume the provided role {role}"
    assert reason in pressed["log"]
    assert "Sending request to" not in pressed["log"]
