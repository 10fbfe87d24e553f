"""The fix that `why` prints, in each of its six forms, applied by the tool whose form it is: the refused call is
answered behind it, and nothing is granted that was not asked."""

import json

import pytest

from kit.clients import Terraform
from kit.house import document, unique
from kit.http import CONFIGURATION, call, check_refused
from kit.shell import Shell
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
