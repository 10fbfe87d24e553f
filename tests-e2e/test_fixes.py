"""The fix that `why` prints, in each of its six forms, applied by the tool whose form it is: the refused call is
answered behind it, and nothing is granted that was not asked."""

import json

import pytest
import yaml

from kit.clients import Terraform
from kit.house import document, trust, unique
from kit.http import CONFIGURATION, call, check_refused
from kit.shell import Shell
from kit.stacks import Stacks
from kit.swagger import definition, method, mock, pets, proxy


@pytest.fixture(scope="module")
def shell(server, tmp_path_factory):
    return Shell(server, tmp_path_factory.mktemp("shell"))


class Refusal:
    """A call that is refused: how it is made, and what must hold behind the fix."""

    def __init__(self, call, exact, user=None):
        self.call = call
        self.exact = exact
        self.user = user

    def fix(self, shell, form):
        assert self.call().status_code in (403, 500)
        return shell.portcullis("why", "last", "--fix", form)

    def check_ended(self):
        answer = self.call()
        assert answer.status_code == 200, answer.text
        self.exact()


def without_permission(house, shell):
    """The gateway may not invoke: a statement of the function's policy is missing."""
    backend = house.function()
    api = house.api(pets(proxy(backend)))

    def exact():
        statements = coverage(shell)["statements"]
        found = [one for one in statements if one["function"] == backend]
        assert [(one["worth"], one["reach"]) for one in found] == [("needed", "exact")], found

    return Refusal(lambda: house.call(api), exact)


def of_a_role(house, shell):
    """The role that the integration names may not invoke."""
    backend, other = house.function(), house.function()
    role = house.role()
    api = house.api(pets(proxy(backend, credentials=role)))

    def exact():
        may = states(shell, role)
        assert (may[name_of(backend)], may[name_of(other)]) == ("granted", "missing")

    return Refusal(lambda: house.call(api), exact)


def of_a_user(house, shell):
    """The caller of a signed method may not call it."""
    paths = {"/pets": {"get": method(mock(), security=[{"sigv4": []}])}, "/dogs": {}}
    paths["/dogs"]["get"] = paths["/pets"]["get"]
    signed = {
        "type": "apiKey",
        "name": "Authorization",
        "in": "header",
        "x-amazon-apigateway-authtype": "awsSigv4",
    }
    api = house.api(definition(paths, securityDefinitions={"sigv4": signed}))
    user = house.user()

    def exact():
        assert call(house.server, api, "/dogs", keys=user.keys).status_code == 403

    return Refusal(lambda: call(house.server, api, "/pets", keys=user.keys), exact, user.name)


KINDS = [without_permission, of_a_role, of_a_user]


def coverage(shell):
    return json.loads(shell.portcullis("map", "--format", "json"))["coverage"]


def states(shell, principal):
    told = json.loads(shell.portcullis("map", "--what-can", principal, "--format", "json"))
    return {name_of(one["function"]): one["state"] for one in told["what"]}


def name_of(arn):
    return arn.split(":")[6]


@pytest.mark.parametrize("kind", KINDS)
def test_a_fix_as_commands(house, shell, kind):
    refusal = kind(house, shell)
    refusal.fix(shell, "cli")
    shell.pipe("portcullis why last --fix cli | sh -e")
    refusal.check_ended()


@pytest.mark.parametrize("form", ["cfn", "sam"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_fix_as_a_template(house, shell, tmp_path, kind, form):
    refusal = kind(house, shell)
    template = tmp_path / "fix.yaml"
    template.write_text(refusal.fix(shell, form))
    consent = ("--capabilities", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND")
    deploy = ("cloudformation", "deploy", "--stack-name", unique("fix"), "--template-file", str(template))
    shell.pipe(" ".join(("aws", *deploy, *consent)))
    refusal.check_ended()


def test_a_fix_for_terraform(house, shell, tmp_path):
    """All kinds in one configuration: the provider takes long to start."""
    refusals = [kind(house, shell) for kind in KINDS]
    for number, refusal in enumerate(refusals):
        (tmp_path / f"fix-{number}.tf").write_text(refusal.fix(shell, "terraform"))
    Terraform(tmp_path, shell).apply()
    for refusal in refusals:
        refusal.check_ended()


def test_a_fix_as_the_statement_of_a_functions_policy(house, shell):
    refusal = without_permission(house, shell)
    statement = json.loads(refusal.fix(shell, "json"))
    house.lambda_.add_permission(
        FunctionName=statement["Resource"],
        StatementId=unique("pasted"),
        Action=statement["Action"],
        Principal=statement["Principal"]["Service"],
        SourceArn=statement["Condition"]["ArnLike"]["AWS:SourceArn"],
    )
    refusal.check_ended()


def test_a_fix_as_the_statement_of_a_users_policy(house, shell):
    refusal = of_a_user(house, shell)
    statement = json.loads(refusal.fix(shell, "json"))
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    house.iam.put_user_policy(UserName=refusal.user, PolicyName="pasted", PolicyDocument=policy)
    refusal.check_ended()


def test_a_fix_as_swagger_is_a_role_instead(house, shell):
    """What is printed is merged into the definition; the role that it names is made as it says."""
    backend = house.function()
    document_before = pets(proxy(backend))
    api = house.api(document_before)
    check_refused(house.call(api), CONFIGURATION)
    told = shell.portcullis("why", "last", "--fix", "swagger")
    (line,) = [line for line in told.splitlines() if "credentials:" in line]
    role = json.loads(line.split(":", 1)[1])
    assert role.startswith("arn:aws:iam::") and "trusts apigateway.amazonaws.com" in told
    house.role(policy=document("lambda:InvokeFunction", Resource=backend), name=role.rsplit("/", 1)[1])
    after = pets(proxy(backend, credentials=role))
    house.apigateway.put_rest_api(restApiId=api, mode="overwrite", body=json.dumps(after).encode())
    house.deploy(api)
    assert house.call(api).status_code == 200
    assert states(shell, role)[name_of(backend)] == "granted"


# Parts of what is there already: what is printed is put where it says that it belongs.


def fix_of_last(shell, form):
    return shell.portcullis("why", "last", "--fix", form)


def resource_of(printed, kind):
    """The properties of the one resource that was printed, and the lines that say where they belong."""
    (resource,) = yaml.safe_load(printed)["Resources"].values()
    assert resource["Type"] == kind
    return resource["Properties"], [line for line in printed.splitlines() if line.startswith("#")]


def with_role(name, backend, trusted):
    inline = {
        "PolicyName": "run",
        "PolicyDocument": json.loads(document("lambda:InvokeFunction", Resource=backend)),
    }
    role = {"RoleName": name, "AssumeRolePolicyDocument": json.loads(trusted), "Policies": [inline]}
    return {"Resources": {"Caller": {"Type": "AWS::IAM::Role", "Properties": role}}}


@pytest.mark.parametrize("form", ["cfn", "sam"])
def test_a_trust_policy_as_part_of_a_template(house, shell, form):
    backend, name, stacks = house.function(), unique("caller"), Stacks(house)
    template, stack = with_role(name, backend, trust("ec2.amazonaws.com")), unique("stack")
    assert stacks.create(stack, template) == "CREATE_COMPLETE", stacks.events(stack)
    role = house.iam.get_role(RoleName=name)["Role"]["Arn"]
    api = house.api(pets(proxy(backend, credentials=role)))
    check_refused(house.call(api), CONFIGURATION)
    printed, said = resource_of(fix_of_last(shell, form), "AWS::IAM::Role")
    assert f"belongs into the resource of the role {name}" in said[0] and printed["RoleName"] == name
    template["Resources"]["Caller"]["Properties"].update(printed)
    assert stacks.update(stack, template) == "UPDATE_COMPLETE", stacks.events(stack)
    assert house.call(api).status_code == 200


@pytest.mark.parametrize("form", ["cfn", "sam", "terraform"])
def test_a_role_that_is_not_there_is_made_whole(house, shell, tmp_path, form):
    """First the role, and then what it lacks: each block is applied as it is printed."""
    backend = house.function()
    role = f"arn:aws:iam::000000000000:role/{unique('new')}"
    api = house.api(pets(proxy(backend, credentials=role)))
    for number in range(2):
        check_refused(house.call(api), CONFIGURATION)
        printed = fix_of_last(shell, form)
        assert not printed.startswith("#")
        if form == "terraform":
            (tmp_path / f"fix-{number}.tf").write_text(printed)
            Terraform(tmp_path, shell).apply()
        else:
            assert Stacks(house).create(unique("fix"), printed) == "CREATE_COMPLETE"
    assert house.call(api).status_code == 200


SHUT = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "execute-api:Invoke",
            "Resource": "execute-api:/*/POST/*",
        }
    ],
}


def of_api(body, policy, deployment):
    """A stack with an API of this policy, deployed by a resource of this name."""
    rest_api = {"Name": "shut", "Body": body, "Policy": policy}
    deployed = {"RestApiId": {"Ref": "Api"}, "StageName": "prod"}
    return {
        "Resources": {
            "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": rest_api},
            deployment: {"Type": "AWS::ApiGateway::Deployment", "Properties": deployed},
        },
        "Outputs": {"Api": {"Value": {"Ref": "Api"}}},
    }


@pytest.mark.parametrize("form", ["cfn", "sam"])
def test_the_policy_of_an_api_as_part_of_a_template(house, shell, form):
    stacks, stack = Stacks(house), unique("shut")
    assert stacks.create(stack, of_api(pets(mock()), SHUT, "First")) == "CREATE_COMPLETE", stacks.events(
        stack
    )
    api = stacks.outputs(stack)["Api"]
    assert house.call(api).status_code == 403
    printed, said = resource_of(fix_of_last(shell, form), "AWS::ApiGateway::RestApi")
    assert f"of the API {api}" in said[0] and "a new AWS::ApiGateway::Deployment" in said[0]
    opened = of_api(pets(mock()), printed["Policy"], "Second")
    assert stacks.update(stack, opened) == "UPDATE_COMPLETE", stacks.events(stack)
    assert house.call(api).status_code == 200


def test_the_policy_of_an_api_as_part_of_its_document(house, shell):
    api = house.api(pets(mock(), **{"x-amazon-apigateway-policy": SHUT}))
    assert house.call(api).status_code == 403
    part = yaml.safe_load(fix_of_last(shell, "swagger"))
    assert list(part) == ["x-amazon-apigateway-policy"]
    document_of_part = {"swagger": "2.0", "info": {"title": "part"}, "paths": {}, **part}
    house.apigateway.put_rest_api(restApiId=api, mode="merge", body=json.dumps(document_of_part).encode())
    house.deploy(api)
    assert house.call(api).status_code == 200


def test_the_policy_of_an_api_for_terraform(house, shell, tmp_path):
    api = house.api(pets(mock(), **{"x-amazon-apigateway-policy": SHUT}))
    assert house.call(api).status_code == 403
    printed = fix_of_last(shell, "terraform")
    assert printed.startswith("# It holds once the API is deployed again.")
    (tmp_path / "fix.tf").write_text(printed)
    Terraform(tmp_path, shell).apply()
    house.deploy(api)
    assert house.call(api).status_code == 200
