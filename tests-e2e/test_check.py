"""`portcullis check` as a person and a pipeline use it: exit codes, formats, mending, and the SAM transform
beside AWS's own translator."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from kit.server import binary, clean_environment

SOUND = """\
Transform: AWS::Serverless-2016-10-31
Resources:
  Pets:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      CodeUri: src/
      Events:
        List: {Type: Api, Properties: {Path: /pets, Method: get}}
"""

WRONG_PRINCIPAL = """\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: pets
      Body:
        swagger: '2.0'
        info: {title: pets, version: '1'}
        paths:
          /pets:
            get:
              responses: {}
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations
  Pets:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.12
      Handler: index.handler
      Role: arn:aws:iam::123456789012:role/pets
      Code: {ZipFile: 'def handler(event, context): return {}'}
  Grant:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Pets
      Principal: lambda.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/pets
"""

CODE = {"CodeUri": "s3://bucket/key", "Runtime": "python3.12", "Handler": "index.handler"}


def function(**properties):
    return {"Type": "AWS::Serverless::Function", "Properties": {**CODE, **properties}}


def api(path, method, **more):
    return {"Type": "Api", "Properties": {"Path": path, "Method": method, **more}}


EVENTS = {"List": api("/pets", "get"), "All": api("/pets/{id}", "any"), "Root": api("/", "post")}

SERVERLESS = {
    "implicit-api": {"Pets": function(Events=EVENTS)},
    "alias": {"Pets": function(AutoPublishAlias="live", Events=EVENTS)},
    "url": {"Pets": function(FunctionUrlConfig={"AuthType": "NONE"})},
    "schedule": {
        "Tick": function(
            Events={
                "Daily": {"Type": "Schedule", "Properties": {"Schedule": "rate(1 day)", "Enabled": False}}
            }
        )
    },
    "policies": {
        "Pets": function(
            Policies=[
                "AWSLambdaRole",
                {"DynamoDBCrudPolicy": {"TableName": {"Ref": "Table"}}},
                {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]},
            ],
            Tracing="Active",
            Environment={"Variables": {"TABLE": {"Ref": "Table"}}},
        ),
        "Table": {"Type": "AWS::Serverless::SimpleTable"},
    },
    "authorizers": {
        "Api": {
            "Type": "AWS::Serverless::Api",
            "Properties": {
                "StageName": "prod",
                "Cors": "'*'",
                "Auth": {
                    "DefaultAuthorizer": "Token",
                    "Authorizers": {
                        "Token": {"FunctionArn": {"Fn::GetAtt": ["Gate", "Arn"]}},
                        "Pool": {"UserPoolArn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/p"},
                    },
                },
            },
        },
        "Gate": function(),
        "Pets": function(
            Events={
                "List": api("/pets", "get", RestApiId={"Ref": "Api"}),
                "Pool": api("/pool", "get", RestApiId={"Ref": "Api"}, Auth={"Authorizer": "Pool"}),
                "Open": api("/open", "get", RestApiId={"Ref": "Api"}, Auth={"Authorizer": "NONE"}),
                "Role": api("/role", "get", RestApiId={"Ref": "Api"}, Auth={"Authorizer": "AWS_IAM"}),
            }
        ),
    },
    "layer": {
        "Shared": {
            "Type": "AWS::Serverless::LayerVersion",
            "Properties": {"ContentUri": "s3://bucket/layer", "RetentionPolicy": "Delete"},
        },
        "Pets": function(Layers=[{"Ref": "Shared"}]),
    },
    "connector": {
        "Pets": function(),
        "Table": {"Type": "AWS::Serverless::SimpleTable"},
        "Reads": {
            "Type": "AWS::Serverless::Connector",
            "Properties": {
                "Source": {"Id": "Pets"},
                "Destination": {"Id": "Table"},
                "Permissions": ["Read", "Write"],
            },
        },
    },
}

TRANSLATE = """
import json, sys
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

managed = {"AWSLambdaRole": "arn:aws:iam::aws:policy/service-role/AWSLambdaRole"}
made = Translator(managed, Parser()).translate(json.load(sys.stdin), {"AWS::Region": "us-east-1"})
print(json.dumps(made))
"""


@pytest.fixture
def check(tmp_path):
    def run(*arguments, code, text=None):
        done = subprocess.run(
            [binary(), "check", *arguments],
            env=clean_environment(tmp_path),
            cwd=tmp_path,
            input=text or "",
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == code, f"{arguments}: {done.stdout} {done.stderr}"
        return done.stdout

    return run


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "template.yaml"
    path.write_text(WRONG_PRINCIPAL)
    return path


def rules(printed):
    return [finding["rule"] for finding in json.loads(printed)["findings"]]


def test_a_sound_template_is_clean(check):
    assert "nothing found" in check("-", code=0, text=SOUND)


def test_a_finding_has_its_rule_and_its_place(check, broken):
    found = json.loads(check(broken.name, "--format", "json", code=1))
    assert "PC005" in [finding["rule"] for finding in found["findings"]]
    shown = check(broken.name, code=1)
    assert "PC005" in shown and "lambda.amazonaws.com" in shown and "template.yaml:" in shown


@pytest.mark.skipif(
    not os.environ.get("SARIF_SCHEMA"), reason="SARIF_SCHEMA names OASIS's sarif-schema-2.1.0.json"
)
def test_sarif_is_what_its_schema_says(check):
    """Over the whole corpus: every rule, with and without fixes, and what was not checked."""
    schema = json.loads(Path(os.environ["SARIF_SCHEMA"]).read_text())
    corpus = Path(__file__).parents[1] / "crates/check/tests/corpus"
    files = [str(path) for path in sorted(corpus.glob("*/*"))]
    told = json.loads(check(*files, "nowhere.yaml", "--format", "sarif", code=3))
    kind = jsonschema.validators.validator_for(schema)
    assert [error.message for error in kind(schema).iter_errors(told)] == []
    assert len(told["runs"][0]["results"]) > 100


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_forms_of_json_are_json(check, broken, form):
    json.loads(check(broken.name, "--format", form, code=1))


def test_mending_is_shown_then_written_and_then_it_is_clean(check, broken):
    shown = check(broken.name, "--fix", "--diff", code=1)
    assert "+" in shown and "apigateway.amazonaws.com" in shown
    assert broken.read_text() == WRONG_PRINCIPAL
    check(broken.name, "--fix", code=0)
    assert broken.read_text() == WRONG_PRINCIPAL.replace("lambda.amazonaws.com", "apigateway.amazonaws.com")
    check(broken.name, code=0)


def test_what_is_not_mended_says_why(check, tmp_path):
    template = tmp_path / "two.yaml"
    denied = (
        "  Unknown:\n    Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: !Ref Nothing\n"
    )
    template.write_text(WRONG_PRINCIPAL.replace("  Grant:\n", denied + "  Grant:\n"))
    shown = check("two.yaml", "--fix", "--diff", code=1)
    assert "left: PC027 at two.yaml:" in shown and "what was meant is not known" in shown
    told = json.loads(check("two.yaml", "--fix", "--format", "json", code=1))
    assert [one["rule"] for one in told["mended"]] == ["PC005"]
    assert [one["rule"] for one in told["left"]] == ["PC027"]
    assert "+      Principal: apigateway.amazonaws.com" in told["changes"][0]["diff"]
    assert "Principal: lambda.amazonaws.com" not in template.read_text()


def test_nothing_is_written_where_it_cannot_be_written_whole(check, broken, tmp_path):
    check("-", "--fix", code=2, text=WRONG_PRINCIPAL)
    assert "+      Principal: apigateway.amazonaws.com" in check(
        "-", "--fix", "--diff", code=1, text=WRONG_PRINCIPAL
    )
    (tmp_path / "torn.yaml").write_text("a: [")
    check(broken.name, "torn.yaml", "--fix", code=3)
    assert broken.read_text() == WRONG_PRINCIPAL
    assert sorted(path.name for path in tmp_path.iterdir()) == ["template.yaml", "torn.yaml"]


def test_known_findings_are_left_out(check, broken, tmp_path):
    check(broken.name, "--baseline", "known.json", "--write-baseline", code=0)
    assert json.loads((tmp_path / "known.json").read_text())
    check(broken.name, "--baseline", "known.json", code=0)


def test_what_was_not_analysed_is_not_known(check, tmp_path):
    (tmp_path / "macro.yaml").write_text("Transform: TheirMacro\nResources: {A: {Type: T}}")
    check("macro.yaml", "--baseline", "known.json", "--write-baseline", code=3)
    assert not (tmp_path / "known.json").exists()
    check("macro.yaml", "--expand", code=3)


def test_what_cannot_be_read_is_said_and_nothing_is_written(check, broken, tmp_path):
    (tmp_path / "binary.yaml").write_bytes(b"\x00\xff\xfe\x00")
    (tmp_path / "bomb.yaml").write_text(
        "a: &a [1,1,1,1,1,1,1,1,1,1]\n"
        + "".join(
            f"{name}: &{name} [{','.join(['*' + before] * 10)}]\n"
            for before, name in zip("abcdefgh", "bcdefghi", strict=True)
        )
    )
    for name in ("binary.yaml", "bomb.yaml", "absent.yaml"):
        check(name, code=3)
    check("absent.yaml", broken.name, "--fix", "--dry-run", code=3)
    assert broken.read_text() == WRONG_PRINCIPAL
    check("--no-such-flag", code=2)
    check(broken.name, "--ignore", "PC999=because", code=2)


CIRCLE = "Resources:\n  A: {Type: T, DependsOn: B}\n  B: {Type: T, DependsOn: A}\n"

# Name, content, exit code, and what is said of it.
BAD_FILES = [
    ("empty.yaml", b"", 3, "empty"),
    ("binary.json", b"\x00\xff\xfe\x00", 3, "no text in UTF-8"),
    ("words.txt", b"just words", 3, "neither a template"),
    ("torn.json", b'{"Resources": {"A": {"Type": "T"', 3, "was not checked"),
    ("deep.json", b"[" * 100_000, 3, "deep"),
    ("twice.yaml", b"Resources: {A: {Type: T}, A: {Type: T}}", 3, "twice"),
    ("macro.yaml", b"Transform: TheirMacro\nResources: {A: {Type: T}}", 3, "macro TheirMacro"),
    ("tag.yaml", b"Resources: {A: {Type: !Nonsense x}}", 3, "!Nonsense"),
    ("circle.yaml", CIRCLE.encode(), 1, "Circular dependency"),
    ("huge.json", b'{"Statement": [' + b" " * (2 * 1024 * 1024) + b"]}", 3, "larger than a policy"),
    ("plan.json", b'{"terraform_version": "1.9.0", "planned_values": 7}', 0, "nothing found"),
]


@pytest.mark.parametrize("name, content, code, words", BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_bad_files_are_named_and_never_written(check, tmp_path, name, content, code, words):
    path = tmp_path / name
    path.write_bytes(content)
    assert words in check(name, code=code)
    told = json.loads(check(name, "--format", "json", code=code))
    assert (told["notChecked"] != []) == (code == 3)
    check(name, "--fix", code=code)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_what_is_no_file_is_named(check, tmp_path):
    (tmp_path / "folder").mkdir()
    assert "folder was not checked" in check("folder", code=3)
    assert "absent was not checked" in check("absent", code=3)


BAD_FLAGS = [
    ("--no-such-flag",),
    ("--format", "xml", "t.yaml"),
    ("--fix",),
    ("--diff", "t.yaml"),
    ("--explain", "PC999"),
    ("--ignore", "PC001", "t.yaml"),
    ("--ignore", "PC001=", "t.yaml"),
    ("--parameter", "NoValue", "t.yaml"),
    ("--region", "nowhere at all", "t.yaml"),
    ("--account", "12", "t.yaml"),
    ("--write-baseline", "t.yaml"),
    ("--baseline", "absent.json", "t.yaml"),
    ("--expand", "t.yaml", "t.yaml"),
]


@pytest.mark.parametrize("arguments", BAD_FLAGS, ids=[" ".join(row) for row in BAD_FLAGS])
def test_wrong_flags_are_usage(check, tmp_path, arguments):
    (tmp_path / "t.yaml").write_text(WRONG_PRINCIPAL)
    check(*arguments, code=2)
    assert (tmp_path / "t.yaml").read_text() == WRONG_PRINCIPAL


def translated(template, home):
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATE],
        env=clean_environment(home, AWS_DEFAULT_REGION="us-east-1"),
        input=json.dumps(template),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def normal(made):
    """A deployment's digest is of a text in the order of a dictionary of Python 2."""
    text = re.sub(r"(Deployment)[0-9a-f]{10}", r"\1DIGEST", json.dumps(made, sort_keys=True))
    return json.loads(re.sub(r"(RestApi deployment id: )[0-9a-f]{40}", r"\1DIGEST", text))


@pytest.mark.parametrize("name", SERVERLESS)
def test_sam_becomes_what_aws_makes_of_it(check, name, tmp_path):
    pytest.importorskip("samtranslator", reason="requirements.txt names aws-sam-translator")
    template = {"Transform": "AWS::Serverless-2016-10-31", "Resources": SERVERLESS[name]}
    theirs = translated(template, tmp_path)
    ours = json.loads(check("-", "--expand", code=0, text=json.dumps(template)))
    assert normal(ours) == normal(theirs)


@pytest.mark.parametrize("name", SERVERLESS)
def test_what_sam_generates_is_clean(check, name, tmp_path):
    pytest.importorskip("samtranslator", reason="requirements.txt names aws-sam-translator")
    template = {"Transform": "AWS::Serverless-2016-10-31", "Resources": SERVERLESS[name]}
    made = translated(template, tmp_path)
    grants = {"PC001", "PC002", "PC005", "PC006", "PC009", "PC016", "PC017"}
    done = subprocess.run(
        [binary(), "check", "-", "--format", "json"],
        env=clean_environment(tmp_path),
        input=json.dumps(made),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    assert not grants & set(rules(done.stdout)), done.stdout
