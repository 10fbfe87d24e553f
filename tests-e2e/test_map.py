"""`portcullis map`: the verdict is what the gate says when the call is made, with everything that limits a principal."""

import json

import pytest
from botocore.credentials import Credentials

from kit.house import House, document
from kit.http import CONFIGURATION, check_refused
from kit.shell import Shell
from kit.swagger import mock, pets, proxy

ACCOUNT = "000000000000"


def organization(statement):
    """The account in a unit with one service control policy."""
    content = {"Version": "2012-10-17", "Statement": [statement]}
    return {
        "Id": "o-exampleorg1",
        "ManagementAccountId": "999999999999",
        "Policies": [{"Id": "p-limited11", "Type": "SERVICE_CONTROL_POLICY", "Content": content}],
        "Root": {
            "Id": "r-ab12",
            "Policies": [],
            "Accounts": [
                {"Id": "999999999999", "Policies": []},
                {"Id": ACCOUNT, "Policies": ["p-limited11"]},
            ],
        },
    }


@pytest.fixture
def limited(fresh, tmp_path):
    """A server whose account may do everything but invoke functions of one name."""
    statement = {
        "Effect": "Deny",
        "Action": "lambda:InvokeFunction",
        "Resource": "arn:aws:lambda:*:*:function:closed",
    }
    anything = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    described = organization(statement)
    described["Policies"][0]["Content"]["Statement"].append(anything)
    file = tmp_path / "organization.json"
    file.write_text(json.dumps(described))
    server = fresh("--organization", str(file))
    return House(server), Shell(server, tmp_path)


def states(shell, *arguments, member):
    told = json.loads(shell.portcullis("map", *arguments, "--format", "json"))
    assert told["version"] == 1
    return {one["function"].rsplit(":", 1)[1]: one["state"] for one in told[member]}


def test_what_the_organization_forbids_is_not_called_granted(limited):
    house, shell = limited
    everything = document("lambda:InvokeFunction", Resource="*")
    role = house.role(policy=everything)
    closed, opened = house.function(name="closed"), house.function(name="opened")
    assert states(shell, "--what-can", role, member="what") == {"closed": "denied", "opened": "granted"}
    session = f"arn:aws:sts::{ACCOUNT}:assumed-role/{role.rsplit('/', 1)[1]}/somebody"
    assert states(shell, "--what-can", session, member="what")["closed"] == "denied"
    root = f"arn:aws:iam::{ACCOUNT}:root"
    assert states(shell, "--what-can", root, member="what") == {"closed": "denied", "opened": "granted"}
    assert "denied" in shell.portcullis("map", "--who-can", closed)
    for function, granted in ((closed, False), (opened, True)):
        api = house.api(pets(proxy(function, credentials=role)))
        answer = house.call(api)
        told = json.loads(shell.portcullis("map", "--format", "json"))["coverage"]["edges"]
        (edge,) = [one for one in told if api in one["api"] and one["stage"] == "prod"]
        if granted:
            assert answer.status_code == 200 and edge["state"] == "granted"
        else:
            check_refused(answer, CONFIGURATION)
            assert edge["state"] == "denied" and "p-limited11" in edge["why"]


def test_a_boundary_is_part_of_the_verdict(limited):
    house, shell = limited
    role = house.role(policy=document("lambda:InvokeFunction", Resource="*"))
    house.function(name="opened")
    house.iam.put_role_permissions_boundary(
        RoleName=role.rsplit("/", 1)[1], PermissionsBoundary="arn:aws:iam::aws:policy/ReadOnlyAccess"
    )
    assert states(shell, "--what-can", role, member="what") == {"opened": "missing"}


def test_somebody_who_is_not_there_is_named(limited):
    house, shell = limited
    house.api(pets(mock()))
    nobody = f"arn:aws:sts::{ACCOUNT}:assumed-role/nobody/session"
    assert f"there is no role or user {nobody}" in shell.portcullis("map", "--what-can", nobody, fails=True)


def test_a_session_of_before_a_restart_is_said_to_be_judged_as_its_role(fresh, tmp_path):
    """Until it calls: then it is a row of its own, with what its token says."""
    server = fresh()
    house, shell = House(server), Shell(server, tmp_path)
    function = house.function(name="pets")
    everything = document("lambda:*", Resource="*")
    role = house.role(trusts=("lambda.amazonaws.com",), policy=everything)
    name = role.rsplit("/", 1)[1]
    user = house.user(document("sts:AssumeRole", Resource=role))
    trusts = json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}],
        }
    )
    house.iam.update_assume_role_policy(RoleName=name, PolicyDocument=trusts)
    less = document("lambda:ListFunctions", Resource="*")
    given = user.sts.assume_role(RoleArn=role, RoleSessionName="one", Policy=less)["Credentials"]
    session = f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/one"
    assert states(shell, "--what-can", session, member="what") == {"pets": "missing"}
    server.stop()
    server.start()
    shell = Shell(server, tmp_path)
    told = json.loads(shell.portcullis("map", "--what-can", session, "--format", "json"))
    assert (told["asked"], told["principal"]) == (session, role)
    assert told["what"][0]["state"] == "granted" and told["sessionsSince"] > 0
    assert f"this is what its role {role} may" in shell.portcullis("map", "--what-can", session)
    said = shell.portcullis("map", "--who-can", function)
    assert session not in said and "any other counts as its role, and may differ from it" in said
    keys = Credentials(given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])
    House(server, keys).lambda_.list_functions()
    assert states(shell, "--what-can", session, member="what") == {"pets": "missing"}
    assert "this is what its role" not in shell.portcullis("map", "--what-can", session)
