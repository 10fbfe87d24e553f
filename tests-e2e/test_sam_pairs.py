"""SAM's own test templates, and what its translator makes of them, as sound input: what SAM generates must be clean.

They are not part of this repository: `SAM_CHECKOUT` names a checkout of aws/serverless-application-model, and without
it these tests are skipped. Some of its templates do lack a permission, name an API by its logical id or call in a role
that trusts somebody else; that such a finding is true is seen in SAM's own output, without our engine.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from kit.server import binary, clean_environment

CHECKOUT = os.environ.get("SAM_CHECKOUT")
SAM = "AWS::Serverless-2016-10-31"
# Findings about calls and permissions. What SAM's templates refer to is often not in them: PC027 is not of these.
JUDGED = re.compile(r"PC0(0[1-9]|1[0-9]|28|29)$")

needs_checkout = pytest.mark.skipif(not CHECKOUT, reason="SAM_CHECKOUT names a checkout of SAM's repository")


def templates(folder, pattern):
    found = (Path(CHECKOUT or "/nowhere") / "tests/translator" / folder).glob(pattern)
    return sorted(path for path in found if not path.name.startswith("error_"))


def checked(text, tmp_path):
    done = subprocess.run(
        [binary(), "check", "-", "--format", "json"],
        env=clean_environment(tmp_path),
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode in (0, 1, 3), done.stderr
    return json.loads(done.stdout)


def judged(told):
    found = [one for one in told["findings"] if one["severity"] != "note"]
    return [one for one in found if JUDGED.match(one["rule"])]


def resources(output, kind):
    every = output["Resources"].items()
    return {name: one.get("Properties", {}) for name, one in every if one.get("Type") == kind}


def is_true(finding, output):
    """Whether SAM's output bears a finding out."""
    permissions = resources(output, "AWS::Lambda::Permission")
    message = finding["message"]
    match finding["rule"]:
        case "PC001" | "PC009":
            api, function = re.search(r"of (\w+) may not invoke (\w+)", message).groups()
            granted = [one for one in permissions.values() if function in json.dumps(one["FunctionName"])]
            sources = [json.dumps(one.get("SourceArn")) for one in granted]
            verb = message.split(" ")[0]
            return not any(api in one and (f"/{verb}/" in one or "/*/*/" in one) for one in sources)
        case "PC004":
            grant, api = re.match(r"(\w+) names the API by its logical id (\w+),", message).groups()
            return permissions[grant]["SourceArn"]["Fn::Sub"][1]["__ApiId__"] == api
        case "PC007":
            role = re.search(r"calls as \$\{(\w+)\}", message)[1]
            trust = resources(output, "AWS::IAM::Role")[role]["AssumeRolePolicyDocument"]
            return "apigateway.amazonaws.com" not in json.dumps(trust)
        case "PC016":
            api, path = re.search(r"\$\{(\w+)\}/\*/\*(/\S+)$", message).groups()
            return path not in resources(output, "AWS::ApiGateway::RestApi")[api]["Body"]["paths"]
    return False


@needs_checkout
def test_what_sam_generates_is_found_wrong_only_where_it_is(tmp_path):
    outputs = templates("output", "*.json")
    assert len(outputs) > 500
    false, true = [], 0
    for path in outputs:
        text = path.read_text()
        for finding in judged(checked(text, tmp_path)):
            if is_true(finding, json.loads(text)):
                true += 1
            else:
                false.append((path.name, finding["rule"], finding["message"]))
    print(f"{len(outputs)} outputs of SAM's translator: {true} findings, all of them true")
    assert not false, false


@needs_checkout
def test_templates_are_judged_as_what_becomes_of_them(tmp_path):
    compared, different = 0, []
    for path in templates("input", "*.yaml"):
        text = path.read_text()
        output = Path(CHECKOUT) / "tests/translator/output" / f"{path.stem}.json"
        if not output.is_file() or "GraphQLApi" in text:
            continue
        if not re.search(r"^\"?Transform", text, re.MULTILINE) and not text.startswith(("%", "{")):
            text = re.sub(r"\A(---\n)?", rf"\g<1>Transform: {SAM}\n", text)
        ours = checked(text, tmp_path)
        if ours["notChecked"]:
            continue
        theirs = checked(output.read_text(), tmp_path)
        # In some outputs, the parts of a Fn::GetAtt are not where CloudFormation looks for them.
        if any("references undefined resource Arn" in one["message"] for one in theirs["findings"]):
            continue
        compared += 1
        theirs = judged(theirs)
        # What SAM generates for nobody is not the author's to change.
        wanted = {(one["rule"], one["subject"]) for one in theirs if one["rule"] != "PC016"}
        found = {(one["rule"], one["subject"]) for one in judged(ours)}
        if found != wanted:
            different.append((path.name, sorted(found ^ wanted)))
    print(f"{compared} templates are judged as their outputs are")
    assert compared > 500
    assert not different, different
